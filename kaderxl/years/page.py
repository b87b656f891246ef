"""The timeline as a page: the same colours, numbers, targets and response as in the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core import labels as l, phrases as say
from ..core.answers import Waarde
from ..core.outcome import Kleurpunt
from ..core.rounds import Bevinding, Ronde
from ..core.traffic_light import Stoplicht
from ..writing.colours import Palet, palet
from ..writing.markup import Markup, element
from ..writing.page import colour_word, page, section, table, table_of
from .meter import meters_section
from .timeline import Reeks, Tijdlijn
from .views import STREEP, jaar_koppen, kleur_in_woorden, respons, ronde_koppen, tellingen


def write_timeline_page(
    tijdlijn: Tijdlijn, bronnen: Mapping[Ronde, str], bevindingen: Sequence[Bevinding] = ()
) -> bytes:
    """One HTML file. It is for the partijen: it also has voorstellen, and who answered."""
    i = tijdlijn.kader.instellingen
    fictief = f"{l.FICTIEF}. " if tijdlijn.fictief else ""
    eerste, laatste = tijdlijn.rondes[0].jaar, tijdlijn.rondes[-1].jaar
    return page(
        _kleuren(tijdlijn),
        meters_section(tijdlijn.meters, tijdlijn.rondes[-1], tijdlijn.doelen),
        _reeksen(tijdlijn),
        section("respons", "De respons", table_of(respons(tijdlijn), palet(tijdlijn.stoplicht))),
        _rondes(tijdlijn, bronnen, bevindingen),
        titel=f"{fictief}{l.MEERJAREN} {i.kader}",
        bovenkop=i.uitgever,
        kop=i.kader,
        onderkop=f"{l.MEERJAREN} {eerste} tot en met {laatste}",
        inleiding="De rondes naast elkaar: de kleur van elke afspraak, de cijfers en de respons.",
        palet=palet(tijdlijn.stoplicht),
        voet=(
            *say.uitleg_meerjaren(tijdlijn.kader.cyclus, i.namen),
            "Dit overzicht is voor de partijen. Er staan ook voorstellen in, en wie antwoordde; "
            f"het is geen publicatie van wat {i.zeg('het BO')} heeft vastgesteld.",
        ),
        merk=l.FICTIEF if tijdlijn.fictief else "",
    )


def _kleuren(tijdlijn: Tijdlijn) -> Markup:
    vorm = palet(tijdlijn.stoplicht)
    rijen: list[list[str]] = []
    for afspraak in tijdlijn.afspraken:
        trend = tijdlijn.trends[afspraak.nummer]
        kleuren = (_kleur(punt, tijdlijn.stoplicht, vorm) for punt in trend.punten)
        rijen.append([afspraak.titel, *kleuren, trend.reeks or STREEP])
    koppen = ["Afspraak", *ronde_koppen(tijdlijn), "Op rij"]
    bijschrift = "De kleur van elke afspraak, ronde voor ronde"
    return section("kleuren", "De kleuren", table("kleuren", bijschrift, koppen, rijen))


def _kleur(punt: Kleurpunt, licht: Stoplicht, vorm: Palet) -> str:
    """A besluit in its colour; a voorstel in words alone."""
    woord = kleur_in_woorden(punt, licht)
    return colour_word(woord, vorm) if punt.besloten else woord


def _reeksen(tijdlijn: Tijdlijn) -> Markup:
    rijen: list[Sequence[str]] = []
    for reeks, telling, waarden in tellingen(tijdlijn):
        eenheid = f" ({reeks.eenheid})" if reeks.eenheid else ""
        voorheen = f", voorheen {', '.join(reeks.voorheen)}" if reeks.voorheen else ""
        naam = f"{reeks.omschrijving}{eenheid}, {reeks.code}{voorheen}"
        rijen.append([naam, telling, *(_zeg(reeks, waarde) for waarde in waarden)])
    koppen = ["Wat", "Telling", *jaar_koppen(tijdlijn)]
    getallen = frozenset(range(2, len(koppen)))
    bijschrift = "Elk cijfer per jaar, en opgeteld"
    return section("reeksen", "De cijfers", table("reeksen", bijschrift, koppen, rijen, getallen))


def _zeg(reeks: Reeks, waarde: Waarde) -> str:
    if isinstance(waarde, (int, float)):
        return reeks.zeg(waarde, met_eenheid=False)
    return str(waarde)


def _rondes(
    tijdlijn: Tijdlijn, bronnen: Mapping[Ronde, str], bevindingen: Sequence[Bevinding]
) -> Markup:
    rijen = [[say.naam_van(r).capitalize(), bronnen.get(r, l.GEEN_RONDE)] for r in tijdlijn.rondes]
    tabel = table("rondes", "Waar elke ronde gelezen is", ["Ronde", "Gelezen uit"], rijen)
    gezegd = [element("p", f"{b.tekst} {b.actie}") for b in bevindingen]
    return section("rondes", "De rondes", tabel, *gezegd)
