"""What a cell holds, and where."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from .rounds import Plek
from .sums import afgerond
from .text import kaal

Waarde = str | int | float | bool | date | None
DAG_NUL = date(1899, 12, 30)
_BEGIN = datetime.combine(DAG_NUL, time())


class Veld(NamedTuple):
    """What a partij put in one cell, as the file has it; a tuple for the reason Plek is one.

    `procent` says that the cell shows its number as a percentage: a hundred times larger.
    """

    inhoud: Waarde
    plek: Plek
    procent: bool = False

    @property
    def tekst(self) -> str:
        return als_tekst(self.inhoud)

    def __bool__(self) -> bool:
        inhoud = self.inhoud
        return bool(kaal(inhoud)) if isinstance(inhoud, str) else inhoud is not None


def als_tekst(inhoud: object) -> str:
    """What a cell holds as text: a number or a truth as a Dutch spreadsheet shows it, a text
    without its ends."""
    if isinstance(inhoud, bool):
        return "WAAR" if inhoud else "ONWAAR"
    if isinstance(inhoud, float) and math.isfinite(inhoud):
        return str(afgerond(inhoud))
    return "" if inhoud is None else kaal(str(inhoud))


def dagnummer(dag: date) -> float:
    """A day as a cell holds it: its number, counted from 1900."""
    if isinstance(dag, datetime):
        return (dag - _BEGIN) / timedelta(days=1)
    return (dag - DAG_NUL).days


def celgetal(inhoud: object) -> float | None:
    """What ISNUMBER finds in a cell: a number, and of a day its number."""
    if isinstance(inhoud, date):
        return dagnummer(inhoud)
    if isinstance(inhoud, (int, float)) and not isinstance(inhoud, bool):
        return inhoud if math.isfinite(inhoud) else None
    return None
