"""A word of the traffic light stands in one place: the light that a template has by itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kleuren import WOORDEN

PAKKET = Path(__file__).parents[1] / "kaderxl"
THUIS = PAKKET / "core" / "traffic_light.py"
# The last one has its capital: in a figure `n.v.t.` is Dutch for what cannot be reckoned.
NAAM = re.compile(
    rf"(?i:\b(?:{'|'.join(map(re.escape, WOORDEN[:-1]))})\b)|{re.escape(WOORDEN[-1])}"
)


def _namen(bron: str) -> Iterator[tuple[int, str]]:
    """Every text of a module with a colour's name in it; docstrings are for who reads the code."""
    boom = ast.parse(bron)
    uitleg = {
        id(knoop.value)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Expr) and isinstance(knoop.value, ast.Constant)
    }
    for knoop in ast.walk(boom):
        if not isinstance(knoop, ast.Constant) or id(knoop) in uitleg:
            continue
        if isinstance(knoop.value, str) and NAAM.search(knoop.value):
            yield knoop.lineno, knoop.value


def test_no_rule_formula_chart_or_page_names_a_colour() -> None:
    gevonden = [
        f"{bestand.relative_to(PAKKET)}:{regel} {tekst}"
        for bestand in sorted(PAKKET.rglob("*.py"))
        if bestand != THUIS
        for regel, tekst in _namen(bestand.read_text("utf-8"))
    ]
    assert gevonden == []


def test_in_its_one_place_each_stands_once() -> None:
    assert [tekst for _, tekst in _namen(THUIS.read_text("utf-8"))] == [*WOORDEN]


@pytest.mark.parametrize(
    "bron",
    ["x = 'Rood'", "f'{a}=\"Oranje\"'", "y = 'Keuze: groen, of N.v.t.'", "z = ('', 'N.v.t.')"],
)
def test_a_name_is_found_wherever_it_is_hidden(bron: str) -> None:
    assert [*_namen(bron)]
    assert not [*_namen('"""Rood is een kleur."""\nx = "n.v.t., een rode rand"')]
