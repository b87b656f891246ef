"""xls: what calamine leaves out of it, and a second count of its cells, by xlrd.

To calamine an error value is an empty cell, and it tells of no notes, formulas or formats. xlrd
tells of all of these but the formulas; those are found by the records they are stored in, which
are looked through before either reader gets the file. Whatever one of them stumbles over is
refused as damaged by the worker: a file that only calamine can read would be read by half.
"""

from __future__ import annotations

import datetime
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...core.catalogue.files import BESTAND_VERSLEUTELD
from ..cells import Place, Refusal, Result, Sheet, area, damaged, filled, keep_within, suspect
from ..limits import AREA, Limits
from ..number_formats import deceives, shown_as
from .marks import MOST, is_percent, speaks, without_author
from .unseen import is_unseen, unseen
from .xls_signs import Drawn

# Records, [MS-XLS] 2.3. Sheets and the charts within them lie between a BOF and an EOF.
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _DIMENSIONS = 0x0809, 0x000A, 0x002F, 0x0085, 0x0200
_FORMULA, _MULRK, _MULBLANK = 0x0006, 0x00BD, 0x00BE
# Numbers, texts, truths and formulas; each begins with its row and column.
_CELLS = frozenset((_FORMULA, _MULRK, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E))
# Breaks, widths, merges, heights, conditional formats, links, tips: xlrd stumbles over some that
# Gnumeric writes, and none of them is asked of it.
_LAYOUT = frozenset((0x001A, 0x001B, 0x007D, 0x00E5, 0x0208, 0x01B0, 0x01B1, 0x01B8, 0x0800))
_NOTHING = b"\xff\x0f"  # a kind of record that there is not
_ROWS, _COLUMNS = 65_536, 256
_PAPER = (255, 255, 255)
_WHICH_SHEETS = "het is niet zeker welke bladen erin zitten"
_FIRST_WITH_SHEETS = 50  # Excel 5; what is older has no BOUNDSHEET and no OLE2 file around it
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(1, 7)  # as xlrd numbers them


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a workbook without its layout, and by worksheet the cells with a formula and
    what is drawn.

    All of these formulas have their result.
    """

    stream: bytes
    formulas: list[dict[Place, bool]]
    drawn: list[Drawn]


def complete(result: Result, records: Records) -> Result:
    """What calamine has read, with what it left out. Raises Refusal when the counts differ."""
    import xlrd  # no other kind of file needs it

    book = xlrd.open_workbook(
        file_contents=records.stream, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
    )
    if book.biff_version < _FIRST_WITH_SHEETS or book.nsheets != len(result.sheets):
        raise suspect(_WHICH_SHEETS)
    styles = _Styles(book)
    sheets = [
        _completed(*each, styles, xlrd.error_text_from_code)
        for each in zip(result.sheets, book.sheets(), records.formulas, records.drawn, strict=True)
    ]
    return replace(result, sheets=sheets, from_1904=book.datemode == 1)


def look_through(data: bytes, limits: Limits) -> Records:
    """The records of an .xls. Raises Refusal for what no reader has to begin with.

    calamine makes room for as many cells as a sheet says it has, and xlrd keeps each blank one.
    """
    stream = bytearray(_stream(data))
    starts: list[tuple[int, bool]] = []
    for _, kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise Refusal(BESTAND_VERSLEUTELD)
        if kind == _BOUNDSHEET:
            starts.append((struct.unpack_from("<I", body)[0], body[5] == 0))
    room = 0
    formulas: list[dict[Place, bool]] = []
    drawn: list[Drawn] = []
    for start, is_worksheet in starts:
        found: dict[Place, bool] = {}
        seen = Drawn()
        if is_worksheet:  # calamine goes through the others too
            formulas.append(found)
            drawn.append(seen)
        rows: set[int] = set()
        columns: set[int] = set()
        for at, kind, body in _records(stream, start):
            seen.take(kind, body)
            if kind in _CELLS:
                row, column = struct.unpack_from("<HH", body)
                rows.add(row)
                columns.add(column)
                if kind == _MULRK:
                    columns.add(struct.unpack_from("<H", body, len(body) - 2)[0])
                elif kind == _FORMULA:
                    found[row, column] = True
            elif kind in _LAYOUT:
                stream[at : at + 2] = _NOTHING
            elif kind == _DIMENSIONS:
                _check_dimensions(body)
            elif kind == _MULBLANK:
                room += len(body) // 2
        room += area(rows, columns)
        keep_within(AREA, room, limits.box)
    return Records(bytes(stream), formulas, drawn)


def _check_dimensions(body: bytearray) -> None:
    top, bottom, left, right = struct.unpack_from("<IIHH" if len(body) == 14 else "<HHHH", body)
    if not (top <= bottom <= _ROWS and left <= right <= _COLUMNS):
        raise suspect("een cel ligt buiten het blad")


class _Styles:
    """The styles of the workbook, by number, that say something of the cells that have them."""

    def __init__(self, book: Any) -> None:
        self.percent: set[int] = set()
        self.strong: set[int] = set()
        self.pale: set[int] = set()
        self.deceiving: dict[int, str] = {}
        self.struck_fonts = {n for n, font in enumerate(book.font_list) if font.struck_out}
        self.struck: set[int] = set()
        for number, xf in enumerate(book.xf_list):
            pattern = book.format_map[xf.format_key].format_str
            if is_percent(pattern):
                self.percent.add(number)
            elif deceives(pattern):
                self.deceiving[number] = pattern
            if xf.font_index in self.struck_fonts:
                self.struck.add(number)
            ink = book.colour_map.get(book.font_list[xf.font_index].colour_index)
            filled_in = xf.background.fill_pattern == 1
            colour = book.colour_map.get(xf.background.pattern_colour_index) if filled_in else None
            if colour and speaks(bytes(colour).hex()):
                self.strong.add(number)
            if ink and is_unseen(bytes(ink).hex(), bytes(colour or _PAPER).hex()):
                self.pale.add(number)


def _completed(
    sheet: Sheet,
    seen: Any,
    formulas: dict[Place, bool],
    drawn: Drawn,
    styles: _Styles,
    words: dict[int, str],
) -> Sheet:
    errors: dict[Place, str] = {}
    percents: set[Place] = set()
    painted: list[Place] = []
    pale: list[Place] = []
    shown: dict[Place, str] = {}
    runs = seen.rich_text_runlist_map.items()  # a text of which a part is in another font
    struck = {place for place, parts in runs if styles.struck_fonts & {font for _, font in parts}}
    found = 0
    for row in range(seen.nrows):
        for column, cell in enumerate(seen.row(row)):
            kind, place = cell.ctype, (row, column)
            if kind == _ERROR:
                errors[place] = words[cell.value]
            elif kind == _BLANK:
                if cell.xf_index in styles.strong:
                    painted.append(place)
            elif kind in (_NUMBER, _DATE, _BOOLEAN) or (kind == _TEXT and cell.value):
                found += 1
                if cell.xf_index in styles.struck:
                    struck.add(place)
                if cell.xf_index in styles.pale:
                    pale.append(place)
                may_deceive = kind in (_NUMBER, _TEXT) and len(shown) < MOST
                if kind == _NUMBER and cell.xf_index in styles.percent:
                    percents.add(place)
                elif may_deceive and cell.xf_index in styles.deceiving:
                    text = shown_as(styles.deceiving[cell.xf_index], cell.value)
                    shown.update({} if text is None else {place: text})
                elif kind == _DATE and cell.value < 0:
                    _restore(sheet, place, cell.value)
    if found != filled(sheet.rows):
        raise suspect("het aantal gevulde cellen is niet zeker vast te stellen")
    not_seen = unseen(sheet.top, sheet.left, sheet.rows, drawn.hidden, pale)
    return replace(
        sheet,
        errors=errors,
        formulas=formulas,
        comments=_comments(seen),
        painted=frozenset(painted[:MOST]),
        percents=frozenset(percents),
        signs=drawn.signs(frozenset(struck), shown, not_seen),
    )


def _comments(seen: Any) -> dict[Place, str]:
    notes = seen.cell_note_map.items()
    texts = ((place, without_author(note.text, note.author)) for place, note in notes)
    return {place: text for place, text in texts if text}


def _restore(sheet: Sheet, place: Place, number: float) -> None:
    """A date before the calendar's first day: calamine makes it midnight."""
    row, column = place[0] - sheet.top, place[1] - sheet.left
    line = sheet.rows[row] if 0 <= row < len(sheet.rows) else []
    if 0 <= column < len(line) and isinstance(line[column], (datetime.date, datetime.time)):
        line[column] = number


def _stream(data: bytes) -> bytes:
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as file:
        for name in ("Workbook", "Book"):
            if file.exists(name):
                content: bytes = file.openstream(name).read()
                return content
    raise damaged("de inhoud ontbreekt")


def _records(stream: bytearray, at: int) -> Iterator[tuple[int, int, bytearray]]:
    """Where each record is, its kind and its body, from a BOF to the EOF that belongs to it.

    Raises Refusal without a BOF, and struct.error when there is no such end.
    """
    depth = 0
    while True:
        kind, size = struct.unpack_from("<HH", stream, at)
        if depth == 0 and kind != _BOF:
            raise suspect(_WHICH_SHEETS)
        yield at, kind, stream[at + 4 : at + 4 + size]
        at += 4 + size
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
