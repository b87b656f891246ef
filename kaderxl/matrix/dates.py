"""Pure: a day that people wrote in a matrix, held against the ronde; and what every check needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..core import catalogue
from ..core.answers import Waarde
from ..core.kader import Kader
from ..core.notation import schrijf_datum
from ..core.rounds import NERGENS, Bevinding, Plek, Ronde
from ..core.traffic_light import Stoplicht
from .settled import Plaats

VER_WEG = 5
"""More years than this from the ronde, and a year was mistyped."""


@dataclass(frozen=True, slots=True)
class Zaak:
    """What all checks need: the kader and ronde, the day, and where the cells stand."""

    kader: Kader
    ronde: Ronde
    vandaag: date
    plekken: Mapping[Plaats, Plek]

    @property
    def licht(self) -> Stoplicht:
        return self.kader.stoplicht

    def zeg(self, tekst: str) -> str:
        """A text of ours with the names of the agreement in it."""
        return self.kader.instellingen.zeg(tekst)

    def plek(self, *plaats: Plaats) -> Plek:
        """Of these cells the first that is known."""
        return next((self.plekken[p] for p in plaats if p in self.plekken), NERGENS)


def over_datum(
    wat: str, waarde: Waarde, zaak: Zaak, plaats: Plaats, *, verleden: bool = True
) -> Iterator[Bevinding]:
    """A day that cannot be read, that has not come, or that is far from the ronde."""
    if not waarde:
        return
    plek = zaak.plek(plaats)
    if not isinstance(waarde, date):
        yield catalogue.DATUM_IN_MATRIX_ONLEESBAAR.bij(plek, wat=wat, waarde=waarde)
    elif verleden and waarde > zaak.vandaag:
        # Its cell says which one: of many days that are too early one line is enough.
        soort = wat.rpartition(", ")[2]
        yield catalogue.DATUM_IN_TOEKOMST.bij(plek, wat=soort, datum=schrijf_datum(waarde))
    elif abs(waarde.year - zaak.ronde.jaar) > VER_WEG:
        velden = {"datum": schrijf_datum(waarde), "jaar": zaak.ronde.jaar}
        yield catalogue.DATUM_VER_WEG.bij(plek, wat=wat, **velden)
