"""What a correction workbook points at: marks that go when a cell is right, and what is fine
folded away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core.text import getrimd
from ..core.values import celgetal, dagnummer
from ..writing.grid import als_formule
from .checks import GOED
from .layout import ANTWOORDEN
from .rows import Rijen

_LANGSTE = 1000


def merken(rijen: Rijen) -> Iterator[tuple[int, int, str]]:
    """The cells (row, column) that were remarked on, each with what is true as long as it and its
    check are as they were."""
    assert rijen.opmerkingen is not None, "only a correction workbook has remarks"
    for vraag in rijen.vragenlijst.regels:
        rij = rijen.plaats.rij[vraag.code]
        for naam in ANTWOORDEN:
            kolom = rijen.kolommen.van(vraag, naam)
            if kolom is not None and (vraag.code, naam) in rijen.opmerkingen.gemerkt:
                stond = rijen.opdracht.antwoorden.get(vraag.code, {}).get(naam)
                zoals_het_stond = _is_nog(adres(rij, kolom), stond)
                yield rij, kolom, f"=AND({zoals_het_stond},{_zegt_nog(rijen, vraag.code, rij)})"
    for plan in rijen.vragenlijst.programma:
        if (plan.code, l.PLANNEN) in rijen.opmerkingen.gemerkt:
            rij, kolom = rijen.plaats.rij[plan.code], rijen.kolommen.toelichting
            stond = rijen.opdracht.antwoorden.get(plan.code, {}).get(l.PLANNEN)
            yield rij, kolom, f"={_is_nog(adres(rij, kolom), stond)}"


def _is_nog(cel: str, stond: object) -> str:
    if isinstance(stond, bool):
        return f'OR({cel}={str(stond).upper()},TRIM({cel})="{"Ja" if stond else "Nee"}")'
    if isinstance(stond, date):
        return f"{cel}={dagnummer(stond):.15g}"
    if (getal := celgetal(stond)) is not None:
        return f"{cel}={getal:.15g}"
    tekst = getrimd(stond)
    if len(tekst) > _LANGSTE:
        return f"LEN({cel})={len(str(stond))}"
    return f"TRIM({cel})={als_formule(tekst)}"


def _zegt_nog(rijen: Rijen, code: str, rij: int) -> str:
    """Whether Controle says what it said; of what it does not see it says nothing."""
    zei = rijen.controles[code]
    if zei in GOED:
        return "TRUE"
    return f"{adres(rij, rijen.kolommen.controle)}={als_formule(zei)}"


def vouw_in(rijen: Rijen) -> None:
    """Show only the indicatoren with a remark, by a filter that anybody can take off."""
    blad, plaats = rijen.blad, rijen.plaats
    kolom, laatste = rijen.kolommen.plaats(l.BEKIJKEN), max(plaats.rij.values())
    for rij in range(plaats.eerste, laatste + 1):
        woord = l.JA_OF_NEE[not rijen.op.is_te_zien(rij)]
        blad.write_string(rij, kolom, woord, rijen.werkboek.cel(align="center"))
    blad.autofilter(plaats.kopregel, kolom, laatste, kolom)
    blad.filter_column(kolom, f"x == {l.JA_OF_NEE[0]}")
