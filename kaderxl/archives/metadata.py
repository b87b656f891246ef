"""The metadata in an archive, held against the rules of MDTO and against the files it speaks of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..core import catalogue
from ..core.rounds import Bevinding, Plek
from ..reading import Refused, load
from .bag import DATA
from .bag_check import on_disk
from .file_formats import formaat_van
from .mdto_check import toets, waarden
from .package import GEHEEL, METADATA, UITGANG

_WORTEL = f"{DATA}{METADATA}"


def check_metadata(map_: Path, goed: frozenset[str]) -> Iterator[Bevinding]:
    """What is wrong with the metadata of the files that are as they were (paths in the bag)."""
    documenten = {p for p in goed if p.startswith(_WORTEL)}
    gelezen: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for pad in sorted(documenten):
        data = load(on_disk(map_, pad))
        if isinstance(data, Refused):
            yield catalogue.METADATA_FOUT.bij(Plek(pad), wat=data.reden)
            continue
        fouten = toets(data)
        yield from (catalogue.METADATA_FOUT.bij(Plek(pad), wat=wat) for wat in fouten)
        if not fouten:
            gelezen[pad] = waarden(data)
    if f"{DATA}{GEHEEL}" not in documenten and not (map_ / DATA / GEHEEL).exists():
        yield catalogue.METADATA_ONTBREEKT.bij(Plek(DATA))
    for pad in sorted(p for p in goed - documenten if p.startswith(DATA)):
        document = f"{_WORTEL}{pad.removeprefix(DATA)}{UITGANG}"
        if document in gelezen:
            yield from _vergelijk(map_, pad, gelezen[document])
        elif document not in goed and not on_disk(map_, document).exists():
            yield catalogue.METADATA_ONTBREEKT.bij(Plek(pad))


def _vergelijk(
    map_: Path, pad: str, metadata: Mapping[str, tuple[str, ...]]
) -> Iterator[Bevinding]:
    data = load(on_disk(map_, pad))
    if isinstance(data, Refused):
        yield catalogue.METADATA_ANDERS.bij(
            Plek(pad), veld="het bestand", waarde="leesbaar", echt=data.reden
        )
        return
    formaat = formaat_van(pad, data)
    echt = {
        "naam": ("bestand/naam", pad.rpartition("/")[2]),
        "omvang": ("bestand/omvang", str(len(data))),
        "checksum": ("bestand/checksum/checksumWaarde", hashlib.sha256(data).hexdigest()),
        "bestandsformaat": ("bestand/bestandsformaat/begripCode", formaat.code),
    }
    for veld, (waar, waarde) in echt.items():
        genoemd = metadata.get(waar, ())
        # Another version may know more formats, and may add checksums of another kind.
        if veld == "bestandsformaat" and not (waarde and genoemd):
            continue
        if waarde.casefold() not in [g.casefold() for g in genoemd]:
            staat = ", ".join(genoemd)
            yield catalogue.METADATA_ANDERS.bij(Plek(pad), veld=veld, waarde=staat, echt=waarde)
