"""The years of an indicator in the words that people use for them."""

from __future__ import annotations

import re

from ..core.notation import een_regel, lees_jaren

_HELE_LOOPTIJD = re.compile(
    r"(?:elk|ieder)e? jaar|jaarlijks|alle jaren|doorlopend|"
    r"(?:(?:gedurende )?de )?(?:ge)?hele (?:looptijd|periode)"
)
_MAAND = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    "sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_IN_HET_JAAR = re.compile(
    r"\b(?:medio|halverwege|begin|eind(?:e)?|voorjaar|zomer|najaar|herfst|winter|uiterlijk|in|jaar|"
    r"(?:eerste|tweede|derde|vierde|[1-4]e) (?:kwartaal|helft)|kwartaal [1-4]|q[1-4]|van|"
    rf"jaarlijks|(?:elk|ieder) jaar|(?:\d{{1,2}} )?(?:{_MAAND}))\b\.?(?: van\b)?"
)
"""What says when in a year, and takes no year away and adds none."""
_VANAF = re.compile(r"(?:vanaf|sinds) (\d{4})|(\d{4}),? (?:en verder|e\.? ?v\.?)")
_KORT = re.compile(r"(20\d\d)( ?(?:[-–—/]|t/m|tot en met|tot|en) ?)['’‘](\d\d)(?!\d)")
_KORT_MET_STREEP = re.compile(r"(20\d\d)( ?[-–—/] ?)(\d\d)(?![\d-])")


def lees_jaarwoorden(tekst: object, looptijd: tuple[int, int]) -> tuple[frozenset[int], bool]:
    """The years that are meant, none where that cannot be said; and whether there is another
    reading: what `tot 2028` says of 2028 itself, and `2025/2028` of the years between."""
    van, tm = looptijd
    schoon = een_regel(tekst).lstrip("> ").casefold().strip(" .")
    if _HELE_LOOPTIJD.fullmatch(schoon):
        return frozenset(range(van, tm + 1)), False
    for kort in (_KORT, _KORT_MET_STREEP):
        schoon = kort.sub(r"\1\2 20\3", schoon)
    schoon = een_regel(_IN_HET_JAAR.sub(" ", re.sub(r"[()]", " ", schoon)))
    if treffer := _VANAF.fullmatch(schoon):
        begin = int(treffer[1] or treffer[2])
        return frozenset(range(begin, max(tm, begin) + 1)), False
    if treffer := re.fullmatch(r"(t/m|tot en met|tot) (\d{4})", schoon):
        einde = int(treffer[2])
        return frozenset(range(min(van, einde), einde + 1)), treffer[1] == "tot"
    schoon = re.sub(r"^vanaf (?=\d{4}\D+\d{4}$)", "", schoon)
    opgesomd = re.sub(r" ?/ ?(?!m\b)", ", ", schoon)
    jaren, twijfel = lees_jaren(re.sub(r"\btot(?! en met)\b", "t/m", opgesomd))
    aaneen = max(jaren, default=0) - min(jaren, default=0) < len(jaren)
    streep = "/" in schoon.replace("t/m", "")
    return jaren, twijfel or " tot 2" in schoon or (streep and not aaneen)
