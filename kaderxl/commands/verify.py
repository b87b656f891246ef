"""Looking an archive over, any year later: its files, its metadata and its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..archives.bag import DATA
from ..archives.bag_check import check_bag, is_bag
from ..archives.figures import check_figures
from ..archives.metadata import check_metadata
from ..core import catalogue
from ..core import phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import archiefmap
from ..core.rounds import OUTPUT, Bevinding, Fase, Plek, Ronde
from ..core.text import zichtbaar
from ..reading import Reader
from ..returns.ahead import Progress, silent
from .result import Json, Result, findings_json, lines_by_file

_MATRIX = re.compile(rf"{DATA}matrix/monitoringsmatrix-(\d{{4}})-(\w+)\.xlsx")


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """One archive; `ronde` is None when no matrix in it says which."""

    map: Path
    ronde: Ronde | None
    bestanden: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def nagerekend(self) -> bool:
        return not any(b.code == catalogue.NIET_NAGEREKEND.code for b in self.bevindingen)


@dataclass(frozen=True, slots=True)
class Verified(Result):
    archieven: tuple[Nagekeken, ...]

    @property
    def needs_attention(self) -> bool:
        return any(a.bevindingen for a in self.archieven)

    def lines(self) -> Iterator[str]:
        for archief in self.archieven:
            bestanden = say.aantal(archief.bestanden, "bestand", "bestanden")
            goed = "niet in orde" if archief.bevindingen else "in orde, de cijfers zijn nagerekend"
            yield zichtbaar(f"{archief.map}: {bestanden}, {goed}.")
            yield from lines_by_file(archief.bevindingen, "  ")

    def as_json(self) -> Json:
        return {
            "archieven": [
                {
                    "archief": str(archief.map),
                    "ronde": str(archief.ronde) if archief.ronde else None,
                    "bestanden": archief.bestanden,
                    "in_orde": not archief.bevindingen,
                    "nagerekend": archief.nagerekend,
                    "bevindingen": findings_json(archief.bevindingen),
                }
                for archief in self.archieven
            ]
        }


def verify(
    paths: Iterable[Path] = (), *, output: Path = OUTPUT, progress: Progress[Path] = silent
) -> Verified:
    """Look over the archives at the paths, or all of `output/archief`; nothing is changed.

    A path is a bag or a folder with bags. Raises NietUitgevoerd where there is none.
    """
    mappen = [map_ for pad in (tuple(paths) or (archiefmap(output),)) for map_ in _bags(pad)]
    with Reader() as reader:
        nagekeken = [_kijk_na(map_, reader) for map_ in progress(mappen, "Archieven nakijken")]
    return Verified(tuple(nagekeken))


def _bags(pad: Path) -> Sequence[Path]:
    if is_bag(pad):
        return [pad]
    try:
        inhoud = sorted(p for p in pad.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        inhoud = []
    if not inhoud:
        raise NietUitgevoerd(catalogue.GEEN_ARCHIEF.bij(Plek(str(pad))))
    return inhoud


def _kijk_na(map_: Path, reader: Reader) -> Nagekeken:
    controle = check_bag(map_)
    bevindingen = [*controle.bevindingen, *check_metadata(map_, controle.goed)]
    ronde = next((r for pad in sorted(controle.goed) if (r := _ronde(pad))), None)
    beschadigd = [b.plek.bestand for b in controle.bevindingen]
    bevindingen += check_figures(map_, ronde, beschadigd, reader)
    return Nagekeken(map_, ronde, controle.bestanden, tuple(bevindingen))


def _ronde(pad: str) -> Ronde | None:
    treffer = _MATRIX.fullmatch(pad)
    if not treffer or treffer[2] not in [*Fase]:
        return None
    return Ronde(int(treffer[1]), Fase(treffer[2]))
