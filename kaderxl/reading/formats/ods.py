"""ods: read in one pass of expat, with no second library.

The cells have to be walked through anyway to bound their repeats, and calamine stumbles over
indented files, leaves out comments, and asks for the memory that a repeat promises.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice, product

from ...core.catalogue.files import BESTAND_VERSLEUTELD, MACROS_GENEGEERD
from ..cells import Note, Place, Refusal, Result, Sheet, Signs, Value, damaged, keep_within, suspect
from ..limits import AREA, CELLS, SHEETS, TEXT, Limits
from ..number_formats import shows_another
from . import markup
from .marks import MOST, Merge, last_saved
from .ods_styles import OASIS, Styles
from .sheetscan import LAST_COLUMN, LAST_ROW

_OFFICE, _TABLE, _TEXT = (OASIS + part + ":1.0 " for part in ("office", "table", "text"))
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_DRAWING = OASIS + "drawing:1.0 "
_LINK = "http://www.w3.org/1999/xlink href"
_SHAPES = _TABLE + "shapes"
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_MOST_PAINTED = 100  # of the repeats of one cell
_SPACES = re.compile(r"[ \t\r\n]+")
_LINK_FORMULA = re.compile(r"""of:=HYPERLINK\("([^"]+)""")
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]{3}")
_DURATION = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")


def read_ods(parts: dict[str, bytes], limits: Limits) -> Result:
    """The sheets of an ods workbook. Raises Refusal."""
    if b"encryption-data" in parts.get("meta-inf/manifest.xml", b""):
        raise Refusal(BESTAND_VERSLEUTELD)
    if "content.xml" not in parts:
        raise damaged("de inhoud ontbreekt")
    reader = _Content(limits)
    markup.parse(parts["content.xml"], reader.start, reader.end, reader.text)
    if not reader.sheets:
        raise damaged("een blad ontbreekt")
    macros = any(name.startswith("basic/") for name in parts)
    notes: list[Note] = [(MACROS_GENEGEERD, {})] if macros else []
    saved = last_saved(parts.get("meta.xml"), "date")
    return Result("ods", reader.sheets, saved, notes, reader.from_1904)


@dataclass(slots=True)
class _Cell:
    """The cell being read: its own paragraphs, those of the comment on it, and of what is drawn
    over it; whether a part of it is struck through, and the address behind it."""

    attributes: markup.Attributes
    repeat: int
    paragraphs: list[str] = field(default_factory=list)
    comment: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    picture: bool = False
    struck: bool = False
    link: str = ""


@dataclass(slots=True)
class _Table:
    """The sheet being read; `rows` are (row, repeat, values by column)."""

    name: str
    hidden: bool = False
    row: int = 0
    rows: list[tuple[int, int, dict[int, Value]]] = field(default_factory=list)
    errors: dict[Place, str] = field(default_factory=dict)
    formulas: dict[Place, bool] = field(default_factory=dict)
    comments: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    painted: set[Place] = field(default_factory=set)
    percents: set[Place] = field(default_factory=set)
    struck: set[Place] = field(default_factory=set)
    shown: dict[Place, str] = field(default_factory=dict)
    links: dict[Place, str] = field(default_factory=dict)
    boxes: dict[Place, str] = field(default_factory=dict)
    pictures: set[Place] = field(default_factory=set)
    linked: bool = False


class _Content:
    """The handlers that expat calls for content.xml, and the sheets they have made."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[Sheet] = []
        self._limits = limits
        self._filled = self._characters = self._area = 0
        self.from_1904 = False
        self._table: _Table | None = None
        self._depth = 0  # tables within a table
        self._styles = Styles()
        self._row_repeat = self._column = 0
        self._values: dict[int, Value] = {}
        self._cell: _Cell | None = None
        self._lines: list[str] | None = None  # where a paragraph goes: the cell, or its comment
        self._in_paragraph = 0
        self._drawing = 0
        self._in_drawn = False  # within a paragraph of what is drawn
        self._charted = False  # within the frame of a chart

    def start(self, name: str, attributes: markup.Attributes) -> None:
        if name == _TABLE + "table":
            self._depth += 1
            if self._depth == 1:
                hidden = attributes.get(_TABLE + "style-name", "") in self._styles.hidden
                self._table = _Table(attributes.get(_TABLE + "name", ""), hidden)
        elif self._table is None or self._depth > 1:
            self._styles.take(name, attributes)
            if name == _TABLE + "null-date":
                self.from_1904 = attributes.get(_TABLE + "date-value", "").startswith("1904-")
        elif name == _TABLE + "table-source":
            self._table.linked = True  # a copy of somebody else's sheet, kept for formulas
        elif name == _TABLE + "table-row":
            self._row_repeat = _repeat(attributes, "number-rows-repeated")
            self._column, self._values = 0, {}
        elif name in _CELLS and self._cell is None:
            self._cell = _Cell(attributes, _repeat(attributes, "number-columns-repeated"))
            self._lines = self._cell.paragraphs
        elif name == _SHAPES and self._cell is None:
            self._cell = _Cell({}, 1)  # what is drawn on the sheet and belongs to no cell
        elif self._cell is not None:
            self._start_within_cell(self._cell, name, attributes)

    def end(self, name: str) -> None:
        if name == _TABLE + "table":
            self._depth -= 1
            if self._depth == 0 and self._table is not None:
                if not self._table.linked:
                    self.sheets.append(self._sheet(self._table))
                self._table = None
        elif self._table is None or self._depth > 1:
            return
        elif name == _TABLE + "table-row":
            self._end_row(self._table)
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._table, self._cell)
            self._cell = self._lines = None
            self._in_paragraph = self._drawing = 0
        elif name == _SHAPES and self._cell is not None:
            _note_drawn(self._table, (0, 0), self._cell)
            self._cell, self._drawing = None, 0
        elif self._cell is not None:
            if name.startswith(_DRAWING):
                self._drawing -= 1
            elif self._in_drawn and name in _PARAGRAPHS:
                self._in_drawn = False
            elif name == _OFFICE + "annotation":
                self._lines = self._cell.paragraphs
            elif name in _PARAGRAPHS and self._in_paragraph:
                self._in_paragraph -= 1

    def text(self, data: str) -> None:
        if self._in_drawn and self._cell:
            self._cell.drawn[-1] += data
        elif self._in_paragraph and self._lines and not self._drawing:
            data = _SPACES.sub(" ", data)
            self._add(data if self._lines[-1] else data.lstrip(" "))

    def _start_within_cell(self, cell: _Cell, name: str, attributes: markup.Attributes) -> None:
        if name == _OFFICE + "annotation":
            self._lines = cell.comment
        elif name.startswith(_DRAWING):
            self._drawing += 1
            self._charted = self._charted and name != _DRAWING + "frame"
            self._charted = self._charted or name == _DRAWING + "object"
            # Beside a chart stands a picture of it, for who cannot draw it.
            cell.picture |= name == _DRAWING + "image" and not self._charted
        elif self._drawing and name in _PARAGRAPHS:
            cell.drawn.append("")
            self._in_drawn = True
        elif self._drawing or self._lines is None:
            return
        elif name == _TEXT + "a":
            cell.link = cell.link or attributes.get(_LINK, "")
        elif name == _TEXT + "span":
            struck = attributes.get(_TEXT + "style-name", "") in self._styles.struck
            cell.struck = cell.struck or (struck and self._lines is cell.paragraphs)
        elif name in _PARAGRAPHS:
            self._lines.append("")
            self._in_paragraph += 1
        elif self._in_paragraph and name == _TEXT + "s":
            count = attributes.get(_TEXT + "c", "1")
            self._count(characters=_number(count))
            self._add(" " * _number(count))
        elif self._in_paragraph and name in (_TEXT + "tab", _TEXT + "line-break"):
            self._add("\t" if name == _TEXT + "tab" else "\n")

    def _add(self, text: str) -> None:
        if self._lines:
            self._lines[-1] += text

    def _end_cell(self, table: _Table, cell: _Cell) -> None:
        column, self._column = self._column, self._column + cell.repeat
        place = table.row, column
        text = "\n".join(cell.paragraphs)
        value = _value(cell.attributes, text)
        error = _error(cell.attributes, text)
        formula = _TABLE + "formula" in cell.attributes
        if cell.comment:
            table.comments[place] = "\n".join(cell.comment).strip()
        self._mark(table, place, cell, empty=value is None and not formula and not error)
        _note_drawn(table, place, cell)
        if value is None and not formula and not error:
            return
        if self._column - 1 > LAST_COLUMN:
            raise suspect("een cel ligt buiten het blad")
        length = len(value) if isinstance(value, str) else 0
        self._count(cell.repeat * self._row_repeat, cell.repeat * self._row_repeat * length)
        if formula:
            table.formulas[place] = value is not None or bool(error)
        if error:
            table.errors[place] = error
        elif value is not None:
            columns = range(column, self._column)
            self._values.update(dict.fromkeys(columns, value))
            rows = range(table.row, table.row + self._row_repeat)
            if cell.attributes.get(_OFFICE + "value-type") == "percentage":
                table.percents.update(product(rows, columns))
            _note_signs(table, product(rows, columns), cell, value)

    def _mark(self, table: _Table, place: Place, cell: _Cell, empty: bool) -> None:
        """Note a merge that begins here, and an empty cell that is painted."""
        row, column = place
        down = _repeat(cell.attributes, "number-rows-spanned")
        across = _repeat(cell.attributes, "number-columns-spanned")
        if down * across > 1 and len(table.merges) < MOST:
            table.merges.append((place, (row + down - 1, column + across - 1)))
        style = cell.attributes.get(_TABLE + "style-name", "")
        if style in self._styles.struck:
            cell.struck = True
        if empty and style in self._styles.strong and len(table.painted) < MOST:
            rows = range(row, row + min(self._row_repeat, _MOST_PAINTED))
            columns = range(column, column + min(cell.repeat, _MOST_PAINTED))
            table.painted.update(product(rows, columns))

    def _end_row(self, table: _Table) -> None:
        if self._values:
            if table.row + self._row_repeat - 1 > LAST_ROW:
                raise suspect("een cel ligt buiten het blad")
            table.rows.append((table.row, self._row_repeat, self._values))
        table.row += self._row_repeat

    def _count(self, cells: int = 0, characters: int = 0) -> None:
        self._filled += cells
        self._characters += characters
        keep_within(CELLS, self._filled, self._limits.cells)
        keep_within(TEXT, self._characters, self._limits.characters)

    def _sheet(self, table: _Table) -> Sheet:
        keep_within(SHEETS, len(self.sheets) + 1, self._limits.sheets)
        top = left = 0
        rows: list[list[Value]] = []
        if table.rows:
            top, bottom = table.rows[0][0], table.rows[-1][0] + table.rows[-1][1]
            left = min(min(values) for _, _, values in table.rows)
            right = max(max(values) for _, _, values in table.rows) + 1
            self._area += (bottom - top) * (right - left)
            keep_within(AREA, self._area, self._limits.box)
            rows = [[None] * (right - left) for _ in range(top, bottom)]
            for row, repeat, values in table.rows:
                for line in rows[row - top : row - top + repeat]:
                    for column, value in values.items():
                        line[column - left] = value
        beside = table.errors, table.formulas, table.comments, table.merges
        seen = frozenset(table.painted), frozenset(table.percents)
        drawn = table.links, table.boxes, frozenset(table.pictures)
        signs = Signs(frozenset(table.struck), table.shown, *drawn)
        return Sheet(table.name, top, left, rows, *beside, *seen, signs, table.hidden)


