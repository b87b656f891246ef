"""A template of another municipality with another year than ours: four rondes, three colours.

Nothing in it is as in the one that is shipped: other groups, a rapportcijfer, other names for the
rondes, and of what is typical of chapter 8 only what it has itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict

from invullen import Antwoorden, oordeel, vul
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon
from stoplichten import DRIE

from kaderxl import adopt, check, collect, merge
from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Ronde

KWARTALEN = ("eerste kwartaal", "tweede kwartaal", "derde kwartaal", "vierde kwartaal")
HUIZEN = dict(zip(KWARTALEN, (5, 12, 30, 41), strict=True))

RONDES = """
    | ronde            | peildatum    | inleveren  | in woorden                    | vraagt ook |
    | ---------------- | ------------ | ---------- | ----------------------------- | ---------- |
    | Vierde kwartaal  | 31 december  | 20 januari | heel {jaar}                   |            |
    | Eerste kwartaal  | 31 maart     | 20 april   | het eerste kwartaal van {jaar}|            |
    | Tweede kwartaal  | 30 juni      | 20 juli    | het tweede kwartaal van {jaar}|            |
    | Derde kwartaal   | 30 september | 20 oktober | het derde kwartaal van {jaar} | \
jaarprogramma en wijzigingen |
"""
SLUISDORP: dict[str, str | None] = {
    "Instellingen": """
        | instelling                       | waarde                        |
        | -------------------------------- | ----------------------------- |
        | gemeente                         | Sluisdorp                     |
        | kader                            | Woonpact Sluisdorp            |
        | kenmerk                          | SLU                           |
        | looptijd van                     | 2027                          |
        | looptijd t/m                     | 2030                          |
        | contact                          | wonen@sluisdorp.example       |
        | afzender                         | wonen@sluisdorp.example       |
        | herinneren                       | 7                             |
        | mailserver                       | smtp.sluisdorp.example        |
        | stemmen                          | nee                           |
        | bron                             | Woonpact, fictief             |
        | archiefvormer                    | Gemeente Sluisdorp            |
        | waardering                       | Tijdelijk te bewaren          |
        | waardering begrippenlijst        | Waarderingen                  |
        | bewaartermijn                    | 10 jaar                       |
        | beperking gebruik                | Openbaar                      |
        | beperking gebruik begrippenlijst | Openbaarheid                  |
    """,
    "Rondes": RONDES,
    "Partijen": """
        | code | naam               | groep        | e-mail                 |
        | ---- | ------------------ | ------------ | ---------------------- |
        | GS   | Gemeente Sluisdorp | overheid     | gs@partij.example      |
        | DK   | De Kade            | verhuurders  | dk@partij.example      |
        | ZD   | Zorgdijk           | zorg         | zd@partij.example      |
    """,
    "Monitoringstabel": """
        | Thema | Afspraak | Indicator | Jaar | Actiehouder | code | soort | combineren |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | Wonen | 1a. Meer huizen | huizen klaar | 2027-2030 | verhuurders | K1 | aantal | som |
        | Wonen | 1b. Tevreden bewoners | cijfer van bewoners | 2027-2030 | verhuurders en zorg | \
K2 | aantal | ieder |
        | Zorg | 2a. Samen optrekken | loket open | 2027 | overheid en zorg | K3 | mijlpaal | \
gezamenlijk |
    """,
    "Meetwaarden": """
        | code | indicator | omschrijving | soort | eenheid | combineren | telt als \
