"""ods: read in one pass of expat, with no second library.

The cells have to be walked through anyway to bound their repeats, and calamine stumbles over
indented files, leaves out comments, and asks for the memory that a repeat promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice, product

from ...core.catalogue.files import BESTAND_VERSLEUTELD, MACROS_GENEGEERD
from ..cells import Note, Place, Refusal, Result, Sheet, Signs, Value, damaged, keep_within, suspect
from ..limits import AREA, CELLS, SHEETS, TEXT, Limits
from ..number_formats import shows_another
from . import markup
from .marks import MOST, Merge, last_saved, spilled
from .ods_styles import OASIS, Styles
from .ods_values import error_of, value_of
from .sheetscan import LAST_COLUMN, LAST_ROW
from .unseen import Lines, unseen

_OFFICE, _TABLE, _TEXT = (OASIS + part + ":1.0 " for part in ("office", "table", "text"))
_DRAWING = OASIS + "drawing:1.0 "
_LINK = "http://www.w3.org/1999/xlink href"
_SHAPES = _TABLE + "shapes"
_STYLE_NAME = _TABLE + "style-name"
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_MOST_PAINTED = 100  # of the repeats of one cell
_SPACES = re.compile(r"[ \t\r\n]+")
_LINK_FORMULA = re.compile(r"""of:=HYPERLINK\("([^"]+)""")


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
    pale: bool = False
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
    arrays: list[Merge] = field(default_factory=list)
    pale: set[Place] = field(default_factory=set)
    columns: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)


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
        self._hidden_row = False
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
        elif name == _TABLE + "table-column":
            first = self._table.columns
            self._table.columns += _repeat(attributes, "number-columns-repeated")
            if self._styles.hides(attributes) and len(self._table.hidden_columns) < MOST:
                self._table.hidden_columns.append((first, self._table.columns - 1))
        elif name == _TABLE + "table-row":
            self._row_repeat = _repeat(attributes, "number-rows-repeated")
            self._column, self._values = 0, {}
            self._hidden_row = self._styles.hides(attributes)
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
            style = attributes.get(_TEXT + "style-name", "")
            if self._lines is cell.paragraphs:
                cell.struck |= style in self._styles.struck
                cell.pale |= self._styles.is_pale(cell.attributes.get(_STYLE_NAME, ""), style)
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
        value = value_of(cell.attributes, text)
        error = error_of(cell.attributes, text)
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
        repeats = (range(table.row, table.row + self._row_repeat), range(column, self._column))
        if formula:
            has_result = value is not None or bool(error)
            table.formulas.update(dict.fromkeys(islice(product(*repeats), MOST), has_result))
            if (over := _matrix_of(cell.attributes, place)) is not None:
                table.arrays.append(over)
        if error:
            table.errors.update(dict.fromkeys(islice(product(*repeats), MOST), error))
        elif value is not None:
            rows, columns = repeats
            self._values.update(dict.fromkeys(columns, value))
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
        style = cell.attributes.get(_STYLE_NAME, "")
        cell.pale |= self._styles.is_pale(style)
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
            if self._hidden_row:
                table.hidden_rows.update(range(table.row, table.row + self._row_repeat))
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
        formulas = {**spilled(table.arrays, top, left, rows), **table.formulas}
        beside = table.errors, formulas, table.comments, table.merges
        seen = frozenset(table.painted), frozenset(table.percents)
        drawn = table.links, table.boxes, frozenset(table.pictures)
        lines = Lines(frozenset(table.hidden_rows), table.hidden_columns)
        looks = frozenset(table.struck), table.shown, *drawn
        signs = Signs(*looks, unseen(top, left, rows, lines, sorted(table.pale)))
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
    elif cell.paragraphs and isinstance(value, str):
        another = shown.split() != value.split()
    looks = cell.struck or cell.pale or link or another
    for place in islice(places, MOST) if looks else ():
        if cell.struck:
            table.struck.add(place)
        if cell.pale:
            table.pale.add(place)
        if link:
            table.links[place] = link
        if another:
            table.shown[place] = shown


def _matrix_of(attributes: markup.Attributes, place: Place) -> Merge | None:
    """The cells that a formula over several of them fills."""
    down = _repeat(attributes, "number-matrix-rows-spanned")
    across = _repeat(attributes, "number-matrix-columns-spanned")
    row, column = place
    return (place, (row + down - 1, column + across - 1)) if down * across > 1 else None


def _repeat(attributes: markup.Attributes, name: str) -> int:
    return max(1, _number(attributes.get(_TABLE + name, "1")))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 12):
        raise suspect("een aantal herhalingen is geen getal")
    return int(text)
