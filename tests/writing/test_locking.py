"""A command waits for the one that is busy in the folder, and says for whom."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.writing import locking
from kaderxl.writing.locking import alone_in, starts_over, tell
from kaderxl.writing.transaction import ChangedMeanwhile

HOUDT = """
import sys, time
from pathlib import Path
from kaderxl.writing.locking import alone_in
with alone_in(Path(sys.argv[1]), "merge"):
    print("vast", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def houder(map_: Path, seconden: float) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    proces = subprocess.Popen(
        [sys.executable, "-c", HOUDT, str(map_), str(seconden)], stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout is not None
    assert proces.stdout.readline() == "vast\n"
    return proces


@pytest.fixture
def gezegd() -> list[str]:
    woorden: list[str] = []
    tell.set(woorden.append)
    return woorden


def test_it_waits_and_says_first_that_and_then_for_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gezegd: list[str]
) -> None:
    monkeypatch.setattr(locking, "_SOON", 0.1)
    monkeypatch.setattr(locking, "_AFTER_A_WHILE", 0.3)
    with houder(tmp_path, 0.8) as ander, alone_in(tmp_path, "collect"):
        assert ander.wait(5) == 0
    eerst, daarna = gezegd
    assert eerst.startswith("Even wachten")
    assert "kaderxl merge (" in daarna
    assert "sinds " in daarna


def test_who_is_killed_holds_nobody_up(tmp_path: Path) -> None:
    ander = houder(tmp_path, 60)
    ander.kill()
    ander.communicate()
    begin = time.monotonic()
    with alone_in(tmp_path, "collect"):
        assert time.monotonic() - begin < 5


def test_after_a_long_wait_it_gives_up_and_says_who(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gezegd: list[str]
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.2)
    monkeypatch.setattr(locking, "_SOON", 0.1)
    with houder(tmp_path, 60) as ander:
        with pytest.raises(NietUitgevoerd) as fout, alone_in(tmp_path, "collect"):
            pass
        ander.kill()
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == catalogue.MAP_BEZET.code
    assert "kaderxl merge" in bevinding.tekst
    assert gezegd


def test_who_is_done_is_named_nowhere(tmp_path: Path) -> None:
    with alone_in(tmp_path, "merge"):
        assert (tmp_path / ".kaderxl" / "bezig.json").exists()
    assert [p.name for p in (tmp_path / ".kaderxl").iterdir()] == ["slot"]


def test_what_a_dead_process_left_behind_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "herstel").mkdir()
    (tmp_path / "herstel" / ".~abc.tmp").write_bytes(b"half")
    with alone_in(tmp_path, "merge"):
        assert not (tmp_path / "herstel" / ".~abc.tmp").exists()


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("geen map")
    with pytest.raises(NietUitgevoerd), alone_in(tmp_path / "output", "merge"):
        pass


@pytest.mark.parametrize("keren", [1, 2])
def test_a_command_begins_anew_when_somebody_changed_a_file(tmp_path: Path, keren: int) -> None:
    beurten = iter(range(9))

    @starts_over
    def opdracht() -> int:
        if (beurt := next(beurten)) < keren:
            raise ChangedMeanwhile(tmp_path)
        return beurt

    assert opdracht() == keren


def test_but_not_for_ever(tmp_path: Path) -> None:
    @starts_over
    def opdracht() -> None:
        raise ChangedMeanwhile(tmp_path / "matrix.xlsx")

    with pytest.raises(NietUitgevoerd) as fout:
        opdracht()
    assert fout.value.bevindingen[0].code == catalogue.VERANDERT_STEEDS.code
