"""The quick way to write a workbook and the public one, which give the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from inspect import isfunction
from pathlib import Path

import pytest

from kaderxl.commands.demo import demo
from kaderxl.returns.filed import ONTVANGST
from kaderxl.writing.quick_xlsx import QuickSheet, inside_is_known, write_row
from kaderxl.writing.workbook import Werkboek
from kaderxl.writing.worksheet import LONGEST_CELL, schrijf


@pytest.fixture
def voluit(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As with an xlsxwriter whose inside is another than the one that is known."""
    inside_is_known.cache_clear()
    monkeypatch.setattr(QuickSheet, "_write_cells", None)
    yield
    inside_is_known.cache_clear()


def boek() -> tuple[Collection[str], bytes]:
    """The texts of a workbook, and its bytes."""
    teksten = 'a|a| spaties |<b>&"|_x0041_|\x07|=1+1|<r>x</r>|regel\nregel'.split("|")
    werkboek = Werkboek("Titel", date(2026, 1, 1))
    blad = werkboek.add_worksheet("Blad")
    for rij, tekst in enumerate(teksten):
        blad.set_row(rij, 40)
        schrijf(blad, rij, 0, tekst, werkboek.cel())
        schrijf(blad, rij, 30, tekst, werkboek.cel(bold=True))
        blad.write_string(rij, 1, tekst)
    blad.write_formula(40, 0, "=SUM(A1:A2)", werkboek.cel(), 0)
    blad.write_formula(41, 0, "=CONCAT(A1)", werkboek.cel(), "")
    blad.write_comment(60, 2, "opmerking")
    werkboek.add_worksheet("Leeg")
    return werkboek.texts(), werkboek.bytes()


def test_the_inside_of_the_xlsxwriter_that_is_here_is_known() -> None:
    assert inside_is_known()


@pytest.mark.usefixtures("ongekeurd")
def test_another_inside_is_seen_and_gives_the_same_bytes(request: pytest.FixtureRequest) -> None:
    snel = boek()
    request.getfixturevalue("voluit")
    assert not inside_is_known()
    assert boek() == snel


@pytest.mark.parametrize("naam", [n for n, m in vars(QuickSheet).items() if isfunction(m)])
def test_whatever_of_the_inside_is_gone_is_seen(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the methods that is written anew here is in the workbook that is tried."""
    monkeypatch.setattr(QuickSheet, naam, lambda *_: None)
    assert not inside_is_known.__wrapped__()


def test_a_whole_ronde_is_the_same_in_the_public_way(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    demo(output=tmp_path / "snel")
    request.getfixturevalue("voluit")
    demo(output=tmp_path / "voluit")
    snel, voluit = (_bestanden(tmp_path / naam) for naam in ("snel", "voluit"))
    assert sum(naam.endswith(".xlsx") for naam in snel) > 10
    assert voluit == snel


def _bestanden(map_: Path) -> dict[str, bytes]:
    """The files but the list of arrivals, which holds the time."""
    return {
        bestand.relative_to(map_).as_posix(): bestand.read_bytes()
        for bestand in map_.rglob("*")
        if bestand.is_file() and bestand.name != ONTVANGST
    }


@pytest.mark.parametrize(
    "rij",
    [
        ["a", "b", "a"],
        ["=1+1", "<r", ">x</r>"],
        ["a", "<r>x</r>", "b"],
        ["a", "x" * (LONGEST_CELL + 1), "b"],
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
        if not (per_rij and write_row(blad, 1, rij, opmaken)):
            for kolom, waarde in enumerate(rij):
                schrijf(blad, 1, kolom, waarde, opmaken[kolom])
        schrijf(blad, 2, 0, "c", opmaken[0])
        return werkboek.bytes()

    assert boek(per_rij=True) == boek(per_rij=False)


def test_a_row_of_texts_and_whole_numbers_is_written_at_once() -> None:
    werkboek = Werkboek("Titel", date(2026, 1, 1))
    blad, opmaken = werkboek.add_worksheet("Blad"), [werkboek.cel(), werkboek.cel()]
    assert write_row(blad, 0, ["a", "b"], opmaken)
    assert write_row(blad, 1, ["a", 1], opmaken)
    assert not write_row(blad, 2, ["a", 1.5], opmaken)
    assert not write_row(blad, 3, ["a", True], opmaken)


def test_a_chart_finds_the_cells_of_a_row_that_was_written_at_once() -> None:
    def boek(per_rij: bool) -> bytes:
        werkboek = Werkboek("Titel", date(2026, 1, 1))
        blad, opmaken = werkboek.add_worksheet("Blad"), [werkboek.cel(), werkboek.cel()]
        for nummer, rij in enumerate([["a", 1], ["b", 2]]):
            if not (per_rij and write_row(blad, nummer, rij, opmaken)):
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
    assert write_row(blad, 0, ["a"], opmaken)
    with pytest.raises(TypeError):
        schrijf(blad, 0, 0, "b", opmaken[0])
