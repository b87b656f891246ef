"""What the sheets of a meeting say of an afspraak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.meeting import actiehouders_van


def matrix(kader: Kader, trekker: str, *houders: str) -> Matrix:
    """One in which every row is of these partijen."""
    heel = combine(kader, Ronde(2026), [])
    inbreng = dict.fromkeys(houders)
    rijen = [replace(rij, inbreng=inbreng, trekker=trekker) for rij in heel.rijen]
    return replace(heel, rijen=tuple(rijen))


@pytest.mark.parametrize(
    ("trekker", "houders", "gezegd"),
    [
        ("", ("GEM", "NB"), "gemeente en Noordbouw"),
        ("", ("GEM", "NB", "ZW"), "gemeente en corporaties"),
        ("", ("GEM", "NB", "ZW", "HB"), "alle partijen"),
        ("NB", ("NB",), "Noordbouw (trekker)"),
        ("NB", ("GEM", "NB", "ZW"), "gemeente, Noordbouw (trekker) en Zuidwonen"),
        ("", (), "–"),
    ],
)
def test_who_is_to_do_an_afspraak_is_named_and_who_leads_it(
    klein: Kader, trekker: str, houders: tuple[str, ...], gezegd: str
) -> None:
    assert actiehouders_van(matrix(klein, trekker, *houders), 1) == gezegd
