"""How wide a text is in Calibri, and on how many lines it stands in a column.

Carlito has the widths of Calibri; they stand here, so that no font need be installed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_EENHEDEN = 2048  # in the height of the font
_PIXELS_PER_PUNT = 4 / 3
# fmt: off
_GEWOON = {
    452: "'", 463: " ", 470: "il", 490: "j", 511: ",‘’‚", 516: "I", 517: ".·", 548: ":;",
    596: "`", 621: "()", 625: "f", 627: "-", 628: "[]", 644: "{}", 653: "J", 667: "!", 685: "³",
    686: "t", 688: "²", 694: "°", 714: "r", 791: "/\\", 801: "s", 809: "z", 821: "\"", 857: "“”„",
    861: "L", 866: "c", 887: "x", 925: "v", 927: "y", 931: "k", 941: "FS", 943: "|", 949: "?",
    959: "Z", 964: "g", 981: "a", 998: "TY", 1000: "E", 1019: "e", 1020: "#*+<=>^_~–†•−≠≤≥√§±×",
    1038: "$0123456789€®", 1049: "«»", 1058: "P", 1063: "X", 1064: "K", 1076: "bdhnpqu",
    1080: "oß", 1084: "ø", 1092: "C", 1112: "R", 1114: "B", 1162: "V", 1185: "A", 1237: "●",
    1260: "D", 1276: "H", 1292: "G", 1314: "U", 1322: "N", 1356: "O", 1359: "Ø", 1375: "½",
    1378: "Q", 1397: "&", 1414: "…", 1444: "™", 1464: "%w", 1563: "Æ", 1583: "æ", 1636: "m",
    1709: "©", 1751: "M", 1822: "W", 1831: "@", 1854: "—→",
}
_VET = {
    463: " ", 478: "'", 503: "il", 523: "j", 528: ",‘’‚", 546: "I", 547: ".", 548: "·", 565: ":;",
    615: "`", 627: "-", 638: "()", 648: "f", 665: "[]", 667: "!", 678: "J", 688: "³", 692: "²",
    701: "°", 704: "{}", 710: "t", 728: "r", 814: "z", 817: "s", 857: "c", 866: "L", 880: "/\\",
    891: "“”„", 898: "\"", 940: "F", 941: "x", 949: "?", 968: "S", 969: "v", 970: "y", 971: "g",
    973: "|", 979: "Z", 983: "k", 999: "E", 1011: "a", 1014: "T", 1020: "#*+<=>^_~–†•−≠≤≥√§±×",
    1031: "e", 1038: "$0123456789€®", 1064: "Y", 1084: "C", 1090: "P", 1099: "bdhnpqu", 1101: "o",
    1103: "«»", 1114: "ø", 1120: "K", 1128: "X", 1136: "ß", 1148: "B", 1153: "R", 1211: "V",
    1237: "●", 1241: "A", 1291: "D", 1292: "H", 1305: "G", 1337: "U", 1349: "N", 1385: "O",
    1394: "Ø", 1405: "Q", 1415: "½", 1443: "&", 1457: "…", 1475: "™", 1493: "%", 1526: "w",
    1587: "æ", 1588: "Æ", 1666: "m", 1709: "©", 1790: "M", 1840: "@", 1854: "—→", 1856: "W",
}
# fmt: on
_BREEDTES = tuple(
    {teken: n for n, tekens in tabel.items() for teken in tekens} for tabel in (_GEWOON, _VET)
)


@dataclass(frozen=True)
class Stuk:
    """A text in one letter, or part of one."""

    tekst: str
    grootte: float = 11
    vet: bool = False

    @property
    def regelhoogte(self) -> float:
        """Points: 15 for the usual letter of 11."""
        return self.grootte * 15 / 11

    def breedte(self, tekst: str | None = None) -> float:
        """Pixels at 100 %, of the whole or of a word of it."""
        eenheden = sum(_eenheden(t, self.vet) for t in (self.tekst if tekst is None else tekst))
        return eenheden / _EENHEDEN * self.grootte * _PIXELS_PER_PUNT


@lru_cache(maxsize=4096)
def _eenheden(teken: str, vet: bool) -> int:
    """Of one sign; one that Calibri hasn't comes from a wider font."""
    if unicodedata.combining(teken):
        return 0
    basis = unicodedata.normalize("NFD", teken)[0]
    if basis == "\xa0":
        basis = " "
    return _BREEDTES[vet].get(basis, _EENHEDEN)


def breedte(stukken: Iterable[Stuk]) -> float:
    """Pixels of a text that stands on one line."""
    return sum(stuk.breedte() for stuk in stukken)


def regels(stukken: Sequence[Stuk], ruimte: float) -> list[float]:
    """The heights in points of the lines that a text takes within `ruimte` pixels.

    A line breaks at spaces and at line breaks, and a word that is longer than a line anywhere.
    """
    hoogtes: list[float] = []
    hoogte, gebruikt = 0.0, 0.0
    for stuk, woord in _woorden(stukken):
        if woord == "\n":
            hoogtes.append(hoogte or stuk.regelhoogte)
            hoogte, gebruikt = stuk.regelhoogte, 0.0
            continue
        nodig = stuk.breedte(woord.rstrip(" "))
        if gebruikt and nodig and gebruikt + nodig > ruimte:
            hoogtes.append(hoogte)
            hoogte, gebruikt = 0.0, 0.0
        rest = woord
        while nodig > ruimte:
            rest = rest[_wat_past(stuk, rest, ruimte) :]
            nodig = stuk.breedte(rest.rstrip(" "))
            hoogtes.append(stuk.regelhoogte)
        hoogte, gebruikt = max(hoogte, stuk.regelhoogte), gebruikt + stuk.breedte(rest)
    return [*hoogtes, hoogte] if hoogte or not hoogtes else hoogtes


def _woorden(stukken: Iterable[Stuk]) -> Iterator[tuple[Stuk, str]]:
    """Each word with the spaces behind it, and each line break."""
    for stuk in stukken:
        for nummer, alinea in enumerate(stuk.tekst.split("\n")):
            if nummer:
                yield stuk, "\n"
            woord = ""
            for teken in alinea:
                if teken != " " and woord.endswith(" "):
                    yield stuk, woord
                    woord = ""
                woord += teken
            if woord:
                yield stuk, woord


def _wat_past(stuk: Stuk, woord: str, ruimte: float) -> int:
    """How many signs of a long word stand on one line; always one."""
    aantal = 1
    while aantal < len(woord) and stuk.breedte(woord[: aantal + 1]) <= ruimte:
        aantal += 1
    return aantal
