"""What bag-info.txt says of a bag, held against its files and metadata, as bagit.py does too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..core import catalogue
from ..core.rounds import Bevinding, Plek
from ..reading import Refused, load
from .bag import BAG_INFO, DATA
from .bag_check import on_disk
from .mdto_check import waarden
from .package import GEHEEL, METADATA, UITGANG

_OMVANG, _KENMERK = "Payload-Oxum", "External-Identifier"
_IDENTIFICATIE = "identificatie/identificatieKenmerk"


def check_tags(map_: Path, goed: frozenset[str]) -> Iterator[Bevinding]:
    """Where its size, or the identifier of the whole or of a file, is another than it says.

    `goed` are the files that are as they were (paths in the bag).
    """
    info = _gegevens(map_) if BAG_INFO in goed else {}
    if _OMVANG in info and info[_OMVANG] != (echt := _omvang(map_, goed)):
        yield _anders(BAG_INFO, _OMVANG, info[_OMVANG], echt)
    geheel = _kenmerk(map_, f"{DATA}{GEHEEL}", "informatieobject", goed)
    if geheel and _KENMERK in info and info[_KENMERK] != geheel:
        yield _anders(BAG_INFO, _KENMERK, info[_KENMERK], geheel)
    for pad in sorted(p for p in goed if p.startswith(f"{DATA}{METADATA}") and geheel):
        over = pad.removeprefix(f"{DATA}{METADATA}").removesuffix(UITGANG)
        kenmerk = _kenmerk(map_, pad, "bestand", goed)
        if kenmerk and kenmerk != f"{geheel}/{over}":
            yield catalogue.METADATA_ANDERS.bij(
                Plek(pad), veld="identificatie", waarde=kenmerk, echt=f"{geheel}/{over}"
            )


def _anders(pad: str, veld: str, waarde: str, echt: str) -> Bevinding:
    return catalogue.BAGGEGEVEN_ANDERS.bij(Plek(pad), veld=veld, waarde=waarde, echt=echt)


def _gegevens(map_: Path) -> Mapping[str, str]:
    data = load(map_ / BAG_INFO)
    tekst = "" if isinstance(data, Refused) else data.decode(errors="replace")
    regels = (regel.partition(":") for regel in tekst.splitlines())
    return {naam.strip(): waarde.strip() for naam, dubbelepunt, waarde in regels if dubbelepunt}


def _omvang(map_: Path, goed: frozenset[str]) -> str:
    """`bytes.files` of the payload."""
    inhoud = [on_disk(map_, pad).stat().st_size for pad in goed if pad.startswith(DATA)]
    return f"{sum(inhoud)}.{len(inhoud)}"


def _kenmerk(map_: Path, pad: str, wortel: str, goed: frozenset[str]) -> str:
    data = load(on_disk(map_, pad)) if pad in goed else b""
    if isinstance(data, Refused):
        return ""
    return next(iter(waarden(data).get(f"{wortel}/{_IDENTIFICATIE}", ())), "")
