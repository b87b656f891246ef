"""`calendar`: the days of the cycle, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.folder import agendamap
from ..core.notation import schrijf_dag
from ..core.rounds import OUTPUT
from ..core.text import zichtbaar
from ..mailing.calendar import read_calendars, write_calendar
from ..reading import Reader
from ..template.planning import Termijn, alle_termijnen, termijnen
from ..template.read import read_template, shipped_template
from ..writing.locking import alone_in, starts_over
from .result import Json, Result, termijn_json

_WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True, slots=True)
class Calendar(Result):
    """The calendar for everybody, and the one with the municipality's own days as well."""

    bestand: Path
    bestand_gemeente: Path
    termijnen: tuple[Termijn, ...]

    def lines(self) -> Iterator[str]:
        for termijn in self.termijnen:
            dag = f"{_WEEKDAGEN[termijn.dag.weekday()]} {schrijf_dag(termijn.dag)}"
            yield zichtbaar(f"{dag}  {termijn.titel}")
        yield f"Voor iedereen: {zichtbaar(str(self.bestand))}"
        yield f"Met uw eigen herinnerdagen: {zichtbaar(str(self.bestand_gemeente))}"

    def as_json(self) -> Json:
        return {
            "agenda": str(self.bestand),
            "agenda_gemeente": str(self.bestand_gemeente),
            "termijnen": [termijn_json(t) for t in self.termijnen],
        }


@starts_over
def calendar(
    year: int | None = None, *, template: Path | None = None, output: Path = OUTPUT
) -> Calendar:
    """Write what lies in a calendar year, or in the whole looptijd, as two calendar files.

    Raises NietUitgevoerd for a year in which nothing is planned.
    """
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
    dagen = alle_termijnen(kader) if year is None else termijnen(kader, year)
    van, tm = kader.looptijd
    if not dagen:
        looptijd = f"{van}-{tm}"
        raise NietUitgevoerd(catalogue.NIETS_GEVRAAGD.bij(ronde=str(year), looptijd=looptijd))
    kenmerk, map_ = kader.instellingen.kenmerk, agendamap(output)
    stam = f"agenda-{kenmerk}-{year or f'{van}-{tm + 1}'}"
    bestand, bestand_gemeente = map_ / f"{stam}.ics", map_ / f"{stam}-gemeente.ics"
    voor_allen = [t for t in dagen if not t.intern]
    with alone_in(map_, "calendar") as beurt:
        aanwezig = {p: p.read_bytes() for p in sorted(map_.glob("*.ics"))}
        eerder = read_calendars(aanwezig.values())
        for pad, lijst in ((bestand, voor_allen), (bestand_gemeente, dagen)):
            vorige = read_calendars([aanwezig[pad]] if pad in aanwezig else [])
            naam = kader.instellingen.kader
            data = write_calendar(naam, kenmerk, lijst, eerder, vorige)
            if aanwezig.get(pad) != data:
                beurt.write(pad, data, before=aanwezig.get(pad))
        beurt.commit()
    return Calendar(bestand, bestand_gemeente, tuple(dagen))
