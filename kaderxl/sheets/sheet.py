"""The workbook a partij fills in: explanation, questions with live checks, and its identity."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core import phrases as say
from ..core.traffic_light import in_woorden
from ..writing.colours import palet
from ..writing.workbook import Werkboek, druk_af_op_a4, zet_fictief
from . import texts
from .base import stempel_van
from .checks import Controle, in_lijst, keuzelijst
from .explanation import schrijf_uitleg, stel_uitleg_op
from .layout import ANTWOORDKOLOM, BREEDTE, Opdracht, schrijf_meta
from .questions import stel_vragenlijst_op
from .remarks import schrijf_opmerkingen
from .rows import Rijen

_WAARDE, _BEOORDELING, _REDEN, _TOELICHTING = ANTWOORDKOLOM.values()


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
    schrijf_meta(werkboek, opdracht, vragenlijst, stempel_van(opdracht))
    rijen = Rijen(werkboek, blad, opdracht, vragenlijst)
    rijen.schrijf()
    _schrijf_boven(rijen)
    _maak_levend(rijen)
    _richt_in(rijen)
    tekst = stel_uitleg_op(kader, ronde, partij, vragenlijst)
    schrijf_uitleg(werkboek, uitleg, tekst, opdracht.fictief)
    return werkboek.bytes()


def _schrijf_boven(rijen: Rijen) -> None:
    opdracht, blad, opmaak = rijen.opdracht, rijen.blad, rijen.werkboek.opmaak
    vet, groot = opmaak(bold=True), opmaak(bold=True, font_size=16)
    blad.write_string(0, 0, texts.titel(opdracht.partij, opdracht.ronde), groot)
    kader = opdracht.kader.instellingen.kader
    blad.write_string(0, rijen.kolommen.index("Doel"), kader, vet)
    blad.write_string(1, 0, texts.KENMERK, vet)
    blad.write_string(1, 1, str(rijen.vragenlijst.kenmerk))
    blad.write_string(1, rijen.kolommen.index("Indicator"), texts.AANWIJZING)
    if opdracht.fictief:
        zet_fictief(rijen.werkboek, blad, 2)
    samenvatting = opdracht.opmerkingen.samenvatting() if opdracht.opmerkingen else ()
    for rij, regel in enumerate(samenvatting, 3):
        blad.set_row(rij, 18)
        blad.write_string(rij, 0, regel, opmaak(bold=rij == 3, font_size=12))
    van = rijen.vragenlijst.indicatoren
    kolom, tot = (
        adres(rij, rijen.controlekolom, row_abs=True, col_abs=True)
        for rij in (rijen.eerste, rijen.laatste)
    )
    af = f'COUNTIF({kolom}:{tot},"{l.COMPLEET}")'
    blad.write_formula(
        1,
        _WAARDE,
        f'=IF({af}={van},"{texts.ALLES_INGEVULD}","Nog "&({van}-{af})&" van {van} in te vullen")',
        opmaak(bold=True, font_size=13),
        texts.nog_te_doen(van - rijen.compleet, van),
    )


def _maak_levend(rijen: Rijen) -> None:
    """Colours follow the words; what is missing or unknown is marked as well as named."""
    for rij, vraag in enumerate(rijen.vragenlijst.regels, rijen.eerste):
        if not vraag.meetwaarde:
            _laat_kiezen(rijen, rij)
    werkboek, blad = rijen.werkboek, rijen.blad
    code, i, j, m = (
        adres(rijen.eerste, kolom, col_abs=True)
        for kolom in (0, _WAARDE, _BEOORDELING, rijen.controlekolom)
    )
    werkboek.kleur_woorden(blad, rijen.bereik(_BEOORDELING), rijen.opdracht.kader.stoplicht)
    goed = (Controle.INGEVULD, Controle.MAG_LEEG, l.COMPLEET)
    fout = "".join(f',{m}<>"{woord}"' for woord in goed)
    vreemd = f"NOT({in_lijst(f'TRIM({j})', 'Keuze_beoordeling')})"
    for kolom, formule in (
        (_BEOORDELING, f'=AND(TRIM({j})<>"",{vreemd})'),
        (_REDEN, f'=OR({m}="{Controle.KIES_REDEN}",{m}="{Controle.REDEN_PAST_NIET}")'),
        (_TOELICHTING, f'={m}="{Controle.SCHRIJF_TOELICHTING}"'),
        (_WAARDE, f'=AND(ISNUMBER(SEARCH("-M",{code})),TRIM({i})<>""{fout})'),
    ):
        werkboek.waarschuw(blad, rijen.bereik(kolom), formule)
    werkboek.kleur_woorden_licht(blad, rijen.bereik(rijen.controlekolom), l.COMPLEET)


def _laat_kiezen(rijen: Rijen, rij: int) -> None:
    """The dropdowns for the beoordeling and the reden of an indicator."""
    licht = rijen.opdracht.kader.stoplicht
    kleuren = {
        "validate": "list",
        "source": "=Keuze_beoordeling",
        "error_title": "Kies een kleur",
        "error_message": f"Kies {licht.keuzes} uit de lijst.",
    }
    rijen.blad.data_validation(rij, _BEOORDELING, rij, _BEOORDELING, kleuren)
    j, met_reden = adres(rij, _BEOORDELING, col_abs=True), licht.met_reden
    keuze = "".join(f'IF({j}="{kleur}",{keuzelijst(kleur)},' for kleur in met_reden)
    alleen = f"Alleen bij {in_woorden(met_reden)}" if met_reden else "Hier is geen reden nodig"
    # No stop: the letter alone is an answer too, and Controle says it when it is none.
    redenen = {
        "validate": "list",
        "source": f"={keuze}Keuze_geen{')' * len(met_reden)}",
        "show_error": False,
        "input_title": "Reden",
        "input_message": f"{alleen}. Kies uit de lijst, of typ de letter.",
    }
    rijen.blad.data_validation(rij, _REDEN, rij, _REDEN, redenen)


def _richt_in(rijen: Rijen) -> None:
    blad = rijen.blad
    for kolom, naam in enumerate(rijen.kolommen):
        blad.set_column(kolom, kolom, BREEDTE[naam])
    blad.set_row(0, 24)
    blad.set_row(rijen.kopregel, 20)
    blad.freeze_panes(rijen.eerste, 1)
    blad.hide_gridlines(2)
    blad.set_selection(rijen.eerste, _BEOORDELING, rijen.eerste, _BEOORDELING)
    blad.activate()
    mag = "format_columns format_rows autofilter select_locked_cells select_unlocked_cells"
    blad.protect("", dict.fromkeys(mag.split(), True))
    druk_af_op_a4(blad, herhaal=rijen.kopregel)
