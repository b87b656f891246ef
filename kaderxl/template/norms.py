"""Norms by year: the sheet Normen, and the texts of the template that name one.

`{norm: naam}` in a doel or a question stands for what the norm is in the year of the ronde. A
value of another year is never shown as if it were of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from ..core import catalogue, labels as l
from ..core.kader import Kader, Norm
from ..core.notation import een_regel, lijkt_op, plat, schrijf_getal, schrijf_jaren
from .cells import Bladen, Rij

_NORM = re.compile(r"\{\s*norm\s*:\s*([^{}]*?)\s*\}", re.IGNORECASE)
_KOLOMMEN = {
    l.MONITORINGSTABEL: ("Indicator", "leestekst"),
    l.MEETWAARDEN: ("omschrijving",),
    l.DOELEN: ("omschrijving",),
}
"""Where a norm may be named."""


def lees_normen(bladen: Bladen) -> tuple[Norm, ...]:
    """A value of a norm a row; what is wrong with it goes to the findings."""
    normen: dict[tuple[str, int], Norm] = {}
    for rij in bladen.rijen(l.NORMEN):
        naam, jaar, bron = een_regel(rij.tekst("norm")), rij.jaar("jaar"), rij.tekst("bron")
        if jaar is None or not naam:
            rij.meld(catalogue.NORM_ZONDER_JAAR, "jaar" if naam else "norm")
        elif (plat(naam), jaar) in normen:
            rij.meld(catalogue.NORM_DUBBEL, "norm", norm=naam, jaar=jaar)
        else:
            normen[plat(naam), jaar] = Norm(naam, jaar, _waarde(rij), een_regel(bron))
    return tuple(normen.values())


def _waarde(rij: Rij) -> str:
    """As it is written; a bare number in Dutch."""
    inhoud = rij.cel("waarde").waarde
    is_getal = isinstance(inhoud, (int, float)) and not isinstance(inhoud, bool)
    return schrijf_getal(inhoud) if is_getal else een_regel(rij.tekst("waarde"))  # type: ignore[arg-type]


def controleer_normen(bladen: Bladen, kader: Kader) -> None:
    """A norm that is named and unknown, and one that lacks a year of the looptijd."""
    van, tm = kader.looptijd
    bekend = {plat(n.naam): n.naam for n in kader.normen}
    genoemd: set[str] = set()
    for blad, kolommen in _KOLOMMEN.items():
        for rij in bladen.rijen(blad):
            for kolom in kolommen:
                for naam in _NORM.findall(rij.tekst(kolom)):
                    genoemd.add(plat(naam))
                    if plat(naam) not in bekend:
                        tip = lijkt_op(naam, bekend.values())
                        rij.meld(catalogue.NORM_ONBEKEND, kolom, norm=naam, tip=tip)
    for rij in bladen.rijen(l.NORMEN):
        naam = plat(een_regel(rij.tekst("norm")))
        if naam in genoemd & bekend.keys():
            genoemd.discard(naam)
            jaren = {n.jaar for n in kader.normen if n.waarde and plat(n.naam) == naam}
            if leeg := frozenset(range(van, tm + 1)) - jaren:
                velden = {"norm": bekend[naam], "jaren": schrijf_jaren(leeg)}
                rij.meld(catalogue.NORM_ZONDER_WAARDE, "norm", **velden)


@lru_cache(maxsize=64)
def in_year(kader: Kader, jaar: int) -> Kader:
    """The kader as it reads in a year: what its texts call a norm is its value then.

    The same kader where they name none.
    """
    vul = partial(_NORM.sub, partial(_in_woorden, _op_naam(kader), jaar))
    anders = {
        "indicatoren": tuple(replace(i, tekst=vul(i.tekst)) for i in kader.indicatoren),
        "meetwaarden": tuple(
            replace(m, omschrijving=vul(m.omschrijving)) for m in kader.meetwaarden
        ),
        "doelen": tuple(replace(d, omschrijving=vul(d.omschrijving)) for d in kader.doelen),
    }
    if all(getattr(kader, naam) == rijen for naam, rijen in anders.items()):
        return kader
    return replace(kader, **anders)  # type: ignore[arg-type]


def _op_naam(kader: Kader) -> dict[str, dict[int, Norm]]:
    normen: dict[str, dict[int, Norm]] = {}
    for norm in kader.normen:
        normen.setdefault(plat(norm.naam), {})[norm.jaar] = norm
    return normen


def _in_woorden(normen: Mapping[str, Mapping[int, Norm]], jaar: int, genoemd: re.Match[str]) -> str:
    """`€ 682,96`, or that it is not filled in yet and what it was when it was."""
    per_jaar = normen.get(plat(genoemd[1]), {})
    nu = per_jaar.get(jaar)
    if nu and nu.waarde:
        return f"{nu.waarde} ({nu.naam} {jaar})"
    return f"{genoemd[1]} ({'; '.join(_nog_niet(per_jaar, jaar))})"


def _nog_niet(per_jaar: Mapping[int, Norm], jaar: int) -> Iterator[str]:
    yield f"de waarde van {jaar} is nog niet ingevuld"
    eerder = [n for n in per_jaar.values() if n.waarde and n.jaar < jaar]
    if eerder:
        laatste = max(eerder, key=lambda n: n.jaar)
        yield f"in {laatste.jaar} was het {laatste.waarde}"
