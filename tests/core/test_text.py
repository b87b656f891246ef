"""Text of anybody is safe on a screen and as the name of a file."""

from __future__ import annotations

import pytest

from kaderxl.core.text import veilige_naam, zichtbaar

# Names

NAMEN = [
    ("Invulblad De Volmacht.xlsx", "Invulblad De Volmacht.xlsx"),
    ("../../etc/passwd", "passwd"),
    ("..\\..\\boot.ini", "boot.ini"),
    ("/", "naamloos"),
    ("..", "naamloos"),
    ("", "naamloos"),
    ("a\x00b\nc\x1b[31m.xlsx", "abc[31m.xlsx"),
    ("blad\u202excod.xlsx", "bladxcod.xlsx"),
    ('a<b>c:d"e|f?g*h.xlsx', "a_b_c_d_e_f_g_h.xlsx"),
    ("cafe\u0301.xlsx", "café.xlsx"),
    ("punt. ", "punt"),
    ("🏠 wonen.xlsx", "🏠 wonen.xlsx"),
]


@pytest.mark.parametrize(("naam", "veilig"), NAMEN, ids=range(len(NAMEN)))
def test_safe_names(naam: str, veilig: str) -> None:
    assert veilige_naam(naam) == veilig


def test_visible_text_has_no_control_characters() -> None:
    assert zichtbaar("a\x1b[31m\u202eb\n") == "a\\u001b[31m\\u202eb\\u000a"
    assert zichtbaar("Café €12 – 🏠") == "Café €12 – 🏠"
