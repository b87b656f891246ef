"""Who reads a foreign file: never this process itself, which must outlive whatever is in it.

A process of its own does where the system has them. Another surrounding, such as a page in a
browser, sets `who_reads` to what it has instead; nothing else of kaderxl knows the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Protocol

from .limits import Limits


class Elsewhere(Protocol):
    """What reads, one file after another, and may die of it.

    It answers the questions of `wire` as `worker.answer` does, in the order they were put.
    """

    @property
    def alive(self) -> bool:
        """Whether it can be asked something."""

    def ask(self, verb: bytes, data: bytes) -> float:
        """Put a question; gives the moment it was put. Raises OSError when it cannot be put."""

    def answer(self, asked: float, seconds: float) -> tuple[bytes | None, bool]:
        """The next answer (None: there is none) and whether it took more than these seconds."""

    def stop(self) -> None:
        """End it, whatever it is doing."""


def _a_process(limits: Limits) -> Elsewhere:
    from .process import Worker

    return Worker(limits)


who_reads: ContextVar[Callable[[Limits], Elsewhere]] = ContextVar("who_reads", default=_a_process)
"""What starts one that reads under these caps. Raises OSError when none can be started."""
