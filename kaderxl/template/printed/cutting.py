"""Lines of a pdf cut where the next column begins: cells may stand closer together than words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...reading.papers import Line

_SPELING = 1.5
_RAND = 2.0


def geknipt(regel: Line, kanten: Sequence[float], ruim: float = _SPELING) -> Iterator[Line]:
    """The pieces of a line: a new one at each word that is the first behind one of these places.

    `ruim` is how far behind it that word may begin.
    """
    plekken = [0]
    for kant in kanten:
        if regel.left + _RAND < kant < regel.right - _RAND:
            erachter = next(((at, x) for at, x in regel.words if x >= kant - _SPELING), None)
            if erachter and erachter[1] - kant <= ruim:
                plekken.append(erachter[0])
    grenzen = [*sorted({*plekken}), len(regel.text)]
    for van, tot in pairwise(grenzen):
        woorden = tuple((at - van, x) for at, x in regel.words if van <= at < tot)
        if woorden and (tekst := regel.text[van:tot].strip()):
            verder = next((x for at, x in regel.words if at >= tot), regel.right + 1)
            rechts = regel.right if tot == len(regel.text) else verder - 1
            yield replace(regel, text=tekst, left=woorden[0][1], right=rechts, words=woorden)
