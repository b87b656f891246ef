"""Files of one folder that appear together or not at all, whatever breaks it off.

What is to be written stands ready in `.kaderxl/` first. Then one list says what goes where; from
the moment it is there the work counts as done, and whoever comes next finishes it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.rounds import Plek
from .files import leg_map_vast, lukt_niet, open_in_program, reden_van

WORK = ".kaderxl"
_READY = "klaar"
_LIST = "beurt.json"
_SCHEMA = "kaderxl-beurt/1"


class Before(Enum):
    """What a command knows of a file it writes."""

    UNKNOWN = "?"


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

    target: str
    ready: str
    before: str
    after: str

    def is_known(self, now: str) -> bool:
        """Whether a file with this hash may be replaced."""
        return self.before == Before.UNKNOWN.value or now in (self.before, self.after)


class Transaction:
    """What one command changes in a folder. Whoever makes one holds the lock of that folder."""

    def __init__(self, folder: Path, command: str = "") -> None:
        self._folder = folder
        self._command = command
        self._ready = folder / WORK / _READY
        self._list = folder / WORK / _LIST
        self._steps: list[_Step] = []

    def write(
        self,
        target: Path,
        data: bytes,
        before: bytes | Before | None = Before.UNKNOWN,
        *,
        first: bool = False,
    ) -> None:
        """Have `target` hold `data`; `before` is what the command read there, None for no file.

        It goes `first` where nothing else may be in place before it. Raises NietUitgevoerd when it
        cannot be made ready.
        """
        ready = self._ready / str(len(self._steps))
        try:
            self._ready.mkdir(parents=True, exist_ok=True)
            _write_down(ready, data)
        except OSError as fout:
            raise lukt_niet(target, fout) from fout
        self._add(target, ready.name, before, sha256(data).hexdigest(), first)

    def remove(self, target: Path, before: bytes | Before | None = Before.UNKNOWN) -> None:
        """Have `target` be gone."""
        if target.exists():
            self._add(target, "", before, "")

    def _add(
        self,
        target: Path,
        ready: str,
        before: bytes | Before | None,
        after: str,
        first: bool = False,
    ) -> None:
        was = before.value if isinstance(before, Before) else _hash(before)
        path = target.relative_to(self._folder).as_posix()
        self._steps.insert(0 if first else len(self._steps), _Step(path, ready, was, after))

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
                self._look(step)
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

    def finish(self) -> str:
        """Finish what a command that was broken off had decided to do; what that came to, in words.

        What somebody changed by hand since stays: as long as nothing is in place yet, nothing of
        that command is; else that file keeps what it has. Raises NietUitgevoerd as `commit` does.
        """
        try:
            command, steps = (
                _from_json(self._list.read_bytes()) if self._list.is_file() else ("", [])
            )
            todo = [s for s in steps if not self._is_done(s)]
            theirs = [s.target for s in todo if not self._is_ours(s)]
            theirs += [s.target for s in steps if s not in todo and self._gave_back(s)]
            undone = bool(theirs) and todo == steps
            if not undone:
                ours = [s for s in todo if s.target not in theirs]
                theirs += self._carry_out(ours, [s for s in steps if s not in todo])
            self._clear()
        except OSError as fout:
            raise lukt_niet(self._folder, fout) from fout
        return _what_became(command, theirs, undone) if steps else ""

    def _is_done(self, step: _Step) -> bool:
        if step.ready:
            return not (self._ready / step.ready).is_file()
        return not (self._folder / step.target).exists()

    def _is_ours(self, step: _Step) -> bool:
        return step.is_known(self._now(step))

    def _now(self, step: _Step) -> str:
        target = self._folder / step.target
        return _hash(target.read_bytes() if target.is_file() else None)

    def _look(self, step: _Step) -> None:
        """Raises when a file is not what the command has read, or is open in a program."""
        target = self._folder / step.target
        if not self._is_ours(step):
            raise ChangedMeanwhile(target)
        if step.before not in ("", Before.UNKNOWN.value) and (slot := open_in_program(target)):
            plek = Plek(str(target))
            raise NietUitgevoerd(catalogue.BESTAND_IS_OPEN.bij(plek, slot=slot.name))

    def _carry_out(self, steps: Iterable[_Step], before: Iterable[_Step] = ()) -> list[str]:
        """Put everything in place; gives what somebody changed in that very moment, and kept."""
        done, kept = list(before), []
        for step in steps:
            target = self._folder / step.target
            try:
                self._put(step, target)
            except ChangedMeanwhile:
                if not done:
                    self._list.unlink(missing_ok=True)
                    raise
                kept.append(step.target)
            except OSError as fout:
                raise self._halfway(done, target, fout) from fout
            done.append(step)
        for folder in {(self._folder / step.target).parent for step in done}:
            with suppress(OSError):  # everything is in place
                leg_map_vast(folder)
        self._list.unlink(missing_ok=True)
        return kept

    def _put(self, step: _Step, target: Path) -> None:
        """Raises ChangedMeanwhile when what it replaced was another file than was read."""
        if not step.ready:
            target.unlink(missing_ok=True)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # no file there, or a system without second names
            os.link(target, self._replaced(step))
        (self._ready / step.ready).replace(target)
        if self._gave_back(step):
            raise ChangedMeanwhile(target)

    def _replaced(self, step: _Step) -> Path:
        """The second name of what was replaced, kept until it is known to be what was read."""
        return self._ready / f"{step.ready}.was"

    def _gave_back(self, step: _Step) -> bool:
        """Whether something else was replaced than was read; it is then in its place again."""
        replaced = self._replaced(step)
        if not step.ready or not replaced.is_file():
            return False
        if step.is_known(_hash(replaced.read_bytes())):
            replaced.unlink()
            return False
        replaced.replace(self._folder / step.target)
        return True

    def _halfway(self, done: list[_Step], target: Path, fout: OSError) -> NietUitgevoerd:
        if not done:
            self._list.unlink(missing_ok=True)
            return lukt_niet(target, fout)
        namen = ", ".join(step.target for step in done)
        velden = {"reden": reden_van(fout), "gedaan": namen}
        return NietUitgevoerd(catalogue.HALVERWEGE.bij(Plek(str(target)), **velden))

    def _clear(self) -> None:
        for file in (self._list, _beside(self._list)):
            file.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            shutil.rmtree(self._ready)


def _hash(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()


def _write_down(file: Path, data: bytes) -> None:
    with file.open("wb") as open_:
        open_.write(data)
        open_.flush()
        os.fsync(open_.fileno())


def _write_whole(file: Path, data: bytes) -> None:
    """All of it and for good; when that fails there is no such file."""
    try:
        _write_down(_beside(file), data)
        _beside(file).replace(file)
        leg_map_vast(file.parent)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _beside(file: Path) -> Path:
    return file.with_suffix(".tmp")


def _as_json(command: str, steps: Iterable[_Step]) -> bytes:
    content = {"schema": _SCHEMA, "opdracht": command, "stappen": [asdict(s) for s in steps]}
    return json.dumps(content).encode()


def _from_json(data: bytes) -> tuple[str, list[_Step]]:
    """The command and its steps; none of a list that is damaged: it never came to be."""
    try:
        content = json.loads(data)
        steps = [_Step(**s) for s in content["stappen"]] if content["schema"] == _SCHEMA else []
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
