"""From bytes to sheets, inside the worker: what is it, and who reads it."""

from __future__ import annotations

import io
from dataclasses import replace

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from ..core import catalogue
from . import kinds
from .cells import Note, Refusal, Result, Sheet, damaged, filled, keep_within, suspect
from .formats import marks, xls
from .formats.locked import unlocked
from .formats.ods import read_ods
from .formats.text import as_text, read_table
from .formats.xlsb import from_1904, measure_sheets, unread
from .formats.xlsx import grid_of, read_xlsx
from .limits import AREA, Limits
from .zip import unpack

_VBA = "_VBA_PROJECT".encode("utf-16-le")


def open_document(data: bytes, limits: Limits) -> Result:
    """The sheets in a file of any kind. Raises Refusal, or whatever a reader raises."""
    try:
        return _opened(data, limits)
    except Refusal as refusal:
        if refusal.note[0] is not catalogue.BESTAND_VERSLEUTELD or not data.startswith(kinds.OLE):
            raise
    return _opened(unlocked(data, limits), limits)


def _opened(data: bytes, limits: Limits) -> Result:
    if data.startswith(kinds.ZIP_START):
        return _zip(data, limits)
    if data.startswith(kinds.OLE):
        kind = kinds.in_ole(data)
        if kind == "versleuteld":
            raise Refusal(catalogue.BESTAND_VERSLEUTELD)
        if kind != "xls":
            return _refuse(kind)
        records = xls.look_through(data, limits)
        return xls.complete(_binary(data, "xls", _VBA in data, limits), records)
    return _text(data, limits)


def _zip(data: bytes, limits: Limits) -> Result:
    parts = unpack(data, limits)
    kind = kinds.in_zip(parts)
    if kind == "xlsx":
        return read_xlsx(parts, limits)
    if kind == "ods":
        return read_ods(parts, limits)
    if kind == "xlsb":
        return _xlsb(data, parts, limits)
    return _refuse(kind)


def _xlsb(data: bytes, parts: dict[str, bytes], limits: Limits) -> Result:
    """An xlsb of which every cell was read; any other is refused rather than half read."""
    stored = measure_sheets(parts)
    calendar = from_1904(parts["xl/workbook.bin"])
    keep_within(AREA, stored.area, limits.box)
    result = _binary(data, "xlsb", "xl/vbaproject.bin" in parts, limits)
    if sum(filled(sheet.rows) for sheet in result.sheets) < stored.filled:
        raise unread()
    result.notes.append((catalogue.OUD_BESTANDSTYPE, {"soort": ".xlsb"}))
    return replace(result, from_1904=calendar)


def _text(data: bytes, limits: Limits) -> Result:
    if not data.strip(b"\0"):
        raise damaged("er staan alleen nullen in")
    kind = kinds.by_magic(data)
    read = None if kind else as_text(data)
    if read is None:
        return _refuse(kind or kinds.UNKNOWN)
    text, notes = read
    kind = kinds.by_text(text)
    result = None if kind else read_table(text, limits)
    if result is None:
        return _refuse(kind or kinds.TEXT)
    result.notes.extend(notes)
    return result


def _binary(data: bytes, format_: str, macros: bool, limits: Limits) -> Result:
    """What calamine reads of the worksheets in an xls or xlsb."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise Refusal(catalogue.BESTAND_VERSLEUTELD) from None
    if len(set(book.sheet_names)) < len(book.sheet_names):  # calamine gives the last of them twice
        raise suspect("twee bladen hebben dezelfde naam")
    sheets: list[Sheet] = []
    area = 0
    for index, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue  # a chart has no cells, a macro sheet no answers
        sheet = book.get_sheet_by_index(index)
        area += sheet.height * sheet.width
        keep_within(AREA, area, limits.box)
        merges = (sheet.merged_cell_ranges or [])[: marks.MOST]
        hidden = about.visible != SheetVisibleEnum.Visible
        sheets.append(Sheet(about.name, *grid_of(sheet), merges=merges, hidden=hidden))
    notes: list[Note] = [(catalogue.MACROS_GENEGEERD, {})] if macros else []
    return Result(format_, sheets, "", notes)


def _refuse(kind: kinds.Kind | str) -> Result:
    assert isinstance(kind, kinds.Kind)
    raise Refusal(catalogue.GEEN_WERKBLAD, soort=kind.soort, raad=kind.raad)
