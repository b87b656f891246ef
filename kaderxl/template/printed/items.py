"""The pieces of a cell or a bullet: what is a year, what is somebody, what is a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ...core.notation import een_regel, plat, splits_namen
from ..holders import ROL
from ..year_words import lees_jaarwoorden
from .found import Stuk

BOLLETJES = "•●○▪▫■□◦‣➔➢►▶*·"
_BOLLETJE = re.compile(rf"\s*(?:[{BOLLETJES}\ue000-\uf8ff]|[>–—-](?=\s|[^\W]))\s*")
_LETTER = re.compile(
    r"\s*(?:\([a-z]\)|\(\d{1,2}\)|[a-z]\)|\d{1,2}\)|[a-z]\.(?=\s)|o\s(?=\S))\s*(?=\S)"
)
"""A letter or a number that does as a bullet: `a)`, `1)`, `(a)`, `a.`"""
_OPSOMMING = re.compile(rf"(?:^|\s)(?:>|[{BOLLETJES}\ue000-\uf8ff])\s*(?=\S)")
_AFGEBROKEN = re.compile(r"(?:[aeiouy]-\n(?![aeiouy])|[b-df-hj-np-tv-xz]-\n)(?!en\b|of\b)[a-zà-ÿ]")
"""A word broken off at the end of a line; between two vowels the hyphen is part of the word."""
_RUIM = (2000, 2099)
_JAAR = r"20\d\d"
_JAARWOORD = (
    r"uiterlijk|vanaf|sinds|t/m|tot(?: en met)?|vóór|voor|in|medio|halverwege|begin|eind(?:e)?|"
    r"elk(?:e)? jaar|ieder jaar|jaarlijks|doorlopend|gehele looptijd|hele looptijd|q[1-4]|"
    r"(?:eerste|tweede|derde|vierde) (?:kwartaal|helft)(?: van)?|kwartaal [1-4]|voorjaar|najaar|"
    r"zomer|winter|herfst|\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|"
    r"oktober|november|december)"
)
_JAREN_VOORAAN = re.compile(
    rf"(?:(?:{_JAARWOORD})\b\s*)*(?:{_JAAR}(?:\s*(?:[-–—/,;&]|t/m|tot(?: en met)?|en|\s)\s*"
    rf"(?:['’‘]?\d\d(?!\d)|{_JAAR}))*(?:\s+en verder)?(?:\s*\(uiterlijk\))?"
    rf"|elk(?:e)? jaar|ieder jaar|jaarlijks|doorlopend|(?:de )?(?:ge)?hele (?:looptijd|periode))",
    re.IGNORECASE,
)
_GROEP = re.compile(
    r"(?:(?:alle|de|het|elke|iedere|elk|ieder|beide|alle beide|allebei de) )?"
    r"(?:gemeenten?|(?:woning)?corporaties?|woningstichting(?:en)?|"
    r"huurders(?:verenigingen|vereniging|organisaties?|belangenverenigingen|belangenvereniging|"
    r"raad|raden|belangenorganisaties?)|bewonersraad|zorg(?:partij|partijen|organisaties?|aanbieders?)|"
    r"welzijns(?:organisaties?|partijen)|partijen|allen|iedereen|provincie|waterschap|"
    r"betrokken partijen|ho|hv)",
    re.IGNORECASE,
)


def is_jaar(tekst: str) -> bool:
    """Whether these words say a year or years, and nothing else."""
    schoon = een_regel(tekst).lstrip("> ")
    return bool(schoon) and len(schoon) < 80 and bool(lees_jaarwoorden(schoon, _RUIM)[0])


def is_houder(tekst: str, namen: Iterable[str] = ()) -> bool:
    """Whether these words name groups or partijen, and nothing else."""
    schoon = een_regel(ROL.sub("", tekst)).strip(" .;>")
    if not schoon or len(schoon) > 400:
        return False
    bekend = [*namen]
    plat_bekend = {plat(naam) for naam in bekend}
    delen = [d for deel in splits_namen(schoon, bekend) for d in _los(deel, plat_bekend)]
    return bool(delen) and all(
        plat(deel) in plat_bekend
        or _GROEP.fullmatch(deel.strip()) is not None
        or _met_plaats(deel)
        or plat(re.sub(r"^(?:de|het) ", "", deel)) in plat_bekend
        for deel in delen
    )


def _los(deel: str, bekend: set[str]) -> list[str]:
    if plat(deel) in bekend:
        return [deel]
    los = re.split(r"\s*[/+]\s*|\s+(?:samen met|i\.?s\.?m\.?|in samenwerking met)\s+", deel)
    return [d for d in los if d]


def _met_plaats(deel: str) -> bool:
    """`gemeente Dorpsveen`"""
    return re.fullmatch(r"(?:de )?gemeente(?: [A-Z'’][\w'’-]*){1,3}", deel.strip()) is not None


def jaar_en_houder(tekst: str, namen: Iterable[str] = ()) -> tuple[str, str] | None:
    """Years with behind them who, as one line of a cell has them; None for other words."""
    treffer = _JAREN_VOORAAN.match(een_regel(tekst).lstrip("> "))
    schoon = een_regel(tekst).lstrip("> ")
    if treffer is None:
        return None
    rest = schoon[treffer.end() :].strip(" ,;:–-")
    if rest and is_jaar(treffer[0]) and is_houder(rest, namen):
        return schoon[: treffer.end()].strip(" ,;"), rest
    return None


def zonder_bolletje(tekst: str) -> str:
    return een_regel(_BOLLETJE.sub("", tekst, count=1) if heeft_bolletje(tekst) else tekst)


def heeft_bolletje(tekst: str) -> bool:
    return _BOLLETJE.match(tekst) is not None


def is_punt(tekst: str) -> bool:
    """Whether a line of a text begins with a bullet, or with what does as one."""
    return heeft_bolletje(tekst) or _LETTER.match(tekst) is not None


def zonder_punt(tekst: str) -> str:
    """Without that; a letter or a number only where no bullet stands before it."""
    if heeft_bolletje(tekst):
        return zonder_bolletje(tekst)
    return een_regel(_LETTER.sub("", tekst, count=1) if _LETTER.match(tekst) else tekst)


def op_bolletjes(tekst: str) -> list[str]:
    """A line cut before each bullet in it, with the bullets; `a > b > c` gives three."""
    plekken = [t.start() for t in _OPSOMMING.finditer(tekst)]
    grenzen = sorted({0, *plekken, len(tekst)})
    delen = (tekst[a:b].strip() for a, b in pairwise(grenzen))
    return [deel for deel in delen if deel]


def stukken(tekst: str, plaats: str, regels_zijn_alineas: bool = True) -> tuple[Stuk, ...]:
    """The pieces of a cell: by bullets, else by white lines, else by paragraphs.

    Where lines are only the width of the column, they are no paragraphs.
    """
    regels = tekst.split("\n")
    met = [heeft_bolletje(r) for r in regels if r.strip()]
    groepen: list[list[str]] = []
    nieuw = True
    for regel in regels:
        if not regel.strip():
            nieuw = True
            continue
        los = regels_zijn_alineas and not any(met)
        if nieuw or los or heeft_bolletje(regel) or not groepen:
            groepen.append([])
        groepen[-1].append(regel)
        nieuw = False
    return tuple(Stuk(samen(groep), plaats) for groep in groepen)


def samen(regels: Iterable[str]) -> str:
    """Lines as one, with the word that was broken off at the end of a line made whole."""
    heel = ""
    for regel in regels:
        deel = regel.strip()
        if heel.endswith("\u00ad") or _AFGEBROKEN.search(f"{heel[-3:]}\n{deel[:4]}"):
            heel = heel[:-1] + deel
        elif heel.endswith("-") and deel[:1].isalnum() and not re.match(r"(?:en|of)\b", deel):
            heel += deel
        else:
            heel = f"{heel} {deel}" if heel else deel
    return een_regel(heel)
