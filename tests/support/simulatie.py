"""Made-up dossiers of six years as honest partijen would fill them in, and errors people make.

Nothing here knows a rule: the numbers are those of small corporaties (all fictief).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from invullen import maak_return, oordeel

from kaderxl.core.answers import Inzending
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.doubts import Ijkpunten
from kaderxl.core.kader import Indicator, Kader, Meetwaarde, Rol
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Bevinding, Ernst, Fase, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.returns.doubts import with_doubts
from kaderxl.returns.judge import validate
from kaderxl.template.kinds import AANTAL, DATUM, JA_NEE, TEKST
from kaderxl.years.reference import reference_values

Invulling = dict[str, dict[str, object]]
GROOTTE = {"DV": 1900, "WB": 800, "WZN": 240, "GEM": 0, "DD": 0, "AHW": 0}
"""Homes, about; the real numbers are not used."""
PER_JAAR = {"DV": 12, "WB": 4, "WZN": 0}


@dataclass(frozen=True)
class Blad:
    """One sheet: who, when, what it says, and what was known before it."""

    kader: Kader
    ronde: Ronde
    partij: str
    antwoorden: Invulling
    eerder: Ijkpunten
    vorig_jaar: Invulling | None

    def gevraagd(self, antwoorden: Invulling) -> list[Bevinding]:
        """What is asked of these answers: every fout and waarschuwing."""
        met = with_doubts(
            [_inzending(self.kader, self.partij, antwoorden, self.ronde)],
            self.kader,
            self.ronde,
            {self.partij: self.eerder},
        )
        return [b for b in met[0].bevindingen if b.ernst is not Ernst.MELDING]


def dossier(kader: Kader, seed: int) -> Iterator[Blad]:
    """Every sheet of six years, twice a year, of six honest partijen."""
    wereld = _Wereld(kader, random.Random(seed))
    eerdere: list[Matrix] = []
    gegeven: dict[tuple[Ronde, str], Invulling] = {}
    van, tm = kader.looptijd
    for jaar in range(van, tm + 1):
        wereld.nieuw_jaar(jaar)
        for fase in HALFJAARLIJKS.fasen:
            ronde = Ronde(jaar, fase)
            bekend = reference_values(kader, ronde, eerdere)
            inzendingen = []
            for partij in kader.partijen:
                antwoorden = wereld.antwoorden(partij.code, ronde)
                gegeven[ronde, partij.code] = antwoorden
                vorig = gegeven.get((Ronde(jaar - 1, fase), partij.code))
                eerder = bekend.get(partij.code, {})
                yield Blad(kader, ronde, partij.code, antwoorden, eerder, vorig)
                inzendingen.append(_inzending(kader, partij.code, antwoorden, ronde))
            eerdere.append(combine(kader, ronde, inzendingen))


def _inzending(kader: Kader, partij: str, gegeven: Invulling, ronde: Ronde) -> Inzending:
    return validate(maak_return(kader, partij, gegeven, ronde), kader, ronde)


class _Wereld:
    """What happens in the municipality, of which each partij tells."""

    def __init__(self, kader: Kader, toeval: random.Random) -> None:
        self.kader, self.toeval = kader, toeval
        self.stand: dict[tuple[str, str], float] = {
            ("", "A01-I2-M1"): 6,
            ("", "A01-I2-M2"): 62,
            ("", "A01-I3-M1"): 56,
            ("", "A01-I3-M2"): 62,
            ("", "A01-I3-M3"): 103,
            ("", "A03-I1-M3"): 14,
            ("", "A03-I1-M4"): 4,
        }
        self.netto = dict.fromkeys(PER_JAAR, 0.0)
        self.dit_jaar: dict[tuple[str, str], int] = {}
        self.klaar: dict[str, int] = {}

    def nieuw_jaar(self, jaar: int) -> None:
        """The plans drift, some of them are built, some milestones are reached."""
        toeval = self.toeval
        for sleutel, waarde in self.stand.items():
            self.stand[sleutel] = max(1, waarde * toeval.uniform(0.8, 1.25))
        self.dit_jaar = {
            (partij, m.code): self._stroom(partij, m)
            for partij in GROOTTE
            for m in self.kader.meetwaarden
            if m.soort is AANTAL and m.stroom
        }
        for indicator in self.kader.indicatoren:
            if jaar in indicator.jaren:
                self.klaar.setdefault(indicator.code, jaar if toeval.random() < 0.6 else 9999)
                if self.klaar[indicator.code] > jaar and toeval.random() < 0.6:
                    self.klaar[indicator.code] = jaar

    def _stroom(self, partij: str, m: Meetwaarde) -> int:
        """Of one year: homes come in projects, most other things in a steady trickle."""
        toeval, grootte = self.toeval, GROOTTE[partij]
        if m.code == "A01-I1-M1":
            project = PER_JAAR.get(partij, 0) * toeval.choice([0, 1, 1, 1, 2])
            return round(project * toeval.uniform(0.8, 1.2))
        if m.rol is Rol.MIN:
            return toeval.choice([0, 0, 1, 2, 3]) if grootte > 500 else 0
        if m.code in ("A07-I1-M1", "A08-I1-M2"):
            deel = 0.03 if m.code == "A07-I1-M1" else 0.01
            return round(grootte * deel * toeval.uniform(0.7, 1.3))
        if m.rol is Rol.NOEMER:
            return toeval.randint(6, 9)
        if m.rol is Rol.TELLER:
            return toeval.randint(3, 6)
        return toeval.randint(1, 5)

    def antwoorden(self, partij: str, ronde: Ronde) -> Invulling:
        gegeven: Invulling = {}
        for indicator, meetwaarden in self.kader.vragen_aan(partij, ronde.jaar):
            is_klaar = self.klaar[indicator.code] == ronde.jaar or indicator.soort == "kwalitatief"
            af = ronde.fase == Fase.EVALUATIE and is_klaar
            gegeven[indicator.code] = self._oordeel(indicator, partij, ronde, af)
            for m in meetwaarden:
                waarde = self._waarde(m, partij, ronde, af)
                if waarde is not None:
                    gegeven[m.code] = {"Waarde": waarde}
        return gegeven

    def _oordeel(
        self, indicator: Indicator, partij: str, ronde: Ronde, af: bool
    ) -> dict[str, object]:
        tekst = f"Fictief: {partij} over {indicator.code} in {ronde}"
        if "mijlpaal" in indicator.soort and ronde.fase == Fase.EVALUATIE:
            return oordeel("Afgerond", None, tekst) if af else oordeel("Oranje", "a", tekst)
        if (
            indicator.code == "A01-I1"
            and partij in self.netto
            and not self._op_koers(partij, ronde)
        ):
            return oordeel("Oranje", "a", tekst)
        if self.toeval.random() < 0.2:
            return oordeel("Oranje", "b", tekst)
        return oordeel("Groen", None, tekst)

    def _op_koers(self, partij: str, ronde: Ronde) -> bool:
        """Who is a little behind still calls it green."""
        delen = {"A01-I1-M1": 1, "A01-I1-M2": -1, "A01-I1-M3": -1}
        nu = sum(self.dit_jaar[partij, code] * teken for code, teken in delen.items())
        totaal = self.netto[partij] + nu
        if ronde.fase == Fase.EVALUATIE:
            self.netto[partij] = totaal
        return totaal >= 0.9 * PER_JAAR[partij] * 0.75 * (ronde.jaar - 2025)

    def _waarde(self, m: Meetwaarde, partij: str, ronde: Ronde, af: bool) -> object:
        toeval = self.toeval
        if m.soort is JA_NEE:
            return "Ja" if af else "Nee"
        if m.soort is DATUM:
            dag = date(ronde.jaar, 1, 15) + timedelta(days=toeval.randint(0, 250))
            return dag if af else None
        if m.soort is TEKST:
            return f"Fictief {toeval.randint(1, 99)} in {ronde.jaar}"
        if m.stroom:
            deel = 1 if ronde.fase == Fase.EVALUATIE else 0.7
            return int(self.dit_jaar[partij, m.code] * deel)
        if ("", m.code) in self.stand:
            # Six partijen tell of the same thing and do not count alike.
            return max(1, round(self.stand["", m.code] * toeval.uniform(0.95, 1.05)))
        bezit = GROOTTE[partij] or 60
        delen = {"A05-I1-M1": 0.7, "A05-I1-M2": 1.0, "A02-I1-M3": 0.1, "A17-I1-M1": 0.35}
        return round(bezit * delen.get(m.code, 0.5) * toeval.uniform(0.98, 1.02))


# What people get wrong

Fout = Callable[[Blad, random.Random], Invulling | None]


def _getallen(blad: Blad, minstens: int = 1) -> list[str]:
    return [
        code
        for code, rij in blad.antwoorden.items()
        if isinstance(w := rij.get("Waarde"), int) and w >= minstens
    ]


def _met(blad: Blad, code: str, waarde: object) -> Invulling:
    return {**blad.antwoorden, code: {"Waarde": waarde}}


def maal_tien(blad: Blad, toeval: random.Random) -> Invulling | None:
    """A nought too many."""
    codes = _getallen(blad)
    if not codes:
        return None
    code = toeval.choice(codes)
    return _met(blad, code, int(str(blad.antwoorden[code]["Waarde"])) * 10)


def verwisseld(blad: Blad, toeval: random.Random) -> Invulling | None:
    """Two numbers of one indicator in each other's cells, that are not about as large."""
    paren = [
        (a, b)
        for a in _getallen(blad, 0)
        for b in _getallen(blad, 0)
        if a < b and a[:6] == b[:6]
        if abs(_getal(blad, a) - _getal(blad, b)) > max(5, 0.3 * _getal(blad, a))
    ]
    if not paren:
        return None
    een, ander = toeval.choice(paren)
    return {
        **blad.antwoorden,
        een: blad.antwoorden[ander],
        ander: blad.antwoorden[een],
    }


