"""What a correction workbook says beside the questions: summary, remarks, sheet Opmerkingen.

All of it is recognised again when the workbook comes back: every line is the output of a form
kept here or in the catalogue of findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from ..core import labels as l
from ..core.answers import Cel
from ..core.grouping import Groep, is_voor_partij, voor_partij
from ..core.notation import een_regel
from ..core.rounds import Bevinding, Ernst, Plek
from ..writing.measures import druk_af_op_a4, hoogte, zet_fictief

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from ..writing.workbook import Werkboek

_BREEDTES = (100, 42)
_MEESTE_CELLEN, _MEESTE_BLADEN = 20, 5
_LANGSTE_BLADNAAM = 60

# The summary: a line each for how it stood, where to look and what to do
_DANK = "Dank u wel voor uw antwoorden."
_TE_DOEN = "Bij {doen} van uw {van} indicatoren is nog iets te doen."
_KLOPT_DIT = "Bij {klopt} van uw {van} indicatoren vragen we of het klopt."
_BEIDE = (
    "Bij {doen} van uw {van} indicatoren is nog iets te doen, en bij {klopt} vragen we of het "
    "klopt."
)
_OP_DE_REGEL = (
    f"Lees de kolom “{l.OPMERKING}”: de cellen waar het om gaat zijn roze tot u ze verbetert."
)
_OP_HET_BLAD = f"Wat niet bij één regel hoort, staat op het blad {l.OPMERKINGEN}."
_DOEN = (
    "Verbeter dit, sla het bestand op en stuur het terug. Wat al goed is, hoeft u niet over te "
    f"doen; die regels ziet u als u bij “{l.BEKIJKEN}” op het pijltje klikt en alles kiest."
)
_ZIE = "Klopt dit? Zie de opmerking bij {code}."
SAMENVATTING_REGELS = 3

TITEL = "Opmerkingen over uw bestand"
UITLEG = (
    "Deze opmerkingen horen niet bij één regel van het blad Invulblad. "
    "Moet er iets gebeuren, doe dat dan op het blad Invulblad."
)
KOPPEN = ("Opmerking", "Waar stond dit in uw bestand?")
HEEL_BESTAND = "Het hele bestand"
VASTE_TEKSTEN = (TITEL, UITLEG, HEEL_BESTAND, *KOPPEN, l.OPMERKING)

_CELLEN = r"(?:: [A-Z]{1,3}\d{1,7}(?:, [A-Z]{1,3}\d{1,7})*(?: en nog \d+)?)?"
_BLAD = rf"Blad “[^”]{{1,{_LANGSTE_BLADNAAM}}}”{_CELLEN}"
_PLEKKEN = re.compile(rf"{_BLAD}(?:; {_BLAD})*")


@dataclass(frozen=True, slots=True)
class Opmerkingen:
    """All that is remarked on one return.

    `per_regel` gives the findings of a row by its code, gravest first; `gemerkt` the cells
    (code, column) that ask for something, those of one finding together, its own first; `overig`
    what belongs to no row; `gemaakt` is the moment the workbook bears.
    """

    gevraagd: int
    te_verbeteren: int
    te_bekijken: int
    per_regel: Mapping[str, tuple[Bevinding, ...]]
    gemerkt: frozenset[tuple[Cel, ...]]
    overig: tuple[Groep, ...]
    gemaakt: datetime

    def samenvatting(self) -> tuple[str, ...]:
        """SAMENVATTING_REGELS lines: how it stood, where to look, what to do."""
        doen, klopt = self.te_verbeteren, self.te_bekijken
        vorm = _BEIDE if doen and klopt else _TE_DOEN if doen else _KLOPT_DIT if klopt else ""
        wat = _DANK, vorm.format(doen=doen, klopt=klopt, van=self.gevraagd)
        waar = _OP_DE_REGEL if self.gemerkt else "", _OP_HET_BLAD if self.overig else ""
        return *(" ".join(filter(None, zinnen)) for zinnen in (wat, waar)), _DOEN

    def bij(self, code: str) -> str:
        """The remarks on a row, a line each."""
        eigen = map(voor_partij, self.per_regel.get(code, ()))
        elders = (_ZIE.format(code=bij) for bij in self._elders(code))
        return "\n".join(dict.fromkeys((*eigen, *elders)))

    def _elders(self, code: str) -> list[str]:
        """The other rows with a remark about this one too."""
        bij = ((samen[0][0], ook) for samen in self.gemerkt for ook, _ in samen[1:])
        return sorted({eigen for eigen, ook in bij if ook == code != eigen})

    def telt(self, code: str) -> bool:
        """Whether a remark about a row asks for something."""
        eigen = any(b.ernst is not Ernst.MELDING for b in self.per_regel.get(code, ()))
        return eigen or bool(self._elders(code))

    def codes(self) -> set[str]:
        """The rows with a remark."""
        eigen = {code for code, bevindingen in self.per_regel.items() if bevindingen}
        return eigen | {code for samen in self.gemerkt for code, _ in samen}


def schrijf_opmerkingen(
    werkboek: Werkboek, blad: Worksheet, groepen: Iterable[Groep], fictief: bool
) -> None:
    """The findings that belong to no row, gravest first, with where they were found."""
    gewoon, kop, cel = werkboek.opmaak(), werkboek.kop(), werkboek.cel()
    blad.write_string(0, 0, TITEL, werkboek.opmaak(bold=True, font_size=16))
    blad.write_string(1, 0, UITLEG, gewoon)
    blad.set_row(0, 24)
    if fictief:
        zet_fictief(werkboek, blad, 2)
    kopregel = 3
    for kolom, (naam, breedte) in enumerate(zip(KOPPEN, _BREEDTES, strict=True)):
        blad.write_string(kopregel, kolom, naam, kop)
        blad.set_column(kolom, kolom, breedte)
    for rij, groep in enumerate(groepen, kopregel + 1):
        teksten = voor_partij(groep.bevinding), plekken_in_woorden(groep.plekken)
        for kolom, tekst in enumerate(teksten):
            blad.write_string(rij, kolom, tekst, cel)
        blad.set_row(rij, hoogte(zip(teksten, _BREEDTES, strict=True)))
    blad.freeze_panes(kopregel + 1, 0)
    blad.hide_gridlines(2)
    druk_af_op_a4(blad, herhaal=kopregel)


def plekken_in_woorden(plekken: Iterable[Plek]) -> str:
    """`Blad “Invulblad”: B30, B31; Blad “Kladblok”: A1`."""
    delen = []
    for blad, groep in groupby(plekken, key=lambda plek: plek.blad):
        cellen = [plek.cel for plek in groep if plek.cel]
        rest = len(cellen) - _MEESTE_CELLEN
        nog = f" en nog {rest}" if rest > 0 else ""
        waar = f": {', '.join(cellen[:_MEESTE_CELLEN])}{nog}" if cellen else ""
        if blad:
            naam = een_regel(blad).replace("”", "’")[:_LANGSTE_BLADNAAM].strip()
            delen.append(f"Blad “{naam or '?'}”{waar}")
    return "; ".join(delen[:_MEESTE_BLADEN]) or HEEL_BESTAND


_VAN_VROEGER = (
    "Dank u wel voor uw antwoorden. Er is nog geen indicator compleet.",
    "Uw indicatoren: 1 van {van} is compleet. Dank u wel daarvoor.",
    "Uw indicatoren: {n} van {van} zijn compleet. Dank u wel daarvoor.",
    "Bij 1 indicator is nog iets te verbeteren.",
    "Bij {n} indicatoren is nog iets te verbeteren.",
    "Bij 1 indicator vragen we u nog eens te kijken.",
    "Bij {n} indicatoren vragen we u nog eens te kijken.",
    f"Lees de kolom “{l.OPMERKING}”: de cel waar het om gaat is gekleurd tot u haar verbetert.",
    f"Lees de kolom “{l.OPMERKING}”: de cel waar het om gaat heeft een rode rand.",
    "Verbeter dit, sla het bestand op en stuur het terug. "
    "Wat al goed is, hoeft u niet over te doen.",
)
_ZINNEN = (
    _ZIE, _DANK, _TE_DOEN, _KLOPT_DIT, _BEIDE, _OP_DE_REGEL, _OP_HET_BLAD, _DOEN, *_VAN_VROEGER,
)  # fmt: skip
_ZIN = "|".join(
    re.sub(r"\\\{\w+\\\}", r"\\d+", re.escape(zin).replace(r"\{code\}", r"\S{1,40}"))
    for zin in _ZINNEN
)
_SAMENVATTING = re.compile(rf"(?:{_ZIN})(?: (?:{_ZIN}))*")


def is_opmerking(regel: str) -> bool:
    """Whether a line of text is a remark, a place or a sentence of the summary, and no more."""
    schoon = een_regel(regel)
    return is_voor_partij(schoon) or any(p.fullmatch(schoon) for p in (_SAMENVATTING, _PLEKKEN))


def zonder_opmerkingen(tekst: str) -> str:
    """A text without the lines that are remarks: what somebody else wrote in the cell."""
    regels = tekst.splitlines()
    over = [regel for regel in regels if not is_opmerking(regel)]
    return tekst if len(over) == len(regels) else "\n".join(over).strip()
