"""What is read from a file that can be read: every cell in its place, by content alone."""

from __future__ import annotations

import datetime
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import openpyxl.comments
import pytest
import xlsxwriter
from hostile.build import MAIN, STRICT, STRICT_RELATIONS, cell, ods, text_cell, xlsx_parts, zipped

from kaderxl.reading import Document, Limits, Reader, Refused, Sheet, cell_name, load


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def read(reader: Reader, data: bytes) -> Document:
    outcome = reader.read("retour.xlsx", data)
    assert isinstance(outcome, Document), outcome
    return outcome


def only(reader: Reader, data: bytes) -> Sheet:
    (sheet,) = read(reader, data).sheets
    return sheet


def one_row(cells: str, **more: object) -> bytes:
    return zipped(xlsx_parts(f'<row r="1">{cells}</row>', **more))  # type: ignore[arg-type]


def by_xlsxwriter() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Invulblad")
    sheet.write("B3", "woningen")
    sheet.write("C3", 12.5)
    sheet.write("D3", True)
    sheet.write("E3", datetime.date(2026, 12, 31), book.add_format({"num_format": "dd-mm-yyyy"}))
    sheet.write("F3", datetime.time(8, 30), book.add_format({"num_format": "hh:mm"}))
    sheet.write("B4", "   ")
    sheet.write_formula("C4", "=1+1", None, 2)
    sheet.write_formula("D4", "=A1", None, "tekst")
    sheet.write_formula("E4", "=1/0", None, "#DIV/0!")
    sheet.write_blank("H9", None, book.add_format({"bold": True}))
    sheet.write_comment("C3", "ongeveer", {"author": "Jan"})
    book.add_worksheet("_meta").hide()
    book.worksheets()[1].write("A1", "K-2026")
    book.set_properties({"created": datetime.datetime(2026, 1, 2, 3, 4, 5)})
    book.close()
    return stream.getvalue()


def by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["B2"] = "tekst"
    sheet["C2"] = datetime.datetime(2026, 5, 6, 7, 8)
    sheet["D2"] = "=SUM(A1:A2)"
    sheet["E2"] = "#N/A"
    sheet["F2"] = -3
    sheet["B2"].comment = openpyxl.comments.Comment("Piet:\nklopt dit?", "Piet")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_of_xlsxwriter_comes_out_cell_by_cell(reader: Reader) -> None:
    document = read(reader, by_xlsxwriter())
    sheet, meta = document.sheets
    assert (sheet.name, sheet.top, sheet.left) == ("Invulblad", 2, 1)
    assert sheet.rows == [
        ["woningen", 12.5, True, datetime.date(2026, 12, 31), datetime.time(8, 30)],
        ["   ", 2.0, "tekst", None, None],
    ]
    assert sheet.formulas == {(3, 2): True, (3, 3): True, (3, 4): True}
    assert sheet.errors == {(3, 4): "#DIV/0!"}
    assert sheet.comments == {(2, 2): "ongeveer"}
    assert (meta.name, meta.rows) == ("_meta", [["K-2026"]])
    assert (document.format, document.modified) == ("xlsx", "2026-01-02T03:04:05Z")
    assert document.findings == ()


def test_a_workbook_of_openpyxl_comes_out_cell_by_cell(reader: Reader) -> None:
    sheet = only(reader, by_openpyxl())
    assert sheet.rows == [["tekst", datetime.datetime(2026, 5, 6, 7, 8), None, None, -3.0]]
    assert sheet.formulas == {(1, 3): False}
    assert sheet.errors == {(1, 4): "#N/A"}
    assert sheet.comments == {(1, 1): "klopt dit?"}


def test_dates_of_the_1904_system_are_the_right_days(reader: Reader) -> None:
    data = one_row('<c r="A1" s="1"><v>44561</v></c>', date1904=True)
    assert only(reader, data).rows == [[datetime.date(2026, 1, 1)]]


