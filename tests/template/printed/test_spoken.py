"""What an indicator in a text says itself: its year, and how much."""

from __future__ import annotations

import pytest

from kaderxl.template.printed.found import NIETS, GevondenRij, Stuk
from kaderxl.template.printed.kinds import soort_van
from kaderxl.template.printed.spoken import doelen_in_zinnen, met_jaar


def rij(indicator: str, jaar: str = "", rest: str = "") -> GevondenRij:
    stukken = (Stuk("A1 Bouwen"), Stuk(indicator, "regel 3"), Stuk(jaar), Stuk("gemeente"))
    return GevondenRij(NIETS, *stukken, soort=soort_van(indicator), rest=Stuk(rest))


@pytest.mark.parametrize(
    ("indicator", "jaar"),
    [
        ("de gemeente wijst uiterlijk in 2027 twee plekken aan", "uiterlijk in 2027"),
        ("het plan is klaar, eind 2028", "eind 2028"),
        ("de wooncoach werkt van 2026 t/m 2028", "2026 t/m 2028"),
        ("gesprek met huurders, ieder jaar", "ieder jaar"),
        ("het plan is klaar voor 2028", ""),  # in 2027, or in 2028
        ("plan in 2026 en brief in 2028", ""),
        ("aantal woningen: 60 in 2029", ""),  # by when, not when it is asked
        ("het plan is klaar", ""),
    ],
)
def test_one_year_in_the_sentence_is_its_year_and_a_doubt(indicator: str, jaar: str) -> None:
    gelezen = met_jaar(rij(indicator))
    assert gelezen.jaar.tekst == jaar
    assert bool(gelezen.twijfel) == bool(jaar)
    assert met_jaar(rij(indicator, "2026")).jaar.tekst == "2026"


@pytest.mark.parametrize(
    ("gelezen", "doel"),
    [
        (rij("aantal flexwoningen, minstens 40 voor eind 2028"), (2028, 40, None, "", False)),
        (rij("aantal, ten hoogste 15 per jaar", "jaarlijks"), (2029, None, 15, "per jaar", True)),
        (rij("aandeel huur: ten minste 72 %", "elk jaar"), (2029, 72, None, "", True)),
        (rij("aantal", "2026, 2027", "minimaal 12"), (2027, 12, None, "", True)),
        (rij("sloop: ten hoogste 25 t/m 2028"), (2028, None, 25, "", False)),
    ],
)
def test_a_bound_with_one_year_is_a_target(
    gelezen: GevondenRij, doel: tuple[int, float | None, float | None, str, bool]
) -> None:
    (d,), vragen = doelen_in_zinnen([gelezen], (2026, 2029))
    assert (d.jaar, d.minimum, d.maximum, d.telling, bool(d.twijfel)) == doel
    assert d.bron == "regel 3"
    assert not vragen


@pytest.mark.parametrize(
    "gelezen",
    [
        rij("aantal woningen", "elk jaar", "samen 180 in 2029"),  # no word for at least
        rij("aantal woningen: 60 in 2029"),
        rij("aantal woningen, minstens 40"),  # by when?
        rij("aantal woningen, minstens 40 voor 2028"),
        rij("aantal woningen, minstens 40 in 2035"),  # after the looptijd
        rij("aantal woningen, minstens 40 % in 2028"),
        rij("huurverhoging, ten hoogste € 12,50", "2027"),
        rij("aantal, minstens 40 in 2027 en minstens 60 in 2029"),
    ],
)
def test_what_has_more_readings_is_asked(gelezen: GevondenRij) -> None:
    doelen, (vraag,) = doelen_in_zinnen([gelezen], (2026, 2029))
    assert not doelen
    assert gelezen.indicator.tekst in vraag.vraag
    assert gelezen.rest.tekst in vraag.vraag
    assert (vraag.rij, vraag.kolommen) == (0, ("doel",))


def test_words_in_brackets_that_are_no_number_are_asked_as_such() -> None:
    _, (vraag,) = doelen_in_zinnen([rij("plan", "2026", "voor 1 juli")], (2026, 2029))
    assert vraag.vraag == "Achter “plan” staat ook “voor 1 juli”. Wat betekent dat hier?"
    assert doelen_in_zinnen([rij("label A of beter", "2026")], (2026, 2029)) == ([], [])
