"""The --json documents: one on stdout, nothing else, and their keys are a contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from invullen import (
    Antwoorden,
    antwoorden,
    ingevuld_blad,
    leeg_blad,
    oordeel,
    vul,
)
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.cli import main
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader

pytestmark = pytest.mark.usefixtures("een_lezer")

BEVINDING = {"code", "ernst", "bestand", "blad", "cel", "tekst", "actie", "aantal", "ook"}


def geef(*woorden: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, woorden), "--json"], catch_exceptions=False)


def document(*woorden: str | Path, exit_code: int = 0) -> Any:
    """The one document on stdout, of a command that ends with this code."""
    uitkomst = geef(*woorden)
    assert uitkomst.exit_code == exit_code, uitkomst.output
    assert uitkomst.stderr == ""
    return json.loads(uitkomst.stdout)


@pytest.fixture(scope="module")
def uitvoer(kader: Kader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """De Volmacht is complete, Woonborg made mistakes, the other four sent nothing."""
    map_ = tmp_path_factory.mktemp("json")
    fout: Antwoorden = {
        **antwoorden(kader, "WB"),
        "A07-I1": oordeel("Oranje"),
        "A07-I1-M1": {"Waarde": "ca. 12"},
    }
    (map_ / "in").mkdir()
    (map_ / "in" / "a.xlsx").write_bytes(ingevuld_blad(kader, "DV"))
    (map_ / "in" / "b.xlsx").write_bytes(vul(leeg_blad(kader, "WB"), fout))
    (map_ / "in" / "c.xlsx").write_bytes(b"tekst")
    (map_ / "in" / "~$d.xlsx").write_bytes(b"slot")
    return map_ / "output"


@pytest.fixture(scope="module")
def ingenomen(uitvoer: Path) -> Any:
    opties = ("--year", "2026", "--output", uitvoer)
    return document("collect", uitvoer.parent / "in", *opties, exit_code=1)


@pytest.fixture(scope="module")
def samengevoegd(uitvoer: Path, ingenomen: Any) -> Any:
    assert ingenomen
    return document("merge", "--year", "2026", "--output", uitvoer, exit_code=1)


def test_check() -> None:
    gegeven = document("check")
    assert gegeven.keys() >= {
        "gemeente", "partijen", "afspraken", "indicatoren", "bevindingen", "vragen",
    }  # fmt: skip
    tellingen = (gegeven["partijen"], gegeven["afspraken"], gegeven["indicatoren"])
    assert (gegeven["gemeente"], *tellingen) == ("Aa en Hunze", 6, 19, 31)
    assert all(b.keys() == BEVINDING for b in gegeven["bevindingen"])
    assert gegeven["vragen"]
    assert all(v.keys() >= {"nr", "over", "vraag", "bron", "antwoord"} for v in gegeven["vragen"])


def test_check_of_a_template_with_fouten(tmp_path: Path) -> None:
    fout = schrijf_sjabloon(
        tmp_path / "fout.xlsx", **vervang("Monitoringstabel", "| gemeente |", "| gementee |")
    )
    gegeven = document("check", fout, exit_code=1)
    assert catalogue.ACTIEHOUDER_ONBEKEND.code in [b["code"] for b in gegeven["bevindingen"]]
    assert all(b.keys() == BEVINDING for b in gegeven["bevindingen"])


def test_check_of_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "tekst.xlsx").write_text("tekst")
    gegeven = document("check", tmp_path / "tekst.xlsx", exit_code=2)
    assert gegeven["gemeente"] is None
    assert gegeven["indicatoren"] == 0


def test_generate(tmp_path: Path, kader: Kader) -> None:
    gegeven = document("generate", "--year", "2026", "--output", tmp_path)
    assert gegeven["ronde"] == "2026-evaluatie"
    for blad, partij in zip(gegeven["invulbladen"], kader.partijen, strict=True):
        assert blad.keys() >= {"partij", "bestand", "indicatoren"}
        assert blad["partij"] == partij.naam
        assert Path(blad["bestand"]).is_file()
        assert blad["indicatoren"] == len(kader.vragen_aan(partij.code, 2026))


def test_collect(ingenomen: Any) -> None:
    assert ingenomen["ronde"] == "2026-evaluatie"
    per_bestand = {i["bestand"]: i for i in ingenomen["inzendingen"]}
    for inzending in per_bestand.values():
        assert inzending.keys() >= {"bestand", "sha256", "status", "partij", "bevindingen"}
        assert all(b.keys() == BEVINDING for b in inzending["bevindingen"])
    status = {naam: (i["status"], i["partij"]) for naam, i in per_bestand.items()}
    assert status == {
        "a.xlsx": ("aangenomen", "De Volmacht"),
        "b.xlsx": ("aangenomen", "Woonborg"),
        "c.xlsx": ("geweigerd", None),
        "~$d.xlsx": ("overgeslagen", None),
    }
    assert len(per_bestand["a.xlsx"]["sha256"]) == 64
    assert {b["code"] for b in per_bestand["b.xlsx"]["bevindingen"]} == {
        catalogue.REDEN_ONTBREEKT.code,
        catalogue.TOELICHTING_ONTBREEKT.code,
        catalogue.GETAL_VERWACHT.code,
    }
    bevinding = per_bestand["b.xlsx"]["bevindingen"][0]
    assert (bevinding["ernst"], bevinding["blad"]) == ("fout", "Invulblad")
    assert bevinding["bestand"] == "b.xlsx"


def test_status(uitvoer: Path, ingenomen: Any) -> None:
    assert ingenomen
    gegeven = document("status", "--year", "2026", "--output", uitvoer)
    assert gegeven["ronde"] == "2026-evaluatie"
    rijen = []
    for p in gegeven["partijen"]:
        assert p.keys() >= {"partij", "ontvangen", "ingevuld", "gevraagd"}
        rijen.append((p["partij"], bool(p["ontvangen"]), p["ingevuld"], p["gevraagd"]))
    assert rijen == [
        ("Gemeente Aa en Hunze", False, 0, 20),
        ("De Volmacht", True, 21, 21),
        ("Woonborg", True, 20, 21),
        ("Woonzorg Nederland", False, 0, 21),
        ("De Deelmacht", False, 0, 13),
        ("AH WOON", False, 0, 13),
    ]


def test_merge(samengevoegd: Any, uitvoer: Path, kader: Kader) -> None:
    assert samengevoegd.keys() >= {"ronde", "matrix", "indicatoren", "afspraken", "bevindingen"}
    assert samengevoegd["ronde"] == "2026-evaluatie"
    assert Path(samengevoegd["matrix"]).is_file()
    assert uitvoer in Path(samengevoegd["matrix"]).parents
    actief = [i.code for i in kader.actief(2026)]
    assert [i["code"] for i in samengevoegd["indicatoren"]] == actief
    assert [a["nummer"] for a in samengevoegd["afspraken"]] == list(range(1, 20))
    assert all(b.keys() == BEVINDING for b in samengevoegd["bevindingen"])
    for afspraak in samengevoegd["afspraken"]:
        assert afspraak.keys() >= {"nummer", "voorstel", "besluit"}
        assert afspraak["besluit"] is None


def test_merge_gives_each_indicator_with_who_said_what(samengevoegd: Any, kader: Kader) -> None:
    rijen = {i["code"]: i for i in samengevoegd["indicatoren"]}
    for code, rij in rijen.items():
        assert rij.keys() >= {
            "code", "afspraak", "voorstel", "verschil", "stand", "volledig", "inbreng",
        }  # fmt: skip
        assert rij["afspraak"] == int(code[1:3])
        assert isinstance(rij["verschil"], bool)
        assert isinstance(rij["stand"], str)
    zeven = rijen["A07-I1"]
    assert zeven["volledig"] is False
    assert zeven["stand"] == "deelstand, 1 van 3"
    assert zeven["inbreng"].keys() == {"De Volmacht", "Woonborg", "Woonzorg Nederland"}
    assert zeven["inbreng"]["Woonzorg Nederland"] is None
    wb = zeven["inbreng"]["Woonborg"]
    assert wb.keys() >= {"beoordeling", "reden", "toelichting", "waarden"}
    assert (wb["beoordeling"], wb["reden"], wb["toelichting"]) == ("Oranje", None, "")
    assert wb["waarden"] == {"A07-I1-M1": None}
    dv = rijen["A02-I1"]["inbreng"]["De Volmacht"]
    eigen = antwoorden(kader, "DV")
    assert dv["waarden"] == {
        "A02-I1-M1": True,
        "A02-I1-M2": str(eigen["A02-I1-M2"]["Waarde"]),
        "A02-I1-M3": eigen["A02-I1-M3"]["Waarde"],
    }
    assert rijen["A05-I2"]["inbreng"] == {}
    assert rijen["A05-I2"]["voorstel"] is None


def test_merge_gives_the_besluit(samengevoegd: Any, uitvoer: Path) -> None:
    bestand = Path(samengevoegd["matrix"])
    boek = load_workbook(bestand)
    blad = boek["Besluitenlijst"]
    kolom = next(k for k, c in enumerate(blad[2], 1) if c.value == "Besluit BO")
    blad.cell(3, kolom).value = "Rood"
    boek.save(bestand)
    gegeven = document("merge", "--year", "2026", "--output", uitvoer, exit_code=1)
    assert gegeven["afspraken"][0]["besluit"] == "Rood"
    assert gegeven["afspraken"][1]["besluit"] is None


def test_demo(tmp_path: Path) -> None:
    sjabloon = schrijf_sjabloon(tmp_path / "molendam.xlsx")
    gegeven = document("demo", "--output", tmp_path / "output", "--template", sjabloon)
    assert gegeven.keys() >= {"ronde", "matrix", "indicatoren", "afspraken", "bevindingen"}


@pytest.mark.parametrize("opdracht", ["generate", "collect", "status", "merge"])
def test_what_could_not_be_done_is_a_document_too(tmp_path: Path, opdracht: str) -> None:
    paden = [tmp_path] if opdracht == "collect" else []
    weg = tmp_path / "weg.xlsx"
    uitkomst = geef(opdracht, *paden, "--year", "2026", "--template", weg, "--output", tmp_path)
    assert uitkomst.exit_code == 2
    gegeven = json.loads(uitkomst.stdout)
    assert all(b.keys() == BEVINDING for b in gegeven["bevindingen"])
    assert catalogue.SJABLOON_FOUT.code in [b["code"] for b in gegeven["bevindingen"]]
    assert list(tmp_path.iterdir()) == []
