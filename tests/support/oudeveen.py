"""An agreement quite unlike the shipped one, made up: numbers as 1a, other groups, euros and marks.

    schrijf_oudeveen(path)              # the template that `new` would make, filled in

14 afspraken, 25 indicatoren, 2025-2028, six partijen in four groups with a zorgpartij; targets in
percentages, euros and a rapportcijfer. What it says is fictitious.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kaderxl.core import labels as l
from kaderxl.core.kader import Partij
from kaderxl.template.fresh.agreement import NewTemplate, Row, met_gemeente
from kaderxl.template.fresh.workbook import write_template

PARTIJEN = met_gemeente(
    "Oudeveen",
    [
        Partij("", "Woonstichting De Haard", "corporatie"),
        Partij("", "Stichting Veenwonen", "corporatie"),
        Partij("", "Huurdersvereniging De Haard", "huurdersorganisatie"),
        Partij("", "Huurders Veenwonen", "huurdersorganisatie"),
        Partij("", "Zorggroep Veenland", "zorgpartij"),
    ],
)
_TABEL = """
Bouwen | 1a. 90 tot 110 sociale huurwoningen erbij | opgeleverde sociale huurwoningen | \
2025-2028 | corporaties | aantal | som
| | woningen in voorbereiding | 2025-2028 | corporaties | aantal | som
| 1b. Bouwen voor starters | opgeleverde starterswoningen | vanaf 2026 | \
Woonstichting De Haard en Stichting Veenwonen | aantal | som
| | woonvisie vastgesteld | 2025 | gemeente | mijlpaal | enkel
| 1c. Grond | gronduitgifte in euro's | elk jaar | gemeente | aantal | enkel
Betalen | 2a. Betaalbare voorraad | aandeel woningen onder de aftoppingsgrens | elk jaar | \
alle corporaties | aantal en percentage | som
| | huurverhoging | elk jaar | alle corporaties | percentage | ieder
| 2b. Schulden voorkomen | huisuitzettingen | elk jaar | corporaties | aantal | som
| | afspraken over vroegsignalering | 2025 t/m 2026 | gemeente / corporaties | mijlpaal | \
gezamenlijk
Wonen en zorg | 3a. Geclusterd wonen | plekken geclusterd wonen | 2025-2028 | \
corporaties en zorgpartij | aantal | som
| | zorgconvenant getekend | uiterlijk 2026 | alle partijen | mijlpaal | gezamenlijk
| 3b. Wachtlijst | wachttijd in dagen | elk jaar | Zorggroep Veenland | aantal | enkel
| 3c. Uitstroom | uitgestroomde cliënten | elk jaar | zorgpartij en corporaties | aantal | som
Duurzaam | 4a. Label | aandeel woningen met label A of beter | elk jaar | corporaties | \
percentage | ieder
| | woningen met label E, F of G | elk jaar | corporaties | aantal | som
| 4b. Isoleren | besteed aan isolatie | 2025-2027 | corporaties | aantal | som
| | gemiddelde besparing per huishouden | 2026, 2028 | corporaties | aantal | ieder
Leefbaar | 5a. Tevreden huurders | tevredenheid van huurders | 2026 en 2028 | \
huurdersorganisaties | percentage | ieder
| | oordeel over onderhoud | elk jaar | huurdersorganisaties | kwalitatief | ieder
| 5b. Samen de wijk in | wijkschouw gehouden | elk jaar | alle partijen | jaarlijkse mijlpaal | \
gezamenlijk
| | bewonersinitiatieven | elk jaar | gemeente, corporaties en huurdersorganisaties | aantal | ieder
Samenwerken | 6a. Overleg | bestuurlijk overleg gehouden | elk jaar | \
gemeente (trekker), corporaties | jaarlijkse mijlpaal | gezamenlijk
| | hoe het overleg verloopt | elk jaar | alle partijen | kwalitatief | ieder
| 6b. Gegevens delen | dashboard gereed | medio 2026 | gemeente | mijlpaal | enkel
| | datum laatste levering | elk jaar | alle partijen | aantal | ieder
"""
_MEETWAARDEN = """
opgeleverde sociale huurwoningen | Opgeleverd | aantal | woningen | som | + | optellen | ja
opgeleverde sociale huurwoningen | Gesloopt of verkocht | aantal | woningen | som | - | \
optellen | ja
woningen in voorbereiding | Plannen | aantal | woningen | som | plan | vervangen | ja
opgeleverde starterswoningen | Opgeleverd | aantal | woningen | som | | optellen | ja
woonvisie vastgesteld | Vastgesteld? | ja/nee | | enkel | | vervangen | ja
woonvisie vastgesteld | Op | datum | | enkel | | vervangen | bij ja
gronduitgifte in euro's | Opbrengst | bedrag | euro | enkel | | optellen | ja
aandeel woningen onder de aftoppingsgrens | Onder de grens | aantal | woningen | som | teller | \
vervangen | ja
aandeel woningen onder de aftoppingsgrens | Alle woningen | aantal | woningen | som | noemer | \
vervangen | ja
huurverhoging | Gemiddelde huurverhoging | percentage | % | ieder | | vervangen | ja
huisuitzettingen | Huisuitzettingen | aantal | | som | | optellen | ja
afspraken over vroegsignalering | Gemaakt? | ja/nee | | gezamenlijk | | vervangen | ja
plekken geclusterd wonen | Plekken | aantal | plekken | som | | vervangen | ja
zorgconvenant getekend | Getekend? | ja/nee | | gezamenlijk | | vervangen | ja
wachttijd in dagen | Wachttijd | getal | dagen | enkel | | vervangen | ja
uitgestroomde cliënten | Cliënten | aantal | | som | | optellen | ja
aandeel woningen met label A of beter | Label A of beter | percentage | | ieder | | vervangen | ja
woningen met label E, F of G | Woningen | aantal | woningen | som | | vervangen | ja
besteed aan isolatie | Besteed | bedrag | | som | | optellen | ja
gemiddelde besparing per huishouden | Besparing | bedrag | | ieder | | vervangen | nee
tevredenheid van huurders | Rapportcijfer | getal | rapportcijfer | ieder | | vervangen | ja
wijkschouw gehouden | Gehouden? | ja/nee | | gezamenlijk | | vervangen | ja
bewonersinitiatieven | Initiatieven | tekst | | unie | | optellen | nee
bestuurlijk overleg gehouden | Gehouden? | ja/nee | | gezamenlijk | | vervangen | ja
dashboard gereed | Gereed? | ja/nee | | enkel | | vervangen | ja
datum laatste levering | Laatst geleverd | datum | | ieder | | vervangen | nee
"""
_DOELEN: tuple[Row, ...] = (
    {
        "indicator": "opgeleverde sociale huurwoningen",
        "t/m jaar": 2028,
        "minimum": 90,
        "maximum": 110,
        "omschrijving": "netto",
    },
    {
        "indicator": "aandeel woningen onder de aftoppingsgrens",
        "t/m jaar": 2028,
        "minimum": "75 %",
        "telling": "per jaar",
    },
    {"indicator": "huurverhoging", "t/m jaar": 2028, "maximum": 5, "telling": "per jaar"},
    {"indicator": "besteed aan isolatie", "t/m jaar": 2027, "minimum": 1_500_000},
    {"indicator": "tevredenheid van huurders", "t/m jaar": 2028, "minimum": 7.5},
    {"indicator": "woonvisie vastgesteld", "t/m jaar": 2025, "omschrijving": "in 2025"},
    {"indicator": "huisuitzettingen", "t/m jaar": 2028, "maximum": 10, "telling": "per jaar"},
)
_SETTINGS = {
    "contact": "wonen@oudeveen.example",
    "inleveren tussenstand": "15 oktober",
    "inleveren evaluatie": "1 februari",
    "herinneren": "14 en 3",
    "archiefvormer": "Oudeveen",
    "waardering": "Blijvend te bewaren",
    "waardering begrippenlijst": "Begrippenlijst waardering",
    "bewaartermijn": "blijvend",
    "beperking gebruik": "Openbaar",
    "beperking gebruik begrippenlijst": "Begrippenlijst openbaarheid",
}


def _rijen(tekst: str, kolommen: Sequence[str]) -> Iterable[Row]:
    for regel in tekst.strip().splitlines():
        cellen = [cel.strip() for cel in regel.split("|")]
        yield dict(zip(kolommen, cellen, strict=False))


def oudeveen() -> NewTemplate:
    """What a person fills in, over the examples of `new`."""
    tabel = ("Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder", "soort", "combineren")
    meetwaarden = (
        "indicator", "omschrijving", "soort", "eenheid", "combineren", "telt als", "over de jaren",
        "verplicht",
    )  # fmt: skip
    partijen = tuple(replace(p, email=f"{p.code.lower()}@oudeveen.example") for p in PARTIJEN)
    rows = {
        l.MONITORINGSTABEL: [*_rijen(_TABEL, tabel)],
        l.MEETWAARDEN: [*_rijen(_MEETWAARDEN, meetwaarden)],
        l.DOELEN: _DOELEN,
    }
    kader = "Woonafspraken Oudeveen 2025-2028"
    return NewTemplate("Oudeveen", kader, 2025, 2028, partijen, "OUD", rows, _SETTINGS)


def schrijf_oudeveen(pad: Path) -> Path:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(write_template(oudeveen()))
    return pad
