"""What a partij sees of its sheet on a common laptop and on paper, by Excel's own sizes."""

from __future__ import annotations

import io

import pytest
from excelmaten import bladen_van
from invullen import PARTIJEN, leeg_blad, zoek_tabel
from levend import afgesneden_in_controle
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
def test_whatever_controle_may_come_to_say_is_seen_whole_and_no_row_is_high_for_it(
    kader: Kader, partij: str
) -> None:
    data = leeg_blad(kader, partij)
    assert [*map(str, afgesneden_in_controle(data))] == []
    blad = bladen_van(data)[l.INVULBLAD]
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    kort = {
        rij
        for rij in tabel.rijen.values()
        if len(str(blad.waarden.cell(rij, tabel.kolommen[l.VRAAG]).value)) <= 30
    }
    assert {blad.hoogte(rij) for rij in kort} == {15}


@pytest.mark.parametrize("partij", PARTIJEN)
def test_it_can_be_read_on_paper(kader: Kader, partij: str) -> None:
    blad = bladen_van(leeg_blad(kader, partij))[l.INVULBLAD]
    assert 11 * blad.schaal() >= _KLEINSTE_OP_PAPIER
