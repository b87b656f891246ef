"""What is refused, with its own sentence; and that nothing takes kaderxl down with it."""

from __future__ import annotations

import gzip
import io
import os
import random
import struct
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hostile import biff
from hostile.build import MAIN, ODF, TYPE, cell, ods, ole, text_cell, xlsx_parts, zipped

from kaderxl.core.catalogue import CATALOGUS
from kaderxl.reading import Document, Limits, Reader, Refused, load, wire
from kaderxl.reading.limits import Limits as SameLimits
from kaderxl.reading.process import Worker

CODES = {regel.code for regel in CATALOGUS}
SMALL = Limits(
    file_bytes=20_000_000,
    parts=50,
    part_bytes=2_000_000,
    total_bytes=5_000_000,
    sheets=5,
    cells=2_000,
    box=20_000,
    characters=100_000,
)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(SMALL) as reader:
        yield reader


def refusal(outcome: object) -> tuple[str, str]:
    """Code and sentence of a refused file."""
    assert isinstance(outcome, Refused), outcome
    finding = outcome.bevinding
    assert finding.code in CODES
    assert finding.actie
    return finding.code, finding.tekst


def sheet(body: str) -> bytes:
    return zipped(xlsx_parts(body))


def good() -> bytes:
    return sheet(f'<row r="1">{cell("A1", "1")}{text_cell("B1", "tekst")}</row>')


