"""What a file is in the words of PRONOM, the register of file formats: by its content first."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePosixPath

from ..reading.cells import Refusal
from ..reading.kinds import OLE, ZIP_START
from ..reading.limits import Limits
from ..reading.zip import walk_entries
from .mdto import Begrip

PRONOM = "PRONOM"
_IN_ZIP = {
    b"xl/workbook.bin": ("Microsoft Excel Binary Workbook (xlsb)", "fmt/595"),
    b"xl/vbaProject.bin": ("Microsoft Excel Macro-Enabled (xlsm)", "fmt/445"),
    b"xl/workbook.xml": ("Microsoft Excel for Windows (xlsx)", "fmt/214"),
    b"word/document.xml": ("Microsoft Word for Windows (docx)", "fmt/412"),
    b"PK": ("ZIP Format", "x-fmt/263"),
}
_ODS = "OpenDocument Spreadsheet"
_ODS_VERSIES = {"1.0": "fmt/137", "1.1": "fmt/294", "1.2": "fmt/295"}
_OP_NAAM = {
    ".csv": ("Comma Separated Values", "x-fmt/18"),
    ".txt": ("Plain Text File", "x-fmt/111"),
    ".html": ("Hypertext Markup Language 5", "fmt/471"),
    ".xml": ("Extensible Markup Language", "fmt/101"),
    ".json": ("JSON Data Interchange Format", "fmt/817"),
    ".eml": ("Internet Message Format", "fmt/278"),
    ".png": ("Portable Network Graphics", ""),
    ".jpg": ("JPEG File Interchange Format", ""),
    ".jpeg": ("JPEG File Interchange Format", ""),
    ".pdf": ("Portable Document Format", ""),
}
_XLS = ("Microsoft Excel 97 Workbook (xls)", "fmt/61")
_IN_OLE = {
    ".msg": ("Microsoft Outlook Email Message", "x-fmt/430"),
    ".doc": ("Microsoft Word Document", "fmt/40"),
}
_ODS_BEGIN = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"


def formaat_van(naam: str, data: bytes) -> Begrip:
    """The format of a file; of a kind that is not known the label says so and has no code."""
    label, code = _formaat(naam, data)
    return Begrip(label, PRONOM, code)


def _formaat(naam: str, data: bytes) -> tuple[str, str]:
    if data.startswith(OLE):
        return _IN_OLE.get(PurePosixPath(naam).suffix.lower(), _XLS)
    if data.startswith(ZIP_START):
        if data.startswith(_ODS_BEGIN, 30):
            return _ods(data)
        return next(formaat for deel, formaat in _IN_ZIP.items() if deel in data)
    return _OP_NAAM.get(PurePosixPath(naam).suffix.lower(), ("Onbekend", ""))


def _ods(data: bytes) -> tuple[str, str]:
    """The version stands in the manifest; of a later one we know no number in the register."""
    with suppress(Refusal):
        for deel in [*walk_entries(data, Limits())]:
            if deel.name == _MANIFEST:
                versie = re.search(rb'manifest:version="([0-9.]+)"', deel.content())
                genoemd = versie[1].decode() if versie else "1.0"
                return f"{_ODS} {genoemd}", _ODS_VERSIES.get(genoemd, "")
    return _ODS, ""
