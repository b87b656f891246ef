"""The matrix as a workbook: the summary in front, the sheets of the meeting, what lies behind."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from xlsxwriter.worksheet import Worksheet

from ...core import labels as l
from ...core import phrases as say
from ...core.outcome import Matrix, Vastgelegd
from ...writing.colours import FICTIEF_TEKST, FICTIEF_VULLING, palet
from ...writing.grid import schrijf_tabel
from ...writing.handed_out import stamp_of
from ...writing.table import Tabel
from ...writing.workbook import Werkboek
from ..settled import MATRIX, as_content
from .layout import Vel, deel_in
from .lists import bevindingen, grondslag, herkomst, ontbrekend
from .marks import schrijf_merken
from .meeting import schrijf_focuspunten, schrijf_jaarprogramma, schrijf_verschillen
from .readme import schrijf_leesmij
from .summary import schrijf_samenvatting
from .table import schrijf_monitoringstabel
from .votes import schrijf_besluitvorming

_OVERLEG: dict[str, Callable[[Vel], None]] = {
    l.SAMENVATTING: schrijf_samenvatting,
    l.MONITORINGSTABEL: schrijf_monitoringstabel,
    l.FOCUSPUNTEN: schrijf_focuspunten,
    l.VERSCHILLEN: schrijf_verschillen,
    l.BESLUITVORMING: schrijf_besluitvorming,
    l.JAARPROGRAMMA: schrijf_jaarprogramma,
}
_LIJSTEN: dict[str, tuple[Callable[[Matrix], Tabel], str, float]] = {
    l.ONTBREKEND: (ontbrekend, "Er ontbreekt niets.", inf),
    l.BEVINDINGEN: (bevindingen, "Er zijn geen bevindingen.", 1000),
    l.GRONDSLAG: (grondslag, "Er is nog niets gevraagd.", inf),
    l.HERKOMST: (herkomst, "Er is nog niets ontvangen.", 0),
}
"""Each table, what stands there without rows, and with how many its rows have no height of their
own."""


def write_matrix(matrix: Matrix, basis: Vastgelegd | None = None) -> bytes:
    """The .xlsx of a matrix; the same matrix gives the same bytes.

    It bears the stempel of what is settled in it, or of `basis` where it shows what somebody
    filled in in that.
    """
    titel = f"Monitoringsmatrix {say.naam_van(matrix.ronde)}"
    gemeente = matrix.kader.instellingen.uitgever
    werkboek = Werkboek(titel, matrix.ronde.peildatum, gemeente, palet(matrix.alle_kleuren))
    indeling = deel_in(matrix)
    overleg = {n: f for n, f in _OVERLEG.items() if n in (l.SAMENVATTING, *indeling.roosters)}
    namen = [*overleg, *_LIJSTEN, l.MATRIX_LEESMIJ]
    bladen = {naam: werkboek.add_worksheet(naam) for naam in namen}
    for naam, schrijf in overleg.items():
        schrijf(Vel(werkboek, bladen[naam], matrix, indeling))
    for naam, (maak, leeg, grens) in _LIJSTEN.items():
        tabel = maak(matrix)
        schrijf_tabel(werkboek, bladen[naam], tabel, leeg, len(tabel.rijen) < grens)
    stempel = stamp_of(MATRIX, as_content(matrix.vastgelegd if basis is None else basis))
    schrijf_leesmij(werkboek, bladen[l.MATRIX_LEESMIJ], matrix, namen, stempel)
    merk = f"{l.FICTIEF}. " if matrix.fictief else ""
    for naam, blad in bladen.items():
        _schrijf_titel(werkboek, blad, matrix, merk + _titel(naam, matrix, titel))
    schrijf_merken(werkboek, merk + titel)
    return werkboek.bytes()


def _titel(naam: str, matrix: Matrix, titel: str) -> str:
    if naam == l.SAMENVATTING:
        return titel
    jaar = f" {matrix.ronde.jaar + 1}" if naam == l.JAARPROGRAMMA else ""
    return f"{naam}{jaar}, {say.naam_van(matrix.ronde)}"


def _schrijf_titel(werkboek: Werkboek, blad: Worksheet, matrix: Matrix, titel: str) -> None:
    """The one title row; on a made-up matrix it says so before anything else."""
    vorm: dict[str, object] = {"bold": True, "font_size": 14}
    if matrix.fictief:
        vorm |= {"bg_color": FICTIEF_VULLING, "font_color": FICTIEF_TEKST}
    opmaak = werkboek.opmaak(**vorm)
    blad.set_row(0, 22, opmaak if matrix.fictief else None)
    blad.write_string(0, 0, titel, opmaak)
