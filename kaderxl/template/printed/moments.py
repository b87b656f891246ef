"""How often an agreement says that its progress is looked at: a new template has two rondes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...core import labels as l
from ...core.notation import een_regel
from .found import GevondenVraag, Stuk
from .goals import ZIN

_OVER_VOORTGANG = re.compile(
    r"voortgang|monitor|evalu|rapport|tussenstand|stand van zaken|verantwoord", re.IGNORECASE
)
_HOE_VAAK = re.compile(
    r"\b(?:(?:een|één|eenmaal|[134]|drie|vier)\s*(?:keer|maal|x)?\s+per\s+jaar"
    r"|(?:elk|ieder|per)\s+kwartaal|kwartaallijks|jaarlijks\s+in\s+\w+)"
    r"(?:,?\s+in\s+\w+)?",
    re.IGNORECASE,
)


def vragen_bij_rondes(stukken: Iterable[Stuk]) -> Iterator[GevondenVraag]:
    """A question about the first sentence that has another number of rondes than the template."""
    for stuk in stukken:
        for zin in ZIN.split(een_regel(stuk.tekst)):
            treffer = _HOE_VAAK.search(zin)
            if treffer and _OVER_VOORTGANG.search(zin):
                yield GevondenVraag(
                    "rondes",
                    f"Er staat “{treffer[0]}”. Is dat hoe vaak u de partijen vraagt hoe het gaat? "
                    f"Op het blad {l.RONDES} staan er nu twee per jaar: zet daar elke ronde met de "
                    "dag waarvan de stand telt.",
                    stuk.plaats,
                )
                return
