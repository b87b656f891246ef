"""How it stands with what was taken on, as somebody writes it."""

import pytest

from kaderxl.core.action_points import Stand, is_klaar, lees_stand


@pytest.mark.parametrize(
    ("tekst", "stand", "waarom"),
    [
        ("gedaan", Stand.GEDAAN, ""),
        ("Gedaan, in maart", Stand.GEDAAN, "in maart"),
        ("LOOPT: wacht op de vergunning", Stand.LOOPT, "wacht op de vergunning"),
        ("niet gedaan", Stand.NIET_GEDAAN, ""),
        ("Niet gedaan – geen geld", Stand.NIET_GEDAAN, "geen geld"),
        ("gedaanteverwisseling", None, "gedaanteverwisseling"),
        ("bijna gedaan", None, "bijna gedaan"),
        ("", None, ""),
    ],
)
def test_an_answer_begins_with_how_it_stands(tekst: str, stand: Stand | None, waarom: str) -> None:
    assert lees_stand(tekst) == (stand, waarom)


@pytest.mark.parametrize(
    ("tekst", "klaar"),
    [
        ("gedaan", True),
        ("niet gedaan: geen geld", True),
        ("niet gedaan", False),
        ("loopt", False),
        ("geen idee", False),
    ],
)
def test_only_done_or_not_done_with_a_reason_is_over(tekst: str, klaar: bool) -> None:
    assert is_klaar(tekst) is klaar
