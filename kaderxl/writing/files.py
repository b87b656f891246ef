"""How a file or a folder gets there: whole, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from ..core import catalogue
from ..core.findings import NietUitgevoerd, Regel

_REDENEN = {
    errno.EACCES: "we mogen er niet bij, of het bestand is nog ergens open",
    errno.EPERM: "we mogen er niet bij, of het bestand is nog ergens open",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot voor deze plek",
    errno.ENOTDIR: "een van de mappen in het pad is een bestand",
    errno.EEXIST: "een van de mappen in het pad is een bestand",
    errno.EISDIR: "er staat al een map met die naam",
    errno.EROFS: "deze plek is alleen om te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOENT: "die map of dat bestand is er niet meer",
    errno.EIO: "de schijf of het netwerk geeft een fout",
    errno.ELOOP: "verwijzingen wijzen daar in een kring",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ENFILE: "er zijn te veel bestanden open",
}

_placed: ContextVar[int] = ContextVar("placed", default=0)


def count_placed() -> None:
    """Remember that a file or a folder is about to be in its place."""
    _placed.set(_placed.get() + 1)


def count_anew() -> None:
    """A command begins: what others did before it in this process is not its own."""
    _placed.set(0)


def has_placed() -> bool:
    """Whether something was put in its place since then."""
    return _placed.get() > 0


def so_far() -> str:
    """What was put in its place since the command began, in a sentence."""
    aantal = _placed.get()
    if not aantal:
        return "Er is niets veranderd."
    return f"Wat al klaar was blijft staan ({aantal} keer geschreven)."


_GEEN_RUIMTE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def schrijf_bestand(doel: Path, data: bytes) -> None:
    """Write a file whole: temporary beside it, flushed to disk, then renamed into place.

    Raises NietUitgevoerd when that fails; what stood there is then still there.
    """
    tijdelijk = ""
    try:
        if not doel.parent.is_dir():
            doel.parent.mkdir(parents=True, exist_ok=True)
        descriptor, tijdelijk = tempfile.mkstemp(dir=doel.parent, prefix=".~", suffix=".tmp")
        leg_vast(os.fdopen(descriptor, "wb"), data)
        _geef_gewone_rechten(tijdelijk)
        count_placed()
        Path(tijdelijk).replace(doel)
        tijdelijk = ""
    except OSError as fout:
        raise lukt_niet(doel, fout) from fout
    finally:
        if tijdelijk:
            Path(tijdelijk).unlink(missing_ok=True)


def schrijf_map(doel: Path, bestanden: Mapping[str, bytes], keur: Callable[[Path], bool]) -> None:
    """Write a folder whole: beside it, flushed to disk, judged as it stands, then moved in place.

    `bestanden` goes by path in the folder. What a run that was stopped left behind is cleared.
    Raises NietUitgevoerd when that fails or `keur` says no; nothing then stands there.
    """
    tijdelijk = doel.with_name(f".~{doel.name}-{os.getpid()}")
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        for rest in doel.parent.glob(f".~{doel.name}-*"):
            shutil.rmtree(rest)
        mappen = {tijdelijk, *((tijdelijk / pad).parent for pad in bestanden)}
        mappen |= {ouder for m in mappen for ouder in m.parents if tijdelijk in ouder.parents}
        for map_ in sorted(mappen):
            map_.mkdir()
        for pad, data in bestanden.items():
            leg_vast((tijdelijk / pad).open("xb"), data)
        for map_ in sorted(mappen, reverse=True):
            leg_map_vast(map_)
        if not keur(tijdelijk):
            raise OSError("what is on disk is not what was written")
        count_placed()
        tijdelijk.rename(doel)
        with suppress(OSError):  # it is in place
            leg_map_vast(doel.parent)
    except OSError as fout:
        raise lukt_niet(doel, fout) from fout
    finally:
        shutil.rmtree(tijdelijk, ignore_errors=True)


def leg_vast(bestand: BinaryIO, data: bytes) -> None:
    """Write a file that was just opened, flush it to disk, and close it."""
    with bestand:
        bestand.write(data)
        bestand.flush()
        os.fsync(bestand.fileno())


def leg_map_vast(map_: Path) -> None:
    """Flush the names in a folder to disk, where the system has such a thing."""
    if os.name == "nt":
        return
    descriptor = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def reden_van(fout: OSError) -> str:
    """Why the system refuses, in words for a person."""
    return _REDENEN.get(fout.errno or 0, "het systeem staat het niet toe")


def lukt_niet(
    doel: Path, fout: OSError, regel: Regel = catalogue.SCHRIJVEN_LUKT_NIET
) -> NietUitgevoerd:
    """The refusal of a command that could not write, or do what `regel` says, here."""
    if fout.errno in _GEEN_RUIMTE:
        regel = catalogue.GEEN_RUIMTE
    return regel.weiger(doel, reden=reden_van(fout))


def check_readable(bestanden: Iterable[Path]) -> None:
    """Raises NietUitgevoerd when the system keeps one of these files from us: what is in it is
    not known, and must not pass for what is not there."""
    for bestand in bestanden:
        try:
            if stat.S_ISREG(os.lstat(bestand).st_mode):
                bestand.open("rb").close()
        except FileNotFoundError:
            continue
        except OSError as fout:
            raise lukt_niet(bestand, fout, catalogue.LEZEN_LUKT_NIET) from fout


def is_there(bestand: Path) -> bool:
    """Whether something stands there. Raises OSError when the system does not say."""
    try:
        os.lstat(bestand)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def clear_leftovers(map_: Path) -> None:
    """Take away what `schrijf_bestand` could not finish below a folder: its process is dead."""
    for rest in map_.rglob(".~*.tmp"):
        rest.unlink(missing_ok=True)


def _geef_gewone_rechten(bestand: str) -> None:
    """A temporary file is private; a filed one has the rights any new file gets here."""
    masker = os.umask(0)
    os.umask(masker)
    Path(bestand).chmod(0o666 & ~masker)


def open_in_program(file: Path) -> Path | None:
    """The lock file that Excel or LibreOffice keeps beside it while it is open."""
    names = (f"~${file.name}", f"~${file.name[2:]}", f".~lock.{file.name}#")
    return next((lock for name in names if (lock := file.with_name(name)).exists()), None)
