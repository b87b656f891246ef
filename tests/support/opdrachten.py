"""Commands as people give them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from kaderxl.cli import main
from kaderxl.template.read import shipped_template

ROOT = Path(__file__).resolve().parents[2]


def geef(*woorden: object, invoer: str = "") -> Result:
    return CliRunner().invoke(main, [str(w) for w in woorden], input=invoer, catch_exceptions=False)


def proces(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[bytes]:
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), **omgeving}
    return subprocess.run(
        [sys.executable, *woorden], capture_output=True, env=omgeving, check=False, timeout=60
    )


def met_sjabloon(map_: Path = Path()) -> Path:
    """A folder with the shipped template where the commands look for it, for a real process."""
    bytes_ = shipped_template().read_bytes()
    return vul_map(map_ / "templates", monitoringstabel=bytes_).parent


def inhoud(map_: Path) -> dict[str, str]:
    """Every file under a folder with its hash, but for the lock."""
    return {
        p.relative_to(map_).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(map_.rglob("*"))
        if p.is_file() and p.name != "slot"
    }


def vul_map(map_: Path, **bestanden: bytes) -> Path:
    map_.mkdir(parents=True, exist_ok=True)
    for naam, data in bestanden.items():
        (map_ / f"{naam}.xlsx").write_bytes(data)
    return map_
