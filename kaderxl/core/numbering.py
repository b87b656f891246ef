"""The number of an afspraak, as the agreement prints it: 1, 1a, 1.1, A1, I-2, 2bis."""

from __future__ import annotations

import re

from .text import als_code

Nummer = int | str
"""A plain number is an int; another is a text, as it is printed."""
_GETAL = r"\d{1,3}(?:[.-]\d{1,2})*(?:bis|ter|[a-z])?"
NUMMER = rf"(?:[a-z]{{1,4}}[.-]?{_GETAL}|{_GETAL}|[ivxlc]{{1,6}}(?:[.-]{_GETAL})?|[a-z])"
"""The forms that a number has, in small letters."""
WOORD = r"(?:(?:prestatie)?afspraak|artikel|nummer|nr\.?)\s*"
"""What may stand before one."""
_DELEN = re.compile(r"\d+|[^\W\d]+")


def vorm_van(nummer: Nummer) -> str:
    """The shape of a number: `9`, `a.9`, `9a`; one that was put in between has that of its own."""
    zonder = re.sub(r"(?<=\d)(?:bis|ter)$", "", str(nummer), flags=re.IGNORECASE)
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "9", zonder))


def als_nummer(tekst: str) -> Nummer:
    """A number as it was written down."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() else tekst


def is_nummer(tekst: str) -> bool:
    return re.fullmatch(NUMMER, tekst, re.IGNORECASE) is not None


def zonder_nummer(titel: str, nummer: Nummer) -> str:
    """A title without this number in front, and the word before that."""
    vooraf = rf"(?:{WOORD})?{re.escape(str(nummer))}(?![\w%])\s*[.:)–—-]*\s*"
    return re.sub(rf"^{vooraf}(?=\S)", "", titel, flags=re.IGNORECASE)


def in_code(nummer: Nummer) -> str:
    """How a number stands in a code: `01`, `1A`, `I-2`; what two numbers share makes them one."""
    if isinstance(nummer, int):
        return f"{nummer:02}"
    return re.sub(r"[^A-Z0-9]+", "-", als_code(nummer)).strip("-")


def op_nummer(nummer: Nummer) -> tuple[tuple[int, str], ...]:
    """What sorts numbers: 2 before 10, and 1a between 1 and 2."""
    delen = _DELEN.findall(str(nummer))
    return tuple((int(d), "") if d.isdecimal() else (0, d.casefold()) for d in delen)
