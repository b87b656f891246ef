"""Every text that a bundle carries of its own."""

from __future__ import annotations

from ..core import labels as l
from .asked import Vraagblad
from .bundle_rows import Bundelrij

BLAD, BLADEN = "Bundel", "_bladen"
"""The hidden one says which sheets are in it."""
WOORDEN = "woorden "
ANDERE_WOORDEN = "Niet overal met deze woorden: ga bij een gemeente in de cel staan voor de hare."
_TITEL = "Bij elkaar: wat gemeenten vragen aan "
_ALLEEN = "Alleen voor "
AANWIJZING = (
    "Vul de gele cellen in. Is het antwoord overal hetzelfde, zet het dan één keer onder Antwoord. "
    "Wat bij een gemeente staat, geldt voor die gemeente."
)
KLAAR = "Klaar? Met kaderxl bundle --split wordt dit weer voor elke gemeente haar eigen blad."
SAMEN = "Dit vragen meer gemeenten"
KOPPEN = (l.CODE, l.VRAAG, l.EENHEID, l.ANTWOORD, l.CONTROLE)
INGEVULD, NOG_LEEG, MAG_LEEG = "Ingevuld", "Nog leeg", "Mag leeg"
_MAG_LEEG = "(mag leeg)"
_NIET_ALTIJD = (l.REDEN, l.TOELICHTING)


def titel(partij: str) -> str:
    return f"{_TITEL}{partij}"


def alleen_voor(blad: Vraagblad) -> str:
    """What stands over the questions that only one sheet asks."""
    return f"{_ALLEEN}{blad.van}"


def kop(blad: Vraagblad) -> str:
    """What stands over the column of a municipality."""
    return f"{blad.van}\n{blad.kenmerk}"


def leeg(rij: Bundelrij) -> str:
    """What Controle says of a row without an answer; whether a reden is needed, the colour says."""
    if rij.kolom in _NIET_ALTIJD:
        return "–"
    return MAG_LEEG if _MAG_LEEG in rij.vraag.vraag else NOG_LEEG


def is_ours(tekst: str) -> bool:
    """Whether a text beside the questions is one that a bundle has."""
    if tekst.startswith((_TITEL, _ALLEEN)):
        return True
    return tekst in (AANWIJZING, KLAAR, SAMEN, l.FICTIEF, INGEVULD, NOG_LEEG, MAG_LEEG, "–")
