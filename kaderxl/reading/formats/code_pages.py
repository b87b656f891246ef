"""Which letters the bytes of a text stand for, when it is no Unicode.

A csv does not say it. A modern Windows writes cp1252; "CSV (MS-DOS)" of Excel is cp850, and
"CSV (Macintosh)" Mac Roman. In the wrong one of these "geïnd" reads "ge‹nd" or "geÔnd": what is
right shows by which signs stand in their place, in our own texts and in what people wrote.
"""

from __future__ import annotations

import re
from itertools import islice

from ...core.catalogue.files import TEKENS_ONZEKER, TEKENS_VAN_OUD_PROGRAMMA
from ...core.text import zichtbaar
from ..cells import Note

WINDOWS = "cp1252"
_OLD = {
    "cp850": "MS-DOS (in Excel: CSV (MS-DOS))",
    "mac_roman": "een oudere Mac (in Excel: CSV (Macintosh))",
}
_AT_HOME, _RARE, _STRANGE = 0, 1, 2
_MOST = 5000  # signs that are looked at
_SHOWN, _LONGEST = 5, 30

_BETWEEN = r"(?<![^\W\d_]){}(?![^\W\d_])"  # no letter on either side of it
_IN_PLACE = re.compile(
    "|".join(
        (
            # Letters in Dutch: één, óók, über; geïnd, creëren, scène; Curaçao; à, voilà; Éen, ÉÉN
            r"[éóáöü](?=[a-zéó])",
            r"(?<=[a-zéóá])[éëïöüèêóáä](?![A-Z])",
            r"(?<=[a-z])ç(?=[aou])",
            r"(?<=[lj])à(?!\w)|(?<!\S)à(?!\S)",
            r"(?<!\w)[ÉÓÁÖÜÀ](?=[a-zA-ZÉÓÁéóá])",
            r"(?<=[A-ZÉÓÁ])[ÉÓÁÖÜÄËÏ](?![a-z])",
            # What is no letter
            r"(?<!\w)[“‘„«](?=\S)",
            r"(?<=\S)[”»](?!\w)",
            r"’(?![^\W\d_])|’(?=[dnrst])|(?<![^\W\d_])’",
            _BETWEEN.format("[–—€£½¼¾×±§]"),
            r"…(?![^\W\d_])",
            r"(?<!\S)[•·▪](?=\s)",
            r"(?<=[mM])[²³](?![^\W\d_])",
            r"(?<=[\d ])°(?![a-z])",
            r"(?<=\d)[‰µ]|(?<![^\W\d_])[≥≤≠≈](?=[\s\d])",
            r"[®©™\xa0]",
            r"(?<=[█░])[█░]|[█░](?=[█░])|¦",
        )
    )
)
"""A sign where people write it in Dutch, and those of the bar above our table."""
_NEAR = frozenset("’…")  # may stand at a letter as well
_SIGN = re.compile(r"[^\x00-\x7f]")
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]|(?<!\S)\? ?\d|\ufffd")
"""A letter, or the sign before a number, that another program had no sign for."""


def decoded(data: bytes) -> tuple[str, list[Note]] | None:
    """The text of bytes that are no UTF-8, with what is to be said of it; None when no page fits.

    As cp1252, unless one of the old pages puts clearly more signs in their place. Whatever is not
    certain is said, with the words to look at.
    """
    costs: dict[str, int] = {}
    texts: dict[str, str] = {}
    for page in (WINDOWS, *_OLD):
        try:
            texts[page] = data.decode(page)
        except UnicodeDecodeError:
            continue  # cp1252 has no sign for five of the bytes
        costs[page] = _cost(texts[page])
    best = min(costs, key=lambda page: costs[page])  # of equals the first
    text, words = texts[best], _words(texts[best])
    if best == WINDOWS:
        other = any(costs[page] == costs[best] and texts[page] != text for page in costs)
        certain = costs[best] < _STRANGE and not other
        return text, [] if certain or not words else [_unsure(words)]
    if WINDOWS not in costs and costs[best] * 2 > min(_MOST, len(_SIGN.findall(text))):
        return None  # this is no text
    words += _lost(text)
    return text, [(TEKENS_VAN_OUD_PROGRAMMA, {"waarvan": _OLD[best], "woorden": _as_list(words)})]


def lost_signs(text: str) -> list[Note]:
    """What is to be said of a text in which letters are gone, whatever it was written in."""
    words = _lost(text)
    return [_unsure(words)] if words else []


def _lost(text: str) -> list[str]:
    found = (_around(text, match) for match in islice(_LOST.finditer(text), _MOST))
    return [*dict.fromkeys(word for word in found if "/" not in word)][:_SHOWN]


def _unsure(words: list[str]) -> Note:
    return TEKENS_ONZEKER, {"woorden": _as_list(words)}


def _as_list(words: list[str]) -> str:
    return ", ".join(f"“{zichtbaar(word)}”" for word in words)


def _cost(text: str) -> int:
    """How far the signs of a text are from where Dutch has them: the lower, the likelier."""
    return sum(
        _AT_HOME
        if _IN_PLACE.match(text, at)
        else _letter(text[max(0, at - 1) : at], text[at], text[at + 1 : at + 2])
        for at in (match.start() for match in islice(_SIGN.finditer(text), _MOST))
    )


def _letter(before: str, sign: str, after: str) -> int:
    """How strange a sign is behind and before these where Dutch does not have it."""
    if sign in _NEAR:
        return _RARE
    if not sign.isalpha() or not (before.isalpha() or after.isalpha()):
        return _STRANGE
    if sign.islower():
        return _STRANGE if before.isupper() and after.isupper() else _RARE
    within = before.isalpha() and not (before.isupper() and not after.islower())
    return _STRANGE if within or not sign.isupper() else _RARE


def _words(text: str) -> list[str]:
    """The first words that show how the text was read; words of letters, if there are any."""
    found = (_around(text, match) for match in islice(_SIGN.finditer(text), _MOST))
    words = [*dict.fromkeys(found)]
    spelt = [word for word in words if any(map(str.isalpha, word))]
    return (spelt or words)[:_SHOWN]


def _around(text: str, match: re.Match[str]) -> str:
    """The word that a match is in, or what there is of it nearby."""
    begin, end = match.span()
    before = re.search(r"[^\s;,\t|\"]*\Z", text[max(0, begin - _LONGEST) : begin])
    after = re.match(r"[^\s;,\t|\"]*", text[end : end + _LONGEST])
    word = (before[0] if before else "") + match[0] + (after[0] if after else "")
    return word.strip(".,:!()“”") or word
