"""Where kaderxl stands on the inside of xlsxwriter, for speed; the one place that does.

The quick way and the public one give the same bytes. Which it is, is asked of xlsxwriter as it is
installed: a small workbook is written in both, and only if they are the same is the quick one used.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
import xlsxwriter.worksheet as inside
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ..core.text import leesbaar
from .choices import SHEET as CHOICES, Choices
from .worksheet import LONGEST_CELL, is_markup

_HALF_A_CELL = LONGEST_CELL // 2
_CORE = "docProps/core.xml"
_CORE_END = "</cp:coreProperties>"
_LANGUAGE = "<dc:language>nl-NL</dc:language>"
_SHEET = "xl/worksheets/sheet"
_CUSTOM_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
# A control as Excel writes one down, and not a text that looks like it.
_ESCAPED = re.compile(r"(?<!_x005F)_x(00(?:0[0-8BCE-F]|1[0-9A-F]|7F))_")
_FUNCTION_NAME = re.compile(r"[A-Z][A-Z0-9.]*(?=\()")
_FUNCTIONS = frozenset(
    "AND CHAR COUNTA COUNTIF COUNTIFS IF IFERROR INDEX INT ISLOGICAL ISNUMBER LEFT LOWER MATCH MAX "
    "MID NOT OR SEARCH SUM SUMPRODUCT TEXT TRIM".split()
)
"""Functions every version of every program knows."""
_KIND = {str: ' t="s"', int: ""}
_CALC_ID = 191029
"""The engine of Excel 2019 and later: that of an older one makes it reckon all anew on opening, and
ask on closing whether to save that."""
_NO_MARKS = "number_stored_as_text two_digit_text_year formula_differs formula_range".split()
_EVERYWHERE = "A1:XFD1048576"
_LARGEST = 10**15  # from there on xlsxwriter writes a number with an exponent
_Attribute = tuple[str, object]


class Book(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook in memory, in Dutch, whose rows grow with their text; text is always text.

    A row height marked as custom stays as it is when somebody types a longer text; without the
    mark it is where a program starts from. xlsxwriter has no option for that, nor for a language.
    """

    def __init__(self, *, quick: bool | None = None) -> None:
        self._file = io.BytesIO()
        self._quick = inside_is_known() if quick is None else quick
        letterlijk = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
        super().__init__(self._file, {"in_memory": True, **dict.fromkeys(letterlijk, False)})
        self._choices = Choices()
        # What is stored beside a formula is right: nothing is to be reckoned on opening.
        self.calc_id, self.calc_on_load = _CALC_ID, False

    def add_worksheet(self, name: str | None = None) -> Worksheet:
        sheet = super().add_worksheet(name, QuickSheet if self._quick else NotedSheet)
        sheet.choices = self._choices
        # A text of digits is meant as text, and no formula of ours is a slip of the hand: no green
        # corners that ask what is wrong.
        sheet.ignore_errors(dict.fromkeys(_NO_MARKS, _EVERYWHERE))
        return sheet

    def name_choices(self, name: str, words: Sequence[str]) -> None:
        """Let formulas know a list to choose from by a name."""
        self.define_name(name, f"={self._choices.place(words)}")

    def texts(self) -> frozenset[str]:
        """Every text written so far, on whatever sheet, as it will stand in the file."""
        written = {*self._choices.words()}
        if self._quick:
            written.update(self.str_table.string_table)
        else:
            written.update(*(sheet.noted for sheet in self.worksheets()))
        plain = (text for text in written if not is_markup(text))
        rich = (text for sheet in self.worksheets() for text in sheet.rich)
        return frozenset(map(leesbaar, (*plain, *rich)))

    def formulas(self) -> dict[str, set[tuple[int, int]]]:
        """Where formulas stand so far, zero-based, by the name of their sheet."""
        return {sheet.get_name(): sheet.formulas for sheet in self.worksheets() if sheet.formulas}

    def bytes(self) -> bytes:
        """Close the workbook and give the file."""
        if self._choices:
            self._choices.write(self.add_worksheet(CHOICES))
        self.close()
        made = self._file.getvalue()
        return made if self._quick else _finished(made)

    def _get_packager(self) -> Packager:
        return _QuickPackager() if self._quick else super()._get_packager()


