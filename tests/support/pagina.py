"""kaderxl.html, and what is in it."""

from __future__ import annotations

import base64
import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from opdrachten import ROOT, inhoud

Uses = Callable[[str, Path], dict[str, Any]]
"""uses(scenario of page.cjs, folder with files) -> what came of it."""
RECEIVED = "retour/ontvangst.csv"
MOMENTS = (RECEIVED, "retour/keuze.csv", "retour/post.csv", "mail/verzonden.csv")
"""The lists that have the moment at which something was done."""


def build(target: Path) -> bytes:
    """Make the page as a file."""
    command = [sys.executable, str(ROOT / "page" / "build.py"), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return target.read_bytes()


def asset(page: Path, name: str) -> bytes:
    """A file that is packed in the page."""
    found = re.search(rf'data-asset="{re.escape(name)}">([^<]+)<', page.read_text("utf-8"))
    assert found, name
    return gzip.decompress(base64.b64decode(found[1]))


def same_files(came: dict[str, str], there: Path) -> None:
    """Each file of the page is the one of the command line, but for the moments in one list."""
    remembered = "output/.kaderxl/onthouden/"  # what was read of which file, and when that was
    files = {name: sha for name, sha in came.items() if not name.endswith("/slot")}
    files = {name: sha for name, sha in files.items() if not name.startswith(remembered)}
    expected = {n: sha for n, sha in inhoud(there).items() if not n.startswith(remembered)}
    assert files.keys() == expected.keys()
    assert [n for n in files if files[n] != expected[n] and not n.endswith(MOMENTS)] == []
