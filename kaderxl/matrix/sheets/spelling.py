"""A colour or a vote that somebody typed, read by a formula as kaderxl reads it."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.colour import Beoordeling
from ...core.numbering import Nummer
from ...core.text import getrimd
from ...core.traffic_light import Stoplicht
from ..voting import ONTHOUDING


def stemkeuzes(licht: Stoplicht) -> tuple[str, ...]:
    """What a vote can be; without the last one, what a colour can be."""
    return (*licht, ONTHOUDING)


def _spellingen(keuze: str) -> tuple[str, ...]:
    """The word, and what a cell with that word shows: `Groen`, `● Groen`."""
    return (keuze, f"{keuze.symbool} {keuze}") if isinstance(keuze, Beoordeling) else (keuze,)


def leest_formule(tekst: str, licht: Stoplicht) -> bool:
    """Whether `gelezen_als` knows this vote: case and spaces around it make no difference.

    kaderxl itself reads all of these alike, and more: a formula knows no closing marks.
    """
    kaal = getrimd(tekst).lower()
    return any(kaal == spelling.lower() for k in stemkeuzes(licht) for spelling in _spellingen(k))


def gelezen_als(cel: str, keuzes: Iterable[str], anders: str) -> str:
    """A formula for the choice that a cell means; for any other text the formula `anders`."""
    ifs, haakjes = "", ""
    for keuze in keuzes:
        spellingen = ",".join(f'TRIM({cel})="{s}"' for s in _spellingen(keuze))
        ifs += f'IF(OR({spellingen}),"{keuze}",'
        haakjes += ")"
    return f"{ifs}{anders}{haakjes}"


def geteld_bij(nummers: str, nummer: Nummer, kolom: str, woord: str) -> str:
    """How many rows of an afspraak have a word in a column, as part of a formula.

    COUNTIFS takes 1.1 and 1.10 for one number, and 1-2 for a day: those are compared as texts.
    """
    if isinstance(nummer, int):
        return f'COUNTIFS({nummers},{nummer},{kolom},"{woord}")'
    return f'SUMPRODUCT(({nummers}="{nummer}")*({kolom}="{woord}"))'
