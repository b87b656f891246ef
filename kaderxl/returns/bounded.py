"""What one return may have to say: beyond that it is counted, so that no file fills a screen, a
matrix or the memory with the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..core import catalogue
from ..core.rounds import Bevinding, Plek

_MEESTE = 250
"""Of one kind; a filled-in sheet stays far below it."""


def bounded(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """The first of each kind, and how many more of it there are."""
    aantallen = Counter[str]()
    gehouden: list[Bevinding] = []
    laatste: dict[str, Bevinding] = {}
    for bevinding in bevindingen:
        aantallen[bevinding.code] += 1
        if aantallen[bevinding.code] <= _MEESTE:
            gehouden.append(bevinding)
        else:
            laatste[bevinding.code] = bevinding
    for code, bevinding in laatste.items():
        plek = Plek(bevinding.plek.bestand, bevinding.plek.blad)
        velden = {"aantal": aantallen[code] - _MEESTE, "code": code}
        gehouden.append(catalogue.ZOVEEL_MEER.bij(plek, **velden))
    return tuple(gehouden)
