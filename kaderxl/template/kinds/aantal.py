"""Aantal: a whole number of things."""

from __future__ import annotations

from ...core import catalogue
from ...core.rounds import Bevinding
from ...core.values import Veld
from .numbers import Getalsoort


class Aantal(Getalsoort):
    """No Dutch municipality has half a million homes, so more than a million was hardly meant."""

    naam = "aantal"
    niet_goed = "Vul alleen een heel getal in"
    goed = "AND({cel}>=0,{cel}=INT({cel}))"
    notatie = "#,##0"
    invoer = ("integer", "Een heel getal", "Vul alleen een heel getal in, bijvoorbeeld 12.")

    def fout(self, veld: Veld, getal: int | float) -> Bevinding | None:
        if getal >= 0 and getal != int(getal):
            return catalogue.HEEL_GETAL.bij(veld.plek, waarde=self.zeg(getal, ""))
        return super().fout(veld, getal)


AANTAL = Aantal()
