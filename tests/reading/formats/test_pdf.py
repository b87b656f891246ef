"""A pdf: its lines with their places, what is drawn, and that a scan says what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from documents import Op, Streep, pdf

from kaderxl.reading import Limits, Reader, Refused
from kaderxl.reading.papers import Paper


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(Limits(pages=3)) as reader:
        yield reader


def code_van(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.bevinding.code


def test_lines_are_counted_as_a_reader_counts_them(reader: Reader) -> None:
    blad = [Op(50, 80, "onder"), Op(50, 60, "links"), Op(300, 60, "rechts")]
    paper = reader.read_printed("a.pdf", pdf([[Op(50, 50, "eerste")], blad]))
    assert isinstance(paper, Paper)
    assert [(line.text, line.place) for line in paper.lines] == [
        ("eerste", "bladzijde 1, regel 1"),
        ("links", "bladzijde 2, regel 1"),
        ("rechts", "bladzijde 2, regel 1"),
        ("onder", "bladzijde 2, regel 2"),
    ]
    links, rechts = [line for line in paper.lines if line.page == 2][:2]
    assert links.right < rechts.left
    assert abs(links.top - rechts.top) < 1


def test_what_is_drawn_is_a_rule(reader: Reader) -> None:
    paper = reader.read_printed("a.pdf", pdf([[Op(50, 50, "x"), Streep(40, 100, 240, 100)]]))
    assert isinstance(paper, Paper)
    (rule,) = paper.rules
    assert (rule.left, rule.right, rule.top) == (40, 240, 100)


def test_a_scan_says_to_have_its_text_recognised(reader: Reader) -> None:
    outcome = reader.read_printed("scan.pdf", pdf([[Streep(40, 100, 240, 100)]]))
    assert code_van(outcome) == "B241"


def test_a_pdf_with_a_password_says_so(reader: Reader) -> None:
    sleutel = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (%s) "
    sleutel = sleutel % (b"o" * 32) + b"/U (%s) >>" % (b"u" * 32)
    data = pdf([[Op(50, 50, "geheim")]]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + sleutel)
    assert code_van(reader.read_printed("a.pdf", data)) == "B208"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + bytes(range(256)) * 40, b"%PDF-1.7"])
def test_a_broken_pdf_says_so(reader: Reader, data: bytes) -> None:
    assert code_van(reader.read_printed("a.pdf", data)) == "B207"


def test_more_pages_than_an_agreement_has_are_not_read(reader: Reader) -> None:
    assert code_van(reader.read_printed("a.pdf", pdf([[Op(50, 50, "x")]] * 4))) == "B205"


def test_a_page_tree_that_holds_itself_ends(reader: Reader) -> None:
    data = pdf([[Op(50, 50, "x")]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    assert reader.read_printed("a.pdf", data) is not None
