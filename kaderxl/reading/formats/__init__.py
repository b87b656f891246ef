"""The readers, one module a format, and what they share."""
