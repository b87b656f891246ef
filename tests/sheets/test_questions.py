"""What a partij is asked in a ronde, and the target beside it in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaderxl.core.kader import Doel, Kader
from kaderxl.core.labels import BEOORDELING_VRAAG
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.targets import doel_in_woorden
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.sheets.texts import Vraagtekst

RONDE = Ronde(2026)


def test_the_rows_of_a_partij(klein: Kader) -> None:
    lijst = stel_vragenlijst_op(klein, RONDE, "GEM")
    assert [r.code for r in lijst.regels] == [
        "A01-I2",
        "A01-I2-M1",
        "A01-I2-M2",
        "A03-I1",
        "A03-I1-M1",
        "A03-I1-M2",
        "A03-I2",
        "A03-I2-M1",
        "A03-I2-M2",
    ]
    assert lijst.indicatoren == 3


def test_an_indicator_asks_a_colour_and_a_value_asks_its_own(klein: Kader) -> None:
    eigen, waarde, *_ = stel_vragenlijst_op(klein, RONDE, "NB").regels
    assert (eigen.vraag, eigen.eenheid) == (BEOORDELING_VRAAG, "kleur")
    assert (waarde.vraag, waarde.eenheid) == ("Opgeleverd (bruto)", "woningen")
    assert (eigen.thema, eigen.afspraak) == ("Bouwen", "1. Meer woningen")
    assert eigen.doel
    assert not waarde.doel


def test_a_value_without_a_unit_says_its_kind(klein: Kader) -> None:
    regels = {r.code: r for r in stel_vragenlijst_op(klein, RONDE, "GEM").regels}
    assert regels["A01-I2-M1"].eenheid == "ja/nee"
    assert regels["A01-I2-M2"].eenheid == "datum"


def test_other_years_ask_other_rows_and_some_ask_nothing(klein: Kader) -> None:
    def codes(jaar: int) -> set[str]:
        regels = stel_vragenlijst_op(klein, Ronde(jaar), "HB").regels
        return {r.indicator.code for r in regels}

    assert codes(2026) == {"A01-I2", "A02-I2", "A03-I1"}
    assert codes(2027) == {"A03-I1"}
    assert codes(2028) == {"A02-I2", "A03-I1"}
    assert codes(2032) == set()
    assert stel_vragenlijst_op(klein, RONDE, "XX").regels == ()


def test_the_kenmerk_says_who_and_when(klein: Kader) -> None:
    kenmerk = stel_vragenlijst_op(klein, Ronde(2026, Fase.TUSSENSTAND), "NB").kenmerk
    assert (kenmerk.kader, kenmerk.partij) == ("MOL", "NB")
    assert kenmerk.ronde == Ronde(2026, Fase.TUSSENSTAND)


@pytest.mark.parametrize(
    ("minimum", "maximum", "omschrijving", "woorden"),
    [
        (120.0, 140.0, "", "t/m 2031: 120 tot 140 woningen"),
        (120.0, 140.0, "netto", "t/m 2031: 120 tot 140 woningen (netto)"),
        (120.0, 120.0, "", "t/m 2031: 120 woningen"),
        (1250.0, None, "", "t/m 2031: minstens 1.250 woningen"),
        (None, 12.5, "", "t/m 2031: hoogstens 12,5 woningen"),
        (0.0, None, "", "t/m 2031: minstens 0 woningen"),
        (None, None, "gereed in 2026", "gereed in 2026"),
        (None, None, "", "t/m 2031"),
    ],
)
def test_a_target_in_words(
    klein: Kader, minimum: float | None, maximum: float | None, omschrijving: str, woorden: str
) -> None:
    doel = Doel("A01-I1", 2031, minimum, maximum, "", omschrijving)
    assert doel_in_woorden(replace(klein, doelen=(doel,)), "A01-I1", 2026) == woorden


@pytest.mark.parametrize(
    ("doel", "woorden"),
    [
        (Doel("A01-I1", 2031, 30, per_jaar=True), "elk jaar t/m 2031: minstens 30 woningen"),
        (
            Doel("A01-I1", 2031, None, 5, per_jaar=True, meetwaarde="A01-I1-M3"),
            "elk jaar t/m 2031: hoogstens 5 woningen",
        ),
        (Doel("A02-I1", 2031, 30, per_jaar=True), "elk jaar t/m 2031: minstens 30 %"),
        (Doel("A02-I2", 2031, 7.5), "t/m 2031: minstens 7,5 %"),
    ],
)
def test_a_target_has_the_unit_of_what_it_speaks_of(klein: Kader, doel: Doel, woorden: str) -> None:
    assert doel_in_woorden(replace(klein, doelen=(doel,)), doel.indicator, 2026) == woorden


def test_only_targets_that_lie_ahead_and_are_of_everyone_or_oneself(klein: Kader) -> None:
    assert doel_in_woorden(klein, "A01-I1", 2031, "NB").count("\n") == 1
    assert "voor u 90" in doel_in_woorden(klein, "A01-I1", 2031, "NB")
    assert "voor u" not in doel_in_woorden(klein, "A01-I1", 2031, "ZW")
    assert doel_in_woorden(klein, "A01-I1", 2032, "NB") == ""
    assert doel_in_woorden(klein, "A02-I1", 2026) == ""


def test_doelen_of_each_partij_alone_have_its_name_where_they_are_all_there_is(
    klein: Kader,
) -> None:
    eigen = [Doel("A02-I1", 2031, 30, partij=partij) for partij in ("NB", "ZW")]
    kader = replace(klein, doelen=tuple(eigen))
    woorden = "t/m 2031: Noordbouw minstens 30 %\nt/m 2031: Zuidwonen minstens 30 %"
    assert doel_in_woorden(kader, "A02-I1", 2026) == woorden
    assert doel_in_woorden(kader, "A02-I1", 2026, "GEM") == ""


@pytest.mark.parametrize(
    ("over", "gevraagd"),
    [("oordeel", "oordeel: Hoe verloopt dit?"), ("hoe is het?", "hoe is het? Hoe verloopt dit?")],
)
def test_a_question_about_a_question_has_one_mark(over: str, gevraagd: str) -> None:
    assert Vraagtekst(over, "Hoe verloopt dit?").eerste == gevraagd
