"""What people see on a cell beside its value is handed on, from each kind of file that has it."""

from __future__ import annotations

import io
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import biff
from hostile.build import ODF, PACKAGE, RELATIONS, cell, ods, xlsx_parts, zipped
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.theme import theme_xml
from programs import Converteer
from xlsxwriter import Workbook as Schrijver

from kaderxl.reading import Document, Reader, Refused, Sheet
from kaderxl.reading.cells import Signs
from kaderxl.reading.formats import unseen
from kaderxl.reading.formats.xls_signs import Drawn
from kaderxl.reading.signs import Soort, find_drawn, find_signs
from kaderxl.reading.tables import Tabel, vind_tabel

XLINK = "http://www.w3.org/1999/xlink"


def plaatje() -> io.BytesIO:
    """A picture of one point."""
    kop = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    delen = ((b"IHDR", kop), (b"IDAT", zlib.compress(b"\0\0\0\0")), (b"IEND", b""))
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
            for t, d in delen
        )
    )


def lees(reader: Reader, data: bytes) -> tuple[Sheet, ...]:
    document = reader.read("x", data)
    assert isinstance(document, Document), document
    return document.sheets


def met_openpyxl(maak: Callable[[Workbook], None]) -> bytes:
    boek, uit = Workbook(), io.BytesIO()
    maak(boek)
    boek.save(uit)
    return uit.getvalue()


def test_lines_formats_and_links_of_an_xlsx(reader: Reader) -> None:
    def maak(boek: Workbook) -> None:
        blad = boek.active
        assert blad is not None
        blad.append(["weg", 1_234_567, 5, "rapport", "blijft"])
        blad["A1"].font = Font(strike=True)
        blad["B1"].number_format, blad["C1"].number_format = "#,##0,", ";;;"
        blad["D1"].hyperlink = "https://fictief.example/?a=1&b=2"
        blad["E1"].font = Font(strike=False)
        blad["F1"].font = Font(strike=True)

    (blad,) = lees(reader, met_openpyxl(maak))
    assert blad.signs == Signs(
        struck=frozenset({(0, 0)}),
        shown={(0, 1): "1.235", (0, 2): ""},
        links={(0, 3): "https://fictief.example/?a=1&b=2"},
    )


def test_a_part_struck_out_boxes_pictures_and_the_formula_of_a_link(reader: Reader) -> None:
    uit = io.BytesIO()
    boek = Schrijver(uit)
    blad = boek.add_worksheet("a")
    weg = boek.add_format({"font_strikeout": True})
    blad.write_rich_string(0, 0, "dit ", weg, "niet", " wel")
    blad.insert_textbox(2, 1, "Fictief: let op\ntwee regels")
    blad.insert_image(4, 2, "x.png", {"image_data": plaatje()})
    blad.embed_image(5, 0, "x.png", {"image_data": plaatje()})
    blad.write_formula(6, 0, 'HYPERLINK("https://fictief.example","hier")', None, "hier")
    boek.close()
    (gelezen,) = lees(reader, uit.getvalue())
    assert gelezen.rows[0][0] == "dit niet wel"
    assert gelezen.signs == Signs(
        struck=frozenset({(0, 0)}),
        links={(6, 0): "https://fictief.example"},
        boxes={(2, 1): "Fictief: let op\ntwee regels"},
        pictures=frozenset({(4, 2), (5, 0)}),
    )
    assert not gelezen.errors, "a picture in a cell is no error of whoever put it there"


STIJLEN = (
    f'<office:automatic-styles xmlns:style="{ODF}style:1.0">'
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties '
    'style:text-line-through-type="none"/></style:style>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties '
    'table:display="false"/></style:style></office:automatic-styles>'
)


