"""Many dossiers on one desk: one command in all of them, and one inbox for all."""

from __future__ import annotations

import json
import mailbox
import shutil
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import Result
from dorpen import schrijf_zeedorp
from invullen import antwoorden, bewerk, leeg_blad, vul, zonder_meta
from opdrachten import geef, inhoud, vul_map
from schemas import faults
from sjablonen import STANDAARD, schrijf_sjabloon, vervang

from kaderxl.commands.dossiers import (
    InAllDossiers,
    Kaderdossier,
    Uitkomst,
    find_dossiers,
    in_all,
)
from kaderxl.commands.result import SCHEMA
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

RONDE = ("--year", "2026")
pytestmark = pytest.mark.lang
XLSX = "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sjabloon(land: Path, naam: str, kenmerk: str) -> Path:
    """A dossier of Molendam's agreement under another kenmerk."""
    map_ = land / naam / "templates"
    map_.mkdir(parents=True)
    anders = vervang("Instellingen", "MOL ", f"{kenmerk} ")
    return schrijf_sjabloon(map_ / "monitoringstabel.xlsx", **anders)


@pytest.fixture(scope="module")
def uitgegeven(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """Four dossiers of two agreements, one whose template is no workbook, and what generate said
    of them all."""
    land = tmp_path_factory.mktemp("dossiers") / "land"
    for naam, kenmerk in (("noord/assen", "ASN"), ("noord/borger", "BRG"), ("coevorden", "CVD")):
        sjabloon(land, naam, kenmerk)
    for naam in ("zeedorp", "kapot"):
        (land / naam / "templates").mkdir(parents=True)
    schrijf_zeedorp(land / "zeedorp" / "templates" / "monitoringstabel.xlsx")
    (land / "kapot" / "templates" / "monitoringstabel.xlsx").write_bytes(b"geen werkboek")
    return land, geef("generate", *RONDE, "--dossiers", land)


@pytest.fixture
def land(uitgegeven: tuple[Path, Result], tmp_path: Path) -> Path:
    """The dossiers, each with its input sheets."""
    return Path(shutil.copytree(uitgegeven[0], tmp_path / "land"))


def kader_van(land: Path, naam: str, reader: Reader) -> Kader:
    kader = read_template(land / naam / "templates" / "monitoringstabel.xlsx", reader).kader
    assert kader is not None
    return kader


def ingevuld(land: Path, naam: str, partij: str, reader: Reader) -> bytes:
    """The sheet that this dossier gave the partij, filled in."""
    kader = kader_van(land, naam, reader)
    wie = kader.partij(partij)
    assert wie is not None
    bladen = land / naam / "output" / "2026-evaluatie" / "invulbladen"
    blad = next(bladen.glob(f"*{wie.naam}*"))
    return vul(blad.read_bytes(), antwoorden(kader, partij))


def retouren(land: Path, naam: str) -> list[str]:
    map_ = land / naam / "output" / "2026-evaluatie" / "retour"
    return sorted(p.name for p in map_.glob("*.xlsx")) if map_.is_dir() else []


def test_a_command_works_through_all_and_a_broken_one_stops_no_other(
    uitgegeven: tuple[Path, Result],
) -> None:
    land, uitkomst = uitgegeven
    assert uitkomst.exit_code == 1
    eerste, *_, samen, welke = uitkomst.stdout.splitlines()
    assert eerste.startswith("coevorden: 4 invulbladen voor de evaluatie 2026.")
    assert samen == "5 dossiers: 4 in orde, 1 kon niet."
    assert welke == "Het kon niet in: kapot. In de andere is het gedaan."
    assert catalogue.SJABLOON_FOUT.code in uitkomst.stdout
    bladen = land.glob("**/invulbladen/*.xlsx")
    assert {p.relative_to(land).as_posix().partition("/output/")[0] for p in bladen} == {
        "coevorden", "noord/assen", "noord/borger", "zeedorp",
    }  # fmt: skip


def test_each_dossier_gets_the_files_that_its_own_command_gives(land: Path, tmp_path: Path) -> None:
    """Whether one process does the work or two, and after it was stopped halfway as well."""
    shutil.rmtree(land / "kapot")
    for dossier in find_dossiers(land):
        shutil.rmtree(dossier.uitvoer)
    zelf = tmp_path / "zelf"
    shutil.copytree(land, zelf)
    for dossier in find_dossiers(zelf):
        plaats = ("--template", dossier.sjabloon, "--output", dossier.uitvoer)
        assert geef("generate", *RONDE, *plaats).exit_code == 0
    # Somebody stopped it when the first was done
    eerste = find_dossiers(land)[0]
    geef("generate", *RONDE, "--template", eerste.sjabloon, "--output", eerste.uitvoer)
    assert geef("generate", *RONDE, "--dossiers", land).exit_code == 0
    assert inhoud(land) == inhoud(zelf)


def test_one_inbox_brings_each_return_to_its_own_dossier(land: Path, reader: Reader) -> None:
    assen, borger = (ingevuld(land, f"noord/{n}", "NB", reader) for n in ("assen", "borger"))
    zee = ingevuld(land, "zeedorp", "DUINWONEN", reader)
    # One whose stempel was lost says whose it is by its kenmerk
    zonder = bewerk(ingevuld(land, "coevorden", "ZW", reader), zonder_meta)
    vreemd = leeg_blad(replace_kenmerk(kader_van(land, "coevorden", reader), "XYZ"), "NB")
    inbox = vul_map(land.parent / "in", een=assen, twee=borger, drie=zee, vier=zonder, vijf=vreemd)
    (inbox / "brief.txt").write_text("Wij sturen het later.", "utf-8")
    voor = inhoud(inbox)
    uitkomst = geef("collect", inbox, *RONDE, "--dossiers", land, "--json")
    assert uitkomst.exit_code == 1
    document = json.loads(uitkomst.stdout)
    assert faults("dossiers", document) == []
    assert [d["dossier"] for d in document["dossiers"]] == [
        "coevorden", "noord/assen", "noord/borger", "zeedorp",
    ]  # fmt: skip
    for dossier in document["dossiers"]:
        (inzending,) = dossier["inzendingen"]
        assert inzending["status"] == "aangenomen", dossier
        assert len(retouren(land, dossier["dossier"])) == 1
    waarom = {Path(b["bestand"]).name: b["tekst"] for b in document["bevindingen"]}
    assert set(waarom) == {"vijf.xlsx", "brief.txt"}
    assert "ander kader" in waarom["vijf.xlsx"]
    assert inhoud(inbox) == voor


def replace_kenmerk(kader: Kader, kenmerk: str) -> Kader:
    return replace(kader, instellingen=replace(kader.instellingen, kenmerk=kenmerk))


def test_of_a_mailbox_nobody_sees_what_was_sent_to_another(land: Path, reader: Reader) -> None:
    """A corporatie answers two municipalities from one address, in a mail for each."""
    postvak = land.parent / "postvak.mbox"
    box = mailbox.mbox(postvak)
    for naam in ("assen", "borger"):
        bericht = EmailMessage()
        bericht["From"], bericht["Subject"] = "info@noordbouw.example", f"Invulblad {naam}"
        bericht["Date"] = "Mon, 01 Feb 2027 09:00:00 +0100"
        bericht.set_content(f"Dit is alleen voor {naam}.")
        blad = ingevuld(land, f"noord/{naam}", "NB", reader)
        bericht.add_attachment(blad, *XLSX, filename="Invulblad.xlsx")
        box.add(bericht)
    box.close()
    uitkomst = geef("collect", postvak, *RONDE, "--dossiers", land)
    assert "2 dossiers: " in uitkomst.stdout
    for naam, ander in (("assen", "borger"), ("borger", "assen")):
        assert len(retouren(land, f"noord/{naam}")) == 1
        alles = b"".join(
            p.read_bytes() for p in (land / "noord" / naam / "output").rglob("*") if p.is_file()
        )
        assert f"Dit is alleen voor {naam}.".encode() in alles
        assert f"alleen voor {ander}".encode() not in alles


def test_two_dossiers_with_one_kenmerk_are_told_apart_by_what_they_handed_out(
    land: Path, reader: Reader
) -> None:
    shutil.copytree(land / "coevorden", land / "tweeling")
    shutil.rmtree(land / "tweeling" / "output")
    anders = STANDAARD["Instellingen"].replace("MOL ", "CVD ").replace("Molendam ", "Molenzuid ")
    map_ = land / "tweeling" / "templates"
    schrijf_sjabloon(map_ / "monitoringstabel.xlsx", Instellingen=anders)
    geef("generate", *RONDE, "--dossiers", land)
    met = ingevuld(land, "tweeling", "NB", reader)
    zonder = bewerk(ingevuld(land, "tweeling", "ZW", reader), zonder_meta)
    inbox = vul_map(land.parent / "in", een=met, twee=zonder)
    tekst = geef("collect", inbox, *RONDE, "--dossiers", land).stdout
    assert len(retouren(land, "tweeling")) == 1
    assert retouren(land, "coevorden") == []
    assert "meer dan één dossier heeft dit kenmerk" in tekst


def test_without_a_dossier_it_is_said_what_one_is(tmp_path: Path) -> None:
    uitkomst = geef("status", *RONDE, "--dossiers", tmp_path)
    assert uitkomst.exit_code == 2
    assert f"fout {catalogue.GEEN_DOSSIERS.code}" in uitkomst.stderr


@pytest.mark.parametrize("ook", [("--template", "x.xlsx"), ("--output", "elders")])
def test_what_every_dossier_has_itself_cannot_be_given_for_all(
    land: Path, ook: tuple[str, str]
) -> None:
    uitkomst = geef("generate", *RONDE, "--dossiers", land, *ook)
    assert uitkomst.exit_code == 2
    assert f"Kies --dossiers of {ook[0]}" in uitkomst.stderr


def test_the_other_commands_of_a_round_work_in_all(land: Path) -> None:
    for command in ("check", "mail", "status", "merge", "archive", "verify", "history"):
        jaar = () if command in ("check", "verify", "history") else RONDE
        uitkomst = geef(command, *jaar, "--dossiers", land, "--json")
        document = json.loads(uitkomst.stdout)
        assert faults("dossiers", document) == []
        for d in document["dossiers"]:
            eigen = {k: w for k, w in d.items() if k not in ("dossier", "code")}
            soort = command if d["code"] < 2 or command == "check" else "error"
            assert faults(soort, {"schema": SCHEMA, **eigen}) == []
        namen = [d["dossier"] for d in document["dossiers"]]
        assert namen == [d.naam for d in find_dossiers(land)]
        codes = {d["dossier"]: d["code"] for d in document["dossiers"]}
        assert codes["kapot"] in (1, 2), command
        assert (
            codes["coevorden"]
            == geef(command, *jaar, *_plaats(command, land / "coevorden"), "--json").exit_code
        ), command


def _plaats(command: str, dossier: Path) -> list[object]:
    """The options that say where one dossier is."""
    sjabloon = ["--template", dossier / "templates" / "monitoringstabel.xlsx"]
    uitvoer = ["--output", dossier / "output"]
    return (sjabloon if command != "verify" else []) + (uitvoer if command != "check" else [])


def one_that_dies(dossier: Kaderdossier) -> Uitkomst:
    import os

    if dossier.naam == "coevorden":
        os._exit(3)
    return Uitkomst(dossier.naam, 0, ("klaar.",), {})


def test_a_process_that_dies_takes_only_its_own_dossier_along(land: Path) -> None:
    samen = in_all(find_dossiers(land), one_that_dies)
    assert [(u.dossier, u.code) for u in samen.uitkomsten] == [
        ("coevorden", 2), ("kapot", 0), ("noord/assen", 0), ("noord/borger", 0), ("zeedorp", 0),
    ]  # fmt: skip
    assert catalogue.DOSSIER_GESTOPT.code in samen.uitkomsten[0].regels[0]


def test_the_folder_of_a_dossier_is_not_searched_for_others(land: Path) -> None:
    binnen = land / "zeedorp" / "output" / "kopie"
    shutil.copytree(land / "zeedorp" / "templates", binnen / "templates")
    assert "zeedorp/output/kopie" not in [d.naam for d in find_dossiers(land)]


def followed(werk: object, wat: str) -> Iterator[Kaderdossier]:
    raise KeyboardInterrupt


def test_stopped_by_a_person_it_stops(land: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        in_all(find_dossiers(land), one_that_dies, followed)


def test_no_folder_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd):
        find_dossiers(tmp_path / "er niet")


def test_an_inbox_with_nothing_of_anybody_names_what_is_in_it(land: Path) -> None:
    inbox = land.parent / "in"
    inbox.mkdir()
    (inbox / "brief.txt").write_text("Wij sturen het later.", "utf-8")
    uitkomst = geef("collect", inbox, *RONDE, "--dossiers", land)
    assert uitkomst.exit_code == 1
    assert "dossiers:" not in uitkomst.stdout
    assert f"waarschuwing {catalogue.HOORT_NERGENS.code}" in uitkomst.stdout


def test_where_it_could_be_done_nowhere_no_other_is_said_to_be_done() -> None:
    niets = InAllDossiers((Uitkomst("assen", 2, ("kapot",), {}),))
    assert niets.exit_code == 2
    assert [*niets.lines()][-2:] == ["1 dossier: 1 kon niet.", "Het kon niet in: assen."]
