"""One partij answers many municipalities in one workbook: bundled, filled in, and made into their
own sheets again, which each of them takes in as if filled in by hand."""

from __future__ import annotations

import io
import json
import mailbox
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import Result
from excelregels import fouten
from invullen import (
    FEBRUARI,
    als_antwoorden,
    bewerk,
    leeg_blad,
    neem_in,
    zet,
    zoek_tabel,
)
from opdrachten import geef, inhoud, vul_map
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from schemas import faults
from sjablonen import STANDAARD, met_landelijk, schrijf_sjabloon

from kaderxl.core import catalogue, labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Document, Reader
from kaderxl.returns.asked_sheet import read_asked
from kaderxl.sheets.asked import Vraagblad, rijcodes
from kaderxl.sheets.bundle import KOPREGEL
from kaderxl.template.read import read_template

RONDE = Ronde(2026)
JAAR = ("--year", "2026")
pytestmark = pytest.mark.lang
GEMEENTEN = {"MOL": "a", "MEI": "a", "BEE": "b", "BOS": "b", "ZEE": "c"}
"""Five municipalities with one of three templates; 60 % of what each asks, all of them ask."""
_EIGEN = ("aandeel onder de grens", "projecten in de wijk")
_EIGEN_WOORDEN = {
    "a": _EIGEN,
    "b": ("deel van de huren onder de grens", "projecten per buurt"),
    "c": ("betaalbare huren", "initiatieven in het dorp"),
}
LANG = "Fictief: " + "een heel verhaal " * 352  # 5,993 signs
Antwoorden = Mapping[tuple[str, str, str], object]
"""What is typed, by municipality, code of the sheet, and the sort of answer."""


def schrijf(map_: Path, kenmerk: str, soort: str) -> Path:
    """A dossier of a municipality, with a template of its kind."""
    tabel = STANDAARD["Monitoringstabel"]
    for oud, nieuw in zip(_EIGEN, _EIGEN_WOORDEN[soort], strict=True):
        tabel = tabel.replace(oud, nieuw)
    wie = STANDAARD["Instellingen"].replace("MOL ", f"{kenmerk} ")
    wie = wie.replace("Molendam ", f"{kenmerk}-dam ")
    (map_ / "templates").mkdir(parents=True)
    sjabloon = map_ / "templates" / "monitoringstabel.xlsx"
    return schrijf_sjabloon(sjabloon, Instellingen=wie, Monitoringstabel=tabel)


@dataclass(frozen=True)
class Land:
    """The dossiers in `map`, each with its sheets; in `in` what Noordbouw received of them."""

    map: Path

    @property
    def bladen(self) -> Path:
        return self.map / "in"

    def sjabloon(self, kenmerk: str) -> Path:
        return self.map / kenmerk / "templates" / "monitoringstabel.xlsx"

    def kader(self, kenmerk: str, reader: Reader) -> Kader:
        return read_template(self.sjabloon(kenmerk), reader).geldig()

    def gevraagd(self, reader: Reader) -> dict[str, Vraagblad]:
        """The sheets that were received, by the code of their municipality."""
        return {pad.stem: lees_blad(pad, reader) for pad in sorted(self.bladen.glob("*.xlsx"))}

    def bundel(self, *opties: object) -> Result:
        return geef("bundle", self.bladen, "--output", self.map / "bundel.xlsx", *opties)

    def splits(self, *opties: object, bundel: str = "bundel.xlsx") -> Result:
        uit = ("--output", self.map / "uit")
        return geef("bundle", "--split", self.map / bundel, self.bladen, *uit, *opties)

    def uit(self, kenmerk: str) -> Path:
        (pad,) = (self.map / "uit").glob(f"{kenmerk} *.xlsx")
        return pad


def lees_blad(pad: Path, reader: Reader) -> Vraagblad:
    document = reader.read(pad.name, pad.read_bytes())
    blad = read_asked(pad.name, document, pad.read_bytes(), reader.limits)
    assert isinstance(blad, Vraagblad), blad
    return blad


@pytest.fixture(scope="module")
def uitgegeven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("bundel") / "land"
    (map_ / "in").mkdir(parents=True)
    for kenmerk, soort in GEMEENTEN.items():
        sjabloon = schrijf(map_ / kenmerk, kenmerk, soort)
        uitvoer = map_ / kenmerk / "output"
        geef("generate", *JAAR, "--template", sjabloon, "--output", uitvoer)
        (blad,) = uitvoer.glob("*/invulbladen/*Noordbouw*")
        shutil.copy(blad, map_ / "in" / f"{kenmerk}.xlsx")
    return map_


