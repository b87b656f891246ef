"""A page taken apart: its elements, as a reader or a browser finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_LEEG = {"br", "link", "meta"}


@dataclass
class Element:
    naam: str
    kenmerken: dict[str, str]
    kinderen: list[Element | str] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        return "".join(k if isinstance(k, str) else k.tekst for k in self.kinderen)

    def alle(self, *namen: str, klasse: str = "") -> list[Element]:
        """The elements below with one of these names, in the order of the page."""
        gevonden = []
        for kind in self.kinderen:
            if isinstance(kind, Element):
                past = not klasse or klasse in kind.kenmerken.get("class", "").split()
                gevonden += [kind] * (past and (not namen or kind.naam in namen))
                gevonden += kind.alle(*namen, klasse=klasse)
        return gevonden

    def een(self, *namen: str, klasse: str = "") -> Element:
        (enige,) = self.alle(*namen, klasse=klasse)
        return enige


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wortel = Element("", {})
        self.open = [self.wortel]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        nieuw = Element(tag, {naam: waarde or "" for naam, waarde in attrs})
        self.open[-1].kinderen.append(nieuw)
        if tag not in _LEEG:
            self.open.append(nieuw)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].naam == tag, f"</{tag}> closes <{self.open[-1].naam}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].kinderen.append(data)


def lees_pagina(data: bytes) -> Element:
    """The elements of a page; every one of them must be closed in its turn."""
    lezer = _Lezer()
    lezer.feed(data.decode("utf-8"))
    lezer.close()
    assert lezer.open == [lezer.wortel]
    return lezer.wortel
