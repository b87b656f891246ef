"""Years in the words of people: read where they say one thing, and refused where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.notation import schrijf_jaren
from kaderxl.template.year_words import lees_jaarwoorden

LOOPTIJD = (2025, 2028)


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("elk jaar", "2025-2028"),
        ("Jaarlijks", "2025-2028"),
        ("doorlopend", "2025-2028"),
        ("2025-'28", "2025-2028"),
        ("2025-28", "2025-2028"),
        ("vanaf 2026", "2026-2028"),
        ("jaarlijks vanaf 2026", "2026-2028"),
        ("2026 e.v.", "2026-2028"),
        ("t/m 2028", "2025-2028"),
        ("2025/2026", "2025, 2026"),
        ("medio 2026", "2026"),
        ("Q3 2026", "2026"),
        ("eerste kwartaal 2026", "2026"),
        ("2026 (uiterlijk)", "2026"),
        ("uiterlijk 1 juli 2026", "2026"),
        ("eind 2026 - medio 2028", "2026-2028"),
        ("> 2025-2028", "2025-2028"),
    ],
)
def test_years_are_read_as_people_write_them(tekst: str, jaren: str) -> None:
    gelezen, twijfel = lees_jaarwoorden(tekst, LOOPTIJD)
    assert (schrijf_jaren(gelezen), twijfel) == (jaren, False)


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("2025 tot 2028", "2025-2028"),
        ("tot 2028", "2025-2028"),
        ("2025/2028", "2025, 2028"),
        (">2025 2028", "2025-2028"),
    ],
)
def test_of_two_readings_one_is_taken_and_the_doubt_is_said(tekst: str, jaren: str) -> None:
    gelezen, twijfel = lees_jaarwoorden(tekst, LOOPTIJD)
    assert (schrijf_jaren(gelezen), twijfel) == (jaren, True)


@pytest.mark.parametrize(
    "tekst",
    ["", "ooit", "nog te bepalen", "2026?", "voor 2027", "1-7-2026", "2026-07", "2027 of 2028"],
)
def test_what_says_no_years_is_not_read(tekst: str) -> None:
    assert lees_jaarwoorden(tekst, LOOPTIJD) == (frozenset(), False)


@given(st.text(max_size=40))
def test_nothing_that_is_written_breaks_it(tekst: str) -> None:
    lees_jaarwoorden(tekst, LOOPTIJD)
