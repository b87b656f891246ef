"""`status`: who has sent, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..core import catalogue, clock, phrases as say
from ..core.answers import Bronbestand
from ..core.kader import Partij
from ..core.notation import schrijf_dag, schrijf_opsomming
from ..core.post import Stuk
from ..core.rounds import OUTPUT, Bevinding, Ronde
from ..core.text import zichtbaar
from ..core.voorzetten import Akkoorden, gevorderd
from ..returns.ahead import Progress, silent
from ..template.planning import Termijn, eerstvolgende, inleverdag
from .beside import contact, dag_van, in_woorden
from .result import (
    Json,
    Result,
    ask_for_a_look,
    findings_json,
    lines_by_file,
    source_json,
    termijn_json,
)
from .rounds import open_workspace
from .second_pass import SecondPass, without_voorzet

_OVER_DE_MAP = {
    catalogue.INZENDING_WEG.code,
    catalogue.INZENDING_VERANDERD.code,
    catalogue.KOPIE_VAN_LIJST.code,
    catalogue.KEUZE_ZONDER_INZENDING.code,
    catalogue.VAN_WIE_IS_DIT.code,
}


@dataclass(frozen=True, slots=True)
class PartijStatus:
    """How far a partij is: complete indicatoren out of those asked, and in which files."""

    partij: Partij
    ontvangen: bool
    ingevuld: int
    gevraagd: int
    bestanden: tuple[Bronbestand, ...] = ()
    post: tuple[Stuk, ...] = ()
    verzonden: str = ""
    namens: str = ""
    akkoord: Akkoorden | None = None

    @property
    def over_voorzetten(self) -> str:
        """`; akkoord: 3 van 7, en 2 voorzetten ontbreken nog`; "" where others give none."""
        a = self.akkoord
        if a is None or not (a.gevraagd or a.wacht):
            return ""
        wacht = say.aantal(len(a.wacht), "voorzet ontbreekt", "voorzetten ontbreken")
        nog = f", en {wacht} nog" if a.wacht else ""
        gereageerd = len(a.gegeven & a.gevraagd.keys())
        van = say.aantal(len(a.gevraagd), "voorzet", "voorzetten")
        return f"; gereageerd op {gereageerd} van {van}{nog}"

    @property
    def bestand(self) -> str:
        """The newest of them; "" for none."""
        return self.bestanden[-1].bestand if self.bestanden else ""

    @property
    def erbij(self) -> str:
        """What there is to say beside how far it is: `; schreef op 3 februari 2027`."""
        delen = [in_woorden(stuk) for stuk in self.post]
        if self.verzonden and not self.ontvangen and not delen:
            delen.append(f"gevraagd op {dag_van(self.verzonden)}")
        if self.namens:
            delen.insert(0, f"namens haar ingevuld ({self.namens})")
        return "".join(f"; {deel}" for deel in dict.fromkeys(delen))


@dataclass(frozen=True, slots=True)
class Status(Result):
    """`inleverdag` is None when the municipality set none; `termijnen` are the next ones."""

    ronde: Ronde
    partijen: tuple[PartijStatus, ...]
    inleverdag: date | None = None
    termijnen: tuple[Termijn, ...] = ()
    vandaag: date | None = None
    over_eerdere: tuple[Bevinding, ...] = ()
    zonder_voorzet: tuple[Bevinding, ...] = ()

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.over_eerdere) or any(p.post for p in self.partijen)

    def lines(self) -> Iterator[str]:
        breed = max((len(p.partij.naam) for p in self.partijen), default=0)
        yield say.naam_van(self.ronde).capitalize()
        for p in self.partijen:
            compleet = f"{p.ingevuld:>2} van {p.gevraagd} compleet"
            stand = compleet if p.ontvangen else "nog niets ontvangen"
            namen = schrijf_opsomming([b.bestand for b in p.bestanden])
            uit = f", uit {len(p.bestanden)} bestanden: {namen}" if len(p.bestanden) > 1 else ""
            erbij = f"{p.over_voorzetten}{uit}{p.erbij}"
            yield zichtbaar(f"  {p.partij.naam:<{breed}}  {stand}{erbij}")
        binnen = sum(p.ontvangen for p in self.partijen)
        van = say.aantal(len(self.partijen), "partij heeft", "partijen hebben")
        yield f"{binnen} van {van} iets gestuurd."
        yield from self._next_pass()
        yield from lines_by_file(self.over_eerdere)
        if self.vandaag is None:
            return
        if self.inleverdag:
            yield f"Inleveren: {_when(self.inleverdag, self.vandaag)}."
        if self.termijnen:
            yield "Eerst komt:"
            for termijn in self.termijnen:
                yield zichtbaar(f"  {_when(termijn.dag, self.vandaag)}: {termijn.titel}")

    def _next_pass(self) -> Iterator[str]:
        """Which voorzetten are missing, and what is to be done once one is in."""
        yield from (zichtbaar(b.tekst) for b in self.zonder_voorzet)
        if any(p.akkoord and p.akkoord.open for p in self.partijen):
            opties = say.als_opties(self.ronde)
            yield f"Vraag akkoord met: kaderxl generate --agree {opties}, en kaderxl mail --agree."

    def as_json(self) -> Json:
        return {
            "ronde": str(self.ronde),
            "partijen": [
                {
                    "partij": p.partij.naam,
                    "ontvangen": p.ontvangen,
                    "ingevuld": p.ingevuld,
                    "gevraagd": p.gevraagd,
                    "voorzetten": {
                        "gevraagd": sorted(p.akkoord.gevraagd) if p.akkoord else [],
                        "gereageerd": sorted(p.akkoord.gegeven) if p.akkoord else [],
                        "ontbreekt": sorted(p.akkoord.wacht) if p.akkoord else [],
                    },
                    "verzonden": p.verzonden or None,
                    "namens": p.namens or None,
                    "post": [
                        {
                            "soort": str(s.soort),
                            "moment": s.moment,
                            "adres": s.adres,
                            "tekst": s.tekst,
                            "bestand": s.bestand or None,
                        }
                        for s in p.post
                    ],
                    "bestanden": [source_json(b) for b in p.bestanden],
                }
                for p in self.partijen
            ],
            "inleverdag": str(self.inleverdag) if self.inleverdag else None,
            "termijnen": [termijn_json(t) for t in self.termijnen],
            "bevindingen": findings_json(self.over_eerdere),
        }


def _when(dag: date, vandaag: date) -> str:
    """`1-2-2027 (over 3 dagen)`"""
    dagen = (dag - vandaag).days
    hoeveel = say.aantal(abs(dagen), "dag", "dagen")
    ver = f"over {hoeveel}" if dagen > 0 else f"{hoeveel} geleden"
    return f"{schrijf_dag(dag)} ({ver if dagen else 'vandaag'})"


def status(
    ronde: Ronde,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    progress: Progress[Path] = silent,
    today: date | None = None,
) -> Status:
    """Who returned, how complete, and which deadlines come next."""
    vandaag = today or clock.today()
    with open_workspace(ronde, template, output) as werk:
        ronde = werk.ronde
        kader, geteld = werk.kader, werk.counted(progress)
        erbij = contact(werk.dossier, kader)
        over_map = (b for b in geteld.bevindingen if b.code in _OVER_DE_MAP)
        over_eerdere = (*werk.over_eerdere, *over_map, *erbij.bevindingen)
        pas = SecondPass(werk, geteld.inzendingen)
    regels = []
    for partij in kader.partijen:
        if not kader.vragen_aan(partij.code, ronde.jaar):
            continue
        inzending, akkoord = pas.inzendingen.get(partij.code), pas.per_partij[partij.code]
        eerst = gevorderd(kader, partij.code, ronde.jaar, pas.inzendingen)
        af, van = len(eerst.compleet), len(eerst.gevraagd)
        uit = inzending.bestanden if inzending else ()
        er_is = inzending is not None
        regels.append(PartijStatus(partij, er_is, af, van, uit, akkoord=akkoord))
    regels = [
        replace(
            r,
            post=tuple(erbij.post.get(r.partij.code, ())),
            verzonden=erbij.gevraagd.get(r.partij.code, ""),
            namens=erbij.bron_van(b.sha256 for b in r.bestanden),
        )
        for r in regels
    ]
    komend = eerstvolgende(kader, vandaag)
    dag = inleverdag(kader, ronde)
    mist = tuple(without_voorzet(kader, pas.per_partij))
    return Status(ronde, tuple(regels), dag, komend, vandaag, over_eerdere, mist)
