"""What an agreement calls its two overleggen and its programme, in texts that say ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .notation import plat

_DE = {"het": "de", "dit": "deze", "dat": "die", "welk": "welke", "elk": "elke"}
"""Before a name with `de` what stands before one with `het`."""
_ONS = re.compile(
    rf"\b(?:(?P<voor>(?i:{'|'.join(_DE)}))(?P<tussen> (?:nieuwe )?))?"
    r"(?P<wat>[Aa]mbtelijk overleg|[Bb]estuurlijk overleg|AO|BO|[Jj]aarprogramma)"
    r"(?P<afkorting> \([AB]O\))?(?!\w)"
)
_SAMEN, _APART = "ambtelijk en het bestuurlijk", "ambtelijk overleg en het bestuurlijk"
_GESCHREVEN = re.compile(
    r"(?P<lidwoord>[Dd]e|[Hh]et) (?P<voluit>[^\W\d_](?:[\w ’-]{0,23}\w)?)"
    r"(?: \((?P<kort>[^\W\d_][\w-]{0,9})\))?"
)


@dataclass(frozen=True, slots=True)
class Naam:
    """A name and its article: `het`, `bestuurlijk overleg`, `BO`; `kort` may be the same."""

    lidwoord: str
    voluit: str
    kort: str

    def __str__(self) -> str:
        """As `lees_naam` reads it."""
        return self.zinsdeel + (f" ({self.kort})" if self.kort != self.voluit else "")

    @property
    def zinsdeel(self) -> str:
        """`het bestuurlijk overleg`."""
        return f"{self.lidwoord} {self.voluit}"


AO = Naam("het", "ambtelijk overleg", "AO")
BO = Naam("het", "bestuurlijk overleg", "BO")
JAARPROGRAMMA = Naam("het", "jaarprogramma", "jaarprogramma")


def lees_naam(tekst: str) -> Naam | None:
    """`de stuurgroep wonen (SW)`; None for what has no article, or does not fit on the tab of a
    sheet."""
    gelezen = _GESCHREVEN.fullmatch(" ".join(tekst.split()))
    if gelezen is None:
        return None
    lidwoord, voluit, kort = gelezen.groups()
    return Naam(lidwoord.lower(), voluit, kort or voluit)


@dataclass(frozen=True, slots=True)
class EigenNamen:
    """The names of one agreement."""

    ao: Naam = AO
    bo: Naam = BO
    jaarprogramma: Naam = JAARPROGRAMMA

    @property
    def _van(self) -> Mapping[str, Naam]:
        ons = {AO: self.ao, BO: self.bo, JAARPROGRAMMA: self.jaarprogramma}
        return {w: eigen for naam, eigen in ons.items() for w in (naam.voluit, naam.kort)}

    @property
    def geschreven(self) -> dict[str, str]:
        """Ours, and what each is called; `uit` reads it."""
        ons = (AO, self.ao), (BO, self.bo), (JAARPROGRAMMA, self.jaarprogramma)
        return {naam.voluit: str(eigen) for naam, eigen in ons}

    @classmethod
    def uit(cls, geschreven: Mapping[str, str]) -> EigenNamen:
        """The names again; what cannot be read is called as ours."""
        return cls(*(lees_naam(geschreven.get(n.voluit, "")) or n for n in (AO, BO, JAARPROGRAMMA)))

    def overleg(self, soort: str) -> str:
        """A sort of overleg by its short name, also where it is written in full or as ours."""
        for ons, eigen in ((AO, self.ao), (BO, self.bo)):
            namen = (ons.kort, ons.voluit, eigen.kort, eigen.voluit)
            if plat(soort) in map(plat, namen):
                return eigen.kort
        return soort

    def zeg(self, tekst: str) -> str:
        """A text of ours with these names in it; one with words of somebody else is never given."""
        if self == ONZE_NAMEN:
            return tekst
        return _ONS.sub(self._zeg, tekst.replace(_SAMEN, _APART))

    def _zeg(self, ons: re.Match[str]) -> str:
        wat, voor, tussen = ons["wat"], ons["voor"] or "", ons["tussen"] or ""
        naam = self._van[wat if wat.isupper() else wat[0].lower() + wat[1:]]
        is_afgekort = wat.isupper() or naam.kort == naam.voluit
        woord = naam.kort if wat.isupper() else naam.voluit
        if wat[0].isupper() and not wat.isupper():
            woord = woord[0].upper() + woord[1:]
        if ons["afkorting"] and not is_afgekort:
            woord += f" ({naam.kort})"
        if naam.lidwoord == "de" and voor:
            de = _DE[voor.lower()]
            voor = de.capitalize() if voor[0].isupper() else de
        return f"{voor}{tussen}{woord}"


ONZE_NAMEN = EigenNamen()
