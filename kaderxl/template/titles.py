"""The titles of afspraken as they are printed, and the number that each begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..core.notation import een_regel
from ..core.numbering import NUMMER, WOORD, Nummer, als_nummer, vorm_van

_ZEKER = re.compile(
    rf"{WOORD}(?P<na>{NUMMER})(?![\w%])\s*[.:)–—-]*\s*"
    rf"|(?P<voor>{NUMMER})(?:[.:)](?:\s+|$)|\s*:\s*|\s+[–—-]\s+(?!\d))",
    re.IGNORECASE,
)
"""A number that can be nothing else: a word before it, or a sign behind it."""
_MISSCHIEN = re.compile(rf"(?P<los>{NUMMER})\s+", re.IGNORECASE)
_GROOTSTE_STAP = 2


@dataclass(frozen=True, slots=True)
class Titel:
    """A title with the number it begins with, None for none, and what stands behind that."""

    nummer: Nummer | None
    kaal: str


def lees_titel(tekst: str) -> Titel:
    """A title by itself: only what can be nothing else than a number is one."""
    schoon = een_regel(tekst)
    if treffer := _ZEKER.match(schoon):
        return Titel(als_nummer(treffer["na"] or treffer["voor"]), schoon[treffer.end() :])
    return Titel(None, schoon)


def lees_titels(teksten: Iterable[str]) -> Mapping[str, Titel]:
    """The titles of a table, in its order. `13 Genoeg ruimte` has a number where the titles around
    it have one like it; `90 tot 110 woningen` has none. Where few have one, none has."""
    titels = {tekst: lees_titel(tekst) for tekst in teksten}
    titels |= dict(_misschien(titels))
    genummerd = sum(t.nummer is not None for t in titels.values())
    if 2 * genummerd < len(titels):
        return {tekst: Titel(None, een_regel(tekst)) for tekst in titels}
    return titels


def _misschien(titels: Mapping[str, Titel]) -> Iterator[tuple[str, Titel]]:
    """Those with a bare number in front, as far as it fits between the others."""
    zeker = {vorm_van(t.nummer) for t in titels.values() if t.nummer is not None}
    gevonden, vorige = dict[str, Titel](), ("", 0)
    for tekst, titel in titels.items():
        schoon = een_regel(tekst)
        treffer = _MISSCHIEN.match(schoon) if titel.nummer is None else None
        if (
            treffer
            and (not zeker or vorm_van(treffer["los"]) in zeker)
            and _volgt(_plek(treffer["los"]), vorige, in_delen="." in treffer["los"])
        ):
            gevonden[tekst] = Titel(als_nummer(treffer["los"]), schoon[treffer.end() :])
        nummer = (gevonden.get(tekst) or titel).nummer
        vorige = vorige if nummer is None else _plek(nummer)
    if zeker or len(gevonden) == len(titels):
        yield from gevonden.items()


def _volgt(plek: tuple[str, int], vorige: tuple[str, int], *, in_delen: bool) -> bool:
    """Whether a number may come next: each letter in front may begin at 1 again, `A3` then `B1`.
    The first is 1, but for one in parts: `2.1` is the first of chapter 2."""
    (letters, getal), (eerder, laatste) = plek, vorige
    if not laatste and in_delen:
        return getal > 0
    if not laatste or (letters != eerder and getal == 1):
        return getal == 1
    return getal > 0 and laatste <= getal <= laatste + _GROOTSTE_STAP


def _plek(nummer: Nummer) -> tuple[str, int]:
    """The letters before the first digits of a number, and those digits."""
    letters = re.match(r"[^\W\d]*", str(nummer))
    return (letters[0].casefold() if letters else ""), eerste_getal(nummer)


def eerste_getal(nummer: Nummer) -> int:
    """The first digits of a number, 0 for none."""
    cijfers = re.search(r"\d+", str(nummer))
    return int(cijfers[0]) if cijfers else 0
