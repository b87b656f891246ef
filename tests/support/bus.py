"""A ronde, and what comes in by mail."""

from __future__ import annotations

import csv
from email.message import EmailMessage
from pathlib import Path

from adressen import adres
from invullen import RONDE

from kaderxl import collect
from kaderxl.commands.collected import Collected


def van(code: str, bericht: EmailMessage, nummer: int = 1, dag: int = 3) -> EmailMessage:
    """A mail of a partij from its own address."""
    bericht.replace_header("From", adres(code))
    bericht.replace_header("Message-ID", f"<{nummer}@{code.lower()}.example>")
    bericht.replace_header("Date", f"{dag} Feb 2027 12:00:00 +0100")
    return bericht


class Bus:
    """A ronde, and what comes in by mail."""

    def __init__(self, map_: Path, sjabloon: Path) -> None:
        self.post, self.uitvoer, self.sjabloon = map_ / "post", map_ / "output", sjabloon
        self.post.mkdir()

    def neem(self, *berichten: EmailMessage) -> Collected:
        for bericht in berichten:
            naam = "".join(t for t in str(bericht["Message-ID"]) if t.isalnum())
            (self.post / f"{naam}.eml").write_bytes(bericht.as_bytes())
        return collect(RONDE, [self.post], template=self.sjabloon, output=self.uitvoer)

    @property
    def retour(self) -> Path:
        return self.uitvoer / str(RONDE) / "retour"

    def lijst(self) -> list[dict[str, str]]:
        with (self.retour / "post.csv").open(encoding="utf-8-sig", newline="") as bestand:
            return [*csv.DictReader(bestand)]
