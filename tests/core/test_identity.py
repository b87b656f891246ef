"""The kenmerk: found wherever it stands, and not mistaken for another."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import example, given, strategies as st

from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.identity import Kenmerk, every_letter, versie_van, vind_kenmerken
from kaderxl.core.rounds import Fase, Ronde

TEKENS = string.digits + string.ascii_uppercase
VOORBEELD = Kenmerk("AEH", Ronde(2026), "DV", "4F2A")

codes = st.text(TEKENS, min_size=1, max_size=16)
kenmerken = st.builds(
    Kenmerk,
    codes,
    st.builds(Ronde, st.integers(1000, 9999), st.sampled_from(HALFJAARLIJKS.fasen)),
    codes,
    st.text("0123456789ABCDEF", min_size=4, max_size=4),
)


def goedgekeurd(tekst: str) -> list[Kenmerk]:
    return [k for k in vind_kenmerken(tekst, HALFJAARLIJKS) if isinstance(k, Kenmerk)]


def test_it_names_kader_ronde_partij_and_version() -> None:
    assert str(VOORBEELD).startswith("AEH-2026E-DV-4F2A-")
    tussenstand = Kenmerk("AEH", Ronde(2026, Fase.TUSSENSTAND), "DV", "4F2A")
    assert str(tussenstand).startswith("AEH-2026T-DV-4F2A-")


@given(kenmerken)
@example(Kenmerk("A9Z0", Ronde(2026), "90ZA", "09AF"))
def test_written_and_found_again(kenmerk: Kenmerk) -> None:
    assert vind_kenmerken(str(kenmerk), HALFJAARLIJKS) == [kenmerk]


@pytest.mark.parametrize("zin", ["Kenmerk: {}.", "({})", "\n{}\n", "a {} b", "{};{}"])
def test_found_amid_other_text(zin: str) -> None:
    assert set(vind_kenmerken(zin.format(VOORBEELD, VOORBEELD), HALFJAARLIJKS)) == {VOORBEELD}


def test_capitals_do_not_matter() -> None:
    assert vind_kenmerken(str(VOORBEELD).lower(), HALFJAARLIJKS) == [VOORBEELD]


@pytest.mark.parametrize(
    ("letter", "naam", "fase"),
    [
        ("E", "", Fase.EVALUATIE),
        ("T", "tussenstand", Fase.TUSSENSTAND),
        ("Q1", "", Fase("q1", "q1", "Q1")),
        ("Q1", "eerste kwartaal", Fase("eerste-kwartaal", "eerste kwartaal", "Q1")),
        # what one agreement calls so may have another letter
        ("X", "tussenstand", Fase("tussenstand", "tussenstand", "X")),
    ],
)
def test_without_a_template_a_ronde_is_what_its_letter_and_its_name_say(
    letter: str, naam: str, fase: Fase
) -> None:
    tekst = str(replace(VOORBEELD, ronde=Ronde(2026, fase)))
    cyclus = every_letter(["iets", tekst], naam)
    (gevonden,) = vind_kenmerken(tekst, cyclus)
    assert isinstance(gevonden, Kenmerk)
    assert (gevonden.ronde, gevonden.ronde.fase.letter) == (Ronde(2026, fase), letter)


def test_two_in_one_text_are_both_found() -> None:
    ander = Kenmerk("AEH", Ronde(2026), "WB", "4F2A")
    assert vind_kenmerken(f"{VOORBEELD} {ander}", HALFJAARLIJKS) == [VOORBEELD, ander]


@pytest.mark.parametrize("tekst", ["", "A01-I1-M1", "2026-evaluatie", "06-12345678", "AEH-2026E"])
def test_other_text_has_none(tekst: str) -> None:
    assert vind_kenmerken(tekst, HALFJAARLIJKS) == []


@pytest.mark.parametrize("welke", ["kader", "partij"])
@pytest.mark.parametrize(("lengte", "gevonden"), [(1, True), (16, True), (17, False)])
def test_a_code_has_at_most_sixteen_signs(welke: str, lengte: int, gevonden: bool) -> None:
    lang = replace(VOORBEELD, **{welke: "A" * lengte})  # type: ignore[arg-type]
    assert goedgekeurd(str(lang)) == ([lang] if gevonden else [])


def test_part_of_a_longer_word_is_none() -> None:
    assert vind_kenmerken(f"X{VOORBEELD}", HALFJAARLIJKS) != [VOORBEELD]
    assert vind_kenmerken(f"{VOORBEELD}X", HALFJAARLIJKS) == []


@pytest.mark.parametrize("teken", ["-", "A", "Z", "k", "0", "9"])
@given(kenmerken)
def test_what_stands_against_it_makes_it_another_word(teken: str, kenmerk: Kenmerk) -> None:
    """`AEH-2026E-DV-4F2A-5Z-kopie` is the name of a copy, and no kenmerk."""
    assert kenmerk not in vind_kenmerken(f"{kenmerk}{teken}kopie", HALFJAARLIJKS)
    assert kenmerk not in vind_kenmerken(f"{kenmerk}{teken}", HALFJAARLIJKS)
    assert kenmerk not in vind_kenmerken(f"{teken}{kenmerk}", HALFJAARLIJKS)


def test_a_wrong_check_sign_comes_back_as_text() -> None:
    goed = str(VOORBEELD)
    fout = goed[:-1] + ("0" if goed[-1] != "0" else "1")
    assert vind_kenmerken(fout, HALFJAARLIJKS) == [fout]


@given(kenmerken, st.data())
def test_every_changed_sign_is_noticed(kenmerk: Kenmerk, data: st.DataObject) -> None:
    goed = str(kenmerk)
    plek = data.draw(st.integers(0, len(goed) - 1))
    for teken in TEKENS + ("*" if plek == len(goed) - 1 else "-"):
        if teken != goed[plek]:
            assert goedgekeurd(goed[:plek] + teken + goed[plek + 1 :]) == []


# In the last two a check sign of the kind MOD 37,36 would not see every swap.
@pytest.mark.parametrize(
    "kenmerk",
    [
        VOORBEELD,
        Kenmerk("AEH", Ronde(2031, Fase.TUSSENSTAND), "WZN", "01AF"),
        Kenmerk("11PZLE", Ronde(2025, Fase.TUSSENSTAND), "807XJ", "65D5"),
        Kenmerk("89657", Ronde(2029), "GVU6CF", "13E3"),
    ],
    ids=str,
)
def test_every_swap_of_neighbours_is_noticed(kenmerk: Kenmerk) -> None:
    goed = str(kenmerk)
    verwisseld = {
        goed[:n] + goed[n + 1] + goed[n] + goed[n + 2 :]
        for n in range(len(goed) - 1)
        if goed[n] != goed[n + 1]
    }
    assert [v for v in sorted(verwisseld) if goedgekeurd(v)] == []


def test_the_version_follows_the_questions() -> None:
    assert versie_van("a") == versie_van("a")
    assert versie_van("a") != versie_van("b")
    assert set(versie_van("a")) <= set(string.hexdigits.upper())
    assert len(versie_van("a")) == 4
