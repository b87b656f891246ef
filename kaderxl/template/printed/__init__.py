"""From an agreement as it was printed to the rows of a template."""
