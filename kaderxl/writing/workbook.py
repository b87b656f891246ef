"""Workbooks that look alike, speak Dutch and trust no text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache, partial
from itertools import starmap
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_pixel_width
from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..core.text import AANWIJZER
from .colours import (
    AAN_DE_BEURT,
    DONKERGROEN,
    FICTIEF_TEKST,
    FICTIEF_VULLING,
    LET_OP_TEKST,
    LET_OP_VULLING,
    LIJN,
    Palet,
)
from .quick_xlsx import Book

REGELHOOGTE = 15.0
HOOGSTE_RIJ = 409
MEESTE_REGELS = int(HOOGSTE_RIJ // REGELHOOGTE)
"""What a row can show of a text."""
_BREEDSTE_TEKEN, _VREEMD_TEKEN = 17, 15  # pixels; the first with the space before a word
_GAAT_DOOR = " …"
_PAST_ERBOVEN = 70  # of the 255 signs that the top or the bottom of a page may take


@dataclass(frozen=True, slots=True)
class Opdruk:
    """What every page says on paper of what it is a page of."""

    wat: str = ""
    kenmerk: str = ""
    stand: str = ""
    fictief: bool = False

    def op(self, blad: Worksheet) -> None:
        wat, kenmerk, stand = (
            tekst[:_PAST_ERBOVEN].replace("&", "&&")
            for tekst in (self.wat, self.kenmerk, self.stand)
        )
        fictief = f"&C{l.FICTIEF.partition(':')[0]}" if self.fictief else ""
        blad.set_header(f"&L{wat}{fictief}&R{kenmerk}")
        blad.set_footer(f"&L&A&C{stand}&RBladzijde &P van &N")


class Werkboek(Book):
    """A workbook in memory whose bytes depend on its contents alone.

    Text is always text: nothing a partij wrote becomes a formula, a link or a number. `palet` has
    the words that have a colour in it.
    """

    def __init__(
        self,
        titel: str,
        moment: date,
        maker: str = "",
        palet: Palet = MappingProxyType({}),
        opdruk: Opdruk | None = None,
    ) -> None:
        super().__init__()
        self.palet = palet
        self._opdruk = opdruk or Opdruk(titel)
        gemaakt = moment if isinstance(moment, datetime) else datetime.combine(moment, time(12))
        self.set_properties({"title": titel, "author": maker, "created": gemaakt})
        self._formaten: dict[tuple[object, ...], Format] = {}

    def add_worksheet(self, name: str | None = None) -> Worksheet:
        blad = super().add_worksheet(name)
        self._opdruk.op(blad)
        return blad

    def opmaak(self, **eigenschappen: object) -> Format:
        """The format with these properties; the same properties give the same format."""
        basis = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        return self._formaat(eigenschappen, basis)

    def _formaat(self, eigenschappen: Mapping[str, object], basis: dict[str, object]) -> Format:
        sleutel = (bool(basis), *sorted(eigenschappen.items()))
        if sleutel not in self._formaten:
            self._formaten[sleutel] = self.add_format(basis | dict(sorted(eigenschappen.items())))
        return self._formaten[sleutel]

    def kop(self, **eigenschappen: object) -> Format:
        vorm = {"bg_color": DONKERGROEN, "font_color": "#FFFFFF", "valign": "vcenter"}
        return self.cel(bold=True, **(vorm | eigenschappen))

    def cel(self, **eigenschappen: object) -> Format:
        """A bordered, wrapping table cell."""
        basis = {"border": 1, "border_color": LIJN, "text_wrap": True}
        return self.opmaak(**(basis | eigenschappen))

    def kleurcel(self, woord: str) -> Format:
        """A cell in the colour of a word, its symbol before it."""
        return self.cel(bold=True, **self._kleur(woord))

    def _kleur(self, woord: str) -> dict[str, object]:
        kleur = self.palet[woord]
        notatie = f'"{kleur.symbool} "@'
        return {"bg_color": kleur.vulling, "font_color": kleur.tekst, "num_format": notatie}

    def kleur_woorden(
        self, blad: Worksheet, bereik: str, woorden: Iterable[str], alleen_als: str = ""
    ) -> None:
        """Colour a range by the word in each cell, symbol included, live in every program.

        With `alleen_als`, a formula for its first row, only the rows for which that is true.
        """
        eerste = bereik.split(":", maxsplit=1)[0].replace("$", "")
        for woord in woorden:
            is_zo = f'TRIM({eerste})="{woord}"'
            formule = f"=AND({is_zo},{alleen_als})" if alleen_als else f"={is_zo}"
            self._als(blad, bereik, formule, **self._kleur(woord))

    def toon_niet(self, blad: Worksheet, bereik: str, woord: str) -> None:
        """Show nothing of a cell that holds this word and no more."""
        eerste = bereik.split(":", maxsplit=1)[0]
        self._als(blad, bereik, f'={eerste}="{woord}"', num_format=";;;")

    def kleur_woorden_licht(self, blad: Worksheet, bereik: str, woord: str) -> None:
        """Green text for the word that says a row is done."""
        eerste = bereik.split(":", maxsplit=1)[0]
        self._als(blad, bereik, f'={eerste}="{woord}"', font_color="#1B6B4A", bold=True)

    def waarschuw(self, blad: Worksheet, bereik: str, formule: str) -> None:
        """Mark the cells of a range for which `formule` is true."""
        self._als(blad, bereik, formule, bg_color=LET_OP_VULLING, font_color=LET_OP_TEKST)

    def verf(self, blad: Worksheet, cellen: Sequence[str], formule: str, vulling: str) -> None:
        """Fill the cells for which `formule`, that of the first of them, is true."""
        self._als(blad, " ".join(cellen), formule, bg_color=vulling)

    def wijs_aan(self, blad: Worksheet, naam: str, formule: str) -> None:
        """Point at the row for which `formule` is true: an arrow before its name."""
        wijzer = {"bg_color": AAN_DE_BEURT, "bold": True}
        self._als(blad, naam, formule, num_format=f'"{AANWIJZER} "@', **wijzer)

    def _als(self, blad: Worksheet, bereik: str, formule: str, **eigenschappen: object) -> None:
        opmaak = self._formaat(eigenschappen, {})
        regel = {"type": "formula", "criteria": formule, "format": opmaak}
        eerste, *meer = bereik.split(" ")
        blad.conditional_format(eerste, regel | ({"multi_range": bereik} if meer else {}))


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
    plat = woord if woord.isascii() else unicodedata.normalize("NFD", woord)
    bekend = "".join(filter(str.isascii, plat))
    vreemd = sum(not t.isascii() and not unicodedata.combining(t) for t in plat)
    return int(xl_pixel_width(bekend)) + vreemd * _VREEMD_TEKEN


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
