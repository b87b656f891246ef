"""Pure: a vote on an afspraak counted, where consensus failed (chapter 8).

The option with most votes wins. A tie, votes without weights and a vote in which all
abstained stay undecided; nothing is resolved here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..core.colour import Beoordeling
from ..core.kader import Kader, Partij
from ..core.notation import plat
from ..core.outcome import Stemming
from ..core.proposals import OPTIES, Stempunt
from ..core.text import getrimd
from ..core.traffic_light import Stoplicht

ONTHOUDING = "Onthouding"
GEEN_STEMMEN = "–"
GEEN_GEWICHT = "Onbeslist: de stemgewichten zijn nog niet afgesproken"
NIET_HERKEND = "Onbeslist: niet elke stem is herkend"
STAKEN = "Onbeslist: de stemmen staken"
GEEN_STEM_TELT = "Onbeslist: geen stem telt (onthouding, of een verdeelde geleding)"
FIJNHEID = 1_000_000
"""Weights count in parts of one in so many: 0,1 and 0,2 together are as much as 0,3."""


@dataclass(frozen=True, slots=True)
class Blok:
    """Partijen (codes) that have one weight together: one partij, or a geleding.

    A geleding speaks with one voice: divided, its weight counts for no option.
    """

    partijen: tuple[str, ...]
    gewicht: float


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The weight behind each option, what it comes to in words, and the option that won: its word,
    and its colour where it is one."""

    tellingen: Mapping[str, float]
    tekst: str
    kleur: Beoordeling | None = None
    optie: str = ""


def stemblokken(kader: Kader, jaar: int) -> tuple[Blok, ...]:
    """Who votes with what weight; none while the settings give no weights, or two kinds."""
    partijen = [p for p in kader.partijen if p.actief(jaar)]
    groepen: dict[str, list[Partij]] = {}
    for partij in partijen:
        groepen.setdefault(partij.groep, []).append(partij)
    een = [((p.naam, p.code), (p.code,)) for p in partijen]
    samen = [((g,), tuple(p.code for p in leden)) for g, leden in groepen.items()]
    per_partij = kader.instellingen.stemgewicht_per_partij
    per_geleding = kader.instellingen.stemgewicht_per_geleding
    if bool(per_partij) == bool(per_geleding):
        return ()
    gewichten, blokken = (per_partij, een) if per_partij else (per_geleding, samen)
    return tuple(
        Blok(codes, gewicht)
        for namen, codes in blokken
        if (gewicht := _gewicht(gewichten, namen)) is not None
    )


def _gewicht(gewichten: Mapping[str, float], namen: tuple[str, ...]) -> float | None:
    bekend = (gewichten.get(plat(naam)) for naam in namen)
    return next((g for g in bekend if g is not None), gewichten.get(""))


def lees_stem(tekst: str, licht: Stoplicht) -> str | None:
    """The option voted for, or abstention; None for something else."""
    if plat(tekst) in (plat(ONTHOUDING), "onthouden", "onthoudt zich"):
        return ONTHOUDING
    kleur = licht.lees(tekst)
    return str(kleur) if kleur else None


def lees_optie(tekst: str, opties: Mapping[str, str]) -> str | None:
    """The letter voted for (by its text as well), or abstention; None for something else.

    A formula reads a vote alike: case and spaces make no difference.
    """
    kaal = getrimd(tekst).lower()
    if kaal == ONTHOUDING.lower():
        return ONTHOUDING
    paren = opties.items()
    return next((o for o, t in paren if kaal in (o.lower(), getrimd(t).lower())), None)


def tel(stemming: Stemming, blokken: tuple[Blok, ...], licht: Stoplicht) -> Uitslag:
    """What a vote on the colour of an afspraak comes to."""
    stemmen = {partij: lees_stem(stem, licht) for partij, stem in stemming.stemmen.items() if stem}
    uitslag = _tel(stemmen, blokken, [*map(str, licht)])
    return replace(uitslag, kleur=licht.lees(uitslag.optie))


def tel_opties(punt: Stempunt, blokken: tuple[Blok, ...]) -> Uitslag:
    """What a vote on options that the meeting typed comes to; `optie` is the letter that won."""
    gelezen = {p: lees_optie(stem, punt.opties) for p, stem in punt.stemmen.items() if stem}
    uitslag = _tel(gelezen, blokken, OPTIES)
    return replace(uitslag, tekst=winnaar_in_woorden(punt, uitslag))


def winnaar_in_woorden(punt: Stempunt, uitslag: Uitslag) -> str:
    """`B – uitstellen`; without a winner why there is none."""
    letter = uitslag.optie
    return f"{letter} – {getrimd(punt.opties[letter])}" if letter else uitslag.tekst


def besloten_in_woorden(punt: Stempunt) -> str:
    """What was decided; the text of an option where its letter says it."""
    letter = lees_optie(punt.uitkomst, punt.opties)
    return punt.opties.get(letter or "", punt.uitkomst)


def _tel(
    stemmen: Mapping[str, str | None], blokken: tuple[Blok, ...], keuzes: Sequence[str]
) -> Uitslag:
    """The votes as they are read, by partij (code), counted over these options."""
    tellingen = dict.fromkeys(keuzes, 0.0)
    for blok in blokken:
        opties = {s for p in blok.partijen if (s := stemmen.get(p)) not in (None, ONTHOUDING)}
        if len(opties) == 1:
            tellingen[str(opties.pop())] += blok.gewicht
    tellingen = {optie: _op_fijnheid(gewicht) for optie, gewicht in tellingen.items()}
    if not stemmen:
        return Uitslag(tellingen, GEEN_STEMMEN)
    if not blokken:
        return Uitslag(tellingen, GEEN_GEWICHT)
    if None in stemmen.values():  # it may make another outcome
        return Uitslag(tellingen, NIET_HERKEND)
    meeste = max(tellingen.values())
    winnaars = [optie for optie, gewicht in tellingen.items() if gewicht == meeste]
    if not meeste:
        return Uitslag(tellingen, GEEN_STEM_TELT)
    if len(winnaars) > 1:
        return Uitslag(tellingen, STAKEN)
    return Uitslag(tellingen, winnaars[0], optie=winnaars[0])


def _op_fijnheid(gewicht: float) -> float:
    if gewicht.is_integer():
        return gewicht
    return math.floor(gewicht * FIJNHEID + 0.5) / FIJNHEID
