"""Reading ahead: the worker reads the next file while this one is judged."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
Progress = Callable[[Sequence[T], str], Iterable[T]]
_VOORUIT = 8
_VOL = 1_000_000  # objects between two looks for cycles; each look goes over all of them


def silent(werk: Sequence[T], wat: str) -> Iterable[T]:
    """The progress of a library: none."""
    del wat
    return werk


def read_ahead(werk: Iterable[T], begin: Callable[[T], Callable[[], U]]) -> Iterator[tuple[T, U]]:
    """Each item with its outcome, which what `begin` gives waits for; some are begun ahead."""
    begonnen: deque[tuple[T, Callable[[], U]]] = deque()
    for item in werk:
        begonnen.append((item, begin(item)))
        if len(begonnen) > _VOORUIT:
            eerste, uitkomst = begonnen.popleft()
            yield eerste, uitkomst()
    while begonnen:
        eerste, uitkomst = begonnen.popleft()
        yield eerste, uitkomst()


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Thousands of cells, all of them kept, are no reason to look for cycles."""
    eerder = gc.get_threshold()
    gc.set_threshold(max(_VOL, eerder[0]), *eerder[1:])
    try:
        yield
    finally:
        gc.set_threshold(*eerder)
