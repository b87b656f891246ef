"""The sheet Monitoringstabel of the matrix: the printed table first, then who said what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from xlsxwriter.utility import xl_range

from ...core import labels as l
from ...core import phrases as say
from ...core.answers import Waarde
from ...core.kader import Afspraak, Indicator
from ...core.outcome import Besluit, Matrixrij
from ...core.phrases import doel_in_woorden
from ...core.values import dagnummer
from ...writing.grid import DATUM, EERSTE, KOPREGEL, Formule, invoercel, zet
from ...writing.workbook import Werkboek, druk_af_op_a4, hoogte
from ..words import inbreng_in_woorden, toelichting_van, voorstel_van, woord_van
from .layout import Vel
from .spelling import gelezen_als

_GEMETEN = (*l.GEDRUKTE_KOLOMMEN[1:5], "Toelichting", "Doel", "Stand", l.BESLUIT_REDEN, l.NOTITIE)


def schrijf_monitoringstabel(vel: Vel) -> None:
    """One row an indicator, in printed order; the inactive ones are there as well."""
    werkboek, blad, rooster = vel.werkboek, vel.blad, vel.rooster
    cel = werkboek.cel()
    for nummer, kolom in enumerate(rooster.kolommen):
        blad.write_string(KOPREGEL, nummer, kolom.titel, werkboek.kop())
        blad.set_column(nummer, nummer, kolom.breedte)
    breed = {k.titel: k.breedte for k in rooster.kolommen}
    rijen = _rijen(vel)
    for rij in rijen:
        cellen = rij.cellen()
        for naam, waarde in cellen.items():
            opmaak = rij.eigen_opmaak(werkboek, naam) or cel
            zet(blad, rij.nummer, rooster.plaats(naam), waarde, opmaak)
        gemeten = cellen | {l.BESLUIT_REDEN: rij.besluit.reden}
        maten = [(str(gemeten.get(naam) or ""), breed[naam]) for naam in _GEMETEN]
        blad.set_row(rij.nummer, hoogte(maten))
    _maak_levend(vel, [rij.nummer for rij in rijen if rij.is_eerste])
    _richt_in(vel)


def _maak_levend(vel: Vel, besluitrijen: Iterable[int]) -> None:
    rooster, woorden = vel.rooster, [*vel.woorden, l.VERSCHIL]
    voortgang, besluit = (rooster.plaats(k) for k in (l.VOORTGANG, l.BESLUIT))
    for van, tot in ((voortgang, voortgang), (rooster.plaats("Stand") + 1, besluit)):
        bereik = xl_range(EERSTE, van, rooster.laatste, tot)
        vel.werkboek.kleur_woorden(vel.blad, bereik, woorden)
    for rij in besluitrijen:
        vel.kies(l.BESLUIT, vel.matrix.kader.stoplicht.kleuren, rij)


def _richt_in(vel: Vel) -> None:
    blad, rooster = vel.blad, vel.rooster
    blad.set_row(KOPREGEL, 32)
    blad.freeze_panes(EERSTE, 3)
    blad.autofilter(KOPREGEL, 0, rooster.laatste, len(rooster.kolommen) - 1)
    blad.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    druk_af_op_a4(blad, herhaal=KOPREGEL)
    # A new page on paper where another thema begins.
    thema_van = {a.nummer: a.thema for a in vel.matrix.kader.afspraken}
    themas = [thema_van[i.afspraak] for i in vel.matrix.kader.indicatoren]
    grenzen = [EERSTE + n for n, (een, ander) in enumerate(pairwise(themas), 1) if een != ander]
    blad.set_h_pagebreaks(grenzen)
    # On paper the seven columns as they are printed; all the others are for the screen.
    blad.print_area(0, 0, rooster.laatste, len(l.GEDRUKTE_KOLOMMEN) - 1)


def _rijen(vel: Vel) -> list[_Rij]:
    """A row an indicator. Of each afspraak one row is counted: the first that is in this ronde."""
    rijen = {r.indicator.code: r for r in vel.matrix.rijen}
    indicatoren = vel.matrix.kader.indicatoren
    achterwaarts = indicatoren[::-1]
    eerste = {i.afspraak: i.code for i in achterwaarts}
    telt = eerste | {i.afspraak: i.code for i in achterwaarts if i.code in rijen and not i.open}
    return [
        _Rij(vel, nummer, i, rijen.get(i.code), eerste[i.afspraak], telt[i.afspraak] == i.code)
        for nummer, i in enumerate(indicatoren, EERSTE)
    ]


@dataclass(frozen=True, slots=True)
class _Rij:
    """One row of the sheet; `matrixrij` is None for an indicator that is not in this ronde.

    The besluit is filled in on the row of the first indicator of an afspraak, which is `eerste`;
    the others point to it.
    """

    vel: Vel
    nummer: int
    indicator: Indicator
    matrixrij: Matrixrij | None
    eerste: str
    telt: bool

    @property
    def is_eerste(self) -> bool:
        return self.indicator.code == self.eerste

    @property
    def besluit(self) -> Besluit:
        nummer = self.indicator.afspraak
        return self.vel.matrix.besluiten.get(nummer, Besluit(nummer))

    def cellen(self) -> dict[str, object]:
        """What stands in each column, by its header."""
        matrix, indicator, rij = self.vel.matrix, self.indicator, self.matrixrij
        inbreng = rij.inbreng if rij else {}
        gedrukt = zip(l.GEDRUKTE_KOLOMMEN[:5], indicator.gedrukt, strict=False)
        return {
            **{naam: tekst or "(niet gedrukt)" for naam, tekst in gedrukt},
            "Toelichting": (toelichting_van(matrix, rij) if rij else "") or "–",
            l.CODE: indicator.code,
            "Doel": doel_in_woorden(matrix.kader, indicator.code, matrix.ronde.jaar) or "–",
            "Stand": (rij.stand if rij else "") or "–",
            l.NR: indicator.afspraak,
            l.NOTITIE: matrix.vastgelegd.notities.get(indicator.code, ""),
            **{p.naam: inbreng_in_woorden(rij, p.code) for p in self.vel.indeling.partijen},
            "Antwoorden": f"{rij.gegeven} van {len(inbreng)}" if rij and inbreng else "–",
            l.VERSCHIL: self._verschil(),
            l.AFGESPROKEN: self._afgesproken(),
            l.VOORSTEL_INDICATOR: self._voorstel(),
            l.BESLUIT: self.besluit.kleur if self.is_eerste else f"zie {self.eerste}",
            l.BESLUIT_REDEN: self.besluit.reden if self.is_eerste else "–",
            l.DATUM_BO: self.besluit.datum if self.is_eerste else "–",
            l.VOORSTEL_AFSPRAAK: self._voorstel_afspraak(),
            l.TELT: int(self.telt),
            l.VOORTGANG: self._voortgang(),
        }

    def eigen_opmaak(self, werkboek: Werkboek, kolom: str) -> object:
        """How a cell looks that does not look like the others."""
        besluit = (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
        if kolom == l.NOTITIE or (self.is_eerste and kolom in besluit):
            return invoercel(werkboek, DATUM if kolom == l.DATUM_BO else "@")
        notatie = self._notatie_afgesproken() if kolom == l.AFGESPROKEN else ""
        return werkboek.cel(num_format=notatie) if notatie else None

    def _verschil(self) -> object:
        """`Verschil` until every difference of the row is settled, live."""
        if self.matrixrij is None or not self.matrixrij.verschillen:
            return "–"
        cellen = [self._besluit_ao(v.code) for v in self.matrixrij.verschillen]
        leeg = ",".join(f'TRIM({cel})=""' for cel in cellen)
        uitkomst = l.VERSCHIL if self.matrixrij.open_verschillen else l.BESPROKEN
        return Formule(f'IF(OR({leeg}),"{l.VERSCHIL}","{l.BESPROKEN}")', uitkomst)

    def _besluit_ao(self, code: str) -> str:
        return self.vel.op(l.VERSCHILLEN).zoek(l.BESLUIT_AO, l.CODE, code)

    @property
    def _verschilcodes(self) -> list[str]:
        """What of this row stands on Verschillen."""
        if self.matrixrij is None:
            return []
        meetwaarden = self.vel.matrix.kader.meetwaarden_van(self.indicator.code)
        eigen = [self.indicator.code, *(m.code for m in meetwaarden)]
        return [c for c in eigen if c in self.vel.indeling.verschilcodes]

    def _afgesproken(self) -> object:
        """What the AO settled on Verschillen; the value of one thing, `Besproken` for more."""
        codes = self._verschilcodes
        if not codes:
            return "–"
        afspraken = self.vel.matrix.vastgelegd.afgesproken
        waarden = [afspraken[c].waarde if c in afspraken else None for c in codes]
        if len(codes) > 1:
            geteld = "+".join(f'(TRIM({self._besluit_ao(c)})<>"")' for c in codes)
            van = f" van {len(codes)} afgesproken"
            gezegd = sum(waarde not in (None, "") for waarde in waarden)
            return Formule(f'({geteld})&"{van}"', f"{gezegd}{van}")
        cel = self._besluit_ao(codes[0])
        return Formule(f'IF(TRIM({cel})="","–",{cel})', _opgeslagen(waarden[0]))

    def _notatie_afgesproken(self) -> str:
        """The number format of the one thing that differs, if a bare number does not say it."""
        codes = self._verschilcodes
        meetwaarden = self.vel.matrix.kader.meetwaarden_van(self.indicator.code)
        soort = next((m.soort for m in meetwaarden if [m.code] == codes), None)
        return soort.notatie if soort and soort.vraagt_notatie else ""

    def _voorstel(self) -> object:
        """What the AO settled, else what the rule proposes."""
        code, rij = self.indicator.code, None if self.indicator.open else self.matrixrij
        if rij is None or code not in self._verschilcodes:
            return voorstel_van(self.vel.matrix, self.indicator, rij)
        anders = f'"{rij.volgens_regel or l.NIET_INGEVULD}"'
        formule = gelezen_als(self._besluit_ao(code), self.vel.matrix.kader.stoplicht, anders)
        return Formule(formule, str(rij.voorstel or l.NIET_INGEVULD))

    def _voorstel_afspraak(self) -> object:
        """The rule of chapter 8 as kaderxl reads it, live over the indicatoren of the afspraak."""
        nummer, licht = self.indicator.afspraak, self.vel.matrix.kader.stoplicht
        if not self.vel.matrix.actief(nummer):
            return say.niet_in(self.vel.matrix.ronde.jaar)
        nummers, kleuren = (self.vel.rooster.bereik(k) for k in (l.NR, l.VOORSTEL_INDICATOR))
        als_alle = [b for b in licht.op_voorzichtigheid if b.bijzonder]
        formule = f'"{l.NIET_INGEVULD}"'
        for woord in reversed((*licht.voortgang, l.NIET_INGEVULD, *als_alle)):
            geteld = f'COUNTIFS({nummers},{nummer},{kleuren},"{woord}")'
            formule = f'IF({geteld}>0,"{woord}",{formule})'
        return Formule(formule, str(self.vel.matrix.voorstellen.get(nummer) or l.NIET_INGEVULD))

    def _voortgang(self) -> object:
        """The besluit where there is one, else the voorstel; an inactive row says so."""
        nummer, rooster = self.indicator.afspraak, self.vel.rooster
        stil = self.indicator.open or self.matrixrij is None
        if stil and self.vel.matrix.actief(nummer):
            return voorstel_van(self.vel.matrix, self.indicator, None)
        # Found by code, so that sorting the table pairs no row with another's besluit.
        besluit = rooster.zoek(l.BESLUIT, l.CODE, self.eerste)
        voorstel = rooster.cel(self.nummer, l.VOORSTEL_AFSPRAAK)
        gelezen = gelezen_als(besluit, self.vel.matrix.kader.stoplicht, besluit)
        formule = f'IF(TRIM({besluit})="",{voorstel},{gelezen})'
        return Formule(formule, woord_van(self.vel.matrix, nummer))


def _opgeslagen(waarde: Waarde) -> str | int | float:
    """What a formula cell holds for a value: a date as its day number."""
    if isinstance(waarde, date):
        return int(dagnummer(waarde))
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return "–" if waarde is None or waarde == "" else waarde


def voortgang_van(vel: Vel, afspraak: Afspraak) -> Formule:
    """For another sheet: the live word of an afspraak, found by its first active indicator."""
    matrix = vel.matrix
    eigen = [i for i in matrix.kader.indicatoren if i.afspraak == afspraak.nummer]
    actief = {r.indicator.code for r in matrix.rijen if not r.indicator.open}
    code = next((i.code for i in eigen if i.code in actief), eigen[0].code)
    zoek = vel.op(l.MONITORINGSTABEL).zoek(l.VOORTGANG, l.CODE, code)
    return Formule(zoek, woord_van(matrix, afspraak.nummer))
