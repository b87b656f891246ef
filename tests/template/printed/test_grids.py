"""A table with cells: merged and blank ones, headings, numbers apart, heads again."""

from __future__ import annotations

from kaderxl.reading.papers import Box, Grid
from kaderxl.template.printed.found import Blok
from kaderxl.template.printed.grids import kopt, lees_rooster

KOP = ("Nr.", "Afspraak", "Indicator", "Jaar", "Wie")


def rooster(*rijen: tuple[str, ...]) -> Grid:
    """`^` is merged with the cell above, `<` with the one before it."""
    heel: list[tuple[Box, ...]] = []
    for nummer, rij in enumerate(rijen):
        vakken: list[Box] = []
        for kolom, tekst in enumerate(rij):
            nieuw = Box(tekst, nummer, kolom, f"rij {nummer + 1}")
            boven = heel[-1][kolom] if tekst == "^" else nieuw
            vakken.append(vakken[-1] if tekst == "<" else boven)
        heel.append(tuple(vakken))
    return Grid(tuple(heel))


def kort(blok: Blok) -> tuple[str, ...]:
    delen = (blok.indicatoren, blok.jaren, blok.houders)
    woorden = (" + ".join(stuk.tekst for stuk in deel) for deel in delen)
    return (blok.thema.tekst, blok.afspraak.tekst, *woorden)


def test_merged_cells_go_on_blank_ones_are_blank() -> None:
    vondst = lees_rooster(
        rooster(
            ("Bouwen en wonen 2026", "<", "<", "<", "<"),
            KOP,
            ("1", "Huur", "a", "2026", "gemeente"),
            ("^", "^", "b", "^", ""),
        )
    )
    assert [*map(kort, vondst.blokken)] == [
        ("", "1 Huur", "a", "2026", "gemeente"),
        ("", "1 Huur", "b", "2026", ""),
    ]


def test_a_heading_is_the_thema_of_the_rows_below_it() -> None:
    vondst = kopt(
        lees_rooster(
            rooster(
                KOP,
                ("Bouwen", "<", "<", "<", "<"),
                ("1a", "Huur", "a", "2026", "gemeente"),
                KOP,
                ("Zorg", "", "", "", ""),
                ("2a", "Thuis", "b\nc", "2026\n2027", "corporaties"),
                ("Vastgesteld in december", "<", "<", "<", "<"),
            )
        )
    )
    assert [*map(kort, vondst.blokken)] == [
        ("Bouwen", "1a Huur", "a", "2026", "gemeente"),
        ("Zorg", "2a Thuis", "b + c", "2026 + 2027", "corporaties"),
    ]
    assert [noot.tekst for noot in vondst.noten] == ["Vastgesteld in december"]


def test_a_column_that_we_do_not_know_is_named() -> None:
    kop = ("Afspraak", "Indicator", "Wie", "Wethouder")
    vondst = lees_rooster(rooster(kop, ("1. Huur", "a", "gemeente", "X")))
    assert vondst.onbekende_koppen == ("Wethouder",)


def test_another_table_gives_nothing() -> None:
    assert not lees_rooster(rooster(("Type", "Aantal"), ("Hard", "53"))).blokken
