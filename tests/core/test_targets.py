"""A doel: which figure it speaks of, and how much of it is due by a year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaderxl.core.kader import Doel, Kader, Verplicht
from kaderxl.core.targets import maat_van, naar_rato


@pytest.mark.parametrize(
    ("hoeft_niet", "naam"),
    [
        ((), None),
        (("A01-I2-M2",), "Woningen"),
        (("A01-I2-M1",), "Plekken"),
        (("A01-I2-M1", "A01-I2-M2"), None),
    ],
)
def test_of_more_numbers_a_doel_means_the_one_that_must_be_given(
    klein: Kader, hoeft_niet: tuple[str, ...], naam: str | None
) -> None:
    """Where more must be given, or none, it has to name its own."""
    getal = next(m for m in klein.meetwaarden if m.code == "A03-I1-M1")
    namen = {"A01-I2-M1": "Woningen", "A01-I2-M2": "Plekken"}
    eigen = tuple(
        replace(
            getal,
            code=code,
            indicator="A01-I2",
            omschrijving=omschrijving,
            verplicht=Verplicht.NEE if code in hoeft_niet else Verplicht.JA,
        )
        for code, omschrijving in namen.items()
    )
    kader = replace(klein, meetwaarden=eigen)
    maat = maat_van(kader, Doel("A01-I2", 2031, 40))
    assert (maat.naam if maat else None) == naam
    for code, omschrijving in namen.items():
        genoemd = maat_van(kader, Doel("A01-I2", 2031, 40, meetwaarde=code))
        assert genoemd is not None
        assert genoemd.naam == omschrijving


@pytest.mark.parametrize(
    ("doel", "jaar", "hoeveel"),
    [
        (Doel("A01-I1", 2031, 120), 2026, 20),
        (Doel("A01-I1", 2031, 120), 2031, 120),
        (Doel("A01-I1", 2026, 120), 2026, 120),
        (Doel("A01-I1", 2031, 120, per_jaar=True), 2026, None),
        (Doel("A01-I1", 2031, None, 140), 2026, None),
    ],
    ids=["first year", "last year", "one year", "each year", "a maximum"],
)
def test_each_year_an_equal_share_of_a_doel_is_due(
    doel: Doel, jaar: int, hoeveel: float | None
) -> None:
    assert naar_rato(doel, 2026, jaar) == hoeveel