def office(part: str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<x/>", part: "<x/>"})


def odf(kind: str) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


ENCRYPTED_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{ODF}manifest:1.0"><manifest:file-entry>'
    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
)
MAIL = b"Received: from x\r\nSubject: invulblad; 2026\r\nFrom: a@b.nl\r\n\r\nHierbij.\r\n"
LETTER = (
    "Beste Jan,\n\nHierbij de cijfers, zoals afgesproken.\nVolgt later, denk ik.\n\nGroet,\nPiet"
)


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "B204", "leeg"),
        (office("word/document.xml"), "B206", "Word"),
        (ole("WordDocument"), "B206", "Word"),
        (ole("WordDocument", "Workbook"), "B206", "Word"),
        (office("ppt/presentation.xml"), "B206", "PowerPoint"),
        (ole("PowerPoint Document"), "B206", "PowerPoint"),
        (odf("text"), "B206", "tekstdocument van LibreOffice"),
        (odf("graphics"), "B206", "ander document van LibreOffice"),
        (b"%PDF-1.7\n%\xe2\xe3", "B206", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "B206", "afbeelding"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "B206", "afbeelding"),
        (b"\0\0\0\x18ftypheic", "B206", "afbeelding"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "B206", "afbeelding"),
        (b"\xef\xbb\xbf\r\n<HTML><table><tr><td>1</td></tr></table>", "B206", "webpagina"),
        (b"<table>\n<tr><td>a;b</td></tr>\n</table>", "B206", "webpagina"),
        (office("Index/Document.iwa"), "B206", "Numbers"),
        (zipped({"Index.zip": "x"}), "B206", "Numbers"),
        (
            b'<?xml version="1.0"?><office:document office:mimetype='
            b'"application/vnd.oasis.opendocument.spreadsheet"/>',
            "B206",
            ".fods",
        ),
        (
            b'<?xml version="1.0"?>'
            b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "B206",
            "Excel 2003",
        ),
        (b'<?xml version="1.0"?><iets/>', "B206", "XML-bestand"),
        (b"{\\rtf1 Hallo}", "B206", "RTF"),
        (ole("EncryptedPackage", "EncryptionInfo"), "B208", "wachtwoord"),
        (ods("", manifest=ENCRYPTED_MANIFEST), "B208", "wachtwoord"),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(60), "B206", "snelkoppeling"),
        (b"[InternetShortcut]\r\nURL=https://example.nl\r\n", "B206", "snelkoppeling"),
        (MAIL, "B206", "e-mail"),
        (ole("__properties_version1.0"), "B206", "e-mail"),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "B206", "visitekaartje"),
        (zipped({"blad.xlsx": good()}), "B206", "zip"),
        (b"7z\xbc\xaf'\x1c\0\x04", "B206", "ingepakt"),
        (gzip.compress(b"tekst", mtime=0), "B206", "ingepakt"),
        (b"\x1f\x8b\x08\0kapot", "B206", "ingepakt"),
        (gzip.compress(b'<?xml version="1.0"?><gnm:Workbook/>', mtime=0), "B206", "Gnumeric"),
        (
            b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"
            b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n',
            "B206",
            "webarchief",
        ),
        (b"Zie de bijlage.", "B206", "tekstbestand"),
        (LETTER.encode(), "B206", "tekstbestand"),
        (LETTER.encode("utf-16"), "B206", "tekstbestand"),
        (b"\x01\x02\x03\xfe\xff\x00\x81\x8d" * 9, "B206", "niet kennen"),
        (bytes(4096), "B207", "nullen"),
        (ole("Workbook"), "B207", "beschadigd"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_each_thing_that_is_no_workbook_has_its_own_sentence(
    reader: Reader, data: bytes, code: str, word: str
) -> None:
    found, sentence = refusal(reader.read("antwoorden.xlsx", data))
    assert found == code
    assert word in sentence


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8, 0.95, 0.999])
def test_a_truncated_workbook_is_damaged(reader: Reader, share: float) -> None:
    data = good()
    assert refusal(reader.read("x", data[: max(5, int(len(data) * share))]))[0] == "B207"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (zipped(xlsx_parts("") | {"xl/worksheets/sheet1.xml": bytes(3_000_000)}), "2 MB"),
        (zipped(xlsx_parts("") | {"xl/sharedStrings.xml": bytes(3_000_000)}), "2 MB"),
        (zipped(xlsx_parts("") | {"xl/media/leeg.bin": bytes(3_000_000)}), "2 MB"),
        (zipped(xlsx_parts("") | {f"xl/{n}": bytes(1_900_000) for n in "abc"}), "5 MB"),
        (zipped(xlsx_parts("") | {f"xl/{n}": b"" for n in range(60)}), "50"),
        (zipped(xlsx_parts(*[""] * 6)), "aantal bladen is 5"),
        (
            sheet(f"<row>{cell('A1', '1')}</row><row>{cell('XFD1048576', '1')}</row>"),
            "omvang van de bladen is 20000",
        ),
        (
            sheet("".join(f"<row><c><v>{n}</v></c></row>" for n in range(2_001))),
            "instelling “meeste gevulde cellen” is 2000",
        ),
        (
            zipped(
                xlsx_parts(
                    "<row>" + '<c t="s"><v>0</v></c>' * 101 + "</row>",
                    strings=(f"<t>{'x' * 999}</t>",),
                )
            ),
            "tekst is 100000",
        ),
        (bytes(20_000_001), "20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_too_big_is_refused_and_the_cap_is_named(
    reader: Reader, data: bytes, word: str
) -> None:
    code, sentence = refusal(reader.read("x", data))
    assert code == "B205"
    assert word in sentence


VALUE = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (' table:number-rows-repeated="1000000000"', VALUE.format("", "x")),
        ("", VALUE.format(' table:number-columns-repeated="999999"', "x")),
        ("", VALUE.format("", '<text:s text:c="1000000000"/>')),
        ("", VALUE.format("", '<text:s text:c="veel"/>')),
        ("", VALUE.format(' table:number-columns-repeated="99999999999999"', "x")),
    ],
)
def test_an_ods_that_promises_too_much_is_refused(reader: Reader, row: str, cells: str) -> None:
    body = f'<table:table table:name="B"><table:table-row{row}>{cells}</table:table-row>'
    code, _ = refusal(reader.read("x", ods(body + "</table:table>")))
    assert code in ("B205", "B212")


def test_two_filled_cells_far_apart_in_an_ods_are_refused(reader: Reader) -> None:
    gap = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/>'
    side = '<table:table-cell table:number-columns-repeated="9999"/>'
    row = f"<table:table-row>{VALUE.format('', 'x')}{side}{VALUE.format('', 'y')}</table:table-row>"
    body = f'<table:table table:name="B">{row}{gap}</table:table-row>{row}</table:table>'
    assert refusal(reader.read("x", ods(body)))[0] == "B205"