def _note_drawn(table: _Table, place: Place, cell: _Cell) -> None:
    """Note what is drawn over a cell."""
    drawn = "\n".join(cell.drawn).strip()
    if drawn and len(table.boxes) < MOST:
        table.boxes[place] = f"{table.boxes[place]}\n{drawn}" if place in table.boxes else drawn
    if cell.picture:
        table.pictures.add(place)


def _note_signs(table: _Table, places: Iterable[Place], cell: _Cell, value: Value) -> None:
    """Note what people see on a cell, and its repeats, beside its value."""
    formula = _LINK_FORMULA.match(cell.attributes.get(_TABLE + "formula", ""))
    link, shown = formula[1] if formula else cell.link, "\n".join(cell.paragraphs)
    number = cell.attributes.get(_OFFICE + "value-type") in ("float", "currency")
    another = False
    if number and cell.paragraphs and isinstance(value, float):
        another = shows_another(shown, value)
    for place in islice(places, MOST) if cell.struck or link or another else ():
        if cell.struck:
            table.struck.add(place)
        if link:
            table.links[place] = link
        if another:
            table.shown[place] = shown


def _value(attributes: markup.Attributes, text: str) -> Value:
    """The cell's value by its type; what cannot be read as its type stays text."""
    kind = attributes.get(_OFFICE + "value-type", "string")
    if kind == "string":  # a stored text goes before the paragraphs that show it
        return attributes.get(_OFFICE + "string-value", text) or None
    name, read = _STORED.get(kind, ("value", None))
    stored = attributes.get(_OFFICE + name, "")
    if read is not None:
        with suppress(ValueError):
            return read(stored)
    return text or stored or None


