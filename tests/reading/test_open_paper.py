"""What is read as an agreement, and what is refused with its own sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from documents import Op, alinea, docx, pdf
from hostile.build import xlsx_parts, zipped

from kaderxl.reading import Limits, Reader, Refused
from kaderxl.reading.papers import Paper

_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SMALL = Limits(
    file_bytes=1_000_000, part_bytes=100_000, total_bytes=200_000, lines=500, box=5_000, seconds=5
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(_SMALL) as reader:
        yield reader


def code_van(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.bevinding.code


def word(document: bytes) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as bestand:
        bestand.writestr("word/document.xml", document)
    return stroom.getvalue()


def test_a_text_has_its_lines_and_a_page_for_each_form_feed(reader: Reader) -> None:
    paper = reader.read_printed("a.txt", "één\r\ntwee\n\fdrie".encode())
    assert isinstance(paper, Paper)
    assert [(line.text, line.place) for line in paper.lines if line.text] == [
        ("één", "bladzijde 1, regel 1"),
        ("twee", "bladzijde 1, regel 2"),
        ("drie", "bladzijde 2, regel 1"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "B240"),
        (b"<!doctype html><p>afspraak 1", "B240"),
        (b"From: a@b.nl\nSubject: overeenkomst\n\nBijgaand", "B240"),
        (b"\0" * 60, "B240"),
        (bytes(range(256)) * 20, "B240"),
        (zipped(xlsx_parts()), "B240"),
        (b"", "B204"),
        (b"x" * 1_000_001, "B205"),
        (b"\n" * 600, "B205"),
    ],
    ids=["picture", "page", "mail", "zeros", "binary", "workbook", "empty", "large", "lines"],
)
def test_what_is_no_agreement_is_refused(reader: Reader, data: bytes, code: str) -> None:
    assert code_van(reader.read_printed("a", data)) == code


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b"<w:document %s>" % _W + b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 9_000, "B205"),
        (b'<!DOCTYPE d [<!ENTITY a "aa">]><w:document %s>&a;</w:document>' % _W, "B212"),
        (b"<w:document %s><w:p>" % _W, "B207"),
        (b"<w:document %s>%s</w:document>" % (_W, b"<w:p/>" * 600), "B205"),
        (
            b"<w:document %s><w:tbl>%s%s</w:tbl></w:document>"
            % (
                _W,
                b'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr></w:tc></w:tr>',
                b"<w:tr><w:tc/></w:tr>" * 400,
            ),
            "B205",
        ),
    ],
    ids=["bomb", "entity", "cut off", "paragraphs", "wide"],
)
def test_a_word_document_is_held_to_the_caps(reader: Reader, document: bytes, code: str) -> None:
    assert code_van(reader.read_printed("a.docx", word(document))) == code


def test_the_reader_goes_on_after_a_file_that_was_refused(reader: Reader) -> None:
    assert isinstance(reader.read_printed("a", b"\x89PNG\r\n\x1a\n"), Refused)
    assert isinstance(reader.read_printed("a.docx", docx(alinea("tekst"))), Paper)
    assert isinstance(reader.read_printed("a.pdf", pdf([[Op(50, 50, "tekst")]])), Paper)
