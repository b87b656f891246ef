"""Cells that hold what was put in them."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet

from kaderxl.workbooks import Werkboek
from kaderxl.worksheets import LANGSTE_CEL, passend, schrijf, schrijf_rij


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


def test_a_text_that_is_too_long_says_what_had_to_go() -> None:
    assert passend("a" * LANGSTE_CEL) == "a" * LANGSTE_CEL
    gekort = passend("a" * (LANGSTE_CEL + 1))
    assert len(gekort) == LANGSTE_CEL
    assert "afgekapt" in gekort


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
        ["a", 12, -3],
        [1, 10**14, 0],
        ["a", 10**15, "b"],
        ["a", -(10**20), "b"],
        ["a", 1.5, "b"],
        ["a#b", "100 %d", "%s #"],
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


def test_a_row_of_texts_and_whole_numbers_is_written_at_once() -> None:
    werkboek = Werkboek("Titel", date(2026, 1, 1))
    blad, opmaken = werkboek.add_worksheet("Blad"), [werkboek.cel(), werkboek.cel()]
    assert schrijf_rij(blad, 0, ["a", "b"], opmaken)
    assert schrijf_rij(blad, 1, ["a", 1], opmaken)
    assert not schrijf_rij(blad, 2, ["a", 1.5], opmaken)
    assert not schrijf_rij(blad, 3, ["a", True], opmaken)


def test_a_chart_finds_the_cells_of_a_row_that_was_written_at_once() -> None:
    def boek(per_rij: bool) -> bytes:
        werkboek = Werkboek("Titel", date(2026, 1, 1))
        blad, opmaken = werkboek.add_worksheet("Blad"), [werkboek.cel(), werkboek.cel()]
        for nummer, rij in enumerate([["a", 1], ["b", 2]]):
            if not (per_rij and schrijf_rij(blad, nummer, rij, opmaken)):
                for kolom, waarde in enumerate(rij):
                    schrijf(blad, nummer, kolom, waarde, opmaken[kolom])
        grafiek = werkboek.add_chart({"type": "column"})
        grafiek.add_series({"categories": "=Blad!$A$1:$A$2", "values": "=Blad!$B$1:$C$2"})
        blad.insert_chart("D1", grafiek)
        return werkboek.bytes()

    assert boek(per_rij=True) == boek(per_rij=False)


def test_nothing_can_be_written_over_a_row_that_was_written_at_once() -> None:
    werkboek = Werkboek("Titel", date(2026, 1, 1))
    blad, opmaken = werkboek.add_worksheet("Blad"), [werkboek.cel()]
    assert schrijf_rij(blad, 0, ["a"], opmaken)
    with pytest.raises(TypeError):
        schrijf(blad, 0, 0, "b", opmaken[0])
