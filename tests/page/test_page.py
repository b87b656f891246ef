"""kaderxl.html in Chromium, from a file, offline: it makes what the command line makes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from archieven import GEGEVENS, instellingen
from invullen import antwoorden, vul
from klaarzetten import besluit
from opdrachten import inhoud
from openpyxl import load_workbook
from pagina import Uses, build
from sjablonen import schrijf_sjabloon
from xlsxwriter import Workbook

from kaderxl import Ronde, adopt, archive, check, collect, demo, generate, mail, merge, verify
from kaderxl.core.catalogue.archive import (
    ARCHIEFGEGEVEN_ONTBREEKT,
    BESTAND_VERANDERD,
    NIET_VASTGESTELD,
)
from kaderxl.core.catalogue.files import BESTAND_LEEG, LEZEN_DUURT_TE_LANG
from kaderxl.core.labels import INSTELLINGEN, LANGSTE_LEESTIJD
from kaderxl.template.read import HERE, shipped_template

pytestmark = [pytest.mark.extern, pytest.mark.lang, pytest.mark.xdist_group("page")]
RONDE = Ronde(2026)
RECEIVED = "retour/ontvangst.csv"
"""The one file that has the moment at which something was done."""


def decided(template: Path, target: Path) -> None:
    """A copy of a template in which the gemeente decided what an archive needs."""
    book = load_workbook(template)
    for row in book[INSTELLINGEN].iter_rows(min_row=2):
        row[1].value = GEGEVENS.get(str(row[0].value), row[1].value)
    book.save(target)


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
    decided(here / HERE, given / "besloten.xlsx")

    came = uses("ronde", given)
    # The moments of the page, so that what is filed is the same to the last byte.
    (here / "output/2026-evaluatie" / RECEIVED).write_bytes(came["received"].encode())
    (here / HERE).write_bytes((given / "besloten.xlsx").read_bytes())
    merge(RONDE)
    archive(RONDE, concept=True)
    assert not verify().needs_attention
    same_files(came["files"], here)
    assert came["board"] == len(kader.afspraken)
    assert "niet gedaan" not in came["collected"] + came["adopted"]
    assert [words.split()[1] for words in came["typed"]] == [
        "check", "generate", "mail", "collect", "merge", "adopt",
        "archive", "merge", "archive", "archive", "verify", "verify",
    ]  # fmt: skip
    about = came["archive"]
    assert ARCHIEFGEGEVEN_ONTBREEKT.code in about["undecided"]
    assert NIET_VASTGESTELD.code in about["notSet"]
    assert "Als CONCEPT" in about["filed"]
    assert "nagerekend" in about["lookedOver"]
    assert "niet in orde" not in about["lookedOver"]
    assert BESTAND_VERANDERD.code in about["damaged"]
    assert "niet in orde" in about["damaged"]
    assert "kaderxl generate --year 2026" in came["typed"]
    # No partij has an address yet in the shipped template, so there was nothing to mail.
    done = [step.splitlines()[0] for step in came["steps"] if "gedaan" in step]
    assert done == ["2. Invulbladen", "4. Retour", "5. Matrix", "6. Overleg", "7. Archief"]
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
