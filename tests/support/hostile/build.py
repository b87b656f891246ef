"""Workbooks made of the XML a test writes, and the OLE2 files around them."""

from __future__ import annotations

import io
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def xlsx_parts(
    *sheets: str,
    names: tuple[str, ...] = (),
    strings: tuple[str, ...] = (),
    main: str = MAIN,
    relations: str = RELATIONS,
    date1904: bool = False,
) -> dict[str, str | bytes]:
    """The parts of a workbook; each sheet is the inside of its sheetData, or a whole part.

    Style 1 is a date. `strings` are the insides of the shared strings.
    """
    names = names or tuple(f"Blad{n + 1}" for n in range(len(sheets)))
    wanted = [(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    wanted += [("s", "sharedStrings", "sharedStrings.xml"), ("y", "styles", "styles.xml")]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="w" '
        f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">'
        f'<workbookPr date1904="{int(date1904)}"/><sheets>'
        + "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(names, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{key}" Type="{relations}/{kind}" Target="{target}"/>'
            for key, kind, target in wanted
        )
        + "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts count="1"><font><sz val="11"/></font>'
        '</fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/>'
        '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">'
        + "".join(f"<si>{text}</si>" for text in strings)
        + "</sst>",
    }
    for n, body in enumerate(sheets, 1):
        whole = body.startswith("<?") or "sheetData" in body
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            body
            if whole
            else f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
        )
    return parts


def cell(name: str, value: str, kind: str = "") -> str:
    """One cell; `kind` is its t attribute."""
    type_ = f' t="{kind}"' if kind else ""
    return f'<c r="{name}"{type_}><v>{value}</v></c>'


def text_cell(name: str, text: str) -> str:
    """One cell with text of its own."""
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def ods(body: str, *, manifest: str = "", head: str = "") -> bytes:
    """An ods whose content.xml holds `body` inside office:spreadsheet."""
    spaces = "".join(
        f' xmlns:{name}="{ODF}{space}:1.0"'
        for name, space in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("draw", "drawing"),
        )
    )
    calc = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}'
            f"<office:document-content{spaces}{calc}><office:body><office:spreadsheet>{body}"
            "</office:spreadsheet></office:body></office:document-content>",
            "meta.xml": f'<office:document-meta xmlns:office="{ODF}office:1.0" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            "<dc:date>2026-02-03T04:05:06.123456789</dc:date></office:meta>"
            "</office:document-meta>",
            "META-INF/manifest.xml": manifest or "<manifest/>",
        }
    )


def ole(*streams: str) -> bytes:
    """The start of an OLE2 file: a header and a directory with these names, no content."""
    directory = b""
    for name in ("Root Entry", *streams):
        raw = (name + "\0").encode("utf-16-le")
        directory += raw.ljust(64, b"\0") + struct.pack("<H", len(raw)) + bytes(62)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return header + directory.ljust(4096, b"\0")
