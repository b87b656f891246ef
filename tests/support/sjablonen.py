"""Small templates for tests: Markdown tables written as a template workbook.

    schrijf_sjabloon(path)                              # the whole of STANDAARD, no findings
    schrijf_sjabloon(path, Doelen=None)                 # without that sheet
    schrijf_sjabloon(path, Partijen="| code | ...")     # with another table on that sheet
    schrijf_sjabloon(path, **vervang("Partijen", "corporaties", "corporatie"))

Digits become a number, everything else is text; an apostrophe in front makes digits text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import xlsxwriter

STANDAARD: dict[str, str] = {
    "Instellingen": """
        | instelling            | waarde                       | toelichting |
        | --------------------- | ---------------------------- | ----------- |
        | gemeente              | Molendam                     |             |
        | kader                 | Woonafspraken Molendam       |             |
        | kenmerk               | MOL                          |             |
        | looptijd van          | 2026                         |             |
        | looptijd t/m          | 2031                         |             |
        | contact               | wonen@molendam.example       |             |
        | inleveren tussenstand | 1 november                   |             |
        | inleveren evaluatie   | 15 februari                  |             |
    """,
    "Partijen": """
        | code | naam             | groep               | e-mail | actief van | actief t/m |
        | ---- | ---------------- | ------------------- | ------ | ---------- | ---------- |
        | GEM  | Gemeente Molendam| gemeente            |        |            |            |
        | NB   | Noordbouw        | corporaties         |        |            |            |
        | ZW   | Zuidwonen        | corporaties         |        |            |            |
        | HB   | Huurdersbelang   | huurdersverenigingen|        |            |            |
    """,
    "Monitoringstabel": """
        | Thema | Afspraak | Indicator | Jaar | Actiehouder | Beoordeling voortgang \
| Toelichting | code | leestekst | soort | combineren | status | lezing | opmerking |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | Bouwen | 1. Meer woningen | opgeleverde woningen | > 2026-2031 | corporaties | | \
| A01-I1 | | aantal | som | vast | vastgesteld | |
        | Bouwen | 1. Meer woningen | inventarisatie locaties | > 2026 | \
corporaties, gemeente en huurdersverenigingen | | \
| A01-I2 | | mijlpaal | gezamenlijk | vast | vastgesteld | |
        | Bouwen | 2. Betaalbaar | aandeel onder de grens | > 2026-2031 | corporaties | | \
| A02-I1 | | aantal en percentage | som | vast | vastgesteld | |
        | Bouwen | 2. Betaalbaar | oordeel over de huren | 2026, 2028 | \
corporaties en huurdersverenigingen | | \
| A02-I2 | | kwalitatief | ieder | vast | vastgesteld | |
        | Samen leven | 3. Prettig wonen | projecten in de wijk | > 2026-2031 | \
corporaties, gemeente en huurdersverenigingen | | \
| A03-I1 | | aantal | unie | vast | vastgesteld | |
        | Samen leven | 3. Prettig wonen | jaarlijks overleg | > 2026-2031 | gemeente | | \
| A03-I2 | | jaarlijkse mijlpaal | enkel | vast | vastgesteld | |
    """,
    "Meetwaarden": """
        | code | indicator | omschrijving | soort | eenheid | combineren | telt als \
| over de jaren | verplicht | gevraagd aan | lezing |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | A01-I1-M1 | A01-I1 | Opgeleverd (bruto) | aantal | woningen | som | + \
| optellen | ja | | vastgesteld |
        | A01-I1-M2 | A01-I1 | Gesloopt | aantal | woningen | som | − \
| optellen | ja | | vastgesteld |
        | A01-I1-M3 | A01-I1 | Verkocht | aantal | woningen | som | − \
| optellen | ja | | vastgesteld |
        | A01-I2-M1 | A01-I2 | Gereed? | ja/nee | | gezamenlijk | \
| vervangen | ja | | vastgesteld |
        | A01-I2-M2 | A01-I2 | Gereed op | datum | | gezamenlijk | \
| vervangen | bij ja | | vastgesteld |
        | A02-I1-M1 | A02-I1 | Woningen onder de grens | aantal | woningen | som | teller \
| vervangen | ja | | vastgesteld |
        | A02-I1-M2 | A02-I1 | Alle woningen | aantal | woningen | som | noemer \
| vervangen | ja | | vastgesteld |
        | A02-I2-M1 | A02-I2 | Tevreden huurders | percentage | % | ieder | \
| vervangen | nee | | vastgesteld |
        | A03-I1-M1 | A03-I1 | Projecten | aantal | projecten | ieder | \
| optellen | ja | | vastgesteld |
        | A03-I1-M2 | A03-I1 | Namen van projecten, met ; ertussen | tekst | | unie | \
| optellen | nee | | vastgesteld |
        | A03-I2-M1 | A03-I2 | Overleg gehouden? | ja/nee | | enkel | \
