"""The sheet Monitoringstabel of the matrix: the printed table first, then who said what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range

from ...core import labels as l, phrases as say
from ...core.answers import Waarde
from ...core.kader import Afspraak, Indicator, Kader
from ...core.numbering import Nummer
from ...core.outcome import Besluit, Matrix, Matrixrij
from ...core.targets import doel_in_woorden
from ...core.traffic_light import Stoplicht
from ...core.values import dagnummer
from ...writing.grid import (
    DATUM,
    EERSTE,
    KOPREGEL,
    Formule,
    als_formule,
    in_tekst,
    invoercel,
    is_een_van,
    zet,
    zoom_voor,
)
from ...writing.measures import druk_af_op_a4, hoogte, ingekort
from ..words import (
    IS_VOORSTEL,
    besluit_in_woorden,
    doelen_in_woorden,
    gezet_van,
    inbreng_in_woorden,
    is_besluit,
    toelichtingen_van,
    verschil_van,
    voorstel_van,
    woord_van,
)
from .layout import Vel
from .lists import delen_van
from .spelling import gelezen_als, geteld_bij

if TYPE_CHECKING:
    from ...writing.workbook import Werkboek

_GEMETEN = (
    *l.GEDRUKTE_KOLOMMEN, l.GEZET, l.DOEL, "Stand", l.DOEL_GEHAALD, l.BESLUIT_REDEN,
    l.NOTITIE,
)  # fmt: skip

_EIGEN = "deze indicator: "
_MAG = ("format_columns", "format_rows", "autofilter", "objects")
"""What people may do on the sheet, though it is protected: comments are objects."""


def schrijf_monitoringstabel(vel: Vel) -> None:
    """One row an indicator, in printed order; the inactive ones are there as well."""
    werkboek, blad, rooster = vel.werkboek, vel.blad, vel.rooster
    cel = werkboek.cel()
    for nummer, kolom in enumerate(rooster.kolommen):
        blad.write_string(KOPREGEL, nummer, kolom.kop, werkboek.kop())
        blad.set_column(nummer, nummer, kolom.breedte)
    breed = {k.titel: k.breedte for k in rooster.kolommen}
    for rij in _rijen(vel):
        cellen = rij.cellen()
        for naam, waarde in cellen.items():
            opmaak = rij.eigen_opmaak(werkboek, naam) or cel
            zet(blad, rij.nummer, rooster.plaats(naam), waarde, opmaak)
        voortgang = f"● {in_tekst(cellen[l.VOORTGANG])}"  # its symbol is in the number format
        gemeten = cellen | {l.VOORTGANG: voortgang}
        maten = [(in_tekst(gemeten[naam]), breed[naam]) for naam in _GEMETEN]
        blad.set_row(rij.nummer, hoogte(maten))
    _kleur(vel)
    _richt_in(vel)


def _kleur(vel: Vel) -> None:
    rooster, woorden = vel.rooster, [*vel.woorden, l.VERSCHIL]
    eerste, voorstel = (rooster.plaats(k) for k in (l.DOEL_GEHAALD, l.VOORSTEL_INDICATOR))
    bereik = xl_range(EERSTE, eerste + 1, rooster.laatste, voorstel)
    vel.werkboek.kleur_woorden(vel.blad, bereik, woorden)
    # What is of the whole afspraak is painted once, at the row that is counted for it.
    for kolom in (l.VOORTGANG, l.VOORSTEL_AFSPRAAK, l.BESLUIT):
        telt = f"{rooster.cel(EERSTE, l.TELT)}=1"
        bereik = rooster.bereik(kolom, met_blad=False)
        vel.werkboek.kleur_woorden(vel.blad, bereik, woorden, telt)


def _richt_in(vel: Vel) -> None:
    blad, rooster = vel.blad, vel.rooster
    blad.set_row(KOPREGEL, hoogte((k.titel, k.breedte * 0.9) for k in rooster.kolommen))
    blad.freeze_panes(EERSTE, 3)
    blad.set_zoom(zoom_voor(rooster.breedtes(l.GEZET)))
    blad.autofilter(KOPREGEL, 0, rooster.laatste, len(rooster.kolommen) - 1)
    blad.protect("", dict.fromkeys(_MAG, True))
    druk_af_op_a4(blad, herhaal=KOPREGEL)
    # A new page on paper where another thema begins.
    thema_van = {a.nummer: a.thema for a in vel.matrix.kader.afspraken}
    themas = [thema_van[i.afspraak] for i in vel.matrix.kader.indicatoren]
    grenzen = [EERSTE + n for n, (een, ander) in enumerate(pairwise(themas), 1) if een != ander]
    blad.set_h_pagebreaks(grenzen)
    # On paper the seven columns as they are printed, and whether the colour is a besluit; all the
    # others are for the screen.
    blad.print_area(0, 0, rooster.laatste, rooster.plaats(l.GEZET))


def _rijen(vel: Vel) -> list[_Rij]:
    """A row an indicator. Of each afspraak one row is counted: the first that is in this ronde."""
    rijen = {r.indicator.code: r for r in vel.matrix.rijen}
    indicatoren = vel.matrix.kader.indicatoren
    achterwaarts = indicatoren[::-1]
    telt = {i.afspraak: i.code for i in achterwaarts} | {
        i.afspraak: i.code for i in achterwaarts if i.code in rijen and not i.open
    }
    return [
        _Rij(vel, nummer, i, rijen.get(i.code), telt[i.afspraak] == i.code)
        for nummer, i in enumerate(indicatoren, EERSTE)
    ]


@dataclass(frozen=True, slots=True)
class _Rij:
    """One row of the sheet; `matrixrij` is None for an indicator that is not in this ronde."""

    vel: Vel
    nummer: int
    indicator: Indicator
    matrixrij: Matrixrij | None
    telt: bool

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
            l.TOELICHTING: self._passend(toelichtingen_van, l.TOELICHTING),
            l.CODE: indicator.code,
            l.DOEL: doel_in_woorden(matrix.kader, indicator.code, matrix.ronde.jaar) or "–",
            "Stand": self._passend(delen_van, "Stand"),
            l.DOEL_GEHAALD: doelen_in_woorden(matrix, indicator.code) or "–",
            l.NR: indicator.afspraak,
            l.NOTITIE: matrix.vastgelegd.notities.get(indicator.code, ""),
            **{p.naam: inbreng_in_woorden(rij, p.code) for p in self.vel.indeling.partijen},
            "Antwoorden": f"{rij.gegeven} van {len(inbreng)}" if rij and inbreng else "–",
            l.VERSCHIL: self._verschil(),
            l.AFGESPROKEN: self._afgesproken(),
            l.VOORSTEL_INDICATOR: self._voorstel(),
            l.BESLUIT: self._van_het_bo(l.BESLUIT, self.besluit.kleur),
            l.BESLUIT_REDEN: self._van_het_bo(l.BESLUIT_REDEN, self.besluit.reden),
            l.DATUM_BO: self._van_het_bo(l.DATUM_BO, self.besluit.datum),
            l.VOORSTEL_AFSPRAAK: _voorstel_afspraak(self.vel, self.indicator.afspraak),
            l.TELT: int(self.telt),
            l.VOORTGANG: self._voortgang(),
            l.GEZET: self._gezet(),
        }

    def eigen_opmaak(self, werkboek: Werkboek, kolom: str) -> object:
        """How a cell looks that does not look like the others."""
        if kolom == l.NOTITIE:
            return invoercel(werkboek)
        if kolom == l.DATUM_BO:
            return werkboek.cel(num_format=DATUM)
        codes = self._verschilcodes if kolom == l.AFGESPROKEN else []
        notatie = _notatie(self.vel.matrix.kader, codes)
        return werkboek.cel(num_format=notatie) if notatie else None

    def _passend(self, in_woorden: Callable[[Matrix, Matrixrij], list[str]], kolom: str) -> str:
        """What a row has room for; the rest stands on Toelichtingen."""
        teksten = in_woorden(self.vel.matrix, self.matrixrij) if self.matrixrij else []
        breedte = self.vel.rooster.kolommen[self.vel.rooster.plaats(kolom)].breedte
        return ingekort(teksten, breedte, l.LEES_VERDER.format(self.indicator.code)) or "–"

    def _van_het_bo(self, kolom: str, waarde: Waarde) -> Formule:
        """What is filled in on the Besluitenlijst, which is where the BO decides."""
        cel = self.vel.op(l.BESLUITENLIJST).zoek(kolom, l.NR, self.indicator.afspraak)
        return Formule(f'IF(TRIM({cel})="","–",{cel})', _opgeslagen(waarde))

    def _verschil(self) -> object:
        """`Verschil` until every difference of the row is settled, live: by the AO, or where it is
        about the colour by what the BO decided."""
        rij = self.matrixrij
        if rij is None or not rij.verschillen:
            return "–"
        besluit = f"TRIM({self.vel.rooster.cel(self.nummer, l.BESLUIT)})"
        besloten = is_een_van(besluit, self.vel.matrix.kader.stoplicht)
        leeg = {v.code: f'TRIM({_besluit_ao(self.vel, v.code)})=""' for v in rij.verschillen}
        kleur, formule = leeg.pop(self.indicator.code, ""), f'"{l.BESPROKEN}"'
        if kleur:
            besloot = self.vel.matrix.kader.instellingen.zeg(l.BO_BESLOOT)
            zonder = f'IF({besloten},"{besloot}","{l.VERSCHIL}")'
            formule = f"IF({kleur},{zonder},{formule})"
        if leeg:
            formule = f'IF(OR({",".join(leeg.values())}),"{l.VERSCHIL}",{formule})'
        return Formule(formule, verschil_van(self.vel.matrix, rij))

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
            geteld = "+".join(f'(TRIM({_besluit_ao(self.vel, c)})<>"")' for c in codes)
            van = f" van {len(codes)} afgesproken"
            gezegd = sum(waarde not in (None, "") for waarde in waarden)
            return Formule(f'({geteld})&"{van}"', f"{gezegd}{van}")
        cel = _besluit_ao(self.vel, codes[0])
        return Formule(f'IF(TRIM({cel})="","–",{cel})', _opgeslagen(waarden[0]))

    def _voorstel(self) -> object:
        """What the AO settled, else what the rule proposes."""
        code, rij = self.indicator.code, None if self.indicator.open else self.matrixrij
        if rij is None or code not in self._verschilcodes:
            return voorstel_van(self.vel.matrix, self.indicator, rij)
        anders = f'"{rij.volgens_regel or l.NIET_INGEVULD}"'
        formule = gelezen_als(_besluit_ao(self.vel, code), self.vel.matrix.kader.stoplicht, anders)
        return Formule(formule, str(rij.voorstel or l.NIET_INGEVULD))

    def _voortgang(self) -> object:
        """The besluit where there is one, else the voorstel; an inactive row says so.

        It is the colour of the afspraak: on its other rows with that word.
        """
        matrix, nummer, rooster = self.vel.matrix, self.indicator.afspraak, self.vel.rooster
        if self._is_stil:
            return voorstel_van(matrix, self.indicator, None)
        besluit, voorstel = (rooster.cel(self.nummer, k) for k in (l.BESLUIT, l.VOORSTEL_AFSPRAAK))
        gelezen = gelezen_als(besluit, matrix.kader.stoplicht, besluit)
        formule, woord = f'IF(TRIM({besluit})="–",{voorstel},{gelezen})', woord_van(matrix, nummer)
        if self.telt or not matrix.actief(nummer):
            return Formule(formule, woord)
        voor = "afspraak: "
        return Formule(f'"{voor}"&{formule}', f"{voor}{woord}")

    @property
    def _is_stil(self) -> bool:
        """Whether nothing of this row is asked while its afspraak is."""
        stil = self.indicator.open or self.matrixrij is None
        return stil and self.vel.matrix.actief(self.indicator.afspraak)

    def _gezet(self) -> object:
        """Whether the BO set the colour, when and why; the reasons of the partijen are not its.

        Of an afspraak with more indicatoren also the colour of each, which nobody decides on.
        """
        if self._is_stil:
            return "–"
        gezet = self._gezet_van_afspraak()
        actief = [r.indicator.afspraak for r in self.vel.matrix.rijen if not r.indicator.open]
        if self.matrixrij is None or actief.count(self.indicator.afspraak) < 2:
            return gezet
        cel = self.vel.rooster.cel(self.nummer, l.VOORSTEL_INDICATOR)
        eigen = Formule(f'"{_EIGEN}"&{cel}', f"{_EIGEN}{in_tekst(self._voorstel())}")
        if not self.telt:
            return eigen
        formule = f'IF({gezet.formule}="–","",{gezet.formule}&"; ")&{eigen.formule}'
        voor = "" if gezet.uitkomst == "–" else f"{gezet.uitkomst}; "
        return Formule(formule, f"{voor}{eigen.uitkomst}")

    def _gezet_van_afspraak(self) -> Formule:
        matrix, nummer, rooster = self.vel.matrix, self.indicator.afspraak, self.vel.rooster
        besluit, reden, datum = (
            rooster.cel(self.nummer, kolom) for kolom in (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
        )
        kleur = rooster.cel(self.nummer, l.VOORTGANG)
        woorden = reden_als_formule(matrix.kader.stoplicht, kleur, reden, "{letter} – {woorden}")
        dag = f'DAY({datum})&"-"&MONTH({datum})&"-"&YEAR({datum})'
        op = f'IF(TRIM({datum})="–",""," "&IF(ISNUMBER({datum}),{dag},TRIM({datum})))'
        om = f'IF(TRIM({reden})="–","","; reden: "&{woorden})'
        formule = f'IF(TRIM({besluit})="–",{_zonder_besluit(kleur, matrix, nummer)},'
        formule += f'"{is_besluit(matrix)}"&{op}&{om})'
        return Formule(formule, besluit_in_woorden(matrix, nummer))


def _besluit_ao(vel: Vel, code: str) -> str:
    return vel.op(l.VERSCHILLEN).zoek(l.BESLUIT_AO, l.CODE, code)


def reden_als_formule(licht: Stoplicht, kleur: str, reden: str, vorm: str) -> str:
    """A formula: the reason in a cell, of which a letter is put in the words of its colour."""
    formule = f"TRIM({reden})"
    for k in licht:
        for letter, woorden in k.redenen.items():
            vormen = map(als_formule, (letter, f"{letter} – {woorden}".lower()))
            zo_gezegd = ",".join(f"LOWER(TRIM({reden}))={vorm_}" for vorm_ in vormen)
            is_deze = f'AND({kleur}="{k}",OR({zo_gezegd}))'
            tekst = als_formule(vorm.format(letter=letter, woorden=woorden))
            formule = f"IF({is_deze},{tekst},{formule})"
    return formule


def _notatie(kader: Kader, codes: Sequence[str]) -> str:
    """The number format of the one thing that differs, if a bare number does not say it."""
    soort = next((m.soort for m in kader.meetwaarden if [m.code] == codes), None)
    return soort.notatie if soort and soort.vraagt_notatie else ""


def _voorstel_afspraak(vel: Vel, nummer: Nummer) -> object:
    """The rule of chapter 8 as kaderxl reads it, live over the indicatoren of the afspraak."""
    matrix, licht = vel.matrix, vel.matrix.kader.stoplicht
    if not matrix.actief(nummer):
        return say.niet_in(matrix.ronde.jaar)
    nummers, kleuren = (vel.rooster.bereik(k) for k in (l.NR, l.VOORSTEL_INDICATOR))
    als_alle = [b for b in licht.op_voorzichtigheid if b.bijzonder]
    formule = f'"{l.NIET_INGEVULD}"'
    for woord in reversed((*licht.voortgang, l.NIET_INGEVULD, *als_alle)):
        geteld = geteld_bij(nummers, nummer, kleuren, woord)
        formule = f'IF({geteld}>0,"{woord}",{formule})'
    return Formule(formule, str(matrix.voorstellen.get(nummer) or l.NIET_INGEVULD))


def _zonder_besluit(kleur: str, matrix: Matrix, nummer: Nummer) -> str:
    if not matrix.actief(nummer):
        return '"–"'
    return f'IF({kleur}="{l.NIET_INGEVULD}","–","{IS_VOORSTEL}")'


def _opgeslagen(waarde: Waarde) -> str | int | float:
    """What a formula cell holds for a value: a date as its day number."""
    if isinstance(waarde, date):
        return int(dagnummer(waarde))
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return "–" if waarde is None or waarde == "" else waarde


def voorstel_bij(vel: Vel, afspraak: Afspraak) -> Formule:
    """For another sheet: the voorstel for an afspraak, live."""
    matrix, nummer = vel.matrix, afspraak.nummer
    zoek = vel.op(l.MONITORINGSTABEL).zoek(l.VOORSTEL_AFSPRAAK, l.NR, nummer)
    voorstel = str(matrix.voorstellen.get(nummer) or l.NIET_INGEVULD)
    return Formule(zoek, voorstel if matrix.actief(nummer) else say.niet_in(matrix.ronde.jaar))


def gezet_bij(vel: Vel, afspraak: Afspraak) -> Formule:
    """For another sheet: whether the word of an afspraak was set by the BO, live."""
    matrix, nummer = vel.matrix, afspraak.nummer
    besluit = vel.op(l.BESLUITENLIJST).zoek(l.BESLUIT, l.NR, nummer)
    anders = _zonder_besluit(voortgang_van(vel, afspraak).formule, matrix, nummer)
    formule = f'IF(TRIM({besluit})="",{anders},"{is_besluit(matrix)}")'
    return Formule(formule, gezet_van(matrix, nummer))


def voortgang_van(vel: Vel, afspraak: Afspraak) -> Formule:
    """For another sheet: the live word of an afspraak, found by its first active indicator."""
    matrix = vel.matrix
    eigen = [i for i in matrix.kader.indicatoren if i.afspraak == afspraak.nummer]
    actief = {r.indicator.code for r in matrix.rijen if not r.indicator.open}
    code = next((i.code for i in eigen if i.code in actief), eigen[0].code)
    zoek = vel.op(l.MONITORINGSTABEL).zoek(l.VOORTGANG, l.CODE, code)
    return Formule(zoek, woord_van(matrix, afspraak.nummer))
