"""Whoever asks for help, or types something wrong, is answered in Dutch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kaderxl.cli import main
from kaderxl.cli.dutch import _WOORDEN

DE_RONDE = (
    "new check generate mail collect status merge adopt archive focus verify history calendar "
    "bundle demo"
).split()
ENGELS = re.compile(
    r"\b(usage|options?|commands?|arguments?|show|required|default|error|invalid|missing|"
    r"message|exit|try|help for|such|does|not|did|you|mean|got|unexpected|the)\b"
)
# Some of click 8.2 to 8.5 say these, and others say something else.
VAN_SOMMIGE_CLICK = {
    "No such option: {name}",
    "No such option {name!r}.",
    "(Possible options: {possibilities})",
    "(Did you mean one of: {possibilities}?)",
    "Positional arguments",
}


def hulp(*woorden: str) -> str:
    uitkomst = CliRunner().invoke(main, [*woorden, "--help"], prog_name="kaderxl")
    assert uitkomst.exit_code == 0
    return uitkomst.stdout


def engels_in(tekst: str) -> list[str]:
    """English words, the names of options and commands left out."""
    zonder_namen = re.sub(r"--[a-z]+|'[^']*'|\bkaderxl( [a-z]+)*", "", tekst.lower())
    return ENGELS.findall(zonder_namen)


def test_the_commands_stand_in_the_order_of_the_round_and_none_is_cut_off() -> None:
    for breed in (60, 80, 100):
        tekst = CliRunner().invoke(main, ["--help"], terminal_width=breed).stdout
        opdrachten = tekst.partition("Opdrachten:")[2].partition("\n\n")[0]
        assert re.findall(r"^  (\w+) ", opdrachten, re.MULTILINE) == DE_RONDE
        aaneen = " ".join(opdrachten.split())
        assert [n for n, o in main.commands.items() if f"{n} {o.help}" not in aaneen] == []
        assert max(map(len, tekst.splitlines())) <= breed


def test_click_speaks_dutch_while_we_run_and_then_as_it_did() -> None:
    engels = [vars(m).get("_") for m in (click.core, click.exceptions, click.formatting)]
    assert "Gebruik:" in hulp()
    assert [vars(m).get("_") for m in (click.core, click.exceptions, click.formatting)] == engels
    uitkomst = CliRunner().invoke(click.Command("ander"), ["--help"])
    assert "Usage:" in uitkomst.stdout


@pytest.mark.parametrize("opdracht", ["", *main.commands])
def test_help_is_dutch(opdracht: str) -> None:
    tekst = hulp(*opdracht.split())
    assert engels_in(tekst) == []
    assert "Gebruik: kaderxl" in tekst
    assert "Opties:" in tekst


@pytest.mark.parametrize("opdracht", main.commands)
def test_every_option_and_command_is_explained(opdracht: str) -> None:
    commando = main.commands[opdracht]
    assert commando.help
    assert commando.help.endswith(".")
    for optie in commando.params:
        if isinstance(optie, click.Option):
            assert optie.help, optie.name
            assert optie.help.endswith("."), optie.name


@pytest.mark.parametrize(
    "opdracht", ["generate", "mail", "collect", "status", "merge", "adopt", "archive"]
)
def test_the_commands_of_a_ronde_take_the_same_options(opdracht: str) -> None:
    tekst = hulp(opdracht)
    for optie in ("--year", "--round", "--template", "--output", "--json", "--quiet"):
        assert optie in tekst


@pytest.mark.parametrize(
    "woorden",
    [
        "",
        "chek",
        "xyz",
        "--nee",
        "generate",
        "generate --yeer 2026",
        "generate --year",
        "generate --year abc",
        "generate --year 2026 --round winter",
        "status --year 2026 extra",
        "status --year 2026 nog meer",
        "check --json=1",
        "collect --year 2026",
        "generate --year 1999",
        "generate --year 2026 --template er-is-geen.xlsx",
    ],
)
def test_a_mistake_is_explained_in_dutch_and_changes_nothing(
    woorden: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    uitkomst = CliRunner().invoke(main, woorden.split(), prog_name="kaderxl")
    assert uitkomst.exit_code == 2
    assert uitkomst.stdout == ""
    assert engels_in(uitkomst.stderr) == []
    assert "Traceback" not in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_was_meant_is_suggested() -> None:
    fout = CliRunner().invoke(main, ["status", "--yeer", "2026"]).stderr
    assert "Bedoelt u --year?" in fout.replace("'", "")


def test_a_command_without_json_says_nothing_when_quiet(shipped: Path) -> None:
    uitkomst = CliRunner().invoke(main, ["check", str(shipped), "--quiet"])
    assert (uitkomst.exit_code, uitkomst.output) == (0, "")


def test_every_word_of_the_dictionary_is_one_that_click_still_says() -> None:
    bron = "".join(b.read_text(encoding="utf-8") for b in Path(click.__file__).parent.glob("*.py"))
    samen = re.sub(r'"\s*\n\s*"', "", bron)
    onbekend = [
        woord for woord in _WOORDEN if woord.replace("\n", "\\n").replace("\t", "\\t") not in samen
    ]
    assert set(onbekend) <= VAN_SOMMIGE_CLICK


def test_a_translation_has_the_fields_of_the_original() -> None:
    velden = re.compile(r"{(\w+)")
    for engels, nederlands in _WOORDEN.items():
        assert set(velden.findall(nederlands)) <= set(velden.findall(engels)), engels


@pytest.mark.parametrize(
    "woorden",
    [(), ("generate",), ("collect", "--year", "2026"), ("merge", "--year", "x"), ("mrege",)],
)
def test_words_that_are_no_command_are_exit_2_in_dutch(woorden: Sequence[str]) -> None:
    uitkomst = CliRunner().invoke(main, woorden)
    assert uitkomst.exit_code == 2
    assert "Error" not in uitkomst.output
    assert "Missing" not in uitkomst.output


@pytest.mark.parametrize(
    ("whose", "what"),
    [
        (click.Context, "__enter__"),
        (click.Context, "__exit__"),
        (click.Context, "exit"),
        (click.Group, "make_context"),
        (click.Group, "invoke"),
        (click.Command, "invoke"),
    ],
)
def test_ctrl_c_is_130_wherever_click_is(
    whose: type, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(whose, what, interrupted)
    done = CliRunner().invoke(main, ["status", "--year", "2026"])
    assert done.exit_code == 130
    assert "Gestopt. Er is niets veranderd." in done.stderr
