"""What a bullet says: the indicator, and behind it in which years and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...core.notation import een_regel
from .found import NIETS, Stuk
from .heads import JAAR
from .items import is_houder, is_jaar, jaar_en_houder

_LANGSTE = 300
_HAAKJES = re.compile(r"(?P<wat>.*\S)\s*[(\[](?P<binnen>(?:[^()\[\]]|\([^()\[\]]*\))*)[)\]][.;,]?")
_MEESTE_HAAKJES = 3
_SCHEIDING = re.compile(r"\s*[;|,]\s*|\s+/\s+")
_STREEPJES = re.compile(r"\s+[–—|-]\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Bol:
    """`rest` is what stands with the years and actiehouders and is neither."""

    tekst: Stuk
    jaar: Stuk = NIETS
    houder: Stuk = NIETS
    rest: Stuk = NIETS

    def van(self, kolom: str) -> Stuk:
        return self.jaar if kolom == JAAR else self.houder

    def heeft(self, kolom: str) -> bool:
        return bool(self.van(kolom))

    def met(self, kolom: str, stuk: Stuk) -> Bol:
        return replace(self, jaar=stuk) if kolom == JAAR else replace(self, houder=stuk)


def lees_bol(tekst: str, plaats: str, namen: Iterable[str] = ()) -> Bol | None:
    """A bullet, with the years and actiehouders that stand in brackets or behind dashes at its end.

    Brackets in which neither is found are words of the indicator; of others, what is neither is
    the `rest`. Behind dashes nothing else may stand.
    """
    schoon = een_regel(tekst).rstrip(";")
    bekend = tuple(namen)
    if gelezen := _achteraan(schoon, bekend):
        wat, jaar, houder, rest = gelezen
        return _bol(wat, plaats, (jaar, houder), rest)
    wat, *delen = _STREEPJES.split(schoon)
    if delen and wat and (twee := _wie_en_wanneer(delen, bekend)) is not None:
        return _bol(wat, plaats, twee)
    return Bol(Stuk(schoon, plaats)) if schoon else None


def _bol(wat: str, plaats: str, gelezen: tuple[str, str], rest: str = "") -> Bol:
    jaar, houder, over = (Stuk(t, plaats) if t else NIETS for t in (*gelezen, rest))
    return Bol(Stuk(wat.strip(" :,"), plaats), jaar, houder, over)


def _achteraan(schoon: str, namen: tuple[str, ...]) -> tuple[str, str, str, str] | None:
    """The words before the brackets at the end, with years, actiehouders and the rest of those."""
    wat, jaar, houder, rest = schoon, "", "", list[str]()
    for _ in range(_MEESTE_HAAKJES):
        treffer = _HAAKJES.fullmatch(wat)
        if treffer is None:
            break
        gelezen = _tussen_haakjes(treffer["binnen"], namen)
        if gelezen is None or (jaar and gelezen[0]) or (houder and gelezen[1]):
            break
        wat, jaar, houder = treffer["wat"], jaar or gelezen[0], houder or gelezen[1]
        rest[:0] = [gelezen[2]] if gelezen[2] else []
    return (wat, jaar, houder, "; ".join(rest)) if jaar or houder else None


def _tussen_haakjes(binnen: str, namen: tuple[str, ...]) -> tuple[str, str, str] | None:
    """Years, actiehouders and what is neither; None when neither is there."""
    if heel := _wie_en_wanneer(re.split(r"\s*[;|]\s*|\s+/\s+", binnen), namen):
        return (*heel, "")
    grenzen = [(t.start(), t.end()) for t in _SCHEIDING.finditer(binnen[:_LANGSTE])]
    begin, einde = [0, *(e for _, e in grenzen)], [*(b for b, _ in grenzen), len(binnen)]
    gevonden, rest = {"jaar": "", "houder": ""}, list[str]()
    n = 0
    while n < len(begin):
        for tot in range(len(einde) - 1, n - 1, -1):
            deel = binnen[begin[n] : einde[tot]]
            wat = "jaar" if is_jaar(deel) else "houder" if is_houder(deel, namen) else ""
            if wat and not gevonden[wat]:
                gevonden[wat], n = deel, tot + 1
                break
        else:
            rest.append(binnen[begin[n] : einde[n]])
            n += 1
    if not any(gevonden.values()):
        return None
    return gevonden["jaar"], gevonden["houder"], ", ".join(filter(None, rest))


def _twee(deel: str, namen: tuple[str, ...]) -> tuple[str, str] | None:
    """Years and actiehouders in one part, with nothing or a comma between them, in either order."""
    if tweetal := jaar_en_houder(deel, namen):
        return tweetal
    for komma in re.finditer(r"\s*,\s*", deel[:_LANGSTE]):
        voor, na = deel[: komma.start()], deel[komma.end() :]
        if is_jaar(voor) and is_houder(na, namen):
            return voor, na
        if is_houder(voor, namen) and is_jaar(na):
            return na, voor
    return None


def _wie_en_wanneer(delen: list[str], namen: tuple[str, ...]) -> tuple[str, str] | None:
    """Years and actiehouders; None when a part is neither, or one of the two comes twice."""
    jaar = houder = ""
    for deel in filter(None, delen):
        if is_jaar(deel) and not jaar:
            jaar = deel
        elif is_houder(deel, namen) and not houder:
            houder = deel
        elif (tweetal := _twee(deel, namen)) and not jaar and not houder:
            jaar, houder = tweetal
        else:
            return None
    return (jaar, houder) if jaar or houder else None
