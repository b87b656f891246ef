"""Every command, killed at every file operation, and with a disk that is full at every write.

At a few of them each time; at all of them with
`KADERXL_ALL=1 python3 start.py test tests/rounds/test_broken_off.py`.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from afbreken import state
from klaarzetten import zet_klaar

from kaderxl.reading import Reader

pytestmark = [
    pytest.mark.lang,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, which Windows has not"),
]

BREAK_OFF = Path(__file__).parents[1] / "support" / "afbreken.py"
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
    words = [sys.executable, str(BREAK_OFF), hoe, POINTS, str(klaar), str(tmp_path)]
    done = subprocess.run(
        [*words, *OPDRACHTEN[opdracht]], capture_output=True, text=True, check=False, timeout=1800
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["faults"] == []
    assert outcome["operations"] > 5, "it was broken off at none"


@pytest.mark.parametrize("bytes_", [0, 300, 9_000])
@pytest.mark.parametrize("opdracht", ["collect", "collect --choose", "adopt", "mail"])
def test_a_system_that_lets_no_larger_file_be_written(
    klaar: Path, tmp_path: Path, opdracht: str, bytes_: int
) -> None:
    """A limit that the system holds itself: the list fits, the workbook does not."""
    import resource

    werk = shutil.copytree(klaar, tmp_path / "werk")
    voor = state(werk)

    def geef(grens: int | None) -> subprocess.CompletedProcess[str]:
        def begrens() -> None:
            if grens is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (grens, grens))

        words = [sys.executable, "-m", "kaderxl", *OPDRACHTEN[opdracht]]
        return subprocess.run(
            words,
            cwd=werk,
            preexec_fn=begrens,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # Python would keep half of it
            capture_output=True,
            text=True,
            check=False,
        )

    begrensd = geef(bytes_)
    assert "Traceback" not in begrensd.stderr
    if begrensd.returncode == 2:
        assert "D630" in begrensd.stderr
        assert state(werk) == voor
    onbegrensd = geef(None)
    elders = shutil.copytree(klaar, tmp_path / "elders")
    werk = elders
    assert geef(None).returncode == onbegrensd.returncode
    assert state(tmp_path / "werk") == state(elders)


def test_lists_that_excel_saved_keep_what_they_say_and_are_added_to(
    klaar: Path, tmp_path: Path
) -> None:
    """Semicolons and Windows characters, as a Dutch Excel saves a csv."""
    werk = shutil.copytree(klaar, tmp_path / "werk")
    retour = werk / "output" / "2026-evaluatie" / "retour"

    def geef(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "kaderxl", *words, *JAAR],
            cwd=werk,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    geef("collect", "--exclude", "ZW.xlsx", "--reason", "verkeerd blad, café")
    for lijst in (retour / "keuze.csv", retour / "ontvangst.csv"):
        rijen = csv.reader(lijst.read_text("utf-8-sig").splitlines())
        regels = [";".join(rij) for rij in rijen]
        lijst.write_bytes("\r\n".join([*regels, ""]).encode("cp1252"))
    geef("collect", "inbox-a", "inbox-b")
    geef("collect", "--choose", "GEM.xlsx", "--reason", "ja")
    assert re.search("Zuidwonen +nog niets ontvangen", geef("status"))
    for naam, aantal in (("keuze.csv", 2), ("ontvangst.csv", 4)):
        regels = (retour / naam).read_text("utf-8-sig").splitlines()
        assert len(regels) == aantal + 1
        assert len({regel.count(",") for regel in csv_zonder_tekst(regels)}) == 1
    assert "café" in (retour / "keuze.csv").read_text("utf-8-sig")


def csv_zonder_tekst(regels: list[str]) -> list[str]:
    return [",".join("x" for _ in rij) for rij in csv.reader(regels)]


@pytest.mark.parametrize("naam", ["keuze.csv", "ontvangst.csv"])
def test_a_list_that_is_no_list_stops_the_command(klaar: Path, tmp_path: Path, naam: str) -> None:
    werk = shutil.copytree(klaar, tmp_path / "werk")
    lijst = werk / "output" / "2026-evaluatie" / "retour" / naam
    lijst.write_bytes(b"iets anders\n1;2\n")
    voor = state(werk)
    for opdracht in ("collect", "merge", "adopt"):
        done = subprocess.run(
            [sys.executable, "-m", "kaderxl", *OPDRACHTEN[opdracht]],
            cwd=werk,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert "D629" in done.stderr
        assert state(werk) == voor
