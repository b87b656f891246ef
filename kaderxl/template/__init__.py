"""The agreement as a workbook: what it asks of whom, by when, and what changed in it."""
