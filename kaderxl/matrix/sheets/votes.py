"""The sheet Besluitvorming: where consensus fails, moderator and votes, counted live.

A hidden column beside the table says how each vote is read; everything else counts those.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core import labels as l
from ...core.kader import Afspraak, Partij
from ...core.outcome import Stemming
from ...template.kinds import JA_NEE
from ...writing.grid import EERSTE, Formule
from .. import voting
from .layout import Vel, leeskolom, stemkolom, telkolom
from .spelling import gelezen_als, stemkeuzes
from .table import voortgang_van

_GEEN_STEM = "–"
_ONBEKEND = "niet herkend"


def schrijf_besluitvorming(vel: Vel) -> None:
    """Where consensus fails: moderator, votes, and what they come to, live."""
    kader, licht = vel.matrix.kader, vel.matrix.kader.stoplicht
    blokken = voting.stemblokken(kader, vel.matrix.ronde.jaar)
    afspraken = enumerate(kader.afspraken, EERSTE)
    vel.schrijf([_Stemrij(vel, blokken, rij).cellen(afspraak) for rij, afspraak in afspraken])
    vel.kies(l.MODERATOR, JA_NEE.keuzes)
    for partij in vel.indeling.partijen:
        vel.kies(stemkolom(partij), stemkeuzes(licht))
        bereik = vel.kleur(stemkolom(partij), licht)
        gelezen = vel.rooster.cel(EERSTE, leeskolom(partij))
        vel.werkboek.waarschuw(vel.blad, bereik, f'={gelezen}="{_ONBEKEND}"')
    for kolom in (l.VOORTGANG, l.UITSLAG):
        vel.kleur(kolom)
    vel.blad.freeze_panes(EERSTE, 2)
    vel.blad.set_paper(8)


class _Stemrij:
    """One row: the votes, how each is read, and the formulas over those."""

    def __init__(self, vel: Vel, blokken: tuple[voting.Blok, ...], rij: int) -> None:
        self.vel, self.blokken, self.rij = vel, blokken, rij
        self.licht = vel.matrix.kader.stoplicht
        self.leescel = {p.code: self._cel(leeskolom(p)) for p in vel.indeling.per_geleding}
        alle = _reeks(list(self.leescel.values()))
        self.niet_gestemd = f'COUNTIF({alle},"{_GEEN_STEM}")'
        self.vreemd = f'COUNTIF({alle},"{_ONBEKEND}")'

    def _cel(self, kolom: str) -> str:
        return self.vel.rooster.cel(self.rij, kolom)

    def cellen(self, afspraak: Afspraak) -> list[object]:
        nummer, stemmingen = afspraak.nummer, self.vel.matrix.vastgelegd.stemmingen
        stemming = stemmingen.get(nummer, Stemming(nummer))
        uitslag = voting.tel(stemming, self.blokken, self.licht)
        return [
            nummer,
            afspraak.titel,
            voortgang_van(self.vel, afspraak),
            stemming.moderator,
            stemming.vanaf,
            *(self._stem(p, stemming) for p in self.vel.indeling.partijen),
            *(Formule(self._telling(o), uitslag.tellingen[o]) for o in self.licht),
            self._gestemd(stemming),
            Formule(self._uitslag(), uitslag.tekst),
            *(self._gelezen(p, stemming) for p in self.vel.indeling.per_geleding),
        ]

    def _stem(self, partij: Partij, stemming: Stemming) -> str:
        """The word from the list where the vote means one, else as it was written."""
        stem = stemming.stemmen.get(partij.code, "")
        return self._lees(stem) or stem

    def _lees(self, stem: str) -> str | None:
        return voting.lees_stem(stem, self.licht)

    def _gelezen(self, partij: Partij, stemming: Stemming) -> Formule:
        stem = self._stem(partij, stemming)
        uitkomst = (self._lees(stem) or _ONBEKEND) if stem else _GEEN_STEM
        cel = self._cel(stemkolom(partij))
        gelezen = gelezen_als(cel, stemkeuzes(self.licht), f'"{_ONBEKEND}"')
        return Formule(f'IF(TRIM({cel})="","{_GEEN_STEM}",{gelezen})', uitkomst)

    def _achter(self, optie: str, blok: voting.Blok) -> str:
        """1 or 0: of a geleding somebody votes for it, and nobody for anything else."""
        cellen = [self.leescel[code] for code in blok.partijen]
        if len(cellen) == 1:
            return f'({cellen[0]}="{optie}")'
        voor, *zonder = (
            f'COUNTIF({_reeks(cellen)},"{woord}")'
            for woord in (optie, voting.ONTHOUDING, _GEEN_STEM, _ONBEKEND)
        )
        return f"({voor}>0)*({'+'.join((voor, *zonder))}={len(cellen)})"

    def _telling(self, optie: str) -> str:
        """The weight behind an option."""
        delen = [f"{self._achter(optie, blok)}*{blok.gewicht:.15G}" for blok in self.blokken]
        som = "+".join(delen) or "0"
        # Tenths do not add up in binary: without this two equal sides could differ.
        heel = all(blok.gewicht.is_integer() for blok in self.blokken)
        return som if heel else f"INT(({som})*{voting.FIJNHEID}+0.5)/{voting.FIJNHEID}"

    def _gestemd(self, stemming: Stemming) -> Formule:
        """`3 van 6`: how many cast a vote, abstention included, and how many are not read."""
        staart = f" van {len(self.leescel)}"
        stemmen = [stem for stem in stemming.stemmen.values() if stem]
        onbekend = sum(self._lees(stem) is None for stem in stemmen)
        return Formule(
            f'({len(self.leescel)}-{self.niet_gestemd})&"{staart}"'
            f'&IF({self.vreemd}>0,", "&{self.vreemd}&" {_ONBEKEND}","")',
            f"{len(stemmen)}{staart}" + (f", {onbekend} {_ONBEKEND}" if onbekend else ""),
        )

    def _uitslag(self) -> str:
        niemand = f"{self.niet_gestemd}={len(self.leescel)}"
        if not self.blokken:
            return f'IF({niemand},"{voting.GEEN_STEMMEN}","{voting.GEEN_GEWICHT}")'
        *begin, laatste = self.licht
        tellingen = f"{self._cel(telkolom(self.licht.kleuren[0]))}:{self._cel(telkolom(laatste))}"
        winnaar = f"MATCH(MAX({tellingen}),{tellingen},0)"
        keuzes = "".join(f'IF({winnaar}={n},"{o}",' for n, o in enumerate(begin, 1))
        keuzes += f'"{laatste}"' + ")" * len(begin)
        return (
            f'IF({niemand},"{voting.GEEN_STEMMEN}",IF({self.vreemd}>0,"{voting.NIET_HERKEND}",'
            f'IF(MAX({tellingen})=0,"{voting.GEEN_STEM_TELT}",'
            f'IF(COUNTIF({tellingen},MAX({tellingen}))>1,"{voting.STAKEN}",{keuzes}))))'
        )


def _reeks(cellen: Sequence[str]) -> str:
    """Cells that stand side by side, as one range."""
    return f"{cellen[0]}:{cellen[-1]}"
