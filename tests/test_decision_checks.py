"""A besluit without reason, a date in the future, a vote that says otherwise: all of it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invullen import RONDE, codes

from kaderxl import errors
from kaderxl.decision_checks import validate_decisions
from kaderxl.errors import Regel
from kaderxl.model import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Kader,
    Programmaregel,
    Stemming,
    Vastgelegd,
)

MAART, VANDAAG = date(2027, 3, 12), date(2027, 3, 20)
ROOD = Besluit(3, "Rood", "b", MAART)
GESTEMD = {"GEM": "Groen", "DV": "Groen", "WB": "Rood"}
NET_GESTEMD = Stemming(3, "Ja", date(2027, 2, 1), GESTEMD)


def controleer(kader: Kader, vastgelegd: Vastgelegd, vandaag: date = VANDAAG) -> list[str]:
    met = replace(kader, instellingen={**kader.instellingen, "stemgewicht per partij": "1"})
    return codes(validate_decisions(vastgelegd, met, RONDE, vandaag))


def besluit(*velden: object) -> Vastgelegd:
    return Vastgelegd({3: Besluit(3, *velden)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("vastgelegd", "regel"),
    [
        (besluit("Rood", "", MAART), errors.BESLUIT_ZONDER_REDEN),
        (besluit("Groen"), errors.BESLUIT_ZONDER_DATUM),
        (besluit("", "later"), errors.REDEN_ZONDER_BESLUIT),
        (besluit("Groen", "", date(2028, 1, 1)), errors.DATUM_IN_TOEKOMST),
        (besluit("Groen", "", "na de zomer"), errors.DATUM_IN_MATRIX_ONLEESBAAR),
        (Vastgelegd(vastgesteld=date(2028, 1, 1)), errors.DATUM_IN_TOEKOMST),
        (Vastgelegd(vastgesteld=MAART), errors.NIET_ALLES_BESLOTEN),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, stemmen={"WB": "misschien"})}),
            errors.STEM_ONBEKEND,
        ),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, moderator="")}),
            errors.STEMMING_TE_VROEG,
        ),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, vanaf=date(2027, 4, 1))}),
            errors.STEMMING_TE_VROEG,
        ),
        (
            Vastgelegd(
                stemmingen={3: replace(NET_GESTEMD, stemmen={"GEM": "Groen", "DV": "Rood"})}
            ),
            errors.STEMMING_ONBESLIST,
        ),
        (Vastgelegd(stemmingen={3: NET_GESTEMD}), errors.STEMMING_ZONDER_BESLUIT),
        (Vastgelegd({3: ROOD}, stemmingen={3: NET_GESTEMD}), errors.STEMMING_TEGEN_BESLUIT),
        (
            Vastgelegd(afgesproken={"A07-I1": Afgesproken("A07-I1", "bijna")}),
            errors.AFSPRAAK_AO_ONLEESBAAR,
        ),
        (
            Vastgelegd(afgesproken={"A01-I3-M1": Afgesproken("A01-I3-M1", "veel")}),
            errors.AFSPRAAK_AO_ONLEESBAAR,
        ),
        (
            Vastgelegd(programma={2: Programmaregel(2, start=MAART, einde=date(2027, 1, 1))}),
            errors.EINDE_VOOR_BEGIN,
        ),
    ],
)
def test_what_is_wrong_has_its_finding(kader: Kader, vastgelegd: Vastgelegd, regel: Regel) -> None:
    assert regel.code in controleer(kader, vastgelegd)


@pytest.mark.parametrize(
    "vastgelegd",
    [
        Vastgelegd(),
        Vastgelegd({3: ROOD}),
        Vastgelegd({3: Besluit(3, "Groen", "", MAART)}, stemmingen={3: NET_GESTEMD}),
        Vastgelegd(afgesproken={"A07-I1": Afgesproken("A07-I1", "Groen")}),
        Vastgelegd(afgesproken={"A01-I3-M1": Afgesproken("A01-I3-M1", 56)}),
        Vastgelegd(afgesproken={"A14-I1-M3": Afgesproken("A14-I1-M3", "Annen")}),
        Vastgelegd(focuspunten={3: Focuspunt(3, "bellen", "", "2e kwartaal")}),
        Vastgelegd(programma={2: Programmaregel(2, start=MAART, einde=MAART)}),
    ],
)
def test_what_is_right_has_none(kader: Kader, vastgelegd: Vastgelegd) -> None:
    assert controleer(kader, vastgelegd) == []


def test_without_a_day_nothing_lies_in_the_future(kader: Kader) -> None:
    later = besluit("Groen", "", date(2028, 1, 1))
    assert controleer(kader, later, date.max) == []
