"""Getal: a number with decimals in the unit of the template: a rapportcijfer, fte, hectare."""

from __future__ import annotations

from ...core.answers import Waarde
from ...core.meetwaarde import Combineren, Meetwaarde, Voorbeeld
from ...core.sums import afgerond
from .numbers import Getalsoort


class Getal(Getalsoort):
    """Added up only where the template says `som`: hectares are, a rapportcijfer is not."""

    naam = "getal"
    niet_goed = "Vul alleen een getal in"
    notatie = "General"
    invoer = ("decimal", "Een getal", "Vul alleen een getal in, bijvoorbeeld 7,4.")

    def telt_op(self, combineren: Combineren) -> bool:
        return combineren is Combineren.SOM

    def zeg(self, waarde: Waarde, eenheid: str) -> str:
        """A cijfer has its decimal also where that is nought: `7,0`."""
        gezegd = super().zeg(waarde, eenheid)
        is_heel = self.is_waarde(waarde) and "," not in gezegd
        if is_heel and "cijfer" in eenheid.lower():
            return gezegd.replace(f" {eenheid}", f",0 {eenheid}")
        return gezegd

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> int | float:
        return afgerond(super().voorbeeld(vraag, geval) * 0.9)


GETAL = Getal()
