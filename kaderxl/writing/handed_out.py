"""What stood in each workbook that was handed out, by the stempel it bears.

What comes back is read as what its sender changed against this, so it is part of the state of a
ronde: a file each in `uitgegeven/`, never changed and never taken away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from .transaction import Transaction

_SCHEMA = "kaderxl/uitgegeven/1"
_DIGITS = 12
_NAME = re.compile(rf"([a-z]+)-([0-9a-f]{{{_DIGITS}}})\.json")
Content = Mapping[str, Any]
"""JSON: texts, numbers, lists and objects, with texts for keys."""


def stamp_of(kind: str, content: Content) -> str:
    """The stempel of a workbook of a `kind` (`invulblad`, `matrix`) in which that stands.

    Twelve hexadecimal digits. The same content has the same stempel, whenever it was made.
    """
    return sha256(_written(kind, content)).hexdigest()[:_DIGITS]


class HandedOut:
    """The workbooks that were handed out in one ronde."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Content | None] = {}

    def find(self, kind: str, stempel: str) -> Content | None:
        """What stood in the workbook with that stempel; None when it is not there or not whole."""
        if not _NAME.fullmatch(name := f"{kind}-{stempel}.json"):
            return None
        if name not in self._known:
            self._known[name] = _read(self._folder / name, kind, stempel)
        return self._known[name]

    def all(self, kind: str) -> Iterator[tuple[str, Content]]:
        """The stempel and the content of each that is whole, in the order of their stempels."""
        files = sorted(self._folder.glob(f"{kind}-*.json")) if self._folder.is_dir() else []
        for name in filter(None, (_NAME.fullmatch(file.name) for file in files)):
            content = self.find(kind, name[2])
            if content is not None:
                yield name[2], content

    def keep(self, beurt: Transaction, kind: str, content: Content) -> str:
        """Keep what stands in a workbook with the next commit; gives its stempel."""
        stempel = stamp_of(kind, content)
        if self.find(kind, stempel) is None:
            beurt.write(self._folder / f"{kind}-{stempel}.json", _written(kind, content))
            self._known[f"{kind}-{stempel}.json"] = content
        return stempel


def _written(kind: str, content: Content) -> bytes:
    whole = {"schema": _SCHEMA, "soort": kind, "inhoud": content}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True) + "\n"
    return text.encode(errors="surrogatepass")


def _read(file: Path, kind: str, stempel: str) -> Content | None:
    with suppress(OSError, ValueError, TypeError, LookupError, RecursionError):
        content: Content = json.loads(file.read_bytes())["inhoud"]
        if stamp_of(kind, content) == stempel:
            return content
    return None
