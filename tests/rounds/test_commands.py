"""Every command as people give it: what it does, what it says and what it leaves alone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from invullen import (
    PARTIJEN,
    RONDE,
    Antwoorden,
    achteraan,
    als_antwoorden,
    antwoorden,
    bewerk,
    codes,
    een_lezer_voor_alles,
    enige,
    ingevuld_blad,
    leeg_blad,
    oordeel,
    overal,
    vul,
    zoek_tabel,
    zonder_lege,
)
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.cli import main
from kaderxl.commands.collect import collect
from kaderxl.commands.generate import generate
from kaderxl.commands.merge import merge
from kaderxl.commands.status import status
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.identity import Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.template.read import read_template

pytestmark = pytest.mark.lang

ROOT = Path(__file__).resolve().parents[2]
MATRIX = Path("2026-evaluatie", "matrix", "monitoringsmatrix-2026-evaluatie.xlsx")
INVULBLAD_NB = Path("2026-evaluatie", "invulbladen", "Invulblad Noordbouw 2026-evaluatie.xlsx")


@pytest.fixture(scope="module", autouse=True)
def een_lezer(reader: Reader) -> Iterator[None]:
    with een_lezer_voor_alles(reader):
        yield


@pytest.fixture(autouse=True)
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command is given in an empty folder of its own."""
    map_ = tmp_path / "werk"
    map_.mkdir()
    monkeypatch.chdir(map_)
    return map_


def kaderxl(*woorden: str | Path) -> Result:
    return CliRunner().invoke(main, [str(w) for w in woorden], catch_exceptions=False)


def inhoud(map_: Path) -> dict[str, str]:
    """Every file under a folder with its hash, but for the lock."""
    return {
        p.relative_to(map_).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(map_.rglob("*"))
        if p.is_file() and p.name != "slot"
    }


def vul_map(map_: Path, **bestanden: bytes) -> Path:
    map_.mkdir(parents=True, exist_ok=True)
    for naam, data in bestanden.items():
        (map_ / f"{naam}.xlsx").write_bytes(data)
    return map_


