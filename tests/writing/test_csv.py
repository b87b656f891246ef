"""A csv by RFC 4180 that no program takes for formulas, and a description that fits it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from openpyxl import load_workbook
from programs import Converteer

from kaderxl.core.answers import Waarde
from kaderxl.core.text import leesbaar, met_formule, zonder_formule
from kaderxl.writing.csv import describe_csv, write_csv
from kaderxl.writing.table import Kolom, Kolomsoort, Tabel, Uitgave

DAG = date(2027, 3, 25)
GEVAARLIJK = ["=1+1", "+31", "-2", "@SUM(A1)", " =1", "'=1", "x;=1", ";'+1", "\t=1", "'' -1"]


def tabel(*rijen: tuple[Waarde, ...], koppen: str = "Tekst") -> Tabel:
    return Tabel("Proef", "Een proef", tuple(Kolom(k, "") for k in koppen.split("|")), rijen)


def regels(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_values_are_written_for_programs() -> None:
    rij = (3, -2.5, 1e16, True, date(2027, 3, 25), datetime(2027, 3, 25, 12), None, 'a "b", c\nd')
    data = write_csv(tabel(rij, koppen="a|b|c|d|e|f|g|h"))
    assert data == (
        b'a,b,c,d,e,f,g,h\r\n3,-2.5,10000000000000000,ja,2027-03-25,2027-03-25,,"a ""b"", c\nd"\r\n'
    )


@given(st.text())
def test_a_text_can_be_had_back_as_it_was(tekst: str) -> None:
    assert met_formule(zonder_formule(tekst)) == tekst


@given(st.lists(st.sampled_from(GEVAARLIJK) | st.text(st.characters(exclude_categories=["Cs"]))))
def test_every_text_comes_back_from_the_file(teksten: list[str]) -> None:
    data = write_csv(tabel(*((tekst, "x") for tekst in teksten), koppen="a|b"))
    assert data.endswith(b"\r\n")
    _, *gelezen = regels(data)
    assert [met_formule(tekst) for tekst, _ in gelezen] == [leesbaar(t) for t in teksten]


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_no_cell_begins_as_a_formula_does(tekst: str) -> None:
    (_, (cel,)) = regels(write_csv(tabel((tekst,))))
    assert not any(deel.lstrip().startswith(tuple("=+-@")) for deel in cel.split(";"))


@pytest.mark.extern
def test_libreoffice_sees_texts_and_numbers_and_no_formula(
    converteer: Converteer, tmp_path: Path
) -> None:
    bestand = tmp_path / "proef.csv"
    rijen = [(tekst, nummer) for nummer, tekst in enumerate(GEVAARLIJK)]
    bestand.write_bytes(write_csv(tabel(*rijen, koppen="a|b")))
    blad = load_workbook(converteer(bestand, "xlsx", tmp_path / "uit")).worksheets[0]
    for (tekst, _), (cel, getal) in zip(rijen, blad.iter_rows(min_row=2), strict=True):
        assert cel.data_type == "s", tekst
        assert getal.data_type == "n"


def test_the_description_says_what_each_column_holds() -> None:
    kolommen = (
        Kolom("Nummer", "Het nummer.", Kolomsoort.GEHEEL),
        Kolom("Datum besluit", "De dag.", Kolomsoort.DATUM),
        Kolom("Waarde", "Het getal.", Kolomsoort.GETAL),
        Kolom("=Waarde", "Twee kolommen met één naam."),
    )
    proef = Tabel("P", "De proef", kolommen, ((1, date(2027, 1, 2), 2.5, "x"),), ("Nummer",))
    over = json.loads(
        describe_csv(Uitgave("p", "T", "G", DAG, (proef,), {"p": proef}, vastgesteld=DAG))
    )
    assert over["dc:publisher"] == "G"
    assert over["dc:issued"] == {"@value": "2027-03-25"}
    assert {"@language": "nl"} in over["@context"]
    (beschreven,) = over["tables"]
    assert beschreven["url"] == "p.csv"
    schema = beschreven["tableSchema"]
    assert [k["name"] for k in schema["columns"]] == [
        "nummer",
        "datum_besluit",
        "waarde",
        "waarde_4",
    ]
    assert [k["datatype"] for k in schema["columns"]] == ["integer", "date", "decimal", "string"]
    assert schema["columns"][1]["dc:description"] == "De dag."
    assert [k["titles"] for k in schema["columns"]] == regels(write_csv(proef))[0]
    assert schema["primaryKey"] == ["nummer"]


def test_a_column_with_a_date_in_words_is_not_called_a_date() -> None:
    kolommen = (Kolom("Dag", "", Kolomsoort.DATUM),)
    proef = Tabel("P", "", kolommen, ((date(2027, 1, 2),), ("voorjaar",), (None,)))
    over = json.loads(describe_csv(Uitgave("p", "", "", DAG, (proef,), {"p": proef})))
    assert over["tables"][0]["tableSchema"]["columns"][0]["datatype"] == "string"
    assert "dc:issued" not in over
