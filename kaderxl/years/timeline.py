"""Pure: the rondes side by side: colours, numbers and response over the years.

A year without a ronde is a gap: it is there, and nothing in it is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..core import labels as l
from ..core.kader import Afspraak, Combineren, Indicator, Kader, Meetwaarde, Soort
from ..core.notation import schrijf_opsomming
from ..core.numbering import Nummer, op_nummer
from ..core.outcome import Matrix, Matrixrij, Meter, Trend
from ..core.rounds import Ronde
from ..core.targets import (
    AANDEEL,
    DEELROLLEN,
    SAMEN,
    SOMROLLEN,
    Doelstand,
    Maat,
    zeg_cijfer,
)
from ..core.traffic_light import Stoplicht, verenigd
from .lineage import codes_in, indicatorlijnen, meetwaardelijnen, partijlijnen
from .measures import Getal, Meting, getal_van, rijen_van, som, van_allen
from .shared import Gedeeld, shared_over
from .targets import hold_targets
from .trends import (
    look_back,
    met_gaten,
    op_volgorde,
    opgeteld,
    per_jaar,
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
        return zeg_cijfer(self.soort, waarde, self.eenheid if met_eenheid else "")


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
    trends: Mapping[Nummer, Trend]
    reeksen: tuple[Reeks, ...]
    meters: tuple[Meter, ...]
    doelen: tuple[Doelstand, ...]
    respons: tuple[Respons, ...]
    landelijk: tuple[Gedeeld, ...]
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
        rondes=tuple(met_gaten((m.ronde for m in rondes), nieuwste.kader)),
        gehouden=frozenset(m.ronde for m in rondes),
        afspraken=tuple(afspraken[n] for n in sorted(afspraken, key=op_nummer)),
        trends={nummer: trend(nummer, rondes) for nummer in sorted(afspraken, key=op_nummer)},
        reeksen=tuple(_reeksen(rondes)),
        meters=look_back(nieuwste, rondes[:-1]).meters,
        doelen=tuple(
            s for standen in hold_targets(nieuwste, rondes[:-1]).values() for s in standen
        ),
        respons=tuple(_respons(rondes)),
        landelijk=tuple(shared_over(rondes)),
        fictief=any(m.fictief for m in rondes),
    )


def _respons(rondes: Sequence[Matrix]) -> Iterator[Respons]:
    """Of every ronde, each partij under one name: what it is called now, and was before."""
    namen = _namen(rondes)
    for matrix in rondes:
        code_van = {p.naam: p.code for p in matrix.kader.partijen}
        for respons in respons_van(matrix):
            yield replace(respons, partij=namen[code_van[respons.partij]])


def _namen(rondes: Sequence[Matrix]) -> dict[str, str]:
    """What each partij (code) is called: `Oostbouw (eerder Noordbouw)`.

    One that took the place of another is one with it; not where two of them were asked in one
    ronde: then each has a name of its own. No two are called alike.
    """
    lijnen = partijlijnen([m.kader for m in rondes])
    gevraagd = [
        {p.code for p in m.kader.partijen if m.kader.vragen_aan(p.code, m.ronde.jaar)}
        for m in rondes
    ]
    namen: dict[str, str] = {}
    for code, lijn in lijnen.items():
        samen = lijn if all(len(lijn & asked) < 2 for asked in gevraagd) else frozenset({code})
        *_, nu = alle = [naam for m in rondes for naam in _genoemd(m, samen)]
        eerder = [naam for naam in dict.fromkeys(alle) if naam != nu]
        naam = f"{nu} (eerder {schrijf_opsomming(eerder)})" if eerder else nu
        dubbel = any(n == naam and c not in samen for c, n in namen.items())
        namen[code] = f"{naam}, {code}" if dubbel else naam
    return namen


def _genoemd(matrix: Matrix, codes: frozenset[str]) -> Iterator[str]:
    """The names of these in a ronde, last of who takes part in it."""
    eigen = [p for p in matrix.kader.partijen if p.code in codes]
    yield from (p.naam for p in sorted(eigen, key=lambda p: p.actief(matrix.ronde.jaar)))


def respons_van(matrix: Matrix) -> Iterator[Respons]:
    """Of each partij that was asked something, what it sent."""
    per_partij = {i.partij: i for i in matrix.inzendingen}
    for partij in matrix.kader.partijen:
        gevraagd = len(matrix.kader.vragen_aan(partij.code, matrix.ronde.jaar))
        if gevraagd:
            inzending = per_partij.get(partij.code)
            # Who agreed to what has changed since has yet to answer.
            compleet = sum(v.compleet for v in matrix.inbreng_van(partij.code).values())
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
        self.indicatoren = {i.code: i for k in kaders for i in k.indicatoren}
        self.vragen = {
            m.code: m for k in kaders for i in sorted(lijn) for m in k.meetwaarden_van(i)
        }
        self.per_meetwaarde = meetwaardelijnen(kaders)

    def figuren(self) -> Iterator[Reeks]:
        """What the matrix reckons from several meetwaarden."""
        nu, voorheen = self._codes(self.lijn)
        over = nu, voorheen, self._indicator(nu)
        for rollen in (SOMROLLEN, DEELROLLEN):
            delen = [m for m in self.vragen.values() if m.rol in rollen]
            if len({self.per_meetwaarde[m.code] for m in delen}) < 2:
                continue
            m, telt_op = delen[-1], rollen is SOMROLLEN and all(m.stroom for m in delen)
            soort, eenheid = (m.soort, m.eenheid) if rollen is SOMROLLEN else (None, "%")
            naam = AANDEEL if rollen is DEELROLLEN else SAMEN
            maat = Maat(naam, soort, eenheid, not telt_op, tuple(delen))
            meting = Meting(maat, self.lijn, self.rondes)
            reeks = Reeks(*over, meting.naam, soort, eenheid, telt_op, ())
            yield self._vul(reeks, partial(self._figuur, meting), optelbaar=rollen is SOMROLLEN)

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
            for rij in self._rijen(matrix)
            for m in matrix.kader.meetwaarden_van(rij.indicator.code)
            if m.code in codes
        ]

    def _figuur(self, meting: Meting, matrix: Matrix) -> list[_Deel]:
        """What the matrix reckoned then, a row each; else what the same parts come to now."""
        gevonden: list[_Deel] = []
        for rij in self._rijen(matrix):
            eigen = replace(matrix, rijen=(rij,))
            waarde = meting.waarde(eigen, van_allen)
            namen = (meting.naam, meting.maat.naam)
            stand = next((s.tekst for s in rij.standen if s.omschrijving in namen), "")
            anders = "–" if waarde is None else meting.maat.zeg(waarde)
            los = [_deel(m, rij) for m, rij in meting.delen(eigen)]
            onbekend = next((tekst for _, tekst, getal in los if getal is None), anders)
            if los or stand:
                gevonden.append((rij.indicator.code, stand or onbekend, waarde))
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
            return Jaarpunt(jaar, ronde, gevraagd=False, tekst=self._niet_geteld(matrix, bron))
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

    def _rijen(self, matrix: Matrix) -> list[Matrixrij]:
        """The rows that count in their year; where there are none, those that came back."""
        rijen = rijen_van(self.lijn, matrix)
        return [r for r in rijen if not matrix.is_doorgeschoven(r)] or rijen

    def _niet_geteld(self, matrix: Matrix | None, bron: _Bron) -> str:
        """What a year says that adds nothing: that it still is done, or what came back."""
        rijen = self._rijen(matrix) if matrix else []
        if not matrix or not rijen:
            return ""
        if not matrix.is_doorgeschoven(rijen[0]):
            return str(matrix.kader.stoplicht.klaar).lower()
        teksten = (tekst for _, tekst, _ in bron(matrix) if tekst != l.NIET_GEVRAAGD)
        return ", ".join((*teksten, l.DOORGESCHOVEN))


def _deel(meetwaarde: Meetwaarde, rij: Matrixrij) -> _Deel:
    tekst = next((s.tekst for s in rij.standen if s.code == meetwaarde.code), "–")
    return meetwaarde.code, tekst, getal_van(meetwaarde, rij.standen)
