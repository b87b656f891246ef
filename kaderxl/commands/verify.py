"""Looking an archive over, any year later: its files, its metadata and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..archives.bag import DATA
from ..archives.bag_check import is_bag
from ..archives.look_over import look_over
from ..archives.package import SJABLOON
from ..core import catalogue, phrases as say
from ..core.findings import NietUitgevoerd
from ..core.folder import archiefmap
from ..core.rounds import OUTPUT, Bevinding, Ernst, Plek, Ronde
from ..core.text import zichtbaar
from ..reading import Reader
from ..returns.ahead import Progress, silent
from ..template.read import read_template
from .of_whom import tell_of_whom
from .result import Json, Result, findings_json, lines_by_file


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """One archive; `ronde` is None when no matrix in it says which."""

    map: Path
    ronde: Ronde | None
    bestanden: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def in_orde(self) -> bool:
        """Whether all of it is as it was filed; what a system left beside it changes nothing."""
        return all(b.ernst is Ernst.MELDING for b in self.bevindingen)

    @property
    def nagerekend(self) -> bool:
        return not any(b.code == catalogue.NIET_NAGEREKEND.code for b in self.bevindingen)


@dataclass(frozen=True, slots=True)
class Verified(Result):
    archieven: tuple[Nagekeken, ...]

    @property
    def needs_attention(self) -> bool:
        return not all(a.in_orde for a in self.archieven)

    def lines(self) -> Iterator[str]:
        for archief in self.archieven:
            bestanden = say.aantal(archief.bestanden, "bestand", "bestanden")
            goed = "in orde, de cijfers zijn nagerekend" if archief.in_orde else "niet in orde"
            yield zichtbaar(f"{archief.map}: {bestanden}, {goed}.")
            yield from lines_by_file(archief.bevindingen, "  ")

    def as_json(self) -> Json:
        return {
            "archieven": [
                {
                    "archief": str(archief.map),
                    "ronde": str(archief.ronde) if archief.ronde else None,
                    "bestanden": archief.bestanden,
                    "in_orde": archief.in_orde,
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
    gezien = look_over(map_, reader)
    tell_of_whom(read_template(map_ / DATA / SJABLOON, reader), "uit het archief")
    return Nagekeken(map_, gezien.ronde, gezien.bestanden, gezien.bevindingen)
