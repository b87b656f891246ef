"""The sheet Monitoringstabel of the matrix: the printed table first, then who said what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from . import labels as l
from .model import Beoordeling, Besluit, Indicator, Matrix, Matrixrij, Voorzet
from .notation import schrijf_opsomming
from .styles import INVOER, INVOER_LIJN, Werkboek, druk_af_op_a4, hoogte, schrijf
from .vragenlijst import doel_in_woorden

KOPREGEL = 1
_EERSTE = KOPREGEL + 1
_GEDRUKT = len(l.GEDRUKTE_KOLOMMEN)
_BEOORDELING = l.GEDRUKTE_KOLOMMEN.index("Beoordeling voortgang")
_BREEDTES = {
    "Thema": 14,
    "Afspraak": 30,
    "Indicator": 26,
    "Jaar": 11,
    "Actiehouder": 19,
    "Beoordeling voortgang": 13,
    "Toelichting": 52,
    "Code": 8,
    "Doel": 21,
    "Stand": 28,
    "Antwoorden": 11,
    l.VERSCHIL: 12,
    "Voorstel indicator": 13,
    "Voorstel afspraak": 13,
    l.BESLUIT: 13,
    l.BESLUIT_REDEN: 20,
    l.DATUM_BO: 11,
    "Telt": 5,
}
_BREEDTE_PARTIJ = 12.5


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """Where the summary finds things: the ranges of thema, beoordeling, telling, besluit."""

    thema: str
    beoordeling: str
    telt: str
    besluit: str


def schrijf_monitoringstabel(werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> Plaatsen:
    """One row an indicator, in printed order; the inactive ones are there as well."""
    return _Tabel(werkboek, blad, matrix).schrijf()


class _Tabel:
    def __init__(self, werkboek: Werkboek, blad: Worksheet, matrix: Matrix) -> None:
        self.werkboek, self.blad, self.matrix = werkboek, blad, matrix
        self.partijen = [p for p in matrix.kader.partijen if p.actief(matrix.ronde.jaar)]
        self.kolommen = (
            *l.GEDRUKTE_KOLOMMEN,
            "Code",
            "Doel",
            "Stand",
            *(p.naam for p in self.partijen),
            "Antwoorden",
            l.VERSCHIL,
            "Voorstel indicator",
            "Voorstel afspraak",
            l.BESLUIT,
            l.BESLUIT_REDEN,
            l.DATUM_BO,
            "Telt",
        )
        self.plaats = {naam: nummer for nummer, naam in enumerate(self.kolommen)}
        self.plaats["Toelichting"] = _GEDRUKT - 1
        self.rijen: Mapping[str, Matrixrij] = {r.indicator.code: r for r in matrix.rijen}
        self.cel = werkboek.cel()
        self.besluitrij: dict[int, int] = {}
        self.geteld: set[int] = set()

    def schrijf(self) -> Plaatsen:
        kop = self.werkboek.kop()
        for kolom, naam in enumerate(self.kolommen):
            self.blad.write_string(KOPREGEL, kolom, naam, kop)
            self.blad.set_column(kolom, kolom, _BREEDTES.get(naam, _BREEDTE_PARTIJ))
        self.laatste = _EERSTE + len(self.matrix.kader.indicatoren) - 1
        for rij, indicator in enumerate(self.matrix.kader.indicatoren, _EERSTE):
            self._schrijf_rij(rij, indicator)
        self._maak_levend()
        self.blad.set_row(KOPREGEL, 32)
        self.blad.freeze_panes(_EERSTE, 3)
        self.blad.autofilter(KOPREGEL, 0, self.laatste, len(self.kolommen) - 1)
        self.blad.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
        druk_af_op_a4(self.blad, herhaal=KOPREGEL)
        self.blad.set_paper(8)
        self.blad.print_area(0, 0, self.laatste, self.plaats[l.DATUM_BO])
        kolommen = (0, _BEOORDELING, self.plaats["Telt"], self.plaats[l.BESLUIT])
        return Plaatsen(*(self._bereik(kolom) for kolom in kolommen))

    def _bereik(self, kolom: int) -> str:
        naam = xl_col_to_name(kolom)
        return f"${naam}${_EERSTE + 1}:${naam}${self.laatste + 1}"

    def _zet(self, rij: int, kolom: str, waarde: object, opmaak: object = None) -> None:
        schrijf(self.blad, rij, self.plaats[kolom], waarde, opmaak or self.cel)

    def _schrijf_rij(self, rij: int, indicator: Indicator) -> None:
        matrixrij = self.rijen.get(indicator.code)
        for kolom, tekst in enumerate(indicator.gedrukt[:_BEOORDELING]):
            schrijf(self.blad, rij, kolom, tekst or "(niet gedrukt)", self.cel)
        toelichting = self._toelichting(matrixrij) or "–"
        doel = doel_in_woorden(self.matrix.kader, indicator.code, self.matrix.ronde.jaar)
        stand = (matrixrij.stand if matrixrij else "") or "–"
        self._zet(rij, "Toelichting", toelichting)
        self._zet(rij, "Code", indicator.code)
        self._zet(rij, "Doel", doel or "–")
        self._zet(rij, "Stand", stand)
        self._schrijf_partijen(rij, indicator, matrixrij)
        self._schrijf_besluit(rij, indicator, matrixrij)
        self.blad.set_row(
            rij,
            hoogte(
                [
                    (indicator.gedrukt[1], _BREEDTES["Afspraak"]),
                    (indicator.gedrukt[2], _BREEDTES["Indicator"]),
                    (indicator.gedrukt[4], _BREEDTES["Actiehouder"]),
                    (toelichting, _BREEDTES["Toelichting"]),
                    (doel, _BREEDTES["Doel"]),
                    (stand, _BREEDTES["Stand"]),
                ]
            ),
        )

    def _toelichting(self, matrixrij: Matrixrij | None) -> str:
        """Each partij's words, with its colour and reason in front; equal words once."""
        if matrixrij is None:
            return ""
        namen = {p.code: p.naam for p in self.partijen}
        wie: dict[tuple[str, str], list[str]] = {}
        for code, voorzet in matrixrij.inbreng.items():
            if voorzet is not None and voorzet.toelichting:
                sleutel = (kleur_met_reden(voorzet), voorzet.toelichting)
                wie.setdefault(sleutel, []).append(namen[code])
        return "\n".join(
            f"{schrijf_opsomming(partijen)} ({kleur}): {tekst}"
            for (kleur, tekst), partijen in wie.items()
        )

    def _schrijf_partijen(
        self, rij: int, indicator: Indicator, matrixrij: Matrixrij | None
    ) -> None:
        eerste = self.plaats["Stand"] + 1
        inbreng = matrixrij.inbreng if matrixrij else {}
        for kolom, partij in enumerate(self.partijen, eerste):
            tekst = l.NIET_GEVRAAGD
            if partij.code in inbreng:
                voorzet = inbreng[partij.code]
                tekst = kleur_van(voorzet)
            schrijf(self.blad, rij, kolom, tekst, self.cel)
        hoeveel = f"{matrixrij.gegeven} van {len(inbreng)}" if matrixrij and inbreng else "–"
        self._zet(rij, "Antwoorden", hoeveel)
        verschil = l.VERSCHIL if matrixrij and matrixrij.verschillen else "–"
        voorstel = matrixrij.voorstel if matrixrij else None
        self._zet(rij, l.VERSCHIL, verschil)
        self._zet(rij, "Voorstel indicator", voorstel or self._zonder_kleur(indicator))

    def _zonder_kleur(self, indicator: Indicator) -> str:
        if indicator.open:
            return "Open vraag"
        if self.matrix.ronde.jaar not in indicator.jaren:
            return f"Niet in {self.matrix.ronde.jaar}"
        return l.NIET_INGEVULD

    def _schrijf_besluit(self, rij: int, indicator: Indicator, matrixrij: Matrixrij | None) -> None:
        """The besluit is filled in on the first row of an afspraak; the others point to it."""
        nummer = indicator.afspraak
        voorstel = self.matrix.voorstellen.get(nummer)
        besluit = self.matrix.besluiten.get(nummer, Besluit(nummer))
        eerste = self.besluitrij.setdefault(nummer, rij)
        kolommen = (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)
        waarden = (besluit.kleur, besluit.reden, besluit.datum)
        for kolom, waarde in zip(kolommen, waarden, strict=True):
            if rij == eerste:
                notatie = "d-m-yyyy" if kolom == l.DATUM_BO else "@"
                invoer = self.werkboek.cel(
                    bg_color=INVOER,
                    border_color=INVOER_LIJN,
                    num_format=notatie,
                    locked=False,
                )
                self._zet(rij, kolom, waarde, invoer)
            else:
                wijzer = f"zie {self._code_op(eerste)}" if kolom == l.BESLUIT else "–"
                self._zet(rij, kolom, wijzer)
        afspraak_tekst = voorstel or l.NIET_INGEVULD
        actief = matrixrij is not None and not indicator.open
        if not self._afspraak_actief(nummer):
            afspraak_tekst = f"Niet in {self.matrix.ronde.jaar}"
        self._zet(rij, "Voorstel afspraak", afspraak_tekst)
        telt = (actief and nummer not in self.geteld) or (
            rij == eerste and not self._afspraak_actief(nummer)
        )
        if telt:
            self.geteld.add(nummer)
        self._zet(rij, "Telt", 1 if telt else 0)
        self._schrijf_beoordeling(rij, indicator, eerste, besluit.kleur, afspraak_tekst)

    def _code_op(self, rij: int) -> str:
        return self.matrix.kader.indicatoren[rij - _EERSTE].code

    def _afspraak_actief(self, nummer: int) -> bool:
        return any(
            r.indicator.afspraak == nummer and not r.indicator.open for r in self.matrix.rijen
        )

    def _schrijf_beoordeling(
        self, rij: int, indicator: Indicator, eerste: int, besluit: str, voorstel: str
    ) -> None:
        """The besluit where there is one, else the voorstel; an inactive row says so."""
        besluiten, codes = (self._bereik(self.plaats[k]) for k in (l.BESLUIT, "Code"))
        # Found by code, so that sorting the table pairs no row with another's besluit.
        cel_besluit = f'INDEX({besluiten},MATCH("{self._code_op(eerste)}",{codes},0))'
        cel_voorstel = xl_rowcol_to_cell(rij, self.plaats["Voorstel afspraak"], col_abs=True)
        uitkomst = besluit or voorstel
        if (indicator.open or indicator.code not in self.rijen) and self._afspraak_actief(
            indicator.afspraak
        ):
            tekst = self._zonder_kleur(indicator)
            schrijf(self.blad, rij, _BEOORDELING, tekst, self.cel)
            return
        self.blad.write_formula(
            rij,
            _BEOORDELING,
            f'=IF({cel_besluit}<>"",{cel_besluit},{cel_voorstel})',
            self.cel,
            uitkomst,
        )

    def _maak_levend(self) -> None:
        woorden = [*map(str, Beoordeling), l.NIET_INGEVULD, l.VERSCHIL]
        eerste_partij = self.plaats["Stand"] + 1
        blokken = [(_BEOORDELING, _BEOORDELING), (eerste_partij, self.plaats[l.BESLUIT])]
        for van, tot in blokken:
            bereik = f"{xl_rowcol_to_cell(_EERSTE, van)}:{xl_rowcol_to_cell(self.laatste, tot)}"
            self.werkboek.kleur_woorden(self.blad, bereik, woorden)
        keuzes = [str(b) for b in Beoordeling]
        for rij in self.besluitrij.values():
            kolom = self.plaats[l.BESLUIT]
            self.blad.data_validation(
                rij,
                kolom,
                rij,
                kolom,
                {
                    "validate": "list",
                    "source": keuzes,
                    "error_title": "Kies een kleur",
                    "error_message": "Kies Groen, Oranje, Rood, Afgerond of N.v.t.",
                },
            )


def kleur_van(voorzet: Voorzet | None) -> str:
    """The colour a partij gave; what it wrote when that is no colour."""
    if voorzet is None:
        return l.NIET_INGEVULD
    geschreven = voorzet.velden.get(l.BEOORDELING)
    return voorzet.beoordeling or (geschreven.tekst if geschreven else l.NIET_INGEVULD)


def kleur_met_reden(voorzet: Voorzet) -> str:
    reden = f", {voorzet.reden}" if voorzet.reden else ""
    return f"{kleur_van(voorzet)}{reden}"