def _date(stored: str) -> datetime.date | datetime.datetime:
    if len(stored) == 10:
        return datetime.date.fromisoformat(stored)
    stamp = datetime.datetime.fromisoformat(stored)
    return stamp.date() if stamp.time() == datetime.time() else stamp


def _time(stored: str) -> datetime.time | datetime.timedelta:
    match = _DURATION.fullmatch(stored)
    if match is None:
        raise ValueError(stored)
    sign, hours, minutes, seconds = match.groups()
    try:
        span = datetime.timedelta(
            hours=int(hours or 0),
            minutes=int(minutes or 0),
            seconds=float((seconds or "0").replace(",", ".")),
        )
    except OverflowError:
        raise ValueError(stored) from None
    if sign or span >= datetime.timedelta(days=1):
        return -span if sign else span
    return (datetime.datetime.min + span).time()


_STORED: dict[str, tuple[str, Callable[[str], Value]]] = {
    **dict.fromkeys(("float", "percentage", "currency"), ("value", float)),
    "boolean": ("boolean-value", "true".__eq__),
    "date": ("date-value", _date),
    "time": ("time-value", _time),
}


def _error(attributes: markup.Attributes, text: str) -> str:
    """The error value that a cell shows; only a formula, or a cell that says so, has one."""
    if attributes.get(_CALC + "value-type") == "error":
        return text or "#FOUT"
    return text if _TABLE + "formula" in attributes and _ERROR.fullmatch(text) else ""


def _repeat(attributes: markup.Attributes, name: str) -> int:
    return max(1, _number(attributes.get(_TABLE + name, "1")))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 12):
        raise suspect("een aantal herhalingen is geen getal")
    return int(text)
