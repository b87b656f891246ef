"""What the AO said between two rondes: every note as it was given, the last of each counts."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.folder import Dossier
from ..writing.lists import Row, keep_list, read_list
from ..writing.transaction import Transaction

LIJST = "ao.csv"
COLUMNS = ("code", "stand", "tekst", "dag", "bestand", "blad", "cel", "sha256")
Said = tuple[tuple[str, str], ...]
"""What was said on each code, in words: `loopt: wacht op de vergunning (3 juni 2027)`."""


def notes(dossier: Dossier) -> list[Row]:
    """The rows of the list, oldest first. Raises NietUitgevoerd when it cannot be read."""
    return read_list(dossier.overleg / LIJST, COLUMNS, COLUMNS[0])[1]


def keep_notes(beurt: Transaction, dossier: Dossier, rijen: Iterable[Row]) -> None:
    """Write with the next commit all notes, old and new."""
    keep_list(beurt, dossier.overleg / LIJST, rijen, COLUMNS)


def last_said(rijen: Iterable[Row]) -> Said:
    """The last note on each code."""
    laatste = {rij["code"]: rij for rij in rijen if rij["code"]}
    return tuple((code, _in_words(rij)) for code, rij in laatste.items())


def _in_words(rij: Row) -> str:
    wat = ": ".join(filter(None, (rij["stand"], rij["tekst"])))
    return f"{wat} ({rij['dag']})" if rij["dag"] else wat
