"""Charts as inline SVG: a series with its gaps, against what is aimed at; and bars of plans."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core.notation import schrijf_getal
from .markup import Markup, element, samen

_LINKS, _RECHTS, _BOVEN, _ONDER = 44, 10, 24, 30
_LETTERBREEDTE = 7.2
_SMALLE_STAAF = 46
_DICHTBIJ = 16


@dataclass(frozen=True, slots=True)
class Punt:
    """One place of the series. Without a value it is a gap, or still to come.

    What is only a part of it so far is drawn as an outline, with `erbij` behind its name.
    """

    naam: str
    waarde: int | float | None = None
    komt_nog: bool = False
    erbij: str = ""


@dataclass(frozen=True, slots=True)
class Streven:
    """A target from the first place up to and including `tot` (a name): a line, or a band."""

    laag: float | None
    hoog: float | None
    tot: str
    woorden: str

    @property
    def grenzen(self) -> tuple[float, ...]:
        return tuple(sorted({g for g in (self.laag, self.hoog) if g is not None}))


def column_chart(
    punten: Sequence[Punt],
    streven: Sequence[Streven] = (),
    *,
    id_: str,
    titel: str,
    beschrijving: str,
    breedte: int = 900,
    hoogte: int = 320,
    klasse: str = "",
) -> Markup:
    """Columns, with an outline of dashes where a value is missing; nothing is interpolated."""
    vlak = _vlak(punten, streven, breedte, hoogte)
    delen = [
        *(_band(vlak, s) for s in streven),
        *_raster(vlak),
        *(_kolom(vlak, nummer, p) for nummer, p in enumerate(punten)),
        *_waarden(vlak, punten),
        *(_lijnen(vlak, s) for s in streven),
        *(
            _tekst(s.woorden, _LINKS + 6, y, "strevenwoord", "start")
            for s, y in zip(streven, _label_hoogtes(vlak, streven), strict=True)
        ),
        *_namen(vlak, punten),
    ]
    return _svg(*delen, id_=id_, titel=titel, beschrijving=beschrijving, vlak=vlak, klasse=klasse)


@dataclass(frozen=True, slots=True)
class _Vlak:
    """The drawing area: where a place and a value lie."""

    breedte: int
    hoogte: int
    namen: tuple[str, ...]
    laagste: float
    hoogste: float
    stap: float

    @property
    def vak(self) -> float:
        return (self.breedte - _LINKS - _RECHTS) / max(1, len(self.namen))

    def x(self, nummer: float) -> float:
        return round(_LINKS + nummer * self.vak, 1)

    def y(self, waarde: float) -> float:
        bereik = self.hoogste - self.laagste
        deel = (waarde - self.laagste) / bereik
        return round(self.hoogte - _ONDER - deel * (self.hoogte - _BOVEN - _ONDER), 1)

    def einde(self, naam: str) -> float:
        """Where a place ends; one that is not in the series ends where the series does."""
        plaats = self.namen.index(naam) if naam in self.namen else len(self.namen) - 1
        return self.x(plaats + 1)


def _vlak(punten: Sequence[Punt], streven: Sequence[Streven], breedte: int, hoogte: int) -> _Vlak:
    waarden = [p.waarde for p in punten if p.waarde is not None]
    waarden += [g for s in streven for g in s.grenzen]
    hoogste, laagste = max([*waarden, 1]), min([*waarden, 0])
    stap = _ronde_stap((hoogste - laagste) / 5)
    namen = tuple(p.naam for p in punten)
    onder, boven = math.floor(laagste / stap) * stap, math.ceil(hoogste * 1.04 / stap) * stap
    return _Vlak(breedte, hoogte, namen, onder, boven, stap)


def _ronde_stap(ruw: float) -> float:
    """1, 2 or 5 times a power of ten, so that the axis has numbers people count in."""
    macht = 10 ** math.floor(math.log10(ruw))
    return float(next((m * macht for m in (1, 2, 5) if m * macht >= ruw), 10 * macht))


def _raster(vlak: _Vlak) -> Iterator[Markup]:
    aantal = round((vlak.hoogste - vlak.laagste) / vlak.stap)
    for nummer in range(aantal + 1):
        waarde = round(vlak.laagste + nummer * vlak.stap, 10)
        y = vlak.y(waarde)
        yield _lijn(_LINKS, vlak.breedte - _RECHTS, y, "as" if waarde == 0 else "raster")
        yield _tekst(schrijf_getal(waarde), _LINKS - 8, y + 4, "aslabel", "end")


def _kolom(vlak: _Vlak, nummer: int, punt: Punt) -> Markup:
    dik = round(min(vlak.vak * 0.66, _SMALLE_STAAF), 1)
    midden = vlak.x(nummer + 0.5)
    links, nul = round(midden - dik / 2, 1), vlak.y(0)
    if punt.komt_nog:
        return samen()
    if punt.waarde is None:
        gat = element("rect", x=links, y=nul - 26, width=dik, height=26, class_="gat")
        return samen(gat, _tekst("?", midden, nul - 8, "aslabel", "middle"))
    top = vlak.y(punt.waarde)
    boven = min(top, nul)
    hoog = round(abs(nul - top), 1)
    return element(
        "rect", x=links, y=boven, width=dik, height=hoog, class_="half" if punt.erbij else "staaf"
    )


def _waarden(vlak: _Vlak, punten: Sequence[Punt]) -> Iterator[Markup]:
    """The number with each column; only with the last where they would touch."""
    bekend = [(n, p.waarde) for n, p in enumerate(punten) if p.waarde is not None]
    krap = any(len(schrijf_getal(w)) * _LETTERBREEDTE > vlak.vak - 2 for _, w in bekend)
    for nummer, waarde in bekend[-1:] if krap else bekend:
        y = vlak.y(waarde)
        bij = y - 6 if waarde >= 0 else y + 16
        yield _tekst(schrijf_getal(waarde), vlak.x(nummer + 0.5), bij, "waarde", "middle")


def _band(vlak: _Vlak, streven: Streven) -> Markup:
    if len(streven.grenzen) < 2:
        return samen()
    onder, boven = (vlak.y(g) for g in streven.grenzen)
    breed, hoog = round(vlak.einde(streven.tot) - _LINKS, 1), round(onder - boven, 1)
    return element("rect", x=_LINKS, y=boven, width=breed, height=hoog, class_="streven")


def _lijnen(vlak: _Vlak, streven: Streven) -> Markup:
    einde = vlak.einde(streven.tot)
    return samen(*(_lijn(_LINKS, einde, vlak.y(g), "strevenlijn") for g in streven.grenzen))


def _label_hoogtes(vlak: _Vlak, streven: Sequence[Streven]) -> list[float]:
    """Where the words of each target go: above its line, or lower where another one is near."""
    hoogtes: list[float] = []
    for s in streven:
        y = vlak.y(s.grenzen[-1]) - 6 if s.grenzen else _BOVEN
        while any(abs(y - ander) < _DICHTBIJ for ander in hoogtes):
            y += _DICHTBIJ
        hoogtes.append(y)
    return hoogtes


def _namen(vlak: _Vlak, punten: Sequence[Punt]) -> list[Markup]:
    """The name under each place; years shorter, and some left out, where there is no room."""
    namen = [f"{p.naam} {p.erbij}".strip() for p in punten]
    if any(len(naam) * _LETTERBREEDTE > vlak.vak for naam in namen):
        namen = [f"’{n[2:]}" if n[:4].isdecimal() and n[4:5] in ("", " ") else n for n in namen]
    langste = max((len(naam) for naam in namen), default=1) * _LETTERBREEDTE
    om_de = max(1, math.ceil(langste / vlak.vak))
    y = vlak.hoogte - 10
    return [
        _tekst(naam, vlak.x(nummer + 0.5), y, "aslabel", "middle")
        for nummer, naam in enumerate(namen)
        if nummer % om_de == 0
    ]


def plan_bars(
    delen: Sequence[tuple[str, int | float]],
    *,
    id_: str,
    titel: str,
    beschrijving: str,
    schaal: float = 1,
    breedte: int = 900,
    klasse: str = "",
) -> Markup:
    """Bars drawn as an outline, each with its name above it: what is planned, not made.

    `schaal` is the number that would fill the width.
    """
    hoogste = max([*(waarde for _, waarde in delen), schaal])
    ruimte = breedte - 90
    vormen: list[Markup] = []
    for nummer, (naam, waarde) in enumerate(delen):
        y = 44 * nummer
        lang = round(max(0, ruimte * waarde / hoogste), 1)
        vormen += [
            _tekst(naam, 0, y + 13, "aslabel", "start"),
            element("rect", x=1, y=y + 19, width=lang, height=16, class_="plan"),
            _tekst(schrijf_getal(waarde), lang + 10, y + 32, "waarde", "start"),
        ]
    vlak = _Vlak(breedte, 44 * len(delen), (), 0, 1, 1)
    return _svg(*vormen, id_=id_, titel=titel, beschrijving=beschrijving, vlak=vlak, klasse=klasse)


def _svg(
    *delen: Markup, id_: str, titel: str, beschrijving: str, vlak: _Vlak, klasse: str
) -> Markup:
    return element(
        "svg",
        element("title", titel, id=f"{id_}-titel"),
        element("desc", beschrijving, id=f"{id_}-tekst"),
        *delen,
        viewBox=f"0 0 {vlak.breedte} {vlak.hoogte}",
        role="img",
        aria_labelledby=f"{id_}-titel",
        aria_describedby=f"{id_}-tekst",
        class_=klasse or None,
    )


def _lijn(x1: float, x2: float, y: float, klasse: str) -> Markup:
    return element("line", x1=x1, y1=y, x2=x2, y2=y, class_=klasse)


def _tekst(woorden: str, x: float, y: float, klasse: str, anker: str) -> Markup:
    return element("text", woorden, x=round(x, 1), y=round(y, 1), class_=klasse, text_anchor=anker)
