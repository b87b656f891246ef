"""The kader as the template describes it, and its words with a fixed choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from .meetwaarde import Combineren as Combineren
from .meetwaarde import Meetwaarde as Meetwaarde
from .meetwaarde import Rol as Rol
from .meetwaarde import Soort as Soort
from .meetwaarde import Verplicht as Verplicht
from .settings import Instellingen
from .text import eigen_namen
from .traffic_light import HOOFDSTUK_8, Stoplicht


class Mailsoort(StrEnum):
    """The mails that kaderxl writes; reminders differ by how near the deadline is."""

    INVULBLAD = "invulblad"
    HERINNERING = "herinnering"
    LAATSTE_HERINNERING = "laatste herinnering"
    TE_LAAT = "te laat"
    ONTVANGST = "ontvangst"


@dataclass(frozen=True, slots=True)
class Partij:
    """A signatory. Years are inclusive; None leaves that side open.

    `vervangt` has the codes of the partijen it came from.
    """

    code: str
    naam: str
    groep: str
    email: str = ""
    actief_van: int | None = None
    actief_tm: int | None = None
    vervangt: tuple[str, ...] = ()

    def actief(self, jaar: int) -> bool:
        return (self.actief_van or jaar) <= jaar <= (self.actief_tm or jaar)


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A numbered agreement; `titel` is what the monitoring table prints, number included."""

    nummer: int
    thema: str
    titel: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the monitoring table.

    `gedrukt` holds the seven printed cells letter for letter; `tekst`, `jaren` and
    `partijen` are what was read from them. An `open` row waits for a decision of the AO:
    it is counted and shown, and asked of nobody. `vervangt` has the codes whose history it
    carries on.
    """

    code: str
    afspraak: int
    tekst: str
    jaren: frozenset[int]
    partijen: tuple[str, ...]
    soort: str = ""
    combineren: Combineren = Combineren.GEZAMENLIJK
    open: bool = False
    opmerking: str = ""
    gedrukt: tuple[str, ...] = ()
    vervangt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doel:
    """A target up to and including a year; `partij` narrows it to one partij (code)."""

    indicator: str
    tm_jaar: int
    minimum: float | None = None
    maximum: float | None = None
    partij: str = ""
    omschrijving: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Overleg:
    """A meeting of the yearly cycle (sheet Planning)."""

    soort: str
    kwartaal: str
    regel: str
    doel: str
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Mailtekst:
    """The words of one kind of mail; fields stand in braces, as in `{partij}`."""

    soort: Mailsoort
    onderwerp: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """Something the agreement leaves open, put to the AO."""

    nummer: int
    over: str
    vraag: str
    bron: str = ""
    antwoord: str = ""


Gevraagd = tuple[tuple[Indicator, tuple[Meetwaarde, ...]], ...]
"""The indicatoren of one partij, each with the meetwaarden it is asked."""
_Rij = TypeVar("_Rij", Meetwaarde, Doel)


@dataclass(frozen=True, eq=False)
class Kader:
    """The whole framework as the template workbook describes it.

    Without slots, and equal to itself alone, so that what is asked often is worked out once.
    """

    instellingen: Instellingen
    partijen: tuple[Partij, ...]
    afspraken: tuple[Afspraak, ...]
    indicatoren: tuple[Indicator, ...]
    meetwaarden: tuple[Meetwaarde, ...]
    doelen: tuple[Doel, ...] = ()
    planning: tuple[Overleg, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    stoplicht: Stoplicht = HOOFDSTUK_8
    mailteksten: tuple[Mailtekst, ...] = ()
    _gevraagd: dict[tuple[str, int], Gevraagd] = field(init=False, repr=False, default_factory=dict)

    @property
    def looptijd(self) -> tuple[int, int]:
        """First and last year, both included."""
        return self.instellingen.looptijd

    @property
    def datumgrenzen(self) -> tuple[date, date]:
        """The dates an answer can sensibly have: five years before to ten years after."""
        van, tm = self.looptijd
        return date(van - 5, 1, 1), date(tm + 10, 12, 31)

    def partij(self, code: str) -> Partij | None:
        return self._partij_van.get(code)

    def actief(self, jaar: int) -> tuple[Indicator, ...]:
        """The rows of the monitoring table for a year, open ones included."""
        return tuple(i for i in self.indicatoren if jaar in i.jaren)

    def actiehouders(self, indicator: Indicator, jaar: int) -> tuple[str, ...]:
        """Codes of the partijen that answer for an indicator in a year; none for an open row."""
        if indicator.open or jaar not in indicator.jaren:
            return ()
        return tuple(c for c in indicator.partijen if self._partij_van[c].actief(jaar))

    def vragen_aan(self, partij: str, jaar: int) -> Gevraagd:
        """What a partij (code) is asked: its indicators of the year, each with its meetwaarden."""
        if (partij, jaar) not in self._gevraagd:
            eigen = self.partij(partij)
            self._gevraagd[partij, jaar] = tuple(
                (i, tuple(m for m in self.meetwaarden_van(i.code) if m.vraagt(partij)))
                for i in self._indicatoren_van.get(partij, ())
                if eigen and eigen.actief(jaar) and jaar in i.jaren
            )
        return self._gevraagd[partij, jaar]

    def meetwaarden_van(self, indicator: str) -> tuple[Meetwaarde, ...]:
        """The meetwaarden of an indicator (code), in the order of the template."""
        return self._meetwaarden.get(indicator, ())

    @cached_property
    def doelen_van(self) -> Mapping[str, tuple[Doel, ...]]:
        """The targets of each indicator (code) that has any, in the order of the template."""
        return _per_indicator(self.doelen)

    @cached_property
    def bestandsnamen(self) -> Mapping[str, str]:
        """What each partij (code) is called in the name of a file; no two are called alike."""
        return eigen_namen({p.code: p.naam for p in self.partijen})

    @cached_property
    def _partij_van(self) -> dict[str, Partij]:
        return {p.code: p for p in self.partijen}

    @cached_property
    def _indicatoren_van(self) -> dict[str, list[Indicator]]:
        van: dict[str, list[Indicator]] = {}
        for indicator in self.indicatoren:
            for partij in () if indicator.open else dict.fromkeys(indicator.partijen):
                van.setdefault(partij, []).append(indicator)
        return van

    @cached_property
    def _meetwaarden(self) -> dict[str, tuple[Meetwaarde, ...]]:
        return _per_indicator(self.meetwaarden)


def _per_indicator(rijen: Iterable[_Rij]) -> dict[str, tuple[_Rij, ...]]:
    per: dict[str, list[_Rij]] = {}
    for rij in rijen:
        per.setdefault(rij.indicator, []).append(rij)
    return {code: tuple(eigen) for code, eigen in per.items()}
