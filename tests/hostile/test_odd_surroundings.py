"""Another language, a narrow screen, an odd path, a clock that is wrong: the same bytes."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from afbreken import state
from click.testing import CliRunner
from invullen import ingevuld_blad
from klaarzetten import MATRIX, zet_klaar
from omgeving import COMMANDS, run
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.cli import main
from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader

pytestmark = pytest.mark.lang

ODD = {
    "LANG=C": {"LANG": "C", "LC_ALL": "C"},
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "20 columns": {"COLUMNS": "20"},
    "turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "far away": {"TZ": "Pacific/Kiritimati"},
}


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    return zet_klaar(tmp_path_factory.mktemp("klaar"), reader)


@pytest.fixture(scope="module")
def usual(klaar: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, object]]:
    found: dict[str, tuple[int, object]] = {}
    for name, words in COMMANDS.items():
        werk = shutil.copytree(klaar, tmp_path_factory.mktemp("gewoon") / "werk")
        found[name] = (run(werk, *words).code, state(werk))
    return found


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("odd", ODD)
def test_the_same_bytes_and_a_readable_screen(
    klaar: Path, tmp_path: Path, usual: dict[str, tuple[int, object]], odd: str, command: str
) -> None:
    werk = shutil.copytree(klaar, tmp_path / "werk")
    done = run(werk, *COMMANDS[command], env=ODD[odd])
    assert "Traceback" not in done.err
    assert (done.code, state(werk)) == usual[command]
    assert done.all.strip()


CLOCKS = ("2019-03-01T09:00:00+01:00", "2099-12-31T23:59:59+01:00")
BY_THE_DAY = {
    "status": "Inleveren: 15 februari 2027 (",
    "calendar": "is al geweest|inleveren",
}
"""What these say goes by the day: how long a deadline is away, and what lies behind us."""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("clock", CLOCKS)
def test_a_clock_that_is_wrong_changes_no_byte(
    klaar: Path, tmp_path: Path, usual: dict[str, tuple[int, object]], clock: str, command: str
) -> None:
    werk = shutil.copytree(klaar, tmp_path / "werk")
    done = run(werk, *COMMANDS[command], clock=clock)
    assert "Traceback" not in done.err
    if command == "calendar":  # a day that is over is in no calendar
        assert done.code == (0 if clock.startswith("2019") else 2)
        assert re.search(BY_THE_DAY[command], done.all)
    else:
        assert (done.code, state(werk)) == usual[command]
        assert BY_THE_DAY.get(command, "") in done.all


def test_a_clock_that_is_behind_publishes_nothing_and_says_why(klaar: Path, tmp_path: Path) -> None:
    werk = shutil.copytree(klaar, tmp_path / "werk")
    boek = load_workbook(werk / MATRIX)
    for rij in boek[l.SAMENVATTING].iter_rows(max_col=2):
        if rij[0].value == l.VASTGESTELD_IN:
            rij[1].value = date(2026, 11, 2)
    boek.save(werk / "x.xlsx")
    publicatie = (werk / MATRIX).parent / "publicatie"
    for clock, gezegd in ((CLOCKS[0], True), (CLOCKS[1], False)):
        done = run(werk, *COMMANDS["adopt"], clock=clock)
        assert ("M555" in done.all, publicatie.exists()) == (gezegd, not gezegd), done.all


NAMES = ["met spaties en é", "huis 🏠", "regel\neinde", "-begint met streep", "'\"&;$(x)", "a%20b"]


@pytest.mark.parametrize("naam", [*NAMES, "met spaties, huis 🏠 en\neen regel"])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folder_by_an_odd_name(
    klaar: Path, tmp_path: Path, usual: dict[str, tuple[int, object]], naam: str
) -> None:
    for name, words in COMMANDS.items():
        werk = shutil.copytree(klaar, tmp_path / naam / name)
        done = run(werk, *words)
        assert (done.code, state(werk)) == usual[name], (name, done.all)
        elders = run(werk, *words, "--output", str(tmp_path / naam / f"{name} elders"))
        assert "Traceback" not in elders.err, elders.err
        assert "\n" not in naam or naam not in elders.all, "a line break in a name is no line"


# Kinds of what broke it


@pytest.mark.usefixtures("een_lezer")
def test_a_line_break_in_the_name_of_the_kader_is_one_line_in_a_calendar(tmp_path: Path) -> None:
    sjabloon = schrijf_sjabloon(
        tmp_path / "s.xlsx",
        **vervang("Instellingen", "Woonafspraken Molendam       ", "Woonafspraken MolendamNIEUW"),
    )
    boek = load_workbook(sjabloon)
    for rij in boek["Instellingen"].iter_rows():
        if rij[1].value == "Woonafspraken MolendamNIEUW":
            rij[1].value = "Woonafspraken\r\nX-KWAAD: ja\nMolendam"
    boek.save(sjabloon)
    words = ["calendar", "--template", str(sjabloon), "--output", str(tmp_path / "uit")]
    outcome = CliRunner().invoke(main, words, catch_exceptions=False)
    assert outcome.exit_code in (0, 1), outcome.output
    for agenda in (tmp_path / "uit" / "agenda").glob("*.ics"):
        assert b"\r\nX-KWAAD" not in agenda.read_bytes()
        assert b"\nX-KWAAD" not in agenda.read_bytes().replace(b"\r\n ", b"")


@pytest.mark.usefixtures("een_lezer")
@pytest.mark.parametrize("jaren", [("2026", "9999"), ("2031", "2026"), ("0001", "0002")])
def test_a_looptijd_without_an_end_is_refused(tmp_path: Path, jaren: tuple[str, str]) -> None:
    tabel = vervang(
        "Instellingen", "| looptijd van          | 2026", f"| looptijd van | {jaren[0]}"
    )
    eind = tabel["Instellingen"].replace(
        "| looptijd t/m          | 2031", f"| looptijd t/m | {jaren[1]}"
    )
    sjabloon = schrijf_sjabloon(tmp_path / "s.xlsx", Instellingen=eind)
    for words in (["check", str(sjabloon)], ["calendar", "--template", str(sjabloon)]):
        outcome = CliRunner().invoke(main, [*words], catch_exceptions=False)
        assert outcome.exit_code in (1, 2), outcome.output


@pytest.mark.usefixtures("een_lezer")
def test_an_entry_without_a_name_keeps_the_sheet_beside_it(kader: Kader, tmp_path: Path) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        pakket.writestr(zipfile.ZipInfo(""), b"zonder naam")
        pakket.writestr("blad.xlsx", ingevuld_blad(kader, "DV"))
    (tmp_path / "x.zip").write_bytes(uit.getvalue())
    words = ["collect", str(tmp_path / "x.zip"), "--year", "2026", "--json"]
    outcome = CliRunner().invoke(
        main, [*words, "--output", str(tmp_path / "uit")], catch_exceptions=False
    )
    partijen = [i["partij"] for i in json.loads(outcome.stdout)["inzendingen"]]
    assert "De Volmacht" in partijen
