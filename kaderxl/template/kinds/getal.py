"""Getal: a number with decimals in the unit of the template: a rapportcijfer, fte, hectare."""

from __future__ import annotations

from ...core.meetwaarde import Combineren, Datumgrenzen, Meetwaarde, Voorbeeld
from ...core.sums import afgerond
from ...core.values import Waarde
from .numbers import Getalsoort


class Getal(Getalsoort):
    """Added up only where the template says `som`: hectares are, a rapportcijfer is not."""

    naam = "getal"
    niet_goed = "Vul alleen een getal in"
    notatie = "General"

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        return {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_title": "Een getal",
            "error_message": "Vul alleen een getal in, bijvoorbeeld 7,4. "
            "Weet u het niet zeker? Zet uw opmerking bij Toelichting.",
        }

    def telt_op(self, combineren: Combineren) -> bool:
        return combineren is Combineren.SOM

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        heel = super().voorbeeld(vraag, geval)
        assert isinstance(heel, int), "made of whole numbers"
        return afgerond(heel * 0.9)


GETAL = Getal()
