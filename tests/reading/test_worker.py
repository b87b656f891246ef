"""The process that reads foreign files, by itself."""

from __future__ import annotations

import os
import subprocess
import sys


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
