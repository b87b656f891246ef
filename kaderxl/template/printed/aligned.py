"""Tables without lines: what stands under one another under a head is a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ...core.numbering import is_nummer
from ...reading.papers import Box, Grid, Line
from .cutting import geknipt
from .heads import AFSPRAAK, HOUDER, JAAR, NUMMER, THEMA, lees_koppen

_ZELFDE_REGEL = 3.0
_SPELING = 4.0
_WIT = 0.6
_PAST = 0.8
_GAAT_DOOR = re.compile(r"(?:[,;/&-]|\ben|t/m|\btot)$")
_MINST_KOLOMMEN = 3
_MINST_NUMMERS = 2
_OVER_DE_RAND = 12.0
_GROOT_WIT = re.compile(r"\s{2,}")
_REGELHOOGTE, _LETTERBREEDTE = 10.0, 5.0
_BEGINT = re.compile(
    r"(?:[Aa]fspraak\s+)?(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z]{1,2}[.-]?\d{1,3})(?:[.:)]|\s+[A-ZÀ-Þ])"
)


@dataclass(frozen=True, slots=True)
class Uitgelijnd:
    """A table, and the lines of text that it is made of."""

    rooster: Grid
    regels: frozenset[Line]


def uitgelijnde_tabellen(regels: Sequence[Line]) -> Iterator[Uitgelijnd]:
    """The tables under a head; on the next page one goes on, with its head again or without."""
    lopend: _Lopend | None = None
    for _, groep in groupby(regels, key=lambda r: r.page):
        rijen, einde = _zichtregels([*groep]), 0
        begin = next((n for n, rij in enumerate(rijen) if _is_kop(rij)), None)
        if begin is not None:
            kolommen = [r.left for r in rijen[begin]]
            koppen, einde = _kop(rijen, begin, kolommen)
            if lopend is None or lopend.koppen != koppen:
                yield from lopend.tabel() if lopend else ()
                lopend = _Lopend(koppen)
            lopend.kolommen = kolommen
            lopend.regels |= {r for rij in rijen[begin:einde] for r in rij}
        elif lopend is None or not _loopt_door(rijen, lopend.kolommen):
            yield from lopend.tabel() if lopend else ()
            lopend = None
            continue
        heel = {stuk: r for rij in rijen[einde:] for r in rij for stuk in _op_kolommen(r, lopend)}
        geknipt_rijen = [
            [stuk for r in rij for stuk in _op_kolommen(r, lopend)] for rij in rijen[einde:]
        ]
        onder = [*_binnen(geknipt_rijen, lopend.kolommen)]
        lopend.regels |= {heel[r] for rij in onder for r in rij}
        lopend.bladen.append([[(_kolom(r, lopend.kolommen), r) for r in rij] for rij in onder])
    yield from lopend.tabel() if lopend else ()


Zichtregel = Sequence[tuple[int, Line]]
"""What stands at one height, each with its column."""


@dataclass(slots=True)
class _Lopend:
    """A table that may go on over the page."""

    koppen: tuple[str, ...]
    kolommen: list[float] = field(default_factory=list)
    bladen: list[list[Zichtregel]] = field(default_factory=list)
    regels: set[Line] = field(default_factory=set)

    def tabel(self) -> Iterator[Uitgelijnd]:
        rijen = [rij for blad in self.bladen for rij in blad]
        if rijen:
            yield Uitgelijnd(_rooster(self.koppen, self.bladen), frozenset(self.regels))


def _op_kolommen(regel: Line, lopend: _Lopend) -> list[Line]:
    """A line cut where a word begins just where a column does."""
    return [*geknipt(regel, lopend.kolommen)] if regel.words else [regel]


def op_plekken(regels: Sequence[Line]) -> list[Line]:
    """The lines of a text as pieces with places, where more than one space parts them."""
    los: list[Line] = []
    for nummer, regel in enumerate(regels):
        begin = 0
        for stuk in _GROOT_WIT.split(regel.text):
            if stuk.strip():
                begin = regel.text.index(stuk, begin)
                boven, links = nummer * _REGELHOOGTE, begin * _LETTERBREEDTE
                rechts, onder = links + len(stuk) * _LETTERBREEDTE, boven + _REGELHOOGTE - 1
                los.append(Line(stuk, regel.place, regel.page, links, rechts, boven, onder))
                begin += len(stuk)
    return los


def _zichtregels(regels: Sequence[Line]) -> list[list[Line]]:
    """What stands at one height, from left to right."""
    rijen: list[list[Line]] = []
    for regel in sorted(regels, key=lambda r: (r.top, r.left)):
        if rijen and abs(rijen[-1][0].top - regel.top) < _ZELFDE_REGEL:
            rijen[-1].append(regel)
        else:
            rijen.append([regel])
    return [sorted(rij, key=lambda r: r.left) for rij in rijen]


def _is_kop(rij: Sequence[Line]) -> bool:
    return len(rij) >= _MINST_KOLOMMEN and bool(lees_koppen([r.text for r in rij]))


def _kop(
    rijen: Sequence[Sequence[Line]], begin: int, kolommen: Sequence[float]
) -> tuple[tuple[str, ...], int]:
    """The headers, with the lines right below them that make them longer; and where they end."""
    koppen, einde = [r.text for r in rijen[begin]], begin + 1
    onderkant = max(r.bottom for r in rijen[begin])
    while einde < len(rijen):
        rij = rijen[einde]
        langer = [*koppen]
        for regel in rij:
            langer[_kolom(regel, kolommen)] += f" {regel.text}"
        wit = rij[0].top - onderkant > _WIT * (rij[0].bottom - rij[0].top)
        bekend, straks = lees_koppen(koppen), lees_koppen(langer)
        if wit or not {*bekend} <= {*straks}:
            break
        koppen, einde, onderkant = langer, einde + 1, max(r.bottom for r in rij)
    return tuple(koppen), einde


def _loopt_door(rijen: Sequence[Sequence[Line]], kolommen: Sequence[float]) -> bool:
    """Whether a page without a head has the same columns."""
    alle = [r for rij in rijen for r in rij]
    goed = [k for r in alle for k in kolommen if abs(r.left - k) < _SPELING]
    return len(goed) >= _PAST * len(alle) and len({*goed}) >= _MINST_KOLOMMEN


def _binnen(rijen: Sequence[list[Line]], kolommen: Sequence[float]) -> Iterator[list[Line]]:
    """The lines up to the first that runs on over the edge of its column."""
    for rij in rijen:
        for regel in rij:
            kolom = _kolom(regel, kolommen)
            if kolom + 1 < len(kolommen) and regel.right > kolommen[kolom + 1] + _OVER_DE_RAND:
                return
        if not _is_kop(rij):
            yield rij


def _kolom(regel: Line, kolommen: Sequence[float]) -> int:
    links = [n for n, kant in enumerate(kolommen) if kant <= regel.left + _SPELING]
    return links[-1] if links else 0


def _rooster(koppen: Sequence[str], bladen: Sequence[Sequence[Zichtregel]]) -> Grid:
    rijen = [rij for blad in bladen for rij in blad]
    groepen: list[list[Zichtregel]] = []
    for rij, nieuw in zip(rijen, _begint(koppen, bladen), strict=True):
        if nieuw or not groepen:
            groepen.append([])
        groepen[-1].append(rij)
    kop = tuple(Box(tekst, 0, n) for n, tekst in enumerate(koppen))
    vakken = [
        _rij(groep, nummer, len(koppen), lees_koppen(koppen))
        for nummer, groep in enumerate(groepen, 1)
    ]
    return Grid((kop, *vakken), rijen[0][0][1].page)


def _begint(koppen: Sequence[str], bladen: Sequence[Sequence[Zichtregel]]) -> list[bool]:
    """Where a row begins: at each number, in a table that has them, and at a heading between white;
    else at white over the whole width, and on the next page."""
    kolommen = lees_koppen(koppen)
    rijen = [rij for blad in bladen for rij in blad]
    nummers = [any(_genummerd(kolommen.get(k, ""), r.text) for k, r in rij) for rij in rijen]
    wit = [is_wit for blad in bladen for is_wit in _wit(blad)]
    if sum(nummers) < _MINST_NUMMERS:
        return wit
    alleen = [len(rij) == 1 and rij[0][0] == 0 for rij in rijen]
    los = [w and a and onder for w, a, onder in zip(wit, alleen, [*wit[1:], True], strict=True)]
    return [nummer or kop for nummer, kop in zip(nummers, los, strict=True)]


def _genummerd(kolom: str, tekst: str) -> bool:
    """Whether a line in this column begins a row; in a column of numbers each number does."""
    if kolom == NUMMER and is_nummer(tekst.strip(" .:)")):
        return True
    return kolom in (THEMA, AFSPRAAK, NUMMER) and _BEGINT.match(tekst) is not None


def _wit(blad: Sequence[Zichtregel]) -> Iterator[bool]:
    """Whether there is more white above a line than between lines, over the whole width."""
    onderkant = float("-inf")
    for rij in blad:
        (_, eerste), *_ = rij
        yield eerste.top - onderkant > _WIT * (eerste.bottom - eerste.top)
        onderkant = max(onderkant, *(r.bottom for _, r in rij))


def _rij(
    groep: Sequence[Zichtregel], nummer: int, breed: int, koppen: Mapping[int, str]
) -> tuple[Box, ...]:
    """The cells of a row, with a white line in a cell where there is more than between lines."""
    cellen: list[list[Line]] = [[] for _ in range(breed)]
    for rij in groep:
        for kolom, regel in rij:
            cellen[kolom].append(regel)
    return tuple(
        Box("\n".join(_met_wit(cel, koppen.get(k, ""))), nummer, k, cel[0].place if cel else "")
        for k, cel in enumerate(cellen)
    )


def _met_wit(regels: Sequence[Line], kolom: str) -> Iterator[str]:
    """On the next page who and when begin anew, but for words that clearly go on."""
    vorige: Line | None = None
    for regel in regels:
        ruim = _WIT * (regel.bottom - regel.top)
        if vorige and vorige.page != regel.page:
            if kolom in (HOUDER, JAAR) and not _GAAT_DOOR.search(vorige.text):
                yield ""
        elif vorige and regel.top - vorige.bottom > ruim:
            yield ""
        yield regel.text
        vorige = regel
