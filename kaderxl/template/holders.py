"""Who is meant in a column of actiehouders: groups and partijen, in the words people use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..core.kader import Partij
from ..core.notation import een_regel, lijkt_op, plat, schrijf_opsomming, splits_namen

_ALLEN = frozenset({"partijen", "allen", "iedereen", "betrokkenen", "betrokken partijen"})
_ERVOOR = re.compile(r"(?:alle|elke?|iedere?|beide|allebei|de|het) ")
_ROL = "(?:trekker|coördinator|penvoerder|eerstverantwoordelijke)"
ROL = re.compile(rf"\s*(?:\({_ROL}\)|,\s*{_ROL}(?=\s*(?:[;,]|$)))", re.IGNORECASE)
"""What makes a trekker of who stands before it: `gemeente (trekker)`, `gemeente, trekker; …`."""
_EN = re.compile(r"\s*[/+]\s*|\s+(?:samen met|i\.?s\.?m\.?|in samenwerking met)\s+", re.I)
_AFKORTINGEN = {"ho": "huurdersorganisatie", "hv": "huurdersvereniging", "gem": "gemeente"}
_MEERVOUDEN = ("s", "'s", "n", "en")
_KORTSTE = 3
_KORTSTE_BEGIN = 8


@dataclass(frozen=True, slots=True)
class Genoemd:
    """The partijen (codes) of a cell, the words that name none, and which of them (codes) is called
    trekker: None where nobody is.

    `letterlijk` says that every word is a group, a name or a code as the sheet Partijen has it.
    """

    codes: tuple[str, ...]
    onbekend: tuple[str, ...] = ()
    letterlijk: bool = True
    trekker: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Namen:
    """All by which the partijen of a template are known."""

    partijen: tuple[Partij, ...]

    @cached_property
    def keuzes(self) -> tuple[str, ...]:
        """Groups, then partijen, each once."""
        groepen = (p.groep for p in self.partijen)
        return tuple(filter(None, dict.fromkeys((*groepen, *(p.naam for p in self.partijen)))))

    @cached_property
    def _einden(self) -> tuple[str, ...]:
        """Each name without its first word or two."""
        return tuple(einde for p in self.partijen for einde in einden(p.naam))

    def lees(self, tekst: str) -> Genoemd:
        """Whom a cell names."""
        zonder = ROL.sub("", tekst)
        genoemd, onbekend, letterlijk = set[str](), [], True
        for naam in self._delen(zonder):
            codes = self._letterlijk(naam)
            letterlijk = letterlijk and bool(codes)
            codes = codes or self._bedoeld(naam)
            if not codes:
                onbekend.append(naam)
            genoemd |= codes
        heel = letterlijk and zonder == tekst
        return Genoemd(self._in_volgorde(genoemd), tuple(onbekend), heel, self._trekker(tekst))

    def _in_volgorde(self, codes: set[str]) -> tuple[str, ...]:
        return tuple(p.code for p in self.partijen if p.code in codes)

    def _trekker(self, tekst: str) -> tuple[str, ...] | None:
        """Who stands just before that word; of two such words all that they name."""
        genoemd, begin = set[str](), 0
        for treffer in ROL.finditer(tekst):
            *_, naam = ("", *self._delen(tekst[begin : treffer.start()]))
            genoemd |= self._letterlijk(naam) or self._bedoeld(naam)
            begin = treffer.end()
        return self._in_volgorde(genoemd) if begin else None

    def _delen(self, tekst: str) -> Iterable[str]:
        for naam in splits_namen(tekst, (*self.keuzes, *self._einden)):
            if self._letterlijk(naam):
                yield naam
            else:
                yield from filter(None, _EN.split(naam))

    def _letterlijk(self, naam: str) -> set[str]:
        bedoeld = plat(naam)
        return {
            p.code
            for p in self.partijen
            if naam == p.code or bedoeld in (plat(p.groep), plat(p.naam))
        }

    def _bedoeld(self, naam: str) -> set[str]:
        """A group or a name with a small word before it; what a common abbreviation stands for; one
        group in the plural, or of more than one; the code or a part of the name of one alone."""
        kaal = _ERVOOR.sub("", plat(naam), count=1)
        if kaal in _ALLEN:
            return {p.code for p in self.partijen}
        if gevonden := self._letterlijk(kaal):
            return gevonden
        heel = _AFKORTINGEN.get(kaal, "\0")
        alle = {plat(p.groep) for p in self.partijen}
        for groepen in (
            {groep for groep in alle if groep.startswith(heel)},
            {groep for groep in alle if _zelfde_woord(groep, kaal)},
        ):
            if len(groepen) == 1:
                return self._letterlijk(groepen.pop())
        van = {p.code for p in self._lijkt(kaal)}
        return van if len(van) == 1 else set()

    def tip(self, naam: str) -> str:
        """What may be meant by a name that names nobody, as a ready sentence; "" for nothing."""
        kaal = _ERVOOR.sub("", plat(naam), count=1)
        if van := [f"“{p.naam}”" for p in self._lijkt(kaal)]:
            return f" Bedoelt u {schrijf_opsomming(van, 'of')}?"
        return lijkt_op(naam, self.keuzes)

    def _lijkt(self, kort: str) -> list[Partij]:
        """The partijen that have this for a code in small letters, for their name without its first
        word or two, with that word abbreviated, or for the beginning of it."""
        eerste, _, rest = kort.partition(" ")
        voluit = f"{_AFKORTINGEN[eerste]} {rest}" if rest and eerste in _AFKORTINGEN else kort
        return [
            p
            for p in self.partijen
            if kort in (plat(p.code), *map(plat, (*einden(p.naam), *beginnen(p.naam))))
            or voluit == plat(p.naam)
        ]


def _zelfde_woord(een: str, ander: str) -> bool:
    """Whether two words are one in the singular and in the plural: corporatie and corporaties."""
    kort, lang = sorted((een, ander), key=len)
    return any(lang == kort + einde for einde in _MEERVOUDEN)


def beginnen(naam: str) -> list[str]:
    """`Huurdersplatform` for Huurdersplatform Het Veen; what may be many a name says nothing."""
    woorden = een_regel(naam).split(" ")
    kort = (" ".join(woorden[:eind]) for eind in range(1, len(woorden)))
    return [begin for begin in kort if len(begin) >= _KORTSTE_BEGIN]


def einden(naam: str) -> list[str]:
    """`De Haard` and `Haard` for Woonstichting De Haard; what is too short says nothing."""
    woorden = een_regel(naam).split(" ")
    korter = (" ".join(woorden[begin:]) for begin in (1, 2))
    return [einde for einde in korter if len(einde) >= _KORTSTE]
