"""Runs one command of kaderxl over and over, broken off at its first, second, … file operation.

python tests/support/afbreken.py HOW POINTS BEFORE SCRATCH WORDS…

BEFORE is the folder as it stands; every run gets a copy of it in SCRATCH. HOW is `kill` (the
process is gone, just before that operation) or `full` (from there on nothing can be written).
POINTS says how many of the operations are tried, spread evenly; 0 is all of them. After each the
same command runs again, undisturbed, and must end as it does without all this. Prints one JSON
document: how many operations there are, and what was not as it should be.

A process of its own, with one thread, because it forks for each of them.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR
_KILLED = 137
_HOLDS_HASHES = re.compile(r"^output/archief/.*(manifest-sha\d+\.txt|\.mdto\.xml)$")
_MOMENT = re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d")
LISTS = ("ontvangst.csv", "keuze.csv", "verzonden.csv")
NEVER = 10**9
DONE = [0]
"""How many operations on files this process did."""


def state(folder: Path) -> dict[str, str]:
    """Every file by its path and hash; when a line was written does not count, nor does a lock.

    What is remembered to be quick is no part of it: it may be gone at any time.
    What holds the hash of such a line counts by being there.
    """
    found = {}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if ".kaderxl/onthouden/" in path:
            continue
        if file.is_file() and not path.endswith(".kaderxl/slot"):
            data = file.read_bytes()
            if file.name in LISTS:
                data = _MOMENT.sub(b"T", data)
            if _HOLDS_HASHES.search(path):
                data = b""
            found[path] = sha256(data).hexdigest()[:16]
    return found


def run(folder: Path, words: list[str], disturb: Callable[[], None] | None = None) -> int:
    """The exit code of the command in a process of its own; what it says goes to `said`."""
    sys.stdout.flush()
    child = os.fork()
    if child:  # the parent
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    counter = os.open(folder.parent / "count", os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
    said = os.open(folder.parent / "said", os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(folder)
    code = 99
    try:
        if disturb:
            disturb()
        from kaderxl.cli import main

        main(words, standalone_mode=True)
    except SystemExit as end:
        code = int(end.code or 0) if not isinstance(end.code, str) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(counter, str(DONE[0]).encode())
        os._exit(code)


def at(number: int, how: str) -> Callable[[], None]:
    """What breaks a process off at that operation on files, counted from 1."""

    def step(frees_room: bool = False) -> None:
        DONE[0] += 1
        if how == "kill" and DONE[0] == number:
            os._exit(_KILLED)
        if how == "full" and DONE[0] >= number and not frees_room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and not isinstance(args[0], int) and isinstance(args[2], int):
            if args[2] & _WRITING and not os.fsdecode(args[0]).startswith("/dev/"):
                step()
        elif event == "os.mkdir":
            step()
        elif event in ("os.rename", "os.remove", "os.rmdir"):
            step(frees_room=True)

    def disturb() -> None:
        sync = os.fsync

        def counted(descriptor: Any) -> None:
            step()
            sync(descriptor)

        os.fsync = counted  # type: ignore[assignment]
        sys.addaudithook(hook)

    return disturb


def fresh(before: Path, scratch: Path) -> Path:
    work = scratch / "work"
    shutil.rmtree(work, ignore_errors=True)
    return shutil.copytree(before, work)


def said(scratch: Path) -> str:
    return (scratch / "said").read_text("utf-8", errors="replace")


def main(how: str, points: int, before: Path, scratch: Path, words: list[str]) -> dict[str, Any]:
    import kaderxl.cli  # once, before the forks

    del kaderxl.cli
    work = fresh(before, scratch)
    unharmed = state(work)
    usual = run(work, words, at(NEVER, how))
    operations, wanted = int((scratch / "count").read_text()), state(work)
    step = max(1, operations // points) if points else 1
    faults = []
    for number in range(1, operations + 1, step):
        work = fresh(before, scratch)
        code = run(work, words, at(number, how))
        words_said, now = said(scratch), state(work)
        if how == "kill" and code != _KILLED:
            faults.append([number, "was not killed", words_said])
        if "Traceback" in words_said:
            faults.append([number, "traceback", words_said[-1500:]])
        if code == 2 and "al gedaan" not in words_said and now != unharmed:
            faults.append([number, "exit 2, and yet changed", differing(now, unharmed)])
        again = run(work, words)
        if again != usual or state(work) != wanted:
            wrong = differing(state(work), wanted)
            faults.append([number, f"again ends with {again}, not {usual}", wrong])
    return {"operations": operations, "exit": usual, "faults": faults}


def differing(now: dict[str, str], other: dict[str, str]) -> list[str]:
    return [path for path in sorted(now | other) if now.get(path) != other.get(path)]


if __name__ == "__main__":
    _, how, points, before, scratch, *words = sys.argv
    print(json.dumps(main(how, int(points), Path(before), Path(scratch), words)))
