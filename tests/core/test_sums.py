"""Numbers are added up as a spreadsheet shows them."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.sums import afgerond, tel_op


@pytest.mark.parametrize(
    ("getal", "schoon"),
    [(0.1 + 0.2, 0.3), (434.99999999999994, 435), (7.0, 7), (-0.0, 0), (12, 12), (1 / 3, 1 / 3)],
)
def test_a_number_has_the_digits_that_a_spreadsheet_keeps(getal: float, schoon: float) -> None:
    assert afgerond(getal) == pytest.approx(schoon, rel=1e-15)
    assert str(afgerond(getal)) == str(afgerond(schoon))
    assert isinstance(afgerond(getal), int) is (schoon == int(schoon))


def test_the_largest_number_there_is_stays_a_number() -> None:
    assert afgerond(sys.float_info.max) == sys.float_info.max


@pytest.mark.parametrize(
    ("getallen", "som"),
    [
        ([], 0),
        ([1, 2], 3),
        ([0.1, 0.2], 0.3),
        ([0.5, 0.5], 1),
        ([1, 0.5], 1.5),
        ([0.1] * 10, 1),
        ([1] + [0.1] * 10, 2),
    ],
)
def test_a_sum_leaves_nothing_of_halves_of_halves(getallen: list[float], som: float) -> None:
    assert str(tel_op(getallen)) == str(som)


@given(st.lists(st.integers()))
def test_whole_numbers_are_added_up_exactly(getallen: list[int]) -> None:
    assert tel_op(iter(getallen)) == sum(getallen)