def test_signs_of_an_ods(reader: Reader) -> None:
    body = (
        STIJLEN
        + f'<table:table table:name="a" xmlns:draw="{ODF}drawing:1.0" xmlns:xlink="{XLINK}">'
        "<table:shapes><draw:frame><draw:text-box><text:p>op het blad</text:p></draw:text-box>"
        "</draw:frame></table:shapes><table:table-row>"
        '<table:table-cell table:style-name="ce1" table:number-columns-repeated="2">'
        "<text:p>weg</text:p></table:table-cell>"
        '<table:table-cell><text:p>dit <text:span text:style-name="T1">niet</text:span></text:p>'
        '</table:table-cell><table:table-cell><text:p><text:span text:style-name="T2">wel'
        "</text:span></text:p></table:table-cell></table:table-row><table:table-row>"
        '<table:table-cell office:value-type="float" office:value="1234567"><text:p>1,235</text:p>'
        '</table:table-cell><table:table-cell office:value-type="float" office:value="5">'
        '<text:p/></table:table-cell><table:table-cell office:value-type="float" '
        'office:value="12.4"><text:p>12</text:p></table:table-cell><table:table-cell><text:p>'
        '<text:a xlink:href="https://fictief.example">hier</text:a></text:p></table:table-cell>'
        "</table:table-row><table:table-row><table:table-cell><draw:frame><draw:image><text:p/>"
        "</draw:image><desc>x.png</desc></draw:frame><text:p>antwoord</text:p></table:table-cell>"
        "<table:table-cell><draw:custom-shape><text:p>Fictief: let <text:span>op</text:span>"
        "</text:p><text:p>twee</text:p></draw:custom-shape></table:table-cell></table:table-row>"
        '</table:table><table:table table:name="b" table:style-name="ta2"><table:table-row>'
        "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    )
    eerste, tweede = lees(reader, ods(body))
    assert eerste.signs == Signs(
        struck=frozenset({(0, 0), (0, 1), (0, 2)}),
        shown={(1, 0): "1,235", (1, 1): ""},
        links={(1, 3): "https://fictief.example"},
        boxes={(0, 0): "op het blad", (2, 1): "Fictief: let op\ntwee"},
        pictures=frozenset({(2, 0)}),
    )
    assert eerste.rows[0] == ["weg", "weg", "dit niet", "wel"]
    assert eerste.rows[2][0] == "antwoord", "what is drawn over it is no text of the cell"
    assert (eerste.hidden, tweede.hidden) == (False, True)


def test_the_picture_that_stands_in_for_a_chart_is_none(reader: Reader) -> None:
    body = (
        f'<table:table table:name="a" xmlns:draw="{ODF}drawing:1.0"><table:table-row>'
        "<table:table-cell><draw:frame><draw:object/><draw:image/></draw:frame></table:table-cell>"
        "<table:table-cell><draw:frame><draw:image/></draw:frame></table:table-cell>"
        "</table:table-row></table:table>"
    )
    (blad,) = lees(reader, ods(body))
    assert blad.signs == Signs(pictures=frozenset({(0, 1)}))


def anker(rij: int, kolom: int) -> bytes:
    """Where a drawing of an xls begins."""
    hoek = struct.pack("<HHHHHHHHH", 0, kolom, 0, rij, 0, kolom + 1, 0, rij + 1, 0)
    return biff.record(0x00EC, struct.pack("<HHI", 0, 0xF010, len(hoek)) + hoek)


def vorm(soort: int) -> bytes:
    return biff.record(0x005D, struct.pack("<HHHHH12x", 0x15, 18, soort, 1, 0))


def tekstvak(tekst: str) -> bytes:
    """The text of the drawing before it, in two pieces of which one is narrow."""
    head = biff.record(0x01B6, struct.pack("<HH6xHHI", 0x0212, 0, len(tekst), 0, 0))
    narrow = biff.record(0x003C, b"\0" + tekst[:4].encode("latin-1"))
    return head + narrow + biff.record(0x003C, b"\1" + tekst[4:].encode("utf-16-le"))


def link(rij: int, kolom: int, adres: str) -> bytes:
    moniker = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
    url = (adres + "\0").encode("utf-16-le")
    about = struct.pack("<4H", rij, rij, kolom, kolom) + bytes(16) + struct.pack("<II", 2, 3)
    return biff.record(0x01B8, about + moniker + struct.pack("<I", len(url)) + url)


def test_signs_of_an_xls(reader: Reader) -> None:
    cellen = biff.text(0, 0, "hier") + link(0, 0, "https://fictief.example")
    cellen += biff.text(1, 0, "weg", biff.STRUCK) + biff.number(1, 1, 1_234_567, biff.THOUSANDS)
    cellen += anker(3, 2) + vorm(2) + tekstvak("Fictief: let op") + anker(5, 1) + vorm(8)
    (blad,) = lees(reader, biff.workbook(cellen))
    assert blad.signs == Signs(
        struck=frozenset({(1, 0)}),
        shown={(1, 1): "1.235"},
        links={(0, 0): "https://fictief.example"},
        boxes={(3, 2): "Fictief: let op"},
        pictures=frozenset({(5, 1)}),
    )


@pytest.mark.parametrize("lengte", range(0, 60, 3))
def test_a_drawing_that_is_cut_off_tells_nothing(lengte: int) -> None:
    for soort in (0x00EC, 0x01B8, 0x01B6, 0x003C, 0x005D):
        getekend = Drawn()
        getekend.take(soort, (anker(1, 1) + link(0, 0, "x"))[4 : 4 + lengte])
        getekend.take(0x003C, b"")
        signs = getekend.signs(frozenset(), {})
        assert not signs.boxes
        assert set(signs.links.values()) <= {"", "x"}


def test_links_over_whole_sheets_cost_no_more_than_links_that_people_make(reader: Reader) -> None:
    """Thirty thousand, each over seventeen billion cells, are looked at as far as is told of."""
    delen = xlsx_parts(f'<row r="1">{cell("A1", "1")}</row>')
    blad = str(delen["xl/worksheets/sheet1.xml"])
    link = '<hyperlink xmlns:r="x" ref="A1:XFD1048576" r:id="r1"/>'
    delen["xl/worksheets/sheet1.xml"] = blad.replace(
        "</worksheet>", f"<hyperlinks>{link * 30_000}</hyperlinks></worksheet>"
    )
    delen["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/hyperlink" Target="https://x.example" TargetMode="External"/>'
        "</Relationships>"
    )
    begin = time.monotonic()
    (gelezen,) = lees(reader, zipped(delen))
    assert time.monotonic() - begin < 15
    assert 0 < len(gelezen.signs.links) <= 10_000


@pytest.mark.parametrize("staat", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_known_as_one(reader: Reader, staat: str) -> None:
    def maak(boek: Workbook) -> None:
        boek.create_sheet("weg").sheet_state = staat
        assert boek.active is not None
        boek.active["A1"] = boek["weg"]["A1"] = 1

    assert [b.hidden for b in lees(reader, met_openpyxl(maak))] == [False, True]
    cellen = biff.number(0, 0, 1)
    oud = biff.workbook(cellen, cellen, states=(0, 1 if staat == "hidden" else 2))
    assert [b.hidden for b in lees(reader, oud)] == [False, True]


def tabel_van(reader: Reader, maak: Callable[[Workbook], None]) -> Tabel:
    (blad,) = lees(reader, met_openpyxl(maak))
    tabel = vind_tabel("x", blad, ["Code", "Kleur"], ["Code"])
    assert tabel is not None
    return tabel


def test_the_list_names_signs_of_the_columns_that_are_asked_and_of_no_other(
    reader: Reader,
) -> None:
    def maak(boek: Workbook) -> None:
        blad = boek.active
        assert blad is not None
        for rij in (["Titel"], ["Code", "Kleur", "Anders"], ["A", "x", "x"], ["B", "x", "x"]):
            blad.append(rij)
        for adres in ("A1", "B2", "A3", "B3", "C3"):
            blad[adres].font = Font(strike=True)
        blad["B4"].hyperlink, blad["C4"].hyperlink = "https://a.example", "https://b.example"
        blad["B5"], blad["A5"] = "=1+1", "C"
        blad.merge_cells("B6:C8")
        blad["A8"] = "D"

    tekens = [*find_signs(tabel_van(reader, maak), ["Kleur", "Bestaat niet"])]
    assert [(t.soort, t.plek.cel) for t in tekens] == [
        (Soort.SAMENGEVOEGD, "B6"),
        (Soort.DOORGESTREEPT, "B3"),
        (Soort.LINK, "B4"),
        (Soort.ZONDER_UITKOMST, "B5"),
    ]
    assert tekens[0].velden == {"bereik": "B6:C8", "eerste": "B6", "aantal": 2}


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("wonen@gemeente.example", "mailto:wonen@gemeente.example"),
        ("zie https://Fictief.example/", "https://fictief.example/"),
        ("www.fictief.example", "http://www.fictief.example"),
    ],
)
def test_an_address_that_stands_in_the_cell_itself_is_nothing_behind_it(
    reader: Reader, tekst: str, adres: str
) -> None:
    def maak(boek: Workbook) -> None:
        blad = boek.active
        assert blad is not None
        blad.append(["Code", "Kleur"])
        blad.append(["A", tekst])
        blad["B2"].hyperlink = adres

    assert not [*find_signs(tabel_van(reader, maak), ["Kleur"])]


