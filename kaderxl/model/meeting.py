"""What people settle around the table, as the matrix holds it: the BO, the AO, a vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..places import NERGENS, Plek
from .answers import Waarde


@dataclass(frozen=True, slots=True)
class Besluit:
    """What the BO set for an afspraak, as written in the matrix."""

    afspraak: int
    kleur: str = ""
    reden: str = ""
    datum: Waarde = None
    plek: Plek = NERGENS

    def __bool__(self) -> bool:
        return bool(self.kleur or self.reden or self.datum)


@dataclass(frozen=True, slots=True)
class Afgesproken:
    """What the AO settled where partijen differ.

    `code` is an indicator's for its colour, a meetwaarde's for its value.
    """

    code: str
    waarde: Waarde = None
    toelichting: str = ""
    plek: Plek = NERGENS

    def __bool__(self) -> bool:
        return bool(self.toelichting) or self.waarde not in (None, "")


@dataclass(frozen=True, slots=True)
class Focuspunt:
    """What is done about an afspraak that is oranje or rood, by whom, by when."""

    afspraak: int
    actie: str = ""
    wie: str = ""
    wanneer: Waarde = None
    plek: Plek = NERGENS

    def __bool__(self) -> bool:
        return bool(self.actie or self.wie or self.wanneer)


@dataclass(frozen=True, slots=True)
class Stemming:
    """A vote where consensus failed (chapter 8); `stemmen` by partij (code), as written.

    `vanaf` is the day from which may be voted: after the period agreed with the moderator.
    """

    afspraak: int
    moderator: str = ""
    vanaf: Waarde = None
    stemmen: Mapping[str, str] = field(default_factory=dict)
    plek: Plek = NERGENS

    def __bool__(self) -> bool:
        return bool(self.moderator or self.vanaf or any(self.stemmen.values()))


@dataclass(frozen=True, slots=True)
class Programmaregel:
    """An afspraak in the jaarprogramma of the next year; `besluit` is what the BO says of it."""

    afspraak: int
    activiteiten: str = ""
    trekker: str = ""
    start: Waarde = None
    einde: Waarde = None
    focuspunt: str = ""
    besluit: str = ""
    plek: Plek = NERGENS

    def __bool__(self) -> bool:
        return bool(
            self.activiteiten
            or self.trekker
            or self.start
            or self.einde
            or self.focuspunt
            or self.besluit
        )


@dataclass(frozen=True, slots=True)
class Grondslag:
    """The answers a besluit rests on, in words, by indicator and partij (codes)."""

    besluit: str
    antwoorden: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """All that people wrote in a matrix.

    By number of the afspraak, but `afgesproken` (indicator or meetwaarde) and `notities`
    (indicator) by code. `vastgesteld` is the day of the BO that set the whole of it; None or
    "" while it is a concept.
    """

    besluiten: Mapping[int, Besluit] = field(default_factory=dict)
    afgesproken: Mapping[str, Afgesproken] = field(default_factory=dict)
    focuspunten: Mapping[int, Focuspunt] = field(default_factory=dict)
    stemmingen: Mapping[int, Stemming] = field(default_factory=dict)
    programma: Mapping[int, Programmaregel] = field(default_factory=dict)
    notities: Mapping[str, str] = field(default_factory=dict)
    vastgesteld: Waarde = None
    grondslagen: Mapping[int, Grondslag] = field(default_factory=dict)
