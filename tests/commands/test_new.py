"""`new`: a folder for another agreement, in which every command finds its template."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from opdrachten import geef, inhoud
from openpyxl import load_workbook

from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import Regel

pytestmark = pytest.mark.usefixtures("een_lezer")

WIE = ("--partij", "De Haard:corporaties", "--partij", "Huurders Samen:huurders")
OVER = ("--gemeente", "Oudeveen", "--kader", "Woonafspraken Oudeveen", "--jaren", "2025-2028")


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, where no command finds a template."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_makes_a_folder_that_the_commands_work_in(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uitkomst = geef("new", "oudeveen", *OVER, *WIE)
    assert uitkomst.exit_code == 0, uitkomst.output
    assert "Gemeente Oudeveen (gemeente)" in uitkomst.stdout
    map_ = werkmap / "oudeveen"
    assert sorted(p.relative_to(map_).as_posix() for p in map_.rglob("*")) == [
        "Leesmij.txt", "output", "templates", "templates/monitoringstabel.xlsx",
    ]  # fmt: skip
    assert "kaderxl check" in (map_ / "Leesmij.txt").read_text("utf-8")
    monkeypatch.chdir(map_)
    nagekeken = geef("check")
    assert nagekeken.exit_code == 1
    assert catalogue.VOORBEELD_BLIJFT.code in nagekeken.stdout
    assert "Woonafspraken Oudeveen: 3 partijen" in nagekeken.stdout
    geweigerd = geef("generate", "--year", "2025")
    assert geweigerd.exit_code == 2
    assert catalogue.VOORBEELD_BLIJFT.code in geweigerd.stderr
    assert list((map_ / "output").iterdir()) == []


def test_with_own_rows_for_the_examples_a_ronde_begins(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geef("new", ".", *OVER, *WIE)
    vul_in(werkmap / "templates" / "monitoringstabel.xlsx")
    nagekeken = geef("check")
    assert nagekeken.exit_code == 0, nagekeken.output
    assert geef("generate", "--year", "2025").exit_code == 0
    namen = sorted(p.name for p in (werkmap / "output/2025-evaluatie/invulbladen").glob("*.xlsx"))
    assert len(namen) == 3


def vul_in(sjabloon: Path) -> None:
    """Two rows over the first two examples, and the others taken out, as a person does it."""
    boek = load_workbook(sjabloon)
    eigen: dict[str, list[tuple[str | int, ...]]] = {
        l.MONITORINGSTABEL: [
            ("Wonen", "1a. Bouwen", "woningen", "elk jaar", "corporaties", "aantal", "som"),
            ("Wonen", "1b. Samen", "overleg", "2025, 2027", "alle partijen", "mijlpaal", "ieder"),
        ],
        l.MEETWAARDEN: [("woningen", "Opgeleverd", "aantal", "woningen", "som", "+")],
        l.DOELEN: [("woningen", 2028, 40)],
    }
    for naam, rijen in eigen.items():
        blad = boek[naam]
        blad.delete_rows(2 + len(rijen), 50)
        for nummer, rij in enumerate(rijen, 2):
            for kolom in range(1, blad.max_column + 1):
                blad.cell(nummer, kolom).value = rij[kolom - 1] if kolom <= len(rij) else None
    boek.save(sjabloon)


@pytest.mark.parametrize("staat_er", ["templates/monitoringstabel.xlsx", "Leesmij.txt"])
def test_what_is_there_stays(staat_er: str, werkmap: Path) -> None:
    (werkmap / staat_er).parent.mkdir(exist_ok=True)
    (werkmap / staat_er).write_text("van mij")
    voor = inhoud(werkmap)
    uitkomst = geef("new", ".", *OVER, *WIE)
    assert uitkomst.exit_code == 2
    assert catalogue.PLEK_IS_BEZET.code in uitkomst.stderr
    assert Path(staat_er).name in uitkomst.stderr
    assert inhoud(werkmap) == voor
    is_sjabloon = staat_er.endswith("xlsx")
    assert ("Typ partijen erbij op het blad Partijen" in uitkomst.stderr) is is_sjabloon


def test_a_folder_with_other_files_is_fine(werkmap: Path) -> None:
    (werkmap / "overeenkomst.pdf").write_bytes(b"%PDF")
    (werkmap / "output").mkdir()
    assert geef("new", ".", *OVER, *WIE).exit_code == 0


def test_what_was_not_said_is_asked(werkmap: Path) -> None:
    antwoorden = "\nOudeveen\nWoonafspraken\nstraks\n2025-2028\nDe Haard\nDe Haard: corporaties\n\n"
    uitkomst = geef("new", "oudeveen", invoer=antwoorden)
    assert uitkomst.exit_code == 0, uitkomst.output
    assert "De Haard (corporaties)" in uitkomst.stdout
    assert "Schrijf het eerste en het laatste jaar" in uitkomst.stdout
    assert "dubbele punt" in uitkomst.stdout
    assert (werkmap / "oudeveen" / "templates" / "monitoringstabel.xlsx").is_file()


@pytest.mark.parametrize(
    ("woorden", "noemt"),
    [
        ((), "--gemeente"),
        (OVER[:2], "--kader"),
        (OVER[:4], "--jaren"),
        (OVER, "--partij"),
        ((*OVER[:4], "--jaren", "straks"), "2026-2030"),
        ((*OVER, "--partij", "De Haard"), "dubbele punt"),
    ],
)
def test_with_nobody_to_ask_it_says_what_is_missing(
    woorden: tuple[str, ...], noemt: str, werkmap: Path
) -> None:
    uitkomst = geef("new", "oudeveen", *woorden)
    assert uitkomst.exit_code == 2
    assert noemt in uitkomst.stderr
    assert list(werkmap.iterdir()) == []


def test_partijen_of_a_file_and_the_json(werkmap: Path) -> None:
    (werkmap / "wie.csv").write_text("naam;groep;code\nDe Haard;corporaties;dh\nHS;huurders;\n")
    uitkomst = geef("new", "oudeveen", *OVER, "--partijen", "wie.csv", "--json")
    assert uitkomst.exit_code == 0, uitkomst.output
    gegeven = json.loads(uitkomst.stdout)
    assert [p["code"] for p in gegeven["partijen"]] == ["GEM", "DH", "HS"]
    assert Path(gegeven["sjabloon"]).is_file()


@pytest.mark.parametrize(
    ("woorden", "regel"),
    [
        ((*OVER, *WIE, "--partij", "de haard:anderen"), catalogue.PARTIJ_DUBBEL),
        ((*OVER[:4], "--jaren", "2000-2099", *WIE), catalogue.LOOPTIJD_ONGESCHIKT),
        ((*OVER, *WIE, "--kenmerk", "met streep-je"), catalogue.CODE_ONGESCHIKT),
    ],
)
def test_what_would_not_be_right_is_not_made(
    woorden: tuple[str, ...], regel: Regel, werkmap: Path
) -> None:
    uitkomst = geef("new", "oudeveen", *woorden)
    assert uitkomst.exit_code == 2
    assert regel.code in uitkomst.stderr
    assert list(werkmap.iterdir()) == []
