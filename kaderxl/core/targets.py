"""What a doel is held against: which figure of its indicator, in which unit, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from .kader import Doel, Kader, Meetwaarde, Rol, Soort, Verplicht
from .notation import schrijf_getal, schrijf_opsomming

NETTO, SAMEN, AANDEEL = "Netto", "Samen", "Aandeel"
SOMROLLEN, DEELROLLEN = (Rol.PLUS, Rol.MIN), (Rol.TELLER, Rol.NOEMER)
"""The parts of a sum and of a share: an indicator may have both, and a plan is in none."""


class Oordeel(StrEnum):
    """How a doel stands. It is no colour: that is what people give."""

    GEHAALD = "gehaald"
    OP_KOERS = "op koers"
    NIET_OP_KOERS = "niet op koers"
    NIET_GEHAALD = "niet gehaald"
    ONBEKEND = "nog niet te zeggen"

    @property
    def niet(self) -> bool:
        return self in (Oordeel.NIET_OP_KOERS, Oordeel.NIET_GEHAALD)


@dataclass(frozen=True, slots=True)
class Doelstand:
    """A doel held against the stand: `stand` says how far it is, `waarom` what the oordeel is on.

    `openbaar` tells whether it rests on the answers of two partijen or more together. Of what is
    `herleidbaar` the words beside the oordeel tell what one partij answered.
    """

    doel: Doel
    oordeel: Oordeel
    stand: str = ""
    waarom: str = ""
    openbaar: bool = False
    herleidbaar: bool = False

    @property
    def in_woorden(self) -> str:
        """`op koers: 42 woningen t/m 2027 (naar rato 40)`."""
        stand = f": {self.stand}" if self.stand else ""
        return f"{self.oordeel}{stand}{f' ({self.waarom})' if self.waarom else ''}"


@dataclass(frozen=True, slots=True)
class Maat:
    """The figure that a doel speaks of; `telkens` says that it tells of each year by itself.

    `delen` are the meetwaarden it is made of; one that is `los` is no sum and no share but itself.
    A share has no `soort`: nobody is asked it.
    """

    naam: str
    soort: Soort | None
    eenheid: str
    telkens: bool
    delen: tuple[Meetwaarde, ...]
    los: bool = False

    def zeg(self, waarde: int | float, *, met_eenheid: bool = True) -> str:
        return zeg_cijfer(self.soort, waarde, self.eenheid if met_eenheid else "")


def zeg_cijfer(soort: Soort | None, waarde: int | float, eenheid: str) -> str:
    """A figure as people write it; a share has no soort."""
    if soort is None:
        return f"{schrijf_getal(waarde)} {eenheid}".strip()
    return soort.zeg(waarde, eenheid)


def tekens(rollen: Iterable[Rol | None]) -> Mapping[Rol, int]:
    """What each part adds; what is taken away alone is counted, for there is nothing it lessens."""
    rollen = set(rollen)
    return {Rol.PLUS: 1, Rol.MIN: -1 if Rol.PLUS in rollen else 1}


def naam_van_de_som(rollen: Iterable[Rol | None]) -> str:
    """Netto is what is left of plus and minus; of one of the two it is a sum."""
    return NETTO if {*SOMROLLEN} <= set(rollen) else SAMEN


def maat_van(kader: Kader, doel: Doel) -> Maat | None:
    """The figure that the template names at the doel, else the one that its indicator has.

    None where the indicator has no figure, or more than one.
    """
    eigen = kader.meetwaarden_van(doel.indicator)
    if doel.meetwaarde:
        genoemd = next((_enkel(m) for m in eigen if m.code == doel.meetwaarde), None)
        return replace(genoemd, los=True) if genoemd else None
    som = tuple(m for m in eigen if m.rol in SOMROLLEN)
    if len(som) > 1:
        naam, telkens = naam_van_de_som(m.rol for m in som), not all(m.stroom for m in som)
        return Maat(naam, som[0].soort, som[0].eenheid, telkens, som)
    if som:
        return _enkel(som[0])
    per_rol = {m.rol: m for m in eigen}
    if per_rol.keys() >= {*DEELROLLEN}:
        return Maat(AANDEEL, None, "%", True, tuple(per_rol[rol] for rol in DEELROLLEN))
    getallen = [m for m in eigen if is_getal(m) and m.verplicht is Verplicht.JA]
    return _enkel(getallen[0]) if len(getallen) == 1 else None


def is_getal(meetwaarde: Meetwaarde) -> bool:
    return meetwaarde.soort.is_getal and meetwaarde.rol is not Rol.PLAN


def _enkel(meetwaarde: Meetwaarde) -> Maat:
    telkens = not (meetwaarde.stroom and meetwaarde.telt_op)
    naam, soort, eenheid = meetwaarde.omschrijving, meetwaarde.soort, meetwaarde.eenheid
    los = meetwaarde.rol not in SOMROLLEN
    return Maat(naam, soort, eenheid, telkens, (meetwaarde,), los)


def doel_in_woorden(kader: Kader, indicator: str, jaar: int, partij: str = "") -> str:
    """The targets that still lie ahead in `jaar`, a line each: everyone's and the partij's own.

    Without `partij`, and where there are none of everyone, those of each partij with its name. Of
    what came back after its printed years also those of its last one, which still stand.
    """
    if indicator in kader.doorgeschoven:
        eigen = next(i for i in kader.indicatoren if i.code == indicator)
        jaar = eigen.voorbij(jaar) or jaar
    komend = [d for d in kader.doelen_van.get(indicator, ()) if d.tm_jaar >= jaar]
    if not partij and all(d.partij for d in komend):
        getoond = [(d, naam_van_partij(kader, d.partij)) for d in komend]
    else:
        getoond = [(d, "voor u") for d in komend if d.partij in ("", partij)]
    return "\n".join(
        doel_als_zin(doel, maat_van(kader, doel) or _zelfde_eenheid(kader, doel), wie)
        for doel, wie in getoond
    )


def naar_rato(doel: Doel, begin: int, jaar: int) -> float | None:
    """What is due by the end of a year; None where a doel has no path to walk.

    The agreement names an end and no path: an equal share of every year since `begin` is how we
    read it.
    """
    if doel.per_jaar or doel.minimum is None:
        return None
    return doel.minimum * (jaar - begin + 1) / (doel.tm_jaar - begin + 1)


def naam_van_partij(kader: Kader, code: str) -> str:
    partij = kader.partij(code)
    return partij.naam if partij else ""


def _zelfde_eenheid(kader: Kader, doel: Doel) -> Maat | None:
    """Where more figures may be meant, one of them if all are in one unit: to say that with."""
    getallen = [m for m in kader.meetwaarden_van(doel.indicator) if is_getal(m)]
    eenheden = {(m.soort, m.eenheid) for m in getallen}
    return _enkel(getallen[0]) if len(eenheden) == 1 else None


def doel_als_zin(doel: Doel, maat: Maat | None = None, wie: str = "voor u") -> str:
    """`t/m 2031: 120 tot 140 woningen (netto)`, `elk jaar t/m 2031: minstens 30 %`."""
    getal, wanneer = streven(doel, maat), geldt_in(doel)
    if not getal:
        return doel.omschrijving or wanneer
    wiens = f"{wie} " if doel.partij else ""
    erbij = f" ({doel.omschrijving})" if doel.omschrijving else ""
    return f"{wanneer}: {wiens}{getal}{erbij}"


def geldt_in(doel: Doel) -> str:
    """`t/m 2031`, `elk jaar t/m 2031`, or `in 2027 en 2029` where it is asked in those alone."""
    if doel.in_jaren:
        return f"in {schrijf_opsomming([*map(str, doel.in_jaren)])}"
    return f"elk jaar t/m {doel.tm_jaar}" if doel.per_jaar else f"t/m {doel.tm_jaar}"


def streven(doel: Doel, maat: Maat | None = None) -> str:
    """The number aimed at: `120 tot 140 woningen`, `minstens € 180`; "" for one without a number.

    Without its `maat` it is a bare number.
    """
    laag, hoog = doel.minimum, doel.maximum
    if laag is not None and hoog is not None and laag != hoog:
        van = maat.zeg(laag, met_eenheid=False) if maat else schrijf_getal(laag)
        return f"{van} tot {_zeg(maat, hoog)}"
    if laag is not None:
        return _zeg(maat, laag) if laag == hoog else f"minstens {_zeg(maat, laag)}"
    return "" if hoog is None else f"hoogstens {_zeg(maat, hoog)}"


def _zeg(maat: Maat | None, getal: float) -> str:
    return maat.zeg(getal) if maat else schrijf_getal(getal)
