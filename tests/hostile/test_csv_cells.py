"""No cell of any csv begins as a formula, whichever way a program splits its lines.

A Dutch Excel splits at semicolons: there a quote that does not begin a cell is a sign as any other,
and a line break in a cell is the end of a row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from archieven import Klaar, maak_ronde, stel_vast
from hypothesis import given, strategies as st
from invullen import RONDE, antwoorden, een_lezer_voor_alles, leeg_blad, oordeel, vul

from kaderxl import archive, collect, history, merge
from kaderxl.core.text import met_formule, zonder_formule
from kaderxl.reading import Reader
from kaderxl.writing.csv import write_csv
from kaderxl.writing.lists import as_list, rows_in
from kaderxl.writing.table import Kolom, Tabel

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
BEGINNINGS = ["", "a;", 'a;"', "a\n", "a\r", "a,", 'a,"', "a\t", 'a;""', "a; ", "a\n;", '";"', ";"]
HOSTILE = [f"{begin}{sign}HYPERLINK(1)" for begin in BEGINNINGS for sign in SIGNS]
TEXT = st.text(st.sampled_from("ab1 ;,\"'\t\r\n=+-@\uff1d\uff20")) | st.sampled_from(HOSTILE)


def cells(data: bytes) -> Iterator[str]:
    """The cells of a csv by every way of splitting it."""
    text = data.decode("utf-8-sig")
    for separator in ",;\t":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting)
            yield from (cell for line in lines for cell in line)
        # As Excel reads a line: what follows a closing quote still belongs to the cell.
        for line in re.split(r"\r\n|\r|\n", text):
            yield from (cell.strip('"') for cell in line.split(separator))


def formulas(data: bytes) -> list[str]:
    """The cells that begin as a formula does, under quotes too; a number below zero is none."""
    begins = (cell.lstrip(' "\u00a0\t\r\n') for cell in cells(data))
    signed = (cell for cell in begins if cell.startswith(tuple(SIGNS)))
    return [cell for cell in signed if not re.match(r"-\d[\d.]*(,|;|\t|$)", cell)]


def table(*rows: tuple[str | int | date | None, ...]) -> bytes:
    return write_csv(Tabel("t", "", tuple(Kolom(k, "") for k in "abc"[: len(rows[0])]), rows))


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4))
def test_of_a_table_no_cell_begins_as_a_formula(rows: list[tuple[str, str, str]]) -> None:
    assert formulas(table(*rows)) == []


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_of_a_list_no_cell_begins_as_a_formula_and_all_come_back(
    rows: list[tuple[str, str]],
) -> None:
    data = as_list(({"a": a, "b": b} for a, b in rows), ("a", "b"))
    assert formulas(data) == []
    read = rows_in(data, Path("x.csv"), ("a", "b"), "a")
    assert [(row["a"], row["b"]) for row in read] == rows


@given(TEXT)
def test_every_text_comes_back(text: str) -> None:
    assert met_formule(zonder_formule(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_each_way_to_begin_a_cell_is_guarded(text: str) -> None:
    assert formulas(table((text,), ("x",))) == []
    assert formulas(table(("x", text), (text, "y"))) == []


def test_the_guard_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What these tests look for is there without it."""
    monkeypatch.setattr("kaderxl.writing.csv.zonder_formule", lambda tekst: tekst)
    assert all(formulas(table(("x", text))) for text in HOSTILE)


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[Klaar]:
    """A ronde in which every text of a partij is hostile, published, archived and laid out."""
    with een_lezer_voor_alles(reader):
        klaar = maak_ronde(tmp_path_factory.mktemp("csv"), reader, ("GEM",))
        alles = "\n".join(HOSTILE)
        given_ = antwoorden(klaar.kader, "NB")
        for code in given_:
            if "-M" not in code:
                given_[code] = {**oordeel("Rood", "a", alles)}
        blad = vul(leeg_blad(klaar.kader, "NB"), given_)
        bestand = klaar.output.parent / 'x;"=1+1".xlsx'
        bestand.write_bytes(blad)
        sjabloon, output = klaar.sjabloon, klaar.output
        collect(RONDE, [bestand], template=sjabloon, output=output)
        merge(RONDE, template=sjabloon, output=output)
        stel_vast(klaar, date.today())
        archive(RONDE, template=sjabloon, output=output)
        history(template=sjabloon, output=output, csv=True)
        yield klaar


def test_of_no_file_that_a_ronde_leaves_a_cell_begins_as_a_formula(klaar: Klaar) -> None:
    files = sorted(klaar.output.rglob("*.csv"))
    assert {"keuze.csv", "verzonden.csv"}.isdisjoint(f.name for f in files)
    assert len({f.name for f in files}) >= 8
    for file in files:
        assert formulas(file.read_bytes()) == [], file
    assert any(b"HYPERLINK" in file.read_bytes() for file in files)
