"""The charts of Samenvatting, and the numbers behind the target meter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...core import labels as l, phrases as say
from ...core.cycle import Cyclus
from ...core.kader import Doel
from ...core.notation import schrijf_opsomming
from ...core.outcome import Matrix, Meter, Meterjaar, Meterpost
from ...core.targets import NETTO, doel_als_zin, naar_rato
from ...writing.colours import DONKERGROEN, LIJN
from ...writing.grid import zet
from ...writing.measures import hoogte
from ...writing.target_lines import target_line
from ...writing.worksheet import schrijf
from ...years.views import is_half, jaar_kop
from .layout import Vel

OPGETELD, ONDERGRENS, BOVENGRENS = "Opgeteld", "Ondergrens", "Bovengrens"
NAAR_RATO = "Naar rato"
GRAFIEK_BREED = 370
_BREEDTE = 22


def schrijf_meter(vel: Vel, meter: Meter, rij: int) -> tuple[int, Any]:
    """A column a year, a row for each figure and bound, then one for each plan; a year that is not
    complete stays empty. Gives the row below it, and the chart of it."""
    werkboek, blad = vel.werkboek, vel.blad
    begin = meter.jaren[-1].jaar + 1 if meter.jaren else vel.matrix.ronde.jaar
    nog = (Meterjaar(j, ()) for j in range(begin, vel.matrix.kader.looptijd[1] + 1))
    jaren = (*meter.jaren, *nog)
    titel = f"{_titel(meter)} {meter.indicator.code}: {meter.eenheid}".removesuffix(": ")
    koppen = [jaar_kop(jaar.jaar, jaar.ronde) for jaar in jaren]
    for kolom, kop in enumerate((titel, *koppen)):
        schrijf(blad, rij, kolom, int(kop) if kop.isdigit() else kop, werkboek.kop())
    blad.set_row(rij, hoogte([(titel, _BREEDTE * 0.9), *((kop, 7) for kop in koppen)]))
    regels = _getallen(meter, jaren, vel.matrix.kader.looptijd[0])
    midden = werkboek.cel(align="center")
    for nummer, (naam, *getallen) in enumerate(regels, rij + 1):
        for kolom, waarde in enumerate((naam, *getallen)):
            zet(blad, nummer, kolom, waarde, midden if kolom else werkboek.cel())
        blad.set_row(nummer, hoogte([(naam, _BREEDTE)]))
    onder = rij + 1 + len(regels)
    plannen = [f"Plan, telt niet mee: {p.omschrijving}: {_plan(meter, p)}" for p in meter.plannen]
    doelen = "; ".join(doel_als_zin(d, meter.maat) for d in meter.doelen)
    slot = _slot(vel.matrix.kader.cyclus, any(naam == NAAR_RATO for naam, *_ in regels))
    for nummer, uitleg in enumerate((*plannen, f"Doel: {doelen}.", slot), onder):
        schrijf(blad, nummer, 0, uitleg, werkboek.opmaak(italic=True))
    rijen = {naam: rij + 1 + n for n, (naam, *_) in enumerate(regels)}
    return onder + len(plannen) + 2, _meter_grafiek(vel, meter, rij, rijen, jaren)


def _getallen(meter: Meter, jaren: Sequence[Meterjaar], begin: int) -> list[list[Any]]:
    """A line for each part, for what they come to, for what is aimed at, and for what is due."""
    delen = list(dict.fromkeys(d.omschrijving for j in meter.jaren for d in j.delen))
    waarde_van = [{d.omschrijving: d.waarde for d in jaar.delen} for jaar in jaren]
    regels: list[list[Any]] = [[deel, *(w.get(deel) for w in waarde_van)] for deel in delen]
    if meter.is_samengesteld or not delen:
        regels.append([meter.maat.naam, *(jaar.netto for jaar in jaren)])
    if meter.telt_op:
        regels.append([_opgeteld(meter), *(jaar.cumulatief for jaar in jaren)])
    geldt = [_geldt(meter, jaar.jaar) for jaar in jaren]
    onder, boven = ([d and d.minimum for d in geldt], [d and d.maximum for d in geldt])
    pad = [_pad(meter, jaar.jaar, begin) for jaar in jaren]
    grenzen = ((ONDERGRENS, onder), (BOVENGRENS, boven), (NAAR_RATO, pad))
    return [*regels, *([naam, *g] for naam, g in grenzen if any(w is not None for w in g))]


def _geldt(meter: Meter, jaar: int) -> Doel | None:
    op_jaar = sorted(meter.doelen, key=lambda doel: doel.tm_jaar)
    return next((d for d in op_jaar if d.tm_jaar >= jaar), None)


def _pad(meter: Meter, jaar: int, begin: int) -> float | None:
    """What is due by the end of a year of what adds up; None where nothing is."""
    doel = _geldt(meter, jaar)
    pad = naar_rato(doel, begin, jaar) if doel and meter.telt_op else None
    return None if pad is None else round(pad, 1)


def _plan(meter: Meter, post: Meterpost) -> str:
    return "niet bekend" if post.waarde is None else meter.zeg(post.waarde)


def _slot(cyclus: Cyclus, met_pad: bool) -> str:
    half = say.tussentijds(cyclus).capitalize()
    zin = f" {half} is nog geen heel jaar." if half else ""
    pad = f" {NAAR_RATO}: elk jaar een even groot deel van de ondergrens." if met_pad else ""
    return f"Een leeg jaar is nog niet compleet.{zin} Een plan telt niet mee.{pad}"


def _titel(meter: Meter) -> str:
    return "Doelmeter" if meter.telt_op else "Doelmeter per jaar"


def _opgeteld(meter: Meter) -> str:
    """`Samen netto` where something is taken away, else what was added up."""
    return f"Samen {NETTO.lower()}" if meter.maat.naam == NETTO else OPGETELD


_LETTER: dict[str, object] = {"name": "Calibri", "size": 11}


def alle_themas(matrix: Matrix) -> list[str]:
    """The themas in the order of the agreement."""
    return list(dict.fromkeys(a.thema for a in matrix.kader.afspraken))


def meter_in_woorden(meter: Meter, begin_jaar: int) -> str:
    """For who does not see the chart: what each year came to, what is due, and what is planned."""
    stand = [(f"{jaar_kop(j.jaar, j.ronde)}:", j.cumulatief) for j in meter.jaren]
    gepland = [(p.omschrijving, p.waarde) for p in meter.plannen]
    jaren, plannen = (
        [f"{wat} {meter.zeg(w, met_eenheid=False)}" for wat, w in delen if w is not None]
        for delen in (stand, gepland)
    )
    begin = _wat(meter)
    if meter.telt_op:
        begin = "Netto opgeteld" if meter.maat.naam == NETTO else OPGETELD
    laatste, _ = meter.stand or (0, 0)
    pad = _pad(meter, laatste, begin_jaar) if laatste else None
    delen = [
        f"{_titel(meter)}.",
        f"{begin} {schrijf_opsomming(jaren)}." if jaren else "Er is nog geen compleet jaar.",
        "" if pad is None else f"{NAAR_RATO} t/m {laatste}: {meter.zeg(pad, met_eenheid=False)}.",
        f"Plannen: {schrijf_opsomming(plannen)}." if plannen else "",
    ]
    return " ".join(filter(None, delen))


def _meter_grafiek(
    vel: Vel, meter: Meter, kop: int, rijen: Mapping[str, int], jaren: Sequence[Meterjaar]
) -> Any:
    """Columns: how far it is by year; lines: between which it should end."""

    def reeks(rij: int, **vorm: object) -> dict[str, object]:
        return {
            "name": [l.SAMENVATTING, rij, 0],
            "categories": [l.SAMENVATTING, kop, 1, kop, len(jaren)],
            "values": [l.SAMENVATTING, rij, 1, rij, len(jaren)],
            **vorm,
        }

    stippels = {"pattern": "percent_50", "fg_color": DONKERGROEN, "bg_color": "#FFFFFF"}
    half = {"pattern": stippels, "border": {"color": DONKERGROEN}}
    punten = [half if is_half(jaar.ronde) else None for jaar in meter.jaren]
    staven = vel.werkboek.add_chart({"type": "column"})
    grenzen = [rijen[naam] for naam in (ONDERGRENS, BOVENGRENS, NAAR_RATO) if naam in rijen]
    wat = max(rij for rij in rijen.values() if rij not in grenzen)
    vol: dict[str, object] = {"fill": {"color": DONKERGROEN}, "gap": 50, "points": punten}
    staven.add_series(reeks(wat, data_labels={"value": True, "font": _LETTER}, **vol))
    lijnen = vel.werkboek.add_chart({"type": "line"})
    for welke, rij in enumerate(grenzen):
        lijnen.add_series(reeks(rij, **target_line(welke, len(jaren))))
    if grenzen:
        staven.combine(lijnen)
    staven.show_blanks_as("gap")
    standen = [w for jaar in jaren for w in (jaar.netto, jaar.cumulatief) if w is not None]
    vanaf_nul = {} if min(standen, default=0) < 0 else {"min": 0}
    titel = {"name": f"{_titel(meter)}: {_wat(meter)}", "name_font": _LETTER | {"bold": True}}
    staven.set_title(titel)
    staven.set_x_axis({"num_font": _LETTER})
    as_ = {"name": meter.eenheid, "name_font": _LETTER, "num_font": _LETTER, **vanaf_nul}
    staven.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": LIJN}}, **as_})
    staven.set_legend({"none": True} if grenzen else {"position": "bottom", "font": _LETTER})
    return staven


def _wat(meter: Meter) -> str:
    if meter.maat.naam == NETTO and meter.telt_op:
        return "netto toegevoegd"
    return meter.maat.naam[:1].lower() + meter.maat.naam[1:]
