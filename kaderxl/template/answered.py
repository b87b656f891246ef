"""Which questions of the sheet Vragen the rest of the template has answered by now.

`new --from` asks what a text leaves open; who fills in the cell that was asked for has answered,
and need not say so on Vragen as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..core import labels as l
from ..core.notation import plat
from .cells import Bladen, Rij

OVER_SOORT, OVER_GROEP, OVER_SAMEN, DOEL = "soort", "groep", "combineren", "doel"
"""What is asked once for all rows, and the word for a target of a row."""
_CELLEN = re.compile(r".*\((?P<code>[^\s():]+): (?P<wat>[^()]+)\)")


def met_cellen(over: str, code: str, kolommen: Iterable[str]) -> str:
    """`afspraak A1 (A1-I2: Jaar, Actiehouder)`: what a question is about, and what answers it."""
    return f"{over} ({code}: {', '.join(kolommen)})"


def is_beantwoord(over: str, bladen: Bladen) -> bool:
    """Whether the cells that a question names are filled, in a row that is there."""
    if over == OVER_SOORT:
        return _overal(bladen.rijen(l.MONITORINGSTABEL), "soort")
    if over == OVER_GROEP:
        return _overal(bladen.rijen(l.PARTIJEN), "groep")
    if over == OVER_SAMEN:
        return _overal(bladen.rijen(l.MEETWAARDEN), "combineren")
    treffer = _CELLEN.fullmatch(over)
    if treffer is None:
        return False
    code, kolommen = treffer["code"], treffer["wat"].split(", ")
    if kolommen == [DOEL]:
        return any(plat(rij.tekst("indicator")) == plat(code) for rij in bladen.rijen(l.DOELEN))
    eigen = [r for r in bladen.rijen(l.MONITORINGSTABEL) if plat(r.tekst("code")) == plat(code)]
    gevraagd = [kop for kop in kolommen if kop in l.GEDRUKTE_KOLOMMEN]
    return bool(eigen and gevraagd) and all(_overal(eigen, kop) for kop in gevraagd)


def _overal(rijen: Iterable[Rij], kop: str) -> bool:
    alle = [*rijen]
    return bool(alle) and all(rij.tekst(kop) for rij in alle)
