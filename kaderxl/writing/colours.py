"""Every colour of the workbooks and pages, each with its word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..core import labels as l
from ..core.traffic_light import Stoplicht

DONKERGROEN = "#003D33"
LIJN = "#B6BDC4"
ZACHT_GRIJS = "#F3F4F6"
TUSSENKOP = "#DCEBE5"
GRIJZE_TEKST = "#595959"
GRIJS = "#C9CDD2"
INVOER = "#FFF8DC"
INVOER_LIJN = "#9A7B00"
MAG_LEEG = "#FFFFFF"
BALK = "#1B6B4A"
AAN_DE_BEURT = "#FFE27A"
LET_OP_VULLING, LET_OP_TEKST = "#FDE3E3", "#8A0000"
FICTIEF_VULLING, FICTIEF_TEKST = "#6B2FA0", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Kleur:
    """Fill and text (contrast at least 4.5:1) and the symbol shown before the word."""

    vulling: str
    tekst: str
    symbool: str


Palet = Mapping[str, Kleur]
"""How each word looks: those of a traffic light, and ours for what is not there or differs."""


def palet(licht: Stoplicht) -> Palet:
    """The words of a light in its order, then ours."""
    eigen = {str(b): Kleur(b.vulling, b.tekstkleur, b.symbool) for b in licht}
    return eigen | {
        l.NIET_INGEVULD: Kleur("#FFFFFF", "#595959", "…"),
        l.VERSCHIL: Kleur("#6B2FA0", "#FFFFFF", "≠"),
    }


def contrast(een: str, ander: str) -> float:
    """The contrast of two colours (#RRGGBB) as WCAG 2.1 reckons it: from 1 to 21."""
    donker, licht = sorted((_helderheid(een), _helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    delen = (int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5))
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
