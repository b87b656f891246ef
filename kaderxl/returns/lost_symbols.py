"""Colours of which the symbol became another sign on the way, as in a csv of an old code page.

There `● Groen`, as a cell shows it, is `? Groen`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..core.answers import Antwoordregel
from ..core.traffic_light import Stoplicht

_SIGN = re.compile(r"(?:_|\W)\s+(?=\w)")


def with_colours(
    regels: Mapping[str, Antwoordregel], licht: Stoplicht
) -> Mapping[str, Antwoordregel]:
    """The rows with the bare words of those colours, where every colour has a sign before it.

    One that stands before a single colour may be somebody's doubt: that is asked about.
    """
    gezegd = {c: str(regel.beoordeling.inhoud) for c, regel in regels.items() if regel.beoordeling}
    kaal = {code: _SIGN.sub("", tekst, count=1) for code, tekst in gezegd.items()}
    if len(kaal) < 2 or not all(map(_SIGN.match, gezegd.values())):
        return regels
    return {
        code: regel._replace(beoordeling=regel.beoordeling._replace(inhoud=kaal[code]))
        if licht.lees(kaal.get(code, ""))
        else regel
        for code, regel in regels.items()
    }
