"""Whose a return is, where what it bears and where it came from say different things."""

from __future__ import annotations

from ..core.answers import Inzending
from ..core.kader import Kader
from ..core.notation import schrijf_opsomming
from ..core.rounds import Herkomst


def own_addresses(kader: Kader) -> frozenset[str]:
    """The addresses from which the municipality mails, and to which it is answered."""
    i = kader.instellingen
    return frozenset(adres.casefold() for adres in (i.afzender, i.antwoordadres, *i.cc) if adres)


def doubt_about(kader: Kader, van: Herkomst, inzending: Inzending) -> str:
    """Why it may be of another partij than its kenmerk says, as a clause; "" when it may not.

    The municipality passes on what others sent: an address of its own says nothing.
    """
    genoemd = inzending.bron.genoemd
    if genoemd and inzending.partij not in genoemd:
        namen = (p.naam for p in kader.partijen if p.code in genoemd)
        return f"op het blad staat de naam van {schrijf_opsomming([*namen])}"
    adres = van.afzender.casefold()
    if not adres or adres in own_addresses(kader):
        return ""
    senders = [p for p in kader.partijen if p.email.casefold() == adres]
    if senders and all(p.code != inzending.partij for p in senders):
        return f"de mail kwam van het adres van {senders[0].naam}"
    return ""
