"""The records of a binary workbook are counted, so that no cell is lost unseen."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hostile.build import zipped
from invullen import ingevuld_blad, lees_document

from kaderxl.core import catalogue
from kaderxl.core.answers import Return
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Document, Reader, Refused, Sheet
from kaderxl.reading.cells import Refusal
from kaderxl.reading.formats.xlsb import measure
from kaderxl.returns.recognise import read_return


def record(kind: int, body: bytes = b"") -> bytes:
    return bytes([kind, len(body)]) + body


CEL = struct.pack("<II", 0, 0)
TEKST = struct.pack("<I", 1) + "a".encode("utf-16-le")
LEEG = struct.pack("<I", 0)


@pytest.mark.parametrize(
    ("records", "aantal"),
    [
        (record(1, CEL), 0),  # blank
        (record(2, CEL + bytes(4)), 1),  # a number
        (record(3, CEL + b"\x07"), 0),  # an error value
        (record(6, CEL + TEKST), 1),
        (record(6, CEL + LEEG), 0),
        (record(7, CEL + bytes(4)), 1),  # a shared text
        (record(8, CEL + LEEG), 0),  # a formula that gives nothing
        (record(0) + record(5, CEL + bytes(8)) + record(0x25), 1),
        (b"\x91\x01\x00" + record(4, CEL + b"\x01"), 1),  # a kind of two bytes before it
    ],
)
def test_cells_with_a_value_are_counted(records: bytes, aantal: int) -> None:
    assert measure(records).filled == aantal


@pytest.mark.parametrize("kind", range(12, 19))
def test_a_short_record_is_not_passed_over(kind: int) -> None:
    with pytest.raises(Refusal):
        measure(record(kind, bytes(4)))


@pytest.mark.parametrize("einde", range(1, 6))
def test_a_part_that_ends_within_a_record_is_not_passed_over(einde: int) -> None:
    with pytest.raises(Refusal):
        measure(record(2, CEL + bytes(4))[:-einde])


def lang(kind: int, body: bytes = b"") -> bytes:
    """A record of any kind and length."""

    def zeven(getal: int) -> bytes:
        uit = bytearray()
        while True:
            uit.append(getal & 0x7F | (0x80 if getal > 0x7F else 0))
            getal >>= 7
            if not getal:
                return bytes(uit)

    soort = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
    return soort + zeven(len(body)) + body


def breed(tekst: str) -> bytes:
    return struct.pack("<I", len(tekst)) + tekst.encode("utf-16-le")


def als_xlsb(sheets: tuple[Sheet, ...], from_1904: bool = False) -> bytes:
    """The cells of a workbook in the binary form of Excel, with whole records."""
    delen: dict[str, str | bytes] = {}
    namen, relaties = b"", ""
    for nummer, sheet in enumerate(sheets, 1):
        rijen = b""
        for rij, waarden in enumerate(sheet.rows, sheet.top):
            rijen += lang(0, struct.pack("<I", rij) + bytes(13))
            for kolom, waarde in enumerate(waarden, sheet.left):
                plaats = struct.pack("<II", kolom, 0)
                if isinstance(waarde, float):
                    rijen += lang(5, plaats + struct.pack("<d", waarde))
                elif waarde is not None:
                    rijen += lang(6, plaats + breed(str(waarde)))
        einde = sheet.top + len(sheet.rows) - 1, sheet.left + len(sheet.rows[0]) - 1
        omvang = struct.pack("<IIII", sheet.top, einde[0], sheet.left, einde[1])
        delen[f"xl/worksheets/sheet{nummer}.bin"] = (
            lang(0x81) + lang(0x94, omvang) + lang(0x91) + rijen + lang(0x92) + lang(0x82)
        )
        namen += lang(
            0x9C, struct.pack("<II", 0, nummer) + breed(f"rId{nummer}") + breed(sheet.name)
        )
        relaties += (
            f'<Relationship Id="rId{nummer}" Target="worksheets/sheet{nummer}.bin" Type="http://'
            'schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        )
    delen["xl/workbook.bin"] = (
        lang(0x83)
        + lang(0x99, struct.pack("<III", from_1904, 0, 0))
        + lang(0x8F)
        + namen
        + lang(0x90)
        + lang(0x84)
    )
    delen["xl/_rels/workbook.bin.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relaties}</Relationships>"
    )
    return zipped(delen)


def test_a_return_saved_as_xlsb_is_read_with_every_answer(kader: Kader, reader: Reader) -> None:
    bron = lees_document(reader, ingevuld_blad(kader, "WB"), "WB.xlsx")
    terug = reader.read("WB.xlsb", als_xlsb(bron.sheets))
    assert isinstance(terug, Document), terug
    assert terug.format == "xlsb"
    eerst, nu = (read_return("WB", d, kader, Ronde(2026)) for d in (bron, terug))
    assert isinstance(eerst, Return)
    assert isinstance(nu, Return), nu
    for code, regel in eerst.regels.items():
        assert [v.tekst for v in nu.regels[code].velden] == [v.tekst for v in regel.velden]


@pytest.mark.parametrize("vanaf_1904", [True, False])
def test_days_may_count_from_1904(reader: Reader, vanaf_1904: bool) -> None:
    document = reader.read("x.xlsb", als_xlsb((Sheet("a", 0, 0, [[44631.0]]),), vanaf_1904))
    assert isinstance(document, Document), document
    assert document.from_1904 is vanaf_1904


def test_it_says_what_is_not_seen_in_such_a_file(reader: Reader) -> None:
    document = reader.read("x.xlsb", als_xlsb((Sheet("a", 0, 0, [[1.0]]),)))
    assert isinstance(document, Document), document
    (bevinding,) = document.findings
    assert bevinding.code == catalogue.OUD_BESTANDSTYPE.code
    assert "opmerkingen, foutwaarden, formules" in bevinding.tekst


def test_two_cells_far_apart_are_refused_before_there_is_room_made_for_all_between(
    reader: Reader,
) -> None:
    with zipfile.ZipFile(io.BytesIO(als_xlsb((Sheet("a", 0, 0, [[1.0]]),)))) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    uithoek = struct.pack("<II", 16_383, 0) + struct.pack("<d", 2)
    verre_rij = lang(0, struct.pack("<I", 1_048_575) + bytes(13)) + lang(5, uithoek)
    blad = delen["xl/worksheets/sheet1.bin"].replace(lang(0x92), verre_rij + lang(0x92))
    naam = "xl/worksheets/sheet1.bin"
    assert measure(blad).area == 2**34
    uitkomst = reader.read("x.xlsb", zipped({**delen, naam: blad}))
    assert isinstance(uitkomst, Refused), uitkomst
    assert uitkomst.bevinding.code == catalogue.BESTAND_TE_GROOT.code
    assert "omvang van de bladen" in uitkomst.bevinding.tekst
