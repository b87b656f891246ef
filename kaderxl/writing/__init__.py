"""Every form in which kaderxl writes, whatever it is about."""
