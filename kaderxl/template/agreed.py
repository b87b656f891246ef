"""What was agreed, row by row: afspraken with their indicatoren, meetwaarden and doelen."""

from __future__ import annotations

import re

from ..core import catalogue
from ..core import labels as l
from ..core.kader import (
    Afspraak,
    Combineren,
    Doel,
    Indicator,
    Meetwaarde,
    Partij,
    Rol,
    Soort,
    Verplicht,
)
from ..core.notation import een_regel, lees_jaren, lijkt_op, plat, schrijf_jaren, splits_namen
from .cells import Bladen, Rij, als_tekst
from .kinds import SOORTEN, TEKST


class Afspraken:
    """One reading of the sheets of what was agreed; its findings are those of `bladen`.

    `afspraken` has them by number, once the indicatoren have been read.
    """

    def __init__(self, bladen: Bladen, partijen: tuple[Partij, ...]) -> None:
        self.bladen, self.partijen = bladen, partijen
        self.afspraken: dict[int, Afspraak] = {}
        self._titels: dict[int, str] = {}
        self._houders: dict[str, tuple[str, ...]] = {}

    def indicatoren(self, looptijd: tuple[int, int]) -> tuple[Indicator, ...]:
        rijen = self.bladen.rijen(l.MONITORINGSTABEL)
        return tuple(filter(None, (self._indicator(rij, looptijd) for rij in rijen)))

    def _indicator(self, rij: Rij, looptijd: tuple[int, int]) -> Indicator | None:
        afspraak = self._afspraak(rij)
        code = rij.nieuwe_code()
        jaren = _jaren(rij, looptijd)
        houders = self._actiehouders(rij, "Actiehouder")
        open_ = rij.uit_lijst("status", l.STATUSSEN, "vast") == "open"
        opmerking = rij.tekst("opmerking")
        if open_:
            rij.meld(catalogue.RIJ_OPEN, "code", code=code, opmerking=opmerking or "?")
        elif not rij.cel("Actiehouder"):
            rij.meld(catalogue.ZONDER_ACTIEHOUDER, "Actiehouder", code=code)
        if not code or afspraak is None:
            return None
        hoort = re.match(r"A0*(\d+)-", code)
        if hoort and int(hoort[1]) != afspraak.nummer:
            _hergebruikt(rij, code, f"afspraak {hoort[1]}", f"afspraak {afspraak.nummer}")
        gedrukt = tuple(map(rij.tekst, l.GEDRUKTE_KOLOMMEN))
        return Indicator(
            code=code,
            afspraak=afspraak.nummer,
            tekst=rij.tekst("leestekst") or gedrukt[2] or "(nog geen indicator)",
            jaren=jaren,
            partijen=houders,
            soort=rij.uit_lijst("soort", l.INDICATORSOORTEN, ""),
            combineren=rij.keuze("combineren", Combineren.GEZAMENLIJK),
            open=open_,
            opmerking=opmerking,
            gedrukt=gedrukt,
            vervangt=rij.vervangt(),
        )

    def _afspraak(self, rij: Rij) -> Afspraak | None:
        cel = rij.cel("Afspraak")
        treffer = re.match(r"\d+", cel.tekst)
        if treffer is None:
            rij.meld(catalogue.NUMMER_ONTBREEKT, "Afspraak", tekst=cel.tekst)
            return None
        nummer = int(treffer[0])
        afspraak = Afspraak(nummer, een_regel(rij.tekst("Thema")), een_regel(cel.tekst))
        eerder = self.afspraken.setdefault(nummer, afspraak)
        eerste = self._titels.setdefault(nummer, cel.adres)
        if eerder != afspraak:
            rij.meld(catalogue.AFSPRAAK_WISSELT, "Afspraak", nummer=nummer, eerste=eerste)
        return eerder

    def _actiehouders(self, rij: Rij, kolom: str) -> tuple[str, ...]:
        """Codes in the order of the sheet Partijen, from names of groups and of partijen."""
        tekst = rij.tekst(kolom)
        if tekst in self._houders:
            return self._houders[tekst]
        genoemd: set[str] = set()
        onbekend = False
        keuzes = [*{p.groep: None for p in self.partijen}, *(p.naam for p in self.partijen)]
        for naam in splits_namen(tekst, keuzes):
            bedoeld = plat(naam)
            codes = {
                p.code
                for p in self.partijen
                if naam == p.code or bedoeld in (plat(p.groep), plat(p.naam))
            }
            if not codes:
                tip = lijkt_op(naam, keuzes)
                rij.meld(catalogue.ACTIEHOUDER_ONBEKEND, kolom, naam=naam, tip=tip)
                onbekend = True
            genoemd |= codes
        houders = tuple(p.code for p in self.partijen if p.code in genoemd)
        if not onbekend:  # what is wrong with a cell is said of each cell
            self._houders[tekst] = houders
        return houders

    def meetwaarden(self, indicatoren: tuple[Indicator, ...]) -> tuple[Meetwaarde, ...]:
        rijen = self.bladen.rijen(l.MEETWAARDEN)
        return tuple(filter(None, (self._meetwaarde(rij, indicatoren) for rij in rijen)))

    def _meetwaarde(self, rij: Rij, indicatoren: tuple[Indicator, ...]) -> Meetwaarde | None:
        code = rij.nieuwe_code()
        indicator = _indicator_van(rij, indicatoren)
        if not code or indicator is None:
            return None
        if not code.startswith(f"{indicator.code}-"):
            _hergebruikt(rij, code, code.rsplit("-", 1)[0], indicator.code)
        aan = self._actiehouders(rij, "gevraagd aan") if rij.cel("gevraagd aan") else None
        if aan is not None and not indicator.open and not set(aan) & set(indicator.partijen):
            rij.meld(catalogue.GEEN_VRAAG, "gevraagd aan", code=code)
        soort = SOORTEN[rij.uit_lijst("soort", [*SOORTEN], TEKST.naam)]
        rol = _rol(rij)
        stroom = l.OVER_DE_JAREN[0]
        over_jaren = rij.uit_lijst("over de jaren", l.OVER_DE_JAREN, stroom)
        return Meetwaarde(
            code=code,
            indicator=indicator.code,
            omschrijving=een_regel(rij.tekst("omschrijving")),
            soort=soort,
            eenheid=_eenheid(rij, soort),
            combineren=rij.keuze("combineren", Combineren.GEZAMENLIJK),
            rol=rol,
            verplicht=rij.keuze("verplicht", Verplicht.JA),
            stroom=over_jaren == stroom,
            gevraagd_aan=aan,
            vervangt=rij.vervangt(),
        )

    def doelen(self, indicatoren: tuple[Indicator, ...]) -> tuple[Doel, ...]:
        rijen = self.bladen.rijen(l.DOELEN)
        return tuple(doel for rij in rijen for doel in self._doelen(rij, indicatoren))

    def _doelen(self, rij: Rij, indicatoren: tuple[Indicator, ...]) -> list[Doel]:
        indicator = _indicator_van(rij, indicatoren)
        jaar = rij.jaar("t/m jaar")
        minimum, maximum = rij.getal("minimum"), rij.getal("maximum")
        if minimum is not None and maximum is not None and minimum > maximum:
            rij.meld(catalogue.DOEL_OMGEKEERD, "minimum", minimum=minimum, maximum=maximum)
        codes = self._actiehouders(rij, "partij") if rij.cel("partij") else ("",)
        if indicator is None or jaar is None:
            return []
        woorden = rij.tekst("omschrijving"), rij.tekst("bron")
        return [Doel(indicator.code, jaar, minimum, maximum, code, *woorden) for code in codes]


