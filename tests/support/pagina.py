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

from opdrachten import ROOT

Uses = Callable[[str, Path], dict[str, Any]]
"""uses(scenario of page.cjs, folder with files) -> what came of it."""


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
