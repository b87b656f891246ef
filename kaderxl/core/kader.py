"""The kader as the template describes it, and its words with a fixed choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from .meetwaarde import Combineren as Combineren
from .meetwaarde import Meetwaarde as Meetwaarde
from .meetwaarde import Rol as Rol
from .meetwaarde import Soort as Soort
from .meetwaarde import Verplicht as Verplicht
from .settings import Instellingen
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

    def vragen_aan(
        self, partij: str, jaar: int
    ) -> tuple[tuple[Indicator, tuple[Meetwaarde, ...]], ...]:
        """What a partij (code) is asked: its indicators of the year, each with its meetwaarden."""
        if (partij, jaar) not in self._vragen_aan:
            self._vragen_aan[partij, jaar] = self._stel_vragen(partij, jaar)
        return self._vragen_aan[partij, jaar]

    def _stel_vragen(
        self, partij: str, jaar: int
    ) -> tuple[tuple[Indicator, tuple[Meetwaarde, ...]], ...]:
        eigen = self._partij_van.get(partij)
        if eigen is None or not eigen.actief(jaar):
            return ()
        return tuple(
            (i, tuple(m for m in self.meetwaarden_van(i.code) if m.vraagt(partij)))
            for i in self.indicatoren
            if jaar in i.jaren and not i.open and partij in self._houders[i.code]
        )

    def meetwaarden_van(self, indicator: str) -> tuple[Meetwaarde, ...]:
        """The meetwaarden of an indicator (code), in the order of the template."""
        return self._meetwaarden.get(indicator, ())

    def doelen_van(self, indicator: str) -> tuple[Doel, ...]:
        """The targets of an indicator (code), in the order of the template."""
        return self._doelen.get(indicator, ())

    @cached_property
    def _vragen_aan(
        self,
    ) -> dict[tuple[str, int], tuple[tuple[Indicator, tuple[Meetwaarde, ...]], ...]]:
        return {}

    @cached_property
    def _doelen(self) -> dict[str, tuple[Doel, ...]]:
        codes = dict.fromkeys(d.indicator for d in self.doelen)
        return {c: tuple(d for d in self.doelen if d.indicator == c) for c in codes}

    @cached_property
    def _partij_van(self) -> dict[str, Partij]:
        return {p.code: p for p in self.partijen}

    @cached_property
    def _houders(self) -> dict[str, frozenset[str]]:
        return {i.code: frozenset(i.partijen) for i in self.indicatoren}

    @cached_property
    def _meetwaarden(self) -> dict[str, tuple[Meetwaarde, ...]]:
        codes = dict.fromkeys(m.indicator for m in self.meetwaarden)
        return {c: tuple(m for m in self.meetwaarden if m.indicator == c) for c in codes}
