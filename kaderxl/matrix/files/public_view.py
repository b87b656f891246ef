"""What of a matrix is public: what the BO set, and totals of all partijen together.

The publication is made of this and of nothing else, so that no voorstel, no answer of one partij
and no toelichting can reach it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ...core import catalogue
from ...core import labels as l
from ...core import phrases as say
from ...core.answers import Waarde
from ...core.colour import Beoordeling
from ...core.findings import NietUitgevoerd
from ...core.kader import Afspraak, Kader, Rol
from ...core.notation import lees_datum, lees_reden, twee_datums
from ...core.outcome import Besluit, Matrix, Matrixrij, Meter, Trend
from ...core.rounds import Bevinding, Plek, Ronde
from ...core.traffic_light import Stoplicht

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

    `verloop` has a word for each ronde, oldest first, "" for a ronde without besluit; this ronde
    is the last. `actief` tells whether the afspraak has an indicator in the year of the ronde.
    """

    afspraak: Afspraak
    actief: bool
    kleur: Beoordeling | None
    reden: str
    datum: date | None
    cijfers: tuple[Cijfer, ...]
    verloop: tuple[tuple[Ronde, str], ...]
    reeks: str

    @property
    def woord(self) -> str:
        return str(self.kleur) if self.kleur else NOG_GEEN_BESLUIT


@dataclass(frozen=True, slots=True)
class Publicatie:
    """The public side of a ronde that the BO set on a day.

    `alle_kleuren` also has the words that only earlier rondes had.
    """

    uitgever: str
    kader: str
    bron: str
    contact: str
    ronde: Ronde
    vastgesteld: date
    fictief: bool
    stoplicht: Stoplicht
    alle_kleuren: Stoplicht
    uitkomsten: tuple[Uitkomst, ...]
    meters: tuple[Meter, ...]

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
    vastgesteld = _dag(matrix.vastgelegd.vastgesteld)
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
        vastgesteld=vastgesteld,
        fictief=matrix.fictief,
        stoplicht=kader.stoplicht,
        alle_kleuren=matrix.alle_kleuren,
        uitkomsten=tuple(_uitkomst(matrix, a) for a in kader.afspraken),
        meters=tuple(
            replace(m, doelen=tuple(d for d in m.doelen if not d.partij))
            for m in matrix.terugblik.meters
        ),
    )


def _onleesbaar(matrix: Matrix) -> Iterator[Bevinding]:
    for nummer, besluit in sorted(matrix.besluiten.items()):
        if besluit.kleur and matrix.kader.stoplicht.lees(besluit.kleur) is None:
            plek = Plek(f"afspraak {nummer}")
            velden = {"waarde": besluit.kleur, "keuzes": matrix.kader.stoplicht.keuzes}
            yield catalogue.BESLUIT_GEEN_KLEUR.bij(plek, nummer=nummer, **velden)


def _dag(waarde: Waarde) -> date | None:
    """A day as it was set; a text with two readings is none."""
    if isinstance(waarde, str) and twee_datums(waarde):
        return None
    return lees_datum(waarde) if isinstance(waarde, (date, str)) else None


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
        datum=_dag(besluit.datum) if kleur else None,
        cijfers=tuple(c for rij in rijen for c in _cijfers(matrix.kader, rij)),
        verloop=verloop,
        reeks=reeks,
    )


def reden_in_woorden(kader: Kader, besluit: Besluit) -> str:
    """The reason as the agreement words it; one of its own stays as it was written."""
    kleur = kader.stoplicht.lees(besluit.kleur)
    redenen = kleur.redenen if kleur else {}
    letter = lees_reden(besluit.reden, redenen) if besluit.reden else None
    return redenen[letter] if letter else besluit.reden


def _verloop(
    matrix: Matrix, nummer: int, kleur: Beoordeling | None
) -> tuple[tuple[tuple[Ronde, str], ...], str]:
    """The besluiten over the rondes, and how many years in a row if that rests on those alone."""
    trend = matrix.terugblik.trends.get(nummer, Trend(nummer, ()))
    eerder = [p for p in trend.punten if p.ronde != matrix.ronde]
    verloop = [(p.ronde, p.kleur if p.besloten else "") for p in eerder]
    telt = kleur and kleur.vraagt_reden and all(p.besloten for p in eerder if p.kleur)
    return (*verloop, (matrix.ronde, str(kleur or ""))), trend.reeks if telt else ""


_BEREKEND_UIT = {"Netto": (Rol.PLUS, Rol.MIN), "Aandeel": (Rol.TELLER, Rol.NOEMER)}
"""The parts of each figure that is reckoned: an indicator may have both, and a plan is in none."""


def _cijfers(kader: Kader, rij: Matrixrij) -> Iterator[Cijfer]:
    """The complete figures of the indicator that rest on more than one partij."""
    indicator = rij.indicator
    eigen = kader.meetwaarden_van(indicator.code)
    for stand in rij.standen:
        rollen = _BEREKEND_UIT.get(stand.omschrijving, ())
        delen = [m for m in eigen if m.code == stand.code] or [m for m in eigen if m.rol in rollen]
        partijen = {p for p in rij.inbreng for m in delen if m.vraagt(p)}
        if stand.waarde is None or not stand.volledig or len(partijen) < 2:
            continue
        berekend = stand.code == indicator.code
        naam = stand.omschrijving
        if berekend:
            naam = f"{indicator.tekst[:1].upper()}{indicator.tekst[1:]}, {naam.lower()}"
        aandeel = berekend and Rol.TELLER in rollen
        eenheid = "%" if aandeel else delen[0].eenheid
        yield Cijfer(stand.code, naam, stand.tekst, stand.waarde, eenheid)
