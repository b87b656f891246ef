"""More than anybody can read, of whatever can be given: bounded, counted and said."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from archieven import maak_ronde
from click.testing import CliRunner, Result
from invullen import RONDE, antwoorden, codes, een_lezer_voor_alles, leeg_blad, vul
from klaarzetten import zet_klaar
from omgeving import Done, run
from openpyxl import load_workbook
from sjablonen import STANDAARD, erbij, schrijf_sjabloon

from kaderxl import check, collect
from kaderxl.cli import main
from kaderxl.core import catalogue
from kaderxl.reading import Reader

ROWS = 1_500


def test_thousands_of_unknown_rows_are_counted(tmp_path: Path, reader: Reader) -> None:
    with een_lezer_voor_alles(reader):
        klaar = maak_ronde(tmp_path, reader, ("GEM",))
        blad = vul(leeg_blad(klaar.kader, "NB"), antwoorden(klaar.kader, "NB"))
        boek = load_workbook(io.BytesIO(blad))
        sheet = boek.worksheets[0]
        for nummer in range(ROWS):
            cellen = {1: f"Z{nummer:04}-I1", 3: "Groen", 6: f"tekst {nummer}"}
            for kolom, waarde in cellen.items():
                sheet.cell(100 + nummer, kolom, waarde)
        boek.save(tmp_path / "groot.xlsx")
        (i,) = collect(
            RONDE, [tmp_path / "groot.xlsx"], template=klaar.sjabloon, output=klaar.output
        ).inzendingen
    assert i.status == "aangenomen"
    onbekend = [b for b in i.bevindingen if b.code == catalogue.CODE_ONBEKEND.code]
    assert 0 < len(onbekend) < ROWS
    (meer,) = [
        b
        for b in i.bevindingen
        if b.code == catalogue.ZOVEEL_MEER.code and catalogue.CODE_ONBEKEND.code in b.tekst
    ]
    assert str(ROWS - len(onbekend)) in meer.tekst
    assert len(codes(i.bevindingen)) < 2_000


# A screen that people can read


MOST_LINES = 100
FILES = 300
KINDS: dict[str, Callable[[int], tuple[str, bytes]]] = {
    "no workbook": lambda n: (f"{n}.xlsx", b"x"),
    "no workbook either": lambda n: (f"map {n}/{n}.txt", b"hallo"),
    "each for its own reason": lambda n: (f"{n}.csv", f"Code;Waarde\nA{n};{n}\n".encode()),
    "nothing in it": lambda n: (f"{n}.ods", b""),
}


def pakket(naam: Path, wat: Callable[[int], tuple[str, bytes]], aantal: int) -> Path:
    with zipfile.ZipFile(naam, "w") as zip_:
        for nummer in range(aantal):
            zip_.writestr(*wat(nummer))
    return naam


def geef(*words: str) -> Result:
    return CliRunner().invoke(main, [*words], catch_exceptions=False)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("een_lezer")
def test_a_zip_full_of_files_that_are_no_sheets_is_a_screenful(tmp_path: Path, kind: str) -> None:
    bestand = pakket(tmp_path / "veel.zip", KINDS[kind], FILES)
    words = ("collect", str(bestand), "--year", "2026", "--output", str(tmp_path / "uit"))
    lines = geef(*words).stdout.splitlines()
    assert len(lines) < MOST_LINES
    counted = [int(n) for line in lines for n in re.findall(r"en nog (\d+)", line)]
    named = sum(": geweigerd" in line for line in lines)
    assert named + sum(counted) == FILES, lines
    assert f"{FILES} geweigerd" in lines[-1]
    assert len(json.loads(geef(*words, "--json").stdout)["inzendingen"]) == FILES


@pytest.mark.usefixtures("een_lezer")
def test_a_few_files_that_are_no_sheets_are_each_named(tmp_path: Path) -> None:
    bestand = pakket(tmp_path / "een paar.zip", KINDS["no workbook"], 4)
    lines = geef(
        "collect", str(bestand), "--year", "2026", "--output", str(tmp_path / "uit")
    ).stdout.splitlines()
    assert sum(": geweigerd" in line for line in lines) == 4


@pytest.mark.usefixtures("een_lezer")
def test_a_template_with_more_questions_than_fit_is_a_screenful(tmp_path: Path) -> None:
    vragen = "".join(f"\n| {n} | A03-I1 | Vraag {n}? | tabel | |" for n in range(2, FILES))
    sjabloon = schrijf_sjabloon(
        tmp_path / "s.xlsx", Vragen=STANDAARD["Vragen"].rstrip() + vragen + "\n"
    )
    lines = geef("check", str(sjabloon)).stdout.splitlines()
    assert len(lines) < MOST_LINES
    asked = sum(line.rstrip().endswith("?") for line in lines)
    (more,) = (line for line in lines if "en nog" in line)
    assert f"en nog {FILES - 1 - asked};" in more


@pytest.mark.usefixtures("een_lezer")
def test_more_changes_in_a_template_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    oud = schrijf_sjabloon(tmp_path / "oud.xlsx")
    boek = load_workbook(oud)
    *_, laatste = (rij for rij in boek["Partijen"].iter_rows(values_only=True) if any(rij))
    for nummer in range(FILES):
        boek["Partijen"].append([f"P{nummer}", f"Partij {nummer}", *laatste[2:]])
    boek.save(tmp_path / "nieuw.xlsx")
    lines = geef("check", str(tmp_path / "nieuw.xlsx"), "--against", str(oud)).stdout.splitlines()
    (more,) = (line for line in lines if "en nog" in line and "--json" in line)
    assert more.strip() == f"… en nog {FILES - 250}; alles staat in --json."


@pytest.mark.parametrize("blad", STANDAARD)
@pytest.mark.usefixtures("een_lezer")
def test_what_is_wrong_with_a_template_grows_no_faster_than_its_rows(
    tmp_path: Path, blad: str
) -> None:
    """A row over and over, and rows that differ in their first cell alone."""
    sjabloon = schrijf_sjabloon(tmp_path / "s.xlsx")
    for anders in (False, True):
        boek = load_workbook(sjabloon)
        *_, laatste = (rij for rij in boek[blad].iter_rows(values_only=True) if any(rij))
        for nummer in range(FILES):
            eerste = f"P{nummer}" if anders else laatste[0]
            boek[blad].append([eerste, *laatste[1:]])
        boek.save(tmp_path / "t.xlsx")
        assert len(check(tmp_path / "t.xlsx").bevindingen) <= 10 * FILES
        lines = geef("check", str(tmp_path / "t.xlsx")).stdout.splitlines()
        assert len(lines) < MOST_LINES


@pytest.mark.usefixtures("een_lezer")
def test_a_return_with_more_cells_than_are_read_is_refused_with_the_setting(
    tmp_path: Path, reader: Reader
) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    klein = schrijf_sjabloon(
        tmp_path / "klein.xlsx", **erbij("Instellingen", "| meeste gevulde cellen | 2000 | |")
    )
    boek = load_workbook(io.BytesIO(vul(leeg_blad(klaar.kader, "NB"), {})))
    for _ in range(21):
        boek.worksheets[0].append(["x"] * 100)
    boek.save(tmp_path / "groot.xlsx")
    uitkomst = geef(
        "collect", str(tmp_path / "groot.xlsx"), "--year", "2026",
        "--template", str(klein), "--output", str(klaar.output),
    )  # fmt: skip
    assert "groot.xlsx: geweigerd" in uitkomst.stdout
    assert "“meeste gevulde cellen” is 2000" in uitkomst.stdout


# At full size

MEGABYTES = 1_000


@pytest.fixture(scope="module")
def klaar_map(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    return zet_klaar(tmp_path_factory.mktemp("klaar"), reader)


def within(folder: Path, *words: str) -> Done:
    """A command with that much memory, and no more."""
    import resource

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))

    done = run(folder, *words, first=bound)
    assert done.code in (0, 1), done.all
    assert len(done.all.splitlines()) < MOST_LINES
    return done


YEAR = ("--year", "2026")
ROUND = (("merge", *YEAR), ("status", *YEAR), ("archive", "--concept", *YEAR), ("verify",))


@pytest.mark.lang
@pytest.mark.skipif(os.name == "nt", reason="a bound on memory as Windows has not")
def test_a_hundred_thousand_rows_take_a_bounded_memory_in_a_whole_round(
    klaar_map: Path, tmp_path: Path
) -> None:
    werk = shutil.copytree(klaar_map, tmp_path / "werk")
    boek = load_workbook(werk / "inbox-a" / "GEM.xlsx")
    sheet = boek.worksheets[0]
    for nummer in range(100_000):
        for kolom, waarde in {1: f"Z{nummer:05}-I1", 10: "Groen", 12: f"t {nummer}"}.items():
            sheet.cell(100 + nummer, kolom, waarde)
    boek.save(werk / "groot.xlsx")
    within(werk, "collect", "groot.xlsx", *YEAR)
    for words in ROUND:
        within(werk, *words)


@pytest.mark.lang
@pytest.mark.skipif(os.name == "nt", reason="a bound on memory as Windows has not")
def test_four_thousand_files_in_a_zip_take_a_bounded_memory(
    klaar_map: Path, tmp_path: Path
) -> None:
    werk = shutil.copytree(klaar_map, tmp_path / "werk")
    blad = (werk / "inbox-a" / "GEM.xlsx").read_bytes()
    for naam, wat in {**KINDS, "sheets": lambda n: (f"{n}.xlsx", blad)}.items():
        bestand = pakket(werk / f"{naam}.zip", wat, 4_000)
        done = within(werk, "collect", bestand.name, *YEAR)
        assert "4000" in done.out.splitlines()[-1] or naam == "sheets", done.out


@pytest.mark.lang
@pytest.mark.skipif(os.name == "nt", reason="a bound on memory as Windows has not")
def test_fifty_thousand_questions_take_a_bounded_memory(klaar_map: Path, tmp_path: Path) -> None:
    werk = shutil.copytree(klaar_map, tmp_path / "werk")
    boek = load_workbook(werk / "templates" / "monitoringstabel.xlsx")
    for nummer in range(2, 50_002):
        boek["Vragen"].append([nummer, "A03-I1", f"Vraag {nummer}?", "tabel"])
    boek.save(werk / "templates" / "monitoringstabel.xlsx")
    assert "en nog 49961;" in within(werk, "check").out
    for words in (("generate", *YEAR, "--round", "tussenstand"), ROUND[0], ("calendar",)):
        within(werk, *words)


@pytest.mark.lang
@pytest.mark.skipif(os.name == "nt", reason="a bound on memory as Windows has not")
def test_a_million_cells_are_read_or_refused_within_a_bounded_memory(
    klaar_map: Path, tmp_path: Path
) -> None:
    werk = shutil.copytree(klaar_map, tmp_path / "werk")
    boek = load_workbook(werk / "inbox-a" / "GEM.xlsx")
    veel = boek.create_sheet("veel")
    for _ in range(10_100):
        veel.append(range(100))
    boek.save(werk / "groot.xlsx")
    done = within(werk, "collect", "groot.xlsx", *YEAR)
    assert re.search("B205|B209|B207", done.out), done.out
    assert "geweigerd" in done.out.splitlines()[-1]
