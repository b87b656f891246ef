"""A workbook that somebody sent, filled in as by hand: its answer cells and nothing else.

All that openpyxl and the like would write anew stays as it is: validations, colours, protection,
names, the kenmerk and the stempel. What formulas came to is taken out, for it no longer holds; a
program reckons it when the file is opened.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from ..core.notation import schrijf_datum
from ..core.text import leesbaar
from ..core.values import dagnummer
from ..reading import Limits, Place, Value, cell_name
from ..reading.cells import column_index, damaged, iso_utc
from ..reading.formats.package import Package, open_package
from ..sheets.asked import Vraagblad
from ..writing.worksheet import passend

_CORE = "docprops/core.xml"
_CALC_CHAIN = "calcchain.xml"
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_DAYS_TO_1904 = 1462
_FIRST_DAY = 61  # 1 March 1900: of the days before it not every program has the same number
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What the reader has let through has none of these; nothing is fetched or filled in.
_XML = {"resolve_entities": False, "no_network": True, "load_dtd": False}


def fill_in(
    blad: Vraagblad,
    answers: Mapping[Place, Value],
    moment: datetime,
    limits: Limits,
) -> bytes:
    """The workbook with these values in the cells of its questions, saved at that moment; None
    empties a cell. Raises Refusal for what cannot be read."""
    package = open_package(blad.data, limits)
    part = package.sheets[blad.blad]
    parts = dict(package.parts)
    filled = _Sheet(package, part)
    filled.forget_results(blad.berekend)
    for place, value in answers.items():
        filled.put(place, value)
    parts[part] = filled.written()
    for name in package.parts:
        if name.lower() == _CORE:
            parts[name] = _SAVED.sub(rb"\g<1>" + iso_utc(moment).encode(), parts[name])
        elif name.lower().endswith("xl/workbook.xml"):
            parts[name] = _to_be_reckoned(parts[name])
    if filled.lost_a_formula:
        parts = _without_calc_chain(parts)
    return _zipped(blad.data, parts)


class _Sheet:
    """One sheet of the workbook, while its cells are filled."""

    def __init__(self, package: Package, part: str) -> None:
        self._root = _parsed(package.parts[part])
        self._package = package
        self._space = etree.QName(self._root).namespace
        self._cells = dict(self._walk())
        self.lost_a_formula = False

    def _named(self, tag: str) -> str:
        return f"{{{self._space}}}{tag}"

    def _walk(self) -> Iterator[tuple[Place, etree._Element]]:
        row_number = -1
        for row in self._root.iter(self._named("row")):
            row_number = int(row.get("r", row_number + 2)) - 1
            column = -1
            for cell in row.iterfind(self._named("c")):
                letters = _ADDRESS.fullmatch(cell.get("r", ""))
                column = column_index(letters[1]) if letters else column + 1
                yield (row_number, column), cell

    def forget_results(self, places: Iterable[Place]) -> None:
        """Take out what these formulas came to before."""
        for cell in (self._cells[place] for place in places if place in self._cells):
            for value in cell.findall(self._named("v")):
                cell.remove(value)
            cell.attrib.pop("t", None)

    def put(self, place: Place, value: Value) -> None:
        cell = self._cells.get(place)
        if cell is None:
            if value is None:
                return
            cell = self._cells[place] = self._new(place)
        if (formula := cell.find(self._named("f"))) is not None:
            self.lost_a_formula = True
            self._unshare(formula)
        for child in list(cell):
            cell.remove(child)
        for name in ("t", "cm", "vm"):
            cell.attrib.pop(name, None)
        if value is not None and value != "":
            self._write(cell, value)

    def _unshare(self, formula: etree._Element) -> None:
        """Before a formula goes that others are said to be like: they keep what they came to."""
        if formula.get("t") != "shared" or not formula.get("ref"):
            return
        for cell in self._cells.values():
            other = cell.find(self._named("f"))
            if other is not None and other.get("si") == formula.get("si"):
                cell.remove(other)

    def _write(self, cell: etree._Element, value: Value) -> None:
        number = self._number(cell, value)
        if isinstance(value, bool):
            cell.set("t", "b")
            self._child(cell, "v").text = str(int(value))
        elif number is not None:
            self._child(cell, "v").text = repr(number)
        else:
            cell.set("t", "inlineStr")
            text = self._child(self._child(cell, "is"), "t")
            text.set(_SPACE, "preserve")
            said = schrijf_datum(value) if isinstance(value, date) else str(value)
            text.text = _LOOKS_ESCAPED.sub("_x005F_", passend(leesbaar(said)))

    def _number(self, cell: etree._Element, value: Value) -> int | float | None:
        """What a cell holds of a number, and of a day where the cell shows days."""
        if isinstance(value, (int, float)):
            return value
        shows_days = int(cell.get("s", "0")) in self._package.days
        if isinstance(value, date) and shows_days and dagnummer(value) >= _FIRST_DAY:
            return dagnummer(value) - (_DAYS_TO_1904 if self._package.from_1904 else 0)
        return None

    def _child(self, parent: etree._Element, name: str) -> etree._Element:
        return etree.SubElement(parent, self._named(name))

    def _new(self, place: Place) -> etree._Element:
        """A cell where there was none, in its place in its row."""
        data = self._root.find(self._named("sheetData"))
        row = next((c.getparent() for (n, _), c in self._cells.items() if n == place[0]), None)
        if row is None:
            row = etree.Element(self._named("row"), r=str(place[0] + 1))
            rows = [int(r.get("r", "0")) for r in data]
            data.insert(sum(0 < r <= place[0] for r in rows), row)
        left = sum(n == place[0] and column < place[1] for n, column in self._cells)
        cell = etree.Element(self._named("c"), r=cell_name(*place))
        row.insert(left, cell)
        row.attrib.pop("spans", None)
        return cell

    def written(self) -> bytes:
        return _serialised(self._root)


def _to_be_reckoned(book: bytes) -> bytes:
    """Have a program reckon the formulas when it opens the file."""
    root = _parsed(book)
    space = etree.QName(root).namespace
    calc = root.find(f"{{{space}}}calcPr")
    if calc is None:
        calc = etree.Element(f"{{{space}}}calcPr")
        before = [n for n, e in enumerate(root) if etree.QName(e).localname in _BEFORE_CALC]
        root.insert(before[-1] + 1 if before else len(root), calc)
    calc.set("fullCalcOnLoad", "1")
    return _serialised(root)


_BEFORE_CALC = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames"
).split()


def _without_calc_chain(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts without the list of formulas: it names one that is gone, and is made anew."""
    if not any(name.lower().endswith(_CALC_CHAIN) for name in parts):
        return parts
    kept = {name: c for name, c in parts.items() if not name.lower().endswith(_CALC_CHAIN)}
    for name, content in kept.items():
        if name == "[Content_Types].xml" or name.lower().endswith("workbook.xml.rels"):
            root = _parsed(content)
            for element in list(root):
                refers = element.get("PartName") or element.get("Target") or ""
                if refers.lower().endswith(_CALC_CHAIN):
                    root.remove(element)
            kept[name] = _serialised(root)
    return kept


def _parsed(xml: bytes) -> etree._Element:
    try:
        return etree.fromstring(xml, etree.XMLParser(**_XML))
    except etree.XMLSyntaxError:
        raise damaged("een onderdeel is onleesbaar") from None


def _serialised(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _zipped(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A zip of these parts, each dated as it was."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        dates = {about.filename.replace("\\", "/"): about.date_time for about in old.infolist()}
        for name, content in parts.items():
            about = ZipInfo(name, dates.get(name, (1980, 1, 1, 0, 0, 0)))
            new.writestr(about, content, ZIP_DEFLATED)
    return file.getvalue()
