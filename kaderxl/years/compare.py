"""Pure: municipalities beside one another, as far as they share a landelijke code and a year.

A total is there when every municipality that shares the figure has it of a whole year; nothing is
estimated, and nothing in another unit is added to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..core import catalogue
from ..core.national import LANDELIJK
from ..core.notation import plat, schrijf_getal
from ..core.rounds import Bevinding, Plek
from ..core.sums import tel_op
from .measures import Getal
from .shared import Gedeeld

Vak = tuple[str, str, int]
"""What is compared: a landelijke code, a unit, a year."""
GEEN_PUBLICATIE, BRONNEN_VERSCHILLEN = "geen publicatie", "de bronnen verschillen"
NIET_COMPLEET, TELT_NIET_OP = "nog niet compleet", "hiervan bestaat geen totaal"
GEMENGD = "verzonnen en echte cijfers"


@dataclass(frozen=True, slots=True)
class Bron:
    """Where figures come from: a dossier, or what a municipality published (`is_publicatie`).

    `waarom` says why nothing of it is compared.
    """

    naam: str
    cijfers: tuple[Gedeeld, ...] = ()
    is_publicatie: bool = False
    waarom: str = ""

    @property
    def soort(self) -> str:
        return "publicatie" if self.is_publicatie else "dossier"


@dataclass(frozen=True, slots=True)
class Gemeente:
    """One municipality: its figures, and the sources they come from."""

    naam: str
    bronnen: tuple[Bron, ...]
    cijfers: Mapping[Vak, Gedeeld]

    @property
    def kaders(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.kader for c in self.cijfers.values()))


@dataclass(frozen=True, slots=True)
class Samen:
    """One figure in one year: how many municipalities share it, how many have it complete.

    `voorlopig` counts those among these of which the BO has yet to set the ronde. `waarom` says why
    there is no `totaal`.
    """

    landelijk: str
    betekenis: str
    eenheid: str
    jaar: int
    gemeenten: int
    compleet: int
    voorlopig: int
    totaal: Getal | None
    waarom: str
    fictief: bool

    @property
    def hoeveel(self) -> str:
        return f"{self.compleet} van {self.gemeenten}"


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """The municipalities in the order of their names, what they come to together, and the sources
    of which nothing is compared."""

    gemeenten: tuple[Gemeente, ...]
    samen: tuple[Samen, ...]
    zonder: tuple[Bron, ...]
    bevindingen: tuple[Bevinding, ...] = field(default=())

    @property
    def fictief(self) -> bool:
        return any(c.fictief for g in self.gemeenten for c in g.cijfers.values())

    @property
    def jaren(self) -> tuple[int, ...]:
        return tuple(sorted({s.jaar for s in self.samen}))


def compare(bronnen: Iterable[Bron]) -> Vergelijking:
    """Every municipality with what it shares; one with more sources is one municipality."""
    bronnen = [*bronnen]
    per_gemeente: dict[str, list[Bron]] = defaultdict(list)
    for bron in bronnen:
        for naam in dict.fromkeys(plat(c.gemeente) for c in bron.cijfers):
            per_gemeente[naam].append(bron)
    bevindingen: list[Bevinding] = []
    gemeenten = [_gemeente(n, eigen, bevindingen) for n, eigen in per_gemeente.items()]
    op_naam = _met_gaten(_met_rondes(sorted(gemeenten, key=lambda g: plat(g.naam))))
    zonder = tuple(bron for bron in bronnen if not bron.cijfers)
    return Vergelijking(op_naam, tuple(_samen(op_naam)), zonder, tuple(bevindingen))


def _gemeente(naam: str, bronnen: list[Bron], bevindingen: list[Bevinding]) -> Gemeente:
    gevonden: dict[Vak, list[tuple[Bron, Gedeeld]]] = defaultdict(list)
    for bron in bronnen:
        for c in bron.cijfers:
            if plat(c.gemeente) == naam:
                gevonden[c.landelijk, plat(c.eenheid), c.jaar].append((bron, c))
    cijfers: dict[Vak, Gedeeld] = {}
    for vak, keuzes in gevonden.items():
        beste = _beste(keuzes)
        cijfers[vak] = beste[0][1]
        if len({(c.waarde, c.waarom, c.fictief) for _, c in beste}) > 1:
            cijfers[vak] = replace(beste[0][1], waarde=None, waarom=BRONNEN_VERSCHILLEN)
            bevindingen.append(_verschil(beste))
    eerste = next(iter(cijfers.values()))
    return Gemeente(eerste.gemeente, tuple(bronnen), cijfers)


def _beste(keuzes: list[tuple[Bron, Gedeeld]]) -> list[tuple[Bron, Gedeeld]]:
    """A dossier before a publication, a whole year before a part of it, and of these the last."""

    def rang(keuze: tuple[Bron, Gedeeld]) -> tuple[bool, bool, date]:
        bron, c = keuze
        return not bron.is_publicatie, c.heel, c.vastgesteld or date.min

    hoogste = max(map(rang, keuzes))
    return [keuze for keuze in keuzes if rang(keuze) == hoogste]


def _verschil(keuzes: Sequence[tuple[Bron, Gedeeld]]) -> Bevinding:
    c = keuzes[0][1]
    waar = " en ".join(dict.fromkeys(bron.naam for bron, _ in keuzes))
    velden = {"gemeente": c.gemeente, "code": c.landelijk, "jaar": c.jaar, "waar": waar}
    return catalogue.GEMEENTE_TWEE_BRONNEN.bij(Plek(keuzes[0][0].naam), **velden)


def _met_rondes(gemeenten: Sequence[Gemeente]) -> Sequence[Gemeente]:
    """Without the years in which nobody had a ronde."""
    gehouden = {vak for g in gemeenten for vak, c in g.cijfers.items() if c.ronde}
    return [
        replace(g, cijfers={vak: c for vak, c in g.cijfers.items() if vak in gehouden})
        for g in gemeenten
    ]


def _met_gaten(gemeenten: Sequence[Gemeente]) -> tuple[Gemeente, ...]:
    """Of who is known by publications alone, a year that others have and it published nothing of:
    whether it asked anything then nobody knows, so that year is not complete."""
    alle = {vak for g in gemeenten for vak in g.cijfers}
    return tuple(replace(g, cijfers=dict(_gevuld(g, alle))) for g in gemeenten)


def _gevuld(gemeente: Gemeente, alle: Iterable[Vak]) -> Iterator[tuple[Vak, Gedeeld]]:
    yield from gemeente.cijfers.items()
    if not all(bron.is_publicatie for bron in gemeente.bronnen):
        return
    jaren = {jaar for _, _, jaar in gemeente.cijfers}
    eigen = {(code, eenheid): c for (code, eenheid, _), c in gemeente.cijfers.items()}
    for code, eenheid, jaar in sorted(alle):
        if jaar not in jaren and (c := eigen.get((code, eenheid))):
            leeg = {"ronde": "", "heel": False, "vastgesteld": None, "waarde": None}
            yield (code, eenheid, jaar), replace(c, jaar=jaar, waarom=GEEN_PUBLICATIE, **leeg)  # type: ignore[arg-type]


def _samen(gemeenten: Sequence[Gemeente]) -> Iterator[Samen]:
    """By code in the order of the list, those that are not on it behind them, and by year."""
    per_vak: dict[Vak, list[Gedeeld]] = defaultdict(list)
    for gemeente in gemeenten:
        for vak, cijfer in gemeente.cijfers.items():
            per_vak[vak].append(cijfer)
    volgorde = {code: n for n, code in enumerate(LANDELIJK)}
    for vak in sorted(per_vak, key=lambda v: (volgorde.get(v[0], len(volgorde)), v)):
        yield _een(vak, per_vak[vak])


def _een(vak: Vak, alle: Sequence[Gedeeld]) -> Samen:
    code, _, jaar = vak
    compleet = [c for c in alle if c.heel and c.waarde is not None]
    waarom = ""
    if not all(c.telt_op for c in alle):
        waarom = TELT_NIET_OP
    elif len(compleet) < len(alle):
        waarom = NIET_COMPLEET
    elif len({c.fictief for c in alle}) > 1:
        waarom = GEMENGD
    bekend = LANDELIJK.get(code)
    return Samen(
        code,
        bekend.betekenis if bekend else alle[0].omschrijving,
        alle[0].eenheid,
        jaar,
        gemeenten=len(alle),
        compleet=len(compleet),
        voorlopig=sum(c.vastgesteld is None for c in compleet),
        totaal=None if waarom else tel_op(c.waarde for c in compleet if c.waarde is not None),
        waarom=waarom,
        fictief=any(c.fictief for c in alle),
    )


def in_woorden(cijfer: Gedeeld) -> str:
    """`24`, with what there is to say of it: `24 (tussenstand)`, `24 (voorlopig)`."""
    if cijfer.waarde is None:
        return cijfer.waarom
    getal = schrijf_getal(cijfer.waarde)
    erbij = "" if cijfer.heel else cijfer.ronde.partition("-")[2]
    erbij = erbij or ("" if cijfer.vastgesteld else "voorlopig")
    return f"{getal} ({erbij})" if erbij else getal
