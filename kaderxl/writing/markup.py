"""HTML, SVG and XML made of elements: a text is escaped because it is a text.

Nobody's words can become markup: what goes into an element is text, unless another element
made it.
"""

from __future__ import annotations

from functools import cache
from html import escape

from ..core.text import leesbaar

_ZONDER_INHOUD = frozenset(("br", "link", "meta"))
_IN_KENMERK = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})

Kenmerk = str | int | float | None


class Markup(str):
    """Text that is markup already; only this module makes it."""

    __slots__ = ()


def element(naam: str, *inhoud: str, **kenmerken: Kenmerk) -> Markup:
    """An element with its contents.

    Attributes come as words: `class_="kop"`, `aria_hidden="true"`, and `fo__border` for
    `fo:border`. None leaves one out.
    """
    tekst = "".join(
        f' {_kenmerknaam(woord)}="{_veilig(str(waarde)).translate(_IN_KENMERK)}"'
        for woord, waarde in kenmerken.items()
        if waarde is not None
    )
    if naam in _ZONDER_INHOUD:
        return Markup(f"<{naam}{tekst}>")
    return Markup(f"<{naam}{tekst}>{samen(*inhoud)}</{naam}>")


def samen(*delen: str) -> Markup:
    """Elements and texts, one after another."""
    return Markup("".join(deel if isinstance(deel, Markup) else _veilig(deel) for deel in delen))


def stijlblad(css: str) -> Markup:
    """The stylesheet of a page; CSS of our own, with no text of anybody in it."""
    return Markup(f"<style>{css}</style>")


def document(aanhef: str, inhoud: Markup) -> bytes:
    """A file: `aanhef` is the doctype or the XML declaration."""
    return f"{aanhef}\n{inhoud}\n".encode()


@cache
def _kenmerknaam(woord: str) -> str:
    return woord.rstrip("_").replace("__", ":").replace("_", "-")


def _veilig(tekst: str) -> str:
    return escape(leesbaar(tekst))
