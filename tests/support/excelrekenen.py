"""Every formula of a workbook, reckoned by two engines that follow Excel: IronCalc and Formualizer.

LibreOffice and Gnumeric do not follow Excel where a logical meets a number, and LibreOffice does
not even reckon our files when it opens them. An engine that lacks a function gives an error value
for it; none of our formulas may give one, so nothing that is not reckoned goes by unseen.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import formualizer
import ironcalc
from openpyxl.utils.cell import coordinate_to_tuple

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Formualizer gives a dict for an error value, IronCalc its text.
_FOUTEN = (
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#N/IMPL!",
    "#ERROR!",
)

Plaats = tuple[str, str]
"""A sheet and an address: `("Besluitvorming", "L3")`."""
Waarde = str | float | bool


@dataclass(frozen=True)
class Formulecel:
    """A formula as the file has it, and the result stored with it; None when there is none."""

    formule: str
    opgeslagen: Waarde | None


def formulecellen(data: bytes) -> dict[Plaats, Formulecel]:
    """Every cell with a formula; a file as xlsxwriter, openpyxl or kaderxl writes it."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return {
            (blad, cel.get("r", "")): Formulecel(formule.text or "", _opgeslagen(cel))
            for blad, xml in bladen(pakket).items()
            for cel in xml.iter(f"{_NS}c")
            if (formule := cel.find(f"{_NS}f")) is not None
        }


def bladen(pakket: zipfile.ZipFile) -> dict[str, ElementTree.Element]:
    """The worksheets of a package by their names, in the order of the tabs."""
    relaties = ElementTree.fromstring(pakket.read("xl/_rels/workbook.xml.rels"))
    doelen = {r.get("Id"): r.get("Target", "").removeprefix("/xl/") for r in relaties}
    boek = ElementTree.fromstring(pakket.read("xl/workbook.xml"))
    return {
        blad.get("name", ""): ElementTree.fromstring(
            pakket.read(f"xl/{doelen[blad.get(f'{_REL}id')]}")
        )
        for blad in boek.iter(f"{_NS}sheet")
    }


def _opgeslagen(cel: ElementTree.Element) -> Waarde | None:
    waarde = cel.find(f"{_NS}v")
    soort = cel.get("t", "n")
    if waarde is None or (waarde.text is None and soort == "n"):
        return None
    tekst = waarde.text or ""
    if soort == "b":
        return tekst == "1"
    return float(tekst) if soort == "n" else tekst


# The engines


def zonder_soort_van_niets(data: bytes) -> bytes:
    """The workbook without `t="n"` on cells that hold nothing, as openpyxl writes them.

    IronCalc takes such a cell for a 0; to Excel it is empty.
    """
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as bron, zipfile.ZipFile(uitvoer, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam.startswith("xl/worksheets/"):
                inhoud = re.sub(rb'(<c [^>/]*) t="n"([^>/]*(?:/>|></c>))', rb"\1\2", inhoud)
            doel.writestr(naam, inhoud)
    return uitvoer.getvalue()


def _met_ironcalc(data: bytes, plaatsen: list[Plaats]) -> Iterator[object]:
    with tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_, "boek.xlsx")
        bestand.write_bytes(zonder_soort_van_niets(data))
        model = ironcalc.load_from_xlsx(str(bestand), "en", "UTC")
    model.evaluate()
    nummers = {b["name"]: n for n, b in enumerate(model.get_worksheets_properties())}
    for blad, adres in plaatsen:
        yield model.get_cell_value(nummers[blad], *coordinate_to_tuple(adres))


def _met_formualizer(data: bytes, plaatsen: list[Plaats]) -> Iterator[object]:
    boek = formualizer.load_workbook_bytes(data)
    boek.evaluate_all()
    for blad, adres in plaatsen:
        yield boek.get_value(blad, *coordinate_to_tuple(adres))


_Motor = Callable[[bytes, list[Plaats]], Iterator[object]]
MOTOREN: Mapping[str, _Motor] = {"ironcalc": _met_ironcalc, "formualizer": _met_formualizer}


