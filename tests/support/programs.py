"""Other programs that tests need: where they are, and that they are there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Converteer = Callable[[Path, str, Path], Path]
"""converteer(file, format, target folder) -> the converted file."""


SCRIPTS = Path(__file__).resolve().parents[1] / "programs"

NODE_MODULES = Path(__file__).resolve().parents[2] / ".programs" / "node_modules"


def nodig(programma: str, pakket: str) -> str:
    gevonden = shutil.which(programma)
    if gevonden is None:
        pytest.fail(f"{pakket} ({programma}) is not installed; this test needs it. See .ci/run.")
    return gevonden
