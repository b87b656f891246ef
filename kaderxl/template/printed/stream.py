"""A table of which only the words are left: cell after cell, as a program that unpacks a pdf gives
them. What is a year and who is meant tells which column a piece was in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...core.notation import een_regel
from ...core.numbering import NUMMER
from ...reading.papers import Line
from ..titles import eerste_getal, lees_titel
from .found import NIETS, Blok, Stuk, Tabelvondst
from .heads import AFSPRAAK, INDICATOR, in_een_regel
from .items import (
    BOLLETJES,
    heeft_bolletje,
    is_houder,
    is_jaar,
    jaar_en_houder,
    op_bolletjes,
    samen,
    zonder_bolletje,
)  # fmt: skip

_LANGSTE = 300
_GROOTSTE_STAP = 2
_BEGIN = re.compile(
    rf"(?P<thema>(?:[^\W\d][^\d>]{{0,60}}?\s)??)(?P<titel>(?:afspraak\s+)?(?P<nr>{NUMMER})"
    r"[.:)]?\s+[^\W\d].*)",
    re.IGNORECASE | re.DOTALL,
)
_BOLLETJE = re.compile(rf"\s*[>{BOLLETJES}-]")
"""A bullet that everybody writes; a sign of one font may be a picture as well."""
_EINDE = re.compile(r"colofon|bijlagen?|inhoud(?:sopgave)?|ondertekening|bronnen", re.IGNORECASE)


def lees_stroom(regels: Sequence[Line], namen: Iterable[str] = ()) -> tuple[Tabelvondst, set[Line]]:
    """The blocks below the first line that is a head; and which lines they were in."""
    begin = next((n for n, r in enumerate(regels) if _is_kop(r)), None)
    if begin is None:
        return Tabelvondst(), set()
    lezing = _Stroom(tuple(namen))
    for groep in _alineas(regels[begin:]):
        if lezing.klaar:
            break
        lezing.neem(groep)
    hersteld = Stuk(een_regel(regels[begin].text), regels[begin].place)
    return replace(lezing.vondst(), hersteld=hersteld), {
        regel for groep in lezing.gelezen for regel in groep
    }


def _is_kop(regel: Line) -> bool:
    """A head with the afspraak before the indicator: only then does a row begin where one sees."""
    kolommen = in_een_regel(regel.text)
    return AFSPRAAK in kolommen and INDICATOR in kolommen


def _alineas(regels: Iterable[Line]) -> list[list[Line]]:
    """Lines without a white line between them; a head stands by itself."""
    groepen: list[list[Line]] = [[]]
    for regel in regels:
        if _is_kop(regel):
            groepen += [[regel], []]
        elif _EINDE.fullmatch(regel.text.strip()):
            groepen += [[regel]]
        elif regel.text.strip():
            groepen[-1].append(regel)
        else:
            groepen.append([])
    return [groep for groep in groepen if groep]


class _Stroom:
    """What was read so far of the cells of a table."""

    def __init__(self, namen: tuple[str, ...]) -> None:
        self.namen, self.klaar = namen, False
        self.blokken: list[Blok] = []
        self.noten: list[Stuk] = []
        self.gelezen: list[list[Line]] = []
        self._wacht: list[list[Line]] = []
        self._thema = self._titel = NIETS
        self._nummer = 0
        self._delen: dict[str, list[Stuk]] = {}

    def vondst(self) -> Tabelvondst:
        self._sluit()
        return Tabelvondst(tuple(self.blokken), tuple(self.noten))

    def neem(self, groep: list[Line]) -> None:
        if _is_kop(groep[0]):
            self._wacht.clear()
        elif not self._alinea(groep):
            self.klaar = True
            return
        self.gelezen.append(groep)

    def _alinea(self, groep: list[Line]) -> bool:
        """False for what can only stand behind the table."""
        regels = [r.text for r in groep]
        heel, plaats = samen(regels), groep[0].place
        eerste, *_ = regels
        if _EINDE.match(eerste.strip()) or len(heel) > _LANGSTE:
            return False
        if not heeft_bolletje(eerste) and self._begint(heel, plaats):
            return True
        if not self._titel:
            return True
        for tekst, waar in _delen(groep):
            self._deel(tekst, waar)
        return True

    def _begint(self, heel: str, plaats: str) -> bool:
        """An afspraak, if its number comes next; what stands behind it on the line goes too."""
        voor, *rest = op_bolletjes(heel)
        treffer = _BEGIN.fullmatch(voor)
        nummer = eerste_getal(treffer["nr"]) if treffer else 0
        if treffer is None or not self._nummer <= nummer <= self._nummer + _GROOTSTE_STAP:
            return False
        titel = een_regel(treffer["titel"])
        if (
            nummer == self._nummer
            and lees_titel(titel).nummer == lees_titel(self._titel.tekst).nummer
        ):
            return False
        self._sluit()
        self._nummer = nummer
        if treffer["thema"].strip():
            self._thema = Stuk(een_regel(treffer["thema"]), plaats)
        self._titel, self._delen = Stuk(titel, plaats), {"wat": [], "jaar": [], "wie": []}
        for deel in rest:
            self._deel(deel, plaats)
        return True

    def _deel(self, tekst: str, plaats: str) -> None:
        kaal = zonder_bolletje(tekst)
        if is_jaar(kaal):
            self._delen["jaar"].append(Stuk(een_regel(tekst), plaats))
        elif tweetal := jaar_en_houder(kaal, self.namen):
            begin = een_regel(tekst)
            self._delen["jaar"].append(Stuk(begin[: len(begin) - len(tweetal[1])].strip(), plaats))
            self._delen["wie"].append(Stuk(tweetal[1], plaats))
        elif is_houder(kaal, self.namen):
            self._delen["wie"].append(Stuk(kaal, plaats))
        elif self._delen["wie"] and not _BOLLETJE.match(tekst):
            self.noten.append(Stuk(kaal, plaats))
        elif kaal:
            self._delen["wat"].append(Stuk(kaal, plaats))

    def _sluit(self) -> None:
        if self._titel:
            wat, jaar, wie = (tuple(self._delen[k]) for k in ("wat", "jaar", "wie"))
            self.blokken.append(Blok(self._thema, self._titel, wat, jaar, wie, gezien=False))
        self._titel = NIETS


def _delen(groep: Sequence[Line]) -> list[tuple[str, str]]:
    """The pieces of some lines: a new one at each bullet, also in the middle of a line."""
    delen: list[tuple[list[str], str]] = []
    for regel in groep:
        for nummer, deel in enumerate(op_bolletjes(regel.text)):
            if not delen or nummer or heeft_bolletje(deel):
                delen.append(([], regel.place))
            delen[-1][0].append(deel)
    return [(samen(regels), plaats) for regels, plaats in delen]
