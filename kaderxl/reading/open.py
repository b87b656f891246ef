"""From bytes to sheets, inside the worker: what is it, and who reads it."""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook, PasswordError

from ..errors import (
    BESTAND_BESCHADIGD,
    BESTAND_TE_GROOT,
    BESTAND_VERDACHT,
    BESTAND_VERSLEUTELD,
    GEEN_WERKBLAD,
    MACROS_GENEGEERD,
    OUD_BESTANDSTYPE,
)
from . import kinds, marks
from .archive import unpack
from .cells import Sheet, Value
from .limits import Limits
from .ods import read_ods
from .outcome import Note, Refusal, Result
from .text import as_text, read_table
from .xlsb import UnreadRecords, count_cells, filled
from .xlsx import read_xlsx

_VBA = "_VBA_PROJECT".encode("utf-16-le")


def open_document(data: bytes, limits: Limits) -> Result:
    """The sheets in a file of any kind. Raises Refusal, or whatever a reader raises."""
    if data.startswith(kinds.ZIP_START):
        return _zip(data, limits)
    if data.startswith(kinds.OLE):
        kind = kinds.in_ole(data)
        if kind == "versleuteld":
            raise Refusal(BESTAND_VERSLEUTELD)
        return _binary(data, "xls", _VBA in data, limits) if kind == "xls" else _refuse(kind)
    return _text(data, limits)


def _zip(data: bytes, limits: Limits) -> Result:
    parts = unpack(data, limits)
    kind = kinds.in_zip(parts)
    if kind == "xlsx":
        return read_xlsx(parts, limits)
    if kind == "ods":
        return read_ods(parts, limits)
    if kind == "xlsb":
        return _complete(_binary(data, "xlsb", "xl/vbaproject.bin" in parts, limits), parts)
    return _refuse(kind)


def _complete(result: Result, parts: dict[str, bytes]) -> Result:
    """An xlsb of which every cell was read; any other is refused rather than half read."""
    try:
        stored = sum(
            count_cells(part)
            for name, part in parts.items()
            if name.startswith("xl/worksheets/sheet") and name.endswith(".bin")
        )
    except UnreadRecords:
        stored = -1
    if stored < 0 or sum(filled(sheet.rows) for sheet in result.sheets) < stored:
        raise Refusal(BESTAND_VERDACHT, reden="er staan cellen in die we niet kunnen lezen")
    return result


def _text(data: bytes, limits: Limits) -> Result:
    if not data.strip(b"\0"):
        raise Refusal(BESTAND_BESCHADIGD, reden="er staan alleen nullen in")
    kind = kinds.by_magic(data)
    text = None if kind else as_text(data)
    if text is None:
        return _refuse(kind or kinds.UNKNOWN)
    kind = kinds.by_text(text)
    result = None if kind else read_table(text, limits)
    return result or _refuse(kind or kinds.TEXT)


def _binary(data: bytes, format_: str, macros: bool, limits: Limits) -> Result:
    """xls and xlsb, by calamine alone: nothing is known beforehand of what they hold."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise Refusal(BESTAND_VERSLEUTELD) from None
    sheets: list[Sheet] = []
    area = 0
    for index, name in enumerate(book.sheet_names):
        sheet = book.get_sheet_by_index(index)
        area += sheet.height * sheet.width
        if area > limits.box:
            raise Refusal(
                BESTAND_TE_GROOT, grens="de grens voor de omvang van de bladen", maximum=limits.box
            )
        top, left = sheet.start or (0, 0)
        rows: list[list[Value]] = [
            [None if value == "" else value for value in row] for row in sheet.to_python()
        ]
        merges = (sheet.merged_cell_ranges or [])[: marks.MOST]
        sheets.append(Sheet(name, top, left, rows, merges=merges))
    notes: list[Note] = [(OUD_BESTANDSTYPE, {"soort": "." + format_})]
    if macros:
        notes.append((MACROS_GENEGEERD, {}))
    return Result(format_, sheets, "", notes)


def _refuse(kind: kinds.Kind | str) -> Result:
    assert isinstance(kind, kinds.Kind)
    raise Refusal(GEEN_WERKBLAD, soort=kind.soort, raad=kind.raad)
