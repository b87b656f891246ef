"""Targets: what has one reading is one, all else that looks like one is asked."""

from __future__ import annotations

import pytest

from kaderxl.template.printed.found import NIETS, GevondenDoel, GevondenRij, GevondenVraag, Stuk
from kaderxl.template.printed.goals import doelen_van, zonder_doelen
from kaderxl.template.printed.kinds import soort_van

HUUR, SCHULD = "aantal opgeleverde sociale huurwoningen", "percentage geholpen huurders"


def lees(
    zin: str, *indicatoren: str, jaar: str = "2026-2029", titel: str = "1. Bouwen"
) -> tuple[list[GevondenDoel], list[GevondenVraag]]:
    afspraak = Stuk(titel, "regel 1")
    rijen = [GevondenRij(NIETS, afspraak, Stuk(i), Stuk(jaar), NIETS) for i in indicatoren]
    return doelen_van(rijen, [(afspraak, [Stuk(zin, "regel 2")])])


@pytest.mark.parametrize(
    ("zin", "minimum", "maximum"),
    [
        ("We bouwen ten minste 1.240 sociale huurwoningen tot en met 2029.", 1240, None),
        ("We bouwen 120-140 sociale huurwoningen t/m 2029.", 120, 140),
        ("Er komen hoogstens 60 huurwoningen, uiterlijk in 2029.", None, 60),
    ],
)
def test_one_number_of_one_indicator_by_one_year_is_a_target(
    zin: str, minimum: float | None, maximum: float | None
) -> None:
    (doel,), vragen = lees(zin, HUUR, SCHULD)
    assert (doel.rij, doel.jaar, doel.minimum, doel.maximum) == (0, 2029, minimum, maximum)
    assert doel.bron == "regel 2"
    assert not vragen


def test_what_became_a_target_is_not_asked_once_more_and_all_else_is() -> None:
    titel, zin = Stuk("1. Bouwen", "regel 1"), "We bouwen minstens 240 huurwoningen t/m 2029."
    teksten = [
        (titel, (Stuk(f"Wij zijn zuinig. {zin} Dat is veel.", "regel 2"), Stuk(zin, "regel 3")))
    ]
    doelen = [GevondenDoel(0, 2029, 240, None, zin, plaats) for plaats in ("regel 2", "regel 3")]
    assert zonder_doelen(teksten, doelen) == [
        (titel, (Stuk("Wij zijn zuinig. Dat is veel.", "regel 2"),))
    ]
    assert zonder_doelen(teksten, doelen[:1])[0][1][1] == Stuk(zin, "regel 3")


def test_a_share_belongs_to_the_percentage() -> None:
    (doel,), _ = lees("Minstens 75% wordt geholpen, uiterlijk in 2028.", HUUR, SCHULD)
    assert (doel.rij, doel.minimum) == (1, 75)


@pytest.mark.parametrize(
    "zin", ["De corporaties bouwen samen 180 in 2029.", "In totaal 180 huurwoningen in 2029."]
)
def test_a_number_of_all_together_is_proposed_with_a_doubt(zin: str) -> None:
    (doel,), vragen = lees(zin, HUUR, SCHULD)
    assert (doel.rij, doel.jaar, doel.minimum, doel.maximum) == (0, 2029, 180, None)
    assert "geen “ten minste”" in doel.twijfel
    assert not vragen


@pytest.mark.parametrize(
    "zin",
    [
        "Samen 180 in 2028 en in 2029.",
        "We bouwen ten minste 240 sociale huurwoningen.",  # by when?
        "We bouwen minstens 240 koopwoningen tot en met 2029.",  # of which indicator?
        "We bouwen minstens 240 huurwoningen t/m 2028 en minstens 300 t/m 2029.",
        "Wij leggen een fonds van € 50.000 aan.",
        "Minstens 120 tot 140 huurwoningen tot en met 2029, waarvan 30% in 2027.",
        "Samen bouwen wij 240 huurwoningen in 2026 tot en met 2029.",
        "Huurders beoordelen de dienstverlening met minstens een 7,5.",
    ],
)
def test_what_has_more_readings_is_asked(zin: str) -> None:
    doelen, (vraag,) = lees(zin, HUUR)
    assert not doelen
    assert zin in vraag.vraag


def test_a_title_with_a_day_by_which_it_is_due_is_asked() -> None:
    titel = "Uiterlijk 1 juli 2027 is er een locatiekaart."
    doelen, (vraag,) = lees("", "locatiekaart vastgesteld", titel=titel)
    assert not doelen
    assert titel in vraag.vraag


@pytest.mark.parametrize(
    "zin", ["In 2024 stonden 1.850 mensen ingeschreven.", "Dat doen we in hoofdstuk 8.", "In 2026."]
)
def test_a_number_that_is_no_target_is_left_alone(zin: str) -> None:
    assert lees(zin, HUUR) == ([], [])


def test_what_is_due_by_a_year_is_a_milestone() -> None:
    (doel,), _ = lees("", "onderzoek klaar", jaar="uiterlijk in 2027")
    assert (doel.jaar, doel.minimum, doel.omschrijving) == (2027, None, "uiterlijk in 2027")


@pytest.mark.parametrize(
    ("indicator", "soort"),
    [
        ("Aantal woningen", "aantal"),
        ("aantal en aandeel projecten", "aantal en percentage"),
        ("percentage huurders", "percentage"),
        ("huurverhoging in procenten", "percentage"),
        ("kwalitatief oordeel", "kwalitatief"),
        ("aangewezen locaties", ""),
        ("gemiddelde leegstand", ""),
    ],
)
def test_the_kind_is_what_the_words_say(indicator: str, soort: str) -> None:
    assert soort_van(indicator) == soort
