"""Text that looks as if it holds somebody's mail address, phone number or citizen number (BSN).

Only forms that people write are known, so that amounts, years and numbers of homes stay free.
"""

from __future__ import annotations

import re

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
# Area codes have three or four digits, mobile numbers begin with 06. A date has a dash between
# its day and its month as well, but none of three digits.
_TELEFOON = re.compile(
    r"""(?<![\w.,/+-])
    (?: (?:\+|00)31[ -]?\(?0?\)?[ -]?6 | 06 | \(06\) )[ -]?
        (?: \d{8} | \d{4}[ ]\d{4} | \d\d(?:[ ]\d\d){3} | \d\d[ ]\d{3}[ ]\d{3} )(?![\w/-]|[.,]\d)
    | (?<![\w.,/+-])
    (?: (?:\+|00)31[ -]?\(?0?\)?[ -]?[1-57-9]\d | 0[1-57-9]\d | \(0[1-57-9]\d\) )[ -]?
        (?: \d{7} | \d{3}[ ]\d{4} | \d{3}[ ]\d\d[ ]\d\d )(?![\w/-]|[.,]\d)
    | (?<![\w.,/+-])
    (?: (?:\+|00)31[ -]?\(?0?\)?[ -]?[1-57-9]\d\d | 0[1-57-9]\d\d | \(0[1-57-9]\d\d\) )[ -]?
        (?: \d{6} | \d{3}[ ]\d{3} | \d\d[ ]\d\d[ ]\d\d )(?![\w/-]|[.,]\d)
    """,
    re.VERBOSE,
)
_NEGEN_CIJFERS = re.compile(r"(?<![\w.,€/+-])(?<!€ )(?<!€\xa0)\d{9}(?![\w%/-]|[.,]\d)")
_BEDRAG_ERNA = re.compile(r"\s*(?:euro|eur|miljoen|woningen|m2|m²|,-)", re.IGNORECASE)
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_MINSTE_CIJFERS = 9
_CIJFER = re.compile(r"\d")


def lijkt_persoonlijk(tekst: str) -> tuple[str, ...]:
    """What the text seems to hold, in words that say nothing of its content; () for nothing."""
    gevonden = []
    if "@" in tekst and _MAIL.search(tekst):
        gevonden.append("een e-mailadres")
    if len(_CIJFER.findall(tekst)) < _MINSTE_CIJFERS:
        return tuple(gevonden)
    if _TELEFOON.search(tekst):
        gevonden.append("een telefoonnummer")
    if any(
        _is_bsn(treffer[0]) and not _BEDRAG_ERNA.match(tekst, treffer.end())
        for treffer in _NEGEN_CIJFERS.finditer(tekst)
    ):
        gevonden.append("een burgerservicenummer")
    return tuple(gevonden)


def _is_bsn(cijfers: str) -> bool:
    """The 11-proef for citizen numbers; a number of all zeros passes it and is none."""
    som = sum(g * int(c) for g, c in zip(_GEWICHTEN, cijfers, strict=True))
    return som % 11 == 0 and not cijfers.endswith("000")
