"""Text of anybody is safe on a screen and as the name of a file."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.folder import Dossier
from kaderxl.core.rounds import Plek, Ronde
from kaderxl.core.text import (
    als_code,
    eigen_namen,
    kaal,
    veilige_naam,
    zichtbaar,
    zonder_onzichtbaar,
)
from kaderxl.core.values import Veld
from kaderxl.reading.tables import Cel, gevuld

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
    assert zichtbaar("a\u2028b\u2029c\x85d") == "a\\u2028b\\u2029c\\u0085d"
    assert zichtbaar("Café €12 – 🏠") == "Café €12 – 🏠"


@pytest.mark.parametrize(
    "geschreven",
    [
        "A07-I1",
        " a07-i1 ",
        "A07\u2011I1",
        "A07\u2013I1",
        "A07\u2212I1",
        "\ufeffA07-I1\u200b",
        "A07\u00ad-I1",
        "\uff2107-I1",
        "► A07-I1",
    ],
)
def test_a_code_is_one_code_whatever_its_dash_and_what_nobody_sees(geschreven: str) -> None:
    assert als_code(geschreven) == "A07-I1"


@pytest.mark.parametrize("tekst", ["\u200b", " \ufeff ", "\u00ad\n", "\u200d"])
def test_a_cell_with_only_what_nobody_sees_is_empty(tekst: str) -> None:
    assert kaal(tekst) == ""
    assert not Veld(tekst, Plek())
    assert not Cel(tekst, "A1")
    assert not gevuld(tekst)


def test_all_white_space_and_all_that_nobody_sees_goes_from_the_ends() -> None:
    for teken in map(chr, range(0x10000)):
        weg = teken.isspace() or not zonder_onzichtbaar(teken)
        assert (kaal(f"{teken}é{teken}") == "é") is weg, hex(ord(teken))


def test_white_space_within_a_long_text_costs_nothing_extra() -> None:
    lang = f"é{' ' * 30_000}x" * 30
    begin = time.monotonic()
    assert all(kaal(lang) == lang for _ in range(100))
    assert time.monotonic() - begin < 5


@given(st.text())
def test_what_is_left_out_is_never_a_sign_that_is_seen(tekst: str) -> None:
    zichtbare = [t for t in tekst if unicodedata.category(t)[0] in "LNPS"]
    over = zonder_onzichtbaar(tekst)
    assert [t for t in over if unicodedata.category(t)[0] in "LNPS"] == zichtbare
    assert kaal(tekst) in tekst


# Names of parties in the names of files


def test_a_stroke_in_a_name_is_no_folder_and_makes_no_two_names_one() -> None:
    namen = {"HN": "Huurders Noord/Zuid", "BO": "Bewoners Oost/Zuid", "DV": "De Volmacht"}
    assert eigen_namen(namen) == {
        "HN": "Huurders Noord-Zuid",
        "BO": "Bewoners Oost-Zuid",
        "DV": "De Volmacht",
    }


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ("Zuid", "ZUID"),
        ("Café", "Cafe\u0301"),
        ("Zuid", "Zuid."),
        ("Wonen: Zuid", "Wonen? Zuid"),
        ("CON", "_CON"),
        ("Noord/Zuid", "Noord-Zuid"),
        ("Straße", "STRASSE"),
        ("x" * 130 + "a", "x" * 130 + "b"),
        ("Zuid (B)", "Zuid (B)"),
    ],
)
def test_names_that_windows_takes_for_one_become_two(eerste: str, tweede: str) -> None:
    namen = [*eigen_namen({"A": eerste, "B": tweede}).values()]
    assert namen[0] == veilige_naam(eerste.replace("/", "-"))
    assert len({veilige_naam(naam).casefold() for naam in namen}) == 2
    assert all(veilige_naam(naam) == naam for naam in namen)


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200), max_size=8))
def test_every_partij_has_a_name_of_its_own_for_its_files(namen: list[str]) -> None:
    gegeven = [*eigen_namen({str(n): naam for n, naam in enumerate(namen)}).values()]
    op_schijf = {
        unicodedata.normalize("NFC", Dossier(Path("x"), Ronde(2026)).invulblad(n).name).casefold()
        for n in gegeven
    }
    assert len(op_schijf) == len(namen)
