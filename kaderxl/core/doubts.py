"""Pure: what would make each answer of a partij doubtful, and whether it is so.

A rule becomes a Twijfel once the rondes before and the targets have given it its numbers. Then the
sheet has it as a formula and the judge reckons it, from the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .kader import Doel, Indicator, Kader, Meetwaarde, Rol, regels_per_meetwaarde
from .rounds import Ronde
from .rules import Controleregel, Regelsoort
from .values import DAG_NUL, Waarde, celgetal

BEVESTIGD, NIET_BEVESTIGD = "klopt", "klopt niet"
"""How a partij says in its toelichting that a doubtful answer is right: `klopt, want …`."""


class Ijkpunt(NamedTuple):
    """An answer of before, and the ronde it was given in."""

    ronde: Ronde
    waarde: Waarde


Ijkpunten = Mapping[str, tuple[Ijkpunt, ...]]
"""By code the answers of one partij before, newest first: the last one, and all of the year before.

Under the code of an indicator stands what it has come to netto by the end of the year before.
"""


@dataclass(frozen=True, slots=True)
class Invoer:
    """Answers as they are looked at: numbers (a day is its number), texts, what is nee, colours."""

    getallen: Mapping[str, float] = field(default_factory=dict)
    teksten: Mapping[str, str] = field(default_factory=dict)
    nee: frozenset[str] = frozenset()
    kleuren: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Buiten:
    """A number outside bounds, or exactly one of those that it would hardly be again."""

    code: str
    vraag: str
    hoog: float | None = None
    laag: float | None = None
    gelijk: tuple[float, ...] = ()

    def is_zo(self, invoer: Invoer) -> bool:
        getal = invoer.getallen.get(self.code)
        if getal is None:
            return False
        te_hoog = self.hoog is not None and getal > self.hoog
        return te_hoog or (self.laag is not None and getal < self.laag) or getal in self.gelijk


@dataclass(frozen=True, slots=True)
class Zelfde:
    """A text (`effen`) that is one of those of before."""

    code: str
    vraag: str
    teksten: tuple[str, ...]

    def is_zo(self, invoer: Invoer) -> bool:
        return invoer.teksten.get(self.code) in self.teksten


@dataclass(frozen=True, slots=True)
class Meer:
    """A part that is more than its whole (code)."""

    code: str
    vraag: str
    dan: str

    def is_zo(self, invoer: Invoer) -> bool:
        deel, geheel = invoer.getallen.get(self.code), invoer.getallen.get(self.dan)
        return deel is not None and geheel is not None and deel > geheel


@dataclass(frozen=True, slots=True)
class Gekruist:
    """Two numbers that lie `factor` times nearer to what the other was before."""

    code: str
    vraag: str
    ander: str
    was: float
    ander_was: float
    factor: float
    pas_boven: float

    def is_zo(self, invoer: Invoer) -> bool:
        een, ander = invoer.getallen.get(self.code), invoer.getallen.get(self.ander)
        if een is None or ander is None:
            return False
        recht = abs(een - self.was) + abs(ander - self.ander_was)
        kruis = abs(een - self.ander_was) + abs(ander - self.was)
        return recht > self.pas_boven and kruis * self.factor < recht


@dataclass(frozen=True, slots=True)
class NeeBij:
    """A nee beside a colour that says otherwise."""

    code: str
    vraag: str
    indicator: str
    kleuren: tuple[str, ...]

    def is_zo(self, invoer: Invoer) -> bool:
        return self.code in invoer.nee and invoer.kleuren.get(self.indicator) in self.kleuren


@dataclass(frozen=True, slots=True)
class Achter:
    """A good colour beside a netto that, with what there was (`begin`), stays below `minstens`."""

    code: str
    vraag: str
    indicator: str
    kleuren: tuple[str, ...]
    begin: float
    minstens: float
    erbij: tuple[str, ...]
    eraf: tuple[str, ...]

    def is_zo(self, invoer: Invoer) -> bool:
        getallen = invoer.getallen
        if not all(code in getallen for code in (*self.erbij, *self.eraf)):
            return False
        netto = self.begin + sum(getallen[c] for c in self.erbij)
        netto -= sum(getallen[c] for c in self.eraf)
        return invoer.kleuren.get(self.indicator) in self.kleuren and netto < self.minstens


def effen(tekst: str) -> str:
    """A text as a formula compares it after TRIM: of all white space it folds the plain space."""
    return " ".join(filter(None, tekst.lower().split(" ")))


def is_bevestigd(toelichting: str) -> bool:
    """Whether a toelichting says that it is right, as the column Controle reads it."""
    tekst = effen(toelichting)
    return BEVESTIGD in tekst and NIET_BEVESTIGD not in tekst


def ernaast(twijfel: Twijfel) -> str:
    """The code of the one answer that it is laid beside, "" when there is none."""
    match twijfel:
        case Meer():
            return twijfel.dan
        case Gekruist():
            return twijfel.ander
        case NeeBij() | Achter():
            return twijfel.indicator
        case _:
            return ""


Twijfel = Buiten | Zelfde | Meer | Gekruist | NeeBij | Achter


def find_twijfels(
    kader: Kader, ronde: Ronde, partij: str, eerder: Ijkpunten
) -> dict[str, tuple[Twijfel, ...]]:
    """What would make each answer of a partij (code) doubtful, by the code of its meetwaarde."""
    gevraagd = kader.vragen_aan(partij, ronde.jaar) if kader.regels else ()
    alles = {m.code for _, meetwaarden in gevraagd for m in meetwaarden}
    blik = _Blik(kader, ronde, partij, eerder, frozenset(alles))
    per_code = {m.code: tuple(blik.over(i, m)) for i, meetwaarden in gevraagd for m in meetwaarden}
    return {code: twijfels for code, twijfels in per_code.items() if twijfels}


@dataclass(frozen=True, slots=True)
class _Blik:
    """What the rules see of one partij in one ronde; `gevraagd` is all that it is asked."""

    kader: Kader
    ronde: Ronde
    partij: str
    eerder: Ijkpunten
    gevraagd: frozenset[str]

    def over(self, indicator: Indicator, meetwaarde: Meetwaarde) -> Iterator[Twijfel]:
        for regel in regels_per_meetwaarde(self.kader)[meetwaarde.code]:
            twijfel = self._een(regel, indicator, meetwaarde)
            if twijfel is not None:
                yield twijfel

    def _een(self, regel: Controleregel, i: Indicator, m: Meetwaarde) -> Twijfel | None:
        soort = Regelsoort
        match regel.soort:
            case soort.SPRONG:
                return self._sprong(regel, m)
            case soort.DAALT:
                vorig = self._vorig(m.code, dit_jaar=True)
                return None if vorig is None else Buiten(m.code, regel.vraag, laag=vorig)
            case soort.HETZELFDE:
                return self._hetzelfde(regel, m)
            case soort.HOOGSTENS:
                return Buiten(m.code, regel.vraag, hoog=regel.factor)
            case soort.DEEL_VAN:
                kan = regel.met in self.gevraagd
                return Meer(m.code, regel.vraag, regel.met) if kan else None
            case soort.VERWISSELD:
                return self._gekruist(regel, m)
            case soort.ANDER_JAAR:
                eerste = (self.ronde.peildatum.replace(month=1, day=1) - DAG_NUL).days
                laatste = (self.ronde.peildatum.replace(month=12, day=31) - DAG_NUL).days
                return Buiten(m.code, regel.vraag, hoog=laatste + 0.9999, laag=eerste)
            case soort.KLAAR_EN_NEE:
                klaar = str(self.kader.stoplicht.klaar)
                return NeeBij(m.code, regel.vraag, i.code, (klaar,))
            case soort.TE_LAAT:
                laat = self._is_laat(i)
                return NeeBij(m.code, regel.vraag, i.code, self._goed()) if laat else None
            case soort.ONDER_HET_PAD:
                return self._achter(regel, i, m)
        return None  # what everybody says is seen once all have answered

    def _vorig(self, code: str, dit_jaar: bool = False) -> float | None:
        """The last number before, or only where that is of this year."""
        punten = self.eerder.get(code, ())[:1]
        return next(
            (celgetal(p.waarde) for p in punten if p.ronde.jaar == self.ronde.jaar or not dit_jaar),
            None,
        )

    def _hetzelfde(self, regel: Controleregel, m: Meetwaarde) -> Twijfel | None:
        """What was answered in a year before, in either ronde: a sheet of then may come back."""
        toen = [p.waarde for p in self.eerder.get(m.code, ()) if p.ronde.jaar < self.ronde.jaar]
        teksten = tuple(effen(w) for w in toen if isinstance(w, str))
        getallen = (celgetal(w) for w in toen)
        veel = tuple(g for g in getallen if g is not None and g > regel.pas_boven)
        if teksten:
            return Zelfde(m.code, regel.vraag, teksten)
        return Buiten(m.code, regel.vraag, gelijk=veel) if veel else None

    def _sprong(self, regel: Controleregel, m: Meetwaarde) -> Twijfel | None:
        """Of what is counted anew each year a little is no wonder; of a stand it is."""
        vorig = self._vorig(m.code)
        if vorig is None:
            return None
        hoog = max(vorig * regel.factor, regel.pas_boven)
        daalt = not m.stroom and vorig > regel.pas_boven
        return Buiten(m.code, regel.vraag, hoog, vorig / regel.factor if daalt else None)

    def _gekruist(self, regel: Controleregel, m: Meetwaarde) -> Twijfel | None:
        was, ander = self._vorig(m.code), self._vorig(regel.met)
        if was is None or ander is None or was == ander or regel.met not in self.gevraagd:
            return None
        velden = was, ander, regel.factor, regel.pas_boven
        return Gekruist(m.code, regel.vraag, regel.met, *velden)

    def _is_laat(self, indicator: Indicator) -> bool:
        """Whether the evaluatie is that of the year in which it had to be done, or later."""
        if not self.ronde.fase.is_heel:
            return False
        doelen = self.kader.doelen_van.get(indicator.code, ())
        klaar_in = min((d.tm_jaar for d in doelen), default=max(indicator.jaren))
        return indicator.is_jaarlijks or self.ronde.jaar >= klaar_in

    def _goed(self) -> tuple[str, ...]:
        """The colours that say that it goes as agreed."""
        return tuple(str(b) for b in self.kader.stoplicht.voortgang if not b.vraagt_reden)

    def _achter(self, regel: Controleregel, i: Indicator, m: Meetwaarde) -> Twijfel | None:
        """The straight line from nought at the start to the partij's own target."""
        eigen = [m for m in self.kader.meetwaarden_van(i.code) if m.code in self.gevraagd]
        erbij, eraf = (tuple(m.code for m in eigen if m.rol is r) for r in (Rol.PLUS, Rol.MIN))
        doel = self._eigen_doel(i)
        van, jaar = self.kader.looptijd[0], self.ronde.jaar
        begin = 0 if jaar == van else self._vorig(i.code)
        if doel is None or begin is None or not self.ronde.fase.is_heel:
            return None
        if not erbij or erbij[0] != m.code:
            return None
        deel = (jaar - van + 1) / (doel.tm_jaar - van + 1)
        minstens = (doel.minimum or 0) * deel * regel.factor
        over = m.code, regel.vraag, i.code, self._goed()
        return Achter(*over, begin, minstens, erbij, eraf)

    def _eigen_doel(self, indicator: Indicator) -> Doel | None:
        doelen: Sequence[Doel] = [
            d
            for d in self.kader.doelen_van.get(indicator.code, ())
            if d.partij == self.partij
            and d.minimum is not None
            and not (d.per_jaar or d.meetwaarde)
            and d.tm_jaar >= self.ronde.jaar
        ]
        return min(doelen, key=lambda d: d.tm_jaar, default=None)
