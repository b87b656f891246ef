"""That Excel opens our workbooks without an offer to repair, a question on closing, green corners.

conftest.py holds every workbook that a test makes to this; here are the rules themselves.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from zipfile import ZipFile

import pytest
import xlsxwriter
from excelregels import fouten
from groene_hoekjes import groene_hoekjes

from kaderxl.writing.workbook import Opdruk, Werkboek

BLAD, BOEK, STIJLEN = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
RELS, SOORTEN = "xl/worksheets/_rels/sheet1.xml.rels", "[Content_Types].xml"


@pytest.fixture(scope="module")
def goed() -> bytes:
    """A workbook with one of everything."""
    uitvoer = io.BytesIO()
    with xlsxwriter.Workbook(uitvoer) as boek:
        boek.calc_on_load = False
        blad, ander = boek.add_worksheet("Blad"), boek.add_worksheet("Ander blad")
        blad.write_string(0, 0, "een")
        blad.write_string(0, 1, "twee")
        blad.write_number(1, 0, 1, boek.add_format({"bold": True}))
        blad.write_formula(1, 1, "=A2+1", None, 2)
        blad.write_url(2, 0, "internal:'Ander blad'!A1")
        blad.merge_range("A5:B6", "samen")
        blad.set_column(0, 3, 20)
        blad.set_header("&Lboven")
        blad.data_validation(
            "A8:A9", {"validate": "list", "source": "=$A$1:$A$2", "input_message": "Kies"}
        )
        blad.data_validation("B8:B9", {"validate": "list", "source": "=$A$1:$A$2"})
        vet = boek.add_format({"bold": True})
        blad.conditional_format("A1:B2", {"type": "formula", "criteria": "=A1=1", "format": vet})
        blad.write_comment(3, 3, "een woord")
        boek.define_name("Keuze", "=Blad!$A$1:$A$2")
        ander.write_row(0, 0, ["een", "twee"])
        ander.add_table("A1:B3", {"columns": [{"header": "een"}, {"header": "twee"}]})
    return uitvoer.getvalue()


def met_fout(data: bytes, deel: str, van: str, naar: str) -> bytes:
    uitvoer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as bron, ZipFile(uitvoer, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam == deel:
                anders = re.sub(van.encode(), naar.encode(), inhoud, count=1)
                assert anders != inhoud, f"{van} does not stand in {deel}"
                inhoud = anders
            doel.writestr(naam, inhoud)
    return uitvoer.getvalue()


def test_a_workbook_with_one_of_everything_is_valid(goed: bytes) -> None:
    assert fouten(goed) == []


FOUTEN: Mapping[str, tuple[str, str, str]] = {
    "a cell after another that comes later": (BLAD, 'r="B1"', 'r="A1"'),
    "a cell in another row": (BLAD, 'r="B2"', 'r="B7"'),
    "a row twice": (BLAD, '<row r="2"', '<row r="1"'),
    "a text that is not there": (BLAD, "<v>1</v>", "<v>99</v>"),
    "a number that is none": (BLAD, '(<c r="A2"[^>]*><v>)1', r"\1een"),
    "a format that is not there": (BLAD, 's="1"', 's="77"'),
    "a formula of 8,193 characters": (BLAD, "A2\\+1", "A2" + "+1" * 4096),
    "a row higher than Excel has": (BLAD, '<row r="2"', '<row r="2" ht="410" customHeight="1"'),
    "a column wider than Excel has": (BLAD, 'width="[^"]*"', 'width="256"'),
    "columns that overlap": (BLAD, "(<col [^>]*/>)", r"\1\1"),
    "merged cells that overlap": (BLAD, "(<mergeCells[^>]*>)", r'\1<mergeCell ref="B6:C7"/>'),
    "two validations of one cell": (BLAD, 'sqref="B8:B9"', 'sqref="A9:B9"'),
    "a validation of no cell": (BLAD, 'sqref="B8:B9"', 'sqref="B9:B8"'),
    "a prompt of 256 characters": (BLAD, 'prompt="Kies"', f'prompt="{"x" * 256}"'),
    "a title of 33 characters": (BLAD, 'prompt="Kies"', f'promptTitle="{"x" * 33}"'),
    "a colour rule of no cell": (BLAD, 'conditionalFormatting sqref="[^"]*"',
                                 'conditionalFormatting sqref="A0"'),
    "a colour rule with no format": (BLAD, 'dxfId="0"', 'dxfId="9"'),
    "a header of 256 characters": (BLAD, "boven", "x" * 256),
    "a link to no sheet": (BLAD, "'Ander blad'!A1", "Weg!A1"),
    "parts in another order": (BLAD, "(<mergeCells.*</mergeCells>)(.*)(</worksheet>)", r"\2\1\3"),
    "a relation that is not there": (BLAD, 'legacyDrawing r:id="[^"]*"', 'legacyDrawing r:id="r9"'),
    "a relation to no part": (RELS, "comments1.xml", "comments9.xml"),
    "a part without a content type": (SOORTEN, '<Override PartName="/xl/styles.xml"[^>]*/>', ""),
    "a content type without a part": (SOORTEN, "styles.xml", "stijlen.xml"),
    "two sheets of one name": (BOEK, 'name="Ander blad"', 'name="blad"'),
    "a sheet with a name of 32 characters": (BOEK, 'name="Ander blad"', f'name="{"x" * 32}"'),
    "a sheet with a name that can't be": (BOEK, 'name="Ander blad"', 'name="Ander/blad"'),
    "no sheet to open on": (BOEK, 'sheetId="1"', 'sheetId="1" state="hidden"'),
    "a name that looks like a cell": (BOEK, 'name="Keuze"', 'name="KEU2"'),
    "a name of no sheet": (BOEK, "Blad!", "Weg!"),
    "a full calculation on opening": (BOEK, "<calcPr ", '<calcPr fullCalcOnLoad="1" '),
    "a format with no font": (STIJLEN, '(<cellXfs.*?)fontId="1"', r'\1fontId="44"'),
    "a table with a column too many": ("xl/tables/table1.xml", 'ref="A1:B3"', 'ref="A1:C3"'),
    "a table with two headers alike": ("xl/tables/table1.xml", 'name="twee"', 'name="een"'),
}  # fmt: skip


@pytest.mark.parametrize("fout", FOUTEN)
def test_each_fault_that_is_put_in_is_found(goed: bytes, fout: str) -> None:
    assert fouten(met_fout(goed, *FOUTEN[fout]))


# Green corners


def _als_tekst(boek: xlsxwriter.Workbook, blad: xlsxwriter.worksheet.Worksheet) -> None:
    blad.write_string(0, 0, "€ 12,50")


def _kort_jaar(boek: xlsxwriter.Workbook, blad: xlsxwriter.worksheet.Worksheet) -> None:
    blad.write_string(0, 0, "25-3-27")


def _anders_dan_ernaast(boek: xlsxwriter.Workbook, blad: xlsxwriter.worksheet.Worksheet) -> None:
    for rij, formule in enumerate(("=B1*2", "=B2*3", "=B3*2")):
        blad.write_formula(rij, 0, formule)


def _open(boek: xlsxwriter.Workbook, blad: xlsxwriter.worksheet.Worksheet) -> None:
    blad.write_formula(0, 0, "=1+1", boek.add_format({"locked": False}))


@pytest.mark.parametrize(
    ("vul", "regel"),
    [
        (_als_tekst, "number_stored_as_text"),
        (_kort_jaar, "two_digit_text_year"),
        (_anders_dan_ernaast, "formula_differs"),
        (_open, "formula_unlocked"),
    ],
)
def test_a_green_corner_is_found_unless_it_is_said_to_be_meant(
    vul: Callable[[xlsxwriter.Workbook, object], None], regel: str
) -> None:
    gevonden = []
    for bereik in ("C9", "A1:A3"):
        uitvoer = io.BytesIO()
        with xlsxwriter.Workbook(uitvoer) as boek:
            blad = boek.add_worksheet("Blad")
            vul(boek, blad)
            blad.ignore_errors({regel: bereik})
        gevonden.append(len(groene_hoekjes(uitvoer.getvalue())))
    assert gevonden == [1, 0]


# What our own workbooks have


def _deel(boek: Werkboek, naam: str) -> str:
    with ZipFile(io.BytesIO(boek.bytes())) as pakket:
        return pakket.read(naam).decode()


def test_nothing_is_reckoned_on_opening_so_that_closing_asks_nothing() -> None:
    boek = Werkboek("Titel", date(2026, 12, 31))
    boek.add_worksheet("Blad").write_formula(0, 0, "=1+1", None, 2)
    assert '<calcPr calcId="191029"/>' in _deel(boek, BOEK)


def test_a_text_of_digits_has_no_green_corner() -> None:
    boek = Werkboek("Titel", date(2026, 12, 31))
    boek.add_worksheet("Blad").write_string(0, 0, "12,5")
    assert groene_hoekjes(boek.bytes()) == []


@pytest.mark.parametrize("fictief", [False, True])
def test_every_page_says_what_it_is_a_page_of(fictief: bool) -> None:
    opdruk = Opdruk("Aa & Hunze " + "x" * 300, "AEH-2026", "concept", fictief)
    boek = Werkboek("Titel", date(2026, 12, 31), opdruk=opdruk)
    boek.add_worksheet("Blad")
    voet = _deel(boek, BLAD)
    assert "&amp;LAa &amp;&amp; Hunze xxx" in voet
    assert "&amp;RAEH-2026</oddHeader>" in voet
    assert ("&amp;CFICTIEF VOORBEELD&amp;R" in voet) is fictief
    assert "&amp;L&amp;A&amp;Cconcept&amp;RBladzijde &amp;P van &amp;N</oddFooter>" in voet