def test_what_is_drawn_is_named_wherever_it_is() -> None:
    blad = Sheet("a", 0, 0, [], signs=Signs(boxes={(2, 1): "x"}, pictures=frozenset({(0, 0)})))
    getekend = [(t.soort, t.plek.cel, dict(t.velden)) for t in find_drawn("f", blad)]
    assert getekend == [(Soort.TEKSTVAK, "B3", {"tekst": "x"}), (Soort.AFBEELDING, "A1", {})]


@pytest.mark.extern
@pytest.mark.parametrize("soort", ["ods", "xls", "xlsx"])
def test_what_libreoffice_saves_of_these_signs_is_read(
    reader: Reader, converteer: Converteer, tmp_path: Path, soort: str
) -> None:
    bron = tmp_path / "bron.xlsx"
    boek = Schrijver(bron)
    blad, weg = boek.add_worksheet("a"), boek.add_format({"font_strikeout": True})
    blad.write_string(0, 0, "weg", weg)
    blad.write_rich_string(1, 0, "dit ", weg, "niet", " wel")
    blad.write_number(2, 0, 1_234_567, boek.add_format({"num_format": "#,##0,"}))
    blad.write_number(3, 0, 5, boek.add_format({"num_format": ";;;"}))
    blad.write_url(4, 0, "https://fictief.example/?a=1", string="hier")
    blad.insert_textbox(6, 1, "Fictief: let op")
    blad.insert_image(9, 2, "x.png", {"image_data": plaatje()})
    grafiek = boek.add_chart({"type": "column"})
    grafiek.add_series({"values": "=a!$A$3:$A$4"})
    blad.insert_chart(20, 0, grafiek)
    blad.write_string(12, 0, "wit", boek.add_format({"font_color": "#FFFFFF"}))
    blad.write_string(13, 0, "rij")
    blad.write_string(14, 5, "kolom")
    blad.set_row(13, None, None, {"hidden": True})
    blad.set_column(5, 5, None, None, {"hidden": True})
    boek.add_worksheet("b").hide()
    boek.close()
    eerste, tweede = lees(reader, converteer(bron, soort, tmp_path / "uit").read_bytes())
    signs = eerste.signs
    assert signs.struck == {(0, 0), (1, 0)}
    assert {plaats: getoond[:1] for plaats, getoond in signs.shown.items()} == {
        (2, 0): "1",
        (3, 0): "",
    }
    assert signs.links == {(4, 0): "https://fictief.example/?a=1"}
    assert signs.boxes == {(6, 1): "Fictief: let op"}
    assert signs.pictures == {(9, 2)}
    assert signs.unseen == {
        (12, 0): unseen.INK,
        (13, 0): unseen.HIDDEN_ROW,
        (14, 5): unseen.HIDDEN_COLUMN,
    }
    assert tweede.hidden


