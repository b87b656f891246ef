"""Foreign files as those see them who ask for their cells: questions go in ahead, answers come out.

Who reads is of no concern here: `elsewhere` says it.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from ..core import catalogue
from ..core.findings import Regel
from ..core.rounds import Plek
from . import wire
from .cells import Document, Refused, Unpacked
from .elsewhere import Elsewhere, who_reads
from .limits import FILE_SIZE, SECONDS, Limits
from .load import megabytes
from .papers import Paper

T = TypeVar("T")
_MISSHAPEN = (ValueError, KeyError, TypeError, IndexError, RecursionError, OverflowError)


@dataclass(slots=True)
class _Question(Generic[T]):
    """A file under way to the worker, or back; `outcome` when it is."""

    verb: bytes
    decode: Callable[[bytes, str, str], T]
    name: str
    data: bytes
    sha256: str
    asked: float = 0.0
    outcome: T | Refused | None = None

    def refuse(self, regel: Regel, **velden: object) -> None:
        self.outcome = Refused(self.sha256, regel.bij(Plek(bestand=self.name), **velden))


class Reader:
    """Has files read; to be used in a `with` block, from one thread.

    `begin_read` and `begin_take` hand a file over and give a function that waits for the outcome:
    with some files under way the worker reads on while its parent deals with what it has.
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._worker: Elsewhere | None = None
        self._open: deque[_Question[object]] = deque()

    def __enter__(self) -> Self:
        with contextlib.suppress(OSError):  # `read` tries again, and says it when that fails
            self._worker = who_reads.get()(self._limits)  # it starts while there is other work
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, name: str, data: bytes) -> Document | Refused:
        """The cells of a file, or why not; `name` is only for the finding, and never opened."""
        return self.begin_read(name, data)()

    def begin_read(self, name: str, data: bytes) -> Callable[[], Document | Refused]:
        """What waits for the outcome of `read`."""
        return self._begin(wire.READ, wire.decode, name, data)

    def read_printed(self, name: str, data: bytes) -> Paper | Refused:
        """The lines and tables of a text, a Word document or a pdf, or why not."""
        return self._begin(wire.PRINT, wire.decode_printed, name, data)()

    def begin_take(self, name: str, data: bytes) -> Callable[[], Document | Unpacked | Refused]:
        """What waits for the documents in a zip, a mail or a mailbox, or else for `read`."""
        return self._begin(wire.TAKE, wire.decode_taken, name, data)

    @property
    def limits(self) -> Limits:
        return self._limits

    def use(self, limits: Limits) -> None:
        """Read what comes after under other caps; that takes a fresh worker."""
        if limits != self._limits:
            self.close()
            self._limits = limits

    def close(self) -> None:
        """End the worker; a later `read` starts a fresh one."""
        self._open.clear()
        if self._worker is not None:
            self._worker.stop()
        self._worker = None

    def _begin(
        self, verb: bytes, decode: Callable[[bytes, str, str], T], name: str, data: bytes
    ) -> Callable[[], T | Refused]:
        question = _Question(verb, decode, name, data, hashlib.sha256(data).hexdigest())
        if not data:
            question.refuse(catalogue.BESTAND_LEEG)
        elif len(data) > self._limits.file_bytes:
            maximum = megabytes(self._limits.file_bytes)
            question.refuse(catalogue.BESTAND_TE_GROOT, grens=FILE_SIZE, maximum=maximum)
        else:
            self._ask(question)

        def finish() -> T | Refused:
            while question.outcome is None:
                self._next()
            return question.outcome

        return finish

    def _ask(self, question: _Question[T]) -> None:
        try:
            if self._worker is None or not (self._open or self._worker.alive):
                self.close()
                self._worker = who_reads.get()(self._limits)
            question.asked = self._worker.ask(question.verb, question.data)
        except OSError:  # a system that starts no process
            question.refuse(catalogue.LEZER_GESTOPT)
        else:
            self._open.append(question)  # type: ignore[arg-type]

    def _next(self) -> None:
        """The outcome of the file that was handed over first.

        When its worker died of it, or had to be stopped, the others go to a new one.
        """
        assert self._worker is not None, "there is a worker as long as a question is open"
        question = self._open[0]
        try:
            payload, late = self._worker.answer(question.asked, self._limits.seconds)
        except BaseException:  # an answer may still be under way: never read it as the next one
            self.close()
            raise
        self._open.popleft()
        with contextlib.suppress(*_MISSHAPEN):
            if payload is not None:
                question.outcome = question.decode(payload, question.name, question.sha256)
        question.data = b""
        if question.outcome is not None:
            return
        if late:
            seconden = f"{self._limits.seconds:g}"
            question.refuse(catalogue.LEZEN_DUURT_TE_LANG, seconden=seconden, grens=SECONDS)
        else:
            question.refuse(catalogue.LEZER_GESTOPT)
        waiting = [*self._open]
        self.close()
        for other in waiting:
            self._ask(other)
