"""The day on which the BO says that there is no bod: only of an agreement that has such a thing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from openpyxl import load_workbook
from rondes_maken import maak_matrix

from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Vastgelegd
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.sheets.workbook import write_matrix


def op_samenvatting(kader: Kader, vastgelegd: Vastgelegd = Vastgelegd()) -> set[object]:
    van = replace(maak_matrix(kader, Ronde(2026), {}), vastgelegd=vastgelegd)
    blad = load_workbook(io.BytesIO(write_matrix(van)))[l.SAMENVATTING]
    return {cel.value for rij in blad.iter_rows() for cel in rij}


def test_it_is_asked_of_who_can_have_none(klein: Kader) -> None:
    zonder = replace(klein, instellingen=replace(klein.instellingen, geen_bod=False))
    assert l.GEEN_BOD in op_samenvatting(klein)
    assert l.GEEN_BOD not in op_samenvatting(zonder)
    assert l.GEEN_BOD in op_samenvatting(zonder, Vastgelegd(geen_bod=date(2027, 3, 1)))
