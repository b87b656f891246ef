"""The number of an afspraak is what is printed before its title, never what the title counts."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.numbering import Nummer, als_nummer, in_code, op_nummer, zonder_nummer
from kaderxl.template.titles import lees_titels


@pytest.mark.parametrize(
    ("titels", "nummers"),
    [
        (["1a. Bouwen", "1b. Slopen", "2a. Wonen"], ["1a", "1b", "2a"]),
        (["1.1 Bouwen", "1.2 Slopen", "1.10 Wonen"], ["1.1", "1.2", "1.10"]),
        (["2.1 Bouwen", "2.2 Slopen", "3.1 Wonen"], ["2.1", "2.2", "3.1"]),
        (["2.1 Bouwen", "Slopen", "3.1 Wonen"], [None, None, None]),
        (["A1 Bouwen", "A2: Slopen", "B1) Wonen"], ["A1", "A2", "B1"]),
        (["A1 Bouwen", "A2 Slopen", "B1 Huren", "C1 Zorg"], ["A1", "A2", "B1", "C1"]),
        (["A1 Bouwen", "B7 is een weg", "A2 Slopen"], [None, None, None]),
        (["I-2. Bouwen", "I-3. Slopen", "II-1. Wonen"], ["I-2", "I-3", "II-1"]),
        (["Afspraak 3: Bouwen", "Afspraak 4 Slopen"], [3, 4]),
        (["12. Bouwen", "13 Slopen", "14. Wonen", "15 Zorg"], [12, 13, 14, 15]),
        (["1 Bouwen", "2 Slopen", "3 Wonen"], [1, 2, 3]),
        (["I. Bouwen", "II. Slopen"], ["I", "II"]),
        (["1a. 90 tot 110 sociale huurwoningen", "1b. Slopen"], ["1a", "1b"]),
        (["Bouwen", "Slopen"], [None, None]),
    ],
)
def test_a_number_is_kept_as_it_is_printed(titels: list[str], nummers: list[Nummer]) -> None:
    assert [t.nummer for t in lees_titels(titels).values()] == nummers


@pytest.mark.parametrize(
    "titel",
    [
        "90 tot 110 sociale huurwoningen",
        "90-110 woningen",
        "10 – 12 woningen per jaar",
        "2 nieuwe scholen",
        "60+ woningen",
        "10.000 woningen",
        "5% meer huurders",
        "2025-2028 bouwen",
        "3e fase",
    ],
)
@pytest.mark.parametrize("andere", [[], ["Slopen", "Zorg"], ["1a. Slopen", "1b. Zorg"]])
def test_what_a_title_counts_is_no_number(titel: str, andere: list[str]) -> None:
    gelezen = lees_titels([titel, *andere])[titel]
    assert (gelezen.nummer, gelezen.kaal) == (None, titel)


@given(
    st.lists(st.sampled_from(["1", "2", "10", "1a", "1b", "2.1", "A1", "A-2", "IV"]), unique=True),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=20),
)
def test_printed_numbers_are_told_apart_and_come_back(nummers: list[str], tekst: str) -> None:
    titels = [f"{n}. x{tekst}" for n in nummers]
    gelezen = lees_titels(titels)
    assert [t.nummer for t in gelezen.values()] == [*map(als_nummer, nummers)]
    assert len({in_code(als_nummer(n)) for n in nummers}) == len(nummers)
    for titel, n in zip(titels, nummers, strict=True):
        assert zonder_nummer(titel, als_nummer(n)) == f"x{tekst}"


def test_numbers_are_sorted_as_people_count() -> None:
    door_elkaar: list[Nummer] = [10, "1b", 2, "1a", 1, "1.10", "1.2"]
    assert sorted(door_elkaar, key=op_nummer) == [1, "1a", "1b", "1.2", "1.10", 2, 10]
