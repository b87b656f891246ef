"""What people decided: anything that is filled in makes it something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from rondes_maken import maak_matrix

from kaderxl.core.answers import Voorzet
from kaderxl.core.colour import Beoordeling
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Matrixrij,
    Programmaregel,
    Stand,
    Stemming,
    Terugblik,
)
from kaderxl.core.proposals import Stempunt, Wijzigingsvoorstel
from kaderxl.core.rounds import Ronde
from kaderxl.core.traffic_light import Stoplicht

SOORTEN = (
    Besluit,
    Afgesproken,
    Focuspunt,
    Stemming,
    Programmaregel,
    Wijzigingsvoorstel,
    Stempunt,
)
Soort = type[
    Besluit | Afgesproken | Focuspunt | Stemming | Programmaregel | Wijzigingsvoorstel | Stempunt
]
STEMMEN = {"DV": "Groen", "WB": ""}


def met_een() -> Iterator[tuple[Soort, str, object]]:
    """Each part of each, by itself."""
    for soort in SOORTEN:
        for veld in fields(soort)[1:]:
            yield soort, veld.name, {"stemmen": STEMMEN}.get(veld.name, "x")
    yield Afgesproken, "waarde", 0
    yield Afgesproken, "waarde", False


@pytest.mark.parametrize(("soort", "naam", "waarde"), [*met_een()])
def test_one_part_is_enough(soort: Soort, naam: str, waarde: object) -> None:
    assert soort(1, **{naam: waarde})  # type: ignore[arg-type]


GROEN = Voorzet("A01-I1", Beoordeling("Groen"))


@pytest.mark.parametrize(
    ("inbreng", "standen", "volledig"),
    [
        ({"DV": GROEN}, (), True),
        ({"DV": GROEN}, (Stand("A01-I1-M1", "", "", 3, True),), True),
        ({"DV": GROEN}, (Stand("A01-I1-M1", "", "1 van 2"),), False),
        ({"DV": GROEN, "WB": None}, (), False),
        ({"DV": Voorzet("A01-I1")}, (), False),
    ],
)
def test_a_row_is_whole_with_every_colour_and_every_number(
    klein: Kader, inbreng: dict[str, Voorzet | None], standen: tuple[Stand, ...], volledig: bool
) -> None:
    assert Matrixrij(klein.indicatoren[0], inbreng, None, (), standen).volledig is volledig


def test_the_words_of_the_rondes_before_are_known_too(klein: Kader) -> None:
    matrix = maak_matrix(klein, Ronde(2026), {})
    assert matrix.alle_kleuren == klein.stoplicht
    ook_paars = Stoplicht((*klein.stoplicht, Beoordeling("Paars")))
    met = replace(matrix, terugblik=Terugblik(stoplicht=ook_paars))
    assert met.alle_kleuren.lees("Paars") == "Paars"


@pytest.mark.parametrize("soort", SOORTEN)
def test_without_any_part_it_is_nothing(soort: Soort) -> None:
    assert not soort(1)  # type: ignore[arg-type]
    assert not Stemming(1, stemmen={"DV": ""})
    assert not Stempunt("ST-1", stemmen={"DV": ""})
