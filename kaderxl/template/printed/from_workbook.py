"""A workbook as what is printed: each sheet a table, and its cells as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...core.values import als_tekst
from ...reading import Document, Sheet, cell_name
from ...reading.papers import Box, Grid, Line

_GEEN_NAAM = re.compile(r"(?:(?:werk)?blad|sheet|tabel|table)?\s?\d*", re.IGNORECASE)
"""What a program calls a sheet."""


def van_werkboek(document: Document) -> Iterator[Line | Grid]:
    """The sheets that are seen, each below its name; a merged cell is one, wherever it reaches."""
    for sheet in document.sheets:
        if not sheet.hidden and sheet.rows:
            if not _GEEN_NAAM.fullmatch(sheet.name):
                yield Line(sheet.name, f"blad {sheet.name}", heading=True)
            yield Grid(tuple(_rijen(sheet)))


def _rijen(sheet: Sheet) -> Iterator[tuple[Box, ...]]:
    begin = {
        (rij, kolom): van
        for van, tot in sheet.merges
        for rij in range(van[0], min(tot[0], sheet.top + len(sheet.rows)) + 1)
        for kolom in range(van[1], min(tot[1], sheet.left + len(sheet.rows[0])) + 1)
    }
    for rij, waarden in enumerate(sheet.rows, sheet.top):
        vakken = []
        for kolom in range(sheet.left, sheet.left + len(waarden)):
            r, k = begin.get((rij, kolom), (rij, kolom))
            op = max(r - sheet.top, 0), max(k - sheet.left, 0)
            tekst = als_tekst(sheet.rows[op[0]][op[1]])
            plaats = f"blad {sheet.name}, cel {cell_name(r, k)}" if sheet.name else cell_name(r, k)
            vakken.append(Box(tekst, *op, plaats))
        yield tuple(vakken)