| vervangen | ja | | vastgesteld |
        | A03-I2-M2 | A03-I2 | Overleg op | datum | | enkel | \
| vervangen | bij ja | | vastgesteld |
    """,
    "Doelen": """
        | indicator | t/m jaar | minimum | maximum | partij    | omschrijving | bron | lezing  |
        | --------- | -------- | ------- | ------- | --------- | ------------ | ---- | ------- |
        | A01-I1    | 2031     | 120     | 140     |           | netto        | 1    | gedrukt |
        | A01-I1    | 2031     | 90      | 90      | Noordbouw | netto        | 1    | gedrukt |
    """,
    "Planning": """
        | overleg | kwartaal        | regel           | doel                   | datum |
        | ------- | --------------- | --------------- | ---------------------- | ----- |
        | BO      | eerste kwartaal | voor 1 april    | evaluatie vaststellen  |       |
        | BO      | vierde kwartaal | voor 15 december| jaarprogramma          |       |
    """,
    "Lijsten": """
        | beoordeling | betekenis           | reden bij Oranje         | reden bij Rood     |
        | ----------- | ------------------- | ------------------------ | ------------------ |
        | Groen       | op koers            | a – vertraagd            | a – niet gestart   |
        | Oranje      | wijkt af            | b – ander resultaat      | b – niet gehaald   |
        | Rood        | niet gehaald        |                          | c – vervalt        |
        | Afgerond    | klaar               |                          |                    |
        | N.v.t.      | niet van toepassing |                          |                    |
    """,
    "Vragen": """
        | nr | over   | vraag                      | bron          | antwoord |
        | -- | ------ | -------------------------- | ------------- | -------- |
        | 1  | A03-I1 | Wanneer telt een project?  | tabel         |          |
    """,
}
"""A valid template: 4 partijen in 3 groepen, 3 afspraken, 6 indicatoren, 12 meetwaarden."""

_SCHEIDING = re.compile(r"[\s|:-]+")
_GETAL = re.compile(r"-?\d+(\.\d+)?")


def rijen(tabel: str) -> list[list[str]]:
    """The cells of a Markdown table, header row first, the dashes left out."""
    return [
        [cel.strip() for cel in regel.strip().strip("|").split("|")]
        for regel in tabel.strip().splitlines()
        if not _SCHEIDING.fullmatch(regel)
    ]


def vervang(blad: str, oud: str, nieuw: str) -> dict[str, str]:
    """The standard table of a sheet with the first `oud` replaced, as an argument."""
    assert oud in STANDAARD[blad], f"{oud!r} is not on {blad}"
    return {blad: STANDAARD[blad].replace(oud, nieuw, 1)}


def erbij(blad: str, rij: str) -> dict[str, str]:
    """The standard table of a sheet with a row added, as an argument."""
    return {blad: f"{STANDAARD[blad].rstrip()}\n{rij}\n"}


def met_trekker(
    monitoringstabel: str = STANDAARD["Monitoringstabel"], **trekkers: str
) -> dict[str, str]:
    """That table with a column trekker, as an argument: `A01_I2="Noordbouw"`."""
    kop, *regels = rijen(monitoringstabel)
    code = kop.index("code")
    wie = [trekkers.get(regel[code].replace("-", "_"), "") for regel in regels]
    tabel = [[*kop, "trekker"], *([*r, w] for r, w in zip(regels, wie, strict=True))]
    return {"Monitoringstabel": "\n".join(f"| {' | '.join(rij)} |" for rij in tabel)}


def met_landelijk(tabellen: Mapping[str, str | None], **landelijk: str) -> dict[str, str | None]:
    """These tables, else the standard ones, with a column landelijk: `A01_I1_M2="SLOOP"`."""
    met: dict[str, str | None] = {**tabellen}
    for blad in ("Monitoringstabel", "Meetwaarden"):
        kop, *regels = rijen(tabellen.get(blad) or STANDAARD[blad])
        code = kop.index("code")
        codes = [landelijk.get(regel[code].replace("-", "_"), "") for regel in regels]
        tabel = [[*kop, "landelijk"], *([*r, c] for r, c in zip(regels, codes, strict=True))]
        met[blad] = "\n".join(f"| {' | '.join(rij)} |" for rij in tabel)
    return met


def schrijf_sjabloon(path: Path, **tabellen: str | None) -> Path:
    """Write a template workbook; each sheet can be replaced, left out (None) or added."""
    with xlsxwriter.Workbook(path) as boek:
        for naam, tabel in (STANDAARD | tabellen).items():
            if tabel is None:
                continue
            blad = boek.add_worksheet(naam)
            for r, rij in enumerate(rijen(tabel)):
                for k, waarde in enumerate(rij):
                    if _GETAL.fullmatch(waarde):
                        blad.write_number(r, k, float(waarde))
                    elif waarde:
                        blad.write_string(r, k, waarde.removeprefix("'"))
    return path
