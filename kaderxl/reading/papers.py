"""What is printed, as reading hands it on: lines of text and tables, each with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Any

from ..core.rounds import Bevinding
from .cells import Note

WORD, PDF, TEXT = "docx", "pdf", "txt"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a paragraph of a format that has no lines.

    `place` says where it stands, in words. Pages count from 1; of a pdf the sides are in points
    from the left and the top of the page, of another format they are all 0. `heading` says that
    the document itself calls it one. `words` has, of a pdf, where each word begins: in the text,
    and in points from the left.
    """

    text: str
    place: str
    page: int = 1
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    heading: bool = False
    words: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table: its text, and the zero-based row and column where it begins.

    A merged cell is the same Box wherever it reaches.
    """

    text: str
    row: int
    column: int
    place: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of which the document knows the cells; all rows are equally long."""

    rows: tuple[tuple[Box, ...], ...]
    page: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn on a page of a pdf, or the side of a box: in points, like a Line."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed document; `items` in the order in which it has them, `findings` what is to be said
    of how it was read."""

    sha256: str
    format: str
    items: tuple[Line | Grid, ...]
    rules: tuple[Rule, ...] = ()
    findings: tuple[Bevinding, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        return (item for item in self.items if isinstance(item, Line))


def encode_paper(paper: Paper, notes: Iterable[Note]) -> bytes:
    """What a worker has read, and what is to be said of it, as JSON."""
    return json.dumps(
        {
            "format": paper.format,
            "items": [astuple(item) for item in paper.items],
            "rules": [astuple(rule) for rule in paper.rules],
            "notes": [(regel.code, velden) for regel, velden in notes],
        },
        separators=(",", ":"),
    ).encode()


def decode_paper(answer: dict[str, Any], sha256: str, findings: Iterable[Bevinding]) -> Paper:
    """A worker's answer; one of another shape raises ValueError, KeyError or TypeError."""
    items = tuple(map(_item, answer["items"]))
    rules = (Rule(int(page), *map(float, sides)) for page, *sides in answer["rules"])
    return Paper(sha256, str(answer["format"]), items, tuple(rules), tuple(findings))


def _item(fields: Any) -> Line | Grid:
    if isinstance(fields[0], list):
        rows, page = fields
        if len(set(map(len, rows))) > 1:
            raise ValueError("rows of unequal length")
        return Grid(tuple(tuple(map(_box, row)) for row in rows), int(page))
    text, place, page, left, right, top, bottom, heading, words = fields
    x0, x1, y0, y1 = map(float, (left, right, top, bottom))
    starts = tuple((int(at), float(x)) for at, x in words)
    return Line(str(text), str(place), int(page), x0, x1, y0, y1, bool(heading), starts)


def _box(fields: Any) -> Box:
    text, row, column, place = fields
    return Box(str(text), int(row), int(column), str(place))
