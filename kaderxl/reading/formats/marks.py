"""What people see on cells and no reader gives: merges, painted cells, and percent signs.

None is an answer. They are handed on so that what somebody meant by them can be asked.
"""

from __future__ import annotations

import colorsys
import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar
from xml.etree.ElementTree import Element

from ..cells import Place, Refusal, Value, column_index, iso_utc, suspect
from ..number_formats import deceives
from . import markup
from .unseen import Inks, is_light, is_unseen

_T = TypeVar("_T")
Merge = tuple[Place, Place]
"""The first and the last cell of a merged range."""

MOST = 10_000
"""Merges, and painted cells, that are told of in one sheet."""
_MOST_SPILLED = 1_000_000

_MERGE = re.compile(
    rb"""<mergeCell\s[^<>]*?\bref=["']([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})["']"""
)
_PERCENT_FORMATS = ("9", "10")  # those that every workbook has
_LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]', re.DOTALL)
_STRONG_FROM = 0.16  # saturation; the pale yellow of an input cell has 0.14
_DARK_BELOW = 0.3
_PALE_TINT = 0.7
_ACCENTS = range(4, 10)  # theme colours 0 to 3 are the text and the paper
_INDEXED = frozenset({2, 3, 5, 10, 11, 13, 16, 17, 50, 51, 52, 53, 57})  # red, green, yellow …


