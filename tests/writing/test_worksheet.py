"""Cells that hold what was put in them."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from kaderxl.writing.workbook import Werkboek
from kaderxl.writing.worksheet import LONGEST_CELL, passend, schrijf, schrijf_delen


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


@pytest.mark.parametrize("teken", ["x", "&", "\U0001f3e0", "<r>"])
def test_a_text_that_looks_like_markup_is_whole_however_long(teken: str) -> None:
    """Marked up it is longer than a cell may be; what a cell holds is not."""
    ruimte = LONGEST_CELL - len("<r></r>")
    tekst = f"<r>{teken * (ruimte // len(teken.encode('utf-16-le')) * 2)}</r>"
    werkboek = Werkboek("t", date(2026, 12, 31))
    blad = werkboek.add_worksheet("Blad")
    for rij, waarde in enumerate((tekst, tekst[:-1], "kort", "<r></r>")):
        schrijf(blad, rij, 0, waarde, werkboek.opmaak())
    gelezen = openpyxl.load_workbook(io.BytesIO(werkboek.bytes()))["Blad"]
    assert [cel.value for cel in gelezen["A"]] == [tekst, tekst[:-1], "kort", "<r></r>"]


@pytest.mark.parametrize(
    ("teken", "plaats"),
    [("a", LONGEST_CELL), ("é", LONGEST_CELL), ("\U0001f3e0", LONGEST_CELL // 2)],
)
def test_a_text_that_is_too_long_says_what_had_to_go(teken: str, plaats: int) -> None:
    """Excel counts in UTF-16, in which some characters are two."""
    assert passend(teken * plaats) == teken * plaats
    gekort = passend(teken * (plaats + 1))
    assert LONGEST_CELL - 1 <= len(gekort.encode("utf-16-le")) // 2 <= LONGEST_CELL
    heel, streep, _ = gekort.partition(" … ")
    assert streep
    assert set(heel) == {teken}
    assert "afgekapt" in gekort


def test_a_cell_says_what_had_to_go() -> None:
    werkboek = Werkboek("t", date(2026, 12, 31))
    schrijf(werkboek.add_worksheet("Blad"), 0, 0, "\U0001f3e0" * 20_000, werkboek.opmaak())
    cel = openpyxl.load_workbook(io.BytesIO(werkboek.bytes()))["Blad"]["A1"]
    assert str(cel.value).endswith("ingezonden bestand]")


@pytest.mark.parametrize(
    ("delen", "gelezen"),
    [
        (("vet", " en niet"), "vet en niet"),
        (("vet", ""), "vet"),
        (("", ""), None),
        (("<r>", "</r>"), "<r></r>"),
        (("=1", "+1"), "=1+1"),
        (("a\x07", "b"), "a\\u0007b"),
        (("a", "b" * (LONGEST_CELL - 1)), "a" + "b" * (LONGEST_CELL - 1)),
        (("a", "b" * LONGEST_CELL), passend("a" + "b" * LONGEST_CELL)),
    ],
)
def test_a_text_in_two_looks_is_whole(delen: tuple[str, str], gelezen: str | None) -> None:
    werkboek = Werkboek("t", date(2026, 12, 31))
    letters = werkboek.opmaak(bold=True), werkboek.opmaak()
    schrijf_delen(
        werkboek.add_worksheet("Blad"), 0, 0, [*zip(letters, delen, strict=True)], letters[1]
    )
    cel = openpyxl.load_workbook(io.BytesIO(werkboek.bytes()))["Blad"]["A1"]
    assert cel.value == gelezen
    assert cel.data_type != "f"
