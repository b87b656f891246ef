"""From bytes to lines and tables, inside the worker: an agreement as it was printed."""

from __future__ import annotations

from ..core.catalogue.files import BESTAND_VERSLEUTELD, GEEN_OVEREENKOMST
from . import kinds
from .cells import Note, Refusal, keep_within
from .formats.docx import read_docx
from .formats.text import as_text
from .limits import LINES, Limits
from .papers import TEXT, Line, Paper
from .zip import unpack

_OLD_WORD = "een oud Word-document (.doc)"


def open_paper(data: bytes, limits: Limits) -> tuple[Paper, list[Note]]:
    """The lines and tables in a file of any kind, and what is to be said of it.

    Raises Refusal, or whatever a reader raises.
    """
    if data.startswith(kinds.ZIP_START):
        parts = unpack(data, limits)
        kind = kinds.in_zip(parts)
        if kind is kinds.WORD:
            return read_docx(parts, limits), []
        raise _refused(kind)
    if data.startswith(kinds.OLE):
        kind = kinds.in_ole(data)
        if kind == "versleuteld":
            raise Refusal(BESTAND_VERSLEUTELD)
        raise _refused(_OLD_WORD if kind is kinds.WORD else kind)
    kind_of_bytes = kinds.by_magic(data)
    if kind_of_bytes is kinds.PDF:
        from .formats.pdf import read_pdf  # takes a while to import

        return read_pdf(data, limits), []
    read = None if kind_of_bytes else as_text(data)
    if read is None or not read[0].strip("\0"):
        raise _refused(kind_of_bytes or kinds.UNKNOWN)
    text, notes = read
    if kind_of_text := kinds.by_text(text):
        raise _refused(kind_of_text)
    return _text(text, limits), notes


def _refused(kind: kinds.Kind | str) -> Refusal:
    return Refusal(GEEN_OVEREENKOMST, soort=kind.soort if isinstance(kind, kinds.Kind) else kind)


def _text(text: str, limits: Limits) -> Paper:
    """Lines as they are; a form feed begins a page, as programs that unpack a pdf write it."""
    lines: list[Line] = []
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    keep_within(LINES, text.count("\n") + len(pages), limits.lines)
    number = 0
    for page, content in enumerate(pages, 1):
        for on_page, line in enumerate(content.split("\n"), 1):
            number += 1
            place = f"regel {number}"
            if len(pages) > 1:
                place = f"bladzijde {page}, regel {on_page}"
            lines.append(Line(line.rstrip(), place, page))
    return Paper("", TEXT, tuple(lines))
