"""A line over two cells is cut where the second begins, and only there."""

from __future__ import annotations

import pytest

from kaderxl.reading.papers import Line
from kaderxl.template.printed.cutting import geknipt

REGEL = Line(
    "Beschikbaarheid 1. Toevoegen van", "", 1, 34, 170, 60, 70,
    words=((0, 34.0), (16, 100.0), (19, 110.0), (29, 160.0)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kanten", "delen"),
    [
        ((34, 100), ["Beschikbaarheid", "1. Toevoegen van"]),
        ((100.9, 160), ["Beschikbaarheid", "1. Toevoegen", "van"]),
        ((130,), ["Beschikbaarheid 1. Toevoegen van"]),
        ((20, 300), ["Beschikbaarheid 1. Toevoegen van"]),
    ],
)
def test_a_line_is_cut_where_a_word_begins_with_a_column(
    kanten: tuple[float, ...], delen: list[str]
) -> None:
    stukken = [*geknipt(REGEL, kanten)]
    assert [stuk.text for stuk in stukken] == delen
    assert [stuk.left for stuk in stukken] == sorted(stuk.left for stuk in stukken)


def test_behind_a_line_that_is_drawn_there_may_be_white() -> None:
    assert [s.text for s in geknipt(REGEL, (95,), ruim=20)] == [
        "Beschikbaarheid",
        "1. Toevoegen van",
    ]
