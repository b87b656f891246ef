"""Bedrag: an amount in euros, to the cent."""

from __future__ import annotations

import re

from ...core import catalogue
from ...core.meetwaarde import Datumgrenzen, Meetwaarde, Voorbeeld
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
    notatie = '"€ "#,##0.00'
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
        if abs(getal - round(getal, 2)) > _CENT:
            return catalogue.GEEN_HELE_CENTEN.bij(veld.plek, waarde=met_eenheid(getal, ""))
        return super().fout(veld, getal)

    def goed(self, cel: str) -> str:
        return f"AND({cel}>=0,ABS({cel}-ROUND({cel},2))<={_CENT:f})"

    def zeg(self, waarde: Waarde, eenheid: str) -> str:
        """`€ 1.234,50 per maand`; whole euros without cents."""
        if not isinstance(waarde, (int, float)) or isinstance(waarde, bool):
            return met_eenheid(waarde, "")
        euro = _EURO.fullmatch(eenheid)
        cijfers = f"{waarde:,.0f}" if round(waarde, 2) == int(waarde) else f"{waarde:,.2f}"
        cijfers = cijfers.replace(",", " ").replace(".", ",").replace(" ", ".")
        return f"€ {cijfers} {(euro['per'] or '') if euro else ''}".strip()

    def notatie_van(self, waarde: object) -> str:
        """Rounded to cents it would hide what is wrong."""
        cent = not isinstance(waarde, float) or abs(waarde - round(waarde, 2)) <= _CENT
        return self.notatie if cent else "General"

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        return {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_title": "Een bedrag in euro",
            "error_message": "Vul alleen het bedrag in, bijvoorbeeld 1234,50. "
            "Weet u het niet zeker? Zet uw opmerking bij Toelichting.",
        }

    def bezwaar(self, eenheid: str) -> str:
        if not eenheid or _EURO.fullmatch(eenheid):
            return ""
        return "Maak de eenheid leeg of begin met euro. Vraagt u in duizenden, kies dan getal."

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        heel = super().voorbeeld(vraag, geval)
        assert isinstance(heel, int), "made of whole numbers"
        return heel * 12_500 + 0.5 if heel else 0


BEDRAG = Bedrag()
