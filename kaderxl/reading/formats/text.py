"""csv: text that is a table. Cells stay text; nothing is guessed into numbers or dates."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from itertools import chain

from ..cells import Note, Result, Sheet, Value, keep_within
from ..limits import AREA, Limits
from .code_pages import decoded as by_code_page, lost_signs

_LONGEST_HEADING = 200
_WIDE = 5
_MOST_ABOVE = 100
_DELIMITERS = ";\t,|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEP_LINE = re.compile(r"""sep=([;\t,|])\r?\n""", re.I)


def as_text(data: bytes) -> tuple[str, list[Note]] | None:
    """The bytes as text, with what is to be said of it; None for no text.

    By their BOM, as UTF-8 or UTF-16, or else in the code page that puts the signs in their place.
    """
    text = _in_unicode(data)
    read = by_code_page(data) if text is None else (text, [])
    if read is None or _is_binary(read[0]):
        return None
    return read[0], read[1] or lost_signs(read[0])


def read_table(text: str, limits: Limits) -> Result | None:
    """The text as a sheet, or None when it is no table.

    It is one when some delimiter cuts at least two rows, and at least half of the rows that
    hold anything, into the same number of cells (two or more); and when the first of those
    with two cells filled, or a later one with five, looks like a header: no cell twice, none
    longer than a heading, none beginning with a space, as the commas of a sentence would make
    them. `sep=;` on the first line, as Excel writes it, is obeyed and keeps its row.
    """
    told = _SEP_LINE.match(text)
    best: tuple[float, int] = (0.0, 0)
    chosen: list[list[str]] | None = None
    for delimiter in told[1] if told else _DELIMITERS:
        records = _records(text, delimiter)
        score = _score(records[1:] if told else records)
        if score > best:
            best, chosen = score, records
    return None if chosen is None else Result("csv", [_sheet(chosen, limits)])


def _in_unicode(data: bytes) -> str | None:
    bare, encoding = data, "utf-8"
    for first, twice in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = data[first:1000:2], data[1 - first : 1000 : 2]
        if high.count(0) * 2 > len(high) and not low.count(0):  # as in Latin script
            encoding = twice
    for bom, told in _BOMS:
        if data.startswith(bom):
            bare, encoding = data[len(bom) :], told
    try:
        return bare.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    """A stray control character is in many a file; binary is full of them."""
    sample = text[:10_000]
    return len(_CONTROL.findall(sample)) * 100 > len(sample)


def _records(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # a cell longer than any spreadsheet holds: this is no table
        return []


def _score(records: list[list[str]]) -> tuple[float, int]:
    """Share of the rows with the usual width, and that width; zeros when it is no table."""
    filled = [record for record in records if any(map(str.strip, record))]
    widths = Counter(map(len, filled))
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    if width < 2 or count < 2 or count * 2 < len(filled):
        return 0.0, 0
    rows = [[cell for cell in record if cell.strip()] for record in filled if len(record) == width]
    several = [row for row in rows if len(row) > 1]
    # Above the header of a table people may write anything; prose has no five names on end.
    wide = (row for row in several[1:_MOST_ABOVE] if len(row) >= _WIDE)
    if not any(map(_is_header, chain(several[:1], wide))):
        return 0.0, 0
    return count / len(filled), width


def _is_header(names: list[str]) -> bool:
    return len(set(names)) == len(names) and not any(
        len(name) > _LONGEST_HEADING or name.startswith(" ") for name in names
    )


def _sheet(records: list[list[str]], limits: Limits) -> Sheet:
    width = max(map(len, records))
    keep_within(AREA, width * len(records), limits.box)
    rows: list[list[Value]] = []
    for record in records:
        cells: list[Value] = [cell or None for cell in record]
        rows.append(cells + [None] * (width - len(record)))
    return Sheet("", 0, 0, rows)
