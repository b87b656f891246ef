"""Numbered afspraken in running text, with their indicators as bullets or behind words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...core.notation import een_regel
from ...core.numbering import Nummer, als_nummer, vorm_van
from ...reading.papers import Line
from ..titles import lees_titel
from .bullets import Bol, lees_bol
from .found import NIETS, Blok, Stuk
from .heads import DOEL, HOUDER, INDICATOR, JAAR, kolom_van
from .items import heeft_bolletje, is_houder, is_jaar, is_punt, samen, zonder_punt
from .kinds import soort_van

_LANGSTE_TITEL = 200
_LANGSTE_KOP = 70
_MINSTE_SPATIES = 3  # less is a name, that may go on
_SAMENGESTELD = re.compile(
    r"(?P<nr>\d{1,2}(?:\.\d{1,2})+(?:bis|ter|[a-z])?|\d{1,2}(?:bis|ter|[a-z])|"
    r"(?:[A-Z]{1,2}|[IVX]{1,5})[.-]?\d{1,2}(?:bis|ter|[a-z])?)[.:)]?\s+"
    r"(?P<titel>[^\W\d].*)"
)
"""A number of more than one part needs no sign behind it."""
_LABEL = re.compile(r"(?P<woord>[^\W\d][\w '’()/-]{1,38}?)\s*[:?]\s*(?P<rest>.*)")
_HOOFDSTUK = re.compile(
    r"(?:thema|hoofdstuk|pijler|speerpunt|deel)\b\s*(?:\d{1,2}(?![\w-]))?\s*[.:–—-]?\s*"
    r"(?P<kop>.*)",
    re.I,
)
_KOPNUMMER = re.compile(r"^(?:[IVX]{1,5}|\d{1,2}|[A-Z])[.)]\s+")
_VAN_KOP = re.compile(r"^(?:[IVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])\s+")
_VERVOLG = re.compile(r"[a-zà-ÿ(\d]")
_WOORD_ERVOOR = re.compile(r"(?:prestatie)?afspraak\b", re.I)


@dataclass(frozen=True, slots=True)
class Prozavondst:
    """Blocks; of each numbered line (as printed) the text below it, and of an afspraak what of that
    is in no block (`over`); `los` are the bullets before the first of those lines that say who or
    when: they may be of an afspraak that was not seen."""

    blokken: tuple[Blok, ...] = ()
    teksten: tuple[tuple[Stuk, tuple[Stuk, ...]], ...] = ()
    los: tuple[Stuk, ...] = ()
    over: tuple[tuple[Stuk, tuple[Stuk, ...]], ...] = ()


@dataclass(slots=True)
class _Deel:
    """A numbered line and what stands below it, up to the next."""

    titel: Stuk
    nummer: Nummer
    kaal: str
    vorm: str
    thema: Stuk
    regels: list[Line]


def lees_proza(
    regels: Sequence[Line], namen: Iterable[str] = (), alineas: bool = False
) -> Prozavondst:
    """The afspraken of a text. `alineas` says that each line is a paragraph by itself."""
    voor, *delen = _delen(regels, tuple(namen), alineas)
    lezers = [_Lezer(deel, tuple(namen), alineas) for deel in delen]
    vorm = _vorm_van_afspraken(lezers)
    teksten = tuple((d.titel, _teksten(d)) for d in delen)
    thema = NIETS
    blokken: list[Blok] = []
    over: list[tuple[Stuk, list[Stuk]]] = []
    for nummer, lezer in enumerate(lezers if vorm else ()):
        deel = lezer.deel
        if deel.thema:
            thema = deel.thema
        if deel.vorm == vorm or lezer.heeft_indicatoren():
            blokken += lezer.blokken(thema)
            over.append((deel.titel, lezer.over()))
            continue
        thema = Stuk(deel.kaal, deel.titel.plaats)
        if over and not any(d.vorm == vorm for d in delen[nummer + 1 : nummer + 2]):
            over[-1][1].extend((deel.titel, *_teksten(deel)))
    los = [
        bol.tekst for bol in _Lezer(voor, tuple(namen), alineas).bollen if bol.jaar or bol.houder
    ]
    koppen = {deel.thema.plaats for deel in delen if deel.thema}
    rest = tuple(
        (titel, tuple(s for s in eigen if s.plaats not in koppen)) for titel, eigen in over
    )
    return Prozavondst(tuple(blokken), teksten, tuple(los), rest)


def genummerd(tekst: str) -> tuple[Nummer, str] | None:
    """The number and the words of a line that begins an afspraak or a chapter."""
    schoon = een_regel(tekst)
    if len(schoon) > _LANGSTE_TITEL or heeft_bolletje(schoon):
        return None
    if treffer := _SAMENGESTELD.fullmatch(schoon):
        return als_nummer(treffer["nr"]), treffer["titel"]
    titel = lees_titel(schoon)
    if titel.nummer is None or not titel.kaal:
        return None
    woord = _WOORD_ERVOOR.match(schoon)
    if not woord and (titel.kaal[0].islower() or re.fullmatch(r"[a-zA-Z]", str(titel.nummer))):
        return None
    return titel.nummer, titel.kaal


def _delen(regels: Sequence[Line], namen: tuple[str, ...], alineas: bool) -> list[_Deel]:
    """What stands before the first numbered line, and then each of those with what is below it."""
    delen = [_Deel(NIETS, 0, "", "", NIETS, [])]
    kop = NIETS
    verder = False
    for regel in regels:
        tekst = een_regel(regel.text)
        gevonden = genummerd(tekst)
        if gevonden and len(delen) > 1 and _is_indicator(tekst, gevonden, delen[-1], namen):
            delen[-1].regels.append(replace(regel, text=f"- {gevonden[1]}"))
            verder = False
        elif gevonden:
            delen.append(
                _Deel(Stuk(tekst, regel.place), *gevonden, _vorm(tekst, gevonden[0]), kop, [])
            )
            kop, verder = NIETS, not alineas
        elif verder and tekst and _VERVOLG.match(tekst) and not (is_jaar(tekst) or is_punt(tekst)):
            deel = delen[-1]
            deel.titel = Stuk(samen([deel.titel.tekst, tekst]), deel.titel.plaats)
            deel.kaal = samen([deel.kaal, tekst])
        else:
            verder = False
            los = als_kop(regel)
            if los:
                kop = Stuk(los, regel.place)
            delen[-1].regels.append(regel)
    return delen


def _is_indicator(
    tekst: str, gevonden: tuple[Nummer, str], deel: _Deel, namen: tuple[str, ...]
) -> bool:
    """Whether a numbered line below an afspraak is one of its indicators: numbered otherwise, and
    it says what is counted, or when and by whom."""
    bol = lees_bol(gevonden[1], "", namen)
    anders = _vorm(tekst, gevonden[0]) != deel.vorm and not _WOORD_ERVOOR.match(tekst)
    return anders and bol is not None and _zegt_genoeg(bol)


def _zegt_genoeg(bol: Bol) -> bool:
    return bool(bol.jaar or bol.houder or soort_van(bol.tekst.tekst))


def als_kop(regel: Line) -> str:
    """The words of a line that is a heading: the document says so, it is in capitals, or it says
    that it is one."""
    tekst = een_regel(regel.text)
    if not tekst or len(tekst) > _LANGSTE_KOP or heeft_bolletje(tekst) or kolom_van(tekst):
        return ""
    if treffer := _HOOFDSTUK.fullmatch(tekst):
        return treffer["kop"].strip() or tekst
    kaal = (_VAN_KOP if regel.heading else _KOPNUMMER).sub("", tekst)
    letters = [teken for teken in kaal if teken.isalpha()]
    hoofdletters = len(letters) > 3 and all(teken.isupper() for teken in letters)
    return kaal if hoofdletters or regel.heading else ""


def _vorm(tekst: str, nummer: Nummer) -> str:
    """How an afspraak is numbered: with a word before it, and in which shape."""
    return f"{'afspraak ' if _WOORD_ERVOOR.match(tekst) else ''}{vorm_van(nummer)}"


def _vorm_van_afspraken(lezers: Sequence[_Lezer]) -> str:
    """The numbering with the most indicators below it; else one that says `afspraak`."""
    keren: dict[str, int] = {}
    for lezer in lezers:
        vorm = lezer.deel.vorm
        keren[vorm] = keren.get(vorm, 0) + lezer.heeft_indicatoren()
    if keren and max(keren.values()):
        return max(keren, key=lambda vorm: keren[vorm])
    genoemd = [v for v in keren if v.startswith("afspraak ")]
    if genoemd:
        return genoemd[0]
    samengesteld = Counter(lezer.deel.vorm for lezer in lezers if len(lezer.deel.vorm) > 1)
    return max(samengesteld, key=lambda vorm: samengesteld[vorm]) if samengesteld else ""


def _teksten(deel: _Deel) -> tuple[Stuk, ...]:
    """The paragraphs below a title."""
    groepen: list[list[Line]] = [[]]
    for regel in deel.regels:
        if not regel.text.strip():
            groepen.append([])
        else:
            groepen[-1].append(regel)
    return tuple(Stuk(samen(r.text for r in groep), groep[0].place) for groep in groepen if groep)


def _als_rij(stuk: Stuk) -> tuple[Stuk, ...]:
    return (stuk,) if stuk else ()


class _Lezer:
    """What stands below one numbered line."""

    def __init__(self, deel: _Deel, namen: tuple[str, ...], alineas: bool) -> None:
        self.deel, self.namen, self.alineas = deel, namen, alineas
        self.bollen: list[Bol] = []
        self.allen: dict[str, Stuk] = {}
        self._laatste: list[tuple[str, str]] = []
        self._lijst = self._los = False
        self._over: list[list[tuple[str, str]]] = [[]]
        self._met_bolletjes = any(is_punt(regel.text.strip()) for regel in deel.regels)
        self._wacht = ""
        self._aan_het_woord = ""
        self._gezien = any(kolom_van(self._label(r.text)[0]) == INDICATOR for r in deel.regels)
        for regel in deel.regels:
            self._regel(regel)
        self._sluit()

    def heeft_indicatoren(self) -> bool:
        return (self._gezien and bool(self.bollen)) or any(map(_zegt_genoeg, self.bollen))

    def over(self) -> list[Stuk]:
        """The paragraphs that are no bullet, and that no label speaks of; and what a label says
        that no bullet takes."""
        los = [Stuk(samen(t for t, _ in deel), deel[0][1]) for deel in self._over if deel]
        ongebruikt = (
            stuk
            for kolom, stuk in self.allen.items()
            if kolom == DOEL or (self.bollen and all(bol.heeft(kolom) for bol in self.bollen))
        )
        return [*los, *ongebruikt]

    def _laat(self, *regels: tuple[str, str]) -> None:
        self._over[-1] += regels

    def blokken(self, thema: Stuk) -> Iterator[Blok]:
        titel, doel = self.deel.titel, _als_rij(self.allen.get(DOEL, NIETS))
        voor_allen = self.allen.get(JAAR, NIETS), self.allen.get(HOUDER, NIETS)
        for bol in self.bollen or [Bol(NIETS)]:
            jaar, houder = bol.jaar or voor_allen[0], bol.houder or voor_allen[1]
            delen = _als_rij(bol.tekst), _als_rij(jaar), _als_rij(houder)
            yield Blok(thema, titel, *delen, doel, rest=bol.rest)

    def _label(self, tekst: str) -> tuple[str, str]:
        """A word with a colon, or a question, that says what comes; and what stands behind it."""
        schoon = een_regel(tekst)
        if kolom_van(schoon):
            return schoon, ""
        treffer = _LABEL.fullmatch(schoon)
        return (treffer["woord"], treffer["rest"]) if treffer else ("", "")

    def _regel(self, regel: Line) -> None:
        tekst = regel.text.strip()
        kaal = zonder_punt(tekst)
        woord, rest = self._label(kaal)
        kolom = kolom_van(woord) if woord else ""
        if self._komt_erna(kaal):
            self._sluit()
        if not tekst or als_kop(regel):
            self._sluit()
            self._over += [[(tekst, regel.place)] if tekst else [], []]
        elif kolom in (INDICATOR, JAAR, HOUDER, DOEL):
            self._sluit()
            self._label_gevonden(kolom, rest, regel.place)
        elif is_punt(tekst) and (self._lijst or not self._gezien):
            self._sluit()
            self._laatste = [(kaal, regel.place)]
        elif self._laatste and not self.alineas:
            if self._los and self._is_af():
                self._sluit()
                self._los = True
            self._laatste.append((tekst, regel.place))
        elif self._wacht:
            self._zet(self._wacht, Stuk(kaal, regel.place))
            self._wacht = ""
        elif self._aan_het_woord and not self.alineas and self._vervolg(kaal):
            self._aan_het_woord = ""
        elif self._lijst and self.alineas and not regel.heading:
            self._laatste = [(kaal, regel.place)]
            self._sluit()
        elif self._lijst and not self._met_bolletjes and not regel.heading:
            self._laatste, self._los = [(kaal, regel.place)], True
        else:
            self._aan_het_woord = ""
            self._laat((tekst, regel.place))
            if self.alineas or is_punt(tekst):
                self._over.append([])

    def _komt_erna(self, kaal: str) -> bool:
        """Whether a line is a sentence of its own, right behind a bullet that ended."""
        is_zin = kaal[:1].isupper() and kaal.count(" ") >= _MINSTE_SPATIES
        los = not self._los and not is_houder(kaal, self.namen) and not is_jaar(kaal)
        return bool(self._laatste) and is_zin and los and self._is_af()

    def _is_af(self) -> bool:
        """Whether a bullet ends here, which only years or names at its end say."""
        bol = lees_bol(samen(t for t, _ in self._laatste), "", self.namen)
        return bol is not None and bool(bol.jaar or bol.houder)

    def _label_gevonden(self, kolom: str, rest: str, plaats: str) -> None:
        self._aan_het_woord = ""
        if kolom == INDICATOR:
            self._lijst = True
            if rest:
                self._laatste = [(rest, plaats)]
        elif rest:
            self._zet(kolom, Stuk(rest, plaats))
            self._aan_het_woord = kolom
        else:
            self._wacht = kolom

    def _zet(self, kolom: str, stuk: Stuk) -> None:
        """Of the bullet just before it where that has none, else of the whole afspraak."""
        laatste = self.bollen[-1] if self.bollen else None
        eerder = [b for b in self.bollen[:-1] if not b.heeft(kolom)]
        if laatste and kolom != DOEL and not laatste.heeft(kolom) and not eerder:
            self.bollen[-1] = laatste.met(kolom, stuk)
        elif self.allen.setdefault(kolom, stuk) is not stuk:
            self._laat((stuk.tekst, stuk.plaats))

    def _vervolg(self, kaal: str) -> bool:
        """The next line of what a label said, where it goes on as such."""
        kolom = self._aan_het_woord
        past = {HOUDER: lambda t: is_houder(t, self.namen), JAAR: is_jaar}.get(kolom)
        houder = self.bollen[-1] if self.bollen and self.bollen[-1].heeft(kolom) else None
        oud = houder.van(kolom) if houder else self.allen.get(kolom, NIETS)
        nieuw = Stuk(samen([oud.tekst, kaal]), oud.plaats)
        if not (oud and past and past(nieuw.tekst)):
            return False
        if houder:
            self.bollen[-1] = houder.met(kolom, nieuw)
        else:
            self.allen[kolom] = nieuw
        return True

    def _sluit(self) -> None:
        self._aan_het_woord = ""
        if not self._laatste:
            return
        regels = self._laatste
        zeker = not self._los or not self.bollen or self._is_af()
        self._laatste, self._los = [], False
        bol = lees_bol(samen(t for t, _ in regels), regels[0][1], self.namen)
        if bol is not None and zeker and (self._lijst or _zegt_genoeg(bol)):
            self.bollen.append(bol)
        else:
            self._over += [regels, []]
