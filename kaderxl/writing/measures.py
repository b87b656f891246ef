"""How much room a text takes in a cell, and how a sheet looks on paper."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import starmap
from typing import TYPE_CHECKING

from ..core import labels as l
from .colours import FICTIEF_TEKST, FICTIEF_VULLING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from .workbook import Werkboek

REGELHOOGTE = 15.0
HOOGSTE_RIJ = 409
MEESTE_REGELS = int(HOOGSTE_RIJ // REGELHOOGTE)
"""What a row can show of a text."""
_BREEDSTE_TEKEN, _VREEMD_TEKEN = 17, 15  # pixels; the first with the space before a word
_GAAT_DOOR = " …"


def hoogte(teksten: Iterable[tuple[str, float]]) -> float:
    """Points a row needs to show each text in a column of that width, wrapped by words.

    Never more than a row may have.
    """
    return min(REGELHOOGTE * max(starmap(aantal_regels, teksten), default=1), HOOGSTE_RIJ)


def aantal_regels(tekst: str, breedte: float) -> int:
    """The lines of Calibri 11 that a text takes in a column; never fewer than Excel gives it."""
    ruimte = int(breedte * 7)
    if len(tekst) * _BREEDSTE_TEKEN <= ruimte and "\n" not in tekst:
        return 1
    regels = 0
    for alinea in tekst.split("\n"):
        regels += 1
        gebruikt = 0
        for woord in alinea.split(" "):
            nodig = _woordbreedte(woord)
            if gebruikt and gebruikt + nodig > ruimte:
                regels += 1
                gebruikt = 0
            gebruikt += nodig
            if gebruikt > ruimte:
                # Broken off anywhere, each line a sign short of full.
                vol, gebruikt = divmod(gebruikt, max(ruimte - _BREEDSTE_TEKEN, _BREEDSTE_TEKEN))
                regels += vol
    return regels


def ingekort(stukken: Sequence[str], breedte: float, slot: str) -> str:
    """These texts under each other in a cell, as a row can show them.

    Where they are too long for it, of each of the longest as much as of the others, and `slot`,
    which says where the rest stands; nothing but `slot` where there are too many of them.
    """
    lengtes = [aantal_regels(stuk, breedte) for stuk in stukken]
    if sum(lengtes) <= MEESTE_REGELS:
        return "\n".join(stukken)
    over = MEESTE_REGELS - aantal_regels(slot, breedte)
    passend = (n for n in range(over, 0, -1) if sum(min(n, m) for m in lengtes) <= over)
    if not (hoogstens := next(passend, 0)):
        return slot
    return "\n".join((*(begin_van(stuk, breedte, hoogstens)[0] for stuk in stukken), slot))


def begin_van(tekst: str, breedte: float, regels: int) -> tuple[str, str]:
    """As much of a text as stands on so many lines, by whole words where it can, and the rest."""
    if aantal_regels(tekst, breedte) <= regels:
        return tekst, ""
    eindes = [m.start() for m in re.finditer(r"\s", tekst)]
    past = partial(_past, tekst, breedte, regels)
    eindes = eindes[: bisect_left(eindes, True, key=lambda n: not past(n))]
    einde = eindes[-1] if eindes and eindes[-1] else 0
    if not einde:
        einde = bisect_left(range(1, len(tekst)), True, key=lambda n: not past(n)) or 1
    return f"{tekst[:einde].rstrip()}{_GAAT_DOOR}", tekst[einde:].lstrip()


def _past(tekst: str, breedte: float, regels: int, einde: int) -> bool:
    return aantal_regels(f"{tekst[:einde].rstrip()}{_GAAT_DOOR}", breedte) <= regels


@lru_cache(maxsize=1024)
def tekstbreedte(tekst: str) -> int:
    """The pixels that a text takes on one line."""
    woorden = tekst.split(" ")
    return sum(map(_pixels, woorden)) + 4 * (len(woorden) - 1)


@lru_cache(maxsize=4096)
def _woordbreedte(woord: str) -> int:
    """With something to spare, and the space behind it."""
    return int(_pixels(woord) * 1.03) + 3


def _pixels(woord: str) -> int:
    """Of a sign that Calibri may not have as many as a wide sign has."""
    from xlsxwriter.utility import xl_pixel_width  # it brings all that writes a workbook

    plat = woord if woord.isascii() else unicodedata.normalize("NFD", woord)
    bekend = "".join(filter(str.isascii, plat))
    vreemd = sum(not t.isascii() and not unicodedata.combining(t) for t in plat)
    return int(xl_pixel_width(bekend)) + vreemd * _VREEMD_TEKEN


A4_STAAND = 100
"""The widest that a column alone on a sheet may be: LibreOffice cuts what is wider than an upright
page, though it is to fit on one."""


def druk_af_op_a4(blad: Worksheet, *, herhaal: int | None = None, liggend: bool = True) -> None:
    """One page wide, narrow margins, the header row repeated."""
    blad.set_paper(9)
    if liggend:
        blad.set_landscape()
    blad.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    blad.fit_to_pages(1, 0)
    if herhaal is not None:
        blad.repeat_rows(herhaal)


def zet_fictief(
    werkboek: Werkboek, blad: Worksheet, rij: int, erbij: tuple[int, str] | None = None
) -> None:
    """The line that says that what follows was made up, with a text beside it in a column."""
    opmaak = werkboek.opmaak(bold=True, bg_color=FICTIEF_VULLING, font_color=FICTIEF_TEKST)
    blad.set_row(rij, 18, opmaak)
    blad.write_string(rij, 0, l.FICTIEF, opmaak)
    if erbij:
        blad.write_string(rij, *erbij, opmaak)
