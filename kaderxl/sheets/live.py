"""What changes on an input sheet while it is filled in: what is still asked is yellow, the colours
follow their words, and what is wrong is marked as well as named."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core.answers import Reactie
from ..core.notation import schrijf_opsomming
from ..writing.colours import AAN_DE_BEURT, INVOER, MAG_LEEG
from ..writing.grid import is_een_van
from ..writing.named_lists import in_lijst
from . import texts
from .checks import GOED, Controle, uit_te_leggen
from .marks import merken
from .questions import AKKOORD, KLEUR
from .rows import Rijen


def maak_levend(rijen: Rijen) -> None:
    """All of it; of what says two things of one cell the first holds."""
    werkboek, blad, kolommen = rijen.werkboek, rijen.blad, rijen.kolommen
    for rij, kolom, formule in merken(rijen) if rijen.opmerkingen else ():
        cel = adres(rij, kolom)
        werkboek.waarschuw(blad, f"{cel}:{cel}", formule)
    antwoord = kolommen.antwoord
    werkboek.kleur_woorden(blad, rijen.bereik(antwoord), rijen.opdracht.kader.stoplicht)
    _wijs_op_fouten(rijen)
    _wijs_aan(rijen)
    _wat_nog_moet(rijen)
    werkboek.kleur_woorden_licht(blad, rijen.bereik(kolommen.controle), Controle.INGEVULD)


def _wijs_aan(rijen: Rijen) -> None:
    """The row that is the next, and its cell: first whether one agrees, where that is asked."""
    kolommen, antwoord = rijen.kolommen, rijen.kolommen.antwoord
    code = kolommen.plaats(l.CODE)
    volgende = adres(1, kolommen.controle, row_abs=True, col_abs=True)
    hier = f'"{texts.VOLGENDE}"&{rijen.hier(code)}={volgende}'
    rijen.werkboek.wijs_aan(rijen.blad, rijen.bereik(code), f"={hier}")
    cellen = {antwoord: f"={hier}"}
    if rijen.vragenlijst.akkoorden:
        akkoord = f'{rijen.hier(kolommen.plaats(l.EENHEID))}="{AKKOORD}"'
        leeg = f'TRIM({rijen.hier(kolommen.akkoord)})=""'
        cellen = {
            kolommen.akkoord: f"=AND({hier},{akkoord},{leeg})",
            antwoord: f"=AND({hier},NOT(AND({akkoord},{leeg})))",
        }
    for kolom, formule in cellen.items():
        rijen.werkboek.verf(rijen.blad, [rijen.bereik(kolom)], formule, AAN_DE_BEURT)


def _wijs_op_fouten(rijen: Rijen) -> None:
    kolommen, antwoord = rijen.kolommen, rijen.kolommen.antwoord
    i, m = rijen.hier(antwoord), rijen.hier(kolommen.controle)
    fout = "".join(f',{m}<>"{woord}"' for woord in GOED)
    vreemd = f"NOT({in_lijst(f'TRIM({i})', 'Keuze_beoordeling')})"
    akkoord = is_een_van(m, (Controle.KIES_AKKOORD, Controle.AKKOORD_OF_EIGEN))
    is_kleur = is_een_van(rijen.hier(kolommen.plaats(l.EENHEID)), (KLEUR, AKKOORD))
    for kolom, formule in (
        *(((kolommen.akkoord, f"={akkoord}"),) if rijen.vragenlijst.akkoorden else ()),
        (antwoord, f'=AND({is_kleur},TRIM({i})<>"",{vreemd})'),
        (kolommen.reden, f'={m}="{Controle.REDEN_PAST_NIET}"'),
        (antwoord, f'=AND(NOT({is_kleur}),TRIM({i})<>""{fout})'),
    ):
        rijen.werkboek.waarschuw(rijen.blad, rijen.bereik(kolom), formule)


def _wat_nog_moet(rijen: Rijen) -> None:
    """An empty cell that must be filled in is yellow, what is filled in or may stay empty white."""
    kolommen, licht = rijen.kolommen, rijen.opdracht.kader.stoplicht
    antwoord = kolommen.antwoord
    i, m = rijen.hier(antwoord), rijen.hier(kolommen.controle)
    is_kleur = is_een_van(f"TRIM({i})", licht.met_reden)
    reden = rijen.hier(kolommen.reden)
    _verf(rijen, antwoord, f'=OR(TRIM({i})<>"",{m}="{Controle.MAG_LEEG}")', MAG_LEEG)
    _verf(rijen, kolommen.reden, f'=AND({is_kleur},TRIM({reden})="")', INVOER)
    if rijen.vragenlijst.akkoorden:
        akkoord = rijen.hier(kolommen.akkoord)
        _verf(rijen, kolommen.akkoord, f'=TRIM({akkoord})<>""', MAG_LEEG)
        _verf(rijen, antwoord, f'=AND(TRIM({i})="",{m}="{Controle.KIES_KLEUR}")', INVOER)
    _om_een_toelichting(rijen)


def _verf(rijen: Rijen, kolom: int, formule: str, vulling: str) -> None:
    rijen.werkboek.verf(rijen.blad, [rijen.bereik(kolom)], formule, vulling)


def _om_een_toelichting(rijen: Rijen) -> None:
    """The toelichting: which colours ask one, also in words where the cell is chosen."""
    licht, jaar = rijen.opdracht.kader.stoplicht, rijen.opdracht.ronde.jaar
    per_vraag: dict[tuple[str, ...], list[int]] = {}
    for vraag in rijen.vragenlijst.regels:
        if not vraag.meetwaarde:
            bij = uit_te_leggen(licht, vraag, jaar)
            kleuren = {kleur for woorden in bij.values() for kleur in woorden}
            namen = tuple(str(kleur) for kleur in licht if kleur in kleuren)
            sleutel = (Reactie.NIET_AKKOORD.value,) if vraag.trekker else namen
            per_vraag.setdefault(sleutel, []).append(rijen.plaats.rij[vraag.code])
    for namen, nummers in per_vraag.items():
        waar = rijen.kolommen.akkoord if namen == (Reactie.NIET_AKKOORD,) else None
        _vraag_toelichting(rijen, namen, nummers, waar)


def _vraag_toelichting(
    rijen: Rijen, namen: tuple[str, ...], nummers: list[int], waar: int | None
) -> None:
    """In these rows, at these words in the column `waar`, that of the answers when left out."""
    kolom, altijd = rijen.kolommen.toelichting, len(namen) == len([*rijen.opdracht.kader.stoplicht])
    woord, leeg = (
        f"TRIM({adres(nummers[0], k, col_abs=True)})"
        for k in (rijen.kolommen.antwoord if waar is None else waar, kolom)
    )
    cellen = [adres(rij, kolom) for rij in nummers]
    if altijd:
        rijen.werkboek.verf(rijen.blad, cellen, f'={leeg}<>""', MAG_LEEG)
    else:
        formule = f'=AND({is_een_van(woord, namen)},{leeg}="")'
        rijen.werkboek.verf(rijen.blad, cellen, formule, INVOER)
    rijen.blad.data_validation(
        nummers[0],
        kolom,
        nummers[0],
        kolom,
        {
            "validate": "any",
            "input_title": l.TOELICHTING,
            "input_message": _wanneer(namen, altijd),
            "other_cells": [[rij, kolom, rij, kolom] for rij in nummers[1:]],
        },
    )


def _wanneer(namen: Iterable[str], altijd: bool) -> str:
    if altijd:
        return "Nodig bij elke kleur."
    return f"Nodig bij {schrijf_opsomming([*namen], 'of')}. Anders mag dit leeg blijven."
