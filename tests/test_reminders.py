"""Who is reminded: the silent and the incomplete, in a tone that follows the deadline."""

from __future__ import annotations

from datetime import date

import pytest
from invullen import RONDE, antwoorden, inzending, oordeel

from kaderxl.core.kader import Kader, Mailsoort
from kaderxl.mailing.body import Lijst
from kaderxl.mailing.replies import is_af, stand, toon, wat_mist

DAG = date(2027, 2, 15)


@pytest.mark.parametrize(
    ("vandaag", "verwacht"),
    [
        (date(2027, 1, 4), Mailsoort.HERINNERING),
        (date(2027, 2, 7), Mailsoort.HERINNERING),
        (date(2027, 2, 8), Mailsoort.LAATSTE_HERINNERING),
        (date(2027, 2, 15), Mailsoort.LAATSTE_HERINNERING),
        (date(2027, 2, 16), Mailsoort.TE_LAAT),
    ],
    ids=str,
)
def test_the_tone_follows_how_near_the_deadline_is(vandaag: date, verwacht: Mailsoort) -> None:
    assert toon(DAG, vandaag) is verwacht


def test_without_a_deadline_the_tone_is_friendly() -> None:
    assert toon(None, date(2027, 12, 31)) is Mailsoort.HERINNERING


def test_who_sent_nothing_is_not_done_and_gets_no_list(kader: Kader) -> None:
    assert not is_af(kader, RONDE, None)
    assert wat_mist(kader, RONDE, None) == Lijst(())
    assert "nog niet ontvangen" in stand(kader, RONDE, None)


def test_who_answered_all_is_done(kader: Kader) -> None:
    af = inzending(kader, "DV", antwoorden(kader, "DV"))
    assert is_af(kader, RONDE, af)
    assert wat_mist(kader, RONDE, af) == Lijst(())
    assert stand(kader, RONDE, af) == "Alles is ingevuld."


def test_what_is_missing_is_named_row_by_row(kader: Kader) -> None:
    gegeven = antwoorden(kader, "DV") | {
        "A01-I2": oordeel("Oranje"),
        "A01-I1-M1": {"Waarde": "ca. 12"},
    }
    alles = [c for c in gegeven if c.startswith("A07-I1")]
    half = inzending(kader, "DV", {c: r for c, r in gegeven.items() if c not in alles})
    assert not is_af(kader, RONDE, half)
    assert stand(kader, RONDE, half) == (
        "We ontvingen uw invulblad; 18 van de 21 indicatoren zijn compleet."
    )
    een, twee, drie = wat_mist(kader, RONDE, half).punten
    assert een == "A01-I1 aantal opgeleverde woningen: hier staat iets dat we niet begrijpen"
    assert twee.startswith("A01-I2 ")
    assert twee.endswith(": een reden; een toelichting")
    assert drie.startswith("A07-I1 ")
    assert drie.endswith("(conform verduurzamingsprogramma)")
