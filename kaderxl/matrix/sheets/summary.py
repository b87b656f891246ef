"""The sheet Samenvatting: the state of a ronde on one page, live where the table is."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell

from ...core import catalogue
from ...core import labels as l
from ...core import phrases as say
from ...core.identity import matrixkenmerk
from ...core.outcome import Matrix
from ...writing.grid import DATUM, Formule, invoercel, zet
from ...writing.workbook import druk_af_op_a4
from ...writing.worksheet import schrijf
from ...years.timeline import respons_van
from ..words import woord_van
from .layout import Vel
from .meeting import is_focuspunt, op_urgentie, reeks_bij
from .meter import alle_themas, schrijf_meter, thema_grafiek

GEEN_KLEUR = "Geen kleur"
THEMATABEL = "Afspraken per thema"
_LINKS = 0
_BREEDTES = (34, 13, 2, 70, 13, 15, 11)
_GRAFIEKHOOGTE = 17
_MEESTE = 8


def schrijf_samenvatting(vel: Vel) -> None:
    """Ronde, status, colours by thema and the meter; focuspunten, changes and response."""
    blad = vel.blad
    blad.hide_gridlines(2)
    deel = _Samenvatting(vel)
    eerste, geteld, *rest = _BREEDTES
    for kolom, breedte in enumerate((eerste, *(geteld,) * (deel.rechts - 2), *rest)):
        blad.set_column(kolom, kolom, breedte)
    themas = deel.kop(1) + 1
    links = deel.tellingen(themas) + 1
    thema_grafiek(vel, links, themas)
    rechts = deel.focuspunten(1) + 1
    rechts = deel.veranderd(rechts) + 1
    rij = max(links + _GRAFIEKHOOGTE, deel.respons(rechts)) + 1
    for meter in vel.matrix.terugblik.meters:
        rij = max(schrijf_meter(vel, meter, rij, deel.rechts) + 2, rij + _GRAFIEKHOOGTE)
    druk_af_op_a4(blad)
    blad.fit_to_pages(1, 1)
    blad.activate()


class _Samenvatting:
    def __init__(self, vel: Vel) -> None:
        self.werkboek, self.blad = vel.werkboek, vel.blad
        self.vel, self.matrix, self.woorden = vel, vel.matrix, vel.woorden
        self.tabel = vel.op(l.MONITORINGSTABEL)
        self.licht = vel.matrix.kader.stoplicht
        # Beside thema, these words, three more counts and a gap
        self.rechts = len(self.woorden) + 5
        self.gewoon, self.vet = self.werkboek.opmaak(), self.werkboek.opmaak(bold=True)
        self.links = self.werkboek.cel(text_wrap=False, font_size=10)
        self.midden = self.werkboek.cel(align="center")
        self.vet_midden = self.werkboek.cel(align="center", bold=True)

    def _koppen(self, rij: int, koppen: Iterable[str], kolom: int = _LINKS) -> None:
        for nummer, kop in enumerate(koppen, kolom):
            self.blad.write_string(rij, nummer, kop, self.werkboek.kop())

    def _regel(self, rij: int, waarden: Iterable[object], kolom: int = _LINKS) -> None:
        for nummer, waarde in enumerate(waarden, kolom):
            opmaak = self.links if nummer == kolom else self.midden
            zet(self.blad, rij, nummer, waarde, opmaak)

    def kop(self, rij: int) -> int:
        matrix = self.matrix
        gegeven = sum(r.gegeven for r in matrix.rijen)
        gevraagd = sum(len(r.inbreng) for r in matrix.rijen)
        besloten = gegeven == gevraagd or matrix.vastgelegd.vastgesteld
        volledig = "" if besloten else "; tot alles er is, zijn de kleuren voorlopig"
        regels = {
            "Kaderafspraken": matrix.kader.instellingen.kader,
            "Ronde": say.ronde_in_woorden(matrix.ronde),
            "Antwoorden": f"{gegeven} van {gevraagd} beoordelingen zijn binnen{volledig}",
            l.VERSCHILLEN: self._verschillen(),
            "Sinds de besluiten": _sinds(matrix),
            "Status": self._status(rij + 6),
            l.VASTGESTELD_IN: matrix.vastgelegd.vastgesteld,
            l.MATRIXKENMERK: matrixkenmerk(matrix.kader, matrix.ronde),
        }
        for naam, waarde in regels.items():
            self.blad.write_string(rij, 0, naam, self.vet)
            if naam == l.VASTGESTELD_IN:
                zet(self.blad, rij, 1, waarde, invoercel(self.werkboek, DATUM))
                uitleg = "de datum, zodra het BO alles vaststelt"
                self.blad.write_string(rij, 3, uitleg, self.gewoon)
            else:
                zet(self.blad, rij, 1, waarde, self.gewoon)
            rij += 1
        return rij

    def _verschillen(self) -> object:
        van = sum(bool(r.verschillen) for r in self.matrix.rijen)
        if not van:
            return "geen"
        bereik = self.tabel.bereik(l.VERSCHIL)
        staart = f" van {van} indicatoren nog te bespreken"
        nog = sum(bool(r.open_verschillen) for r in self.matrix.rijen)
        return Formule(f'COUNTIF({bereik},"{l.VERSCHIL}")&"{staart}"', f"{nog}{staart}")

    def _status(self, rij_vastgesteld: int) -> Formule:
        datum = xl_rowcol_to_cell(rij_vastgesteld, 1)
        besluiten = self.tabel.bereik(l.BESLUIT)
        geteld = "+".join(f'COUNTIF({besluiten},"{b}")' for b in self.licht)
        besloten = sum(b.kleur in self.licht.kleuren for b in self.matrix.besluiten.values())
        staart = f" van de {len(self.matrix.kader.afspraken)} afspraken besloten"
        stand = "vastgesteld" if self.matrix.vastgelegd.vastgesteld else "concept"
        return Formule(
            f'IF(TRIM({datum})="","concept","vastgesteld")'
            f'&"; het BO heeft over "&({geteld})&"{staart}"',
            f"{stand}; het BO heeft over {besloten}{staart}",
        )

    def tellingen(self, rij: int) -> int:
        """Afspraken per thema and colour, counted live in the table."""
        matrix, afspraken = self.matrix, self.matrix.kader.afspraken
        woorden = [*self.woorden, say.niet_in(matrix.ronde.jaar)]
        koppen = [THEMATABEL, *woorden, GEEN_KLEUR, "Totaal"]
        self._koppen(rij, koppen)
        self.blad.set_row(rij, 30)
        van_thema, telt, kleur = (self.tabel.bereik(k) for k in ("Thema", l.TELT, l.VOORTGANG))
        geteld: list[list[int]] = []
        for regel, thema in enumerate(alle_themas(matrix), rij + 1):
            eigen = [woord_van(matrix, a.nummer) for a in afspraken if a.thema == thema]
            aantallen = [*map(eigen.count, woorden)]
            geteld.append([*aantallen, len(eigen) - sum(aantallen), len(eigen)])
            van = f"{van_thema},$A{regel + 1}"
            formules = [f'COUNTIFS({van},{kleur},"{woord}",{telt},1)' for woord in woorden]
            alles = f"COUNTIFS({van},{telt},1)"
            met_kleur = f"SUM({xl_range(regel, 1, regel, len(woorden))})"
            formules += [f"{alles}-{met_kleur}", alles]
            self._regel(regel, [thema, *map(Formule, formules, geteld[-1])])
        onder = rij + 1 + len(geteld)
        schrijf(self.blad, onder, 0, "Totaal", self.werkboek.cel(bold=True))
        for kolom in range(1, len(koppen)):
            som = sum(aantallen[kolom - 1] for aantallen in geteld)
            letter = xl_col_to_name(kolom)
            formule = Formule(f"SUM({letter}{rij + 2}:{letter}{onder})", som)
            zet(self.blad, onder, kolom, formule, self.vet_midden)
        bereik = xl_range(rij, 1, rij, len(self.woorden))
        self.werkboek.kleur_woorden(self.blad, bereik, self.woorden)
        return onder + 1

    def focuspunten(self, rij: int) -> int:
        """The focuspunten by name, live: the first few, and how many more."""
        rooster, matrix = self.vel.op(l.FOCUSPUNTEN), self.matrix
        punten = [a for a in op_urgentie(matrix) if is_focuspunt(matrix, a.nummer)]
        self._koppen(rij, (l.FOCUSPUNTEN, "Kleur", "Hoe lang"), self.rechts)
        volgnummers = rooster.bereik("Volgnummer")
        kolommen = [rooster.bereik(kolom) for kolom in (l.AFSPRAAK, l.VOORTGANG, "Hoe lang")]
        regels = [
            (a.titel, woord, reeks_bij(matrix, a.nummer, woord))
            for a in punten
            for woord in (woord_van(matrix, a.nummer),)
        ]
        for nummer, regel in enumerate([*regels, *[("–", "–", "–")] * _MEESTE][:_MEESTE], 1):
            plaats = f"MATCH({nummer},{volgnummers},0)"
            formules = [f'IFERROR(INDEX({kolom},{plaats}),"–")' for kolom in kolommen]
            self._regel(rij + nummer, map(Formule, formules, regel), self.rechts)
        bereik = xl_range(rij + 1, self.rechts + 1, rij + _MEESTE, self.rechts + 1)
        self.werkboek.kleur_woorden(self.blad, bereik, self.woorden)
        onder = rij + 1 + _MEESTE
        geteld = f'COUNTIF({rooster.bereik(l.FOCUSPUNT)},"{l.FOCUSPUNT}")'
        staart = f" focuspunten; alles staat op het blad {l.FOCUSPUNTEN}"
        samen = Formule(f'"Samen "&{geteld}&"{staart}"', f"Samen {len(punten)}{staart}")
        zet(self.blad, onder, self.rechts, samen, self.gewoon)
        return onder + 1

    def veranderd(self, rij: int) -> int:
        """The afspraken whose word is another than in the ronde before."""
        self._koppen(rij, ("Veranderd sinds de vorige ronde", "Vorige", "Nu"), self.rechts)
        regels = _veranderingen(self.matrix)
        for nummer, regel in enumerate(regels[:_MEESTE], rij + 1):
            self._regel(nummer, regel, self.rechts)
        onder = rij + 1 + len(regels[:_MEESTE])
        if regels:
            bereik = xl_range(rij + 1, self.rechts + 1, onder - 1, self.rechts + 2)
            woorden = [*self.matrix.alle_kleuren, l.NIET_INGEVULD]
            self.werkboek.kleur_woorden(self.blad, bereik, woorden)
        eerder = any(len(t.punten) > 1 for t in self.matrix.terugblik.trends.values())
        rest = len(regels) - _MEESTE
        slot = "" if regels else "Niets." if eerder else "Er is nog geen vorige ronde."
        tekst = f"en nog {rest}" if rest > 0 else slot
        if tekst:
            schrijf(self.blad, onder, self.rechts, tekst, self.gewoon)
        return onder + bool(tekst)

    def respons(self, rij: int) -> int:
        """Who answered, and how complete."""
        self._koppen(rij, ("Respons", "Ontvangen", "Compleet", "Gevraagd"), self.rechts)
        for r in respons_van(self.matrix):
            rij += 1
            ontvangen = "ja" if r.ontvangen else "nog niet"
            self._regel(rij, (r.partij, ontvangen, r.compleet, r.gevraagd), self.rechts)
        return rij + 1


def _sinds(matrix: Matrix) -> str:
    """How many answers changed under a besluit: what the BO may want to look at again."""
    aantal = sum(b.code == catalogue.BESLUIT_ACHTERHAALD.code for b in matrix.bevindingen)
    if not aantal:
        return "niets veranderd"
    return f"{say.aantal(aantal, 'antwoord is', 'antwoorden zijn')} veranderd (blad {l.GRONDSLAG})"


def _veranderingen(matrix: Matrix) -> list[tuple[str, str, str]]:
    regels = []
    for afspraak in matrix.kader.afspraken:
        trend = matrix.terugblik.trends.get(afspraak.nummer)
        eerder = [p.kleur for p in trend.punten if p.ronde < matrix.ronde] if trend else []
        nu = matrix.woord(afspraak.nummer)
        if eerder and eerder[-1] and nu and eerder[-1] != nu:
            regels.append((afspraak.titel, eerder[-1], nu))
    return regels
