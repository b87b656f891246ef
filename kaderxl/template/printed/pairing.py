"""Which year and which actiehouder belong to which indicator of a block."""

from __future__ import annotations

from collections.abc import Iterator

from .found import NIETS, Blok, GevondenRij, Stuk


def rijen_van(blok: Blok) -> Iterator[GevondenRij]:
    """A row an indicator; years that are left over make a row without one."""
    aantal = len(blok.indicatoren)
    jaren, twijfel_jaar = _verdeel(blok, blok.jaren, "jaren")
    houders, twijfel_houder = _verdeel(blok, blok.houders, "actiehouders")
    twijfel = tuple(filter(None, (twijfel_jaar, twijfel_houder)))
    for indicator, jaar, houder in zip(blok.indicatoren, jaren, houders, strict=True):
        yield GevondenRij(
            blok.thema, blok.afspraak, indicator, jaar, houder, twijfel, rest=blok.rest
        )
    over_jaren, over_houders = (_over(d, aantal) for d in (blok.jaren, blok.houders))
    for plaats in range(max(len(over_jaren), len(over_houders), 0 if aantal else 1)):
        jaar = over_jaren[plaats] if plaats < len(over_jaren) else NIETS
        houder = over_houders[plaats] if plaats < len(over_houders) else NIETS
        yield GevondenRij(blok.thema, blok.afspraak, NIETS, jaar, houder)


def _verdeel(blok: Blok, delen: tuple[Stuk, ...], wat: str) -> tuple[tuple[Stuk, ...], str]:
    """One for each; one alone is of all. Fewer than there are can't be dealt out."""
    aantal = len(blok.indicatoren)
    if len(delen) >= aantal:
        return delen[:aantal], ""
    gezien = "; ".join(f"“{deel.tekst}”" for deel in delen)
    if len(delen) == 1:
        zin = f"Bij {aantal} indicatoren staat één keer {gezien}. Geldt dat voor alle {aantal}?"
        return delen * aantal, "" if blok.gezien else zin
    if not delen:
        return (NIETS,) * aantal, ""
    zin = f"Bij {aantal} indicatoren staan {len(delen)} {wat}: {gezien}. Welke hoort bij welke?"
    return (NIETS,) * aantal, zin


def _over(delen: tuple[Stuk, ...], aantal: int) -> tuple[Stuk, ...]:
    """What is left when each indicator has its own; of one row without an indicator all is."""
    return delen[aantal:]
