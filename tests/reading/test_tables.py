"""A table is known by its header texts: not by its place, order or company."""

from __future__ import annotations

import pytest

from kaderxl.core.rounds import Plek
from kaderxl.reading import Sheet, Value
from kaderxl.reading.tables import Tabel, vind_tabel

KOPPEN = ("Code", "Wat vullen we in", "Waarde")


def blad(*rijen: list[Value], top: int = 0, left: int = 0) -> Sheet:
    return Sheet("Blad1", top, left, list(rijen))


def vind(sheet: Sheet, minstens: int = 0) -> Tabel | None:
    return vind_tabel("a.xlsx", sheet, KOPPEN, ("Code",), minstens)


def gevonden(sheet: Sheet) -> Tabel:
    tabel = vind(sheet)
    assert tabel is not None
    return tabel


def test_cells_go_by_header_and_know_their_address() -> None:
    tabel = gevonden(blad(["Code", "Waarde"], ["A1", 12.0]))
    cel = tabel.cel(1, "Waarde")
    assert (cel.waarde, cel.adres, cel.tekst) == (12.0, "B2", "12")
    assert tabel.plek(cel) == Plek("a.xlsx", "Blad1", "B2")
    assert tabel.kop("Waarde") == Plek("a.xlsx", "Blad1", "B1")


def test_a_table_may_start_anywhere() -> None:
    tabel = gevonden(blad(["Titel", None], [None, None], ["x", "Code"], ["y", "A1"], top=4, left=2))
    assert tabel.kopregel == 2
    assert tabel.cel(3, "Code").adres == "D8"


def test_columns_may_be_moved_and_others_put_between() -> None:
    tabel = gevonden(blad(["Waarde", "eigen kolom", "Code"], [5, "x", "A1"]))
    assert [tabel.cel(1, kop).waarde for kop in ("Code", "Waarde")] == ["A1", 5]


def test_a_header_is_known_without_case_spaces_and_marks() -> None:
    tabel = gevonden(blad([" CODE:", "Wat  vullen\nwe in "], ["A1", "b"]))
    assert set(tabel.kolommen) == {"Code", "Wat vullen we in"}


def test_a_missing_column_gives_empty_cells() -> None:
    tabel = gevonden(blad(["Code"], ["A1"]))
    leeg = tabel.cel(1, "Waarde")
    assert not leeg
    assert leeg.tekst == ""
    assert tabel.kop("Waarde").cel == "A1"


def test_a_header_that_stands_twice_is_read_where_it_stands_first() -> None:
    tabel = gevonden(blad(["Code", "Waarde", "waarde"], ["A1", 1, 2]))
    assert tabel.cel(1, "Waarde").waarde == 1
    assert tabel.dubbel == (("Waarde", 2),)


def test_of_two_header_rows_the_one_with_the_most_headers_is_it() -> None:
    """A summary of somebody's own may stand above the table."""
    tabel = gevonden(
        blad(["Code", "Waarde", None], ["A1", 1, None], ["Code", "Wat vullen we in", "Waarde"])
    )
    assert tabel.kopregel == 2
    eerder = gevonden(blad(["Code", "Waarde"], ["A1", 1], ["Waarde", "Code"], [2, "A1"]))
    assert eerder.kopregel == 0


def test_a_header_row_repeated_halfway_is_no_row() -> None:
    koppen: list[Value] = ["Code", "Waarde", None]
    tabel = gevonden(blad(koppen, ["A1", 1, None], [*koppen], ["A2", 2, "x"]))
    assert list(tabel.rijen()) == [1, 3]


@pytest.mark.parametrize("rij", [["Waarde", "Code", None], ["Code", "Waarde", "x"]])
def test_a_row_that_only_resembles_the_header_row_stays_a_row(rij: list[Value]) -> None:
    """Its columns are others, or somebody wrote beside it: that must not go unseen."""
    tabel = gevonden(blad(["Code", "Waarde", None], ["A1", 1, None], rij))
    assert list(tabel.rijen()) == [1, 2]


def test_rows_without_anything_under_a_known_header_are_left_out() -> None:
    tabel = gevonden(
        blad(["Code", "x", "Waarde"], [None, "los", None], ["  ", None, 0], [None, "", None])
    )
    assert list(tabel.rijen()) == [2]


def test_without_the_needed_headers_there_is_no_table() -> None:
    assert vind(blad(["Waarde"], [1])) is None
    assert vind(blad()) is None
    assert vind(blad(["Code"], ["A1"]), minstens=2) is None


def test_a_number_is_no_header() -> None:
    assert vind_tabel("a.xlsx", blad([2026, "Code"], [1, 2]), ("2026", "Code"), ("2026",)) is None
