"""The worker as its parent sees it: questions go in ahead, answers come out in their order.

Two threads do nothing but move bytes, so that neither side ever waits for the other's pipe: the
worker reads on while the parent is busy with what it has read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Generic, Self, TypeVar

from ..core import catalogue
from ..core.findings import Regel
from ..core.rounds import Plek
from . import wire
from .cells import Document, Refused, Unpacked
from .limits import FILE_SIZE, SECONDS, Limits
from .load import megabytes

_START_SECONDS = 60
_BUFFER = 1_000_000  # several answers are then taken from the pipe at once
_ROOT = str(Path(__file__).resolve().parents[2])
# Isolated, so that nothing in the folder it is started from is imported; the parent's own
# path goes along, so that it finds what the parent finds.
_START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from kaderxl.reading.worker import main; main(sys.argv[1])"
)

_AS_HERE = ("-B",) * sys.dont_write_bytecode
# What a process needs to start at all; whatever else is in the environment, such as the password of
# the mail, is not for who reads a stranger's file.
_NEEDED = (
    "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE",
    "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
)  # fmt: skip


class Worker:
    """One worker process. Raises OSError when the system starts none."""

    def __init__(self, limits: Limits) -> None:
        path = [_ROOT, *(entry for entry in sys.path if entry)]
        settings = json.dumps(asdict(limits))
        self.process = subprocess.Popen(
            [sys.executable, "-I", *_AS_HERE, "-c", _START, settings, *path],
            env={name: os.environ[name] for name in _NEEDED if name in os.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=_BUFFER,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._largest = limits.memory_bytes
        self._questions: SimpleQueue[tuple[bytes, bytes] | None] = SimpleQueue()
        self._expected: SimpleQueue[bool] = SimpleQueue()
        self._answers: SimpleQueue[tuple[bytes | None, float]] = SimpleQueue()
        self._free_since = 0.0
        self._ready = False
        self._expected.put(True)  # an empty answer: it has started
        for work in (self._speak, self._listen):
            threading.Thread(target=work, daemon=True).start()

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ask(self, verb: bytes, data: bytes) -> float:
        """Put a question; gives the moment it was put."""
        self._questions.put((verb, data))
        self._expected.put(True)
        return time.monotonic()

    def answer(self, asked: float, seconds: float) -> tuple[bytes | None, bool]:
        """The next answer (None: there is none) and whether its time ran out.

        The time counts from when the worker was free to begin, and not while it starts.
        """
        if not self._ready:
            payload, _ = self._wait(time.monotonic() + _START_SECONDS)
            if payload is None:
                return None, False
            self._ready = True
        return self._wait(max(asked, self._free_since) + seconds)

    def stop(self) -> None:
        """End the process, and with it both threads."""
        self.process.kill()
        self.process.wait()
        self._questions.put(None)
        self._expected.put(False)

    def _wait(self, deadline: float) -> tuple[bytes | None, bool]:
        try:
            payload, self._free_since = self._answers.get(
                timeout=max(deadline - time.monotonic(), 0)
            )
        except Empty:
            return None, True
        return payload, False

    def _speak(self) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError), self.process.stdin as stream:  # it may have died
            while (question := self._questions.get()) is not None:
                wire.send(stream, *question)

    def _listen(self) -> None:
        """As many answers as were asked for: a worker gone mad cannot fill the parent."""
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            while self._expected.get():
                payload = wire.receive(stream, self._largest)
                self._answers.put((payload, time.monotonic()))


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
    """Reads files in a worker process; to be used in a `with` block, from one thread.

    `begin_read` and `begin_take` hand a file over and give a function that waits for the outcome:
    with some files under way the worker reads on while its parent deals with what it has.
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._worker: Worker | None = None
        self._open: deque[_Question[object]] = deque()

    def __enter__(self) -> Self:
        with contextlib.suppress(OSError):  # `read` tries again, and says it when that fails
            self._worker = Worker(self._limits)  # it starts while the parent has other work
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, name: str, data: bytes) -> Document | Refused:
        """The cells of a file, or why not; `name` is only for the finding, and never opened."""
        return self.begin_read(name, data)()

    def begin_read(self, name: str, data: bytes) -> Callable[[], Document | Refused]:
        """What waits for the outcome of `read`."""
        return self._begin(wire.READ, wire.decode, name, data)

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
                self._worker = Worker(self._limits)
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
