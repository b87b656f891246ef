"""Municipalities beside one another: what `history --dossiers` adds to the years of each.

What a dossier shares its own `history` says, and no more of it comes here. Of a municipality
without a dossier there may be its publication, as it stands in a folder of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue, labels as l
from ..core.notation import plat
from ..core.rounds import Bevinding, Plek
from ..core.text import met_formule, zichtbaar
from ..reading import Document, Reader, Refused, load
from ..template.read import HERE
from ..writing.table import Uitgave
from ..years.compare import Bron, Vergelijking, compare
from ..years.compare_files import (
    NAAM,
    compared_tables,
    say_compared,
    sources_without,
    write_compared,
    write_compared_page,
)
from ..years.shared import NAAM as LANDELIJK, Gedeeld, has_shared, read_shared
from .dossiers import InAllDossiers, Uitkomst
from .history import put_together, rows_json
from .result import Json, Result, ask_for_a_look, finding_lines, findings_json

_PUBLICATIES = f"*-{LANDELIJK}.csv"
_GEEN_CODES = "er staat niets in de kolom landelijk"


@dataclass(frozen=True, slots=True)
class Vergeleken(Result):
    """What `history` came to in each dossier, and the municipalities beside one another.

    `uitgave` is None when there was nothing to compare; then nothing was written.
    """

    gedaan: InAllDossiers
    vergelijking: Vergelijking
    uitgave: Uitgave | None
    bestanden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...]

    @property
    def needs_attention(self) -> bool:
        return self.gedaan.needs_attention or ask_for_a_look(self.bevindingen)

    @property
    def exit_code(self) -> int:
        return self.gedaan.exit_code if self.gedaan.uitkomsten else int(self.needs_attention)

    def lines(self) -> Iterator[str]:
        yield from self.gedaan.lines()
        yield ""
        if not self.uitgave:
            yield f"Gemeenten vergelijken kan niet: {_GEEN_CODES} van een sjabloon."
        else:
            namen = ", ".join(g.naam for g in self.vergelijking.gemeenten)
            yield zichtbaar(f"Naast elkaar gelegd: {namen}.")
            yield from say_compared(self.vergelijking)
            if zonder := sources_without(self.vergelijking):
                yield zichtbaar(f"Niet vergeleken: {', '.join(zonder)}.")
        yield from finding_lines(self.bevindingen, "")
        for bestand in self.bestanden:
            yield f"Geschreven: {zichtbaar(str(bestand))}"

    def as_json(self) -> Json:
        los = self.uitgave.tabellen if self.uitgave else ()
        return {
            **self.gedaan.as_json(),
            "vergelijking": {
                "bestanden": [str(pad) for pad in self.bestanden],
                "tabellen": {tabel.naam: rows_json(tabel) for tabel in los},
            },
            "bevindingen": findings_json(self.bevindingen),
        }


def find_publications(map_: Path) -> tuple[Path, ...]:
    """What municipalities published of their landelijke codes, in a folder outside any dossier."""
    gevonden: list[Path] = []
    for hier, mappen, namen in os.walk(map_):
        if Path(hier, HERE).is_file():
            mappen.clear()  # what lies in a dossier is the dossier's
            continue
        mappen[:] = sorted(m for m in mappen if not m.startswith(".") and m != NAAM)
        gevonden += [p for naam in sorted(namen) if (p := Path(hier, naam)).match(_PUBLICATIES)]
    return tuple(gevonden)


def compare_all(
    map_: Path,
    gedaan: InAllDossiers,
    publicaties: Sequence[Path],
    *,
    csv: bool = False,
    parquet: bool = False,
) -> Vergeleken:
    """Lay the municipalities of `map_` side by side, in `map_/vergelijking`."""
    bevindingen: list[Bevinding] = []
    bronnen = [_van_dossier(u) for u in gedaan.uitkomsten]
    with Reader() as reader:
        bronnen += [_van_publicatie(map_, pad, reader, bevindingen) for pad in publicaties]
    vergelijking = compare(bronnen)
    alle = (*bevindingen, *vergelijking.bevindingen)
    if not vergelijking.samen:
        return Vergeleken(gedaan, vergelijking, None, (), alle)
    uitgave = compared_tables(vergelijking)
    bestanden = {
        f"{NAAM}.xlsx": write_compared(vergelijking),
        f"{NAAM}.html": write_compared_page(vergelijking),
    }
    paden = put_together(map_ / NAAM, bestanden, uitgave, csv=csv, parquet=parquet)
    return Vergeleken(gedaan, vergelijking, uitgave, paden, alle)


def _van_dossier(uitkomst: Uitkomst) -> Bron:
    """What the table of its own `history` has; why not, where that could not be made."""
    rijen = uitkomst.document.get("tabellen", {}).get(LANDELIJK, [])
    cijfers = tuple(c for rij in rijen if (c := read_shared(rij)))
    waarom = "" if cijfers else _GEEN_CODES
    if uitkomst.code == 2:
        waarom = next((b["tekst"] for b in uitkomst.document.get("bevindingen", ())), "kon niet")
    return Bron(uitkomst.dossier, cijfers, waarom=waarom)


def _van_publicatie(map_: Path, pad: Path, reader: Reader, bevindingen: list[Bevinding]) -> Bron:
    naam = pad.relative_to(map_).as_posix()
    data = load(pad, reader.limits)
    document = reader.read(pad.name, data) if isinstance(data, bytes) else data
    cijfers: tuple[Gedeeld, ...] = ()
    if isinstance(document, Refused):
        wat, reden = "het bestand", document.reden
    else:
        cijfers, kapot = _rijen(document)
        wat = f"regel {', '.join(map(str, kapot[:5]))}"
        reden = "daar staat iets anders dan kaderxl schrijft" if kapot else ""
        if not cijfers and not kapot:
            wat, reden = "het bestand", "de kolommen van een publicatie staan er niet in"
    if reden:
        velden = {"wat": wat, "reden": reden}
        bevindingen.append(catalogue.PUBLICATIE_ONLEESBAAR.bij(Plek(naam), **velden))
    return Bron(naam, cijfers, is_publicatie=True, waarom=f"{wat}: {reden}" if reden else "")


def _rijen(document: Document) -> tuple[tuple[Gedeeld, ...], list[int]]:
    """The rows of the csv, and the lines of those that cannot be read."""
    kop, *regels = document.sheets[0].rows or [[]]
    koppen = [plat(met_formule(str(cel or ""))) for cel in kop]
    if not has_shared(koppen):
        return (), []
    gelezen, kapot = [], []
    for nummer, regel in enumerate(regels, 2):
        cellen = (met_formule(cel) if isinstance(cel, str) else None for cel in regel)
        rij = dict(zip(koppen, cellen, strict=False))
        if cijfer := read_shared({**rij, **_is_fictief(rij.values())}):
            gelezen.append(cijfer)
        elif any(rij.values()):
            kapot.append(nummer)
    return tuple(gelezen), kapot


def _is_fictief(cellen: Iterable[str | None]) -> dict[str, bool]:
    """A row that says anywhere that it was made up is."""
    return {"fictief": True} if l.FICTIEF in cellen else {}
