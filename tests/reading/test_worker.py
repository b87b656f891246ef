"""The process that reads foreign files, by itself."""

from __future__ import annotations

import _thread
import os
import subprocess
import sys

import pytest

from kaderxl.reading import Document, Reader, process, wire
from kaderxl.reading.limits import Limits


def test_workbooks_are_read_alike_with_lxml_beside_them() -> None:
    """openpyxl would read with lxml because it happens to be there."""
    code = (
        "import json, dataclasses, sys; from kaderxl.reading.limits import Limits; "
        "from kaderxl.reading.worker import main; main(json.dumps(dataclasses.asdict(Limits()))); "
        "import lxml, openpyxl.xml; print(openpyxl.xml.LXML, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={name: value for name, value in os.environ.items() if name != "OPENPYXL_LXML"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert done.stderr.split() == [b"False"]


def test_a_thread_that_never_begins_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As where there is memory to make one and none to let it run."""
    monkeypatch.setattr(process, "_START_SECONDS", 0.1)
    monkeypatch.setattr(_thread, "start_new_thread", lambda *_: 0)
    worker = process.Worker(Limits())
    try:
        assert worker.answer(worker.ask(b"read", b""), 0.1) == (None, False)
    finally:
        worker.stop()
        for pipe in (worker.process.stdin, worker.process.stdout):
            assert pipe is not None
            pipe.close()  # as the threads would


@pytest.mark.parametrize("way", ["send", "receive"])
def test_want_of_memory_of_our_own_is_not_the_fault_of_the_file(
    monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    with Reader() as reader:
        monkeypatch.setattr(wire, way, full)
        with pytest.raises(MemoryError):
            reader.read("x.csv", b"a;b\n1;2\n")
        monkeypatch.undo()
        assert isinstance(reader.read("x.csv", b"a;b\n1;2\n"), Document)
