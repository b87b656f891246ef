"""Files of one folder that appear together or not at all, whatever breaks it off.

What is to be written stands ready in `.kaderxl/` first. Then one list says what goes where; from
the moment it is there the work counts as done, and whoever comes next finishes it.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from .files import (
    count_placed,
    leg_map_vast,
    leg_vast,
    lukt_niet,
    open_in_program,
    reden_van,
)

WORK = ".kaderxl"
READY, _LIST = "klaar", "beurt.json"
_SCHEMA = "kaderxl-beurt/1"
_ANY: Literal["?"] = "?"
Before = bytes | None | Literal["?"]
"""What a command has read in a file it writes: None for no file, "?" for whatever is there."""


class ChangedMeanwhile(Exception):
    """A file is not what the command has read; nothing was changed, and it can start over."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


@dataclass(frozen=True, slots=True)
class _Step:
    """One file put in place, or taken away when `ready` is empty.

    `before` and `after` are SHA-256 in hex, "" for no file; `before` is "?" where any will do.
    """

    folder: Path
    target: str
    ready: str
    before: str
    after: str

    @property
    def file(self) -> Path:
        return self.folder / self.target

    @property
    def _made(self) -> Path:
        return self.folder / WORK / READY / self.ready

    def is_done(self) -> bool:
        return not self._made.is_file() if self.ready else not self.file.exists()

    def may_replace(self, file: Path) -> bool:
        """Whether this is what was read, or what is to come."""
        now = _hash(file.read_bytes() if file.is_file() else None)
        return self.before == _ANY or now in (self.before, self.after)

    def look(self) -> None:
        """Raises when a file is not what the command has read, or is open in a program."""
        if not self.may_replace(self.file):
            raise ChangedMeanwhile(self.file)
        if self.before not in ("", _ANY) and (slot := open_in_program(self.file)):
            raise catalogue.BESTAND_IS_OPEN.weiger(self.file, slot=slot.name)

    def put(self) -> None:
        """Raises ChangedMeanwhile when what it replaced was another file than was read."""
        count_placed()
        if not self.ready:
            self.file.unlink(missing_ok=True)
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        # No file there, or a system without second names: then Python may lack the very word.
        with suppress(OSError, AttributeError):
            os.link(self.file, self._replaced)
        self._made.replace(self.file)
        if self.gave_back():
            raise ChangedMeanwhile(self.file)

    @property
    def _replaced(self) -> Path:
        """The second name of what was replaced, kept until it is known to be what was read."""
        return self._made.with_suffix(".was")

    def gave_back(self) -> bool:
        """Whether something else was replaced than was read; it is then in its place again."""
        if not self.ready or not self._replaced.is_file():
            return False
        if self.may_replace(self._replaced):
            self._replaced.unlink()
            return False
        self._replaced.replace(self.file)
        return True


