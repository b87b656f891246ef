"""What a mail says in its text: the words of its sender, and the links to files among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

_LONGEST = 20_000
_LONGEST_SOURCE = 200_000
_LONGEST_LINE = 300
_MOST_LINKS = 20
_UNSEEN = {"script", "style", "head", "title", "blockquote"}
_BLOCKS = {"p", "div", "br", "tr", "li", "table", "ul", "ol", "h1", "h2", "h3", "hr", "pre"}
_URL = re.compile(r"https?://[^\s<>\"']{4,2000}")
_FORWARDED = re.compile(r"\s*(?:fw|fwd|doorgest|doorgestuurd|tr)\s*:", re.I)
# Where the mail begins that was answered, as the programs write it above that mail.
_ANSWERED = re.compile(
    r"^[ \t]*(?:-{2,} ?(?:Oorspronkelijk bericht|Original Message|Ursprüngliche Nachricht) ?-{2,}"
    r"|_{20,}[ \t]*\n\s*(?:Van|From):"
    r"|\*?(?:Van|From):\*?[^\n]*\n(?:[^\n]*\n){0,3}?"
    r"[ \t]*\*?(?:Verzonden|Sent|Datum|Date|Aan|To):)",
    re.M,
)
_WROTE = re.compile(r"[ \t]*(?:Op|On)\s.{5,}\s(?:schreef|wrote)\b[^:]*:[ \t]*")
_QUOTED = re.compile(r"^[ \t]*>.*(?:\n|\Z)", re.M)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# The hosts of places where files are left to be fetched, and what people call them.
_SERVICES = (
    ("SharePoint of OneDrive", ("sharepoint.com", "1drv.ms", "onedrive.live.com", "onedrive.com")),
    ("Google Drive", ("drive.google.com", "docs.google.com")),
    ("WeTransfer", ("wetransfer.com", "we.tl")),
    ("Dropbox", ("dropbox.com", "db.tt")),
    ("SURFfilesender", ("filesender.surf.nl", "surfdrive.surf.nl")),
    ("iCloud", ("icloud.com",)),
    ("Zivver", ("zivver.com",)),
    ("Cryptshare", ("cryptshare.com", "cryptshare.eu")),
    ("Smash", ("fromsmash.com",)),
    ("TransferNow", ("transfernow.net",)),
    ("Filemail", ("filemail.com",)),
    ("Box", ("box.com",)),
)


def as_text(html: str) -> str:
    """The text of a page, a line for each block, and each link behind its words."""
    try:
        from lxml import etree  # most mails have their text as text
    except ImportError:  # a page in a browser has none; what is slow there is ended
        from .words_slowly import words_of

        return words_of(html[:_LONGEST_SOURCE], _UNSEEN, _BLOCKS)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        page = etree.fromstring(html[:_LONGEST_SOURCE].encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return ""
    return "" if page is None else "".join(_pieces(page))


def _pieces(page: Any) -> Iterator[str]:
    from lxml import etree

    walker = etree.iterwalk(page, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else "script"
        if event == "start":
            if tag in _UNSEEN:
                walker.skip_subtree()
                continue
            yield "\n" if tag in _BLOCKS else ""
            yield _in_one_line(element.text)
        else:
            link = element.get("href", "") if tag == "a" else ""
            yield f" <{link}>" if link.startswith("http") else ""
            yield "\n" if tag in _BLOCKS - {"br"} else ""
            yield _in_one_line(element.tail)


def _in_one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def own_words(text: str, subject: str) -> str:
    """The text without the mail it answers; of what was forwarded everything.

    An answer written between the lines of that mail stays.
    """
    text = _tidy(text[:_LONGEST_SOURCE])
    if not _FORWARDED.match(subject):
        if answered := _ANSWERED.search(text):
            text = text[: answered.start()]
        text = _QUOTED.sub("", _without_who_wrote(text))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _without_who_wrote(text: str) -> str:
    """The text without the lines that say who wrote what is quoted: one, or folded into two."""
    lines = text.split("\n")
    kept: list[str] = []
    for number, line in enumerate(lines):
        before = kept[-1] if number and kept else ""
        if len(line) < _LONGEST_LINE and line.rstrip().endswith(":"):
            if _WROTE.fullmatch(line):
                continue
            if len(before) < _LONGEST_LINE and _WROTE.fullmatch(f"{before} {line}"):
                kept.pop()
                continue
        kept.append(line)
    return "\n".join(kept)


def links_in(text: str) -> tuple[tuple[str, str], ...]:
    """Each link to a place where files are left: what such a place is called, and the address."""
    found = dict.fromkeys(_links(text))
    return tuple(found)[:_MOST_LINKS]


def _links(text: str) -> Iterator[tuple[str, str]]:
    for match in _URL.finditer(text):
        address = match[0].rstrip(".,;)>]")
        try:
            host = (urlsplit(address).hostname or "").lower()
        except ValueError:
            continue
        for service, hosts in _SERVICES:
            if any(host == name or host.endswith(f".{name}") for name in hosts):
                yield service, address


def _tidy(text: str) -> str:
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    return "\n".join(line.rstrip() for line in text.split("\n"))
