"""Whose a return is, where what it bears and where it came from say different things."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from ..core.answers import Inzending
from ..core.kader import Kader, Partij
from ..core.notation import schrijf_opsomming
from ..core.rounds import Herkomst

_PUBLIC = re.compile(
    r"(?:gmail|hotmail|outlook|live|icloud|me|yahoo|ziggo|kpnmail|planet|xs4all|hetnet|home)\."
)


def own_addresses(kader: Kader) -> frozenset[str]:
    """The addresses from which the municipality mails, and to which it is answered."""
    i = kader.instellingen
    return frozenset(adres.casefold() for adres in (i.afzender, i.antwoordadres, *i.cc) if adres)


def partij_of_domain(kader: Kader, address: str) -> Partij | None:
    """The one partij with addresses of this organisation; of a provider for everybody, and of the
    municipality, that says nothing."""
    domain = _domain(address)
    ours = own_addresses(kader)
    if not domain or _PUBLIC.match(domain) or any(own.endswith(f"@{domain}") for own in ours):
        return None
    alike = [p for p in kader.partijen if any(_domain(a) == domain for a in p.adressen)]
    return alike[0] if len(alike) == 1 else None


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()


def named_in(kader: Kader, text: str, codes: Collection[str] = ()) -> list[Partij]:
    """The partijen whose name is in a text, or whose code is in `codes`; a name within another is
    that other."""
    words = _words(text)
    named = [p for p in kader.partijen if p.code in codes or _words(p.naam) in words]
    names = {p.code: _words(p.naam) for p in named}
    return [
        p
        for p in named
        if not any(names[p.code] != other and names[p.code] in other for other in names.values())
    ]


def _words(text: str) -> str:
    """The words in it between spaces, as names are compared."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(["", *re.findall(r"[^\W_]+", plain), ""])


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
    senders = [p for p in kader.partijen if p.schrijft_van(adres)]
    if senders and all(p.code != inzending.partij for p in senders):
        return f"de mail kwam van het adres van {senders[0].naam}"
    other = None if senders else partij_of_domain(kader, adres)
    if other and other.code != inzending.partij:
        return f"de mail kwam van een adres van {other.naam} ({adres})"
    return ""
