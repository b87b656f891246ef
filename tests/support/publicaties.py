"""A made-up matrix as the BO set it, with the rondes before it, for the tests of what is published.

`python tests/support/publicaties.py FOLDER` writes its publication there, to look at.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from invullen import inzending

from kaderxl.core.kader import Kader
from kaderxl.core.outcome import (
    Besluit,
    Kleurpunt,
    Matrix,
    Meter,
    Meterjaar,
    Meterpost,
    Terugblik,
    Trend,
    Vastgelegd,
)
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.targets import maat_van
from kaderxl.matrix.combine import combine
from kaderxl.matrix.files.publication import write_publication
from kaderxl.reading import Reader
from kaderxl.sheets.examples import example_answers, late_partij
from kaderxl.template.read import read_template, shipped_template

RONDE = Ronde(2029)
BO = date(2030, 3, 21)
_KLEUREN = "Groen Groen Oranje Afgerond Groen Groen Oranje Rood Groen Oranje".split()
_REDENEN = {"Oranje": "a", "Rood": "b – resultaat niet gerealiseerd"}
_ZONDER_BESLUIT = (9, 18)


def matrix(kader: Kader, ronde: Ronde = RONDE, *, fictief: bool = True) -> Matrix:
    """The whole of a ronde: every partij answered, the BO decided on all but two afspraken."""
    gegeven = {p.code: example_answers(kader, ronde, p.code) for p in kader.partijen}
    inzendingen = [
        replace(inzending(kader, code, antwoorden, ronde), fictief=fictief)
        for code, antwoorden in gegeven.items()
        if antwoorden and (code != late_partij(kader, ronde) or ronde != RONDE)
    ]
    vastgelegd = Vastgelegd(besluiten=besluiten(kader), vastgesteld=BO)
    kaal = combine(kader, ronde, inzendingen, vastgelegd)
    return replace(kaal, terugblik=terugblik(kader, ronde))


def besluiten(kader: Kader) -> dict[int | str, Besluit]:
    return {
        a.nummer: Besluit(a.nummer, kleur, _REDENEN.get(kleur, ""), BO)
        for a, kleur in zip(kader.afspraken, _KLEUREN * 2, strict=False)
        if a.nummer not in _ZONDER_BESLUIT
    }


def terugblik(kader: Kader, ronde: Ronde) -> Terugblik:
    """The earlier evaluaties, one of them not decided everywhere, and the meter."""
    jaren = range(2026, ronde.jaar)
    trends = {}
    for rang, a in enumerate(kader.afspraken, 1):
        punten = [
            Kleurpunt(
                Ronde(jaar, Fase.EVALUATIE),
                "" if jaar == 2027 and rang % 3 == 0 else _KLEUREN[(rang + jaar) % 10],
                besloten=True,
            )
            for jaar in jaren
        ]
        trends[a.nummer] = Trend(a.nummer, tuple(punten), "2e jaar oranje")
    return Terugblik(trends, (meter(kader),))


def meter(kader: Kader, gat: int = 0) -> Meter:
    """With a year of which not everybody answered, where it is asked for."""
    delen = ("Sociale huurwoningen opgeleverd", "Gesloopt", "Verkocht")
    cijfers: dict[int, tuple[int | None, int, int | None]]
    cijfers = {2026: (24, 3, 1), 2027: (38, 0, 2), 2028: (31, 6, 0), 2029: (6, 2, 2)}
    if gat:
        cijfers[gat] = (None, 2, None)
    jaren = []
    samen: int | None = 0
    for jaar, (bruto, sloop, verkoop) in cijfers.items():
        posten = tuple(map(Meterpost, delen, (bruto, sloop, verkoop)))
        if bruto is None or verkoop is None:
            samen = None
            jaren.append(Meterjaar(jaar, posten))
            continue
        netto = bruto - sloop - verkoop
        samen = None if samen is None else samen + netto
        jaren.append(Meterjaar(jaar, posten, netto, samen))
    indicator = next(i for i in kader.indicatoren if i.code == "A01-I1")
    doelen = tuple(d for d in kader.doelen if d.indicator == "A01-I1")
    plannen = (
        Meterpost("Harde plannen", 53),
        Meterpost("Zachte plannen, locatie bekend", 62),
        Meterpost("Zachte plannen, locatie nog te vinden", None),
    )
    maat = maat_van(kader, doelen[0])
    assert maat is not None
    return Meter(indicator, maat, tuple(jaren), doelen, plannen)


if __name__ == "__main__":
    from kaderxl.matrix.files.publication import write_publication
    from kaderxl.reading import Reader
    from kaderxl.template.read import read_template, shipped_template

    with Reader() as lezer:
        bestanden = write_publication(matrix(read_template(shipped_template(), lezer).geldig()))
    doel = Path(sys.argv[1])
    doel.mkdir(parents=True, exist_ok=True)
    for naam, data in bestanden.items():
        (doel / naam).write_bytes(data)
