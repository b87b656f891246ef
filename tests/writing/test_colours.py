"""Colours that everybody can read."""

from __future__ import annotations

from itertools import combinations

import pytest
from contrasten import contrast
from kleuren import WOORDEN

from kaderxl.core import labels as l
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.writing import colours
from kaderxl.writing.colours import Kleur, palet

KLEUREN = palet(HOOFDSTUK_8)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("woord", "kleur"), KLEUREN.items())
def test_a_word_is_readable_on_its_colour(woord: str, kleur: Kleur) -> None:
    assert contrast(kleur.vulling, kleur.tekst) >= 4.5


@pytest.mark.parametrize(
    ("achter", "voor"),
    [
        (colours.DONKERGROEN, "#FFFFFF"),
        (colours.INVOER, "#000000"),
        (colours.ZACHT_GRIJS, colours.GRIJZE_TEKST),
        ("#FFFFFF", colours.GRIJZE_TEKST),
        (colours.LET_OP_VULLING, colours.LET_OP_TEKST),
        (colours.FICTIEF_VULLING, colours.FICTIEF_TEKST),
        ("#FFFFFF", "#1B6B4A"),
    ],
)
def test_other_text_is_readable_too(achter: str, voor: str) -> None:
    assert contrast(achter, voor) >= 4.5


def test_the_edge_of_an_input_cell_is_visible() -> None:
    assert contrast(colours.INVOER_LIJN, colours.INVOER) >= 3
    assert contrast(colours.INVOER_LIJN, "#FFFFFF") >= 3


def test_every_colour_has_a_word_and_a_symbol_of_its_own() -> None:
    assert set(KLEUREN) == {*WOORDEN, l.NIET_INGEVULD, l.VERSCHIL}
    symbolen = [kleur.symbool for kleur in KLEUREN.values()]
    assert all(len(symbool) == 1 for symbool in symbolen)
    assert len(set(symbolen)) == len(symbolen)


@pytest.mark.parametrize("ander", ["#000000", "#FFFFFF", "#3DAA7D", "#0A0A0A", "#808080"])
def test_the_contrast_that_a_template_is_held_to_is_that_of_wcag(ander: str) -> None:
    assert colours.contrast("#C9CDD2", ander) == pytest.approx(contrast("#C9CDD2", ander))


def test_no_two_colours_have_the_same_fill() -> None:
    for een, ander in combinations(KLEUREN.values(), 2):
        assert een.vulling != ander.vulling
