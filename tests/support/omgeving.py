"""Commands as real processes of an ordinary user, in surroundings that do not help.

To root every file is open; a test that runs as root gives that right up first.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_DROP_FROM_BOUNDING_SET = 24
_OVER_FILES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
YEAR = ("--year", "2026")
OF_WHOM = ("--gemeente", "Oudeveen", "--kader", "W", "--jaren", "2026-2027", "--partij", "N:c")
COMMANDS: dict[str, tuple[str, ...]] = {
    "new": ("new", "nieuw", *OF_WHOM),
    "check": ("check",),
    "generate": ("generate", "--year", "2026", "--round", "tussenstand"),
    "mail": ("mail", *YEAR),
    "remind": ("mail", "--remind", "--date", "1-3-2027", *YEAR),
    "receipts": ("mail", "--receipts", *YEAR),
    "collect": ("collect", "inbox-a", *YEAR),
    "bundle": ("bundle", "inbox-a", "--output", "bundel.xlsx"),
    "choose": ("collect", "--choose", "NB.xlsx", "--reason", "proef", *YEAR),
    "status": ("status", *YEAR),
    "merge": ("merge", *YEAR),
    "adopt": ("adopt", "x.xlsx", *YEAR),
    "archive": ("archive", "--concept", *YEAR),
    "focus": ("focus", *YEAR, "--round", "tussenstand"),
    "verify": ("verify",),
    "history": ("history",),
    "calendar": ("calendar",),
}
_AT_A_MOMENT = """
import sys
from datetime import datetime
from kaderxl.__main__ import main
from kaderxl.core import clock
moment = datetime.fromisoformat(sys.argv.pop(1))
clock.now = lambda: moment
main()
"""
LOOKS = ("check", "status", "verify")
"""What changes nothing."""
OF_THE_RONDE = ("mail", "remind", "receipts", "collect", "choose", "status", "merge", "archive")


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


def run(folder: Path, *words: str, **more: Any) -> Done:
    """A command in that folder, by an ordinary user; `env` adds to a bare environment."""
    with started(folder, *words, **more) as process:
        try:
            out, err = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()  # else leaving the block waits for it without end
            raise
    return Done(process.returncode, decoded(out), decoded(err))


def decoded(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", errors="replace")


def started(
    folder: Path, *words: str, first: Callable[[], object] = lambda: None, **more: Any
) -> subprocess.Popen[bytes]:
    """The same, still running; `first` is done in it before it begins.

    With `clock` (ISO 8601) it thinks that it is that moment; `how` is what runs kaderxl.
    """
    env = {"PATH": os.defpath, "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}
    env |= more.pop("env", {})
    streams: dict[str, int | IO[Any]] = {
        "stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
    }  # fmt: skip

    def begin() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # who runs in the background ignores it
        _as_anybody()
        first()

    usual = [sys.executable, "-m", "kaderxl"]
    if clock := more.pop("clock", ""):
        usual[1:] = ["-c", _AT_A_MOMENT, clock]
    return subprocess.Popen(
        [*more.pop("how", usual), *words],
        **{"cwd": folder, "env": env, **streams, "preexec_fn": begin, **more},
    )


def _as_anybody() -> None:
    """Let the rights on files hold for root as for anybody (Linux: prctl, capabilities(7))."""
    if os.geteuid() == 0:
        system = ctypes.CDLL(None, use_errno=True)
        for capability in _OVER_FILES:
            if system.prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def copy(of: Path, into: Path) -> Path:
    """A fresh copy, whatever rights the one before it was left with."""
    if into.exists():
        for path in [into, *into.rglob("*")]:
            path.chmod(0o700)
    shutil.rmtree(into, ignore_errors=True)
    return shutil.copytree(of, into)
