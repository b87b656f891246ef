"""xlsx and xlsm: from checked parts to sheets.

calamine gets a workbook that is built here from the parts that were scanned, so that it can
meet nothing that the scan has not seen, and names, places and kinds of sheets are settled
before it starts. What it found is held against the scan; on a difference openpyxl may try.
"""

from __future__ import annotations

import datetime
import posixpath
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element

from python_calamine import CalamineSheet, CalamineWorkbook

from ...core.catalogue.files import MACROS_GENEGEERD
from ..cells import Place, Result, Sheet, Signs, Value, damaged, filled, keep_within, suspect
from ..limits import SHEETS, Limits
from ..number_formats import shown_as
from ..zip import pack
from . import drawings, marks, markup
from .marks import last_saved, sheet_comments
from .sheetscan import Scan, check_total, scan_sheet, scan_strings
from .unseen import unseen

Relations = dict[str, tuple[str, str]]
"""What a part refers to inside the file: id to (kind, part name)."""
_VALUES = (str, float, int, datetime.date, datetime.time, datetime.timedelta)
Grid = tuple[int, int, list[list[Value]]]
"""Top, left and rows, as in Sheet."""

# A reader is asked for the results alone, and would go through each formula.
_FORMULA = re.compile(rb"<f>[^<]*</f>")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True, slots=True)
class Bound:
    """What xl/workbook.xml says; `sheets` are (name, part name, hidden) in its order."""

    sheets: list[tuple[str, str, bool]]
    date1904: bool
    strings: str
    styles: str
    theme: str


def read_xlsx(parts: dict[str, bytes], limits: Limits) -> Result:
    """The worksheets of an xlsx or xlsm workbook. Raises Refusal."""
    book = bound(parts, limits)
    clean, scans = _scanned(parts, book)
    check_total(scans, limits)
    sheets = [
        _sheet(parts, *found)
        for found in zip(book.sheets, _grids(clean, scans), scans, strict=True)
    ]
    macros = any(name.endswith("vbaproject.bin") for name in parts)
    return Result(
        "xlsm" if macros else "xlsx",
        sheets,
        last_saved(parts.get("docprops/core.xml"), "modified"),
        [(MACROS_GENEGEERD, {})] if macros else [],
        book.date1904,
    )


def bound(parts: dict[str, bytes], limits: Limits) -> Bound:
    kinds = dict(_relations(parts, "").values())
    part = kinds.get("officeDocument", "xl/workbook.xml")
    relations = _relations(parts, part)
    kinds = dict(relations.values())
    if kinds.get("styles", part) not in parts:
        raise damaged("de opmaak ontbreekt, en daarmee wat een datum is")
    root = markup.tree(parts.get(part, b""))
    sheets: list[tuple[str, str, bool]] = []
    for sheet in root.iter("sheet"):
        kind, target = relations.get(sheet.get("id", ""), ("worksheet", ""))
        if kind == "worksheet":  # a chart has no cells, a macro sheet no answers
            hidden = sheet.get("state", "visible") != "visible"
            sheets.append((sheet.get("name", ""), target, hidden))
    date1904 = any(pr.get("date1904") in ("1", "true", "on") for pr in root.iter("workbookPr"))
    strings = kinds.get("sharedStrings", "")
    if strings not in parts:
        strings = ""  # a cell that refers to them is found by the scan
    if not sheets or any(target not in parts for _, target, _ in sheets):
        raise damaged("een blad ontbreekt")
    keep_within(SHEETS, len(sheets), limits.sheets)
    return Bound(sheets, date1904, strings, kinds.get("styles", ""), kinds.get("theme", ""))


def _relations(parts: dict[str, bytes], part: str) -> Relations:
    folder = part.rpartition("/")[0]
    found: Relations = {}
    for to in _relationships(parts, part):
        if to.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, to.get("Target", "")))
            kind = to.get("Type", "").rpartition("/")[2]
            found[to.get("Id", "")] = (kind, target.lstrip("/").lower())
    return found


def _addresses(parts: dict[str, bytes], part: str) -> dict[str, str]:
    """What a part refers to outside the file: id to address."""
    outside = (to for to in _relationships(parts, part) if to.get("TargetMode") == "External")
    return {to.get("Id", ""): to.get("Target", "") for to in outside}


def _relationships(parts: dict[str, bytes], part: str) -> Iterable[Element]:
    folder, slash, name = part.rpartition("/")
    xml = parts.get(f"{folder}{slash}_rels/{name}.rels")
    return markup.tree(xml).iter("Relationship") if xml else ()


def _scanned(parts: dict[str, bytes], book: Bound) -> tuple[dict[str, bytes], list[Scan]]:
    """A workbook of the parts that hold cells, under names of our own, and what they hold."""
    clean = _frame(book)
    texts = b""
    if book.strings:
        texts = markup.plain(parts[book.strings])
        if b"<si/>" in texts:
            texts = markup.rewritten(texts)
        clean["xl/sharedStrings.xml"] = _transitional(texts)
    styles = marks.cell_styles(parts.get(book.styles), parts.get(book.theme))
    strings = scan_strings(texts, styles.inks)
    if book.styles:
        clean["xl/styles.xml"] = _transitional(parts[book.styles])
    scans: list[Scan] = []
    for index, (_, part, _) in enumerate(book.sheets, start=1):
        xml, scan = scan_sheet(parts[part], strings, styles)
        clean[f"xl/worksheets/sheet{index}.xml"] = _transitional(_FORMULA.sub(b"", xml))
        scans.append(scan)
    return clean, scans


def _transitional(xml: bytes) -> bytes:
    """Strict OOXML differs in the name of its namespace; openpyxl knows only the other."""
    return xml.replace(markup.STRICT.encode(), markup.MAIN.encode())


