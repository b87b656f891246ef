"""The sheet Planning: a date that the municipality fixed is held to the rule of its meeting."""

from __future__ import annotations

from datetime import date

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Overleg
from kaderxl.core.rounds import Plek
from kaderxl.template.meetings import over_overleg


@pytest.mark.parametrize(
    ("datum", "gezegd"),
    [
        (date(2029, 3, 28), []),
        (date(2029, 3, 29), []),  # the very last day: 30 March is Good Friday
        (date(2029, 3, 30), [catalogue.GEEN_WERKDAG, catalogue.OVERLEG_TE_LAAT]),
        (date(2029, 3, 24), [catalogue.GEEN_WERKDAG]),
        (date(2029, 4, 3), [catalogue.OVERLEG_TE_LAAT]),
    ],
)
def test_a_date_may_be_the_last_day_and_not_later(datum: date, gezegd: list[Regel]) -> None:
    overleg = Overleg("BO", "eerste kwartaal", "voor 1 april", "", datum)
    bevindingen = over_overleg(overleg, Plek("s.xlsx"))
    assert [b.code for b in bevindingen] == [regel.code for regel in gezegd]
