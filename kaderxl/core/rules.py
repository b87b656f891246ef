"""The rules of the sheet Regels: when an answer is asked about once more, as data.

A rule never refuses an answer. Each sort says what it looks at; its numbers and its question are
the municipality's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .meetwaarde import Meetwaarde, Rol

_EEN_DAG = date(2026, 1, 1)


class Regelsoort(StrEnum):
    """What makes an answer doubtful."""

    SPRONG = "sprong"
    DAALT = "daalt"
    HETZELFDE = "hetzelfde"
    HOOGSTENS = "hoogstens"
    DEEL_VAN = "deel van"
    VERWISSELD = "verwisseld"
    ANDER_JAAR = "ander jaar"
    KLAAR_EN_NEE = "klaar en nee"
    TE_LAAT = "te laat"
    ONDER_HET_PAD = "onder het pad"
    ALLEN_HETZELFDE = "allen hetzelfde"

    @property
    def vraagt_factor(self) -> bool:
        return self in (self.SPRONG, self.HOOGSTENS, self.VERWISSELD, self.ONDER_HET_PAD)

    @property
    def laagste_factor(self) -> float:
        """A factor must be above this: less than once as much makes everything doubtful."""
        return 1 if self in (self.SPRONG, self.VERWISSELD) else 0

    @property
    def vergelijkt(self) -> bool:
        """Whether it lays two meetwaarden beside each other."""
        return self in (self.DEEL_VAN, self.VERWISSELD)

    def past(self, meetwaarde: Meetwaarde) -> bool:
        """Whether a meetwaarde is of a kind that this sort looks at."""
        is_waarde = meetwaarde.soort.is_waarde
        if is_waarde("een tekst"):
            return self is self.HETZELFDE and meetwaarde.stroom
        if self is self.ANDER_JAAR:
            return is_waarde(_EEN_DAG)
        if self in (self.KLAAR_EN_NEE, self.TE_LAAT):
            return is_waarde(True)
        if self is self.ONDER_HET_PAD:
            return meetwaarde.rol is Rol.PLUS
        if self is self.ALLEN_HETZELFDE:
            return is_waarde(7) and meetwaarde.combineren == "som"
        return is_waarde(7) and (meetwaarde.stroom or self not in (self.DAALT, self.HETZELFDE))


@dataclass(frozen=True, slots=True)
class Controleregel:
    """One row of the sheet Regels.

    `waar` is a meetwaarde, an indicator (code), or "" for wherever the sort fits. `met` is the
    meetwaarde (code) that it is laid beside. Of numbers that do not lie above `pas_boven` nothing
    is asked.
    """

    soort: Regelsoort
    vraag: str
    waar: str = ""
    met: str = ""
    factor: float = 1
    pas_boven: float = 0

    def geldt_voor(self, meetwaarde: Meetwaarde) -> bool:
        return self.waar in ("", meetwaarde.indicator, meetwaarde.code) and self.soort.past(
            meetwaarde
        )


def regels_voor(
    regels: Iterable[Controleregel], meetwaarde: Meetwaarde
) -> tuple[Controleregel, ...]:
    """The rules for a meetwaarde: of each sort the one that names it most precisely.

    Of two sorts that lay it beside another each pair is a rule of its own.
    """
    gekozen: dict[tuple[str, str], Controleregel] = {}
    for regel in sorted(regels, key=lambda r: len(r.waar)):
        if regel.geldt_voor(meetwaarde):
            gekozen[regel.soort, regel.met] = regel
    return tuple(gekozen.values())