@pytest.fixture
def land(uitgegeven: Path, tmp_path: Path) -> Land:
    return Land(Path(shutil.copytree(uitgegeven, tmp_path / "land")))


@pytest.fixture
def gebundeld(land: Land) -> Land:
    assert land.bundel().exit_code == 0
    return land


class Bundel:
    """The bundle as who fills it in sees it: rows by their code, columns by their header."""

    def __init__(self, boek: Workbook) -> None:
        blad = boek.worksheets[0]
        assert isinstance(blad, Worksheet)
        self.blad = blad
        self.koppen = [str(cel.value) for cel in blad[KOPREGEL + 1]]
        codes = (blad.cell(r, 1).value for r in range(1, blad.max_row + 1))
        self.rijen = {str(code): n for n, code in enumerate(codes, 1) if code and n > KOPREGEL + 1}

    def kolom(self, kop: str) -> int:
        return next(n for n, k in enumerate(self.koppen, 1) if kop in k)

    def cel(self, code: str, kop: str) -> Cell:
        cel = self.blad.cell(self.rijen[code], self.kolom(kop))
        assert isinstance(cel, Cell)
        return cel

    def wordt_gevraagd(self, code: str, kop: str) -> bool:
        return not self.cel(code, kop).protection.locked


def vul_in(land: Land, antwoorden: Antwoorden, reader: Reader) -> None:
    """Type each answer in the column of its municipality, or where only that one is asked."""

    def wijzig(boek: Workbook) -> None:
        bundel = Bundel(boek)
        for naam, blad in land.gevraagd(reader).items():
            rijen = rij_van(blad)
            for (gemeente, code, kolom), waarde in antwoorden.items():
                if gemeente == naam:
                    rij = rijen[code, kolom]
                    eigen = bundel.wordt_gevraagd(rij, f"{naam}-2026")
                    zet(bundel.cel(rij, f"{naam}-2026" if eigen else l.ANTWOORD), waarde)

    bewaar(land, wijzig)


def bewaar(land: Land, *wijzigingen: Callable[[Workbook], None]) -> None:
    bestand = land.map / "bundel.xlsx"
    bestand.write_bytes(bewerk(bestand.read_bytes(), *wijzigingen))


def rij_van(blad: Vraagblad) -> dict[tuple[str, str], str]:
    """The code of the row in the bundle, by code and sort of answer on the sheet."""
    plaatsen = {c.plaats: (v.code, c.kolom) for v in blad.vragen for c in v.cellen}
    return {plaatsen[cel.plaats]: code for code, cel in rijcodes(blad).items()}


def alle_antwoorden(land: Land, reader: Reader) -> dict[tuple[str, str, str], object]:
    """Every cell of every municipality, each with a value of its own; among them what is wrong,
    looks like a formula, and is as long as anybody writes."""
    vreemd = ["veel", "=1+1", "-12", "+31 6", "@SUM(A1)", LANG, "1.234", "a\nb", " x "]
    antwoorden: dict[tuple[str, str, str], object] = {}
    for nummer, (naam, blad) in enumerate(land.gevraagd(reader).items()):
        for plaats, (code, kolom) in enumerate(rij_van(blad)):
            waarde: object = f"Fictief: {naam} bij {code} {kolom}"
            if kolom == l.BEOORDELING:
                waarde = ("Groen", "Oranje", "Rood", "paars", "Afgerond")[(nummer + plaats) % 5]
            elif kolom == l.REDEN:
                waarde = ("b – ander resultaat", "b", "c", "z")[(nummer + plaats) % 4]
            elif kolom == l.WAARDE:
                waarde = (100 * nummer + plaats, 0.5 + plaats, date(2026, 5, 1 + plaats), True)[
                    plaats % 4
                ]
            if (nummer + plaats) % 6 == 0:
                waarde = vreemd[(nummer * 3 + plaats) % len(vreemd)]
            antwoorden[naam, code, kolom] = waarde
    return antwoorden


def als_gelezen(waarde: object, cel_toont_dag: bool) -> object:
    return waarde if cel_toont_dag or not isinstance(waarde, date) else f"{waarde:%-d-%-m-%Y}"


