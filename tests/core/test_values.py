"""What a cell holds: as text, and as the number that a formula finds in it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kaderxl.core.rounds import Plek
from kaderxl.core.values import Veld, Waarde, als_tekst, celgetal


@pytest.mark.parametrize(
    ("inhoud", "tekst", "getal"),
    [
        (True, "WAAR", None),
        (False, "ONWAAR", None),
        (0, "0", 0),
        (12, "12", 12),
        (12.0, "12", 12),
        (0.1 + 0.2, "0.3", 0.1 + 0.2),
        (float("inf"), "inf", None),
        (" \u00a0tekst\u200b ", "tekst", None),
        ("", "", None),
        (None, "", None),
        (date(2026, 1, 1), "2026-01-01", 46023),
        (datetime(2026, 1, 1, 12), "2026-01-01 12:00:00", 46023.5),
    ],
)
def test_a_cell_is_a_text_and_may_be_a_number(
    inhoud: Waarde, tekst: str, getal: float | None
) -> None:
    assert als_tekst(inhoud) == tekst
    assert celgetal(inhoud) == getal


@pytest.mark.parametrize(
    ("inhoud", "gevuld"),
    [(0, True), (False, True), ("x", True), (" \u200b", False), ("", False), (None, False)],
)
def test_a_cell_with_nothing_that_is_seen_is_empty(inhoud: Waarde, gevuld: bool) -> None:
    assert bool(Veld(inhoud, Plek())) is gevuld
