"""pdf: the lines of text on each page with their places, and the lines that are drawn there.

pdfminer.six finds the letters; which lines make a column or a table is said elsewhere, by who
knows what is looked for. Nothing of a pdf is run, no picture is unpacked.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LAParams,
    LTAnno,
    LTChar,
    LTComponent,
    LTContainer,
    LTCurve,
    LTPage,
    LTTextLine,
)  # fmt: skip
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from ...core.catalogue.files import BESTAND_VERSLEUTELD, PDF_ZONDER_TEKST
from ..cells import Refusal, damaged, keep_within
from ..limits import LINES, PAGES, TEXT, Limits
from ..papers import PDF, Line, Paper, Rule

# Cells of a table stand close together: what is more than a letter apart is another line. The order
# of the lines is found elsewhere; pdfminer's own takes time that grows with their square.
_LAYOUT = LAParams(char_margin=1.0, boxes_flow=None, all_texts=True)
_SAME_LINE = 3.0
_THIN = 3.0
_SHORTEST_RULE = 8.0
_MOST_RULES = 20_000
_UNKNOWN_LETTER = "(cid:"


def read_pdf(data: bytes, limits: Limits) -> Paper:
    """The lines of a pdf, from the top of each page down. Raises Refusal."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages = list(islice(PDFPage.create_pages(document), limits.pages + 1))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise Refusal(BESTAND_VERSLEUTELD) from None
    except PSException:
        raise damaged("de opbouw van de pdf klopt niet") from None
    keep_within(PAGES, len(pages), limits.pages)
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=_LAYOUT)
    interpreter = PDFPageInterpreter(manager, device)
    lines: list[Line] = []
    rules: list[Rule] = []
    characters = 0
    for number, page in enumerate(pages, 1):
        interpreter.process_page(page)
        layout = device.get_result()
        found = _lines(layout, number)
        characters += sum(len(line.text) for line in found)
        keep_within(TEXT, characters, limits.characters)
        keep_within(LINES, len(lines) + len(found), limits.lines)
        lines += found
        rules += islice(_rules(layout, number), _MOST_RULES - len(rules))
    unknown = sum(line.text.count(_UNKNOWN_LETTER) for line in lines)
    if characters < max(len(pages), 1) or unknown * 2 * len(_UNKNOWN_LETTER) > characters:
        raise Refusal(PDF_ZONDER_TEKST)
    return Paper("", PDF, tuple(lines), tuple(rules))


def _parts(layout: Iterable[LTComponent]) -> Iterator[LTComponent]:
    """All that is on a page, whatever it is in."""
    waiting = [*layout]
    while waiting:
        part = waiting.pop()
        if isinstance(part, LTContainer) and not isinstance(part, LTTextLine):
            waiting += part
        else:
            yield part


def _lines(layout: LTPage, page: int) -> list[Line]:
    """Numbered as a reader counts them: what stands beside one another has one number."""
    found = []
    for part in _parts(layout):
        if isinstance(part, LTTextLine):
            text, words = _words(part)
            if text:
                top, bottom = round(layout.y1 - part.y1, 2), round(layout.y1 - part.y0, 2)
                found.append((top, bottom, words[0][1], round(part.x1, 2), text, words))
    found.sort()
    lines: list[Line] = []
    number, above = 0, -_SAME_LINE
    for top, bottom, left, right, text, words in found:
        if top - above >= _SAME_LINE:
            number, above = number + 1, top
        place = f"bladzijde {page}, regel {number}"
        lines.append(Line(text, place, page, left, right, top, bottom, words=words))
    return lines


def _words(line: LTTextLine) -> tuple[str, tuple[tuple[int, float], ...]]:
    """The text of a line, and where each word in it begins."""
    text, words = "", list[tuple[int, float]]()
    for letter in line:
        piece = letter.get_text() if isinstance(letter, LTChar | LTAnno) else ""
        if isinstance(letter, LTChar) and piece.strip() and not text[-1:].strip():
            words.append((len(text), round(letter.x0, 2)))
        text += piece if text or piece.strip() else ""
    return text.rstrip(), tuple(words)


def _rules(layout: LTPage, page: int) -> Iterator[Rule]:
    for part in _parts(layout):
        if isinstance(part, LTCurve):
            yield from _sides(part, layout.y1, page)


def _sides(part: LTCurve, height: float, page: int) -> Iterator[Rule]:
    """A thin shape is a line, another has four sides; what is shorter than a letter is none."""
    left, right, top, bottom = part.x0, part.x1, height - part.y1, height - part.y0
    wide, high = right - left, bottom - top
    if high <= _THIN:
        sides = [(left, top, right, top)]
    elif wide <= _THIN:
        sides = [(left, top, left, bottom)]
    else:
        sides = [
            (left, top, right, top), (left, bottom, right, bottom),
            (left, top, left, bottom), (right, top, right, bottom),
        ]  # fmt: skip
    for x0, y0, x1, y1 in sides:
        if max(x1 - x0, y1 - y0) >= _SHORTEST_RULE:
            yield Rule(page, *(round(side, 2) for side in (x0, y0, x1, y1)))
