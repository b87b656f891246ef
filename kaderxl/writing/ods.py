"""Tables as an OpenDocument spreadsheet (ISO/IEC 26300): one sheet a table, from A1.

The word is in the cell; its colour and symbol are style. The same tables give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from ..core import labels as l
from ..core.answers import Waarde
from ..core.notation import schrijf_datum, schrijf_getal
from .colours import DONKERGROEN, FICTIEF_TEKST, FICTIEF_VULLING, LIJN, Palet
from .markup import Kenmerk, Markup, document, element
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
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_CM_PER_TEKEN = 0.21
_STUKKEN = re.compile(r"(^ +| {2,}| +$|\t)")
_FICTIEF = "fictief"


def files(uitgave: Uitgave) -> dict[str, bytes]:
    """One file with every table, and a sheet behind them that explains them.

    It opens on its first sheet: the first table, or of what was made up the sheet that says so.
    Every cell is text, a number or a date, and none a formula.
    """
    uitleg = leesmij(uitgave.titel, uitgave.uitleg, uitgave.tabellen)
    is_fictief = any(woorden == l.FICTIEF for _, woorden in uitgave.uitleg)
    tabellen = (uitleg, *uitgave.tabellen) if is_fictief else (*uitgave.tabellen, uitleg)
    delen = {
        "content.xml": _inhoud(tabellen, uitgave.palet),
        "styles.xml": _opmaak(),
        "meta.xml": _gegevens(uitgave),
        "META-INF/manifest.xml": _manifest(),
    }
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(uitvoer, "w") as pakket:
        _voeg_toe(pakket, "mimetype", _SOORT.encode(), zipfile.ZIP_STORED)
        for naam, data in delen.items():
            _voeg_toe(pakket, naam, data, zipfile.ZIP_DEFLATED)
    return {f"{uitgave.naam}.ods": uitvoer.getvalue()}


def _voeg_toe(pakket: zipfile.ZipFile, naam: str, data: bytes, wijze: int) -> None:
    deel = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
    deel.create_system = 3
    deel.compress_type = wijze
    pakket.writestr(deel, data)


def _document(naam: str, *inhoud: Markup) -> bytes:
    return document(_XML, element(naam, *inhoud, **_RUIMTEN, office__version="1.3"))


def _inhoud(tabellen: Iterable[Tabel], palet: Palet) -> bytes:
    breedtes = sorted({kolom.breedte for tabel in tabellen for kolom in tabel.kolommen})
    bladen = [_blad(tabel, palet) for tabel in tabellen]
    return _document(
        "office:document-content",
        element("office:automatic-styles", *_celstijlen(palet), *map(_kolomstijl, breedtes)),
        element("office:body", element("office:spreadsheet", *bladen)),
    )


def _blad(tabel: Tabel, palet: Palet) -> Markup:
    kolommen = [
        element(
            "table:table-column",
            table__style_name=_breedtenaam(kolom.breedte),
            table__default_cell_style_name="tekst",
        )
        for kolom in tabel.kolommen
    ]
    kop = _rij(_cel(kolom.kop, "kop") for kolom in tabel.kolommen)
    rijen = [
        _rij(
            _cel(waarde, _stijl_van(waarde, kolom, palet))
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
        table__name=tabel.naam,
        table__style_name="blad",
    )


def _rij(cellen: Iterable[Markup]) -> Markup:
    return element("table:table-row", *cellen, table__style_name="rij")


def _stijl_van(waarde: Waarde, kolom: Kolom, palet: Palet) -> str:
    if waarde == l.FICTIEF:
        return _FICTIEF
    if kolom.kleur and waarde in palet:
        return _kleurnaam(str(waarde), palet)
    return "datum" if isinstance(waarde, date) else "tekst"


def _cel(waarde: Waarde, stijl: str) -> Markup:
    """An empty value is an empty cell; yes and no are words."""
    regels, kenmerken = list[str](), dict[str, Kenmerk]()
    if isinstance(waarde, bool):
        waarde = "ja" if waarde else "nee"
    if isinstance(waarde, (int, float)):
        regels = [schrijf_getal(waarde)]
        kenmerken = {"office:value-type": "float", "office:value": repr(waarde)}
    elif isinstance(waarde, date):
        dag = waarde.date() if isinstance(waarde, datetime) else waarde
        regels = [schrijf_datum(dag)]
        kenmerken = {"office:value-type": "date", "office:date-value": dag.isoformat()}
    elif waarde:
        regels = waarde.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        kenmerken = {"office:value-type": "string"}
    alineas = (element("text:p", *_stukken(regel)) for regel in regels)
    return element("table:table-cell", *alineas, table__style_name=stijl, **kenmerken)


def _stukken(tekst: str) -> Iterator[str]:
    """A line of text, its spaces and tabs kept."""
    for stuk in _STUKKEN.split(tekst):
        if stuk == "\t":
            yield element("text:tab")
        elif stuk and not stuk.strip(" "):
            yield element("text:s", text__c=len(stuk))
        else:
            yield stuk


def _stijl(naam: str, familie: str, *inhoud: Markup, **meer: Kenmerk) -> Markup:
    return element("style:style", *inhoud, style__name=naam, style__family=familie, **meer)


def _celstijlen(palet: Palet) -> Iterator[Markup]:
    """Of the automatic styles: the sheet, the row, and a style for each kind of cell."""
    zichtbaar = element("style:table-properties", table__display="true")
    yield _stijl("blad", "table", zichtbaar, style__master_page_name="Default")
    passend = element("style:table-row-properties", style__use_optimal_row_height="true")
    yield _stijl("rij", "table-row", passend)
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
            style__name=f"{naam}-notatie",
        )
        yield _celstijl(naam, f"{naam}-notatie", kleur.vulling, kleur.tekst)


def _datumnotatie() -> Markup:
    streep = element("number:text", "-")
    dag, maand = element("number:day"), element("number:month")
    jaar = element("number:year", number__style="long")
    return element("number:date-style", dag, streep, maand, streep, jaar, style__name="dag")


def _celstijl(
    naam: str, notatie: str | None = None, vulling: str = "", tekst: str = "", vet: bool = False
) -> Markup:
    return _stijl(
        naam,
        "table-cell",
        element(
            "style:table-cell-properties",
            fo__background_color=vulling or None,
            fo__border=f"0.5pt solid {LIJN}",
            fo__padding="0.08cm",
            fo__wrap_option="wrap",
            style__vertical_align="top",
        ),
        element("style:paragraph-properties", fo__text_align="start"),
        element(
            "style:text-properties",
            fo__color=tekst or None,
            fo__font_weight="bold" if vet else None,
        ),
        style__parent_style_name="Default",
        style__data_style_name=notatie,
    )


def _kolomstijl(breedte: float) -> Markup:
    breed = f"{breedte * _CM_PER_TEKEN:.2f}cm"
    kolom = element("style:table-column-properties", style__column_width=breed)
    return _stijl(_breedtenaam(breedte), "table-column", kolom)


def _breedtenaam(breedte: float) -> str:
    return f"breed{breedte:g}".replace(".", "-")


def _kleurnaam(woord: str, palet: Palet) -> str:
    return f"kleur{list(palet).index(woord)}"


def _opmaak() -> bytes:
    """The default style, in Dutch, and a landscape page as wide as the sheet."""
    lettertype = element(
        "style:text-properties",
        fo__font_family="Calibri, Carlito, sans-serif",
        fo__font_size="11pt",
        fo__language="nl",
        fo__country="NL",
    )
    bladspiegel = element(
        "style:page-layout-properties",
        fo__page_width="29.7cm",
        fo__page_height="21cm",
        style__print_orientation="landscape",
        fo__margin="1.2cm",
        style__scale_to_X=1,
        style__scale_to_Y=0,
    )
    return _document(
        "office:document-styles",
        element(
            "office:styles",
            element("style:default-style", lettertype, style__family="table-cell"),
            _stijl("Default", "table-cell"),
        ),
        element(
            "office:automatic-styles", element("style:page-layout", bladspiegel, style__name="a4")
        ),
        element(
            "office:master-styles",
            element("style:master-page", style__name="Default", style__page_layout_name="a4"),
        ),
    )


def _gegevens(uitgave: Uitgave) -> bytes:
    dag = f"{uitgave.moment:%Y-%m-%d}T12:00:00"
    gegevens = {
        "meta:generator": "kaderxl",
        "dc:title": uitgave.titel,
        "dc:language": "nl-NL",
        "meta:initial-creator": uitgave.uitgever,
        "dc:creator": uitgave.uitgever,
        "meta:creation-date": dag,
        "dc:date": dag,
    }
    delen = (element(naam, wat) for naam, wat in gegevens.items())
    return _document("office:document-meta", element("office:meta", *delen))


def _manifest() -> bytes:
    soorten = {"/": _SOORT} | dict.fromkeys(("content.xml", "styles.xml", "meta.xml"), "text/xml")
    regels = [
        element("manifest:file-entry", manifest__full_path=pad, manifest__media_type=soort)
        for pad, soort in soorten.items()
    ]
    wortel = element(
        "manifest:manifest",
        *regels,
        xmlns__manifest=f"{_OASIS}manifest:1.0",
        manifest__version="1.3",
    )
    return document(_XML, wortel)
