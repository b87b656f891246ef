"""Workbooks of Excel 97 (.xls, MS-XLS), written record by record from the specification."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from datetime import date

from .outlook import ole_file

PLAIN, DATE, PERCENT, RED, LITERAL, STRUCK, THOUSANDS, WHITE = range(8)
"""The styles of each workbook; LITERAL shows a percent sign and no percentage."""
_GLOBALS, _SHEET = 5, 16
_LITERAL_FORMAT, _THOUSANDS_FORMAT = 164, 165
_FORMATS = (0, 14, 10, 0, _LITERAL_FORMAT, 0, _THOUSANDS_FORMAT, 0)
_FONTS = {STRUCK: 1, WHITE: 2}
_RED, _WHITE = 10, 9  # in the palette
_DAY_ZERO = date(1899, 12, 30)


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


_END = record(0x000A)


def number(row: int, column: int, value: float, style: int = PLAIN) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def text(row: int, column: int, value: str, style: int = PLAIN) -> bytes:
    return record(0x0204, struct.pack("<HHH", row, column, style) + _wide(value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, PLAIN, code, 1))


def boolean(row: int, column: int, value: bool) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, PLAIN, value, 0))


def formula(row: int, column: int, result: float) -> bytes:
    """One that reckons 1 + 1, with another result if that is asked."""
    tokens = bytes.fromhex("1e0100 1e0100 03")
    head = struct.pack("<HHHdHIH", row, column, PLAIN, result, 0, 0, len(tokens))
    return record(0x0006, head + tokens)


def blanks(row: int, first: int, last: int, style: int = PLAIN) -> bytes:
    styles = struct.pack("<H", style) * (last - first + 1)
    return record(0x00BE, struct.pack("<HH", row, first) + styles + struct.pack("<H", last))


def note(row: int, column: int, value: str, author: str = "") -> bytes:
    """A note, which is a drawn object, its text, and the cell it is at."""
    key = row * 256 + column + 1
    return (
        record(0x005D, struct.pack("<HHHHH12xHH", 0x15, 18, 0x19, key, 0x4011, 0, 0))
        + record(0x01B6, struct.pack("<HH6xHHH2x", 0x0212, 0, len(value), 0, 0))
        + record(0x003C, b"\1" + value.encode("utf-16-le"))
        + record(0x001C, struct.pack("<4H", row, column, 0, key) + _wide(author))
    )


def workbook(
    *sheets: bytes,
    names: tuple[str, ...] = (),
    from_1904: bool = False,
    first: bytes = b"",
    states: tuple[int, ...] = (),
) -> bytes:
    """A file with these sheets, each the records of its cells; `first` comes before all else.

    Of `states` 1 hides a sheet, and 2 so that Excel does not offer to show it.
    """
    states = states or (0,) * len(sheets)
    names = names or tuple(f"Blad{n}" for n in range(1, len(sheets) + 1))
    head = _start(_GLOBALS) + first + record(0x0022, struct.pack("<H", from_1904))
    head += record(0x041E, struct.pack("<H", _LITERAL_FORMAT) + _wide('0" %"'))
    head += record(0x041E, struct.pack("<H", _THOUSANDS_FORMAT) + _wide("#,##0,"))
    head += _font(0) + _font(8) + _font(0, _WHITE)
    head += b"".join(_style(style, pattern) for style, pattern in enumerate(_FORMATS))
    bodies = [_start(_SHEET) + sheet + _END for sheet in sheets]
    at = len(head) + sum(len(record(0x0085, _sheet(0, name))) for name in names) + 4
    for name, body, state in zip(names, bodies, states, strict=True):
        head += record(0x0085, _sheet(at, name, state))
        at += len(body)
    stream = head + _END + b"".join(bodies)
    return ole_file({"Workbook": stream.ljust(4096, b"\0")})


def of_rows(rows: Iterable[Iterable[object]]) -> bytes:
    """A workbook of one sheet with these values."""
    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, bool):
                cells += boolean(row, column, value)
            elif isinstance(value, (int, float)):
                cells += number(row, column, value)
            elif isinstance(value, date):
                cells += number(row, column, (value - _DAY_ZERO).days, DATE)
            elif value is not None:
                cells += text(row, column, str(value))
    return workbook(cells)


def _wide(value: str) -> bytes:
    return struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")


def _sheet(at: int, name: str, state: int = 0) -> bytes:
    return struct.pack("<IBBBB", at, state, 0, len(name), 1) + name.encode("utf-16-le")


def _font(options: int, colour: int = 0x7FFF) -> bytes:
    """A font; of its options 8 is the line through it."""
    about = struct.pack("<HHHHHBBBx", 220, options, colour, 400, 0, 0, 0, 0)
    return record(0x0031, about + struct.pack("<BB", 5, 0) + b"Arial")


def _style(style: int, pattern: int) -> bytes:
    fill = (1 << 26, _RED | 65 << 7) if style == RED else (0, 0)
    font = _FONTS.get(style, 0)
    return record(0x00E0, struct.pack("<HHHBBBBIIH", font, pattern, 1, 0, 0, 0, 0, 0, *fill))


def _start(kind: int) -> bytes:
    return record(0x0809, struct.pack("<4HII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))
