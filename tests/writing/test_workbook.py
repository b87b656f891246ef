"""Workbooks that look alike, whose rows are high enough."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZipFile

from kaderxl.writing.measures import hoogte
from kaderxl.writing.workbook import Werkboek


def test_the_same_contents_give_the_same_bytes_and_the_language() -> None:
    def maak(tekst: str) -> bytes:
        werkboek = Werkboek("Titel", date(2026, 12, 31), "Gemeente")
        werkboek.add_worksheet("Blad").write_string(0, 0, tekst, werkboek.cel(bold=True))
        return werkboek.bytes()

    assert maak("a") == maak("a")
    assert maak("a") != maak("b")
    with ZipFile(io.BytesIO(maak("a"))) as zip_:
        assert b"<dc:language>nl-NL</dc:language>" in zip_.read("docProps/core.xml")


def test_a_row_is_as_high_as_its_longest_text() -> None:
    een_regel = hoogte([("kort", 20)])
    assert hoogte([]) == een_regel
    assert hoogte([("kort", 20), ("woord " * 40, 20)]) > 5 * een_regel
    assert hoogte([("a\nb\nc", 20)]) == 3 * een_regel
    assert hoogte([("x" * 400, 20)]) > 5 * een_regel
