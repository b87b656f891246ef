"""The workbook a partij fills in: explanation, questions with live checks, and its identity."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from xlsxwriter.utility import xl_rowcol_to_cell as adres
from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..core import phrases as say
from ..core.kader import Rol, Soort
from ..core.rounds import Ernst
from ..core.traffic_light import in_woorden
from ..template.kinds import DATUM, JA_NEE
from ..writing.colours import (
    GRIJZE_TEKST,
    INVOER,
    INVOER_LIJN,
    LET_OP_TEKST,
    LET_OP_VULLING,
    ZACHT_GRIJS,
    palet,
)
from ..writing.workbook import Werkboek, druk_af_op_a4, hoogte, zet_fictief
from ..writing.worksheet import schrijf
from . import texts
from .checks import Controle, controle_indicator, controle_meetwaarde, in_lijst, keuzelijst
from .explanation import schrijf_uitleg, stel_uitleg_op
from .layout import (
    ANTWOORDEN,
    ANTWOORDKOLOM,
    BREEDTE,
    BREEDTES,
    KOPREGEL,
    KOPREGEL_HERSTEL,
    Opdracht,
    kolommen,
    schrijf_meta,
)
from .program import Programmarijen, schrijf_programma
from .questions import Vraagregel, Vragenlijst, stel_vragenlijst_op
from .remarks import schrijf_opmerkingen

_WAARDE, _BEOORDELING, _REDEN, _TOELICHTING = ANTWOORDKOLOM.values()
_MERK = {
    "bg_color": LET_OP_VULLING,
    "font_color": LET_OP_TEKST,
    "border": 2,
    "border_color": LET_OP_TEKST,
}


def write_input_sheet(opdracht: Opdracht) -> bytes:
    """The .xlsx of one partij for one ronde; the same opdracht gives the same bytes."""
    kader, ronde, partij = opdracht.kader, opdracht.ronde, opdracht.partij
    vragenlijst = stel_vragenlijst_op(kader, ronde, partij.code, opdracht.bevestigen)
    opmerkingen = opdracht.opmerkingen
    titel = f"{'Herstelblad' if opmerkingen else 'Invulblad'} {partij.naam}, {say.naam_van(ronde)}"
    moment = opmerkingen.gemaakt if opmerkingen else opdracht.gemaakt or ronde.peildatum
    werkboek = Werkboek(titel, moment, kader.instellingen.uitgever, palet(kader.stoplicht))
    blad = werkboek.add_worksheet(l.INVULBLAD)
    if opmerkingen and opmerkingen.overig:
        erbij = werkboek.add_worksheet(l.OPMERKINGEN)
        schrijf_opmerkingen(werkboek, erbij, opmerkingen.overig, opdracht.fictief)
    uitleg = werkboek.add_worksheet(l.UITLEG)
    schrijf_meta(werkboek, opdracht, vragenlijst)
    _Invulblad(werkboek, blad, opdracht, vragenlijst).schrijf()
    tekst = stel_uitleg_op(kader, ronde, partij, vragenlijst)
    schrijf_uitleg(werkboek, uitleg, tekst, opdracht.fictief)
    return werkboek.bytes()


class _Invulblad:
    """The sheet Invulblad of one workbook."""

    def __init__(
        self, werkboek: Werkboek, blad: Worksheet, opdracht: Opdracht, vragenlijst: Vragenlijst
    ) -> None:
        self.werkboek, self.blad = werkboek, blad
        self.opdracht, self.vragenlijst = opdracht, vragenlijst
        self.opmerkingen = opdracht.opmerkingen
        self.kolommen = kolommen(bool(self.opmerkingen), bool(vragenlijst.programma))
        self.controlekolom = self.kolommen.index(l.CONTROLE)
        self.kopregel = KOPREGEL_HERSTEL if self.opmerkingen else KOPREGEL
        self.eerste = self.kopregel + 1
        self.laatste = self.kopregel + len(vragenlijst.regels)
        grijs = {"bg_color": ZACHT_GRIJS, "font_color": GRIJZE_TEKST}
        self.vast = werkboek.cel()
        self.vast_vet = werkboek.cel(bold=True)
        self.herhaald = werkboek.cel(font_color=GRIJZE_TEKST, text_wrap=False)
        self.niet_hier = werkboek.cel(**grijs)
        self.controle = werkboek.cel(italic=True)

    def schrijf(self) -> None:
        self._schrijf_tabel()
        self._schrijf_programma()
        self._schrijf_boven()
        self._maak_levend()
        self._richt_in()

    def _invoer(self, **eigenschappen: object) -> object:
        vorm = {"locked": False, "bg_color": INVOER, "border_color": INVOER_LIJN}
        return self.werkboek.cel(**(vorm | eigenschappen))

    def _antwoord(self, code: str, kolom: str) -> object:
        return self.opdracht.antwoorden.get(code, {}).get(kolom)

    def _schrijf_tabel(self) -> None:
        kop = self.werkboek.kop()
        for kolom, naam in enumerate(self.kolommen):
            self.blad.write_string(self.kopregel, kolom, naam, kop)
        self.compleet = 0
        genummerd = enumerate(self.vragenlijst.regels, self.eerste)
        self.vorige_afspraak = ""
        for _, groep in groupby(genummerd, key=lambda paar: paar[1].indicator.code):
            self._schrijf_indicator(list(groep))

    def _schrijf_programma(self) -> None:
        rijen = Programmarijen(
            self.laatste + 1,
            self.kolommen,
            BREEDTE,
            self.vragenlijst.programma,
            self.opdracht.vorige,
            self._antwoord,
            self.opmerkingen.bij if self.opmerkingen else None,
        )
        schrijf_programma(self.werkboek, self.blad, rijen)

    def _schrijf_indicator(self, regels: list[tuple[int, Vraagregel]]) -> None:
        (eigen_rij, eigen), *onder = regels
        self._schrijf_vraag(eigen_rij, eigen)
        beoordeling, reden, toelichting = (
            self._antwoord(eigen.code, k) for k in (l.BEOORDELING, l.REDEN, l.TOELICHTING)
        )
        self._schrijf_antwoorden(eigen_rij, eigen.code, (l.BEOORDELING, l.REDEN, l.TOELICHTING))
        controles = [self._schrijf_meetwaarde(rij, regel, regels) for rij, regel in onder]
        controle = controle_indicator(
            self.opdracht.kader.stoplicht,
            eigen_rij,
            [rij for rij, _ in onder],
            (beoordeling, reden, toelichting),
            [c.uitkomst for c in controles],
            self.controlekolom,
            eigen.bevestiging,
        )
        self._schrijf_controle(eigen_rij, controle)
        self.compleet += controle.uitkomst == l.COMPLEET

    def _schrijf_meetwaarde(
        self, rij: int, regel: Vraagregel, regels: list[tuple[int, Vraagregel]]
    ) -> Controle:
        self._schrijf_vraag(rij, regel)
        meetwaarde = regel.meetwaarde
        assert meetwaarde is not None, "only the first row of a group is the indicator's own"
        notatie = meetwaarde.soort.notatie_van(self._antwoord(regel.code, l.WAARDE))
        self._schrijf_antwoorden(rij, regel.code, (l.WAARDE,), notatie)
        controle = controle_meetwaarde(
            meetwaarde,
            rij,
            self._verwante_rijen(regel, regels),
            {r.code: self._antwoord(r.code, l.WAARDE) for _, r in regels},
            self._antwoord(regel.indicator.code, l.BEOORDELING),
            self._antwoord(regel.indicator.code, l.TOELICHTING),
            self.opdracht.kader.datumgrenzen,
            self.opdracht.kader.stoplicht.geldt_niet,
        )
        self._schrijf_controle(rij, controle)
        self._schrijf_keuze(rij, meetwaarde.soort)
        return controle

    def _schrijf_antwoorden(
        self, rij: int, code: str, gevraagd: tuple[str, ...], notatie: str = "@"
    ) -> None:
        """The four answer cells: those asked are for the partij, and what it wrote elsewhere."""
        for naam, kolom in ANTWOORDKOLOM.items():
            waarde = self._antwoord(code, naam)
            if naam not in gevraagd and (waarde is None or waarde == ""):
                self.blad.write_blank(rij, kolom, None, self.niet_hier)
                continue
            gemerkt = self.opmerkingen and (code, naam) in self.opmerkingen.gemerkt
            merk = _MERK if gemerkt else {}
            opmaak = self._invoer(num_format=_notatie(waarde, notatie), **merk)
            if isinstance(waarde, bool):
                self.blad.write_boolean(rij, kolom, waarde, opmaak)
            else:
                schrijf(self.blad, rij, kolom, waarde, opmaak)

    def _verwante_rijen(
        self, regel: Vraagregel, regels: list[tuple[int, Vraagregel]]
    ) -> dict[str, tuple[int, str]]:
        """The rows (and codes) a check looks at: the indicator's own, its ja/nee, its noemer."""
        verwant = {"indicator": (regels[0][0], regels[0][1].code)}
        for rij, ander in regels[1:]:
            m = ander.meetwaarde
            assert m is not None, "meetwaarden follow the indicator's own row"
            if m.soort is JA_NEE and "ja/nee" not in verwant:
                verwant["ja/nee"] = (rij, ander.code)
            if m.rol is Rol.NOEMER:
                verwant["noemer"] = (rij, ander.code)
        return verwant

    def _schrijf_vraag(self, rij: int, regel: Vraagregel) -> None:
        eigen = regel.meetwaarde is None
        nieuw = regel.afspraak != self.vorige_afspraak
        self.vorige_afspraak = regel.afspraak
        gewoon = self.vast if nieuw else self.herhaald
        eigen_opmaak = self.vast_vet if eigen else self.herhaald
        opmaken = (eigen_opmaak, gewoon, gewoon, eigen_opmaak, *[self.vast] * 4)
        teksten = texts.vaste_cellen(regel, self.opdracht.vorige)
        cellen = list(zip(teksten, opmaken, strict=True))
        for kolom, (tekst, opmaak) in enumerate(cellen):
            schrijf(self.blad, rij, kolom, tekst, opmaak)
        if l.PLANNEN in self.kolommen:
            kolom = self.kolommen.index(l.PLANNEN)
            self.blad.write_blank(rij, kolom, None, self.niet_hier)
        hoge = [(t, BREEDTES[k]) for k, (t, o) in enumerate(cellen) if o is not self.herhaald]
        hoge += [
            (str(self._antwoord(regel.code, naam) or ""), BREEDTE[naam]) for naam in ANTWOORDEN
        ]
        if self.opmerkingen:
            opmerking = self.opmerkingen.bij(regel.code)
            self._schrijf_opmerking(rij, opmerking, self.opmerkingen.ernst(regel.code))
            hoge += [(opmerking, BREEDTE[l.OPMERKING])]
        self.blad.set_row(rij, hoogte(hoge))

    def _schrijf_opmerking(self, rij: int, opmerking: str, ernst: Ernst | None) -> None:
        telt = ernst in (Ernst.FOUT, Ernst.WAARSCHUWING)
        merk = {"bg_color": LET_OP_VULLING, "font_color": LET_OP_TEKST} if telt else {}
        kolom = self.kolommen.index(l.OPMERKING)
        schrijf(self.blad, rij, kolom, opmerking, self.werkboek.cel(**merk))

    def _schrijf_controle(self, rij: int, controle: Controle) -> None:
        self.blad.write_formula(
            rij, self.controlekolom, controle.formule, self.controle, controle.uitkomst
        )

    def _schrijf_keuze(self, rij: int, soort: Soort) -> None:
        """Refuse a value of another kind while typing, with a kind word."""
        if regel := soort.validatie(self.opdracht.kader.datumgrenzen):
            self.blad.data_validation(rij, _WAARDE, rij, _WAARDE, regel)

    def _schrijf_boven(self) -> None:
        kader, ronde, partij = self.opdracht.kader, self.opdracht.ronde, self.opdracht.partij
        vet = self.werkboek.opmaak(bold=True)
        groot = self.werkboek.opmaak(bold=True, font_size=16)
        self.blad.write_string(0, 0, texts.titel(partij, ronde), groot)
        self.blad.write_string(0, self.kolommen.index("Doel"), kader.instellingen.kader, vet)
        self.blad.write_string(1, 0, texts.KENMERK, vet)
        self.blad.write_string(1, 1, str(self.vragenlijst.kenmerk))
        self.blad.write_string(1, self.kolommen.index("Indicator"), texts.AANWIJZING)
        if self.opdracht.fictief:
            zet_fictief(self.werkboek, self.blad, 2)
        for rij, regel in enumerate(self.opmerkingen.samenvatting() if self.opmerkingen else (), 3):
            opmaak = self.werkboek.opmaak(bold=rij == 3, font_size=12)
            self.blad.set_row(rij, 18)
            self.blad.write_string(rij, 0, regel, opmaak)
        van = self.vragenlijst.indicatoren
        kolom = adres(self.eerste, self.controlekolom, row_abs=True, col_abs=True)
        tot = adres(self.laatste, self.controlekolom, row_abs=True, col_abs=True)
        af = f'COUNTIF({kolom}:{tot},"{l.COMPLEET}")'
        self.blad.write_formula(
            1,
            _WAARDE,
            f'=IF({af}={van},"{texts.ALLES_INGEVULD}",'
            f'"Nog "&({van}-{af})&" van {van} in te vullen")',
            self.werkboek.opmaak(bold=True, font_size=13),
            texts.nog_te_doen(van - self.compleet, van),
        )

    def _kolombereik(self, kolom: int) -> str:
        return f"{adres(self.eerste, kolom)}:{adres(self.laatste, kolom)}"

    def _maak_levend(self) -> None:
        """Colours follow the words; what is missing or unknown is marked as well as named."""
        eigen = [r for r, v in enumerate(self.vragenlijst.regels, self.eerste) if not v.meetwaarde]
        for rij in eigen:
            self._keuzes_op(rij)
        j, m = (
            adres(self.eerste, kolom, col_abs=True) for kolom in (_BEOORDELING, self.controlekolom)
        )
        licht = self.opdracht.kader.stoplicht
        self.werkboek.kleur_woorden(self.blad, self._kolombereik(_BEOORDELING), licht)
        vreemd = f'=AND(TRIM({j})<>"",NOT({in_lijst(f"TRIM({j})", "Keuze_beoordeling")}))'
        self.werkboek.waarschuw(self.blad, self._kolombereik(_BEOORDELING), vreemd)
        reden = f'=OR({m}="{Controle.KIES_REDEN}",{m}="{Controle.REDEN_PAST_NIET}")'
        self.werkboek.waarschuw(self.blad, self._kolombereik(_REDEN), reden)
        toelichting = f'={m}="{Controle.SCHRIJF_TOELICHTING}"'
        self.werkboek.waarschuw(self.blad, self._kolombereik(_TOELICHTING), toelichting)
        goed = (Controle.INGEVULD, Controle.MAG_LEEG, l.COMPLEET)
        code = adres(self.eerste, 0, col_abs=True)
        i = adres(self.eerste, _WAARDE, col_abs=True)
        fout = "".join(f',{m}<>"{woord}"' for woord in goed)
        self.werkboek.waarschuw(
            self.blad,
            self._kolombereik(_WAARDE),
            f'=AND(ISNUMBER(SEARCH("-M",{code})),TRIM({i})<>""{fout})',
        )
        controle = self._kolombereik(self.controlekolom)
        self.werkboek.kleur_woorden_licht(self.blad, controle, l.COMPLEET)

    def _keuzes_op(self, rij: int) -> None:
        licht = self.opdracht.kader.stoplicht
        self.blad.data_validation(
            rij,
            _BEOORDELING,
            rij,
            _BEOORDELING,
            {
                "validate": "list",
                "source": "=Keuze_beoordeling",
                "error_title": "Kies een kleur",
                "error_message": f"Kies {licht.keuzes} uit de lijst.",
            },
        )
        j = adres(rij, _BEOORDELING, col_abs=True)
        met_reden = licht.met_reden
        keuze = "".join(f'IF({j}="{kleur}",{keuzelijst(kleur)},' for kleur in met_reden)
        alleen = (
            f"Alleen bij {in_woorden(met_reden)}. " if met_reden else "Hier is geen reden nodig. "
        )
        # No stop: the letter alone is an answer too, and Controle says it when it is none.
        self.blad.data_validation(
            rij,
            _REDEN,
            rij,
            _REDEN,
            {
                "validate": "list",
                "source": f"={keuze}Keuze_geen{')' * len(met_reden)}",
                "show_error": False,
                "input_title": "Reden",
                "input_message": f"{alleen}Kies uit de lijst, of typ de letter.",
            },
        )

    def _richt_in(self) -> None:
        for kolom, naam in enumerate(self.kolommen):
            self.blad.set_column(kolom, kolom, BREEDTE[naam])
        self.blad.set_row(0, 24)
        self.blad.set_row(self.kopregel, 20)
        self.blad.freeze_panes(self.eerste, 1)
        self.blad.hide_gridlines(2)
        self.blad.set_selection(self.eerste, _BEOORDELING, self.eerste, _BEOORDELING)
        self.blad.activate()
        self.blad.protect(
            "",
            {
                "format_columns": True,
                "format_rows": True,
                "autofilter": True,
                "select_locked_cells": True,
                "select_unlocked_cells": True,
            },
        )
        druk_af_op_a4(self.blad, herhaal=self.kopregel)


def _notatie(waarde: object, gewoon: str) -> str:
    """A number format that leaves a value what it is: with another a date becomes a number."""
    if isinstance(waarde, bool) or (isinstance(waarde, (int, float)) and gewoon == DATUM.notatie):
        return "General"
    return DATUM.notatie if isinstance(waarde, date) else gewoon
