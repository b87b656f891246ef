"""A Word document: its paragraphs, its tables, and the numbers that Word itself counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from documents import Cel, alinea, docx, tabel

from kaderxl.reading import Reader, Refused
from kaderxl.reading.papers import Grid, Line, Paper

_NUMMERS = """<w:numbering xmlns:w>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
_STIJLEN = """<w:styles xmlns:w><w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Afspraak"><w:basedOn w:val="Basis"/></w:style>
<w:style w:styleId="Basis"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>
</w:style><w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>"""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def lees(reader: Reader, inhoud: str, **onderdelen: str) -> Paper:
    paper = reader.read_printed("overeenkomst.docx", docx(inhoud, **onderdelen))
    assert isinstance(paper, Paper), paper
    return paper


def _op(niveau: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="2"/></w:numPr>'


def test_paragraphs_have_the_numbers_that_word_counts(reader: Reader) -> None:
    inhoud = (
        alinea("Bouwen", _op(0))
        + alinea("huur", _op(1))
        + alinea("punt", _op(2))
        + alinea("koop", _op(1))
        + alinea("Zorg", '<w:pStyle w:val="Afspraak"/>')
        + alinea("opnieuw", _op(1))
    )
    paper = lees(reader, inhoud, numbering=_NUMMERS, styles=_STIJLEN)
    teksten = [line.text for line in paper.lines]
    assert teksten == ["3. Bouwen", "3a) huur", "• punt", "3b) koop", "4. Zorg", "4a) opnieuw"]


def test_a_heading_is_one_and_a_list_of_contents_is_left_out(reader: Reader) -> None:
    inhoud = alinea("Wonen ... 4", '<w:pStyle w:val="Inhopg1"/>')
    inhoud += alinea("Wonen", '<w:pStyle w:val="Kop2"/>') + alinea("Tekst")
    paper = lees(reader, inhoud, styles=_STIJLEN)
    assert [(line.text, line.heading, line.place) for line in paper.lines] == [
        ("Wonen", True, "alinea 2"),
        ("Tekst", False, "alinea 3"),
    ]


def test_a_merged_cell_is_one_wherever_it_reaches(reader: Reader) -> None:
    rijen = [
        [Cel("Thema", breed=2), Cel("Jaar")],
        [Cel("Bouwen", begint=True), Cel("a"), Cel("2026")],
        [Cel("", verder=True), Cel("b\nc"), Cel("2027")],
    ]
    (rooster,) = lees(reader, tabel(rijen)).items
    assert isinstance(rooster, Grid)
    kop, eerste, tweede = rooster.rows
    assert kop[0] == kop[1]
    assert tweede[0] == eerste[0]
    assert (kop[2].text, tweede[0].text) == ("Jaar", "Bouwen")
    assert tweede[1].text == "b\nc"
    assert tweede[1].place == "tabel 1, rij 3, kolom 2"


def test_what_was_struck_or_stands_twice_is_read_once(reader: Reader) -> None:
    weg = "<w:del><w:r><w:t>oud</w:t></w:r></w:del>"
    nieuw = "<w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>"
    (regel,) = lees(reader, f"<w:p>{weg}{nieuw}</w:p>").items
    assert isinstance(regel, Line)
    assert regel.text == "nieuw"


def test_a_document_without_text_is_no_document(reader: Reader) -> None:
    data = docx("").replace(b"word/document.xml", b"word/documenx.xml")
    outcome = reader.read_printed("overeenkomst.docx", data)
    assert isinstance(outcome, Refused)
    assert outcome.bevinding.code == "B207"
