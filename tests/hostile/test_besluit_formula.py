"""A besluit that is a formula: what the file keeps beside it need not be what somebody saw."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest
from archieven import Klaar, maak_ronde
from click.testing import CliRunner, Result
from invullen import RONDE, een_lezer_voor_alles
from openpyxl import load_workbook

from kaderxl.cli import main
from kaderxl.core import labels as l
from kaderxl.reading import Reader

MATRIX = Path("matrix") / f"monitoringsmatrix-{RONDE}.xlsx"


@pytest.fixture(scope="module", autouse=True)
def een_lezer(reader: Reader) -> Iterator[None]:
    with een_lezer_voor_alles(reader):
        yield


@pytest.fixture
def klaar(tmp_path: Path, reader: Reader) -> Klaar:
    return maak_ronde(tmp_path, reader, ("GEM", "NB"))


def geef(klaar: Klaar, *words: str) -> Result:
    plaats = ("--year", "2026", "--template", str(klaar.sjabloon), "--output", str(klaar.output))
    return CliRunner().invoke(main, [*words, *plaats], catch_exceptions=False)


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
    blad = load_workbook(bestand)[l.MONITORINGSTABEL]
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
    boek[l.MONITORINGSTABEL][adres].value = "Groen"
    boek.save(kopie)
    assert geef(klaar, "adopt", str(kopie)).exit_code in (0, 1)
    kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
    met_formule(kopie, adres, l.MONITORINGSTABEL, '"Ro"&"od"', "Afgerond")
    outcome = geef(klaar, "adopt", str(kopie), "--json")
    assert outcome.exit_code == 1, outcome.output
    document = json.loads(outcome.stdout)
    gevonden = [b for b in document["bevindingen"] if b["code"] == "M580"]
    assert [(b["blad"], b["cel"], b["ernst"]) for b in gevonden] == [
        (l.MONITORINGSTABEL, adres, "fout")
    ]
    blad = load_workbook(klaar.ronde / MATRIX)[l.MONITORINGSTABEL]
    assert blad[adres].value == "Groen"


def test_merge_leaves_the_matrix_until_it_is_typed(klaar: Klaar) -> None:
    bestand = klaar.ronde / MATRIX
    met_formule(bestand, cel_van_besluit(bestand), l.MONITORINGSTABEL, '"Ro"&"od"', "Groen")
    before = bestand.read_bytes()
    outcome = geef(klaar, "merge")
    assert (outcome.exit_code, "M580" in outcome.stderr) == (2, True), outcome.output
    assert bestand.read_bytes() == before


def test_the_day_of_the_bo_as_a_formula_is_no_day(klaar: Klaar, tmp_path: Path) -> None:
    kopie = tmp_path / "kopie.xlsx"
    kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
    dag = (date(2027, 3, 25) - date(1899, 12, 30)).days
    met_formule(kopie, cel_van_de_dag(kopie), l.SAMENVATTING, "TODAY()", str(dag))
    outcome = geef(klaar, "adopt", str(kopie), "--json")
    document = json.loads(outcome.stdout)
    assert "M580" in [b["code"] for b in document["bevindingen"]]
    assert document["begrepen"]["vastgesteld"] is None
    assert not (klaar.ronde / "matrix" / "publicatie").exists()