@pytest.mark.parametrize(
    "body",
    [
        f'<row r="1">{cell("XFE1", "1")}</row>',
        f'<row r="1">{cell("A1048577", "1")}</row>',
        f'<row r="1">{cell("A99999999999", "1")}</row>',
        f'<row r="1">{cell("a1", "1")}</row>',
        f'<row r="1">{cell("A0", "1")}</row>',
        f'<row r="1">{cell("A1", "0", "s")}</row>',
        f'<row r="1">{cell("A1", "-1", "s")}</row>',
        f'<row r="1">{cell("A1", "x", "s")}</row>',
        f'<row r="1">{cell("A1", "--5")}</row>',
        f'<row r="1">{cell("A1", "1")}{cell("A1", "2")}</row>',
        '<row r="1"><c r="A1"><v>1</v><x><c r="Z9"><v>1</v></c></x></c></row>',
        f'<worksheet xmlns="{MAIN}"><sheetData/><sheetData/></worksheet>',
        '<!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>',
    ],
)
def test_a_sheet_that_no_program_writes_is_refused(reader: Reader, body: str) -> None:
    assert refusal(reader.read("x", sheet(body)))[0] == "B212"


@pytest.mark.parametrize("index", [" 1 ", "+1", "1_0", "\n1", "٣", "9" * 5000])
def test_a_number_that_only_some_take_for_a_shared_text_is_refused(
    reader: Reader, index: str
) -> None:
    body = f'<row r="1">{cell("A1", index, "s")}</row>'
    data = zipped(xlsx_parts(body, strings=tuple(f"<t>{n}</t>" for n in range(20))))
    assert refusal(reader.read("x", data))[0] == "B212"


def test_entities_are_refused_in_every_part(reader: Reader) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    for part in ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"):
        parts = xlsx_parts("")
        parts[part] = bomb + str(parts[part])
        assert refusal(reader.read("x", zipped(parts)))[0] == "B212"
    assert refusal(reader.read("x", ods("", head=bomb)))[0] == "B212"


@pytest.mark.parametrize(
    "body",
    [
        "<row",
        f'<row r="1">{cell("A1", "&niets;")}</row>',
        f'<row r="1 >{cell("A1", "1")}</row>',
        f'<row r="1"><x a="{cell("A1", "1")}"/></row>',
        f'<row r="1">{cell("A1", "1")[:-4]}</row>',
        f'<row r="1">{cell("A1", chr(0))}{cell("B1", "1")}</c></row>',
        f"<!-- {cell('A1', '1')}",
    ],
)
def test_malformed_xml_is_damaged(reader: Reader, body: str) -> None:
    assert refusal(reader.read("x", sheet(body)))[0] == "B207"


def test_a_sheet_that_breaks_off_in_the_middle_is_damaged(reader: Reader) -> None:
    whole = str(xlsx_parts(f'<row r="1">{cell("A1", "1")}</row>')["xl/worksheets/sheet1.xml"])
    for length in range(len(whole)):
        parts = xlsx_parts("") | {"xl/worksheets/sheet1.xml": whole[:length]}
        assert refusal(reader.read("x", zipped(parts)))[0] == "B207"


def test_missing_parts_are_damage(reader: Reader) -> None:
    for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"):
        parts = xlsx_parts("")
        del parts[part]
        assert refusal(reader.read("x", zipped(parts)))[0] == "B207"


def entries(data: bytes) -> Iterator[tuple[int, zipfile.ZipInfo]]:
    """Offset in the central directory of each entry."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        offset = archive.start_dir
        for entry in archive.infolist():
            yield offset, entry
            offset += 46 + len(entry.filename) + len(entry.extra)


def patched(field: int, value: int, size: str, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook with one field of one directory entry changed."""
    data = bytearray(good())
    for offset, entry in entries(bytes(data)):
        if entry.filename == part:
            struct.pack_into(size, data, offset + field, value)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (patched(8, 1, "<H"), "B208"),
        (patched(10, 12, "<H"), "B212"),
        (patched(16, 0, "<I"), "B207"),
        (patched(20, 999_999, "<I"), "B212"),
        (patched(24, 1, "<I"), "B207"),
        (patched(42, 0, "<I"), "B212"),
        (patched(42, 77, "<I"), "B207"),
        (good().replace(b"xl/styles.xml", b"xl/elders.xml"), "B207"),
    ],
    ids=["encrypted", "method", "crc", "packed", "unpacked", "overlap", "offset", "name"],
)
def test_a_zip_that_lies_about_itself(reader: Reader, data: bytes, code: str) -> None:
    assert refusal(reader.read("x", data))[0] in (code, "B207", "B212")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(reader: Reader) -> None:
    stream = io.BytesIO(good())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("XL/Worksheets/Sheet1.xml", "<worksheet/>")
    assert refusal(reader.read("x", stream.getvalue()))[0] == "B212"


