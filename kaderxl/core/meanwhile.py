"""Work that need not be waited for: a thread does it, where there can be one.

A surrounding without threads, such as a page in a browser, sets `meanwhile` to `AtOnce`.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class AtOnce(Executor):
    """Does what it is given when it is given it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as fout:  # who asks for the result is to have it, as from a thread
            done.set_exception(fout)
        return done


def _a_thread() -> Executor:
    return ThreadPoolExecutor(1)


meanwhile: ContextVar[Callable[[], Executor]] = ContextVar("meanwhile", default=_a_thread)
"""What starts one that does jobs in their order, to be used in a `with` block."""
