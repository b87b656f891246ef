"""The matrix as a workbook, one module a sheet."""
