"""Workbooks of old Excel: all that stands on a cell is read, and no cell is lost unseen."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest
from hostile import biff
from hostile.outlook import ole_file
from invullen import bewerk, codes, ingevuld_blad, invullen, lees_document, neem_in
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from programs import Converteer

from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.reading import Document, Limits, Reader, Refused, Sheet, Value
from kaderxl.reading.cells import Refusal, Result
from kaderxl.reading.formats.xls import complete, look_through

DATUM = "A02-I2-M2"


def blad(reader: Reader, cellen: bytes) -> Sheet:
    document = reader.read("x.xls", biff.workbook(cellen))
    assert isinstance(document, Document), document
    assert not document.findings, "nothing is left out of it"
    return document.sheets[0]


def geweigerd(reader: Reader, data: bytes) -> tuple[str, str]:
    uitkomst = reader.read("x.xls", data)
    assert isinstance(uitkomst, Refused), uitkomst
    return uitkomst.bevinding.code, uitkomst.bevinding.tekst


def test_an_error_value_is_no_empty_cell(reader: Reader) -> None:
    fouten = {7: "#DIV/0!", 0x17: "#REF!", 0x2A: "#N/A"}
    cellen = b"".join(biff.error(0, kolom, code) for kolom, code in enumerate(fouten))
    gelezen = blad(reader, cellen + biff.number(1, 0, 3))
    assert gelezen.errors == {(0, kolom): tekst for kolom, tekst in enumerate(fouten.values())}
    assert gelezen.rows[1][0] == 3


def test_the_notes_on_cells_are_read_without_their_author(reader: Reader) -> None:
    cellen = biff.text(0, 0, "tekst") + biff.note(0, 0, "Jan:\nFictief: klopt dit?", "Jan")
    cellen += biff.note(4, 2, "Fictief: café ≥ 5")
    assert blad(reader, cellen).comments == {
        (0, 0): "Fictief: klopt dit?",
        (4, 2): "Fictief: café ≥ 5",
    }


def test_the_cells_with_a_formula_are_known_with_their_results(reader: Reader) -> None:
    eerste = biff.number(0, 0, 1) + biff.formula(0, 1, 2)
    document = reader.read("x.xls", biff.workbook(eerste, biff.formula(3, 3, 4)))
    assert isinstance(document, Document), document
    assert [s.formulas for s in document.sheets] == [{(0, 1): True}, {(3, 3): True}]
    assert [s.rows for s in document.sheets] == [[[1, 2]], [[4]]]


def test_white_space_and_truth_are_values_and_an_empty_text_is_none(reader: Reader) -> None:
    cellen = biff.text(0, 0, " ") + biff.text(0, 1, "") + biff.boolean(0, 2, False)
    assert blad(reader, cellen + biff.blanks(1, 0, 9)).rows == [[" ", None, False]]


def test_a_date_before_the_first_day_stays_a_number(reader: Reader) -> None:
    assert blad(reader, biff.number(0, 0, -3, biff.DATE)).rows == [[-3]]


def test_painted_cells_and_percentages_are_told_of(reader: Reader) -> None:
    cellen = biff.number(0, 0, 1, biff.PERCENT) + biff.number(0, 1, 12, biff.LITERAL)
    cellen += biff.blanks(1, 0, 1, biff.RED) + biff.number(2, 0, 1, biff.RED)
    gelezen = blad(reader, cellen)
    assert gelezen.percents == {(0, 0)}
    assert gelezen.painted == {(1, 0), (1, 1)}


def test_days_may_count_from_1904(reader: Reader) -> None:
    cellen = biff.number(0, 0, 44631, biff.DATE) + biff.number(0, 1, 44631)
    document = reader.read("x.xls", biff.workbook(cellen, from_1904=True))
    assert isinstance(document, Document), document
    assert document.from_1904
    assert document.sheets[0].rows == [[date(2026, 3, 12), 44631]]


@pytest.mark.parametrize("rijen", [[[1, None]], [[1, 2], [3, None]], []])
def test_when_two_readers_count_another_number_of_cells_the_file_is_refused(
    rijen: list[list[Value]],
) -> None:
    data = biff.workbook(biff.number(0, 0, 1) + biff.number(0, 1, 2))
    with pytest.raises(Refusal) as weigering:
        complete(Result("xls", [Sheet("Blad1", 0, 0, rijen)]), look_through(data, Limits()))
    regel, velden = weigering.value.note
    assert regel is catalogue.BESTAND_VERDACHT
    assert "gevulde cellen" in velden["reden"]


def test_the_layout_that_programs_write_is_no_reason_to_refuse(reader: Reader) -> None:
    """Conditional formats of Gnumeric are longer than xlrd takes them for."""
    opmaak = b"".join(biff.record(kind, bytes(99)) for kind in (0x1B0, 0x1B1, 0x00E5, 0x1B8))
    assert blad(reader, biff.number(0, 0, 1) + opmaak).rows == [[1]]


@pytest.mark.parametrize(
    "omvang", [(0, 65_537, 0, 1), (18, 0, 0, 8), (0, 4_000_000_000, 0, 256), (0, 1, 9, 2)]
)
def test_a_sheet_that_says_to_be_larger_than_sheets_are_is_refused_before_it_gets_room(
    reader: Reader, omvang: tuple[int, int, int, int]
) -> None:
    zegt = biff.record(0x0200, struct.pack("<IIHHH", *omvang, 0))
    code, zin = geweigerd(reader, biff.workbook(zegt + biff.number(0, 0, 1)))
    assert (code, "buiten het blad" in zin) == (catalogue.BESTAND_VERDACHT.code, True)
    past = biff.record(0x0200, struct.pack("<IIHHH", 0, 65_536, 0, 256, 0))
    assert blad(reader, past + biff.number(0, 0, 1)).rows == [[1]]


def test_a_password_is_named_before_anything_else(reader: Reader) -> None:
    slot = biff.record(0x002F, bytes(6))
    code, _ = geweigerd(reader, biff.workbook(biff.number(0, 0, 1), first=slot))
    assert code == catalogue.BESTAND_VERSLEUTELD.code


def test_two_sheets_of_one_name_are_refused(reader: Reader) -> None:
    een, twee = biff.number(0, 0, 1), biff.number(0, 0, 2)
    code, zin = geweigerd(reader, biff.workbook(een, twee, names=("Blad", "Blad")))
    assert (code, "zelfde naam" in zin) == (catalogue.BESTAND_VERDACHT.code, True)


def test_what_the_second_reader_stumbles_over_is_refused_as_damaged(reader: Reader) -> None:
    los = biff.record(0x001C, b"\0")  # a note that is cut off
    code, _ = geweigerd(reader, biff.workbook(biff.number(0, 0, 1) + los))
    assert code == catalogue.BESTAND_BESCHADIGD.code
    assert geweigerd(reader, ole_file({"Workbook": bytes(5000)}))[0] in (
        catalogue.BESTAND_BESCHADIGD.code,
        catalogue.BESTAND_VERDACHT.code,
    )


def test_more_blank_cells_than_a_sheet_may_be_large_are_not_kept() -> None:
    cellen = b"".join(biff.blanks(rij, 0, 255) for rij in range(10)) + biff.number(0, 0, 1)
    with Reader(Limits(box=2_000)) as streng:
        assert geweigerd(streng, biff.workbook(cellen))[0] == catalogue.BESTAND_TE_GROOT.code
    with Reader(Limits(box=4_000)) as ruim:
        assert isinstance(ruim.read("x.xls", biff.workbook(cellen)), Document)


def test_a_return_saved_as_xls_gives_the_same_answers(kader: Kader, reader: Reader) -> None:
    data = bewerk(ingevuld_blad(kader, "DV"), invullen({DATUM: {"Waarde": date(2026, 3, 12)}}))
    rijen = lees_document(reader, data).sheets[0].rows
    eerst, nu = (neem_in(reader, kader, d) for d in (data, biff.of_rows(rijen)))
    assert codes(nu.bevindingen) == codes(eerst.bevindingen)
    for code, voorzet in eerst.voorzetten.items():
        terug = nu.voorzetten[code]
        assert (terug.beoordeling, terug.reden, terug.toelichting) == (
            voorzet.beoordeling,
            voorzet.reden,
            voorzet.toelichting,
        )
        waarden = {m: a.waarde for m, a in voorzet.waarden.items()}
        assert {m: a.waarde for m, a in terug.waarden.items()} == waarden


@pytest.mark.parametrize("lengte", range(0, 6000, 500))
def test_a_file_that_breaks_off_is_refused(reader: Reader, lengte: int) -> None:
    cellen = b"".join(biff.text(rij, 0, "Fictief " * 20) for rij in range(20))
    data = biff.workbook(cellen)
    assert len(data) > 6500
    assert geweigerd(reader, data[: lengte + 9])[0].startswith("B2")


@pytest.mark.extern
def test_what_libreoffice_writes_beside_the_values_is_read_as_well(
    reader: Reader, converteer: Converteer, tmp_path: Path
) -> None:
    boek = Workbook()
    boek.epoch = CALENDAR_MAC_1904
    sheet = boek.active
    assert sheet is not None
    sheet.append(["tekst", 1, date(2026, 3, 12), 44631, "=1/0", "=1+1"])
    sheet["B1"].number_format = "0%"
    sheet["A1"].comment = Comment("Fictief: klopt dit?", "Iemand")
    sheet["A2"].fill = PatternFill("solid", fgColor="FF0000")
    boek.save(tmp_path / "bron.xlsx")
    oud = converteer(tmp_path / "bron.xlsx", "xls", tmp_path / "oud")
    document = reader.read("bron.xls", oud.read_bytes())
    assert isinstance(document, Document), document
    assert (document.format, document.from_1904, document.findings) == ("xls", True, ())
    gelezen = document.sheets[0]
    assert gelezen.rows == [["tekst", 1, date(2026, 3, 12), 44631, None, 2]]
    assert gelezen.errors == {(0, 4): "#DIV/0!"}
    assert gelezen.formulas == {(0, 4): True, (0, 5): True}
    assert gelezen.comments == {(0, 0): "Fictief: klopt dit?"}
    assert gelezen.percents == {(0, 1)}
    assert gelezen.painted == {(1, 0)}
