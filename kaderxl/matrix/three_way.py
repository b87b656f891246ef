"""Pure: a matrix that was handed in laid beside the one that is there and the one it was made from.

What stands in it as it stood when it was written is no change of anybody. A besluit is one thing:
its colour, reason and day come from one row; all the rest goes cell by cell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import TypeVar

from ..core import catalogue
from ..core.answers import Waarde
from ..core.findings import Regel
from ..core.notation import een_regel, lees_reden, plat, schrijf_opsomming
from ..core.outcome import Botsing, Grondslag, Vastgelegd
from ..core.rounds import NERGENS, Bevinding, Plek
from ..core.traffic_light import Stoplicht
from .grounds import afspraak_in_woorden, besluit_in_woorden
from .settled import (
    BESLUITEN,
    SOORTEN,
    Cellen,
    Ingevuld,
    Onderwerp,
    Plaats,
    cells_of,
    in_woorden,
    keuze_van,
    naam_van,
    op_volgorde,
    per_onderwerp,
    settled_in,
)

S = TypeVar("S", bound=int | str)
Delen = Mapping[str, Waarde]
_LEEG = "niets"


class _Lot(Enum):
    """What becomes of a cell (of a besluit: of its cells together)."""

    BLIJFT = auto()
    NEEM = auto()
    GELEEGD = auto()
    BOTST = auto()
    OUDER = auto()
    GEEN_KLEUR = auto()


@dataclass(frozen=True, slots=True)
class _Zaak:
    """One thing in the file that came, in what that was made from, and in the matrix now."""

    licht: Stoplicht
    onderwerp: Onderwerp
    komt: Delen
    stond: Delen
    staat: Delen

    @property
    def eenheden(self) -> list[tuple[str, ...]]:
        """The parts that are taken together."""
        soort = SOORTEN[self.onderwerp[0]]
        los = {*self.komt, *self.stond, *self.staat}.difference(soort.delen)
        samen = {deel: eenheid for eenheid in soort.samen for deel in eenheid}
        delen = (*soort.delen, *sorted(los))
        return [*dict.fromkeys(samen.get(deel, (deel,)) for deel in delen)]

    def verschilt(self, een: Delen, ander: Delen, eenheid: tuple[str, ...]) -> bool:
        return self._betekenis(een, eenheid) != self._betekenis(ander, eenheid)

    def _betekenis(self, delen: Delen, eenheid: tuple[str, ...]) -> list[object]:
        """The values as they are compared: how a colour, a reason or a space is written is no
        difference."""
        kleur = self.licht.lees(delen["kleur"]) if delen.get("kleur") else None
        redenen = kleur.redenen if kleur else {}

        def van(deel: str) -> object:
            waarde = delen.get(deel, "")
            if not isinstance(waarde, str):
                return waarde
            if deel == "reden":
                return lees_reden(waarde, redenen) or een_regel(waarde)
            return str(self.licht.lees(waarde) or een_regel(waarde))

        return [van(deel) for deel in eenheid]

    def lot(self, eenheid: tuple[str, ...], *, zonder_basis: bool) -> _Lot:
        al_zo = (self.stond, self.staat)
        if not all(self.verschilt(self.komt, versie, eenheid) for versie in al_zo):
            return _Lot.BLIJFT
        if self.geen_kleur(eenheid):
            return _Lot.GEEN_KLEUR
        over = tuple(deel for deel in eenheid if deel in self.komt)
        if not self.verschilt(self.komt, self.stond, over):
            return _Lot.GELEEGD
        zonder_kleur = eenheid[0] in self.stond and eenheid[0] not in self.komt
        if zonder_basis and self._is_ouder():
            return _Lot.OUDER
        if zonder_basis and self._is_beslist(eenheid):
            return _Lot.BOTST
        # A colour that went while something else came is no word that it is withdrawn.
        botst = zonder_kleur or self.verschilt(self.staat, self.stond, eenheid)
        return _Lot.BOTST if botst else _Lot.NEEM

    def geen_kleur(self, eenheid: tuple[str, ...]) -> bool:
        """A word that is no colour, where a colour stands: it is no other besluit."""
        if "kleur" not in eenheid or self.onderwerp[0] != BESLUITEN:
            return False
        komt, staat = (self.licht.lees(v.get("kleur", "")) for v in (self.komt, self.staat))
        return "kleur" in self.komt and komt is None and staat is not None

    def _is_beslist(self, eenheid: tuple[str, ...]) -> bool:
        """What the BO decided of a proposal or a vote, where the matrix has it."""
        dag_erbij = "datum" in eenheid and self.onderwerp[0] != BESLUITEN
        return dag_erbij and not self.staat.keys().isdisjoint(eenheid)

    def _is_ouder(self) -> bool:
        """Another colour than stands there, of an earlier day; a day alone is no besluit."""
        kleur, van, tot = self.staat.get("kleur"), self.komt.get("datum"), self.staat.get("datum")
        anders = kleur is not None and self.komt.get("kleur") != kleur
        return anders and isinstance(van, date) and isinstance(tot, date) and van < tot

    def gekozen(self) -> list[tuple[str, ...]]:
        """What its sender changed; where that is nothing, all that is filled in."""
        veranderd = [e for e in self.eenheden if self.verschilt(self.komt, self.stond, e)]
        return veranderd or [e for e in self.eenheden if self.komt.keys() & {*e}]


def merge_three(
    nieuw: Ingevuld,
    basis: Cellen | None,
    huidig: Ingevuld,
    licht: Stoplicht,
    gekozen: Collection[Onderwerp] = (),
) -> tuple[dict[Plaats, Waarde], list[Bevinding]]:
    """The matrix with what its sender changed in the file that came, and every change named.

    What both changed stays as the matrix has it and is a finding, but for what is `gekozen` from
    that file. Without a `basis` the file goes before the matrix wherever it is filled in; only a
    besluit of an earlier day does not.
    """
    samen: dict[Plaats, Waarde] = {}
    bevindingen: list[Bevinding] = []
    for zaak, lot in _loten(nieuw, basis, huidig, licht, gekozen):
        wordt = dict(zaak.staat)
        for deel in (d for e, wat in lot.items() if wat is _Lot.NEEM for d in e):
            wordt.pop(deel, None)
            wordt |= {deel: zaak.komt[deel]} if deel in zaak.komt else {}
        samen |= {(*zaak.onderwerp, deel): waarde for deel, waarde in wordt.items()}
        bevindingen += _zeg(zaak, wordt, lot, nieuw.plekken, huidig.plekken)
    return samen, bevindingen


def find_clashes(
    nieuw: Ingevuld,
    basis: Cellen | None,
    huidig: Ingevuld,
    licht: Stoplicht,
    gekozen: Collection[Onderwerp],
    bestand: str,
) -> list[Botsing]:
    """What `merge_three` leaves to a person; `bestand` is the name the file is kept under."""
    return [
        Botsing(bestand, *zaak.onderwerp, eenheid, _van(zaak.komt, eenheid))
        for zaak, lot in _loten(nieuw, basis, huidig, licht, gekozen)
        for eenheid, wat in lot.items()
        if wat is _Lot.BOTST
    ]


def still_to_choose(vastgelegd: Vastgelegd) -> dict[Botsing, Bevinding]:
    """Of what waits for a person what the matrix still has otherwise, each as a finding."""
    staat = per_onderwerp(cells_of(vastgelegd))
    nog: dict[Botsing, Bevinding] = {}
    for botsing in vastgelegd.te_kiezen:
        onderwerp = (botsing.veld, botsing.sleutel)
        nu = _van(staat.get(onderwerp, {}), botsing.delen)
        if plat(nu) != plat(botsing.komt):
            nog[botsing] = catalogue.NOG_TE_KIEZEN.bij(
                wat=_naam_van_deel(onderwerp, botsing.delen),
                bestand=botsing.bestand,
                komt=botsing.komt,
                staat=nu,
                keuze=keuze_van(onderwerp),
            )
    return nog


def find_changes(huidig: Ingevuld, stond: Cellen, licht: Stoplicht) -> Iterator[Bevinding]:
    """What was changed or emptied in the matrix itself since kaderxl wrote it."""
    staat = per_onderwerp(huidig.cellen)
    for onderwerp, delen in per_onderwerp(stond).items():
        zaak = _Zaak(licht, onderwerp, staat.get(onderwerp, {}), delen, delen)
        eerst, nu = (_van(v, [d for e in zaak.eenheden for d in e]) for v in (delen, zaak.komt))
        anders = any(zaak.verschilt(zaak.komt, delen, eenheid) for eenheid in zaak.eenheden)
        if anders and plat(eerst) != plat(nu):
            plekken = (huidig.plekken.get((*onderwerp, deel)) for deel in delen)
            plek = next(filter(None, plekken), NERGENS)
            wat = naam_van(onderwerp)
            yield catalogue.VASTGELEGD_GEWIJZIGD.bij(plek, wat=wat, eerst=eerst, nu=nu)


def _loten(
    nieuw: Ingevuld,
    basis: Cellen | None,
    huidig: Ingevuld,
    licht: Stoplicht,
    gekozen: Collection[Onderwerp],
) -> Iterator[tuple[_Zaak, dict[tuple[str, ...], _Lot]]]:
    """Each thing in one of the three, in order, and what becomes of its parts."""
    komt, staat = per_onderwerp(nieuw.cellen), per_onderwerp(huidig.cellen)
    stond = staat if basis is None else per_onderwerp(basis)
    for onderwerp in sorted({*komt, *stond, *staat}, key=op_volgorde):
        drie = (versie.get(onderwerp, {}) for versie in (komt, stond, staat))
        zaak = _Zaak(licht, onderwerp, *drie)
        if onderwerp in gekozen:
            lot = {e: _Lot.GEEN_KLEUR if zaak.geen_kleur(e) else _Lot.NEEM for e in zaak.gekozen()}
        elif onderwerp in nieuw.betwist:
            lot = {}
        else:
            lot = {e: zaak.lot(e, zonder_basis=basis is None) for e in zaak.eenheden}
        yield zaak, lot


def _zeg(
    zaak: _Zaak,
    wordt: Delen,
    lot: Mapping[tuple[str, ...], _Lot],
    hier: Mapping[Plaats, Plek],
    daar: Mapping[Plaats, Plek],
) -> Iterator[Bevinding]:
    """What there is to say of one thing: changed, emptied, or changed by two."""
    onderwerp = zaak.onderwerp
    per_lot = {wat: [d for e, w in lot.items() if w is wat for d in e] for wat in _Lot}

    def plek(delen: Iterable[str]) -> Plek:
        return next((p for d in delen if (p := hier.get((*onderwerp, d)))), NERGENS)

    def bij(regel: Regel, delen: Sequence[str], wat: str = "", **velden: object) -> Bevinding:
        return regel.bij(plek(delen), wat=wat or naam_van(onderwerp), **velden)

    alles = [deel for eenheid in zaak.eenheden for deel in eenheid]
    eerst, nu = _van(zaak.staat, alles), _van(wordt, alles)
    if (genomen := per_lot[_Lot.NEEM]) and zaak.staat and eerst != nu:
        yield bij(catalogue.VASTGELEGD_GEWIJZIGD, genomen, eerst=eerst, nu=nu)
    geleegd = per_lot[_Lot.GELEEGD]
    if zaak.komt.keys() & {*geleegd} and "kleur" in zaak.komt:
        geleegd = [d for d in geleegd if d in zaak.staat and d not in zaak.komt]
    if (blijft := _van(zaak.staat, geleegd)) != _LEEG:
        wat, keuze = _naam_van_deel(onderwerp, geleegd), keuze_van(onderwerp)
        zijn = "zijn" if wat != naam_van(onderwerp) and len(geleegd) > 1 else "is"
        yield bij(catalogue.VASTGELEGD_BLIJFT, geleegd, wat, zijn=zijn, eerst=blijft, keuze=keuze)
    if geen_kleur := per_lot[_Lot.GEEN_KLEUR]:
        tekst, blijft = str(zaak.komt["kleur"]), _van(zaak.staat, alles)
        keuzes = zaak.licht.keuzezin
        yield bij(
            catalogue.GEEN_KLEUR_BLIJFT, geen_kleur, tekst=tekst, blijft=blijft, keuzes=keuzes
        )
    for eenheid in (e for e, wat in lot.items() if wat is _Lot.BOTST):
        plekken = (daar.get((*onderwerp, d)) for d in eenheid)
        waar = next((f" ({p.blad}!{p.cel})" for p in plekken if p), "")
        yield bij(
            catalogue.TWEE_WIJZIGINGEN,
            eenheid,
            _naam_van_deel(onderwerp, eenheid),
            komt=_van(zaak.komt, eenheid),
            staat=_van(zaak.staat, eenheid),
            stond=_van(zaak.stond, eenheid),
            waar=waar,
            keuze=keuze_van(onderwerp),
        )
    if ouder := per_lot[_Lot.OUDER]:
        yield _zeg_ouder(zaak, plek(ouder))


def _zeg_ouder(zaak: _Zaak, plek: Plek) -> Bevinding:
    besluiten = (settled_in({(*zaak.onderwerp, d): w for d, w in v.items()}).besluiten.values()
                 for v in (zaak.komt, zaak.staat))  # fmt: skip
    ander, blijft = (besluit_in_woorden(b) for (b,) in besluiten)
    return catalogue.BESLUIT_OUDER.bij(plek, nummer=zaak.onderwerp[1], ander=ander, blijft=blijft)


def _van(delen: Delen, welke: Iterable[str]) -> str:
    return in_woorden({d: delen[d] for d in welke if d in delen}) or _LEEG


def _naam_van_deel(onderwerp: Onderwerp, delen: Sequence[str]) -> str:
    """`Focuspunt bij afspraak 5, Wie`; of all its parts only what it is.

    Where parts are taken together, and no others are, these say what it is as well.
    """
    soort = SOORTEN[onderwerp[0]]
    koppen, heel = soort.delen, soort.samen[0] if len(soort.samen) == 1 else tuple(soort.delen)
    if {*delen} >= {*heel}:
        return naam_van(onderwerp)
    return f"{naam_van(onderwerp)}, {schrijf_opsomming([koppen.get(d, d) for d in delen])}"


# -- without a change to look for ------------------------------------------------------------


def put_back(huidig: Cellen, kopie: Ingevuld) -> tuple[dict[Plaats, Waarde], list[Bevinding]]:
    """What the matrix has, and of a copy taken over before what the matrix has not, each named."""
    er_is = per_onderwerp(huidig)
    terug = {o: d for o, d in per_onderwerp(kopie.cellen).items() if o not in er_is}
    samen = {p: w for p, w in kopie.cellen.items() if p[:2] in terug} | {**huidig}
    return samen, [
        catalogue.TERUGGEZET.bij(
            next((p for d in delen if (p := kopie.plekken.get((*o, d)))), NERGENS),
            wat=naam_van(o),
            eerst=in_woorden(delen),
        )
        for o, delen in terug.items()
    ]


def borne_by(matrix: Cellen, bestand: Cellen, licht: Stoplicht) -> dict[Plaats, Waarde]:
    """Of what stands in a workbook only what the matrix bears as well."""
    staat = per_onderwerp(matrix)
    zaken = (_Zaak(licht, o, d, {}, staat.get(o, {})) for o, d in per_onderwerp(bestand).items())
    return {
        (*zaak.onderwerp, deel): zaak.komt[deel]
        for zaak in zaken
        for eenheid in zaak.eenheden
        if not zaak.verschilt(zaak.komt, zaak.staat, eenheid)
        for deel in eenheid
        if deel in zaak.komt
    }


def closest(cellen: Cellen, gemaakt: Sequence[Cellen]) -> Cellen | None:
    """Of what was handed out (oldest first) what is most like these cells; the newest of equals."""
    return min(
        reversed(gemaakt),
        key=lambda basis: sum(cellen.get(p) != basis.get(p) for p in {*cellen, *basis}),
        default=None,
    )


def with_grounds(vastgelegd: Vastgelegd, *bronnen: Vastgelegd) -> Vastgelegd:
    """With each besluit, and all that the AO agreed, the answers it rests on: of the first that
    knows them of that besluit."""
    besluiten = {n: besluit_in_woorden(b) for n, b in vastgelegd.besluiten.items()}
    afgesproken = {c: afspraak_in_woorden(a) for c, a in vastgelegd.afgesproken.items()}
    return replace(
        vastgelegd,
        grondslagen=_eerste(besluiten, [bron.grondslagen for bron in bronnen]),
        gronden_ao=_eerste(afgesproken, [bron.gronden_ao for bron in bronnen]),
    )


def _eerste(
    woorden: Mapping[S, str], bronnen: Sequence[Mapping[S, Grondslag]]
) -> dict[S, Grondslag]:
    gevonden: dict[S, Grondslag] = {}
    for sleutel, zegt in woorden.items():
        bekend = (bron.get(sleutel) for bron in bronnen)
        if grondslag := next((g for g in bekend if g and g.besluit == zegt), None):
            gevonden[sleutel] = grondslag
    return gevonden
