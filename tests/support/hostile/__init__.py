"""Files made by hand, byte by byte where a library would refuse to write them."""
