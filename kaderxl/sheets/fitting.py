"""Texts that are longer than a row can be high: in smaller letters, and what then is too long still
stands on the sheet Uitleg.

A row of Excel shows 27 lines of the usual letters; what is below them nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from math import ceil

from ..core import labels as l
from ..core.notation import een_regel
from ..writing.measures import HOOGSTE_RIJ, MEESTE_REGELS, REGELHOOGTE, aantal_regels, begin_van
from .texts import Vraagtekst

GEWOON = 11.0
_GROOTTES = (GEWOON, 10.0, 9.0)
"""Points; smaller letters can hardly be read on paper."""
_KLEINST = 8.0
"""For what a partij wrote itself, and what is remarked on that: it is never shortened."""
INSPRINGING = 1.3
"""What a step of indent takes of the width of a column."""
KLEIN = 10.0
"""The size of what helps to answer a question."""
_SMALST = 29 - INSPRINGING
"""Of the columns in which a question stands, the room of the narrowest."""
_BREEDSTE_TEKEN = 17  # pixels
VERDER = f"… lees verder op het blad {l.UITLEG}, bij "
_SLOT = re.compile(rf"(?P<begin>.*?)(?: …)?\s+{re.escape(VERDER)}\S+", re.DOTALL)
_WEG = " …"
_OVER_MINSTENS = 6  # lines


def letters_voor(tekst: str, breedte: float) -> float:
    """The largest letters in which a row can show what a partij wrote; the smallest where none are
    small enough."""
    return _letters(tekst, breedte, (*_GROOTTES, _KLEINST))


def _letters(tekst: str, breedte: float, groottes: tuple[float, ...] = _GROOTTES) -> float:
    if _past_zeker(tekst, breedte):
        return GEWOON
    past = (g for g in groottes if _regels(tekst, breedte, g) <= _meeste(g))
    return next(past, groottes[-1])


def op_maat(tekst: Vraagtekst, breedte: float, code: str) -> tuple[Vraagtekst, float]:
    """A question as a row can show it, and in which letters. The question itself is always whole,
    for by it a row is known."""
    letters = _letters(str(tekst), breedte)
    meeste = _meeste(letters)
    regels = partial(_regels, breedte=breedte, letters=letters)
    if regels(str(tekst)) <= meeste:
        return tekst, letters
    slot = f"{VERDER}{code}"
    ruimte, breed = meeste - regels(slot), _breed(breedte, letters)
    if regels(tekst.eerste) > ruimte:
        over = max(ruimte - regels(f": {tekst.vraag}"), _OVER_MINSTENS)
        return replace(tekst, over=begin_van(tekst.over, breed, over)[0], eronder=(slot,)), letters
    ruimte -= regels(tekst.eerste)
    eronder = begin_van("\n".join(tekst.eronder), breed, ruimte)[0] if ruimte else ""
    return replace(tekst, eronder=(*filter(None, (eronder,)), slot)), letters


def hoogte_van(tekst: Vraagtekst, breedte: float, letters: float) -> float:
    """Points that a question takes, in these letters and the lines below it in small ones."""
    klein = min(letters, KLEIN)
    punten = letters * _regels(tekst.eerste, breedte, letters)
    punten += klein * sum(_regels(regel, breedte, klein) for regel in tekst.eronder)
    pixels = ceil(punten * REGELHOOGTE / GEWOON * 4 / 3)
    return min(pixels * 0.75, HOOGSTE_RIJ)


def kop_op_maat(kop: str, breedte: float) -> tuple[str, float]:
    """What stands over rows, the same: its begin where it is longer than a row can show."""
    letters = _letters(kop, breedte)
    return begin_van(kop, _breed(breedte, letters), _meeste(letters))[0], letters


def begin_voor_slot(tekst: str) -> str | None:
    """What stands before the words that say where the rest is; None for a text that is whole."""
    gevonden = _SLOT.fullmatch(tekst)
    return gevonden["begin"] if gevonden else None


def lange_teksten(teksten: Mapping[str, str]) -> list[str]:
    """What the sheet Uitleg has of the questions (by code) that one of our sheets cannot show: a
    row a paragraph, the code before it."""
    return [regel for code, tekst in teksten.items() for regel in _voluit(code, tekst)]


def _voluit(code: str, tekst: str) -> Iterator[str]:
    if _past_zeker(tekst, _SMALST):
        return
    if _regels(tekst, _SMALST, _GROOTTES[-1]) > _meeste(_GROOTTES[-1]):
        for alinea in filter(None, tekst.split("\n")):
            yield from _stukken(f"{code}: {alinea}")


def _stukken(alinea: str, breedte: float = 92) -> Iterable[str]:
    """Each as much as a row of Uitleg shows."""
    rest = alinea
    while rest:
        begin, rest = begin_van(rest, breedte, MEESTE_REGELS)
        yield begin


def _past_zeker(tekst: str, breedte: float) -> bool:
    """Whether it would fit if all its signs were the widest: no need to measure it."""
    return len(tekst) * _BREEDSTE_TEKEN / (7 * breedte) + tekst.count("\n") + 1 < MEESTE_REGELS


def _meeste(letters: float) -> int:
    return int(MEESTE_REGELS * GEWOON / letters)


def _breed(breedte: float, letters: float) -> float:
    return breedte * GEWOON / letters


def _regels(tekst: str, breedte: float, letters: float) -> int:
    return aantal_regels(tekst, _breed(breedte, letters))


def is_shortened(tekst: str, heel: Iterable[str]) -> bool:
    """Whether a text is one of these as a row shows it: what was left out stands at an ellipsis."""
    begin = begin_voor_slot(tekst)
    if begin is None:
        return False
    delen = [een_regel(deel) for deel in begin.split(_WEG)]
    patroon = re.compile(".*".join(map(re.escape, delen)))
    return any(patroon.match(een_regel(t)) for t in heel)
