"""What somebody took on at a meeting, and how it stands: chapter 8, Q2 and Q3."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .notation import begint_met
from .numbering import Nummer
from .values import Waarde

ACTIEPUNT = "AP-"


@dataclass(frozen=True, slots=True)
class Actiepunt:
    """An action at a focuspunt or a line of the jaarprogramma, as it was written.

    `partijen` (codes) are asked how it stands; `uit` says where it was set.
    """

    code: str
    afspraak: Nummer
    wat: str
    wie: str
    wanneer: Waarde
    partijen: tuple[str, ...]
    uit: str


class Stand(StrEnum):
    """How it stands; what still runs is asked again."""

    GEDAAN = "gedaan"
    LOOPT = "loopt"
    NIET_GEDAAN = "niet gedaan"


def lees_stand(tekst: str) -> tuple[Stand | None, str]:
    """How an answer begins, and what stands behind that; None where it begins otherwise."""
    stand, waarom = begint_met(tekst, Stand)
    return Stand(stand) if stand else None, waarom


def is_klaar(tekst: str) -> bool:
    """Whether an answer says that it is over: done, or not done and why."""
    stand, waarom = lees_stand(tekst)
    return stand is Stand.GEDAAN or (stand is Stand.NIET_GEDAAN and bool(waarom))
