"""A template of another municipality with another year than ours: four rondes, three colours.

Nothing in it is as in the one that is shipped: other groups, a rapportcijfer, other names for the
rondes, and of what is typical of chapter 8 only what it has itself.
"""

from __future__ import annotations

from pathlib import Path

from sjablonen import schrijf_sjabloon
from stoplichten import DRIE

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
