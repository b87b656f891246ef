"""What was agreed, row by row: afspraken with their indicatoren, meetwaarden and doelen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..core import catalogue, labels as l
from ..core.kader import (
    Combineren,
    Doel,
    Indicator,
    Meetwaarde,
    Partij,
    Rol,
    Soort,
    Verplicht,
)
from ..core.notation import (
    een_regel,
    lees_jaren,
    lijkt_op,
    noem_enkele,
    plat,
    schrijf_jaren,
    schrijf_opsomming,
)
from .cells import Bladen, Lezing, Maatcel, Rij, als_tekst
from .holders import Genoemd, Namen
from .kinds import PERCENTAGE, SOORTEN, TEKST
from .made_codes import cijfercode
from .numbered import Nummering
from .year_words import lees_jaarwoorden

_RUIM = (2000, 2099)
"""For the words of years while it is not known which there are."""
_ONTBRAK = re.compile(rf"{l.ONTBREEKT_IN_DE_TEKST} [^.]*\.\s*")
"""What a row says that was made from a text."""

_ENKELE_NAMEN = 6
"""So many indicatoren are named to who wrote none of them; their words may be long."""


class Afspraken:
    """One reading of the sheets of what was agreed; its findings are those of `bladen`.

    `nummering` has the afspraken once the indicatoren have been read. `indicatorrijen` has the row
    of each indicator (code); `waarderijen` and `doelrijen` have those of the meetwaarden and of
    the doelen, each with what was read of it.
    """

    def __init__(self, bladen: Bladen, partijen: tuple[Partij, ...]) -> None:
        self.bladen, self.namen, self.partijen = bladen, Namen(partijen), partijen
        self.nummering = Nummering(bladen)
        self.doelrijen: list[tuple[Rij, Doel]] = []
        self.waarderijen: list[tuple[Rij, Meetwaarde]] = []
        self.indicatorrijen: dict[str, Rij] = {}

    def indicatoren(self, looptijd: tuple[int, int]) -> tuple[Indicator, ...]:
        rijen = self.bladen.rijen(l.MONITORINGSTABEL)
        return tuple(filter(None, (self._indicator(rij, looptijd) for rij in rijen)))

    def _indicator(self, rij: Rij, looptijd: tuple[int, int]) -> Indicator | None:
        afspraak = self.nummering.afspraak(rij)
        gemaakt = self.nummering.gemaakte_code(rij, afspraak) if afspraak else ""
        code = rij.nieuwe_code(gemaakt=gemaakt, bij="Indicator")
        jaren = _jaren(rij, looptijd)
        houders = self.actiehouders(rij, "Actiehouder")
        open_ = rij.uit_lijst("status", l.STATUSSEN, "vast") == "open"
        opmerking = rij.tekst("opmerking")
        if open_:
            er = {
                "de indicator": rij.cel("Indicator"),
                "het jaar": jaren,
                "de actiehouder": houders,
            }
            _meld_open(rij, code, opmerking, [wat for wat, cel in er.items() if not cel])
        elif not rij.cel("Actiehouder"):
            rij.meld(catalogue.ZONDER_ACTIEHOUDER, "Actiehouder", code=code)
        if not code or afspraak is None:
            self.bladen.kapot.add(code or rij.code("code"))
            return None
        hoort = re.match(r"A0*(\d+)-", code)
        if hoort and isinstance(afspraak.nummer, int) and int(hoort[1]) != afspraak.nummer:
            _hergebruikt(rij, code, f"afspraak {hoort[1]}", f"afspraak {afspraak.nummer}")
        self.indicatorrijen[code] = rij
        thema, *rest = map(rij.tekst, l.GEDRUKTE_KOLOMMEN)
        gedrukt = (thema or afspraak.thema, *rest)
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
            trekker=self._trekker(rij, code, houders),
            landelijk=rij.code(l.LANDELIJK),
        )

    def _trekker(self, rij: Rij, code: str, houders: tuple[str, ...]) -> str:
        """Who gives the voorzet: one partij of the actiehouders, "" for nobody."""
        if not rij.cel("trekker"):
            return self._genoemde_trekker(rij, self.namen.lees(rij.tekst("Actiehouder")))
        genoemd = self.actiehouders(rij, "trekker")
        namen = {p.code: p.naam for p in self.partijen}
        if len(genoemd) == 1 and genoemd[0] in houders:
            return genoemd[0]
        if genoemd:  # an unknown name was said
            keuzes = ", ".join(namen[c] for c in houders)
            velden = {"code": code, "naam": rij.tekst("trekker"), "keuzes": keuzes}
            rij.meld(catalogue.TREKKER_PAST_NIET, "trekker", **velden)
        return ""

    @staticmethod
    def _genoemde_trekker(rij: Rij, genoemd: Genoemd) -> str:
        """Who is called so among the actiehouders, where a row can have one: in a template with
        that column, one partij, and one answer for all."""
        kan = "trekker" in rij.tabel.kolommen and not genoemd.onbekend
        samen = plat(rij.tekst("combineren")) in ("", Combineren.GEZAMENLIJK)
        een = genoemd.trekker if genoemd.trekker and len(genoemd.trekker) == 1 else ()
        return een[0] if kan and samen and een and len(genoemd.codes) > 1 else ""

    def actiehouders(self, rij: Rij, kolom: str) -> tuple[str, ...]:
        """Codes in the order of the sheet Partijen, from names of groups and of partijen."""
        cel = rij.cel(kolom)
        genoemd = self.namen.lees(cel.tekst)
        kapot = self.bladen.kapot
        onbekend = [n for n in genoemd.onbekend if plat(n) not in kapot]
        for naam in onbekend if self.partijen else ():
            keuzes = self.namen.keuzes
            velden = {"naam": naam, "keuzes": noem_enkele(keuzes), "tip": self.namen.tip(naam)}
            rij.meld(catalogue.ACTIEHOUDER_ONBEKEND, kolom, **velden)
        if genoemd.codes and not genoemd.letterlijk and not genoemd.onbekend:
            namen = [p.naam for p in self.partijen if p.code in genoemd.codes]
            gelezen = schrijf_opsomming(namen)
            if genoemd.trekker is not None and kolom == "Actiehouder" and not rij.cel("trekker"):
                trekker = self._genoemde_trekker(rij, genoemd)
                wie = next((f"trekker: {p.naam}" for p in self.partijen if p.code == trekker), "")
                gelezen += f" ({wie or 'wie trekker is, kiest u in de kolom trekker'})"
            self.bladen.lezingen.append(Lezing(kolom, cel.tekst, gelezen, rij.tabel.plek(cel)))
        return genoemd.codes

    def meetwaarden(self, indicatoren: tuple[Indicator, ...]) -> tuple[Meetwaarde, ...]:
        rijen = self.bladen.rijen(l.MEETWAARDEN)
        return tuple(filter(None, (self._meetwaarde(rij, indicatoren) for rij in rijen)))

    def _meetwaarde(self, rij: Rij, indicatoren: tuple[Indicator, ...]) -> Meetwaarde | None:
        indicator = self._indicator_van(rij, indicatoren)
        woorden = een_regel(rij.tekst("omschrijving"))
        gemaakt = cijfercode(indicator.code, woorden) if indicator and woorden else ""
        code = rij.nieuwe_code(gemaakt=gemaakt, bij="omschrijving") if indicator else ""
        if not code or indicator is None:
            self.bladen.kapot.add(rij.code("code"))
            self.bladen.onvolledig |= {indicator.code} if indicator else set()
            return None
        if not code.startswith(f"{indicator.code}-"):
            _hergebruikt(rij, code, code.rsplit("-", 1)[0], indicator.code)
        aan = self.actiehouders(rij, "gevraagd aan") if rij.cel("gevraagd aan") else None
        if aan is not None and not indicator.open and not set(aan) & set(indicator.partijen):
            rij.meld(catalogue.GEEN_VRAAG, "gevraagd aan", code=code)
        soort = SOORTEN[rij.uit_lijst("soort", [*SOORTEN], TEKST.naam)]
        rol, combineren = _rol(rij), rij.keuze("combineren", Combineren.GEZAMENLIJK)
        if plat(rij.tekst("soort") or soort) != plat(soort):
            self.bladen.onvolledig.add(indicator.code)
        if soort is PERCENTAGE and combineren is Combineren.SOM:
            rij.meld(catalogue.SOM_VAN_PERCENTAGES, "combineren", code=code)
        stroom = l.OVER_DE_JAREN[0]
        over_jaren = rij.uit_lijst("over de jaren", l.OVER_DE_JAREN, stroom)
        meetwaarde = Meetwaarde(
            code=code,
            indicator=indicator.code,
            omschrijving=woorden,
            soort=soort,
            eenheid=_eenheid(rij, soort),
            combineren=combineren,
            rol=rol,
            verplicht=rij.keuze("verplicht", Verplicht.JA),
            stroom=over_jaren == stroom,
            gevraagd_aan=aan,
            vervangt=rij.vervangt(),
            landelijk=rij.code(l.LANDELIJK),
        )
        self.waarderijen.append((rij, meetwaarde))
        return meetwaarde

    def doelen(
        self,
        indicatoren: tuple[Indicator, ...],
        meetwaarden: tuple[Meetwaarde, ...],
        looptijd: tuple[int, int],
    ) -> tuple[Doel, ...]:
        rijen = self.bladen.rijen(l.DOELEN)
        return tuple(
            doel for rij in rijen for doel in self._doelen(rij, indicatoren, meetwaarden, looptijd)
        )

    def _doelen(
        self,
        rij: Rij,
        indicatoren: tuple[Indicator, ...],
        meetwaarden: tuple[Meetwaarde, ...],
        looptijd: tuple[int, int],
    ) -> list[Doel]:
        indicator = self._indicator_van(rij, indicatoren)
        jaar = rij.jaar("t/m jaar")
        minimum, maximum = (Maatcel(rij, k).zoals_getoond() for k in ("minimum", "maximum"))
        if minimum is not None and maximum is not None and minimum > maximum:
            rij.meld(catalogue.DOEL_OMGEKEERD, "minimum", minimum=minimum, maximum=maximum)
        codes = self.actiehouders(rij, "partij") if rij.cel("partij") else ("",)
        if not rij.cel("t/m jaar"):
            rij.meld(catalogue.DOEL_ZONDER_JAAR, "t/m jaar", jaar=looptijd[1] or 2030)
        if indicator is None or jaar is None:
            return []
        self._in_de_looptijd(rij, jaar, looptijd)
        woorden = rij.tekst("omschrijving"), rij.tekst("bron")
        per_jaar = rij.uit_lijst("telling", l.TELLINGEN, l.TELLINGEN[0]) == l.TELLINGEN[1]
        meter = {"ja": True, "nee": False}.get(rij.uit_lijst("meter", l.JA_OF_NEE, ""))
        doel = Doel(
            indicator.code, jaar, minimum, maximum, "", *woorden, per_jaar,
            _cijfer(rij, [m for m in meetwaarden if m.indicator == indicator.code]), meter,
            _losse_jaren(indicator, jaar) if per_jaar else (),
        )  # fmt: skip
        self.doelrijen.append((rij, doel))
        return [replace(doel, partij=code) for code in codes]

    def _in_de_looptijd(self, rij: Rij, jaar: int, looptijd: tuple[int, int]) -> None:
        """A doel may lie beyond the years of the agreement where that is what it says."""
        van, tm = looptijd
        velden = {"jaar": jaar, "looptijd": f"{van}-{tm}"}
        if van and jaar < van:
            rij.meld(catalogue.JAAR_BUITEN_LOOPTIJD, "t/m jaar", **velden)
        elif tm and jaar > tm and not rij.cel("lezing"):
            rij.meld(catalogue.DOEL_NA_LOOPTIJD, "t/m jaar", **velden)

    def _indicator_van(self, rij: Rij, indicatoren: tuple[Indicator, ...]) -> Indicator | None:
        """The indicator that a row names: by its code, else by its words where no other has those,
        or by the number of an afspraak that has no other."""
        code, woorden = rij.code("indicator"), plat(rij.tekst("indicator"))
        if indicator := next((i for i in indicatoren if i.code == code), None):
            return indicator
        namen = [(i, {plat(i.tekst), plat(i.gedrukt[2]), plat(i.afspraak)}) for i in indicatoren]
        bedoeld = [i for i, genoemd in namen if woorden and woorden in genoemd]
        if len(bedoeld) == 1:
            plek = rij.tabel.plek(rij.cel("indicator"))
            gelezen = f"{bedoeld[0].code} ({bedoeld[0].tekst})"
            self.bladen.lezingen.append(Lezing("indicator", rij.tekst("indicator"), gelezen, plek))
            rij.maak("indicator", bedoeld[0].code)
            return bedoeld[0]
        weg = self.bladen.tabellen[l.MONITORINGSTABEL] is None
        if code not in self.bladen.kapot and not weg:
            self._zonder_indicator(rij, indicatoren)
        return None

    def _zonder_indicator(self, rij: Rij, indicatoren: tuple[Indicator, ...]) -> None:
        """Said in the words of the template: a code that kaderxl made is none that people know."""
        gemaakt = {g.code for g in self.bladen.gemaakt}
        namen = [_aan_te_wijzen(i, zonder_code=i.code in gemaakt) for i in indicatoren]
        tekst = een_regel(rij.tekst("indicator"))
        tip = lijkt_op(tekst, [*namen, *(i.tekst for i in indicatoren)])
        regel = catalogue.INDICATOR_ONBEKEND if tekst else catalogue.INDICATOR_LEEG
        velden = {"tekst": tekst, "keuzes": noem_enkele(namen, _ENKELE_NAMEN), "tip": tip}
        rij.meld(regel, "indicator", **velden)


def _aan_te_wijzen(indicator: Indicator, *, zonder_code: bool) -> str:
    """What a row may say to mean this indicator: its code, or of one without a code its words."""
    return een_regel(indicator.tekst) if zonder_code else indicator.code


def _cijfer(rij: Rij, eigen: Sequence[Meetwaarde]) -> str:
    """The code of the meetwaarde that a doel names, also by its words."""
    woorden = plat(rij.tekst("meetwaarde"))
    bedoeld = [m.code for m in eigen if woorden and plat(m.omschrijving) == woorden]
    return bedoeld[0] if len(bedoeld) == 1 else rij.code("meetwaarde")


def _meld_open(rij: Rij, code: str, opmerking: str, mist: Sequence[str]) -> None:
    """Of a row that was made from a text, what is missing now and not what was missing then."""
    over = _ONTBRAK.sub("", opmerking)
    if not mist:
        erbij = f" Bij opmerking staat: {over}" if over else ""
        rij.meld(catalogue.RIJ_OPEN_COMPLEET, "status", code=code, erbij=erbij)
    elif over != opmerking:
        nog = f"er ontbreekt nog: {schrijf_opsomming(mist)}. {over}".strip()
        rij.meld(catalogue.RIJ_OPEN, "code", code=code, opmerking=nog)
    else:
        rij.meld(catalogue.RIJ_OPEN, "code", code=code, opmerking=opmerking or "?")


def _hergebruikt(rij: Rij, code: str, hoort: str, staat: str) -> None:
    rij.meld(catalogue.CODE_HERGEBRUIKT, "code", code=code, hoort=hoort, staat=staat)


def _jaren(rij: Rij, looptijd: tuple[int, int]) -> frozenset[int]:
    cel, (van, tm) = rij.cel("Jaar"), looptijd
    tekst = als_tekst(cel)
    jaren, twijfel = lees_jaarwoorden(tekst, looptijd if van else _RUIM)
    gelezen = schrijf_jaren(jaren)
    if not jaren:
        begin, einde = (van, tm) if van else (2026, 2030)
        voorbeelden = {"heel": f"{begin}-{einde}", "los": f"{begin}, {einde}", "van": begin}
        regel = catalogue.JAAR_ONLEESBAAR if cel else catalogue.JAAR_LEEG
        rij.meld(regel, "Jaar", tekst=tekst, **voorbeelden)
    elif not van:
        pass  # what they come to depends on what is wrong first
    elif twijfel:
        rij.meld(catalogue.JAAR_TWEE_LEZINGEN, "Jaar", tekst=tekst, jaren=gelezen)
    elif (jaren, False) != lees_jaren(tekst):
        rij.bladen.lezingen.append(Lezing("Jaar", tekst, gelezen, rij.tabel.plek(cel)))
    for jaar in sorted(jaren) if van and tm else ():
        if not van <= jaar <= tm:
            rij.meld(catalogue.JAAR_BUITEN_LOOPTIJD, "Jaar", jaar=jaar, looptijd=f"{van}-{tm}")
    return jaren


def _losse_jaren(indicator: Indicator, tm_jaar: int) -> tuple[int, ...]:
    """The years up to that one in which it is asked, where there are others in between."""
    jaren = sorted(j for j in indicator.jaren if j <= tm_jaar)
    return tuple(jaren) if jaren and jaren[-1] - jaren[0] >= len(jaren) else ()


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
