"""What a file is in the words of PRONOM, the register of file formats: by its content first."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePosixPath

from ..reading.cells import Refusal
from ..reading.limits import Limits
from ..reading.zip import list_entries
from .mdto import Begrip

PRONOM = "PRONOM"
_XLSX = ("Microsoft Excel for Windows (xlsx)", "fmt/214")
_XLSM = ("Microsoft Excel Macro-Enabled (xlsm)", "fmt/445")
_XLSB = ("Microsoft Excel Binary Workbook (xlsb)", "fmt/595")
_XLS = ("Microsoft Excel 97 Workbook (xls)", "fmt/61")
_ODS = "OpenDocument Spreadsheet"
_ODS_VERSIES = {"1.0": "fmt/137", "1.1": "fmt/294", "1.2": "fmt/295"}
_OP_NAAM = {
    ".csv": ("Comma Separated Values", "x-fmt/18"),
    ".txt": ("Plain Text File", "x-fmt/111"),
    ".html": ("Hypertext Markup Language 5", "fmt/471"),
    ".xml": ("Extensible Markup Language", "fmt/101"),
    ".json": ("JSON Data Interchange Format", "fmt/817"),
    ".pdf": ("Portable Document Format", ""),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS_BEGIN = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"


def formaat_van(naam: str, data: bytes) -> Begrip:
    """The format of a file; of a kind that is not known the label says so and has no code."""
    label, code = _formaat(naam, data)
    return Begrip(label, PRONOM, code)


def _formaat(naam: str, data: bytes) -> tuple[str, str]:
    if data.startswith(_OLE):
        return _XLS
    if data.startswith(b"PK\x03\x04"):
        if data[30 : 30 + len(_ODS_BEGIN)] == _ODS_BEGIN:
            return _ods(data)
        if b"xl/workbook.bin" in data:
            return _XLSB
        if b"xl/vbaProject.bin" in data:
            return _XLSM
        if b"xl/workbook.xml" in data:
            return _XLSX
        return "ZIP Format", "x-fmt/263"
    return _OP_NAAM.get(PurePosixPath(naam).suffix.lower(), ("Onbekend", ""))


def _ods(data: bytes) -> tuple[str, str]:
    """The version stands in the manifest; of a later one we know no number in the register."""
    with suppress(Refusal):
        for deel in list_entries(data, Limits()):
            if deel.name == _MANIFEST:
                versie = re.search(rb'manifest:version="([0-9.]+)"', deel.content())
                genoemd = versie[1].decode() if versie else "1.0"
                return f"{_ODS} {genoemd}", _ODS_VERSIES.get(genoemd, "")
    return _ODS, ""
