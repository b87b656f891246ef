"""docx: paragraphs and tables in their order, with the numbers that Word itself counts.

ECMA-376, part 1: 17.4 (tables), 17.9 (numbering), 17.3 (paragraphs).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..cells import damaged, keep_within
from ..limits import AREA, LINES, TEXT, Limits
from ..papers import WORD, Box, Grid, Line, Paper
from .markup import Attributes, local, parse, tree
from .word_numbers import Numbering

_WORD_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SKIPPED = frozenset({"Fallback", "moveFrom", "del", "instrText", "rubyPr"})
"""What stands there a second time, or no longer."""
_WIDEST = 60
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Cell:
    paragraphs: list[str] = field(default_factory=list)
    span: int = 1
    continues: bool = False


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    number: str = ""
    level: str = ""


def read_docx(parts: dict[str, bytes], limits: Limits) -> Paper:
    """A Word document, by its parts in lower case. Raises Refusal."""
    if "word/document.xml" not in parts:
        raise damaged("het Word-document heeft geen tekst")
    styles = _styles(parts)
    numbering = Numbering(parts.get("word/numbering.xml", b""), styles)
    walker = _Walker(numbering, {key: name for key, (name, _) in styles.items()}, limits)
    parse(parts["word/document.xml"], walker.start, walker.end, walker.text)
    return Paper("", WORD, tuple(walker.items))


def _styles(parts: dict[str, bytes]) -> dict[str, tuple[str, Element]]:
    if "word/styles.xml" not in parts:
        return {}
    found = {}
    for style in tree(parts["word/styles.xml"]).iter("style"):
        name = style.find("name")
        said = "" if name is None else name.get("val", "")
        found[style.get("styleId", "")] = (said.lower(), style)
    return found


class _Walker:
    """What expat tells, as lines and tables."""

    def __init__(self, numbering: Numbering, styles: dict[str, str], limits: Limits) -> None:
        self.items: list[Line | Grid] = []
        self._numbering, self._styles, self._limits = numbering, styles, limits
        self._open: list[_Paragraph] = []
        self._rows: list[list[_Cell]] = []
        self._tables = self._skipped = self._characters = self._lines = self._number = 0
        self._reads = False

    def start(self, name: str, attributes: Attributes) -> None:
        uri, _, tag = name.rpartition(" ")
        if self._skipped or tag in _SKIPPED:
            self._skipped += 1
        elif uri not in _WORD_SPACES:
            return
        elif tag == "p":
            self._open.append(_Paragraph())
        elif tag == "t":
            self._reads = True
        elif tag in _BREAKS and self._open:
            self._open[-1].pieces.append(_BREAKS[tag])
        elif tag in ("tbl", "tr", "tc"):
            self._in_table(tag)
        else:
            self._property(tag, {local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        uri, _, tag = name.rpartition(" ")
        if self._skipped:
            self._skipped -= 1
        elif uri not in _WORD_SPACES:
            return
        elif tag == "t":
            self._reads = False
        elif tag == "p" and self._open:
            self._paragraph(self._open.pop())
        elif tag == "tbl":
            self._tables -= 1
            if not self._tables:
                self._table()

    def text(self, text: str) -> None:
        if self._reads and not self._skipped and self._open:
            self._characters += len(text)
            keep_within(TEXT, self._characters, self._limits.characters)
            self._open[-1].pieces.append(text)

    def _in_table(self, tag: str) -> None:
        """A table within a table is text of the cell it is in."""
        if tag == "tbl":
            self._tables += 1
            if self._tables == 1:
                self._rows = []
        elif self._tables == 1 and tag == "tr":
            self._rows.append([])
        elif self._tables == 1 and self._rows:
            self._rows[-1].append(_Cell())

    def _property(self, tag: str, said: Attributes) -> None:
        value = said.get("val", "")
        cell = self._rows[-1][-1] if self._tables == 1 and self._rows and self._rows[-1] else None
        if self._open:
            paragraph = self._open[-1]
            if tag == "pStyle":
                paragraph.style = value
            elif tag == "numId":
                paragraph.number = value
            elif tag == "ilvl":
                paragraph.level = value
        elif cell and tag == "gridSpan" and value.isdecimal():
            cell.span = min(max(int(value[:4]), 1), _WIDEST)
        elif cell and tag == "vMerge":
            cell.continues = value != "restart"

    def _paragraph(self, paragraph: _Paragraph) -> None:
        self._number += 1
        style = self._styles.get(paragraph.style, paragraph.style.lower())
        text = "".join(paragraph.pieces).strip()
        if text:
            counted = self._numbering.next(paragraph.style, paragraph.number, paragraph.level)
            text = f"{counted} {text}".strip()
        self._lines += 1 + text.count("\n")
        keep_within(LINES, self._lines, self._limits.lines)
        if style.startswith(("toc", "inhopg")):
            return
        if self._tables:
            if self._rows and self._rows[-1]:
                self._rows[-1][-1].paragraphs.append(text)
            return
        heading = style.startswith(("heading", "kop", "title"))
        self.items.append(Line(text, f"alinea {self._number}", heading=heading))

    def _table(self) -> None:
        width = max((sum(cell.span for cell in row) for row in self._rows), default=0)
        keep_within(AREA, width * len(self._rows), self._limits.box)
        if not width:
            return
        order = 1 + sum(isinstance(item, Grid) for item in self.items)
        rows: list[list[Box]] = []
        for number, cells in enumerate(self._rows):
            row: list[Box] = []
            for cell in cells:
                at = len(row)
                box = Box(_joined(cell.paragraphs), number, at, _place(order, number, at))
                if cell.continues and rows:
                    box = rows[-1][at]
                row += [box] * cell.span
            at = len(row)
            row += [Box("", number, k, _place(order, number, k)) for k in range(at, width)]
            rows.append(row)
        self.items.append(Grid(tuple(map(tuple, rows))))


def _joined(paragraphs: list[str]) -> str:
    return "\n".join(paragraphs).strip("\n")


def _place(table: int, row: int, column: int) -> str:
    return f"tabel {table}, rij {row + 1}, kolom {column + 1}"
