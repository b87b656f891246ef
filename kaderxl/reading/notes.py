"""What stands beside the cells: notes, threaded comments, and when the file was saved."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from . import markup
from .cells import Place, column_index
from .outcome import Refusal

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def sheet_comments(
    parts: dict[str, bytes], relations: Iterable[tuple[str, str]]
) -> dict[Place, str]:
    """Notes of one xlsx sheet by place. A thread replaces the note that stands in for it in
    programs that know no threads; its replies follow it, one a line."""
    notes: dict[Place, str] = {}
    threads: dict[Place, list[str]] = {}
    for kind, part in relations:
        if kind == "comments":
            notes.update(_comments(parts.get(part, b""), "comment"))
        elif kind == "threadedComment":
            for place, text in _comments(parts.get(part, b""), "threadedComment"):
                threads.setdefault(place, []).append(text)
    return notes | {place: "\n".join(texts) for place, texts in threads.items()}


def last_saved(xml: bytes, tag: str) -> str:
    """The stamp in the first `tag` of a properties part, as ISO 8601 in UTC; "" for none.

    A stamp without a zone (ods) is taken to be UTC: its own zone is not in the file.
    """
    texts: list[str] = []
    try:
        if xml:
            _collect(xml, tag, texts)
        stamp = datetime.datetime.fromisoformat(texts[0].strip())
        if stamp.tzinfo is None:
            stamp = stamp.replace(tzinfo=datetime.UTC)
        return f"{stamp.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (Refusal, ValueError, IndexError, OverflowError):
        return ""  # the stamp is a help; a file is not refused for it


def _collect(xml: bytes, tag: str, texts: list[str]) -> None:
    inside = False

    def start(name: str, _: markup.Attributes) -> None:
        nonlocal inside
        inside = markup.local(name) == tag

    def text(data: str) -> None:
        if inside:
            texts.append(data)

    markup.parse(xml, start, None, text)


def _comments(xml: bytes, tag: str) -> list[tuple[Place, str]]:
    """(place, text) of each comment; the author's name that Excel puts in front is left out."""
    found: list[tuple[Place, list[str], str]] = []
    authors: list[list[str]] = []
    target: list[list[str]] = []

    def start(name: str, attributes: markup.Attributes) -> None:
        name = markup.local(name)
        if name == tag and (match := _ADDRESS.fullmatch(attributes.get("ref", ""))):
            place = (int(match[2]) - 1, column_index(match[1]))
            found.append((place, [], attributes.get("authorId", "")))
        elif name == "author":
            authors.append([])
            target.append(authors[-1])
        elif found and name == ("t" if tag == "comment" else "text"):
            target.append(found[-1][1])

    def end(name: str) -> None:
        if markup.local(name) in ("author", "t", "text") and target:
            target.pop()

    def text(data: str) -> None:
        if target:
            target[-1].append(data)

    if xml:
        markup.parse(xml, start, end, text)
    names = {str(index): "".join(author) for index, author in enumerate(authors)}
    return [
        (place, without_author("".join(pieces), names.get(author, "")))
        for place, pieces, author in found
    ]


def without_author(text: str, author: str) -> str:
    """A note as it was written; Excel puts the name of its author in front."""
    return (text.removeprefix(author + ":") if author else text).strip()
