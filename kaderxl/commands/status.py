"""`status`: who has sent, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..core.kader import Partij
from ..core.rounds import OUTPUT, Ronde
from ..template.planning import Termijn, eerstvolgende, inleverdag
from .rounds import open_workspace


@dataclass(frozen=True, slots=True)
class PartijStatus:
    """How far a partij is: complete indicatoren out of those asked."""

    partij: Partij
    ontvangen: bool
    ingevuld: int
    gevraagd: int
    bestand: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """`inleverdag` is None when the municipality set none; `termijnen` are the next ones."""

    ronde: Ronde
    partijen: tuple[PartijStatus, ...]
    inleverdag: date | None = None
    termijnen: tuple[Termijn, ...] = ()
    vandaag: date | None = None


def status(
    ronde: Ronde,
    template: Path | None = None,
    output: Path = OUTPUT,
    *,
    vandaag: date | None = None,
) -> Status:
    """Who returned, how complete, and which deadlines come next."""
    vandaag = vandaag or date.today()
    with open_workspace(ronde, template, output) as werk:
        kader, inzendingen = werk.kader, werk.counted().inzendingen
    per_partij = {i.partij: i for i in inzendingen}
    regels = []
    for partij in kader.partijen:
        gevraagd = len(kader.vragen_aan(partij.code, ronde.jaar))
        inzending = per_partij.get(partij.code)
        if gevraagd and inzending:
            compleet, bestand = inzending.compleet, inzending.bestand
            regels.append(PartijStatus(partij, True, compleet, gevraagd, bestand))
        elif gevraagd:
            regels.append(PartijStatus(partij, False, 0, gevraagd))
    komend = eerstvolgende(kader, vandaag)
    return Status(ronde, tuple(regels), inleverdag(kader, ronde), komend, vandaag)
