"""The edge of the process: what the system does to it becomes a finding or an exit code.

No command has to think of a disk that is full, a file that may not be read or a screen that went
away: what it does not say better itself is said here.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from ..core.findings import NietUitgevoerd

STOPPED = 130
_NO_MEMORY = (
    b"Deze computer heeft hiervoor te weinig geheugen vrij. Sluit andere programma's en geef de "
    b"opdracht opnieuw.\n"
)
_NO_ROOM = ("can't start new thread", "failed to map segment", "cannot allocate memory")


class NoOutput(Exception):
    """What a command says cannot be written; `reason` is in words, "" where nobody listens."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def open_streams() -> None:
    """A closed standard stream leads nowhere; else the next file that is opened takes its place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def say(line: str, end: bool = True) -> None:
    """A line on stdout, or the beginning of one. Raises NoOutput when that cannot be."""
    try:
        click.echo(line, nl=end)
    except OSError as fout:
        raise NoOutput(give_up_on_output(fout)) from None


def warn(line: str) -> None:
    """A line on stderr, where there is one."""
    try:
        click.echo(line, err=True)
    except OSError:
        _give_up(sys.stderr)


def give_up_on_output(fout: OSError) -> str:
    """Let the rest of it go nowhere; why, in words: "" where nobody listens any more."""
    from ..writing.files import reden_van

    _give_up(sys.stdout)
    return "" if isinstance(fout, BrokenPipeError) else reden_van(fout)


def not_said(reason: str) -> int:
    """Say that all is done and yet not told; gives the exit code."""
    if reason:
        warn(f"Klaar, maar wat er te zeggen is konden we niet wegschrijven: {reason}.")
    return 1


def _give_up(stream: object) -> None:
    """Let what waits in a stream go nowhere: at its end Python would try again."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]
        os.close(nowhere)


@contextmanager
def said_by_the_system() -> Iterator[None]:
    """Raise NietUitgevoerd for what the system refuses, unless the command did so itself."""
    try:
        yield
    except NoOutput:
        raise
    except (OSError, MemoryError, ImportError, RuntimeError, SystemError) as fout:
        if (refused := _refused(fout)) is None:
            raise
        raise refused from fout


def _refused(fout: BaseException) -> NietUitgevoerd | None:
    """None for what is a mistake of ours."""
    from ..core import catalogue
    from ..core.findings import NietUitgevoerd
    from ..core.rounds import Plek
    from ..writing.files import has_placed, reden_van, so_far

    done = (catalogue.DEELS_GEDAAN.bij(gedaan=so_far()),) if has_placed() else ()
    if is_no_memory(fout):
        return NietUitgevoerd(catalogue.GEEN_GEHEUGEN.bij(), *done)
    if not isinstance(fout, OSError):
        return None
    name = fout.filename
    place = Plek(os.fsdecode(name)) if isinstance(name, (str, bytes, os.PathLike)) else Plek()
    return NietUitgevoerd(catalogue.SYSTEEM_WEIGERT.bij(place, reden=reden_van(fout)), *done)


def is_no_memory(fout: BaseException) -> bool:
    """Whether it is for want of memory; Python itself then fails in more ways than one."""
    cause: BaseException | None = fout
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno == errno.ENOMEM:
            return True
        no_word = isinstance(cause, (MemoryError, SystemError))
        if no_word or any(w in str(cause).lower() for w in _NO_ROOM):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def stopped(by: BaseException) -> int:
    """Say that a person stopped it, with what was done by then; gives the exit code."""
    from ..writing.files import so_far

    done = getattr(by, "__notes__", None) or [so_far()]
    warn(f"Gestopt. {' '.join(done)}")
    return STOPPED


def out_of_memory() -> int:
    """Say so where there is not even memory for a finding; gives the exit code."""
    with suppress(OSError):
        os.write(2, _NO_MEMORY)
    return 2


def run(program: Callable[[], object], asked: Sequence[object] = ()) -> NoReturn:
    """Run the command line as a process of its own: Ctrl-C is 130, wherever it was.

    Where somebody `asked` to stop every error is what came of that.
    """
    open_streams()
    try:
        program()
        code: object = 0
    except SystemExit as end:
        code = end.code
    except BaseException as fout:
        if asked or isinstance(fout, KeyboardInterrupt):
            warn("")  # below the ^C of the terminal
            code = stopped(fout)
        elif is_no_memory(fout):
            code = out_of_memory()
        else:
            raise
    with suppress(ValueError):  # it is over: what is left is only cleaning up
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)  # type: ignore[arg-type]