| over de jaren | verplicht |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | K1-A | K1 | Huizen | aantal | huizen | som | + | optellen | ja |
        | K2-A | K2 | Rapportcijfer | getal | | ieder | | vervangen | ja |
        | K3-A | K3 | Open? | ja/nee | | gezamenlijk | | vervangen | ja |
    """,
    "Doelen": """
        | indicator | t/m jaar | minimum | maximum |
        | --------- | -------- | ------- | ------- |
        | K1        | 2027     | 40      |         |
        | K1        | 2030     | 160     |         |
    """,
    "Planning": """
        | overleg | kwartaal        | regel        | doel                 |
        | ------- | --------------- | ------------ | -------------------- |
        | BO      | eerste kwartaal | voor 1 maart | het jaar vaststellen |
    """,
    "Lijsten": DRIE,
    "Vragen": "| nr | over | vraag | bron | antwoord |",
}


def schrijf_sluisdorp(path: Path, **anders: str | None) -> Path:
    """Write it; each sheet can be replaced, left out (None) or added."""
    return schrijf_sjabloon(path, **(SLUISDORP | anders))


class Plaats(TypedDict):
    template: Path
    output: Path


@dataclass(frozen=True)
class Sluisdorp:
    """The municipality of four rondes a year, and what kaderxl made there."""

    sjabloon: Path
    output: Path

    @property
    def plaats(self) -> Plaats:
        return {"template": self.sjabloon, "output": self.output}

    @property
    def kader(self) -> Kader:
        return check(self.sjabloon).geldig()

    def map(self, ronde: Ronde) -> Path:
        return self.output / str(ronde)

    def stuur(self, ronde: Ronde, gegeven: Mapping[str, Antwoorden], dag: str) -> None:
        """Fill in the sheet of each partij (code) as it was handed out, and take it in."""
        for code, antwoorden in gegeven.items():
            partij = self.kader.partij(code)
            assert partij is not None
            blad = self.map(ronde) / "invulbladen" / f"Invulblad {partij.naam} {ronde}.xlsx"
            bestand = self.output.parent / f"{code} {ronde}.xlsx"
            bestand.write_bytes(vul(blad.read_bytes(), antwoorden, op=f"{dag}T09:00:00Z"))
            (inzending,) = collect(ronde, [bestand], **self.plaats).inzendingen
            assert inzending.status == "aangenomen", inzending.bevindingen

    def stel_vast(self, ronde: Ronde, dag: date, programma: str = "") -> Matrix:
        """The BO sets what is proposed, on a copy of the matrix."""
        bron = self.map(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
        matrix = merge(ronde, **self.plaats).matrix
        zeg = matrix.kader.instellingen.zeg
        boek = load_workbook(bron)
        moment = datetime.combine(dag, datetime.min.time())
        blad = boek[l.BESLUITENLIJST]
        koppen = [cel.value for cel in blad[2]]
        for rij in blad.iter_rows(min_row=3):
            kleur = matrix.voorstellen.get(str(rij[koppen.index(l.NR)].value))
            if kleur:
                rij[koppen.index(zeg(l.BESLUIT))].value = str(kleur)
                rij[koppen.index(l.BESLUIT_REDEN)].value = "g" if kleur.vraagt_reden else None
                rij[koppen.index(zeg(l.DATUM_BO))].value = moment
        for cel in [c for r in boek[l.SAMENVATTING] for c in r if c.value == zeg(l.VASTGESTELD_IN)]:
            cel.offset(column=1).value = moment
        if programma:
            blad = boek[zeg(l.JAARPROGRAMMA)]
            blad.cell(3, [cel.value for cel in blad[2]].index(l.PROGRAMMA) + 1).value = programma
        kopie = self.output.parent / f"na het bo {ronde}.xlsx"
        boek.save(kopie)
        return adopt(ronde, kopie, today=dag, **self.plaats).merged.matrix


def antwoorden(kwartaal: str) -> dict[str, Antwoorden]:
    """Complete answers of 2027; the houses stand for all of the year so far."""
    cijfer: dict[str, dict[str, object]] = {"K2": oordeel("Loopt"), "K2-A": {"Waarde": 7.4}}
    klaar = kwartaal == KWARTALEN[-1]
    loket: dict[str, dict[str, object]] = {"K3": oordeel("Klaar" if klaar else "Loopt")}
    loket |= {"K3-A": {"Waarde": "Ja" if klaar else "Nee"}}
    kade: dict[str, dict[str, object]] = {"K1": oordeel("Hapert", "g", "Fictief: te laat begonnen")}
    kade |= {"K1-A": {"Waarde": HUIZEN[kwartaal]}}
    return {"GS": loket, "DK": kade | cijfer, "ZD": cijfer | loket}


def teksten(pad: Path) -> str:
    boek = load_workbook(pad)
    return "\n".join(str(c.value) for b in boek for r in b.iter_rows() for c in r if c.value)
