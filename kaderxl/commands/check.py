"""`check`: a template, what is wrong with it, and what changed since an older one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..core.findings import NietUitgevoerd
from ..reading import Reader
from ..template.changes import Wijziging, beoordeel, vergelijk
from ..template.read import Sjabloon, read_template, shipped_template


def check(template: Path | None = None) -> Sjabloon:
    """Read a template and say what is wrong and what is open; never raises for its contents."""
    with Reader() as reader:
        return read_template(template or shipped_template(), reader)


@dataclass(frozen=True, slots=True)
class Compared:
    """The newer template, with what it says besides of the changes; `oud` is the file's name."""

    sjabloon: Sjabloon
    oud: str
    wijzigingen: tuple[Wijziging, ...]


def compare(against: Path, template: Path | None = None) -> Compared:
    """What changed in a template since an older one.

    Raises NietUitgevoerd when the older one cannot be read as a template. Its own fouten do not
    matter, and of a newer one that cannot be read there are findings and no changes.
    """
    with Reader() as reader:
        oud = read_template(against, reader)
        nieuw = read_template(template or shipped_template(), reader)
    if oud.kader is None:
        raise NietUitgevoerd(*oud.bevindingen)
    if nieuw.kader is None:
        return Compared(nieuw, oud.bestand, ())
    over_codes = beoordeel(oud.kader, nieuw.kader, nieuw.bestand, oud.bestand)
    sjabloon = replace(nieuw, bevindingen=(*over_codes, *nieuw.bevindingen))
    return Compared(sjabloon, oud.bestand, vergelijk(oud.kader, nieuw.kader))
