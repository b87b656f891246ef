"""Who signed, for how long, and what it is called."""

from __future__ import annotations

import pytest

from kaderxl.template.printed.found import NIETS, Stuk
from kaderxl.template.printed.parties import (
    vind_gemeente,
    vind_looptijd,
    vind_partijen,
    vind_titel,
)  # fmt: skip


def gemeente(*teksten: str, titel: str = "") -> tuple[str, bool]:
    stuk, twijfel = vind_gemeente(Stuk(titel), [Stuk(tekst) for tekst in teksten])
    return stuk.tekst, twijfel


def test_a_name_with_en_in_it_is_whole_where_it_is_never_said_without() -> None:
    assert gemeente("gemeente Aa en Hunze bouwt", "De gemeente Aa en Hunze zorgt") == (
        "Aa en Hunze",
        False,
    )
    assert gemeente("gemeente Veen en Haardwonen", "gemeente Veen zorgt", "gemeente Veen") == (
        "Veen",
        False,
    )


def test_a_label_is_no_municipality_and_two_are_in_doubt() -> None:
    assert gemeente("gemeente Veen bouwt", "Wie: gemeente Wanneer: 2026") == ("Veen", False)
    assert gemeente("gemeente Veen en gemeente Dam")[1]
    assert gemeente("gemeente Veen", titel="Akkoord gemeente Dam 2026") == ("Dam", False)
    assert gemeente("de gemeente doet dit") == ("", False)


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        (
            "gemeente Veen, woningcorporaties Thuis in Veen en De Haard, en huurdersraad",
            ["Gemeente Veen", "Thuis in Veen", "De Haard"],
        ),
        (
            "gemeente Veen, de corporatie Oever.  De huurdersvereniging HBV 't Lage Land.",
            ["Gemeente Veen", "Oever", "HBV 't Lage Land"],
        ),
        ("gemeente Veen en de corporaties doen hun best", ["Gemeente Veen"]),
    ],
)
def test_partijen_are_named_behind_the_word_for_their_group(tekst: str, namen: list[str]) -> None:
    partijen = vind_partijen([Stuk(tekst, "regel 1")], Stuk("Veen", "regel 1"))
    assert [partij.naam for partij in partijen] == namen


def test_the_years_are_those_of_the_title_and_another_reading_is_told() -> None:
    jaren, anders = vind_looptijd(Stuk("Afspraken 2026-2031"), [Stuk("de periode 2026 tot 2031")])
    assert jaren == (2026, 2031)
    assert [stuk.tekst for stuk in anders] == ["de periode 2026 tot 2031"]
    assert vind_looptijd(NIETS, [Stuk("Looptijd 2027 tot en met 2030")]) == ((2027, 2030), [])
    assert vind_looptijd(NIETS, [Stuk("In 2021 tot 2032 bouwden we")]) == (None, [])


def test_the_first_line_is_the_title_whatever_it_is_called_if_it_has_the_years() -> None:
    kop = Stuk("WOONBELOFTE VEEN 2026 tot en met 2029", "regel 1")
    assert vind_titel([[kop], [Stuk("De gemeente Veen.")]]) == kop
    assert vind_titel([[Stuk("Woonbelofte Veen")], [kop]]) == NIETS
    echt = Stuk("Prestatieafspraken Veen 2026-2030", "regel 5")
    assert vind_titel([[Stuk("Verslag 2024-2025")], [echt]]) == echt


def test_a_sentence_is_no_title() -> None:
    zin = [Stuk("De prestatieafspraken 2026-2030 zijn"), Stuk("tot stand gekomen.")]
    kop = [Stuk("FICTIEF"), Stuk("Prestatieafspraken Veen 2026-2030", "regel 5")]
    assert vind_titel([zin, kop]) == kop[1]
    assert vind_titel([zin]) == NIETS
