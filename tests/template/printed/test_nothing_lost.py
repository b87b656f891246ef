"""FICTIEF: made-up agreements of many shapes. Whatever stands below an afspraak is in a row or in a
question that quotes it and says where it stands."""

from __future__ import annotations

import random
import re

import pytest

from kaderxl.reading.papers import PDF, TEXT, WORD, Line, Paper
from kaderxl.template.printed.found import Gevonden
from kaderxl.template.printed.read import lees_papier

_NUMMERS = (
    ("A1  {}", "A2  {}", "B1  {}"),
    ("1.1 {}", "1.2 {}", "2.1 {}"),
    ("Afspraak 1: {}", "Afspraak 2: {}", "Afspraak 3: {}"),
    ("1a. {}", "1b. {}", "2a. {}"),
)
_TEKENS = ("- ", "– ", "• ", "* ", "a) ", "1) ", "(b) ", "1. ", "> ")
_HAAKJES = (
    "", " (gemeente)", " (corporaties, elk jaar)", " [De Haard; 2027]", " (elk jaar; samen {})",
    " (gemeente / 2026-2028)", " (gemeente, zodra {} beslist)", " ({})",
    " (De Haard, HS, 2027) [{}]", " – 2027 – gemeente", ": minstens 12 in 2028",
    ", uiterlijk in 2027 {}",
)  # fmt: skip
_LABELS = ("Doel: {}", "Planning: 2027 {}", "Wie: gemeente {}", "Streven: minstens 3 {} in 2028")
_BEGIN = ("aantal {}", "{} is klaar", "Aandeel {}", "de {} bouwt", "wij {}", "{}: het werk")


class _Schrijver:
    """A document, and of each word that is nowhere else on which line it stands."""

    def __init__(self, zaad: int) -> None:
        self.toeval = random.Random(zaad)
        self.regels = [
            "Woonakkoord gemeente Veen 2026-2029",
            "",
            "Partijen: gemeente Veen, Woonstichting De Haard en huurdersvereniging HS.",
            "",
        ]
        self.woorden: dict[str, int] = {}

    def woord(self) -> str:
        woord = f"w{len(self.woorden)}" + "".join(self.toeval.choices("klmnpr", k=4))
        self.woorden[woord] = len(self.regels) + 1
        return woord

    def zin(self, vorm: str) -> str:
        return re.sub(r"\{\}", lambda _: self.woord(), vorm)

    def schrijf(self) -> None:
        toeval = self.toeval
        teken = toeval.choice(_TEKENS)
        for nummer in toeval.choice(_NUMMERS):
            if toeval.random() < 0.3:
                self.regels += [f"DEEL {toeval.choice('ABC')} - WONEN", ""]
            self.regels.append(nummer.format("Wonen"))
            for _ in range(toeval.randrange(5)):
                self._regel(toeval.choice((teken, teken, "", "    " + teken)))
            self.regels += [""] * toeval.randrange(2)

    def _regel(self, teken: str) -> None:
        if self.toeval.random() < 0.15:
            self.regels.append("")
        if self.toeval.random() < 0.15:
            self.regels.append(self.zin(self.toeval.choice(_LABELS)))
            return
        vorm = self.toeval.choice(_BEGIN)
        if not teken:
            self.regels.append(self.zin(f"Wij {vorm} en {{}} ook.").replace("Wij wij", "Wij"))
        else:
            self.regels.append(self.zin(f"{teken}{vorm}{self.toeval.choice(_HAAKJES)}"))
            if self.toeval.random() < 0.2:
                self.regels.append(self.zin("  met {}"))


def _waar(gevonden: Gevonden, woord: str) -> list[str]:
    """The places of the rows and the questions in which a word stands."""
    rijen = [
        stuk.plaats
        for rij in gevonden.rijen
        for stuk in (rij.afspraak, rij.indicator, rij.jaar, rij.actiehouder)
        if woord in stuk.tekst
    ]
    return rijen + [vraag.bron for vraag in gevonden.vragen if woord in vraag.vraag]


@pytest.mark.parametrize("vorm", [TEXT, PDF, WORD])
@pytest.mark.parametrize("eerste", range(0, 120, 40))
def test_each_word_below_an_afspraak_is_in_a_row_or_in_a_question(vorm: str, eerste: int) -> None:
    for zaad in range(eerste, eerste + 40):
        schrijver = _Schrijver(zaad)
        schrijver.schrijf()
        regels = [
            Line(tekst, f"regel {n}", 1, 50.0, 50.0 + 5 * len(tekst), 12.0 * n, 12.0 * n + 10)
            for n, tekst in enumerate(schrijver.regels, 1)
            if tekst or vorm == TEXT
        ]
        gevonden = lees_papier(Paper("", vorm, tuple(regels)))
        kwijt = {w: n for w, n in schrijver.woorden.items() if not _waar(gevonden, w)}
        assert not kwijt, (zaad, kwijt, "\n".join(schrijver.regels))
        assert all(all(_waar(gevonden, woord)) for woord in schrijver.woorden), zaad
