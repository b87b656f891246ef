"""The head of a monitoring table, in the words of others."""

from __future__ import annotations

import pytest

from kaderxl.template.printed import heads


@pytest.mark.parametrize(
    "koppen",
    [
        ["Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder"],
        ["Wie", "Wat spreken we af", "Hoe meten we dit?", "Planning"],
        ["Nr.", "Onderwerp", "Beoogd resultaat", "Verantwoordelijk", ""],
        ["KPI", "Deadline", "Trekker(s)", "Streefwaarde"],
    ],
)
def test_a_head_is_known_in_any_order(koppen: list[str]) -> None:
    gevonden = heads.lees_koppen(koppen)
    assert len(gevonden) == len([kop for kop in koppen if kop])


@pytest.mark.parametrize(
    "koppen",
    [
        ["Type plan", "Aantal woningen", "Planning"],
        ["Naam", "Functie", "Datum"],
        ["Jaar", "Budget", "Toelichting"],
        ["Afspraak", "Indicator"],
        ["Thema", "Onderdeel", "Jaar"],
    ],
)
def test_another_table_has_no_such_head(koppen: list[str]) -> None:
    assert heads.lees_koppen(koppen) == {}


def test_a_head_that_came_out_as_one_line_is_cut_into_its_words() -> None:
    regel = "Thema Afspraak Indicator Jaar Actiehouder Beoordeling voortgang Toelichting"
    assert heads.in_een_regel(regel)[:5] == [
        *(heads.THEMA, heads.AFSPRAAK, heads.INDICATOR, heads.JAAR, heads.HOUDER)
    ]
    assert heads.in_een_regel("De afspraak van dit jaar is een indicator") == []
