"""What is said of a value in words."""

from __future__ import annotations

import pytest

from kaderxl.core import phrases as say


@pytest.mark.parametrize(
    ("naam", "lidwoord"),
    [
        ("Kaderafspraken Aa en Hunze 2026-2031", "de"),
        ("WOONAKKOORD BERKELMEER 2026 - 2029", "het"),
        ("Lokaal Akkoord Wonen", "het"),
        ("Prestatieafspraken bij het woonprogramma", "de"),
        ("Samenwerkingsovereenkomst", "de"),
        ("Convenant vroegsignalering", "het"),
        ("Samen wonen in Molendam", "de"),
        ("Het Woonakkoord", ""),
    ],
)
def test_an_agreement_has_its_article(naam: str, lidwoord: str) -> None:
    assert say.lidwoord(naam) == lidwoord
