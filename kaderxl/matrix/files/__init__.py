"""The matrix in other files: what the public may see, and all of it for the archive."""
