"""The meter of a target: what was delivered year by year, and apart from it what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from ..core.kader import Doel
from ..core.outcome import Meter, Meterjaar
from ..core.phrases import tot_en_met
from ..core.rounds import Ronde
from ..core.targets import Doelstand, geldt_in, streven
from ..writing.chart import Punt, Streven, column_chart, plan_bars
from ..writing.markup import Markup, element, samen
from ..writing.page import section, table
from .views import is_half, jaar_kop

_GEEN_CIJFER = "nog geen cijfer"
_NIET_GEVRAAGD = "–"
_HALF = "T"


def meters_section(
    meters: Sequence[Meter], ronde: Ronde, standen: Iterable[Doelstand] = ()
) -> Markup:
    """Every meter under one heading; nothing when there is none. `standen` say how doelen stand."""
    if not meters:
        return samen()
    eerder: list[str] = []
    figuren: list[Markup] = []
    for meter in meters:
        code = meter.indicator.code
        volgnummer = f"-{eerder.count(code) + 1}" if code in eerder else ""
        figuren.append(_figuur(meter, ronde, f"meter-{code}{volgnummer}", tuple(standen)))
        eerder.append(code)
    return section("meter", "Hoe ver zijn we?", *figuren)


def _figuur(meter: Meter, ronde: Ronde, id_: str, standen: Sequence[Doelstand]) -> Markup:
    naam = naam_van(meter)
    hoe = "opgeteld over de jaren" if meter.telt_op else "per jaar"
    doelen = [
        f"{_doel(meter, d)}{f': {s.oordeel}' if s else ''}"
        for d in _doelen(meter)
        for s in [next((s for s in standen if s.doel == d), None)]
    ]
    naar = f"Het streven: {'; '.join(doelen)}." if doelen else ""
    stand = f"{stand_in_woorden(meter)} {naar}"
    return element(
        "figure",
        element("figcaption", f"{naam}, {hoe}", element("span", stand)),
        *_grafieken(meter, ronde, id_, naam, stand),
        _legenda(meter, ronde),
        _tabel(meter, id_, naam),
        *_plannen(meter, id_),
    )


def naam_van(meter: Meter) -> str:
    """What is drawn: the indicator, and which figure where that is not what it adds up to."""
    naam = meter.indicator.tekst[:1].upper() + meter.indicator.tekst[1:]
    eigen = meter.maat.los or not meter.telt_op
    return f"{naam}: {meter.maat.naam[:1].lower()}{meter.maat.naam[1:]}" if eigen else naam


def stand_in_woorden(meter: Meter) -> str:
    """How far it is, in a sentence; of a year that is not over with that word."""
    if meter.stand is None:
        return "Er is nog geen volledig cijfer."
    jaar, waarde = meter.stand
    ronde = next((j.ronde for j in meter.jaren if j.jaar == jaar), None)
    wanneer = f"in {jaar_kop(jaar, ronde)}"
    if meter.telt_op:
        wanneer = tot_en_met(ronde) if ronde else f"t/m {jaar}"
    return f"Stand {wanneer}: {meter.zeg(waarde)}."


def _jaar(jaar: Meterjaar) -> str:
    return jaar_kop(jaar.jaar, jaar.ronde)


def _doel(meter: Meter, doel: Doel) -> str:
    return f"{streven(doel, meter.maat)} {geldt_in(doel)}"


def _doelen(meter: Meter) -> list[Doel]:
    return [d for d in meter.doelen if streven(d)]


def _grafieken(
    meter: Meter, ronde: Ronde, id_: str, naam: str, beschrijving: str
) -> tuple[Markup, Markup]:
    """The same chart twice, of which a screen shows the one that fits."""
    punten = _punten(meter, ronde)
    lijnen = [
        Streven(d.minimum, d.maximum, str(d.tm_jaar), _doel(meter, d)) for d in _doelen(meter)
    ]
    titel = f"Staafgrafiek: {naam}, {'opgeteld ' if meter.telt_op else ''}per jaar"
    tekst = f"{beschrijving} De cijfers staan in de tabel onder de grafiek."
    teken = partial(column_chart, punten, lijnen, titel=titel, beschrijving=tekst)
    breed = teken(id_=f"{id_}-breed", klasse="breed")
    return breed, teken(id_=f"{id_}-smal", klasse="smal", breedte=300, hoogte=300)


def _punten(meter: Meter, ronde: Ronde) -> list[Punt]:
    """From the first year to the last target; a year without figures is a gap, or to come."""
    cumulatief = {j.jaar: j.cumulatief for j in meter.jaren}
    half = {j.jaar for j in meter.jaren if is_half(j.ronde)}
    eerste = min(cumulatief, default=ronde.jaar)
    laatste = max([*cumulatief, ronde.jaar, *(d.tm_jaar for d in _doelen(meter))])
    return [
        Punt(
            str(jaar),
            waarde,
            komt_nog=waarde is None and jaar > ronde.jaar,
            erbij=_HALF if jaar in half else "",
        )
        for jaar in range(eerste, laatste + 1)
        for waarde in (cumulatief.get(jaar),)
    ]


def _legenda(meter: Meter, ronde: Ronde) -> Markup:
    wat = "opgeteld" if meter.telt_op else "per jaar"
    regels = [_regel("staaf", f"{wat}, in {meter.eenheid}" if meter.eenheid else wat)]
    half = next((j.ronde.fase for j in meter.jaren if j.ronde and is_half(j.ronde)), None)
    if half and any(p.erbij and p.waarde is not None for p in _punten(meter, ronde)):
        regels.append(_regel("half", f"{_HALF} {half}: het jaar is nog niet om"))
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
    eigen_kop = [meter.maat.naam] if meter.is_samengesteld or not delen else []
    koppen = ["Jaar", *delen, *eigen_kop, *(["Opgeteld"] if meter.telt_op else [])]
    rijen = []
    for jaar in meter.jaren:
        waarden = {p.omschrijving: _getal(meter, p.waarde) for p in jaar.delen}
        leeg = _NIET_GEVRAAGD if waarden else _GEEN_CIJFER
        eigen = [waarden.get(deel, leeg) for deel in delen]
        samen = [_getal(meter, jaar.netto)] if eigen_kop else []
        opgeteld = [_getal(meter, jaar.cumulatief)]
        rijen.append([_jaar(jaar), *eigen, *samen, *opgeteld][: len(koppen)])
    getalkolommen = frozenset(range(1, len(koppen)))
    return table(id_, f"{naam} per jaar{_in_eenheid(meter)}", koppen, rijen, getalkolommen)


def _in_eenheid(meter: Meter) -> str:
    return f", in {meter.eenheid}" if meter.eenheid else ""


def _getal(meter: Meter, waarde: int | float | None) -> str:
    return _GEEN_CIJFER if waarde is None else meter.zeg(waarde, met_eenheid=False)
