"""The rondes in an output folder: found, read with their own template, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from invullen import Antwoorden, oordeel
from openpyxl import load_workbook
from rondes_maken import maak_matrix, woningen
from sjablonen import STANDAARD, schrijf_sjabloon, vervang

from kaderxl.commands.rounds import all_rondes, earlier
from kaderxl.core import catalogue
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.places import find
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.reading import Reader
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.read import read_template

RONDE = Ronde(2026)


def leg(map_: Path, kader: Kader, ronde: Ronde, **gegeven: Antwoorden) -> None:
    """The returns of a ronde, as they are filed."""
    retour = map_ / "retour"
    retour.mkdir(parents=True)
    for partij in kader.partijen:
        if partij.code in gegeven:
            antwoorden = {code: dict(rij) for code, rij in gegeven[partij.code].items()}
            data = write_input_sheet(Opdracht(kader, ronde, partij, {}, antwoorden))
            (retour / f"00000000 {partij.naam}.xlsx").write_bytes(data)


def archief(output: Path, naam: str, sjabloon: Path) -> Path:
    data = output / "archief" / naam / "data"
    (data / "sjabloon").mkdir(parents=True)
    (data / "sjabloon" / "monitoringstabel.xlsx").write_bytes(sjabloon.read_bytes())
    return data


def verzegel(output: Path) -> None:
    """Write of each archive which files are in it, as `archive` does."""
    for bag in (output / "archief").iterdir():
        bestanden = sorted(p for p in (bag / "data").rglob("*") if p.is_file())
        regels = (
            f"{sha256(p.read_bytes()).hexdigest()}  {p.relative_to(bag).as_posix()}\n"
            for p in bestanden
        )
        (bag / "manifest-sha256.txt").write_text("".join(regels))


# Finding


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    assert find(tmp_path / "er is niets", HALFJAARLIJKS) == []
    assert find(tmp_path, HALFJAARLIJKS) == []


def test_rondes_come_oldest_first_and_other_folders_are_passed_over(tmp_path: Path) -> None:
    for naam in (
        "2027-evaluatie", "2026-evaluatie", "2026-tussenstand", "demo", "2026-evaluatie kopie",
        "2026-evaluatie-v2", "2026",
    ):  # fmt: skip
        (tmp_path / naam / "retour").mkdir(parents=True)
    (tmp_path / "2028-evaluatie").write_text("een bestand")
    assert [str(d.ronde) for (d,) in find(tmp_path, HALFJAARLIJKS)] == [
        "2026-tussenstand",
        "2026-evaluatie",
        "2027-evaluatie",
    ]


def test_a_ronde_with_input_sheets_only_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "2026-evaluatie" / "invulbladen").mkdir(parents=True)
    assert find(tmp_path, HALFJAARLIJKS) == []


def test_the_newest_version_of_an_archive_goes_before_the_open_folder_and_older_ones(
    tmp_path: Path,
) -> None:
    (tmp_path / "2026-evaluatie" / "retour").mkdir(parents=True)
    for naam in ("2026-evaluatie", "2026-evaluatie-v10", "2026-evaluatie-v2"):
        (tmp_path / "archief" / naam / "data" / "retour").mkdir(parents=True)
    (gevonden,) = find(tmp_path, HALFJAARLIJKS)
    assert [d.map.relative_to(tmp_path).as_posix() for d in gevonden] == [
        "archief/2026-evaluatie-v10/data",
        "2026-evaluatie",
        "archief/2026-evaluatie-v2/data",
        "archief/2026-evaluatie/data",
    ]


@pytest.mark.parametrize(
    "naam",
    [
        "2026-evaluatie-v",
        "2026-evaluatie-v2x",
        "2026-evaluatie-2",
        "26-evaluatie",
        "x2026-evaluatie",
    ],
)
def test_a_folder_with_an_odd_name_is_no_ronde(tmp_path: Path, naam: str) -> None:
    (tmp_path / naam / "retour").mkdir(parents=True)
    (tmp_path / "archief" / naam / "data" / "retour").mkdir(parents=True)
    assert find(tmp_path, HALFJAARLIJKS) == []


def test_a_version_is_of_an_archive_only(tmp_path: Path) -> None:
    (tmp_path / "2026-evaluatie-v2" / "retour").mkdir(parents=True)
    assert find(tmp_path, HALFJAARLIJKS) == []


def test_a_file_by_the_name_of_a_ronde_hides_no_ronde(tmp_path: Path) -> None:
    """As a bag that was packed beside its folder."""
    eigen = tmp_path / "archief" / "2026-evaluatie" / "data"
    (eigen / "retour").mkdir(parents=True)
    (tmp_path / "archief" / "2026-evaluatie-v2").write_text("een bestand")
    ((gevonden,),) = find(tmp_path, HALFJAARLIJKS)
    assert gevonden.map == eigen


# Reading


def test_only_what_came_before_is_read(tmp_path: Path, klein: Kader, reader: Reader) -> None:
    for ronde in (RONDE, Ronde(2027, Fase.TUSSENSTAND), Ronde(2027)):
        leg(tmp_path / str(ronde), klein, ronde, NB=woningen(3))
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    assert [str(m.ronde) for m in gelezen.matrices] == ["2026-evaluatie", "2027-tussenstand"]
    assert gelezen.bevindingen == ()
    (inzending,) = gelezen.matrices[0].inzendingen
    assert inzending.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde == 3


def test_an_archive_is_read_with_its_own_template(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader
) -> None:
    """In the template of today the partij and its indicator are gone."""
    leg(archief(tmp_path, str(RONDE), molendam), klein, RONDE, ZW=woningen(3))
    verzegel(tmp_path)
    anders = schrijf_sjabloon(
        tmp_path / "nu.xlsx", **vervang("Partijen", "| ZW   | Zuidwonen ", "| ZU   | Zuid ")
    )
    nu = read_template(anders, reader).geldig()
    (matrix,) = all_rondes(tmp_path, nu, reader).matrices
    assert [i.partij for i in matrix.inzendingen] == ["ZW"]


def test_answers_an_open_ronde_has_no_place_for_are_counted(
    tmp_path: Path, klein: Kader, reader: Reader
) -> None:
    """Where the template changed and the ronde was not archived first."""
    leg(tmp_path / str(RONDE), klein, RONDE, NB=woningen(3), ZW={"A02-I2": oordeel("Groen")})
    anders = schrijf_sjabloon(
        tmp_path / "nu.xlsx", **vervang("Partijen", "| ZW   | Zuidwonen ", "| ZU   | Zuid ")
    )
    gelezen = all_rondes(tmp_path, read_template(anders, reader).geldig(), reader)
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == catalogue.ANDER_SJABLOON.code
    assert "dat is 1 keer zo" in bevinding.tekst


def test_an_archive_without_its_template_is_named(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader
) -> None:
    data = archief(tmp_path, str(RONDE), molendam)
    leg(data, klein, RONDE, NB=woningen(3))
    verzegel(tmp_path)
    (data / "sjabloon" / "monitoringstabel.xlsx").unlink()
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    assert gelezen.matrices == ()
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == catalogue.RONDE_ONLEESBAAR.code
    assert bevinding.plek.bestand == "archief/2026-evaluatie"


def test_a_return_that_was_added_after_archiving_is_said(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader
) -> None:
    leg(archief(tmp_path, str(RONDE), molendam), klein, RONDE, NB=woningen(3))
    verzegel(tmp_path)
    leg(tmp_path / str(RONDE), klein, RONDE, NB=woningen(3), ZW=woningen(4))
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    assert [b.code for b in gelezen.bevindingen] == [catalogue.ARCHIEF_GAAT_VOOR.code]
    assert [i.partij for i in gelezen.matrices[0].inzendingen] == ["NB"]


def leeg(bag: Path, erin: str = "") -> None:
    """Everything gone from it, but for one file of this name."""
    shutil.rmtree(bag)
    bag.mkdir()
    if erin:
        (bag / erin).write_text("x")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": leeg,
    "a return gone": lambda bag: next(bag.glob("data/retour/*")).unlink(),
    "a return changed": lambda bag: next(bag.glob("data/retour/*")).write_bytes(b"anders"),
    "a return added": lambda bag: (bag / "data/retour/x.xlsx").write_bytes(b"erbij"),
    "all returns gone": lambda bag: shutil.rmtree(bag / "data/retour"),
    "its template gone": lambda bag: (bag / "data/sjabloon/monitoringstabel.xlsx").unlink(),
    "its matrix gone": lambda bag: next(bag.glob("data/matrix/*")).unlink(),
    "its list gone": lambda bag: (bag / "manifest-sha256.txt").unlink(),
    "its list broken": lambda bag: (bag / "manifest-sha256.txt").write_text("x"),
    "a file in its place": lambda bag: leeg(bag, erin="data"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_archive_never_hides_the_open_ronde(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader, damage: str
) -> None:
    matrix = maak_matrix(klein, RONDE, {"NB": woningen(3)}, {1: "Groen"})
    for map_ in (archief(tmp_path, str(RONDE), molendam), tmp_path / str(RONDE)):
        leg(map_, klein, RONDE, NB=woningen(3))
        leg_matrix(map_, matrix)
    verzegel(tmp_path)
    assert earlier(tmp_path, Ronde(2027), klein, reader).bevindingen == ()
    DAMAGE[damage](tmp_path / "archief" / str(RONDE))
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    assert gelezen.bronnen == {RONDE: str(RONDE)}
    assert [i.partij for i in gelezen.matrices[0].inzendingen] == ["NB"]
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == catalogue.RONDE_NIET_HEEL.code
    assert bevinding.plek.bestand == "archief/2026-evaluatie"
    assert "We lezen die ronde uit 2026-evaluatie." in bevinding.tekst


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_version_gives_way_to_the_one_before_it(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader, damage: str
) -> None:
    matrix = maak_matrix(klein, RONDE, {"NB": woningen(3)}, {1: "Groen"})
    for naam in (str(RONDE), f"{RONDE}-v2"):
        map_ = archief(tmp_path, naam, molendam)
        leg(map_, klein, RONDE, NB=woningen(3))
        leg_matrix(map_, matrix)
    verzegel(tmp_path)
    DAMAGE[damage](tmp_path / "archief" / f"{RONDE}-v2")
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    assert gelezen.bronnen == {RONDE: f"archief/{RONDE}"}
    assert [b.plek.bestand for b in gelezen.bevindingen] == [f"archief/{RONDE}-v2"]


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_left_of_the_only_archive_is_read_and_what_is_wrong_is_said(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader, damage: str
) -> None:
    map_ = archief(tmp_path, str(RONDE), molendam)
    leg(map_, klein, RONDE, NB=woningen(3), ZW=woningen(4))
    leg_matrix(map_, maak_matrix(klein, RONDE, {"NB": woningen(3)}, {1: "Groen"}))
    verzegel(tmp_path)
    DAMAGE[damage](tmp_path / "archief" / str(RONDE))
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    (bevinding,) = gelezen.bevindingen
    gone = damage in ("empty", "its template gone", "a file in its place")
    regel = catalogue.RONDE_ONLEESBAAR if gone else catalogue.RONDE_NIET_HEEL
    assert (bevinding.code, len(gelezen.matrices)) == (regel.code, 0 if gone else 1)
    assert gone or "uit wat er nog is" in bevinding.tekst


def leg_matrix(map_: Path, matrix: Matrix) -> Path:
    """The workbook of a matrix, in its place."""
    bestand = map_ / "matrix" / f"monitoringsmatrix-{matrix.ronde}.xlsx"
    bestand.parent.mkdir(parents=True)
    bestand.write_bytes(write_matrix(matrix))
    return bestand


@pytest.mark.parametrize(
    ("open_", "verteld"),
    [
        ("no matrix", False),
        ("the same matrix", False),
        ("saved again", False),
        ("another besluit", True),
        ("a besluit more", True),
        ("cannot be read", True),
    ],
)
def test_other_besluiten_in_the_open_folder_than_in_the_archive_are_told(
    tmp_path: Path, klein: Kader, molendam: Path, reader: Reader, open_: str, verteld: bool
) -> None:
    """The archive is read; an open folder that says the same, or nothing, is in order."""
    besluiten = {1: "Groen", 2: "Groen"}
    matrix = maak_matrix(klein, RONDE, {"NB": woningen(3)}, besluiten)
    data = archief(tmp_path, str(RONDE), molendam)
    leg(data, klein, RONDE, NB=woningen(3))
    leg_matrix(data, matrix)
    verzegel(tmp_path)
    leg(tmp_path / str(RONDE), klein, RONDE, NB=woningen(3))
    if open_ != "no matrix":
        anders = {"another besluit": {2: "Afgerond"}, "a besluit more": {3: "Groen"}}
        gezet = besluiten | anders.get(open_, {})
        bestand = leg_matrix(
            tmp_path / str(RONDE), maak_matrix(klein, RONDE, {"NB": woningen(3)}, gezet)
        )
        if open_ == "saved again":
            load_workbook(bestand).save(bestand)
        if open_ == "cannot be read":
            bestand.write_bytes(bestand.read_bytes()[:2000])
    gelezen = earlier(tmp_path, Ronde(2027), klein, reader)
    codes = [b.code for b in gelezen.bevindingen]
    assert codes == ([catalogue.ARCHIEF_GAAT_VOOR.code] if verteld else [])
    (gevonden,) = gelezen.matrices
    assert {n: b.kleur for n, b in gevonden.besluiten.items()} == besluiten


def test_only_what_has_no_place_in_another_template_is_counted(
    tmp_path: Path, klein: Kader, reader: Reader
) -> None:
    """Two codes that are gone and one that is asked of others now; not what cannot be read."""
    gegeven = {
        **woningen("ca. 10"),
        "A02-I1": oordeel("Groen"),
        "A02-I1-M1": {"Waarde": 3},
        "A03-I1": oordeel("Groen"),
    }
    leg(tmp_path / str(RONDE), klein, RONDE, NB=gegeven)
    tabel = STANDAARD["Monitoringstabel"].replace("| A02-I1 |", "| A02-I9 |")
    voor, projecten, na = tabel.partition("projecten in de wijk | > 2026-2031 | ")
    na = na.replace("corporaties, gemeente en huurdersverenigingen", "gemeente", 1)
    anders = schrijf_sjabloon(
        tmp_path / "nu.xlsx",
        Monitoringstabel=voor + projecten + na,
        Meetwaarden=STANDAARD["Meetwaarden"].replace("A02-I1", "A02-I9"),
    )
    gelezen = all_rondes(tmp_path, read_template(anders, reader).geldig(), reader)
    (bevinding,) = gelezen.bevindingen
    assert bevinding.code == catalogue.ANDER_SJABLOON.code
    assert "dat is 3 keer zo" in bevinding.tekst
    (inzending,) = gelezen.matrices[0].inzendingen
    assert catalogue.GETAL_VERWACHT.code in [b.code for b in inzending.bevindingen]
