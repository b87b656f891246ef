"""The years side by side: `history`, from the archives and the rondes that are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import catalogue, labels as l, phrases as say
from ..core.answers import Waarde
from ..core.findings import NietUitgevoerd
from ..core.folder import HISTORIE
from ..core.rounds import OUTPUT, Bevinding, Ernst, Ronde
from ..core.text import zichtbaar
from ..reading import Reader
from ..writing.forms import write_forms
from ..writing.locking import alone_in
from ..writing.memory import Memory
from ..writing.parquet import as_frame
from ..writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from ..years.page import write_timeline_page
from ..years.tables import tidy_tables
from ..years.timeline import Tijdlijn, lay_side_by_side
from ..years.workbook import write_timeline
from .of_whom import read_template_here
from .result import Json, Result, finding_lines, findings_json, value_json
from .rounds import all_rondes

if TYPE_CHECKING:
    from pandas import DataFrame

_DECIMALS = 10  # more are an accident of adding up


@dataclass(frozen=True)
class History(Result):
    """The timeline, the same as tidy tables, and the files that were written.

    `bronnen` has the folder each ronde was read from, within the output folder.
    """

    tijdlijn: Tijdlijn
    uitgave: Uitgave
    bestanden: tuple[Path, ...]
    bronnen: Mapping[Ronde, str]
    bevindingen: tuple[Bevinding, ...]

    @cached_property
    def tabellen(self) -> Mapping[str, DataFrame]:
        """The tables by name, for pandas: made for who asks for them."""
        return {naam: as_frame(tabel) for naam, tabel in self.uitgave.los.items()}

    @property
    def needs_attention(self) -> bool:
        """Whether a ronde is missing, or was left out in whole or in part."""
        gaten = set(self.tijdlijn.rondes) - self.tijdlijn.gehouden
        return bool(gaten) or any(b.ernst is not Ernst.MELDING for b in self.bevindingen)

    def lines(self) -> Iterator[str]:
        t = self.tijdlijn
        if t.fictief:
            yield l.FICTIEF
        for ronde in t.rondes:
            bron = self.bronnen.get(ronde, l.GEEN_RONDE)
            yield zichtbaar(f"{say.naam_van(ronde).capitalize()}: {bron}")
        yield from finding_lines(self.bevindingen)
        for afspraak in t.afspraken:
            if reeks := t.trends[afspraak.nummer].reeks:
                yield zichtbaar(f"{afspraak.titel}: {reeks}")
        for meter in t.meters:
            if meter.stand:
                jaar, totaal = meter.stand
                samen = f"t/m {jaar} samen {meter.zeg(totaal)}"
                yield zichtbaar(f"{meter.indicator.tekst}: {samen}")
        for bestand in self.bestanden:
            yield f"Geschreven: {zichtbaar(str(bestand))}"

    def as_json(self) -> Json:
        t = self.tijdlijn
        return {
            "bestanden": [str(pad) for pad in self.bestanden],
            "rondes": [
                {
                    "ronde": str(ronde),
                    "gehouden": ronde in t.gehouden,
                    "bron": self.bronnen.get(ronde),
                }
                for ronde in t.rondes
            ],
            "op_rij": {str(a.nummer): t.trends[a.nummer].reeks or None for a in t.afspraken},
            "tabellen": {naam: rows_json(tabel) for naam, tabel in self.uitgave.los.items()},
            "bevindingen": findings_json(self.bevindingen),
        }


def rows_json(tabel: Tabel) -> list[Json]:
    """A table as a script reads it: an object a row."""
    return [
        {k.titel: _cell_json(k, waarde) for k, waarde in zip(tabel.kolommen, rij, strict=True)}
        for rij in tabel.rijen
    ]


def _cell_json(kolom: Kolom, waarde: Waarde) -> str | float | bool | None:
    if kolom.soort is Kolomsoort.GETAL and isinstance(waarde, (int, float)):
        return round(float(waarde), _DECIMALS)
    return value_json(waarde)


def history(
    *,
    template: Path | None = None,
    output: Path = OUTPUT,
    csv: bool = False,
    parquet: bool = False,
) -> History:
    """Lay every ronde of an output folder side by side, in `output/historie`.

    `template` is for the open rondes; an archived one is read with its own. Raises
    NietUitgevoerd when there is no ronde at all, or parquet is asked and cannot be made.
    """
    with Reader() as reader:
        sjabloon = read_template_here(template, reader)
        known = Memory(output, keep=True)
        gelezen = all_rondes(output, sjabloon.geldig(), reader, known, sjabloon.sha256)
    if not gelezen.matrices:
        raise NietUitgevoerd(*gelezen.bevindingen, catalogue.NOG_GEEN_RONDE.bij())
    tijdlijn = lay_side_by_side(gelezen.matrices)
    tabellen = tidy_tables(tijdlijn)
    alles = tijdlijn, gelezen.bronnen, gelezen.bevindingen
    bestanden = {
        f"{l.MEERJAREN.lower()}.xlsx": write_timeline(*alles),
        f"{l.MEERJAREN.lower()}.html": write_timeline_page(*alles),
    }
    paden = put_together(output / HISTORIE, bestanden, tabellen, csv=csv, parquet=parquet)
    return History(tijdlijn, tabellen, paden, gelezen.bronnen, gelezen.bevindingen)


def put_together(
    map_: Path, bestanden: Mapping[str, bytes], tabellen: Uitgave, *, csv: bool, parquet: bool
) -> tuple[Path, ...]:
    """Write these files in a folder, and the tables in the forms that are asked for; gives where
    each is. Raises NietUitgevoerd."""
    vormen = [vorm for vorm, gevraagd in (("csv", csv), ("parquet", parquet)) if gevraagd]
    alle = {**bestanden, **(write_forms(tabellen, *vormen) if vormen else {})}
    with alone_in(map_, "history") as beurt:
        for naam, inhoud in alle.items():
            beurt.write(map_ / naam, inhoud)
        beurt.commit()
    return tuple(map_ / naam for naam in alle)
