"""Every command, killed at every file operation, and with a disk that is full at every write.

At a few of them each time; at all of them with
`KADERXL_ALL=1 python3 start.py test tests/test_broken_off.py`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from klaarzetten import zet_klaar

from kaderxl.reading import Reader

pytestmark = [
    pytest.mark.lang,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, which Windows has not"),
]

HERE = Path(__file__).parent
POINTS = "0" if os.environ.get("KADERXL_ALL") else "4"
JAAR = ("--year", "2026")
OPDRACHTEN = {
    "generate": ("generate", "--year", "2026", "--round", "tussenstand"),
    "mail": ("mail", *JAAR),
    "mail --remind": ("mail", *JAAR, "--remind", "--date", "1-3-2027"),
    "mail --receipts": ("mail", *JAAR, "--receipts"),
    "collect": ("collect", "inbox-a", "inbox-b", *JAAR),
    "collect --choose": ("collect", "--choose", "NB.xlsx", "--reason", "gekozen", *JAAR),
    "merge": ("merge", *JAAR),
    "adopt": ("adopt", "x.xlsx", *JAAR),
    "archive": ("archive", "--concept", *JAAR),
    "history": ("history", "--csv"),
    "calendar": ("calendar",),
}


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    return zet_klaar(tmp_path_factory.mktemp("klaar"), reader)


@pytest.mark.parametrize("hoe", ["kill", "full"])
@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_again_it_ends_as_if_nothing_had_happened(
    klaar: Path, tmp_path: Path, opdracht: str, hoe: str
) -> None:
    words = [sys.executable, str(HERE / "afbreken.py"), hoe, POINTS, str(klaar), str(tmp_path)]
    done = subprocess.run(
        [*words, *OPDRACHTEN[opdracht]], capture_output=True, text=True, check=False, timeout=1800
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["faults"] == []
    assert outcome["operations"] > 5, "it was broken off at none"
