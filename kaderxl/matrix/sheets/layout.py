"""Which sheets the matrix of a ronde has, their columns, and where each table ends."""

from __future__ import annotations

from dataclasses import dataclass

from ...core import labels as l
from ...core.kader import Indicator, Partij
from ...core.outcome import Afgesproken, Matrix, Matrixrij
from ...core.rounds import Fase
from ...writing.grid import DATUM, Kolom, Rooster
from ..voting import OPTIES

_BREEDTE_PARTIJ = 12.5
_BREEDTE_VOORZET = 36


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """A row of Verschillen: what differs, or what was settled and differs no more."""

    code: str
    rij: Matrixrij | None
    wat: str
    afgesproken: Afgesproken


@dataclass(frozen=True, slots=True)
class Indeling:
    """The tables of one matrix; `jaarprogramma` is None outside a tussenstand.

    `per_geleding` are the partijen with those of one geleding side by side.
    """

    partijen: tuple[Partij, ...]
    per_geleding: tuple[Partij, ...]
    verschilregels: tuple[Verschilregel, ...]
    tabel: Rooster
    focuspunten: Rooster
    verschillen: Rooster
    besluitvorming: Rooster
    jaarprogramma: Rooster | None


def deel_in(matrix: Matrix) -> Indeling:
    """The tables of the matrix, before a cell is written."""
    kader = matrix.kader
    partijen = tuple(p for p in kader.partijen if p.actief(matrix.ronde.jaar))
    groepen = list(dict.fromkeys(p.groep for p in partijen))
    per_geleding = tuple(sorted(partijen, key=lambda p: groepen.index(p.groep)))
    regels = tuple(_verschilregels(matrix))
    volgend_jaar = programma_afspraken(matrix)
    tussenstand = matrix.ronde.fase is Fase.TUSSENSTAND
    return Indeling(
        partijen,
        per_geleding,
        regels,
        Rooster(l.MONITORINGSTABEL, _tabel(partijen), len(kader.indicatoren)),
        Rooster(l.FOCUSPUNTEN, _FOCUSPUNTEN, len(kader.afspraken)),
        Rooster(l.VERSCHILLEN, _verschillen(partijen), len(regels)),
        Rooster(l.BESLUITVORMING, _besluitvorming(partijen, per_geleding), len(kader.afspraken)),
        Rooster(l.JAARPROGRAMMA, _jaarprogramma(partijen), len(volgend_jaar))
        if tussenstand
        else None,
    )


def programma_afspraken(matrix: Matrix) -> tuple[int, ...]:
    """The afspraken (numbers) that have an indicator next year, and those written about."""
    volgend = {i.afspraak for i in matrix.kader.actief(matrix.ronde.jaar + 1) if not i.open}
    genoemd = volgend | set(matrix.vastgelegd.programma)
    return tuple(a.nummer for a in matrix.kader.afspraken if a.nummer in genoemd)


def _verschilregels(matrix: Matrix) -> list[Verschilregel]:
    """Differences in the order of the table; then what was settled and differs no more."""
    afgesproken = matrix.vastgelegd.afgesproken
    regels = [
        Verschilregel(v.code, rij, v.wat, afgesproken.get(v.code, Afgesproken(v.code)))
        for rij in matrix.rijen
        for v in rij.verschillen
    ]
    genoemd = {regel.code for regel in regels}
    rij_van = {code: rij for rij in matrix.rijen for code in _codes(matrix, rij.indicator)}
    over = "(de partijen verschillen hier niet meer)"
    regels += [
        Verschilregel(code, rij_van.get(code), over, waarde)
        for code, waarde in afgesproken.items()
        if code not in genoemd
    ]
    return regels


def _codes(matrix: Matrix, indicator: Indicator) -> list[str]:
    return [indicator.code, *(m.code for m in matrix.kader.meetwaarden_van(indicator.code))]