@pytest.mark.parametrize(("dag", "vanaf_1904"), [("1904-01-01", True), ("1899-12-30", False)])
def test_an_ods_may_count_its_days_from_1904(reader: Reader, dag: str, vanaf_1904: bool) -> None:
    document = read(
        reader,
        ods(
            f'<table:calculation-settings><table:null-date table:date-value="{dag}"/>'
            '</table:calculation-settings><table:table table:name="a"><table:table-row>'
            '<table:table-cell office:value-type="float" office:value="44631"/>'
            '<table:table-cell office:value-type="date" office:date-value="2026-03-12"/>'
            "</table:table-row></table:table>"
        ),
    )
    assert document.from_1904 is vanaf_1904
    assert document.sheets[0].rows == [[44631, datetime.date(2026, 3, 12)]]


def test_a_number_below_zero_in_a_date_cell_stays_that_number(reader: Reader) -> None:
    assert only(reader, one_row('<c r="A1" s="1"><v>-3</v></c>')).rows == [[-3.0]]


def test_strict_ooxml_is_read(reader: Reader) -> None:
    data = one_row(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46023</v></c>',
        strings=("<t>streng</t>",),
        main=STRICT,
        relations=STRICT_RELATIONS,
    )
    assert only(reader, data).rows == [["streng", datetime.date(2026, 1, 1)]]


def test_strict_ooxml_is_read_by_the_second_reader_too(reader: Reader) -> None:
    data = one_row(
        cell("A1", "#ANDERS!", "e") + cell("B1", "2"), main=STRICT, relations=STRICT_RELATIONS
    )
    sheet = only(reader, data)
    assert (sheet.rows, sheet.errors) == ([[None, 2.0]], {(0, 0): "#ANDERS!"})


def test_a_wrong_dimension_hides_nothing(reader: Reader) -> None:
    body = f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>' + (
        f'<row r="1">{cell("A1", "1")}</row><row r="3">{cell("C3", "4")}</row>'
        "</sheetData></worksheet>"
    )
    assert only(reader, zipped(xlsx_parts(body))).rows[2] == [None, None, 4.0]


def test_two_sheets_with_one_name_are_both_read(reader: Reader) -> None:
    first, second = (f'<row r="1">{cell("A1", value)}</row>' for value in "12")
    data = zipped(xlsx_parts(first, second, names=("Blad", "Blad")))
    assert [(s.name, s.rows) for s in read(reader, data).sheets] == [
        ("Blad", [[1.0]]),
        ("Blad", [[2.0]]),
    ]


@pytest.mark.parametrize("error", ["#REF!", "#SPILL!", "#NOOIT_GEZIEN!"])
def test_an_error_value_is_reported_and_the_rest_read(reader: Reader, error: str) -> None:
    sheet = only(reader, one_row(cell("A1", error, "e") + cell("B1", "7")))
    assert sheet.errors == {(0, 0): error}
    assert [value for row in sheet.rows for value in row if value] == [7.0]


def test_a_formula_without_result_is_told_from_one_with(reader: Reader) -> None:
    sheet = only(
        reader,
        one_row(
            '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1</f><v/></c>'
            '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>X</f><v>#NAME?</v></c>'
        ),
    )
    assert [sheet.formulas[0, col] for col in range(5)] == [False, True, False, True, True]


