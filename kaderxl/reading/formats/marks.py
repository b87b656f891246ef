"""What people see on cells and no reader gives: merges, painted cells, and percent signs.

None is an answer. They are handed on so that what somebody meant by them can be asked.
"""

from __future__ import annotations

import colorsys
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..cells import Place, Refusal, column_index
from . import markup

Merge = tuple[Place, Place]
"""The first and the last cell of a merged range."""

MOST = 10_000
"""Merges, and painted cells, that are told of in one sheet."""

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
        (_place(top, left), _place(bottom, right))
        for left, top, right, bottom in _MERGE.findall(xml)[:MOST]
    ]


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the cell styles of an xlsx workbook that say something of their cells.

    `strong` have a fill that speaks, `percent` show a number as a percentage.
    """

    strong: frozenset[bytes]
    percent: frozenset[bytes]


@lru_cache(maxsize=8)  # files from one program have the same styles
def cell_styles(styles: bytes) -> Styles:
    """What part `styles` says of the cell styles; b"" for a workbook without."""
    fills: list[bool] = []
    strong: set[bytes] = set()
    percent: set[bytes] = set()
    formats = set(_PERCENT_FORMATS)
    where, solid, number = "", False, 0
    for tag, attributes in markup.elements(styles) if styles else ():
        if tag in ("fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            where = tag
        elif where == "fills" and tag == "fill":
            fills.append(False)
        elif where == "fills" and tag == "patternFill":
            solid = attributes.get("patternType") == "solid"
        elif where == "fills" and tag == "fgColor" and solid and fills:
            fills[-1] = _is_strong(attributes)
        elif tag == "numFmt" and is_percent(attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        elif where == "cellXfs" and tag == "xf":
            if attributes.get("numFmtId") in formats:
                percent.add(str(number).encode())
            fill = attributes.get("fillId", "0")
            if fill.isdecimal() and int(fill) < len(fills) and fills[int(fill)]:
                strong.add(str(number).encode())
            number += 1
    return Styles(frozenset(strong), frozenset(percent))


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


def _is_strong(colour: markup.Attributes) -> bool:
    try:
        if "rgb" in colour:
            return speaks(colour["rgb"])
        if "theme" in colour:
            pale = float(colour.get("tint", "0")) > _PALE_TINT
            return int(colour["theme"]) in _ACCENTS and not pale
        return int(colour.get("indexed", "64")) in _INDEXED
    except ValueError:
        return False


def _place(row: bytes, column: bytes) -> Place:
    return int(row) - 1, column_index(column.decode())


_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def sheet_comments(
    parts: dict[str, bytes], relations: Iterable[tuple[str, str]]
) -> dict[Place, str]:
    """Notes of one xlsx sheet by place. A thread replaces the note that stands in for it in
    programs that know no threads; its replies follow it, one a line."""
    notes: dict[Place, str] = {}
    threads: dict[Place, list[str]] = {}
    for kind, part in relations:
        if kind == "comments":
            notes.update(_comments(parts.get(part, b""), "comment"))
        elif kind == "threadedComment":
            for place, text in _comments(parts.get(part, b""), "threadedComment"):
                threads.setdefault(place, []).append(text)
    return notes | {place: "\n".join(texts) for place, texts in threads.items()}


def last_saved(xml: bytes, tag: str) -> str:
    """The stamp in the first `tag` of a properties part, as ISO 8601 in UTC; "" for none.

    A stamp without a zone (ods) is taken to be UTC: its own zone is not in the file.
    """
    texts: list[str] = []
    try:
        if xml:
            _collect(xml, tag, texts)
        stamp = datetime.datetime.fromisoformat(texts[0].strip())
        if stamp.tzinfo is None:
            stamp = stamp.replace(tzinfo=datetime.UTC)
        return f"{stamp.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (Refusal, ValueError, IndexError, OverflowError):
        return ""  # the stamp is a help; a file is not refused for it


def _collect(xml: bytes, tag: str, texts: list[str]) -> None:
    inside = False

    def start(name: str, _: markup.Attributes) -> None:
        nonlocal inside
        inside = markup.local(name) == tag

    def text(data: str) -> None:
        if inside:
            texts.append(data)

    markup.parse(xml, start, None, text)


def _comments(xml: bytes, tag: str) -> list[tuple[Place, str]]:
    """(place, text) of each comment; the author's name that Excel puts in front is left out."""
    found: list[tuple[Place, list[str], str]] = []
    authors: list[list[str]] = []
    target: list[list[str]] = []

    def start(name: str, attributes: markup.Attributes) -> None:
        name = markup.local(name)
        if name == tag and (match := _ADDRESS.fullmatch(attributes.get("ref", ""))):
            place = (int(match[2]) - 1, column_index(match[1]))
            found.append((place, [], attributes.get("authorId", "")))
        elif name == "author":
            authors.append([])
            target.append(authors[-1])
        elif found and name == ("t" if tag == "comment" else "text"):
            target.append(found[-1][1])

    def end(name: str) -> None:
        if markup.local(name) in ("author", "t", "text") and target:
            target.pop()

    def text(data: str) -> None:
        if target:
            target[-1].append(data)

    if xml:
        markup.parse(xml, start, end, text)
    names = {str(index): "".join(author) for index, author in enumerate(authors)}
    return [
        (place, without_author("".join(pieces), names.get(author, "")))
        for place, pieces, author in found
    ]


def without_author(text: str, author: str) -> str:
    """A note as it was written; Excel puts the name of its author in front."""
    return (text.removeprefix(author + ":") if author else text).strip()
