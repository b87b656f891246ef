"""The program that is measured: a copy, so that work on the source meanwhile changes nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copied_to(folder: Path) -> Mapping[str, str]:
    """Copy kaderxl and its template into a folder; gives the environment in which it runs there.

    The first run of a command compiles its modules, as those of an installed program are.
    """
    for part in ("kaderxl", "templates"):
        copy = folder / "program" / part
        shutil.copytree(ROOT / part, copy, ignore=shutil.ignore_patterns("__pycache__"))
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPATH": str(folder / "program"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
