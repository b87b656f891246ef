"""What people write in the yellow cells of a matrix."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kaderxl.core.answers import Waarde
from kaderxl.matrix.written_rows import dag_van_bo
from kaderxl.reading.tables import Cel

DAG = date(2027, 3, 18)


@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        (DAG, DAG),
        (datetime(2027, 3, 18, 14, 0), DAG),
        ("18-3-2027", DAG),
        ("in maart", "in maart"),
        ("nog te bepalen door het BO", "nog te bepalen door het BO"),
        ("Nog niet.", None),
        ("n.n.b.", None),
        ("–", None),
        ("---", None),
        ("?", None),
        ("nee", None),
        (False, None),
        ("ja", "ja"),
        ("", None),
    ],
)
def test_the_day_of_the_bo_is_a_day_or_none_and_else_as_it_was_written(
    geschreven: str | bool | date, gelezen: Waarde
) -> None:
    assert (dag_van_bo(Cel(geschreven, "B3")) or None) == gelezen
