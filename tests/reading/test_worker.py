"""The process that reads foreign files, by itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kaderxl.reading import Document, Reader, wire


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
