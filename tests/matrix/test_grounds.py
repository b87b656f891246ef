"""What a besluit rests on, in words, and what has changed since it was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from invullen import Antwoorden, codes, enige, oordeel
from rondes_maken import maak_matrix, woningen

from kaderxl.core import catalogue
from kaderxl.core import labels as l
from kaderxl.core.answers import Waarde
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Besluit, Grondslag, Matrix, Vastgelegd
from kaderxl.core.rounds import Bevinding, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.grounds import besluit_in_woorden, feiten, kleur_van
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

MAART = date(2027, 3, 12)


@pytest.fixture(scope="module")
def klein(molendam: Path, reader: Reader) -> Kader:
    return read_template(molendam, reader).geldig()


def ronde(kader: Kader, **gegeven: Antwoorden) -> Matrix:
    return maak_matrix(kader, Ronde(2026), gegeven)


def zegt(kader: Kader, partij: str, gegeven: Antwoorden | None) -> str:
    matrix = ronde(kader, **({partij: gegeven} if gegeven else {}))
    rij = next(r for r in matrix.rijen if r.indicator.code == "A01-I1")
    return feiten(kader, rij, partij)


# In words


@pytest.mark.parametrize(
    ("beoordeling", "woord"),
    [
        ("Groen", "Groen"),
        ("rood", "Rood"),
        ("Paars", "Paars"),
        ("groen/oranje", "groen/oranje"),
        (7, "7"),
    ],
)
def test_what_stands_for_the_colour_is_told_as_it_was_written(
    klein: Kader, beoordeling: object, woord: str
) -> None:
    """A word that is no colour is no colour, and is not lost either."""
    matrix = ronde(klein, NB={"A01-I1": {"Beoordeling": beoordeling, "Toelichting": "Fictief"}})
    (voorzet,) = [r.inbreng["NB"] for r in matrix.rijen if r.indicator.code == "A01-I1"]
    assert kleur_van(voorzet) == woord


def test_who_gave_no_colour_or_nothing_has_not_filled_it_in(klein: Kader) -> None:
    assert kleur_van(None) == l.NIET_INGEVULD
    assert zegt(klein, "NB", None) == l.NIET_INGEVULD
    alleen_getal: Antwoorden = {"A01-I1-M1": {"Waarde": 3}}
    assert zegt(klein, "NB", alleen_getal) == f"{l.NIET_INGEVULD}; Opgeleverd (bruto): 3 woningen"


def test_a_value_that_could_not_be_read_is_told_as_it_was_written(klein: Kader) -> None:
    gezegd = zegt(klein, "NB", woningen("ca. 12", 0, "1 of 2"))
    assert gezegd == (
        "Groen; Opgeleverd (bruto): “ca. 12” (niet gelezen); Gesloopt: 0 woningen; "
        "Verkocht: “1 of 2” (niet gelezen)"
    )


def test_a_colour_is_told_with_its_reason(klein: Kader) -> None:
    """A besluit rests on that as well: another reason is another answer."""
    rood = {"A01-I1": oordeel("Rood", "a", "Fictief")}
    assert zegt(klein, "NB", rood) == "Rood, a"
    assert zegt(klein, "NB", {"A01-I1": oordeel("Groen")}) == "Groen"


@pytest.mark.parametrize(
    ("datum", "woorden"),
    [
        (MAART, "Groen van 12 maart 2027"),
        (datetime(2027, 3, 12), "Groen van 12 maart 2027"),
        ("na de zomer", "Groen van na de zomer"),
        (None, "Groen"),
        ("", "Groen"),
    ],
)
def test_a_besluit_is_told_with_its_day_when_it_has_one(datum: Waarde, woorden: str) -> None:
    assert besluit_in_woorden(Besluit(1, "Groen", "", datum)) == woorden


# Since the besluit


def sindsdien(kader: Kader, toen: Matrix, nu: Matrix, *, zonder: str = "") -> list[Bevinding]:
    """The findings of a matrix when afspraak 1 was decided on by the answers of another.

    Those of the partij or of the indicator `zonder` were not there then.
    """
    rust_op = {
        (r.indicator.code, partij): feiten(kader, r, partij)
        for r in toen.rijen
        if r.indicator.afspraak == 1
        for partij in r.inbreng
        if zonder not in (r.indicator.code, partij)
    }
    besluit = Besluit(1, "Groen", "", MAART)
    vastgelegd = Vastgelegd(
        {1: besluit}, grondslagen={1: Grondslag(besluit_in_woorden(besluit), rust_op)}
    )
    bevindingen = combine(kader, Ronde(2026), nu.inzendingen, vastgelegd).bevindingen
    return [b for b in bevindingen if b.code == catalogue.BESLUIT_ACHTERHAALD.code]


def test_the_same_answers_leave_a_besluit_as_it_is(klein: Kader) -> None:
    matrix = ronde(klein, NB=woningen(10), ZW=woningen("ca. 5"))
    assert sindsdien(klein, matrix, matrix) == []


@pytest.mark.parametrize(
    ("toen", "nu"),
    [
        (woningen(10), woningen(11)),
        (woningen(10), {**woningen(10), "A01-I1": oordeel("Rood", "a", "Fictief")}),
        (woningen(10), woningen("ca. 10")),
        (woningen("ca. 10"), woningen("ca. 11")),
        (woningen(10), {"A01-I2": oordeel("Groen")}),
    ],
    ids=["number", "colour", "unreadable", "otherwise unreadable", "taken out"],
)
def test_an_answer_that_was_changed_since_is_named_with_both(
    klein: Kader, toen: Antwoorden, nu: Antwoorden
) -> None:
    eerst, daarna = ronde(klein, NB=toen), ronde(klein, NB=nu)
    over = [b for b in sindsdien(klein, eerst, daarna) if "bij A01-I1:" in b.tekst]
    bevinding = enige(over, catalogue.BESLUIT_ACHTERHAALD)
    for matrix in (eerst, daarna):
        rij = next(r for r in matrix.rijen if r.indicator.code == "A01-I1")
        assert feiten(klein, rij, "NB") in bevinding.tekst
    assert "besluit Groen van 12 maart 2027; sindsdien meldt Noordbouw" in bevinding.tekst


@pytest.mark.parametrize("later", ["ZW", "A01-I2"], ids=["a partij", "an indicator"])
def test_what_was_not_there_when_it_was_decided_does_not_overtake_it(
    klein: Kader, later: str
) -> None:
    matrix = ronde(klein, NB=woningen(10), ZW=woningen(5))
    assert codes(sindsdien(klein, matrix, matrix, zonder=later)) == []


def test_without_besluit_nothing_is_overtaken(klein: Kader) -> None:
    nu = ronde(klein, NB=woningen(10))
    geen = Vastgelegd(
        {1: Besluit(1, "", "aangehouden")}, grondslagen={1: Grondslag("", {("A01-I1", "NB"): "x"})}
    )
    bevindingen = combine(klein, Ronde(2026), nu.inzendingen, geen).bevindingen
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(bevindingen)
    alleen_besluit = replace(geen, besluiten={1: Besluit(1, "Groen")}, grondslagen={})
    bevindingen = combine(klein, Ronde(2026), nu.inzendingen, alleen_besluit).bevindingen
    assert catalogue.BESLUIT_ACHTERHAALD.code not in codes(bevindingen)
