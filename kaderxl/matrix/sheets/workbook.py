"""The matrix as a workbook: the summary in front, the sheets of the meeting, what lies behind."""

from __future__ import annotations

from collections.abc import Callable

from xlsxwriter.worksheet import Worksheet

from ...core import labels as l
from ...core import phrases as say
from ...core.outcome import Matrix
from ...writing.colours import FICTIEF_TEKST, FICTIEF_VULLING, palet
from ...writing.workbook import Werkboek
from .layout import Indeling, deel_in
from .lists import schrijf_bevindingen, schrijf_grondslag, schrijf_herkomst, schrijf_ontbrekend
from .marks import schrijf_merken
from .meeting import schrijf_focuspunten, schrijf_jaarprogramma, schrijf_verschillen
from .readme import schrijf_leesmij
from .summary import schrijf_samenvatting
from .table import schrijf_monitoringstabel
from .votes import schrijf_besluitvorming

_Schrijver = Callable[[Werkboek, Worksheet, Matrix, Indeling], None]
_OVERLEG: dict[str, _Schrijver] = {
    l.SAMENVATTING: schrijf_samenvatting,
    l.MONITORINGSTABEL: schrijf_monitoringstabel,
    l.FOCUSPUNTEN: schrijf_focuspunten,
    l.VERSCHILLEN: schrijf_verschillen,
    l.BESLUITVORMING: schrijf_besluitvorming,
    l.JAARPROGRAMMA: schrijf_jaarprogramma,
}
_LIJSTEN = {
    l.ONTBREKEND: schrijf_ontbrekend,
    l.BEVINDINGEN: schrijf_bevindingen,
    l.GRONDSLAG: schrijf_grondslag,
    l.HERKOMST: schrijf_herkomst,
}


def write_matrix(matrix: Matrix) -> bytes:
    """The .xlsx of a matrix; the same matrix gives the same bytes."""
    titel = f"Monitoringsmatrix {say.naam_van(matrix.ronde)}"
    gemeente = matrix.kader.instellingen.uitgever
    werkboek = Werkboek(titel, matrix.ronde.peildatum, gemeente, palet(matrix.alle_kleuren))
    indeling = deel_in(matrix)
    overleg = dict(_OVERLEG)
    if indeling.jaarprogramma is None:
        del overleg[l.JAARPROGRAMMA]
    namen = [*overleg, *_LIJSTEN, l.MATRIX_LEESMIJ]
    bladen = {naam: werkboek.add_worksheet(naam) for naam in namen}
    for naam, schrijver in overleg.items():
        schrijver(werkboek, bladen[naam], matrix, indeling)
    for naam, lijst in _LIJSTEN.items():
        lijst(werkboek, bladen[naam], matrix)
    schrijf_leesmij(werkboek, bladen[l.MATRIX_LEESMIJ], matrix, namen)
    for naam, blad in bladen.items():
        _schrijf_titel(werkboek, blad, matrix, _titel(naam, matrix, titel))
    schrijf_merken(werkboek, _titel_voluit(matrix, titel))
    return werkboek.bytes()


def _titel(naam: str, matrix: Matrix, titel: str) -> str:
    if naam == l.SAMENVATTING:
        return titel
    jaarprogramma = f"{naam} {matrix.ronde.jaar + 1}, {say.naam_van(matrix.ronde)}"
    if naam == l.JAARPROGRAMMA:
        return jaarprogramma
    return f"{naam}, {say.naam_van(matrix.ronde)}"


def _titel_voluit(matrix: Matrix, titel: str) -> str:
    return f"{l.FICTIEF}. {titel}" if matrix.fictief else titel


def _schrijf_titel(werkboek: Werkboek, blad: Worksheet, matrix: Matrix, titel: str) -> None:
    """The one title row; on a made-up matrix it says so before anything else."""
    vorm: dict[str, object] = {"bold": True, "font_size": 14}
    titel = _titel_voluit(matrix, titel)
    if matrix.fictief:
        vorm |= {"bg_color": FICTIEF_VULLING, "font_color": FICTIEF_TEKST}
        blad.set_row(0, 22, werkboek.opmaak(**vorm))
    else:
        blad.set_row(0, 22)
    blad.write_string(0, 0, titel, werkboek.opmaak(**vorm))
