"""Whether a workbook is one that Excel opens without an offer to repair it: parts, limits, order.

By ECMA-376 and by the limits that Excel itself has. Formulas are judged in `excelregels`.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from xml.etree import ElementTree

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

Element = ElementTree.Element
Bereik = tuple[int, int, int, int]
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAKKET = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_SOORTEN = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_INHOUD = "[Content_Types].xml"
RIJEN, KOLOMMEN = 1_048_576, 16_384
_LANGSTE_NAAM, _BREEDSTE_KOLOM, _LANGSTE_VOET = 31, 255, 255
_MEESTE_OPMAKEN, _MEESTE_LETTERS, _MEESTE_PAGINAS, _MEESTE_LINKS = 65_490, 1_024, 1_026, 65_530
_VOLGORDE = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems "
    "tableParts extLst"
).split()
_ADRES = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
_BEREIK = re.compile(rf"{_ADRES}(:{_ADRES})?")
_NAAM = re.compile(r"[^\W\d][\w.]*|\\[\w.]*")
_LIJKT_OP_CEL = re.compile(rf"{_ADRES}|[RC]|R\d*C\d*", re.IGNORECASE)
_VERWIJST = re.compile(r"(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!")


def over_pakket(pakket: zipfile.ZipFile, bladen: Mapping[str, Element]) -> Iterator[str]:
    """What is wrong with the parts of a workbook; `bladen` are its sheets by their names."""
    delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    yield from _onderdelen(delen)
    yield from _verwijzingen(delen)
    boek = ElementTree.fromstring(delen["xl/workbook.xml"])
    yield from _boek(boek, bladen)
    stijlen = ElementTree.fromstring(delen["xl/styles.xml"])
    yield from _stijlen(stijlen)
    teksten = delen.get("xl/sharedStrings.xml")
    aantal = len(ElementTree.fromstring(teksten).findall(f"{NS}si")) if teksten else 0
    opmaken, kleuren = (len(stijlen.findall(f"{NS}{n}/*")) for n in ("cellXfs", "dxfs"))
    for naam, xml in bladen.items():
        fouten = (
            *_rooster(xml, opmaken, aantal),
            *_rond_het_rooster(xml, kleuren),
            *_bereiken(xml),
            *_sprongen(xml, bladen),
        )
        yield from (f"{naam}: {fout}" for fout in fouten)
    yield from _tabellen(delen)


# The package


def _onderdelen(delen: Mapping[str, bytes]) -> Iterator[str]:
    """Every part has a content type, and every content type its part."""
    soorten = ElementTree.fromstring(delen[_INHOUD])
    standaard = {s.get("Extension", "").lower() for s in soorten.iter(f"{_SOORTEN}Default")}
    standaard -= {"xml"}  # that alone does not say which part of a workbook it is
    eigen = [s.get("PartName", "").lstrip("/") for s in soorten.iter(f"{_SOORTEN}Override")]
    yield from (f"{naam} has two content types" for naam, n in Counter(eigen).items() if n > 1)
    yield from (f"no part {naam}" for naam in eigen if naam not in delen)
    for naam in delen:
        if naam not in (*eigen, _INHOUD) and naam.rpartition(".")[2].lower() not in standaard:
            yield f"{naam} has no content type"
        if naam.endswith((".xml", ".rels")):
            try:
                ElementTree.fromstring(delen[naam])
            except ElementTree.ParseError as fout:
                yield f"{naam} is no XML: {fout}"


def _verwijzingen(delen: Mapping[str, bytes]) -> Iterator[str]:
    """Each relation has its part, and each that a part asks for is there."""
    gevraagd = re.compile(rb'\br:(?:id|embed|link)="([^"]*)"')
    for naam, inhoud in delen.items():
        if naam.endswith(".xml"):
            map_, _, bestand = naam.rpartition("/")
            rels = delen.get(f"{map_}/_rels/{bestand}.rels", b"<r/>")
            relaties = [*ElementTree.fromstring(rels)]
            namen = [r.get("Id") for r in relaties]
            yield from (f"{naam}: {n} twice" for n, aantal in Counter(namen).items() if aantal > 1)
            for doel in (r.get("Target", "") for r in relaties if r.get("TargetMode") is None):
                pad = doel.lstrip("/") if doel[:1] == "/" else posixpath.join(map_, doel)
                if posixpath.normpath(pad) not in delen:
                    yield f"{naam}: no part {doel}"
            for nodig in {n.decode() for n in gevraagd.findall(inhoud)} - {*namen}:
                yield f"{naam}: no relation {nodig}"


# The workbook


def _boek(boek: Element, bladen: Mapping[str, Element]) -> Iterator[str]:
    vellen = [*boek.iter(f"{NS}sheet")]
    namen = [vel.get("name", "").lower() for vel in vellen]
    if len({*namen}) < len(vellen) or len({vel.get("sheetId") for vel in vellen}) < len(vellen):
        yield "two sheets with one name or number"
    zichtbaar = [vel.get("state", "visible") == "visible" for vel in vellen]
    actief = int(next((v.get("activeTab", 0) for v in boek.iter(f"{NS}workbookView")), 0))
    if not any(zichtbaar) or zichtbaar[actief : actief + 1] != [True]:
        yield "no sheet to open on"
    for naam in bladen:
        if _lengte(naam) > _LANGSTE_NAAM or set(naam) & set("[]:*?/\\") or naam.strip("'") != naam:
            yield f"{naam}: no name for a sheet"
    bereken = boek.find(f"{NS}calcPr")
    if bereken is not None and bereken.get("fullCalcOnLoad", "0") not in ("0", "false"):
        yield "reckons all on opening, and asks on closing whether to save that"
    gezien = set()
    for bereik in boek.iter(f"{NS}definedName"):
        yield from _naam(bereik, {n.lower() for n in bladen})
        sleutel = (bereik.get("name", "").lower(), bereik.get("localSheetId"))
        if sleutel in gezien:
            yield f"two names {sleutel[0]}"
        gezien.add(sleutel)


def _naam(naam: Element, bladen: Iterable[str]) -> Iterator[str]:
    hij = naam.get("name", "")
    if not _NAAM.fullmatch(hij) or _LIJKT_OP_CEL.fullmatch(hij) or _lengte(hij) > 255:
        yield f"{hij}: no name for a range"
    if int(naam.get("localSheetId", 0)) >= len([*bladen]):
        yield f"{hij}: of no sheet"
    for tussen, kaal in _VERWIJST.findall(naam.text or ""):
        if (tussen.replace("''", "'") or kaal).lower() not in bladen:
            yield f"{hij}: no sheet {tussen or kaal}"


def _lengte(tekst: str) -> int:
    """As Excel counts: an emoji is two."""
    return len(tekst.encode("utf-16-le")) // 2


def _stijlen(stijlen: Element) -> Iterator[str]:
    aantal = {n: len(stijlen.findall(f"{NS}{n}/*")) for n in ("fonts", "fills", "borders")}
    opmaken = stijlen.findall(f"{NS}cellXfs/*")
    if len(opmaken) > _MEESTE_OPMAKEN or aantal["fonts"] > _MEESTE_LETTERS:
        yield f"{len(opmaken)} formats, {aantal['fonts']} fonts"
    eigen = {int(n.get("numFmtId", 0)) for n in stijlen.iter(f"{NS}numFmt")}
    for opmaak in opmaken:
        for kenmerk, lijst in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            if int(opmaak.get(kenmerk, 0)) >= aantal[lijst]:
                yield f"a format with {kenmerk} {opmaak.get(kenmerk)}"
        notatie = int(opmaak.get("numFmtId", 0))
        if notatie >= 164 and notatie not in eigen:
            yield f"a format with numFmtId {notatie}"


# A sheet


def _rooster(xml: Element, opmaken: int, teksten: int) -> Iterator[str]:
    """The cells, in order, each with a format and a value that there are."""
    vorige = 0
    for rij in xml.iter(f"{NS}row"):
        nummer = int(rij.get("r", 0))
        if not vorige < nummer <= RIJEN:
            yield f"row {nummer} after {vorige}"
        vorige, kolom = nummer, 0
        for cel in rij:
            adres = cel.get("r", "")
            op_rij, deze = coordinate_to_tuple(adres)
            if op_rij != nummer or not kolom < deze <= KOLOMMEN:
                yield f"{adres} in row {nummer} after column {kolom}"
            kolom = deze
            if int(cel.get("s", 0)) >= opmaken:
                yield f"{adres}: no format {cel.get('s')}"
            yield from _waarde(cel, teksten)


def _waarde(cel: Element, teksten: int) -> Iterator[str]:
    soort, waarde = cel.get("t", "n"), cel.findtext(f"{NS}v")
    if soort not in ("s", "n", "b", "str", "inlineStr", "e", "d"):
        yield f"{cel.get('r')}: a cell of kind {soort}"
    if soort in ("s", "n", "b") and waarde:
        try:
            getal = float(waarde)
        except ValueError:
            yield f"{cel.get('r')}: {waarde!r} is no number"
        else:
            if soort == "s" and not 0 <= getal < teksten:
                yield f"{cel.get('r')}: no text {waarde}"


def _rond_het_rooster(xml: Element, kleuren: int) -> Iterator[str]:
    plaatsen = [_VOLGORDE.index(deel.tag.removeprefix(NS)) for deel in xml]
    if any(na < voor for voor, na in pairwise(plaatsen)):
        yield "its parts are in another order than the schema has"
    hoogste = 0
    for kolom in xml.iter(f"{NS}col"):
        eerste, laatste = int(kolom.get("min", 0)), int(kolom.get("max", 0))
        breed = float(kolom.get("width", 0))
        if not hoogste < eerste <= laatste <= KOLOMMEN or breed > _BREEDSTE_KOLOM:
            yield f"columns {eerste} to {laatste}, {breed} wide"
        hoogste = laatste
    for tekst in (t.text or "" for deel in xml.iter(f"{NS}headerFooter") for t in deel):
        if _lengte(tekst) > _LANGSTE_VOET:
            yield f"a header or footer of {_lengte(tekst)} characters"
    if len([*xml.iter(f"{NS}brk")]) > _MEESTE_PAGINAS:
        yield "too many page breaks"
    for regel in xml.iter(f"{NS}cfRule"):
        if int(regel.get("dxfId", -1)) >= kleuren:
            yield f"a colour rule with format {regel.get('dxfId')}"
    for beeld in xml.iter(f"{NS}pane"):
        if not _BEREIK.fullmatch(beeld.get("topLeftCell", "A1")):
            yield f"frozen at {beeld.get('topLeftCell')}"


def _bereiken(xml: Element) -> Iterator[str]:
    """What belongs to cells: to cells that can be, and no two of a kind to one cell."""
    for soort in ("mergeCell", "dataValidation"):
        bereiken = [gelezen for b in _van(xml, soort) if (gelezen := _gelezen(b))]
        yield from (f"{soort} twice on {een} and {ander}" for een, ander in _samen(bereiken))
    for soort in (
        "mergeCell", "dataValidation", "conditionalFormatting", "ignoredError", "autoFilter",
    ):  # fmt: skip
        yield from (f"{soort} on {bereik}" for bereik in _van(xml, soort) if not _gelezen(bereik))


def _van(xml: Element, soort: str) -> Iterator[str]:
    for deel in xml.iter(f"{NS}{soort}"):
        yield from (deel.get("ref") or deel.get("sqref") or "?").split()


def _gelezen(bereik: str) -> Bereik | None:
    if not _BEREIK.fullmatch(bereik):
        return None
    links, boven, rechts, onder = (int(n or 0) for n in range_boundaries(bereik.replace("$", "")))
    past = 0 < links <= rechts <= KOLOMMEN and 0 < boven <= onder <= RIJEN
    return (links, boven, rechts, onder) if past else None


def _samen(bereiken: Sequence[Bereik]) -> Iterator[tuple[Bereik, Bereik]]:
    """Those that have a cell in common."""
    for een, ander in combinations(bereiken, 2):
        if een[0] <= ander[2] and ander[0] <= een[2] and een[1] <= ander[3] and ander[1] <= een[3]:
            yield een, ander


def _sprongen(xml: Element, bladen: Mapping[str, Element]) -> Iterator[str]:
    sprongen = [*xml.iter(f"{NS}hyperlink")]
    if len(sprongen) > _MEESTE_LINKS:
        yield f"{len(sprongen)} links"
    for sprong in sprongen:
        doel = sprong.get("location", "")
        blad, _, bereik = doel.rpartition("!")
        blad = blad.strip("'").replace("''", "'")
        if doel and (blad not in bladen or not _gelezen(bereik)):
            yield f"a link to {doel}"
        if not doel and not sprong.get(f"{REL}id"):
            yield f"a link on {sprong.get('ref')} to nothing"


def _tabellen(delen: Mapping[str, bytes]) -> Iterator[str]:
    tabellen = [
        ElementTree.fromstring(inhoud)
        for naam, inhoud in delen.items()
        if naam.startswith("xl/tables/")
    ]
    for kenmerk in ("id", "displayName"):
        if len({t.get(kenmerk, "").lower() for t in tabellen}) < len(tabellen):
            yield f"two tables with one {kenmerk}"
    for tabel in tabellen:
        namen = [k.get("name", "").lower() for k in tabel.iter(f"{NS}tableColumn")]
        bereik = _gelezen(tabel.get("ref", "?"))
        if not bereik or bereik[2] - bereik[0] + 1 != len(namen) or len({*namen}) < len(namen):
            yield f"table {tabel.get('displayName')} on {tabel.get('ref')}"
