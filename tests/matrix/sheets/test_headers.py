"""No header of a matrix is cut off, on whatever sheet and however long the names in it are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from excelmaten import Blad, bladen_van
from rondes_maken import maak_matrix

from kaderxl.core import labels as l
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Vastgelegd
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.writing.colours import DONKERGROEN


def is_kop(blad: Blad, cel: Any) -> bool:
    """A title, a header over a column, or a name in front of what is said of a ronde."""
    gevuld = str(cel.fill.fgColor.rgb)[-6:] == DONKERGROEN.removeprefix("#")
    label = blad.naam == l.SAMENVATTING and cel.column == 1 and cel.font.b
    return cel.row <= 2 or gevuld or bool(label)


@pytest.mark.parametrize("fase", HALFJAARLIJKS.fasen, ids=str)
@pytest.mark.parametrize("naam", ["", "Huurdersvereniging De Onderlinge Samenwerking van Oost"])
@pytest.mark.parametrize("welk", ["kader", "klein"])
def test_no_header_is_cut_off(
    request: pytest.FixtureRequest, welk: str, naam: str, fase: Fase
) -> None:
    kader: Kader = request.getfixturevalue(welk)
    if naam:
        partijen = tuple(replace(p, naam=f"{naam} {p.code}") for p in kader.partijen)
        kader = replace(kader, partijen=partijen)
    matrix = maak_matrix(kader, Ronde(2026, fase), {})
    dag = date(2027, 3, 30)
    data = write_matrix(replace(matrix, vastgelegd=Vastgelegd(vastgesteld=dag, geen_bod=dag)))
    koppen = 0
    for blad in bladen_van(data).values():
        if blad.is_zichtbaar:
            namen = {cel.coordinate for cel in blad.gevuld() if is_kop(blad, cel)}
            koppen += len(namen)
            assert not [str(cel) for cel in blad.afgesneden() if cel.adres in namen], blad.naam
    assert koppen > 100
