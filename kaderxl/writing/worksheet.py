"""How a cell is written: text as text, and a number with all its digits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from ..core.text import leesbaar, stuurteken

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""In units of UTF-16."""
FIRST_YEAR = 1900
"""Of a date that a cell can hold as one."""
_AFGEKAPT = " … [afgekapt; de hele tekst staat in het ingezonden bestand]"


def is_markup(text: str) -> bool:
    """Whether xlsxwriter takes it for a text with its own letters in it, and not for its signs."""
    return text.startswith("<r>") and text.endswith("</r>")


def schrijf(blad: Worksheet, rij: int, kolom: int, waarde: object, opmaak: Format) -> None:
    """Write a value as what it is: a number, a date, a yes/no in words, else text."""
    if isinstance(waarde, str):
        waarde = leesbaar(waarde) if stuurteken(waarde) else waarde
    if type(waarde) is str and waarde and _past(waarde):
        _schrijf_tekst(blad, rij, kolom, waarde, opmaak)
    elif waarde is None or waarde == "":
        blad.write_blank(rij, kolom, None, opmaak)
    elif isinstance(waarde, bool):
        blad.write_string(rij, kolom, "Ja" if waarde else "Nee", opmaak)
    elif isinstance(waarde, (int, float)) and math.isfinite(waarde):
        blad.write_number(rij, kolom, _precies(waarde), opmaak)
    elif isinstance(waarde, date) and waarde.year >= FIRST_YEAR:
        blad.write_datetime(rij, kolom, waarde, opmaak)
    else:
        _schrijf_tekst(blad, rij, kolom, passend(str(waarde)), opmaak)


def schrijf_delen(
    blad: Worksheet, rij: int, kolom: int, delen: Sequence[tuple[Format, str]], opmaak: Format
) -> None:
    """Write a text of parts that each have a look of their own; one too long for it in one look."""
    delen = [(letters, leesbaar(tekst)) for letters, tekst in delen if tekst]
    heel = "".join(tekst for _, tekst in delen)
    if len(delen) < 2 or not _past(heel):
        schrijf(blad, rij, kolom, heel, opmaak)
        return
    stukken = (stuk for letters, tekst in delen for stuk in (letters, tekst))
    blad.write_rich_string(rij, kolom, *stukken, opmaak)


class _Voluit(float):
    """A number that is written with all its digits, whatever is asked."""

    def __format__(self, vorm: str) -> str:
        del vorm
        return repr(float(self))


def _precies(getal: float) -> float:
    """A number so that xlsxwriter, which gives sixteen digits, keeps one that has seventeen."""
    return getal if float(f"{getal:.16G}") == getal else _Voluit(getal)


def _schrijf_tekst(blad: Worksheet, rij: int, kolom: int, tekst: str, opmaak: Format) -> None:
    """A text between `<r>` and `</r>` is markup to xlsxwriter, unless it is marked up itself; that
    is longer than the text, and only the text must fit."""
    if not is_markup(tekst):
        blad.write_string(rij, kolom, tekst, opmaak)
        return
    letterlijk = f'<r><t xml:space="preserve">{escape(tekst, quote=False)}</t></r>'
    grens, blad.xls_strmax = blad.xls_strmax, 2 * len(letterlijk)
    blad.write_string(rij, kolom, letterlijk, opmaak)
    blad.xls_strmax = grens


def _past(tekst: str) -> bool:
    """Whether a text fits a cell, which counts in UTF-16: a character beyond U+FFFF is two."""
    return 2 * len(tekst) <= LONGEST_CELL or len(_utf16(tekst)) <= 2 * LONGEST_CELL


def passend(tekst: str) -> str:
    """A text that fits a cell; what had to go is said."""
    if _past(tekst):
        return tekst
    ruimte = 2 * (LONGEST_CELL - len(_AFGEKAPT))
    return _utf16(tekst)[:ruimte].decode("utf-16-le", "ignore") + _AFGEKAPT


def _utf16(tekst: str) -> bytes:
    return tekst.encode("utf-16-le", "surrogatepass")
