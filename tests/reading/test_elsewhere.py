"""Who reads is a choice of the surroundings: the rest is told the same, whatever reads."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaderxl.core import catalogue
from kaderxl.core.meanwhile import AtOnce, meanwhile
from kaderxl.reading import Document, Limits, Reader, Refused, Unpacked, load
from kaderxl.reading.elsewhere import who_reads
from kaderxl.reading.process import Worker
from kaderxl.reading.worker import answer
from kaderxl.template.read import shipped_template

SLOW, DEADLY = b"langzaam", b"dodelijk"


class Here:
    """Reads in this process, as a second worker of a page would; some files are too much for it."""

    started = 0

    def __init__(self, limits: Limits) -> None:
        self._limits, self._asked = limits, deque[tuple[bytes, bytes]]()
        self.alive = True
        Here.started += 1

    def ask(self, verb: bytes, data: bytes) -> float:
        self._asked.append((verb, data))
        return time.monotonic()

    def answer(self, asked: float, seconds: float) -> tuple[bytes | None, bool]:
        verb, data = self._asked.popleft()
        if data in (SLOW, DEADLY):
            return None, data == SLOW
        return b"".join(answer(verb, data, self._limits)), False

    def stop(self) -> None:
        self.alive = False


@pytest.fixture
def here() -> Iterator[None]:
    Here.started = 0
    before = who_reads.set(Here)
    yield
    who_reads.reset(before)


def test_a_process_reads_unless_it_is_said_otherwise() -> None:
    with Reader() as reader:
        assert isinstance(reader._worker, Worker)


@pytest.mark.usefixtures("here")
def test_what_is_read_is_the_same_whoever_reads(reader: Reader) -> None:
    data = load(shipped_template())
    assert isinstance(data, bytes)
    with Reader() as other:
        assert isinstance(other._worker, Here)
        for ask in ("read", "begin_take"):
            said: list[Document | Unpacked | Refused] = []
            for who in (reader, other):
                outcome = getattr(who, ask)("sjabloon.xlsx", data)
                said.append(outcome() if callable(outcome) else outcome)
            assert said[0] == said[1]
            assert isinstance(said[0], Document)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (SLOW, catalogue.LEZEN_DUURT_TE_LANG.code),
        (DEADLY, catalogue.LEZER_GESTOPT.code),
    ],
)
def test_a_file_that_is_too_much_is_refused_and_the_rest_goes_on(data: bytes, code: str) -> None:
    with Reader() as reader:
        first = reader.begin_read("eerst.csv", b"a;b\n1;2\n")
        bad = reader.begin_read("fout.csv", data)
        last = reader.begin_read("daarna.csv", b"a;b\n3;4\n")
        outcomes = [first(), bad(), last()]
        assert Here.started == 2, "what died of a file is started anew, once"
    assert [type(o) for o in outcomes] == [Document, Refused, Document]
    assert isinstance(outcomes[1], Refused)
    assert outcomes[1].bevinding.code == code


def test_nobody_to_read_is_said_of_the_file() -> None:
    def nobody(_: Limits) -> Worker:
        raise OSError

    before = who_reads.set(nobody)
    try:
        with Reader() as reader:
            outcome = reader.read("blad.csv", b"a;b\n1;2\n")
    finally:
        who_reads.reset(before)
    assert isinstance(outcome, Refused)
    assert outcome.bevinding.code == catalogue.LEZER_GESTOPT.code


@pytest.mark.lang
def test_a_ronde_comes_to_the_same_bytes_without_a_process_and_without_a_thread(
    tmp_path: Path, run_demo: Callable[[Path], dict[str, bytes]]
) -> None:
    there = run_demo(tmp_path / "proces")
    read, aside = who_reads.set(Here), meanwhile.set(AtOnce)
    try:
        assert run_demo(tmp_path / "hier") == there
    finally:
        who_reads.reset(read)
        meanwhile.reset(aside)


@pytest.fixture
def run_demo() -> Callable[[Path], dict[str, bytes]]:
    from kaderxl import demo

    def run(output: Path) -> dict[str, bytes]:
        demo(output=output)
        return {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in output.rglob("*")
            if path.is_file() and path.name != "ontvangst.csv"  # it has the moment of each file
        }

    return run