def _frame(book: Bound) -> dict[str, bytes]:
    """The parts that bind a workbook together. Sheets are called 1, 2, …: calamine finds a
    sheet by its name, so that of two with one name it would give the first twice."""
    numbers = range(1, len(book.sheets) + 1)
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="s{n}"/>' for n in numbers)
    targets = {f"worksheets/sheet{n}.xml": "worksheet" for n in numbers}
    if book.strings:
        targets["sharedStrings.xml"] = "sharedStrings"
    if book.styles:
        targets["styles.xml"] = "styles"
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets.items(), start=1)
    )
    types = "".join(
        f'<Override PartName="/xl/{target}" ContentType="{_TYPE}.{kind}+xml"/>'
        for target, kind in {"workbook.xml": "sheet.main", **targets}.items()
    )
    frame = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension='
        f'"rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="w" '
        f'Type="{_RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{markup.MAIN}" xmlns:r="{_RELATIONSHIPS}">'
        f'<workbookPr date1904="{int(book.date1904)}"/><sheets>{sheets}</sheets></workbook>',
    }
    return {name: text.encode() for name, text in frame.items()}


def _grids(clean: dict[str, bytes], scans: list[Scan]) -> list[Grid]:
    for reader in (_by_calamine, _by_openpyxl):
        try:
            grids = reader(clean, scans)
        except MemoryError:
            raise
        except BaseException:  # calamine's panic is no Exception
            continue
        if len(grids) == len(scans) and all(map(_agrees, grids, scans)):
            return grids
    for xml in clean.values():
        markup.parse(xml)  # damage is the likelier reason, and has its own sentence
    raise suspect("het aantal gevulde cellen is niet zeker vast te stellen")


def _by_calamine(clean: dict[str, bytes], scans: list[Scan]) -> list[Grid]:
    book = CalamineWorkbook.from_filelike(pack(clean))
    return [grid_of(book.get_sheet_by_index(index)) for index in range(len(scans))]


def grid_of(sheet: CalamineSheet) -> Grid:
    """What calamine reads of a sheet."""
    top, left = sheet.start or (0, 0)
    rows = [[None if value == "" else value for value in row] for row in sheet.to_python()]
    return top, left, rows


def _by_openpyxl(clean: dict[str, bytes], scans: list[Scan]) -> list[Grid]:
    from openpyxl import load_workbook  # slow to import, and hardly ever needed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(pack(clean), read_only=True, data_only=True)
        grids: list[Grid] = []
        for sheet, scan in zip(book.worksheets, scans, strict=True):
            sheet.reset_dimensions()
            if scan.box is None:
                grids.append((0, 0, []))
                continue
            top, left, bottom, right = scan.box
            found = sheet.iter_rows(top + 1, bottom + 1, left + 1, right + 1, values_only=True)
            rows = [[_like_calamine(value) for value in row] for row in found]
            for place in scan.errors:
                rows[place[0] - top][place[1] - left] = None
            grids.append((top, left, rows))
    return grids


def _like_calamine(value: object) -> Value:
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if value is None or isinstance(value, _VALUES):
        return None if value == "" else value
    return str(value)


def _agrees(grid: Grid, scan: Scan) -> bool:
    """Whether as many cells show something as the scan has counted."""
    rows = grid[2]
    shown = filled(rows)
    if scan.blank:
        shown -= sum(
            isinstance(value, str) and not value.strip(" \t\r\n") for row in rows for value in row
        )
    return shown == scan.visible


def _sheet(parts: dict[str, bytes], about: tuple[str, str, bool], grid: Grid, scan: Scan) -> Sheet:
    (name, part, hidden), (top, left, rows) = about, grid
    for (row, column), number in scan.negative.items():
        # A date before the calendar's first day: calamine makes it midnight.
        if not isinstance(rows[row - top][column - left], (int, float)):
            rows[row - top][column - left] = number
    relations = _relations(parts, part)
    signs = _signs(parts, part, relations, scan, grid)
    # A picture in a cell is an error to programs that know no such thing.
    errors = {place: text for place, text in scan.errors.items() if place not in signs.pictures}
    painted = frozenset(scan.painted[: marks.MOST])
    comments = sheet_comments(parts, relations.values())
    formulas = {**marks.spilled(scan.arrays, *grid), **scan.formulas}
    beside = errors, formulas, comments, scan.merges, painted
    return Sheet(name, top, left, rows, *beside, frozenset(scan.percents), signs, hidden)


def _signs(
    parts: dict[str, bytes], part: str, relations: Relations, scan: Scan, grid: Grid
) -> Signs:
    boxes: dict[Place, str] = {}
    pictures = drawings.in_cells(parts[part]) & scan.errors.keys()
    for kind, target in relations.values():
        if kind == "drawing" and target in parts:
            texts, drawn = drawings.drawn(parts[target])
            boxes |= texts
            pictures |= drawn
    links = drawings.links(parts[part], _addresses(parts, part))
    struck = frozenset(scan.struck[: marks.MOST])
    seen = struck, _shown(scan, grid), links, boxes, frozenset(pictures)
    return Signs(*seen, unseen(*grid, scan.hidden, scan.pale))


def _shown(scan: Scan, grid: Grid) -> dict[Place, str]:
    """What number formats make of the values, where that is something else."""
    top, left, rows = grid
    places = islice(scan.deceiving, marks.MOST)
    values = {place: rows[place[0] - top][place[1] - left] for place in places}
    return {
        place: text
        for place, value in values.items()
        if isinstance(value, (int, float, str))
        and (text := shown_as(scan.deceiving[place], value)) is not None
    }
