"""`archive`, `verify` and `check --against` as a user gives them: words, documents, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archieven import Klaar, instellingen, maak_ronde
from click.testing import Result
from invullen import RONDE
from opdrachten import geef
from sjablonen import schrijf_sjabloon, vervang

import kaderxl
from kaderxl.core import catalogue
from kaderxl.reading import Reader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader, een_lezer: None) -> Klaar:
    return maak_ronde(tmp_path_factory.mktemp("ronde"), reader, ("GEM",))


def archiveer(klaar: Klaar, *woorden: object, output: Path | None = None) -> Result:
    waar = ("--template", klaar.sjabloon, "--output", output or klaar.output)
    return geef("archive", "--year", 2026, *waar, *woorden)


def document(uitkomst: Result) -> Any:
    return json.loads(uitkomst.stdout)


def test_a_ronde_is_filed_and_looked_over(klaar: Klaar) -> None:
    uitkomst = archiveer(klaar)
    assert uitkomst.exit_code == 2
    assert "uitdrukkelijk: kaderxl archive --concept" in uitkomst.stderr
    uitkomst = archiveer(klaar, "--concept")
    assert uitkomst.exit_code == 0
    van_wie, *regels = uitkomst.stdout.splitlines()
    assert van_wie.startswith("Gemeente Molendam: Woonafspraken Molendam (")
    assert regels[0].startswith("Evaluatie 2026, versie 1: ")
    assert regels[0].endswith("Als CONCEPT: de matrix is niet vastgesteld.")
    assert regels[1] == f"Archief: {klaar.archief / str(RONDE)}"
    uitkomst = archiveer(klaar, "--concept")
    assert uitkomst.exit_code == 0
    assert "is er al, met precies deze stukken" in uitkomst.stdout
    assert document(archiveer(klaar, "--concept", "--json")) == {
        "schema": "kaderxl/1",
        "ronde": str(RONDE),
        "archief": str(klaar.archief / str(RONDE)),
        "versie": 1,
        "nieuw": False,
        "concept": True,
        "bestanden": int(regels[0].split(": ")[1].split()[0]),
        "bevindingen": [],
    }
    uitkomst = geef("verify", "--output", klaar.output)
    assert uitkomst.exit_code == 0
    assert uitkomst.stdout.endswith("in orde, de cijfers zijn nagerekend.\n")


def test_damage_is_named_per_file(klaar: Klaar, tmp_path: Path) -> None:
    archiveer(klaar, "--concept")
    leesmij = klaar.archief / str(RONDE) / "data" / "Leesmij.txt"
    heel = leesmij.read_bytes()
    try:
        leesmij.write_bytes(b"anders")
        uitkomst = geef("verify", klaar.archief)
        assert uitkomst.exit_code == 1
        assert "niet in orde." in uitkomst.stdout
        assert "  data/Leesmij.txt:\n    fout A711: Dit bestand is veranderd" in uitkomst.stdout
        (archief,) = document(geef("verify", klaar.archief, "--json"))["archieven"]
    finally:
        leesmij.write_bytes(heel)
    assert archief["ronde"] == str(RONDE)
    assert (archief["in_orde"], archief["nagerekend"]) == (False, True)
    assert [(b["code"], b["bestand"]) for b in archief["bevindingen"]] == [
        (catalogue.BESTAND_VERANDERD.code, "data/Leesmij.txt")
    ]


def test_where_no_archive_is_nothing_is_looked_over(tmp_path: Path) -> None:
    uitkomst = geef("verify", tmp_path / "niets")
    assert uitkomst.exit_code == 2
    assert "Hier staat geen archief." in uitkomst.stderr


def test_changes_are_laid_out_by_subject(klaar: Klaar, tmp_path: Path) -> None:
    nieuw = schrijf_sjabloon(
        tmp_path / "nieuw.xlsx",
        Instellingen=instellingen(),
        **vervang("Monitoringstabel", "jaarlijks overleg", "klachten in de buurt"),
    )
    uitkomst = geef("check", nieuw, "--against", klaar.sjabloon)
    assert uitkomst.exit_code == 1
    assert uitkomst.stdout.splitlines()[:3] == [
        "Sjabloon nieuw.xlsx, vergeleken met sjabloon.xlsx",
        "Indicatoren:",
        "  - Indicator A03-I2 (“jaarlijks overleg”): tekst was “jaarlijks overleg”, wordt "
        "“klachten in de buurt”.",
    ]
    assert "fout S127 Monitoringstabel" in uitkomst.stdout
    gegeven = document(geef("check", nieuw, "--against", klaar.sjabloon, "--json"))
    assert gegeven["vergeleken_met"] == "sjabloon.xlsx"
    (wijziging,) = gegeven["wijzigingen"]
    assert wijziging.keys() == {"onderwerp", "code", "soort", "tekst"}
    assert "S127" in [b["code"] for b in gegeven["bevindingen"]]


def test_the_same_template_has_not_changed(klaar: Klaar) -> None:
    uitkomst = geef("check", klaar.sjabloon, "--against", klaar.sjabloon)
    assert (uitkomst.exit_code, uitkomst.stdout.splitlines()[1]) == (0, "Er is niets veranderd.")


def test_an_older_template_that_is_not_there(klaar: Klaar, tmp_path: Path) -> None:
    assert geef("check", klaar.sjabloon, "--against", tmp_path / "weg.xlsx").exit_code == 2


def test_the_library_has_the_same_functions() -> None:
    for naam in ("archive", "compare", "verify"):
        assert callable(getattr(kaderxl, naam))