class _OwnSheet(Worksheet):  # type: ignore[misc]
    """A worksheet of xlsxwriter that remembers where its formulas stand, and whose lists stand in
    cells."""

    def __init__(self) -> None:
        super().__init__()
        self.formulas: set[tuple[int, int]] = set()
        self.rich: set[str] = set()
        self.choices = Choices()

    def data_validation(self, *place_and_options: Any) -> int:
        *place, options = place_and_options
        return int(super().data_validation(*place, self.choices.in_cells(options)))

    def write_rich_string(self, row: int, col: int, *parts: Any) -> int:
        self.rich.add("".join(part for part in parts if isinstance(part, str)))
        return int(super().write_rich_string(row, col, *parts))

    def write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Format | None = None,
        value: str | int | float = 0,
    ) -> int:
        self.formulas.add((row, col))
        return int(super().write_formula(row, col, formula, cell_format, value))


class NotedSheet(_OwnSheet):
    """One that remembers its texts."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: set[str] = set()

    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int:
        self.noted.add(string)
        return int(super().write_string(row, col, string, cell_format))


def _finished(workbook: bytes) -> bytes:
    """The file with what xlsxwriter has no option for."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(workbook)) as made, ZipFile(file, "w", ZIP_DEFLATED) as finished:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == _CORE:
                content = _in_dutch(content.decode()).encode()
            elif part.filename.startswith(_SHEET):
                content = _CUSTOM_HEIGHT.sub(rb"\1", content)
            if part.filename.endswith(".xml"):
                content = _readable(content.decode()).encode()
            finished.writestr(part, content)
    return file.getvalue()


def _readable(part: str) -> str:
    """A part in which a sign that steers a program or a screen is shown as its code."""
    return leesbaar(_ESCAPED.sub(lambda control: f"\\u{control[1].lower()}", part))


def _in_dutch(core: str) -> str:
    return core.replace(_CORE_END, _LANGUAGE + _CORE_END)


@cache
def inside_is_known() -> bool:
    """Whether the quick way gives what the public one gives, in the xlsxwriter that is here."""
    try:
        return _trial(quick=True) == _trial(quick=False)
    except Exception:  # whatever went wrong, it went wrong on the inside
        return False


def _trial(*, quick: bool) -> tuple[frozenset[str], bytes]:
    """The texts and the file of a workbook with one of everything that the two do differently."""
    book = Book(quick=quick)
    book.set_properties({"created": datetime(2000, 1, 1)})
    sheet, style = book.add_worksheet("a"), book.add_format({"bold": True})
    sheet.set_row(0, 30, style)
    sheet.set_row(2, 40)
    sheet.write_string(0, 0, "a <b>", style)
    sheet.write_string(0, 28, "plain")
    sheet.write_number(1, 1, 2.5, style)
    sheet.write_rich_string(3, 0, style, "bold", " and not", style)
    sheet.write_comment(4, 2, "note")
    sheet.write_formula(5, 0, '=IF(A1="",SUM(B2:B3),1)', style, 1)
    sheet.write_formula(5, 1, "=CONCAT(A1)", None, "a")
    sheet.write_blank(5, 2, None, style)
    values, formats = ["a <b>", 12, "new"], [style] * 3
    if not write_row(sheet, 17, values, formats):
        for col, value in enumerate(values):
            write = sheet.write_string if isinstance(value, str) else sheet.write_number
            write(17, col, value, style)
    return book.texts(), book.bytes()


def write_row(sheet: Worksheet, row: int, values: Sequence[Any], formats: Sequence[Format]) -> bool:
    """Write a row of nothing but texts and whole numbers; False when it holds anything else.

    So it is as well when the quick way is not known: then each cell is to be written by itself.
    """
    kinds = {*map(type, values)}
    if not isinstance(sheet, QuickSheet) or not kinds <= _KIND.keys():
        return False
    texts = [value for value in values if isinstance(value, str)]
    together = "".join(texts)
    if not all(texts) or len(together) > _HALF_A_CELL or "<r>" in together:
        return False
    if int in kinds and any(isinstance(v, int) and abs(v) >= _LARGEST for v in values):
        return False
    sheet.write_row_at_once(row, values, formats)
    return True


class _QuickPackager(Packager):  # type: ignore[misc]
    """Adds the language before the parts are packed, and has no sign in them that steers."""

    def _create_package(self) -> Any:
        parts = super()._create_package()
        for stream, name, _ in parts:
            if name.endswith(".xml"):
                text = stream.getvalue()
                ours = _readable(_in_dutch(text) if name == _CORE else text)
                if ours != text:
                    stream.seek(0)
                    stream.write(ours)
                    stream.truncate()
        return parts


