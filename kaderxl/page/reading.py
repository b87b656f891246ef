"""Foreign files in a page: a second worker reads them, and is ended when one takes too long."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Protocol

from ..reading.limits import Limits
from ..reading.worker import answer as answer_here


class Bytes(Protocol):
    """Bytes as a page has them."""

    def to_bytes(self) -> bytes: ...


class Reply(Protocol):
    """What came back: `payload` is None when there is no answer."""

    payload: Bytes | None
    late: bool


class There(Protocol):
    """The second worker, as the scripts of the page show it."""

    alive: bool

    def ask(self, limits: str, verb: str, data: bytes) -> None: ...
    def answer(self, seconds: float) -> Awaitable[Reply]: ...
    def stop(self) -> None: ...


Wait = Callable[[Awaitable[Reply]], Reply]


class SecondWorker:
    """An Elsewhere: `start` gives the worker, and `wait` what a promise of the page comes to."""

    def __init__(
        self,
        limits: Limits,
        start: Callable[[], There],
        wait: Wait,
    ) -> None:
        self._limits = json.dumps(asdict(limits))
        self._there, self._wait = start(), wait

    @property
    def alive(self) -> bool:
        return self._there.alive

    def ask(self, verb: bytes, data: bytes) -> float:
        self._there.ask(self._limits, verb.decode(), data)
        return time.monotonic()

    def answer(self, asked: float, seconds: float) -> tuple[bytes | None, bool]:
        del asked  # the page itself knows since when the worker was free
        reply = self._wait(self._there.answer(seconds))
        payload = reply.payload
        return None if payload is None else payload.to_bytes(), reply.late

    def stop(self) -> None:
        self._there.stop()


def answer(limits: str, verb: str, data: bytes | memoryview) -> bytes:
    """What the second worker says of a file."""
    os.environ["OPENPYXL_LXML"] = "False"  # it reads alike, whatever else is installed
    return b"".join(answer_here(verb.encode(), bytes(data), Limits(**json.loads(limits))))