def _tabel(partijen: tuple[Partij, ...]) -> tuple[Kolom, ...]:
    gedrukt = zip(l.GEDRUKTE_KOLOMMEN, (14, 30, 26, 11, 19, 13, 52), strict=True)
    return (
        *(Kolom(naam, breedte) for naam, breedte in gedrukt),
        Kolom(l.CODE, 8),
        Kolom("Doel", 21),
        Kolom("Stand", 46),
        *(Kolom(p.naam, _BREEDTE_PARTIJ) for p in partijen),
        Kolom("Antwoorden", 11),
        Kolom(l.VERSCHIL, 12),
        Kolom(l.AFGESPROKEN, 20),
        Kolom(l.VOORSTEL_INDICATOR, 13),
        Kolom(l.VOORSTEL_AFSPRAAK, 13),
        Kolom(l.BESLUIT, 13, invoer=True),
        Kolom(l.BESLUIT_REDEN, 22, invoer=True),
        Kolom(l.DATUM_BO, 11, invoer=True, notatie=DATUM),
        Kolom(l.NOTITIE, 30, invoer=True),
        Kolom(l.NR, 5, midden=True),
        Kolom(l.TELT, 5),
    )


_FOCUSPUNTEN = (
    Kolom(l.NR, 5, midden=True),
    Kolom("Thema", 15),
    Kolom(l.AFSPRAAK, 32),
    Kolom(l.VOORTGANG, 13),
    Kolom(l.FOCUSPUNT, 12),
    Kolom("Hoe lang", 14),
    Kolom("Reden en toelichting", 52),
    Kolom("Actiehouders", 24),
    Kolom(l.ACTIE, 40, invoer=True),
    Kolom(l.WIE, 20, invoer=True),
    Kolom(l.WANNEER, 14, invoer=True, notatie=DATUM),
    Kolom("Volgnummer", 11, midden=True),
)


def _verschillen(partijen: tuple[Partij, ...]) -> tuple[Kolom, ...]:
    return (
        Kolom(l.CODE, 11),
        Kolom(l.AFSPRAAK, 28),
        Kolom("Indicator", 26),
        Kolom(l.WAT_VERSCHILT, 26),
        Kolom("Voorstel", 12),
        *(Kolom(p.naam, _BREEDTE_VOORZET) for p in partijen),
        Kolom(l.BESLUIT_AO, 16, invoer=True),
        Kolom(l.TOELICHTING_AO, 36, invoer=True),
    )


def _besluitvorming(
    partijen: tuple[Partij, ...], per_geleding: tuple[Partij, ...]
) -> tuple[Kolom, ...]:
    return (
        Kolom(l.NR, 5, midden=True),
        Kolom(l.AFSPRAAK, 34),
        Kolom(l.VOORTGANG, 13),
        Kolom(l.MODERATOR, 13, invoer=True),
        Kolom(l.VANAF, 13, invoer=True, notatie=DATUM),
        *(Kolom(stemkolom(p), 13, invoer=True) for p in partijen),
        *(Kolom(telkolom(optie), 10, midden=True) for optie in OPTIES),
        Kolom(l.GESTEMD, 14, midden=True),
        Kolom(l.UITSLAG, 36),
        *(Kolom(leeskolom(p), 13, verborgen=True) for p in per_geleding),
    )


def stemkolom(partij: Partij) -> str:
    """The header over a partij's votes; its name alone heads its answers on other sheets."""
    return f"Stem {partij.naam}"


def leeskolom(partij: Partij) -> str:
    """The header over how the sheet reads a partij's votes."""
    return f"Gelezen stem {partij.naam}"


def telkolom(optie: str) -> str:
    return f"Voor {optie}"


def _jaarprogramma(partijen: tuple[Partij, ...]) -> tuple[Kolom, ...]:
    return (
        Kolom(l.NR, 5, midden=True),
        Kolom("Thema", 15),
        Kolom(l.AFSPRAAK, 30),
        Kolom(l.VOORTGANG, 13),
        *(Kolom(p.naam, 26) for p in partijen),
        Kolom(l.PROGRAMMA, 44, invoer=True),
        Kolom(l.TREKKER, 20, invoer=True),
        Kolom(l.BEGIN, 12, invoer=True, notatie=DATUM),
        Kolom(l.EINDE, 12, invoer=True, notatie=DATUM),
        Kolom(l.FOCUSPUNT, 11, invoer=True),
        Kolom(l.BESLUIT, 24, invoer=True),
    )
