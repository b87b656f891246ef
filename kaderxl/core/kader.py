"""The kader as the template describes it, and its words with a fixed choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TypeVar

from . import labels as l
from .action_points import Actiepunt
from .cycle import HALFJAARLIJKS, Cyclus
from .meetwaarde import (
    Combineren as Combineren,
    Meetwaarde as Meetwaarde,
    Rol as Rol,
    Soort as Soort,
    Verplicht as Verplicht,
)
from .numbering import Nummer, zonder_nummer
from .rules import Controleregel, regels_voor
from .settings import Instellingen
from .text import eigen_namen
from .traffic_light import HOOFDSTUK_8, Stoplicht
from .values import Waarde


class Mailsoort(StrEnum):
    """The mails that kaderxl writes; reminders differ by how near the deadline is."""

    INVULBLAD = "invulblad"
    HERINNERING = "herinnering"
    LAATSTE_HERINNERING = "laatste herinnering"
    TE_LAAT = "te laat"
    ONTVANGST = "ontvangst"
    AKKOORD = "akkoord"


@dataclass(frozen=True, slots=True)
class Partij:
    """A signatory. Years are inclusive; None leaves that side open.

    `email` may have more than one address, with commas between. `vervangt` has the codes of the
    partijen it came from.
    """

    code: str
    naam: str
    groep: str
    email: str = ""
    actief_van: int | None = None
    actief_tm: int | None = None
    vervangt: tuple[str, ...] = ()

    @property
    def adressen(self) -> tuple[str, ...]:
        return tuple(self.email.split(", ")) if self.email else ()

    def schrijft_van(self, adres: str) -> bool:
        return adres.casefold() in map(str.casefold, self.adressen)

    def actief(self, jaar: int) -> bool:
        return (self.actief_van or jaar) <= jaar <= (self.actief_tm or jaar)


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement; `titel` is what is printed, number included. Without printed numbers `nummer`
    is its place among the others."""

    nummer: Nummer
    thema: str
    titel: str

    @property
    def kaal(self) -> str:
        return zonder_nummer(self.titel, self.nummer)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the monitoring table.

    `gedrukt` holds the seven printed cells letter for letter; `tekst`, `jaren` and `partijen` are
    what was read from them. An `open` row waits for a decision of the AO: it is counted and shown,
    and asked of nobody. `vervangt` has the codes whose history it carries on. `trekker` is who
    (code) gives the voorzet that the others say akkoord to; "" where every actiehouder answers for
    itself. `landelijk` is what other municipalities call the figure that is reckoned of it.
    """

    code: str
    afspraak: Nummer
    tekst: str
    jaren: frozenset[int]
    partijen: tuple[str, ...]
    soort: str = ""
    combineren: Combineren = Combineren.GEZAMENLIJK
    open: bool = False
    opmerking: str = ""
    gedrukt: tuple[str, ...] = ()
    vervangt: tuple[str, ...] = ()
    trekker: str = ""
    landelijk: str = ""

    @property
    def is_jaarlijks(self) -> bool:
        """Whether it is done anew each year, so that being done says nothing of the next."""
        return self.soort == l.JAARLIJKSE_MIJLPAAL

    @property
    def is_oordeel(self) -> bool:
        """Whether it asks a judgement in words (chapter 8): a colour alone says nothing."""
        return self.soort == l.KWALITATIEF

    def loopt_nog(self, jaar: int) -> bool:
        """Whether it has printed years to go."""
        return max(self.jaren, default=jaar) > jaar

    def voorbij(self, jaar: int) -> int | None:
        """The last printed year before a year for which it is not printed; None for none."""
        eerder = (j for j in self.jaren if j < jaar)
        return None if jaar in self.jaren else max(eerder, default=None)


@dataclass(frozen=True, slots=True)
class Doel:
    """A target up to and including a year; `partij` narrows it to one partij (code).

    With `per_jaar` it holds for each year, or for those `in_jaren`. `meetwaarde` (code) is what it
    is of, "" for what its indicator has. `meter` says whether one is drawn; None: as that is.
    """

    indicator: str
    tm_jaar: int
    minimum: float | None = None
    maximum: float | None = None
    partij: str = ""
    omschrijving: str = ""
    bron: str = ""
    per_jaar: bool = False
    meetwaarde: str = ""
    meter: bool | None = None
    in_jaren: tuple[int, ...] = ()

    @property
    def in_getallen(self) -> bool:
        return self.minimum is not None or self.maximum is not None


@dataclass(frozen=True, slots=True)
class Beginstand:
    """What the agreement says of a meetwaarde (code) before the first ronde, and as of when.

    `partij` (code) is "" for what it says of all together. `erbij` are its own words around the
    value.
    """

    meetwaarde: str
    waarde: Waarde
    partij: str = ""
    erbij: str = ""
    peildatum: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Norm:
    """What a norm (an amount, a limit) is in one year, in words; "" while it is not filled in."""

    naam: str
    jaar: int
    waarde: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Activiteit:
    """What the programme of a year has for an afspraak (number), where no tussenstand set it."""

    jaar: int
    afspraak: Nummer
    activiteiten: str
    trekker: str = ""
    begin: Waarde = None
    einde: Waarde = None
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Toezegging:
    """What the partijen already do and stay committed to, as the agreement prints it.

    `datum` is the day or year it names. With `vragen` its `partijen` (codes) are asked each year.
    """

    code: str
    thema: str
    tekst: str
    datum: str = ""
    vragen: bool = False
    partijen: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Overleg:
    """A meeting of the yearly cycle (sheet Planning); `genodigden` are the names of who is asked.

    The agreement names no hour and no place: both are empty until the municipality fills them.
    """

    soort: str
    kwartaal: str
    regel: str
    doel: str
    datum: date | None = None
    begin: time | None = None
    eind: time | None = None
    plaats: str = ""
    genodigden: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Pas:
    """What one sheet asks of a partij, where another may give the voorzet.

    `eerste` is all that no other gives the voorzet of; `akkoord` are the indicatoren (codes) of
    which it asks whether the voorzet of another is agreed to. Of those in `zelf` it asks an own
    answer all the same: it was made before the template named a trekker.
    """

    akkoord: frozenset[str] = frozenset()
    zelf: frozenset[str] = frozenset()
    eerste: bool = True


EERSTE_PAS = Pas()
_Rij = TypeVar("_Rij", Meetwaarde, Doel)


@dataclass(frozen=True, eq=False)
class Kader:
    """The whole framework as the template workbook describes it.

    `gemaakt` has the codes that were made for cells without one: sheet, row, column, code.
    `doorgeschoven` has the indicatoren (codes) that one ronde asks although their printed years
    are over, `actiepunten` what it asks back, `gezegd` what the AO said since (by code); a
    template alone has none. Without slots, and equal to itself alone, so that what is asked often
    is worked out once.
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
    cyclus: Cyclus = HALFJAARLIJKS
    toezeggingen: tuple[Toezegging, ...] = ()
    doorgeschoven: frozenset[str] = frozenset()
    beginstand: tuple[Beginstand, ...] = ()
    normen: tuple[Norm, ...] = ()
    jaarprogramma: tuple[Activiteit, ...] = ()
    regels: tuple[Controleregel, ...] = ()
    gemaakt: tuple[tuple[str, int, str, str], ...] = ()
    actiepunten: tuple[Actiepunt, ...] = ()
    gezegd: tuple[tuple[str, str], ...] = ()
    _gevraagd: dict[tuple[str, int], Gevraagd] = field(init=False, repr=False, default_factory=dict)

    @property
    def looptijd(self) -> tuple[int, int]:
        """First and last year, both included."""
        return self.instellingen.looptijd

    def partij(self, code: str) -> Partij | None:
        return self._partij_van.get(code)

    def actief(self, jaar: int) -> tuple[Indicator, ...]:
        """The rows of the monitoring table for a year, open ones included."""
        return tuple(i for i in self.indicatoren if self.vraagt(i, jaar))

    def vraagt(self, indicator: Indicator, jaar: int) -> bool:
        """Whether an indicator is on the table in a year: printed for it, or rolled on to it."""
        door = indicator.code in self.doorgeschoven and bool(indicator.voorbij(jaar))
        return door or jaar in indicator.jaren

    def actiehouders(self, indicator: Indicator, jaar: int) -> tuple[str, ...]:
        """Codes of the partijen that answer for an indicator in a year; none for an open row."""
        if indicator.open or not self.vraagt(indicator, jaar):
            return ()
        return tuple(c for c in indicator.partijen if self._partij_van[c].actief(jaar))

    def vragen_aan(self, partij: str, jaar: int) -> Gevraagd:
        """What a partij (code) is asked: its indicators of the year, each with its meetwaarden."""
        if (partij, jaar) not in self._gevraagd:
            eigen = self.partij(partij)
            self._gevraagd[partij, jaar] = tuple(
                (i, tuple(m for m in self.meetwaarden_van(i.code) if m.vraagt(partij)))
                for i in self._indicatoren_van.get(partij, ())
                if eigen and eigen.actief(jaar) and self.vraagt(i, jaar)
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


@lru_cache(maxsize=64)
def datumgrenzen(kader: Kader) -> tuple[date, date]:
    """The dates an answer can sensibly have: five years before to ten years after."""
    van, tm = kader.looptijd
    return date(van - 5, 1, 1), date(tm + 10, 12, 31)


@lru_cache(maxsize=64)
def regels_per_meetwaarde(kader: Kader) -> Mapping[str, tuple[Controleregel, ...]]:
    """What is asked about each meetwaarde (code) once more."""
    return {m.code: regels_voor(kader.regels, m) for m in kader.meetwaarden}


@lru_cache(maxsize=64)
def met_doorgeschoven(
    kader: Kader,
    codes: frozenset[str],
    actiepunten: tuple[Actiepunt, ...] = (),
    gezegd: tuple[tuple[str, str], ...] = (),
) -> Kader:
    """The kader as one ronde asks it; the same each time, so that it is itself."""
    if (codes, actiepunten, gezegd) == (kader.doorgeschoven, kader.actiepunten, kader.gezegd):
        return kader
    return replace(kader, doorgeschoven=codes, actiepunten=actiepunten, gezegd=gezegd)


def with_said(kader: Kader, gezegd: tuple[tuple[str, str], ...]) -> Kader:
    """The same with what the AO said since."""
    return met_doorgeschoven(kader, kader.doorgeschoven, kader.actiepunten, gezegd)


def _per_indicator(rijen: Iterable[_Rij]) -> dict[str, tuple[_Rij, ...]]:
    per: dict[str, list[_Rij]] = {}
    for rij in rijen:
        per.setdefault(rij.indicator, []).append(rij)
    return {code: tuple(eigen) for code, eigen in per.items()}
