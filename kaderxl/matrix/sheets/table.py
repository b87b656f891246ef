"""The sheet Monitoringstabel of the matrix: the printed table first, then who said what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ...core import labels as l
from ...core.answers import Waarde
from ...core.kader import Afspraak, Indicator
from ...core.outcome import Besluit, Matrix, Matrixrij
from ...core.phrases import doel_in_woorden
from ...core.values import dagnummer
from ...writing.grid import DATUM, EERSTE, KOPREGEL, Formule, invoercel, kies_uit, zet
from ...writing.workbook import Werkboek, druk_af_op_a4, hoogte
from ..grounds import kleur_van
from ..words import toelichting_van, woord_van
from .layout import Indeling
from .spelling import gelezen_als

_GEMETEN = (*l.GEDRUKTE_KOLOMMEN[1:5], "Toelichting", "Doel", "Stand", l.BESLUIT_REDEN, l.NOTITIE)


def schrijf_monitoringstabel(
    werkboek: Werkboek, blad: Worksheet, matrix: Matrix, indeling: Indeling
) -> None:
    """One row an indicator, in printed order; the inactive ones are there as well."""
    _Tabel(werkboek, blad, matrix, indeling).schrijf()


class _Tabel:
    def __init__(
        self, werkboek: Werkboek, blad: Worksheet, matrix: Matrix, indeling: Indeling
    ) -> None:
        self.werkboek, self.blad, self.matrix, self.indeling = werkboek, blad, matrix, indeling
        self.rooster = indeling.tabel
        self.licht = matrix.kader.stoplicht
        self.rijen: Mapping[str, Matrixrij] = {r.indicator.code: r for r in matrix.rijen}
        self.verschilcodes = {regel.code for regel in indeling.verschilregels}
        self.cel = werkboek.cel()
        self.besluitrij: dict[int, int] = {}
        self.geteld: set[int] = set()

    def schrijf(self) -> None:
        for nummer, kolom in enumerate(self.rooster.kolommen):
            self.blad.write_string(KOPREGEL, nummer, kolom.titel, self.werkboek.kop())
            self.blad.set_column(nummer, nummer, kolom.breedte)
        for rij, indicator in enumerate(self.matrix.kader.indicatoren, EERSTE):
            self._schrijf_rij(rij, indicator)
        self._maak_levend()
        self._richt_in()

    def _richt_in(self) -> None:
        self.blad.set_row(KOPREGEL, 32)
        self.blad.freeze_panes(EERSTE, 3)
        laatste = self.rooster.laatste
        self.blad.autofilter(KOPREGEL, 0, laatste, len(self.rooster.kolommen) - 1)
        self.blad.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
        druk_af_op_a4(self.blad, herhaal=KOPREGEL)
        self.blad.set_h_pagebreaks(self._themagrenzen())
        # On paper the seven columns as they are printed; all the others are for the screen.
        self.blad.print_area(0, 0, laatste, len(l.GEDRUKTE_KOLOMMEN) - 1)

    def _themagrenzen(self) -> list[int]:
        """The rows where another thema begins: a new page on paper."""
        thema_van = {a.nummer: a.thema for a in self.matrix.kader.afspraken}
        themas = [thema_van[i.afspraak] for i in self.matrix.kader.indicatoren]
        return [EERSTE + n for n in range(1, len(themas)) if themas[n] != themas[n - 1]]

    def _zet(self, rij: int, kolom: str, waarde: object, opmaak: object = None) -> None:
        zet(self.blad, rij, self.rooster.plaats(kolom), waarde, opmaak or self.cel)

    def _schrijf_rij(self, rij: int, indicator: Indicator) -> None:
        matrixrij = self.rijen.get(indicator.code)
        besluit = self.matrix.besluiten.get(indicator.afspraak, Besluit(indicator.afspraak))
        doel = doel_in_woorden(self.matrix.kader, indicator.code, self.matrix.ronde.jaar)
        gedrukt = zip(l.GEDRUKTE_KOLOMMEN[:5], indicator.gedrukt, strict=False)
        cellen = {naam: tekst or "(niet gedrukt)" for naam, tekst in gedrukt} | {
            "Toelichting": (toelichting_van(self.matrix, matrixrij) if matrixrij else "") or "–",
            l.CODE: indicator.code,
            "Doel": doel or "–",
            "Stand": (matrixrij.stand if matrixrij else "") or "–",
            l.NR: indicator.afspraak,
        }
        for kolom, waarde in cellen.items():
            self._zet(rij, kolom, waarde)
        notitie = self.matrix.vastgelegd.notities.get(indicator.code, "")
        self._zet(rij, l.NOTITIE, notitie, invoercel(self.werkboek))
        self._schrijf_partijen(rij, indicator, matrixrij)
        self._schrijf_besluit(rij, indicator, matrixrij, besluit)
        breed = {k.titel: k.breedte for k in self.rooster.kolommen}
        gemeten = cellen | {l.NOTITIE: notitie, l.BESLUIT_REDEN: besluit.reden}
        maten = [(str(gemeten.get(naam) or ""), breed[naam]) for naam in _GEMETEN]
        self.blad.set_row(rij, hoogte(maten))

    def _schrijf_partijen(
        self, rij: int, indicator: Indicator, matrixrij: Matrixrij | None
    ) -> None:
        inbreng = matrixrij.inbreng if matrixrij else {}
        for partij in self.indeling.partijen:
            gevraagd = partij.code in inbreng
            tekst = kleur_van(inbreng[partij.code]) if gevraagd else l.NIET_GEVRAAGD
            self._zet(rij, partij.naam, tekst)
        hoeveel = f"{matrixrij.gegeven} van {len(inbreng)}" if matrixrij and inbreng else "–"
        self._zet(rij, "Antwoorden", hoeveel)
        self._zet(rij, l.VERSCHIL, self._verschil(matrixrij))
        notatie = self._notatie_afgesproken(matrixrij)
        opmaak = self.werkboek.cel(num_format=notatie) if notatie else None
        self._zet(rij, l.AFGESPROKEN, self._afgesproken(matrixrij), opmaak)
        self._zet(rij, l.VOORSTEL_INDICATOR, self._voorstel(indicator, matrixrij))

    def _verschil(self, matrixrij: Matrixrij | None) -> object:
        """`Verschil` until every difference of the row is settled, live."""
        if matrixrij is None or not matrixrij.verschillen:
            return "–"
        cellen = [self._besluit_ao(v.code) for v in matrixrij.verschillen]
        leeg = ",".join(f'TRIM({cel})=""' for cel in cellen)
        uitkomst = l.VERSCHIL if matrixrij.open_verschillen else l.BESPROKEN
        return Formule(f'IF(OR({leeg}),"{l.VERSCHIL}","{l.BESPROKEN}")', uitkomst)

    def _besluit_ao(self, code: str) -> str:
        return self.indeling.verschillen.zoek(l.BESLUIT_AO, l.CODE, code)

    def _afgesproken(self, matrixrij: Matrixrij | None) -> object:
        """What the AO settled on Verschillen; the value of one thing, `Besproken` for more."""
        codes = [c for c in self._codes_van(matrixrij) if c in self.verschilcodes]
        if not codes:
            return "–"
        afspraken = self.matrix.vastgelegd.afgesproken
        waarden = [afspraken[c].waarde if c in afspraken else None for c in codes]
        if len(codes) > 1:
            geteld = "+".join(f'(TRIM({self._besluit_ao(c)})<>"")' for c in codes)
            van = f" van {len(codes)} afgesproken"
            gezegd = sum(waarde not in (None, "") for waarde in waarden)
            return Formule(f'({geteld})&"{van}"', f"{gezegd}{van}")
        cel = self._besluit_ao(codes[0])
        return Formule(f'IF(TRIM({cel})="","–",{cel})', _opgeslagen(waarden[0]))

    def _notatie_afgesproken(self, matrixrij: Matrixrij | None) -> str:
        """The number format of the one thing that differs, if a bare number does not say it."""
        codes = set(self._codes_van(matrixrij)) & self.verschilcodes
        soorten = {m.soort for m in self.matrix.kader.meetwaarden if m.code in codes}
        enige = soorten.pop() if len(codes) == 1 and soorten else None
        return enige.notatie if enige and enige.vraagt_notatie else ""

    def _codes_van(self, matrixrij: Matrixrij | None) -> list[str]:
        if matrixrij is None:
            return []
        code = matrixrij.indicator.code
        return [code, *(m.code for m in self.matrix.kader.meetwaarden_van(code))]

    def _voorstel(self, indicator: Indicator, matrixrij: Matrixrij | None) -> object:
        """What the AO settled, else what the rule proposes."""
        if matrixrij is None or indicator.open:
            return self._zonder_kleur(indicator)
        uitkomst = str(matrixrij.voorstel or l.NIET_INGEVULD)
        if indicator.code not in self.verschilcodes:
            return uitkomst
        cel = self._besluit_ao(indicator.code)
        volgens_regel = matrixrij.volgens_regel or l.NIET_INGEVULD
        return Formule(gelezen_als(cel, self.licht, f'"{volgens_regel}"'), uitkomst)

    def _zonder_kleur(self, indicator: Indicator) -> str:
        if indicator.open:
            return "Open vraag"
        if self.matrix.ronde.jaar not in indicator.jaren:
            return f"Niet in {self.matrix.ronde.jaar}"
        return l.NIET_INGEVULD

    def _schrijf_besluit(
        self, rij: int, indicator: Indicator, matrixrij: Matrixrij | None, besluit: Besluit
    ) -> None:
        """The besluit is filled in on the first row of an afspraak; the others point to it."""
        nummer = indicator.afspraak
        eerste = self.besluitrij.setdefault(nummer, rij)
        waarden = {
            l.BESLUIT: besluit.kleur,
            l.BESLUIT_REDEN: besluit.reden,
            l.DATUM_BO: besluit.datum,
        }
        for kolom, waarde in waarden.items():
            if rij == eerste:
                notatie = DATUM if kolom == l.DATUM_BO else "@"
                self._zet(rij, kolom, waarde, invoercel(self.werkboek, notatie))
            else:
                wijzer = f"zie {self._code_op(eerste)}" if kolom == l.BESLUIT else "–"
                self._zet(rij, kolom, wijzer)
        actief = self.matrix.actief(nummer)
        self._zet(rij, l.VOORSTEL_AFSPRAAK, self._voorstel_afspraak(nummer))
        mee = matrixrij is not None and not indicator.open
        telt = (mee and nummer not in self.geteld) or (rij == eerste and not actief)
        if telt:
            self.geteld.add(nummer)
        self._zet(rij, l.TELT, 1 if telt else 0)
        self._zet(rij, l.VOORTGANG, self._voortgang(rij, indicator, eerste))

    def _code_op(self, rij: int) -> str:
        return self.matrix.kader.indicatoren[rij - EERSTE].code

    def _voorstel_afspraak(self, nummer: int) -> object:
        """The rule of chapter 8 as kaderxl reads it, live over the indicatoren of the afspraak."""
        if not self.matrix.actief(nummer):
            return f"Niet in {self.matrix.ronde.jaar}"
        nummers, kleuren = (self.rooster.bereik(k) for k in (l.NR, l.VOORSTEL_INDICATOR))
        als_alle = [b for b in self.licht.op_voorzichtigheid if b.bijzonder]
        volgorde = (*self.licht.voortgang, l.NIET_INGEVULD, *als_alle)
        formule = f'"{l.NIET_INGEVULD}"'
        for woord in reversed(volgorde):
            geteld = f'COUNTIFS({nummers},{nummer},{kleuren},"{woord}")'
            formule = f'IF({geteld}>0,"{woord}",{formule})'
        return Formule(formule, str(self.matrix.voorstellen.get(nummer) or l.NIET_INGEVULD))

    def _voortgang(self, rij: int, indicator: Indicator, eerste: int) -> object:
        """The besluit where there is one, else the voorstel; an inactive row says so."""
        nummer = indicator.afspraak
        stil = indicator.open or indicator.code not in self.rijen
        if stil and self.matrix.actief(nummer):
            return self._zonder_kleur(indicator)
        # Found by code, so that sorting the table pairs no row with another's besluit.
        besluit = self.rooster.zoek(l.BESLUIT, l.CODE, self._code_op(eerste))
        voorstel = self.rooster.cel(rij, l.VOORSTEL_AFSPRAAK)
        gelezen = gelezen_als(besluit, self.licht, besluit)
        formule = f'IF(TRIM({besluit})="",{voorstel},{gelezen})'
        return Formule(formule, woord_van(self.matrix, nummer))

    def _maak_levend(self) -> None:
        woorden = [*self.licht, l.NIET_INGEVULD, l.VERSCHIL]
        voortgang, besluit = (self.rooster.plaats(k) for k in (l.VOORTGANG, l.BESLUIT))
        eerste_partij = self.rooster.plaats("Stand") + 1
        for van, tot in ((voortgang, voortgang), (eerste_partij, besluit)):
            laatste = xl_rowcol_to_cell(self.rooster.laatste, tot)
            bereik = f"{xl_rowcol_to_cell(EERSTE, van)}:{laatste}"
            self.werkboek.kleur_woorden(self.blad, bereik, woorden)
        for rij in self.besluitrij.values():
            kies_uit(self.blad, self.rooster, l.BESLUIT, self.licht.kleuren, rij)


def _opgeslagen(waarde: Waarde) -> str | int | float:
    """What a formula cell holds for a value: a date as its day number."""
    if isinstance(waarde, date):
        return int(dagnummer(waarde))
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return "–" if waarde is None or waarde == "" else waarde


def voortgang_van(indeling: Indeling, matrix: Matrix, afspraak: Afspraak) -> Formule:
    """For another sheet: the live word of an afspraak, found by its first active indicator."""
    eigen = [i for i in matrix.kader.indicatoren if i.afspraak == afspraak.nummer]
    actief = {r.indicator.code for r in matrix.rijen if not r.indicator.open}
    code = next((i.code for i in eigen if i.code in actief), eigen[0].code)
    zoek = indeling.tabel.zoek(l.VOORTGANG, l.CODE, code)
    return Formule(zoek, woord_van(matrix, afspraak.nummer))
