"""Merged and painted cells: not read as answers, handed on so that they can be asked about."""

from __future__ import annotations

import io

import pytest
from hostile.build import ODF, ods
from openpyxl import Workbook
from openpyxl.styles import Color, PatternFill

from kaderxl.reading import Document, Reader, Sheet
from kaderxl.reading.formats.marks import is_percent, speaks


def blad(reader: Reader, data: bytes) -> Sheet:
    document = reader.read("x", data)
    assert isinstance(document, Document), document
    return document.sheets[0]


@pytest.mark.parametrize(
    ("kleur", "spreekt"),
    [
        ("FF00B050", True),
        ("#ffc000", True),
        ("FFFF0000", True),
        ("FFC6EFCE", True),  # Excel calls this style Goed
        ("FFFFC7CE", True),  # and this one Ongeldig
        ("FFFFF8DC", False),  # our own input cells
        ("FFF3F4F6", False),
        ("FFFFFFFF", False),
        ("000000", False),
        ("transparent", False),
        ("", False),
    ],
)
def test_a_fill_speaks_when_it_is_more_than_a_tint(kleur: str, spreekt: bool) -> None:
    assert speaks(kleur) is spreekt


def test_merges_and_painted_cells_of_an_xlsx(reader: Reader) -> None:
    boek = Workbook()
    sheet = boek.active
    assert sheet is not None
    sheet["A1"], sheet["B2"] = "kop", "groen met een woord"
    for adres, kleur in (
        ("B2", "00B050"),
        ("B3", "00B050"),
        ("B4", "FFF8DC"),
        ("B5", Color(theme=9)),
        ("B6", Color(theme=0)),
        ("B7", Color(indexed=10)),
    ):
        sheet[adres].fill = PatternFill("solid", fgColor=kleur)
    sheet["B8"].fill = PatternFill("lightGrid", fgColor="00B050")
    sheet.merge_cells("C2:D9")
    uit = io.BytesIO()
    boek.save(uit)
    gelezen = blad(reader, uit.getvalue())
    assert gelezen.merges == (((1, 2), (8, 3)),)
    assert gelezen.painted == {(2, 1), (4, 1), (6, 1)}


def test_merges_and_painted_cells_of_an_ods(reader: Reader) -> None:
    stijl = (
        f'<style:style xmlns:style="{ODF}style:1.0" xmlns:fo="{ODF}xsl-fo-compatible:1.0" '
        'style:name="{}" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="{}"/></style:style>'
    )
    body = (
        stijl.format("ce1", "#ff0000")
        + stijl.format("ce2", "#fff8dc")
        + '<table:table table:name="a"><table:table-row>'
        '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="3">'
        "<text:p>kop</text:p></table:table-cell>"
        '<table:covered-table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell table:style-name="ce1" table:number-columns-repeated="2"/>'
        '<table:table-cell table:style-name="ce2"/>'
        '<table:table-cell table:style-name="ce1"><text:p>Rood</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    gelezen = blad(reader, ods(body))
    assert gelezen.merges == (((0, 0), (1, 2)),)
    assert gelezen.painted == {(0, 3), (0, 4)}


@pytest.mark.parametrize(
    ("opmaak", "procent"),
    [
        ("0%", True),
        ("0.00%", True),
        ('#,##0.0%;[Red]-0%;"geen"', True),
        ("General", False),
        ('0" %"', False),  # a sign that is only shown
        ("0\\%", False),
        ("0_%", False),
        ("[$%]0", False),
        ("", False),
    ],
)
def test_a_percent_sign_in_a_format_counts_when_it_makes_a_percentage(
    opmaak: str, procent: bool
) -> None:
    assert is_percent(opmaak) is procent


def test_the_percentages_of_an_xlsx(reader: Reader) -> None:
    boek = Workbook()
    sheet = boek.active
    assert sheet is not None
    sheet.append([1, 12, 0.125, "100%", 12, "=1/2", None])
    for cel, opmaak in zip(
        sheet[1], ["0%", "General", "0.0%", "0%", '0" %"', "0.00%", "0%"], strict=True
    ):
        cel.number_format = opmaak
    uit = io.BytesIO()
    boek.save(uit)
    assert {(0, 0), (0, 2)} <= blad(reader, uit.getvalue()).percents <= {(0, 0), (0, 2), (0, 5)}


def test_the_percentages_of_an_ods(reader: Reader) -> None:
    body = (
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="2">'
        '<table:table-cell office:value-type="float" office:value="1"/>'
        '<table:table-cell office:value-type="percentage" office:value="1"'
        ' table:number-columns-repeated="2"><text:p>100%</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    gelezen = blad(reader, ods(body))
    assert gelezen.rows == [[1, 1, 1]] * 2
    assert gelezen.percents == {(0, 1), (0, 2), (1, 1), (1, 2)}
