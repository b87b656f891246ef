"""What a piece of a cell is: a year, somebody, a bullet; and words broken off at a line's end."""

from __future__ import annotations

import pytest

from kaderxl.template.printed import items

NAMEN = ("Thuis in Veen", "De Haard", "Gemeente Aa en Hunze")


@pytest.mark.parametrize(
    ("tekst", "jaar"),
    [
        ("2026-2031", True),
        (">2026 2031", True),
        ("uiterlijk 1 juli 2027", True),
        ("elk jaar", True),
        ("2026 en 2028", True),
        ("180 woningen in 2026", False),
        ("evaluatie 2030", False),
        ("corporaties", False),
        ("", False),
    ],
)
def test_what_is_a_year(tekst: str, jaar: bool) -> None:
    assert items.is_jaar(tekst) is jaar


@pytest.mark.parametrize(
    ("tekst", "houder"),
    [
        ("corporaties, gemeente en huurdersverenigingen", True),
        ("gemeente (trekker), corporaties", True),
        ("gemeente, trekker; corporaties", True),
        ("trekkers", False),
        ("alle corporaties", True),
        ("gemeente Dorpsveen / Thuis in Veen", True),
        ("Haard", False),
        ("overleg met corporaties", False),
        ("aantal woningen", False),
        ("", False),
    ],
)
def test_who_is_somebody(tekst: str, houder: bool) -> None:
    assert items.is_houder(tekst, NAMEN) is houder


@pytest.mark.parametrize(
    ("tekst", "twee"),
    [
        ("> 2026-2031 corporaties, gemeente", ("2026-2031", "corporaties, gemeente")),
        ("2026 2031 gemeente", ("2026 2031", "gemeente")),
        ("2026 aantal woningen", None),
        ("corporaties 2026", None),
    ],
)
def test_years_with_who_behind_them(tekst: str, twee: tuple[str, str] | None) -> None:
    assert items.jaar_en_houder(tekst, NAMEN) == twee


@pytest.mark.parametrize(
    ("regels", "heel"),
    [
        (["verduurzamings-", "programma"], "verduurzamingsprogramma"),
        (["energie-", "initiatieven"], "energie-initiatieven"),
        (["WMO-", "aanpassingen"], "WMO-aanpassingen"),
        (["huurders-", "en energieoverleg"], "huurders- en energieoverleg"),
        (["aan\u00ad", "tal"], "aantal"),
        (["aantal", "woningen"], "aantal woningen"),
    ],
)
def test_lines_are_joined(regels: list[str], heel: str) -> None:
    assert items.samen(regels) == heel


def test_pieces_are_cut_by_bullets_then_white_lines_then_paragraphs() -> None:
    def teksten(tekst: str, alineas: bool = True) -> list[str]:
        return [stuk.tekst for stuk in items.stukken(tekst, "", alineas)]

    assert teksten("> een\ntwee\n> drie") == ["> een twee", "> drie"]
    assert teksten("een\ntwee\n\ndrie", alineas=False) == ["een twee", "drie"]
    assert teksten("een\ntwee") == ["een", "twee"]
    assert items.op_bolletjes("14. Wijken > ronde per jaar > 2026") == [
        "14. Wijken",
        "> ronde per jaar",
        "> 2026",
    ]
