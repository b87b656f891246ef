"""Reading ahead: the worker reads the next file while this one is judged."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
Progress = Callable[[Sequence[T], str], Iterable[T]]
_VOORUIT = 8


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
