"""Whatever a document says, in whatever order: it is read without a fault, nothing is made up, and
what is missing is open."""

from __future__ import annotations

import random
import re

import pytest

from kaderxl.core import labels as l
from kaderxl.reading.papers import PDF, TEXT, WORD, Box, Grid, Line, Paper, Rule
from kaderxl.template.fresh.agreement import Found
from kaderxl.template.printed.read import lees_papier
from kaderxl.template.printed.to_template import partijen_van, rijen_van

_WOORDEN = (
    "1. 1a. 2.3 Afspraak A1: Thema Afspraak Indicator Jaar Actiehouder Wie Wanneer: Indicatoren: > "
    "• 2026 2026-2031 uiterlijk in elk jaar gemeente Aa en Hunze corporaties De Haard aantal "
    "woningen percentage 75% € 50.000 ten minste 240 tot met ( ) ; | : ? BESCHIKBAARHEID Looptijd "
    "2031 180 120-140 COLOFON Nr. KPI Planning ½ ² ١٢ = ' # x"
).split(" ")
_KOPPEN = ("Thema", "Afspraak", "Indicator", "Jaar", "Wie", "Nr.", "2026", "2027")


def _regel(toeval: random.Random) -> str:
    return " ".join(toeval.choice(_WOORDEN) for _ in range(toeval.randrange(12)))


def _rooster(toeval: random.Random) -> Grid:
    breed, rijen = toeval.randrange(1, 7), list[tuple[Box, ...]]()
    for nummer in range(toeval.randrange(1, 8)):
        rij: list[Box] = []
        for kolom in range(breed):
            tekst = toeval.choice(("", _regel(toeval), f"{_regel(toeval)}\n{_regel(toeval)}"))
            nieuw = Box(tekst if nummer else toeval.choice(_KOPPEN), nummer, kolom, "tabel 1")
            boven = rijen[-1][kolom] if nummer and toeval.random() < 0.2 else nieuw
            rij.append(rij[-1] if kolom and toeval.random() < 0.1 else boven)
        rijen.append(tuple(rij))
    return Grid(tuple(rijen))


def _papier(zaad: int) -> Paper:
    toeval = random.Random(zaad)
    vorm = toeval.choice((PDF, TEXT, WORD))
    items: list[Line | Grid] = []
    for nummer in range(toeval.randrange(1, 50)):
        tekst = _regel(toeval)
        if vorm == WORD and toeval.random() < 0.2:
            items.append(_rooster(toeval))
        elif vorm == PDF:
            x = float(toeval.choice((50, 60, 150, 250, 400)))
            y = toeval.choice((60.0 + 12 * nummer, 60.0 + 24 * (nummer // 3)))
            rechts, blad = x + 5 * len(tekst) + 1, 1 + nummer // 30
            items.append(Line(tekst or "x", f"regel {nummer}", blad, x, rechts, y, y + 10))
        else:
            items.append(Line(tekst, f"regel {nummer}", heading=toeval.random() < 0.1))
    strepen = []
    for _ in range(toeval.randrange(40)):
        x, y = float(toeval.choice((40, 140, 240, 390))), float(toeval.randrange(50, 800))
        strepen.append(
            Rule(1, x, y, x + toeval.choice((0, 100, 460)), y + toeval.choice((0, 50, 700)))
        )
    return Paper("", vorm, tuple(items), tuple(strepen))


def _woorden(tekst: str) -> set[str]:
    return {*re.findall(r"\w+", tekst)}


def _gedrukt(papier: Paper) -> str:
    teksten = [item.text for item in papier.items if isinstance(item, Line)]
    for item in papier.items:
        if isinstance(item, Grid):
            teksten += [box.text for rij in item.rows for box in rij]
    return "\n".join(teksten)


@pytest.mark.parametrize("eerste", range(0, 300, 50))
def test_nothing_is_made_up(eerste: int) -> None:
    for zaad in range(eerste, eerste + 50):
        papier = _papier(zaad)
        gevonden, woorden = lees_papier(papier), _woorden(_gedrukt(papier))
        for rij in gevonden.rijen:
            for stuk in (rij.thema, rij.afspraak, rij.indicator, rij.jaar, rij.actiehouder):
                assert _woorden(stuk.tekst) <= woorden, zaad
        partijen_van(gevonden)
        sjabloon = rijen_van(gevonden, "brief.pdf", gevonden.looptijd or (2026, 2031))
        tabel = sjabloon[l.MONITORINGSTABEL]
        assert len({rij["code"] for rij in tabel}) == len(tabel), zaad
        for cellen_van in tabel:
            cellen = [cellen_van[kop] for kop in ("Indicator", "Jaar", "Actiehouder")]
            leeg = [cel for cel in cellen if isinstance(cel, Found) and not cel.value]
            assert (cellen_van["status"] == "open") == bool(leeg), zaad
