"""The timeline as a workbook: colours, numbers, targets and response, year beside year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..core import phrases as say
from ..core.findings import op_ernst
from ..core.kader import Doel
from ..core.outcome import Kleurpunt, Meter
from ..core.rounds import Bevinding, Ronde
from ..core.traffic_light import Stoplicht
from ..writing.colours import (
    DONKERGROEN,
    FICTIEF_TEKST,
    FICTIEF_VULLING,
    GRIJS,
    GRIJZE_TEKST,
    palet,
)
from ..writing.workbook import Werkboek, druk_af_op_a4, hoogte
from ..writing.worksheet import schrijf
from .timeline import Jaarpunt, Tijdlijn
from .views import ONBEKEND, STREEP, jaar_koppen, respons, ronde_koppen

KLEUREN_BLAD, REEKSEN_BLAD, DOELMETER_BLAD, RESPONS_BLAD = (
    "Kleuren",
    "Reeksen",
    "Doelmeter",
    "Respons",
)
_KOPREGEL = 1
_BREED = {
    "Ronde": 24,
    "Gelezen uit": 34,
    "Besluiten": 18,
    "Afspraak": 40,
    "Indicator": 30,
    "Wat": 30,
    "Partij": 28,
}
_EERSTE_METER = 44
_SMAL = 13
_GRAFIEK_BREED, _GRAFIEK_HOOG = 900, 340


def write_timeline(
    tijdlijn: Tijdlijn, bronnen: Mapping[Ronde, str], bevindingen: Sequence[Bevinding] = ()
) -> bytes:
    """The .xlsx of a timeline; the same timeline gives the same bytes."""
    titel = f"{l.MEERJAREN} {tijdlijn.kader.instellingen.kader}"
    gemeente = tijdlijn.kader.instellingen.uitgever
    werkboek = Werkboek(titel, tijdlijn.rondes[-1].peildatum, gemeente, palet(tijdlijn.stoplicht))
    boek = _Boek(werkboek, tijdlijn)
    boek.overzicht(titel, bronnen, bevindingen)
    boek.kleuren()
    boek.reeksen()
    boek.doelmeters()
    boek.respons()
    return werkboek.bytes()


class _Boek:
    """The workbook of one timeline, a method a sheet."""

    def __init__(self, werkboek: Werkboek, tijdlijn: Tijdlijn) -> None:
        self.werkboek, self.tijdlijn = werkboek, tijdlijn
        self.rondes, self.jaren = ronde_koppen(tijdlijn), jaar_koppen(tijdlijn)

    def overzicht(
        self, titel: str, bronnen: Mapping[Ronde, str], bevindingen: Sequence[Bevinding]
    ) -> None:
        blad = self._blad(l.OVERZICHT, titel)
        rijen = [
            [say.naam_van(r).capitalize(), *self._over(r, bronnen)] for r in self.tijdlijn.rondes
        ]
        koppen = ["Ronde", "Gelezen uit", "Besluiten"]
        rij = self._tabel(blad, _KOPREGEL, koppen, rijen) + 1
        for regel in l.UITLEG_MEERJAREN:
            blad.write_string(rij, 0, regel, self.werkboek.opmaak())
            rij += 1
        if bevindingen:
            kop = ["Ernst", "Waar", "Wat er is", "Wat u kunt doen"]
            regels = [[b.ernst, b.plek.bestand, b.tekst, b.actie] for b in op_ernst(bevindingen)]
            self._tabel(blad, rij + 1, kop, regels)
            blad.set_column(2, 3, 60)
        blad.activate()

    def _over(self, ronde: Ronde, bronnen: Mapping[Ronde, str]) -> list[object]:
        if ronde not in self.tijdlijn.gehouden:
            return [l.GEEN_RONDE, STREEP]
        punten = [p for t in self.tijdlijn.trends.values() for p in t.punten if p.ronde == ronde]
        besloten = sum(p.besloten for p in punten)
        return [bronnen.get(ronde, ""), f"{besloten} van {len(punten)} afspraken"]

    def kleuren(self) -> None:
        t = self.tijdlijn
        blad = self._blad(KLEUREN_BLAD)
        koppen = ["Afspraak", *self.rondes, "Op rij"]
        rijen = [
            [a.titel, *self._punten(a.nummer), t.trends[a.nummer].reeks or STREEP]
            for a in t.afspraken
        ]
        rij = self._tabel(blad, _KOPREGEL, koppen, rijen)
        bereik = f"B{_KOPREGEL + 2}:{xl_col_to_name(len(self.rondes))}{rij}"
        self.werkboek.kleur_woorden(blad, bereik, [*t.stoplicht, l.NIET_INGEVULD])
        self._tel_kleuren(blad, rij + 1)

    def _punten(self, nummer: int) -> list[str]:
        punten = self.tijdlijn.trends[nummer].punten
        return [_kleur(punt, self.tijdlijn.stoplicht) for punt in punten]

    def _tel_kleuren(self, blad: Worksheet, rij: int) -> None:
        """How many afspraken have which colour, in a table and a stacked chart."""
        t = self.tijdlijn
        woorden = [*map(str, t.stoplicht), l.NIET_INGEVULD]
        kolommen = [
            [p.kleur for trend in t.trends.values() for p in trend.punten if p.ronde == ronde]
            for ronde in t.rondes
        ]
        tellingen = [
            [w, *(k.count(w) if r in t.gehouden else None for k, r in self._per_ronde(kolommen))]
            for w in woorden
        ]
        self._tabel(blad, rij, ["Aantal afspraken", *self.rondes], tellingen)
        grafiek = self.werkboek.add_chart({"type": "column", "subtype": "stacked"})
        for nummer, woord in enumerate(woorden, rij + 1):
            kleur = self.werkboek.palet[woord]
            grafiek.add_series(
                {
                    "name": [KLEUREN_BLAD, nummer, 0],
                    "categories": [KLEUREN_BLAD, rij, 1, rij, len(t.rondes)],
                    "values": [KLEUREN_BLAD, nummer, 1, nummer, len(t.rondes)],
                    "fill": {"color": kleur.vulling},
                    "border": {"color": GRIJZE_TEKST},
                }
            )
        titel = "Afspraken naar kleur, ronde voor ronde"
        alt = f"Staafgrafiek: {titel}. De cijfers staan in de tabel erboven."
        stap = max(1, len(t.afspraken) // 8)
        self._plaats(blad, rij + len(woorden) + 2, grafiek, titel, alt, "afspraken", stap)

    def _per_ronde(self, kolommen: list[list[str]]) -> Iterable[tuple[list[str], Ronde]]:
        return zip(kolommen, self.tijdlijn.rondes, strict=True)

    def reeksen(self) -> None:
        blad = self._blad(REEKSEN_BLAD)
        koppen = ["Code", "Voorheen", "Indicator", "Wat", "Eenheid", "Telling", *self.jaren]
        rijen: list[list[object]] = []
        for reeks in self.tijdlijn.reeksen:
            vast = [
                reeks.code,
                ", ".join(reeks.voorheen) or STREEP,
                reeks.indicator.tekst,
                reeks.omschrijving,
                reeks.eenheid or STREEP,
            ]
            rijen.append([*vast, "per jaar", *map(_waarde, reeks.punten)])
            if reeks.telt_op:
                rijen.append([*vast, "opgeteld", *map(_totaal, reeks.punten)])
        rij = self._tabel(blad, _KOPREGEL, koppen, rijen)
        if rijen:
            blad.autofilter(_KOPREGEL, 0, rij - 1, len(koppen) - 1)

    def doelmeters(self) -> None:
        blad = self._blad(DOELMETER_BLAD)
        druk_af_op_a4(blad, liggend=False)
        rij = _KOPREGEL
        if not self.tijdlijn.meters:
            tekst = "Er is geen indicator die optelt naar een doel in getallen."
            blad.write_string(rij, 0, tekst, self.werkboek.opmaak())
        nieuwe_bladzijden: list[int] = []
        for meter in self.tijdlijn.meters:
            rij = self._meter(blad, rij, meter)
            nieuwe_bladzijden.append(rij)
        blad.set_h_pagebreaks(nieuwe_bladzijden[:-1])

    def _meter(self, blad: Worksheet, rij: int, meter: Meter) -> int:
        van, tm = self.tijdlijn.kader.looptijd
        jaren = range(van, tm + 1)
        per_jaar = {j.jaar: j for j in meter.jaren}
        posten = dict.fromkeys(p.omschrijving for j in meter.jaren for p in j.delen)
        delen = {j.jaar: {p.omschrijving: p.waarde for p in j.delen} for j in meter.jaren}
        kop = f"{meter.indicator.code} {meter.indicator.tekst} ({meter.eenheid})"
        rijen: list[list[object]] = [
            [post, *(delen.get(jaar, {}).get(post) for jaar in jaren)] for post in posten
        ]
        netto = [per_jaar[j].netto if j in per_jaar else None for j in jaren]
        samen = [per_jaar[j].cumulatief if j in per_jaar else None for j in jaren]
        rijen += [["Netto", *netto], ["Opgeteld", *samen]]
        rijen += [
            [naam, *(grens if jaar <= doel.tm_jaar else None for jaar in jaren)]
            for doel in meter.doelen
            for naam, grens in _grenzen(doel)
        ]
        koppen = [kop, *map(str, jaren)]
        einde = self._tabel(blad, rij, koppen, rijen, _EERSTE_METER)
        for plan in meter.plannen:
            waarde = ONBEKEND if plan.waarde is None else plan.waarde
            tekst = f"Gepland, telt niet mee: {plan.omschrijving}"
            self._cellen(blad, einde, [tekst, waarde])
            einde += 1
        eerste_lijn = rij + 1 + len(posten)
        self._grafiek_meter(blad, rij, eerste_lijn, einde + 1, meter, len(jaren), len(rijen))
        return einde + 2 + _GRAFIEK_HOOG // 20

    def _grafiek_meter(
        self,
        blad: Worksheet,
        koprij: int,
        netto: int,
        onder: int,
        meter: Meter,
        jaren: int,
        rijen: int,
    ) -> None:
        """Netto a year as columns; the running total and the targets as lines."""

        def reeks(nummer: int, **vorm: object) -> dict[str, object]:
            return {
                "name": [DOELMETER_BLAD, nummer, 0],
                "categories": [DOELMETER_BLAD, koprij, 1, koprij, jaren],
                "values": [DOELMETER_BLAD, nummer, 1, nummer, jaren],
                **vorm,
            }

        kolommen = self.werkboek.add_chart({"type": "column"})
        kolommen.add_series(reeks(netto, fill={"color": GRIJS}))
        lijnen = self.werkboek.add_chart({"type": "line"})
        lijnen.add_series(
            reeks(
                netto + 1,
                line={"color": DONKERGROEN, "width": 2.5},
                marker={"type": "circle", "size": 7, "fill": {"color": DONKERGROEN}},
                data_labels={"value": True, "position": "above"},
            )
        )
        for nummer in range(netto + 2, koprij + 1 + rijen):
            streep = {"color": GRIJZE_TEKST, "width": 1.5, "dash_type": "dash"}
            lijnen.add_series(reeks(nummer, line=streep))
        kolommen.combine(lijnen)
        kolommen.show_blanks_as("gap")
        titel = f"{meter.indicator.tekst}: per jaar en opgeteld"
        alt = f"Grafiek: {titel}. {_stand(meter)} De cijfers staan in de tabel erboven."
        self._plaats(blad, onder, kolommen, titel, alt, meter.eenheid)

    def respons(self) -> None:
        tabel = respons(self.tijdlijn)
        koppen = [kolom.titel for kolom in tabel.kolommen]
        self._tabel(self._blad(RESPONS_BLAD), _KOPREGEL, koppen, tabel.rijen)

    # -- what every sheet has ------------------------------------------------------------

    def _blad(self, naam: str, titel: str = "") -> Worksheet:
        """A sheet with its title row; on made-up years it says so before anything else."""
        blad = self.werkboek.add_worksheet(naam)
        vorm: dict[str, object] = {"bold": True, "font_size": 14}
        tekst = titel or f"{naam}, {l.MEERJAREN.lower()}"
        if self.tijdlijn.fictief:
            tekst = f"{l.FICTIEF}. {tekst}"
            vorm |= {"bg_color": FICTIEF_VULLING, "font_color": FICTIEF_TEKST}
        opmaak = self.werkboek.opmaak(**vorm)
        blad.set_row(0, 22, opmaak)
        blad.write_string(0, 0, tekst, opmaak)
        blad.hide_gridlines(2)
        if naam != DOELMETER_BLAD:
            druk_af_op_a4(blad, herhaal=_KOPREGEL)
        return blad

    def _tabel(
        self,
        blad: Worksheet,
        rij: int,
        koppen: Sequence[str],
        rijen: Sequence[Sequence[object]],
        eerste: float = 0,
    ) -> int:
        """A table from `rij` on; gives the row below it."""
        kop = self.werkboek.kop()
        breedtes = [float(_BREED.get(k, _SMAL)) for k in koppen]
        breedtes[0] = eerste or breedtes[0]
        for kolom, naam in enumerate(koppen):
            blad.write_string(rij, kolom, naam, kop)
            if rij == _KOPREGEL:
                blad.set_column(kolom, kolom, breedtes[kolom])
        blad.set_row(rij, hoogte(list(zip(koppen, breedtes, strict=True))))
        for nummer, cellen in enumerate(rijen, rij + 1):
            self._cellen(blad, nummer, cellen)
            teksten = zip(("" if c is None else str(c) for c in cellen), breedtes, strict=False)
            blad.set_row(nummer, hoogte(list(teksten)))
        return rij + 1 + len(rijen)

    def _cellen(self, blad: Worksheet, rij: int, cellen: Sequence[object]) -> None:
        opmaak = self.werkboek.cel()
        for kolom, waarde in enumerate(cellen):
            schrijf(blad, rij, kolom, waarde, opmaak)

    def _plaats(
        self,
        blad: Worksheet,
        rij: int,
        grafiek: Chart,
        titel: str,
        alt: str,
        as_: str,
        stap: int = 0,
    ) -> None:
        grafiek.set_title({"name": titel, "name_font": {"size": 12}})
        eenheden = {"major_unit": stap} if stap else {}
        grafiek.set_y_axis({"name": as_, "major_gridlines": {"visible": True}, **eenheden})
        grafiek.set_legend({"position": "bottom"})
        grafiek.set_size({"width": _GRAFIEK_BREED, "height": _GRAFIEK_HOOG})
        blad.insert_chart(rij, 0, grafiek, {"description": alt, "object_position": 1})


def _kleur(punt: Kleurpunt, licht: Stoplicht) -> str:
    """The word in a ronde; a voorstel says that it is one, and stays without colour."""
    if not punt.kleur:
        return l.GEEN_RONDE
    voorstel = not punt.besloten and punt.kleur in licht.kleuren
    return f"{punt.kleur} (voorstel)" if voorstel else str(punt.kleur)


def _waarde(punt: Jaarpunt) -> object:
    return punt.waarde if punt.waarde is not None else punt.tekst or STREEP


def _totaal(punt: Jaarpunt) -> object:
    if not punt.gevraagd:
        return STREEP
    return ONBEKEND if punt.cumulatief is None else punt.cumulatief


def _grenzen(doel: Doel) -> list[tuple[str, float]]:
    grenzen = [("minstens", doel.minimum), ("hoogstens", doel.maximum)]
    return [(f"Doel t/m {doel.tm_jaar}: {woord}", g) for woord, g in grenzen if g is not None]


def _stand(meter: Meter) -> str:
    if meter.stand is None:
        return "Er is nog geen volledig cijfer."
    jaar, totaal = meter.stand
    return f"Stand t/m {jaar}: {meter.zeg(totaal)}."