def _getal(blad: Blad, code: str) -> int:
    return int(str(blad.antwoorden[code]["Waarde"]))


def eenheid(blad: Blad, toeval: random.Random) -> Invulling | None:
    """Hundreds, thousands or a percentage where a number of things is asked."""
    codes = _getallen(blad, 3)
    if not codes:
        return None
    code = toeval.choice(codes)
    getal, deel = _getal(blad, code), toeval.choice([100, 1000, 0.01])
    return _met(blad, code, getal * deel if deel > 1 else getal / 100)


def kopie(blad: Blad, toeval: random.Random) -> Invulling | None:
    """The sheet of last year once more."""
    if blad.vorig_jaar is None:
        return None
    nog = {c: rij for c, rij in blad.vorig_jaar.items() if c in blad.antwoorden}
    return {**{c: {} for c in blad.antwoorden}, **nog} if nog else None


def kleur(blad: Blad, toeval: random.Random) -> Invulling | None:
    """Done, or going well, beside a fact that says otherwise."""
    gevallen: list[Invulling] = []
    for indicator, meetwaarden in blad.kader.vragen_aan(blad.partij, blad.ronde.jaar):
        for m in meetwaarden:
            if m.soort is JA_NEE and "mijlpaal" in indicator.soort:
                erbij: Invulling = {
                    c: {} for c in (n.code for n in meetwaarden if n.soort is DATUM)
                }
                nee: Invulling = {**blad.antwoorden, **erbij, m.code: {"Waarde": "Nee"}}
                klaar: Invulling = {indicator.code: oordeel("Afgerond", None, "Fictief")}
                gevallen.append({**nee, **klaar})
        evaluatie = blad.ronde.fase == Fase.EVALUATIE
        bouwt = indicator.code == "A01-I1" and blad.partij in ("DV", "WB")
        if evaluatie and bouwt and sum(_netto(blad)) < 3:
            weinig: Invulling = {m.code: {"Waarde": 0} for m in meetwaarden}
            groen: Invulling = {indicator.code: oordeel("Groen", None, "Fictief")}
            gevallen.append({**blad.antwoorden, **weinig, **groen})
    return toeval.choice(gevallen) if gevallen else None


