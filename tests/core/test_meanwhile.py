"""A job beside the work, with a thread and without."""

from __future__ import annotations

import threading

import pytest

from kaderxl.core.meanwhile import AtOnce, meanwhile


def test_a_thread_does_it_unless_it_is_said_otherwise() -> None:
    with meanwhile.get()() as beside:
        assert beside.submit(threading.get_ident).result() != threading.get_ident()


def test_without_threads_it_is_done_at_once_and_says_the_same() -> None:
    done: list[int] = []

    def job(number: int) -> int:
        done.append(number)
        return 10 // number

    with AtOnce() as beside:
        goes, fails = beside.submit(job, 5), beside.submit(job, 0)
        assert done == [5, 0]
    assert goes.result() == 2
    with pytest.raises(ZeroDivisionError):
        fails.result()
