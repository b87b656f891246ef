"""Tables in a text: columns with a sign between them, or under one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading.papers import Box, Grid, Line
from .aligned import op_plekken, uitgelijnde_tabellen
from .from_pdf import aaneen
from .heads import lees_koppen

_HEKJE = re.compile(r"#{1,6}\s+(\S.*)")
_TEKENS = ("\t", "|", ";")


def van_tekst(regels: Sequence[Line]) -> list[Line | Grid]:
    """The lines, with those that make up a table as that table."""
    items = [*_gescheiden([*map(_zonder_hekje, regels)])]
    if any(isinstance(item, Grid) for item in items):
        return items
    uitgelijnd = [*uitgelijnde_tabellen(op_plekken(regels))]
    weg = {regel.place for tabel in uitgelijnd for regel in tabel.regels}
    roosters: list[Line | Grid] = [*aaneen([tabel.rooster for tabel in uitgelijnd])]
    return [*(r for r in items if isinstance(r, Line) and r.place not in weg), *roosters]


def _zonder_hekje(regel: Line) -> Line:
    """`# Wonen` is a heading, in a text that a program marked up."""
    kop = _HEKJE.fullmatch(regel.text)
    return replace(regel, text=kop[1], heading=True) if kop else regel


def _gescheiden(regels: Sequence[Line]) -> Iterator[Line | Grid]:
    nummer = 0
    while nummer < len(regels):
        teken = next((t for t in _TEKENS if _is_kop(_cellen(regels[nummer].text, t))), "")
        if teken:
            einde = nummer + 1
            while einde < len(regels) and teken in regels[einde].text:
                einde += 1
            if einde > nummer + 1:
                yield _tabel(regels[nummer:einde], teken)
                nummer = einde
                continue
        yield regels[nummer]
        nummer += 1


def _is_kop(cellen: Sequence[str]) -> bool:
    return len(cellen) > 2 and bool(lees_koppen(cellen))


def _cellen(regel: str, teken: str) -> list[str]:
    kaal = regel.strip().strip("|") if teken == "|" else regel
    return [cel.strip().strip('"') for cel in kaal.split(teken)]


def _tabel(regels: Sequence[Line], teken: str) -> Grid:
    rijen = [_cellen(r.text, teken) for r in regels if not re.fullmatch(r"[\s|:=+-]+", r.text)]
    plaatsen = [r.place for r in regels if not re.fullmatch(r"[\s|:=+-]+", r.text)]
    breed = max(map(len, rijen))
    vakken = [
        tuple(Box(rij[k] if k < len(rij) else "", n, k, plaats) for k in range(breed))
        for n, (rij, plaats) in enumerate(zip(rijen, plaatsen, strict=True))
    ]
    return Grid(tuple(vakken), regels[0].page)
