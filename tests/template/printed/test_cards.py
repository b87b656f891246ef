"""Tables that are no monitoring table, as lines of text."""

from __future__ import annotations

from kaderxl.reading.papers import Box, Grid
from kaderxl.template.printed.cards import als_regels


def regels(*rijen: tuple[str, ...]) -> list[str]:
    vakken = (tuple(Box(t, n, k) for k, t in enumerate(rij)) for n, rij in enumerate(rijen))
    return [regel.text for regel in als_regels(Grid(tuple(vakken)))]


def test_a_card_is_what_a_text_would_say() -> None:
    assert regels(
        ("Nummer", "3"),
        ("Afspraak", "Bouwen"),
        ("Inhoud", "Wij bouwen."),
        ("Indicatoren", "huizen\nstraten"),
        ("Wie", "gemeente"),
    ) == [
        *("Afspraak 3: Bouwen", "Inhoud: Wij bouwen.", "Indicatoren:"),
        *("- huizen", "- straten", "Wie: gemeente"),
    ]
    assert regels(("Afspraak", "1a. Bouwen"), ("Wanneer", "2026"))[0] == "1a. Bouwen"


def test_of_another_table_each_cell_is_read() -> None:
    assert regels(("Type", "Aantal"), ("Hard", "53\n54")) == ["Type", "Aantal", "Hard", "53", "54"]
