"""What was worked out before, kept in `.kaderxl/onthouden`: only to be quick, never needed.

It may be deleted at any time. What is damaged, made by another version or worked out from other
files is passed over. A system that does not let it be written changes nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from ..core.encoding import decode, encode
from .transaction import WORK

T = TypeVar("T")
_SCHEMA = "kaderxl-onthouden/1"
_READERS = ("python_calamine", "xlrd", "openpyxl")
_MISSHAPEN = (ValueError, TypeError, LookupError, AttributeError, ImportError, RecursionError)


class Memory:
    """What is kept of one output folder; without a folder nothing is looked up and nothing kept.

    One that does not `keep` only looks: what a command that changes nothing works out is lost.
    """

    def __init__(self, output: Path | None = None, *, keep: bool = False) -> None:
        self._folder = output and output / WORK / "onthouden"
        self._keep = keep

    def once(
        self,
        name: str,
        sources: object,
        kind: type[object],
        work_out: Callable[[], T],
        lasting: Callable[[T], bool] = lambda _: True,
    ) -> T:
        """What `work_out` gives, from before where it came from the same `sources` (JSON).

        Under a `name` one value is kept, of that `kind`. One that is not `lasting` the next command
        works out for itself. Raises what `work_out` raises.
        """
        if self._folder is None:
            return work_out()
        file, head = self._folder / f"{name}.json", json.dumps([_SCHEMA, _program(), sources])
        key = sha256(head.encode()).hexdigest()
        known: Any = _read(file, key)
        if isinstance(known, kind):
            return known  # type: ignore[return-value]
        value = work_out()
        if self._keep and lasting(value):
            _write(file, key, value)
        return value

    def forget_all_but(self, names: Collection[str]) -> None:
        """Take away what is kept under other names."""
        if self._folder is not None and self._keep:
            with suppress(OSError):
                for file in self._folder.iterdir():
                    if file.name.removesuffix(".json") not in names:
                        file.unlink()


NOTHING = Memory()


@lru_cache(maxsize=1)
def _program() -> str:
    """The hash of kaderxl's own source, of the Python it runs in, and of what reads workbooks.

    A version alone would miss what somebody mended in between.
    """
    found = sha256(sys.version.encode())
    for reader in _READERS:
        spec = find_spec(reader)
        found.update(f"{reader} {_stamp(spec.origin) if spec and spec.origin else ''}".encode())
    for file in sorted(_source(str(Path(__file__).parents[1]))):
        found.update(file.encode())
        found.update(Path(file).read_bytes())
    return found.hexdigest()


def _stamp(file: str) -> tuple[str, int, int]:
    there = Path(file).stat()
    return file, there.st_size, there.st_mtime_ns


def _source(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _source(entry.path)


def _read(file: Path, key: str) -> object:
    """The value that is kept there; None for none, or one that is not whole or not this one."""
    with suppress(OSError, *_MISSHAPEN):
        if file.is_file() and not file.is_symlink():
            head, _, text = file.read_bytes().partition(b"\n")
            if head == _head(key, text):
                return decode(text)
    return None


def _write(file: Path, key: str, value: object) -> None:
    """Whole or not at all; two commands at once leave one of both. What fails is not kept."""
    with suppress(OSError, TypeError):
        text = encode(value)
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f"{file.stem}-{uuid4().hex}.tmp")
        try:
            unfinished.write_bytes(_head(key, text) + b"\n" + text)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)


def _head(key: str, text: bytes) -> bytes:
    return f"{_SCHEMA} {key} {sha256(key.encode() + text).hexdigest()}".encode()
