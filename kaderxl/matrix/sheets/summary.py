"""The sheet Samenvatting: the state of a ronde on one page, live where the table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ...core import catalogue
from ...core import labels as l
from ...core import phrases as say
from ...core.identity import matrixkenmerk
from ...core.outcome import Matrix
from ...writing.grid import DATUM, Formule, invoercel, zet
from ...writing.workbook import Werkboek, druk_af_op_a4
from ...writing.worksheet import schrijf
from ..words import woord_van
from .layout import Indeling
from .meeting import is_focuspunt, op_urgentie, reeks_bij
from .meter import Grafiek, meter_grafiek, schrijf_meter, thema_grafiek

GEEN_KLEUR = "Geen kleur"
THEMATABEL = "Afspraken per thema"
_LINKS = 0
_BREEDTES = (34, 13, 2, 70, 13, 15, 11)
_GRAFIEKHOOGTE = 17
_MEESTE = 8


def schrijf_samenvatting(
    werkboek: Werkboek, blad: Worksheet, matrix: Matrix, indeling: Indeling
) -> None:
    """Ronde, status, colours by thema and the meter; focuspunten, changes and response."""
    blad.hide_gridlines(2)
    deel = _Samenvatting(werkboek, blad, matrix, indeling)
    eerste, geteld, *rest = _BREEDTES
    for kolom, breedte in enumerate((eerste, *(geteld,) * (deel.rechts - 2), *rest)):
        blad.set_column(kolom, kolom, breedte)
    themas = deel.kop(1) + 1
    links = deel.tellingen(themas) + 1
    _zet_grafiek(blad, links, _LINKS, thema_grafiek(werkboek, matrix, themas, deel.woorden))
    rechts = deel.focuspunten(1) + 1
    rechts = deel.veranderd(rechts) + 1
    rij = max(links + _GRAFIEKHOOGTE, deel.respons(rechts)) + 1
    for meter in matrix.terugblik.meters:
        tabel = schrijf_meter(werkboek, blad, matrix, meter, rij)
        _zet_grafiek(blad, rij, deel.rechts, meter_grafiek(werkboek, tabel, meter))
        rij = max(tabel.onder + 2, rij + _GRAFIEKHOOGTE)
    druk_af_op_a4(blad)
    blad.fit_to_pages(1, 1)
    blad.activate()


def _zet_grafiek(blad: Worksheet, rij: int, kolom: int, grafiek: Grafiek) -> None:
    blad.insert_chart(rij, kolom, grafiek.grafiek, {"description": grafiek.omschrijving})


class _Samenvatting:
    def __init__(
        self, werkboek: Werkboek, blad: Worksheet, matrix: Matrix, indeling: Indeling
    ) -> None:
        self.werkboek, self.blad, self.matrix, self.indeling = werkboek, blad, matrix, indeling
        self.licht = matrix.kader.stoplicht
        self.woorden = [*self.licht, l.NIET_INGEVULD]
        # Beside thema, these words, three more counts and a gap
        self.rechts = len(self.woorden) + 5
        self.alle_woorden = [*matrix.alle_kleuren, l.NIET_INGEVULD]
        self.gewoon, self.vet = werkboek.opmaak(), werkboek.opmaak(bold=True)
        self.links, self.midden = (
            werkboek.cel(text_wrap=False, font_size=10),
            werkboek.cel(align="center"),
        )
        self.vet_midden = werkboek.cel(align="center", bold=True)

    def _koppen(self, rij: int, koppen: Iterable[str], kolom: int = _LINKS) -> None:
        for nummer, kop in enumerate(koppen, kolom):
            self.blad.write_string(rij, nummer, kop, self.werkboek.kop())

    def _regel(self, rij: int, waarden: Iterable[object], kolom: int = _LINKS) -> None:
        for nummer, waarde in enumerate(waarden, kolom):
            opmaak = self.links if nummer == kolom else self.midden
            zet(self.blad, rij, nummer, waarde, opmaak)

    # -- the head ------------------------------------------------------------------------

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
        }
        for naam, waarde in regels.items():
            self.blad.write_string(rij, 0, naam, self.vet)
            zet(self.blad, rij, 1, waarde, self.gewoon)
            rij += 1
        invoer = invoercel(self.werkboek, DATUM)
        self.blad.write_string(rij, 0, l.VASTGESTELD_IN, self.vet)
        schrijf(self.blad, rij, 1, matrix.vastgelegd.vastgesteld, invoer)
        self.blad.write_string(rij, 3, "de datum, zodra het BO alles vaststelt", self.gewoon)
        self.blad.write_string(rij + 1, 0, l.MATRIXKENMERK, self.vet)
        self.blad.write_string(rij + 1, 1, matrixkenmerk(matrix.kader, matrix.ronde), self.gewoon)
        return rij + 2

    def _verschillen(self) -> object:
        van = sum(bool(r.verschillen) for r in self.matrix.rijen)
        if not van:
            return "geen"
        bereik = self.indeling.tabel.bereik(l.VERSCHIL)
        staart = f" van {van} indicatoren nog te bespreken"
        nog = sum(bool(r.open_verschillen) for r in self.matrix.rijen)
        return Formule(f'COUNTIF({bereik},"{l.VERSCHIL}")&"{staart}"', f"{nog}{staart}")

    def _status(self, rij_vastgesteld: int) -> Formule:
        datum = xl_rowcol_to_cell(rij_vastgesteld, 1)
        besluiten = self.indeling.tabel.bereik(l.BESLUIT)
        geteld = "+".join(f'COUNTIF({besluiten},"{b}")' for b in self.licht)
        besloten = sum(b.kleur in self.licht.kleuren for b in self.matrix.besluiten.values())
        staart = f" van de {len(self.matrix.kader.afspraken)} afspraken besloten"
        stand = "vastgesteld" if self.matrix.vastgelegd.vastgesteld else "concept"
        return Formule(
            f'IF(TRIM({datum})="","concept","vastgesteld")'
            f'&"; het BO heeft over "&({geteld})&"{staart}"',
            f"{stand}; het BO heeft over {besloten}{staart}",
        )

    # -- colours by thema ----------------------------------------------------------------

    def tellingen(self, rij: int) -> int:
        """Afspraken per thema and colour, counted live in the table."""
        matrix, tabel = self.matrix, self.indeling.tabel
        telling = _tel(matrix)
        woorden = [*self.woorden, f"Niet in {matrix.ronde.jaar}"]
        koppen = [THEMATABEL, *woorden, GEEN_KLEUR, "Totaal"]
        self._koppen(rij, koppen)
        self.blad.set_row(rij, 30)
        themas = alle_themas(matrix)
        van_thema, telt, kleur = (tabel.bereik(k) for k in ("Thema", l.TELT, l.VOORTGANG))
        eerste = rij + 1
        for regel, thema in enumerate(themas, eerste):
            eigen = f"{van_thema},$A{regel + 1}"
            cellen: list[object] = [thema]
            for woord in woorden:
                formule = f'COUNTIFS({eigen},{kleur},"{woord}",{telt},1)'
                cellen.append(Formule(formule, telling.get((thema, woord), 0)))
            alles = f"COUNTIFS({eigen},{telt},1)"
            totaal = sum(aantal for (t, _), aantal in telling.items() if t == thema)
            rest = totaal - sum(telling.get((thema, woord), 0) for woord in woorden)
            met_kleur = f"SUM(B{regel + 1}:{_letter(len(woorden))}{regel + 1})"
            self._regel(
                regel, [*cellen, Formule(f"{alles}-{met_kleur}", rest), Formule(alles, totaal)]
            )
        onder = eerste + len(themas)
        self._totalen(onder, eerste, koppen, telling)
        bereik = f"B{rij + 1}:{_letter(len(self.woorden))}{rij + 1}"
        self.werkboek.kleur_woorden(self.blad, bereik, self.woorden)
        return onder + 1

    def _totalen(
        self, rij: int, eerste: int, koppen: Sequence[str], telling: dict[tuple[str, str], int]
    ) -> None:
        schrijf(self.blad, rij, 0, "Totaal", self.werkboek.cel(bold=True))
        for kolom, kop in enumerate(koppen[1:], 1):
            som = sum(
                n
                for (_, woord), n in telling.items()
                if kop in (woord, "Totaal") or (kop == GEEN_KLEUR and woord not in koppen)
            )
            letter = _letter(kolom)
            formule = Formule(f"SUM({letter}{eerste + 1}:{letter}{rij})", som)
            zet(self.blad, rij, kolom, formule, self.vet_midden)

    # -- beside it -----------------------------------------------------------------------

    def focuspunten(self, rij: int) -> int:
        """The focuspunten by name, live: the first few, and how many more."""
        rooster, matrix = self.indeling.focuspunten, self.matrix
        punten = [a for a in op_urgentie(matrix) if is_focuspunt(matrix, a.nummer)]
        self._koppen(rij, (l.FOCUSPUNTEN, "Kleur", "Hoe lang"), self.rechts)
        volgnummers = rooster.bereik("Volgnummer")
        for nummer in range(_MEESTE):
            punt = punten[nummer] if nummer < len(punten) else None
            uitkomsten = {
                l.AFSPRAAK: punt.titel if punt else "–",
                l.VOORTGANG: woord_van(matrix, punt.nummer) if punt else "–",
                "Hoe lang": reeks_van(matrix, punt.nummer) if punt else "–",
            }
            cellen = [
                Formule(
                    f"IFERROR(INDEX({rooster.bereik(kolom)},"
                    f'MATCH({nummer + 1},{volgnummers},0)),"–")',
                    uitkomst,
                )
                for kolom, uitkomst in uitkomsten.items()
            ]
            self._regel(rij + 1 + nummer, cellen, self.rechts)
        kolom = _letter(self.rechts + 1)
        bereik = f"{kolom}{rij + 2}:{kolom}{rij + 1 + _MEESTE}"
        self.werkboek.kleur_woorden(self.blad, bereik, self.woorden)
        onder = rij + 1 + _MEESTE
        geteld = f'COUNTIF({rooster.bereik(l.FOCUSPUNT)},"{l.FOCUSPUNT}")'
        samen = Formule(
            f'"Samen "&{geteld}&" focuspunten; alles staat op het blad {l.FOCUSPUNTEN}"',
            f"Samen {len(punten)} focuspunten; alles staat op het blad {l.FOCUSPUNTEN}",
        )
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
            van, tot = _letter(self.rechts + 1), _letter(self.rechts + 2)
            bereik = f"{van}{rij + 2}:{tot}{onder}"
            self.werkboek.kleur_woorden(self.blad, bereik, self.alle_woorden)
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
        per_partij = {i.partij: i for i in self.matrix.inzendingen}
        for partij in self.matrix.kader.partijen:
            gevraagd = len(self.matrix.kader.vragen_aan(partij.code, self.matrix.ronde.jaar))
            if not gevraagd:
                continue
            rij += 1
            inzending = per_partij.get(partij.code)
            compleet = inzending.compleet if inzending else 0
            ontvangen = "ja" if inzending else "nog niet"
            self._regel(rij, (partij.naam, ontvangen, compleet, gevraagd), self.rechts)
        return rij + 1


def _sinds(matrix: Matrix) -> str:
    """How many answers changed under a besluit: what the BO may want to look at again."""
    aantal = sum(b.code == catalogue.BESLUIT_ACHTERHAALD.code for b in matrix.bevindingen)
    if not aantal:
        return "niets veranderd"
    return f"{say.aantal(aantal, 'antwoord is', 'antwoorden zijn')} veranderd (blad {l.GRONDSLAG})"


def alle_themas(matrix: Matrix) -> list[str]:
    """The themas in the order of the agreement."""
    return list(dict.fromkeys(a.thema for a in matrix.kader.afspraken))


def reeks_van(matrix: Matrix, nummer: int) -> str:
    """`2e jaar oranje` for a focuspunt as it stands."""
    return reeks_bij(matrix, nummer, matrix.woord(nummer))


def _veranderingen(matrix: Matrix) -> list[tuple[str, str, str]]:
    regels = []
    for afspraak in matrix.kader.afspraken:
        trend = matrix.terugblik.trends.get(afspraak.nummer)
        eerder = [p.kleur for p in trend.punten if p.ronde < matrix.ronde] if trend else []
        nu = matrix.woord(afspraak.nummer)
        if eerder and eerder[-1] and nu and eerder[-1] != nu:
            regels.append((afspraak.titel, eerder[-1], nu))
    return regels


def _tel(matrix: Matrix) -> dict[tuple[str, str], int]:
    """Afspraken by (thema, word): the besluit where there is one, else the voorstel."""
    telling: dict[tuple[str, str], int] = {}
    for afspraak in matrix.kader.afspraken:
        sleutel = (afspraak.thema, woord_van(matrix, afspraak.nummer))
        telling[sleutel] = telling.get(sleutel, 0) + 1
    return telling


def _letter(kolom: int) -> str:
    return str(xl_col_to_name(kolom))
