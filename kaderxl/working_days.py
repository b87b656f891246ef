"""Working days in the Netherlands: no weekend and no public holiday."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_EEN_DAG = timedelta(days=1)


def is_werkdag(dag: date) -> bool:
    return dag.weekday() < 5 and dag not in _feestdagen(dag.year)


def laatste_werkdag_voor(dag: date) -> date:
    """The last working day that lies before `dag`; Good Friday and Easter count as no such day."""
    while not is_werkdag(dag := dag - _EEN_DAG):
        pass
    return dag


def laatste_werkdag_tot_en_met(dag: date) -> date:
    return laatste_werkdag_voor(dag + _EEN_DAG)


@lru_cache(maxsize=64)
def _feestdagen(jaar: int) -> frozenset[date]:
    # Imported here: few commands ask for a working day.
    from holidays import country_holidays

    return frozenset(country_holidays("NL", years=jaar, language="nl"))
