"""The styles of an ods workbook that say something of what has them: cells, texts and sheets."""

from __future__ import annotations

from . import markup
from .marks import speaks

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLE, _FO = OASIS + "style:1.0 ", OASIS + "xsl-fo-compatible:1.0 "
_DISPLAY = OASIS + "table:1.0 display"
_LINES = (_STYLE + "text-line-through-style", _STYLE + "text-line-through-type")


class Styles:
    """By name: cells with a fill that speaks, cells and texts struck through, hidden sheets."""

    def __init__(self) -> None:
        self.strong: set[str] = set()
        self.struck: set[str] = set()
        self.hidden: set[str] = set()
        self._name = ""

    def take(self, name: str, attributes: markup.Attributes) -> None:
        """An element before the sheets; what is of no style is passed over."""
        if name == _STYLE + "style":
            self._name = attributes.get(_STYLE + "name", "")
        elif name == _STYLE + "table-cell-properties":
            if speaks(attributes.get(_FO + "background-color", "")):
                self.strong.add(self._name)
        elif name == _STYLE + "text-properties":
            if {attributes.get(line, "none") for line in _LINES} != {"none"}:
                self.struck.add(self._name)
        elif name == _STYLE + "table-properties" and attributes.get(_DISPLAY) == "false":
            self.hidden.add(self._name)
