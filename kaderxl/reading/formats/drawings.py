"""What floats over an xlsx sheet or hides behind its cells: text boxes, pictures and links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from itertools import islice, product
from xml.etree.ElementTree import Element

from ..cells import Place
from . import markup
from .marks import MOST, address, place_of

_IN_CELL = re.compile(rb"""<c\s[^<>]*?\br="([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*?\svm=""")
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s")
_LINK_FORMULA = re.compile(
    rb"""<c\s[^<>]*?\br="([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*>\s*<f[^<>]*>\s*"""
    rb"""HYPERLINK\((?:"|&quot;)([^<]*?)(?:"|&quot;)"""
)
_MOST_CELLS = 100  # of one link


def drawn(xml: bytes) -> tuple[dict[Place, str], set[Place]]:
    """The texts in a drawing part, and its pictures, by the cell where each begins."""
    texts: dict[Place, str] = {}
    pictures: set[Place] = set()
    for anchor in markup.tree(xml):
        row, column = (anchor.findtext(f"from/{side}", "0").strip() for side in ("row", "col"))
        place = (int(row), int(column)) if (row + column).isdecimal() else (0, 0)
        paragraphs: list[str] = []
        for element in _shapes(anchor):
            if element.tag == "pic":
                pictures.add(place)
            elif element.tag == "txBody":
                pieces = (paragraph.iter("t") for paragraph in element.iter("p"))
                paragraphs += ["".join(t.text or "" for t in parts) for parts in pieces]
        if (text := "\n".join(paragraphs).strip()) and len(texts) < MOST:
            texts[place] = f"{texts[place]}\n{text}" if place in texts else text
    return texts, pictures


def _shapes(element: Element) -> Iterator[Element]:
    """All that is in an anchor, but for what stands in for it in older programs."""
    for child in element:
        if child.tag != "Fallback":
            yield child
            yield from _shapes(child)


def links(xml: bytes, targets: Mapping[str, str]) -> dict[Place, str]:
    """The address outside the workbook behind each cell of a sheet; `targets` has them by id."""
    found = {
        place_of(row, column): html.unescape(target.decode(errors="replace"))
        for column, row, target in (_LINK_FORMULA.findall(xml) if b"HYPERLINK(" in xml else ())
    }
    for about in _hyperlinks(xml)[:MOST] if targets and _LINK.search(xml) else ():
        target = targets.get(about.get("id", ""), "")
        found.update(dict.fromkeys(_range(about.get("ref", "")), target) if target else {})
    return dict(islice(found.items(), MOST))


def in_cells(xml: bytes) -> set[Place]:
    """The cells that hold a picture, or what else Excel keeps beside the values of a workbook."""
    found = _IN_CELL.findall(xml) if b" vm=" in xml else ()
    return {place_of(row, column) for column, row in found}


def _hyperlinks(xml: bytes) -> list[markup.Attributes]:
    found: list[markup.Attributes] = []

    def start(name: str, attributes: markup.Attributes) -> None:
        if markup.local(name) == "hyperlink":
            found.append({markup.local(key): value for key, value in attributes.items()})

    markup.parse(xml, start)
    return found


def _range(ref: str) -> Iterator[Place]:
    """The cells of `B3` or `B3:C4`; not more of them than anybody links by hand."""
    first, _, last = ref.partition(":")
    begin, end = address(first), address(last or first)
    if begin and end:
        rows, columns = (range(begin[n], end[n] + 1) for n in (0, 1))
        yield from islice(product(rows[:_MOST_CELLS], columns[:_MOST_CELLS]), _MOST_CELLS)
