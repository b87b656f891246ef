"""The columns of a monitoring table, by the words that people write over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...core.notation import een_regel

THEMA, NUMMER, AFSPRAAK, INDICATOR = "thema", "nummer", "afspraak", "indicator"
JAAR, HOUDER, DOEL, ANDERS = "jaar", "actiehouder", "doel", "anders"
_LONGEST = 60

_WOORDEN: Mapping[str, str] = {
    ANDERS: r"beoordeling|voortgang|toelichting|opmerking(?:en)?|stand van zaken|status|kleur|"
    r"stoplicht|evaluatie|bron|budget|kosten",
    NUMMER: r"nr|nummer|no|#|volgnummer|code",
    INDICATOR: r"(?:prestatie|meet|resultaat|proces)?-?\s?indicator(?:en)?|kpi|kpi's|"
    r"(?:wat|hoe) (?:meten|volgen|monitoren) we(?: (?:dit|dat))?|meetpunt(?:en)?|maatstaf|"
    r"meetbaar(?: resultaat)?|(?:beoogd|meetbaar|gewenst) resultaat|resultaat|wij meten|"
    r"wat gaan we meten|(?:zo|dit) meten (?:we|wij)(?: dit| dat)?|monitoring|meetwijze|"
    r"waaraan zien we(?: dat| dit)?",
    JAAR: r"jaar|jaren|wanneer|planning|periode|termijn|looptijd|deadline|gereed(?: in)?|tijdpad|"
    r"jaartal|tijdvak|uitvoering in|datum",
    HOUDER: r"actiehouder|actiehouders|actiehouder\(s\)|wie|wie doet (?:het|wat|dit)|trekker|"
    r"trekkers|trekker\(s\)|verantwoordelijke?|verantwoordelijken|uitvoerders?|partij|partijen|"
    r"eigenaar|initiatiefnemers?|betrokken(?:en)?|betrokken partijen|aan zet|rolverdeling|"
    r"door wie|wie is aan zet",
    DOEL: r"doel|streefwaarde|streefcijfer|streven|norm|doelwaarde|doelstelling|ambitie",
    AFSPRAAK: r"(?:prestatie|kader)?afspraak|(?:prestatie|kader)?afspraken|onderwerp|"
    r"wat (?:spreken|doen|gaan) we(?: (?:af|doen))?|wat|maatregel(?:en)?|actie|acties|activiteit|"
    r"activiteiten|omschrijving|inzet",
    THEMA: r"thema|thema's|thema’s|pijler|speerpunt|onderdeel|hoofdstuk|opgave",
}
_ERIN: Mapping[str, str] = {
    ANDERS: r"beoordeling|voortgang|toelichting|opmerking|status|stand|evaluatie|budget|kosten",
    NUMMER: r"nr|nummer|volgnummer",
    INDICATOR: r"(?:prestatie-?|meet-?)?indicator(?:en)?|kpi(?:'s)?",
    HOUDER: r"actiehouders?|trekkers?|verantwoordelijken?|verantwoordelijke",
    JAAR: r"jaar|jaren|planning|wanneer|periode|termijn",
    AFSPRAAK: r"(?:prestatie)?(?:afspraak|afspraken)",
}
"""Words by which a longer header is known, the first that is in it."""
_ERIN_VORMEN = {k: re.compile(rf"(?<![\w-])(?:{w})(?![\w-])", re.I) for k, w in _ERIN.items()}
_MEESTE_WOORDEN = 5
_VORMEN = {
    kolom: re.compile(rf"(?:{woorden})", re.IGNORECASE) for kolom, woorden in _WOORDEN.items()
}
_MINST = 3


def kolom_van(kop: str) -> str:
    """Which column a header stands for; "" for none that we know."""
    schoon = re.sub(r" \d{1,2}$", "", een_regel(kop).strip(" .:?*").strip())
    if not schoon or len(schoon) > _LONGEST:
        return ""
    return next((kolom for kolom, vorm in _VORMEN.items() if vorm.fullmatch(schoon)), "")


def _kolom_van_kop(kop: str) -> str:
    """The same for a header over a column, which may be longer: `Omschrijving afspraak`."""
    if (kolom := kolom_van(kop)) or len(een_regel(kop).split(" ")) > _MEESTE_WOORDEN:
        return kolom
    return next((k for k, vorm in _ERIN_VORMEN.items() if vorm.search(kop)), "")


def lees_koppen(koppen: Sequence[str]) -> dict[int, str]:
    """The places of the columns in a row, when it is the head of a monitoring table; else empty.

    It is one when it says what is agreed or measured, and when or by whom; a word that comes twice
    stands for the first.
    """
    gevonden: dict[int, str] = {}
    for plaats, kop in enumerate(koppen):
        kolom = _kolom_van_kop(kop)
        if kolom and (kolom == ANDERS or kolom not in gevonden.values()):
            gevonden[plaats] = kolom
    echt = {kolom for kolom in gevonden.values() if kolom != ANDERS}
    wat, wanneer_of_wie = echt & {AFSPRAAK, INDICATOR}, echt & {JAAR, HOUDER}
    if len(echt) < _MINST or not wat or not wanneer_of_wie:
        return {}
    return gevonden


def in_een_regel(regel: str) -> list[str]:
    """The columns of a head that came out as one line of words; empty for another line."""
    woorden = een_regel(regel).split(" ")
    kolommen: list[str] = []
    begin = 0
    while begin < len(woorden):
        for einde in range(min(len(woorden), begin + 5), begin, -1):
            if kolom := kolom_van(" ".join(woorden[begin:einde])):
                kolommen.append(kolom)
                begin = einde
                break
        else:
            return []
    return kolommen if lees_koppen_lijst(kolommen) else []


def lees_koppen_lijst(kolommen: Iterable[str]) -> bool:
    echt = {kolom for kolom in kolommen if kolom != ANDERS}
    return (
        len(echt) >= _MINST and bool(echt & {AFSPRAAK, INDICATOR}) and bool(echt & {JAAR, HOUDER})
    )
