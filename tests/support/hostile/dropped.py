"""Files that somebody might drop on a page, and what each may be refused with."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from xlsxwriter import Workbook

from kaderxl.core.catalogue import files
from kaderxl.core.findings import Regel

from .build import cell, xlsx_parts, zipped

SHEET = "xl/worksheets/sheet1.xml"
_TOO_MUCH = (files.BESTAND_TE_GROOT, files.LEZEN_DUURT_TE_LANG)
"""A bomb may be seen for what it is, or taken away while it goes off."""


def drop_hostile(folder: Path) -> Mapping[str, tuple[Regel, ...]]:
    """Write them; gives the findings with which each may end, by its name, also in a zip."""
    bomb = zipped(xlsx_parts("") | {SHEET: bytes(300_000_000)})
    corners = f"<row>{cell('A1', '1')}</row><row>{cell('XFD1048576', '1')}</row>"
    written = {
        "bom.xlsx": (bomb, _TOO_MUCH),
        "liegt.xlsx": (_says_it_is_small(bomb), (*_TOO_MUCH, files.BESTAND_BESCHADIGD)),
        "hoeken.xlsx": (zipped(xlsx_parts(corners)), _TOO_MUCH),
        "leeg.xlsx": (b"", (files.BESTAND_LEEG,)),
        "geen.xlsx": (b"PK\3\4" + bytes(1000), (files.BESTAND_BESCHADIGD,)),
        "anders.xlsx": (b'<?xml version="1.0"?><iets/>', (files.GEEN_WERKBLAD,)),
    }
    for name, (data, _) in written.items():
        (folder / name).write_bytes(data)
    (folder / "bom.zip").write_bytes(
        zipped({f"{n}.zip": zipped({"uit zip.xlsx": bomb}) for n in "ab"})
    )
    with Workbook(folder / "traag.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(30_000):
            sheet.write_row(row, 0, [f"{row} {column}" for column in range(30)])
    return {name: codes for name, (_, codes) in written.items()} | {
        "uit zip.xlsx": _TOO_MUCH,
        "traag.xlsx": (files.LEZEN_DUURT_TE_LANG,),
    }


def _says_it_is_small(data: bytes) -> bytes:
    """The same zip, with another size for its largest entry in the directory."""
    return data.replace(struct.pack("<I", 300_000_000), struct.pack("<I", 1_000))
