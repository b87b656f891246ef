"""The lines of a page of a pdf in the order in which one reads them, column after column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from ...reading.papers import Line

_GOOT = 8.0
_SMALSTE_KOLOM = 60.0
_MINST_REGELS = 3
_ZELFDE_REGEL = 3.0
_WIT = 0.75
_BREED = 0.6
_PAGINANUMMER = re.compile(
    r"(?:pagina |blz\.? )?[-–]?\s*\d{1,3}\s*[-–]?(?: (?:van|/) \d{1,3})?", re.I
)
_INHOUD = re.compile(r".*(?:\.\s?){4,}\s*\d{1,3}\s*$")
_DIEPSTE = 6
_MINST_KEREN, _MEESTE_RANDEN = 3, 3


def in_leesvolgorde(regels: Sequence[Line]) -> list[Line]:
    """All lines, page by page; what stands beside one another in a column is one line, and an
    empty one stands where there is more white than between lines. What comes back on each page,
    page numbers and lists of contents are left out."""
    gewoon = [r for r in zonder_herhaling(regels) if not _INHOUD.match(r.text)]
    geordend: list[Line] = []
    for _, bladzijde in groupby(gewoon, key=lambda r: r.page):
        geordend += _met_wit(_kolommen([*bladzijde], _DIEPSTE))
    return geordend


def zonder_herhaling(regels: Sequence[Line]) -> list[Line]:
    """Without the words that stand at the top or at the bottom of most pages, but for the first
    time, and without page numbers; what comes back within a page, as a thema in a table, stays."""
    bladen = [_hoogtes([*groep]) for _, groep in groupby(regels, key=lambda r: r.page)]
    keren = Counter(woorden for blad in bladen for woorden in {*map(_woorden, blad)})
    grens = max(_MINST_KEREN, len(bladen) // 2)

    def weg(hoogte: Sequence[Line]) -> bool:
        nummer = len(hoogte) == 1 and _PAGINANUMMER.fullmatch(hoogte[0].text) is not None
        return nummer or keren[_woorden(hoogte)] >= grens

    eruit, gezien = set[Line](), set[tuple[int, str]]()
    for blad in bladen:
        for kant in (blad, blad[::-1]):
            for hoogte in takewhile(weg, kant[:_MEESTE_RANDEN]):
                eerder = _woorden(hoogte) in gezien or keren[_woorden(hoogte)] < grens
                gezien.add(_woorden(hoogte))
                eruit |= {*hoogte} if eerder else set()
    return [r for r in regels if r not in eruit]


def _hoogtes(regels: Sequence[Line]) -> list[list[Line]]:
    """What stands at one height, from the top down."""
    op_hoogte = groupby(sorted(regels, key=lambda r: r.top), key=lambda r: round(r.top))
    return [[*groep] for _, groep in op_hoogte]


def _woorden(hoogte: Sequence[Line]) -> tuple[int, str]:
    return round(hoogte[0].top / 5), " ".join(r.text for r in hoogte)


def _kolommen(regels: list[Line], diep: int) -> list[Line]:
    """The left column before the right one; what goes over both parts what is above and below."""
    gedeeld = _goot(regels) if diep else None
    if gedeeld is None:
        return _op_een_regel(regels)
    links, rechts, over = gedeeld
    geordend: list[Line] = []
    grenzen = sorted({r.top for r in over})
    for boven, onder in zip([float("-inf"), *grenzen], [*grenzen, float("inf")], strict=True):
        geordend += _op_een_regel([r for r in over if r.top == boven])
        for kant in (links, rechts):
            geordend += _kolommen([r for r in kant if boven < r.top < onder], diep - 1)
    return geordend


def _goot(regels: Sequence[Line]) -> tuple[list[Line], list[Line], list[Line]] | None:
    """What is left and right of the widest white strip, and what crosses it."""
    if len(regels) < 2 * _MINST_REGELS:
        return None
    links, rechts = min(r.left for r in regels), max(r.right for r in regels)
    smal = sorted(
        (r for r in regels if r.right - r.left < _BREED * (rechts - links)), key=lambda r: r.left
    )
    beste: tuple[float, float] | None = None
    tot = links
    for regel in smal:
        breedte = regel.left - tot
        if breedte >= _GOOT and (beste is None or breedte > beste[0]):
            beste = breedte, (regel.left + tot) / 2
        tot = max(tot, regel.right)
    if beste is None:
        return None
    midden = beste[1]
    over = [r for r in regels if r.left < midden < r.right]
    kanten = ([r for r in regels if r.right <= midden], [r for r in regels if r.left >= midden])
    for kant in kanten:
        breedste = max((r.right - r.left for r in kant), default=0)
        if len(kant) < _MINST_REGELS or breedste < _SMALSTE_KOLOM:
            return None
    return *kanten, over


def _op_een_regel(regels: Iterable[Line]) -> list[Line]:
    """Pieces at one height as one line, as a bullet and the words behind it."""
    samen: list[Line] = []
    for regel in sorted(regels, key=lambda r: (r.top, r.left)):
        vorige = samen[-1] if samen else None
        if vorige and abs(vorige.top - regel.top) < _ZELFDE_REGEL:
            eerst, dan = sorted((vorige, regel), key=lambda r: r.left)
            tekst = f"{eerst.text} {dan.text}"
            samen[-1] = replace(
                vorige, text=tekst, left=eerst.left, right=max(vorige.right, regel.right)
            )
        else:
            samen.append(regel)
    return samen


def _met_wit(regels: Sequence[Line]) -> Iterator[Line]:
    for nummer, regel in enumerate(regels):
        vorige = regels[nummer - 1] if nummer else None
        if vorige is None or regel.top - vorige.bottom > _WIT * (regel.bottom - regel.top):
            yield replace(regel, text="")
        yield regel
