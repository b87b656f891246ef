"""How a file or a folder gets there: whole, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.rounds import Plek

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
}

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
        with os.fdopen(descriptor, "wb") as bestand:
            bestand.write(data)
            bestand.flush()
            os.fsync(bestand.fileno())
        _geef_gewone_rechten(tijdelijk)
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
            with (tijdelijk / pad).open("xb") as bestand:
                bestand.write(data)
                bestand.flush()
                os.fsync(bestand.fileno())
        for map_ in sorted(mappen, reverse=True):
            leg_map_vast(map_)
        if not keur(tijdelijk):
            raise OSError("what is on disk is not what was written")
        tijdelijk.rename(doel)
        with suppress(OSError):  # it is in place
            leg_map_vast(doel.parent)
    except OSError as fout:
        raise lukt_niet(doel, fout) from fout
    finally:
        shutil.rmtree(tijdelijk, ignore_errors=True)


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


def lukt_niet(doel: Path, fout: OSError) -> NietUitgevoerd:
    plek = Plek(str(doel))
    if fout.errno in _GEEN_RUIMTE:
        return NietUitgevoerd(catalogue.GEEN_RUIMTE.bij(plek, reden=reden_van(fout)))
    return NietUitgevoerd(catalogue.SCHRIJVEN_LUKT_NIET.bij(plek, reden=reden_van(fout)))


def lezen_lukt_niet(doel: Path, fout: OSError) -> NietUitgevoerd:
    plek = Plek(str(doel))
    return NietUitgevoerd(catalogue.LEZEN_LUKT_NIET.bij(plek, reden=reden_van(fout)))


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
