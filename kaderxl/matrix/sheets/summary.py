"""The sheet Samenvatting: the state of a ronde on one page, live where the table is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell

from ...core import catalogue, labels as l, phrases as say
from ...core.answers import Waarde
from ...core.identity import matrixkenmerk
from ...core.notation import schrijf_opsomming
from ...core.outcome import Matrix, Meter
from ...core.rounds import Ronde
from ...core.targets import Doelstand, Oordeel, doel_als_zin, maat_van, naam_van_partij
from ...writing.colours import DONKERGROEN
from ...writing.grid import DATUM, Formule, invoercel, zet
from ...writing.measures import begin_van, hoogte
from ...writing.worksheet import schrijf
from ...years.timeline import respons_van
from ..words import doelen_van, woord_van
from .layout import Vel
from .lists import ontbrekend
from .meeting import op_urgentie, waarom_van
from .meter import GRAFIEK_BREED, alle_themas, meter_in_woorden, schrijf_meter
from .summary_page import AANTAL, DATUMBREED, WAAROM, Bladzijde

GEEN_KLEUR = "Geen kleur"
THEMATABEL = "Afspraken per thema"
_MINSTE, _RUIMTE, _SAMEN = 7, 1, 12
"""Rows for what asks attention, those of them that are free, and those on the page together with
what changed."""
_LAAG, _GRAFIEK_HOOG = 15, 260
_KORTE_TITEL = 30
"""Of an afspraak: a longer one would leave no room for its doel."""
_STATUS = "Status"
_LIVE = (l.AFSPRAAK, l.VOORTGANG, l.WAAROM)


def schrijf_samenvatting(vel: Vel) -> None:
    """On one page what there is to know; under it, for the screen, the numbers behind it."""
    op = Bladzijde(vel)
    op.richt_in()
    begin = _Kop(op).kop(1) + 1
    onder = _tellingen(op, begin)
    meters = vel.matrix.terugblik.meters
    _doelen(op, begin + 1 if meters else 1, onder)
    boven = onder + 1
    onder = _aandacht(op, boven)
    nog = _SAMEN - (onder - boven - 2)
    if nog > 0:
        onder = _veranderd(op, onder + 1, nog)
    op.druk_af(onder)
    if nog <= 0:
        onder = _veranderd(op, onder + 1)
    onder = _respons(op, onder + 1)
    onder = _kenmerk(op, onder + 1)
    for nummer, meter in enumerate(meters):
        boven = onder + 1
        onder, grafiek = schrijf_meter(vel, meter, boven)
        onder = max(onder, _grafiek(op, meter, grafiek, boven if nummer else 1, begin + 1))
    vel.blad.activate()


@dataclass(frozen=True, slots=True)
class _Kop:
    """What ronde it is, how far it is, and the days of the BO."""

    op: Bladzijde

    def kop(self, rij: int) -> int:
        """What ronde it is, how far it is, and the days of the BO."""
        op, matrix = self.op, self.op.matrix
        vet = op.werkboek.opmaak(bold=True, text_wrap=True)
        gegeven = sum(r.gegeven for r in matrix.rijen)
        gevraagd = sum(len(r.inbreng) for r in matrix.rijen)
        besloten = gegeven == gevraagd or matrix.vastgelegd.vastgesteld
        volledig = "" if besloten else "; tot alles er is, zijn de kleuren voorlopig"
        binnen = say.aantal(gevraagd, "beoordeling is", "beoordelingen zijn")
        kader = matrix.kader.instellingen.kader
        dagen = self._dagen()
        boven = [
            ("Ronde", f"{say.ronde_in_woorden(matrix.ronde)} ({kader})"),
            ("Antwoorden", f"{gegeven} van {binnen} binnen{volledig}"),
            *self._in_regels("Wie nog niet", _wie_nog_niet(matrix)),
        ]
        onder = [("Sinds de besluiten", _sinds(matrix)), *_nog_open(matrix)]
        datum = xl_rowcol_to_cell(rij + len(boven) + len(onder) + 2, 1)
        status, verschillen = (_STATUS, self._status(datum)), (l.VERSCHILLEN, self._over(datum))
        regels = [boven[0], status, *boven[1:], verschillen, *onder]
        for naam, waarde in (*regels, *((label, dag) for label, (dag, _) in dagen.items())):
            op.blad.write_string(rij, 0, naam, vet)
            op.hoog(rij, hoogte([(naam, op.label * 1.05)]))
            if naam in dagen:
                zet(op.blad, rij, 1, waarde, invoercel(op.werkboek, DATUM))
                op.blad.write_string(rij, 2, dagen[naam][1], op.werkboek.opmaak(indent=1))
            else:
                zet(op.blad, rij, 1, waarde, op.gewoon)
            rij += 1
        return rij

    def _in_regels(self, naam: str, tekst: str) -> Iterator[tuple[str, object]]:
        """A text beside its name, in as many rows as it needs."""
        breedte = DATUMBREED + AANTAL * (self.op.kleur - 2)
        for regel in _regels(tekst, breedte):
            yield naam, regel
            naam = ""

    def _dagen(self) -> dict[str, tuple[Waarde, str]]:
        """The days of a BO, by their label, each with what it asks."""
        v, dagen = self.op.matrix.vastgelegd, dict[str, tuple[Waarde, str]]()
        zeg = self.op.matrix.kader.instellingen.zeg
        dagen[zeg(l.VASTGESTELD_IN)] = v.vastgesteld, zeg("de datum, zodra het BO alles vaststelt")
        kan = self.op.matrix.kader.instellingen.geen_bod and self.op.matrix.ronde.fase.sluit
        if kan or v.geen_bod:
            uitleg = "de datum, zodra het BO dat vaststelt"
            dagen[zeg(l.GEEN_BOD)] = v.geen_bod, zeg(uitleg)
        return dagen

    def _over(self, datum: str) -> object:
        """What the AO still has to discuss; once all is set, what it left."""
        matrix = self.op.matrix
        van = sum(bool(r.verschillen) for r in matrix.rijen)
        if not van:
            return "geen"
        nog = sum(bool(r.open_verschillen) for r in matrix.rijen)
        wat = say.aantal(van, "indicator", "indicatoren")
        klaar = f"over {wat}; alle besproken of besloten"
        zonder = self.op.matrix.kader.instellingen.zeg("zonder afspraak in het AO")
        zolang, daarna = f" van {wat} nog te bespreken", f" van {wat} {zonder}"
        zegt = daarna if matrix.vastgelegd.vastgesteld else zolang
        bereik = self.op.vel.op(l.MONITORINGSTABEL).bereik(l.VERSCHIL)
        geteld = f'COUNTIF({bereik},"{l.VERSCHIL}")'
        return Formule(
            f'IF({geteld}=0,"{klaar}",{geteld}&IF(TRIM({datum})="","{zolang}","{daarna}"))',
            f"{nog}{zegt}" if nog else klaar,
        )

    def _status(self, datum: str) -> Formule:
        besluiten = self.op.vel.op(l.BESLUITENLIJST).bereik(l.BESLUIT)
        geteld = "+".join(f'COUNTIF({besluiten},"{b}")' for b in self.op.licht)
        besloten = sum(b.kleur in self.op.licht.kleuren for b in self.op.matrix.besluiten.values())
        staart = f" van de {len(self.op.matrix.kader.afspraken)} afspraken besloten"
        bo = self.op.matrix.kader.instellingen.zeg("het BO")
        stand = "vastgesteld" if self.op.matrix.vastgelegd.vastgesteld else "concept"
        return Formule(
            f'IF(TRIM({datum})="","concept","vastgesteld")'
            f'&"; {bo} heeft over "&({geteld})&"{staart}"',
            f"{stand}; {bo} heeft over {besloten}{staart}",
        )


def _tellingen(op: Bladzijde, rij: int) -> int:
    """Afspraken per thema and colour, counted live in the table."""
    matrix, afspraken = op.matrix, op.matrix.kader.afspraken
    woorden = [*op.woorden, say.niet_in(matrix.ronde.jaar)]
    koppen = [THEMATABEL, *woorden, GEEN_KLEUR, "Totaal"]
    for kolom, kop in enumerate(koppen):
        op.blad.write_string(rij, kolom, kop, op.werkboek.kop())
    met_teken = (f"● {kop}" if kop in op.woorden else kop for kop in koppen[1:])
    op.hoog(rij, hoogte((kop, AANTAL * 1.05) for kop in met_teken))
    tabel = op.vel.op(l.MONITORINGSTABEL)
    van_thema, telt, kleur = (tabel.bereik(k) for k in ("Thema", l.TELT, l.VOORTGANG))
    geteld: list[list[int]] = []
    for regel, thema in enumerate(alle_themas(matrix), rij + 1):
        eigen = [woord_van(matrix, a.nummer) for a in afspraken if a.thema == thema]
        aantallen = [*map(eigen.count, woorden)]
        geteld.append([*aantallen, len(eigen) - sum(aantallen), len(eigen)])
        # A name that begins with = or > is no comparison.
        van = f'{van_thema},"="&$A{regel + 1}'
        formules = [f'COUNTIFS({van},{kleur},"{woord}",{telt},1)' for woord in woorden]
        alles = f"COUNTIFS({van},{telt},1)"
        met_kleur = f"SUM({xl_range(regel, 1, regel, len(woorden))})"
        formules += [f"{alles}-{met_kleur}", alles]
        zet(op.blad, regel, 0, thema, op.werkboek.cel())
        op.hoog(regel, hoogte([(thema, op.label)]))
        for kolom, formule in enumerate(map(Formule, formules, geteld[-1]), 1):
            zet(op.blad, regel, kolom, formule, op.midden)
    onder = rij + 1 + len(geteld)
    schrijf(op.blad, onder, 0, "Totaal", op.werkboek.cel(bold=True))
    for kolom in range(1, len(koppen)):
        som = sum(aantallen[kolom - 1] for aantallen in geteld)
        letter = xl_col_to_name(kolom)
        formule = Formule(f"SUM({letter}{rij + 2}:{letter}{onder})", som)
        zet(op.blad, onder, kolom, formule, op.werkboek.cel(align="center", bold=True))
    bereik = xl_range(rij, 1, rij, len(op.woorden))
    op.werkboek.kleur_woorden(op.blad, bereik, op.woorden)
    return onder + 1


def _aandacht(op: Bladzijde, rij: int) -> int:
    """Every afspraak that asks attention, live, the gravest first: its colour, why, who acts.

    Behind the last one a line ends the list; what is free after that is not seen.
    """
    rooster, matrix = op.vel.op(l.FOCUSPUNTEN), op.matrix
    kop = f"{schrijf_opsomming([*map(str, op.licht.focus)])}: waar het aandacht vraagt"
    op.balk(rij, {0: kop, op.kleur: "Kleur", op.laatste: "Hoe lang, waarom en wie"})
    regels = [
        (a.titel, woord_van(matrix, a.nummer), waarom_van(matrix, a.nummer))
        for a in op_urgentie(matrix)
        if matrix.is_focuspunt(a.nummer)
    ]
    plaatsen = min(max(_MINSTE, len(regels) + _RUIMTE), len(op.matrix.kader.afspraken))
    volgnummers = rooster.bereik("Volgnummer")
    kolommen = [rooster.bereik(kolom) for kolom in _LIVE]
    geteld = f'COUNTIF({rooster.bereik(l.FOCUSPUNT)},"{l.FOCUSPUNT}")'
    staart = f"; meer erover staat op het blad {l.FOCUSPUNTEN}"
    samen = f"Samen {say.aantal(len(regels), 'focuspunt', 'focuspunten')}{staart}"
    woord = f'IF({geteld}=1," focuspunt"," focuspunten")'

    def slot(als: str) -> str:
        return f'IF({geteld}{als},"Samen "&{geteld}&{woord}&"{staart}","–")'

    for n, regel in enumerate([*regels, (samen, "–", "–"), *[("–",) * 3] * plaatsen][:plaatsen], 1):
        plaats = f"MATCH({n},{volgnummers},0)"
        anders = (slot(f"={n - 1}"), '"–"', '"–"')
        formules = [
            f"IFERROR(INDEX({k},{plaats}),{a})" for k, a in zip(kolommen, anders, strict=True)
        ]
        op.regel(rij + n, *map(Formule, formules, regel))
        op.hoog(rij + n, hoogte([(regel[-1], WAAROM)]))
    onder = rij + 1 + plaatsen
    vol = Formule(slot(f">={plaatsen}"), samen if len(regels) >= plaatsen else "–")
    zet(op.blad, onder, 0, vol, op.gewoon)
    op.kleur_woorden(rij + 1, onder - 1, op.kleur, op.woorden)
    op.verberg(rij + 1, onder, "–")
    if not op.past_tot(onder + 1):
        op.vervolg(rij, kop)
    return onder + 1


def _veranderd(op: Bladzijde, rij: int, hoogstens: int = 99) -> int:
    """The afspraken whose word is another than in the ronde before, which is named."""
    vorige = _vorige(op.matrix)
    wanneer = say.naam_van(vorige) if vorige else "vorige ronde"
    op.balk(rij, {0: f"Veranderd sinds de {wanneer}", op.kleur: "Vorige", op.laatste: "Nu"})
    regels = _veranderingen(op.matrix, vorige)
    getoond = regels if len(regels) <= hoogstens else regels[: hoogstens - 1]
    for nummer, (titel, toen, nu) in enumerate(getoond, rij + 1):
        op.regel(nummer, titel, toen, nu)
    onder = rij + 1 + len(getoond)
    if getoond:
        woorden = [*op.matrix.alle_kleuren, l.NIET_INGEVULD]
        for kolom in (op.kleur, op.laatste):
            op.kleur_woorden(rij + 1, onder - 1, kolom, woorden)
    rest = len(regels) - len(getoond)
    slot = "" if regels else "Niets." if vorige else "Er is nog geen vorige ronde."
    if tekst := f"en nog {rest}" if rest else slot:
        schrijf(op.blad, onder, 0, tekst, op.gewoon)
    return onder + bool(tekst)


def _respons(op: Bladzijde, rij: int) -> int:
    """Who answered, and how complete."""
    op.balk(rij, {0: "Respons", op.kleur: "Ontvangen", op.laatste: "Compleet"})
    for r in respons_van(op.matrix):
        rij += 1
        ontvangen = "ja" if r.ontvangen else "nog niet"
        op.regel(rij, r.partij, ontvangen, f"{r.compleet} van {r.gevraagd}")
    return rij + 1


def _kenmerk(op: Bladzijde, rij: int) -> int:
    op.blad.write_string(rij, 0, l.MATRIXKENMERK, op.vet)
    kenmerk = matrixkenmerk(op.matrix.kader, op.matrix.ronde)
    op.blad.write_string(rij, 1, kenmerk, op.gewoon)
    return rij + 1


def _doelen(op: Bladzijde, rij: int, tot: int) -> None:
    """Beside the counts how the doelen in numbers stand, in words: an oordeel is no colour."""
    matrix = op.matrix
    standen = [(code, s) for code in matrix.terugblik.doelen for s in doelen_van(matrix, code)]
    geteld = Counter(s.oordeel for _, s in standen)
    samen = schrijf_opsomming([f"{geteld[o]} {o}" for o in Oordeel if geteld[o]])
    slot = f"Alle doelen: {samen} (blad {l.MONITORINGSTABEL}, {l.DOEL_GEHAALD})"
    zinnen = [zin for code, s in standen if (zin := _doel(op, code, s))]
    blokken = [list(_regels(zin, WAAROM - 2)) for zin in (*zinnen, *([slot] * bool(standen)))]
    *blokken, laatste = blokken or [[]]
    regels: list[str] = []
    for blok in blokken:
        if len(regels) + len(blok) + len(laatste) <= tot - rij:
            regels += blok
    for nummer, regel in enumerate((*regels, *laatste), rij):
        schrijf(op.blad, nummer, op.laatste, regel, op.werkboek.opmaak(indent=1))


def _doel(op: Bladzijde, code: str, s: Doelstand) -> str:
    if not s.doel.in_getallen:
        return ""
    kader = op.matrix.kader
    naam = naam_van_partij(kader, s.doel.partij)
    zin = doel_als_zin(replace(s.doel, omschrijving=""), maat_van(kader, s.doel), naam)
    indicator = next(i for i in kader.indicatoren if i.code == code)
    titel = next(a.titel for a in kader.afspraken if a.nummer == indicator.afspraak)
    over = titel if len(titel) <= _KORTE_TITEL else f"Afspraak {indicator.afspraak}"
    return f"{over}, {zin} – {s.in_woorden}"


def _grafiek(op: Bladzijde, meter: Meter, grafiek: Any, rij: int, tot: int) -> int:
    """In the last column, the first one on the page; gives the row below it."""
    naast = sum(op.hoogtes.get(r, _LAAG) for r in range(rij, tot)) * 4 / 3
    hoog = int(naast) - 4 if rij == 1 else _GRAFIEK_HOOG
    begin = op.matrix.kader.looptijd[0]
    grafiek.set_size({"width": GRAFIEK_BREED, "height": hoog})
    erbij = {"description": meter_in_woorden(meter, begin), "object_position": 1}
    op.blad.insert_chart(rij, op.laatste, grafiek, {"x_offset": 2, **erbij})
    return 0 if rij == 1 else rij + _GRAFIEK_HOOG // 20 + 1


def schrijf_wijzers(vel: Vel, bladen: Iterable[str]) -> None:
    """Beside the page a link to each sheet."""
    kolom = len(vel.woorden) + 6
    link = vel.werkboek.opmaak(font_color=DONKERGROEN, underline=1)
    vel.blad.write_string(1, kolom, "Ga naar", vel.werkboek.opmaak(bold=True))
    for rij, naam in enumerate(bladen, 2):
        vel.blad.write_url(rij, kolom, f"internal:'{naam}'!A1", link, naam)
        vel.blad.write_string(rij, kolom, naam, link)


def _regels(tekst: str, breedte: float) -> Iterator[str]:
    """A text in lines that stand in a column, or in the empty ones beside it."""
    while tekst:
        regel, tekst = begin_van(tekst, breedte, 1)
        yield regel.removesuffix(" …") if tekst else regel


def _wie_nog_niet(matrix: Matrix) -> str:
    """Who sent nothing, and who is not complete."""
    wie = [
        f"{r.partij} ({f'{r.compleet} van {r.gevraagd}' if r.ontvangen else 'niets ontvangen'})"
        for r in respons_van(matrix)
        if r.compleet < r.gevraagd
    ]
    return schrijf_opsomming(wie) or "iedereen is compleet"


def _nog_open(matrix: Matrix) -> list[tuple[str, str]]:
    """What the agreement leaves open, and what was asked and did not come: whose, and where."""
    vragen = sum(not vraag.antwoord for vraag in matrix.kader.vragen)
    weg = say.aantal(len(ontbrekend(matrix).rijen), "antwoord", "antwoorden")
    ao = matrix.kader.instellingen.zeg("het AO")
    over = f"{vragen} over de overeenkomst zelf, voor {ao} (sjabloon, blad {l.VRAGEN})"
    van = f"{weg} van partijen; wie en wat staat op het blad {l.ONTBREKEND}"
    return [("Open vragen", over if vragen else "geen"), ("Ontbreekt nog", van)]


def _sinds(matrix: Matrix) -> str:
    """How many answers changed under a besluit: what the BO may want to look at again."""
    aantal = sum(b.code == catalogue.BESLUIT_ACHTERHAALD.code for b in matrix.bevindingen)
    if not aantal:
        return "niets veranderd"
    return f"{say.aantal(aantal, 'antwoord is', 'antwoorden zijn')} veranderd (blad {l.GRONDSLAG})"


def _vorige(matrix: Matrix) -> Ronde | None:
    """The last ronde before this one that was held, a tussenstand or an evaluatie."""
    punten = (p for t in matrix.terugblik.trends.values() for p in t.punten)
    return max((p.ronde for p in punten if p.kleur and p.ronde < matrix.ronde), default=None)


def _veranderingen(matrix: Matrix, vorige: Ronde | None) -> list[tuple[str, str, str]]:
    regels: list[tuple[str, str, str]] = []
    for afspraak in matrix.kader.afspraken:
        trend = matrix.terugblik.trends.get(afspraak.nummer)
        toen = next((p.kleur for p in trend.punten if p.ronde == vorige), "") if trend else ""
        nu = matrix.woord(afspraak.nummer)
        if toen and nu and toen != nu:
            regels.append((afspraak.titel, toen, nu))
    return regels
