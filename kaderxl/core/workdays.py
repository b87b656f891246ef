"""Working days in the Netherlands: no weekend and no public holiday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

_SATURDAY, _SUNDAY = 5, 6
_AFTER_EASTER = (-2, 0, 1, 39, 49, 50)
"""Days: Goede Vrijdag, Pasen, tweede paasdag, Hemelvaart, Pinksteren, tweede pinksterdag."""


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The holidays of the Algemene termijnenwet, art. 3, with Goede Vrijdag, which it equates to
    them; 5 May in a lustrum alone, as most are free then.

    Reckoned here: a library that knows every country takes as long to load as a whole command.
    """
    from dateutil.easter import easter  # few commands ask for a working day

    return frozenset(
        (
            date(jaar, 1, 1),
            *(easter(jaar) + timedelta(n) for n in _AFTER_EASTER),
            _koningsdag(jaar),
            *([date(jaar, 5, 5)] if jaar % 5 == 0 else []),
            date(jaar, 12, 25),
            date(jaar, 12, 26),
        )
    )


def _koningsdag(jaar: int) -> date:
    """27 April; a day sooner where that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(1) if dag.weekday() == _SUNDAY else dag


def is_werkdag(dag: date) -> bool:
    return dag.weekday() < _SATURDAY and dag not in feestdagen(dag.year)


def laatste_werkdag_voor(dag: date) -> date:
    """The last working day that lies before `dag`; Good Friday and Easter count as no such day."""
    return next(filter(is_werkdag, _back_from(dag)))


def laatste_werkdag_tot_en_met(dag: date) -> date:
    return laatste_werkdag_voor(dag + timedelta(1))


def _back_from(dag: date) -> Iterator[date]:
    while True:
        dag -= timedelta(1)
        yield dag
