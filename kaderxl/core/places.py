"""Where each ronde of an output folder stands: open, archived, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .cycle import Cyclus
from .folder import Archiefdossier, Dossier, archiefmap
from .rounds import Plek, Ronde

_NAAM = re.compile(r"(\d{4})-([a-z0-9-]+?)(?:-v(\d+))?")


def find(output: Path, cyclus: Cyclus) -> list[list[Dossier]]:
    """Where each ronde can be read, the best place first; the oldest ronde first.

    That is its newest archive, the open folder when it has returns or a matrix, older archives.
    """
    archieven: dict[Ronde, dict[int, Dossier]] = {}
    for map_, ronde, versie in _mappen(archiefmap(output), cyclus):
        archieven.setdefault(ronde, {})[versie or 1] = Archiefdossier(map_, ronde)
    open_ = {r: Dossier(output, r) for _, r, versie in _mappen(output, cyclus) if not versie}
    gevonden = []
    for ronde in archieven.keys() | open_.keys():
        versies = archieven.get(ronde, {})
        keuzes = [versies[versie] for versie in sorted(versies, reverse=True)]
        if (hier := open_.get(ronde)) and (hier.matrix.is_file() or hier.retour.is_dir()):
            keuzes.insert(1, hier)
        if keuzes:
            gevonden.append(keuzes)
    return sorted(gevonden, key=lambda keuzes: (keuzes[0].ronde.peildatum, str(keuzes[0].ronde)))


def unknown(output: Path, cyclus: Cyclus) -> Iterator[Plek]:
    """The folders of a ronde that the template no longer has: of before its rondes were renamed."""
    for plaats in (output, archiefmap(output)):
        for pad in sorted(plaats.iterdir()) if plaats.is_dir() else ():
            naam = _NAAM.fullmatch(pad.name)
            if naam and _is_van_een_ronde(pad) and not _is_bekend(cyclus, int(naam[1]), naam[2]):
                yield Plek(pad.relative_to(output).as_posix())


def _is_bekend(cyclus: Cyclus, jaar: int, naam: str) -> bool:
    """Whether it is the name of a ronde, or of what somebody put beside one: `evaluatie-oud`."""
    delen = naam.split("-")
    return any(cyclus.lees(jaar, "-".join(delen[:n])) for n in range(1, len(delen) + 1))


def _is_van_een_ronde(pad: Path) -> bool:
    return any((pad / binnen).is_dir() for binnen in ("retour", "matrix", "data/sjabloon"))


def _mappen(map_: Path, cyclus: Cyclus) -> Iterator[tuple[Path, Ronde, int]]:
    """The folders with the name of a ronde, with its version, 0 for none."""
    if map_.is_dir():
        for pad in map_.iterdir():
            naam = _NAAM.fullmatch(pad.name)
            ronde = cyclus.lees(int(naam[1]), naam[2]) if naam else None
            if naam and ronde and pad.is_dir():
                yield pad, ronde, int(naam[3] or 0)


def place_of(dossier: Dossier) -> Plek:
    """The folder of a ronde within the output folder, as people see it."""
    if isinstance(dossier, Archiefdossier):
        return Plek(dossier.uitvoer.relative_to(dossier.open_dossier.uitvoer).as_posix())
    return Plek(dossier.map.name)
