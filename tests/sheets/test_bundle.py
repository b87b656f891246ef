"""The workbook in which a partij answers many municipalities, as it is looked at."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from invullen import leeg_blad, lees_document
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader
from kaderxl.returns.asked_sheet import read_asked
from kaderxl.sheets.asked import Gevraagd, Vraagblad, rijcodes
from kaderxl.sheets.bundle import KOPREGEL, write_bundle
from kaderxl.sheets.bundle_rows import Bundelplan, plan_bundle

LAPTOP = 1235


@pytest.fixture(scope="module")
def blad(kader: Kader, reader: Reader) -> Vraagblad:
    data = leeg_blad(kader, "WZN")
    gelezen = read_asked("b.xlsx", lees_document(reader, data), data, reader.limits)
    assert isinstance(gelezen, Vraagblad)
    return gelezen


def van(blad: Vraagblad, nummer: int, *anders: Gevraagd) -> Vraagblad:
    """The sheet of another municipality that asks the same, with other questions where given."""
    codes = {vraag.code: vraag for vraag in anders}
    vragen = tuple(codes.get(vraag.code, vraag) for vraag in blad.vragen)
    kenmerk = replace(blad.kenmerk, kader=f"G{nummer}")
    return replace(blad, kenmerk=kenmerk, kader=f"Gemeente {nummer}", vragen=vragen)


def geschreven(plan: Bundelplan) -> Worksheet:
    werkblad = load_workbook(io.BytesIO(write_bundle(plan))).worksheets[0]
    assert isinstance(werkblad, Worksheet)
    return werkblad


def pixels(werkblad: Worksheet, kolommen: int) -> int:
    breedtes = (
        werkblad.column_dimensions[get_column_letter(k)].width for k in range(1, kolommen + 1)
    )
    return sum(int((breedte - 0.71) * 7 + 5) for breedte in breedtes)


@pytest.mark.parametrize("aantal", [2, 3, 5])
def test_a_few_municipalities_stand_beside_the_questions_on_a_laptop(
    blad: Vraagblad, aantal: int
) -> None:
    werkblad = geschreven(plan_bundle([van(blad, n) for n in range(aantal)]))
    assert pixels(werkblad, 5 + aantal) <= LAPTOP


def test_of_many_the_questions_stay_in_view(blad: Vraagblad) -> None:
    kort = replace(blad, vragen=blad.vragen[:3])
    werkblad = geschreven(plan_bundle([van(kort, n) for n in range(166)]))
    assert werkblad.max_column == 5 + 166
    assert werkblad.freeze_panes == f"C{KOPREGEL + 2}"
    assert pixels(werkblad, 2) < LAPTOP / 2
    assert werkblad.cell(KOPREGEL + 3, 1).font.size == 8


def test_the_same_sheets_give_the_same_rows_in_whatever_order_they_come(blad: Vraagblad) -> None:
    bladen = [van(blad, n) for n in range(3)]
    assert write_bundle(plan_bundle(bladen)) == write_bundle(plan_bundle(bladen[::-1]))


@pytest.mark.parametrize(
    "anders",
    [
        {"vraag": "Iets heel anders?"},
        {"eenheid": "hectare"},
        {"eigen": True},
        {"onder": "een andere indicator"},
    ],
    ids=lambda anders: next(iter(anders)),
)
def test_what_differs_in_words_or_unit_is_no_row_together(
    blad: Vraagblad, anders: dict[str, str | bool]
) -> None:
    vraag = next(v for v in blad.vragen if not v.landelijk)
    ander = van(blad, 1, replace(vraag, **anders))  # type: ignore[arg-type]
    plan = plan_bundle([van(blad, 0), ander])
    assert {rij.vraag.code for rij in plan.eigen[0]} == {vraag.code}
    assert {rij.vraag.code for rij in plan.eigen[1]} == {vraag.code}
    zonder = {v.code for v in blad.vragen} - {vraag.code}
    assert {rij.vraag.code for rij in plan.samen} == zonder


def test_other_choices_make_another_question_and_other_capitals_do_not(blad: Vraagblad) -> None:
    vraag = next(v for v in blad.vragen if v.cellen[0].kolom == l.BEOORDELING)
    woorden = ("Ja", "Nee")
    kleur = replace(vraag.cellen[0].toegelaten, woorden=woorden)
    cellen = (replace(vraag.cellen[0], toegelaten=kleur), *vraag.cellen[1:])
    plan = plan_bundle([van(blad, 0), van(blad, 1, replace(vraag, cellen=cellen))])
    assert {rij.vraag.code for rij in plan.eigen[0]} == {vraag.code}
    luid = replace(vraag, vraag=vraag.vraag.upper())
    assert not plan_bundle([van(blad, 0), van(blad, 1, luid)]).eigen


def test_what_a_sheet_asks_twice_in_the_same_words_is_its_own(blad: Vraagblad) -> None:
    eerste, tweede = blad.vragen[:2]
    dubbel = van(blad, 0, replace(eerste, code=tweede.code))
    dubbel = replace(dubbel, vragen=(eerste, replace(eerste, code=tweede.code), *dubbel.vragen[2:]))
    plan = plan_bundle([dubbel, van(blad, 1)])
    assert {rij.vraag.code for rij in plan.eigen[0]} == {eerste.code, tweede.code}
    assert len(rijcodes(dubbel)) == dubbel.gevraagd, "each cell has a row"


def test_a_doel_of_its_own_is_said_in_the_column_of_its_municipality(blad: Vraagblad) -> None:
    vraag = replace(blad.vragen[0], eronder=("Doel: minstens 120",))
    ander = replace(vraag, eronder=("Doel: minstens 7",))
    werkblad = geschreven(plan_bundle([van(blad, 0, vraag), van(blad, 1, ander)]))
    gezegd = {r.prompt for r in werkblad.data_validations.dataValidation if r.prompt}
    assert {"Doel: minstens 120", "Doel: minstens 7"} <= gezegd
    zelfde = geschreven(plan_bundle([van(blad, 0, vraag), van(blad, 1, vraag)]))
    assert str(zelfde.cell(KOPREGEL + 3, 2).value).endswith("Doel: minstens 120")


def test_more_cells_of_a_row_that_have_an_answer_are_counted(blad: Vraagblad) -> None:
    vraag = blad.vragen[0]
    gevuld = replace(vraag, cellen=(replace(vraag.cellen[0], waarde="Groen"), *vraag.cellen[1:]))
    plan = plan_bundle([van(blad, 0, gevuld), van(blad, 1), van(blad, 2)])
    data = io.BytesIO(write_bundle(plan))
    werkblad = load_workbook(data, data_only=True).worksheets[0]
    assert werkblad.cell(KOPREGEL + 3, 5).value == "1 van 3"
    assert werkblad.cell(KOPREGEL + 4, 5).value == "–"


def gedeeld(blad: Vraagblad) -> tuple[Gevraagd, Gevraagd]:
    """What a sheet asks under the code SLOOP, and a number that it asks without one."""
    sloop = next(v for v in blad.vragen if v.landelijk == "SLOOP")
    zonder = replace(sloop, landelijk="")
    return sloop, zonder


def rijen_van(plan: Bundelplan, code: str) -> list[set[int]]:
    """The sheets on each row of a question."""
    return [{*rij.cellen} for rij in plan.rijen if rij.vraag.code == code]


def test_one_landelijke_code_is_one_row_whatever_the_words(blad: Vraagblad) -> None:
    """And its own words are said in the column of each municipality."""
    sloop, _ = gedeeld(blad)
    ander = van(blad, 1, replace(sloop, vraag="Hoeveel is er afgebroken?", onder="iets anders"))
    plan = plan_bundle([van(blad, 0), ander])
    assert rijen_van(plan, sloop.code) == [{0, 1}]
    werkblad = geschreven(plan)
    gezegd = {r.prompt for r in werkblad.data_validations.dataValidation if r.prompt}
    assert "Zo vraagt deze gemeente het: Hoeveel is er afgebroken?" in {
        regel for tekst in gezegd for regel in tekst.splitlines()
    }
    vragen = [str(rij[1].value) for rij in werkblad.iter_rows(KOPREGEL + 2)]
    (rij,) = [tekst for tekst in vragen if sloop.vraag in tekst]
    assert "Niet overal met deze woorden" in rij


def test_another_code_or_unit_makes_another_question_of_the_same_words(blad: Vraagblad) -> None:
    sloop, _ = gedeeld(blad)
    for anders in (replace(sloop, landelijk="EIGEN"), replace(sloop, eenheid="complexen")):
        plan = plan_bundle([van(blad, 0), van(blad, 1, anders)])
        assert rijen_van(plan, sloop.code) == [{0}, {1}]


def test_without_a_code_the_same_words_are_the_same_still(blad: Vraagblad) -> None:
    sloop, zonder = gedeeld(blad)
    bladen = [van(blad, 0), van(blad, 1, zonder), van(blad, 2, zonder)]
    plan = plan_bundle(bladen)
    assert rijen_van(plan, sloop.code) == [{0, 1, 2}]
    # The sheets come back without the one that had the code: their rows are where they were
    terug = plan_bundle(bladen[1:], plan.genoemd)
    codes = {rij.code for rij in plan.rijen}
    assert {rij.code for rij in terug.rijen} == codes
    assert rijen_van(plan_bundle(bladen[1:]), sloop.code) == [{0, 1}]


def test_what_one_sheet_asks_with_and_without_the_code_is_two_questions(blad: Vraagblad) -> None:
    sloop, zonder = gedeeld(blad)
    elders = next(v for v in blad.vragen if v.code == "A02-I1-M3")
    zonder = replace(zonder, code=elders.code, cellen=elders.cellen)
    beide = van(blad, 1, replace(sloop, vraag="Afgebroken"), zonder)
    plan = plan_bundle([van(blad, 0), beide])
    assert rijen_van(plan, sloop.code) == [{0, 1}]
    assert len(rijcodes(beide)) == beide.gevraagd, "each cell has a row"


def test_words_with_two_codes_belong_to_neither(blad: Vraagblad) -> None:
    sloop, zonder = gedeeld(blad)
    bladen = [van(blad, 0), van(blad, 1, replace(sloop, landelijk="X")), van(blad, 2, zonder)]
    assert rijen_van(plan_bundle(bladen), sloop.code) == [{0}, {1}, {2}]