@pytest.fixture(scope="module")
def inbox(kader: Kader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six complete returns."""
    return vul_map(
        tmp_path_factory.mktemp("inbox"), **{p: ingevuld_blad(kader, p) for p in PARTIJEN}
    )


@pytest.fixture(scope="module")
def ingenomen(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder in which the six were collected and merged."""
    uitvoer = tmp_path_factory.mktemp("ingenomen") / "output"
    assert kaderxl("collect", inbox, "--year", "2026", "--output", uitvoer).exit_code == 0
    assert kaderxl("merge", "--year", "2026", "--output", uitvoer).exit_code == 0
    return uitvoer


# generate


@pytest.fixture(scope="module")
def klein(molendam: Path, reader: Reader) -> Kader:
    return read_template(molendam, reader).geldig()


@pytest.fixture(scope="module")
def invulbladen(molendam: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    uitvoer = tmp_path_factory.mktemp("invulbladen") / "output"
    opties = ("--year", "2026", "--template", molendam, "--output", uitvoer)
    assert kaderxl("generate", *opties).exit_code == 0
    return uitvoer


def test_generate_makes_a_sheet_for_each_partij(invulbladen: Path, klein: Kader) -> None:
    namen = {p.name for p in (invulbladen / "2026-evaluatie" / "invulbladen").iterdir()}
    assert namen == {f"Invulblad {p.naam} 2026-evaluatie.xlsx" for p in klein.partijen}
    bewaard = invulbladen.glob("2026-evaluatie/uitgegeven/*.json")
    assert inhoud(invulbladen).keys() == {f"2026-evaluatie/invulbladen/{n}" for n in namen} | {
        p.relative_to(invulbladen).as_posix() for p in bewaard
    }


def test_generate_twice_gives_the_same_bytes(invulbladen: Path, molendam: Path) -> None:
    for _ in range(2):
        assert kaderxl("generate", "--year", "2026", "--template", molendam).exit_code == 0
        assert inhoud(Path("output")) == inhoud(invulbladen)


@pytest.mark.parametrize(
    "maak",
    [
        lambda kader: vul(leeg_blad(kader, "NB"), {"A01-I1-M1": {"Waarde": 3}}),
        lambda kader: bewerk(
            leeg_blad(kader, "NB"),
            achteraan(("Code", "A99-I1"), ("Toelichting", "Fictief: extra regel")),
        ),
        lambda kader: ingevuld_blad(kader, "NB")[:2000],
        lambda kader: b"iets anders",
    ],
    ids=["one-answer", "answer-on-an-own-row", "damaged", "other-file"],
)
def test_generate_never_overwrites_what_may_hold_answers(
    klein: Kader, molendam: Path, invulbladen: Path, maak: Callable[[Kader], bytes]
) -> None:
    shutil.copytree(invulbladen, "output")
    blad = Path("output") / INVULBLAD_NB
    data = maak(klein)
    blad.write_bytes(data)
    uitkomst = kaderxl("generate", "--year", "2026", "--template", molendam)
    assert blad.read_bytes() == data
    assert uitkomst.exit_code == 1
    assert catalogue.INVULBLAD_BLIJFT.code in uitkomst.stdout


def test_generate_replaces_an_empty_sheet(klein: Kader, molendam: Path, invulbladen: Path) -> None:
    shutil.copytree(invulbladen, "output")
    blad = Path("output") / INVULBLAD_NB
    blad.write_bytes(bewerk(leeg_blad(klein, "NB")))
    assert kaderxl("generate", "--year", "2026", "--template", molendam).exit_code == 0
    assert blad.read_bytes() == (invulbladen / INVULBLAD_NB).read_bytes()


@pytest.fixture
def met_vorige_ronde(klein: Kader, molendam: Path, werkmap: Path) -> Path:
    """The sheet of Noordbouw for the evaluatie, after it answered in the tussenstand."""
    gegeven: Antwoorden = {"A01-I1": oordeel("Groen"), "A01-I1-M1": {"Waarde": 1234}}
    blad = leeg_blad(klein, "NB", Ronde(2026, Fase.TUSSENSTAND))
    vul_map(werkmap / "in", NB=vul(blad, gegeven))
    opties = ("--year", "2026", "--template", molendam)
    kaderxl("collect", "in", *opties, "--round", "tussenstand")
    assert kaderxl("generate", *opties).exit_code == 0
    return werkmap / "output" / INVULBLAD_NB


def test_previous_ronde_is_shown_in_the_next_sheet(met_vorige_ronde: Path) -> None:
    tabel = zoek_tabel(load_workbook(met_vorige_ronde))
    assert tabel.cel("A01-I1", "Vorige ronde").value == "Groen"
    assert tabel.cel("A01-I1-M1", "Vorige ronde").value == "1.234 woningen"
    assert tabel.cel("A01-I2", "Vorige ronde").value == "–"
    ander = met_vorige_ronde.with_name(INVULBLAD_NB.name.replace("Noordbouw", "Zuidwonen"))
    assert zoek_tabel(load_workbook(ander)).cel("A01-I1", "Vorige ronde").value == "–"


def test_sheet_with_a_previous_ronde_is_a_good_return(
    met_vorige_ronde: Path, klein: Kader, molendam: Path
) -> None:
    """What we showed is no answer and no loose text."""
    vul_map(Path("terug"), NB=vul(met_vorige_ronde.read_bytes(), antwoorden(klein, "NB")))
    uitkomst = kaderxl("collect", "terug", "--year", "2026", "--template", molendam)
    assert uitkomst.exit_code == 0
    assert "5 van 5 compleet" in uitkomst.stdout
    assert "I318" not in uitkomst.stdout


# Exit 2: could not be done, nothing changed


def test_template_with_fouten_stops_every_command(werkmap: Path) -> None:
    fout = schrijf_sjabloon(werkmap / "fout.xlsx", **vervang("Partijen", "gemeente", "gemeentes"))
    voor = inhoud(werkmap)
    for opdracht in (("generate",), ("collect", werkmap), ("status",), ("merge",)):
        uitkomst = kaderxl(*opdracht, "--year", "2026", "--template", fout)
        assert uitkomst.exit_code == 2
        assert uitkomst.stdout == ""
        assert catalogue.SJABLOON_FOUT.code in uitkomst.stderr
        assert catalogue.ACTIEHOUDER_ONBEKEND.code in uitkomst.stderr
    assert inhoud(werkmap) == voor
    assert kaderxl("check", fout).exit_code == 1


@pytest.mark.parametrize("jaar", ["2025", "2032"])
def test_year_in_which_nothing_is_asked(jaar: str, werkmap: Path) -> None:
    uitkomst = kaderxl("generate", "--year", jaar)
    assert uitkomst.exit_code == 2
    assert catalogue.NIETS_GEVRAAGD.code in uitkomst.stderr
    assert inhoud(werkmap) == {}


def test_template_that_is_not_there(werkmap: Path) -> None:
    uitkomst = kaderxl("generate", "--year", "2026", "--template", "weg.xlsx")
    assert uitkomst.exit_code == 2
    assert catalogue.BESTAND_ONTBREEKT.code in uitkomst.stderr
    assert inhoud(werkmap) == {}


def test_matrix_that_is_open_is_exit_2(ingenomen: Path, werkmap: Path) -> None:
    shutil.copytree(ingenomen, "output")
    matrix = werkmap / "output" / MATRIX
    matrix.with_name(f".~lock.{matrix.name}#").touch()
    voor = inhoud(werkmap)
    uitkomst = kaderxl("merge", "--year", "2026")
    assert uitkomst.exit_code == 2
    assert catalogue.MATRIX_IS_OPEN.code in uitkomst.stderr
    assert inhoud(werkmap) == voor


def test_output_that_is_a_file_is_exit_2(inbox: Path, werkmap: Path) -> None:
    (werkmap / "output").write_text("geen map")
    for opdracht in (("generate",), ("collect", inbox)):
        uitkomst = kaderxl(*opdracht, "--year", "2026")
        assert uitkomst.exit_code == 2, opdracht
        assert catalogue.SCHRIJVEN_LUKT_NIET.code in uitkomst.stderr


@pytest.mark.parametrize(
    "woorden",
    [(), ("generate",), ("collect", "--year", "2026"), ("merge", "--year", "x"), ("mrege",)],
)
def test_words_that_are_no_command_are_exit_2_in_dutch(woorden: Sequence[str]) -> None:
    uitkomst = kaderxl(*woorden)
    assert uitkomst.exit_code == 2
    assert "Error" not in uitkomst.output
    assert "Missing" not in uitkomst.output


# collect and merge


def test_a_whole_round_is_exit_0(ingenomen: Path) -> None:
    uitkomst = kaderxl("status", "--year", "2026", "--output", ingenomen)
    assert uitkomst.exit_code == 0
    assert "6 van 6 partijen" in uitkomst.stdout


def test_every_answer_is_in_the_matrix_in_its_place(ingenomen: Path, kader: Kader) -> None:
    matrix = merge(RONDE, output=ingenomen).matrix
    for inzending in matrix.inzendingen:
        verwacht = zonder_lege(antwoorden(kader, inzending.partij))
        assert als_antwoorden(inzending) == verwacht
    assert [i.partij for i in matrix.inzendingen] == list(PARTIJEN)
    assert all(r.volledig for r in matrix.rijen)


def test_any_order_twice_over_gives_the_same_matrix(inbox: Path, ingenomen: Path) -> None:
    volgorde = ("WB", "AHW", "GEM", "DD", "WZN", "DV")
    bestanden = [inbox / f"{p}.xlsx" for p in volgorde]
    for _ in range(2):
        assert kaderxl("collect", *bestanden, "--year", "2026").exit_code == 0
        assert kaderxl("merge", "--year", "2026").exit_code == 0
        assert (Path("output") / MATRIX).read_bytes() == (ingenomen / MATRIX).read_bytes()
    assert not (Path("output") / MATRIX).parent.joinpath("eerder").exists()


def test_the_same_file_again_is_passed_over(inbox: Path, ingenomen: Path) -> None:
    shutil.copytree(ingenomen, "output")
    voor = inhoud(Path("output"))
    uitkomst = kaderxl("collect", inbox / "DV.xlsx", "--year", "2026")
    assert uitkomst.exit_code == 0
    assert "overgeslagen" in uitkomst.stdout
    assert catalogue.AL_ONTVANGEN.code in uitkomst.stdout
    assert inhoud(Path("output")) == voor


@pytest.fixture
def gemengd(kader: Kader, tmp_path: Path) -> Path:
    """Two good returns among four that cannot count."""
    eigen = stel_vragenlijst_op(kader, RONDE, "WZN").kenmerk
    onbekend = str(Kenmerk(eigen.kader, eigen.ronde, "NIEUW", eigen.versie))
    return vul_map(
        tmp_path / "gemengd",
        goed=ingevuld_blad(kader, "DV"),
        jaar=vul(leeg_blad(kader, "GEM", Ronde(2027)), {"A01-I2": oordeel("Groen")}),
        onbekend=bewerk(ingevuld_blad(kader, "WZN"), overal(str(eigen), onbekend)),
        tekst=b"Beste gemeente,\n\nhierbij onze antwoorden.\n",
        afgekapt=ingevuld_blad(kader, "AHW")[:9000],
        zgoed=ingevuld_blad(kader, "WB"),
    )


def test_bad_files_get_one_dutch_line_each_and_the_others_are_merged(gemengd: Path) -> None:
    uitkomst = kaderxl("collect", gemengd, "--year", "2026")
    assert uitkomst.exit_code == 1
    assert uitkomst.stderr == ""
    regels = uitkomst.stdout.splitlines()
    verwacht = {
        "jaar": catalogue.ANDERE_RONDE,
        "onbekend": catalogue.PARTIJ_ONBEKEND,
        "tekst": catalogue.GEEN_WERKBLAD,
        "afgekapt": catalogue.BESTAND_BESCHADIGD,
    }
    for naam, regel in verwacht.items():
        (plaats,) = (n for n, tekst in enumerate(regels) if tekst.startswith(f"{naam}.xlsx: "))
        assert "geweigerd" in regels[plaats]
        assert regel.code in regels[plaats + 1]
        assert not regels[plaats + 2].startswith("  "), "one line is enough"
        assert regels[plaats + 1].endswith(".")
    assert regels[-1] == "Evaluatie 2026: 2 aangenomen, 4 geweigerd."
    samengevoegd = merge(RONDE)
    assert {i.partij for i in samengevoegd.matrix.inzendingen} == {"DV", "WB"}
    assert len(list(Path("output/2026-evaluatie/retour").glob("*.xlsx"))) == 2


def test_missing_partij_is_exit_1_and_named(inbox: Path) -> None:
    kaderxl("collect", inbox / "DV.xlsx", "--year", "2026")
    uitkomst = kaderxl("merge", "--year", "2026")
    assert uitkomst.exit_code == 1
    for naam in ("Woonborg", "AH WOON", "Gemeente Aa en Hunze"):
        assert f"Van {naam} is er geen inzending die telt" in uitkomst.stdout
    assert (Path("output") / MATRIX).is_file()


def test_return_with_a_fout_is_filed_and_exit_1(kader: Kader) -> None:
    gegeven: Antwoorden = {**antwoorden(kader, "DV"), "A07-I1-M1": {"Waarde": "12 woningen"}}
    vul_map(Path("in"), DV=vul(leeg_blad(kader, "DV"), gegeven))
    uitkomst = kaderxl("collect", "in", "--year", "2026")
    assert uitkomst.exit_code == 1
    assert "aangenomen. De Volmacht, 20 van 21 compleet" in uitkomst.stdout
    assert f"fout {catalogue.GETAL_VERWACHT.code} Invulblad!I" in uitkomst.stdout
    assert kaderxl("merge", "--year", "2026").exit_code == 1


def test_path_that_is_not_there_is_exit_1(inbox: Path) -> None:
    uitkomst = kaderxl("collect", "weg.xlsx", inbox / "DV.xlsx", "--year", "2026")
    assert uitkomst.exit_code == 1
    assert catalogue.BESTAND_ONTBREEKT.code in uitkomst.stdout
    assert "1 aangenomen, 1 geweigerd" in uitkomst.stdout


def test_file_put_in_retour_by_hand_counts_and_a_bad_one_is_named(
    inbox: Path, ingenomen: Path
) -> None:
    retour = Path("output/2026-evaluatie/retour")
    retour.mkdir(parents=True)
    shutil.copy(inbox / "DV.xlsx", retour)
    (retour / "kapot.xlsx").write_bytes(b"PK kapot")
    samengevoegd = merge(RONDE)
    assert [i.partij for i in samengevoegd.matrix.inzendingen] == ["DV"]
    assert "kapot.xlsx" in {b.plek.bestand for b in samengevoegd.matrix.bevindingen}
    assert samengevoegd.needs_attention


# Which return counts


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_newest_stamp_counts_whatever_came_in_first(
    klein: Kader, molendam: Path, omgekeerd: bool
) -> None:
    oud, nieuw = (
        vul(
            leeg_blad(klein, "NB"), {"A01-I1": oordeel("Groen"), "A01-I1-M1": {"Waarde": n}}, op=dag
        )
        for n, dag in ((1, "2027-02-01T09:00:00Z"), (2, "2027-02-03T09:00:00Z"))
    )
    vul_map(Path("in"), oud=oud, nieuw=nieuw)
    namen = ["in/nieuw.xlsx", "in/oud.xlsx"] if omgekeerd else ["in/oud.xlsx", "in/nieuw.xlsx"]
    kaderxl("collect", *namen, "--year", "2026", "--template", molendam)
    matrix = merge(RONDE, template=molendam).matrix
    (inzending,) = matrix.inzendingen
    assert inzending.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde == 2
    bevinding = enige(matrix.bevindingen, catalogue.VERVANGEN)
    assert bevinding.plek.bestand == "oud.xlsx"
    assert "nieuw.xlsx" in bevinding.tekst
    assert len(list(Path("output/2026-evaluatie/retour").glob("*.xlsx"))) == 2


@pytest.mark.parametrize("laatste", [1, 2])
def test_with_equal_stamps_the_last_on_disk_counts_whatever_arrives_first(
    klein: Kader, molendam: Path, laatste: int
) -> None:
    versies = {f"v{n}": vul(leeg_blad(klein, "NB"), {"A01-I1-M1": {"Waarde": n}}) for n in (1, 2)}
    vul_map(Path("in"), **versies)
    for n in (laatste, 3 - laatste):
        wanneer = 1_700_000_000 + 60 * (n == laatste)
        os.utime(f"in/v{n}.xlsx", (wanneer, wanneer))
        kaderxl("collect", f"in/v{n}.xlsx", "--year", "2026", "--template", molendam)
    (inzending,) = merge(RONDE, template=molendam).matrix.inzendingen
    assert inzending.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde == laatste


# What is left alone


def test_nothing_outside_output_is_written_or_changed(
    klein: Kader, molendam: Path, werkmap: Path, tmp_path: Path
) -> None:
    vul_map(werkmap / "in", **{p: ingevuld_blad(klein, p) for p in ("NB", "GEM")})
    (werkmap / "in" / "brief.txt").write_text("Beste gemeente")
    voor = inhoud(werkmap)
    tijden = {p: p.stat().st_mtime_ns for p in (werkmap / "in").iterdir()}
    uitvoer = tmp_path / "elders" / "output"
    opties = ("--year", "2026", "--template", molendam, "--output", uitvoer)
    for opdracht in (("generate",), ("collect", "in"), ("status",), ("merge",), ("merge",)):
        assert kaderxl(*opdracht, *opties).exit_code in (0, 1)
    kaderxl("check")
    assert inhoud(werkmap) == voor
    assert {p: p.stat().st_mtime_ns for p in (werkmap / "in").iterdir()} == tijden
    assert {p.name for p in uitvoer.iterdir()} == {"2026-evaluatie"}
    assert {p.name for p in (uitvoer / "2026-evaluatie").iterdir()} == {
        ".kaderxl",
        "invulbladen",
        "uitgegeven",
        "retour",
        "matrix",
    }


def test_reading_commands_write_nothing(werkmap: Path) -> None:
    for opdracht in (("check",), ("status", "--year", "2026")):
        assert kaderxl(*opdracht).exit_code == 0
    assert inhoud(werkmap) == {}
    assert list(werkmap.iterdir()) == []


@pytest.mark.parametrize(
    "opdracht",
    [("check",), ("generate",), ("collect", "in"), ("status",), ("merge",)],
    ids=lambda o: o[0],
)
def test_quiet_is_silent(opdracht: Sequence[str], klein: Kader, molendam: Path) -> None:
    vul_map(Path("in"), NB=ingevuld_blad(klein, "NB"))
    kaderxl("generate", "--year", "2026", "--template", molendam)
    jaar = () if opdracht == ("check",) else ("--year", "2026")
    uitkomst = kaderxl(*opdracht, *jaar, "--template", molendam, "--quiet")
    assert uitkomst.output == ""
    assert uitkomst.exit_code in (0, 1)


def test_template_in_templates_here_is_used(werkmap: Path) -> None:
    (werkmap / "templates").mkdir()
    schrijf_sjabloon(werkmap / "templates" / "monitoringstabel.xlsx")
    assert "Woonafspraken Molendam" in kaderxl("check").stdout
    assert kaderxl("generate", "--year", "2026").exit_code == 0
    assert len(list(Path("output/2026-evaluatie/invulbladen").iterdir())) == 4


def test_a_return_to_another_gemeente_is_refused(werkmap: Path, kader: Kader) -> None:
    sjabloon = schrijf_sjabloon(werkmap / "molendam.xlsx")
    vul_map(Path("in"), DV=ingevuld_blad(kader, "DV"))
    uitkomst = kaderxl("collect", "in", "--year", "2026", "--template", sjabloon)
    assert uitkomst.exit_code == 1
    assert catalogue.ANDER_KADER.code in uitkomst.stdout


# The library


def test_functions_return_values_and_report_progress(inbox: Path, kader: Kader) -> None:
    gezien: list[str] = []

    def voortgang(werk: Sequence[Any], wat: str) -> Iterable[Any]:
        gezien.append(f"{wat}: {len(werk)}")
        return werk

    gemaakt = generate(RONDE, progress=voortgang)
    assert [b.partij.code for b in gemaakt.invulbladen] == list(PARTIJEN)
    assert [b.indicatoren for b in gemaakt.invulbladen] == [20, 21, 21, 21, 13, 13]
    ingenomen = collect(RONDE, [inbox], progress=voortgang)
    assert {i.status for i in ingenomen.inzendingen} == {"aangenomen"}
    samengevoegd = merge(RONDE, progress=voortgang)
    assert samengevoegd.bestand.is_file()
    assert not samengevoegd.needs_attention
    standen = status(RONDE).partijen
    assert [(s.ingevuld, s.gevraagd) for s in standen] == [
        (20, 20), (21, 21), (21, 21), (21, 21), (13, 13), (13, 13),
    ]  # fmt: skip
    assert gezien == [
        "Invulbladen maken: 6",
        "Inzendingen lezen: 6",
        "Inzendingen lezen: 6",
    ]


def test_what_cannot_be_done_raises_with_findings(tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        generate(RONDE, template=tmp_path / "weg.xlsx")
    assert catalogue.SJABLOON_FOUT.code in codes(fout.value.bevindingen)


# Real processes


def proces(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[bytes]:
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), **omgeving}
    return subprocess.run(
        [sys.executable, *woorden], capture_output=True, env=omgeving, check=False, timeout=60
    )


NAMEN = "check, collect, demo, generate, merge, status, Kader, Matrix, NietUitgevoerd, Ronde"


@pytest.mark.parametrize(
    "eerst",
    [
        "import kaderxl.cli",
        "import kaderxl.commands.collect, kaderxl.matrix.combine, kaderxl.template.read",
    ],
)
def test_the_library_can_be_imported_in_any_order(eerst: str) -> None:
    code = (
        f"{eerst}\nimport kaderxl\nfrom kaderxl import {NAMEN}\nfrom kaderxl import *\n"
        "import types\n"
        "for naam in kaderxl.__all__:\n"
        "    assert not isinstance(getattr(kaderxl, naam), types.ModuleType), naam\n"
        "assert kaderxl.merge.__module__ == 'kaderxl.commands.merge'\n"
    )
    klaar = proces("-c", code)
    assert klaar.returncode == 0, klaar.stderr.decode()


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    import kaderxl

    with pytest.raises(AttributeError, match="bestaatniet"):
        _ = kaderxl.bestaatniet


def test_processes_give_the_same_exit_codes(kader: Kader) -> None:
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