# What stands there and is not seen

NIET_TE_ZIEN = {
    "a hidden row": unseen.HIDDEN_ROW, "a row of no height": unseen.HIDDEN_ROW,
    "a hidden column": unseen.HIDDEN_COLUMN, "a column of no width": unseen.HIDDEN_COLUMN,
    "white letters": unseen.INK, "letters nearly white": unseen.INK,
    "white letters of the theme": unseen.INK, "letters as the fill": unseen.INK,
    "tiny letters": unseen.INK, "a part in white": unseen.INK,
}  # fmt: skip


def verberg(blad: Worksheet, hoe: str) -> None:
    """Hide what stands in B2, in one of these ways."""
    cel = blad["B2"]
    match hoe:
        case "a hidden row":
            blad.row_dimensions[2].hidden = True
        case "a row of no height":
            blad.row_dimensions[2].height = 0.75
        case "a hidden column":
            blad.column_dimensions["B"].hidden = True
        case "a column of no width":
            blad.column_dimensions["B"].width = 0.1
        case "white letters":
            cel.font = Font(color="FFFFFFFF")
        case "letters nearly white":
            cel.font = Font(color="FFF5F5F0")
        case "white letters of the theme":
            cel.font = Font(color=Color(theme=0))
        case "letters as the fill":
            cel.font, cel.fill = Font(color="FF333399"), PatternFill("solid", fgColor="FF333398")
        case "tiny letters":
            cel.font = Font(sz=1)
        case _:
            wit = TextBlock(InlineFont(color=Color("FFFFFFFF")), " behalve waar het niet kan")
            cel.value = CellRichText("Groen", wit)


