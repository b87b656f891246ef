"""What is filed of a ronde, before it is packed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..core.kader import Kader
from ..core.rounds import Ronde
from .settings import Archiefgegevens


@dataclass(frozen=True, slots=True)
class Stukken:
    """All that is filed of a ronde; `bestanden` by path under data/.

    `vastgesteld` is the day of the BO that set the matrix, None for a concept.
    """

    kader: Kader
    ronde: Ronde
    bestanden: Mapping[str, bytes]
    gegevens: Archiefgegevens
    vastgesteld: date | None
    fictief: bool

    @property
    def datum(self) -> date:
        return self.vastgesteld or self.ronde.peildatum
