"""The row of a sheet that a finding is about."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from kaderxl.page import looking
from kaderxl.page.looking import look


def sheet(file: Path, *rows: tuple[object, ...], note: str = "") -> Path:
    book = Workbook()
    assert book.active is not None
    book.active.title = "Invulblad"
    for row in rows:
        book.active.append([*row])
    if note:
        book.active["C4"].comment = Comment(note, "wij")
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)
    return file


ROWS = (
    ("De Volmacht: evaluatie 2026",),
    ("Code", "Wat vullen we in", "Antwoord", "Toelichting"),
    (None, "1. Toevoegen van woningen"),
    ("A01-I1", "opgeleverd", "ca. 12", None),
    ("A01-I2", "wanneer", date(2027, 2, 1), None),
)


def seen(*words: str) -> dict[str, Any]:
    came: dict[str, Any] = json.loads(look(*words))
    return came


def test_the_row_stands_between_its_neighbours_under_its_header(tmp_path: Path) -> None:
    sheet(tmp_path / "retour" / "0a1b2c3d blad.xlsx", *ROWS, note="let op")
    row = seen("blad.xlsx", "", "Invulblad", "C4", str(tmp_path))
    assert row["heads"] == ["Code", "Wat vullen we in", "Antwoord", "Toelichting"]
    assert row["filled_in"] == [False, False, True, True]
    assert row["heading"] == "1. Toevoegen van woningen"
    assert (row["row"], row["column"], row["note"]) == (4, "C", "let op")
    assert [line["number"] for line in row["rows"]] == [3, 4, 5]
    assert row["rows"][1]["cells"] == ["A01-I1", "opgeleverd", "ca. 12", ""]
    assert row["rows"][2]["cells"][2] == "1-2-2027"


def test_of_more_files_of_one_name_the_hash_says_which(tmp_path: Path) -> None:
    sheet(tmp_path / "retour" / "0a1b2c3d blad.xlsx", *ROWS)
    sheet(tmp_path / "retour" / "9f9f9f9f blad.xlsx", *ROWS[:3], ("A01-I1", "opgeleverd", 5))
    row = seen("blad.xlsx", "9f9f9f9f" + "0" * 56, "Invulblad", "C4", str(tmp_path))
    assert row["rows"][1]["cells"][2] == "5"


def test_what_was_handed_over_and_not_filed_is_seen_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "GIVEN", tmp_path / "gegeven")
    sheet(tmp_path / "gegeven" / "2" / "map" / "blad.xlsx", *ROWS)
    assert seen("blad.xlsx", "", "Invulblad", "C4", str(tmp_path / "ronde"))["row"] == 4


@pytest.mark.parametrize(
    ("name", "cell"),
    [("weg.xlsx", "C4"), ("blad.xlsx", ""), ("blad.xlsx", "C400"), ("nul.xlsx", "A1")],
)
def test_what_cannot_be_seen_is_a_sentence(tmp_path: Path, name: str, cell: str) -> None:
    sheet(tmp_path / "retour" / "0a1b2c3d blad.xlsx", *ROWS)
    (tmp_path / "retour" / "0a1b2c3e nul.xlsx").write_bytes(b"PK geen zip")
    assert seen(name, "", "Invulblad", cell, str(tmp_path))["refused"].endswith(".")
