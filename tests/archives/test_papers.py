"""What only the municipality can decide about a file, as MDTO words it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invullen import codes

from kaderxl.archives.mdto import Archiefgegevens, Begrip, Kenmerking
from kaderxl.archives.papers import lees_archiefgegevens
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Kader


def gegevens(kader: Kader, **anders: str) -> Archiefgegevens:
    velden = {
        "gemeente": "Molendam",
        "bron": "Woonafspraken, fictief",
        "archiefvormer": "Gemeente Molendam",
        "waardering": "Tijdelijk te bewaren",
        "waardering_begrippenlijst": "Waarderingen",
        "bewaartermijn": "10 jaar",
        "beperking_gebruik": "Openbaar",
        "beperking_gebruik_begrippenlijst": "Openbaarheid",
    }
    instellingen = replace(kader.instellingen, **{**velden, **anders})  # type: ignore[arg-type]
    return lees_archiefgegevens(replace(kader, instellingen=instellingen), "sjabloon.xlsx")


@pytest.mark.parametrize(
    ("termijn", "geschreven"),
    [
        ("1 jaar", "P1Y"),
        ("10 jaar", "P10Y"),
        ("10 Jaar", "P10Y"),
        ("7 jaren", "P7Y"),
        ("07jaar", "P7Y"),
        ("999 jaar", "P999Y"),
    ],
)
def test_a_term_in_years_is_read_as_people_write_it(
    kader: Kader, termijn: str, geschreven: str
) -> None:
    assert gegevens(kader, bewaartermijn=termijn).bewaartermijn == geschreven


@pytest.mark.parametrize(
    "termijn", ["1000 jaar", "10", "tien jaar", "10 jaar of langer", "-1 jaar", "10 maanden"]
)
def test_what_is_no_term_is_asked_about(kader: Kader, termijn: str) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        gegevens(kader, bewaartermijn=termijn)
    assert codes(fout.value.bevindingen) == [catalogue.ARCHIEFGEGEVEN_ONGESCHIKT.code]


def test_kept_for_ever_has_no_term(kader: Kader) -> None:
    blijvend = gegevens(kader, waardering="Blijvend te bewaren", bewaartermijn="Blijvend")
    assert blijvend.bewaartermijn == ""
    assert blijvend.waardering == Begrip("Blijvend te bewaren", "Waarderingen")


def test_a_restriction_has_its_explanation_where_there_is_one(kader: Kader) -> None:
    assert gegevens(kader).beperking_toelichting == ""
    uitleg = "na vaststelling door het BO"
    met = gegevens(kader, beperking_gebruik_toelichting=uitleg)
    assert (met.beperking, met.beperking_toelichting) == (
        Begrip("Openbaar", "Openbaarheid"),
        uitleg,
    )


@pytest.mark.parametrize(
    ("adres", "bron"),
    [
        ("https://identifier.overheid.nl/tooi/id/gemeente/gm0001", "TOOI"),
        ("https://register.example/gemeente/17", "register.example"),
    ],
)
def test_an_address_in_a_register_identifies_the_gemeente_by_that_register(
    kader: Kader, adres: str, bron: str
) -> None:
    vormer = gegevens(kader, archiefvormer=adres).archiefvormer
    assert vormer.naam == "Gemeente Molendam"
    assert vormer.kenmerking == Kenmerking(adres, bron)


@pytest.mark.parametrize("naam", ["Gemeente Elders", "zie https://register.example/17 hiervoor"])
def test_a_name_is_a_name(kader: Kader, naam: str) -> None:
    vormer = gegevens(kader, archiefvormer=naam).archiefvormer
    assert (vormer.naam, vormer.kenmerking) == (naam, None)
