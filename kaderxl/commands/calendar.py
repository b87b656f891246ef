"""`calendar`: the days of the cycle, for any calendar program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.folder import agendamap
from ..core.rounds import OUTPUT
from ..mailing.calendar import read_calendars, write_calendar
from ..reading import Reader
from ..template.planning import Termijn, alle_termijnen, termijnen
from ..template.read import read_template, shipped_template
from ..writing.locking import alone_in, starts_over


@dataclass(frozen=True, slots=True)
class Agenda:
    """The calendar for everybody, and the one with the municipality's own days as well."""

    bestand: Path
    bestand_gemeente: Path
    termijnen: tuple[Termijn, ...]


@starts_over
def calendar(
    jaar: int | None = None, template: Path | None = None, output: Path = OUTPUT
) -> Agenda:
    """Write what lies in a calendar year, or in the whole looptijd, as two calendar files.

    Raises NietUitgevoerd for a year in which nothing is planned.
    """
    with Reader() as reader:
        kader = read_template(template or shipped_template(), reader).geldig()
    dagen = alle_termijnen(kader) if jaar is None else termijnen(kader, jaar)
    van, tm = kader.looptijd
    if not dagen:
        looptijd = f"{van}-{tm}"
        raise NietUitgevoerd(catalogue.NIETS_GEVRAAGD.bij(ronde=str(jaar), looptijd=looptijd))
    kenmerk, map_ = kader.instellingen["kenmerk"], agendamap(output)
    stam = f"agenda-{kenmerk}-{jaar or f'{van}-{tm + 1}'}"
    bestand, bestand_gemeente = map_ / f"{stam}.ics", map_ / f"{stam}-gemeente.ics"
    voor_allen = [t for t in dagen if not t.intern]
    with alone_in(map_, "calendar") as beurt:
        aanwezig = {p: p.read_bytes() for p in sorted(map_.glob("*.ics"))}
        eerder = read_calendars(aanwezig.values())
        for pad, lijst in ((bestand, voor_allen), (bestand_gemeente, dagen)):
            vorige = read_calendars([aanwezig[pad]] if pad in aanwezig else [])
            naam = kader.instellingen["kader"]
            data = write_calendar(naam, kenmerk, lijst, eerder, vorige)
            if aanwezig.get(pad) != data:
                beurt.write(pad, data, before=aanwezig.get(pad))
        beurt.commit()
    return Agenda(bestand, bestand_gemeente, tuple(dagen))
