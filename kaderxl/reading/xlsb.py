"""The cell records of a binary workbook counted, so that calamine cannot lose one unseen.

calamine passes over the short records (12 to 18, [MS-XLSB] 2.3.2) that some programs write.
"""

from __future__ import annotations

from collections.abc import Iterable

_FILLED = frozenset(range(2, 12)) - {3}
_TEXTS = frozenset((6, 8))  # a text in the cell itself, or as the result of a formula
_LENGTH = slice(8, 12)  # of that text, behind the column and the style
_SHORT = frozenset(range(12, 19))


class UnreadRecords(Exception):
    """A sheet holds cells in a form that no reader here knows, or is cut off."""


def count_cells(part: bytes) -> int:
    """The cells of a sheet part that hold a value; an error or an empty text is none.

    Raises UnreadRecords for short records and for a part that ends within a record.
    """
    found = 0
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        if kind in _SHORT or at + size > len(part):
            raise UnreadRecords
        empty = kind in _TEXTS and not any(part[at : at + size][_LENGTH])
        found += kind in _FILLED and not empty
        at += size
    return found


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of at most `most` bytes, seven bits a byte, and the place after it."""
    value = 0
    for index in range(most):
        if at >= len(part):
            raise UnreadRecords
        byte = part[at]
        at += 1
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return value, at


def filled(rows: Iterable[Iterable[object]]) -> int:
    """How many cells have a value."""
    return sum(value is not None for row in rows for value in row)
