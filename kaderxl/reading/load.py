"""From a path to bytes: regular files only, and never more than the cap."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from ..core import catalogue
from ..core.findings import Regel
from ..core.rounds import Plek
from .cells import Refused
from .limits import FILE_SIZE, Limits

# Without O_NONBLOCK opening a pipe waits for a writer that never comes.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def load(path: Path, limits: Limits = Limits()) -> bytes | Refused:
    """The bytes of a regular file; a link, pipe, device or folder is refused unread."""

    def refuse(regel: Regel, **velden: object) -> Refused:
        return Refused("", regel.bij(Plek(bestand=path.name), **velden))

    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISDIR(mode):
            next(path.iterdir(), None)  # one that cannot be listed says why here
        if soort := _kind(mode):
            return refuse(catalogue.GEEN_GEWOON_BESTAND, soort=soort)
        with open_regular(path) as file:
            # It may have been swapped since.
            about = os.fstat(file.fileno())
            if soort := _kind(about.st_mode):
                return refuse(catalogue.GEEN_GEWOON_BESTAND, soort=soort)
            # Room is made for all of what is asked.
            data = file.read(min(about.st_size, limits.file_bytes) + 1)
            if len(data) > about.st_size:  # it grew
                data += file.read(max(limits.file_bytes - about.st_size, 0))
    except (FileNotFoundError, NotADirectoryError):
        return refuse(catalogue.BESTAND_ONTBREEKT)
    except PermissionError:
        reden = "we mogen er niet bij, of het is nog ergens open"
        return refuse(catalogue.BESTAND_DICHT, reden=reden)
    except (OSError, ValueError):
        return refuse(catalogue.BESTAND_DICHT, reden="het systeem geeft het niet vrij")
    if not data:
        return refuse(catalogue.BESTAND_LEEG)
    if len(data) > limits.file_bytes:
        maximum = megabytes(limits.file_bytes)
        return refuse(catalogue.BESTAND_TE_GROOT, grens=FILE_SIZE, maximum=maximum)
    return data


def open_regular(path: Path) -> BinaryIO:
    """A file to read; no link is followed, no pipe waited for. Raises OSError or ValueError."""
    return os.fdopen(os.open(path, _FLAGS), "rb")


def megabytes(size: int) -> str:
    """A size in bytes as people say it: 50 MB."""
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size} bytes"


def _kind(mode: int) -> str:
    """What a path is when it is no regular file, in Dutch; "" for a regular file."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return "een verwijzing naar een ander bestand"
    if stat.S_ISDIR(mode):
        return "een map"
    return "een aansluiting van het systeem"
