"""kaderxl.html in Chromium, from a file, offline: it makes what the command line makes."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archieven import instellingen
from browser import in_chromium
from invullen import antwoorden, vul
from klaarzetten import besluit
from opdrachten import ROOT, inhoud
from programs import nodig
from sjablonen import schrijf_sjabloon
from xlsxwriter import Workbook

from kaderxl import Ronde, adopt, check, collect, demo, generate, mail, merge
from kaderxl.core.catalogue.files import BESTAND_LEEG, LEZEN_DUURT_TE_LANG
from kaderxl.core.labels import LANGSTE_LEESTIJD
from kaderxl.template.read import HERE, shipped_template

pytestmark = [pytest.mark.extern, pytest.mark.lang, pytest.mark.xdist_group("page")]
RONDE = Ronde(2026)
RECEIVED = "retour/ontvangst.csv"
"""The one file that has the moment at which something was done."""
Uses = Callable[[str, Path], dict[str, Any]]


def build(target: Path) -> bytes:
    command = [sys.executable, str(ROOT / "page" / "build.py"), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return target.read_bytes()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as it is released."""
    nodig("npm", "npm")
    target = tmp_path_factory.mktemp("pagina") / "kaderxl.html"
    build(target)
    return target


@pytest.fixture
def uses(page: Path, tmp_path: Path) -> Uses:
    """A person who follows a scenario of page.cjs with the files of a folder."""

    def follow(scenario: str, folder: Path) -> dict[str, Any]:
        came = in_chromium("page.cjs", tmp_path / "profiel", page, scenario, folder, seconds=600)
        assert came["errors"] == []
        outside = [r for r in came["requests"] if not r.startswith(("blob:", page.as_uri()))]
        assert outside == [], "it asked something of a network"
        for screen in came.get("views", {}).values():
            for view in screen.values():
                assert view["violations"] == []
                assert view["passes"] > 30
                assert view["fits"], "the page scrolls sideways"
        return came

    return follow


def same_files(came: dict[str, str], there: Path) -> None:
    """Each file of the page is the one of the command line, but for the moments in one list."""
    files = {name: sha for name, sha in came.items() if not name.endswith("/slot")}
    expected = inhoud(there)
    assert files.keys() == expected.keys()
    assert [n for n in files if files[n] != expected[n] and not n.endswith(RECEIVED)] == []


def test_the_demo_is_the_same_byte_for_byte(uses: Uses, tmp_path: Path) -> None:
    demo(output=tmp_path / "hier" / "output")
    pictures = tmp_path / "beelden"
    pictures.mkdir()
    came = uses("demo", pictures)
    assert came["typed"] == ["kaderxl demo"]
    same_files(came["files"], tmp_path / "hier")


def test_a_round_in_a_folder_is_the_same_byte_for_byte(
    uses: Uses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder of Edge or Chrome: sheets, mails, returns, a matrix, and what the BO decided."""
    here, given = tmp_path / "hier", tmp_path / "gegeven"
    (given / "retour").mkdir(parents=True)
    (here / HERE).parent.mkdir(parents=True)
    (here / HERE).write_bytes(shipped_template().read_bytes())
    monkeypatch.chdir(here)
    kader = check().geldig()
    sheets = generate(RONDE).invulbladen
    mail(RONDE)
    for sheet in sheets[:3]:
        data = vul(sheet.bestand.read_bytes(), antwoorden(kader, sheet.partij.code))
        (given / "retour" / sheet.bestand.name).write_bytes(data)
    collect(RONDE, sorted((given / "retour").iterdir()))
    made = merge(RONDE)
    besluit(made.bestand, given / "ingevuld.xlsx", 1, "Groen")
    adopt(RONDE, given / "ingevuld.xlsx")

    came = uses("ronde", given)
    same_files(came["files"], here)
    assert came["board"] == len(kader.afspraken)
    assert "niet gedaan" not in came["collected"] + came["adopted"]
    assert [words.split()[1] for words in came["typed"]] == [
        "check", "generate", "mail", "collect", "merge", "adopt",
    ]  # fmt: skip
    assert "kaderxl generate --year 2026" in came["typed"]
    # No partij has an address yet in the shipped template, so there was nothing to mail.
    done = [step.splitlines()[0] for step in came["steps"] if "gedaan" in step]
    assert done == ["2. Invulbladen", "4. Retour", "5. Matrix", "6. Overleg"]
    assert "De schijf is vol" in came["full"]
    assert "Mozilla Public License" in came["licences"]
    with (here / "output/2026-evaluatie" / RECEIVED).open(encoding="utf-8-sig") as file:
        assert len([*csv.DictReader(file)]) == 3


def test_without_a_folder_a_zip_goes_out_and_is_opened_again(uses: Uses, tmp_path: Path) -> None:
    """On the way a file that takes too long is refused, with its reader; the rest is read."""
    bad = tmp_path / "kwaad"
    bad.mkdir()
    kader = {"Instellingen": instellingen(**{LANGSTE_LEESTIJD: "2"})}
    schrijf_sjabloon(tmp_path / "sjabloon.xlsx", **kader)
    with Workbook(bad / "groot.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(30_000):
            sheet.write_row(row, 0, [f"{row} {column}" for column in range(30)])
    (bad / "leeg.xlsx").write_bytes(b"")
    (bad / "geen.xlsx").write_bytes(b"PK\3\4" + bytes(1000))
    came = uses("zip", tmp_path)
    assert came["files"] == came["before"]
    assert came["files"]
    assert came["year"] == "2026"
    for name, code in (("leeg.xlsx", BESTAND_LEEG), ("groot.xlsx", LEZEN_DUURT_TE_LANG)):
        said = [line for line in came["collected"].splitlines() if line.startswith(name)]
        assert [code.code in line for line in said] == [True]
    assert "geen.xlsx" in came["collected"]


def test_the_same_parts_give_the_same_page(page: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "kaderxl.html")
    assert again == page.read_bytes()
    assert len(again) < 20_000_000
