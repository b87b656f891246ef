"""The numbers before the paragraphs of a Word document, which stand nowhere in its text.

ECMA-376, part 1, 17.9: a paragraph names a list and a level, itself or through its style.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from .markup import tree

_BULLET = "\u2022"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST = 2000
_DEEPEST = 9
_STYLES = 20


class Numbering:
    """Counts the lists of one document, paragraph after paragraph."""

    def __init__(self, xml: bytes, styles: dict[str, tuple[str, Element]]) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._list_of: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._by_style = {key: _number_of(key, styles) for key in styles}
        if xml:
            self._read(tree(xml))

    def next(self, style: str, number: str, level: str) -> str:
        """What stands before the next paragraph; "" for nothing."""
        by_style = self._by_style.get(style, ("", ""))
        number = number or by_style[0]
        deep = level or by_style[1] or "0"
        kind = self._list_of.get(number)
        levels = self._levels.get(kind or "", {})
        depth = int(deep) if deep.isdecimal() and len(deep) == 1 else 0
        if kind is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(kind, {})
        for at, start in self._starts.pop(number, {}).items():
            counts[at] = start - 1
        counts[depth] = counts.get(depth, levels[depth][2] - 1) + 1
        for deeper in range(depth + 1, _DEEPEST):
            counts.pop(deeper, None)
        form, text, _ = levels[depth]
        if form == "bullet":
            return _BULLET
        if form == "none":
            return ""

        def counted(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            about = levels.get(at, ("decimal", "", 1))
            return _written(counts.get(at, about[2]), about[0])

        return re.sub(r"%([1-9])", counted, text)

    def _read(self, root: Element) -> None:
        for kind in root.iter("abstractNum"):
            levels = {}
            for level in kind.iter("lvl"):
                depth = level.get("ilvl", "")
                if depth.isdecimal() and len(depth) == 1:
                    form, text = _said(level, "numFmt", "decimal"), _said(level, "lvlText", "")
                    levels[int(depth)] = (form, text, _whole(_said(level, "start", "1")))
            self._levels[kind.get("abstractNumId", "")] = levels
        for own in root.iter("num"):
            number = own.get("numId", "")
            self._list_of[number] = _said(own, "abstractNumId", "")
            self._starts[number] = {
                _whole(over.get("ilvl", "0")): _whole(_said(over, "startOverride", "1"))
                for over in own.iter("lvlOverride")
                if over.find("startOverride") is not None
            }


def _number_of(key: str, styles: dict[str, tuple[str, Element]]) -> tuple[str, str]:
    """The list and the level of a style, or of one that it is based on."""
    for _ in range(_STYLES):
        if key not in styles:
            break
        style = styles[key][1]
        about = style.find("pPr/numPr")
        if about is not None:
            return _said(about, "numId", ""), _said(about, "ilvl", "")
        key = _said(style, "basedOn", "")
    return "", ""


def _said(element: Element, name: str, otherwise: str) -> str:
    child = element.find(name)
    return otherwise if child is None else child.get("val", otherwise)


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 1


def _written(count: int, form: str) -> str:
    if form.endswith("Letter") and 0 < count <= 26:
        letter = chr(96 + count)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < count <= _HIGHEST:
        roman = _as_roman(count)
        return roman.upper() if form.startswith("upper") else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def _as_roman(count: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (count // value)
        count %= value
    return letters
