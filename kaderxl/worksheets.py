"""How a cell is written: text as text, a number with all its digits, and no more work than that."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

LANGSTE_CEL = 32_767
_HALVE_CEL = LANGSTE_CEL // 2
_FUNCTIENAAM = re.compile(r"[A-Z][A-Z0-9.]*(?=\()")
_FUNCTIES = frozenset(
    "AND CHAR COUNTA COUNTIF COUNTIFS IF IFERROR INDEX INT ISLOGICAL ISNUMBER LEFT LOWER MATCH MAX "
    "MID NOT OR SEARCH SUM SUMPRODUCT TEXT TRIM".split()
)
"""Functions every version of every program knows."""
_EERSTE_JAAR = 1900
_KIND = {str: ' t="s"', int: ""}
_GROOTSTE = 10**15  # from there on xlsxwriter writes a number with an exponent
_Attribuut = tuple[str, object]
_AFGEKAPT = " … [afgekapt; de hele tekst staat in het ingezonden bestand]"


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
        cell = CellStringTuple if self.kinds[col] is str else CellNumberTuple
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


class Blad(Worksheet):  # type: ignore[misc]
    """Rows that grow, and no more work than our own cells need.

    A row height marked as custom stays as it is when somebody types a longer text; without
    the mark it is where a program starts from.

    What xlsxwriter does for others, and not here: a hundred searches for newer functions in a
    formula; in a text cell, which is what nearly all are, looking whether its place is a name
    and its attributes need escaping; and going over all cells of a sheet twice, one by one.
    """

    def write_string(
        self, row: int, col: int, string: str, cell_format: Format | None = None
    ) -> int:
        if len(string) > _HALVE_CEL:  # whether it fits is reckoned in another kind of characters
            return int(self._write_string(row, col, string, cell_format))
        if self._check_dimensions(row, col):
            return -1
        number = self.str_table._get_shared_string_index(string)
        self.table[row][col] = CellStringTuple(number, cell_format)
        return 0

    def write_row_at_once(
        self, row: int, values: Sequence[str | int], formats: Sequence[Format]
    ) -> None:
        """A whole row, from the first column, as `schrijf` writes each of its cells.

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

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[_Attribuut] = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _zonder_vaste_hoogte(attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Iterable[_Attribuut] = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _zonder_vaste_hoogte(attributes))

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
            if type(cell) is CellStringTuple and cell[1]:
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
        if formula.startswith("=") and _FUNCTIES.issuperset(_FUNCTIENAAM.findall(formula)):
            return formula[1:]
        return str(super()._prepare_formula(formula, expand_future_functions))


def _zonder_vaste_hoogte(attributen: Iterable[_Attribuut]) -> list[_Attribuut]:
    return [a for a in attributen if a[0] != "customHeight"]


def schrijf(blad: Worksheet, rij: int, kolom: int, waarde: object, opmaak: Format) -> None:
    """Write a value as what it is: a number, a date, a yes/no in words, else text."""
    if type(waarde) is str and waarde and len(waarde) <= LANGSTE_CEL:
        blad.write_string(rij, kolom, _letterlijk(waarde), opmaak)
    elif waarde is None or waarde == "":
        blad.write_blank(rij, kolom, None, opmaak)
    elif isinstance(waarde, bool):
        blad.write_string(rij, kolom, "Ja" if waarde else "Nee", opmaak)
    elif isinstance(waarde, (int, float)) and math.isfinite(waarde):
        blad.write_number(rij, kolom, _precies(waarde), opmaak)
    elif isinstance(waarde, date) and waarde.year >= _EERSTE_JAAR:
        blad.write_datetime(rij, kolom, waarde, opmaak)
    else:
        blad.write_string(rij, kolom, _letterlijk(passend(str(waarde))), opmaak)


def schrijf_rij(
    blad: Worksheet, rij: int, waarden: Sequence[object], opmaken: Sequence[Format]
) -> bool:
    """Write a row of nothing but texts and whole numbers; False when it holds anything else."""
    soorten = {*map(type, waarden)}
    if not soorten <= _KIND.keys():
        return False
    teksten = [w for w in waarden if isinstance(w, str)]
    alles = "".join(teksten)
    if not all(teksten) or len(alles) > _HALVE_CEL or "<r>" in alles:
        return False
    if int in soorten and any(isinstance(w, int) and abs(w) >= _GROOTSTE for w in waarden):
        return False
    blad.write_row_at_once(rij, waarden, opmaken)
    return True


class _Voluit(float):
    """A number that is written with all its digits, whatever is asked."""

    def __format__(self, vorm: str) -> str:
        del vorm
        return repr(float(self))


def _precies(getal: float) -> float:
    """A number so that xlsxwriter, which gives sixteen digits, keeps one that has seventeen."""
    return getal if float(f"{getal:.16G}") == getal else _Voluit(getal)


def _letterlijk(tekst: str) -> str:
    """A text between `<r>` and `</r>` is markup to xlsxwriter, unless it is marked up itself."""
    if tekst[:3] == "<r>" and tekst.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(tekst, quote=False)}</t></r>'
    return tekst


def passend(tekst: str) -> str:
    """A text that fits a cell; what had to go is said."""
    if len(tekst) <= LANGSTE_CEL:
        return tekst
    return tekst[: LANGSTE_CEL - len(_AFGEKAPT)] + _AFGEKAPT
