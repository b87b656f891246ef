"""What each kind of answer reads, says and refuses; doubt is asked, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from kaderxl.core import catalogue
from kaderxl.core.findings import Regel, heeft_fout
from kaderxl.core.kader import Combineren, Meetwaarde
from kaderxl.core.meetwaarde import Gelezen, Soort, Voorbeeld
from kaderxl.core.rounds import Plek
from kaderxl.core.values import Veld, Waarde
from kaderxl.template.kinds import AANTAL, BEDRAG, DATUM, GETAL, PERCENTAGE, SOORTEN

GRENZEN = (date(2021, 1, 1), date(2041, 12, 31))
PLEK = Plek("blad.xlsx", "Invulblad", "I7")
ALLE = pytest.mark.parametrize("soort", SOORTEN.values(), ids=str)


def lees(soort: Soort, inhoud: Waarde, *, procent: bool = False) -> Gelezen:
    return soort.lees(Veld(inhoud, PLEK, procent), GRENZEN)


def regels(gelezen: Gelezen) -> list[str]:
    return [b.code for b in gelezen.bevindingen]


# Bedrag


@pytest.mark.parametrize(
    ("geschreven", "bedrag"),
    [
        (1234.5, 1234.5),
        (1234, 1234),
        (0, 0),
        (0.1 + 0.2, 0.3),
        ("1234,5", 1234.5),
        ("€ 1.234,50", 1234.5),
        ("€1234,50", 1234.5),
        ("1.234,50 euro", 1234.5),
        ("1.234,50 EUR", 1234.5),
        ("EUR 1.234,50", 1234.5),
        ("€\u00a01 234,50", 1234.5),
        ("1.250.000", 1_250_000),
        ("€ 1.250,-", 1250),
        ("€ 1.250,--", 1250),
        ("€ 1.250,–", 1250),
        ("1250,=", 1250),
        ("€ 0,05", 0.05),
    ],
)
def test_an_amount_is_read_as_people_write_it(geschreven: Waarde, bedrag: float) -> None:
    gelezen = lees(BEDRAG, geschreven)
    assert gelezen == Gelezen(bedrag)
    assert isinstance(gelezen.waarde, int) == float(bedrag).is_integer()


@pytest.mark.parametrize(
    ("geschreven", "regel"),
    [
        ("€ 12.50", catalogue.TWEE_LEZINGEN),
        ("12.5", catalogue.TWEE_LEZINGEN),
        ("€ 1,234.50", catalogue.GETAL_VERWACHT),
        ("1,5 miljoen", catalogue.GETAL_VERWACHT),
        ("€ 2 ton", catalogue.GETAL_VERWACHT),
        ("12k", catalogue.GETAL_VERWACHT),
        ("ca. € 12", catalogue.GETAL_VERWACHT),
        ("€ 12 per maand", catalogue.GETAL_VERWACHT),
        ("€ 10 - € 12", catalogue.GETAL_VERWACHT),
        ("$ 12", catalogue.GETAL_VERWACHT),
        ("euro", catalogue.GETAL_VERWACHT),
        ("€ ,-", catalogue.GETAL_VERWACHT),
        ("--12", catalogue.GETAL_VERWACHT),
        (date(2026, 12, 15), catalogue.GETAL_VERWACHT),
        (True, catalogue.GETAL_VERWACHT),
        ("€ -12", catalogue.NEGATIEF),
        ("-€ 12", catalogue.NEGATIEF),
        ("−12 euro", catalogue.NEGATIEF),
        (-0.01, catalogue.NEGATIEF),
        (1.005, catalogue.GEEN_HELE_CENTEN),
        ("1,234", catalogue.GEEN_HELE_CENTEN),
    ],
)
def test_an_amount_in_doubt_is_asked(geschreven: Waarde, regel: Regel) -> None:
    gelezen = lees(BEDRAG, geschreven)
    assert gelezen.waarde is None
    assert regels(gelezen) == [regel.code]
    assert gelezen.bevindingen[0].plek == PLEK


@pytest.mark.parametrize(
    ("bedrag", "eenheid", "woorden"),
    [
        (1234.5, "euro", "€ 1.234,50"),
        (250_000, "euro", "€ 250.000"),
        (0.3, "", "€ 0,30"),
        (0, "euro", "€ 0"),
        (612.25, "euro per maand", "€ 612,25 per maand"),
        (-2.5, "euro", "€ -2,50"),
    ],
)
def test_an_amount_is_said_in_euros(bedrag: float, eenheid: str, woorden: str) -> None:
    assert BEDRAG.zeg(bedrag, eenheid) == woorden


@pytest.mark.parametrize("eenheid", ["", "euro", "EUR", "€", "euro per maand", "Euro per m²"])
def test_the_unit_of_an_amount_is_the_euro(eenheid: str) -> None:
    assert BEDRAG.bezwaar(eenheid) == ""


@pytest.mark.parametrize("eenheid", ["duizend euro", "woningen", "eurocent", "x 1.000 euro"])
def test_an_amount_in_another_unit_would_be_read_a_thousand_times_too_small(eenheid: str) -> None:
    assert "euro" in BEDRAG.bezwaar(eenheid)


@given(st.integers(0, 10**11))
def test_what_is_said_of_an_amount_is_read_back_to_the_cent(centen: int) -> None:
    bedrag = centen / 100
    gelezen = lees(BEDRAG, BEDRAG.zeg(bedrag, "euro"))
    assert gelezen.waarde == bedrag
    assert not heeft_fout(gelezen.bevindingen)


# Getal


@pytest.mark.parametrize(
    ("geschreven", "getal"),
    [(7.4, 7.4), ("7,4", 7.4), (7, 7), ("1.234,25", 1234.25), ("0.5", 0.5), (0.1 + 0.2, 0.3)],
)
def test_a_number_may_have_decimals(geschreven: Waarde, getal: float) -> None:
    assert lees(GETAL, geschreven) == Gelezen(getal)


@pytest.mark.parametrize(
    ("geschreven", "regel"),
    [
        ("7.4", catalogue.TWEE_LEZINGEN),
        ("een zeven", catalogue.GETAL_VERWACHT),
        ("7,4 en 8", catalogue.GETAL_VERWACHT),
        (-7.4, catalogue.NEGATIEF),
    ],
)
def test_a_number_in_doubt_is_asked(geschreven: Waarde, regel: Regel) -> None:
    gelezen = lees(GETAL, geschreven)
    assert (gelezen.waarde, regels(gelezen)) == (None, [regel.code])


def test_a_number_is_said_with_the_unit_of_the_template() -> None:
    assert GETAL.zeg(7.4, "(rapportcijfer)") == "7,4 (rapportcijfer)"
    assert GETAL.zeg(1234.25, "hectare") == "1.234,25 hectare"


# What holds for every kind


@pytest.mark.parametrize(
    ("soort", "grens"), [(AANTAL, 1_000_000), (GETAL, 1_000_000), (BEDRAG, 1_000_000_000)]
)
def test_what_is_hardly_likely_counts_and_is_asked_about(soort: Soort, grens: int) -> None:
    assert lees(soort, grens) == Gelezen(grens)
    gelezen = lees(soort, grens + 1)
    assert (gelezen.waarde, regels(gelezen)) == (grens + 1, [catalogue.AANTAL_GROOT.code])


@pytest.mark.parametrize("soort", [GETAL, BEDRAG])
def test_a_number_that_is_shown_as_a_percentage_is_asked_about(soort: Soort) -> None:
    gelezen = lees(soort, 0.5, procent=True)
    assert (gelezen.waarde, regels(gelezen)) == (0.5, [catalogue.PROCENTOPMAAK.code])
    assert gelezen.bevindingen[0].tekst.startswith("De cel toont 50 %")


def test_which_numbers_are_added_up() -> None:
    alles, som = set(Combineren), {Combineren.SOM}
    verwacht = {AANTAL: alles, BEDRAG: alles, GETAL: som, PERCENTAGE: set(), DATUM: set()}
    gevonden = {s: {c for c in Combineren if s.telt_op(c)} for s in verwacht}
    assert gevonden == verwacht


@ALLE
def test_a_kind_says_what_is_the_matter_in_its_own_words(soort: Soort) -> None:
    assert SOORTEN[str(soort)] is soort
    assert soort.raad
    streng = not soort.is_waarde("ca. 12")
    assert bool(soort.niet_goed) == bool(soort.woord) == bool(soort.raad_ao) == streng
    validatie = soort.validatie(GRENZEN)
    assert bool(validatie) == streng
    if streng:
        assert len(str(validatie["error_title"])) <= 32
        assert len(str(validatie["error_message"])) <= 255


@ALLE
def test_a_value_with_one_reading_is_one_that_the_column_controle_takes(soort: Soort) -> None:
    for inhoud in (0, 7, 7.25, 7.255, -1, 101, 46371, "Ja", "x", date(2026, 6, 1)):
        gelezen = lees(soort, inhoud)
        if gelezen.waarde is not None:
            assert soort.past(inhoud, GRENZEN)
        else:
            assert heeft_fout(gelezen.bevindingen)


@ALLE
def test_an_example_is_an_answer_of_its_kind(soort: Soort) -> None:
    vraag = Meetwaarde("A01-I1-M1", "A01-I1", "Vraag", soort, combineren=Combineren.SOM)
    for rang in range(4):
        for nummer in range(3):
            voorbeeld = soort.voorbeeld(vraag, Voorbeeld(2026, True, rang, nummer))
            assert lees(soort, voorbeeld).bevindingen == ()
