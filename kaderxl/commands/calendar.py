"""`calendar`: the days of the cycle, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..core import catalogue, clock, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import agendamap
from ..core.kader import Kader
from ..core.notation import een_regel, schrijf_dag
from ..core.outcome import Matrix
from ..core.rounds import OUTPUT, Bevinding
from ..core.text import zichtbaar
from ..mailing.calendar import read_calendars, uid_van, write_calendar
from ..reading import Reader
from ..template.planning import Termijn, alle_termijnen, termijnen
from ..writing.locking import alone_in, starts_over
from ..writing.memory import Memory
from ..years.action_points import promised
from .of_whom import read_template_here
from .result import Json, Result, ask_for_a_look, findings_json, lines_by_file, termijn_json
from .rounds import all_rondes

_WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True, slots=True)
class Calendar(Result):
    """The calendar for everybody, and the one with the municipality's own days as well.

    `over_eerdere` is what there is to say of the rondes in which something was taken on.
    """

    bestand: Path
    bestand_gemeente: Path
    termijnen: tuple[Termijn, ...]
    geweest: int = 0
    over_eerdere: tuple[Bevinding, ...] = ()

    @property
    def needs_attention(self) -> bool:
        return ask_for_a_look(self.over_eerdere)

    def lines(self) -> Iterator[str]:
        for termijn in self.termijnen:
            dag = f"{_WEEKDAGEN[termijn.dag.weekday()]} {schrijf_dag(termijn.dag)}"
            waar = f", {termijn.plaats}" if termijn.plaats else ""
            yield zichtbaar(f"{dag}{_tijd(termijn)}  {termijn.titel}{waar}")
        yield from lines_by_file(self.over_eerdere)
        if self.geweest:
            dagen = say.aantal(self.geweest, "dag", "dagen")
            yield f"Niet opgenomen: {dagen} van voor vandaag."
        yield f"Voor iedereen: {zichtbaar(str(self.bestand))}"
        yield f"Met uw eigen herinnerdagen: {zichtbaar(str(self.bestand_gemeente))}"

    def as_json(self) -> Json:
        return {
            "agenda": str(self.bestand),
            "agenda_gemeente": str(self.bestand_gemeente),
            "termijnen": [termijn_json(t) for t in self.termijnen],
            "bevindingen": findings_json(self.over_eerdere),
        }


def _tijd(termijn: Termijn) -> str:
    """` 13.30-15.00`; nothing for a whole day."""
    tijden = [f"{tijd:%H.%M}" for tijd in (termijn.begin, termijn.eind) if tijd]
    return f" {'-'.join(tijden)}" if tijden else ""


@starts_over
def calendar(
    year: int | None = None,
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    today: date | None = None,
) -> Calendar:
    """Write what lies in a calendar year, or in the whole looptijd, as two calendar files, with
    what was taken on in the rondes and is not over.

    A day that has passed is in them only if it stood there before: a calendar that is sent again
    takes nothing away. Raises NietUitgevoerd for a year in which nothing is planned, or nothing
    any more.
    """
    vandaag = today or clock.today()
    with Reader() as reader:
        sjabloon = read_template_here(template, reader)
        kader = sjabloon.geldig()
        eerder = all_rondes(output, kader, reader, Memory(output), sjabloon.sha256)
    dagen = alle_termijnen(kader) if year is None else termijnen(kader, year)
    dagen = (*dagen, *(t for t in _toegezegd(kader, eerder.matrices) if year in (None, t.dag.year)))
    van, tm = kader.looptijd
    if not dagen:
        looptijd = f"{van}-{tm}"
        raise NietUitgevoerd(catalogue.NIETS_GEVRAAGD.bij(ronde=str(year), looptijd=looptijd))
    kenmerk, map_ = kader.instellingen.kenmerk, agendamap(output)
    stam = f"agenda-{kenmerk}-{year or f'{van}-{tm + 1}'}"
    bestand, bestand_gemeente = map_ / f"{stam}.ics", map_ / f"{stam}-gemeente.ics"
    with alone_in(map_, "calendar") as beurt:
        aanwezig = {p: p.read_bytes() for p in sorted(map_.glob("*.ics"))}
        geschreven = read_calendars(aanwezig.values())
        komend = [
            t
            for t in sorted(dagen, key=lambda t: t.dag)
            if t.dag >= vandaag or uid_van(kenmerk, t) in geschreven.events
        ]
        if not komend:
            raise NietUitgevoerd(catalogue.ALLES_GEWEEST.bij(jaar=year or f"{van}-{tm}"))
        voor_allen = [t for t in komend if not t.intern]
        for pad, lijst in ((bestand, voor_allen), (bestand_gemeente, komend)):
            vorige = read_calendars([aanwezig[pad]] if pad in aanwezig else [])
            naam = kader.instellingen.kader
            data = write_calendar(naam, kenmerk, lijst, geschreven, vorige)
            if aanwezig.get(pad) != data:
                beurt.write(pad, data, before=aanwezig.get(pad))
        beurt.commit()
    geweest = len(dagen) - len(komend)
    return Calendar(bestand, bestand_gemeente, tuple(komend), geweest, eerder.bevindingen)


def _toegezegd(kader: Kader, eerder: Sequence[Matrix]) -> Iterator[Termijn]:
    """The day of each action and line of a jaarprogramma that has one and is not over."""
    komend = next(iter(kader.cyclus.van(kader.looptijd[0])), None)
    if eerder:
        komend = kader.cyclus.volgende(eerder[-1].ronde)
    namen = {p.code: p.naam for p in kader.partijen}
    for t in promised(kader, komend, eerder) if komend else ():
        if isinstance(t.wanneer, date):
            titel, wie = f"Actiepunt: {een_regel(t.wat)}", tuple(namen[p] for p in t.partijen)
            uitleg = f"Afspraak {t.afspraak}. Uit: {t.uit}."
            yield Termijn(f"actiepunt|{t.code}", t.wanneer, titel, uitleg, genodigden=wie)
