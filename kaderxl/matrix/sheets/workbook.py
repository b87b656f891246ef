"""The matrix as a workbook: the summary in front, the sheets of the meeting, what lies behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING

from ...core import labels as l, phrases as say
from ...core.identity import matrixkenmerk
from ...core.outcome import Matrix, Vastgelegd
from ...writing.colours import DONKERGROEN, FICTIEF_TEKST, FICTIEF_VULLING, INVOER_LIJN, palet
from ...writing.grid import schrijf_tabel
from ...writing.handed_out import stamp_of
from ...writing.measures import tekstbreedte
from ...writing.named_lists import schrijf_keuzelijsten
from ...writing.table import Kolom, Tabel
from ...writing.workbook import Opdruk, Werkboek
from ..settled import MATRIX, as_content
from .decision_list import keuzelijsten, schrijf_besluitenlijst
from .differences import schrijf_verschillen
from .layout import Vel, deel_in
from .lists import (
    actiepunten,
    bevindingen,
    dit_doen_we_al,
    grondslag,
    herkomst,
    ontbrekend,
    toelichtingen,
)
from .marks import schrijf_merken
from .meeting import schrijf_focuspunten, schrijf_jaarprogramma
from .proposals import schrijf_wijzigingen
from .readme import schrijf_leesmij
from .summary import schrijf_samenvatting, schrijf_wijzers
from .table import schrijf_monitoringstabel
from .votes import schrijf_besluitvorming, schrijf_stemmingen

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITELLETTER = 14
_OVERLEG: dict[str, Callable[[Vel], None]] = {
    l.SAMENVATTING: schrijf_samenvatting,
    l.BESLUITENLIJST: schrijf_besluitenlijst,
    l.MONITORINGSTABEL: schrijf_monitoringstabel,
    l.FOCUSPUNTEN: schrijf_focuspunten,
    l.VERSCHILLEN: schrijf_verschillen,
    l.BESLUITVORMING: schrijf_besluitvorming,
    l.STEMMINGEN: schrijf_stemmingen,
    l.JAARPROGRAMMA: schrijf_jaarprogramma,
    l.WIJZIGINGEN: schrijf_wijzigingen,
}
_LIJSTEN: dict[str, tuple[Callable[[Matrix], Tabel], str, float]] = {
    l.TOELICHTINGEN: (toelichtingen, "Er is geen toelichting geschreven.", inf),
    l.ACTIEPUNTEN: (actiepunten, "Er is niets toegezegd.", inf),
    l.LOPEND: (dit_doen_we_al, "", inf),
    l.ONTBREKEND: (ontbrekend, "Er ontbreekt niets.", inf),
    l.BEVINDINGEN: (bevindingen, "Er zijn geen bevindingen.", 1000),
    l.GRONDSLAG: (grondslag, "Er is nog niets gevraagd.", inf),
    l.HERKOMST: (herkomst, "Er is nog niets ontvangen.", 0),
}
"""Each table, what stands there without rows, and with how many its rows are not measured."""


_TOT_WAAR = {
    l.BESLUITENLIJST: l.DATUM_BO,
    l.MONITORINGSTABEL: l.GEZET,
    l.FOCUSPUNTEN: l.WANNEER,
    l.VERSCHILLEN: l.SINDSDIEN,
    l.JAARPROGRAMMA: "Thema",
}
"""The sheets that tell a voorstel from a besluit, and the column up to which they are printed."""


def write_matrix(matrix: Matrix, basis: Vastgelegd | None = None) -> bytes:
    """The .xlsx of a matrix; the same matrix gives the same bytes.

    It bears the stempel of what is settled in it, or of `basis` where it shows what somebody
    filled in in that.
    """
    titel = f"Monitoringsmatrix {say.naam_van(matrix.ronde)}"
    gemeente = matrix.kader.instellingen.uitgever
    kleuren = palet(matrix.alle_kleuren)
    werkboek = Werkboek(titel, matrix.ronde.peildatum, gemeente, kleuren, _opdruk(matrix))
    indeling = deel_in(matrix)
    overleg = {n: f for n, f in _OVERLEG.items() if n in (l.SAMENVATTING, *indeling.roosters)}
    kader = matrix.kader
    is_er = {l.LOPEND: kader.toezeggingen, l.ACTIEPUNTEN: kader.actiepunten or kader.gezegd}
    lijsten = {n: w for n, w in _LIJSTEN.items() if is_er.get(n, True)}
    namen = [*overleg, *lijsten, l.MATRIX_LEESMIJ]
    zeg = kader.instellingen.zeg
    bladen = {naam: werkboek.add_worksheet(zeg(naam)) for naam in namen}
    for naam, schrijf in overleg.items():
        schrijf(Vel(werkboek, bladen[naam], matrix, indeling))
    schrijf_wijzers(Vel(werkboek, bladen[l.SAMENVATTING], matrix, indeling), [*map(zeg, namen[1:])])
    for naam, (maak, leeg, grens) in lijsten.items():
        tabel = maak(matrix)
        schrijf_tabel(werkboek, bladen[naam], tabel, leeg, len(tabel.rijen) < grens)
    bladen[l.SAMENVATTING].set_tab_color(DONKERGROEN)
    for naam, rooster in indeling.roosters.items():
        if any(kolom.invoer for kolom in rooster.kolommen):
            bladen[naam].set_tab_color(INVOER_LIJN)
    stempel = stamp_of(MATRIX, as_content(matrix.vastgelegd if basis is None else basis))
    schrijf_leesmij(werkboek, bladen[l.MATRIX_LEESMIJ], matrix, namen, stempel)
    merk = f"{l.FICTIEF}. " if matrix.fictief else ""
    for naam, blad in bladen.items():
        over = merk + _titel(naam, matrix, titel)
        _schrijf_titel(werkboek, blad, matrix, over)
        if naam in _TOT_WAAR and naam in indeling.roosters:
            rooster = indeling.roosters[naam]
            tot = rooster.plaats(_TOT_WAAR[naam])
            _schrijf_regel(werkboek, blad, matrix, over, rooster.kolommen[: tot + 1])
    schrijf_keuzelijsten(werkboek, keuzelijsten(kader.stoplicht))
    schrijf_merken(werkboek, merk + titel)
    return werkboek.bytes()


def _opdruk(matrix: Matrix) -> Opdruk:
    wat = f"{matrix.kader.instellingen.kader}, {say.naam_van(matrix.ronde)}"
    stand = "vastgesteld" if matrix.vastgelegd.vastgesteld else "concept"
    return Opdruk(wat, matrixkenmerk(matrix.kader, matrix.ronde), stand, matrix.fictief)


def _titel(naam: str, matrix: Matrix, titel: str) -> str:
    if naam == l.SAMENVATTING:
        return titel
    volgend = naam in (l.JAARPROGRAMMA, l.WIJZIGINGEN)
    jaar = f" {matrix.ronde.jaar + 1}" if volgend else ""
    return f"{matrix.kader.instellingen.zeg(naam)}{jaar}, {say.naam_van(matrix.ronde)}"


def _schrijf_titel(werkboek: Werkboek, blad: Worksheet, matrix: Matrix, titel: str) -> None:
    """The one title row; on a made-up matrix it says so before anything else."""
    opmaak = werkboek.opmaak(bold=True, font_size=_TITELLETTER, **_merkkleur(matrix))
    blad.set_row(0, 22, opmaak if matrix.fictief else None)
    blad.write_string(0, 0, titel, opmaak)


def _schrijf_regel(
    werkboek: Werkboek,
    blad: Worksheet,
    matrix: Matrix,
    titel: str,
    kolommen: Sequence[Kolom],
) -> None:
    """At the end of the title row what makes a voorstel, where the title leaves room for it."""
    ruimte = sum(7 * kolom.breedte + 5 for kolom in kolommen)
    in_het_kort = matrix.kader.instellingen.zeg(say.VOORSTEL_IN_HET_KORT)
    nodig = tekstbreedte(titel) * _TITELLETTER / 11 + tekstbreedte(in_het_kort)
    if nodig < ruimte:
        opmaak = werkboek.opmaak(align="right", **_merkkleur(matrix))
        blad.write_string(0, len(kolommen) - 1, in_het_kort, opmaak)


def _merkkleur(matrix: Matrix) -> dict[str, object]:
    """How the title row looks: a made-up matrix is told by it."""
    kleuren: dict[str, object] = {"bg_color": FICTIEF_VULLING, "font_color": FICTIEF_TEKST}
    return kleuren if matrix.fictief else {}
