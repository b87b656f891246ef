"""The sheets of the matrix workbook, one module a sheet, and the grid they share."""
