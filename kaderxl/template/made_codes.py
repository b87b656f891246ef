"""Codes for who wrote none: out of the words of the row, so that they stay as long as those do.

A place in the table would not do: one row put in between, and two rows change their answers.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from ..core.notation import plat
from ..core.numbering import Nummer, in_code

_TEKENS = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""No vowels, that no code becomes a word; no sign that looks like another."""
_LENGTE, _LANGSTE = 4, 16


def uit_woorden(*woorden: str) -> str:
    """Four signs for these words; capitals, spaces and marks around them make no difference."""
    getal = int.from_bytes(sha256("\n".join(map(plat, woorden)).encode()).digest())
    return "".join(_TEKENS[getal // len(_TEKENS) ** n % len(_TEKENS)] for n in range(_LENGTE))


def indicatorcode(nummer: Nummer | None, *woorden: str) -> str:
    """`A01-K7QD` under a printed number, `I-K7QD` where there is none."""
    begin = "I" if nummer is None else in_code(nummer)
    return f"{'A' if begin[:1].isdigit() else ''}{begin}-{uit_woorden(*woorden)}"


def cijfercode(indicator: str, woorden: str) -> str:
    """`A01-K7QD-3VXC`: a code of a meetwaarde under that of its indicator; never the same sign
    twice, where both are called the same."""
    teken = uit_woorden(woorden)
    return f"{indicator}-{uit_woorden(indicator, woorden) if indicator.endswith(teken) else teken}"


def partijcode(naam: str) -> str:
    """The letters and digits of a name; of a long one the first, and a sign for the whole."""
    los = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    kaal = re.sub(r"[^A-Z0-9]", "", los.upper())
    if len(kaal) <= _LANGSTE:
        return kaal
    return f"{kaal[: _LANGSTE - _LENGTE]}{uit_woorden(naam)}"
