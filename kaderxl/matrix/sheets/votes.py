"""The sheets Besluitvorming and Stemmingen: where consensus fails, votes, counted live.

A hidden column beside the table says how each vote is read; everything else counts those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...core import labels as l
from ...core.kader import Afspraak, Partij
from ...core.outcome import Stemming
from ...core.proposals import OPTIES, Stempunt
from ...template.kinds import JA_NEE
from ...writing.grid import EERSTE, Formule, zoom_voor
from .. import voting
from .layout import BREEDTE_UITSLAG, Vel, leeskolom, stemkolom, stempuntcodes, telkolom
from .spelling import gelezen_als, stemkeuzes
from .table import voortgang_van

_GEEN_STEM = "–"
_ONBEKEND = "niet herkend"
_UITSLAGEN = tuple(
    (uitslag, BREEDTE_UITSLAG)
    for uitslag in (voting.NIET_HERKEND, voting.STAKEN, voting.GEEN_STEM_TELT)
)
"""What may come to stand in a row once there are votes."""


def schrijf_besluitvorming(vel: Vel) -> None:
    """Where consensus fails: moderator, votes, and what they come to, live."""
    kader, licht = vel.matrix.kader, vel.matrix.kader.stoplicht
    blokken = voting.stemblokken(kader, vel.matrix.ronde.jaar)
    afspraken = enumerate(kader.afspraken, EERSTE)
    rijen = [_over_afspraak(vel, blokken, rij, afspraak) for rij, afspraak in afspraken]
    vel.schrijf(rijen, kan=_UITSLAGEN)
    if vel.indeling.regels.begeleider:
        vel.kies(vel.indeling.regels.kop_ingehuurd, JA_NEE.keuzes)
    _maak_stemcellen(vel, stemkeuzes(licht))
    for partij in vel.indeling.partijen:
        vel.kleur(stemkolom(partij), licht)
    for kolom in (l.VOORTGANG, l.UITSLAG):
        vel.kleur(kolom)
    vel.blad.freeze_panes(EERSTE, 2)
    vel.blad.set_paper(8)


def schrijf_stemmingen(vel: Vel) -> None:
    """A vote about anything: question and options typed by the meeting, counted alike."""
    blokken = voting.stemblokken(vel.matrix.kader, vel.matrix.ronde.jaar)
    punten = vel.matrix.vastgelegd.stempunten
    codes = enumerate(stempuntcodes(vel.matrix), EERSTE)
    rijen = [_over_punt(vel, blokken, r, punten.get(c, Stempunt(c))) for r, c in codes]
    vel.schrijf(rijen, kan=_UITSLAGEN)
    _maak_stemcellen(vel, (*OPTIES, voting.ONTHOUDING))
    vel.blad.freeze_panes(EERSTE, 2)
    # The question, the options and the votes; what they come to is scrolled to.
    vel.blad.set_zoom(zoom_voor(vel.rooster.breedtes(telkolom(OPTIES[0]))))
    vel.druk_breed_af(tot=1)


def _maak_stemcellen(vel: Vel, keuzes: Sequence[str]) -> None:
    """The choices of a vote, and a mark on one that is not read."""
    for partij in vel.indeling.partijen:
        vel.kies(stemkolom(partij), keuzes)
        bereik = vel.rooster.bereik(stemkolom(partij), met_blad=False)
        gelezen = vel.rooster.cel(EERSTE, leeskolom(partij))
        vel.werkboek.waarschuw(vel.blad, bereik, f'={gelezen}="{_ONBEKEND}"')


def _over_afspraak(
    vel: Vel, blokken: tuple[voting.Blok, ...], rij: int, afspraak: Afspraak
) -> list[object]:
    licht, nummer = vel.matrix.kader.stoplicht, afspraak.nummer
    stemming = vel.matrix.vastgelegd.stemmingen.get(nummer, Stemming(nummer))
    geteld = _Stemrij(
        vel,
        blokken,
        rij,
        stemming.stemmen,
        licht.kleuren,
        voting.tel(stemming, blokken, licht),
        lambda stem: voting.lees_stem(stem, licht),
        lambda cel: gelezen_als(cel, stemkeuzes(licht), f'"{_ONBEKEND}"'),
        lambda keuze: f'"{keuze}"',
    )
    return [
        nummer,
        afspraak.titel,
        voortgang_van(vel, afspraak),
        *_begeleider(vel, stemming.moderator),
        stemming.vanaf,
        *geteld.cellen(),
        *geteld.gelezen(),
    ]


def _begeleider(vel: Vel, waarde: str) -> list[str]:
    """The cell of who leads the talk, where there is a column for it."""
    return [waarde] if vel.indeling.regels.begeleider else []


def _over_punt(
    vel: Vel, blokken: tuple[voting.Blok, ...], rij: int, punt: Stempunt
) -> list[object]:
    optiecel = {letter: vel.rooster.cel(rij, l.OPTIE.format(letter)) for letter in OPTIES}

    def gelezen_als_optie(cel: str) -> str:
        formule = f'IF(TRIM({cel})="{voting.ONTHOUDING}","{voting.ONTHOUDING}",'
        for letter, optie in optiecel.items():
            zelfde = f'OR(TRIM({cel})="{letter}",TRIM({cel})=TRIM({optie}))'
            formule += f'IF((TRIM({optie})<>"")*{zelfde},"{letter}",'
        return f'{formule}"{_ONBEKEND}"' + ")" * (len(optiecel) + 1)

    geteld = _Stemrij(
        vel,
        blokken,
        rij,
        punt.stemmen,
        OPTIES,
        voting.tel_opties(punt, blokken),
        lambda stem: voting.lees_optie(stem, punt.opties),
        gelezen_als_optie,
        lambda letter: f'"{letter} – "&TRIM({optiecel[letter]})',
    )
    opties = (punt.optie_a, punt.optie_b, punt.optie_c, punt.optie_d)
    return [
        punt.code,
        punt.vraag,
        *opties,
        *_begeleider(vel, punt.moderator),
        punt.tot,
        *geteld.cellen(),
        punt.uitkomst,
        punt.datum,
        *geteld.gelezen(),
    ]


@dataclass(frozen=True)
class _Stemrij:
    """One row: the votes, how each is read (`lees`, and `formule` of its cell), and the formulas
    that count those for each of `keuzes`; `winnaar` is what one that wins is called."""

    vel: Vel
    blokken: tuple[voting.Blok, ...]
    rij: int
    stemmen: Mapping[str, str]
    keuzes: Sequence[str]
    uitslag: voting.Uitslag
    lees: Callable[[str], str | None]
    formule: Callable[[str], str]
    winnaar: Callable[[str], str]

    @cached_property
    def leescel(self) -> Mapping[str, str]:
        return {p.code: self._cel(leeskolom(p)) for p in self.vel.indeling.per_geleding}

    def _geteld(self, woord: str) -> str:
        """How many votes are read as a word."""
        return f'COUNTIF({_reeks([*self.leescel.values()])},"{woord}")'

    def _cel(self, kolom: str) -> str:
        return self.vel.rooster.cel(self.rij, kolom)

    def cellen(self) -> list[object]:
        """The votes, what each option got, how many voted, and what it comes to."""
        return [
            *(self._stem(p) for p in self.vel.indeling.partijen),
            *(Formule(self._telling(o), self.uitslag.tellingen[o]) for o in self.keuzes),
            self._gestemd(),
            Formule(self._uitslag(), self.uitslag.tekst),
        ]

    def gelezen(self) -> list[object]:
        return [self._gelezen(p) for p in self.vel.indeling.per_geleding]

    def _stem(self, partij: Partij) -> str:
        """The word from the list where the vote means one, else as it was written."""
        stem = self.stemmen.get(partij.code, "")
        return self.lees(stem) or stem

    def _gelezen(self, partij: Partij) -> Formule:
        stem = self._stem(partij)
        uitkomst = (self.lees(stem) or _ONBEKEND) if stem else _GEEN_STEM
        cel = self._cel(stemkolom(partij))
        return Formule(f'IF(TRIM({cel})="","{_GEEN_STEM}",{self.formule(cel)})', uitkomst)

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

    def _gestemd(self) -> Formule:
        """`3 van 6`: how many cast a vote, abstention included, and how many are not read."""
        staart = f" van {len(self.leescel)}"
        stemmen = [stem for stem in self.stemmen.values() if stem]
        onbekend, vreemd = sum(self.lees(s) is None for s in stemmen), self._geteld(_ONBEKEND)
        return Formule(
            f'({len(self.leescel)}-{self._geteld(_GEEN_STEM)})&"{staart}"'
            f'&IF({vreemd}>0,", "&{vreemd}&" {_ONBEKEND}","")',
            f"{len(stemmen)}{staart}" + (f", {onbekend} {_ONBEKEND}" if onbekend else ""),
        )

    def _uitslag(self) -> str:
        niemand = f"{self._geteld(_GEEN_STEM)}={len(self.leescel)}"
        if not self.blokken:
            return f'IF({niemand},"{voting.GEEN_STEMMEN}","{voting.GEEN_GEWICHT}")'
        *begin, laatste = self.keuzes
        tellingen = f"{self._cel(telkolom(self.keuzes[0]))}:{self._cel(telkolom(laatste))}"
        winnaar = f"MATCH(MAX({tellingen}),{tellingen},0)"
        keuzes = "".join(f"IF({winnaar}={n},{self.winnaar(o)}," for n, o in enumerate(begin, 1))
        keuzes += self.winnaar(laatste) + ")" * len(begin)
        return (
            f'IF({niemand},"{voting.GEEN_STEMMEN}",'
            f'IF({self._geteld(_ONBEKEND)}>0,"{voting.NIET_HERKEND}",'
            f'IF(MAX({tellingen})=0,"{voting.GEEN_STEM_TELT}",'
            f'IF(COUNTIF({tellingen},MAX({tellingen}))>1,"{voting.STAKEN}",{keuzes}))))'
        )


def _reeks(cellen: Sequence[str]) -> str:
    """Cells that stand side by side, as one range."""
    return f"{cellen[0]}:{cellen[-1]}"
