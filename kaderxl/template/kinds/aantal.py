"""Aantal: a whole number of things."""

from __future__ import annotations

from ...core import catalogue
from ...core.meetwaarde import Datumgrenzen
from ...core.rounds import Bevinding
from ...core.values import Veld
from .numbers import Getalsoort


class Aantal(Getalsoort):
    """No Dutch municipality has half a million homes, so more than a million was hardly meant."""

    naam = "aantal"
    niet_goed = "Vul alleen een heel getal in"
    notatie = "#,##0"

    def fout(self, veld: Veld, getal: int | float) -> Bevinding | None:
        if getal >= 0 and getal != int(getal):
            return catalogue.HEEL_GETAL.bij(veld.plek, waarde=self.zeg(getal, ""))
        return super().fout(veld, getal)

    def goed(self, cel: str) -> str:
        return f"AND({cel}>=0,{cel}=INT({cel}))"

    def notatie_van(self, waarde: object) -> str:
        """Rounded to a whole number it would hide what is wrong."""
        heel = not isinstance(waarde, float) or waarde.is_integer()
        return self.notatie if heel else "General"

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        return {
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_title": "Een heel getal",
            "error_message": "Vul alleen een heel getal in, bijvoorbeeld 12. "
            "Weet u het niet zeker? Zet uw opmerking bij Toelichting.",
        }


AANTAL = Aantal()
