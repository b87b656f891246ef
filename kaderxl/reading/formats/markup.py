"""XML from strangers, always through expat: well-formed, and no entity of its own making."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from ..cells import column_index, column_name, damaged, suspect

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"

Attributes = dict[str, str]

# UTF-8, and the root in the default namespace.
_PLAIN_HEAD = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml\s[^<>]*?\?>)?\s*<([A-Za-z]+)\s[^<>]*?\bxmlns=["']%s["']"""
    % MAIN.encode()
)
_OTHER_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.I)
_HIDING = re.compile(rb"<[!?]")
_PREFIXED = re.compile(rb":(?:c|row|sheetData|si)[\s/>]")
_SPACE = "http://www.w3.org/XML/1998/namespace space"


def parse(
    xml: bytes,
    start: Callable[[str, Attributes], None] | None = None,
    end: Callable[[str], object] | None = None,
    text: Callable[[str], None] | None = None,
    *,
    namespaces: bool = True,
) -> None:
    """Run expat over a part; names reach the handlers as "uri local". Raises Refusal."""
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.buffer_text = True
    parser.EntityDeclHandler = _forbidden
    # Left unset, expat stays in C for the whole part.
    if start:
        parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, UnicodeError, ValueError):
        raise damaged("een onderdeel is onleesbaar") from None


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition(" ")[2]


def tree(xml: bytes) -> Element:
    """A small part, only to be read; local names for elements and attributes. Raises Refusal."""
    return _tree(xml) if len(xml) <= _SMALL else _tree.__wrapped__(xml)


# Files from one program have the same small parts: what was seen of them holds for the next.
_SMALL = 20_000


@lru_cache(maxsize=64)
def _tree(xml: bytes) -> Element:
    builder = TreeBuilder()

    def start(name: str, attributes: Attributes) -> None:
        builder.start(local(name), {local(key): value for key, value in attributes.items()})

    parse(xml, start, lambda name: builder.end(local(name)), builder.data)
    return builder.close()


def is_plain(xml: bytes) -> bool:
    """Whether a pattern that looks for `<name` finds at least each element a parser would find.

    So it is in UTF-8 text without comments, CDATA, instructions, a DTD or prefixes of its own:
    nothing there hides a tag. It may find more, in an attribute of a part that is not
    well-formed; who counts on both sides then sees a difference.
    """
    head = _PLAIN_HEAD.match(xml)
    return (
        head is not None
        and not _HIDING.search(xml, head.end())
        and not _PREFIXED.search(xml)
        and not _OTHER_ENCODING.match(xml)
        and xml.rstrip().endswith(b"</" + head[1] + b">")
    )


def plain(xml: bytes) -> bytes:
    """The part, proved well-formed, in a form that is plain."""
    if is_plain(xml):
        parse(xml, namespaces=False)
        return xml
    return rewritten(xml)


def rewritten(xml: bytes) -> bytes:
    """The spreadsheet elements of a part, written anew in one form.

    UTF-8, no prefixes, double quotes; of a cell only the attributes r, s and t, and an address
    by its place when it does not name one.
    """
    writer = _Writer()
    parse(xml, writer.start, writer.end, writer.text)
    return "".join(writer.out).encode()


_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_TEXT = str.maketrans(_IN_TEXT)
_QUOTED = str.maketrans(_IN_TEXT | {"\n": "&#10;", "\t": "&#9;"})


class _Writer:
    def __init__(self) -> None:
        self.out: list[str] = []
        self._foreign = 0
        self._row = self._column = 0

    def start(self, name: str, attributes: Attributes) -> None:
        uri, _, tag = name.rpartition(" ")
        if self._foreign or uri not in (MAIN, STRICT, ""):
            self._foreign += 1
            return
        self._place(tag, attributes)
        own = {key: value for key, value in attributes.items() if " " not in key}
        if _SPACE in attributes:
            own["xml:space"] = attributes[_SPACE]
        if not self.out:
            own["xmlns"] = MAIN
        if tag == "c":
            own = {key: own[key] for key in "rst" if key in own}
        pairs = "".join(f' {key}="{value.translate(_QUOTED)}"' for key, value in own.items())
        self.out.append(f"<{tag}{pairs}>")

    def end(self, name: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self.out.append(f"</{local(name)}>")

    def text(self, text: str) -> None:
        if not self._foreign:
            self.out.append(text.translate(_TEXT))

    def _place(self, tag: str, attributes: Attributes) -> None:
        if tag == "row":
            stated = attributes.get("r", "")
            self._row = int(stated) if stated.isdecimal() else self._row + 1
            self._column = 0
        elif tag == "c":
            letters = attributes.get("r", "").rstrip("0123456789")
            if not letters:
                attributes["r"] = f"{column_name(self._column)}{self._row}"
                self._column += 1
            elif letters.isascii() and letters.isupper() and len(letters) <= 3:
                self._column = column_index(letters) + 1


def _forbidden(*_: object) -> NoReturn:
    raise suspect("het legt eigen tekens vast (een XML-entiteit)")
