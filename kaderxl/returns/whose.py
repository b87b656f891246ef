"""Whose a return is, where what it bears and where it came from say different things."""

from __future__ import annotations

from ..core.answers import Inzending
from ..core.kader import Kader
from ..core.rounds import Herkomst


def doubt_about(kader: Kader, van: Herkomst, inzending: Inzending) -> str:
    """Why it may be of another partij than its kenmerk says, as a clause; "" when it may not.

    The municipality passes on what others sent: an address of its own says nothing.
    """
    adres, instellingen = van.afzender.casefold(), kader.instellingen
    own = (instellingen.afzender, instellingen.antwoordadres, *instellingen.cc)
    if not adres or adres in (eigen.casefold() for eigen in own if eigen):
        return ""
    senders = [p for p in kader.partijen if p.email.casefold() == adres]
    if senders and all(p.code != inzending.partij for p in senders):
        return f"de mail kwam van het adres van {senders[0].naam}"
    return ""
