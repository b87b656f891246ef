"""Getal: a number with decimals in the unit of the template: a rapportcijfer, fte, hectare."""

from __future__ import annotations

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

    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> int | float:
        return afgerond(super().voorbeeld(vraag, geval) * 0.9)


GETAL = Getal()
