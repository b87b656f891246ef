"""What the words of an indicator say themselves of when and how much.

A text that has its indicators as bullets says there what a table has in columns of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..year_words import lees_jaarwoorden
from .found import GevondenDoel, GevondenRij, GevondenVraag, Stuk
from .goals import Getal, getallen_in
from .kinds import AANTAL, PERCENTAGE

_RUIM = (2000, 2099)
_JAARTAL = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WANNEER = re.compile(
    r"(?:\b(?:uiterlijk|in|eind(?:e)?|medio|begin|vanaf|t/m|tot en met|"
    r"(?:\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december))\s+)*"
    r"20\d\d(?:\s*(?:[-–]|t/m|tot en met|en)\s*20\d\d)?|\b(?:elk|ieder) jaar\b|\bjaarlijks\b",
    re.IGNORECASE,
)
_DATUM = re.compile(
    r"\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december)|(?<!\d)20\d\d(?!\d)",
    re.IGNORECASE,
)
_ANDERS = re.compile(r"\b(?:tot|voor|vóór|sinds|na)\s+(?=20\d\d)", re.IGNORECASE)
"""Before a year: whether that year itself is meant, is not said."""
_PER_JAAR = re.compile(r"\d[^\d;,.]{0,40}\bper jaar\b", re.IGNORECASE)
_LOS_GETAL = re.compile(
    r"(?:\b(?:samen|in totaal|totaal)|:)\s+(?P<een>\d[\d.]*)(?![\d:])|"
    r"(?<![\d.,/-])(?P<twee>(?!20\d\d\b)\d[\d.]*)(?:\s+[^\W\d][\w-]*){0,3}\s+"
    r"(?:(?:in|eind|t/m|tot en met|voor|vóór)\s+(?:eind\s+)?20\d\d|per jaar)",
    re.IGNORECASE,
)


def met_jaar(rij: GevondenRij) -> GevondenRij:
    """The row with the year that its indicator names, where that is one and nothing is counted by
    then: a doubt, for it may be the year of something else."""
    tekst = rij.indicator.tekst
    treffers = [t[0].strip() for t in _WANNEER.finditer(tekst)]
    if rij.jaar or len(treffers) != 1 or _ANDERS.search(tekst):
        return rij
    if [*getallen_in(tekst, True)] or _LOS_GETAL.search(tekst):
        return rij
    if not lees_jaarwoorden(treffers[0], _RUIM)[0]:
        return rij
    zin = f"Het jaar “{treffers[0]}” komt uit de zin zelf. Vragen we het dan?"
    jaar = Stuk(treffers[0], rij.indicator.plaats)
    return replace(rij, jaar=jaar, twijfel=(*rij.twijfel, zin))


def doelen_in_zinnen(
    rijen: Sequence[GevondenRij], looptijd: tuple[int, int] | None
) -> tuple[list[GevondenDoel], list[GevondenVraag]]:
    """Of each row the target in its own words, or a question about the numbers there."""
    doelen: list[GevondenDoel] = []
    vragen: list[GevondenVraag] = []
    for nummer, rij in enumerate(rijen):
        gelezen = _in_zin(nummer, rij, looptijd) if rij.indicator else None
        if isinstance(gelezen, GevondenDoel):
            doelen.append(gelezen)
        elif gelezen:
            vragen.append(gelezen)
    return doelen, vragen


def _in_zin(
    nummer: int, rij: GevondenRij, looptijd: tuple[int, int] | None
) -> GevondenDoel | GevondenVraag | None:
    tekst = "; ".join(filter(None, (rij.indicator.tekst, rij.rest.tekst)))
    getoond = f"{rij.indicator.tekst} ({rij.rest.tekst})" if rij.rest else tekst
    getallen = [*getallen_in(tekst, True)]
    los = _LOS_GETAL.search(tekst) or re.search(r"\d", _DATUM.sub("", rij.rest.tekst))
    if len(getallen) == 1 and (jaar := _jaar(tekst, rij, looptijd)) and _past(getallen[0], rij):
        getal, (tm, twijfel) = getallen[0], jaar
        per_jaar = "per jaar" if _PER_JAAR.search(tekst) else ""
        grenzen = getal.minimum, getal.maximum
        return GevondenDoel(
            nummer, tm, *grenzen, getoond, rij.indicator.plaats, telling=per_jaar, twijfel=twijfel
        )
    if getallen or los:
        zin = f"Er staat “{getoond}”. Is dat een doel, hoeveel, en t/m welk jaar?"
    elif rij.rest:
        zin = f"Achter “{rij.indicator.tekst}” staat ook “{rij.rest.tekst}”. Wat betekent dat hier?"
    else:
        return None
    kolom = ("doel",) if getallen or los else ()
    return GevondenVraag("", zin, rij.indicator.plaats, nummer, kolom)


def _jaar(tekst: str, rij: GevondenRij, looptijd: tuple[int, int] | None) -> tuple[int, str] | None:
    """The one year that is named, else the last in which the row is asked, which is in doubt."""
    genoemd = {*map(int, _JAARTAL.findall(tekst))}
    twijfel = ""
    if not genoemd and looptijd:
        jaren, anders = lees_jaarwoorden(rij.jaar.tekst, looptijd)
        genoemd = {max(jaren)} if jaren and not anders else set()
        twijfel = "In de tekst staat hier geen jaar bij; dit is het laatste jaar van de indicator."
    if len(genoemd) != 1 or _ANDERS.search(tekst):
        return None
    (jaar,) = genoemd
    buiten = looptijd and not looptijd[0] <= jaar <= looptijd[1]
    return None if buiten else (jaar, twijfel)


def _past(getal: Getal, rij: GevondenRij) -> bool:
    """Whether a number with a word for at least or at most is of the kind that the row asks, as far
    as that is known."""
    if not getal.stevig or getal.euro:
        return False
    return rij.soort in ("", PERCENTAGE if getal.procent else AANTAL)