def merges(xml: bytes) -> list[Merge]:
    """The merged ranges of an xlsx sheet."""
    if b"<mergeCell " not in xml:
        return []
    return [
        (place_of(top, left), place_of(bottom, right))
        for left, top, right, bottom in _MERGE.findall(xml)[:MOST]
    ]


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the cell styles of an xlsx workbook that say something of their cells.

    `strong` have a fill that speaks, `percent` show a number as a percentage, `struck` strike their
    text through, `deceiving` show a value as another one: by the format they have. The letters of
    `pale` do not stand out, and on `dark` white ones do. `inks` knows colours by their names.
    """

    strong: frozenset[bytes]
    percent: frozenset[bytes]
    struck: frozenset[bytes] = frozenset()
    deceiving: Mapping[bytes, str] = field(default_factory=dict)
    pale: frozenset[bytes] = frozenset()
    dark: frozenset[bytes] = frozenset()
    inks: Inks = field(default_factory=lambda: Inks(None))


@lru_cache(maxsize=8)  # files from one program have the same styles
def cell_styles(styles: bytes | None, theme: bytes | None = None) -> Styles:
    """What part `styles` says of the cell styles; None for a workbook without. Raises Refusal."""
    root = Element("styleSheet") if styles is None else markup.tree(styles)
    inks = Inks(markup.tree(theme) if theme else None)
    formats = dict.fromkeys(_PERCENT_FORMATS, "%")
    for f in root.iterfind("numFmts/numFmt"):
        formats[f.get("numFmtId", "")] = f.get("formatCode", "")
    fills = [*map(_is_strong, root.iterfind("fills/fill"))]
    fonts = [*map(_is_struck, root.iterfind("fonts/font"))]
    letters = [*map(inks.of_font, root.iterfind("fonts/font"))]
    papers = [*map(inks.of_fill, root.iterfind("fills/fill"))]
    strong, struck, pale, dark = (set[bytes]() for _ in range(4))
    patterns = dict[bytes, str]()
    for count, xf in enumerate(root.iterfind("cellXfs/xf")):
        font, fill = xf.get("fontId", "0"), xf.get("fillId", "0")
        ink, paper = _at(letters, font, ""), _at(papers, fill, "")
        # A cell that names no style has the first.
        for number in (str(count).encode(), *(b"",) * (count == 0)):
            patterns[number] = formats.get(xf.get("numFmtId", ""), "")
            for fits, numbers in (
                (_at(fills, fill, False), strong),
                (_at(fonts, font, False), struck),
                (is_unseen(ink, paper), pale),
                (not is_light(paper), dark),
            ):
                numbers.update({number} if fits else ())
    percent = {number for number, pattern in patterns.items() if is_percent(pattern)}
    deceiving = {number: pattern for number, pattern in patterns.items() if deceives(pattern)}
    looks = frozenset(strong), frozenset(percent), frozenset(struck), deceiving
    return Styles(*looks, frozenset(pale), frozenset(dark), inks)


def _at(known: list[_T], index: str, otherwise: _T) -> _T:
    return known[int(index)] if index.isdecimal() and int(index) < len(known) else otherwise


def _is_struck(font: Element) -> bool:
    """Whether a font of an xlsx workbook strikes its text through."""
    strike = font.find("strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false", "off")


def is_percent(pattern: str) -> bool:
    """Whether a number format shows a number a hundred times larger, with a percent sign; one
    that is quoted or escaped is a sign and no more."""
    return "%" in pattern and "%" in _LITERAL.sub("", pattern)


def speaks(rgb: str) -> bool:
    """Whether a colour (six hexadecimal digits at the end) is more than a tint of the paper."""
    try:
        parts = [int(rgb[-6:][n : n + 2], 16) / 255 for n in (0, 2, 4)]
    except ValueError:
        return False
    _, saturation, brightness = colorsys.rgb_to_hsv(*parts)
    return saturation >= _STRONG_FROM and brightness >= _DARK_BELOW


def _is_strong(fill: Element) -> bool:
    """Whether a fill of an xlsx workbook speaks."""
    element = fill.find("patternFill[@patternType='solid']/fgColor")
    if element is None:
        return False
    colour = element.attrib
    try:
        if "rgb" in colour:
            return speaks(colour["rgb"])
        if "theme" in colour:
            pale = float(colour.get("tint", "0")) > _PALE_TINT
            return int(colour["theme"]) in _ACCENTS and not pale
        return int(colour.get("indexed", "64")) in _INDEXED
    except ValueError:
        return False


def spilled(
    arrays: Iterable[Merge], top: int, left: int, rows: Sequence[Sequence[Value]]
) -> dict[Place, bool]:
    """The cells with a value that one formula fills; `rows` and its place as in Sheet.

    Raises Refusal when they are more than anybody makes.
    """
    found: dict[Place, bool] = {}
    visits = 0
    for (first, start), (last, end) in arrays:
        columns = range(max(start, left), min(end + 1, left + (len(rows[0]) if rows else 0)))
        for row in range(max(first, top), min(last + 1, top + len(rows))):
            visits += len(columns) + 1
            if visits > _MOST_SPILLED:
                raise suspect("een formule vult te veel cellen")
            found |= {(row, c): True for c in columns if rows[row - top][c - left] is not None}
    return found


def place_of(row: bytes, column: bytes) -> Place:
    """The row and the column in an address: (b"7", b"AB") -> (6, 27)."""
    return int(row) - 1, column_at(column)


@lru_cache(maxsize=256)
def column_at(letters: bytes) -> int:
    return column_index(letters.decode())


_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


def address(name: str) -> Place | None:
    """The place of `B7`; None for what names no cell."""
    match = _ADDRESS.fullmatch(name)
    return (int(match[2]) - 1, column_index(match[1])) if match else None


def sheet_comments(
    parts: dict[str, bytes], relations: Iterable[tuple[str, str]]
) -> dict[Place, str]:
    """Notes of one xlsx sheet by place. A thread replaces the note that stands in for it in
    programs that know no threads; its replies follow it, one a line."""
    notes: dict[Place, str] = {}
    threads: dict[Place, list[str]] = {}
    for kind, part in relations:
        if kind == "comments":
            notes.update(_comments(parts.get(part), "comment", "t"))
        elif kind == "threadedComment":
            for place, text in _comments(parts.get(part), "threadedComment", "text"):
                threads.setdefault(place, []).append(text)
    return notes | {place: "\n".join(texts) for place, texts in threads.items()}


def last_saved(xml: bytes | None, tag: str) -> str:
    """The stamp in the first `tag` of a properties part, as ISO 8601 in UTC; "" for none.

    The zone of a stamp without one (ods) is not in the file.
    """
    with suppress(Refusal, ValueError, OverflowError):  # a help; a file is not refused for it
        for element in markup.tree(xml).iter(tag) if xml else ():
            return iso_utc(datetime.datetime.fromisoformat((element.text or "").strip()))
    return ""


def _comments(xml: bytes | None, tag: str, text_tag: str) -> list[tuple[Place, str]]:
    """(place, text) of each comment; the author's name that Excel puts in front is left out."""
    if not xml:
        return []
    root = markup.tree(xml)
    authors = {str(n): "".join(author.itertext()) for n, author in enumerate(root.iter("author"))}
    found: list[tuple[Place, str]] = []
    for comment in root.iter(tag):
        text = "".join(piece for part in comment.iter(text_tag) for piece in part.itertext())
        if place := address(comment.get("ref", "")):
            author = authors.get(comment.get("authorId", ""), "")
            found.append((place, without_author(text, author)))
    return found


def without_author(text: str, author: str) -> str:
    """A note as it was written; Excel puts the name of its author in front."""
    return (text.removeprefix(author + ":") if author else text).strip()
