"""The parent's side: one worker for many files, replaced when it dies or takes too long."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from ..errors import BESTAND_LEEG, BESTAND_TE_GROOT, LEZEN_DUURT_TE_LANG, LEZER_GESTOPT, Regel
from ..model import Plek
from . import wire
from .cells import Document, Refused, Unpacked
from .limits import Limits
from .load import megabytes

T = TypeVar("T")

_TICK = 0.1  # seconds between two looks at the clock
_START_SECONDS = 60
_ROOT = str(Path(__file__).resolve().parents[2])
# Isolated, so that nothing in the folder it is started from is imported; the parent's own
# path goes along, so that it finds what the parent finds.
_START = (
    "import sys; sys.path[:] = sys.argv[2:]; "
    "from kaderxl.reading.worker import main; main(sys.argv[1])"
)


class Reader:
    """Reads files in a worker process; to be used in a `with` block, from one thread."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._deadline = math.inf
        self._worker: subprocess.Popen[bytes] | None = None
        self._ready = False

    def __enter__(self) -> Self:
        with contextlib.suppress(OSError):  # `read` tries again, and says it when that fails
            self._worker = self._start()  # it starts while the parent still has other work
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, name: str, data: bytes) -> Document | Refused:
        """The cells of a file, or why not; `name` is only for the finding, and never opened."""
        return self._answer(wire.READ, wire.decode, name, data)

    def unpack(self, name: str, data: bytes) -> Unpacked | Refused | None:
        """The documents in a zip or a mail, or why not; None for a file that is neither."""
        return self._answer(wire.UNPACK, wire.decode_unpacked, name, data)

    def close(self) -> None:
        """End the worker; a later `read` starts a fresh one."""
        self._stop()

    def _answer(
        self, verb: bytes, decode: Callable[[bytes, str, str], T], name: str, data: bytes
    ) -> T | Refused:
        sha256 = hashlib.sha256(data).hexdigest()

        def refuse(regel: Regel, **velden: object) -> Refused:
            return Refused(sha256, regel.bij(Plek(bestand=name), **velden))

        if not data:
            return refuse(BESTAND_LEEG)
        if len(data) > self._limits.file_bytes:
            maximum = megabytes(self._limits.file_bytes)
            return refuse(BESTAND_TE_GROOT, grens="de grens", maximum=maximum)
        try:
            payload, late = self._ask(verb, data)
        except BaseException:  # an answer may still be under way: never read it as the next one
            self._stop()
            raise
        if payload is not None:
            try:
                return decode(payload, name, sha256)
            except (ValueError, KeyError, TypeError, IndexError, RecursionError, OverflowError):
                pass
        self._stop()
        if late:
            return refuse(LEZEN_DUURT_TE_LANG, seconden=f"{self._limits.seconds:g}")
        return refuse(LEZER_GESTOPT)

    def _ask(self, verb: bytes, data: bytes) -> tuple[bytes | None, bool]:
        """The worker's answer (None: it died) and whether its time ran out."""
        answer = None
        try:
            worker = self._living()
            self._deadline = time.monotonic() + self._limits.seconds
            assert worker.stdin is not None
            assert worker.stdout is not None
            wire.send(worker.stdin, verb)
            wire.send(worker.stdin, data)
            answer = wire.receive(worker.stdout, self._limits.memory_bytes)
        except OSError:
            pass  # a broken pipe, or a system that starts no process
        late = time.monotonic() > self._deadline
        self._deadline = math.inf
        return answer, late

    def _living(self) -> subprocess.Popen[bytes]:
        """A worker that is ready: how long it takes to start does not count for the file."""
        if self._worker is None or self._worker.poll() is not None:
            self._stop()
            self._worker = self._start()
        if not self._ready:
            self._deadline = time.monotonic() + _START_SECONDS
            assert self._worker.stdout is not None
            self._ready = wire.receive(self._worker.stdout, 0) is not None
        return self._worker

    def _watch(self, worker: subprocess.Popen[bytes]) -> None:
        """Kill a worker that is late: it ends the blocking calls of `_ask`, on every system."""
        pause = min(_TICK, self._limits.seconds / 4)
        while worker.poll() is None:
            if time.monotonic() > self._deadline:
                worker.kill()
            time.sleep(pause)

    def _start(self) -> subprocess.Popen[bytes]:
        path = [_ROOT, *(entry for entry in sys.path if entry)]
        settings = json.dumps(asdict(self._limits))
        worker = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, settings, *path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        threading.Thread(target=self._watch, args=(worker,), daemon=True).start()
        return worker

    def _stop(self) -> None:
        worker, self._worker, self._deadline = self._worker, None, math.inf
        self._ready = False
        if worker is None:
            return
        worker.kill()
        worker.wait()
        for stream in (worker.stdin, worker.stdout):
            if stream:
                with contextlib.suppress(OSError):  # bytes the dead worker never took
                    stream.close()
