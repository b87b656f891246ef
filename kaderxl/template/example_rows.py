"""The rows that show in a new template how it is filled in; they never count."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..core.notation import celvolgorde
from ..reading.tables import Cel, Tabel

MERK = "VOORBEELD"
"""The word that a cell of such a row begins with: in capitals, as nobody begins an afspraak."""
_GEMERKT = re.compile(rf"{MERK}(?!\w)")


def als_voorbeeld(tekst: str) -> str:
    """The text of a cell of an example row."""
    return f"{MERK}: {tekst}"


def is_voorbeeld(waarden: Iterable[object]) -> bool:
    """Whether one of the cells of a row bears the mark."""
    return any(isinstance(w, str) and _GEMERKT.match(w.strip()) for w in waarden)


def gemerkt(tabel: Tabel, nummer: int) -> Cel | None:
    """The first cell of a row that bears the mark; None where none does."""
    cellen = (tabel.cel(nummer, kolom) for kolom in tabel.kolommen)
    op_volgorde = sorted(cellen, key=lambda cel: celvolgorde(cel.adres))
    return next((cel for cel in op_volgorde if is_voorbeeld([cel.waarde])), None)
