"""A BagIt bag (RFC 8493) of files in memory: the same files give the same bag, byte for byte.

`bagit` judges every bag before it is put in place. It does not write them: its own tag manifests
list the files in the order of the file system, and it works in the current directory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..core.text import leesbaar

ALGORITMEN = ("sha256", "sha512")
DATA = "data/"
BAGIT, BAG_INFO = "bagit.txt", "bag-info.txt"


def maak_bag(inhoud: Mapping[str, bytes], gegevens: Mapping[str, str]) -> dict[str, bytes]:
    """Every file of the bag by its path; `inhoud` goes under data/, `gegevens` in bag-info.txt."""
    payload = {f"{DATA}{pad}": data for pad, data in inhoud.items()}
    oxum = f"{sum(map(len, payload.values()))}.{len(payload)}"
    info = {**gegevens, "Payload-Oxum": oxum}
    bladen = {
        BAGIT: b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        BAG_INFO: "".join(f"{n}: {_regel(w)}\n" for n, w in info.items()).encode(),
        **{f"manifest-{a}.txt": _lijst(a, payload) for a in ALGORITMEN},
    }
    over_bladen = {f"tagmanifest-{a}.txt": _lijst(a, bladen) for a in ALGORITMEN}
    return {**bladen, **over_bladen, **payload}


def _regel(waarde: str) -> str:
    return leesbaar(" ".join(waarde.split()))


def _lijst(algoritme: str, bestanden: Mapping[str, bytes]) -> bytes:
    regels = (
        f"{hashlib.new(algoritme, data).hexdigest()}  {pad}\n"
        for pad, data in sorted(bestanden.items())
    )
    return "".join(regels).encode()


def past_in_lijst(pad: str) -> bool:
    """Whether a path can stand in a manifest and be read alike by every reader of bags.

    RFC 8493 writes a percent sign otherwise than older readers do.
    """
    try:
        pad.encode()
    except UnicodeEncodeError:
        return False
    return not any(teken in pad for teken in "%\r\n")
