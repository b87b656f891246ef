"""Where each ronde of an output folder stands: open, archived, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .folder import Archiefdossier, Dossier, archiefmap
from .rounds import Fase, Plek, Ronde

_NAAM = re.compile(r"(\d{4})-(tussenstand|evaluatie)(?:-v(\d+))?")


def find(output: Path) -> list[list[Dossier]]:
    """Where each ronde can be read, the best place first; the oldest ronde first.

    That is its newest archive, the open folder when it has returns or a matrix, older archives.
    """
    archieven: dict[Ronde, dict[int, Dossier]] = {}
    for map_, ronde, versie in _mappen(archiefmap(output)):
        archieven.setdefault(ronde, {})[versie or 1] = Archiefdossier(map_, ronde)
    open_ = {ronde: Dossier(output, ronde) for _, ronde, versie in _mappen(output) if not versie}
    gevonden = []
    for ronde in archieven.keys() | open_.keys():
        versies = archieven.get(ronde, {})
        keuzes = [versies[versie] for versie in sorted(versies, reverse=True)]
        if (hier := open_.get(ronde)) and (hier.matrix.is_file() or hier.retour.is_dir()):
            keuzes.insert(1, hier)
        if keuzes:
            gevonden.append(keuzes)
    return sorted(gevonden, key=lambda keuzes: keuzes[0].ronde.peildatum)


def _mappen(map_: Path) -> Iterator[tuple[Path, Ronde, int]]:
    """The folders with the name of a ronde, with its version, 0 for none."""
    if map_.is_dir():
        for pad in map_.iterdir():
            naam = _NAAM.fullmatch(pad.name)
            if naam and pad.is_dir():
                yield pad, Ronde(int(naam[1]), Fase(naam[2])), int(naam[3] or 0)


def place_of(dossier: Dossier) -> Plek:
    """The folder of a ronde within the output folder, as people see it."""
    if isinstance(dossier, Archiefdossier):
        return Plek(dossier.uitvoer.relative_to(dossier.open_dossier.uitvoer).as_posix())
    return Plek(dossier.map.name)