def test_a_whole_sheet_merged_and_linked_costs_nothing(reader: Reader) -> None:
    body = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell("A1", "1")}</row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks></worksheet>'
    )
    outcome = reader.read("x", sheet(body))
    assert isinstance(outcome, Document)
    assert outcome.sheets[0].rows == [[1.0]]


def test_styled_empty_rows_to_the_end_of_the_sheet_cost_little(reader: Reader) -> None:
    rows = "".join(f'<row r="{n}" s="1"/>' for n in range(2, 50_000))
    outcome = reader.read("x", sheet(f'<row r="1">{cell("A1", "1")}</row>{rows}'))
    assert isinstance(outcome, Document)
    assert outcome.sheets[0].rows == [[1.0]]


def test_flipped_bytes_give_only_findings_of_the_catalogue(reader: Reader) -> None:
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].append(["code", 1, "tekst", 2.5, True])
    book.save(stream)
    sources = [
        good(),
        stream.getvalue(),
        ods(VALUE.format("", "x")),
        b"a;b\n1;2\n",
        ole("Workbook"),
        biff.workbook(biff.text(0, 0, "code") + biff.formula(0, 1, 2) + biff.note(0, 1, "let op")),
    ]
    chance = random.Random(20260101)
    for number in range(400):
        data = bytearray(sources[number % len(sources)])
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        outcome = reader.read("x", bytes(data))
        if isinstance(outcome, Refused):
            assert outcome.bevinding.code in CODES


def test_changed_parts_under_a_right_checksum_give_only_findings(reader: Reader) -> None:
    parts = xlsx_parts(
        f'<row r="1">{cell("A1", "1")}{text_cell("B1", "tekst")}{cell("C1", "0", "s")}</row>',
        strings=("<t>gedeeld</t>",),
    )
    chance = random.Random(20260102)
    for _ in range(300):
        name = chance.choice(list(parts))
        data = bytearray(str(parts[name]).encode())
        data[chance.randrange(len(data))] = chance.randrange(32, 127)
        outcome = reader.read("x", zipped(parts | {name: bytes(data)}))
        if isinstance(outcome, Refused):
            assert outcome.bevinding.code in CODES


def slow() -> bytes:
    """A workbook that takes a second or so."""
    return sheet(f"<row>{'<c><v>1</v></c>' * 500}</row>" * 400)


def test_a_file_that_takes_too_long_is_stopped_and_the_next_is_read() -> None:
    with Reader(Limits(seconds=0.3)) as reader:
        code, sentence = refusal(reader.read("traag.xlsx", slow()))
        assert code == "B209"
        assert "0.3 seconden" in sentence.replace(",", ".")
        assert isinstance(reader.read("b", good()), Document)


def wide() -> bytes:
    """A small file with one long text in very many cells."""
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 4_001))
    return zipped(xlsx_parts(f'<row r="1">{cells}</row>', strings=(f"<t>{'x' * 20_000}</t>",)))


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of another process are asked")
def test_a_worker_has_the_limits_that_were_set() -> None:
    import resource

    limits = Limits(memory_bytes=1_500_000_000, seconds=7)
    with Reader(limits) as reader:
        assert isinstance(reader.read("a", good()), Document)
        assert isinstance(reader._worker, Worker)
        worker = reader._worker.process.pid
        assert resource.prlimit(worker, resource.RLIMIT_AS)[0] == limits.memory_bytes
        assert resource.prlimit(worker, resource.RLIMIT_CORE)[0] == 0
        assert limits.seconds < resource.prlimit(worker, resource.RLIMIT_CPU)[0] < 60
        assert resource.getrlimit(resource.RLIMIT_AS)[0] != limits.memory_bytes, "its parent's own"


