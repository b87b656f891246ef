"""Pure: the rondes side by side: colours, numbers and response over the years.

A year without a ronde is a gap: it is there, and nothing in it is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..core import labels as l
from ..core.kader import Afspraak, Combineren, Indicator, Kader, Meetwaarde, Rol, Soort
from ..core.notation import schrijf_getal
from ..core.outcome import Matrix, Matrixrij, Meter, Trend
from ..core.rounds import Ronde
from ..core.traffic_light import Stoplicht, verenigd
from .lineage import codes_in, indicatorlijnen, meetwaardelijnen
from .trends import (
    TEKEN,
    Getal,
    bijdrage,
    getal_van,
    look_back,
    met_gaten,
    op_volgorde,
    opgeteld,
    per_jaar,
    rijen_van,
    som,
    trend,
    wordt_gevraagd,
)


@dataclass(frozen=True, slots=True)
class Jaarpunt:
    """What a year says of one thing; `ronde` is the one that says it, None for a gap.

    `tekst` is "" where nothing was asked that year, but for a confirmation. `cumulatief` is None
    for what does not add up, and from the first gap on.
    """

    jaar: int
    ronde: Ronde | None
    gevraagd: bool
    tekst: str = ""
    waarde: Getal | None = None
    cumulatief: Getal | None = None


@dataclass(frozen=True, slots=True)
class Reeks:
    """One meetwaarde (or figure reckoned from several) over the years.

    `codes` are those it has now, or had last; `voorheen` the ones they replaced. A share has no
    `soort`: it is reckoned, and nobody is asked it.
    """

    codes: tuple[str, ...]
    voorheen: tuple[str, ...]
    indicator: Indicator
    omschrijving: str
    soort: Soort | None
    eenheid: str
    telt_op: bool
    punten: tuple[Jaarpunt, ...]

    @property
    def code(self) -> str:
        return ", ".join(self.codes)

    def zeg(self, waarde: Getal, *, met_eenheid: bool = True) -> str:
        """A number of the series, with its unit or for under a heading that names it."""
        eenheid = self.eenheid if met_eenheid else ""
        if self.soort is None:
            return f"{schrijf_getal(waarde)} {eenheid}".strip()
        return self.soort.zeg(waarde, eenheid)


@dataclass(frozen=True, slots=True)
class Respons:
    """What one partij sent in a ronde: complete indicatoren out of those asked."""

    ronde: Ronde
    partij: str
    gevraagd: int
    ontvangen: bool
    compleet: int

    @property
    def in_woorden(self) -> str:
        if not self.ontvangen:
            return "niets ontvangen"
        return f"{self.compleet} van {self.gevraagd} compleet"


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """All rondes side by side; `rondes` has the gaps too, `gehouden` the ones that are there.

    `stoplicht` has the words of all of them.
    """

    kader: Kader
    stoplicht: Stoplicht
    rondes: tuple[Ronde, ...]
    gehouden: frozenset[Ronde]
    afspraken: tuple[Afspraak, ...]
    trends: Mapping[int, Trend]
    reeksen: tuple[Reeks, ...]
    meters: tuple[Meter, ...]
    respons: tuple[Respons, ...]
    fictief: bool

    @property
    def jaren(self) -> range:
        return range(self.kader.looptijd[0], self.rondes[-1].jaar + 1)


def lay_side_by_side(matrices: Iterable[Matrix]) -> Tijdlijn:
    """The timeline of one or more rondes, with the kader of the newest of them."""
    rondes = op_volgorde(matrices)
    nieuwste = rondes[-1]
    afspraken = {a.nummer: a for m in rondes for a in m.kader.afspraken}
    return Tijdlijn(
        kader=nieuwste.kader,
        stoplicht=verenigd(m.kader.stoplicht for m in rondes),
        rondes=tuple(met_gaten(m.ronde for m in rondes)),
        gehouden=frozenset(m.ronde for m in rondes),
        afspraken=tuple(a for _, a in sorted(afspraken.items())),
        trends={nummer: trend(nummer, rondes) for nummer in sorted(afspraken)},
        reeksen=tuple(_reeksen(rondes)),
        meters=look_back(nieuwste, rondes[:-1]).meters,
        respons=tuple(r for m in rondes for r in respons_van(m)),
        fictief=any(m.fictief for m in rondes),
    )


def respons_van(matrix: Matrix) -> Iterator[Respons]:
    """Of each partij that was asked something, what it sent."""
    per_partij = {i.partij: i for i in matrix.inzendingen}
    for partij in matrix.kader.partijen:
        gevraagd = len(matrix.kader.vragen_aan(partij.code, matrix.ronde.jaar))
        if gevraagd:
            inzending = per_partij.get(partij.code)
            compleet = inzending.compleet if inzending else 0
            yield Respons(matrix.ronde, partij.naam, gevraagd, inzending is not None, compleet)


_Deel = tuple[str, str, Getal | None]
"""What one code says in a ronde: the code, its stand in words, its number."""
_Bron = Callable[[Matrix], list[_Deel]]


def _reeksen(rondes: Sequence[Matrix]) -> Iterator[Reeks]:
    """The lines of indicatoren in order of code; of each what is reckoned, then what is asked."""
    per_indicator = indicatorlijnen([m.kader for m in rondes])
    for lijn in dict.fromkeys(per_indicator[code] for code in sorted(per_indicator)):
        blik = _Lijnblik(rondes, lijn)
        yield from blik.figuren()
        yield from blik.meetwaarden()


class _Lijnblik:
    """One line of indicatoren over the rondes (oldest first)."""

    def __init__(self, rondes: Sequence[Matrix], lijn: frozenset[str]) -> None:
        self.rondes, self.lijn = rondes, lijn
        self.spreekt = per_jaar(rondes)
        kaders = [m.kader for m in rondes]
        self.indicatoren = {i.code: i for k in kaders for i in k.indicatoren if i.code in lijn}
        self.vragen = {
            m.code: m for k in kaders for i in sorted(lijn) for m in k.meetwaarden_van(i)
        }
        self.per_meetwaarde = meetwaardelijnen(kaders)

    def figuren(self) -> Iterator[Reeks]:
        """What the matrix reckons from several meetwaarden."""
        rollen = {m.rol for m in self.vragen.values()}
        nu, voorheen = self._codes(self.lijn)
        over = nu, voorheen, self._indicator(nu)
        if rollen >= {Rol.PLUS, Rol.MIN}:
            delen = [m for m in self.vragen.values() if m.rol in TEKEN]
            telt_op, m = all(m.stroom for m in delen), delen[-1]
            reeks = Reeks(*over, "Netto", m.soort, m.eenheid, telt_op, ())
            yield self._vul(reeks, self._netto, optelbaar=True)
        if rollen >= {Rol.TELLER, Rol.NOEMER}:
            reeks = Reeks(*over, "Aandeel", None, "%", False, ())
            yield self._vul(reeks, self._aandeel, optelbaar=False)

    def meetwaarden(self) -> Iterator[Reeks]:
        """What is asked; meetwaarden that replaced one another are one series."""
        for codes in dict.fromkeys(self.per_meetwaarde[code] for code in self.vragen):
            nu, voorheen = self._codes(codes)
            m = self.vragen[nu[0]]
            indicator = self._indicator(self.vragen[code].indicator for code in nu)
            naam = " en ".join(dict.fromkeys(self.vragen[code].omschrijving for code in nu))
            telt_op = m.stroom and m.telt_op and m.combineren is not Combineren.IEDER
            reeks = Reeks(nu, voorheen, indicator, naam, m.soort, m.eenheid, telt_op, ())
            yield self._vul(reeks, partial(self._antwoorden, codes), optelbaar=m.telt_op)

    def _indicator(self, codes: Iterable[str]) -> Indicator:
        """The first of them, with the text of all."""
        eigen = [self.indicatoren[code] for code in dict.fromkeys(codes)]
        return replace(eigen[0], tekst=" en ".join(dict.fromkeys(i.tekst for i in eigen)))

    def _codes(self, codes: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those of the newest kader that has any of them, and the others."""
        for matrix in reversed(self.rondes):
            actief = codes_in(matrix.kader, matrix.kader.actief(matrix.ronde.jaar))
            bekend = codes_in(matrix.kader, matrix.kader.indicatoren)
            if nu := (actief & codes or bekend & codes) & (self.indicatoren.keys() | self.vragen):
                return tuple(sorted(nu)), tuple(sorted(codes - nu))
        raise AssertionError("a line is made of codes that some kader has")

    def _antwoorden(self, codes: frozenset[str], matrix: Matrix) -> list[_Deel]:
        return [
            _deel(m, rij)
            for rij in rijen_van(self.lijn, matrix)
            for m in matrix.kader.meetwaarden_van(rij.indicator.code)
            if m.code in codes
        ]

    def _aandeel(self, matrix: Matrix) -> list[_Deel]:
        return [
            (s.code, s.tekst, s.waarde)
            for rij in rijen_van(self.lijn, matrix)
            for s in rij.standen
            if (s.code, s.omschrijving) == (rij.indicator.code, "Aandeel")
        ]

    def _netto(self, matrix: Matrix) -> list[_Deel]:
        """Of an indicator with one part only the matrix reckons no netto: the part is the whole."""
        gevonden: list[_Deel] = []
        for rij in rijen_van(self.lijn, matrix):
            delen = [m for m in matrix.kader.meetwaarden_van(rij.indicator.code) if m.rol in TEKEN]
            stand = next((s for s in rij.standen if s.omschrijving == "Netto"), None)
            if delen:
                tekst = stand.tekst if stand else _deel(delen[0], rij)[1]
                netto = som(bijdrage(m, rij.standen) for m in delen)
                gevonden.append((rij.indicator.code, tekst, netto))
        return gevonden

    def _vul(self, reeks: Reeks, bron: _Bron, *, optelbaar: bool) -> Reeks:
        """A series with its years; of several codes the numbers are added up if `optelbaar`."""
        jaren = range(self.rondes[-1].kader.looptijd[0], self.rondes[-1].ronde.jaar + 1)
        punten = [self._punt(jaar, bron, reeks, optelbaar) for jaar in jaren]
        if reeks.telt_op:
            totalen = opgeteld({p.jaar: p.waarde for p in punten if p.gevraagd}, self.rondes)
            punten = [replace(p, cumulatief=totalen.get(p.jaar)) for p in punten]
        return replace(reeks, punten=tuple(punten))

    def _punt(self, jaar: int, bron: _Bron, reeks: Reeks, optelbaar: bool) -> Jaarpunt:
        matrix = self.spreekt.get(jaar)
        ronde = matrix.ronde if matrix else None
        if not wordt_gevraagd(self.lijn, jaar, matrix, self.rondes):
            bevestigd = matrix and rijen_van(self.lijn, matrix)
            tekst = str(matrix.kader.stoplicht.klaar).lower() if matrix and bevestigd else ""
            return Jaarpunt(jaar, ronde, gevraagd=False, tekst=tekst)
        if matrix is None:
            return Jaarpunt(jaar, None, gevraagd=True, tekst=l.GEEN_RONDE)
        delen = bron(matrix)
        if not delen:
            return Jaarpunt(jaar, ronde, gevraagd=False)
        _, tekst, waarde = delen[0]
        if len(delen) > 1:
            tekst = "; ".join(f"{code}: {tekst}" for code, tekst, _ in delen)
            waarde = som(waarde for _, _, waarde in delen) if optelbaar else None
            if waarde is not None:
                tekst = f"{reeks.zeg(waarde)} ({tekst})"
        return Jaarpunt(jaar, ronde, gevraagd=True, tekst=tekst, waarde=waarde)


def _deel(meetwaarde: Meetwaarde, rij: Matrixrij) -> _Deel:
    tekst = next((s.tekst for s in rij.standen if s.code == meetwaarde.code), "–")
    return meetwaarde.code, tekst, getal_van(meetwaarde, rij.standen)
