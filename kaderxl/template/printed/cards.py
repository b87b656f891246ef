"""Tables that are no monitoring table, as lines: a card for each afspraak, a box, a layout."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.notation import een_regel
from ...reading.papers import Box, Grid, Line
from .heads import AFSPRAAK, ANDERS, INDICATOR, NUMMER, kolom_van
from .prose import genummerd

_MINST_WOORDEN = 2


def als_regels(rooster: Grid) -> list[Line]:
    """Each cell once, row by row; a word for a column with what stands beside it is one line."""
    rijen = [[*dict.fromkeys(rij)] for rij in rooster.rows]
    namen = [kolom_van(rij[0].text) for rij in rijen if len(rij) == 2]
    if sum(naam not in ("", ANDERS) for naam in namen) >= _MINST_WOORDEN:
        return [*_kaart(rijen)]
    gezien = dict.fromkeys(box for rij in rijen for box in rij if box.text.strip())
    return [
        Line(deel, box.place, rooster.page)
        for box in gezien
        for deel in box.text.split("\n")
        if deel.strip()
    ]


def _kaart(rijen: list[list[Box]]) -> Iterator[Line]:
    """Lines as a text has them: `Afspraak 1: Bouwen`, `Indicator:` with its bullets, `Wie: …`."""
    nummer = ""
    for rij in rijen:
        woord, *rest = rij
        naam, inhoud = een_regel(woord.text), rest[0].text if rest else ""
        kolom, plaats = kolom_van(naam), rest[0].place if rest else woord.place
        if kolom == NUMMER and inhoud.strip():
            nummer = een_regel(inhoud)
        elif kolom == AFSPRAAK and inhoud.strip():
            titel = een_regel(inhoud)
            voor = naam if naam[-1:].isdigit() else f"Afspraak {nummer}"
            begint = genummerd(titel) is not None
            yield Line(titel if begint or voor == "Afspraak " else f"{voor}: {titel}", plaats)
        elif kolom == INDICATOR:
            yield Line("Indicatoren:", woord.place)
            yield from (Line(f"- {d.strip()}", plaats) for d in inhoud.split("\n") if d.strip())
        elif inhoud.strip():
            yield Line(f"{naam}: {een_regel(inhoud)}" if naam else een_regel(inhoud), plaats)
        elif naam:
            yield Line(naam, woord.place)
