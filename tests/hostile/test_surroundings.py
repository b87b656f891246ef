"""What the surroundings do to a command: its exit code is right, and it never ends in a traceback.

Every command as a real process of an ordinary user: with files that may not be read, folders that
may not be written, screens that are full or closed, and Ctrl-C at many moments.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from afbreken import state
from klaarzetten import MATRIX, zet_klaar
from omgeving import COMMANDS, LOOKS, OF_THE_RONDE, copy, run, started

import kaderxl
from kaderxl import archive
from kaderxl.cli.program import main
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Reader

pytestmark = [
    pytest.mark.lang,
    pytest.mark.skipif(os.name == "nt", reason="users and signals as Windows has not"),
]
RONDE = Path("output", "2026-evaluatie")
PACKAGE = Path(kaderxl.__file__).parent
SCRIPT = Path(sys.executable).with_name("kaderxl")
ALL = list(COMMANDS)


def test_every_command_is_tried() -> None:
    assert {words[0] for words in COMMANDS.values()} == main.commands.keys() - {"demo"}


WAYS = {"module": [sys.executable, "-m", "kaderxl"], "script": [str(SCRIPT)]}
OURS = re.compile(rf'File "{re.escape(str(PACKAGE))}{re.escape(os.sep)}(?!__init__\.py)(.*)')


@pytest.fixture(scope="module")
def gewoon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gewoon")


@pytest.fixture(scope="module")
def klaar(gewoon: Path, reader: Reader) -> Path:
    """A folder with something to do for every command; a ronde before it is in the archive."""
    (gewoon / "klaar").mkdir()
    map_ = zet_klaar(gewoon / "klaar", reader)
    archive(
        Ronde(2026), template=map_ / "templates" / "monitoringstabel.xlsx",
        output=map_ / "output", concept=True,
    )  # fmt: skip
    return map_


@pytest.fixture
def werk(klaar: Path, gewoon: Path) -> Path:
    return copy(klaar, gewoon / "werk")


@pytest.fixture(scope="module")
def usual(klaar: Path, gewoon: Path) -> dict[str, tuple[int, dict[str, str], float]]:
    """What each command ends with and leaves where nothing is in its way, and how long it takes."""
    found = {}
    for name, words in COMMANDS.items():
        werk = copy(klaar, gewoon / "zoals het hoort")
        begun = time.monotonic()
        done = run(werk, *words)
        found[name] = (done.code, state(werk), time.monotonic() - begun)
        assert done.code in (0, 1), done.all
    return found


# What may not be read

SECRET: dict[str, tuple[Callable[[Path], Path], tuple[str, ...]]] = {
    "a return": (lambda w: next((w / RONDE / "retour").glob("*NB*")), OF_THE_RONDE),
    "the list of arrivals": (lambda w: w / RONDE / "retour" / "ontvangst.csv", OF_THE_RONDE),
    "the folder of returns": (lambda w: w / RONDE / "retour", OF_THE_RONDE),
    "the matrix": (lambda w: w / MATRIX, ("merge", "adopt", "archive")),
    "the folder of the matrix": (lambda w: (w / MATRIX).parent, ("merge", "adopt", "archive")),
    "the template": (
        lambda w: w / "templates" / "monitoringstabel.xlsx",
        tuple(name for name in ALL if name not in ("new", "verify", "bundle")),
    ),
    "the edited matrix": (lambda w: w / "x.xlsx", ("adopt",)),
    "the folder of archives": (
        lambda w: w / "output" / "archief",
        ("archive", "verify", "history", "status"),
    ),
    "everything": (
        lambda w: w / "output",
        tuple(name for name in ALL if name not in ("new", "check", "bundle")),
    ),
}


@pytest.mark.parametrize(
    ("secret", "command"), [(s, c) for s, (_, commands) in SECRET.items() for c in commands]
)
def test_what_may_not_be_read_is_said_and_nothing_changes(
    werk: Path, secret: str, command: str
) -> None:
    file = SECRET[secret][0](werk)
    before, mode = state(werk), file.stat().st_mode
    file.chmod(0)
    try:
        done = run(werk, *COMMANDS[command])
    finally:
        file.chmod(mode)
    assert done.code == 2, done.all
    assert "Traceback" not in done.err
    assert "we mogen er niet bij" in done.all
    assert state(werk) == before


@pytest.mark.parametrize("command", ["status", "remind"])
def test_a_partij_whose_return_may_not_be_read_is_not_silent(werk: Path, command: str) -> None:
    file = next((werk / RONDE / "retour").glob("*NB*"))
    file.chmod(0)
    done = run(werk, *COMMANDS[command])
    assert "nog niets" not in done.all
    assert file.name in done.err


def test_a_file_that_may_not_be_read_keeps_no_other_from_being_taken_in(werk: Path) -> None:
    (werk / "inbox-a" / "dicht.xlsx").write_bytes(b"x")
    (werk / "inbox-a" / "dicht.xlsx").chmod(0)
    done = run(werk, *COMMANDS["collect"])
    assert done.code == 1, done.all
    assert "dicht.xlsx" in done.out
    assert "1 aangenomen" in done.out


# What may not be written


def test_in_a_folder_to_read_only_what_looks_works_and_the_rest_says_why(werk: Path) -> None:
    for path in [werk, *werk.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    before = state(werk)
    for name, words in COMMANDS.items():
        done = run(werk, *words)
        assert "Traceback" not in done.err, name
        assert (done.code in (0, 1)) if name in LOOKS else done.code == 2, (name, done.all)
        assert state(werk) == before, name


# Screens that are full, closed or gone


@pytest.mark.parametrize("command", ALL)
def test_output_that_cannot_be_written_is_said_and_the_work_is_done(
    werk: Path, usual: dict[str, tuple[int, dict[str, str], float]], command: str
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(werk, *COMMANDS[command], stdout=full)
    assert (done.code, "Traceback" in done.err) == (1, False), done.err
    assert "de schijf is vol" in done.err
    assert state(werk) == usual[command][1]


@pytest.mark.parametrize("command", ALL)
def test_a_reader_of_the_output_that_goes_away_changes_nothing(
    werk: Path, usual: dict[str, tuple[int, dict[str, str], float]], command: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(werk, *COMMANDS[command], stdout=writing)
    finally:
        os.close(writing)
    assert (done.code, done.err) == (usual[command][0], "")
    assert state(werk) == usual[command][1]


@pytest.mark.parametrize("command", ALL)
def test_closed_streams_change_nothing(
    werk: Path, usual: dict[str, tuple[int, dict[str, str], float]], command: str
) -> None:
    """As a service starts a program: without any of the three."""

    def close() -> None:
        for number in range(3):
            os.close(number)

    done = run(werk, *COMMANDS[command], first=close)
    assert done.code == usual[command][0]
    assert state(werk) == usual[command][1]


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("merge", "--help")])
def test_help_on_a_full_disk(werk: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(werk, *words, stdout=full)
    assert (done.code, "Traceback" in done.err) == (1, False), done.err


MEGABYTES = (25, 40, 60, 90, 130, 190, 260, 400)


def without_scratch(files: dict[str, str]) -> dict[str, str]:
    """Without what is made ready and not decided on, which the next command clears away."""
    scratch = ("/.kaderxl/klaar/", "/.kaderxl/bezig.json")
    return {name: data for name, data in files.items() if not any(s in name for s in scratch)}


@pytest.mark.parametrize("command", ALL)
def test_too_little_memory_is_said_and_nothing_is_half_done(
    klaar: Path,
    gewoon: Path,
    usual: dict[str, tuple[int, dict[str, str], float]],
    command: str,
) -> None:
    import resource

    def in_little(room: int) -> None:
        resource.setrlimit(resource.RLIMIT_AS, (room, room))
        # CPython may go round for ever when it has no memory left to raise an exception.
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))

    before, seen = state(klaar), set[int]()
    code, wanted, _ = usual[command]
    for megabytes in MEGABYTES:
        werk = copy(klaar, gewoon / "krap")
        done = run(werk, *COMMANDS[command], first=partial(in_little, megabytes << 20))
        if OURS.search(done.err) is None and done.code not in (0, 1, 2):
            continue  # Python itself could not start, or not say what was wrong
        assert "Traceback" not in done.err, (megabytes, done.err)
        seen.add(done.code)
        now = state(werk)
        if done.code == 2:
            assert "geheugen" in done.err, (megabytes, done.err)
            assert without_scratch(now) == without_scratch(before), megabytes
            if now != before:  # there was no memory to clear up with, as when it is killed
                assert (run(werk, *COMMANDS[command]).code, state(werk)) == (code, wanted)
        elif "D690" in done.err or "OpenBLAS" in done.err:  # which ends the process itself
            assert (run(werk, *COMMANDS[command]).code, state(werk)) == (code, wanted), megabytes
        else:
            assert (done.code, now) == (code, wanted), (megabytes, done.all)
    assert 2 in seen
    assert seen & {0, 1}


# Ctrl-C

MOMENTS = (0.15, 0.4, 0.7, 0.85, 0.95)


@pytest.mark.parametrize("command", ALL)
def test_ctrl_c_is_130_and_says_what_was_done(
    klaar: Path,
    gewoon: Path,
    usual: dict[str, tuple[int, dict[str, str], float]],
    command: str,
) -> None:
    code, wanted, seconds = usual[command]
    stopped = 0
    for moment in MOMENTS:
        werk = copy(klaar, gewoon / "onderbroken")
        before = state(werk)
        with started(werk, *COMMANDS[command]) as process:
            time.sleep(seconds * moment)
            process.send_signal(signal.SIGINT)
            out, err = (data.decode() for data in process.communicate(timeout=60))
        assert "Traceback" not in err, (moment, err)
        if process.returncode == code and "Gestopt" not in err:
            assert state(werk) == wanted  # it was just ready
            continue
        stopped += 1
        # A shell makes 130 of a process that the signal ended, too.
        assert process.returncode in (130, -signal.SIGINT), (moment, out, err)
        assert "Gestopt." in err
        if "Er is niets veranderd" in err:
            assert state(werk) == before
        assert run(werk, *COMMANDS[command]).code == code
        assert state(werk) == wanted, moment
    assert stopped


@pytest.mark.parametrize("way", WAYS)
def test_ctrl_c_while_it_starts_is_130_and_never_a_traceback_of_ours(
    klaar: Path, gewoon: Path, way: str
) -> None:
    """From our first line on; while Python itself is being loaded it stops in words of its own."""
    if not Path(WAYS[way][0]).exists():
        pytest.skip("the package is not installed with its script")
    before, stopped = state(klaar), 0
    for milliseconds in (5, 10, 20, 30, 40, 50, 60, 80, 100, 130, 160, 200, 250, 300, 350, 400):
        werk = copy(klaar, gewoon / "begonnen")
        with started(werk, *COMMANDS["generate"], how=WAYS[way]) as process:
            time.sleep(milliseconds / 1000)
            process.send_signal(signal.SIGINT)
            err = process.communicate(timeout=60)[1].decode()
        within = [found for found in OURS.findall(err) if not found.endswith("in <module>")]
        assert within == [], err
        before_us = "KeyboardInterrupt" in err
        assert before_us or process.returncode in (0, 130, -signal.SIGINT), err
        stopped += "Gestopt" in err
        if "Er is niets veranderd" in err or before_us:
            assert state(werk) == before
    assert stopped


# What a person may write by mistake


@pytest.mark.parametrize(
    "words",
    [
        ("collect", "", "--year", "2026"),
        ("generate", "--year", "2026", "--output", ""),
        ("check", ""),
        ("adopt", "", "--year", "2026"),
        ("check", "--template", ""),
    ],
    ids=" ".join,
)
def test_nothing_is_not_this_folder(werk: Path, words: tuple[str, ...]) -> None:
    """As an unset variable gives: `collect "$INBOX"`."""
    before = state(werk)
    done = run(werk, *words)
    assert done.code == 2
    assert "hier staat niets" in done.err
    assert state(werk) == before


@pytest.mark.parametrize("pad", ["/", "~", "/../"])
def test_everything_is_not_looked_through_unasked(werk: Path, pad: str) -> None:
    before = state(werk)
    thuis = str(werk / "thuis")
    Path(thuis).mkdir()
    done = run(
        werk, "collect", pad.replace("~", thuis), "--year", "2026", "--json", env={"HOME": thuis}
    )
    assert done.code == 2
    assert [b["code"] for b in json.loads(done.out)["bevindingen"]] == ["D663"]
    Path(thuis).rmdir()
    assert state(werk) == before


def test_a_working_directory_that_is_gone(klaar: Path, gewoon: Path) -> None:
    for name, words in COMMANDS.items():
        weg = copy(klaar, gewoon / "weg")

        def go(folder: Path = weg) -> None:
            import shutil

            os.chdir(folder)
            shutil.rmtree(folder)

        done = run(gewoon, *words, first=go)
        assert "Traceback" not in done.err, (name, done.err)
        assert done.code in (0, 2), (name, done.all)
        assert done.all.strip(), name
