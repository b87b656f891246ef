"""The timeline as tidy tables: a row a fact, for pandas, csv and parquet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.text import zonder_formule
from .timeline import Tijdlijn

if TYPE_CHECKING:
    from pandas import DataFrame


Rij = tuple[Any, ...]
Tabellen = Mapping[str, "DataFrame"]

KOLOMMEN: dict[str, tuple[str, ...]] = {
    "kleuren": (
        "afspraak", "titel", "thema", "ronde", "jaar", "fase", "gehouden", "kleur", "besluit",
    ),
    "reeksen": (
        "code", "voorheen", "afspraak", "indicator", "omschrijving", "eenheid", "jaar", "ronde",
        "gevraagd", "stand", "waarde", "cumulatief",
    ),
    "doelmeter": ("indicator", "omschrijving", "eenheid", "jaar", "ronde", "post", "waarde"),
    "doelen": ("indicator", "tot en met", "minimum", "maximum", "omschrijving"),
    "respons": ("ronde", "jaar", "fase", "partij", "gevraagd", "ontvangen", "compleet"),
}  # fmt: skip
"""The columns of each table; `fictief` comes behind them. What is not known is empty."""


def tidy_tables(tijdlijn: Tijdlijn) -> Tabellen:
    """The tables by name, each a DataFrame with the columns of KOLOMMEN."""
    import pandas as pd

    rijen: dict[str, Iterable[Rij]] = {
        "kleuren": _kleuren(tijdlijn),
        "reeksen": _reeksen(tijdlijn),
        "doelmeter": _doelmeter(tijdlijn),
        "doelen": _doelen(tijdlijn),
        "respons": _respons(tijdlijn),
    }
    getallen = ("waarde", "cumulatief", "minimum", "maximum")
    tabellen = {}
    for naam, kolommen in KOLOMMEN.items():
        tabel = pd.DataFrame(list(rijen[naam]), columns=list(kolommen))
        tabel["fictief"] = tijdlijn.fictief
        soorten = {k: "Float64" for k in getallen if k in kolommen}
        tabellen[naam] = tabel.astype(
            soorten | ({"besluit": "boolean"} if naam == "kleuren" else {})
        )
    return tabellen


def _kleuren(t: Tijdlijn) -> Iterator[Rij]:
    for afspraak in t.afspraken:
        for punt in t.trends[afspraak.nummer].punten:
            gehouden = punt.ronde in t.gehouden
            yield (
                afspraak.nummer, afspraak.titel, afspraak.thema,
                str(punt.ronde), punt.ronde.jaar, str(punt.ronde.fase), gehouden,
                str(punt.kleur) or None, punt.besloten if gehouden else None,
            )  # fmt: skip


def _reeksen(t: Tijdlijn) -> Iterator[Rij]:
    for reeks in t.reeksen:
        for punt in reeks.punten:
            yield (
                reeks.code, ", ".join(reeks.voorheen), reeks.indicator.afspraak,
                reeks.indicator.tekst, reeks.omschrijving, reeks.eenheid,
                punt.jaar, str(punt.ronde) if punt.ronde else None, punt.gevraagd,
                punt.tekst if punt.ronde else None, punt.waarde, punt.cumulatief,
            )  # fmt: skip


def _doelmeter(t: Tijdlijn) -> Iterator[Rij]:
    for meter in t.meters:
        for jaar in meter.jaren:
            ronde = str(jaar.ronde) if jaar.ronde else None
            posten = [(p.omschrijving, p.waarde) for p in jaar.delen]
            for post, waarde in (*posten, ("netto", jaar.netto), ("cumulatief", jaar.cumulatief)):
                naam = meter.indicator.tekst
                yield meter.indicator.code, naam, meter.eenheid, jaar.jaar, ronde, post, waarde


def _doelen(t: Tijdlijn) -> Iterator[Rij]:
    for meter in t.meters:
        for d in meter.doelen:
            yield meter.indicator.code, d.tm_jaar, d.minimum, d.maximum, d.omschrijving


def _respons(t: Tijdlijn) -> Iterator[Rij]:
    for r in t.respons:
        fase = str(r.ronde.fase)
        yield str(r.ronde), r.ronde.jaar, fase, r.partij, r.gevraagd, r.ontvangen, r.compleet


def as_csv(tabel: DataFrame) -> bytes:
    """RFC 4180 in UTF-8 with a mark; a text never begins a formula."""
    schoon = tabel.map(lambda w: zonder_formule(w) if isinstance(w, str) else w)
    tekst = schoon.to_csv(index=False, lineterminator="\r\n", float_format=_getal)
    return str(tekst).encode("utf-8-sig")


def _getal(getal: float) -> str:
    return str(int(getal)) if getal.is_integer() else repr(float(getal))


def as_parquet(tabel: DataFrame) -> bytes:
    """Parquet, through pyarrow. Raises NietUitgevoerd when that is not installed."""
    uitvoer = io.BytesIO()
    try:
        tabel.to_parquet(uitvoer, index=False, engine="pyarrow")
    except ImportError as fout:
        raise NietUitgevoerd(catalogue.PARQUET_ONTBREEKT.bij()) from fout
    return uitvoer.getvalue()