@pytest.mark.parametrize(
    ("strings", "cells", "expected"),
    [
        (("<t>een</t>",), cell("A1", "0", "s"), "een"),
        (("<r><t>a</t></r><r><t xml:space='preserve'> b</t></r>",), cell("A1", "0", "s"), "a b"),
        (("<t>東</t><rPh sb='0' eb='1'><t>ひ</t></rPh>",), cell("A1", "0", "s"), "東"),
        (("<t><![CDATA[x<y]]></t>",), cell("A1", "0", "s"), "x<y"),
        ((), text_cell("A1", "eigen &amp; los"), "eigen & los"),
        ((), text_cell("A1", "a<!-- niet -->b"), "ab"),
        ((), cell("A1", "uitkomst", "str"), "uitkomst"),
        ((), cell("A1", "<![CDATA[uitkomst]]>", "str"), "uitkomst"),
        ((), cell("A1", "1", "b"), True),
        ((), cell("A1", "1E3"), 1000.0),
        ((), cell("A1", "2026-01-02", "d").replace("<c ", '<c s="1" '), datetime.date(2026, 1, 2)),
        ((), "<c><v>5</v></c>", 5.0),
        ((), cell("A1", "1e999"), "Infinity"),
    ],
)
def test_each_way_to_store_a_value(
    reader: Reader, strings: tuple[str, ...], cells: str, expected: object
) -> None:
    assert only(reader, one_row(cells, strings=strings)).rows == [[expected]]


@pytest.mark.parametrize("blank", ["  ", "&#10;", "\t"])
def test_a_cell_with_only_white_space_keeps_it(reader: Reader, blank: str) -> None:
    cells = cell("A1", "0", "s") + text_cell("B1", blank) + cell("C1", "0")
    shared = f'<t xml:space="preserve">{blank}</t>'
    (row,) = only(reader, one_row(cells, strings=(shared,))).rows
    assert [isinstance(value, str) and value.isspace() for value in row] == [True, True, False]


def test_cells_in_any_order_and_without_address_keep_their_place(reader: Reader) -> None:
    body = f'<row r="3">{cell("B3", "1")}{cell("A3", "2")}</row><row r="1"><c><v>3</v></c></row>'
    assert only(reader, zipped(xlsx_parts(body))).rows == [[3.0, None], [None, None], [2.0, 1.0]]


def test_prefixes_indents_single_quotes_and_other_encodings_make_no_difference(
    reader: Reader,
) -> None:
    prefixed = (
        f"<x:worksheet xmlns:x='{MAIN}'>\n <x:sheetData>\n  <x:row r='1'>\n   "
        "<x:c t='inlineStr' r='B1'>\n <x:is><x:t>één</x:t></x:is></x:c>"
        "<x:c r='C1'><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    latin = '<?xml version="1.0" encoding="iso-8859-1"?>' + prefixed
    wide = '<?xml version="1.0" encoding="utf-16"?>' + prefixed
    for part in (prefixed.encode(), latin.encode("latin-1"), wide.encode("utf-16")):
        parts = xlsx_parts("")
        parts["xl/worksheets/sheet1.xml"] = part
        assert only(reader, zipped(parts)).rows == [["één", 4.0]]


def test_a_doctype_without_entities_is_no_reason_to_refuse(reader: Reader) -> None:
    body = (
        f'<?xml version="1.0"?><!DOCTYPE worksheet><worksheet xmlns="{MAIN}"><sheetData>'
        f'<row r="1">{cell("A1", "1")}</row></sheetData></worksheet>'
    )
    assert only(reader, zipped(xlsx_parts(body))).rows == [[1.0]]


def test_an_empty_sheet_has_no_rows(reader: Reader) -> None:
    assert only(reader, zipped(xlsx_parts(""))).rows == []


def test_a_thread_replaces_the_note_that_stands_in_for_it(reader: Reader) -> None:
    parts = xlsx_parts(f'<row r="1">{cell("A1", "1")}</row>')
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships><Relationship Id="a" Type="{kind}" Target="../tc.xml"/>'
        '<Relationship Id="b" Type="x/comments" Target="/xl/c.xml"/></Relationships>'
    )
    parts["xl/tc.xml"] = (
        '<ThreadedComments><threadedComment ref="A1"><text>graag na</text></threadedComment>'
        '<threadedComment ref="A1"><text>gedaan</text></threadedComment></ThreadedComments>'
    )
    parts["xl/c.xml"] = (
        "<comments><authors><author>tc=1</author></authors><commentList>"
        '<comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment>'
        '<comment ref="B2" authorId="0"><text><r><t>tc=1:</t></r><r><t>\nlos</t></r></text>'
        "</comment></commentList></comments>"
    )
    assert only(reader, zipped(parts)).comments == {(0, 0): "graag na\ngedaan", (1, 1): "los"}