@pytest.mark.usefixtures("een_lezer")
def test_every_answer_comes_to_its_own_code_in_its_own_municipality(
    gebundeld: Land, reader: Reader
) -> None:
    """Each of them accepted, and read as what was typed, right or wrong."""
    land, getypt = gebundeld, alle_antwoorden(gebundeld, reader)
    assert len(getypt) == sum(b.gevraagd for b in land.gevraagd(reader).values()) == 125
    vul_in(land, getypt, reader)
    voor = inhoud(land.bladen)
    uitkomst = land.splits()
    assert uitkomst.exit_code == 0, uitkomst.stdout
    assert inhoud(land.bladen) == voor
    for naam in GEMEENTEN:
        plaats = ("--template", land.sjabloon(naam), "--output", land.map / naam / "output")
        genomen = geef("collect", land.uit(naam), *JAAR, *plaats, "--json")
        (inzending,) = json.loads(genomen.stdout)["inzendingen"]
        assert inzending["status"] == "aangenomen"
        assert not any(b["code"][0] == "I" for b in inzending["bevindingen"]), inzending
        kader = land.kader(naam, reader)
        gelezen = als_antwoorden(neem_in(reader, kader, land.uit(naam).read_bytes()))
        datums = {m.code for m in kader.meetwaarden if m.soort.naam == "datum"}
        verwacht = {
            (code, kolom): als_gelezen(waarde, code in datums)
            for (gemeente, code, kolom), waarde in getypt.items()
            if gemeente == naam
        }
        assert {(c, k): w for c, rij in gelezen.items() for k, w in rij.items()} == verwacht


@pytest.mark.usefixtures("een_lezer")
def test_what_corresponds_is_typed_once(gebundeld: Land, reader: Reader) -> None:
    """60 % of what is asked is the same everywhere: 36 % is typed, and every cell has an answer."""
    bladen = gebundeld.gevraagd(reader)
    sleutels = [{s for s, _ in blad.sleutels()} for blad in bladen.values()]
    overal = set.intersection(*sleutels)
    mol = bladen["MOL"]
    assert sum(len(v.cellen) for s, v in mol.sleutels() if s in overal) == mol.gevraagd * 0.6
    getypt = 0

    def typ_eens(boek: Workbook) -> None:
        nonlocal getypt
        bundel = Bundel(boek)
        for code in bundel.rijen:
            zet(bundel.cel(code, l.ANTWOORD), f"antwoord {code}")
            getypt += 1

    bewaar(gebundeld, typ_eens)
    gevraagd = sum(blad.gevraagd for blad in bladen.values())
    assert getypt <= 0.4 * gevraagd
    document = json.loads(gebundeld.splits("--json").stdout)
    assert faults("bundle", document) == []
    assert sum(b["ingevuld"] for b in document["bladen"]) == gevraagd
    for naam, blad in bladen.items():
        gemaakt = lees_blad(gebundeld.uit(naam), reader)
        assert all(
            gemaakt_cel.waarde == f"antwoord {code}"
            for code, gemaakt_cel in rijcodes(gemaakt).items()
        )
        assert rijcodes(gemaakt).keys() == rijcodes(blad).keys()


@pytest.mark.usefixtures("een_lezer")
def test_a_filled_sheet_is_the_original_but_for_its_answers(
    gebundeld: Land, reader: Reader
) -> None:
    """Kenmerk, layout, stempel, validations, colours, names and protection; valid in Excel, and
    nothing of another municipality in it."""
    vul_in(gebundeld, alle_antwoorden(gebundeld, reader), reader)
    gebundeld.splits()
    for naam in GEMEENTEN:
        oud, nieuw = (
            zipfile.ZipFile(io.BytesIO(pad.read_bytes()))
            for pad in (gebundeld.bladen / f"{naam}.xlsx", gebundeld.uit(naam))
        )
        assert oud.namelist() == nieuw.namelist()
        anders = {n for n in oud.namelist() if oud.read(n) != nieuw.read(n)}
        assert anders == {
            "xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml",
        }  # fmt: skip
        rond = [
            boek.read("xl/worksheets/sheet1.xml").partition(b"</sheetData>")[2]
            for boek in (oud, nieuw)
        ]
        assert rond[0] == rond[1]
        # What the formulas come to is reckoned on opening, and so it must be.
        (herrekenen,) = fouten(gebundeld.uit(naam).read_bytes())
        assert herrekenen.startswith("reckons all on opening")
        alles = b"".join(nieuw.read(n) for n in nieuw.namelist()).decode()
        assert f"Fictief: {naam} bij" in alles
        for ander in GEMEENTEN.keys() - {naam}:
            assert f"{ander} bij" not in alles
            assert f"{ander}-" not in alles


