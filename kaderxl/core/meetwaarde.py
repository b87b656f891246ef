"""One value that is asked, and the kind of answer that it takes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple

from .notation import met_eenheid
from .rounds import Bevinding
from .values import Veld, Waarde

Datumgrenzen = tuple[date, date]
"""The first and the last day that an answer can sensibly have."""


class Combineren(StrEnum):
    """How the answers of several partijen to one question become one."""

    SOM = "som"
    IEDER = "ieder"
    GEZAMENLIJK = "gezamenlijk"
    UNIE = "unie"
    ENKEL = "enkel"

    @property
    def eigen_deel(self) -> bool:
        """Whether each tells of its own part, so that what is said of all is no word on one."""
        return self in (Combineren.SOM, Combineren.IEDER)


class Rol(StrEnum):
    """The part a meetwaarde plays in a figure (column `telt als`); a plan is in none."""

    PLUS = "+"
    MIN = "−"
    TELLER = "teller"
    NOEMER = "noemer"
    PLAN = "plan"


class Verplicht(StrEnum):
    """When a meetwaarde must be answered; `bij ja` follows the indicator's ja/nee."""

    JA = "ja"
    NEE = "nee"
    BIJ_JA = "bij ja"


class Gelezen(NamedTuple):
    """A value with its one reading, else None; and what there is to say of it."""

    waarde: Waarde
    bevindingen: tuple[Bevinding, ...] = ()


class Voorbeeld(NamedTuple):
    """For whom an answer is made up: partij `rang`, for meetwaarde `nummer` of an indicator.

    `klaar` says that what the indicator asks is done.
    """

    jaar: int
    klaar: bool
    rang: int
    nummer: int


class Soort(ABC):
    """A kind of answer: how it is read, said, checked in a cell and taken together.

    Each is a module of `template/kinds`. `naam` is its word in the template, `eenheid` its unit
    where the template names none, `woord` what a finding calls it. `raad` says what to fill in
    and `raad_ao` what to write on Verschillen; `niet_goed` stands in the column Controle.
    `notatie` is a number format of Excel, `keuzes` are the choices of a dropdown. Where an
    answer may not be there yet, a kind that `mag_uitgelegd` may stay empty beside a toelichting. A
    kind that `verenigt` takes lists together, and one that `vraagt_notatie` is not to be understood
    from a bare number.
    """

    naam: ClassVar[str]
    raad: ClassVar[str]
    eenheid: ClassVar[str] = ""
    woord: ClassVar[str] = ""
    raad_ao: ClassVar[str] = ""
    niet_goed: ClassVar[str] = ""
    notatie: ClassVar[str] = "@"
    keuzes: ClassVar[tuple[str, ...]] = ()
    mag_uitgelegd: ClassVar[bool] = False
    verenigt: ClassVar[bool] = False
    vraagt_notatie: ClassVar[bool] = False
    is_getal: ClassVar[bool] = False

    def __str__(self) -> str:
        return self.naam

    def __repr__(self) -> str:
        return f"<{self.naam}>"

    @abstractmethod
    def lees(self, veld: Veld, grenzen: Datumgrenzen) -> Gelezen:
        """The value of a filled cell, with a finding for each doubt."""

    def zeg(self, waarde: Waarde, eenheid: str) -> str:
        """A value as people write it, with its unit."""
        return met_eenheid(waarde, eenheid)

    @abstractmethod
    def vorm(self, cel: str, grenzen: Datumgrenzen) -> str:
        """The part of a formula that is TRUE when a filled cell (`$I7`) is well formed."""

    @abstractmethod
    def past(self, inhoud: object, grenzen: Datumgrenzen) -> bool:
        """What `vorm` comes to for this content; a day in a cell is its day number."""

    @abstractmethod
    def voorbeeld(self, vraag: Meetwaarde, geval: Voorbeeld) -> Waarde:
        """A made-up answer for the demo."""

    def validatie(self, grenzen: Datumgrenzen) -> dict[str, object]:
        """What refuses another kind of value while typing, as xlsxwriter takes it; {} for none."""
        return {}

    def notatie_van(self, waarde: object) -> str:
        """The number format in which a value that is there hides nothing."""
        return self.notatie

    def is_waarde(self, waarde: Waarde) -> bool:
        """Whether what the AO settled is a value of this kind."""
        return True

    def telt_op(self, combineren: Combineren) -> bool:
        """Whether a total of such values, taken together this way, says something."""
        return False

    def bezwaar(self, eenheid: str) -> str:
        """What to do about a unit of the template that does not go with this kind, or ``."""
        return ""


@dataclass(frozen=True, slots=True)
class Meetwaarde:
    """One value asked for within an indicator.

    `gevraagd_aan` narrows the actiehouders to some partijen (codes); None asks all.
    `stroom` tells a flow (adds up over years) from a stock (the newest replaces). `vervangt`
    has the codes whose history it carries on, `landelijk` is what other municipalities call it.
    """

    code: str
    indicator: str
    omschrijving: str
    soort: Soort
    eenheid: str = ""
    combineren: Combineren = Combineren.GEZAMENLIJK
    rol: Rol | None = None
    verplicht: Verplicht = Verplicht.JA
    stroom: bool = True
    gevraagd_aan: tuple[str, ...] | None = None
    vervangt: tuple[str, ...] = ()
    landelijk: str = ""

    def vraagt(self, partij: str) -> bool:
        return self.gevraagd_aan is None or partij in self.gevraagd_aan

    def zeg(self, waarde: Waarde) -> str:
        """A value as people write it, in the unit that is asked."""
        return self.soort.zeg(waarde, self.eenheid)

    @property
    def telt_op(self) -> bool:
        return self.soort.telt_op(self.combineren)
