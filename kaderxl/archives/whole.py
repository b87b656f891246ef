"""Whether what a ronde is read from still stands in its archive as it was filed.

`check_bag` looks at every file, for `verify`. This is for the commands that read an earlier ronde:
only its template, its returns and its matrix, each held against one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..core.litter import litter, same_name
from ..reading import Refused, load
from .bag import DATA
from .bag_check import files_in, hash_file, on_disk, read_manifest

_ALGORITME = "sha256"
_LIJST = f"manifest-{_ALGORITME}.txt"
_NODIG = re.compile(
    rf"{DATA}(sjabloon/monitoringstabel\.xlsx|retour/(?!\.|~\$)[^/]+|matrix/monitoringsmatrix-[^/]+\.xlsx)"
)
_MEESTE_NAMEN = 3


def what_is_wrong(map_: Path) -> str:
    """In words, as the end of a sentence; "" when nothing is."""
    er_is = {same_name(pad) for pad, _ in files_in(map_)}
    if not er_is:
        return "de map is leeg"
    data = load(map_ / _LIJST)
    if isinstance(data, Refused):
        return f"{_LIJST} ontbreekt" if _LIJST not in er_is else f"{_LIJST} is niet te lezen"
    lijst = read_manifest(_LIJST, data)
    if isinstance(lijst, str):
        return f"in {_LIJST} klopt iets niet: {lijst}"
    mis = [
        *_gebreken(map_, lijst),
        *(f"{p} hoort er niet bij" for p in _nodig(er_is) - lijst.keys()),
    ]
    meer = len(mis) - _MEESTE_NAMEN
    return "; ".join(mis[:_MEESTE_NAMEN]) + (f"; en nog {meer}" if meer > 0 else "")


def _gebreken(map_: Path, lijst: dict[str, str]) -> Iterator[str]:
    for pad in sorted(_nodig(lijst)):
        nu = hash_file(on_disk(map_, pad), {_ALGORITME}).get(_ALGORITME)
        if nu != lijst[pad].lower():
            yield f"{pad} is veranderd" if nu else f"{pad} ontbreekt of is niet te lezen"


def _nodig(paden: Iterable[str]) -> set[str]:
    return {pad for pad in paden if _NODIG.fullmatch(pad) and not litter(pad)}
