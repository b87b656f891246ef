"""What a partij sees of its sheet on a common laptop and on paper, by Excel's own sizes."""

from __future__ import annotations

import io

import pytest
from excelmaten import bladen_van
from invullen import PARTIJEN, leeg_blad, zoek_tabel
from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter

from kaderxl.core import labels as l
from kaderxl.core.kader import Kader

_KLEINSTE_OP_PAPIER = 9


@pytest.mark.parametrize("partij", PARTIJEN)
def test_it_opens_on_a_question_with_its_answer_and_its_check(kader: Kader, partij: str) -> None:
    data = leeg_blad(kader, partij)
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    rij = min(tabel.rijen.values())
    venster = bladen_van(data)[l.INVULBLAD].venster()
    buiten = [
        kop
        for kop, kolom in tabel.kolommen.items()
        if not venster.toont(f"{get_column_letter(kolom)}{rij}")
    ]
    assert not buiten


@pytest.mark.parametrize("partij", PARTIJEN)
def test_nothing_is_cut_off(kader: Kader, partij: str) -> None:
    assert [*map(str, bladen_van(leeg_blad(kader, partij))[l.INVULBLAD].afgesneden())] == []


@pytest.mark.parametrize("partij", PARTIJEN)
def test_it_can_be_read_on_paper(kader: Kader, partij: str) -> None:
    blad = bladen_van(leeg_blad(kader, partij))[l.INVULBLAD]
    assert 11 * blad.schaal() >= _KLEINSTE_OP_PAPIER
