"""Which sheets the matrix of a ronde has, their columns, and where each table ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from ...core import labels as l
from ...core.kader import Partij
from ...core.outcome import Afgesproken, Matrix, Matrixrij
from ...core.rounds import Fase
from ...core.traffic_light import Stoplicht
from ...writing.grid import Rooster, kies_uit, schrijf_rooster
from ...writing.table import Kolom, Kolomsoort
from ...writing.workbook import Werkboek
from ...years.lineage import codes_in
from .. import columns

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
    """The tables of one matrix, by sheet; Jaarprogramma is in a tussenstand alone.

    `per_geleding` are the partijen with those of one geleding side by side.
    """

    partijen: tuple[Partij, ...]
    per_geleding: tuple[Partij, ...]
    verschilregels: tuple[Verschilregel, ...]
    verschilcodes: frozenset[str]
    roosters: Mapping[str, Rooster]


@dataclass(frozen=True, slots=True)
class Vel:
    """A sheet while it is written: in which workbook, of which matrix, among which tables."""

    werkboek: Werkboek
    blad: Worksheet
    matrix: Matrix
    indeling: Indeling

    @property
    def rooster(self) -> Rooster:
        """The table on this sheet."""
        return self.op(self.blad.get_name())

    def op(self, blad: str) -> Rooster:
        """The table on a sheet."""
        return self.indeling.roosters[blad]

    @property
    def woorden(self) -> list[str]:
        """What a cell with the colour of something can say."""
        return [*self.matrix.kader.stoplicht, l.NIET_INGEVULD]

    def schrijf(self, rijen: Sequence[Sequence[object]], leeg: str = "") -> None:
        schrijf_rooster(self.werkboek, self.blad, self.rooster, rijen, leeg)

    def kleur(self, kolom: str, woorden: Iterable[str] | None = None) -> str:
        """Colour the words in a column; gives its range."""
        bereik = self.rooster.bereik(kolom, met_blad=False)
        self.werkboek.kleur_woorden(self.blad, bereik, self.woorden if woorden is None else woorden)
        return bereik

    def kies(self, kolom: str, keuzes: Sequence[str], rij: int | None = None) -> None:
        kies_uit(self.blad, self.rooster, kolom, keuzes, rij)


def deel_in(matrix: Matrix) -> Indeling:
    """The tables of the matrix, before a cell is written."""
    kader = matrix.kader
    partijen = tuple(p for p in kader.partijen if p.actief(matrix.ronde.jaar))
    groepen = list(dict.fromkeys(p.groep for p in partijen))
    per_geleding = tuple(sorted(partijen, key=lambda p: groepen.index(p.groep)))
    regels = tuple(_verschilregels(matrix))
    rijen = {
        l.MONITORINGSTABEL: len(kader.indicatoren),
        l.FOCUSPUNTEN: len(kader.afspraken),
        l.VERSCHILLEN: len(regels),
        l.BESLUITVORMING: len(kader.afspraken),
    }
    if matrix.ronde.fase is Fase.TUSSENSTAND:
        rijen[l.JAARPROGRAMMA] = len(programma_afspraken(matrix))
    kolommen = columns_of(kader.stoplicht, partijen, per_geleding)
    roosters = {blad: Rooster(blad, kolommen[blad], aantal) for blad, aantal in rijen.items()}
    codes = frozenset(regel.code for regel in regels)
    return Indeling(partijen, per_geleding, regels, codes, roosters)


def columns_of(
    licht: Stoplicht, partijen: tuple[Partij, ...], per_geleding: tuple[Partij, ...] = ()
) -> Mapping[str, tuple[Kolom, ...]]:
    """The columns of each sheet on which people write."""
    return {
        l.MONITORINGSTABEL: _tabel(partijen),
        l.VERSCHILLEN: _verschillen(partijen),
        l.FOCUSPUNTEN: _FOCUSPUNTEN,
        l.BESLUITVORMING: _besluitvorming(licht, partijen, per_geleding),
        l.JAARPROGRAMMA: _jaarprogramma(partijen),
    }


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
    kader = matrix.kader
    rij_van = {c: rij for rij in matrix.rijen for c in codes_in(kader, [rij.indicator])}
    over = "(de partijen verschillen hier niet meer)"
    regels += [
        Verschilregel(code, rij_van.get(code), over, waarde)
        for code, waarde in afgesproken.items()
        if code not in genoemd
    ]
    return regels


def _tabel(partijen: tuple[Partij, ...]) -> tuple[Kolom, ...]:
    gedrukt = zip(columns.GEDRUKT, (14, 30, 26, 11, 19, 13, 52), strict=True)
    return (
        *(kolom.breed(breedte) for kolom, breedte in gedrukt),
        columns.CODE.breed(8),
        Kolom("Doel", breedte=21),
        columns.STAND.breed(46),
        *(columns.kleur_van(p).breed(_BREEDTE_PARTIJ) for p in partijen),
        Kolom("Antwoorden", breedte=11),
        Kolom(l.VERSCHIL, breedte=12),
        Kolom(l.AFGESPROKEN, breedte=20),
        Kolom(l.VOORSTEL_INDICATOR, breedte=13),
        Kolom(l.VOORSTEL_AFSPRAAK, breedte=13),
        columns.BESLUIT.breed(13),
        columns.BESLUIT_REDEN.breed(22),
        columns.DATUM_BO.breed(11),
        columns.NOTITIE.breed(30),
        Kolom(l.NR, breedte=5, midden=True),
        Kolom(l.TELT, breedte=5),
    )


_FOCUSPUNTEN = (
    Kolom(l.NR, breedte=5, midden=True),
    Kolom("Thema", breedte=15),
    Kolom(l.AFSPRAAK, breedte=32),
    Kolom(l.VOORTGANG, breedte=13),
    Kolom(l.FOCUSPUNT, breedte=12),
    Kolom("Hoe lang", breedte=14),
    Kolom("Reden en toelichting", breedte=52),
    Kolom("Actiehouders", breedte=24),
    columns.ACTIE.breed(40),
    columns.WIE.breed(20),
    columns.WANNEER.breed(14),
    Kolom("Volgnummer", breedte=11, midden=True),
)


def _verschillen(partijen: tuple[Partij, ...]) -> tuple[Kolom, ...]:
    return (
        columns.CODE.breed(11),
        Kolom(l.AFSPRAAK, breedte=28),
        Kolom("Indicator", breedte=26),
        Kolom(l.WAT_VERSCHILT, breedte=26),
        Kolom("Voorstel", breedte=12),
        *(Kolom(p.naam, breedte=_BREEDTE_VOORZET) for p in partijen),
        Kolom(l.BESLUIT_AO, breedte=16, invoer=True),
        Kolom(l.TOELICHTING_AO, breedte=36, invoer=True),
    )


def _besluitvorming(
    licht: Stoplicht, partijen: tuple[Partij, ...], per_geleding: tuple[Partij, ...]
) -> tuple[Kolom, ...]:
    return (
        Kolom(l.NR, breedte=5, midden=True),
        Kolom(l.AFSPRAAK, breedte=34),
        Kolom(l.VOORTGANG, breedte=13),
        Kolom(l.MODERATOR, breedte=13, invoer=True),
        Kolom(l.VANAF, breedte=13, invoer=True, soort=Kolomsoort.DATUM),
        *(Kolom(stemkolom(p), breedte=13, invoer=True) for p in partijen),
        *(Kolom(telkolom(optie), breedte=10, midden=True) for optie in licht),
        Kolom(l.GESTEMD, breedte=14, midden=True),
        Kolom(l.UITSLAG, breedte=36),
        *(Kolom(leeskolom(p), breedte=13, verborgen=True) for p in per_geleding),
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
        Kolom(l.NR, breedte=5, midden=True),
        Kolom("Thema", breedte=15),
        Kolom(l.AFSPRAAK, breedte=30),
        Kolom(l.VOORTGANG, breedte=13),
        *(Kolom(p.naam, breedte=26) for p in partijen),
        Kolom(l.PROGRAMMA, breedte=44, invoer=True),
        columns.TREKKER.breed(20),
        Kolom(l.BEGIN, breedte=12, invoer=True, soort=Kolomsoort.DATUM),
        Kolom(l.EINDE, breedte=12, invoer=True, soort=Kolomsoort.DATUM),
        Kolom(l.FOCUSPUNT, breedte=11, invoer=True),
        Kolom(l.BESLUIT, breedte=24, invoer=True),
    )
