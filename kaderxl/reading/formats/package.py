"""A workbook by its parts, for who fills in one that was read: what the cells alone do not say.

Only for bytes that the reader accepted: the same caps hold, and the same XML is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..cells import Place, column_index
from ..limits import Limits
from ..zip import walk_entries
from . import markup
from .xlsx import bound

_DAY = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DAY_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
"""The built-in formats of days and hours: ECMA-376 part 1, 18.8.30."""
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
Box = tuple[Place, Place]
"""The first and the last cell of a range, zero-based."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook under their own names, in their order; `sheets` has the part of each
    sheet by its name, `names` what each defined name stands for."""

    parts: Mapping[str, bytes]
    sheets: Mapping[str, str]
    names: Mapping[str, str]
    days: frozenset[int]
    from_1904: bool

    def tree(self, part: str) -> Element:
        """A part to read. Raises Refusal."""
        return markup.tree(self.parts[part])


def open_package(data: bytes, limits: Limits) -> Package:
    """The parts of an xlsx or xlsm file. Raises Refusal.

    `days` are the numbers of the cell styles that show a number as a day.
    """
    parts = {entry.name: entry.content() for entry in walk_entries(data, limits)}
    own = {name.lower(): name for name in parts}
    book = bound({name.lower(): content for name, content in parts.items()}, limits)
    sheets = {name: own[part] for name, part, _ in book.sheets}
    days = _days(markup.tree(parts[own[book.styles]])) if book.styles else frozenset()
    return Package(parts, sheets, _names(parts, own), days, book.date1904)


def boxes(text: str) -> list[Box]:
    """The ranges in a text such as `C5 C9:C13`."""
    found = []
    for left, top, right, bottom in _RANGE.findall(text):
        first = int(top) - 1, column_index(left)
        last = (int(bottom) - 1, column_index(right)) if right else first
        found.append((first, last))
    return found


def _names(parts: Mapping[str, bytes], own: Mapping[str, str]) -> dict[str, str]:
    books = (name for low, name in own.items() if low.endswith("workbook.xml"))
    return {
        defined.get("name", ""): (defined.text or "").strip()
        for book in books
        for defined in markup.tree(parts[book]).iter("definedName")
        if "localSheetId" not in defined.attrib
    }


def _days(styles: Element) -> frozenset[int]:
    own = {f.get("numFmtId", ""): f.get("formatCode", "") for f in styles.iter("numFmt")}
    cells = next(styles.iter("cellXfs"), None)
    formats = [xf.get("numFmtId", "0") for xf in cells.iter("xf")] if cells is not None else []
    return frozenset(n for n, number in enumerate(formats) if _is_day(number, own.get(number)))


def _is_day(number: str, code: str | None) -> bool:
    if code is None:
        return number.isdecimal() and int(number) in _DAY_FORMATS
    return any(sign in _DAY.sub("", code).lower() for sign in "ymdh")
