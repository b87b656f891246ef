"""The charts of Samenvatting, and the numbers behind the target meter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core import labels as l
from ...core.notation import schrijf_opsomming
from ...core.outcome import Matrix, Meter, Meterjaar
from ...core.phrases import doel_als_zin
from ...writing.colours import DONKERGROEN, GRIJZE_TEKST, LIJN
from ...writing.grid import zet
from ...writing.workbook import hoogte
from ..words import woord_van
from .layout import Vel

SAMEN, PLAN = "Samen netto", "Plan"
ONDERGRENS, BOVENGRENS = "Ondergrens", "Bovengrens"


def schrijf_meter(vel: Vel, meter: Meter, rij: int, rechts: int) -> int:
    """A row a year, then a row for each plan; a year that is not complete stays empty.

    A chart of it stands in the column `rechts`. Gives the last row, a line of text.
    """
    werkboek, blad = vel.werkboek, vel.blad
    delen = list(dict.fromkeys(d.omschrijving for j in meter.jaren for d in j.delen))
    titel = f"Doelmeter {meter.indicator.code}: {meter.eenheid}".removesuffix(": ")
    koppen = [titel, *delen, "Netto", SAMEN, ONDERGRENS, BOVENGRENS, PLAN]
    for kolom, kop in enumerate(koppen):
        blad.write_string(rij, kolom, kop, werkboek.kop())
    blad.set_row(rij, hoogte([(kop, 12) for kop in koppen[1:]]))
    links, midden = werkboek.cel(text_wrap=False), werkboek.cel(align="center")
    regels: list[list[object]] = []
    begin = meter.jaren[-1].jaar + 1 if meter.jaren else vel.matrix.ronde.jaar
    nog = (Meterjaar(j, ()) for j in range(begin, vel.matrix.kader.looptijd[1] + 1))
    op_jaar = sorted(meter.doelen, key=lambda doel: doel.tm_jaar)
    for jaar in (*meter.jaren, *nog):
        waarde_van = {d.omschrijving: d.waarde for d in jaar.delen}
        doel = next((d for d in op_jaar if d.tm_jaar >= jaar.jaar), None)
        grenzen = (doel.minimum, doel.maximum) if doel else (None, None)
        getallen = [*(waarde_van.get(d) for d in delen), jaar.netto, jaar.cumulatief, *grenzen]
        regels.append([str(jaar.jaar), *getallen, None])
    leeg = [None] * (len(koppen) - 2)
    regels += [[f"Plan: {post.omschrijving}", *leeg, post.waarde] for post in meter.plannen]
    for nummer, cellen in enumerate(regels, rij + 1):
        for kolom, waarde in enumerate(cellen):
            zet(blad, nummer, kolom, waarde, midden if kolom else links)
    laatste = rij + len(regels)
    doelen = "; ".join(doel_als_zin(d, meter.soort) for d in meter.doelen)
    uitleg = f"Doel: {doelen}. Een leeg jaar is nog niet compleet. Een plan telt niet mee."
    blad.write_string(laatste + 1, 0, uitleg, werkboek.opmaak(italic=True))
    grafiek = _meter_grafiek(vel, meter, koppen, rij + 1, laatste)
    _plaats(vel, rij, rechts, grafiek, _meter_in_woorden(meter))
    return laatste + 1


_RASTER = {"visible": True, "line": {"color": LIJN}}
_LETTER = {"name": "Calibri", "size": 10}


def thema_grafiek(vel: Vel, rij: int, kopregel: int) -> None:
    """Stacked bars: the afspraken of each thema by colour, from the table of counts."""
    themas = alle_themas(vel.matrix)
    eerste, laatste = kopregel + 1, kopregel + len(themas)
    grafiek = vel.werkboek.add_chart({"type": "bar", "subtype": "stacked"})
    for kolom, woord in enumerate(vel.woorden, 1):
        kleur = vel.werkboek.palet[woord]
        vorm = {"fill": {"color": kleur.vulling}, "border": {"color": GRIJZE_TEKST}, "gap": 60}
        naam = f"{kleur.symbool} {woord}"
        grafiek.add_series(_reeks(naam, kolom, eerste, laatste, vorm))
    telling = {"num_format": "0", "major_unit": 1, "major_gridlines": _RASTER}
    _richt_in(grafiek, "Afspraken per thema en kleur", 1080, telling, {"reverse": True})
    _plaats(vel, rij, 0, grafiek, _themas_in_woorden(vel.matrix, themas))


def alle_themas(matrix: Matrix) -> list[str]:
    """The themas in the order of the agreement."""
    return list(dict.fromkeys(a.thema for a in matrix.kader.afspraken))


def _reeks(
    naam: str, kolom: int, eerste: int, laatste: int, vorm: Mapping[str, object]
) -> dict[str, object]:
    """A column of a table, from its first row to its last, as a series of a chart."""
    return {
        "name": naam,
        "categories": [l.SAMENVATTING, eerste, 0, laatste, 0],
        "values": [l.SAMENVATTING, eerste, kolom, laatste, kolom],
        **vorm,
    }


def _richt_in(
    grafiek: Any, titel: str, breedte: int, x: Mapping[str, object], y: Mapping[str, object]
) -> None:
    kop = {"name": "Calibri", "size": 12, "bold": True}
    grafiek.set_title({"name": titel, "name_font": kop})
    grafiek.set_x_axis({"num_font": _LETTER, **x})
    grafiek.set_y_axis({"num_font": _LETTER, **y})
    grafiek.set_legend({"position": "bottom", "font": _LETTER})
    grafiek.set_size({"width": breedte, "height": 330})


def _plaats(vel: Vel, rij: int, kolom: int, grafiek: Any, omschrijving: str) -> None:
    vel.blad.insert_chart(rij, kolom, grafiek, {"description": omschrijving})


def _themas_in_woorden(matrix: Matrix, themas: Sequence[str]) -> str:
    zinnen = []
    for thema in themas:
        woorden = [woord_van(matrix, a.nummer) for a in matrix.kader.afspraken if a.thema == thema]
        geteld = [f"{woorden.count(w)} {w}" for w in dict.fromkeys(woorden)]
        zinnen.append(f"{thema}: {schrijf_opsomming(geteld)}.")
    return " ".join(["Staafdiagram van de afspraken per thema en kleur.", *zinnen])


def _meter_grafiek(vel: Vel, meter: Meter, koppen: Sequence[str], eerste: int, laatste: int) -> Any:
    """Columns: delivered so far by year, plans beside it; lines: between which it should end."""

    kolommen = {kop: kolom for kolom, kop in enumerate(koppen)}

    def reeks(kop: str, naam: str, **vorm: object) -> dict[str, object]:
        return _reeks(naam, kolommen[kop], eerste, laatste, vorm)

    staven = vel.werkboek.add_chart({"type": "column", "subtype": "stacked"})
    vol: dict[str, object] = {"fill": {"color": DONKERGROEN}, "gap": 50}
    staven.add_series(reeks(SAMEN, "Opgeleverd, netto opgeteld", **vol))
    arcering = {"pattern": "wide_upward_diagonal", "fg_color": GRIJZE_TEKST, "bg_color": "#FFFFFF"}
    rand = {"color": GRIJZE_TEKST}
    staven.add_series(reeks(PLAN, "Plan, nog niet gebouwd", pattern=arcering, border=rand))
    lijnen = vel.werkboek.add_chart({"type": "line"})
    for kop, streep in ((ONDERGRENS, "solid"), (BOVENGRENS, "dash")):
        lijn = {"color": "#D00000", "width": 2, "dash_type": streep}
        lijnen.add_series(reeks(kop, f"{kop} van het doel", line=lijn))
    staven.combine(lijnen)
    staven.show_blanks_as("gap")
    as_ = {"name": meter.eenheid, "name_font": _LETTER, "major_gridlines": _RASTER}
    _richt_in(staven, "Doelmeter: netto toegevoegd", 690, {}, as_)
    return staven


def _meter_in_woorden(meter: Meter) -> str:
    stand = [(f"{j.jaar}:", j.cumulatief) for j in meter.jaren]
    gepland = [(p.omschrijving, p.waarde) for p in meter.plannen]
    jaren, plannen = (
        [f"{wat} {meter.zeg(w, met_eenheid=False)}" for wat, w in delen if w is not None]
        for delen in (stand, gepland)
    )
    delen = [
        "Doelmeter.",
        f"Netto opgeteld {schrijf_opsomming(jaren)}." if jaren else "Er is nog geen compleet jaar.",
        f"Plannen: {schrijf_opsomming(plannen)}." if plannen else "",
    ]
    return " ".join(filter(None, delen))
