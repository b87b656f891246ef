"""Pure: every doel held against the stand. What that comes to is words, and never a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..core import phrases as say
from ..core.kader import Combineren, Doel, Kader, Meetwaarde
from ..core.notation import schrijf_opsomming
from ..core.outcome import Matrix, Matrixrij
from ..core.sums import tel_op
from ..core.targets import Doelstand, Maat, Oordeel, maat_van, naar_rato
from .lineage import indicatorlijnen, partijlijnen
from .measures import (
    Getal,
    Lezer,
    Meting,
    is_beantwoord,
    is_bevestigd,
    is_niet_van_toepassing,
    is_verschil,
    minstens,
    rijen_van,
    som,
    van_allen,
    van_partij,
)
from .trends import op_volgorde, opgeteld, per_jaar, wordt_gevraagd

_LOOPT = "het jaar loopt nog"
_ERGSTE = (
    Oordeel.NIET_GEHAALD,
    Oordeel.NIET_OP_KOERS,
    Oordeel.ONBEKEND,
    Oordeel.OP_KOERS,
)
"""What weighs most where each partij must reach it by itself."""


def hold_targets(matrix: Matrix, earlier: Sequence[Matrix]) -> Mapping[str, tuple[Doelstand, ...]]:
    """How each doel of the kader stands in a ronde, by indicator (code).

    A doel of a year that is past is held against the stand of that year.
    """
    rondes = op_volgorde((*earlier, matrix))
    blik = _Blik(rondes, matrix.kader)
    return {code: tuple(map(blik.houd, doelen)) for code, doelen in matrix.kader.doelen_van.items()}


@dataclass(frozen=True, slots=True)
class _Jaar:
    """What is known of a doel in the year it is held against; `dicht` when that year is over."""

    jaar: int
    waarde: Getal | None
    dicht: bool
    wanneer: str


class _Eigen(NamedTuple):
    """How one partij stands by itself against a doel that each must reach."""

    naam: str
    gezegd: str
    oordeel: Oordeel
    waarom: str


class _Blik:
    """The rondes (oldest first), with the kader of the newest."""

    def __init__(self, rondes: Sequence[Matrix], kader: Kader) -> None:
        self.rondes, self.kader, self.nu = rondes, kader, rondes[-1].ronde
        self.spreekt = per_jaar(rondes)
        kaders = [m.kader for m in rondes]
        self.lijnen, self.partijen = indicatorlijnen(kaders), partijlijnen(kaders)

    def houd(self, doel: Doel) -> Doelstand:
        if not doel.in_getallen:
            return self._mijlpaal(doel)
        maat = maat_van(self.kader, doel)
        if maat is None:
            return Doelstand(doel, Oordeel.ONBEKEND, waarom="er is geen cijfer om aan te toetsen")
        stand, openbaar = self._stand(doel, maat), self._van_meer(doel, maat.delen)
        if stand.waarde is not None:
            oordeel, waarom = self._oordeel(doel, maat, stand)
            in_woorden = f"{maat.zeg(stand.waarde)} {stand.wanneer}"
            return Doelstand(doel, oordeel, in_woorden, waarom, openbaar)
        if not doel.partij and any(m.combineren is Combineren.IEDER for m in maat.delen):
            anders = self._van_ieder(doel, maat, stand)
        else:
            anders = self._nu_al(doel, maat, stand)
        if anders is None:
            waarom = self._waarom_niet(doel, maat, stand)
            anders = Doelstand(doel, Oordeel.ONBEKEND, waarom=waarom)
        return replace(anders, openbaar=openbaar)

    def _stand(self, doel: Doel, maat: Maat) -> _Jaar:
        """The figure in the year of the ronde, or in the last year of the doel."""
        jaar = min(doel.tm_jaar, self.nu.jaar)
        waarden = self._per_jaar(doel, maat, self._lezer(doel))
        dicht = jaar < self.nu.jaar or self.nu.fase.is_heel
        if maat.telkens or doel.per_jaar:
            wanneer = f"in {jaar}" if dicht else f"in {say.naam_van(self.nu)}"
            return _Jaar(jaar, waarden.get(jaar), dicht, wanneer)
        totalen = opgeteld(waarden, self.rondes)
        laatste = max(totalen, default=jaar)
        wanneer = f"t/m {jaar}" if dicht else say.tot_en_met(self.nu)
        return _Jaar(jaar, totalen.get(laatste), dicht, wanneer)

    def _per_jaar(self, doel: Doel, maat: Maat, lees: Lezer) -> dict[int, Getal | None]:
        """The figure of each year up to that one in which it is asked."""
        lijn, jaar = self.lijnen[doel.indicator], min(doel.tm_jaar, self.nu.jaar)
        meting = self._meting(doel, maat)
        return {
            j: meting.waarde(self.spreekt[j], lees) if j in self.spreekt else None
            for j in range(self.kader.looptijd[0], jaar + 1)
            if wordt_gevraagd(lijn, j, self.spreekt.get(j), self.rondes)
        }

    def _meting(self, doel: Doel, maat: Maat) -> Meting:
        return Meting(maat, self.lijnen[doel.indicator], self.rondes)

    def _van_ieder(self, doel: Doel, maat: Maat, stand: _Jaar) -> Doelstand | None:
        """A doel that each partij must reach by itself: who does not, else how each stands.

        None while nobody gave a number. Whom it does not apply to, or who may leave it empty and
        does, has nothing to reach.
        """
        matrix = self.spreekt.get(stand.jaar)
        delen = [*self._meting(doel, maat).delen(matrix)] if matrix else []
        eigen: list[_Eigen] = []
        nog_niet: list[str] = []
        for p in matrix.kader.partijen if matrix else ():
            gevraagd = [(m, r) for m, r in delen if p.code in r.inbreng and m.vraagt(p.code)]
            van_hem = replace(doel, partij=p.code)
            zijn = self._stand(van_hem, maat)
            if not gevraagd or any(is_niet_van_toepassing(p.code, *vraag) for vraag in gevraagd):
                continue
            if zijn.waarde is not None:
                gezegd = f"{p.naam} {maat.zeg(zijn.waarde)}"
                eigen.append(_Eigen(p.naam, gezegd, *self._oordeel(van_hem, maat, zijn)))
            elif not all(is_beantwoord(*vraag) for vraag in gevraagd):
                nog_niet.append(p.naam)
        return _samen(doel, eigen, nog_niet, stand.wanneer) if eigen else None

    def _nu_al(self, doel: Doel, maat: Maat, stand: _Jaar) -> Doelstand | None:
        """A maximum that is passed by what is known, whatever still comes; else None."""
        if doel.maximum is None or not self._meting(doel, maat).groeit:
            return None
        van_een = self._lezer(doel)
        lees: Lezer = minstens if not doel.partij else lambda m, rij: van_een(m, rij) or 0
        waarden = self._per_jaar(doel, maat, lees)
        telkens = maat.telkens or doel.per_jaar
        bekend = [waarden.get(stand.jaar)] if telkens else waarden.values()
        al = tel_op(waarde or 0 for waarde in bekend)
        oordeel, waarom = self._oordeel(doel, maat, replace(stand, waarde=al))
        if al <= doel.maximum or not oordeel.niet:
            return None
        waarom = f"{waarom}; nog niet elk cijfer is er"
        in_woorden = f"{maat.zeg(al)} {stand.wanneer}"
        return Doelstand(doel, oordeel, in_woorden, waarom, herleidbaar=True)

    def _waarom_niet(self, doel: Doel, maat: Maat, stand: _Jaar) -> str:
        """Why there is no figure: it is not asked, not all answered, or they say no one thing."""
        jaar, telkens = stand.jaar, maat.telkens or doel.per_jaar
        matrix, lijn = self.spreekt.get(jaar), self.lijnen[doel.indicator]
        if telkens and not wordt_gevraagd(lijn, jaar, matrix, self.rondes):
            eerder = self._eerder(doel, maat, stand)
            return "; ".join(filter(None, (f"in {jaar} wordt dit niet gevraagd", eerder)))
        meting = self._meting(doel, maat)
        delen = [*meting.delen(matrix)] if matrix and not doel.partij else []
        if any(is_verschil(m, rij) for m, rij in delen):
            return "de antwoorden verschillen"
        beantwoord = bool(delen) and all(is_beantwoord(m, rij) for m, rij in delen)
        if matrix and beantwoord and meting.waarde(matrix, self._lezer(doel)) is None:
            return "de antwoorden geven geen cijfer"
        return "er is nog geen volledig cijfer"

    def _lezer(self, doel: Doel) -> Lezer:
        if not doel.partij:
            return van_allen
        codes = self.partijen.get(doel.partij, frozenset({doel.partij}))

        def lees(meetwaarde: Meetwaarde, rij: Matrixrij) -> Getal | None:
            return som(van_partij(code, meetwaarde, rij) for code in codes)

        return lees

    def _van_meer(self, doel: Doel, vragen: Sequence[Meetwaarde]) -> bool:
        """Whether what is told rests on more than one partij."""
        if doel.partij:
            return False
        rijen = [r for r in self.rondes[-1].rijen if r.indicator.code == doel.indicator]
        return len({p for r in rijen for p in r.inbreng for m in vragen if m.vraagt(p)}) > 1

    def _oordeel(self, doel: Doel, maat: Maat, stand: _Jaar) -> tuple[Oordeel, str]:
        waarde = stand.waarde or 0
        te_veel = doel.maximum is not None and waarde > doel.maximum
        te_weinig = doel.minimum is not None and waarde < doel.minimum
        klaar = stand.dicht and (doel.per_jaar or stand.jaar == doel.tm_jaar)
        grens = _grens(doel, maat, waarde)
        if klaar:
            waarom = "; ".join(filter(None, (grens, self._eerder(doel, maat, stand))))
            return Oordeel.NIET_GEHAALD if te_veel or te_weinig else Oordeel.GEHAALD, waarom
        if doel.per_jaar or maat.telkens:
            return _onderweg(doel, maat, stand, te_veel=te_veel, te_weinig=te_weinig)
        if te_veel:
            kan_niet_meer = self._meting(doel, maat).groeit
            oordeel = Oordeel.NIET_GEHAALD if kan_niet_meer else Oordeel.NIET_OP_KOERS
            return oordeel, f"nu al {grens}"
        if not te_weinig:
            return Oordeel.OP_KOERS if doel.maximum is not None else Oordeel.GEHAALD, ""
        return _naar_rato(self.kader.looptijd[0], doel, maat, stand)

    def _eerder(self, doel: Doel, maat: Maat, stand: _Jaar) -> str:
        """The years before in which a doel of every year was not reached."""
        if not doel.per_jaar:
            return ""
        meting, lees = self._meting(doel, maat), self._lezer(doel)
        niet = []
        for jaar in range(self.kader.looptijd[0], stand.jaar):
            waarde = meting.waarde(self.spreekt[jaar], lees) if jaar in self.spreekt else None
            if waarde is not None and not _binnen(doel, waarde):
                niet.append(str(jaar))
        return f"eerder niet in {', '.join(niet)}" if niet else ""

    def _mijlpaal(self, doel: Doel) -> Doelstand:
        """A doel in words is held against the one question whether it is there, if that is asked.

        Of more such doelen the first is what the question is about; of the others nobody says.
        """
        indicator = next(i for i in self.kader.indicatoren if i.code == doel.indicator)
        eerste = self.kader.doelen_van[doel.indicator][0]
        if "mijlpaal" not in indicator.soort or doel is not eerste:
            return Doelstand(doel, Oordeel.ONBEKEND, waarom="het doel is in woorden")
        lijn, jaar = self.lijnen[doel.indicator], min(doel.tm_jaar, self.nu.jaar)
        jaren = [jaar] if doel.per_jaar else range(self.kader.looptijd[0], self.nu.jaar + 1)
        gereed = {j: _is_gereed(lijn, self.spreekt[j]) for j in jaren if j in self.spreekt}
        vragen = [m for m in self.kader.meetwaarden_van(doel.indicator) if m.soort.keuzes][:1]
        openbaar = self._van_meer(doel, vragen)
        klaar = next((j for j in sorted(gereed) if gereed[j]), None)
        if klaar is not None and klaar <= doel.tm_jaar:
            return Doelstand(doel, Oordeel.GEHAALD, f"ja in {klaar}", openbaar=openbaar)
        dicht = jaar < self.nu.jaar or self.nu.fase.is_heel
        over = dicht and (doel.per_jaar or jaar == doel.tm_jaar)
        if over and gereed.get(jaar) is False:
            stand = f"pas in {klaar}" if klaar else f"nee in {jaar}"
            return Doelstand(doel, Oordeel.NIET_GEHAALD, stand, openbaar=openbaar)
        nog = "" if over else "nog niet gereed"
        return Doelstand(doel, Oordeel.ONBEKEND, waarom=nog, openbaar=openbaar)


def _onderweg(
    doel: Doel, maat: Maat, stand: _Jaar, *, te_veel: bool, te_weinig: bool
) -> tuple[Oordeel, str]:
    """A year that is not over, or a share or a stand that has until a later year."""
    loopt = _LOOPT if not stand.dicht else f"het heeft tot en met {doel.tm_jaar}"
    if maat.telkens:
        return (Oordeel.ONBEKEND if te_veel or te_weinig else Oordeel.OP_KOERS), loopt
    if te_veel:
        return Oordeel.NIET_GEHAALD, f"nu al {_grens(doel, maat, stand.waarde or 0)}"
    if not te_weinig and doel.maximum is None:
        return Oordeel.GEHAALD, ""
    return Oordeel.ONBEKEND, loopt


def _grens(doel: Doel, maat: Maat, waarde: Getal) -> str:
    """The limit that a value is on the wrong side of: `minder dan 72`."""
    if doel.maximum is not None and waarde > doel.maximum:
        return f"meer dan {maat.zeg(doel.maximum, met_eenheid=False)}"
    if doel.minimum is not None and waarde < doel.minimum:
        return f"minder dan {maat.zeg(doel.minimum, met_eenheid=False)}"
    return ""


def _naar_rato(begin: int, doel: Doel, maat: Maat, stand: _Jaar) -> tuple[Oordeel, str]:
    pad = naar_rato(doel, begin, stand.jaar) or 0
    waarom = f"naar rato {maat.zeg(round(pad, 1), met_eenheid=False)}"
    if (stand.waarde or 0) >= pad:
        return Oordeel.OP_KOERS, waarom
    if not stand.dicht:
        return Oordeel.ONBEKEND, f"{_LOOPT}; {waarom}"
    return Oordeel.NIET_OP_KOERS, waarom


def _samen(doel: Doel, eigen: Sequence[_Eigen], nog_niet: Sequence[str], wanneer: str) -> Doelstand:
    """What the oordelen on each partij come to: one that does not reach it is enough."""
    oordelen = [e.oordeel for e in eigen]
    oordeel = next((o for o in _ERGSTE if o in oordelen), Oordeel.GEHAALD)
    if nog_niet and not oordeel.niet:
        oordeel = Oordeel.ONBEKEND
    wie = [e for e in eigen if e.oordeel is oordeel] if oordeel.niet else eigen
    redenen = {e.waarom for e in wie}
    een = len(redenen) == 1
    waarom = [*redenen] if een else [f"{e.naam}: {e.waarom}" for e in wie if e.waarom]
    waarom += [f"nog niet van {schrijf_opsomming(nog_niet)}"] if nog_niet else []
    stand = f"{schrijf_opsomming([e.gezegd for e in wie])} {wanneer}"
    return Doelstand(doel, oordeel, stand, "; ".join(filter(None, waarom)), herleidbaar=True)


def _is_gereed(lijn: frozenset[str], matrix: Matrix) -> bool | None:
    """What the first ja/nee of the line says; None while not all who are asked said ja."""
    for rij in rijen_van(lijn, matrix):
        for m in matrix.kader.meetwaarden_van(rij.indicator.code):
            if m.soort.keuzes:
                return _ja(m, rij)
        break
    return None


def _binnen(doel: Doel, waarde: Getal) -> bool:
    laag = doel.minimum is None or waarde >= doel.minimum
    return laag and (doel.maximum is None or waarde <= doel.maximum)


def _ja(meetwaarde: Meetwaarde, rij: Matrixrij) -> bool | None:
    """Ja when the AO or all who are asked say so; nee as soon as one of them does."""
    stand = next((s for s in rij.standen if s.code == meetwaarde.code), None)
    if is_bevestigd(rij):
        return True  # all confirmed that it is done
    if stand is None or stand.verschil:
        return None
    if stand.tekst.split(" ")[0] in ("ja", "nee") and stand.volledig:
        return stand.tekst.startswith("ja")
    antwoorden = [
        v.waarden[meetwaarde.code].waarde
        for p, v in rij.inbreng.items()
        if v is not None and meetwaarde.vraagt(p) and meetwaarde.code in v.waarden
    ]
    if False in antwoorden:
        return False
    return True if stand.volledig and True in antwoorden else None
