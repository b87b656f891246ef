"""Which sheets the matrix of a ronde has, their columns, and where each table ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...core import labels as l
from ...core.consensus import ONZE_STEMREGELS, Stemregels, stemregels
from ...core.kader import Partij
from ...core.numbering import Nummer
from ...core.outcome import Afgesproken, Matrix, Matrixrij
from ...core.proposals import OPTIES
from ...core.rounds import Vraagt
from ...core.traffic_light import Stoplicht
from ...writing.grid import Rooster, kies_uit, schrijf_rooster
from ...writing.table import Kolom, Kolomsoort
from ...years.lineage import codes_in
from ...years.unfinished import is_vervallen
from .. import columns
from ..proposed import proposals_of
from ..settled import STEMPUNTEN, WIJZIGINGEN, op_volgorde

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from ...writing.workbook import Werkboek

_BREEDTES_GEDRUKT = (15, 22, 20, 10, 20, 13, 57)
"""With the column after them on A4 in letters of nine points."""
_BREEDTE_PARTIJ = 12.5
BREEDTE_STAND = 56
BREEDTE_ZEGGEN, BREEDTE_SINDSDIEN, BREEDTE_UITSLAG = 53, 20, 22
_RIJEN, _RUIMTE = 5, 3
"""How many rows there are to add something on, and how many of them are always free."""


@dataclass(frozen=True, slots=True)
class Verschilregel:
    """A row of Verschillen: what differs, or what was settled and differs no more."""

    code: str
    rij: Matrixrij | None
    wat: str
    afgesproken: Afgesproken


@dataclass(frozen=True, slots=True)
class Indeling:
    """The tables of one matrix, by sheet; Jaarprogramma and Wijzigingen only where the
    ronde asks for them.

    `per_geleding` are the partijen with those of one geleding side by side.
    """

    partijen: tuple[Partij, ...]
    per_geleding: tuple[Partij, ...]
    verschilregels: tuple[Verschilregel, ...]
    verschilcodes: frozenset[str]
    roosters: Mapping[str, Rooster]
    regels: Stemregels


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
        hier = self.blad.get_name()
        return next(r for r in self.indeling.roosters.values() if r.blad == hier)

    def op(self, blad: str) -> Rooster:
        """The table on a sheet."""
        return self.indeling.roosters[blad]

    @property
    def woorden(self) -> list[str]:
        """What a cell with the colour of something can say."""
        return [*self.matrix.kader.stoplicht, l.NIET_INGEVULD]

    def schrijf(
        self,
        rijen: Sequence[Sequence[object]],
        leeg: str = "",
        kan: Sequence[tuple[str, float]] = (),
    ) -> None:
        schrijf_rooster(self.werkboek, self.blad, self.rooster, rijen, leeg, kan=kan)

    def kleur(self, kolom: str, woorden: Iterable[str] | None = None) -> str:
        """Colour the words in a column; gives its range."""
        bereik = self.rooster.bereik(kolom, met_blad=False)
        self.werkboek.kleur_woorden(self.blad, bereik, self.woorden if woorden is None else woorden)
        return bereik

    def druk_breed_af(self, tot: int) -> None:
        """On two pages of A3 side by side, the first columns on both."""
        self.blad.set_paper(8)
        self.blad.fit_to_pages(2, 0)
        self.blad.repeat_columns(0, tot)

    def kies(self, kolom: str, keuzes: Sequence[str], rij: int | None = None) -> None:
        kies_uit(self.blad, self.rooster, kolom, keuzes, rij)


def deel_in(matrix: Matrix) -> Indeling:
    """The tables of the matrix, before a cell is written."""
    kader = matrix.kader
    partijen = tuple(p for p in kader.partijen if p.actief(matrix.ronde.jaar))
    groepen = list(dict.fromkeys(p.groep for p in partijen))
    per_geleding = tuple(sorted(partijen, key=lambda p: groepen.index(p.groep)))
    verschillen = tuple(_verschilregels(matrix))
    rijen = {
        l.BESLUITENLIJST: len(kader.afspraken),
        l.MONITORINGSTABEL: len(kader.indicatoren),
        l.FOCUSPUNTEN: len(kader.afspraken),
        l.VERSCHILLEN: len(verschillen),
    }
    regels = rules_of_voting(matrix)
    if regels.stemmen:
        rijen[l.BESLUITVORMING] = len(kader.afspraken)
        rijen[l.STEMMINGEN] = len(stempuntcodes(matrix))
    if Vraagt.JAARPROGRAMMA in matrix.ronde.fase.vraagt:
        rijen[l.JAARPROGRAMMA] = len(programma_afspraken(matrix))
    if Vraagt.WIJZIGINGEN in matrix.ronde.fase.vraagt:
        rijen[l.WIJZIGINGEN] = len(voorstelcodes(matrix))
    kolommen = columns_of(kader.stoplicht, partijen, per_geleding, regels)
    namen = kader.instellingen.namen
    roosters = {
        blad: Rooster(namen.zeg(blad), columns.met_namen(kolommen[blad], namen), aantal)
        for blad, aantal in rijen.items()
    }
    codes = frozenset(regel.code for regel in verschillen)
    return Indeling(partijen, per_geleding, verschillen, codes, roosters, regels)


def rules_of_voting(matrix: Matrix) -> Stemregels:
    """Those of the template; what was filled in before they changed is not lost."""
    eigen, v = stemregels(matrix.kader.instellingen), matrix.vastgelegd
    wie = [s.moderator for s in v.stemmingen.values() if s]
    wie += [p.moderator for p in v.stempunten.values() if p]
    begeleider = eigen.begeleider or (l.MODERATOR_HEET if any(wie) else "")
    return replace(eigen, stemmen=eigen.stemmen or bool(wie), begeleider=begeleider)


def columns_of(
    licht: Stoplicht,
    partijen: tuple[Partij, ...],
    per_geleding: tuple[Partij, ...] = (),
    regels: Stemregels = ONZE_STEMREGELS,
) -> Mapping[str, tuple[Kolom, ...]]:
    """The columns of each sheet on which people write."""
    return {
        l.BESLUITENLIJST: _BESLUITENLIJST,
        l.MONITORINGSTABEL: _tabel(partijen),
        l.VERSCHILLEN: _VERSCHILLEN,
        l.FOCUSPUNTEN: _FOCUSPUNTEN,
        l.BESLUITVORMING: _besluitvorming(licht, partijen, per_geleding, regels),
        l.JAARPROGRAMMA: _JAARPROGRAMMA,
        l.WIJZIGINGEN: _WIJZIGINGEN,
        l.STEMMINGEN: _stemmingen(partijen, per_geleding, regels),
    }


def programma_afspraken(matrix: Matrix) -> tuple[Nummer, ...]:
    """The afspraken (numbers) that have an indicator next year, the focuspunten (chapter 8) that
    did not lapse, and those written about."""
    volgend = {i.afspraak for i in matrix.kader.actief(matrix.ronde.jaar + 1) if not i.open}
    punten = (a.nummer for a in matrix.kader.afspraken if matrix.is_focuspunt(a.nummer))
    focus = {nummer for nummer in punten if not is_vervallen(matrix, nummer)}
    genoemd = volgend | focus | set(matrix.vastgelegd.programma)
    return tuple(a.nummer for a in matrix.kader.afspraken if a.nummer in genoemd)


def voorstelcodes(matrix: Matrix) -> tuple[str, ...]:
    """The rows of Wijzigingen: what the partijen propose, what is filled in, and room for more."""
    van_partijen = proposals_of(matrix.inzendingen)
    return _met_ruimte((*matrix.vastgelegd.wijzigingen, *van_partijen), WIJZIGINGEN, "W-")


def stempuntcodes(matrix: Matrix) -> tuple[str, ...]:
    """The rows of Stemmingen: what is filled in, and room for more."""
    return _met_ruimte(matrix.vastgelegd.stempunten, STEMPUNTEN, "ST-")


def _met_ruimte(codes: Iterable[str], veld: str, stam: str) -> tuple[str, ...]:
    """These codes in order, with empty rows behind the last that people added."""
    eigen = [int(code.removeprefix(stam)) for code in codes if code.startswith(stam)]
    nieuw = (f"{stam}{n}" for n in range(1, max(_RIJEN, max(eigen, default=0) + _RUIMTE) + 1))
    return tuple(sorted({*codes, *nieuw}, key=lambda code: op_volgorde((veld, code))))


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
    gedrukt = zip(columns.GEDRUKT, _BREEDTES_GEDRUKT, strict=True)
    van_het_bo = ((columns.BESLUIT, 13), (columns.BESLUIT_REDEN, 22), (columns.DATUM_BO, 11))
    return (
        *(kolom.breed(breedte) for kolom, breedte in gedrukt),
        Kolom(l.GEZET, breedte=19),
        columns.CODE.breed(8),
        Kolom(l.DOEL, breedte=34),
        columns.STAND.breed(BREEDTE_STAND),
        Kolom(l.DOEL_GEHAALD, breedte=52),
        *(columns.kleur_van(p).breed(_BREEDTE_PARTIJ) for p in partijen),
        Kolom("Antwoorden", breedte=11),
        Kolom(l.VERSCHIL, breedte=12),
        Kolom(l.AFGESPROKEN, breedte=20),
        Kolom(l.VOORSTEL_INDICATOR, breedte=13),
        Kolom(l.VOORSTEL_AFSPRAAK, breedte=13),
        *(replace(kolom, breedte=breedte, invoer=False) for kolom, breedte in van_het_bo),
        columns.NOTITIE.breed(60),
        Kolom(l.NR, breedte=5, midden=True),
        Kolom(l.TELT, breedte=5),
    )


_BESLUITENLIJST = (
    Kolom(l.NR, breedte=5, midden=True),
    Kolom(l.AFSPRAAK, breedte=53),
    Kolom(l.VOORSTEL, breedte=13),
    Kolom(l.WAT_VERSCHILT, breedte=12, midden=True),
    columns.BESLUIT.breed(13),
    columns.BESLUIT_REDEN.breed(27),
    Kolom(l.TOELICHTING_BESLUIT, breedte=19, invoer=True),
    columns.DATUM_BO.breed(10.5),
    Kolom(l.NOG_TE_DOEN, breedte=23),
)
_FOCUSPUNTEN = (
    Kolom(l.NR, breedte=4, midden=True),
    Kolom(l.AFSPRAAK, breedte=23),
    Kolom(l.VOORTGANG, breedte=13),
    Kolom(l.GEZET, breedte=11),
    Kolom(l.ACTIEHOUDERS, breedte=15),
    Kolom("Hoe lang", breedte=10),
    Kolom(l.REDENEN, breedte=48),
    columns.ACTIE.breed(28),
    columns.WIE.breed(12),
    columns.WANNEER.breed(11),
    # Beside what one works with, and not on paper
    Kolom("Thema", breedte=16),
    Kolom(l.FOCUSPUNT, breedte=11),
    Kolom(l.REDENEN_PARTIJEN, breedte=30),
    Kolom(l.WAAROM, breedte=40),
    Kolom("Volgnummer", breedte=11, midden=True),
)


_VERSCHILLEN = (
    columns.CODE.breed(8),
    Kolom(l.AFSPRAAK, breedte=20),
    Kolom("Indicator", breedte=18),
    Kolom(l.WAT_VERSCHILT, breedte=13),
    Kolom(l.WAT_ZIJ_ZEGGEN, breedte=BREEDTE_ZEGGEN),
    Kolom(l.VOORSTEL, breedte=11),
    Kolom(l.BESLUIT_AO, breedte=12, invoer=True),
    Kolom(l.TOELICHTING_AO, breedte=20, invoer=True),
    Kolom(l.SINDSDIEN, breedte=BREEDTE_SINDSDIEN),
)


def _besluitvorming(
    licht: Stoplicht,
    partijen: tuple[Partij, ...],
    per_geleding: tuple[Partij, ...],
    regels: Stemregels,
) -> tuple[Kolom, ...]:
    ingehuurd = Kolom(regels.kop_ingehuurd, breedte=11, invoer=True)
    return (
        Kolom(l.NR, breedte=4, midden=True),
        Kolom(l.AFSPRAAK, breedte=26),
        Kolom(l.VOORTGANG, breedte=12),
        *((ingehuurd,) if regels.begeleider else ()),
        Kolom(l.VANAF, breedte=11, invoer=True, soort=Kolomsoort.DATUM),
        *(Kolom(stemkolom(p), breedte=11, invoer=True) for p in partijen),
        *(Kolom(telkolom(optie), breedte=9, midden=True) for optie in licht),
        Kolom(l.GESTEMD, breedte=10, midden=True),
        Kolom(l.UITSLAG, breedte=BREEDTE_UITSLAG),
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


_WIJZIGINGEN = (
    Kolom(l.NR, breedte=9),
    Kolom(l.VOORSTEL_VAN, breedte=12),
    Kolom(l.VOORGESTELD, breedte=30),
    Kolom(l.SOORT_WIJZIGING, breedte=14, invoer=True),
    Kolom(l.WAARBIJ, breedte=14, invoer=True),
    Kolom(l.AFSPRAAK_WORDT, breedte=22, invoer=True),
    Kolom(l.INDICATOR_WORDT, breedte=22, invoer=True),
    Kolom(l.JAAR_WORDT, breedte=10, invoer=True),
    Kolom(l.ACTIEHOUDER_WORDT, breedte=16, invoer=True),
    Kolom(l.GAAT_DOOR_OP, breedte=11, invoer=True),
    Kolom(l.VRAAG_ERBIJ, breedte=20, invoer=True),
    Kolom(l.SOORT_ANTWOORD, breedte=12, invoer=True),
    Kolom(l.IN_EENHEID, breedte=12, invoer=True),
    Kolom(l.DOEL_TM, breedte=9, invoer=True, soort=Kolomsoort.GEHEEL),
    Kolom(l.DOEL_MINSTENS, breedte=10, invoer=True, soort=Kolomsoort.GETAL),
    Kolom(l.DOEL_HOOGSTENS, breedte=11, invoer=True, soort=Kolomsoort.GETAL),
    Kolom(l.TOELICHTING_AO, breedte=26, invoer=True),
    Kolom(l.ZO_GELEZEN, breedte=34),
    Kolom(l.BESLUIT, breedte=14, invoer=True),
    columns.DATUM_BO.breed(12),
    Kolom(l.TOELICHTING_BESLUIT, breedte=26, invoer=True),
)


def _stemmingen(
    partijen: tuple[Partij, ...], per_geleding: tuple[Partij, ...], regels: Stemregels
) -> tuple[Kolom, ...]:
    wie = Kolom(regels.kop_wie, breedte=13, invoer=True)
    return (
        Kolom(l.NR, breedte=6),
        Kolom(l.STEMVRAAG, breedte=28, invoer=True),
        *(Kolom(l.OPTIE.format(o), breedte=14, invoer=True) for o in OPTIES),
        *((wie,) if regels.begeleider else ()),
        Kolom(l.OVERLEG_TOT, breedte=11, invoer=True, soort=Kolomsoort.DATUM),
        *(Kolom(stemkolom(p), breedte=11, invoer=True) for p in partijen),
        *(Kolom(telkolom(o), breedte=7, midden=True) for o in OPTIES),
        Kolom(l.GESTEMD, breedte=10, midden=True),
        Kolom(l.UITSLAG, breedte=BREEDTE_UITSLAG),
        Kolom(l.WAT_BESLOTEN, breedte=24, invoer=True),
        columns.DATUM_BO.breed(12),
        *(Kolom(leeskolom(p), breedte=13, verborgen=True) for p in per_geleding),
    )


_JAARPROGRAMMA = (
    Kolom(l.NR, breedte=4, midden=True),
    Kolom(l.AFSPRAAK, breedte=22),
    Kolom(l.VOORTGANG, breedte=13),
    Kolom(l.GEZET, breedte=11),
    Kolom(l.PLANNEN_PARTIJEN, breedte=48),
    Kolom(l.PROGRAMMA, breedte=32, invoer=True),
    columns.TREKKER.breed(14),
    Kolom(l.BEGIN, breedte=11, invoer=True, soort=Kolomsoort.DATUM),
    Kolom(l.EINDE, breedte=11, invoer=True, soort=Kolomsoort.DATUM),
    Kolom(l.FOCUSPUNT, breedte=11, invoer=True),
    Kolom(l.BESLUIT, breedte=16, invoer=True),
    Kolom("Thema", breedte=15),
)
