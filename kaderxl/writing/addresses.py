"""What a cell is called in a formula; whoever only reads then need not load what writes it."""

from __future__ import annotations

from functools import cache


@cache
def column_letters(column: int) -> str:
    """A column counted from zero: 27 -> "AB"."""
    before, last = divmod(column, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + last)


def cell_address(row: int, column: int, row_abs: bool = False, col_abs: bool = False) -> str:
    """Row and column counted from zero, each fixed or not: (6, 1, col_abs=True) -> "$B7"."""
    return f"{'$' * col_abs}{column_letters(column)}{'$' * row_abs}{row + 1}"
