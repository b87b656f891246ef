"""The program as a process of its own: its exit codes, and what it loads and writes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from invullen import (
    Antwoorden,
    ingevuld_blad,
    leeg_blad,
    oordeel,
    vul,
)
from opdrachten import met_sjabloon, proces, vul_map

from kaderxl.core.kader import Kader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("werkmap")]


def test_processes_give_the_same_exit_codes(kader: Kader) -> None:
    met_sjabloon()
    vul_map(Path("in"), DV=ingevuld_blad(kader, "DV"))
    assert proces("-m", "kaderxl", "collect", "in", "--year", "2026").returncode == 0
    gemaakt = proces("-m", "kaderxl", "merge", "--year", "2026", "--json")
    assert gemaakt.returncode == 1
    assert gemaakt.stderr == b""
    assert json.loads(gemaakt.stdout)["ronde"] == "2026-evaluatie"
    fout = proces("-m", "kaderxl", "generate", "--year", "1999")
    assert fout.returncode == 2
    assert fout.stdout == b""
    assert b"Traceback" not in fout.stderr


@pytest.mark.parametrize("soort", [(), ("--json",)], ids=["text", "json"])
def test_a_screen_without_all_signs_is_no_failure(kader: Kader, soort: Sequence[str]) -> None:
    """Windows writes to a file or a pipe in its own old encoding."""
    gegeven: Antwoorden = {
        "A07-I1": oordeel("🟢 prima", toelichting="Fictief"),
        "A07-I1-M1": {"Waarde": "≥ 12 →"},
    }
    met_sjabloon()
    vul_map(Path("in"), DV=vul(leeg_blad(kader, "DV"), gegeven))
    woorden = ("-m", "kaderxl", "collect", "in", "--year", "2026", *soort)
    klaar = proces(*woorden, PYTHONIOENCODING="cp1252")
    assert b"Traceback" not in klaar.stderr, klaar.stderr.decode()
    assert klaar.returncode == 1


def test_help_and_version_are_dutch_and_light() -> None:
    klaar = proces("-X", "importtime", "-m", "kaderxl", "--help")
    assert klaar.returncode == 0
    assert "Opdrachten" in klaar.stdout.decode()
    zwaar = [b"pandas", b"openpyxl", b"xlsxwriter", b"python_calamine"]
    assert not [naam for naam in zwaar if naam in klaar.stderr]


ANOTHER_ERROR = """
import os, signal, sys, types
import kaderxl.__main__

class Cli(types.ModuleType):
    def __getattr__(self, name):
        if name != "main" or {loaded}:
            return self.interrupted
        self.interrupted()

    def interrupted(self, **_):
        try:
            if {asked}:
                os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt:
            pass
        raise TypeError("what was called made this of it")

import kaderxl.cli.edge
cli = Cli("kaderxl.cli")
cli.__path__ = kaderxl.cli.__path__
sys.modules["kaderxl.cli"] = cli
kaderxl.__main__.main()
"""


@pytest.mark.parametrize("loaded", [True, False])
def test_another_error_that_python_made_of_a_ctrl_c_is_130_too(loaded: bool) -> None:
    """Not a mistake of ours, which stays one."""
    stopped = proces("-c", ANOTHER_ERROR.format(loaded=loaded, asked=True))
    assert (stopped.returncode, stopped.stdout) == (130, b"")
    assert stopped.stderr.decode().strip() == "Gestopt. Er is niets veranderd."
    ours = proces("-c", ANOTHER_ERROR.format(loaded=loaded, asked=False))
    assert ours.returncode == 1
    assert b"TypeError" in ours.stderr
