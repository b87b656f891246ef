"""A path becomes the documents in it: a file, or all that a zip, a mail or a mailbox holds.

What is no return by nature is passed over and counted. One document that cannot be had keeps
no other out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ..core import catalogue
from ..core.litter import HULP, litter
from ..core.rounds import Bevinding, Ernst, Herkomst, Plek
from ..reading import Document, Member, Message, Reader, Refused, Unpacked, load
from .ahead import read_ahead


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A document that came in: its own name, its bytes or why they could not be had.

    `gelezen` has its cells where the file was the document itself; what was in another has none.
    """

    naam: str
    inhoud: bytes | Refused
    herkomst: Herkomst
    gelezen: Document | Refused | None = None


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """A document that never holds answers.

    `inhoud` is that of one that may be evidence for them, and `soort` what that is.
    """

    naam: str
    bevinding: Bevinding
    herkomst: Herkomst
    inhoud: bytes = b""
    soort: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A mail that came in, after the documents it carries."""

    herkomst: Herkomst
    bericht: Message


Binnen = Ontvangen | Overgeslagen | Brief


def list_files(paden: Iterable[Path]) -> list[Path]:
    """The files at the paths, folders searched through, in the order of their names."""
    return [bestand for pad in paden for bestand in _bestanden(pad)]


def take_in(bestand: Path, reader: Reader) -> Iterator[Binnen]:
    """The documents in one file as it comes in; it is opened, never changed."""
    return begin_take_in(bestand, reader)()


def read_sheets(
    files: Iterable[Path], reader: Reader
) -> Iterator[tuple[Path, Iterator[tuple[Ontvangen, Document | Refused]]]]:
    """Each file with the documents in it that may hold answers, each with its cells.

    The documents of a file are to be taken before the next file is asked for.
    """
    for file, documents in read_ahead(files, lambda f: begin_take_in(f, reader)):
        yield file, ((o, _cells(o, reader)) for o in documents if isinstance(o, Ontvangen))


def _cells(o: Ontvangen, reader: Reader) -> Document | Refused:
    if o.gelezen:
        return o.gelezen
    return reader.read(o.naam, o.inhoud) if isinstance(o.inhoud, bytes) else o.inhoud


def begin_take_in(bestand: Path, reader: Reader) -> Callable[[], Iterator[Binnen]]:
    """The file handed to the reader, and what then gives the documents in it."""
    herkomst = Herkomst(_zonder_losse_tekens(str(bestand)), op_schijf=_op_schijf(bestand))
    naam = _zonder_losse_tekens(bestand.name)
    if soort := _hulpbestand(naam):
        return lambda: iter([_overgeslagen(naam, herkomst, soort)])
    inhoud = load(bestand, reader.limits)
    if isinstance(inhoud, Refused):
        return lambda: iter([Ontvangen(naam, inhoud, herkomst)])
    gelezen = reader.begin_take(naam, inhoud)
    return lambda: _documenten(naam, inhoud, herkomst, gelezen())


def _documenten(
    naam: str, inhoud: bytes, herkomst: Herkomst, gelezen: Document | Unpacked | Refused
) -> Iterator[Binnen]:
    if not isinstance(gelezen, Unpacked):
        yield Ontvangen(naam, inhoud, herkomst, gelezen)
        return
    for lid in gelezen.members:
        yield _document(replace(lid.herkomst, bestand=herkomst.bestand), lid)


def _document(herkomst: Herkomst, lid: Member) -> Binnen:
    naam, inhoud = herkomst.naam, lid.content
    if isinstance(inhoud, Message):
        return Brief(herkomst, inhoud)
    if soort := _hulpbestand(herkomst.pad[-1] if herkomst.pad else naam):
        return _overgeslagen(naam, herkomst, soort)
    if isinstance(inhoud, bytes):
        if lid.soort:
            geen = catalogue.MAIL_ZONDER_REKENBLAD.bij(Plek(naam), soort=lid.soort)
            return Overgeslagen(naam, geen, herkomst, inhoud, lid.soort)
        return Ontvangen(naam, inhoud, herkomst)
    if inhoud.ernst is not Ernst.FOUT:
        return Overgeslagen(naam, inhoud, herkomst)
    return Ontvangen(naam, Refused("", inhoud), herkomst)


def _overgeslagen(naam: str, herkomst: Herkomst, soort: str) -> Overgeslagen:
    return Overgeslagen(naam, catalogue.OVERGESLAGEN.bij(Plek(naam), soort=soort), herkomst)


def _op_schijf(bestand: Path) -> str:
    """When a file was last written; "" when the system does not say."""
    try:
        return datetime.fromtimestamp(bestand.lstat().st_mtime).astimezone().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def _bestanden(pad: Path) -> Iterator[Path]:
    te_gaan = [pad]
    while te_gaan:
        pad = te_gaan.pop()
        inhoud = _in_map(pad)
        if inhoud is None:
            yield pad
        else:
            te_gaan += reversed(inhoud)


def _in_map(pad: Path) -> list[Path] | None:
    """What is in a folder, by name; None for what is none, or does not let itself be listed."""
    try:
        return None if pad.is_symlink() or not pad.is_dir() else sorted(pad.iterdir())
    except OSError:
        return None


def _hulpbestand(naam: str) -> str:
    """What a file is for, by its name and the folders it is in, when it is no document."""
    laatste = naam.rpartition("/")[2]
    kaal = laatste.strip(".")
    verborgen = laatste.startswith(".") and kaal and "." not in kaal
    return litter(naam) or (HULP if verborgen else "")


def _zonder_losse_tekens(naam: str) -> str:
    """A name with bytes that are no UTF-8, as Linux has them, made printable everywhere."""
    return re.sub("[\ud800-\udfff]", "\ufffd", naam)
