"""The workbook a partij fills in: explanation, questions with live checks, and its identity."""

from __future__ import annotations

from ..core import labels as l, phrases as say
from ..core.answers import Reactie
from ..core.traffic_light import in_woorden
from ..writing.addresses import cell_address as adres
from ..writing.colours import BALK, GRIJZE_TEKST, palet
from ..writing.grid import als_formule
from ..writing.measures import druk_af_op_a4, zet_fictief
from ..writing.named_lists import keuzelijst
from ..writing.workbook import Opdruk, Werkboek
from . import texts
from .base import stempel_van
from .checks import IN_WOORDEN, KEUZE_AKKOORD, NIETS_TE_DOEN, Controle
from .explanation import schrijf_uitleg, stel_uitleg_op
from .layout import Opdracht, schrijf_meta
from .live import maak_levend
from .marks import vouw_in
from .printed import lange_vragen
from .questions import AKKOORD, KLEUR
from .remarks import schrijf_opmerkingen
from .rows import Rijen

_LETTERS_VAN_BALK = {False: 11, True: 8}
_VER = 99_999  # further down than any row of a table


def write_input_sheet(opdracht: Opdracht) -> bytes:
    """The .xlsx of one partij for one ronde; the same opdracht gives the same bytes."""
    kader, ronde, partij = opdracht.kader, opdracht.ronde, opdracht.partij
    vragenlijst, opmerkingen = opdracht.vragenlijst, opdracht.opmerkingen
    soort = "Akkoordblad" if opdracht.pas.akkoord else "Invulblad"
    soort = "Herstelblad" if opmerkingen else soort
    titel = f"{soort} {partij.naam}, {say.naam_van(ronde)}"
    moment = opmerkingen.gemaakt if opmerkingen else opdracht.gemaakt or ronde.peildatum
    opdruk = Opdruk(titel, str(vragenlijst.kenmerk), fictief=opdracht.fictief)
    gemeente = kader.instellingen.uitgever
    werkboek = Werkboek(titel, moment, gemeente, palet(kader.stoplicht), opdruk)
    blad = werkboek.add_worksheet(l.INVULBLAD)
    if opmerkingen and opmerkingen.overig:
        erbij = werkboek.add_worksheet(l.OPMERKINGEN)
        schrijf_opmerkingen(werkboek, erbij, opmerkingen.overig, opdracht.fictief)
    uitleg = werkboek.add_worksheet(l.UITLEG)
    schrijf_meta(werkboek, opdracht, vragenlijst, stempel_van(opdracht))
    rijen = Rijen(werkboek, blad, opdracht, vragenlijst)
    rijen.schrijf()
    _schrijf_boven(rijen)
    _laat_antwoorden(rijen)
    maak_levend(rijen)
    _richt_in(rijen)
    lang = lange_vragen(vragenlijst, opdracht.vorige)
    tekst = stel_uitleg_op(kader, ronde, partij, vragenlijst, lang)
    schrijf_uitleg(werkboek, uitleg, tekst, opdracht.fictief)
    return werkboek.bytes()


def _schrijf_boven(rijen: Rijen) -> None:
    opdracht, blad, opmaak = rijen.opdracht, rijen.blad, rijen.werkboek.opmaak
    plaats, kolommen = rijen.plaats, rijen.kolommen
    grijs = opmaak(font_size=10, font_color=GRIJZE_TEKST)
    akkoord = rijen.vragenlijst.alleen_akkoord
    blad.write_string(
        0, 0, texts.titel(opdracht.partij, opdracht.ronde, akkoord), opmaak(bold=True, font_size=16)
    )
    blad.write_string(0, kolommen.toelichting, opdracht.kader.instellingen.kader, grijs)
    blad.write_string(1, 0, texts.KENMERK, grijs)
    blad.write_string(1, 1, str(rijen.vragenlijst.kenmerk), grijs)
    if opdracht.fictief:
        zet_fictief(rijen.werkboek, blad, 2)
    samenvatting = opdracht.opmerkingen.samenvatting() if opdracht.opmerkingen else ()
    regels = *samenvatting, texts.aanwijzing(rijen.vragenlijst)
    for rij, regel in enumerate(regels, plaats.kopregel - len(regels)):
        blad.set_row(rij, 18)
        blad.write_string(rij, 0, regel, opmaak(bold=regel in samenvatting[:1]))
    _schrijf_stand(rijen)


