"""The records of a binary workbook, so that calamine cannot lose a cell unseen or drown in one.

calamine passes over the short records (12 to 18, [MS-XLSB] 2.3.2) that some programs write, and
makes room for every cell between the first and the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..cells import Refusal, area, suspect

_ROW = 0
_CELLS = frozenset(range(2, 12))  # those that are not blank
_ERROR = 3
_TEXTS = frozenset((6, 8))  # a text in the cell itself, or as the result of a formula
_LENGTH = slice(8, 12)  # of that text, behind the column and the style
_SHORT = frozenset(range(12, 19))
_WORKBOOK_PROPERTIES = 0x99
_BEGIN_SHEET = b"\x81\x01"


def unread() -> Refusal:
    """A sheet holds cells in a form that no reader here knows, or is cut off."""
    return suspect("er staan cellen in die we niet kunnen lezen")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a sheet holds: `filled` cells with a value, in a rectangle of `area` cells.

    An error or an empty text is no value, but takes its place.
    """

    filled: int
    area: int


def measure_sheets(parts: dict[str, bytes]) -> Measure:
    """All sheets of a workbook together. Raises Refusal."""
    measures = [
        measure(part)
        for name, part in parts.items()
        if name.startswith("xl/worksheets/")
        and (part.startswith(_BEGIN_SHEET) or name.startswith("xl/worksheets/sheet"))
        and name.endswith(".bin")
    ]
    return Measure(sum(m.filled for m in measures), sum(m.area for m in measures))


def measure(part: bytes) -> Measure:
    """One sheet.

    Raises Refusal for short records and for a part that ends within a record.
    """
    filled = row = 0
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body in _records(part):
        if kind == _ROW:
            row = int.from_bytes(body[:4], "little")
        elif kind in _CELLS:
            rows.add(row)
            columns.add(int.from_bytes(body[:4], "little"))
            filled += kind != _ERROR and not (kind in _TEXTS and not any(body[_LENGTH]))
        elif kind in _SHORT:
            raise unread()
    return Measure(filled, area(rows, columns))


def from_1904(workbook: bytes) -> bool:
    """Whether xl/workbook.bin says that days count from 1904. Raises Refusal."""
    return any(
        kind == _WORKBOOK_PROPERTIES and bool(body[:1]) and bool(body[0] & 1)
        for kind, body in _records(workbook)
    )


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        if at + size > len(part):
            raise unread()
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of at most `most` bytes, seven bits a byte, and the place after it."""
    value = 0
    for index in range(most):
        if at >= len(part):
            raise unread()
        byte = part[at]
        at += 1
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return value, at
