"""What a file is in PRONOM: by its content, and by its name only where content says nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hostile.build import zipped

from kaderxl.archives.file_formats import formaat_van
from kaderxl.archives.mdto import Begrip

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(versie: str) -> bytes:
    """As the standard wants it: the kind first, and not compressed."""
    kop = f'manifest:version="{versie}"' if versie else ""
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(uitvoer, "w") as pakket:
        pakket.writestr("mimetype", ODS)
        pakket.writestr("META-INF/manifest.xml", f"<manifest:manifest {kop}/>")
    return uitvoer.getvalue()


@pytest.mark.parametrize(
    ("naam", "data", "code"),
    [
        ("a.csv", zipped({"xl/workbook.xml": "x"}), "fmt/214"),
        ("a.xlsx", zipped({"xl/workbook.xml": "x", "xl/vbaProject.bin": "x"}), "fmt/445"),
        ("a.xlsx", zipped({"xl/workbook.bin": "x"}), "fmt/595"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "fmt/61"),
        ("a.xlsx", ods("1.2"), "fmt/295"),
        ("a.ods", ods("1.1"), "fmt/294"),
        ("a.ods", ods(""), "fmt/137"),
        ("a.ods", ods("1.3"), ""),
        ("a.zip", zipped({"a": "x"}), "x-fmt/263"),
        ("a.CSV", b"a,b", "x-fmt/18"),
        ("a.html", b"<!doctype html>", "fmt/471"),
        ("Leesmij.txt", b"x", "x-fmt/111"),
        ("a.json", b"{}", "fmt/817"),
        ("a.xlsx", b"geen zip", ""),
    ],
)
def test_the_number_in_the_register(naam: str, data: bytes, code: str) -> None:
    formaat = formaat_van(naam, data)
    assert (formaat.lijst, formaat.code) == ("PRONOM", code)
    assert formaat.label


def test_a_damaged_zip_is_still_named() -> None:
    assert formaat_van("a.ods", ods("1.2")[:-8]) == Begrip("OpenDocument Spreadsheet", "PRONOM")


def test_the_shipped_template_is_an_excel_workbook(shipped: Path) -> None:
    assert formaat_van("x", shipped.read_bytes()).code == "fmt/214"
