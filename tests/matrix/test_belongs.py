"""A matrix is taken over in the ronde that it is of, and a made-up one in a made-up ronde alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from invullen import codes

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.identity import MATRIX, Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Plek, Ronde
from kaderxl.matrix.belongs import check_as_real, check_belongs

BESTAND, RONDE = Plek("matrix.xlsx"), Ronde(2026)
EIGEN = Kenmerk("MOL", RONDE, MATRIX, "Y0")


def geweigerd(kijk: Callable[[], None]) -> list[str]:
    try:
        kijk()
    except NietUitgevoerd as niet:
        return codes(niet.bevindingen)
    return []


@pytest.mark.parametrize(
    ("kenmerk", "regel"),
    [
        (EIGEN, None),
        (None, None),
        (replace(EIGEN, kader="ELD"), catalogue.MATRIX_ANDER_KADER),
        (replace(EIGEN, ronde=Ronde(2027)), catalogue.MATRIX_ANDERE_RONDE),
    ],
    ids=["ours", "none", "another kader", "another ronde"],
)
def test_a_matrix_is_of_its_own_kader_and_ronde(
    klein: Kader, kenmerk: Kenmerk | None, regel: Regel | None
) -> None:
    gezegd = geweigerd(lambda: check_belongs(BESTAND, kenmerk, klein, RONDE))
    assert gezegd == ([regel.code] if regel else [])


@pytest.mark.parametrize(
    ("verzonnen", "ronde_verzonnen", "regel"),
    [
        (False, False, None),
        (True, True, None),
        (True, False, catalogue.MATRIX_VERZONNEN),
        (False, True, catalogue.MATRIX_NIET_VERZONNEN),
    ],
)
def test_what_is_made_up_and_what_is_real_do_not_mix(
    verzonnen: bool, ronde_verzonnen: bool, regel: Regel | None
) -> None:
    gezegd = geweigerd(lambda: check_as_real(BESTAND, verzonnen, ronde_verzonnen))
    assert gezegd == ([regel.code] if regel else [])