def test_macros_are_ignored_and_that_is_said(reader: Reader) -> None:
    parts = xlsx_parts(f'<row r="1">{cell("A1", "1")}</row>') | {"xl/vbaProject.bin": b"x"}
    document = read(reader, zipped(parts))
    assert document.format == "xlsm"
    assert [finding.code for finding in document.findings] == ["B213"]


def test_ods_with_repeats_values_comments_and_errors(reader: Reader) -> None:
    value = "office:value-type"
    document = read(
        reader,
        ods(
            '<table:table table:name="Blad1">'
            '<table:table-row table:number-rows-repeated="2"><table:table-cell '
            'table:number-columns-repeated="16384"/></table:table-row>\n'
            "<table:table-row>"
            f'<table:table-cell table:number-columns-repeated="2" {value}="string">'
            "<text:p>twee<text:s text:c='2'/>keer</text:p><text:p>regel</text:p>"
            "</table:table-cell>"
            f'<table:table-cell {value}="float" office:value="1.5">'
            "<office:annotation><dc:creator xmlns:dc='x'>Jan</dc:creator><text:p>ongeveer</text:p>"
            "</office:annotation><text:p>1,5</text:p></table:table-cell>"
            f'<table:table-cell {value}="date" office:date-value="2026-12-31"/>'
            f'<table:table-cell {value}="boolean" office:boolean-value="true"/>'
            f'<table:table-cell {value}="time" office:time-value="PT08H30M00S"/>'
            f'<table:covered-table-cell {value}="percentage" office:value="0.125"/>'
            f'<table:table-cell table:formula="of:=1/0" {value}="string" '
            'calcext:value-type="error"><text:p>#DEEL/0!</text:p></table:table-cell>'
            '<table:table-cell table:formula="of:=A1"/>'
            "</table:table-row>"
            '<table:table-row table:number-rows-repeated="3"><table:table-cell '
            f'{value}="string"><text:p>x</text:p></table:table-cell></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/>'
            "</table:table-row></table:table>"
        ),
    )
    (sheet,) = document.sheets
    assert (document.format, document.modified) == ("ods", "2026-02-03T04:05:06Z")
    assert (sheet.name, sheet.top, sheet.left) == ("Blad1", 2, 0)
    text = "twee  keer\nregel"
    day = datetime.date(2026, 12, 31)
    assert sheet.rows[0] == [text, text, 1.5, day, True, datetime.time(8, 30), 0.125]
    assert [row[0] for row in sheet.rows[1:]] == ["x", "x", "x"]
    assert sheet.comments == {(2, 2): "ongeveer"}
    assert sheet.errors == {(2, 7): "#DEEL/0!"}
    assert sheet.formulas == {(2, 7): True, (2, 8): False}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_in_any_delimiter_and_encoding_stays_text(
    reader: Reader, delimiter: str, encoding: str
) -> None:
    rows = [["code", "waarde", "toelichting"], ["A01", "007", "één; twee, drie"], ["A02", "", ""]]
    text = "\r\n".join(delimiter.join(f'"{value}"' for value in row) for row in rows)
    document = read(reader, text.encode(encoding))
    assert document.format == "csv"
    assert document.sheets[0].rows == [rows[0], rows[1], ["A02", None, None]]


def test_csv_with_titles_above_the_table_and_a_sep_line_keeps_its_rows(reader: Reader) -> None:
    text = "sep=;\nMonitoring 2026;;\n\ncode;waarde;reden\nA1;1;\nA2;2;x\n"
    sheet = only(reader, text.encode())
    assert sheet.rows[3:] == [["code", "waarde", "reden"], ["A1", "1", None], ["A2", "2", "x"]]


