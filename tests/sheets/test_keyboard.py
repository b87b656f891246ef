"""A whole sheet filled in by keyboard alone, from top to bottom, as Excel moves its cursor."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import pytest
from invullen import PARTIJEN, RONDE, leeg_blad, zoek_tabel, zonder_lege
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from kaderxl.core.kader import Kader
from kaderxl.sheets.examples import example_answers

Cel = tuple[int, int]
"""Row and column."""
_MEESTE_PER_ANTWOORD = 1.2


def stappen(cel: Cel, begin: int, open_: list[Cel]) -> Iterator[tuple[Cel, int]]:
    """Where Tab and Enter lead from a cell, each with the column to which Enter goes back.

    Tab goes to the next cell that is not locked, row by row. Enter goes one down, also to a cell
    that is locked, in the column where the tabs began.
    """
    verder = next((c for c in open_ if c > cel), open_[0])
    yield verder, begin if verder[0] == cel[0] else verder[1]
    onder = cel[0] + 1, begin
    yield onder, begin


def aanslagen(eerste: Cel, doelen: list[Cel], open_: list[Cel]) -> int:
    """The fewest keys from cell to cell through all `doelen`, in their order."""
    staten: Mapping[tuple[Cel, int], int] = {(eerste, eerste[1]): 0}
    for doel in doelen:
        aangekomen: dict[tuple[Cel, int], int] = {}
        rand, gezien = dict(staten), dict(staten)
        while rand:
            aangekomen |= {
                staat: n
                for staat, n in rand.items()
                if staat[0] == doel and n < aangekomen.get(staat, n + 1)
            }
            nieuw = {
                staat: n + 1
                for (cel, begin), n in rand.items()
                for staat in stappen(cel, begin, open_)
                if staat[0] <= (doel[0], 10**3) and n + 1 < gezien.get(staat, 10**9)
            }
            gezien |= nieuw
            rand = nieuw
        assert aangekomen, doel
        staten = aangekomen
    return min(staten.values())


@pytest.mark.parametrize("partij", PARTIJEN)
def test_a_whole_sheet_takes_hardly_more_keys_than_answers(
    kader: Kader, partij: str, capsys: pytest.CaptureFixture[str]
) -> None:
    boek = load_workbook(io.BytesIO(leeg_blad(kader, partij)))
    tabel = zoek_tabel(boek)
    open_ = [
        coordinate_to_tuple(cel.coordinate)
        for rij in tabel.blad.iter_rows()
        for cel in rij
        if not cel.protection.locked
    ]
    gegeven = zonder_lege(example_answers(kader, RONDE, partij))
    cellen = (tabel.cel(code, kolom) for code, rij in gegeven.items() for kolom in rij)
    doelen = sorted(coordinate_to_tuple(cel.coordinate) for cel in cellen)
    (begin,) = [s for s in tabel.blad.sheet_view.selection if s.pane == "bottomRight"]
    eerste = tabel.blad[begin.activeCell]
    assert (eerste.row, eerste.column) == doelen[0], "the sheet opens on its first answer"
    toetsen = aanslagen(doelen[0], doelen, open_) + 1  # the last answer is entered too
    alleen_tab = open_.index(doelen[-1]) - open_.index(doelen[0]) + 1
    with capsys.disabled():
        print(f"\n{partij}: {len(doelen)} antwoorden, {toetsen} toetsen, Tab alleen {alleen_tab}")
    assert toetsen <= _MEESTE_PER_ANTWOORD * len(doelen)
