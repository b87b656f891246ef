"""The landelijke codes: what many municipalities ask, by one name, so that it can be added up.

A proposal of kaderxl, in the words that corporaties use in their own accounts (dPi, dVi) and the
Woningwet does: nobody set it. A template may use a code of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .kader import Doel, Indicator, Kader, Meetwaarde
from .targets import Maat, maat_van

Drager = Indicator | Meetwaarde
"""What can have a landelijke code: an indicator for the figure that it has, or a meetwaarde."""


@dataclass(frozen=True, slots=True)
class Landelijk:
    """A code, what it stands for, and the kind of answer and the unit it is in."""

    code: str
    betekenis: str
    soort: str = "aantal"
    eenheid: str = "woningen"

    @property
    def in_woorden(self) -> str:
        """`Huurders met huurachterstand, op de peildatum (aantal, huurders)`."""
        return f"{self.betekenis} ({self.soort}, {self.eenheid})"


LANDELIJK: Mapping[str, Landelijk] = {
    code.code: code
    for code in (
        Landelijk("TOEVOEGING", "Sociale huurwoningen die er in het jaar bij kwamen"),
        Landelijk("TOEVOEGING-NETTO", "Hetzelfde, min wat is gesloopt en verkocht"),
        Landelijk("SLOOP", "Sociale huurwoningen die in het jaar zijn gesloopt"),
        Landelijk("VERKOOP", "Sociale huurwoningen die in het jaar zijn verkocht"),
        Landelijk("VOORRAAD", "Alle sociale huurwoningen op de peildatum"),
        Landelijk("AFTOPPING", "Sociale huurwoningen tot de eerste aftoppingsgrens"),
        Landelijk("PASSEND", "Deel van de toewijzingen dat passend is", "percentage", "%"),
        Landelijk("EFG", "Sociale huurwoningen met label E, F of G, op de peildatum"),
        Landelijk("VERDUURZAMING", "Sociale huurwoningen die in het jaar zijn verduurzaamd"),
        Landelijk("NULTREDEN", "Nultredenwoningen op de peildatum"),
        Landelijk(
            "HUURACHTERSTAND", "Huurders met huurachterstand, op de peildatum", eenheid="huurders"
        ),
        Landelijk(
            "ONTRUIMING", "Ontruimingen in het jaar om huurachterstand", eenheid="ontruimingen"
        ),
    )
}
"""In the order in which they are offered."""


def dragers(kader: Kader) -> Iterator[tuple[Indicator, Drager]]:
    """Whatever has a landelijke code and is asked, each with its indicator."""
    for indicator in kader.indicatoren:
        eigen: list[Drager] = [indicator, *kader.meetwaarden_van(indicator.code)]
        for drager in () if indicator.open else eigen:
            if drager.landelijk:
                yield indicator, drager


@lru_cache(maxsize=64)
def landelijk_in(kader: Kader, jaar: int) -> Mapping[str, Drager]:
    """What has a landelijke code in a year, by that code; a code that is there twice says nothing.

    What came back after its printed years was counted in those.
    """
    eigen = [drager for indicator, drager in dragers(kader) if jaar in indicator.jaren]
    keren = Counter(drager.landelijk for drager in eigen)
    return {d.landelijk: d for d in eigen if keren[d.landelijk] == 1}


def cijfer_van(kader: Kader, drager: Drager) -> Maat | None:
    """The figure that the code is of; None where an indicator has none, or more than one."""
    if isinstance(drager, Meetwaarde):
        return maat_van(kader, Doel(drager.indicator, 0, meetwaarde=drager.code))
    return maat_van(kader, Doel(drager.code, 0))
