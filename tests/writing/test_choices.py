"""Lists to choose from: in cells, each once, out of sight."""

from __future__ import annotations

import io
from datetime import date

import pytest
from keuzelijsten import gekozen_uit
from openpyxl import load_workbook

from kaderxl.writing.choices import SHEET
from kaderxl.writing.quick_xlsx import Book
from kaderxl.writing.workbook import Werkboek

KLEUREN, JA_NEE = ["Groen", "Rood"], ["Ja", "Nee"]


def test_a_list_stands_in_cells_once_on_a_hidden_sheet() -> None:
    boek = Werkboek("Titel", date(2026, 12, 31))
    blad = boek.add_worksheet("Blad")
    for rij, woorden in enumerate((KLEUREN, JA_NEE, KLEUREN)):
        blad.data_validation(rij, 0, rij, 0, {"validate": "list", "source": woorden})
    assert boek.texts() >= {*KLEUREN, *JA_NEE}
    gelezen = load_workbook(io.BytesIO(boek.bytes()))
    keuzes = gelezen["Blad"].data_validations.dataValidation
    assert [gekozen_uit(gelezen, k) for k in keuzes] == [KLEUREN, JA_NEE, KLEUREN]
    assert gelezen[SHEET].sheet_state == "hidden"
    assert gelezen[SHEET].max_column == 2
    assert gelezen.active is gelezen["Blad"]


@pytest.mark.parametrize("quick", [False, True])
def test_a_book_without_such_a_list_has_no_such_sheet(quick: bool) -> None:
    boek = Book(quick=quick)
    blad = boek.add_worksheet("Blad")
    blad.data_validation("A1", {"validate": "list", "source": "=$B$1:$B$2"})
    blad.data_validation("A2", {"validate": "whole", "criteria": ">", "value": 0})
    assert load_workbook(io.BytesIO(boek.bytes())).sheetnames == ["Blad"]
