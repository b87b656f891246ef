"""Workbooks that look alike, speak Dutch and trust no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..core import labels as l
from ..core.text import AANWIJZER
from .colours import (
    AAN_DE_BEURT,
    DONKERGROEN,
    LET_OP_TEKST,
    LET_OP_VULLING,
    LIJN,
    Palet,
)
from .quick_xlsx import Book

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

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
