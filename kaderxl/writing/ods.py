"""Tables as an OpenDocument spreadsheet (ISO/IEC 26300): one sheet a table, from A1.

The word is in the cell; its colour and symbol are style. The same tables give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from ..core import labels as l
from ..core.answers import Waarde
from ..core.notation import schrijf_datum, schrijf_getal
from .colours import DONKERGROEN, FICTIEF_TEKST, FICTIEF_VULLING, LIJN, Palet
from .markup import Markup, document, element
from .table import Kolom, Tabel, Uitgave, leesmij

_SOORT = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_RUIMTEN = {
    "xmlns:office": f"{_OASIS}office:1.0",
    "xmlns:style": f"{_OASIS}style:1.0",
    "xmlns:text": f"{_OASIS}text:1.0",
    "xmlns:table": f"{_OASIS}table:1.0",
    "xmlns:number": f"{_OASIS}datastyle:1.0",
    "xmlns:fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "xmlns:meta": f"{_OASIS}meta:1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:of": f"{_OASIS}of:1.2",
}
_MANIFEST = f"{_OASIS}manifest:1.0"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_VERSIE = {"office:version": "1.3"}
_CM_PER_TEKEN = 0.21
_STUKKEN = re.compile(r"(^ +| {2,}| +$|\t)")
_FICTIEF = "fictief"


def files(uitgave: Uitgave) -> dict[str, bytes]:
    """One file with every table, and a sheet before them that explains them."""
    tabellen = (leesmij(uitgave.titel, uitgave.uitleg, uitgave.tabellen), *uitgave.tabellen)
    data = write_ods(
        tabellen,
        titel=uitgave.titel,
        uitgever=uitgave.uitgever,
        moment=uitgave.moment,
        palet=uitgave.palet,
        fictief=l.FICTIEF,
    )
    return {f"{uitgave.naam}.ods": data}


def write_ods(
    tabellen: Sequence[Tabel],
    *,
    titel: str,
    uitgever: str,
    moment: date,
    palet: Palet,
    fictief: str = "",
) -> bytes:
    """The .ods of these tables; every cell is text, a number or a date, and none a formula.

    A cell with the text `fictief` gets the colour of what was made up.
    """
    delen = {
        "content.xml": _inhoud(tabellen, palet, fictief),
        "styles.xml": _opmaak(),
        "meta.xml": _gegevens(titel, uitgever, moment),
        "META-INF/manifest.xml": _manifest(),
    }
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(uitvoer, "w") as pakket:
        _voeg_toe(pakket, "mimetype", _SOORT.encode(), zipfile.ZIP_STORED)
        for naam, data in delen.items():
            _voeg_toe(pakket, naam, data, zipfile.ZIP_DEFLATED)
    return uitvoer.getvalue()


def _voeg_toe(pakket: zipfile.ZipFile, naam: str, data: bytes, wijze: int) -> None:
    deel = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
    deel.create_system = 3
    deel.compress_type = wijze
    pakket.writestr(deel, data)


def _inhoud(tabellen: Sequence[Tabel], palet: Palet, fictief: str) -> bytes:
    breedtes = sorted({kolom.breedte for tabel in tabellen for kolom in tabel.kolommen})
    bladen = [_blad(tabel, palet, fictief) for tabel in tabellen]
    wortel = element(
        "office:document-content",
        element("office:automatic-styles", *_celstijlen(palet), *map(_kolomstijl, breedtes)),
        element("office:body", element("office:spreadsheet", *bladen)),
        kenmerken={**_RUIMTEN, **_VERSIE},
    )
    return document(_XML, wortel)


def _blad(tabel: Tabel, palet: Palet, fictief: str) -> Markup:
    kolommen = [
        element(
            "table:table-column",
            kenmerken={
                "table:style-name": _breedtenaam(kolom.breedte),
                "table:default-cell-style-name": "tekst",
            },
        )
        for kolom in tabel.kolommen
    ]
    kop = _rij(_cel(kolom.titel, "kop") for kolom in tabel.kolommen)
    rijen = [
        _rij(
            _cel(waarde, _stijl(waarde, kolom, palet, fictief))
            for waarde, kolom in zip(rij, tabel.kolommen, strict=True)
        )
        for rij in tabel.rijen
    ]
    return element(
        "table:table",
        element("table:title", tabel.titel),
        *kolommen,
        element("table:table-header-rows", kop),
        *rijen,
        kenmerken={"table:name": tabel.naam, "table:style-name": "blad"},
    )


def _rij(cellen: Iterable[Markup]) -> Markup:
    return element("table:table-row", *cellen, kenmerken={"table:style-name": "rij"})


def _stijl(waarde: Waarde, kolom: Kolom, palet: Palet, fictief: str) -> str:
    if fictief and waarde == fictief:
        return _FICTIEF
    if kolom.kleur and waarde in palet:
        return _kleurnaam(str(waarde), palet)
    return "datum" if isinstance(waarde, date) else "tekst"


def _cel(waarde: Waarde, stijl: str) -> Markup:
    """An empty value is an empty cell; yes and no are words."""
    kenmerken = {"table:style-name": stijl}
    if waarde is None or waarde == "":
        return element("table:table-cell", kenmerken=kenmerken)
    if isinstance(waarde, bool):
        waarde = "ja" if waarde else "nee"
    if isinstance(waarde, (int, float)):
        kenmerken |= {"office:value-type": "float", "office:value": repr(waarde)}
        return element("table:table-cell", _alinea(schrijf_getal(waarde)), kenmerken=kenmerken)
    if isinstance(waarde, date):
        dag = waarde.date() if isinstance(waarde, datetime) else waarde
        kenmerken |= {"office:value-type": "date", "office:date-value": dag.isoformat()}
        return element("table:table-cell", _alinea(schrijf_datum(dag)), kenmerken=kenmerken)
    kenmerken |= {"office:value-type": "string"}
    regels = waarde.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return element("table:table-cell", *map(_alinea, regels), kenmerken=kenmerken)


def _alinea(tekst: str) -> Markup:
    """A line of text, its spaces and tabs kept."""
    return element("text:p", *_stukken(tekst))


def _stukken(tekst: str) -> Iterator[str]:
    for stuk in _STUKKEN.split(tekst):
        if stuk == "\t":
            yield element("text:tab")
        elif stuk and not stuk.strip(" "):
            yield element("text:s", kenmerken={"text:c": len(stuk)})
        else:
            yield stuk


def _celstijlen(palet: Palet) -> Iterator[Markup]:
    """Of the automatic styles: the sheet, the row, and a style for each kind of cell."""
    yield element(
        "style:style",
        element("style:table-properties", kenmerken={"table:display": "true"}),
        kenmerken={
            "style:name": "blad",
            "style:family": "table",
            "style:master-page-name": "Default",
        },
    )
    yield element(
        "style:style",
        element("style:table-row-properties", kenmerken={"style:use-optimal-row-height": "true"}),
        kenmerken={"style:name": "rij", "style:family": "table-row"},
    )
    yield _datumnotatie()
    yield _celstijl("tekst")
    yield _celstijl("datum", notatie="dag")
    yield _celstijl("kop", vulling=DONKERGROEN, tekst="#FFFFFF", vet=True)
    yield _celstijl(_FICTIEF, vulling=FICTIEF_VULLING, tekst=FICTIEF_TEKST, vet=True)
    for woord, kleur in palet.items():
        naam = _kleurnaam(woord, palet)
        yield element(
            "number:text-style",
            element("number:text", f"{kleur.symbool} "),
            element("number:text-content"),
            kenmerken={"style:name": f"{naam}-notatie"},
        )
        yield _celstijl(naam, f"{naam}-notatie", kleur.vulling, kleur.tekst)


def _datumnotatie() -> Markup:
    streep = element("number:text", "-")
    return element(
        "number:date-style",
        element("number:day"),
        streep,
        element("number:month"),
        streep,
        element("number:year", kenmerken={"number:style": "long"}),
        kenmerken={"style:name": "dag"},
    )


def _celstijl(
    naam: str, notatie: str | None = None, vulling: str = "", tekst: str = "", vet: bool = False
) -> Markup:
    return element(
        "style:style",
        element(
            "style:table-cell-properties",
            kenmerken={
                "fo:background-color": vulling or None,
                "fo:border": f"0.5pt solid {LIJN}",
                "fo:padding": "0.08cm",
                "fo:wrap-option": "wrap",
                "style:vertical-align": "top",
            },
        ),
        element("style:paragraph-properties", kenmerken={"fo:text-align": "start"}),
        element(
            "style:text-properties",
            kenmerken={"fo:color": tekst or None, "fo:font-weight": "bold" if vet else None},
        ),
        kenmerken={
            "style:name": naam,
            "style:family": "table-cell",
            "style:parent-style-name": "Default",
            "style:data-style-name": notatie,
        },
    )


def _kolomstijl(breedte: float) -> Markup:
    return element(
        "style:style",
        element(
            "style:table-column-properties",
            kenmerken={"style:column-width": f"{breedte * _CM_PER_TEKEN:.2f}cm"},
        ),
        kenmerken={"style:name": _breedtenaam(breedte), "style:family": "table-column"},
    )


def _breedtenaam(breedte: float) -> str:
    return f"breed{breedte:g}".replace(".", "-")


def _kleurnaam(woord: str, palet: Palet) -> str:
    return f"kleur{list(palet).index(woord)}"


def _opmaak() -> bytes:
    """The default style, in Dutch, and a landscape page as wide as the sheet."""
    lettertype = element(
        "style:text-properties",
        kenmerken={
            "fo:font-family": "Calibri, Carlito, sans-serif",
            "fo:font-size": "11pt",
            "fo:language": "nl",
            "fo:country": "NL",
        },
    )
    bladspiegel = element(
        "style:page-layout",
        element(
            "style:page-layout-properties",
            kenmerken={
                "fo:page-width": "29.7cm",
                "fo:page-height": "21cm",
                "style:print-orientation": "landscape",
                "fo:margin": "1.2cm",
                "style:scale-to-X": 1,
                "style:scale-to-Y": 0,
            },
        ),
        kenmerken={"style:name": "a4"},
    )
    bladzijde = element(
        "style:master-page",
        kenmerken={"style:name": "Default", "style:page-layout-name": "a4"},
    )
    familie = {"style:family": "table-cell"}
    wortel = element(
        "office:document-styles",
        element(
            "office:styles",
            element("style:default-style", lettertype, kenmerken=familie),
            element("style:style", kenmerken={"style:name": "Default", **familie}),
        ),
        element("office:automatic-styles", bladspiegel),
        element("office:master-styles", bladzijde),
        kenmerken={**_RUIMTEN, **_VERSIE},
    )
    return document(_XML, wortel)


def _gegevens(titel: str, uitgever: str, moment: date) -> bytes:
    dag = f"{moment:%Y-%m-%d}T12:00:00"
    wortel = element(
        "office:document-meta",
        element(
            "office:meta",
            element("meta:generator", "kaderxl"),
            element("dc:title", titel),
            element("dc:language", "nl-NL"),
            element("meta:initial-creator", uitgever),
            element("dc:creator", uitgever),
            element("meta:creation-date", dag),
            element("dc:date", dag),
        ),
        kenmerken={**_RUIMTEN, **_VERSIE},
    )
    return document(_XML, wortel)


def _manifest() -> bytes:
    soorten = {"/": _SOORT} | dict.fromkeys(("content.xml", "styles.xml", "meta.xml"), "text/xml")
    regels = [
        element(
            "manifest:file-entry",
            kenmerken={"manifest:full-path": pad, "manifest:media-type": soort},
        )
        for pad, soort in soorten.items()
    ]
    wortel = element(
        "manifest:manifest",
        *regels,
        kenmerken={"xmlns:manifest": _MANIFEST, "manifest:version": "1.3"},
    )
    return document(_XML, wortel)
