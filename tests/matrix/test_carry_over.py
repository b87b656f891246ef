"""What an edited matrix says laid over what was there: nothing of either is dropped or undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invullen import codes, enige

from kaderxl.core import catalogue
from kaderxl.core.answers import Waarde
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Grondslag,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.matrix.carry_over import borne_by, carry_over, in_woorden, put_back

EERST, LATER = date(2027, 3, 1), date(2027, 3, 12)
ALLES = Vastgelegd(
    {1: Besluit(1, "Groen", "", EERST)},
    {"A07-I1": Afgesproken("A07-I1", "Oranje", "besproken")},
    {3: Focuspunt(3, "bellen", "gemeente", EERST)},
    {4: Stemming(4, "Ja", EERST, {"DV": "Groen"})},
    {2: Programmaregel(2, "bouwen", "DV", EERST)},
    {"A01-I1": "navragen"},
    LATER,
)


def besluit(*velden: object) -> Vastgelegd:
    return Vastgelegd({1: Besluit(1, *velden)})  # type: ignore[arg-type]


def samen(nieuw: Vastgelegd, eerder: Vastgelegd) -> tuple[Besluit, list[str]]:
    vastgelegd, bevindingen = carry_over(nieuw, eerder)
    return vastgelegd.besluiten[1], codes(bevindingen)


@pytest.mark.parametrize(
    ("nieuw", "eerder", "blijft", "regel"),
    [
        (("Rood", "b", LATER), ("Groen", "", EERST), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", EERST), ("Groen", "", LATER), "Groen", catalogue.BESLUIT_OUDER),
        (("Rood", "b", EERST), ("Groen", "", EERST), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", EERST), ("Groen", "", None), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", None), ("Groen", "", EERST), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", "maart"), ("Groen", "", LATER), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Rood", "b", EERST), ("Groen", "", "maart"), "Rood", catalogue.VASTGELEGD_GEWIJZIGD),
        (("", "", None), ("Groen", "", EERST), "Groen", catalogue.VASTGELEGD_BLIJFT),
        (("Groen", "", EERST), ("", "", LATER), "Groen", catalogue.VASTGELEGD_GEWIJZIGD),
        (("Groen", "", EERST), ("Groen", "", EERST), "Groen", None),
    ],
)
def test_a_besluit_gives_way_to_another_unless_that_is_of_an_earlier_day(
    nieuw: tuple[str, str, Waarde],
    eerder: tuple[str, str, Waarde],
    blijft: str,
    regel: object,
) -> None:
    """A besluit without a day, or with a day in words, is neither earlier nor later."""
    uitkomst, gemeld = samen(besluit(*nieuw), besluit(*eerder))
    assert uitkomst.kleur == blijft
    assert gemeld == ([regel.code] if regel else [])  # type: ignore[attr-defined]


def test_the_same_colour_of_an_earlier_day_is_a_day_mended() -> None:
    uitkomst, gemeld = samen(besluit("Groen", "", EERST), besluit("Groen", "", LATER))
    assert uitkomst.datum == EERST
    assert gemeld == [catalogue.VASTGELEGD_GEWIJZIGD.code]


def test_a_reason_goes_with_its_own_colour() -> None:
    """An empty reason beside the same colour leaves it; beside another colour it is not taken."""
    zelfde, _ = samen(besluit("Rood", "", LATER), besluit("Rood", "b", EERST))
    assert (zelfde.reden, zelfde.datum) == ("b", LATER)
    ander, _ = samen(besluit("Groen", "", LATER), besluit("Rood", "b", EERST))
    assert (ander.kleur, ander.reden) == ("Groen", "")


def test_what_an_empty_matrix_leaves_out_stays_and_is_named() -> None:
    vastgelegd, bevindingen = carry_over(Vastgelegd(), ALLES)
    assert replace(vastgelegd, grondslagen={}) == ALLES
    assert codes(bevindingen) == [catalogue.VASTGELEGD_BLIJFT.code] * 6
    alles = " ".join(b.tekst for b in bevindingen)
    for woorden in ("Groen / 1-3-2027", "Oranje / besproken", "bellen / gemeente", "navragen"):
        assert woorden in alles


def test_over_nothing_it_is_all_new_and_nothing_is_named() -> None:
    vastgelegd, bevindingen = carry_over(ALLES, Vastgelegd())
    assert vastgelegd == ALLES
    assert bevindingen == []


@pytest.mark.parametrize("nieuw", [{}, {"WB": "Rood"}, {"WB": "Rood", "DV": ""}])
def test_a_vote_that_is_left_empty_stays(nieuw: dict[str, str]) -> None:
    """As in a copy that was made before the vote, in which only the moderator was filled in."""
    stemming = Vastgelegd(stemmingen={4: Stemming(4, "Nee", None, nieuw)})
    vastgelegd, _ = carry_over(stemming, ALLES)
    uitkomst = vastgelegd.stemmingen[4]
    assert (uitkomst.moderator, uitkomst.vanaf) == ("Nee", EERST)
    assert uitkomst.stemmen == {"DV": "Groen"} | {k: v for k, v in nieuw.items() if v}


_kleuren = st.sampled_from(["", "Groen", "Oranje", "Rood"])
_dagen = st.sampled_from([None, EERST, LATER, "na de zomer"])
_besluiten = st.builds(
    lambda kleur, reden, datum: Besluit(1, kleur, reden, datum),
    _kleuren,
    st.sampled_from(["", "b", "te laat begonnen"]),
    _dagen,
)


@given(_besluiten, _besluiten)
def test_of_two_besluiten_one_stands_and_the_other_is_named(een: Besluit, ander: Besluit) -> None:
    """Whatever two matrices say: no colour vanishes without a word, and none is made up."""
    nieuw, eerder = (Vastgelegd({1: b} if b else {}) for b in (een, ander))
    vastgelegd, bevindingen = carry_over(nieuw, eerder)
    uitkomst = vastgelegd.besluiten.get(1, Besluit(1))
    assert uitkomst.kleur in (een.kleur, ander.kleur)
    assert bool(uitkomst.kleur) == bool(een.kleur or ander.kleur)
    weg = {b.kleur for b in (een, ander)} - {uitkomst.kleur, ""}
    assert all(any(kleur in b.tekst for b in bevindingen) for kleur in weg)
    if ander and in_woorden(uitkomst) != in_woorden(ander):
        assert bevindingen


@given(_besluiten)
def test_the_same_once_more_changes_nothing(een: Besluit) -> None:
    vastgelegd = Vastgelegd({1: een} if een else {})
    opnieuw, bevindingen = carry_over(vastgelegd, vastgelegd)
    assert (opnieuw.besluiten, bevindingen) == (vastgelegd.besluiten, [])


# Grounds


def test_a_besluit_keeps_the_answers_it_was_made_by() -> None:
    """Those noted with it before, not those of the workbook that says the same once more."""
    toen = {1: Grondslag("Groen van 1 maart 2027", {("A01-I1", "DV"): "Groen"})}
    nu = {1: Grondslag("Groen van 1 maart 2027", {("A01-I1", "DV"): "Rood, b"})}
    eerder, nieuw = replace(ALLES, grondslagen=toen), replace(ALLES, grondslagen=nu)
    assert carry_over(nieuw, eerder)[0].grondslagen == toen
    ander = replace(nieuw, besluiten={1: Besluit(1, "Rood", "b", LATER)})
    assert carry_over(ander, eerder)[0].grondslagen == {}, "of another besluit nothing is known"


# A copy that was adopted before


def test_what_the_matrix_lost_comes_back_each_with_its_name() -> None:
    terug, bevindingen = put_back(Vastgelegd(), ALLES)
    assert terug == ALLES
    assert codes(bevindingen) == [catalogue.TERUGGEZET.code] * 7
    gelijk, bevindingen = put_back(ALLES, ALLES)
    assert (gelijk, bevindingen) == (ALLES, [])


def test_what_was_decided_since_is_not_undone_by_an_older_copy() -> None:
    nu = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", LATER)}, vastgesteld=EERST)
    ouder = replace(ALLES, besluiten={**ALLES.besluiten, 5: Besluit(5, "Afgerond", "", EERST)})
    terug, bevindingen = put_back(nu, ouder)
    assert {n: b.kleur for n, b in terug.besluiten.items()} == {1: "Rood", 5: "Afgerond"}
    assert terug.vastgesteld == EERST
    assert "afspraak 5" in enige(bevindingen, catalogue.TERUGGEZET).tekst


def test_of_a_workbook_only_what_the_matrix_bears_is_said_to_be_taken_over() -> None:
    assert borne_by(ALLES, ALLES) == ALLES
    niets = borne_by(Vastgelegd(), ALLES)
    assert niets == Vastgelegd()
    anders = replace(ALLES, besluiten={1: Besluit(1, "Rood", "b", LATER)}, vastgesteld=EERST)
    gedragen = borne_by(anders, ALLES)
    assert (gedragen.besluiten, gedragen.vastgesteld) == ({}, None)
    assert gedragen.focuspunten == ALLES.focuspunten


# In words


@pytest.mark.parametrize(
    ("waarde", "woorden"),
    [
        (Besluit(3, "Rood", "te laat begonnen", LATER), "Rood / te laat begonnen / 12-3-2027"),
        (Besluit(3, "Rood", "", "maart"), "Rood / maart"),
        (Afgesproken("A01-I3-M1", 0, ""), "0"),
        (Stemming(4, "Ja", None, {"DV": "Groen", "WB": "Rood"}), "Ja / DV: Groen / WB: Rood"),
        ("navragen", "navragen"),
        (LATER, "12-3-2027"),
    ],
)
def test_what_somebody_wrote_is_told_in_one_line(waarde: object, woorden: str) -> None:
    assert in_woorden(waarde) == woorden
