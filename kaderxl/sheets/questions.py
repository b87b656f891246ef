"""What one partij is asked in one ronde, row by row, and the version of those questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..core.action_points import Actiepunt
from ..core.identity import Kenmerk, versie_van
from ..core.kader import (
    EERSTE_PAS,
    Afspraak,
    Indicator,
    Kader,
    Meetwaarde,
    Pas,
    Toezegging,
    Verplicht,
)
from ..core.labels import JAARPROGRAMMA, LOPEND, WIJZIGINGEN
from ..core.phrases import (
    actievraag,
    akkoord_vraag,
    beoordeling_vraag,
    bevestiging_vraag,
    doorgeschoven,
    programmacode,
    programmavraag,
    voorstelcode,
    voorstelvraag,
)
from ..core.rounds import Ronde, Vraagt
from ..core.targets import doel_in_woorden
from ..core.voorzetten import in_pas, op_voorzet

KLEUR, AKKOORD = "kleur", "akkoord"
ALLEEN_ANDERS = "(alleen als u iets anders vindt)"


@dataclass(frozen=True, slots=True)
class Vraagregel:
    """A row of the input sheet: an indicator (meetwaarde None), or one of its meetwaarden.

    A `bevestiging` asks only whether an indicator that was done still is. With a `trekker` (its
    name) the row asks whether its voorzet is agreed to, and an own answer only of who does not.
    """

    indicator: Indicator
    meetwaarde: Meetwaarde | None
    thema: str
    afspraak: str
    doel: str
    vraag: str
    bevestiging: bool = False
    trekker: str = ""

    @property
    def code(self) -> str:
        return self.meetwaarde.code if self.meetwaarde else self.indicator.code

    @property
    def verplicht(self) -> bool:
        """Whether the row may not stay empty in every case."""
        return self.meetwaarde is None or self.meetwaarde.verplicht is not Verplicht.NEE

    @property
    def eenheid(self) -> str:
        if self.trekker and not self.meetwaarde:
            return AKKOORD
        return self.meetwaarde.eenheid or str(self.meetwaarde.soort) if self.meetwaarde else KLEUR

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        vraag = self.vraag if self.verplicht else f"{self.vraag} (mag leeg)"
        if self.trekker and self.meetwaarde:
            vraag = f"{self.vraag} {ALLEEN_ANDERS}"
        over = self.code, self.thema, self.afspraak, self.indicator.tekst
        return *over, vraag, self.eenheid, self.doel or "–"


@dataclass(frozen=True, slots=True)
class Programmavraag:
    """A row for the plans with an afspraak in the next year; some rondes ask it."""

    afspraak: Afspraak
    jaar: int
    heet: str = JAARPROGRAMMA

    @property
    def code(self) -> str:
        return programmacode(self.afspraak.nummer)

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        over = self.code, self.afspraak.thema, self.afspraak.titel, f"{self.heet} {self.jaar}"
        return *over, f"{programmavraag(self.jaar)} (mag leeg)", "tekst", "–"

    @property
    def wat(self) -> str:
        """What it is about, in a line: an afspraak and the question."""
        return f"{self.afspraak.titel}, {programmavraag(self.jaar)}"


@dataclass(frozen=True, slots=True)
class Voorstelvraag:
    """A row on which a partij proposes to change the agreement; some rondes have a few.

    Chapter 8, Q4: "het nieuwe jaarprogramma (met eventueel aanvullende of gewijzigde afspraken)".
    """

    nummer: int
    jaar: int

    @property
    def code(self) -> str:
        return voorstelcode(self.nummer)

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        over = self.code, WIJZIGINGEN, f"Uw voorstel {self.nummer}", f"{WIJZIGINGEN} {self.jaar}"
        return *over, f"{voorstelvraag(self.jaar)} (mag leeg)", "tekst", "–"

    @property
    def wat(self) -> str:
        """What it is about, in a line."""
        return f"uw voorstel {self.nummer} voor {self.jaar}"


@dataclass(frozen=True, slots=True)
class Lopendvraag:
    """A row that asks whether a running commitment still runs; some rondes ask it."""

    toezegging: Toezegging

    @property
    def code(self) -> str:
        return self.toezegging.code

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        t, vraag = self.toezegging, f"{LOOPT_VRAAG} (mag leeg)"
        return t.code, t.thema, t.tekst, LOPEND, vraag, "tekst", t.datum or "–"

    @property
    def wat(self) -> str:
        """What it is about, in a line."""
        return f"{LOPEND}: {self.toezegging.tekst}"


LOOPT_VRAAG = (
    "Loopt dit nog? Schrijf bij Toelichting: loopt, gestopt of klaar, en bij gestopt of klaar "
    "waarom"
)


@dataclass(frozen=True, slots=True)
class Actievraag:
    """A row that asks how it stands with what was taken on in a ronde before (chapter 8, Q2)."""

    actiepunt: Actiepunt
    afspraak: Afspraak | None

    @property
    def code(self) -> str:
        return self.actiepunt.code

    @property
    def cellen(self) -> tuple[str, ...]:
        """The cells before the earlier answer, in the order of the columns."""
        thema, titel = (a.thema, a.titel) if (a := self.afspraak) else ("–", "–")
        t = self.actiepunt
        return t.code, thema, titel, t.uit, actievraag(t), "stand", "–"

    @property
    def wat(self) -> str:
        """What it is about, in a line."""
        return actievraag(self.actiepunt)


VOORSTELLEN = 3
"""How many proposals a partij has room for on its sheet."""


Planvraag = Programmavraag | Voorstelvraag | Lopendvraag | Actievraag
"""A row that is answered in one cell of words, in the column for plans and actions."""


@dataclass(frozen=True, eq=False)
class Vragen:
    """The rows asked, each indicator followed by its meetwaarden; the same partijen share them.

    Behind them come what is asked back, the rows of the jaarprogramma, and those for proposals.
    Without slots, and equal to itself alone, so that what is asked often is worked out once.
    """

    regels: tuple[Vraagregel, ...]
    programma: tuple[Planvraag, ...] = ()

    @cached_property
    def versie(self) -> str:
        regels = [
            f"{r.code}|{r.indicator.tekst}|{r.vraag}|{r.eenheid}|{_soort(r)}" for r in self.regels
        ]
        # Room for proposals is no question: it makes no other version of what is asked.
        gevraagd = (Programmavraag, Actievraag)
        plannen = (p.code for p in self.programma if isinstance(p, gevraagd))
        return versie_van("\n".join([*regels, *plannen]))

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
    def programma(self) -> tuple[Planvraag, ...]:
        return self.vragen.programma

    @property
    def indicatoren(self) -> int:
        return sum(regel.meetwaarde is None for regel in self.regels)

    @property
    def akkoorden(self) -> int:
        """Of how many of these it asks whether a voorzet is agreed to."""
        return sum(bool(regel.trekker) and not regel.meetwaarde for regel in self.regels)

    @property
    def alleen_akkoord(self) -> bool:
        """Whether it asks nothing else."""
        return 0 < self.akkoorden == self.indicatoren


@lru_cache(maxsize=1024)
def stel_vragenlijst_op(
    kader: Kader,
    ronde: Ronde,
    partij: str,
    bevestigen: frozenset[str] = frozenset(),
    pas: Pas = EERSTE_PAS,
) -> Vragenlijst:
    """The questions of one pass of a ronde for a partij (code); without rows when there are none.

    Of the indicatoren (codes) in `bevestigen` only a confirmation is asked, and no values.
    """
    gevraagd = in_pas(kader, partij, ronde.jaar, pas)
    codes = tuple(
        (i.code, *(() if i.code in bevestigen else (m.code for m in meetwaarden)))
        for i, meetwaarden in gevraagd
    )
    doelen = tuple(doel_in_woorden(kader, i.code, ronde.jaar, partij) for i, _ in gevraagd)
    programma = _programmavragen(kader, ronde, partij) if pas.eerste else ()
    trekkers = op_voorzet(kader, partij, ronde.jaar)
    akkoord = tuple((c, trekkers.get(c, "")) for c in sorted(pas.akkoord))
    vragen = _vragen(kader, ronde.jaar, codes, doelen, bevestigen, programma, akkoord)
    kenmerk = Kenmerk(kader.instellingen.kenmerk, ronde, partij, vragen.versie)
    return Vragenlijst(kenmerk, vragen)


@lru_cache(maxsize=64)
def _vragen(
    kader: Kader,
    jaar: int,
    codes: tuple[tuple[str, ...], ...],
    doelen: tuple[str, ...],
    bevestigen: frozenset[str],
    programma: tuple[Planvraag, ...],
    akkoord: tuple[tuple[str, str], ...],
) -> Vragen:
    """The rows of these indicatoren, each with its meetwaarden and its targets in words.

    `akkoord` has those that ask whether a voorzet is agreed to, with whose it is (codes).
    """
    namen = {p.code: p.naam for p in kader.partijen}
    trekkers = {code: namen.get(trekker, "een andere partij") for code, trekker in akkoord}
    afspraken = {a.nummer: a for a in kader.afspraken}
    indicatoren = {i.code: i for i in kader.indicatoren}
    meetwaarden = {m.code: m for m in kader.meetwaarden}
    regels: list[Vraagregel] = []
    for (code, *eigen), doel in zip(codes, doelen, strict=True):
        indicator = indicatoren[code]
        afspraak = afspraken[indicator.afspraak]
        bevestiging = code in bevestigen
        over = (afspraak.thema, afspraak.titel)
        vraag = beoordeling_vraag(indicator, jaar)
        if bevestiging:
            vraag = bevestiging_vraag(kader.stoplicht)
        if trekker := trekkers.get(code, ""):
            door = "" if bevestiging else doorgeschoven(indicator, jaar)
            klaar = kader.stoplicht if bevestiging else None
            vraag = akkoord_vraag(f"{trekker}{f' ({door})' if door else ''}", klaar)
        regels.append(Vraagregel(indicator, None, *over, doel, vraag, bevestiging, trekker))
        regels += [
            Vraagregel(indicator, m, *over, "", m.omschrijving, bevestiging, trekker)
            for m in (meetwaarden[c] for c in eigen)
        ]
    return Vragen(tuple(regels), programma)


def _programmavragen(kader: Kader, ronde: Ronde, partij: str) -> tuple[Planvraag, ...]:
    """What a partij (code) took on, and what the ronde asks besides: the afspraken of which it is
    actiehouder next year (chapter 8, Q4), the running commitments it is asked about, and room for
    what it proposes to change, as long as there is a next year."""
    afspraken = {a.nummer: a for a in kader.afspraken}
    eigen = (t for t in kader.actiepunten if partij in t.partijen)
    terug = tuple(Actievraag(t, afspraken.get(t.afspraak)) for t in eigen)
    vraagt, jaar = ronde.fase.vraagt, ronde.jaar + 1
    vragend = kader.toezeggingen if Vraagt.LOPEND in vraagt else ()
    lopend = [Lopendvraag(t) for t in vragend if t.vragen and partij in t.partijen]
    if jaar > kader.looptijd[1]:
        return (*terug, *lopend)
    programma = kader.vragen_aan(partij, jaar) if Vraagt.JAARPROGRAMMA in vraagt else ()
    nummers = {i.afspraak for i, _ in programma}
    heet = kader.instellingen.zeg(JAARPROGRAMMA)
    plannen = (Programmavraag(a, jaar, heet) for a in kader.afspraken if a.nummer in nummers)
    aantal = VOORSTELLEN if Vraagt.WIJZIGINGEN in vraagt else 0
    voorstellen = (Voorstelvraag(n, jaar) for n in range(1, aantal + 1))
    return (*terug, *plannen, *lopend, *voorstellen)


def _soort(regel: Vraagregel) -> str:
    m = regel.meetwaarde
    return f"{m.soort}|{m.verplicht}" if m else ""
