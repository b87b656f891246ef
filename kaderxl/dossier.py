"""Where files live, and how they get there: whole, or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import errors
from .errors import NietUitgevoerd
from .model import Plek, Ronde

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
HISTORIE = "historie"
_LANGSTE_NAAM = 120
_MEESTE_BYTES = 190
# To Windows these are a device, with any extension, in any folder.
_APPARAAT = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The folder of one ronde; the folder is the whole state."""

    uitvoer: Path
    ronde: Ronde

    @property
    def map(self) -> Path:
        return self.uitvoer / str(self.ronde)

    @property
    def retour(self) -> Path:
        return self.map / "retour"

    @property
    def matrix(self) -> Path:
        return self.map / "matrix" / f"monitoringsmatrix-{self.ronde}.xlsx"

    @property
    def is_begonnen(self) -> bool:
        """Whether there is an input sheet, a return or a matrix of the ronde."""
        mappen = (self.map / "invulbladen", self.retour, self.matrix.parent)
        return any(map_.is_dir() and any(map_.iterdir()) for map_ in mappen)

    def invulblad(self, partij: str) -> Path:
        return self.map / "invulbladen" / f"Invulblad {veilige_naam(partij)} {self.ronde}.xlsx"

    @property
    def herstel(self) -> Path:
        return self.map / "herstel"

    def herstelblad(self, partij: str) -> Path:
        return self.herstel / f"Herstel {veilige_naam(partij)} {self.ronde}.xlsx"

    def bewijs(self, naam: str, sha256: str) -> Path:
        """Where a matrix that was adopted is kept, as it was handed in."""
        return self.matrix.parent / "besluiten" / f"{sha256[:8]} {veilige_naam(naam)}"

    @property
    def publicatie(self) -> Path:
        return self.matrix.parent / "publicatie"

    @property
    def mail(self) -> Path:
        return self.map / "mail"

    @property
    def verzonden(self) -> Path:
        return self.mail / "verzonden.csv"

    def concept(self, soort: str, partij: str) -> Path:
        return self.mail / f"{soort} {veilige_naam(partij)} {self.ronde}.eml"

    def bewaarde_matrix(self, sha256: str) -> Path:
        """Where a matrix goes before a newer one takes its place."""
        return self.matrix.parent / "eerder" / f"{self.matrix.stem}-{sha256[:8]}.xlsx"

    @property
    def bewaard(self) -> tuple[Path, ...]:
        """The folders in which matrices and adopted workbooks are kept."""
        return tuple(self.matrix.parent / map_ for map_ in ("eerder", "besluiten"))


@dataclass(frozen=True, slots=True)
class Archiefdossier(Dossier):
    """The same folders as they stand in an archive; `uitvoer` is the folder of the bag."""

    @property
    def map(self) -> Path:
        return self.uitvoer / "data"

    @property
    def sjabloon(self) -> Path:
        """The template as it was used."""
        return self.map / "sjabloon" / "monitoringstabel.xlsx"

    @property
    def open_dossier(self) -> Dossier:
        """Where the same ronde stands open, in the output folder that has the archives."""
        return Dossier(self.uitvoer.parent.parent, self.ronde)


def archiefmap(uitvoer: Path) -> Path:
    """Where the archives of all rondes stand, each version in a folder of its own."""
    return uitvoer / "archief"


def archiefnaam(ronde: Ronde, versie: int) -> str:
    """`2026-evaluatie`, and `2026-evaluatie-v2` for its first correction."""
    return f"{ronde}-v{versie}" if versie > 1 else str(ronde)


def agendamap(uitvoer: Path) -> Path:
    """Where the calendars are; they are of no single ronde."""
    return uitvoer / "agenda"


def zonder_formule(tekst: str) -> str:
    """A spreadsheet program must not take a name for a formula; a Dutch one begins a new cell
    at a semicolon. `met_formule` gives every text back, one with apostrophes of its own too."""
    return re.sub(r"(^|;)(?=[\s']*[=+\-@])", r"\1'", tekst)


def met_formule(tekst: str) -> str:
    """The text again as it was before `zonder_formule`."""
    return re.sub(r"(^|;)'(?=[\s']*[=+\-@])", r"\1", tekst)


def zichtbaar(tekst: str) -> str:
    """Text for screen and lists: control and direction characters shown as their code."""
    return "".join(
        teken if unicodedata.category(teken)[0] != "C" else f"\\u{ord(teken):04x}"
        for teken in tekst
    )


def veilige_naam(naam: str) -> str:
    """A file name that is good on every system, and in the lists of an archive; never a path."""
    kaal = unicodedata.normalize("NFC", naam).replace("\\", "/").rsplit("/", 1)[-1]
    zonder_stuurtekens = "".join(t for t in kaal if unicodedata.category(t)[0] != "C")
    schoon = re.sub(r'[<>:;"|?*%]+', "_", zonder_stuurtekens).strip(" .")
    if _APPARAAT.fullmatch(schoon):
        schoon = f"_{schoon}"
    stam, punt, uitgang = schoon.rpartition(".")
    if punt and len(uitgang) <= 10:
        return f"{_ingekort(stam, len(uitgang))}.{uitgang}" if stam else uitgang
    return _ingekort(schoon) or "naamloos"


def _ingekort(naam: str, minder: int = 0) -> str:
    """Short in characters, and in bytes: a file system counts those, and an emoji has four."""
    return naam[: _LANGSTE_NAAM - minder].encode()[:_MEESTE_BYTES].decode(errors="ignore")


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
    return NietUitgevoerd(errors.SCHRIJVEN_LUKT_NIET.bij(Plek(str(doel)), reden=reden_van(fout)))


def clear_leftovers(map_: Path) -> None:
    """Take away what `schrijf_bestand` could not finish below a folder: its process is dead."""
    for rest in map_.rglob(".~*.tmp"):
        rest.unlink(missing_ok=True)


def _geef_gewone_rechten(bestand: str) -> None:
    """A temporary file is private; a filed one has the rights any new file gets here."""
    masker = os.umask(0)
    os.umask(masker)
    Path(bestand).chmod(0o666 & ~masker)


def is_open_in_programma(bestand: Path) -> bool:
    """Whether Excel or LibreOffice keeps a lock file beside it."""
    return any(slot.exists() for slot in _slotbestanden(bestand))


def _slotbestanden(bestand: Path) -> Iterator[Path]:
    yield bestand.with_name(f"~${bestand.name}")
    yield bestand.with_name(f"~${bestand.name[2:]}")
    yield bestand.with_name(f".~lock.{bestand.name}#")