class Transaction:
    """What one command changes in a folder. Whoever makes one holds the lock of that folder."""

    def __init__(self, folder: Path, command: str = "") -> None:
        self._folder = folder
        self._command = command
        self._ready = folder / WORK / READY
        self._list = folder / WORK / _LIST
        self._steps: list[_Step] = []
        self._one_by_one = threading.Lock()
        self._over = False

    @property
    def is_decided(self) -> bool:
        """Whether whoever comes next finishes it."""
        return self._list.exists()

    def write(
        self, target: Path, data: bytes, before: Before = _ANY, *, first: bool = False
    ) -> None:
        """Have `target` hold `data`; `before` is what the command read there.

        It goes `first` where nothing else may be in place before it. Raises NietUitgevoerd when it
        cannot be made ready, and RuntimeError when the transaction was closed.
        """
        with self._one_by_one:
            if self._over:
                raise RuntimeError("the transaction was closed")
            ready = self._ready / str(len(self._steps))
            try:
                self._ready.mkdir(parents=True, exist_ok=True)
                leg_vast(ready.open("wb"), data)
            except OSError as fout:
                raise lukt_niet(target, fout) from fout
            step = self._step(target, ready.name, before, _hash(data))
            self._steps.insert(0 if first else len(self._steps), step)

    def remove(self, target: Path, before: Before = _ANY) -> None:
        """Have `target` be gone."""
        if target.exists():
            self._steps.append(self._step(target, "", before, ""))

    def _step(self, target: Path, ready: str, before: Before, after: str) -> _Step:
        was = before if isinstance(before, str) else _hash(before)
        return _Step(self._folder, target.relative_to(self._folder).as_posix(), ready, was, after)

    def commit(self) -> None:
        """Put everything in place, in the order in which it was written.

        Raises ChangedMeanwhile when a file is not what the command has read, and NietUitgevoerd
        when it cannot be done; nothing is changed then, or the finding says what is, and the rest
        follows with the next command.
        """
        steps, self._steps = self._steps, []
        if not steps:
            return
        try:
            for step in steps:
                step.look()
            if len(steps) > 1:
                _write_whole(self._list, _as_json(self._command, steps))
            self._carry_out(steps)
        except OSError as fout:
            raise lukt_niet(self._folder, fout) from fout
        finally:
            self.discard()

    def discard(self) -> None:
        """Drop what was made ready and not decided on."""
        self._steps = []
        if not self._list.exists():
            self._clear()

    def close(self) -> None:
        """Drop the same, for good: a Ctrl-C may leave a thread behind that would still write."""
        with self._one_by_one:
            self._over = True
            self.discard()

    def finish(self) -> str:
        """Finish what a command that was broken off had decided to do; what that came to, in words.

        What somebody changed by hand since stays: as long as nothing is in place yet, nothing of
        that command is; else that file keeps what it has. Raises NietUitgevoerd as `commit` does.
        """
        try:
            command, steps = _decided(self._list, self._folder)
            todo = [s for s in steps if not s.is_done()]
            theirs = [s.target for s in todo if not s.may_replace(s.file)]
            theirs += [s.target for s in steps if s not in todo and s.gave_back()]
            undone = bool(theirs) and todo == steps
            if not undone:
                ours = [s for s in todo if s.target not in theirs]
                theirs += self._carry_out(ours, [s for s in steps if s not in todo])
            self._clear()
        except OSError as fout:
            raise lukt_niet(self._folder, fout) from fout
        return _what_became(command, theirs, undone) if steps else ""

    def _carry_out(self, steps: Iterable[_Step], before: Iterable[_Step] = ()) -> list[str]:
        """Put everything in place; gives what somebody changed in that very moment, and kept."""
        done, kept = list(before), []
        for step in steps:
            try:
                step.put()
            except ChangedMeanwhile:
                if not done:
                    self._list.unlink(missing_ok=True)
                    raise
                kept.append(step.target)
            except OSError as fout:
                raise self._halfway(done, step.file, fout) from fout
            done.append(step)
        for folder in {step.file.parent for step in done}:
            with suppress(OSError):  # everything is in place
                leg_map_vast(folder)
        self._list.unlink(missing_ok=True)
        return kept

    def _halfway(self, done: list[_Step], target: Path, fout: OSError) -> NietUitgevoerd:
        if not done:
            self._list.unlink(missing_ok=True)
            return lukt_niet(target, fout)
        namen = ", ".join(step.target for step in done)
        return catalogue.HALVERWEGE.weiger(target, reden=reden_van(fout), gedaan=namen)

    def _clear(self) -> None:
        for file in (self._list, _beside(self._list)):
            file.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            shutil.rmtree(self._ready)


def _hash(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()


def _write_whole(file: Path, data: bytes) -> None:
    """All of it and for good; when that fails there is no such file."""
    try:
        leg_vast(_beside(file).open("wb"), data)
        _beside(file).replace(file)
        leg_map_vast(file.parent)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _beside(file: Path) -> Path:
    return file.with_suffix(".tmp")


def _as_json(command: str, steps: Iterable[_Step]) -> bytes:
    stappen = [{n: v for n, v in asdict(s).items() if n != "folder"} for s in steps]
    return json.dumps({"schema": _SCHEMA, "opdracht": command, "stappen": stappen}).encode()


def _decided(file: Path, folder: Path) -> tuple[str, list[_Step]]:
    """The command and its steps; none of a list that is damaged: it never came to be."""
    if not file.is_file():
        return "", []
    try:
        content = json.loads(file.read_bytes())
        stappen = content["stappen"] if content["schema"] == _SCHEMA else []
        steps = [_Step(folder, **stap) for stap in stappen]
        command = str(content["opdracht"])
    except (ValueError, KeyError, TypeError):
        return "", []
    return (command, steps) if all(map(_stays_inside, steps)) else ("", [])


def _what_became(command: str, theirs: list[str], undone: bool) -> str:
    begin = f"De opdracht {command} van daarvoor was afgebroken"
    if not theirs:
        return f"{begin}; zij is nu afgemaakt."
    namen = ", ".join(theirs)
    if undone:
        return (
            f"{begin}, en daarna veranderde iemand {namen}. Er is niets van gedaan: geef haar weer."
        )
    return (
        f"{begin}; zij is afgemaakt, maar niet in {namen}: dat veranderde iemand. Geef haar weer."
    )


def _stays_inside(step: _Step) -> bool:
    target = PurePosixPath(step.target)
    inside = not target.is_absolute() and ".." not in target.parts
    return inside and (not step.ready or step.ready.isdecimal())
