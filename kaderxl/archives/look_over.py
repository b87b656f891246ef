"""All that `verify` looks at in an archive; `archive` holds what it wrote against the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..core import catalogue
from ..core.cycle import HALFJAARLIJKS
from ..core.rounds import Bevinding, Ernst, Fase, Ronde
from ..reading import Reader
from .bag import DATA
from .bag_check import check_bag
from .figures import check_figures
from .metadata import check_metadata
from .tags import check_tags

_RETOUR = re.compile(rf"{DATA}retour/")
_MATRIX = re.compile(rf"{DATA}matrix/monitoringsmatrix-(\d{{4}})-([a-z0-9-]+)\.xlsx")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `ronde` is None when no matrix in it says which."""

    ronde: Ronde | None
    bestanden: int
    bevindingen: tuple[Bevinding, ...]


def look_over(map_: Path, reader: Reader) -> Looked:
    """Its files, what it says of them, its metadata and its figures; never raises for these."""
    controle = check_bag(map_)
    bevindingen = [*controle.bevindingen, *check_metadata(map_, controle.goed)]
    # Else the same damage would be said twice.
    if all(b.ernst is Ernst.MELDING for b in bevindingen):
        bevindingen += check_tags(map_, controle.goed)
    ronde = next((r for pad in sorted(controle.goed) if (r := _ronde(pad))), None)
    beschadigd = [b.plek.bestand for b in controle.bevindingen if _telt(b)]
    bevindingen += check_figures(map_, ronde, beschadigd, reader)
    return Looked(ronde, controle.bestanden, tuple(bevindingen))


def _telt(b: Bevinding) -> bool:
    """Whether the figures cannot be reckoned for it: a file too many is only read among returns."""
    te_veel = b.code == catalogue.BESTAND_TE_VEEL.code
    return b.ernst is not Ernst.MELDING and not (te_veel and not _RETOUR.match(b.plek.bestand))


def _ronde(pad: str) -> Ronde | None:
    """As its name says; the template in the archive has the rest of it."""
    treffer = _MATRIX.fullmatch(pad)
    if not treffer:
        return None
    return Ronde(int(treffer[1]), HALFJAARLIJKS.fase(treffer[2]) or Fase(treffer[2]))
