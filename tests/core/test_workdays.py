"""Which days are free in the Netherlands, and the working days around them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given, strategies as st

from kaderxl.core.workdays import (
    feestdagen,
    is_werkdag,
    laatste_werkdag_tot_en_met,
    laatste_werkdag_voor,
)

MAANDAG, VRIJDAG = 0, 4


@pytest.mark.parametrize("jaar", range(2014, 2100))
def test_the_days_are_those_of_a_library_that_knows_every_country(jaar: int) -> None:
    """Its days and ours have to be the same: when the law changes, it says so."""
    assert feestdagen(jaar) == set(country_holidays("NL", years=jaar))


@pytest.mark.parametrize(
    ("jaar", "dag", "waarom"),
    [
        (2026, date(2026, 3, 31), "dinsdag"),
        (2027, date(2027, 3, 31), "woensdag"),
        (2028, date(2028, 3, 31), "vrijdag"),
        (2029, date(2029, 3, 29), "donderdag: Goede Vrijdag is de 30e en Pasen 1 april"),
        (2030, date(2030, 3, 29), "vrijdag: het weekend komt ertussen"),
        (2031, date(2031, 3, 31), "maandag"),
        (2032, date(2032, 3, 31), "woensdag"),
    ],
    ids=str,
)
def test_the_last_working_day_before_1_april(jaar: int, dag: date, waarom: str) -> None:
    assert laatste_werkdag_voor(date(jaar, 4, 1)) == dag, waarom


@pytest.mark.parametrize(
    ("jaar", "dag"), [(2026, 14), (2027, 14), (2028, 14), (2029, 14), (2030, 13), (2031, 12)]
)
def test_the_last_working_day_before_15_december(jaar: int, dag: int) -> None:
    assert laatste_werkdag_voor(date(jaar, 12, 15)) == date(jaar, 12, dag)


@pytest.mark.parametrize(
    "vrij",
    [
        date(2027, 1, 1),
        date(2027, 3, 29),  # Easter Monday
        date(2027, 4, 27),  # King's Day
        date(2027, 5, 6),  # Ascension
        date(2027, 5, 17),  # Whit Monday
        date(2028, 12, 25),
        date(2028, 12, 26),
    ],
    ids=str,
)
def test_a_holiday_on_a_weekday_is_no_working_day(vrij: date) -> None:
    assert MAANDAG <= vrij.weekday() <= VRIJDAG
    assert not is_werkdag(vrij)


@given(st.dates(date(2026, 1, 1), date(2033, 12, 31)))
def test_it_is_a_working_day_and_none_lies_between(dag: date) -> None:
    laatste = laatste_werkdag_voor(dag)
    assert is_werkdag(laatste)
    assert laatste < dag
    tussen = (dag - laatste).days
    assert not any(is_werkdag(laatste + timedelta(n)) for n in range(1, tussen))
    assert laatste_werkdag_tot_en_met(dag) == (dag if is_werkdag(dag) else laatste)