def _netto(blad: Blad) -> list[float]:
    return [p.waarde for p in blad.eerder.get("A01-I1", ()) if isinstance(p.waarde, (int, float))]


FOUTEN: Mapping[str, Fout] = {
    "×10": maal_tien,
    "verwisseld": verwisseld,
    "eenheid": eenheid,
    "kopie van vorig jaar": kopie,
    "kleur tegen feiten": kleur,
}


@dataclass(frozen=True)
class Score:
    """Of honest sheets the needless questions; by error how many were seeded and how many seen."""

    bladen: int
    nodeloos: int
    gezaaid: Mapping[str, int]
    gezien: Mapping[str, int]

    @property
    def deel(self) -> float:
        return sum(self.gezien.values()) / sum(self.gezaaid.values())

    @property
    def per_blad(self) -> float:
        return self.nodeloos / self.bladen

    def __str__(self) -> str:
        soorten = ", ".join(f"{s} {self.gezien[s]} of {n}" for s, n in self.gezaaid.items())
        return (
            f"{self.bladen} sheets: {self.deel:.1%} of the errors asked about ({soorten}); "
            f"{self.per_blad:.2f} needless questions a sheet"
        )


def meet(bladen: Iterable[Blad], seed: int) -> Score:
    """Each honest sheet looked at, and the same with one error in it."""
    toeval, aantal, nodeloos = random.Random(seed), 0, 0
    gezaaid, gezien = dict.fromkeys(FOUTEN, 0), dict.fromkeys(FOUTEN, 0)
    for blad in bladen:
        eerlijk = {(b.code, b.plek, b.tekst) for b in blad.gevraagd(blad.antwoorden)}
        aantal, nodeloos = aantal + 1, nodeloos + len(eerlijk)
        for soort in toeval.sample([*FOUTEN], len(FOUTEN)):
            fout = FOUTEN[soort](blad, toeval)
            if fout is not None and fout != blad.antwoorden:
                gevraagd = {(b.code, b.plek, b.tekst) for b in blad.gevraagd(fout)}
                gezaaid[soort] += 1
                gezien[soort] += bool(gevraagd - eerlijk)
                break
    return Score(aantal, nodeloos, gezaaid, gezien)
