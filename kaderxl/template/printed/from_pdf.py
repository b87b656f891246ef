"""A pdf as tables and lines: what is drawn, what is under one another, and all else in the order
in which one reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...reading.papers import Grid, Line, Paper
from .aligned import uitgelijnde_tabellen
from .drawn import getekende_tabellen
from .reading_order import in_leesvolgorde, zonder_herhaling


def van_pdf(papier: Paper) -> Iterator[Line | Grid]:
    """The lines outside the tables first, then the tables."""
    strepen = {blad: [*groep] for blad, groep in groupby(papier.rules, key=lambda r: r.page)}
    los: list[Line] = []
    tabellen: list[Grid] = []
    for blad, groep in groupby(papier.lines, key=lambda r: r.page):
        regels = [*groep]
        getekend = [
            t for t in getekende_tabellen(regels, strepen.get(blad, [])) if len(t.rooster.rows) > 1
        ]
        tabellen += [t.rooster for t in getekend]
        los += [r for r in regels if not any(r in t.regels for t in getekend)]
    gewoon = zonder_herhaling(los)
    uitgelijnd = [*uitgelijnde_tabellen(gewoon)]
    tabellen += [t.rooster for t in uitgelijnd]
    weg = {regel for t in uitgelijnd for regel in t.regels}
    yield from in_leesvolgorde([r for r in gewoon if r not in weg])
    yield from aaneen(tabellen)


def aaneen(tabellen: Sequence[Grid]) -> list[Grid]:
    """A table that goes on over the page, with as many columns, as one."""
    heel: list[tuple[Grid, int]] = []
    for tabel in tabellen:
        vorige, laatste = heel[-1] if heel else (None, 0)
        breed = len(tabel.rows[0])
        if vorige and len(vorige.rows[0]) == breed and tabel.page == laatste + 1:
            onder = len(vorige.rows)
            rijen = tuple(
                tuple(replace(box, row=box.row + onder) for box in rij) for rij in tabel.rows
            )
            heel[-1] = Grid((*vorige.rows, *rijen), vorige.page), tabel.page
        else:
            heel.append((tabel, tabel.page))
    return [tabel for tabel, _ in heel]
