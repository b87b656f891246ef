"""What is asked: the questions of a partij, and the workbook it fills in."""