@pytest.mark.parametrize("hoe", NIET_TE_ZIEN)
def test_a_value_that_nobody_sees_is_told_of_with_why(reader: Reader, hoe: str) -> None:
    def maak(boek: Workbook) -> None:
        blad = boek.active
        assert blad is not None
        for rij in (["a", "b", "c"], ["d", "Groen", "f"], ["g", "h", 3]):
            blad.append(rij)
        verberg(blad, hoe)

    (blad,) = lees(reader, met_openpyxl(maak))
    assert blad.signs.unseen[1, 1] == NIET_TE_ZIEN[hoe]
    assert len(blad.signs.unseen) == (1 if NIET_TE_ZIEN[hoe] == unseen.INK else 3)


def test_what_is_seen_is_no_such_value(reader: Reader) -> None:
    """White on a dark fill, grey letters, a pale paper, an empty hidden row, a narrow column."""

    def maak(boek: Workbook) -> None:
        blad = boek.active
        assert blad is not None
        blad.append(["kop", "grijs", "geel", "deels wit"])
        blad["A1"].font, blad["A1"].fill = Font(color="FFFFFFFF"), PatternFill("solid", "1B6B4A")
        blad["B1"].font = Font(color="FF808080")
        blad["C1"].fill = PatternFill("solid", "FFF8DC")
        blad["D1"].value = CellRichText(
            TextBlock(InlineFont(color=Color("FFFFFFFF")), "wit"), " en geel"
        )
        blad["D1"].font, blad["D1"].fill = Font(color="FFFF00"), PatternFill("solid", "000000")
        blad.row_dimensions[9].hidden = True
        blad.column_dimensions["B"].width = 2
        blad["E5"].font = Font(color="FFFFFFFF")

    (blad,) = lees(reader, met_openpyxl(maak))
    assert not blad.signs.unseen


