"""The target meter on Samenvatting: delivered year by year, and what is only a plan, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from ..core.kader import Doel
from ..core.outcome import Matrix, Meter, Meterjaar
from ..core.phrases import doel_als_zin
from ..writing.grid import zet
from ..writing.workbook import Werkboek, hoogte

SAMEN, PLAN = "Samen netto", "Plan"
ONDERGRENS, BOVENGRENS = "Ondergrens", "Bovengrens"


@dataclass(frozen=True, slots=True)
class Metertabel:
    """Where the numbers stand: rows of the years and of the plans, and a column by header."""

    kop: int
    eerste: int
    laatste_jaar: int
    laatste: int
    kolommen: dict[str, int]

    @property
    def onder(self) -> int:
        """The last row, a line of text under the table."""
        return self.laatste + 1


def schrijf_meter(
    werkboek: Werkboek, blad: Worksheet, matrix: Matrix, meter: Meter, rij: int
) -> Metertabel:
    """A row a year, then a row for each plan; a year that is not complete stays empty."""
    delen = list(dict.fromkeys(d.omschrijving for j in meter.jaren for d in j.delen))
    koppen = [_titel(meter), *delen, "Netto", SAMEN, ONDERGRENS, BOVENGRENS, PLAN]
    for kolom, kop in enumerate(koppen):
        blad.write_string(rij, kolom, kop, werkboek.kop())
    blad.set_row(rij, hoogte([(kop, 12) for kop in koppen[1:]]))
    links, midden = werkboek.cel(text_wrap=False), werkboek.cel(align="center")
    eerste = rij + 1
    jaren = _tot_het_einde(matrix, meter)
    for nummer, jaar in enumerate(jaren, eerste):
        waarde_van = {d.omschrijving: d.waarde for d in jaar.delen}
        doel = doel_in(meter, jaar.jaar)
        grenzen = (doel.minimum, doel.maximum) if doel else (None, None)
        getallen = [*(waarde_van.get(d) for d in delen), jaar.netto, jaar.cumulatief, *grenzen]
        zet(blad, nummer, 0, str(jaar.jaar), links)
        for kolom, getal in enumerate([*getallen, None], 1):
            zet(blad, nummer, kolom, getal, midden)
    laatste_jaar = rij + len(jaren)
    for nummer, post in enumerate(meter.plannen, laatste_jaar + 1):
        zet(blad, nummer, 0, f"Plan: {post.omschrijving}", links)
        for kolom in range(1, len(koppen) - 1):
            zet(blad, nummer, kolom, None, midden)
        zet(blad, nummer, len(koppen) - 1, post.waarde, midden)
    laatste = laatste_jaar + len(meter.plannen)
    doelen = "; ".join(doel_als_zin(d) for d in meter.doelen)
    uitleg = f"Doel: {doelen}. Een leeg jaar is nog niet compleet. Een plan telt niet mee."
    blad.write_string(laatste + 1, 0, uitleg, werkboek.opmaak(italic=True))
    kolommen = {kop: n for n, kop in enumerate(koppen)}
    return Metertabel(rij, eerste, laatste_jaar, laatste, kolommen)


def _tot_het_einde(matrix: Matrix, meter: Meter) -> list[Meterjaar]:
    """The years of the meter, and those still to come in the looptijd."""
    begin = meter.jaren[-1].jaar + 1 if meter.jaren else matrix.ronde.jaar
    return [*meter.jaren, *(Meterjaar(j, ()) for j in range(begin, matrix.kader.looptijd[1] + 1))]


def _titel(meter: Meter) -> str:
    return f"Doelmeter {meter.indicator.code}: {meter.eenheid}".removesuffix(": ")


def doel_in(meter: Meter, jaar: int) -> Doel | None:
    """The first target that still lies ahead in a year."""
    return next(
        (d for d in sorted(meter.doelen, key=lambda d: d.tm_jaar) if d.tm_jaar >= jaar), None
    )
