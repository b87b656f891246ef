"""The styles of an ods workbook that say something of what has them: cells, texts and sheets."""

from __future__ import annotations

from . import markup
from .marks import speaks
from .unseen import is_unseen

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLE, _FO = OASIS + "style:1.0 ", OASIS + "xsl-fo-compatible:1.0 "
_TABLE = OASIS + "table:1.0 "
_DISPLAY = _TABLE + "display"
_THINNEST = 0.05  # inch or centimetre
_UNREADABLE = ("0pt", "1pt", "2pt", "0.", "1.", "2.")
_SIZES = (_STYLE + "row-height", _STYLE + "column-width")
_HIDING = ("collapse", "filter")
_LINES = (_STYLE + "text-line-through-style", _STYLE + "text-line-through-type")


class Styles:
    """By name: cells with a fill that speaks, cells and texts struck through, hidden sheets, rows
    and columns too thin to see, and the colours of letters and paper where they are said."""

    def __init__(self) -> None:
        self.strong: set[str] = set()
        self.struck: set[str] = set()
        self.hidden: set[str] = set()
        self.thin: set[str] = set()
        self._inks: dict[str, str] = {}
        self._papers: dict[str, str] = {}
        self._name = ""

    def take(self, name: str, attributes: markup.Attributes) -> None:
        """An element before the sheets; what is of no style is passed over."""
        if name == _STYLE + "style":
            self._name = attributes.get(_STYLE + "name", "")
        elif name == _STYLE + "table-cell-properties":
            paper = attributes.get(_FO + "background-color", "")
            self._papers[self._name] = paper.removeprefix("#")
            if speaks(paper):
                self.strong.add(self._name)
        elif name == _STYLE + "text-properties":
            if {attributes.get(line, "none") for line in _LINES} != {"none"}:
                self.struck.add(self._name)
            small = attributes.get(_FO + "font-size", "").startswith(_UNREADABLE)
            ink = attributes.get(_FO + "color", "").removeprefix("#")
            self._inks[self._name] = "small" if small else ink
        elif name == _STYLE + "table-properties" and attributes.get(_DISPLAY) == "false":
            self.hidden.add(self._name)
        elif any(_is_none(attributes.get(size, "")) for size in _SIZES):
            self.thin.add(self._name)

    def hides(self, line: markup.Attributes) -> bool:
        """Whether nobody sees a row or a column."""
        hidden = line.get(_TABLE + "visibility") in _HIDING
        return hidden or line.get(_TABLE + "style-name", "") in self.thin

    def is_pale(self, cell: str, text: str = "") -> bool:
        """Whether letters in these styles, of a cell and of a text in it, do not stand out."""
        paper = self._papers.get(cell, "")
        ink = self._inks.get(text) or self._inks.get(cell, "")
        return is_unseen(ink, paper if paper not in ("", "transparent") else "FFFFFF")


def _is_none(size: str) -> bool:
    """Whether a length, as 0.02in, is as good as nothing."""
    number = size.rstrip("abcdefghijklmnopqrstuvwxyz")
    return bool(number) and number.strip("0123456789") in ("", ".") and float(number) < _THINNEST
