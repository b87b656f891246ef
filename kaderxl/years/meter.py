"""The meter of a target: what was delivered year by year, and apart from it what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..core.kader import Doel
from ..core.notation import schrijf_opsomming
from ..core.outcome import Meter
from ..core.phrases import streven
from ..core.rounds import Ronde
from ..writing.chart import Punt, Streven, column_chart, plan_bars
from ..writing.markup import Markup, element, samen
from ..writing.page import section, table

_GEEN_CIJFER = "nog geen cijfer"
_NIET_GEVRAAGD = "–"


def meters_section(meters: Sequence[Meter], ronde: Ronde) -> Markup:
    """Every meter under one heading; nothing when there is none."""
    if not meters:
        return samen()
    figuren = [_figuur(meter, ronde) for meter in meters]
    return section("meter", "Hoe ver zijn we?", *figuren)


def _figuur(meter: Meter, ronde: Ronde) -> Markup:
    naam = meter.indicator.tekst[:1].upper() + meter.indicator.tekst[1:]
    id_ = f"meter-{meter.indicator.code}"
    doelen = [f"{streven(d, meter.soort)} t/m {d.tm_jaar}" for d in _doelen(meter)]
    naar = f"Het streven: {schrijf_opsomming(doelen)}." if doelen else ""
    stand = f"{stand_in_woorden(meter)} {naar}"
    return element(
        "figure",
        element("figcaption", f"{naam}, opgeteld over de jaren", element("span", stand)),
        *_grafieken(meter, ronde, id_, naam, stand),
        _legenda(meter, ronde),
        _tabel(meter, id_, naam),
        *_plannen(meter, id_),
    )


def stand_in_woorden(meter: Meter) -> str:
    """How far it is, in a sentence."""
    if meter.stand is None:
        return "Er is nog geen volledig cijfer."
    jaar, totaal = meter.stand
    return f"Stand t/m {jaar}: {meter.zeg(totaal)}."


def _doelen(meter: Meter) -> list[Doel]:
    return [d for d in meter.doelen if streven(d)]


def _grafieken(
    meter: Meter, ronde: Ronde, id_: str, naam: str, beschrijving: str
) -> tuple[Markup, Markup]:
    """The same chart twice, of which a screen shows the one that fits."""
    punten = _punten(meter, ronde)
    lijnen = [
        Streven(d.minimum, d.maximum, str(d.tm_jaar), f"{streven(d, meter.soort)} t/m {d.tm_jaar}")
        for d in _doelen(meter)
    ]
    titel = f"Staafgrafiek: {naam}, opgeteld per jaar"
    tekst = f"{beschrijving} De cijfers staan in de tabel onder de grafiek."
    teken = partial(column_chart, punten, lijnen, titel=titel, beschrijving=tekst)
    breed = teken(id_=f"{id_}-breed", klasse="breed")
    return breed, teken(id_=f"{id_}-smal", klasse="smal", breedte=300, hoogte=300)


def _punten(meter: Meter, ronde: Ronde) -> list[Punt]:
    """From the first year to the last target; a year without figures is a gap, or to come."""
    cumulatief = {j.jaar: j.cumulatief for j in meter.jaren}
    eerste = min(cumulatief, default=ronde.jaar)
    laatste = max([*cumulatief, ronde.jaar, *(d.tm_jaar for d in _doelen(meter))])
    return [
        Punt(str(jaar), waarde, komt_nog=waarde is None and jaar > ronde.jaar)
        for jaar in range(eerste, laatste + 1)
        for waarde in (cumulatief.get(jaar),)
    ]


def _legenda(meter: Meter, ronde: Ronde) -> Markup:
    regels = [_regel("staaf", f"opgeteld, in {meter.eenheid}" if meter.eenheid else "opgeteld")]
    if _doelen(meter):
        regels.append(_regel("streven", "het streven"))
    if any(p.waarde is None and not p.komt_nog for p in _punten(meter, ronde)):
        regels.append(_regel("gat", f"? {_GEEN_CIJFER} van alle partijen"))
    return element("ul", *regels, class_="legenda")


def _regel(soort: str, woorden: str) -> Markup:
    return element("li", element("i", class_=f"i-{soort}", aria_hidden="true"), woorden)


def _plannen(meter: Meter, id_: str) -> tuple[Markup, ...]:
    """Only drawn as plans, and never added to what is there."""
    bekend = [(p.omschrijving, p.waarde) for p in meter.plannen if p.waarde is not None]
    if not bekend:
        return ()
    woorden = [f"{naam}: {meter.zeg(waarde)}" for naam, waarde in bekend]
    titel = "Balken: wat er in de plannen staat"
    beschrijving = f"{'; '.join(woorden)}."
    rijen = [(p.omschrijving, _getal(meter, p.waarde)) for p in meter.plannen]
    bijschrift = f"Plannen{_in_eenheid(meter)}"
    uitleg = "Plannen zijn nog niet uitgevoerd en tellen hierboven niet mee."
    schaal = max([d.maximum or d.minimum or 1 for d in _doelen(meter)], default=1)
    teken = partial(plan_bars, bekend, titel=titel, beschrijving=beschrijving, schaal=schaal)
    return (
        element(
            "div",
            element("h3", "Wat er in de plannen staat"),
            element("p", uitleg, class_="uitleg"),
            teken(id_=f"{id_}-plan-breed", breedte=900, klasse="breed"),
            teken(id_=f"{id_}-plan-smal", breedte=300, klasse="smal"),
            table(f"{id_}-plannen", bijschrift, ("Plan", "Aantal"), rijen, frozenset({1})),
            class_="plannen",
        ),
    )


def _tabel(meter: Meter, id_: str, naam: str) -> Markup:
    """The numbers of the chart, and of what they are made up."""
    delen = list(dict.fromkeys(p.omschrijving for j in meter.jaren for p in j.delen))
    koppen = ["Jaar", *delen, "Netto", "Opgeteld"]
    rijen = []
    for jaar in meter.jaren:
        waarden = {p.omschrijving: _getal(meter, p.waarde) for p in jaar.delen}
        leeg = _NIET_GEVRAAGD if waarden else _GEEN_CIJFER
        eigen = [waarden.get(deel, leeg) for deel in delen]
        samen = (_getal(meter, jaar.netto), _getal(meter, jaar.cumulatief))
        rijen.append([str(jaar.jaar), *eigen, *samen])
    getalkolommen = frozenset(range(1, len(koppen)))
    return table(id_, f"{naam} per jaar{_in_eenheid(meter)}", koppen, rijen, getalkolommen)


def _in_eenheid(meter: Meter) -> str:
    return f", in {meter.eenheid}" if meter.eenheid else ""


def _getal(meter: Meter, waarde: int | float | None) -> str:
    return _GEEN_CIJFER if waarde is None else meter.zeg(waarde, met_eenheid=False)
