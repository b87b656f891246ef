"""Every colour of the workbooks and pages, each with its word."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import labels as l
from ..core.kader import Beoordeling

DONKERGROEN = "#003D33"
LIJN = "#B6BDC4"
ZACHT_GRIJS = "#F3F4F6"
GRIJZE_TEKST = "#595959"
INVOER = "#FFF8DC"
INVOER_LIJN = "#9A7B00"
LET_OP_VULLING, LET_OP_TEKST = "#FDE3E3", "#8A0000"
FICTIEF_VULLING, FICTIEF_TEKST = "#6B2FA0", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Kleur:
    """Fill and text (contrast at least 4.5:1) and the symbol shown before the word."""

    vulling: str
    tekst: str
    symbool: str


# Distinguishable in the common forms of colour blindness (CAM02-UCS, Machado 2009)
KLEUREN: dict[str, Kleur] = {
    Beoordeling.GROEN: Kleur("#3DAA7D", "#000000", "●"),
    Beoordeling.ORANJE: Kleur("#FFB84D", "#000000", "▲"),
    Beoordeling.ROOD: Kleur("#D00000", "#FFFFFF", "■"),
    Beoordeling.AFGEROND: Kleur("#003D33", "#FFFFFF", "✔"),
    Beoordeling.NVT: Kleur("#C9CDD2", "#1F2933", "–"),
    l.NIET_INGEVULD: Kleur("#FFFFFF", "#595959", "…"),
    l.VERSCHIL: Kleur("#6B2FA0", "#FFFFFF", "≠"),
}
