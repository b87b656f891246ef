"""Findings of one cause are one line with a count, and none of them is lost in it."""

from __future__ import annotations

from hypothesis import given, strategies as st

from kaderxl.commands.result import finding_lines, findings_json
from kaderxl.core import catalogue
from kaderxl.core.findings import Regel
from kaderxl.core.grouping import per_oorzaak
from kaderxl.core.rounds import Bevinding, Plek


def los(aantal: int, blad: str = "Kladblok", wat: str = "regel") -> list[Bevinding]:
    regel = catalogue.LOSSE_TEKST
    return [
        regel.bij(Plek("a.xlsx", blad, f"A{n}"), tekst=f"{wat} {n}") for n in range(1, aantal + 1)
    ]


def test_a_sheet_full_of_other_things_is_one_line_with_a_count() -> None:
    (regel,) = finding_lines(los(13))
    assert "Kladblok!A1: Buiten de invulcellen staat: regel 1." in regel
    assert "(en zo nog 12 cellen, van A2 tot en met A13; alles staat in --json)" in regel
    (document,) = findings_json(los(13))
    assert document["aantal"] == 13
    assert [ook["cel"] for ook in document["ook"]] == [f"A{n}" for n in range(2, 14)]
    assert "regel 13" in document["ook"][-1]["tekst"]


def test_a_few_remarks_on_a_sheet_are_each_a_line() -> None:
    assert len([*finding_lines(los(10))]) == len(findings_json(los(10))) == 10
    assert len(findings_json(los(11))) == 1


def test_what_one_choice_turned_is_one_line_and_every_answer_is_in_json() -> None:
    def gekozen(aantal: int) -> list[Bevinding]:
        codes = (f"A01-I1-M{n}" for n in range(aantal))
        regel = catalogue.KEUZE_VERANDERT
        return [regel.bij(code=c, kolom="Waarde", nu="(leeg)", eerst="12", ronde="") for c in codes]

    (regel,) = finding_lines(gekozen(18))
    assert regel.endswith(" (en zo nog 17; alles staat in --json)")
    (document,) = findings_json(gekozen(18))
    assert "A01-I1-M17" in document["ook"][-1]["tekst"]
    assert len([*finding_lines(gekozen(3))]) == 3


def test_two_sheets_are_two_causes() -> None:
    assert [groep.aantal for groep in per_oorzaak(los(13) + los(20, "Ander", "zin"))] == [13, 20]


def test_answers_that_cannot_be_read_are_each_to_be_mended() -> None:
    regel = catalogue.GETAL_VERWACHT
    fouten = [regel.bij(Plek("a", "b", f"I{n}"), waarde=f"x{n}") for n in range(30)]
    assert len(findings_json(fouten)) == 30


def test_the_same_at_no_place_is_counted() -> None:
    (regel,) = finding_lines([catalogue.MATRIX_ONTBREEKT.bij()] * 3)
    assert regel.endswith("(3 keer)")


REGELS = (catalogue.LOSSE_TEKST, catalogue.TEKST_BUITEN_DE_CELLEN, catalogue.GETAL_VERWACHT)


@given(st.lists(st.tuples(st.sampled_from(REGELS), st.sampled_from("ab"), st.integers(1, 99))))
def test_every_finding_is_in_one_group_with_its_text(
    gegeven: list[tuple[Regel, str, int]],
) -> None:
    bevindingen = [
        regel.bij(Plek("x", blad, f"A{n}"), tekst=n % 30, waarde=n % 30, bewaard="y")
        for regel, blad, n in gegeven
    ]
    groepen = per_oorzaak(bevindingen)
    assert sum(groep.aantal for groep in groepen) == len(bevindingen)
    genoemd = {(plek, groep.bevinding.tekst) for groep in groepen for plek in groep.plekken} | {
        (b.plek, b.tekst) for groep in groepen for b in groep.anders
    }
    assert genoemd == {(b.plek, b.tekst) for b in bevindingen}
