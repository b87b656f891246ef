"""Partijen by the names people give them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.kader import Partij
from ..core.notation import plat


def codes_of(partijen: Sequence[Partij], namen: Collection[str]) -> frozenset[str]:
    """The codes of partijen by name or code. Raises NietUitgevoerd for one there is not."""
    codes = {plat(p.naam): p.code for p in partijen}
    codes |= {plat(p.code): p.code for p in partijen}
    for naam in namen:
        if plat(naam) not in codes:
            keuzes = ", ".join(p.naam for p in partijen)
            raise NietUitgevoerd(catalogue.GEEN_PARTIJ.bij(naam=naam, namen=keuzes))
    return frozenset(codes[plat(naam)] for naam in namen)
