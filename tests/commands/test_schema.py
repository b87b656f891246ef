"""docs/schema/ describes every document of --json, as each command really writes it."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from archieven import instellingen
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from schemas import FOLDER, SCHEMAS, faults
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.cli import main
from kaderxl.commands.result import SCHEMA

YEAR = ("--year", "2026")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Any]]:
    """What each command writes in a ronde with differences, besluiten, votes and mistakes."""
    folder = tmp_path_factory.mktemp("schema")
    template = schrijf_sjabloon(folder / "s.xlsx", Instellingen=instellingen())
    wrong = schrijf_sjabloon(folder / "fout.xlsx", **vervang("Doelen", "| 120 ", "| veel "))
    demo, bad = folder / "demo", folder / "niets.xlsx"
    bad.write_bytes(b"niets")
    ronde = ("--template", template, "--output", demo)
    blad = demo / "2026-evaluatie" / "invulbladen" / "Invulblad Noordbouw 2026-evaluatie.xlsx"
    bundel = folder / "bundel.xlsx"
    of_whom = ("--gemeente", "Oud", "--kader", "O", "--jaren", "2026-2027", "--partij", "N:c")
    every = [
        ("new", folder / "nieuw", *of_whom),
        ("new", folder / "nieuw", *of_whom),
        ("demo", "--template", template, "--output", folder),
        ("check", template),
        ("check", wrong, "--against", template),
        ("check", bad),
        ("generate", *YEAR, *ronde),
        ("mail", *YEAR, *ronde),
        ("mail", "--remind", *YEAR, *ronde),
        ("mail", "--receipts", *YEAR, *ronde),
        ("mail", "--send", "--yes", *YEAR, *ronde),
        ("collect", demo / "inzendingen", bad, *YEAR, *ronde),
        ("bundle", blad, "--output", bundel),
        ("bundle", "--split", bundel, blad, "--output", folder / "bladen"),
        ("status", *YEAR, *ronde),
        ("merge", *YEAR, *ronde),
        ("adopt", demo / "overleg" / "Fictief Matrix na het BO.xlsx", *YEAR, *ronde),
        ("archive", *YEAR, *ronde),
        ("history", "--csv", *ronde),
        ("verify", "--output", demo),
        ("calendar", *ronde),
        ("focus", "--year", "2027", "--round", "tussenstand", *ronde),
        ("archive", "--year", "2027", *ronde),
        ("adopt", bad, *YEAR, *ronde),
        ("verify", folder / "weg"),
    ]
    with pytest.MonkeyPatch.context() as patch:  # the BO of the demo has yet to meet
        patch.setattr("kaderxl.commands.archive.in_the_future", lambda *_: ())
        return [document(*map(str, words)) for words in every]


def document(*words: str) -> tuple[str, Any]:
    """The name of the schema of what a command wrote, and that document."""
    done = CliRunner().invoke(main, [*words, "--json"], catch_exceptions=False)
    written = json.loads(done.stdout)
    could_not = done.exit_code == 2 and words[0] != "check"
    return ("error" if could_not else words[0]), written


def test_every_command_has_a_schema_and_no_other_has() -> None:
    namen = {path.stem for path in FOLDER.glob("*.json")}
    assert namen == {*main.commands, "dossiers", "error", "shared"}
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_every_document_is_as_its_schema_says(documents: list[tuple[str, Any]]) -> None:
    assert {name for name, _ in documents} == {*main.commands, "error"}
    assert [(name, f) for name, written in documents for f in faults(name, written)] == []


def test_a_document_says_which_contract_it_keeps(documents: list[tuple[str, Any]]) -> None:
    assert {written["schema"] for _, written in documents} == {SCHEMA}


def test_a_key_that_goes_or_comes_breaks_the_contract(documents: list[tuple[str, Any]]) -> None:
    for name, written in documents:
        for key in written.keys() - {"vergeleken_met", "wijzigingen"}:  # only with --against
            assert faults(name, {k: v for k, v in written.items() if k != key}), (name, key)
        assert faults(name, {**written, "erbij": 1})
        assert faults(name, {**written, "schema": "kaderxl/2"})
    (error,) = [written for name, written in documents if name == "error"][:1]
    for key in error["bevindingen"][0]:
        (finding,) = copy.deepcopy(error["bevindingen"][:1])
        del finding[key]
        assert faults("error", {**error, "bevindingen": [finding]}), key
