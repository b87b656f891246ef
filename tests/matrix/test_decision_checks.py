"""A besluit without reason, a date in the future, a vote that says otherwise: all of it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from gewichten import met_gewichten
from invullen import RONDE, codes

from kaderxl.core import catalogue
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.matrix.decision_checks import validate_decisions

MAART, VANDAAG = date(2027, 3, 12), date(2027, 3, 20)
ROOD = Besluit(3, "Rood", "b", MAART)
GESTEMD = {"GEM": "Groen", "DV": "Groen", "WB": "Rood"}
NET_GESTEMD = Stemming(3, "Ja", date(2027, 2, 1), GESTEMD)


def controleer(kader: Kader, vastgelegd: Vastgelegd, vandaag: date = VANDAAG) -> list[str]:
    met = met_gewichten(kader, {"stemgewicht per partij": "1"})
    return codes(validate_decisions(vastgelegd, met, RONDE, vandaag))


def besluit(*velden: object) -> Vastgelegd:
    return Vastgelegd({3: Besluit(3, *velden)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("vastgelegd", "regel"),
    [
        (besluit("Rood", "", MAART), catalogue.BESLUIT_ZONDER_REDEN),
        (besluit("Groen"), catalogue.BESLUIT_ZONDER_DATUM),
        (besluit("", "later"), catalogue.REDEN_ZONDER_BESLUIT),
        (besluit("Groen", "", date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST),
        (besluit("Groen", "", "na de zomer"), catalogue.DATUM_IN_MATRIX_ONLEESBAAR),
        (Vastgelegd(vastgesteld=date(2028, 1, 1)), catalogue.DATUM_IN_TOEKOMST),
        (Vastgelegd(vastgesteld=MAART), catalogue.NIET_ALLES_BESLOTEN),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, stemmen={"WB": "misschien"})}),
            catalogue.STEM_ONBEKEND,
        ),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, moderator="")}),
            catalogue.STEMMING_TE_VROEG,
        ),
        (
            Vastgelegd(stemmingen={3: replace(NET_GESTEMD, vanaf=date(2027, 4, 1))}),
            catalogue.STEMMING_TE_VROEG,
        ),
        (
            Vastgelegd(
                stemmingen={3: replace(NET_GESTEMD, stemmen={"GEM": "Groen", "DV": "Rood"})}
            ),
            catalogue.STEMMING_ONBESLIST,
        ),
        (Vastgelegd(stemmingen={3: NET_GESTEMD}), catalogue.STEMMING_ZONDER_BESLUIT),
        (Vastgelegd({3: ROOD}, stemmingen={3: NET_GESTEMD}), catalogue.STEMMING_TEGEN_BESLUIT),
        (
            Vastgelegd(afgesproken={"A07-I1": Afgesproken("A07-I1", "bijna")}),
            catalogue.AFSPRAAK_AO_ONLEESBAAR,
        ),
        (
            Vastgelegd(afgesproken={"A01-I3-M1": Afgesproken("A01-I3-M1", "veel")}),
            catalogue.AFSPRAAK_AO_ONLEESBAAR,
        ),
        (
            Vastgelegd(programma={2: Programmaregel(2, start=MAART, einde=date(2027, 1, 1))}),
            catalogue.EINDE_VOOR_BEGIN,
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