def test_a_theme_in_which_black_is_white_hides_what_is_written_in_it(reader: Reader) -> None:
    def maak(boek: Workbook) -> None:
        blad = boek.active
        assert blad is not None
        blad["A1"] = "Groen"
        blad["A1"].font = Font(color=Color(theme=1))
        zwart = 'lastClr="000000"'
        assert zwart in theme_xml
        boek.loaded_theme = theme_xml.replace(zwart, 'lastClr="FFFFFF"')

    (blad,) = lees(reader, met_openpyxl(maak))
    assert blad.signs.unseen == {(0, 0): unseen.INK}


def test_values_that_an_ods_hides(reader: Reader) -> None:
    stijl = (
        f'<office:automatic-styles xmlns:style="{ODF}style:1.0" '
        f'xmlns:fo="{ODF}xsl-fo-compatible:1.0">'
        '<style:style style:name="wit"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="kop"><style:text-properties fo:color="#ffffff"/>'
        '<style:table-cell-properties fo:background-color="#000000"/></style:style>'
        '<style:style style:name="dun"><style:table-row-properties style:row-height="0.01cm"/>'
        '</style:style><style:style style:name="gewoon"><style:table-row-properties '
        'style:row-height="0.45cm"/></style:style></office:automatic-styles>'
    )

    def rij(hoe: str, *cellen: str) -> str:
        return f"<table:table-row{hoe}>{''.join(cellen)}</table:table-row>"

    def cel(tekst: str, stijl: str = "") -> str:
        naam = f' table:style-name="{stijl}"' if stijl else ""
        return f"<table:table-cell{naam}><text:p>{tekst}</text:p></table:table-cell>"

    body = (
        f'{stijl}<table:table table:name="a"><table:table-column/>'
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        + rij("", cel("x"), cel("wit", "wit"), cel("kop", "kop"), cel("kolom"))
        + rij(' table:visibility="collapse"', cel("rij"))
        + rij(' table:visibility="filter"', cel("filter"))
        + rij(' table:style-name="dun"', cel("dun"))
        + rij(' table:style-name="gewoon"', cel("gewoon"))
        + rij("", cel('deels <text:span text:style-name="wit">wit</text:span>'))
        + rij("", cel('op zwart <text:span text:style-name="wit">wit</text:span>', "kop"))
        + "</table:table>"
    )
    (blad,) = lees(reader, ods(body))
    assert blad.signs.unseen == {
        (0, 1): unseen.INK,
        (0, 3): unseen.HIDDEN_COLUMN,
        (1, 0): unseen.HIDDEN_ROW,
        (2, 0): unseen.HIDDEN_ROW,
        (3, 0): unseen.HIDDEN_ROW,
        (5, 0): unseen.INK,
    }


def test_an_ods_that_shows_another_text_than_it_stores(reader: Reader) -> None:
    cel = (
        '<table:table-cell office:value-type="string" office:string-value="{}">'
        "<text:p>{}</text:p></table:table-cell>"
    )
    rij = cel.format("Groen", "Rood") + cel.format("Groen  en", "Groen en")
    body = f'<table:table table:name="a"><table:table-row>{rij}</table:table-row></table:table>'
    (blad,) = lees(reader, ods(body))
    assert blad.rows[0][0] == "Groen"
    assert blad.signs.shown == {(0, 0): "Rood"}


def test_values_that_an_xls_hides(reader: Reader) -> None:
    def regel(nummer: int, verborgen: bool) -> bytes:
        vlag = 0x20 if verborgen else 0
        return biff.record(0x0208, struct.pack("<HHHHHHI", nummer, 0, 9, 255, 0, 0, vlag))

    kolom = biff.record(0x007D, struct.pack("<HHHHHH", 3, 4, 2000, 0, 1, 0))
    cellen = kolom + regel(0, verborgen=False) + regel(1, verborgen=True)
    cellen += biff.text(0, 0, "zichtbaar") + biff.text(0, 4, "kolom") + biff.text(1, 0, "rij")
    cellen += biff.text(2, 0, "wit", biff.WHITE)
    (blad,) = lees(reader, biff.workbook(cellen))
    assert blad.signs.unseen == {
        (0, 4): unseen.HIDDEN_COLUMN,
        (1, 0): unseen.HIDDEN_ROW,
        (2, 0): unseen.INK,
    }