def reken(data: bytes) -> dict[Plaats, Waarde]:
    """What both engines make of every formula; AssertionError where they differ or give an error.

    `data` need not hold results: a workbook somebody filled in with openpyxl has none. Where one
    of the engines is known to be wrong, it is what the other makes of it.
    """
    return {plaats: waarden[0] for plaats, waarden in _oordelen(data).items()}


def _oordelen(data: bytes) -> dict[Plaats, list[Waarde]]:
    """By cell what an engine makes of it that may be believed: one result but for rare values."""
    plaatsen = list(formulecellen(data))
    uitkomsten = {naam: _zonder_fouten(naam, data, plaatsen) for naam in MOTOREN}
    een, ander = uitkomsten.values()
    anders = {p: (een[p], ander[p]) for p in plaatsen if not gelijk(een[p], ander[p])}
    betrouwd = [naam for naam, zeldzaam in _BETROUWD.items() if anders and zeldzaam(data)]
    assert not anders or betrouwd, f"{' and '.join(MOTOREN)} differ: {anders}"
    return {
        p: [uitkomsten[naam][p] for naam in betrouwd] if p in anders else [een[p]] for p in plaatsen
    }


def _heeft_ander_wit(data: bytes) -> bool:
    """Whether a text begins or ends with white space that is no plain space."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        delen = [(xml, "is") for xml in bladen(pakket).values()]
        if "xl/sharedStrings.xml" in pakket.namelist():
            delen.append((ElementTree.fromstring(pakket.read("xl/sharedStrings.xml")), "si"))
        teksten = ("".join(t.itertext()) for xml, naam in delen for t in xml.iter(_NS + naam))
        return any(tekst.strip() != tekst.strip(" ") for tekst in map(_zonder_x, teksten))


def _zonder_x(tekst: str) -> str:
    """A text as it is meant: a character that XML cannot hold stands in it as `_x000C_`."""
    return re.sub("_x([0-9A-F]{4})_", lambda treffer: chr(int(treffer[1], 16)), tekst)


def _heeft_bijna_niets(data: bytes) -> bool:
    """Whether a number is so near to nought that nobody types it."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        cellen = (cel for xml in bladen(pakket).values() for cel in xml.iter(f"{_NS}c"))
        waarden = [_opgeslagen(cel) for cel in cellen if cel.get("t", "n") == "n"]
        return any(isinstance(w, float) and 0 < abs(w) < 1e-14 for w in waarden)


_BETROUWD: Mapping[str, Callable[[bytes], bool]] = {
    "ironcalc": _heeft_ander_wit,
    "formualizer": _heeft_bijna_niets,
}
"""Who is right where the engines are known to differ: Formualizer trims all white space away, to
IronCalc a very small number equals 0. `test_where_the_engines_differ` fails once that is mended.
"""


def _zonder_fouten(naam: str, data: bytes, plaatsen: list[Plaats]) -> dict[Plaats, Waarde]:
    waarden = dict(zip(plaatsen, MOTOREN[naam](data, plaatsen), strict=True))
    fouten = {p: w for p, w in waarden.items() if isinstance(w, dict) or w in _FOUTEN}
    assert not fouten, f"{naam} has no result; does it lack a function? {fouten}"
    return {plaats: _als_waarde(waarde) for plaats, waarde in waarden.items()}


def _als_waarde(waarde: object) -> Waarde:
    if waarde is None:
        return ""
    assert isinstance(waarde, (str, int, float)), f"an engine gave {waarde!r}"
    return waarde if isinstance(waarde, (str, bool)) else float(waarde)


def gelijk(een: Waarde, ander: Waarde) -> bool:
    """The same to a reader of the sheet: a number to 12 digits, never a logical for a number."""
    if isinstance(een, float) and isinstance(ander, float):
        return abs(een - ander) <= 1e-12 * max(1.0, abs(een))
    return type(een) is type(ander) and een == ander


def afwijkend(data: bytes) -> dict[Plaats, tuple[str, Waarde | None, Waarde]]:
    """Where the stored result is not what Excel makes of it: formula, stored, reckoned."""
    cellen = formulecellen(data)
    return {
        plaats: (cel.formule, cel.opgeslagen, waarden[0])
        for plaats, waarden in _oordelen(data).items()
        if (cel := cellen[plaats]).opgeslagen is None
        or not any(gelijk(cel.opgeslagen, waarde) for waarde in waarden)
    }
