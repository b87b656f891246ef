"""A path becomes the files in it; what is no return by nature is passed over and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import errors
from .model import Bevinding, Plek
from .reading import Refused, load

_HULPBESTANDEN = {".ds_store", "thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A file that came in: its name, and its bytes or the reason they could not be had."""

    naam: str
    inhoud: bytes | Refused


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """A file that never holds answers."""

    naam: str
    bevinding: Bevinding


def list_files(paden: Iterable[Path]) -> list[Path]:
    """The files at the paths, folders searched through, in the order of their names."""
    return [bestand for pad in paden for bestand in _bestanden(pad)]


def take_in(bestand: Path) -> Ontvangen | Overgeslagen:
    """One file as it comes in; it is opened, never changed."""
    soort = _hulpbestand(bestand.name)
    if soort:
        bevinding = errors.OVERGESLAGEN.bij(Plek(bestand.name), soort=soort)
        return Overgeslagen(bestand.name, bevinding)
    return Ontvangen(bestand.name, load(bestand))


def _bestanden(pad: Path) -> Iterator[Path]:
    if pad.is_dir() and not pad.is_symlink():
        for bestand in sorted(pad.iterdir()):
            yield from _bestanden(bestand)
    else:
        yield pad


def _hulpbestand(naam: str) -> str:
    if naam.startswith(("~$", ".~")):
        return "een slotbestand van een geopend werkboek"
    if naam.lower() in _HULPBESTANDEN or naam.startswith("."):
        return "een hulpbestand van het systeem"
    return ""
