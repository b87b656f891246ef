"""An .ods that reads back as it was written, in our reader and in LibreOffice."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from programs import Converteer

from kaderxl.core import labels as l
from kaderxl.core.answers import Waarde
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.reading import Document, Reader
from kaderxl.writing.colours import palet
from kaderxl.writing.ods import files
from kaderxl.writing.table import Kolom, Tabel, Uitgave

MOMENT = date(2027, 3, 25)
TEKSTEN = [
    "=1+1",
    "of:=SUM([.A1])",
    "  twee  spaties \t tab ",
    "eerste\n\nderde regel",
    "<b>&amp;</b> ]]> \"'",
    "007",
    "café ≥ 5 → € 👍",
    "'=1",
    "x" * 40_000,
]
TABEL = Tabel(
    "Proef",
    "Een proef",
    (Kolom("Tekst", "De tekst.", breedte=30), Kolom("Getal", ""), Kolom("Kleur", "", kleur=True)),
    tuple((tekst, nummer + 0.5, "Groen") for nummer, tekst in enumerate(TEKSTEN)),
)
ANDERE = Tabel(
    "Andere",
    "Nog een",
    (Kolom("Dag", ""), Kolom("Leeg", ""), Kolom("Ja", "")),
    ((MOMENT, None, True), (None, "", False), (MOMENT, "", None)),
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return schrijf()


def schrijf(uitleg: tuple[tuple[str, str], ...] = (("Let op", l.FICTIEF),)) -> bytes:
    uitgave = Uitgave(
        "proef",
        "Een <titel>",
        "Gemeente",
        MOMENT,
        (TABEL, ANDERE),
        {},
        uitleg=uitleg,
        palet=palet(HOOFDSTUK_8),
    )
    return files(uitgave)["proef.ods"]


@pytest.fixture(scope="module")
def gelezen(data: bytes, reader: Reader) -> Document:
    document = reader.read("proef.ods", data)
    assert isinstance(document, Document)
    return document


def onderdeel(data: bytes, naam: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return ElementTree.fromstring(pakket.read(naam))


def test_it_reads_back_the_same(gelezen: Document) -> None:
    uitleg, proef, andere = gelezen.sheets
    assert [blad.name for blad in gelezen.sheets] == ["Leesmij", "Proef", "Andere"]
    assert proef.rows == [["Tekst", "Getal", "Kleur"], *map(list, TABEL.rijen)]
    verwacht: list[list[Waarde]] = [
        ["Dag", "Leeg", "Ja"],
        [MOMENT, None, "ja"],
        [None, None, "nee"],
        [MOMENT, None, None],
    ]
    assert andere.rows == verwacht
    assert uitleg.rows[1:] == [
        ["Let op", l.FICTIEF],
        ["Proef: Tekst", "De tekst."],
        ["Proef: Getal", None],
        ["Proef: Kleur", None],
        *([f"Andere: {kolom.titel}", None] for kolom in ANDERE.kolommen),
    ]
    assert not any(blad.formulas or blad.errors or blad.comments for blad in gelezen.sheets)


def test_the_same_tables_give_the_same_bytes(data: bytes) -> None:
    assert schrijf() == data
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_is_a_package_as_the_standard_asks(data: bytes) -> None:
    """The kind first and not compressed, and every part in the manifest."""
    soort = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
    assert data[30 : 30 + len(soort)] == soort
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        namen = set(pakket.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    paden = [dict(e.items()) for e in onderdeel(data, "META-INF/manifest.xml")]
    genoemd = {pad for e in paden for naam, pad in e.items() if naam.endswith("full-path")}
    assert genoemd == namen | {"/"}


def test_it_is_accessible(data: bytes) -> None:
    """A header row that is one, no merged cells, a title and the language."""
    inhoud = ElementTree.tostring(onderdeel(data, "content.xml"), "unicode")
    assert inhoud.count("table-header-rows>") == 2 * 3
    assert "spanned" not in inhoud
    assert "formula" not in inhoud
    gegevens = {e.tag.rpartition("}")[2]: e.text for e in onderdeel(data, "meta.xml")[0]}
    assert gegevens["title"] == "Een <titel>"
    assert gegevens["language"] == "nl-NL"
    assert gegevens["creation-date"] == "2027-03-25T12:00:00"
    assert 'language="nl"' in ElementTree.tostring(onderdeel(data, "styles.xml"), "unicode")


@pytest.mark.extern
def test_libreoffice_opens_it_with_words_colours_and_dates(
    data: bytes, converteer: Converteer, tmp_path: Path
) -> None:
    bestand = tmp_path / "proef.ods"
    bestand.write_bytes(data)
    boek = load_workbook(converteer(bestand, "xlsx", tmp_path / "uit"))
    cellen = list(boek["Proef"].iter_rows(min_row=2))
    for (tekst, getal, kleur), cel in zip(TABEL.rijen, cellen, strict=True):
        # LibreOffice leaves a tab out of a cell, and has no longer text for an xlsx.
        geschreven = str(tekst).replace("\t", "")[:32_767]
        assert (cel[0].value, cel[0].data_type) == (geschreven, "s")
        assert cel[1].value == getal
        assert cel[2].value == kleur
        assert cel[2].fill.fgColor.rgb == "FF3DAA7D"
        assert "●" in cel[2].number_format
    assert boek["Leesmij"]["B2"].fill.fgColor.rgb == "FF6B2FA0"
    assert boek["Andere"]["A2"].is_date


def test_it_opens_on_its_first_table_and_what_is_made_up_on_what_says_so(reader: Reader) -> None:
    echt = reader.read("proef.ods", schrijf((("Wat dit is", "Een proef."),)))
    assert isinstance(echt, Document)
    assert [blad.name for blad in echt.sheets] == ["Proef", "Andere", "Leesmij"]
    fictief = reader.read("proef.ods", schrijf())
    assert isinstance(fictief, Document)
    assert fictief.sheets[0].name == "Leesmij"
