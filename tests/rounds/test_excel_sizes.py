"""What Excel shows of our sheets: the measures themselves, on sheets that are simple enough."""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter
from excelmaten import Blad, bladen_van
from letters import Stuk, breedte, regels


def blad_met(vul: Any) -> Blad:
    """A sheet that `vul(blad, boek)` writes."""
    uitvoer = io.BytesIO()
    with xlsxwriter.Workbook(uitvoer) as boek:
        vul(boek.add_worksheet("Blad"), boek)
    return bladen_van(uitvoer.getvalue())["Blad"]


def test_carlito_has_the_widths_of_calibri() -> None:
    """Seven pixels a digit: that is what the width of a column is counted in."""
    assert breedte([Stuk("0123456789")]) == pytest.approx(70, abs=5)
    assert breedte([Stuk("Fictief", vet=True)]) > breedte([Stuk("Fictief")])
    assert breedte([Stuk("é")]) == breedte([Stuk("e")])


@pytest.mark.parametrize(
    ("tekst", "ruimte", "aantal"),
    [
        ("een", 100, 1),
        ("een twee", 100, 1),
        ("een twee", 30, 2),
        ("een\ntwee", 100, 2),
        ("een\n\ntwee", 100, 3),
        ("een\n", 100, 2),
        ("e" * 100, 100, 8),
        ("", 100, 1),
    ],
)
def test_the_lines_of_a_text(tekst: str, ruimte: float, aantal: int) -> None:
    assert len(regels([Stuk(tekst)], ruimte)) == aantal
    assert sum(regels([Stuk(tekst)], ruimte)) == 15 * bool(tekst) * aantal


def test_a_line_is_as_high_as_its_largest_letter() -> None:
    assert regels([Stuk("klein ", 8), Stuk("groot", 22)], 200) == [30]


def test_the_window_shows_whole_rows_and_columns_only() -> None:
    def vul(blad: Any, boek: Any) -> None:
        blad.set_column(0, 0, 100)  # 705 pixels
        blad.set_column(1, 1, 75)  # 530, of which as much is left
        blad.set_row(0, 435)  # 580 pixels: one row of 20 is left

    venster = blad_met(vul).venster()
    assert venster.kolommen == {1, 2}
    assert venster.rijen == {1, 2}
    assert venster.toont("A1:B2")
    assert not venster.toont("B3")
    assert not venster.toont("C1")


def test_the_window_when_zoomed_frozen_scrolled_and_filtered() -> None:
    def vul(blad: Any, boek: Any) -> None:
        blad.set_zoom(50)
        blad.freeze_panes(2, 1, 10, 5)
        blad.set_row(12, None, None, {"hidden": True})
        blad.set_column(7, 7, 10, None, {"hidden": True})

    venster = blad_met(vul).venster()
    assert {1, 2, 11, 12, 14} <= venster.rijen
    assert not venster.rijen & {3, 10, 13}
    assert len(venster.rijen) == 60, "1200 pixels of 20"
    assert {1, 6, 7, 9} <= venster.kolommen
    assert not venster.kolommen & {2, 5, 8}


LANG = "Een tekst die wel drie regels nodig heeft in een kolom van twintig."


@pytest.mark.parametrize(
    ("opmaak", "hoogte", "ernaast", "past"),
    [
        ({"text_wrap": True}, 46, "", True),
        ({"text_wrap": True}, 36, "", False),
        ({"text_wrap": True, "font_size": 8}, 36, "", True),
        ({"text_wrap": True, "bold": True, "font_size": 16}, 60, "", False),
        ({"text_wrap": True, "rotation": 90}, 15, "", True),
        ({}, 15, None, True),
        ({}, 15, "x", False),
        ({"shrink": True}, 15, "x", True),
        ({"align": "right"}, 15, None, False),
        ({"font_size": 18}, 16, None, False),
    ],
)
def test_a_text_is_cut_where_its_row_or_its_neighbour_ends_it(
    opmaak: dict[str, Any], hoogte: float, ernaast: str | None, past: bool
) -> None:
    def vul(blad: Any, boek: Any) -> None:
        blad.set_column(0, 0, 20)
        blad.set_row(0, hoogte)
        blad.write_string(0, 0, LANG, boek.add_format({"font_name": "Calibri"} | opmaak))
        if ernaast is not None:
            blad.write_string(0, 1, ernaast)

    assert bool(blad_met(vul).afgesneden()) is not past


def test_a_merged_text_a_formula_and_a_number_that_are_cut() -> None:
    def vul(blad: Any, boek: Any) -> None:
        terugloop = boek.add_format({"text_wrap": True})
        blad.merge_range("A1:B2", LANG, terugloop)
        blad.merge_range("A3:D4", LANG, terugloop)
        blad.write_formula("A6", '="x"', terugloop, LANG)
        blad.write_string("A7", LANG, terugloop)
        blad.write_string("A8", LANG)
        blad.write_formula("B8", '=""', None, "")
        blad.write_number("A9", 123456789012)

    assert {a.adres for a in blad_met(vul).afgesneden()} == {"A1", "A6", "A8", "A9"}


def test_a_rich_text_is_measured_in_its_own_letters() -> None:
    def vul(blad: Any, boek: Any) -> None:
        klein, groot = boek.add_format({"font_size": 8}), boek.add_format({"font_size": 20})
        terugloop = boek.add_format({"text_wrap": True})
        for rij, hoogte in enumerate((40, 20)):
            blad.set_row(rij, hoogte)
            blad.write_rich_string(rij, 0, klein, "klein\n", groot, "groot", terugloop)

    assert [(a.adres, round(a.nodig)) for a in blad_met(vul).afgesneden()] == [("A2", 38)]


def test_the_points_on_paper() -> None:
    def vul(blad: Any, boek: Any) -> None:
        blad.set_paper(9)
        blad.set_margins(0.4, 0.4, 0.5, 0.6)
        blad.set_column(0, 0, 200)  # 1054 points, and A4 leaves 537
        blad.fit_to_pages(1, 0)
        blad.write_string(0, 0, "x", boek.add_format({"font_size": 10}))

    blad = blad_met(vul)
    assert blad.schaal() == 0.5
    assert blad.op_papier() == {"A1": pytest.approx(5)}
    blad.waarden.page_setup.orientation = "landscape"
    assert blad.schaal() == 0.74
    blad.waarden.page_setup.paperSize = 8
    assert blad.schaal() == 1.0
