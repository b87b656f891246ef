"""What the readers of each format hand to the worker: a result, or a refusal raised."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..errors import Regel
from .cells import Sheet

Note = tuple[Regel, dict[str, str]]
"""A catalogue entry with its fields; the parent, who knows the file's name, makes the finding."""


class Refusal(Exception):
    """This file is not read; caught in the worker and made a `Refused` by the parent."""

    def __init__(self, regel: Regel, **velden: object) -> None:
        super().__init__(regel.code)
        self.note: Note = (regel, {naam: str(waarde) for naam, waarde in velden.items()})


@dataclass(frozen=True, slots=True)
class Result:
    """A file that was read; `format` and `modified` as in Document."""

    format: str
    sheets: list[Sheet]
    modified: str = ""
    notes: list[Note] = field(default_factory=list)