def _schrijf_stand(rijen: Rijen) -> None:
    """How far one is, live: in words, as a bar with the number in it, and where to go on."""
    blad, opmaak, kolommen = rijen.blad, rijen.werkboek.opmaak, rijen.kolommen
    van = rijen.vragenlijst.indicatoren
    controle = _vast_bereik(rijen, kolommen.controle)
    eenheid = _vast_bereik(rijen, kolommen.plaats(l.EENHEID))
    eerste = (KLEUR, AKKOORD) if rijen.vragenlijst.akkoorden else (KLEUR,)
    gevuld = f'{controle},"{Controle.INGEVULD}"'
    af = "+".join(f'COUNTIFS({eenheid},"{soort}",{gevuld})' for soort in eerste)
    af = f"({af})"
    klaar = f'"{texts.klaar(rijen.herstel)}"'
    if rijen.vragen:
        gevraagd = "+".join(f"SUMPRODUCT(--({controle}={als_formule(v)}))" for v in rijen.vragen)
        klaar = f'IF({gevraagd}>0,"{texts.NOG_EEN_VRAAG}",{klaar})'
    blad.write_formula(
        1,
        kolommen.antwoord,
        f'=IF({af}={van},{klaar},"Nog "&({van}-{af})&" van {van} in te vullen")',
        opmaak(bold=True, font_size=12),
        texts.nog_te_doen(van - rijen.compleet, van, rijen.gevraagd, rijen.herstel),
    )
    if not van:
        return
    vol, stappen = f"INT({af}*{texts.STAPPEN}/{van})", texts.STAPPEN
    delen = f'REPT("{texts.VOL}",{vol})&REPT("{texts.LEEG}",{stappen}-{vol})'
    blad.write_formula(
        1,
        kolommen.toelichting,
        f'={delen}&" "&{af}&" van {van}"',
        opmaak(font_color=BALK, font_size=_LETTERS_VAN_BALK[kolommen.is_smal]),
        texts.balk(rijen.compleet, van),
    )
    codes = _vast_bereik(rijen, kolommen.plaats(l.CODE))
    waar = (f"IFERROR(MATCH({als_formule(w)},{controle},0),{_VER})" for w in _te_doen(rijen))
    blad.write_formula(
        1,
        kolommen.controle,
        f'=IFERROR("{texts.VOLGENDE}"&INDEX({codes},MIN({",".join(waar)})),"–")',
        opmaak(bold=True),
        f"{texts.VOLGENDE}{rijen.volgende}" if rijen.volgende else "–",
    )


def _vast_bereik(rijen: Rijen, kolom: int) -> str:
    plaats = rijen.plaats
    einden = (
        adres(rij, kolom, row_abs=True, col_abs=True) for rij in (plaats.eerste, plaats.laatste)
    )
    return ":".join(einden)


def _te_doen(rijen: Rijen) -> list[str]:
    """What Controle can say of a row on which something is to be done."""
    soorten = (r.meetwaarde.soort.niet_goed for r in rijen.vragenlijst.regels if r.meetwaarde)
    niet = {"", *NIETS_TE_DOEN, *IN_WOORDEN}
    return [w for w in dict.fromkeys((*Controle, *soorten, *rijen.vragen)) if w not in niet]


def _laat_antwoorden(rijen: Rijen) -> None:
    for vraag in rijen.vragenlijst.regels:
        if not vraag.meetwaarde:
            _laat_kiezen(rijen, rijen.plaats.rij[vraag.code])
            if vraag.trekker:
                _laat_beamen(rijen, rijen.plaats.rij[vraag.code])


def _laat_kiezen(rijen: Rijen, rij: int) -> None:
    """The dropdowns for the beoordeling and the reden of an indicator."""
    licht, kolommen = rijen.opdracht.kader.stoplicht, rijen.kolommen
    kleuren = {
        "validate": "list",
        "source": "=Keuze_beoordeling",
        "error_title": "Kies een kleur",
        "error_message": f"Kies {licht.keuzes} uit de lijst.",
    }
    rijen.blad.data_validation(rij, kolommen.antwoord, rij, kolommen.antwoord, kleuren)
    j, met_reden = adres(rij, kolommen.antwoord, col_abs=True), licht.met_reden
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
    rijen.blad.data_validation(rij, kolommen.reden, rij, kolommen.reden, redenen)


def _laat_beamen(rijen: Rijen, rij: int) -> None:
    keuze = {
        "validate": "list",
        "source": f"={KEUZE_AKKOORD}",
        "error_title": "Akkoord?",
        "error_message": f"Kies {' of '.join(Reactie)} uit de lijst.",
    }
    kolom = rijen.kolommen.akkoord
    rijen.blad.data_validation(rij, kolom, rij, kolom, keuze)


def _richt_in(rijen: Rijen) -> None:
    blad, plaats, kolommen = rijen.blad, rijen.plaats, rijen.kolommen
    for kolom, breedte in enumerate(kolommen.breedtes.values()):
        blad.set_column(kolom, kolom, breedte)
    blad.set_row(0, 24)
    blad.set_row(1, 18)
    blad.set_row(plaats.kopregel, 20)
    blad.freeze_panes(plaats.eerste, kolommen.plaats(l.VRAAG) + 1)
    blad.hide_gridlines(2)
    begin = kolommen.akkoord if rijen.vragenlijst.alleen_akkoord else kolommen.antwoord
    blad.set_selection(plaats.eerste + 1, begin, plaats.eerste + 1, begin)
    blad.activate()
    # Who may change objects may also put a comment beside a cell, and those are read.
    mag = "format_columns format_rows autofilter select_locked_cells select_unlocked_cells objects"
    blad.protect("", dict.fromkeys(mag.split(), True))
    if rijen.opmerkingen:
        vouw_in(rijen)
    druk_af_op_a4(blad, herhaal=plaats.kopregel)
