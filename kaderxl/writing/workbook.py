"""Workbooks that look alike, speak Dutch and trust no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from itertools import starmap
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_pixel_width
from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from .colours import (
    DONKERGROEN,
    FICTIEF_TEKST,
    FICTIEF_VULLING,
    LET_OP_TEKST,
    LET_OP_VULLING,
    LIJN,
    Palet,
)
from .quick_xlsx import Book

_REGELHOOGTE = 15.0
_HOOGSTE_RIJ = 409
_BREEDSTE_TEKEN = 17  # pixels, and the space before a word with it


class Werkboek(Book):
    """A workbook in memory whose bytes depend on its contents alone.

    Text is always text: nothing a partij wrote becomes a formula, a link or a number. `palet` has
    the words that have a colour in it.
    """

    def __init__(
        self, titel: str, moment: date, maker: str = "", palet: Palet = MappingProxyType({})
    ) -> None:
        super().__init__()
        self.palet = palet
        gemaakt = moment if isinstance(moment, datetime) else datetime.combine(moment, time(12))
        self.set_properties({"title": titel, "author": maker, "created": gemaakt})
        self._formaten: dict[tuple[object, ...], Format] = {}

    def opmaak(self, **eigenschappen: object) -> Format:
        """The format with these properties; the same properties give the same format."""
        basis = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        return self._formaat(eigenschappen, basis)

    def _formaat(self, eigenschappen: Mapping[str, object], basis: dict[str, object]) -> Format:
        sleutel = (bool(basis), *sorted(eigenschappen.items()))
        if sleutel not in self._formaten:
            self._formaten[sleutel] = self.add_format(basis | dict(sorted(eigenschappen.items())))
        return self._formaten[sleutel]

    def kop(self) -> Format:
        return self.cel(bold=True, bg_color=DONKERGROEN, font_color="#FFFFFF")

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

    def kleur_woorden(self, blad: Worksheet, bereik: str, woorden: Iterable[str]) -> None:
        """Colour a range by the word in each cell, symbol included, live in every program."""
        eerste = bereik.split(":", maxsplit=1)[0].replace("$", "")
        for woord in woorden:
            self._als(blad, bereik, f'=TRIM({eerste})="{woord}"', **self._kleur(woord))

    def kleur_woorden_licht(self, blad: Worksheet, bereik: str, woord: str) -> None:
        """Green text for the word that says a row is done."""
        eerste = bereik.split(":", maxsplit=1)[0]
        self._als(blad, bereik, f'={eerste}="{woord}"', font_color="#1B6B4A", bold=True)

    def waarschuw(self, blad: Worksheet, bereik: str, formule: str) -> None:
        """Mark the cells of a range for which `formule` is true."""
        self._als(blad, bereik, formule, bg_color=LET_OP_VULLING, font_color=LET_OP_TEKST)

    def _als(self, blad: Worksheet, bereik: str, formule: str, **eigenschappen: object) -> None:
        opmaak = self._formaat(eigenschappen, {})
        regel = {"type": "formula", "criteria": formule, "format": opmaak}
        blad.conditional_format(bereik, regel)


def hoogte(teksten: Iterable[tuple[str, float]]) -> float:
    """Points a row needs to show each text in a column of that width, wrapped by words.

    Never more than a row may have.
    """
    return min(_REGELHOOGTE * max(starmap(_aantal_regels, teksten), default=1), _HOOGSTE_RIJ)


def _aantal_regels(tekst: str, breedte: float) -> int:
    ruimte = breedte * 7
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
            regels += gebruikt // int(ruimte + 1)
            gebruikt %= int(ruimte + 1)
    return regels


@lru_cache(maxsize=4096)
def _woordbreedte(woord: str) -> int:
    return int(xl_pixel_width(woord) * 1.03) + 3


def druk_af_op_a4(blad: Worksheet, *, herhaal: int | None = None, liggend: bool = True) -> None:
    """One page wide, narrow margins, the header row repeated, pages numbered."""
    blad.set_paper(9)
    if liggend:
        blad.set_landscape()
    blad.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    blad.fit_to_pages(1, 0)
    blad.set_footer("&L&A&RBladzijde &P van &N")
    if herhaal is not None:
        blad.repeat_rows(herhaal)


def zet_fictief(werkboek: Werkboek, blad: Worksheet, rij: int) -> None:
    """The line that says that what follows was made up."""
    opmaak = werkboek.opmaak(bold=True, bg_color=FICTIEF_VULLING, font_color=FICTIEF_TEKST)
    blad.set_row(rij, 18, opmaak)
    blad.write_string(rij, 0, l.FICTIEF, opmaak)
