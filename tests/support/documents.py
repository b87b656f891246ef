"""Documents as others would send them, made by hand: a Word document, and a pdf."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def alinea(tekst: str, eigenschappen: str = "") -> str:
    """A paragraph of a Word document."""
    eigen = f"<w:pPr>{eigenschappen}</w:pPr>" if eigenschappen else ""
    return f'<w:p>{eigen}<w:r><w:t xml:space="preserve">{escape(tekst)}</w:t></w:r></w:p>'


@dataclass(frozen=True)
class Cel:
    """A cell of a table: `breed` over so many columns; with `verder` it is merged with the one
    above it."""

    tekst: str
    breed: int = 1
    verder: bool = False
    begint: bool = False


def tabel(rijen: Iterable[Sequence[Cel]]) -> str:
    """A table of a Word document, with lines around each cell."""
    randen = "".join(
        f'<w:{kant} w:val="single" w:sz="4"/>'
        for kant in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    heel = "".join(f"<w:tr>{''.join(map(_cel, rij))}</w:tr>" for rij in rijen)
    return f"<w:tbl><w:tblPr><w:tblBorders>{randen}</w:tblBorders></w:tblPr>{heel}</w:tbl>"


def _cel(cel: Cel) -> str:
    samen = "<w:vMerge/>" if cel.verder else '<w:vMerge w:val="restart"/>' if cel.begint else ""
    breed = f'<w:gridSpan w:val="{cel.breed}"/>' if cel.breed > 1 else ""
    alineas = "".join(map(alinea, cel.tekst.split("\n")))
    return f"<w:tc><w:tcPr>{breed}{samen}</w:tcPr>{alineas}</w:tc>"


def docx(inhoud: str, **onderdelen: str) -> bytes:
    """A Word document with this in its body; `onderdelen` are other parts of it, such as
    `numbering`."""
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as bestand:
        bestand.writestr("[Content_Types].xml", _TYPES)
        bestand.writestr("_rels/.rels", _RELS)
        document = f"<w:document {_W}><w:body>{inhoud}</w:body></w:document>"
        bestand.writestr("word/document.xml", document)
        for naam, tekst in onderdelen.items():
            bestand.writestr(f"word/{naam}.xml", tekst.replace("xmlns:w", _W, 1))
    return stroom.getvalue()


@dataclass(frozen=True)
class Op:
    """Text on a page of a pdf: points from the left and the top."""

    x: float
    y: float
    tekst: str
    grootte: float = 10


@dataclass(frozen=True)
class Streep:
    x0: float
    y0: float
    x1: float
    y1: float


_HOOG, _BREED = 842, 595


def pdf(bladzijden: Iterable[Iterable[Op | Streep]]) -> bytes:
    """A pdf with these pages, in Helvetica, as small as it can be."""
    stromen = ["\n".join(map(_teken, blad)).encode("cp1252", "replace") for blad in bladzijden]
    delen = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kinderen = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(stromen)))
    delen.append(f"<< /Type /Pages /Count {len(stromen)} /Kids [{kinderen}] >>".encode())
    delen.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for nummer, stroom in enumerate(stromen):
        delen.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_BREED} {_HOOG}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * nummer} 0 R >>".encode()
        )
        delen.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stroom), stroom))
    return _samengesteld(delen)


def _samengesteld(delen: Sequence[bytes]) -> bytes:
    heel, plekken = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, 1):
        plekken.append(len(heel))
        heel += b"%d 0 obj\n%s\nendobj\n" % (nummer, deel)
    lijst = b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    begin = len(heel)
    heel += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(delen) + 1, lijst)
    heel += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(delen) + 1)
    return heel + b"startxref\n%d\n%%%%EOF\n" % begin


def _teken(wat: Op | Streep) -> str:
    if isinstance(wat, Streep):
        return f"{wat.x0} {_HOOG - wat.y0} m {wat.x1} {_HOOG - wat.y1} l S"
    tekst = wat.tekst.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {wat.grootte} Tf {wat.x} {_HOOG - wat.y} Td ({tekst}) Tj ET"
