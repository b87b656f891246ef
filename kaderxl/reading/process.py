"""A process of its own that reads: questions go in ahead, answers come out in their order.

Two threads do nothing but move bytes, so that neither side ever waits for the other's pipe: the
process reads on while its parent is busy with what it has read.
"""

from __future__ import annotations

import _thread
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from queue import Empty, SimpleQueue

from . import wire
from .limits import Limits

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
    """One process that reads. Raises OSError when the system starts none."""

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
        self._answers: SimpleQueue[tuple[bytes | MemoryError | None, float]] = SimpleQueue()
        self._free_since = 0.0
        self._ready = False
        self._expected.put(True)  # an empty answer: it has started
        for work in (self._speak, self._listen):
            # `threading` would wait for it to begin, for ever where there is no memory for that.
            _thread.start_new_thread(self._with_room, (work,))

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
        Raises MemoryError when there was no room on this side for what came or went.
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
        if isinstance(payload, MemoryError):
            raise payload
        return payload, False

    def _with_room(self, work: Callable[[], None]) -> None:
        try:
            work()
        except MemoryError as fout:  # of this process: who waits for the answer has to say it
            self._answers.put((fout, time.monotonic()))

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
