"""Bedrag: an amount in euros, to the cent."""

from __future__ import annotations

import re

from ...core import catalogue
from ...core.meetwaarde import Meetwaarde, Voorbeeld
from ...core.notation import Twijfel, een_regel, lees_getal, met_eenheid
from ...core.rounds import Bevinding
from ...core.values import Veld, Waarde
from .numbers import Getalsoort

_TEKEN = r"(?:€|eur|euro)"
_GESCHREVEN = re.compile(
    rf"(?P<voor>[-+−–]?)\s*(?:{_TEKEN}\s*)?(?P<getal>[-+−–]?\s*\d[\d., ]*?)"
    rf"(?:,(?:-{{1,2}}|–|—|=))?\s*{_TEKEN}?",
    re.IGNORECASE,
)
_CENT = 0.000001  # what is left of a cent by reckoning in halves of halves is less
_EURO = re.compile(r"(?:euro|eur|€)(?:\s+(?P<per>.+))?", re.IGNORECASE)


class Bedrag(Getalsoort):
    """The unit is `euro`, or begins with it (`euro per maand`): so a € in a cell is no doubt."""

    naam = "bedrag"
    woord = "bedrag"
    eenheid = "euro"
    raad = (
        "Vul het bedrag in euro in, ook als het 0 is. Weet u het niet, laat de cel dan leeg en "
        "schrijf bij Toelichting wat u wel weet"
    )
    niet_goed = "Vul een bedrag in euro in"
    goed = f"AND({{cel}}>=0,ABS({{cel}}-ROUND({{cel}},2))<={_CENT:f})"
    notatie = '"€ "#,##0.00'
    invoer = ("decimal", "Een bedrag in euro", "Vul alleen het bedrag in, bijvoorbeeld 1234,50.")
    vraagt_notatie = True
    grootste = 1_000_000_000

    def ontleed(self, inhoud: Waarde) -> int | float | Twijfel | None:
        """`€ 1.234,50`, `1.234,50 euro`, `EUR 12,-`; what is left must be a Dutch number."""
        if not isinstance(inhoud, str):
            return lees_getal(inhoud)
        treffer = _GESCHREVEN.fullmatch(een_regel(inhoud))
        if treffer is None or (treffer["voor"] and not treffer["getal"][0].isdigit()):
            return None
        return lees_getal(treffer["voor"] + treffer["getal"].replace("- ", "-").strip())

    def fout(self, veld: Veld, getal: int | float) -> Bevinding | None:
        if not self.rond(getal):
            return catalogue.GEEN_HELE_CENTEN.bij(veld.plek, waarde=met_eenheid(getal, ""))
        return super().fout(veld, getal)

    def zeg(self, waarde: Waarde, eenheid: str) -> str:
        """`€ 1.234,50 per maand`; whole euros without cents."""
        if not isinstance(waarde, (int, float)) or isinstance(waarde, bool):
            return met_eenheid(waarde, "")
        euro = _EURO.fullmatch(eenheid)
        cijfers = f"{waarde:,.0f}" if round(waarde, 2) == int(waarde) else f"{waarde:,.2f}"
        cijfers = cijfers.replace(",", " ").replace(".", ",").replace(" ", ".")
        return f"€ {cijfers} {(euro['per'] or '') if euro else ''}".strip()

    def rond(self, getal: float) -> bool:
        return abs(getal - round(getal, 2)) <= _CENT

    def bezwaar(self, eenheid: str) -> str:
        if not eenheid or _EURO.fullmatch(eenheid):
            return ""
        return "Maak de eenheid leeg of begin met euro. Vraagt u in duizenden, kies dan getal."

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> int | float:
        heel = super().voorbeeld(vraag, geval)
        return heel * 12_500 + 0.5 if heel else 0


BEDRAG = Bedrag()
