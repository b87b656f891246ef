"""The charts of Samenvatting, each with its words for who does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..core import labels as l
from ..core.notation import schrijf_getal, schrijf_opsomming
from ..core.outcome import Matrix, Meter
from ..matrix_words import woord_van
from ..writing.colours import DONKERGROEN, GRIJZE_TEKST, KLEUREN, LIJN
from ..writing.workbook import Werkboek
from .meter import BOVENGRENS, ONDERGRENS, PLAN, SAMEN, Metertabel

_GROOTTE = {"width": 1080, "height": 330}
_RASTER = {"visible": True, "line": {"color": LIJN}}
_LETTER = {"name": "Calibri", "size": 10}


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart and what it shows in a sentence."""

    grafiek: Any
    omschrijving: str


def thema_grafiek(
    werkboek: Werkboek, matrix: Matrix, kopregel: int, woorden: Sequence[str]
) -> Grafiek:
    """Stacked bars: the afspraken of each thema by colour, from the table of counts."""
    themas = list(dict.fromkeys(a.thema for a in matrix.kader.afspraken))
    eerste, laatste = kopregel + 1, kopregel + len(themas)
    grafiek = werkboek.add_chart({"type": "bar", "subtype": "stacked"})
    for kolom, woord in enumerate(woorden, 1):
        kleur = KLEUREN[woord]
        grafiek.add_series(
            {
                "name": f"{kleur.symbool} {woord}",
                "categories": [l.SAMENVATTING, eerste, 0, laatste, 0],
                "values": [l.SAMENVATTING, eerste, kolom, laatste, kolom],
                "fill": {"color": kleur.vulling},
                "border": {"color": GRIJZE_TEKST},
                "gap": 60,
            }
        )
    grafiek.set_title({"name": "Afspraken per thema en kleur", "name_font": _kop()})
    grafiek.set_y_axis({"reverse": True, "num_font": _LETTER})
    grafiek.set_x_axis(
        {
            "num_format": "0",
            "major_unit": 1,
            "major_gridlines": _RASTER,
            "num_font": _LETTER,
        }
    )
    grafiek.set_legend({"position": "bottom", "font": _LETTER})
    grafiek.set_size(_GROOTTE)
    return Grafiek(grafiek, _themas_in_woorden(matrix, themas))


def _themas_in_woorden(matrix: Matrix, themas: Sequence[str]) -> str:
    zinnen = []
    for thema in themas:
        woorden = [woord_van(matrix, a.nummer) for a in matrix.kader.afspraken if a.thema == thema]
        geteld = [f"{woorden.count(w)} {w}" for w in dict.fromkeys(woorden)]
        zinnen.append(f"{thema}: {schrijf_opsomming(geteld)}.")
    return " ".join(["Staafdiagram van de afspraken per thema en kleur.", *zinnen])


def meter_grafiek(werkboek: Werkboek, tabel: Metertabel, meter: Meter) -> Grafiek:
    """Columns: delivered so far by year, plans beside it; lines: between which it should end."""

    def reeks(kop: str, naam: str, laatste: int, **vorm: object) -> dict[str, object]:
        kolom = tabel.kolommen[kop]
        return {
            "name": naam,
            "categories": [l.SAMENVATTING, tabel.eerste, 0, laatste, 0],
            "values": [l.SAMENVATTING, tabel.eerste, kolom, laatste, kolom],
            **vorm,
        }

    staven = werkboek.add_chart({"type": "column", "subtype": "stacked"})
    vol = {"fill": {"color": DONKERGROEN}, "gap": 50}
    staven.add_series(reeks(SAMEN, "Opgeleverd, netto opgeteld", tabel.laatste, **vol))
    arcering = {"pattern": "wide_upward_diagonal", "fg_color": GRIJZE_TEKST, "bg_color": "#FFFFFF"}
    rand = {"color": GRIJZE_TEKST}
    staven.add_series(
        reeks(PLAN, "Plan, nog niet gebouwd", tabel.laatste, pattern=arcering, border=rand)
    )
    lijnen = werkboek.add_chart({"type": "line"})
    for kop, streep in ((ONDERGRENS, "solid"), (BOVENGRENS, "dash")):
        lijn = {"color": "#D00000", "width": 2, "dash_type": streep}
        lijnen.add_series(reeks(kop, f"{kop} van het doel", tabel.laatste, line=lijn))
    staven.combine(lijnen)
    staven.show_blanks_as("gap")
    staven.set_title({"name": "Doelmeter: netto toegevoegd", "name_font": _kop()})
    staven.set_y_axis(
        {
            "num_font": _LETTER,
            "name": meter.eenheid,
            "name_font": _LETTER,
            "major_gridlines": _RASTER,
        }
    )
    staven.set_x_axis({"num_font": _LETTER})
    staven.set_legend({"position": "bottom", "font": _LETTER})
    staven.set_size({**_GROOTTE, "width": 690})
    return Grafiek(staven, _meter_in_woorden(meter))


def _meter_in_woorden(meter: Meter) -> str:
    jaren = [
        f"{j.jaar}: {schrijf_getal(j.cumulatief)}" for j in meter.jaren if j.cumulatief is not None
    ]
    plannen = [
        f"{p.omschrijving} {schrijf_getal(p.waarde)}" for p in meter.plannen if p.waarde is not None
    ]
    delen = [
        "Doelmeter.",
        f"Netto opgeteld {schrijf_opsomming(jaren)}." if jaren else "Er is nog geen compleet jaar.",
        f"Plannen: {schrijf_opsomming(plannen)}." if plannen else "",
    ]
    return " ".join(filter(None, delen))


def _kop() -> dict[str, object]:
    return {"name": "Calibri", "size": 12, "bold": True}
