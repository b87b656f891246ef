"""The timeline as a workbook: colours, numbers, targets and response, year beside year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_col_to_name

from ..core import labels as l, phrases as say
from ..core.findings import op_ernst
from ..core.kader import Doel
from ..core.outcome import Meter, Meterjaar
from ..core.rounds import Bevinding, Ronde
from ..writing.colours import (
    DONKERGROEN,
    FICTIEF_TEKST,
    FICTIEF_VULLING,
    GRIJS,
    GRIJZE_TEKST,
    palet,
)
from ..writing.grid import zoom_voor
from ..writing.measures import druk_af_op_a4, hoogte
from ..writing.target_lines import target_line
from ..writing.workbook import Opdruk, Werkboek
from ..writing.worksheet import schrijf
from .meter import naam_van, stand_in_woorden
from .timeline import Tijdlijn
from .views import (
    ONBEKEND,
    STREEP,
    is_half,
    jaar_kop,
    jaar_koppen,
    kleur_in_woorden,
    respons,
    ronde_koppen,
    tellingen,
)

KLEUREN_BLAD, REEKSEN_BLAD = "Kleuren", "Reeksen"
DOELMETER_BLAD, RESPONS_BLAD = "Doelmeter", "Respons"
_KOPREGEL = 1
_BREED = {
    "Code": 11,
    "Voorheen": 11,
    "Ronde": 24,
    "Gelezen uit": 34,
    "Besluiten": 18,
    "Afspraak": 40,
    "Indicator": 28,
    "Wat": 28,
    "Eenheid": 11,
    "Telling": 10,
    "Partij": 28,
}
_EERSTE_METER = 44
_SMAL, _JAAR = 13, 12
_NUL = {"min": 0}
_GRAFIEK_BREED, _GRAFIEK_HOOG = 900, 340


def write_timeline(
    tijdlijn: Tijdlijn, bronnen: Mapping[Ronde, str], bevindingen: Sequence[Bevinding] = ()
) -> bytes:
    """The .xlsx of a timeline; the same timeline gives the same bytes."""
    instellingen, licht = tijdlijn.kader.instellingen, tijdlijn.stoplicht
    titel, dag = f"{l.MEERJAREN} {instellingen.kader}", tijdlijn.rondes[-1].peildatum
    opdruk = Opdruk(titel, fictief=tijdlijn.fictief)
    werkboek = Werkboek(titel, dag, instellingen.uitgever, palet(licht), opdruk)
    _schrijf_overzicht(_Blad(werkboek, tijdlijn, l.OVERZICHT, titel), bronnen, bevindingen)
    _schrijf_kleuren(_Blad(werkboek, tijdlijn, KLEUREN_BLAD))
    _schrijf_reeksen(_Blad(werkboek, tijdlijn, REEKSEN_BLAD))
    _schrijf_doelmeters(_Blad(werkboek, tijdlijn, DOELMETER_BLAD))
    tabel = respons(tijdlijn)
    _Blad(werkboek, tijdlijn, RESPONS_BLAD).tabel([k.titel for k in tabel.kolommen], tabel.rijen)
    return werkboek.bytes()


class _Blad:
    """A sheet with its title row; on made-up years it says so before anything else."""

    def __init__(self, werkboek: Werkboek, tijdlijn: Tijdlijn, naam: str, titel: str = "") -> None:
        self.werkboek, self.tijdlijn, self.naam = werkboek, tijdlijn, naam
        self.blad = werkboek.add_worksheet(naam)
        vorm: dict[str, object] = {"bold": True, "font_size": 14}
        tekst = titel or f"{naam}, {l.MEERJAREN.lower()}"
        if tijdlijn.fictief:
            tekst = f"{l.FICTIEF}. {tekst}"
            vorm |= {"bg_color": FICTIEF_VULLING, "font_color": FICTIEF_TEKST}
        opmaak = werkboek.opmaak(**vorm)
        self.blad.set_row(0, 22, opmaak)
        self.blad.write_string(0, 0, tekst, opmaak)
        self.blad.hide_gridlines(2)
        if naam == DOELMETER_BLAD:
            druk_af_op_a4(self.blad, liggend=False)
        else:
            druk_af_op_a4(self.blad, herhaal=_KOPREGEL)

    def tabel(
        self,
        koppen: Sequence[str],
        rijen: Sequence[Sequence[object]],
        rij: int = _KOPREGEL,
        eerste: float = 0,
    ) -> int:
        """A table from `rij` on; gives the row below it."""
        breedtes = [float(_BREED.get(k, _JAAR if k[:4].isdigit() else _SMAL)) for k in koppen]
        breedtes[0] = eerste or breedtes[0]
        for kolom, naam in enumerate(koppen):
            # A year is a number, as is what stands under it.
            kop = int(naam) if naam.isdigit() else naam
            schrijf(self.blad, rij, kolom, kop, self.werkboek.kop())
            if rij == _KOPREGEL:
                self.blad.set_column(kolom, kolom, breedtes[kolom])
        if rij == _KOPREGEL:
            self.blad.set_zoom(zoom_voor(breedtes))
            self.blad.freeze_panes(0 if eerste else rij + 1, 1)
        self.blad.set_row(rij, hoogte(zip(koppen, breedtes, strict=True)))
        for nummer, cellen in enumerate(rijen, rij + 1):
            self.cellen(nummer, cellen)
            teksten = ("" if c is None else str(c) for c in cellen)
            self.blad.set_row(nummer, hoogte(zip(teksten, breedtes, strict=False)))
        return rij + 1 + len(rijen)

    def cellen(self, rij: int, cellen: Sequence[object]) -> None:
        for kolom, waarde in enumerate(cellen):
            schrijf(self.blad, rij, kolom, waarde, self.werkboek.cel())

    def reeks(self, kop: int, rij: int, laatste: int, **vorm: object) -> dict[str, object]:
        """A row of a table as a series of a chart, up to and including a column."""
        return {
            "name": [self.naam, rij, 0],
            "categories": [self.naam, kop, 1, kop, laatste],
            "values": [self.naam, rij, 1, rij, laatste],
            **vorm,
        }

    def plaats(
        self, rij: int, grafiek: Chart, titel: str, alt: str, as_: dict[str, object]
    ) -> None:
        grafiek.set_title({"name": titel, "name_font": {"size": 12}})
        grafiek.set_y_axis({"major_gridlines": {"visible": True}, **as_})
        grafiek.set_legend({"position": "bottom"})
        grafiek.set_size({"width": _GRAFIEK_BREED, "height": _GRAFIEK_HOOG})
        alt = f"{alt} De cijfers staan in de tabel erboven."
        self.blad.insert_chart(rij, 0, grafiek, {"description": alt, "object_position": 1})


def _schrijf_overzicht(
    op: _Blad, bronnen: Mapping[Ronde, str], bevindingen: Sequence[Bevinding]
) -> None:
    koppen = zip(ronde_koppen(op.tijdlijn), op.tijdlijn.rondes, strict=True)
    rijen = [[kop, *_over(op.tijdlijn, ronde, bronnen)] for kop, ronde in koppen]
    rij = op.tabel(["Ronde", "Gelezen uit", "Besluiten"], rijen) + 1
    kader = op.tijdlijn.kader
    uitleg = say.uitleg_meerjaren(kader.cyclus, kader.instellingen.namen)
    for nummer, regel in enumerate(uitleg, rij):
        op.blad.write_string(nummer, 0, regel, op.werkboek.opmaak())
    if bevindingen:
        kop = ["Ernst", "Waar", "Wat er is", "Wat u kunt doen"]
        regels = [[b.ernst, b.plek.bestand, b.tekst, b.actie] for b in op_ernst(bevindingen)]
        op.tabel(kop, regels, rij + len(uitleg) + 1)
        op.blad.set_column(2, 3, 60)
    op.blad.activate()


def _over(t: Tijdlijn, ronde: Ronde, bronnen: Mapping[Ronde, str]) -> list[str]:
    if ronde not in t.gehouden:
        return [l.GEEN_RONDE, STREEP]
    punten = [p for trend in t.trends.values() for p in trend.punten if p.ronde == ronde]
    besloten = sum(p.besloten for p in punten)
    van = say.aantal(len(punten), "afspraak", "afspraken")
    return [bronnen.get(ronde, ""), f"{besloten} van {van}"]


def _schrijf_kleuren(op: _Blad) -> None:
    """The colours, and how many afspraken have which, in a table and a stacked chart."""
    t, werkboek = op.tijdlijn, op.werkboek
    rondes, laatste = ronde_koppen(t), len(t.rondes)
    woorden = [*map(str, t.stoplicht), l.NIET_INGEVULD]
    rijen: list[list[str]] = []
    for afspraak in t.afspraken:
        trend = t.trends[afspraak.nummer]
        kleuren = (kleur_in_woorden(punt, t.stoplicht) for punt in trend.punten)
        rijen.append([afspraak.titel, *kleuren, trend.reeks or STREEP])
    rij = op.tabel(["Afspraak", *rondes, "Op rij"], rijen)
    bereik = f"B{_KOPREGEL + 2}:{xl_col_to_name(laatste)}{rij}"
    werkboek.kleur_woorden(op.blad, bereik, woorden)
    geteld = Counter((p.ronde, p.kleur) for trend in t.trends.values() for p in trend.punten)
    aantallen = [
        [woord, *(geteld[r, woord] if r in t.gehouden else None for r in t.rondes)]
        for woord in woorden
    ]
    kop = rij + 1
    op.blad.set_h_pagebreaks([kop])  # the chart is not cut in two
    onder = op.tabel(["Aantal afspraken", *rondes], aantallen, kop)
    grafiek = werkboek.add_chart({"type": "column", "subtype": "stacked"})
    for nummer, woord in enumerate(woorden, kop + 1):
        vulling, rand = {"color": werkboek.palet[woord].vulling}, {"color": GRIJZE_TEKST}
        grafiek.add_series(op.reeks(kop, nummer, laatste, fill=vulling, border=rand))
    titel = "Afspraken naar kleur, ronde voor ronde"
    as_ = {"name": "afspraken", "major_unit": max(1, len(t.afspraken) // 8), **_NUL}
    op.plaats(onder + 1, grafiek, titel, f"Staafgrafiek: {titel}.", as_)


def _schrijf_reeksen(op: _Blad) -> None:
    vast = ["Code", "Voorheen", "Indicator", "Wat", "Eenheid", "Telling"]
    koppen = [*vast, *jaar_koppen(op.tijdlijn)]
    rijen: list[list[object]] = []
    for r, telling, waarden in tellingen(op.tijdlijn):
        wat = (r.code, ", ".join(r.voorheen) or STREEP, r.indicator.tekst, r.omschrijving)
        rijen.append([*wat, r.eenheid or STREEP, telling, *waarden])
    rij = op.tabel(koppen, rijen)
    if rijen:
        op.blad.autofilter(_KOPREGEL, 0, rij - 1, len(koppen) - 1)


def _schrijf_doelmeters(op: _Blad) -> None:
    rij = _KOPREGEL
    if not op.tijdlijn.meters:
        tekst = "Er is geen indicator die optelt naar een doel in getallen."
        op.blad.write_string(rij, 0, tekst, op.werkboek.opmaak())
    nieuwe_bladzijden: list[int] = []
    for meter in op.tijdlijn.meters:
        rij = _schrijf_meter(op, rij, meter)
        nieuwe_bladzijden.append(rij)
    op.blad.set_h_pagebreaks(nieuwe_bladzijden[:-1])


def _schrijf_meter(op: _Blad, rij: int, meter: Meter) -> int:
    """A row a part, the sums and the targets, a column a year; the plans under it, and a chart."""
    van, tm = op.tijdlijn.kader.looptijd
    bekend = {j.jaar: j for j in meter.jaren}
    jaren = [bekend.get(jaar, Meterjaar(jaar, ())) for jaar in range(van, tm + 1)]
    posten = dict.fromkeys(p.omschrijving for j in meter.jaren for p in j.delen)
    delen = [{p.omschrijving: p.waarde for p in jaar.delen} for jaar in jaren]
    rijen: list[list[object]] = [[post, *(d.get(post) for d in delen)] for post in posten]
    if meter.is_samengesteld or not posten:
        rijen.append([meter.maat.naam, *(jaar.netto for jaar in jaren)])
    per_jaar = len(rijen)
    if meter.telt_op:
        rijen.append(["Opgeteld", *(jaar.cumulatief for jaar in jaren)])
    lijnen = range(rij + 1 + per_jaar, rij + 1 + len(rijen))
    rijen += [
        [naam, *(grens if jaar.jaar <= doel.tm_jaar else None for jaar in jaren)]
        for doel in meter.doelen
        for naam, grens in _grenzen(doel)
    ]
    kop = f"{meter.indicator.code} {naam_van(meter)} ({meter.eenheid})"
    koppen = [kop, *(jaar_kop(jaar.jaar, jaar.ronde) for jaar in jaren)]
    onder = op.tabel(koppen, rijen, rij, _EERSTE_METER)
    streven, half = range(lijnen.stop, onder), [is_half(jaar.ronde) for jaar in jaren]
    for nummer, plan in enumerate(meter.plannen, onder):
        waarde = ONBEKEND if plan.waarde is None else plan.waarde
        op.cellen(nummer, [f"Gepland, telt niet mee: {plan.omschrijving}", waarde])
    onder += len(meter.plannen)
    titel = f"{naam_van(meter)}{': per jaar en opgeteld' if meter.telt_op else ', per jaar'}"
    grafiek = _metergrafiek(op, rij, rij + per_jaar, (lijnen, streven), half)
    alt = f"Grafiek: {titel}. {stand_in_woorden(meter)}"
    vanaf_nul = {} if any(isinstance(w, (int, float)) and w < 0 for r in rijen for w in r) else _NUL
    op.plaats(onder + 1, grafiek, titel, alt, {"name": meter.eenheid, **vanaf_nul})
    return onder + 2 + _GRAFIEK_HOOG // 20


def _metergrafiek(
    op: _Blad, kop: int, per_jaar: int, lijnrijen: tuple[range, range], half: Sequence[bool]
) -> Chart:
    """The figure of each year as columns, hatched where a year is not over; the running total and
    the targets as lines."""
    laatste, (opgeteld, streven) = len(half), lijnrijen
    arcering = {"pattern": "wide_upward_diagonal", "fg_color": GRIJZE_TEKST, "bg_color": "#FFFFFF"}
    punten = [{"pattern": arcering, "border": {"color": GRIJZE_TEKST}} if h else None for h in half]
    kolommen = op.werkboek.add_chart({"type": "column"})
    kolommen.add_series(op.reeks(kop, per_jaar, laatste, fill={"color": GRIJS}, points=punten))
    lijnen = op.werkboek.add_chart({"type": "line"})
    dik = {
        "line": {"color": DONKERGROEN, "width": 2.5},
        "marker": {"type": "circle", "size": 7, "fill": {"color": DONKERGROEN}},
        "data_labels": {"value": True, "position": "above"},
    }
    for nummer in opgeteld:
        lijnen.add_series(op.reeks(kop, nummer, laatste, **dik))
    for welke, nummer in enumerate(streven):
        lijnen.add_series(op.reeks(kop, nummer, laatste, **target_line(welke, laatste)))
    if [*opgeteld, *streven]:
        kolommen.combine(lijnen)
    kolommen.show_blanks_as("gap")
    return kolommen


def _grenzen(doel: Doel) -> list[tuple[str, float]]:
    grenzen = [("minstens", doel.minimum), ("hoogstens", doel.maximum)]
    wat = "Doel elk jaar" if doel.per_jaar else "Doel"
    return [(f"{wat} t/m {doel.tm_jaar}: {woord}", g) for woord, g in grenzen if g is not None]
