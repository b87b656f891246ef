"""Cells with a value that nobody sees: in a row or column that is hidden, or in letters that do not
stand out from the paper. They are read as any other; who reads them on says so.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element

from ..cells import Place, Value

HIDDEN_ROW, HIDDEN_COLUMN = "haar rij is verborgen", "haar kolom is verborgen"
INK = "haar letters hebben de kleur van het papier, of zijn te klein om te lezen"
MOST = 10_000
"""Such cells that are told of in one sheet."""
_LOWEST, _NARROWEST = 3.0, 0.5  # points, and widths of a digit
_SMALLEST = 3.0  # points of a letter
_CONTRAST = 1.3  # below it (WCAG 2, 1.4.3) nobody sees that anything stands there
_WHITE, _BLACK = "FFFFFF", "000000"
_OFFICE = (_WHITE, _BLACK, "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5",
           "70AD47")  # fmt: skip
_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)))
_PALETTE = (_BLACK, _WHITE, "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_AUTOMATIC = {"64": _BLACK, "65": _WHITE}
_ROW = re.compile(rb"""<row((?:\s[^<>]*?)?)/?>\s*(?:<c r="[A-Z]{1,3}([0-9]{1,7})")?""")
_COLUMN = re.compile(rb"<col(\s[^<>]*)>")
_PAIR = re.compile(rb"""\s([A-Za-z]+)=["']([^"'<>]*)["']""")
_RUN_COLOUR = re.compile(rb"<color(\s[^<>]*)>")
_MAY_HIDE = re.compile(rb"""<(?:row|col)\s[^<>]*?(?:hidden|ht|width)=""")


@dataclass(frozen=True, slots=True)
class Lines:
    """The hidden rows of a sheet, and its hidden columns from the first to the last of each."""

    rows: frozenset[int] = frozenset()
    columns: Sequence[tuple[int, int]] = ()

    def reason(self, place: Place) -> str:
        """Why a cell is not seen; "" for one that is in none of these."""
        if place[0] in self.rows:
            return HIDDEN_ROW
        hidden = any(first <= place[1] <= last for first, last in self.columns)
        return HIDDEN_COLUMN if hidden else ""


def unseen(
    top: int, left: int, rows: Sequence[Sequence[Value]], lines: Lines, pale: Iterable[Place]
) -> dict[Place, str]:
    """The cells with a value that is not seen, and why; `rows` and its place as in Sheet."""

    def is_filled(place: Place) -> bool:
        row, column = place[0] - top, place[1] - left
        inside = 0 <= row < len(rows) and 0 <= column < len(rows[row])
        return inside and rows[row][column] is not None

    found = dict.fromkeys(islice(filter(is_filled, pale), MOST), INK)
    if not (lines.rows or lines.columns):
        return found
    for number, row in enumerate(rows, top):
        if number not in lines.rows and not lines.columns:
            continue
        for column, value in enumerate(row, left):
            if value is not None and (reason := lines.reason((number, column))):
                found.setdefault((number, column), reason)
        if len(found) > MOST:
            break
    return found


def hidden_lines(xml: bytes) -> Lines:
    """The rows and columns that an xlsx sheet hides, or makes too thin to see."""
    if not _MAY_HIDE.search(xml):
        return Lines()
    rows = set[int]()
    for attributes, first in _ROW.findall(xml):
        about = dict(_PAIR.findall(attributes))
        number = about.get(b"r") or first
        if number.isdigit() and _is_hidden(about, b"ht", _LOWEST):
            rows.add(int(number) - 1)
    columns = []
    for attributes in islice(_COLUMN.findall(xml), MOST):
        about = dict(_PAIR.findall(attributes))
        first, last = about.get(b"min", b""), about.get(b"max", b"")
        if first.isdigit() and last.isdigit() and _is_hidden(about, b"width", _NARROWEST):
            columns.append((int(first) - 1, int(last) - 1))
    return Lines(frozenset(rows), columns)


def _is_hidden(about: Mapping[bytes, bytes], size: bytes, smallest: float) -> bool:
    if about.get(b"hidden", b"0") in (b"1", b"true", b"on"):
        return True
    with suppress(ValueError):
        return float(about.get(size, b"99")) < smallest
    return False


def blends(ink: str, paper: str) -> bool:
    """Whether letters do not stand out from the paper: colours of six hexadecimal digits."""
    try:
        light, dark = sorted(map(_luminance, (ink, paper)), reverse=True)
    except ValueError:
        return False
    return (light + 0.05) / (dark + 0.05) < _CONTRAST


def _luminance(colour: str) -> float:
    """WCAG 2: relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


class Inks:
    """The colours of an xlsx workbook, by what its styles call them; `theme` is that part, or None.

    A colour that cannot be told is "", and blends with nothing.
    """

    def __init__(self, theme: Element | None) -> None:
        self._theme = list(_OFFICE)
        for scheme in theme.iter() if theme is not None else ():
            if scheme.tag in _THEME:
                for colour in scheme:
                    said = colour.get("lastClr") or colour.get("val") or ""
                    self._theme[_THEME.index(scheme.tag)] = said

    def colour(self, about: Mapping[str, str], automatic: str) -> str:
        """Six digits for the attributes of a colour; `automatic` where it names none."""
        if "rgb" in about:
            return about["rgb"][-6:]
        tint = 0.0
        with suppress(ValueError):
            tint = float(about.get("tint", "0"))
        number = about.get("theme", "")
        if number.isdecimal():
            known = int(number) < len(self._theme)
            return _tinted(self._theme[int(number)], tint) if known else ""
        number = about.get("indexed", "")
        if number.isdecimal():
            in_palette = int(number) < 2 * len(_PALETTE)
            return _PALETTE[int(number) % 8] if in_palette else _AUTOMATIC.get(number, "")
        return automatic

    def of_font(self, font: Element) -> str:
        """The colour of its letters; "small" for letters that nobody can read."""
        size = font.find("sz")
        with suppress(ValueError):
            if size is not None and float(size.get("val", "11")) < _SMALLEST:
                return "small"
        colour = font.find("color")
        return self.colour({} if colour is None else colour.attrib, _BLACK)

    def of_fill(self, fill: Element) -> str:
        """The colour of the paper behind them."""
        pattern = fill.find("patternFill")
        if pattern is None:
            return ""  # a gradient
        kind = pattern.get("patternType", "none")
        if kind == "none":
            return _WHITE
        named, automatic = ("fgColor", _BLACK) if kind == "solid" else ("bgColor", _WHITE)
        colour = pattern.find(named)
        return self.colour({} if colour is None else colour.attrib, automatic)

    def is_pale(self, item: bytes) -> bool:
        """Whether a part of a text has letters in the colour of white paper."""
        runs = (dict(_PAIR.findall(a)) for a in _RUN_COLOUR.findall(item))
        named = ({k.decode(): v.decode(errors="replace") for k, v in run.items()} for run in runs)
        return any(blends(self.colour(about, _BLACK), _WHITE) for about in named)


def is_unseen(ink: str, paper: str) -> bool:
    return ink == "small" or blends(ink, paper)


def is_light(paper: str) -> bool:
    """Whether white letters do not stand out from it."""
    return blends(_WHITE, paper)


def _tinted(colour: str, tint: float) -> str:
    """ECMA-376 part 1, 18.8.19: a tint makes a colour lighter, or darker below zero."""
    if not tint:
        return colour
    try:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    except ValueError:
        return ""
    hue, light, saturation = colorsys.rgb_to_hls(*parts)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    rgb = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in rgb)
