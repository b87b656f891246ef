"""One command at a time in a folder: the next one waits, and says for whom."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from ..core import catalogue, clock
from ..core.text import zichtbaar
from .files import clear_leftovers, lukt_niet
from .transaction import READY, WORK, ChangedMeanwhile, Transaction

P = ParamSpec("P")
R = TypeVar("R")
_LOCK, _HOLDER = "slot", "bezig.json"
PATIENCE = 600.0
"""Seconds that a command waits for another one before it gives up."""
_SOON, _AFTER_A_WHILE = 1.0, 10.0
_TIMES = 3
_UNKNOWN = "een andere opdracht"
_A_LINK = "het is een verwijzing naar een andere plek"


tell: ContextVar[Callable[[str], None]] = ContextVar("tell", default=lambda _: None)
"""Where a command that waits, or finishes another's work, says so: one Dutch sentence a call."""


def starts_over(command: Callable[P, R]) -> Callable[P, R]:
    """The same command, begun anew when a person changed a file that it had read."""

    @wraps(command)
    def repeated(*args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(_TIMES):
            try:
                return command(*args, **kwargs)
            except ChangedMeanwhile as changed:
                file = changed.file
        raise catalogue.VERANDERT_STEEDS.weiger(file)

    return repeated


@contextmanager
def alone_in(folder: Path, command: str) -> Iterator[Transaction]:
    """Hold the lock of a folder, and give what the command may change there.

    What a command that was broken off had decided is finished first; what it left lying about is
    cleared. A lock does not outlive its process. Raises NietUitgevoerd when the folder cannot be
    written, or another command holds it for longer than PATIENCE.
    """
    work = folder / WORK
    try:
        work.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise lukt_niet(work, fout) from fout
    for ours in (work, work / _LOCK, work / _HOLDER, work / READY):
        if ours.is_symlink():  # what is written there would be written elsewhere
            raise catalogue.SYSTEEM_WEIGERT.weiger(ours, reden=_A_LINK)
    with _lock(work):
        transaction = Transaction(folder, command)
        try:
            with suppress(OSError):  # it only serves to say who
                (work / _HOLDER).write_text(_holder(command), "utf-8")
            if became := transaction.finish():
                tell.get()(became)
            clear_leftovers(folder)
            yield transaction
        except (MemoryError, SystemError, ImportError, RuntimeError) as fout:
            _let_go(fout)  # want of memory shows as each of these; clearing up needs some
            raise
        except KeyboardInterrupt as stop:
            if transaction.is_decided:
                stop.add_note("De volgende opdracht in deze map maakt af wat hier begon.")
            raise
        finally:
            with suppress(OSError):
                transaction.close()
                (work / _HOLDER).unlink(missing_ok=True)


def _let_go(fout: BaseException) -> None:
    """Drop what the functions that an exception passed still hold."""
    passed = fout.__traceback__
    while passed is not None:
        with suppress(RuntimeError):  # the one that runs now
            passed.tb_frame.clear()
        passed = passed.tb_next


@contextmanager
def _lock(work: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(work / _LOCK)
    begun = time.monotonic()
    patience = iter((_SOON, _AFTER_A_WHILE, 60.0, 180.0))
    while True:
        waited = time.monotonic() - begun
        if waited > PATIENCE:
            raise catalogue.MAP_BEZET.weiger(work.parent, wie=_who(work))
        until = next(patience, PATIENCE)
        try:
            lock.acquire(timeout=max(until - waited, 0.05), poll_interval=0.05)
            break
        except Timeout:
            tell.get()(_waiting(work, until))
        except OSError as fout:
            raise lukt_niet(work, fout) from fout
    try:
        yield
    finally:
        lock.release()


def _waiting(work: Path, waited: float) -> str:
    if waited <= _SOON:
        return f"Even wachten: in {work.parent} is {_UNKNOWN} bezig."
    return f"Nog steeds wachten op {_who(work)} in {work.parent}. Stoppen kan met Ctrl-C."


def _holder(command: str) -> str:
    import getpass
    import platform

    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a system without a list of users
        user = ""
    since = clock.stamp()
    holder = {"opdracht": command, "wie": user, "computer": platform.node(), "sinds": since}
    return json.dumps(holder | {"proces": os.getpid()})


def _who(work: Path) -> str:
    """`kaderxl merge (jansen op LAPTOP-12, sinds 14:03)`, as far as it is known."""
    try:
        holder = json.loads((work / _HOLDER).read_text("utf-8"))
        opdracht, wie, computer, sinds = (
            zichtbaar(str(holder[naam])) for naam in ("opdracht", "wie", "computer", "sinds")
        )
    except (OSError, ValueError, KeyError, TypeError):
        return _UNKNOWN
    wie = " op ".join(deel for deel in (wie, computer) if deel)
    return f"kaderxl {opdracht} ({', '.join(d for d in (wie, f'sinds {sinds[11:16]}') if d)})"
