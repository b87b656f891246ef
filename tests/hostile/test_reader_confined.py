"""The process that reads a stranger's file has no more than it needs, whatever takes it over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from omgeving import run
from opdrachten import met_sjabloon

from kaderxl.reading.limits import Limits
from kaderxl.reading.process import Worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the system what it may do")


@pytest.fixture(autouse=True)
def niet_gemeten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process whose coverage is measured may write that down: here none is."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


def test_it_gets_no_password_and_no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    monkeypatch.setenv("KADERXL_SMTP_PASSWORD", "geheim-van-de-mail")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "geheim")
    worker = Worker(Limits())
    try:
        assert worker.answer(0, 60)[0] is not None or worker.alive
        about = Path("/proc", str(worker.process.pid))
        environment = (about / "environ").read_bytes()
        assert b"geheim" not in environment
        assert b"NoNewPrivs:\t1" in (about / "status").read_bytes()
        for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_CORE):
            assert resource.prlimit(worker.process.pid, kind)[0] == 0
        assert resource.prlimit(worker.process.pid, resource.RLIMIT_FSIZE) == (0, 0)
    finally:
        worker.stop()


def test_it_writes_to_no_file(tmp_path: Path) -> None:
    """As code that took it over would try."""
    program = (
        "import os; from kaderxl.reading.worker import _confine; _confine()\n"
        "try: os.write(os.open('x', os.O_CREAT | os.O_WRONLY), b'schade')\n"
        "except OSError as fout: print(fout.errno)\n"
        "else: print('geschreven')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "27", done.stderr  # EFBIG
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b""]


@pytest.mark.parametrize("name", ["slot", "bezig.json", "klaar", ""])
def test_what_is_a_link_is_not_written_through(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elders"
    if name in ("klaar", ""):
        elsewhere.mkdir()
    else:
        elsewhere.write_bytes(b"van een ander")
    work = tmp_path / "output" / "2026-evaluatie" / ".kaderxl"
    work.parent.mkdir(parents=True)
    if name:
        work.mkdir()
    (work / name if name else work).symlink_to(elsewhere)
    done = run(met_sjabloon(tmp_path), "generate", "--year", "2026")
    assert done.code == 2, done.all
    assert "verwijzing" in done.err
    if elsewhere.is_dir():
        assert list(elsewhere.iterdir()) == []
    else:
        assert elsewhere.read_bytes() == b"van een ander"


@pytest.mark.parametrize("naam", ["ontvangst.csv", "keuze.csv"])
def test_a_list_that_is_a_link_is_not_written_through(tmp_path: Path, naam: str) -> None:
    retour = tmp_path / "output" / "2026-evaluatie" / "retour"
    retour.mkdir(parents=True)
    (retour / "00000000 a.xlsx").write_bytes(b"x")
    kolommen = {"ontvangst.csv": "ontvangen,sha256,bestand", "keuze.csv": "wanneer,bestand,keuze"}
    elsewhere = tmp_path / "elders.csv"
    elsewhere.write_text(f"{kolommen[naam]}\n")
    (retour / naam).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    for words in (
        ("collect", "--choose", "00000000", "--reason", "x", "--year", "2026"),
        ("collect", "bestaat niet", "--year", "2026"),
        ("generate", "--year", "2026"),
    ):
        assert "Traceback" not in run(met_sjabloon(tmp_path), *words).err
    assert elsewhere.read_bytes() == before
