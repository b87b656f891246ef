"""Targets: what the text says of numbers, units and the year in which they must be reached.

Only what can be read in one way becomes a target; all else that looks like one is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...core.notation import lees_getal
from ..year_words import lees_jaarwoorden
from .doubts import kort
from .found import GevondenDoel, GevondenRij, GevondenVraag, Stuk
from .kinds import AANTAL, PERCENTAGE, soort_van

_GETAL = r"(?<![\d.,/-])(?:€\s?)?\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\d.,/-])(?:€\s?)?\d+(?:,\d+)?"
_MINSTENS = r"ten ?minste|minstens|minimaal|meer dan|≥|>="
_HOOGSTENS = r"ten ?hoogste|hoogstens|maximaal|hooguit|niet meer dan|≤|<="
_SAMEN = r"(?:samen|in totaal|totaal|gezamenlijk)(?:\s+[^\W\d]+){0,3}?"
_UITDRUKKING = re.compile(
    rf"(?:(?P<min>{_MINSTENS})|(?P<max>{_HOOGSTENS})|(?P<samen>{_SAMEN}))?\s*(?:een\s+)?"
    rf"(?P<een>{_GETAL})(?:\s*(?:-|–|à|tot)\s*(?P<twee>\d[\d.]*(?:,\d+)?))?"
    r"(?:\s*(?P<eenheid>%|procent\b|euro\b))?(?P<wat>(?:\s+[^\W\d][\w’'-]*){0,4})",
    re.IGNORECASE,
)
_TOT_EN_MET = re.compile(r"\b(?:t/m|tot en met|uiterlijk(?: in| op| eind)?)\s+(?P<jaar>20\d\d)\b")
_JAARTAL = re.compile(r"20\d\d")
_UITERLIJK = re.compile(r"\b(?:uiterlijk|vóór|voor)\b", re.IGNORECASE)
_OP_EEN_DAG = re.compile(rf"{_UITERLIJK.pattern}\s+\d{{1,2}} [a-z]+ 20\d\d", re.IGNORECASE)
ZIN = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Þ])")
_KLEIN = frozenset(
    "in op van per voor tot t tussen te en of die dat worden wordt is zijn met aan bij uit om we "
    "binnen extra toe gebouwd gerealiseerd opgeleverd".split()
)
_LANGSTE_ZIN = 160
_GEEN_GRENS = "Er staat geen “ten minste” bij. Is dit een doel, en is het minstens zoveel?"


@dataclass(frozen=True, slots=True)
class Getal:
    """A number: its bounds, its unit, whether a word or a range makes it one, what it counts.

    Where a word says that it is of all together, and none that it is a bound, it is `samen`.
    """

    minimum: float | None
    maximum: float | None
    procent: bool
    euro: bool
    stevig: bool
    wat: tuple[str, ...]
    samen: bool = False


def doelen_van(
    rijen: Sequence[GevondenRij], teksten: Sequence[tuple[Stuk, Sequence[Stuk]]]
) -> tuple[list[GevondenDoel], list[GevondenVraag]]:
    """The targets of the rows, and a question for each that may be one.

    `teksten` has for each afspraak (its title as the rows have it) what is said below it.
    """
    doelen = [*_mijlpalen(rijen)]
    vragen: list[GevondenVraag] = []
    per_afspraak = {titel.tekst: [titel, *eronder] for titel, eronder in teksten}
    for afspraak in dict.fromkeys(rij.afspraak for rij in rijen):
        eigen = [(n, rij) for n, rij in enumerate(rijen) if rij.afspraak == afspraak]
        for stuk in per_afspraak.get(afspraak.tekst, [afspraak]):
            for zin in ZIN.split(stuk.tekst):
                _lees_zin(Stuk(zin, stuk.plaats), stuk is not afspraak, eigen, doelen, vragen)
    return doelen, vragen


def zonder_doelen(
    teksten: Iterable[tuple[Stuk, Sequence[Stuk]]], doelen: Iterable[GevondenDoel]
) -> list[tuple[Stuk, tuple[Stuk, ...]]]:
    """The texts below each title, without the sentences that a target was read from."""
    gelezen = {(doel.bron, doel.omschrijving) for doel in doelen}
    over = []
    for titel, stukken in teksten:
        zinnen = (
            (s, [z for z in ZIN.split(s.tekst) if (s.plaats, z) not in gelezen]) for s in stukken
        )
        over.append((titel, tuple(Stuk(" ".join(z), s.plaats) for s, z in zinnen if any(z))))
    return over


def _mijlpalen(rijen: Sequence[GevondenRij]) -> Iterator[GevondenDoel]:
    """`uiterlijk in 2027` in the column of years: what must be done by then."""
    for nummer, rij in enumerate(rijen):
        if rij.indicator and _UITERLIJK.search(rij.jaar.tekst):
            jaren = sorted(lees_jaarwoorden(rij.jaar.tekst, (2000, 2099))[0])
            if len(jaren) == 1:
                yield GevondenDoel(nummer, jaren[0], None, None, rij.jaar.tekst, rij.jaar.plaats)


def _lees_zin(
    zin: Stuk,
    onder_titel: bool,
    rijen: Sequence[tuple[int, GevondenRij]],
    doelen: list[GevondenDoel],
    vragen: list[GevondenVraag],
) -> None:
    getallen = [*getallen_in(zin.tekst, onder_titel)]
    if not getallen:
        if not onder_titel and _OP_EEN_DAG.search(zin.tekst):
            vragen.append(_is_dat_een_doel(zin, rijen))
        return
    jaren = [int(t["jaar"]) for t in _TOT_EN_MET.finditer(zin.tekst)]
    passend = [n for n, rij in rijen if _past(getallen[0], rij)]
    tellend = [n for n, rij in rijen if soort_van(rij.indicator.tekst) == AANTAL]
    van_samen = passend or (tellend if not getallen[0].wat else [])
    getoond = _getoond(zin)
    alle_jaren = {*map(int, _JAARTAL.findall(zin.tekst))}
    if len(getallen) == len(jaren) == len(passend) == len(alle_jaren) == 1 and getallen[0].stevig:
        getal = getallen[0]
        doelen.append(
            GevondenDoel(passend[0], jaren[0], getal.minimum, getal.maximum, getoond, zin.plaats)
        )
        return
    if len(getallen) == len(alle_jaren) == 1 and getallen[0].samen and len(van_samen) == 1:
        gezegd = min(alle_jaren), getallen[0].minimum, None, getoond, zin.plaats
        doelen.append(GevondenDoel(van_samen[0], *gezegd, twijfel=_GEEN_GRENS))
        return
    vragen.append(_is_dat_een_doel(zin, rijen))


def _getoond(zin: Stuk) -> str:
    return zin.tekst if len(zin.tekst) <= _LANGSTE_ZIN else f"{zin.tekst[:_LANGSTE_ZIN]}…"


def _is_dat_een_doel(zin: Stuk, rijen: Sequence[tuple[int, GevondenRij]]) -> GevondenVraag:
    vraag = f"Er staat “{_getoond(zin)}”. Is dat een doel: van welke indicator, en t/m welk jaar?"
    return GevondenVraag(kort(rijen[0][1].afspraak.tekst), vraag, zin.plaats)


def getallen_in(zin: str, onder_titel: bool) -> Iterator[Getal]:
    """The numbers of a sentence that may be a target: with a word or a unit that says so."""
    zonder_jaren = re.sub(r"(?:20\d\d)(?:\s*[-–/]\s*20\d\d)?", " ", zin)
    kaal = re.sub(
        r"^\s*(?:afspraak\s+)?[\w.-]{1,6}[.:)]?\s+(?=[^\W\d])", "", zonder_jaren, flags=re.I
    )
    for treffer in _UITDRUKKING.finditer(kaal if not onder_titel else zonder_jaren):
        een, twee = _waarde(treffer["een"]), _waarde(treffer["twee"] or "")
        if een is None:
            continue
        procent = (treffer["eenheid"] or "").casefold() in ("%", "procent")
        euro = "€" in treffer["een"] or (treffer["eenheid"] or "").casefold() == "euro"
        grens = bool(treffer["min"] or treffer["max"])
        samen = bool(treffer["samen"]) and not twee
        if not (grens or twee or procent or euro or samen):
            continue
        minimum = None if treffer["max"] else een
        maximum = een if treffer["max"] else twee
        stevig = grens or twee is not None
        yield Getal(minimum, maximum, procent, euro, stevig, _woorden(treffer["wat"]), samen)


def _waarde(tekst: str) -> float | None:
    getal = lees_getal(tekst.replace("€", "").strip()) if tekst else None
    return getal if isinstance(getal, (int, float)) else None


def _woorden(tekst: str) -> tuple[str, ...]:
    """What is counted: the words behind a number up to the first small one."""
    gevonden: list[str] = []
    for woord in tekst.casefold().split():
        if woord in _KLEIN:
            break
        gevonden.append(woord)
    return tuple(gevonden)


def _past(getal: Getal, rij: GevondenRij) -> bool:
    """Whether a number can be of an indicator: of its kind, and of the same things; a share says
    what it is of, not what it counts."""
    soort = soort_van(rij.indicator.tekst)
    if getal.euro or soort != (PERCENTAGE if getal.procent else AANTAL):
        return False
    woorden = {*re.findall(r"[^\W\d]+", rij.indicator.tekst.casefold())}
    return getal.procent or (bool(getal.wat) and {*getal.wat} <= woorden)
