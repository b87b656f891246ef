"""A workbook is filled in without a change to anything else in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from invullen import bewerk, leeg_blad, lees_document
from openpyxl import Workbook, load_workbook

from kaderxl.core.kader import Kader
from kaderxl.reading import Limits, Place, Reader, Value
from kaderxl.reading.cells import Refusal
from kaderxl.returns.asked_sheet import read_asked
from kaderxl.returns.fill_in import fill_in
from kaderxl.sheets.asked import Vraagblad

NU = datetime(2027, 3, 1, 12, tzinfo=UTC)
BLAD = "xl/worksheets/sheet1.xml"


def asked(reader: Reader, data: bytes) -> Vraagblad:
    blad = read_asked("b.xlsx", lees_document(reader, data), data, reader.limits)
    assert isinstance(blad, Vraagblad), blad
    return blad


@pytest.fixture(scope="module")
def blad(kader: Kader, reader: Reader) -> Vraagblad:
    return asked(reader, leeg_blad(kader, "DV"))


def filled(blad: Vraagblad, answers: Mapping[Place, Value]) -> bytes:
    return fill_in(blad, answers, NU, Limits())


def read(reader: Reader, data: bytes, place: Place) -> Value:
    sheet = lees_document(reader, data).sheets[0]
    return sheet.rows[place[0] - sheet.top][place[1] - sheet.left]


def with_part(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in {**dict.fromkeys(old.namelist()), **changed}:
            new.writestr(name, changed.get(name) or old.read(name))
    return file.getvalue()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode()


@pytest.mark.parametrize(
    "value",
    ["_x0041_", "=1+1", "<r>a</r>", " rand ", "a\nb", "€ é 🏠", "x" * 6000, 12, 0.1, True, "-"],
)
def test_what_is_put_in_a_cell_is_read_from_it(
    blad: Vraagblad, reader: Reader, value: Value
) -> None:
    cel = blad.vragen[0].cellen[-1]
    assert read(reader, filled(blad, {cel.plaats: value}), cel.plaats) == value


def test_a_sign_that_steers_a_program_becomes_its_code(blad: Vraagblad, reader: Reader) -> None:
    cel = blad.vragen[0].cellen[-1]
    assert read(reader, filled(blad, {cel.plaats: "a\x07\u202eb"}), cel.plaats) == (
        "a\\u0007\\u202eb"
    )


def test_a_day_is_a_day_where_the_cell_shows_days_and_words_elsewhere(
    blad: Vraagblad, reader: Reader
) -> None:
    dag = next(c for v in blad.vragen for c in v.cellen if c.toegelaten.soort == "date")
    tekst = blad.vragen[0].cellen[-1]
    data = filled(blad, {dag.plaats: date(2026, 5, 1), tekst.plaats: date(2026, 5, 1)})
    assert read(reader, data, dag.plaats) == date(2026, 5, 1)
    assert read(reader, data, tekst.plaats) == "1-5-2026"
    vroeg = filled(blad, {dag.plaats: date(1900, 1, 5)})
    assert read(reader, vroeg, dag.plaats) == "5-1-1900"


def test_none_empties_a_cell_and_a_cell_that_is_not_there_is_made(
    blad: Vraagblad, reader: Reader
) -> None:
    cel = blad.vragen[0].cellen[-1]
    vol = filled(blad, {cel.plaats: "vol", (2, 9): "er was geen cel", (200, 1): "en geen rij"})
    assert read(reader, vol, (2, 9)) == "er was geen cel"
    assert read(reader, vol, (200, 1)) == "en geen rij"
    leeg = filled(asked(reader, vol), {cel.plaats: None})
    assert read(reader, leeg, cel.plaats) is None
    assert load_workbook(io.BytesIO(leeg)), "its cells are in order"


def test_it_is_saved_now_and_its_formulas_are_reckoned_anew(blad: Vraagblad) -> None:
    data = filled(blad, {blad.vragen[0].cellen[0].plaats: "Groen"})
    assert "2027-03-01T12:00:00Z</dcterms:modified>" in part(data, "docProps/core.xml")
    assert 'fullCalcOnLoad="1"' in part(data, "xl/workbook.xml")
    assert not re.search(r"</f><v>", part(data, BLAD)), "what they came to is of before"
    assert part(data, BLAD).count("<f>") == part(blad.data, BLAD).count("<f>")


def met_formules(boek: Workbook) -> None:
    """A partij reckons in its answer cells."""
    tabel = boek.worksheets[0]
    for rij in range(7, 10):
        tabel.cell(rij, 3).value = f"={rij}+1"


def test_a_formula_of_the_partij_stays_and_one_that_goes_leaves_no_trace(
    kader: Kader, reader: Reader
) -> None:
    """The list of formulas that Excel keeps names one that is gone, and others that are like it."""
    data = bewerk(leeg_blad(kader, "DV"), met_formules)
    cells = part(data, BLAD)
    for rij, formule in (
        (7, '<f t="shared" ref="C7:C9" si="0">7+1</f>'),
        (8, '<f t="shared" si="0"/>'),
    ):
        cells = re.sub(
            rf'(<c r="C{rij}"[^>]*>)<f>[^<]*</f><v ?/?>(</v>)?', rf"\1{formule}<v>5</v>", cells
        )
    rels = part(data, "xl/_rels/workbook.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="c" Type="x/calcChain" Target="calcChain.xml"/></Relationships>',
    )
    types = part(data, "[Content_Types].xml").replace(
        "</Types>", '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>'
    )
    data = with_part(
        data,
        {
            BLAD: cells.encode(),
            "xl/_rels/workbook.xml.rels": rels.encode(),
            "[Content_Types].xml": types.encode(),
            "xl/calcChain.xml": b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        },
    )
    blad = asked(reader, data)
    bewaard = filled(blad, {})
    assert 'si="0"' in part(bewaard, BLAD)
    assert "<v>5</v>" in part(bewaard, BLAD)
    gevuld = filled(blad, {(6, 2): 3})
    assert 'si="0"' not in part(gevuld, BLAD)
    assert re.search(r'<c r="C8"[^>]*><v>5</v>', part(gevuld, BLAD))
    with zipfile.ZipFile(io.BytesIO(gevuld)) as book:
        assert not any("calcChain" in name for name in book.namelist())
    assert "calcChain" not in part(gevuld, "[Content_Types].xml")
    assert "calcChain" not in part(gevuld, "xl/_rels/workbook.xml.rels")


def test_what_cannot_be_read_is_refused(blad: Vraagblad) -> None:
    for kapot in (b"geen zip", with_part(blad.data, {BLAD: b"<worksheet><open></worksheet>"})):
        with pytest.raises(Refusal):
            filled(replace(blad, data=kapot), {})
