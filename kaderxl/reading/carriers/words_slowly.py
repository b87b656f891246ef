"""The words of a page by Python's own reader, where lxml is not to be had: in a browser.

It can take minutes over a page that is made to take long; who reads there is ended by then.
"""

from __future__ import annotations

import re
from collections.abc import Set
from html.parser import HTMLParser


def words_of(html: str, unseen: Set[str], blocks: Set[str]) -> str:
    """The text, without what stands in `unseen` elements and a line for each of `blocks`."""
    words = _Words(unseen, blocks)
    words.feed(html)
    words.close()
    return words.text


class _Words(HTMLParser):
    def __init__(self, unseen: Set[str], blocks: Set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._hidden, self._blocks = unseen, blocks
        self._said: list[str] = []
        self._links: list[str] = []
        self._unseen: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._hidden if not self._unseen else tag == self._unseen[0]:
            self._unseen.append(tag)
        if self._unseen:
            return
        self._said.append("\n" if tag in self._blocks else "")
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen[0]:
                self._unseen.pop()
            return
        if tag == "a" and self._links and (link := self._links.pop()).startswith("http"):
            self._said.append(f" <{link}>")
        self._said.append("\n" if tag in self._blocks - {"br"} else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._said.append(re.sub(r"\s+", " ", data))
