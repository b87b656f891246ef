"""What is said around the voorzet of a trekker: who agrees, with which one, and who is silent."""

from __future__ import annotations

import pytest

from kaderxl.core import labels as l
from kaderxl.core.answers import Reactie, Voorzet
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix, Matrixrij
from kaderxl.core.rounds import Plek, Ronde
from kaderxl.core.values import Veld
from kaderxl.matrix.combine import combine
from kaderxl.matrix.words import OUDER, inbreng_in_woorden, toelichtingen_van

CODE = "A01-I2"
AKKOORD, NIET = Reactie.AKKOORD, Reactie.NIET_AKKOORD


def voorzet(
    kader: Kader,
    kleur: str,
    tekst: str = "",
    reactie: Reactie | None = None,
    *,
    ouder: bool = False,
) -> Voorzet:
    velden = {l.BEOORDELING: Veld(kleur, Plek())}
    beoordeling = kader.stoplicht.lees(kleur)
    return Voorzet(CODE, beoordeling, "", tekst, velden=velden, reactie=reactie, ouder=ouder)


def rond(kader: Kader, **inbreng: Voorzet | None) -> tuple[Matrix, Matrixrij]:
    """A row of which the gemeente gives the voorzet."""
    matrix = combine(kader, Ronde(2026), [])
    indicator = next(i for i in kader.indicatoren if i.code == CODE)
    return matrix, Matrixrij(indicator, inbreng, None, (), (), trekker="GEM")


def test_what_each_says_of_the_voorzet_is_told_by_what_it_says(klein: Kader) -> None:
    matrix, rij = rond(
        klein,
        GEM=voorzet(klein, "Groen", "gereed"),
        NB=voorzet(klein, "Groen", "", AKKOORD),
        ZW=voorzet(klein, "Groen", "mits op tijd", AKKOORD),
        HB=voorzet(klein, "Rood", "te laat", NIET),
    )
    assert toelichtingen_van(matrix, rij) == [
        "Voorzet van Gemeente Molendam (Groen): gereed",
        "Akkoord: Noordbouw",
        "Akkoord van Zuidwonen: mits op tijd",
        "Niet akkoord van Huurdersbelang (Rood): te laat",
    ]


def test_of_an_older_voorzet_it_is_said_and_it_counts_as_no_akkoord(klein: Kader) -> None:
    matrix, rij = rond(
        klein,
        GEM=voorzet(klein, "Groen", "gereed"),
        NB=voorzet(klein, "", "", AKKOORD, ouder=True),
        ZW=voorzet(klein, "Rood", "te laat", NIET, ouder=True),
        HB=voorzet(klein, "Oranje", "zelf gezien"),
    )
    assert toelichtingen_van(matrix, rij)[1:] == [
        f"{OUDER}: Noordbouw",
        "Niet akkoord van Zuidwonen (Rood): te laat, bij een eerdere voorzet",
        "Eigen antwoord van Huurdersbelang (Oranje): zelf gezien",
    ]


def test_who_is_silent_is_named_once_there_is_a_voorzet(klein: Kader) -> None:
    matrix, rij = rond(klein, GEM=voorzet(klein, "Groen", "gereed"), NB=None, ZW=None)
    assert toelichtingen_van(matrix, rij)[1:] == [f"{l.NIET_GEREAGEERD}: Noordbouw en Zuidwonen"]
    matrix, rij = rond(klein, GEM=None, NB=None)
    assert toelichtingen_van(matrix, rij) == []


@pytest.mark.parametrize(
    ("partij", "woord"),
    [
        ("GEM", "Groen"),
        ("NB", OUDER),
        ("ZW", "Rood"),
        ("HB", l.NIET_GEREAGEERD),
        ("XX", l.NIET_GEVRAAGD),
    ],
)
def test_the_cell_of_a_partij_has_its_colour_or_why_there_is_none(
    klein: Kader, partij: str, woord: str
) -> None:
    _, rij = rond(
        klein,
        GEM=voorzet(klein, "Groen"),
        NB=voorzet(klein, "", "", AKKOORD, ouder=True),
        ZW=voorzet(klein, "Rood", "te laat", NIET, ouder=True),
        HB=None,
    )
    assert inbreng_in_woorden(rij, partij) == woord
    assert inbreng_in_woorden(None, partij) == l.NIET_GEVRAAGD


def test_who_answers_without_a_colour_has_not_filled_it_in(klein: Kader) -> None:
    _, rij = rond(klein, GEM=voorzet(klein, ""), NB=voorzet(klein, "", "", AKKOORD))
    assert inbreng_in_woorden(rij, "NB") != OUDER
    assert inbreng_in_woorden(rij, "GEM") != OUDER
