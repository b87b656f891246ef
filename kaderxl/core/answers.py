"""What a partij sent back, from its cells to its voorzetten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import repeat
from typing import NamedTuple

from .colour import Beoordeling
from .kader import EERSTE_PAS, Pas
from .rounds import Bevinding, Plek
from .values import Veld as Veld, Waarde as Waarde

Cel = tuple[str, str]
"""An answer cell: the code of its row and the label of its column."""


def velden_op(
    inhoud: Iterable[Waarde], bestand: str, blad: str, cellen: Iterable[str]
) -> list[Veld]:
    """The fields with this content in these cells of one sheet, made without a call for each."""
    plekken = map(partial(tuple.__new__, Plek), zip(repeat(bestand), repeat(blad), cellen))
    return [*map(partial(tuple.__new__, Veld), zip(inhoud, plekken, repeat(False)))]


class Antwoordregel(NamedTuple):
    """One row of a return, by its code; the row may be an indicator's or a meetwaarde's."""

    code: str
    waarde: Veld
    beoordeling: Veld
    reden: Veld
    toelichting: Veld

    @property
    def velden(self) -> tuple[Veld, Veld, Veld, Veld]:
        return self[1:]

    @property
    def oordeel_is_leeg(self) -> bool:
        """Whether nothing stands in the three columns behind Waarde, as on most rows."""
        return self.beoordeling.inhoud is self.reden.inhoud is self.toelichting.inhoud is None

    @property
    def antwoord(self) -> str:
        """All that stands on the row, in one line."""
        return " | ".join(veld.tekst for veld in self.velden if veld)


@dataclass(frozen=True, slots=True)
class Uitgangspunt:
    """What a sheet held before its sender had it, without empty cells.

    Where that is not `bekend` every cell is taken to have been empty: then an empty one says
    nothing. `stempel` is what it would be known by, "" for none. A `herstelblad` had answers in it.
    """

    antwoorden: Mapping[Cel, Waarde] = field(default_factory=dict)
    bekend: bool = True
    stempel: str = ""
    herstelblad: bool = False


@dataclass(frozen=True, slots=True)
class Return:
    """A document recognised as a partij's filled-in sheet; nothing is judged yet.

    `gewijzigd` is the file's own last-saved stamp (ISO 8601), "" when it has none.
    `programma` is what it plans and proposes for next year, by code, empty cells too;
    `bevestigingen` has the indicatoren (codes) of which it asked a confirmation only.
    `geschreven` numbers the return that each cell was written in, where it is several together.
    `genoemd` are the partijen (codes) whose name kaderxl printed on it; `onleesbaar` are cells
    (sheet and address) that show no value and yet were not emptied. `pas` is what it asked, and
    `getoond` the voorzetten that it showed: by indicator (code) a text for each row (code).
    """

    bestand: str
    sha256: str
    partij: str
    gewijzigd: str
    fictief: bool
    tabel: Plek
    regels: Mapping[str, Antwoordregel]
    bevindingen: tuple[Bevinding, ...] = ()
    bevestigingen: frozenset[str] = frozenset()
    programma: Mapping[str, Veld] = field(default_factory=dict)
    uitgangspunt: Uitgangspunt = Uitgangspunt()
    genoemd: frozenset[str] = frozenset()
    onleesbaar: frozenset[tuple[str, str]] = frozenset()
    geschreven: Mapping[Cel, int] = field(default_factory=dict)
    pas: Pas = EERSTE_PAS
    getoond: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RefusedReturn:
    """A document that cannot count as a return in this ronde, why, and what it says besides.

    `partij` is the name of the partij, where it is known.
    """

    bestand: str
    sha256: str
    bevinding: Bevinding
    partij: str = ""
    ook: tuple[Bevinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer to one meetwaarde: the cell, and its value where it has one reading."""

    veld: Veld
    waarde: Waarde = None


class Reactie(StrEnum):
    """What a partij says to the voorzet of another."""

    AKKOORD = "Akkoord"
    NIET_AKKOORD = "Niet akkoord"


@dataclass(frozen=True, slots=True)
class Voorzet:
    """What a partij answers for one indicator.

    `reden` is the letter where it was understood, else the text as written. `velden` holds
    the cells of beoordeling, reden and toelichting that were filled, by column label;
    `ontbreekt` names what was asked and is not there. Of a `bevestiging` no values were asked.

    A `reactie` is on the voorzet of another as it was `gezien`; `ouder` when that is another now.
    """

    indicator: str
    beoordeling: Beoordeling | None = None
    reden: str = ""
    toelichting: str = ""
    waarden: Mapping[str, Antwoord] = field(default_factory=dict)
    velden: Mapping[str, Veld] = field(default_factory=dict)
    ontbreekt: tuple[str, ...] = ()
    compleet: bool = False
    bevestiging: bool = False
    reactie: Reactie | None = None
    gezien: str = ""
    ouder: bool = False

    def __bool__(self) -> bool:
        return bool(self.velden) or any(a.veld for a in self.waarden.values())


class Bronbestand(NamedTuple):
    """A file that answers were read from: its name, its hash, and its own last-saved stamp."""

    bestand: str
    sha256: str
    gewijzigd: str


@dataclass(frozen=True, slots=True)
class Inzending:
    """A validated return: every voorzet of a partij (code), by indicator code.

    `bron` is the return itself, with every row and what there was to say before it was judged.
    `programma` is what it plans and proposes for next year, by code. `ook` are the older
    files of which answers count too, oldest first; each answer says itself where it stands.
    """

    bestand: str
    sha256: str
    partij: str
    gewijzigd: str
    fictief: bool
    voorzetten: Mapping[str, Voorzet]
    bevindingen: tuple[Bevinding, ...]
    bron: Return
    programma: Mapping[str, Veld] = field(default_factory=dict)
    ook: tuple[Bronbestand, ...] = ()

    @property
    def bestanden(self) -> tuple[Bronbestand, ...]:
        """The files that make it up, the newest last; each has a name of its own."""
        return (*self.ook, Bronbestand(self.bestand, self.sha256, self.gewijzigd))

    @property
    def vingerafdruk(self) -> str:
        """What is another when it is made up of other files; of one file its hash."""
        return "+".join(b.sha256 for b in reversed(self.bestanden))

    @property
    def compleet(self) -> int:
        """How many indicatoren are answered whole and without fout."""
        return sum(voorzet.compleet for voorzet in self.voorzetten.values())


Vorige = Mapping[str, Mapping[str, str]]
"""What the column `Vorige ronde` says to each partij, by partij and code."""
