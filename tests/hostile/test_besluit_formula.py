"""A besluit that is a formula: what the file keeps beside it need not be what somebody saw."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from html import escape
from pathlib import Path

import pytest
from archieven import Klaar, maak_ronde
from hostile.build import ods
from invullen import RONDE
from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from kaderxl.core import labels as l
from kaderxl.reading import Reader

pytestmark = pytest.mark.usefixtures("een_lezer")

MATRIX = Path("matrix") / f"monitoringsmatrix-{RONDE}.xlsx"


@pytest.fixture
def klaar(tmp_path: Path, reader: Reader) -> Klaar:
    return maak_ronde(tmp_path, reader, ("GEM", "NB"))


def met_formule(bestand: Path, adres: str, blad: str, formule: str, bewaard: str) -> None:
    """A cell with a formula and beside it a result that is not its own."""
    boek = load_workbook(bestand)
    boek[blad][adres].value = f"={formule}"
    boek.save(bestand)
    deel_van = f"xl/worksheets/sheet{boek.sheetnames.index(blad) + 1}.xml"
    in_xml = escape(formule, quote=False)
    cel = re.compile(rf'<c r="{adres}"([^>]*)><f>{re.escape(in_xml)}</f><v ?(/>|></v>)'.encode())
    uit = io.BytesIO()
    with zipfile.ZipFile(bestand) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.namelist():
            data = oud.read(deel)
            if deel == deel_van:
                soort = "" if bewaard.isdigit() else ' t="str"'
                met = f'<c r="{adres}"\\1{soort}><f>{in_xml}</f><v>{bewaard}</v>'.encode()
                data, keer = cel.subn(met, data)
                assert keer == 1
            nieuw.writestr(deel, data)
    bestand.write_bytes(uit.getvalue())


def cel_van_besluit(bestand: Path) -> str:
    blad = load_workbook(bestand)[l.BESLUITENLIJST]
    koppen = [cel.value for cel in blad[2]]
    return str(blad.cell(3, koppen.index(l.BESLUIT) + 1).coordinate)


def cel_van_de_dag(bestand: Path) -> str:
    for rij in load_workbook(bestand)[l.SAMENVATTING].iter_rows(max_col=2):
        if rij[0].value == l.VASTGESTELD_IN:
            return str(rij[1].coordinate)
    raise AssertionError


def test_nothing_is_taken_of_it_and_what_was_decided_stays(klaar: Klaar, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.xlsx"
    kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
    adres = cel_van_besluit(kopie)
    boek = load_workbook(kopie)
    boek[l.BESLUITENLIJST][adres].value = "Groen"
    boek.save(kopie)
    assert klaar.geef("adopt", kopie, "--year", 2026).exit_code in (0, 1)
    kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
    met_formule(kopie, adres, l.BESLUITENLIJST, '"Ro"&"od"', "Afgerond")
    outcome = klaar.geef("adopt", kopie, "--json", "--year", 2026)
    assert outcome.exit_code == 1, outcome.output
    document = json.loads(outcome.stdout)
    gevonden = [b for b in document["bevindingen"] if b["code"] == "M580"]
    assert [(b["blad"], b["cel"], b["ernst"]) for b in gevonden] == [
        (l.BESLUITENLIJST, adres, "fout")
    ]
    blad = load_workbook(klaar.ronde / MATRIX)[l.BESLUITENLIJST]
    assert blad[adres].value == "Groen"


def test_merge_leaves_the_matrix_until_it_is_typed(klaar: Klaar) -> None:
    bestand = klaar.ronde / MATRIX
    met_formule(bestand, cel_van_besluit(bestand), l.BESLUITENLIJST, '"Ro"&"od"', "Groen")
    before = bestand.read_bytes()
    outcome = klaar.geef("merge", "--year", 2026)
    assert (outcome.exit_code, "M580" in outcome.stderr) == (2, True), outcome.output
    assert bestand.read_bytes() == before


def test_the_day_of_the_bo_as_a_formula_is_no_day(klaar: Klaar, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.xlsx"
    kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
    dag = (date(2027, 3, 25) - date(1899, 12, 30)).days
    met_formule(kopie, cel_van_de_dag(kopie), l.SAMENVATTING, "TODAY()", str(dag))
    outcome = klaar.geef("adopt", kopie, "--json", "--year", 2026)
    document = json.loads(outcome.stdout)
    assert "M580" in [b["code"] for b in document["bevindingen"]]
    assert document["begrepen"]["vastgesteld"] is None
    assert not (klaar.ronde / "matrix" / "publicatie").exists()


def test_a_besluit_that_a_formula_of_another_cell_fills_is_none(
    klaar: Klaar, tmp_path: Path
) -> None:
    """It has a value alone; that it belongs to a formula says the first cell of the range."""
    kopie = tmp_path / "kopie.xlsx"
    adres = cel_van_besluit(klaar.ronde / MATRIX)
    boek = load_workbook(klaar.ronde / MATRIX)
    blad = boek[l.BESLUITENLIJST]
    blad[adres].value = "Groen"
    ernaast = blad[adres].offset(column=-1)
    ernaast.value = ArrayFormula(f"{ernaast.coordinate}:{adres}", '={"x","Rood"}')
    boek.save(kopie)
    document = json.loads(klaar.geef("adopt", kopie, "--json", "--year", 2026).stdout)
    gevonden = [b["cel"] for b in document["bevindingen"] if b["code"] == "M580"]
    assert gevonden == [adres]
    assert load_workbook(klaar.ronde / MATRIX)[l.BESLUITENLIJST][adres].value != "Groen"


def test_a_besluit_of_an_ods_that_is_a_formula_is_none(klaar: Klaar, tmp_path: Path) -> None:
    """The matrix as ods: its values alone, as a program writes them, and one formula, repeated."""
    blad = load_workbook(klaar.ronde / MATRIX, data_only=True)[l.BESLUITENLIJST]
    adres = cel_van_besluit(klaar.ronde / MATRIX)
    rijen = []
    for rij in blad.iter_rows():
        cellen = []
        for cel in rij:
            tekst = escape(str("" if cel.value is None else cel.value))
            formule = ""
            if cel.coordinate == adres:
                tekst, formule = "Groen", ' table:formula="of:=&quot;Ro&quot;&amp;&quot;od&quot;"'
            cellen.append(
                f'<table:table-cell office:value-type="string"{formule}>'
                f"<text:p>{tekst}</text:p></table:table-cell>"
            )
        rijen.append(f"<table:table-row>{''.join(cellen)}</table:table-row>")
    kopie = tmp_path / "kopie.ods"
    tabel = f'<table:table table:name="{l.BESLUITENLIJST}">{"".join(rijen)}</table:table>'
    kopie.write_bytes(ods(tabel))
    document = json.loads(klaar.geef("adopt", kopie, "--json", "--year", 2026).stdout)
    assert adres in [b["cel"] for b in document["bevindingen"] if b["code"] == "M580"]
    assert load_workbook(klaar.ronde / MATRIX)[l.BESLUITENLIJST][adres].value is None