def test_a_million_hidden_cells_are_told_of_as_far_as_people_read(reader: Reader) -> None:
    rijen = "".join(
        f'<row r="{n}" hidden="1">{cell(f"A{n}", "1")}{cell(f"B{n}", "1")}</row>'
        for n in range(1, 20_001)
    )
    (blad,) = lees(reader, zipped(xlsx_parts(rijen)))
    assert 10_000 <= len(blad.signs.unseen) < 10_100


# A formula that fills more cells than the one it stands in


@pytest.mark.parametrize("soort", ["array", "dataTable"])
def test_each_cell_that_one_formula_fills_is_a_formula(reader: Reader, soort: str) -> None:
    """In the file only the first of them says so."""
    rijen = (
        f'<row r="1"><c r="A1" t="str"><f t="{soort}" ref="A1:B3">1</f><v>Groen</v></c>'
        '<c r="B1" t="str"><v>Rood</v></c><c r="C1" t="str"><v>los</v></c></row>'
        f'<row r="2">{cell("A2", "Groen", "str")}</row><row r="4">{cell("A4", "1")}</row>'
    )
    (blad,) = lees(reader, zipped(xlsx_parts(rijen)))
    assert blad.formulas == {(0, 0): True, (0, 1): True, (1, 0): True}


def test_a_formula_that_is_shared_is_one_in_each_cell_that_says_so(reader: Reader) -> None:
    rijen = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
        f'<row r="3">{cell("A3", "3")}</row>'
    )
    (blad,) = lees(reader, zipped(xlsx_parts(rijen)))
    assert blad.formulas == {(0, 0): True, (1, 0): True}


def test_formulas_over_whole_sheets_are_refused_and_cost_nothing(reader: Reader) -> None:
    formules = "".join(
        f'<row r="{n}"><c r="A{n}"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>'
        f'<c r="Z{n}"><v>1</v></c></row>'
        for n in range(1, 3_001)
    )
    begin = time.monotonic()
    gelezen = reader.read("x", zipped(xlsx_parts(formules)))
    assert isinstance(gelezen, Refused)
    assert time.monotonic() - begin < 15


def test_each_repeat_of_a_formula_or_an_error_in_an_ods_is_one(reader: Reader) -> None:
    twee = (
        '<table:table-cell table:formula="of:=1" office:value-type="string" '
        'table:number-columns-repeated="2"><text:p>Groen</text:p></table:table-cell>'
    )
    fout = (
        '<table:table-cell table:formula="of:=X" office:value-type="string" '
        'table:number-columns-repeated="2"><text:p>#NAME?</text:p></table:table-cell>'
    )
    body = (
        '<table:table table:name="a">'
        f'<table:table-row table:number-rows-repeated="2">{twee}{fout}</table:table-row>'
        "</table:table>"
    )
    (blad,) = lees(reader, ods(body))
    assert blad.rows == [["Groen", "Groen"]] * 2
    assert blad.formulas == dict.fromkeys([(r, c) for r in (0, 1) for c in range(4)], True)
    assert blad.errors.keys() == {(r, c) for r in (0, 1) for c in (2, 3)}


def test_each_cell_that_one_formula_of_an_ods_fills_is_a_formula(reader: Reader) -> None:
    los = "<table:table-cell><text:p>Groen</text:p></table:table-cell>"
    eerste = los.replace(
        "<table:table-cell",
        '<table:table-cell table:formula="of:={1}" table:number-matrix-rows-spanned="2" '
        'table:number-matrix-columns-spanned="2"',
    )
    rij = "<table:table-row>{}</table:table-row>"
    body = rij.format(eerste + los * 2) + rij.format(los * 3) + rij.format(los)
    (blad,) = lees(reader, ods(f'<table:table table:name="a">{body}</table:table>'))
    assert blad.formulas == {(0, 0): True, (0, 1): True, (1, 0): True, (1, 1): True}
