"""Tables in a text: with signs between the columns, and under one another."""

from __future__ import annotations

import pytest

from kaderxl.reading.papers import Grid, Line
from kaderxl.template.printed.grids import lees_rooster
from kaderxl.template.printed.pairing import rijen_van
from kaderxl.template.printed.separated import van_tekst

TEKEN = """Vooraf
Afspraak{0}Indicator{0}Jaar{0}Wie
1. Bouwen{0}aantal huizen{0}2026{0}gemeente
2. Slopen{0}aantal gesloopt{0}2027{0}corporaties
"""
ONDER_ELKAAR = """Vooraf een zin die over de hele breedte van de bladzijde gaat.

Afspraak             Indicator            Jaar         Wie

1. Bouwen aan        aantal huizen        2026-2028    corporaties,
het water                                              gemeente
                     aantal straten       2027         gemeente
2. Slopen            aantal gesloopt      2027         corporaties
"""


def rijen(tekst: str) -> list[tuple[str, ...]]:
    regels = [Line(r, f"regel {n}") for n, r in enumerate(tekst.split("\n"), 1)]
    items = van_tekst(regels)
    assert "Vooraf" in next(item.text for item in items if isinstance(item, Line))
    (rooster,) = (item for item in items if isinstance(item, Grid))
    return [
        (r.afspraak.tekst, r.indicator.tekst, r.jaar.tekst, r.actiehouder.tekst)
        for blok in lees_rooster(rooster, alineas=False).blokken
        for r in rijen_van(blok)
    ]


@pytest.mark.parametrize("teken", ["\t", "|", ";"])
def test_a_sign_between_columns(teken: str) -> None:
    assert rijen(TEKEN.format(teken)) == [
        ("1. Bouwen", "aantal huizen", "2026", "gemeente"),
        ("2. Slopen", "aantal gesloopt", "2027", "corporaties"),
    ]


def test_columns_under_one_another_go_on_over_lines() -> None:
    gevonden = rijen(ONDER_ELKAAR)
    assert gevonden[-1] == ("2. Slopen", "aantal gesloopt", "2027", "corporaties")
    assert {rij[0] for rij in gevonden} == {"1. Bouwen aan het water", "2. Slopen"}
