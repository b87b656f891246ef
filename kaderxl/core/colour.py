"""A colour of the traffic light: its word, and what a template says of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self


class Bijzonder(StrEnum):
    """What a word says other than how it goes (column `bijzonder`)."""

    KLAAR = "klaar"
    GELDT_NIET = "niet van toepassing"


@dataclass(frozen=True, eq=False, repr=False)
class Beoordeling(str):
    """A word of the traffic light, with what the template says of it.

    It is its word: equal to it, sorted and written as it. `rang` 1 is the most cautious; 0 has no
    rank. `redenen` go by their letter. `vulling` and `tekstkleur` are #RRGGBB.
    """

    woord: str
    betekenis: str = ""
    synoniemen: tuple[str, ...] = ()
    symbool: str = ""
    vulling: str = ""
    tekstkleur: str = ""
    rang: int = 0
    vraagt_reden: bool = False
    vraagt_toelichting: bool = False
    bijzonder: Bijzonder | None = None
    redenen: Mapping[str, str] = field(default_factory=dict)

    def __new__(cls, woord: str, *_: object, **__: object) -> Self:
        return super().__new__(cls, woord)

    @property
    def klaar(self) -> bool:
        """Whether nothing is left to do: a next ronde only asks whether it still is so."""
        return self.bijzonder is Bijzonder.KLAAR

    @property
    def geldt_niet(self) -> bool:
        """Whether it says that there is nothing to judge."""
        return self.bijzonder is Bijzonder.GELDT_NIET

    def vervalt(self, letter: str | None) -> bool:
        """Whether this reason of it lets an afspraak lapse (chapter 8, Rood c: “vervalt”)."""
        return "vervalt" in self.redenen.get(letter or "", "").lower()

    @property
    def keuzes(self) -> str:
        """Its reasons in one line: `a – vertraagd; b – ander resultaat`."""
        return "; ".join(f"{letter} – {reden}" for letter, reden in self.redenen.items())
