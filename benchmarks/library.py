"""kaderxl as a library, in one process; prints the seconds of the part that is measured: of the
processor, and for what waits for a disk by the clock.

python benchmarks/library.py sheets TEMPLATE
python benchmarks/library.py round TEMPLATE RETURNS OUTPUT
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from kaderxl import Ronde, check, collect, merge

RONDE = Ronde(2026)


def sheets(template: Path) -> float:
    """Write an input sheet for each partij, in memory."""
    from kaderxl.sheets.layout import Opdracht
    from kaderxl.sheets.sheet import write_input_sheet

    kader = check(template).geldig()
    start = process_time()
    for partij in kader.partijen:
        write_input_sheet(Opdracht(kader, RONDE, partij, {}, {}))
    return process_time() - start


def collect_and_merge(template: Path, returns: Path, output: Path) -> float:
    """Collect and merge; the seconds are those in which the system put files safely on disk."""
    fsync, flushing = os.fsync, 0.0

    def timed(fd: Any) -> None:
        nonlocal flushing
        start = perf_counter()
        fsync(fd)
        flushing += perf_counter() - start

    os.fsync = timed
    collect(RONDE, [returns], template=template, output=output)
    merge(RONDE, template=template, output=output)
    return flushing


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    paths = map(Path, words)
    print(sheets(*paths) if what == "sheets" else collect_and_merge(*paths))
