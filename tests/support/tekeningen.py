"""Text boxes and pictures over a sheet of a workbook, in the XML that programs write."""

from __future__ import annotations

import io
import zipfile

from hostile.build import PACKAGE, RELATIONS

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_REL = '<Relationship Id="rTekening" Type="{}/drawing" Target="../drawings/tekening.xml"/>'


def met_tekening(data: bytes, rij: int, kolom: int, tekst: str = "", blad: int = 1) -> bytes:
    """The workbook with a text box at this cell (counted from one), or a picture without text."""
    inhoud = (
        f"<xdr:sp><xdr:txBody><a:p><a:r><a:t>{tekst}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        if tekst
        else "<xdr:pic/>"
    )
    tekening = (
        f'<xdr:wsDr xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main">'
        f"<xdr:twoCellAnchor><xdr:from><xdr:col>{kolom - 1}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{rij - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9"
        f"</xdr:col><xdr:row>99</xdr:row></xdr:to>{inhoud}<xdr:clientData/></xdr:twoCellAnchor>"
        "</xdr:wsDr>"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as oud:
        delen = {naam: oud.read(naam) for naam in oud.namelist()}
    pad = f"xl/worksheets/_rels/sheet{blad}.xml.rels"
    begin = f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'.encode()
    rel = _REL.format(RELATIONS).encode()
    delen[pad] = delen.get(pad, begin).replace(b"</Relationships>", rel + b"</Relationships>")
    delen["xl/drawings/tekening.xml"] = tekening.encode()
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam, deel in delen.items():
            nieuw.writestr(naam, deel)
    return uit.getvalue()
