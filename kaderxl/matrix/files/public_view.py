"""What of a matrix is public: what the BO set, and totals of all partijen together.

The publication is made of this and of nothing else, so that no voorstel, no answer of one partij
and no toelichting can reach it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ...core import catalogue, labels as l, phrases as say
from ...core.colour import Beoordeling
from ...core.cycle import Cyclus
from ...core.findings import NietUitgevoerd
from ...core.kader import Afspraak, Doel, Kader
from ...core.notation import lees_dag, met_eenheid
from ...core.numbering import Nummer, op_nummer
from ...core.outcome import Besluit, Matrix, Matrixrij, Meter, Trend
from ...core.own_names import ONZE_NAMEN, EigenNamen
from ...core.rounds import Bevinding, Plek, Ronde, Vraagt
from ...core.targets import (
    AANDEEL,
    DEELROLLEN,
    NETTO,
    SAMEN,
    SOMROLLEN,
    Doelstand,
    Maat,
    maat_van,
)
from ...core.traffic_light import Stoplicht
from ...years.shared import Gedeeld, shared_in
from ...years.trends import jaren_op_rij, op_rij
from ..proposed import in_sentences
from ..voting import besloten_in_woorden, stemblokken, tel_opties
from ..words import doelen_van, reden_in_woorden

NOG_GEEN_BESLUIT = "Nog geen besluit"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure of all partijen together: `Aantal opgeleverde woningen, netto`, 12, woningen."""

    code: str
    naam: str
    tekst: str
    waarde: int | float
    eenheid: str


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What the BO set for an afspraak; `kleur` is None as long as there is no besluit.

    `verloop` has a word for each ronde, oldest first, "" for a ronde without besluit, and of a year
    in which nothing was asked that; this ronde is the last. `actief` tells whether the afspraak has
    an indicator in the year of the ronde.
    """

    afspraak: Afspraak
    actief: bool
    kleur: Beoordeling | None
    reden: str
    datum: date | None
    cijfers: tuple[Cijfer, ...]
    doelen: tuple[Doelstand, ...]
    verloop: tuple[tuple[Ronde, str], ...]
    reeks: str
    doorgeschoven: tuple[str, ...] = ()

    @property
    def woord(self) -> str:
        """Its colour; where nothing is asked this year that, which is no lack of a besluit."""
        if self.kleur:
            return str(self.kleur)
        return NOG_GEEN_BESLUIT if self.actief else say.niet_in(self.verloop[-1][0].jaar)


@dataclass(frozen=True, slots=True)
class Focus:
    """What is done about an afspraak that the BO gave a colour that asks a reason."""

    afspraak: Afspraak
    kleur: Beoordeling
    actie: str
    wie: str
    wanneer: str


@dataclass(frozen=True, slots=True)
class Voornemen:
    """A line of the jaarprogramma of the next year, as the BO set it with the whole."""

    afspraak: Afspraak
    activiteiten: str
    trekker: str
    begin: str
    einde: str
    besluit: str


@dataclass(frozen=True, slots=True)
class Wijzigingsbesluit:
    """What the BO decided of a proposal to change the agreement, in a sentence."""

    wat: str
    besluit: str
    datum: date
    toelichting: str


@dataclass(frozen=True, slots=True)
class Gestemd:
    """A question that was put to the vote, and what the BO then decided; not who voted what."""

    vraag: str
    opties: tuple[str, ...]
    uitslag: str
    besloten: str
    datum: date


@dataclass(frozen=True, slots=True)
class Publicatie:
    """The public side of a ronde that the BO set on a day.

    `alle_kleuren` also has the words that only earlier rondes had; `maten` what a doel is in.
    """

    uitgever: str
    kader: str
    bron: str
    contact: str
    ronde: Ronde
    cyclus: Cyclus
    vastgesteld: date
    fictief: bool
    stoplicht: Stoplicht
    alle_kleuren: Stoplicht
    maten: Mapping[Doel, Maat | None]
    uitkomsten: tuple[Uitkomst, ...]
    meters: tuple[Meter, ...]
    wijzigingen: tuple[Wijzigingsbesluit, ...] = ()
    gestemd: tuple[Gestemd, ...] = ()
    geen_bod: date | None = None
    namen: EigenNamen = ONZE_NAMEN
    focuspunten: tuple[Focus, ...] = ()
    programma: tuple[Voornemen, ...] = ()
    landelijk: tuple[Gedeeld, ...] = ()

    @property
    def titel(self) -> str:
        titel = f"{self.kader}: {say.naam_van(self.ronde)}"
        return f"{l.FICTIEF}. {titel}" if self.fictief else titel

    @property
    def per_thema(self) -> Mapping[str, tuple[Uitkomst, ...]]:
        themas = dict.fromkeys(u.afspraak.thema for u in self.uitkomsten)
        return {t: tuple(u for u in self.uitkomsten if u.afspraak.thema == t) for t in themas}


def public_view(matrix: Matrix) -> Publicatie:
    """The public side of a matrix.

    Raises NietUitgevoerd while the BO has not set it, and where a besluit is no colour.
    """
    vastgesteld = lees_dag(matrix.vastgelegd.vastgesteld)
    onleesbaar = tuple(_onleesbaar(matrix))
    if vastgesteld is None:
        nog_niet = catalogue.CONCEPT_NIET_PUBLIEK.bij(ronde=say.naam_van(matrix.ronde))
        raise NietUitgevoerd(nog_niet, *onleesbaar)
    if onleesbaar:
        raise NietUitgevoerd(*onleesbaar)
    kader, instellingen = matrix.kader, matrix.kader.instellingen
    return Publicatie(
        uitgever=instellingen.uitgever,
        kader=instellingen.kader,
        bron=instellingen.bron,
        contact=instellingen.contact,
        ronde=matrix.ronde,
        cyclus=kader.cyclus,
        vastgesteld=vastgesteld,
        fictief=matrix.fictief,
        stoplicht=kader.stoplicht,
        alle_kleuren=matrix.alle_kleuren,
        maten={d: maat_van(kader, d) for d in kader.doelen},
        uitkomsten=tuple(_uitkomst(matrix, a) for a in kader.afspraken),
        meters=tuple(
            replace(m, doelen=tuple(d for d in m.doelen if not d.partij))
            for m in matrix.terugblik.meters
        ),
        wijzigingen=tuple(_wijzigingen(matrix)),
        gestemd=tuple(_gestemd(matrix)),
        geen_bod=lees_dag(matrix.vastgelegd.geen_bod),
        namen=instellingen.namen,
        focuspunten=tuple(_focuspunten(matrix)),
        programma=tuple(_programma(matrix)),
        landelijk=tuple(shared_in(matrix)),
    )


def _wijzigingen(matrix: Matrix) -> Iterator[Wijzigingsbesluit]:
    """What was decided on a day, adopted or not; a proposal that nobody decided on is internal."""
    zinnen = in_sentences(matrix)
    for v in matrix.vastgelegd.wijzigingen.values():
        besluit, dag = v.gelezen_besluit, lees_dag(v.datum)
        if besluit and dag and zinnen[v.code]:
            yield Wijzigingsbesluit(zinnen[v.code], besluit, dag, v.reden)


def _gestemd(matrix: Matrix) -> Iterator[Gestemd]:
    blokken = stemblokken(matrix.kader, matrix.ronde.jaar)
    for punt in matrix.vastgelegd.stempunten.values():
        dag = lees_dag(punt.datum)
        if punt.vraag and punt.uitkomst and dag:
            opties = tuple(f"{letter} – {tekst}" for letter, tekst in punt.opties.items())
            uitslag = tel_opties(punt, blokken).tekst
            yield Gestemd(punt.vraag, opties, uitslag, besloten_in_woorden(punt), dag)


def _focuspunten(matrix: Matrix) -> Iterator[Focus]:
    """Those by a besluit, most cautious first."""
    focus = matrix.kader.stoplicht.focus
    for kleur in focus:
        for afspraak in matrix.kader.afspraken:
            besluit = matrix.besluiten.get(afspraak.nummer)
            if besluit and matrix.kader.stoplicht.lees(besluit.kleur) == kleur:
                punt = matrix.vastgelegd.focuspunten.get(afspraak.nummer)
                woorden = (
                    (punt.actie, punt.wie, met_eenheid(punt.wanneer, "")) if punt else ("",) * 3
                )
                yield Focus(afspraak, kleur, *woorden)


def _programma(matrix: Matrix) -> Iterator[Voornemen]:
    """Chapter 8, Q4: it is set with the ronde that asks for it. A line without activity plans
    nothing."""
    gevraagd = Vraagt.JAARPROGRAMMA in matrix.ronde.fase.vraagt
    for afspraak in matrix.kader.afspraken:
        regel = matrix.vastgelegd.programma.get(afspraak.nummer)
        if regel and regel.activiteiten and gevraagd:
            dagen = met_eenheid(regel.start, ""), met_eenheid(regel.einde, "")
            yield Voornemen(afspraak, regel.activiteiten, regel.trekker, *dagen, regel.besluit)


def _onleesbaar(matrix: Matrix) -> Iterator[Bevinding]:
    for nummer in sorted(matrix.besluiten, key=op_nummer):
        besluit = matrix.besluiten[nummer]
        if besluit.kleur and matrix.kader.stoplicht.lees(besluit.kleur) is None:
            plek = Plek(f"afspraak {nummer}")
            velden = {"waarde": besluit.kleur, "keuzes": matrix.kader.stoplicht.keuzes}
            yield catalogue.BESLUIT_GEEN_KLEUR.bij(plek, nummer=nummer, **velden)


def _uitkomst(matrix: Matrix, afspraak: Afspraak) -> Uitkomst:
    nummer = afspraak.nummer
    besluit = matrix.besluiten.get(nummer, Besluit(nummer))
    kleur = matrix.kader.stoplicht.lees(besluit.kleur) if besluit.kleur else None
    rijen = [r for r in matrix.rijen if r.indicator.afspraak == nummer and not r.indicator.open]
    verloop, reeks = _verloop(matrix, nummer, kleur)
    return Uitkomst(
        afspraak=afspraak,
        actief=bool(rijen),
        kleur=kleur,
        reden=reden_in_woorden(matrix.kader, besluit) if kleur else "",
        datum=lees_dag(besluit.datum) if kleur else None,
        cijfers=tuple(c for rij in rijen for c in _cijfers(matrix.kader, rij)),
        doelen=tuple(_doelen(matrix, nummer)),
        verloop=verloop,
        reeks=reeks,
        doorgeschoven=tuple(_doorgeschoven(rijen, matrix.ronde)),
    )


def _verloop(
    matrix: Matrix, nummer: Nummer, kleur: Beoordeling | None
) -> tuple[tuple[tuple[Ronde, str], ...], str]:
    """The besluiten over the rondes, and how many years in a row by those alone."""
    trend = matrix.terugblik.trends.get(nummer, Trend(nummer, ()))
    eerder = [p for p in trend.punten if p.ronde != matrix.ronde]
    niets = {p.ronde: say.niet_in(p.ronde.jaar) for p in eerder}
    verloop = [
        (p.ronde, p.kleur if p.besloten or p.kleur == niets[p.ronde] else "") for p in eerder
    ]
    kleuren: list[str] = []
    if kleur and kleur.vraagt_reden:
        besloten = [p for p in eerder if p.besloten]
        kleuren = op_rij(besloten, matrix.ronde, kleur, matrix.alle_kleuren)
    reeks = jaren_op_rij(kleuren) if len(kleuren) > 1 else ""
    nu = "" if matrix.actief(nummer) else say.niet_in(matrix.ronde.jaar)
    return (*verloop, (matrix.ronde, str(kleur or nu))), reeks


def _doorgeschoven(rijen: Iterable[Matrixrij], ronde: Ronde) -> Iterator[str]:
    """What came back after its printed years: `Convenant: doorgeschoven uit 2026, 2e jaar`."""
    for rij in rijen:
        if door := say.doorgeschoven(rij.indicator, ronde.jaar):
            yield f"{rij.indicator.tekst[:1].upper()}{rij.indicator.tekst[1:]}: {door}"


def _doelen(matrix: Matrix, nummer: Nummer) -> Iterator[Doelstand]:
    """The doelen of all together, as far as they rest on the answers of more than one partij.

    Where its words tell what one of them answered only the oordeel is public.
    """
    for indicator in matrix.kader.indicatoren:
        if indicator.afspraak == nummer:
            for s in doelen_van(matrix, indicator.code):
                if s.openbaar:
                    yield replace(s, stand="", waarom="") if s.herleidbaar else s


_BEREKEND_UIT = {NETTO: SOMROLLEN, SAMEN: SOMROLLEN, AANDEEL: DEELROLLEN}


def _cijfers(kader: Kader, rij: Matrixrij) -> Iterator[Cijfer]:
    """The complete figures of the indicator of which each part rests on more than one partij.

    From a netto and its other parts everybody reckons a part that only one partij was asked.
    """
    indicator = rij.indicator
    eigen = kader.meetwaarden_van(indicator.code)
    for stand in rij.standen:
        rollen = _BEREKEND_UIT.get(stand.omschrijving, ())
        delen = [m for m in eigen if m.code == stand.code] or [m for m in eigen if m.rol in rollen]
        if stand.waarde is None or not stand.volledig or not rij.is_van_meer(delen):
            continue
        berekend = stand.code == indicator.code
        naam = stand.omschrijving
        if berekend:
            naam = f"{indicator.tekst[:1].upper()}{indicator.tekst[1:]}, {naam.lower()}"
        aandeel = berekend and rollen is DEELROLLEN
        eenheid = "%" if aandeel else delen[0].eenheid
        yield Cijfer(stand.code, naam, stand.tekst, stand.waarde, eenheid)