@dataclass(frozen=True, slots=True, eq=False)
class _WholeRow(Mapping[int, tuple[object, ...]]):
    """The cells of a row, made one by one for who asks for them, and else written in one go.

    `numbers` has the numbers in it, and of each text its number among the shared strings.
    """

    kinds: tuple[type, ...]
    numbers: tuple[int, ...]
    formats: Sequence[Format]

    def __getitem__(self, col: int) -> tuple[object, ...]:
        if col not in range(len(self.numbers)):
            raise KeyError(col)
        cell = inside.CellStringTuple if self.kinds[col] is str else inside.CellNumberTuple
        return cell(self.numbers[col], self.formats[col])  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.numbers)))

    def __len__(self) -> int:
        return len(self.numbers)

    def pattern(self, letters: Sequence[str]) -> str:
        """The cells in XML, with # for the row and %d for what is in each of them."""
        return "".join(
            f'<c r="{letter}#" s="{form._get_xf_index()}"{_KIND[kind]}><v>%d</v></c>'
            for letter, kind, form in zip(letters, self.kinds, self.formats, strict=False)
        )


class QuickSheet(_OwnSheet):
    """No more work than our own cells need.

    What xlsxwriter does for others, and not here: a hundred searches for newer functions in a
    formula; in a text cell, which is what nearly all are, looking whether its place is a name
    and its attributes need escaping; and going over all cells of a sheet twice, one by one.
    """

    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int:
        if len(string) > _HALF_A_CELL:  # whether it fits is reckoned in another kind of characters
            return int(self._write_string(row, col, string, cell_format))
        if self._check_dimensions(row, col):
            return -1
        number = self.str_table._get_shared_string_index(string)
        self.table[row][col] = inside.CellStringTuple(number, cell_format)
        return 0

    def write_row_at_once(
        self, row: int, values: Sequence[str | int], formats: Sequence[Format]
    ) -> None:
        """A whole row, from the first column, as each of its cells would be written.

        Nothing more can be written in that row.
        """
        if self._check_dimensions(row, 0) or self._check_dimensions(row, len(values) - 1):
            return
        strings = self.str_table
        known = strings.string_table
        numbers = [v if isinstance(v, int) else known.setdefault(v, len(known)) for v in values]
        kinds = tuple(map(type, values))
        strings.count += kinds.count(str)
        strings.unique_count = len(known)
        self.table[row] = _WholeRow(kinds, tuple(numbers), formats)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[_Attribute] = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _without_custom_height(attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Iterable[_Attribute] = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _without_custom_height(attributes))

    def _write_rows(self) -> None:
        letters = [xl_col_to_name(col) for col in range(self.dim_colmax + 1)]
        spans, patterns = self._spans(), dict[tuple[object, ...], str]()
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells, info, span = self.table.get(row), self.row_info.get(row), spans.get(row // 16)
            if cells:
                self._write_row(row, span, info)
                if isinstance(cells, _WholeRow):
                    shape = cells.kinds, id(cells.formats)
                    if shape not in patterns:
                        patterns[shape] = cells.pattern(letters)
                    self.fh.write(patterns[shape].replace("#", str(row + 1)) % cells.numbers)
                else:
                    self._write_cells(row, cells, letters)
                self._xml_end_tag("row")
            elif info or row in self.comments:
                self._write_empty_row(row, span, info)

    def _write_cells(
        self, row: int, cells: Mapping[int, tuple[Any, ...]], letters: Sequence[str]
    ) -> None:
        write, row_name = self.fh.write, row + 1
        for col in sorted(cells):
            cell = cells[col]
            if type(cell) is inside.CellStringTuple and cell[1]:
                text, style = cell[0], cell[1]._get_xf_index()
                write(f'<c r="{letters[col]}{row_name}" s="{style}" t="s"><v>{text}</v></c>')
            else:
                self._write_cell(row, col, cell)

    def _spans(self) -> dict[int, str]:
        """The first and last column of each sixteen rows, from 1, where there are any."""
        spans: dict[int, str] = {}
        for block in range(self.dim_rowmin // 16, self.dim_rowmax // 16 + 1):
            rows = range(block * 16, block * 16 + 16)
            cols = [
                col
                for places in (self.table, self.comments)
                for row in rows
                for col in places.get(row, ())
            ]
            if cols:
                spans[block] = f"{min(cols) + 1}:{max(cols) + 1}"
        return spans

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        if formula.startswith("=") and _FUNCTIONS.issuperset(_FUNCTION_NAME.findall(formula)):
            return formula[1:]
        return str(super()._prepare_formula(formula, expand_future_functions))


def _without_custom_height(attributes: Iterable[_Attribute]) -> list[_Attribute]:
    return [a for a in attributes if a[0] != "customHeight"]
