"""The rondes of a year, one after another: how many there are is for the template to say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .rounds import Fase, Ronde, Vraagt


def sleutel_van(naam: str) -> str:
    """A name as in a folder and an option: `Eerste kwartaal` is `eerste-kwartaal`; "" for none."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")


@dataclass(frozen=True, slots=True)
class Cyclus:
    """The moments of a year in order; in a year only those that are held then."""

    fasen: tuple[Fase, ...]

    def fase(self, naam: str) -> Fase | None:
        """The one of a name, as it is written in an option, a folder or on the sheet."""
        sleutel = sleutel_van(naam)
        return next((f for f in self.fasen if f.sleutel == sleutel), None)

    def van(self, jaar: int) -> tuple[Ronde, ...]:
        """The rondes of a year, in order."""
        return tuple(Ronde(jaar, f) for f in self.fasen if f.in_jaar(jaar))

    def sluitend(self, jaar: int) -> Ronde | None:
        """The ronde that tells of a whole year; None in a year without rondes."""
        return next(reversed(self.van(jaar)), None)

    def eigen(self, ronde: Ronde) -> Ronde | None:
        """A ronde as this cycle has it, None when it has none of that name; who names no moment
        means the one that closes the year."""
        gevonden = next((r for r in self.van(ronde.jaar) if r == ronde), None)
        is_zonder = ronde.fase == Fase.EVALUATIE and not ronde.fase.heet
        return gevonden or (self.sluitend(ronde.jaar) if is_zonder else None)

    def zoals(self, ronde: Ronde) -> Ronde:
        """The same ronde with what this cycle says of it; as it is where that has it not."""
        return next((r for r in self.van(ronde.jaar) if r == ronde), ronde)

    def vorige(self, ronde: Ronde) -> Ronde | None:
        """The ronde before, in this year or the one before it."""
        eerder = (*self.van(ronde.jaar - 1), *self.van(ronde.jaar))
        return max((r for r in eerder if r < ronde), default=None)

    def volgende(self, ronde: Ronde) -> Ronde | None:
        """The ronde after, in this year or the one after it."""
        later = (*self.van(ronde.jaar), *self.van(ronde.jaar + 1))
        return min((r for r in later if ronde < r), default=None)

    def die_vraagt(self, wat: Vraagt) -> tuple[Fase, ...]:
        """The moments at which something is asked besides."""
        return tuple(f for f in self.fasen if wat in f.vraagt)

    @property
    def tussentijds(self) -> tuple[Fase, ...]:
        """The moments of a year that is not over."""
        return tuple(f for f in self.fasen if not f.sluit)

    def lees(self, jaar: int, naam: str) -> Ronde | None:
        """The ronde of a folder; one of before the template had other rondes as well."""
        fase = self.fase(naam) or HALFJAARLIJKS.fase(naam)
        return Ronde(jaar, fase) if fase else None

    def met_letter(self, jaar: int, letter: str) -> Ronde | None:
        """The ronde of a kenmerk; None for a letter that nobody gave out."""
        alle = (*self.fasen, *HALFJAARLIJKS.fasen)
        fase = next((f for f in alle if f.letter == letter), None)
        return Ronde(jaar, fase) if fase else None


def cyclus_van(fasen: Iterable[Fase]) -> Cyclus:
    """The moments in the order of the year; the last of those that are held together closes it."""
    op_volgorde = sorted(fasen, key=lambda f: f.peildag)
    return Cyclus(
        tuple(
            replace(f, sluit=not any(samen(f, later) for later in op_volgorde[n:]))
            for n, f in enumerate(op_volgorde, 1)
        )
    )


def samen(een: Fase, ander: Fase) -> bool:
    """Whether there is a year in which both are held."""
    begin, eind = max(een.van or 0, ander.van or 0), min(een.tm or 9999, ander.tm or 9999)
    return begin <= eind


def ronde_van(jaar: int, naam: str | None = None) -> Ronde:
    """A ronde by the name that somebody gave it; what else there is of it only a template says."""
    if naam is None:
        return Ronde(jaar)
    sleutel = sleutel_van(naam) or naam
    return Ronde(jaar, replace(HALFJAARLIJKS.fase(sleutel) or Fase(sleutel), heet=sleutel))


HALFJAARLIJKS = cyclus_van((Fase.TUSSENSTAND, Fase.EVALUATIE))
"""The cycle of chapter 8."""
