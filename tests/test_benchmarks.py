"""What the benchmarks compare is the same work: the bare script writes what kaderxl writes."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest
from invullen import RONDE

from kaderxl.core.kader import Kader
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.sheet import write_input_sheet

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def test_the_bare_script_writes_the_same_input_sheet(
    klein: Kader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    bare, recording = map(import_module, ("bare", "recording"))
    partij = klein.partij("NB")
    assert partij is not None
    write_input_sheet(Opdracht(klein, RONDE, partij, {}, {}))  # the first one of a process is tried
    with recording.recorded() as recordings:
        ours = write_input_sheet(Opdracht(klein, RONDE, partij, {}, {}))
    bare.write(recordings[-1], tmp_path / "bare.xlsx")
    assert recording.content((tmp_path / "bare.xlsx").read_bytes()) == recording.content(ours)