def test_what_is_not_asked_anew_stays_and_what_is_emptied_goes(land: Land, reader: Reader) -> None:
    """What a sheet has already is shown in its cell."""
    blad = land.gevraagd(reader)["MOL"]
    rijen = rij_van(blad)

    def eerder(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for code, kolom, waarde in (
            ("A01-I1", l.BEOORDELING, "Oranje"),
            ("A01-I1", l.TOELICHTING, "=stond er al"),
            ("A01-I1-M1", l.WAARDE, 12),
            ("A02-I1-M1", l.WAARDE, 0.5),
            ("A03-I1", l.TOELICHTING, "weg ermee"),
        ):
            zet(tabel.cel(code, kolom), waarde)

    pad = land.bladen / "MOL.xlsx"
    pad.write_bytes(bewerk(pad.read_bytes(), eerder))
    land.bundel()

    def veeg(boek: Workbook) -> None:
        bundel = Bundel(boek)
        assert bundel.cel(rijen["A01-I1", l.BEOORDELING], "MOL-2026").value == "Oranje"
        toelichting = bundel.cel(rijen["A01-I1", l.TOELICHTING], "MOL-2026")
        assert (toelichting.value, toelichting.data_type) == ("=stond er al", "s")
        assert bundel.cel(rijen["A01-I1-M1", l.WAARDE], "MOL-2026").value == 12
        zet(bundel.cel(rijen["A03-I1", l.TOELICHTING], "MOL-2026"), None)

    bewaar(land, veeg)
    assert land.splits().exit_code == 0
    nu = {
        (v.code, c.kolom): c.waarde
        for v in lees_blad(land.uit("MOL"), reader).vragen
        for c in v.cellen
    }
    gevuld = {k: w for k, w in nu.items() if w is not None}
    assert gevuld == {
        ("A01-I1", l.BEOORDELING): "Oranje",
        ("A01-I1", l.TOELICHTING): "=stond er al",
        ("A01-I1-M1", l.WAARDE): 12,
        ("A02-I1-M1", l.WAARDE): 0.5,
    }


def test_a_cell_lets_in_what_it_lets_in_on_the_sheet(gebundeld: Land, reader: Reader) -> None:
    boek = load_workbook(gebundeld.map / "bundel.xlsx")
    bundel, rijen = Bundel(boek), rij_van(gebundeld.gevraagd(reader)["MOL"])
    keuzes = {
        str(bereik): regel
        for regel in bundel.blad.data_validations.dataValidation
        for bereik in regel.sqref.ranges
    }

    def van(code: str, kolom: str, kop: str) -> object:
        return keuzes[bundel.cel(rijen[code, kolom], kop).coordinate]

    kleur = van("A01-I1", l.BEOORDELING, "MOL-2026")
    ((naam, bereik),) = (
        boek.defined_names["_x"].destinations
        if "_x" in boek.defined_names
        else [
            str(kleur.formula1).replace("$", "").split("!")  # type: ignore[attr-defined]
        ]
    )
    woorden = [cel.value for (cel,) in boek[naam.strip("'")][bereik]]
    assert woorden == ["Groen", "Oranje", "Rood", "Afgerond", "N.v.t."]
    reden = van("A01-I1", l.REDEN, "MOL-2026")
    assert reden.formula1.count("Redenen_") == 3  # type: ignore[attr-defined]
    assert not reden.showErrorMessage  # type: ignore[attr-defined]
    aantal = van("A01-I1-M1", l.WAARDE, l.ANTWOORD)
    assert (aantal.type, aantal.operator) == ("whole", "greaterThanOrEqual")  # type: ignore[attr-defined]
    dag = van("A01-I2-M2", l.WAARDE, "ZEE-2026")
    assert dag.type == "date"  # type: ignore[attr-defined]


def test_a_sheet_that_is_missing_or_new_is_named_and_nothing_is_guessed(
    gebundeld: Land, reader: Reader
) -> None:
    vul_in(gebundeld, alle_antwoorden(gebundeld, reader), reader)
    (gebundeld.bladen / "BOS.xlsx").unlink()
    (gebundeld.bladen / "brief.txt").write_text("Zie bijlage.", "utf-8")
    nieuw = gebundeld.map / "nieuw"
    schrijf(nieuw, "NWE", "a")
    sjabloon = nieuw / "templates" / "monitoringstabel.xlsx"
    geef("generate", *JAAR, "--template", sjabloon, "--output", nieuw / "output")
    (blad,) = nieuw.glob("output/*/invulbladen/*Noordbouw*")
    shutil.copy(blad, gebundeld.bladen / "NWE.xlsx")
    uitkomst = gebundeld.splits("--json")
    assert uitkomst.exit_code == 1
    document = json.loads(uitkomst.stdout)
    codes = [b["code"] for b in document["bevindingen"]]
    assert sorted(codes) == sorted(
        regel.code
        for regel in (
            catalogue.BUNDEL_GEEN_BLAD, catalogue.BUNDEL_BLAD_ERBIJ, catalogue.BUNDEL_BLAD_WEG,
        )
    )  # fmt: skip
    weg = next(b for b in document["bevindingen"] if b["code"] == catalogue.BUNDEL_BLAD_WEG.code)
    assert "BOS-2026E-NB" in weg["tekst"]
    assert sorted(p.name[:3] for p in (gebundeld.map / "uit").iterdir()) == [
        "BEE", "MEI", "MOL", "ZEE",
    ]  # fmt: skip
    gemaakt = {
        (v.code, c.kolom)
        for v in lees_blad(gebundeld.uit("BEE"), reader).vragen
        for c in v.cellen
        if c.waarde is not None
    }
    assert len(gemaakt) == 25


def test_what_was_typed_beside_the_cells_is_named(gebundeld: Land, reader: Reader) -> None:
    rijen = rij_van(gebundeld.gevraagd(reader)["MOL"])

    def schrijf_ernaast(boek: Workbook) -> None:
        bundel = Bundel(boek)
        eigen = bundel.rijen[rijen["A02-I1", l.BEOORDELING]]
        bundel.blad.cell(2, 9).value = "let op: boven"
        bundel.blad.cell(eigen, len(bundel.koppen) + 2).value = "let op: ernaast"
        bundel.blad.cell(bundel.blad.max_row + 2, 2).value = "let op: eronder"
        zet(bundel.cel(rijen["A02-I1", l.TOELICHTING], "ZEE-2026"), "niet gevraagd")
        vraag = bundel.cel(rijen["A01-I1", l.BEOORDELING], l.VRAAG)
        vraag.value = f"{vraag.value}\nlet op: erin"
        boek.create_sheet("Los").cell(1, 1).value = "let op: blad"
        bundel.blad.delete_rows(bundel.rijen[rijen["A03-I1", l.TOELICHTING]])

    bewaar(gebundeld, schrijf_ernaast)
    uitkomst = gebundeld.splits("--json")
    assert uitkomst.exit_code == 1
    bevindingen = json.loads(uitkomst.stdout)["bevindingen"]
    alles = json.dumps(bevindingen)
    for woord in ("boven", "ernaast", "eronder", "erin", "blad"):
        assert f"let op: {woord}" in alles, woord
    codes = {b["code"] for b in bevindingen}
    assert codes == {
        catalogue.LOSSE_TEKST.code, catalogue.BUNDEL_NIET_GEVRAAGD.code,
        catalogue.BUNDEL_RIJ_WEG.code,
    }  # fmt: skip
    assert not any("partij" in b["actie"] for b in bevindingen), "who reads it is the partij"


def test_it_never_writes_over_what_is_there(gebundeld: Land) -> None:
    voor = inhoud(gebundeld.map)
    for uitkomst in (gebundeld.bundel(), geef(
        "bundle", "--split", gebundeld.map / "bundel.xlsx", gebundeld.bladen,
        "--output", gebundeld.bladen,
    )):  # fmt: skip
        assert uitkomst.exit_code == 2
        assert f"fout {catalogue.PLEK_IS_BEZET.code}" in uitkomst.stderr
    assert inhoud(gebundeld.map) == voor


def test_what_is_no_bundle_and_what_is_no_sheet(land: Land, tmp_path: Path) -> None:
    shutil.copy(land.bladen / "MOL.xlsx", land.map / "bundel.xlsx")
    uitkomst = land.splits()
    assert (uitkomst.exit_code, catalogue.GEEN_BUNDEL.code in uitkomst.stderr) == (2, True)
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    uitkomst = geef("bundle", leeg, "--output", tmp_path / "x.xlsx")
    assert (uitkomst.exit_code, catalogue.BUNDEL_LEEG.code in uitkomst.stderr) == (2, True)
    assert not (tmp_path / "x.xlsx").exists()
    assert geef("bundle", "--output", "x.xlsx").exit_code == 2


def test_of_two_sheets_with_one_kenmerk_neither_and_of_two_partijen_none(land: Land) -> None:
    kopie = land.bladen / "kopie.xlsx"
    shutil.copy(land.bladen / "MOL.xlsx", kopie)
    assert land.bundel().exit_code == 0, "the same sheet twice is one"
    (land.map / "bundel.xlsx").unlink()
    kopie.write_bytes(bewerk(kopie.read_bytes(), opgeslagen=FEBRUARI))
    uitkomst = land.bundel("--json")
    document = json.loads(uitkomst.stdout)
    assert [b["code"] for b in document["bevindingen"]] == [catalogue.BUNDEL_TWEE_BLADEN.code]
    assert len(document["bladen"]) == 4
    kopie.unlink()
    (land.map / "bundel.xlsx").unlink()
    (ander,) = (land.map / "MOL").glob("output/*/invulbladen/*Zuidwonen*")
    shutil.copy(ander, land.bladen / "ander.xlsx")
    uitkomst = land.bundel()
    assert uitkomst.exit_code == 2
    assert catalogue.BUNDEL_TWEE_PARTIJEN.code in uitkomst.stderr
    assert not (land.map / "bundel.xlsx").exists()


@pytest.mark.usefixtures("een_lezer")
def test_from_a_mailbox_and_of_another_ronde_and_layout(
    land: Land, reader: Reader, tmp_path: Path
) -> None:
    """A sheet of a tussenstand, one that another program saved, and one as it looked before."""
    mol = land.map / "MOL"
    plaats = ("--template", land.sjabloon("MOL"), "--output", mol / "output")
    geef("generate", *JAAR, "--round", "tussenstand", *plaats)
    (tussen,) = mol.glob("output/2026-tussenstand/invulbladen/*Noordbouw*")
    bladen = {"mol": tussen.read_bytes(), "bee": (land.bladen / "BEE.xlsx").read_bytes()}
    bladen["zee"] = als_eerder((land.bladen / "ZEE.xlsx").read_bytes())
    postvak = tmp_path / "postvak.mbox"
    box = mailbox.mbox(postvak)
    for naam, data in bladen.items():
        bericht = EmailMessage()
        bericht["From"], bericht["Subject"] = f"wonen@{naam}.example", "Invulblad"
        bericht.set_content("Wilt u dit invullen?")
        soort = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        bericht.add_attachment(data, "application", soort, filename="Invulblad.xlsx")
        box.add(bericht)
    box.close()
    bundel = land.map / "bundel.xlsx"
    document = json.loads(geef("bundle", postvak, "--output", bundel, "--json").stdout)
    assert sorted(b["kenmerk"][:9] for b in document["bladen"]) == [
        "BEE-2026E", "MOL-2026T", "ZEE-2026E",
    ]  # fmt: skip
    assert document["samen"] >= 15

    def typ(boek: Workbook) -> None:
        gevuld = Bundel(boek)
        for code in gevuld.rijen:
            zet(gevuld.cel(code, l.ANTWOORD), f"antwoord {code}")

    bewaar(land, typ)
    geef("bundle", "--split", bundel, postvak, "--output", land.map / "uit")
    for naam in ("BEE", "ZEE"):
        gelezen = als_antwoorden(
            neem_in(reader, land.kader(naam, reader), land.uit(naam).read_bytes())
        )
        assert sum(map(len, gelezen.values())) == 25
        assert all(
            str(w).startswith("antwoord B") for rij in gelezen.values() for w in rij.values()
        )


def als_eerder(data: bytes) -> bytes:
    """The same questions in the columns that a sheet had before: a column for each."""
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    boek = Workbook()
    blad = boek.active
    assert isinstance(blad, Worksheet)
    kenmerk = str(tabel.blad.cell(2, 2).value)
    koppen = (*l.VASTE_CELLEN, l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING, l.CONTROLE)
    blad.append(["Noordbouw"])
    blad.append(["Kenmerk", kenmerk])
    blad.append([])
    blad.append([*koppen])
    for code in tabel.rijen:
        over, _, vraag = str(tabel.cel(code, l.VRAAG).value).partition("\n")[0].rpartition(": ")
        eenheid = tabel.cel(code, l.EENHEID).value
        over, vraag = (over, vraag) if eenheid == "kleur" else ("", f"{over}{vraag}")
        blad.append([code, "Thema", "Afspraak", over, vraag, eenheid, "–", "–"])
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def test_twenty_five_sheets(land: Land, reader: Reader, tmp_path: Path) -> None:
    """Bundled, filled in once where they correspond, split, and each taken in whole."""
    kaders = {}
    for nummer in range(25):
        kader = land.kader(("MOL", "BEE", "ZEE")[nummer % 3], reader)
        eigen = replace(kader.instellingen, kenmerk=f"G{nummer:02}", kader=f"Gemeente {nummer}")
        kaders[f"G{nummer:02}"] = replace(kader, instellingen=eigen)
    bladen = {naam: leeg_blad(kader, "NB") for naam, kader in kaders.items()}
    inbox, bundel, uit = vul_map(tmp_path / "in", **bladen), tmp_path / "b.xlsx", tmp_path / "uit"
    assert geef("bundle", inbox, "--output", bundel).exit_code == 0
    vol = load_workbook(bundel)
    gevuld = Bundel(vol)
    for code in gevuld.rijen:
        zet(gevuld.cel(code, l.ANTWOORD), "Groen")
    assert len(gevuld.rijen) == 45
    assert gevuld.blad.freeze_panes == f"C{KOPREGEL + 2}", "questions stay in view"
    vol.save(bundel)
    assert geef("bundle", "--split", bundel, inbox, "--output", uit).exit_code == 0
    for naam, kader in kaders.items():
        (pad,) = uit.glob(f"{naam} *.xlsx")
        inzending = neem_in(reader, kader, pad.read_bytes())
        gelezen = als_antwoorden(inzending)
        assert sum(map(len, gelezen.values())) == 25
        assert {w for rij in gelezen.values() for w in rij.values()} == {"Groen"}
        assert not any(b.code[0] == "I" for b in inzending.bron.bevindingen)


def test_a_sheet_that_somebody_wrote_in_since_is_left_alone(
    gebundeld: Land, reader: Reader
) -> None:
    """What is in it now was not in the bundle, and would be emptied."""
    pad = gebundeld.bladen / "MOL.xlsx"

    def later(boek: Workbook) -> None:
        zet(zoek_tabel(boek).cel("A01-I1", l.TOELICHTING), "daarna geschreven")

    pad.write_bytes(bewerk(pad.read_bytes(), later))
    uitkomst = gebundeld.splits("--json")
    assert uitkomst.exit_code == 1
    (bevinding,) = json.loads(uitkomst.stdout)["bevindingen"]
    assert bevinding["code"] == catalogue.BUNDEL_BLAD_ANDERS.code
    assert not [*(gebundeld.map / "uit").glob("MOL*")]
    assert len([*(gebundeld.map / "uit").iterdir()]) == 4


def test_saving_a_sheet_in_another_program_makes_it_no_other(gebundeld: Land) -> None:
    for pad in gebundeld.bladen.iterdir():
        pad.write_bytes(bewerk(pad.read_bytes()))
    assert gebundeld.splits().exit_code == 0


def test_what_a_cell_of_the_bundle_does_not_say_for_certain_is_left_and_named(
    gebundeld: Land, reader: Reader
) -> None:
    """An error, a formula without a result, cells that were merged; a percentage as it is seen."""
    blad = gebundeld.gevraagd(reader)["MOL"]
    rijen = rij_van(blad)

    def knoei(boek: Workbook) -> None:
        bundel = Bundel(boek)
        cel = bundel.cel(rijen["A01-I1-M1", l.WAARDE], "MOL-2026")
        cel.value, cel.data_type = "#N/A", "e"
        bundel.cel(rijen["A01-I1-M2", l.WAARDE], "MOL-2026").value = "=1+1"
        samen = [bundel.cel(rijen[c, l.WAARDE], "MOL-2026") for c in ("A02-I1-M1", "A02-I1-M2")]
        samen[0].value = 7
        bundel.blad.merge_cells(f"{samen[0].coordinate}:{samen[1].coordinate}")
        deel = bundel.cel(rijen["A02-I2-M1", l.WAARDE], "MOL-2026")
        deel.value, deel.number_format = 0.125, "0.0%"

    bewaar(gebundeld, knoei)
    uitkomst = gebundeld.splits("--json")
    codes = {b["code"] for b in json.loads(uitkomst.stdout)["bevindingen"]}
    assert codes == {
        catalogue.FOUTWAARDE.code, catalogue.FORMULE_ZONDER_UITKOMST.code,
        catalogue.CELLEN_SAMENGEVOEGD.code,
    }  # fmt: skip
    gemaakt = rijcodes(lees_blad(gebundeld.uit("MOL"), reader)).values()
    assert [c.waarde for c in gemaakt if c.waarde is not None] == [7, "12,5%"]


def test_the_screen_says_what_to_do_next(land: Land) -> None:
    tekst = land.bundel().stdout
    assert "5 invulbladen bij elkaar: 45 regels voor meer gemeenten" in tekst or "regels" in tekst
    assert "kaderxl bundle --split" in tekst
    assert "Stuur elke gemeente het hare." in land.splits().stdout


def test_a_document_is_read_as_it_stands(land: Land, reader: Reader) -> None:
    """Nothing of the template is needed, and nothing of the municipality."""
    pad = land.bladen / "MOL.xlsx"
    document = reader.read(pad.name, pad.read_bytes())
    assert isinstance(document, Document)
    blad = lees_blad(pad, reader)
    assert (blad.kader, blad.partij) == ("Woonafspraken MOL-dam", "Noordbouw")
    assert [v.code for v in blad.vragen][:2] == ["A01-I1", "A01-I1-M1"]
    assert blad.vragen[1].onder == blad.vragen[0].vraag


@pytest.mark.usefixtures("een_lezer")
def test_one_landelijke_code_is_answered_once_in_the_words_of_each(
    tmp_path: Path, reader: Reader
) -> None:
    """Of three that ask of sloop one has other words and one no code: each gets the answer."""
    land = Land(tmp_path)
    land.bladen.mkdir()
    for naam, woorden, code in (("AAA", "Gesloopt", "SLOOP"), ("BBB", "Afgebroken", "SLOOP"),
                                ("CCC", "Gesloopt", "")):  # fmt: skip
        anders = {
            "Instellingen": STANDAARD["Instellingen"].replace("MOL ", f"{naam} "),
            "Meetwaarden": STANDAARD["Meetwaarden"].replace("Gesloopt", woorden),
        }
        (tmp_path / naam / "templates").mkdir(parents=True)
        schrijf_sjabloon(land.sjabloon(naam), **met_landelijk(anders, A01_I1_M2=code))
        plaats = ("--template", land.sjabloon(naam), "--output", tmp_path / naam / "output")
        geef("generate", *JAAR, *plaats)
        (blad,) = (tmp_path / naam).glob("output/*/invulbladen/*Noordbouw*")
        shutil.copy(blad, land.bladen / f"{naam}.xlsx")
    assert land.bundel().exit_code == 0
    code = rij_van(land.gevraagd(reader)["AAA"])["A01-I1-M2", l.WAARDE]

    def typ(boek: Workbook) -> None:
        bundel = Bundel(boek)
        assert all(bundel.wordt_gevraagd(code, f"{naam}-2026") for naam in ("AAA", "BBB", "CCC"))
        zet(bundel.cel(code, l.ANTWOORD), 3)
        zet(bundel.cel(code, "BBB-2026"), 7)

    bewaar(land, typ)
    # The one with the code is not there any more: the others still find their row
    (land.bladen / "AAA.xlsx").unlink()
    document = json.loads(land.splits("--json").stdout)
    assert [b["code"] for b in document["bevindingen"]] == [catalogue.BUNDEL_BLAD_WEG.code]
    for naam, waarde in (("BBB", 7), ("CCC", 3)):
        gelezen = neem_in(reader, land.kader(naam, reader), land.uit(naam).read_bytes())
        assert als_antwoorden(gelezen)["A01-I1-M2"] == {l.WAARDE: waarde}
        assert not any(b.code[0] == "I" for b in gelezen.bevindingen)