def _hergebruikt(rij: Rij, code: str, hoort: str, staat: str) -> None:
    rij.meld(catalogue.CODE_HERGEBRUIKT, "code", code=code, hoort=hoort, staat=staat)


def _jaren(rij: Rij, looptijd: tuple[int, int]) -> frozenset[int]:
    tekst, (van, tm) = rij.tekst("Jaar"), looptijd
    jaren, twijfel = lees_jaren(als_tekst(rij.cel("Jaar")))
    if not jaren:
        rij.meld(catalogue.JAAR_ONLEESBAAR, "Jaar", tekst=tekst)
    if twijfel:
        rij.meld(catalogue.JAAR_TWEE_LEZINGEN, "Jaar", tekst=tekst, jaren=schrijf_jaren(jaren))
    for jaar in sorted(jaren):
        if not van <= jaar <= tm:
            rij.meld(catalogue.JAAR_BUITEN_LOOPTIJD, "Jaar", jaar=jaar, looptijd=f"{van}-{tm}")
    return jaren


def _eenheid(rij: Rij, soort: Soort) -> str:
    """The unit as it is written, else the one that goes without saying."""
    eenheid = een_regel(rij.tekst("eenheid"))
    if raad := soort.bezwaar(eenheid):
        velden = {"eenheid": eenheid, "soort": soort, "raad": raad}
        rij.meld(catalogue.EENHEID_PAST_NIET, "eenheid", **velden)
    return eenheid or soort.eenheid


def _rol(rij: Rij) -> Rol | None:
    geschreven = re.sub("[-–]", "−", rij.tekst("telt als")).lower()
    rol = next((rol for rol in Rol if rol == geschreven), None)
    if geschreven and rol is None:
        rij.onbekend("telt als", Rol)
    return rol


def _indicator_van(rij: Rij, indicatoren: tuple[Indicator, ...]) -> Indicator | None:
    code = rij.code("indicator")
    indicator = next((i for i in indicatoren if i.code == code), None)
    if indicator is None:
        tip = lijkt_op(code, [i.code for i in indicatoren])
        rij.meld(catalogue.INDICATOR_ONBEKEND, "indicator", code=code, tip=tip)
    return indicator
