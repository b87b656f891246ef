"""A ronde beside the ones before it: colours over the years, and how far a target is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..places import Ronde
from .framework import Doel, Indicator


@dataclass(frozen=True, slots=True)
class Meterpost:
    """One part of a total in one year (`Gesloopt`, 3); None as long as not all answered."""

    omschrijving: str
    waarde: int | float | None


@dataclass(frozen=True, slots=True)
class Meterjaar:
    """What a year adds to a target. `cumulatief` is None from the first gap on.

    `ronde` is the one that says so; None for a year of which there is none.
    """

    jaar: int
    delen: tuple[Meterpost, ...]
    netto: int | float | None = None
    cumulatief: int | float | None = None
    ronde: Ronde | None = None


@dataclass(frozen=True, slots=True)
class Meter:
    """How far a target of numbers is: delivered year by year, and apart from it what is planned.

    `doelen` are those of all partijen together; `plannen` what the ronde reports as plans.
    """

    indicator: Indicator
    eenheid: str
    jaren: tuple[Meterjaar, ...]
    doelen: tuple[Doel, ...]
    plannen: tuple[Meterpost, ...] = ()


@dataclass(frozen=True, slots=True)
class Kleurpunt:
    """The word of an afspraak in a ronde; `besloten` tells a besluit from a voorstel.

    `kleur` is "" for a ronde of which nothing is known: a gap.
    """

    ronde: Ronde
    kleur: str
    besloten: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """The colours of an afspraak over the rondes, oldest first.

    `reeks` says how many years in a row it is oranje or rood (`2e jaar oranje`), else "".
    """

    afspraak: int
    punten: tuple[Kleurpunt, ...]
    reeks: str = ""


@dataclass(frozen=True, slots=True)
class Terugblik:
    """What the rondes before say about this one; `trends` by number of the afspraak."""

    trends: Mapping[int, Trend] = field(default_factory=dict)
    meters: tuple[Meter, ...] = ()
