"""Dutch numbers, dates, years and answers: read where there is one reading, else not."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.notation import (
    Twijfel,
    een_regel,
    lees_dag_en_maand,
    lees_datum,
    lees_getal,
    lees_ja_nee,
    lees_jaren,
    lees_reden,
    lijkt_op,
    noem_enkele,
    plat,
    schrijf_dag,
    schrijf_datum,
    schrijf_getal,
    schrijf_jaren,
    schrijf_opsomming,
    splits_namen,
    twee_datums,
)

ORANJE = {"a": "vertraagde uitvoering", "b": "verwachte vertraging of wijziging"}
ROOD = {"a": "niet gestart", "b": "niet gerealiseerd", "c": "geplande afspraak vervalt"}
HELE_LOOPTIJD = set(range(2026, 2032))


# -- numbers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("geschreven", "getal"),
    [
        ("0", 0),
        ("12", 12),
        ("12,5", 12.5),
        ("0,5", 0.5),
        ("1.234", 1234),
        ("1.234,5", 1234.5),
        ("12.345.678", 12_345_678),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("-5", -5),
        ("−5", -5),
        ("+5", 5),
        ("  12\n", 12),
        (12, 12),
        (12.0, 12),
        (12.5, 12.5),
    ],
)
def test_a_number_with_one_reading_is_read(geschreven: object, getal: float) -> None:
    assert lees_getal(geschreven) == getal


@pytest.mark.parametrize(
    ("geschreven", "lezingen"),
    [("12.5", ("12,5", "125")), ("1.23", ("1,23", "123")), ("1.2345", ("1,2345", "12345"))],
)
def test_a_point_that_is_no_thousands_mark_is_doubt(
    geschreven: str, lezingen: tuple[str, str]
) -> None:
    gelezen = lees_getal(geschreven)
    assert isinstance(gelezen, Twijfel)
    assert all(lezing in gelezen.lezingen for lezing in lezingen)


@pytest.mark.parametrize("geschreven", ["0.123", "0.5"])
def test_a_zero_before_the_point_leaves_one_reading(geschreven: str) -> None:
    """Nobody writes a thousand as 0.123, so 0123 is no second reading to offer."""
    gelezen = lees_getal(geschreven)
    assert not isinstance(gelezen, Twijfel) or " of 0" not in gelezen.lezingen


@pytest.mark.parametrize(
    "geschreven",
    [
        "",
        "ca. 12",
        "12 woningen",
        "12 %",
        "€ 12",
        "12,",
        ",5",
        "12.",
        "1.23.456",
        "1.000.00",
        "1,000,000",
        "1e5",
        "1_000",
        "½",
        "²",
        "tien",
        "nan",
        "inf",
        None,
        True,
        float("nan"),
        float("inf"),
        "9" * 5000,
        "9" * 5000 + ",5",
    ],
)
def test_anything_else_is_no_number(geschreven: object) -> None:
    assert lees_getal(geschreven) is None


@given(st.integers())
def test_a_whole_number_written_is_read_back(getal: int) -> None:
    assert lees_getal(schrijf_getal(getal)) == getal


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=3))
def test_a_decimal_written_is_read_back(getal: Decimal) -> None:
    assert lees_getal(schrijf_getal(float(getal))) == float(getal)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_numbers(tekst: str) -> None:
    assert isinstance(lees_getal(tekst), (int, float, Twijfel, type(None)))


@pytest.mark.parametrize(
    ("getal", "tekst"),
    [
        (0, "0"),
        (1234, "1.234"),
        (1_234_567, "1.234.567"),
        (1234.5, "1.234,5"),
        (-1234.5, "-1.234,5"),
        (0.1 + 0.2, "0,3"),
        (12.0, "12"),
    ],
)
def test_a_number_is_written_as_the_dutch_do(getal: float, tekst: str) -> None:
    assert schrijf_getal(getal) == tekst


@pytest.mark.parametrize("getal", [1e10, 12_345_678_901.5, 0.00001])
def test_a_number_is_never_written_with_an_exponent(getal: float) -> None:
    assert "e" not in schrijf_getal(getal)


# -- dates -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "geschreven",
    [
        "15-12-2026",
        "15/12/2026",
        "15.12.2026",
        "15 12 2026",
        "15-12-26",
        " 15-12-2026 ",
        "2026-12-15",
        "2026-12-15 00:00:00",
        "2026-12-15T00:00:00",
        "15 december 2026",
        "15 December 2026",
        "15 dec 2026",
        "15 dec. 2026",
        "15-dec-2026",
        date(2026, 12, 15),
        datetime(2026, 12, 15, 8, 30),
        46371,
        46371.0,
    ],
)
def test_a_date_is_read_in_every_usual_form(geschreven: object) -> None:
    assert lees_datum(geschreven) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("woord", "maand"),
    [("mrt", 3), ("maart", 3), ("mei", 5), ("juni", 6), ("jul", 7), ("sept", 9), ("okt", 10)],
)
def test_a_month_may_be_cut_short(woord: str, maand: int) -> None:
    assert lees_datum(f"1 {woord} 2026") == date(2026, maand, 1)


@pytest.mark.parametrize(
    "geschreven",
    [
        "",
        "31-2-2026",
        "12-15-2026",
        "december 2026",
        "2026",
        "Q4 2026",
        "volgend jaar",
        "5 ma 2026",
        "46371",
        0,
        -1,
        46371.5,
        10**9,
        True,
    ],
)
def test_anything_else_is_no_date(geschreven: object) -> None:
    assert lees_datum(geschreven) is None


@given(st.dates(min_value=date(1900, 3, 1)))
def test_a_date_written_is_read_back(dag: date) -> None:
    assert lees_datum(schrijf_datum(dag)) == dag
    assert lees_datum(schrijf_dag(dag)) == dag
    assert lees_datum((dag - date(1899, 12, 30)).days) == dag


@given(st.text(max_size=20) | st.floats())
def test_nothing_breaks_the_reading_of_dates(waarde: object) -> None:
    assert isinstance(lees_datum(waarde), (date, type(None)))


@pytest.mark.parametrize(
    ("geschreven", "gelezen"),
    [
        ("15 februari", date(2027, 2, 15)),
        ("15-2", date(2027, 2, 15)),
        (date(2020, 2, 15), date(2027, 2, 15)),
        ("half februari", None),
        ("", None),
    ],
)
def test_a_day_of_the_year_is_placed_in_the_year(geschreven: object, gelezen: date | None) -> None:
    assert lees_dag_en_maand(geschreven, 2027) == gelezen


# -- years -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gedrukt", "jaren"),
    [
        ("> 2026-2031", HELE_LOOPTIJD),
        (">2026-2031", HELE_LOOPTIJD),
        ("2026 - 2031", HELE_LOOPTIJD),
        ("2026–2031", HELE_LOOPTIJD),
        ("2026 t/m 2031", HELE_LOOPTIJD),
        ("2026 tot en met 2031", HELE_LOOPTIJD),
        ("> 2026", {2026}),
        (">2026", {2026}),
        ("2026", {2026}),
        (2026, {2026}),
        ("> 2027-2031", HELE_LOOPTIJD - {2026}),
        ("> 2028-2030", {2028, 2029, 2030}),
        ("2026, 2028", {2026, 2028}),
        ("2026 en 2030", {2026, 2030}),
        ("2026, 2027 en 2029", {2026, 2027, 2029}),
        ("2026, 2028-2030", {2026, 2028, 2029, 2030}),
        ("2030, 2026", {2026, 2030}),
    ],
)
def test_years_are_read_as_they_are_printed(gedrukt: object, jaren: set[int]) -> None:
    assert lees_jaren(gedrukt) == (frozenset(jaren), False)


def test_years_without_a_dash_are_a_range_with_doubt() -> None:
    assert lees_jaren(">2026 2031") == (frozenset(HELE_LOOPTIJD), True)


@pytest.mark.parametrize(
    "gedrukt",
    ["", "2031-2026", "2031 2026", "vanaf 2026", "2026-", "2026/2031", "ooit", "20262031"],
)
def test_years_out_of_order_or_unclear_are_not_read(gedrukt: str) -> None:
    assert lees_jaren(gedrukt) == (frozenset(), False)


@pytest.mark.parametrize(
    "gedrukt", ["2026 2028 2030", "2026 2028, 2030", "2026, 2028 2030", "2026-2028 2030"]
)
def test_of_more_than_two_loose_years_none_is_read(gedrukt: str) -> None:
    """A range has two ends; 2026 2028 2030 does not say anything of 2027 and 2029."""
    assert lees_jaren(gedrukt) == (frozenset(), False)


@pytest.mark.parametrize(
    ("jaren", "geschreven"),
    [
        ({2026}, "2026"),
        ({2026, 2027}, "2026, 2027"),
        ({2026, 2027, 2028}, "2026-2028"),
        ({2026, 2028, 2029}, "2026, 2028, 2029"),
        (HELE_LOOPTIJD, "2026-2031"),
    ],
)
def test_years_are_written_as_they_are_said(jaren: set[int], geschreven: str) -> None:
    """Two years in a row are two years; from three on they are a range."""
    assert schrijf_jaren(frozenset(jaren)) == geschreven


@given(st.frozensets(st.integers(1000, 9999), min_size=1, max_size=8))
def test_years_written_are_read_back(jaren: frozenset[int]) -> None:
    assert lees_jaren(schrijf_jaren(jaren)) == (jaren, False)


@given(st.integers(2000, 2090), st.integers(1, 9))
def test_a_range_written_is_read_back(van: int, aantal: int) -> None:
    jaren = frozenset(range(van, van + aantal))
    assert lees_jaren(schrijf_jaren(jaren)) == (jaren, False)


# -- answers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("geschreven", "antwoord"),
    [
        ("ja", True),
        ("JA ", True),
        ("j", True),
        ("Ja.", True),
        (True, True),
        ("nee", False),
        ("Nee", False),
        ("N", False),
        (False, False),
        ("WAAR", True),
        ("true", True),
        ("ONWAAR", False),
        ("False", False),
        ("", None),
        ("misschien", None),
        ("ja, bijna", None),
        ("1", None),
        (1, None),
    ],
)
def test_yes_and_no(geschreven: object, antwoord: bool | None) -> None:
    assert lees_ja_nee(geschreven) is antwoord


def test_a_question_mark_is_doubt_and_not_an_answer() -> None:
    assert lees_ja_nee("ja?") is None


@pytest.mark.parametrize(
    ("geschreven", "redenen", "letter"),
    [
        ("a", ORANJE, "a"),
        ("A", ORANJE, "a"),
        ("(a)", ORANJE, "a"),
        ("A)", ORANJE, "a"),
        ("a.", ORANJE, "a"),
        ("b – verwachte vertraging of wijziging", ORANJE, "b"),
        ("b - Verwachte vertraging of wijziging", ORANJE, "b"),
        ("(b) verwachte vertraging of wijziging.", ORANJE, "b"),
        ("vertraagde uitvoering", ORANJE, "a"),
        ("niet gestart", ROOD, "a"),
        ("c", ROOD, "c"),
        ("c", ORANJE, None),
        ("niet gestart", ORANJE, None),
        ("a – niet gestart", ORANJE, None),
        ("vertraagde uitvoering", ROOD, None),
        ("a en b", ORANJE, None),
        ("vertraging", ORANJE, None),
        ("", ORANJE, None),
        ("a", {}, None),
    ],
)
def test_a_reden_belongs_to_its_colour(
    geschreven: str, redenen: dict[str, str], letter: str | None
) -> None:
    assert lees_reden(geschreven, redenen) == letter


@pytest.mark.parametrize("woorden", ["andere planning", "a-locatie vervalt", "(a) vertraagd"])
def test_a_reason_may_begin_with_its_own_letter(woorden: str) -> None:
    redenen = {"b": "iets anders", "a": woorden}
    assert lees_reden(woorden, redenen) == lees_reden(f"a – {woorden}", redenen) == "a"


# -- words -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("geschreven", "namen"),
    [
        (
            "corporaties, gemeente en huurdersverenigingen",
            ["corporaties", "gemeente", "huurdersverenigingen"],
        ),
        ("gemeente, corporaties", ["gemeente", "corporaties"]),
        ("gemeente; corporaties & huurders", ["gemeente", "corporaties", "huurders"]),
        ("gemeente\ncorporaties", ["gemeente", "corporaties"]),
        ("gemeente, corporaties, en huurders", ["gemeente", "corporaties", "huurders"]),
        ("", []),
    ],
)
def test_names_are_split(geschreven: str, namen: list[str]) -> None:
    assert splits_namen(geschreven) == namen


@pytest.mark.parametrize(
    ("geschreven", "namen"),
    [
        ("gemeente Aa en Hunze en corporaties", ["Gemeente Aa en Hunze", "corporaties"]),
        ("Bos, Duin en Zee, corporaties", ["Bos, Duin en Zee", "corporaties"]),
        ("Wonen & Zorg", ["Wonen & Zorg"]),
        ("corporatiesbond", ["corporatiesbond"]),
    ],
)
def test_a_known_name_stays_whole(geschreven: str, namen: list[str]) -> None:
    bekend = ["Gemeente Aa en Hunze", "Bos, Duin en Zee", "Wonen & Zorg", "corporaties"]
    assert splits_namen(geschreven, bekend) == namen


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")],
)
def test_words_become_a_clause(woorden: tuple[str, ...], zin: str) -> None:
    assert schrijf_opsomming(woorden) == zin


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [("", ""), ("ab", "a, b"), ("abc", "a, b, c"), ("abcde", "a, b, c en nog 2")],
)
def test_of_many_the_first_are_named(woorden: str, zin: str) -> None:
    assert noem_enkele([*woorden], meeste=3) == zin


def test_comparing_ignores_case_spaces_and_marks() -> None:
    assert plat("  ● Wat  vullen\nwe in: ") == plat("wat vullen we IN")
    assert een_regel(" a \n b\u00a0c ") == "a b c"


def test_a_near_word_is_suggested_and_a_far_one_is_not() -> None:
    assert "“Indicator”" in lijkt_op("Indicatr", ["Indicator", "Jaar"])
    assert lijkt_op("Zebra", ["Indicator", "Jaar"]) == ""


@pytest.mark.parametrize(
    ("tekst", "lezingen"),
    [
        ("1/2/2026", "1-2-2026 of 2-1-2026"),
        ("01/02/2026", "1-2-2026 of 2-1-2026"),
        ("15/12/2026", ""),
        ("5/5/2026", ""),
        ("05/5/2026", ""),
        ("1-2-2026", ""),
        ("31/2/2026", ""),
    ],
)
def test_slashes_leave_doubt_about_day_and_month(tekst: str, lezingen: str) -> None:
    assert twee_datums(tekst) == lezingen


@pytest.mark.parametrize(
    ("dagen", "datum"),
    [
        (1, date(1899, 12, 31)),
        (2_958_465, date(9999, 12, 31)),
        (0, None),
        (-1, None),
        (2_958_466, None),
        (2_958_467, None),
        (10**12, None),
        (46_000.5, None),
    ],
)
def test_a_day_number_is_a_day_as_far_as_there_are_days(dagen: float, datum: date | None) -> None:
    """What lies outside the calendar of a spreadsheet is a number, and no mistake of ours."""
    assert lees_datum(dagen) == datum


# -- signs that nobody sees --------------------------------------------------------------

ONZICHTBAAR = ["\u200b", "\ufeff", "\u00ad", "\u200d", "\u200e", "\u2060"]


@pytest.mark.parametrize("teken", ONZICHTBAAR)
def test_signs_that_nobody_sees_are_no_difference(teken: str) -> None:
    assert plat(f"{teken}Gro{teken}en{teken}!") == "groen"
    assert een_regel(f"twee{teken}  woor{teken}den {teken}") == "twee woorden"
    assert lees_getal(f"1{teken}2,5{teken}") == 12.5
    assert lees_ja_nee(f"{teken}ja") is True
    assert lees_datum(f"15-{teken}12-2026") == date(2026, 12, 15)
    assert lees_reden(f"(a{teken})", {"a": "vertraagd"}) == "a"


def test_what_joins_two_emoji_stays() -> None:
    gezin = "\U0001f469\u200d\U0001f467"
    assert een_regel(f"het {gezin} huis") == f"het {gezin} huis"


@pytest.mark.parametrize(
    ("in_de_cel", "getal"),
    [(4.35 * 100, 435), (0.1 + 0.2, 0.3), (1.1 * 3, 3.3), (435.5, 435.5), (-4.35 * 100, -435)],
)
def test_a_number_is_what_a_spreadsheet_shows_in_15_digits(in_de_cel: float, getal: float) -> None:
    gelezen = lees_getal(in_de_cel)
    assert gelezen == getal
    assert type(gelezen) is type(getal)
