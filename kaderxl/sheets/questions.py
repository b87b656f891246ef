"""What one partij is asked in one ronde, row by row, and the version of those questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..core.identity import Kenmerk, versie_van
from ..core.kader import Afspraak, Indicator, Kader, Meetwaarde, Verplicht
from ..core.labels import BEOORDELING_VRAAG, JAARPROGRAMMA
from ..core.phrases import bevestiging_vraag, doel_in_woorden, programmacode, programmavraag
from ..core.rounds import Fase, Ronde


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """A row of the input sheet: an indicator (meetwaarde None), or one of its meetwaarden.

    A `bevestiging` asks only whether an indicator that was done still is.
    """

    indicator: Indicator
    meetwaarde: Meetwaarde | None
    thema: str
    afspraak: str
    doel: str
    vraag: str
    bevestiging: bool = False

    @property
    def code(self) -> str:
        return self.meetwaarde.code if self.meetwaarde else self.indicator.code

    @property
    def verplicht(self) -> bool:
        """Whether the row may not stay empty in every case."""
        return self.meetwaarde is None or self.meetwaarde.verplicht is not Verplicht.NEE

    @property
    def eenheid(self) -> str:
        return self.meetwaarde.eenheid or str(self.meetwaarde.soort) if self.meetwaarde else "kleur"

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        vraag = self.vraag if self.verplicht else f"{self.vraag} (mag leeg)"
        over = self.code, self.thema, self.afspraak, self.indicator.tekst
        return *over, vraag, self.eenheid, self.doel or "–"


@dataclass(frozen=True, slots=True)
class Programmavraag:
    """A row for the plans with an afspraak in the next year; asked in a tussenstand."""

    afspraak: Afspraak
    jaar: int

    @property
    def code(self) -> str:
        return programmacode(self.afspraak.nummer)

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        over = self.code, self.afspraak.thema, self.afspraak.titel, f"{JAARPROGRAMMA} {self.jaar}"
        return *over, f"{programmavraag(self.jaar)} (mag leeg)", "tekst", "–"


@dataclass(frozen=True, eq=False)
class Vragen:
    """The rows asked, each indicator followed by its meetwaarden; the same partijen share them.

    Behind them come the rows of the jaarprogramma. Without slots, and equal to itself alone, so
    that what is asked often is worked out once.
    """

    regels: tuple[Vraagregel, ...]
    programma: tuple[Programmavraag, ...] = ()

    @cached_property
    def versie(self) -> str:
        regels = [
            f"{r.code}|{r.indicator.tekst}|{r.vraag}|{r.eenheid}|{_soort(r)}" for r in self.regels
        ]
        return versie_van("\n".join([*regels, *(p.code for p in self.programma)]))

    @cached_property
    def op_code(self) -> dict[str, Vraagregel]:
        return {regel.code: regel for regel in self.regels}


@dataclass(frozen=True, slots=True)
class Vragenlijst:
    """What a partij (code in the kenmerk) is asked in a ronde."""

    kenmerk: Kenmerk
    vragen: Vragen

    @property
    def regels(self) -> tuple[Vraagregel, ...]:
        return self.vragen.regels

    @property
    def programma(self) -> tuple[Programmavraag, ...]:
        return self.vragen.programma

    @property
    def indicatoren(self) -> int:
        return sum(regel.meetwaarde is None for regel in self.regels)


@lru_cache(maxsize=1024)
def stel_vragenlijst_op(
    kader: Kader, ronde: Ronde, partij: str, bevestigen: frozenset[str] = frozenset()
) -> Vragenlijst:
    """The questions of a ronde for a partij (code); without rows when nothing is asked.

    Of the indicatoren (codes) in `bevestigen` only a confirmation is asked, and no values.
    """
    gevraagd = kader.vragen_aan(partij, ronde.jaar)
    codes = tuple(
        (i.code, *(() if i.code in bevestigen else (m.code for m in meetwaarden)))
        for i, meetwaarden in gevraagd
    )
    doelen = tuple(doel_in_woorden(kader, i.code, ronde.jaar, partij) for i, _ in gevraagd)
    vragen = _vragen(kader, codes, doelen, bevestigen, _programmavragen(kader, ronde, partij))
    kenmerk = Kenmerk(kader.instellingen.kenmerk, ronde, partij, vragen.versie)
    return Vragenlijst(kenmerk, vragen)


@lru_cache(maxsize=64)
def _vragen(
    kader: Kader,
    codes: tuple[tuple[str, ...], ...],
    doelen: tuple[str, ...],
    bevestigen: frozenset[str],
    programma: tuple[Programmavraag, ...],
) -> Vragen:
    """The rows of these indicatoren, each with its meetwaarden and its targets in words."""
    afspraken = {a.nummer: a for a in kader.afspraken}
    indicatoren = {i.code: i for i in kader.indicatoren}
    meetwaarden = {m.code: m for m in kader.meetwaarden}
    regels: list[Vraagregel] = []
    for (code, *eigen), doel in zip(codes, doelen, strict=True):
        indicator = indicatoren[code]
        afspraak = afspraken[indicator.afspraak]
        bevestiging = code in bevestigen
        over = (afspraak.thema, afspraak.titel)
        vraag = bevestiging_vraag(kader.stoplicht) if bevestiging else BEOORDELING_VRAAG
        regels.append(Vraagregel(indicator, None, *over, doel, vraag, bevestiging))
        regels += [
            Vraagregel(indicator, m, *over, "", m.omschrijving, bevestiging)
            for m in (meetwaarden[c] for c in eigen)
        ]
    return Vragen(tuple(regels), programma)


def _programmavragen(kader: Kader, ronde: Ronde, partij: str) -> tuple[Programmavraag, ...]:
    """The afspraken of which a partij (code) is actiehouder next year (chapter 8, Q4)."""
    if ronde.fase is not Fase.TUSSENSTAND:
        return ()
    jaar = ronde.jaar + 1
    nummers = {i.afspraak for i, _ in kader.vragen_aan(partij, jaar)}
    return tuple(Programmavraag(a, jaar) for a in kader.afspraken if a.nummer in nummers)


def _soort(regel: Vraagregel) -> str:
    m = regel.meetwaarde
    return f"{m.soort}|{m.verplicht}" if m else ""
