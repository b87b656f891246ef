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
from ..reading.tables import Cel, Tabel
from .cells import Bladen, als_tekst
from .kinds import SOORTEN, TEKST


class Afspraken:
    """One reading of the sheets of what was agreed; its findings are those of `bladen`.

    `afspraken` has them by number, once the indicatoren have been read.
    """

    def __init__(self, bladen: Bladen, partijen: tuple[Partij, ...]) -> None:
        self.bladen = bladen
        self.partijen = partijen
        self.afspraken: dict[int, Afspraak] = {}
        self._houders: dict[str, tuple[str, ...]] = {}

    def indicatoren(self, looptijd: tuple[int, int]) -> tuple[Indicator, ...]:
        tabel, rijen = self.bladen.rijen(l.MONITORINGSTABEL)
        titels: dict[int, str] = {}
        gelezen = [self._indicator(tabel, rij, looptijd, titels) for rij in rijen]
        return tuple(i for i in gelezen if i is not None)

    def _indicator(
        self,
        tabel: Tabel,
        rij: int,
        looptijd: tuple[int, int],
        titels: dict[int, str],
    ) -> Indicator | None:
        afspraak = self._afspraak(tabel, rij, titels)
        cel_code = tabel.cel(rij, "code")
        code = self.bladen.nieuwe_code(tabel, cel_code)
        jaren = self._jaren(tabel, tabel.cel(rij, "Jaar"), looptijd)
        houders = self._actiehouders(tabel, tabel.cel(rij, "Actiehouder"))
        status = self.bladen.uit_lijst(
            tabel, tabel.cel(rij, "status"), "status", list(l.STATUSSEN), "vast"
        )
        open_ = status == "open"
        opmerking = tabel.cel(rij, "opmerking").tekst
        if open_:
            self.bladen.meld(
                catalogue.RIJ_OPEN, tabel.plek(cel_code), code=code, opmerking=opmerking or "?"
            )
        elif not houders and not tabel.cel(rij, "Actiehouder"):
            self.bladen.meld(
                catalogue.ZONDER_ACTIEHOUDER, tabel.plek(tabel.cel(rij, "Actiehouder")), code=code
            )
        if not code or afspraak is None:
            return None
        hoort = re.match(r"A0*(\d+)-", code)
        if hoort and int(hoort[1]) != afspraak.nummer:
            self.bladen.meld(
                catalogue.CODE_HERGEBRUIKT,
                tabel.plek(cel_code),
                code=code,
                hoort=f"afspraak {hoort[1]}",
                staat=f"afspraak {afspraak.nummer}",
            )
        gedrukt = tuple(tabel.cel(rij, kolom).tekst for kolom in l.GEDRUKTE_KOLOMMEN)
        return Indicator(
            code=code,
            afspraak=afspraak.nummer,
            tekst=tabel.cel(rij, "leestekst").tekst or gedrukt[2] or "(nog geen indicator)",
            jaren=jaren,
            partijen=houders,
            soort=self.bladen.uit_lijst(
                tabel, tabel.cel(rij, "soort"), "soort", list(l.INDICATORSOORTEN), ""
            ),
            combineren=self._combineren(tabel, rij),
            open=open_,
            opmerking=opmerking,
            gedrukt=gedrukt,
            vervangt=self.bladen.vervangt(tabel, rij),
        )

    def _combineren(self, tabel: Tabel, rij: int) -> Combineren:
        cel = tabel.cel(rij, "combineren")
        return self.bladen.keuze(tabel, cel, "combineren", Combineren, Combineren.GEZAMENLIJK)

    def _afspraak(self, tabel: Tabel, rij: int, titels: dict[int, str]) -> Afspraak | None:
        cel = tabel.cel(rij, "Afspraak")
        nummer = re.match(r"\d+", cel.tekst)
        if nummer is None:
            self.bladen.meld(catalogue.NUMMER_ONTBREEKT, tabel.plek(cel), tekst=cel.tekst)
            return None
        afspraak = Afspraak(
            int(nummer[0]), een_regel(tabel.cel(rij, "Thema").tekst), een_regel(cel.tekst)
        )
        eerder = self.afspraken.setdefault(afspraak.nummer, afspraak)
        eerste = titels.setdefault(afspraak.nummer, cel.adres)
        if eerder != afspraak:
            self.bladen.meld(
                catalogue.AFSPRAAK_WISSELT, tabel.plek(cel), nummer=afspraak.nummer, eerste=eerste
            )
        return eerder

    def _jaren(self, tabel: Tabel, cel: Cel, looptijd: tuple[int, int]) -> frozenset[int]:
        jaren, twijfel = lees_jaren(als_tekst(cel))
        if not jaren:
            self.bladen.meld(catalogue.JAAR_ONLEESBAAR, tabel.plek(cel), tekst=cel.tekst)
        if twijfel:
            self.bladen.meld(
                catalogue.JAAR_TWEE_LEZINGEN,
                tabel.plek(cel),
                tekst=cel.tekst,
                jaren=schrijf_jaren(jaren),
            )
        for jaar in sorted(jaren):
            if not looptijd[0] <= jaar <= looptijd[1]:
                self.bladen.meld(
                    catalogue.JAAR_BUITEN_LOOPTIJD,
                    tabel.plek(cel),
                    jaar=jaar,
                    looptijd=f"{looptijd[0]}-{looptijd[1]}",
                )
        return jaren

    def _actiehouders(self, tabel: Tabel, cel: Cel) -> tuple[str, ...]:
        """Codes in the order of the sheet Partijen, from names of groups and of partijen."""
        if cel.tekst in self._houders:
            return self._houders[cel.tekst]
        genoemd: set[str] = set()
        onbekend = False
        keuzes = [*{p.groep: None for p in self.partijen}, *(p.naam for p in self.partijen)]
        for naam in splits_namen(cel.tekst, keuzes):
            bedoeld = plat(naam)
            codes = {
                p.code
                for p in self.partijen
                if naam == p.code or bedoeld in (plat(p.groep), plat(p.naam))
            }
            if not codes:
                self.bladen.meld(
                    catalogue.ACTIEHOUDER_ONBEKEND,
                    tabel.plek(cel),
                    naam=naam,
                    tip=lijkt_op(naam, keuzes),
                )
                onbekend = True
            genoemd |= codes
        houders = tuple(p.code for p in self.partijen if p.code in genoemd)
        if not onbekend:  # what is wrong with a cell is said of each cell
            self._houders[cel.tekst] = houders
        return houders

    def meetwaarden(self, indicatoren: tuple[Indicator, ...]) -> tuple[Meetwaarde, ...]:
        tabel, rijen = self.bladen.rijen(l.MEETWAARDEN)
        gelezen: list[Meetwaarde] = []
        for rij in rijen:
            cel = tabel.cel(rij, "code")
            code = self.bladen.nieuwe_code(tabel, cel)
            indicator = self._indicator_van(tabel, tabel.cel(rij, "indicator"), indicatoren)
            if not code or indicator is None:
                continue
            if not code.startswith(f"{indicator.code}-"):
                self.bladen.meld(
                    catalogue.CODE_HERGEBRUIKT,
                    tabel.plek(cel),
                    code=code,
                    hoort=f"{code.rsplit('-', 1)[0]}",
                    staat=indicator.code,
                )
            gelezen.append(self._meetwaarde(tabel, rij, code, indicator))
        return tuple(gelezen)

    def _meetwaarde(self, tabel: Tabel, rij: int, code: str, indicator: Indicator) -> Meetwaarde:
        cel_aan = tabel.cel(rij, "gevraagd aan")
        aan = self._actiehouders(tabel, cel_aan) if cel_aan else None
        if aan is not None and not indicator.open and not set(aan) & set(indicator.partijen):
            self.bladen.meld(catalogue.GEEN_VRAAG, tabel.plek(cel_aan), code=code)
        soort = SOORTEN[
            self.bladen.uit_lijst(tabel, tabel.cel(rij, "soort"), "soort", [*SOORTEN], TEKST.naam)
        ]
        rol = tabel.cel(rij, "telt als")
        keuze_rol = self._uit_lijst_rol(tabel, rol)
        over_jaren = self.bladen.uit_lijst(
            tabel,
            tabel.cel(rij, "over de jaren"),
            "over de jaren",
            list(l.OVER_DE_JAREN),
            l.OVER_DE_JAREN[0],
        )
        return Meetwaarde(
            code=code,
            indicator=indicator.code,
            omschrijving=een_regel(tabel.cel(rij, "omschrijving").tekst),
            soort=soort,
            eenheid=self._eenheid(tabel, rij, soort),
            combineren=self._combineren(tabel, rij),
            rol=keuze_rol,
            verplicht=self.bladen.keuze(
                tabel, tabel.cel(rij, "verplicht"), "verplicht", Verplicht, Verplicht.JA
            ),
            stroom=over_jaren == l.OVER_DE_JAREN[0],
            gevraagd_aan=aan,
            vervangt=self.bladen.vervangt(tabel, rij),
        )

    def _eenheid(self, tabel: Tabel, rij: int, soort: Soort) -> str:
        """The unit as it is written, else the one that goes without saying."""
        cel = tabel.cel(rij, "eenheid")
        eenheid = een_regel(cel.tekst)
        if raad := soort.bezwaar(eenheid):
            self.bladen.meld(
                catalogue.EENHEID_PAST_NIET,
                tabel.plek(cel),
                eenheid=eenheid,
                soort=soort,
                raad=raad,
            )
        return eenheid or soort.eenheid

    def _uit_lijst_rol(self, tabel: Tabel, cel: Cel) -> Rol | None:
        if not cel:
            return None
        genormaliseerd = Cel(cel.tekst.replace("-", "−").replace("–", "−"), cel.adres)
        keuzes = {r.value: r for r in Rol}
        if genormaliseerd.tekst.lower() in keuzes:
            return keuzes[genormaliseerd.tekst.lower()]
        self.bladen.meld(
            catalogue.KEUZE_ONBEKEND,
            tabel.plek(cel),
            waarde=cel.tekst,
            kolom="telt als",
            keuzes=", ".join(keuzes),
            tip="",
        )
        return None

    def _indicator_van(
        self, tabel: Tabel, cel: Cel, indicatoren: tuple[Indicator, ...]
    ) -> Indicator | None:
        indicator = next((i for i in indicatoren if i.code == cel.tekst), None)
        if indicator is None:
            tip = lijkt_op(cel.tekst, [i.code for i in indicatoren])
            self.bladen.meld(catalogue.INDICATOR_ONBEKEND, tabel.plek(cel), code=cel.tekst, tip=tip)
        return indicator

    def doelen(self, indicatoren: tuple[Indicator, ...]) -> tuple[Doel, ...]:
        tabel, rijen = self.bladen.rijen(l.DOELEN)
        gelezen: list[Doel] = []
        for rij in rijen:
            indicator = self._indicator_van(tabel, tabel.cel(rij, "indicator"), indicatoren)
            jaar = self.bladen.jaar(tabel, tabel.cel(rij, "t/m jaar"))
            cel_minimum = tabel.cel(rij, "minimum")
            minimum = self.bladen.getal(tabel, cel_minimum)
            maximum = self.bladen.getal(tabel, tabel.cel(rij, "maximum"))
            if minimum is not None and maximum is not None and minimum > maximum:
                self.bladen.meld(
                    catalogue.DOEL_OMGEKEERD,
                    tabel.plek(cel_minimum),
                    minimum=minimum,
                    maximum=maximum,
                )
            cel_partij = tabel.cel(rij, "partij")
            codes = self._actiehouders(tabel, cel_partij) if cel_partij else ("",)
            if indicator is not None and jaar is not None:
                omschrijving = tabel.cel(rij, "omschrijving").tekst
                bron = tabel.cel(rij, "bron").tekst
                gelezen += [
                    Doel(indicator.code, jaar, minimum, maximum, code, omschrijving, bron)
                    for code in codes
                ]
        return tuple(gelezen)
