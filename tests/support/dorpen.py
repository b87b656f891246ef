"""A template of another municipality, as people write one: quite unlike the one that is shipped.

Afspraken 1a and 2b, a theme between the rows, cells left open under one another, words for years
and for who does it, a note below the table, no codes, targets with a percentage sign.
"""

from __future__ import annotations

from pathlib import Path

from sjablonen import STANDAARD, rijen, schrijf_sjabloon

ZEEDORP: dict[str, str | None] = {
    "Instellingen": """
        | instelling            | waarde                      |
        | --------------------- | --------------------------- |
        | gemeente              | Zeedorp                     |
        | kader                 | Prestatieafspraken Zeedorp  |
        | kenmerk               | zee                         |
        | looptijd van          | 2025                        |
        | looptijd t/m          | 2028                        |
    """,
    "Partijen": """
        | naam                    | groep                | e-mail                       |
        | ----------------------- | -------------------- | ---------------------------- |
        | Gemeente Zeedorp        | gemeente             |                              |
        | Woonstichting De Haard  | corporaties          | a@haard.example; b@haard.example |
        | Duinwonen               | corporaties          |                              |
        | Huurdersraad Zeedorp    | huurdersorganisaties |                              |
        | Zorggroep Kust          | zorgpartijen         |                              |
    """,
    "Monitoringstabel": """
        | Thema | Afspraak | Indicator | Jaar | Wie |
        | --- | --- | --- | --- | --- |
        | Bouwen | | | | |
        | | 1a. 90 tot 110 sociale huurwoningen | opgeleverde woningen | elk jaar | \
alle corporaties |
        | | | locaties | 2025 tot 2028 | gemeente (trekker), corporaties |
        | | 1b. Doorstroming | verhuisde ouderen | vanaf 2026 | gemeente / HO |
        | Betaalbaar | | | | |
        | | 2a. Betaalbare huren | aandeel onder de grens | t/m 2027 | Haard en Duinwonen |
        | | | tevredenheid | medio 2026 | alle partijen |
        | | 2b. Zorg | zorgwoningen | 2025-'28 | zorgpartijen en de gemeente |
        | * 2b geldt onder voorbehoud | | | | |
    """,
    "Meetwaarden": """
        | indicator | omschrijving | soort | eenheid | combineren |
        | --- | --- | --- | --- | --- |
        | opgeleverde woningen | Opgeleverd | aantal | woningen | som |
        | 1b | Verhuisde ouderen | aantal | huishoudens | gezamenlijk |
        | aandeel onder de grens | Aandeel | percentage | | ieder |
        | tevredenheid | Rapportcijfer | getal | | ieder |
    """,
    "Doelen": """
        | indicator | t/m jaar | minimum | omschrijving |
        | --- | --- | --- | --- |
        | opgeleverde woningen | 2028 | 90 | |
        | aandeel onder de grens | 2027 | 75 % | |
    """,
    "Vragen": "| nr | over | vraag |\n| --- | --- | --- |",
}


def schrijf_zeedorp(path: Path, **anders: str | None) -> Path:
    """The template, with other sheets where they are given."""
    return schrijf_sjabloon(path, **{**ZEEDORP, **anders})


def met_regel(na: str, regel: str) -> dict[str, str | None]:
    """The printed table with a row put in behind the one that has these words, as an argument."""
    kop, *alle = rijen(ZEEDORP["Monitoringstabel"] or "")
    plaats = next(n for n, rij in enumerate(alle) if na in rij) + 1
    nieuw = [cel.strip() for cel in regel.strip("|").split("|")]
    tabel = [kop, *alle[:plaats], nieuw, *alle[plaats:]]
    return {"Monitoringstabel": "\n".join(f"| {' | '.join(rij)} |" for rij in tabel)}


assert ZEEDORP.keys() <= STANDAARD.keys()
