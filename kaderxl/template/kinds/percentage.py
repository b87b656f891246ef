"""Percentage: from 0 to and including 100; it is never added up or averaged."""

from __future__ import annotations

from collections.abc import Iterator

from ...core import catalogue
from ...core.meetwaarde import Combineren, Datumgrenzen, Meetwaarde, Voorbeeld
from ...core.notation import Twijfel, lees_getal, schrijf_getal
from ...core.rounds import Bevinding
from ...core.sums import afgerond
from ...core.values import Veld, Waarde
from .numbers import Getalsoort

_HOOGSTE_DEEL = 1


class Percentage(Getalsoort):
    naam = "percentage"
    eenheid = "%"
    raad = (
        "Vul het percentage in, van 0 tot en met 100. Weet u het niet, laat de cel dan leeg en "
        "schrijf bij Toelichting wat u wel weet"
    )
    niet_goed = "Vul een getal in van 0 tot 100"
    goed = "AND({cel}>=0,{cel}<=100)"
    notatie = "#,##0.00"

    def ontleed(self, inhoud: Waarde) -> int | float | Twijfel | None:
        return lees_getal(inhoud.strip().removesuffix("%") if isinstance(inhoud, str) else inhoud)

    def fout(self, veld: Veld, getal: int | float) -> Bevinding | None:
        if not 0 <= getal <= 100:
            return catalogue.PERCENTAGE_BUITEN.bij(veld.plek, waarde=schrijf_getal(getal))
        return None

    def twijfels(self, veld: Veld, getal: int | float) -> Iterator[Bevinding]:
        """A share of the whole: 0.125 for 12,5 %. A sign in the text leaves no doubt."""
        if 0 < getal <= _HOOGSTE_DEEL and "%" not in veld.tekst and not veld.procent:
            maal = schrijf_getal(afgerond(getal * 100))
            yield catalogue.PERCENTAGE_KLEIN.bij(veld.plek, waarde=schrijf_getal(getal), maal=maal)

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 100,
            "error_title": "Een percentage",
            "error_message": "Vul een getal in van 0 tot en met 100, zonder %-teken.",
        }

    def telt_op(self, combineren: Combineren) -> bool:
        return False

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> int | float:
        return 40 + 5 * geval.nummer


PERCENTAGE = Percentage()
