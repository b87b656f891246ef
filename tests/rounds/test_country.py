"""Every municipality at once: a dozen dossiers of four agreements, three of them broken, from input
sheet to archive. `benchmarks/dossiers.py` does the same with 342."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from afbreken import state
from land import JAAR, Ingezonden, breek, maak_land, zend_in
from opdrachten import geef, inhoud

from kaderxl.commands.dossiers import find_dossiers

pytestmark = pytest.mark.lang
DOSSIERS, PARTIJEN = 12, 60
VERDER = (("merge", *JAAR), ("archive", "--concept", *JAAR), ("verify",), ("history",))


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ingezonden, tuple[str, ...]]:
    """The folder with the dossiers and the inbox beside it; three of them are broken by then."""
    map_ = tmp_path_factory.mktemp("land")
    dossiers = maak_land(map_ / "land", DOSSIERS, PARTIJEN)
    assert geef("generate", *JAAR, "--dossiers", map_ / "land").exit_code == 0
    gestuurd = zend_in(dossiers, map_)
    kapot = breek(dossiers)
    geef("mail", *JAAR, "--dossiers", map_ / "land")
    return map_, gestuurd, kapot


@pytest.fixture
def land(begin: tuple[Path, Ingezonden, tuple[str, ...]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(begin[0] / "land", tmp_path / "land"))


def _samen(document: dict[str, object]) -> dict[str, int]:
    dossiers = document["dossiers"]
    assert isinstance(dossiers, list)
    return {d["dossier"]: d["code"] for d in dossiers}


def test_three_that_are_broken_are_named_and_stop_none_of_the_others(
    begin: tuple[Path, Ingezonden, tuple[str, ...]], land: Path
) -> None:
    _, gestuurd, kapot = begin
    heel = {f"g{n:03}" for n in range(DOSSIERS)} - {*kapot}
    assert {d.naam for d in find_dossiers(land) if [*d.uitvoer.glob("*/mail/*.eml")]} >= heel
    voor = inhoud(gestuurd.inbox)
    for woorden in (
        ("collect", gestuurd.inbox, *JAAR),
        ("merge", *JAAR),
        ("collect", gestuurd.te_laat, *JAAR),
        *VERDER,
    ):
        uitkomst = geef(*woorden, "--dossiers", land, "--json")
        codes = _samen(json.loads(uitkomst.stdout))
        assert {naam for naam, code in codes.items() if code == 2} == {*kapot} & codes.keys()
        assert gestuurd.te_laat in woorden or codes.keys() == {*heel, *kapot}
        gezegd = geef(*woorden, "--dossiers", land).stdout if woorden[0] == "verify" else ""
        assert not gezegd or f"Het kon niet in: {', '.join(kapot)}." in gezegd
    assert inhoud(gestuurd.inbox) == voor
    ingenomen = sum(len([*land.glob(f"{naam}/output/*/retour/*.xlsx")]) for naam in heel)
    assert PARTIJEN * 0.6 < ingenomen < gestuurd.aantal
    assert all([*land.glob(f"{naam}/output/archief/2027-*/bagit.txt")] for naam in heel)


def test_one_process_or_two_and_killed_halfway_it_comes_to_the_same(
    begin: tuple[Path, Ingezonden, tuple[str, ...]],
    land: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inbox, tweede, derde = begin[1].inbox, land.with_name("tweede"), land.with_name("derde")
    for ander in (tweede, derde):
        shutil.copytree(land, ander)

    def doe(waar: Path, hoeveel: int) -> None:
        monkeypatch.setattr("kaderxl.commands.dossiers.cores", lambda: hoeveel)
        geef("collect", inbox, *JAAR, "--dossiers", waar)
        geef("merge", *JAAR, "--dossiers", waar)

    doe(land, 1)
    doe(tweede, 2)
    assert state(tweede) == state(land)
    _vermoord(inbox, derde)
    doe(derde, 2)
    assert state(derde) == state(land)


def _vermoord(inbox: Path, land: Path) -> None:
    """Kill the command, with all it started, when some of the dossiers have their returns."""
    woorden = ("collect", inbox, *JAAR, "--dossiers", land)
    opdracht = [sys.executable, "-m", "kaderxl", *map(str, woorden)]
    pad = {"PYTHONPATH": str(Path(__file__).parents[2])}
    bezig = subprocess.Popen(
        opdracht, env=os.environ | pad, stdout=subprocess.DEVNULL, start_new_session=True
    )
    while bezig.poll() is None and len([*land.glob("*/output/*/retour/ontvangst.csv")]) < 3:
        time.sleep(0.01)
    assert bezig.poll() is None, "it was still busy"
    os.killpg(bezig.pid, signal.SIGKILL)
    bezig.wait()