@pytest.mark.skipif(sys.platform != "linux", reason="not every system has this limit")
def test_a_file_that_needs_more_memory_than_there_may_be_is_refused_and_the_next_is_read() -> None:
    roomy = Limits(characters=1_000_000_000)
    with Reader(roomy) as reader:
        assert isinstance(reader.read("a", wide()), Document)
    with Reader(replace(roomy, memory_bytes=220_000_000)) as reader:
        assert isinstance(reader.read("a", good()), Document)
        assert refusal(reader.read("b", wide()))[0] in ("B205", "B210")
        assert isinstance(reader.read("c", good()), Document)


def test_a_worker_killed_from_outside_costs_one_file() -> None:
    with Reader() as reader:
        assert isinstance(reader.read("a", good()), Document)
        assert isinstance(reader._worker, Worker)
        worker = reader._worker.process
        data = slow()
        killer = threading.Timer(0.1, worker.kill)
        killer.start()
        assert refusal(reader.read("b", data))[0] == "B210"
        killer.join()
        assert isinstance(reader.read("c", good()), Document)


def test_a_worker_that_died_between_two_files_costs_none() -> None:
    with Reader() as reader:
        assert isinstance(reader.read("a", good()), Document)
        assert isinstance(reader._worker, Worker)
        worker = reader._worker.process
        worker.kill()
        worker.wait()
        assert isinstance(reader.read("b", good()), Document)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{",
        b"[]",
        b'{"refused":["B999",{}]}',
        b'{"refused":["B205",{}]}',
        b'{"sheets":[["a",0,0,[[1],[1,2]],[],[],[]]],"format":"xlsx","modified":"","notes":[]}',
        b'{"sheets":[[]],"format":"xlsx","modified":"","notes":[]}',
        b'{"datetime":"gisteren"}',
        b"[" * 100_000,
    ],
)
def test_an_answer_of_another_shape_is_a_dead_worker(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "receive", lambda *_: answer)
    with Reader() as reader:
        assert refusal(reader.read("x", good()))[0] == "B210"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    os.mkfifo(path)
    start = time.monotonic()
    assert refusal(load(path))[0] == "B202"
    assert time.monotonic() - start < 0.5


def test_links_folders_and_missing_files_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "echt.xlsx"
    target.write_bytes(good())
    link = tmp_path / "link.xlsx"
    link.symlink_to(target)
    assert "verwijzing" in refusal(load(link))[1]
    assert "een map" in refusal(load(tmp_path))[1]
    assert refusal(load(tmp_path / "weg.xlsx"))[0] == "B201"
    assert refusal(load(target / "weg.xlsx"))[0] == "B201"
    assert refusal(load(tmp_path / ("x" * 300)))[0] == "B203"
    assert refusal(load(tmp_path / "a\0b"))[0] == "B203"


def test_load_stops_at_the_cap(tmp_path: Path) -> None:
    path = tmp_path / "groot.xlsx"
    path.write_bytes(bytes(1001))
    code, sentence = refusal(load(path, SameLimits(file_bytes=1000)))
    assert code == "B205"
    assert "1000 bytes" in sentence
    path.write_bytes(b"")
    assert refusal(load(path))[0] == "B204"


def test_the_name_of_a_file_reaches_the_finding_unopened(reader: Reader) -> None:
    name = "../../etc/\x1b[31m\u202ex.xlsx"
    outcome = reader.read(name, b"x")
    assert isinstance(outcome, Refused)
    assert outcome.bevinding.plek.bestand == name
    assert len(outcome.sha256) == 64


def test_content_type_alone_makes_a_workbook_of_odd_names(reader: Reader) -> None:
    parts = xlsx_parts(f'<row r="1">{cell("A1", "1")}</row>')
    assert TYPE.encode() in str(parts["[Content_Types].xml"]).encode()
    moved = {name.replace("xl/", "boek\\").replace("/", "\\"): parts[name] for name in parts}
    moved["_rels/.rels"] = str(moved.pop("_rels\\.rels")).replace("xl/", "/Boek/")
    outcome = reader.read("x", zipped(moved))
    assert isinstance(outcome, Document), outcome
    assert outcome.sheets[0].rows == [[1.0]]
