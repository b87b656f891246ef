"""Tables of a pdf whose cells are drawn: from the lines on the page to rows and merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...reading.papers import Box, Grid, Line, Rule
from .cutting import geknipt

_DICHTBIJ = 2.5
_LANGSTE_KANT = 120
_WIT = 0.9
_RUIM = 20.0
"""How far behind a line that is drawn the words of a cell begin at most."""


@dataclass(frozen=True, slots=True)
class Getekend:
    """A table that is drawn, and the lines of text in it."""

    rooster: Grid
    regels: frozenset[Line]


def getekende_tabellen(regels: Sequence[Line], strepen: Sequence[Rule]) -> list[Getekend]:
    """The tables of one page, from the top down."""
    hoogtes = _kanten(s.top for s in strepen if _liggend(s))
    breedtes = _kanten(s.left for s in strepen if not _liggend(s))
    if len(hoogtes) < 2 or len(breedtes) < 3:
        return []
    if max(len(hoogtes), len(breedtes)) > _LANGSTE_KANT:
        return []
    ruitjes = _Ruitjes(hoogtes, breedtes, strepen)
    return [_tabel(ruitjes, van, tot, regels) for van, tot in ruitjes.tabellen()]


def _liggend(streep: Rule) -> bool:
    return streep.bottom - streep.top <= streep.right - streep.left


def _kanten(plekken: Iterable[float]) -> list[float]:
    """Places that are as good as one are one."""
    los: list[float] = []
    for plek in sorted(plekken):
        if not los or plek - los[-1] > _DICHTBIJ:
            los.append(plek)
    return los


class _Ruitjes:
    """The smallest cells that the lines of a page make, and where lines are between them."""

    def __init__(
        self, hoogtes: list[float], breedtes: list[float], strepen: Sequence[Rule]
    ) -> None:
        self.hoogtes, self.breedtes = hoogtes, breedtes
        liggend = [s for s in strepen if _liggend(s)]
        staand = [s for s in strepen if not _liggend(s)]
        self.boven = {
            (r, k)
            for s in liggend
            for r in _bij(hoogtes, s.top)
            for k, (a, b) in enumerate(pairwise(breedtes))
            if s.left - _DICHTBIJ <= (a + b) / 2 <= s.right + _DICHTBIJ
        }
        self.links = {
            (r, k)
            for s in staand
            for k in _bij(breedtes, s.left)
            for r, (a, b) in enumerate(pairwise(hoogtes))
            if s.top - _DICHTBIJ <= (a + b) / 2 <= s.bottom + _DICHTBIJ
        }

    def tabellen(self) -> Iterator[tuple[int, int]]:
        """Rows that follow one another and are closed at both sides."""
        begin: int | None = None
        for rij in range(len(self.hoogtes)):
            dicht = sum((rij, k) in self.links for k in range(len(self.breedtes))) >= 2
            if dicht and begin is None:
                begin = rij
            elif not dicht and begin is not None:
                yield begin, rij
                begin = None
        if begin is not None:
            yield begin, len(self.hoogtes) - 1

    def begin_van(self, van: int, tot: int) -> dict[tuple[int, int], tuple[int, int]]:
        """For each small cell the first one of the cell it is part of."""
        kolommen = range(len(self.breedtes) - 1)
        begin: dict[tuple[int, int], tuple[int, int]] = {}
        for rij in range(van, tot):
            for kolom in kolommen:
                eigen = (rij, kolom)
                if kolom and (rij, kolom) not in self.links:
                    eigen = begin[rij, kolom - 1]
                elif rij > van and (rij, kolom) not in self.boven:
                    eigen = begin[rij - 1, kolom]
                begin[rij, kolom] = eigen
        return begin


def _bij(kanten: Sequence[float], plek: float) -> list[int]:
    return [n for n, kant in enumerate(kanten) if abs(kant - plek) <= _DICHTBIJ]


def _tabel(ruitjes: _Ruitjes, van: int, tot: int, regels: Sequence[Line]) -> Getekend:
    begin = ruitjes.begin_van(van, tot)
    inhoud: dict[tuple[int, int], list[Line]] = {}
    binnen = set[Line]()
    for heel in regels:
        for regel in _stukken(ruitjes, heel):
            ruit = _ruit(ruitjes, regel)
            if ruit is not None and van <= ruit[0] < tot:
                inhoud.setdefault(begin[ruit], []).append(regel)
                binnen.add(heel)
    vakken = {eerste: _vak(eerste, inhoud.get(eerste, []), van) for eerste in {*begin.values()}}
    kolommen = range(len(ruitjes.breedtes) - 1)
    rijen = tuple(tuple(vakken[begin[r, k]] for k in kolommen) for r in range(van, tot))
    bladzijde = regels[0].page if regels else 1
    return Getekend(Grid(rijen, bladzijde), frozenset(binnen))


def _stukken(ruitjes: _Ruitjes, regel: Line) -> Iterator[Line]:
    """A line cut at the lines that stand between cells at its height."""
    rij = _rij(ruitjes, regel)
    kanten = [kant for k, kant in enumerate(ruitjes.breedtes) if (rij, k) in ruitjes.links]
    yield from geknipt(regel, kanten, ruim=_RUIM) if regel.words else (regel,)


def _rij(ruitjes: _Ruitjes, regel: Line) -> int | None:
    hoogte = (regel.top + regel.bottom) / 2
    return next((n for n, (a, b) in enumerate(pairwise(ruitjes.hoogtes)) if a <= hoogte < b), None)


def _ruit(ruitjes: _Ruitjes, regel: Line) -> tuple[int, int] | None:
    breedte = regel.left + min(3, regel.right - regel.left)
    rij = _rij(ruitjes, regel)
    kolom = next(
        (n for n, (a, b) in enumerate(pairwise(ruitjes.breedtes)) if a <= breedte < b), None
    )
    return None if rij is None or kolom is None else (rij, kolom)


def _vak(eerste: tuple[int, int], regels: list[Line], van: int) -> Box:
    """The lines of a cell, with a white one where there is more white than between lines."""
    delen: list[str] = []
    vorige: Line | None = None
    for regel in sorted(regels, key=lambda r: (round(r.top), r.left)):
        if vorige is not None and abs(vorige.top - regel.top) < _DICHTBIJ:
            delen[-1] += f" {regel.text}"
        else:
            if vorige and regel.top - vorige.bottom > _WIT * (regel.bottom - regel.top):
                delen.append("")
            delen.append(regel.text)
        vorige = regel
    plaats = regels[0].place if regels else ""
    return Box("\n".join(delen), eerste[0] - van, eerste[1], plaats)
