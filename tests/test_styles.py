"""Colours that everybody can read, and cells that hold what was put in them."""

from __future__ import annotations

import io
from datetime import date, datetime
from itertools import combinations
from zipfile import ZipFile

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet

from kaderxl import labels as l
from kaderxl import styles
from kaderxl.model import Beoordeling
from kaderxl.styles import (
    KLEUREN,
    LANGSTE_CEL,
    Kleur,
    Werkboek,
    hoogte,
    passend,
    schrijf,
    schrijf_rij,
)


def helderheid(kleur: str) -> float:
    """Relative luminance (WCAG 2)."""
    delen = [int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("woord", "kleur"), KLEUREN.items())
def test_a_word_is_readable_on_its_colour(woord: str, kleur: Kleur) -> None:
    assert contrast(kleur.vulling, kleur.tekst) >= 4.5


@pytest.mark.parametrize(
    ("achter", "voor"),
    [
        (styles.DONKERGROEN, "#FFFFFF"),
        (styles.INVOER, "#000000"),
        (styles.ZACHT_GRIJS, styles.GRIJZE_TEKST),
        ("#FFFFFF", styles.GRIJZE_TEKST),
        (styles.LET_OP_VULLING, styles.LET_OP_TEKST),
        (styles.FICTIEF_VULLING, styles.FICTIEF_TEKST),
        ("#FFFFFF", "#1B6B4A"),
    ],
)
def test_other_text_is_readable_too(achter: str, voor: str) -> None:
    assert contrast(achter, voor) >= 4.5


def test_the_edge_of_an_input_cell_is_visible() -> None:
    assert contrast(styles.INVOER_LIJN, styles.INVOER) >= 3
    assert contrast(styles.INVOER_LIJN, "#FFFFFF") >= 3


def test_every_colour_has_a_word_and_a_symbol_of_its_own() -> None:
    assert set(KLEUREN) == {*Beoordeling, l.NIET_INGEVULD, l.VERSCHIL}
    symbolen = [kleur.symbool for kleur in KLEUREN.values()]
    assert all(len(symbool) == 1 for symbool in symbolen)
    assert len(set(symbolen)) == len(symbolen)


def test_no_two_colours_have_the_same_fill() -> None:
    for een, ander in combinations(KLEUREN.values(), 2):
        assert een.vulling != ander.vulling


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        ("=1+1", "=1+1"),
        ("+31", "+31"),
        ("-", "-"),
        ("@x", "@x"),
        ("https://x.example", "https://x.example"),
        ("007", "007"),
        ("12,5", "12,5"),
        (12, 12),
        (12.5, 12.5),
        (0, 0),
        (True, "Ja"),
        (False, "Nee"),
        (date(2026, 12, 15), datetime(2026, 12, 15)),
        ("", None),
        (None, None),
    ],
)
def test_a_cell_holds_what_was_put_in_it(waarde: object, gelezen: object) -> None:
    werkboek = Werkboek("t", date(2026, 12, 31))
    blad = werkboek.add_worksheet("Blad")
    notatie = {"num_format": "d-m-yyyy"} if isinstance(waarde, date) else {}
    schrijf(blad, 0, 0, waarde, werkboek.opmaak(**notatie))
    cel = openpyxl.load_workbook(io.BytesIO(werkboek.bytes()))["Blad"]["A1"]
    assert cel.value == gelezen
    assert cel.data_type != "f"
    assert cel.hyperlink is None


def test_the_same_contents_give_the_same_bytes_and_the_language() -> None:
    def maak(tekst: str) -> bytes:
        werkboek = Werkboek("Titel", date(2026, 12, 31), "Gemeente")
        werkboek.add_worksheet("Blad").write_string(0, 0, tekst, werkboek.cel(bold=True))
        return werkboek.bytes()

    assert maak("a") == maak("a")
    assert maak("a") != maak("b")
    with ZipFile(io.BytesIO(maak("a"))) as zip_:
        assert b"<dc:language>nl-NL</dc:language>" in zip_.read("docProps/core.xml")


def test_a_text_that_is_too_long_says_what_had_to_go() -> None:
    assert passend("a" * LANGSTE_CEL) == "a" * LANGSTE_CEL
    gekort = passend("a" * (LANGSTE_CEL + 1))
    assert len(gekort) == LANGSTE_CEL
    assert "afgekapt" in gekort


def test_a_row_is_as_high_as_its_longest_text() -> None:
    een_regel = hoogte([("kort", 20)])
    assert hoogte([]) == een_regel
    assert hoogte([("kort", 20), ("woord " * 40, 20)]) > 5 * een_regel
    assert hoogte([("a\nb\nc", 20)]) == 3 * een_regel
    assert hoogte([("x" * 400, 20)]) > 5 * een_regel


def test_the_short_way_to_write_a_cell_gives_what_xlsxwriter_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teksten = [
        "a",
        "a",
        " spaties ",
        '<b>&"',
        "_x0041_",
        "\x07",
        "=1+1",
        "<r>x</r>",
        "regel\nregel",
    ]

    def boek() -> bytes:
        werkboek = Werkboek("Titel", date(2026, 1, 1))
        blad = werkboek.add_worksheet("Blad")
        for rij, tekst in enumerate(teksten):
            schrijf(blad, rij, 0, tekst, werkboek.cel())
            schrijf(blad, rij, 30, tekst, werkboek.cel(bold=True))
            blad.write_string(rij, 1, tekst)
        return werkboek.bytes()

    kort = boek()
    monkeypatch.setattr(Werkboek, "worksheet_class", Worksheet)
    assert boek() == kort


@pytest.mark.parametrize(
    "rij",
    [
        ["a", "b", "a"],
        ["=1+1", "<r", ">x</r>"],
        ["a", "<r>x</r>", "b"],
        ["a", "x" * (LANGSTE_CEL + 1), "b"],
        ["a", "\U0001f3e0" * 20_000, "b"],
        ["a", "", "b"],
        ["a", None, "b"],
        ["a", 12, True],
    ],
)
def test_a_row_holds_what_its_cells_written_one_by_one_hold(rij: list[object]) -> None:
    def boek(per_rij: bool) -> bytes:
        werkboek = Werkboek("Titel", date(2026, 1, 1))
        blad = werkboek.add_worksheet("Blad")
        opmaken = [werkboek.cel(), werkboek.cel(bold=True), werkboek.cel()]
        schrijf(blad, 0, 0, "a", opmaken[0])
        if not (per_rij and schrijf_rij(blad, 1, rij, opmaken)):
            for kolom, waarde in enumerate(rij):
                schrijf(blad, 1, kolom, waarde, opmaken[kolom])
        schrijf(blad, 2, 0, "c", opmaken[0])
        return werkboek.bytes()

    assert boek(per_rij=True) == boek(per_rij=False)


def test_a_row_of_texts_alone_is_written_at_once() -> None:
    werkboek = Werkboek("Titel", date(2026, 1, 1))
    blad, opmaken = werkboek.add_worksheet("Blad"), [werkboek.cel(), werkboek.cel()]
    assert schrijf_rij(blad, 0, ["a", "b"], opmaken)
    assert not schrijf_rij(blad, 1, ["a", 1], opmaken)
