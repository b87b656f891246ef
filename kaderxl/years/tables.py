"""The timeline as tidy tables: a row a fact, for pandas, csv and parquet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..core import labels as l, phrases as say
from ..core.answers import Waarde
from ..writing.table import Kolom, Kolomsoort, Tabel, Uitgave
from .shared import shared_table
from .timeline import Tijdlijn

Rij = tuple[Waarde, ...]

_RONDE = Kolom("ronde", "Jaar en soort ronde; leeg als er van dat jaar geen is.")
_JAAR = Kolom("jaar", "Het jaar waar het over gaat.", Kolomsoort.GEHEEL)
_FASE = Kolom("fase")
_AFSPRAAK = Kolom("afspraak", "Nummer van de afspraak.", Kolomsoort.GEHEEL)
_INDICATOR = Kolom("indicator", "Code van de indicator met een doel.")
_OMSCHRIJVING = Kolom("omschrijving", "Wat er geteld is.")
_EENHEID = Kolom("eenheid", "Waarin geteld is.")
_WAARDE = Kolom("waarde", "Het getal van dat jaar; leeg als het niet bekend is.", Kolomsoort.GETAL)
_FICTIEF = Kolom("fictief", "Of deze jaren een verzonnen voorbeeld zijn.", Kolomsoort.JA_NEE)


def tidy_tables(tijdlijn: Tijdlijn) -> Uitgave:
    """The tables; what is not known is empty. The last is there where the template has codes."""
    tabellen: list[Tabel] = []
    instellingen = tijdlijn.kader.instellingen
    for naam, (titel, kolommen, maak, sleutel) in _TABELLEN.items():
        rijen = tuple((*rij, tijdlijn.fictief) for rij in maak(tijdlijn))
        soorten = f"{say.soorten_ronde(tijdlijn.kader.cyclus)}."
        eigen = (
            replace(k, uitleg=soorten if k is _FASE else instellingen.zeg(k.uitleg))
            for k in kolommen
        )
        tabellen.append(Tabel(naam, titel, (*eigen, _FICTIEF), rijen, sleutel))
    if tijdlijn.landelijk:
        tabellen.append(shared_table(tijdlijn.landelijk))
    uitleg = say.uitleg_meerjaren(tijdlijn.kader.cyclus, instellingen.namen)
    return Uitgave(
        l.MEERJAREN.lower(),
        f"{l.MEERJAREN} {instellingen.kader}",
        instellingen.uitgever,
        tijdlijn.rondes[-1].peildatum,
        tuple(tabellen),
        {tabel.naam: tabel for tabel in tabellen},
        tuple(("Hoe u dit leest", regel) for regel in uitleg),
    )


def _kleuren(t: Tijdlijn) -> Iterator[Rij]:
    for afspraak in t.afspraken:
        for punt in t.trends[afspraak.nummer].punten:
            gehouden = punt.ronde in t.gehouden
            yield (
                afspraak.nummer, afspraak.titel, afspraak.thema,
                str(punt.ronde), punt.ronde.jaar, str(punt.ronde.fase), gehouden,
                str(punt.kleur) or None, punt.besloten if gehouden else None,
            )  # fmt: skip


def _reeksen(t: Tijdlijn) -> Iterator[Rij]:
    for reeks in t.reeksen:
        for punt in reeks.punten:
            yield (
                reeks.code, ", ".join(reeks.voorheen), reeks.indicator.afspraak,
                reeks.indicator.tekst, reeks.omschrijving, reeks.eenheid,
                punt.jaar, str(punt.ronde) if punt.ronde else None, punt.gevraagd,
                punt.tekst if punt.ronde else None, punt.waarde, punt.cumulatief,
            )  # fmt: skip


def _doelmeter(t: Tijdlijn) -> Iterator[Rij]:
    for meter in t.meters:
        for jaar in meter.jaren:
            ronde = str(jaar.ronde) if jaar.ronde else None
            posten = [(p.omschrijving, p.waarde) for p in jaar.delen]
            if meter.is_samengesteld:
                posten.append((meter.maat.naam.lower(), jaar.netto))
            if meter.telt_op:
                posten.append(("cumulatief", jaar.cumulatief))
            for post, waarde in posten:
                naam = meter.indicator.tekst
                yield meter.indicator.code, naam, meter.eenheid, jaar.jaar, ronde, post, waarde


def _doelen(t: Tijdlijn) -> Iterator[Rij]:
    for meter in t.meters:
        for d in meter.doelen:
            yield (
                meter.indicator.code, d.tm_jaar, d.minimum, d.maximum, d.omschrijving,
                l.TELLINGEN[d.per_jaar],
            )  # fmt: skip


def _respons(t: Tijdlijn) -> Iterator[Rij]:
    for r in t.respons:
        fase = str(r.ronde.fase)
        yield str(r.ronde), r.ronde.jaar, fase, r.partij, r.gevraagd, r.ontvangen, r.compleet


_Maak = Callable[[Tijdlijn], Iterator[Rij]]
_TABELLEN: dict[str, tuple[str, tuple[Kolom, ...], _Maak, tuple[str, ...]]] = {
    "kleuren": (
        "De kleur van elke afspraak, ronde voor ronde",
        (
            _AFSPRAAK,
            Kolom("titel", "De afspraak."),
            Kolom("thema", "Thema waaronder de afspraak valt."),
            _RONDE,
            _JAAR,
            _FASE,
            Kolom("gehouden", "Of de ronde er is geweest.", Kolomsoort.JA_NEE),
            Kolom("kleur", "Het besluit van het BO, en anders het voorstel.", kleur=True),
            Kolom("besluit", "Of de kleur een besluit van het BO is.", Kolomsoort.JA_NEE),
        ),
        _kleuren,
        ("afspraak", "ronde"),
    ),
    "reeksen": (
        "Elk cijfer, jaar voor jaar",
        (
            Kolom("code", "Code van de indicator of de meetwaarde."),
            Kolom("voorheen", "Codes die hetzelfde telden voordat de code wijzigde."),
            _AFSPRAAK,
            Kolom("indicator", "De indicator."),
            _OMSCHRIJVING,
            _EENHEID,
            _JAAR,
            _RONDE,
            Kolom("gevraagd", "Of het cijfer dat jaar is gevraagd.", Kolomsoort.JA_NEE),
            Kolom("stand", "Het antwoord van de partijen samen, in woorden."),
            _WAARDE,
            Kolom("cumulatief", "Opgeteld tot en met dat jaar.", Kolomsoort.GETAL),
        ),
        _reeksen,
        ("code", "jaar"),
    ),
    "doelmeter": (
        "Wat er is opgeleverd voor een doel, per post",
        (
            _INDICATOR,
            _OMSCHRIJVING,
            _EENHEID,
            _JAAR,
            _RONDE,
            Kolom("post", "Wat er geteld is; netto, samen, aandeel en cumulatief zijn berekend."),
            _WAARDE,
        ),
        _doelmeter,
        (),
    ),
    "doelen": (
        "De doelen",
        (
            _INDICATOR,
            Kolom("tot en met", "Het laatste jaar van het doel.", Kolomsoort.GEHEEL),
            Kolom("minimum", "Minstens zoveel.", Kolomsoort.GETAL),
            Kolom("maximum", "Hoogstens zoveel.", Kolomsoort.GETAL),
            Kolom("omschrijving", "Het doel in woorden."),
            Kolom("telling", "opgeteld tot en met dat jaar, of per jaar."),
        ),
        _doelen,
        (),
    ),
    "respons": (
        "Wat elke partij stuurde",
        (
            _RONDE,
            _JAAR,
            _FASE,
            Kolom("partij", "De partij."),
            Kolom("gevraagd", "Hoeveel indicatoren er zijn gevraagd.", Kolomsoort.GEHEEL),
            Kolom("ontvangen", "Of er iets is ontvangen.", Kolomsoort.JA_NEE),
            Kolom("compleet", "Hoeveel daarvan compleet zijn.", Kolomsoort.GEHEEL),
        ),
        _respons,
        ("ronde", "partij"),
    ),
}
"""Of each table its title, its columns, its rows and what tells rows apart."""
