"""Values and words that every room knows: frozen, without I/O."""
