"""FICTIEF: the list of partijen of an agreement, in the forms it has."""

from __future__ import annotations

import pytest

from kaderxl.reading.papers import Line
from kaderxl.template.printed.found import GevondenPartij, Stuk
from kaderxl.template.printed.signers import (
    korter,
    roepnamen,
    vind_ondertekenaars,
    voeg_samen,
    zelfde,
)  # fmt: skip

VIER = (
    ("Gemeente Veen", "gemeente"),
    ("Woonbedrijf De Haard", "corporaties"),
    ("Stichting Onderdak", ""),
    ("Huurdersraad De Haard", "huurdersorganisaties"),
)


def lees(tekst: str) -> tuple[tuple[str, str], ...]:
    regels = [Line(r, f"regel {n}") for n, r in enumerate(tekst.split("\n"), 1)]
    return tuple((p.naam, p.groep) for p in vind_ondertekenaars(regels))


@pytest.mark.parametrize(
    "tekst",
    [
        "Partijen: de gemeente Veen, Woonbedrijf De Haard, Stichting\n"
        "Onderdak en Huurdersraad De Haard.\n\nWij bouwen.",
        "Deze afspraken sluiten de volgende partijen:\n\n- gemeente Veen;\n"
        "- Woonbedrijf De Haard;\n- Stichting Onderdak, gevestigd te Veen,\n"
        "  vertegenwoordigd door A. B.;\n"
        "- Huurdersraad De Haard.\n\n1. BOUWEN\n\n1.1 Bouwen",
        "De ondertekenaars:\n1. Gemeente Veen\n2. Woonbedrijf De Haard\n3. Stichting Onderdak\n"
        "4. Huurdersraad De Haard\n\nI. WONINGEN\n\nAfspraak 1: Bouwen",
        "Partijen\nGemeente Veen\nWoonbedrijf De Haard\nStichting Onderdak\nHuurdersraad De Haard\n"
        "\nWij bouwen samen.",
    ],
)
def test_a_list_in_a_sentence_or_over_lines(tekst: str) -> None:
    assert lees(tekst) == VIER


def test_a_group_is_said_before_or_behind_a_name() -> None:
    tekst = (
        "Partijen zijn: gemeente Veen, de woningcorporaties Onderdak en De Haard, "
        "huurdersorganisaties HBV Veen en Stem en zorgaanbieder Careta"
    )
    assert lees(tekst) == (
        ("Gemeente Veen", "gemeente"),
        ("Onderdak", "corporaties"),
        ("De Haard", "corporaties"),
        ("HBV Veen", "huurdersorganisaties"),
        ("Stem", "huurdersorganisaties"),
        ("Careta", "zorgaanbieder"),
    )
    assert lees("Partijen:\n- Onderdak (corporatie)\n- De Haard – huurders\n- Zorgpunt") == (
        ("Onderdak", "corporatie"),
        ("De Haard", "huurders"),
        ("Zorgpunt", ""),
    )


@pytest.mark.parametrize(
    "tekst", ["", "De partijen spreken af:\nwij bouwen.\n", "Partijen:\n", "Onze partijen bouwen."]
)
def test_no_list_is_none(tekst: str) -> None:
    assert lees(tekst) == ()


def test_a_municipality_with_en_in_its_name_is_one() -> None:
    regels = [Line("Partijen: gemeente Aa en Hunze, Woonborg en De Haard", "regel 1")]
    gevonden = vind_ondertekenaars(regels, "Aa en Hunze")
    assert [p.naam for p in gevonden] == ["Gemeente Aa en Hunze", "Woonborg", "De Haard"]
    assert korter(Stuk("Aa en Hunze"), gevonden).tekst == "Aa en Hunze"
    lijst = vind_ondertekenaars([Line(r, "") for r in ("Partijen:", "Gemeente Veen", "Zorgpunt")])
    assert korter(Stuk("Veen Zorgpunt"), lijst).tekst == "Veen"


def test_what_the_text_says_elsewhere_fills_an_empty_group_and_doubles_nobody() -> None:
    lijst = [GevondenPartij("Stichting Onderdak", "", ""), GevondenPartij("Zorgpunt", "", "")]
    elders = [
        GevondenPartij("Gemeente Veen", "gemeente", ""),
        GevondenPartij("Onderdak", "corporaties", ""),
    ]
    assert [(p.naam, p.groep) for p in voeg_samen(lijst, elders)] == [
        ("Gemeente Veen", "gemeente"),
        ("Stichting Onderdak", "corporaties"),
        ("Zorgpunt", ""),
    ]
    assert voeg_samen([], elders) == tuple(elders)
    assert zelfde("De Haard", "Woonstichting De Haard")
    assert not zelfde("Het Veen", "De Haard")


def test_a_partij_is_called_by_the_end_of_its_name_too() -> None:
    namen = roepnamen(
        [GevondenPartij("Huurdersvereniging Samen Sterk", "huurdersorganisaties", "")]
    )
    assert {"Samen Sterk", "HV Samen Sterk"} <= {*namen}