@pytest.mark.parametrize(
    "above", ["klad;klad;;;", " let op; lees dit;;;", f"{'lang ' * 60};zo lang;;;"]
)
def test_a_remark_of_any_form_above_the_header_of_a_csv_is_a_row_of_it(
    reader: Reader, above: str
) -> None:
    text = f"{above}\ncode;vraag;waarde;reden;toelichting\nA1;een;1;;\nA2;twee;2;x;\n"
    sheet = only(reader, text.encode())
    assert len(sheet.rows) == 4
    assert sheet.rows[1] == ["code", "vraag", "waarde", "reden", "toelichting"]


def test_reading_is_by_content_and_never_by_name(reader: Reader) -> None:
    outcome = reader.read("brief.docx", by_openpyxl())
    assert isinstance(outcome, Document)
    assert outcome.format == "xlsx"


def test_load_gives_the_bytes_of_a_regular_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"abc")
    assert load(path) == b"abc"


@pytest.mark.parametrize(
    ("row", "col", "name"),
    [(6, 1, "B7"), (0, 25, "Z1"), (0, 26, "AA1"), (1048575, 16383, "XFD1048576")],
)
def test_cell_name(row: int, col: int, name: str) -> None:
    assert cell_name(row, col) == name


def test_the_worker_starts_from_any_folder_and_imports_nothing_from_it(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('van een vreemde')")
    (tmp_path / "in.xlsx").write_bytes(one_row(cell("A1", "1")))
    script = (
        "import sys; sys.path[0] = sys.argv[1]\n"
        "from pathlib import Path\n"
        "from kaderxl.reading import Reader\n"
        "with Reader() as reader: print(reader.read('x', Path('in.xlsx').read_bytes()).format)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(root)], cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == (b"xlsx", b"")


def test_the_worker_imports_no_more_than_it_needs() -> None:
    script = (
        "import sys, json; import kaderxl.reading.worker; "
        "print(json.dumps([n for n in ('click', 'pandas', 'openpyxl', 'xlsxwriter', "
        "'kaderxl.model', 'subprocess') if n in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout) == []


@pytest.mark.extern
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls", "csv"])
def test_a_sheet_saved_again_by_libreoffice(reader: Reader, tmp_path: Path, suffix: str) -> None:
    source = tmp_path / "in" / "blad.xlsx"
    source.parent.mkdir()
    book = openpyxl.Workbook()
    book.worksheets[0].append(["code", "waarde", "datum", "toelichting"])
    book.worksheets[0].append(["A01", 12.5, datetime.date(2026, 12, 31), "één; twee"])
    book.save(source)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", suffix, "--outdir", tmp_path, source],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    document = read(reader, (tmp_path / f"blad.{suffix}").read_bytes())
    header, answers = document.sheets[0].rows
    assert document.format == suffix
    assert header == ["code", "waarde", "datum", "toelichting"]
    assert [answers[0], answers[3]] == ["A01", "één; twee"]
    if suffix != "csv":
        assert answers[1:3] == [12.5, datetime.date(2026, 12, 31)]


def test_reading_costs_little_more_than_the_bare_reader(reader: Reader) -> None:
    data = by_xlsxwriter()
    read(reader, data)
    start = time.perf_counter()
    for _ in range(20):
        read(reader, data)
    assert time.perf_counter() - start < 0.5


def test_one_worker_serves_many_files() -> None:
    with Reader(Limits(seconds=5)) as reader:
        assert not isinstance(reader.read("a", one_row(cell("A1", "1"))), Refused)
        first = reader._worker
        assert not isinstance(reader.read("b", one_row(cell("A1", "2"))), Refused)
        assert reader._worker is first
