"""Every doel held against the stand: in words, and never a colour of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from invullen import Antwoorden, oordeel
from rondes_maken import maak_matrix, woningen
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl.core.cycle import cyclus_van
from kaderxl.core.kader import Doel, Kader
from kaderxl.core.outcome import Afgesproken, Matrix, Meter, Vastgelegd
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.targets import Doelstand, Oordeel
from kaderxl.matrix.combine import combine
from kaderxl.reading import Reader
from kaderxl.template.read import read_template
from kaderxl.years.targets import hold_targets
from kaderxl.years.trends import look_back


def tussen(jaar: int) -> Ronde:
    return Ronde(jaar, Fase.TUSSENSTAND)


def november(jaar: int) -> Ronde:
    """The one ronde of a year, held before that is over."""
    (fase,) = cyclus_van((Fase("november", peildag=(11, 1)),)).fasen
    return Ronde(jaar, fase)


def gebouwd(kader: Kader, per_ronde: Mapping[Ronde, int]) -> list[Matrix]:
    """Rondes in which Noordbouw delivered so many, and sold two a year; Zuidwonen nothing."""
    return [
        maak_matrix(kader, ronde, {"NB": woningen(n, 0, 2), "ZW": woningen(0)})
        for ronde, n in per_ronde.items()
    ]


def houd(kader: Kader, doel: Doel, rondes: list[Matrix]) -> Doelstand:
    met = [replace(m, kader=replace(kader, doelen=(doel,))) for m in rondes]
    ((stand,),) = hold_targets(met[-1], met[:-1]).values()
    return stand


TM_2031 = Doel("A01-I1", 2031, 120, 140)


@pytest.mark.parametrize(
    ("doel", "per_ronde", "woorden"),
    [
        (TM_2031, {Ronde(2026): 32}, "op koers: 30 woningen t/m 2026 (naar rato 20)"),
        (TM_2031, {Ronde(2026): 12}, "niet op koers: 10 woningen t/m 2026 (naar rato 20)"),
        (
            TM_2031,
            {tussen(2026): 12},
            "nog niet te zeggen: 10 woningen t/m tussenstand 2026 "
            "(het jaar loopt nog; naar rato 20)",
        ),
        (
            TM_2031,
            {november(2026): 12},
            "nog niet te zeggen: 10 woningen t/m november 2026 (het jaar loopt nog; naar rato 20)",
        ),
        (
            Doel("A01-I1", 2026, 40),
            {november(2026): 22, november(2027): 50},
            "niet gehaald: 20 woningen t/m 2026 (minder dan 40)",
        ),
        (TM_2031, {Ronde(2026): 152}, "niet op koers: 150 woningen t/m 2026 (nu al meer dan 140)"),
        (TM_2031, {Ronde(2026): 132}, "op koers: 130 woningen t/m 2026"),
        (Doel("A01-I1", 2031, 120), {Ronde(2026): 132}, "gehaald: 130 woningen t/m 2026"),
        (TM_2031, {Ronde(2027): 40}, "nog niet te zeggen (er is nog geen volledig cijfer)"),
        (
            Doel("A01-I1", 2027, 40),
            {Ronde(2026): 22, Ronde(2027): 22},
            "gehaald: 40 woningen t/m 2027",
        ),
        (
            Doel("A01-I1", 2027, 40),
            {Ronde(2026): 22, Ronde(2027): 21},
            "niet gehaald: 39 woningen t/m 2027 (minder dan 40)",
        ),
        # of a year that is past
        (
            Doel("A01-I1", 2026, 40),
            {Ronde(2026): 22, Ronde(2027): 50},
            "niet gehaald: 20 woningen t/m 2026 (minder dan 40)",
        ),
    ],
)
def test_up_to_a_year(
    klein: Kader, doel: Doel, per_ronde: Mapping[Ronde, int], woorden: str
) -> None:
    assert houd(klein, doel, gebouwd(klein, per_ronde)).in_woorden == woorden


ELK_JAAR = Doel("A01-I1", 2031, 20, per_jaar=True)
HOOGSTENS_5 = Doel("A01-I1", 2031, None, 5, per_jaar=True)


@pytest.mark.parametrize(
    ("doel", "per_ronde", "woorden"),
    [
        (ELK_JAAR, {Ronde(2026): 22}, "gehaald: 20 woningen in 2026"),
        (ELK_JAAR, {Ronde(2026): 21}, "niet gehaald: 19 woningen in 2026 (minder dan 20)"),
        (
            ELK_JAAR,
            {Ronde(2026): 10, Ronde(2027): 30},
            "gehaald: 28 woningen in 2027 (eerder niet in 2026)",
        ),
        (
            ELK_JAAR,
            {tussen(2026): 10},
            "nog niet te zeggen: 8 woningen in tussenstand 2026 (het jaar loopt nog)",
        ),
        (ELK_JAAR, {tussen(2026): 30}, "gehaald: 28 woningen in tussenstand 2026"),
        (HOOGSTENS_5, {Ronde(2026): 9}, "niet gehaald: 7 woningen in 2026 (meer dan 5)"),
        (
            HOOGSTENS_5,
            {tussen(2026): 9},
            "niet gehaald: 7 woningen in tussenstand 2026 (nu al meer dan 5)",
        ),
        (HOOGSTENS_5, {Ronde(2026): 7}, "gehaald: 5 woningen in 2026"),
        # what still comes may make it too many
        (
            replace(ELK_JAAR, maximum=40),
            {tussen(2026): 30},
            "nog niet te zeggen: 28 woningen in tussenstand 2026 (het jaar loopt nog)",
        ),
        # a year that is not known says nothing of another
        (ELK_JAAR, {Ronde(2027): 30}, "gehaald: 28 woningen in 2027"),
    ],
)
def test_every_year(klein: Kader, doel: Doel, per_ronde: Mapping[Ronde, int], woorden: str) -> None:
    assert houd(klein, doel, gebouwd(klein, per_ronde)).in_woorden == woorden


def test_a_doel_speaks_of_the_meetwaarde_that_it_names(klein: Kader) -> None:
    """Two sold in a year, of what is reckoned netto: at most one."""
    verkocht = replace(HOOGSTENS_5, maximum=1, meetwaarde="A01-I1-M3")
    stand = houd(klein, verkocht, gebouwd(klein, {Ronde(2026): 50}))
    assert stand.in_woorden == "niet gehaald: 2 woningen in 2026 (meer dan 1)"


def test_a_doel_of_one_partij_is_held_against_its_own(klein: Kader) -> None:
    rondes = [
        maak_matrix(klein, Ronde(j), {"NB": woningen(10), "ZW": woningen(50)}) for j in (2026, 2027)
    ]
    stand = houd(klein, Doel("A01-I1", 2027, 30, partij="NB"), rondes)
    assert stand.in_woorden == "niet gehaald: 20 woningen t/m 2027 (minder dan 30)"
    assert not stand.openbaar


@pytest.mark.parametrize(
    ("tweede_jaar", "woorden"),
    [
        ({}, "nog niet te zeggen (er is nog geen volledig cijfer)"),
        ({"A01-I1": oordeel("N.v.t.")}, "nog niet te zeggen (er is nog geen volledig cijfer)"),
        (
            {"A01-I1": oordeel("N.v.t.", toelichting="geen bezit")},
            "gehaald: 30 woningen t/m 2027",
        ),
    ],
)
def test_a_year_that_does_not_apply_to_a_partij_adds_nothing_to_its_own(
    klein: Kader, tweede_jaar: Antwoorden, woorden: str
) -> None:
    """Once it says why."""
    gegeven = {2026: woningen(30), 2027: tweede_jaar}
    rondes = [maak_matrix(klein, Ronde(j), {"NB": wat}) for j, wat in gegeven.items()]
    stand = houd(klein, Doel("A01-I1", 2027, 30, partij="NB"), rondes)
    assert stand.in_woorden == woorden


def test_of_what_one_partij_is_asked_nothing_is_public(klein: Kader) -> None:
    """Also where the others are asked something else of the same indicator."""
    van_een = tuple(
        replace(m, gevraagd_aan=("NB",)) if m.code == "A01-I1-M3" else m for m in klein.meetwaarden
    )
    kader = replace(klein, meetwaarden=van_een)
    for meetwaarde, openbaar in (("A01-I1-M3", False), ("A01-I1-M1", True)):
        doel = replace(HOOGSTENS_5, meetwaarde=meetwaarde)
        assert houd(kader, doel, gebouwd(kader, {Ronde(2026): 3})).openbaar is openbaar


# What each partij must reach by itself

TEVREDEN = Doel("A02-I2", 2028, 72, per_jaar=True, meetwaarde="A02-I2-M1")


def tevreden(kader: Kader, jaar: int, **gegeven: float | str) -> Matrix:
    """What NB, ZW and HB say of their huurders: a percentage, or a word of the light alone."""
    antwoorden: dict[str, Antwoorden] = {
        partij: {
            "A02-I2": oordeel(zegt if isinstance(zegt, str) else "Groen", toelichting="daarom"),
            "A02-I2-M1": {} if isinstance(zegt, str) else {"Waarde": zegt},
        }
        for partij, zegt in gegeven.items()
    }
    return maak_matrix(kader, Ronde(jaar), antwoorden)


@pytest.mark.parametrize(
    ("gegeven", "woorden"),
    [
        (
            {"NB": 71.9, "ZW": 70, "HB": 80},
            "niet gehaald: Noordbouw 71,9 % en Zuidwonen 70 % in 2026 (minder dan 72)",
        ),
        (
            {"NB": 72, "ZW": 90, "HB": 80},
            "gehaald: Noordbouw 72 %, Zuidwonen 90 % en Huurdersbelang 80 % in 2026",
        ),
        # one that does not reach it is enough, whatever the others say
        (
            {"NB": 71.9},
            "niet gehaald: Noordbouw 71,9 % in 2026 "
            "(minder dan 72; nog niet van Zuidwonen en Huurdersbelang)",
        ),
        (
            {"NB": 80, "HB": 80},
            "nog niet te zeggen: Noordbouw 80 % en Huurdersbelang 80 % in 2026 "
            "(nog niet van Zuidwonen)",
        ),
        ({}, "nog niet te zeggen (er is nog geen volledig cijfer)"),
        # whom it does not apply to, and who may leave it empty, has nothing to reach
        (
            {"NB": 80, "ZW": "N.v.t.", "HB": "Groen"},
            "gehaald: Noordbouw 80 % in 2026",
        ),
        (
            {"NB": "N.v.t.", "ZW": "N.v.t.", "HB": "N.v.t."},
            "nog niet te zeggen (de antwoorden geven geen cijfer)",
        ),
    ],
)
def test_each_partij_must_reach_a_doel_of_its_own_answer(
    klein: Kader, gegeven: dict[str, float | str], woorden: str
) -> None:
    stand = houd(klein, TEVREDEN, [tevreden(klein, 2026, **gegeven)])
    assert stand.in_woorden == woorden
    assert stand.openbaar


def test_who_says_that_it_does_not_apply_and_gives_a_number_is_held_against_it(
    klein: Kader,
) -> None:
    nvt: Antwoorden = {
        "A02-I2": oordeel("N.v.t.", toelichting="daarom"),
        "A02-I2-M1": {"Waarde": 60},
    }
    nu = maak_matrix(klein, Ronde(2026), {"NB": nvt})
    assert houd(klein, TEVREDEN, [nu]).in_woorden.startswith("niet gehaald: Noordbouw 60 %")


def test_a_maximum_holds_for_each_by_itself_too(klein: Kader) -> None:
    hoogstens = replace(TEVREDEN, minimum=None, maximum=75)
    stand = houd(klein, hoogstens, [tevreden(klein, 2026, NB=75, ZW=75.5, HB=10)])
    assert stand.in_woorden == "niet gehaald: Zuidwonen 75,5 % in 2026 (meer dan 75)"
    assert stand.herleidbaar


def test_a_year_before_is_said_of_whom_it_was(klein: Kader) -> None:
    toen = tevreden(klein, 2026, NB=60, ZW=80, HB=80)
    nu = tevreden(klein, 2028, NB=80, ZW=80, HB=80)
    assert houd(klein, TEVREDEN, [toen, nu]).in_woorden == (
        "gehaald: Noordbouw 80 %, Zuidwonen 80 % en Huurdersbelang 80 % in 2028 "
        "(Noordbouw: eerder niet in 2026)"
    )


def test_a_year_before_in_which_it_was_not_asked_was_no_failure(klein: Kader) -> None:
    rondes = [tevreden(klein, 2026, NB=80), tevreden(klein, 2027), tevreden(klein, 2028, NB=80)]
    assert "eerder niet" not in houd(klein, TEVREDEN, rondes).in_woorden


def test_in_a_year_in_which_it_is_not_asked_nothing_is_waited_for(klein: Kader) -> None:
    toen, nu = tevreden(klein, 2026, NB=80, ZW=80, HB=80), tevreden(klein, 2027)
    woorden = houd(klein, TEVREDEN, [toen, nu]).in_woorden
    assert woorden == "nog niet te zeggen (in 2027 wordt dit niet gevraagd)"


# What some of the partijen alone already pass


@pytest.mark.parametrize(
    ("doel", "woorden"),
    [
        (
            Doel("A01-I1", 2031, None, 15, per_jaar=True, meetwaarde="A01-I1-M1"),
            "niet gehaald: 18 woningen in 2026 (meer dan 15; nog niet elk cijfer is er)",
        ),
        (
            Doel("A01-I1", 2031, None, 15, meetwaarde="A01-I1-M1"),
            "niet gehaald: 18 woningen t/m 2026 (nu al meer dan 15; nog niet elk cijfer is er)",
        ),
        (
            Doel("A01-I1", 2031, None, 18, per_jaar=True, meetwaarde="A01-I1-M1"),
            "nog niet te zeggen (er is nog geen volledig cijfer)",
        ),
        # of a netto what still comes may take off again
        (
            Doel("A01-I1", 2031, None, 15, per_jaar=True),
            "nog niet te zeggen (er is nog geen volledig cijfer)",
        ),
    ],
)
def test_a_maximum_that_one_partij_passes_is_passed(klein: Kader, doel: Doel, woorden: str) -> None:
    stand = houd(klein, doel, [maak_matrix(klein, Ronde(2026), {"NB": woningen(18)})])
    assert stand.in_woorden == woorden


def test_where_partijen_differ_the_figure_is_not_waited_for(tmp_path: Path, reader: Reader) -> None:
    tabel = STANDAARD["Meetwaarden"].replace(
        "| percentage | % | ieder |", "| getal | | gezamenlijk |"
    )
    kader = read_template(schrijf_sjabloon(tmp_path / "s.xlsx", Meetwaarden=tabel), reader).geldig()
    stand = houd(kader, TEVREDEN, [tevreden(kader, 2026, NB=71, ZW=73, HB=75)])
    assert stand.in_woorden == "nog niet te zeggen (de antwoorden verschillen)"


def aandeel(kader: Kader, ronde: Ronde, teller: int, noemer: int) -> Matrix:
    gegeven: Antwoorden = {
        "A02-I1": oordeel("Groen"),
        "A02-I1-M1": {"Waarde": teller},
        "A02-I1-M2": {"Waarde": noemer},
    }
    return maak_matrix(kader, ronde, {"NB": gegeven, "ZW": gegeven})


@pytest.mark.parametrize(
    ("doel", "ronde", "woorden"),
    [
        (
            Doel("A02-I1", 2031, 30, per_jaar=True),
            Ronde(2026),
            "niet gehaald: 25 % in 2026 (minder dan 30)",
        ),
        (Doel("A02-I1", 2031, 25, per_jaar=True), Ronde(2026), "gehaald: 25 % in 2026"),
        (Doel("A02-I1", 2026, 30), Ronde(2026), "niet gehaald: 25 % in 2026 (minder dan 30)"),
        (
            Doel("A02-I1", 2031, 30),
            Ronde(2026),
            "nog niet te zeggen: 25 % in 2026 (het heeft tot en met 2031)",
        ),
        (
            Doel("A02-I1", 2031, 20),
            Ronde(2026),
            "op koers: 25 % in 2026 (het heeft tot en met 2031)",
        ),
    ],
)
def test_a_share_is_no_sum_of_years(klein: Kader, doel: Doel, ronde: Ronde, woorden: str) -> None:
    assert houd(klein, doel, [aandeel(klein, ronde, 10, 40)]).in_woorden == woorden


GEREED = Doel("A01-I2", 2026, omschrijving="gereed in 2026")


def gereed(antwoorden: str) -> dict[str, Antwoorden]:
    return {
        partij: {"A01-I2": oordeel("Groen"), "A01-I2-M1": {"Waarde": antwoord}}
        for partij, antwoord in zip(("GEM", "NB", "ZW", "HB"), antwoorden.split(), strict=False)
    }


@pytest.mark.parametrize(
    ("ronde", "antwoorden", "woorden"),
    [
        (Ronde(2026), "ja ja ja ja", "gehaald: ja in 2026"),
        (tussen(2026), "ja ja ja ja", "gehaald: ja in 2026"),
        (Ronde(2026), "nee nee nee nee", "niet gehaald: nee in 2026"),
        (tussen(2026), "nee nee nee nee", "nog niet te zeggen (nog niet gereed)"),
        (november(2026), "nee nee nee nee", "nog niet te zeggen (nog niet gereed)"),
        (Ronde(2026), "ja nee ja ja", "nog niet te zeggen"),
        (Ronde(2026), "ja ja", "nog niet te zeggen"),
    ],
)
def test_a_milestone_is_there_or_not(
    klein: Kader, ronde: Ronde, antwoorden: str, woorden: str
) -> None:
    nu = maak_matrix(klein, ronde, gereed(antwoorden))
    assert houd(klein, GEREED, [nu]).in_woorden == woorden


@pytest.mark.parametrize(
    ("antwoorden", "ao", "woorden"),
    [
        ("ja nee ja ja", "ja", "gehaald: ja in 2026"),
        ("ja ja ja ja", "nee", "niet gehaald: nee in 2026"),
    ],
)
def test_of_a_milestone_the_ao_has_the_last_word(
    klein: Kader, antwoorden: str, ao: str, woorden: str
) -> None:
    nu = maak_matrix(klein, Ronde(2026), gereed(antwoorden))
    gezegd = Vastgelegd(afgesproken={"A01-I2-M1": Afgesproken("A01-I2-M1", ao)})
    besproken = combine(klein, nu.ronde, nu.inzendingen, gezegd)
    assert houd(klein, GEREED, [besproken]).in_woorden == woorden


def test_of_what_is_in_words_alone_nobody_can_tell(klein: Kader) -> None:
    doel = Doel("A02-I2", 2031, omschrijving="de huren blijven betaalbaar")
    stand = houd(klein, doel, [maak_matrix(klein, Ronde(2026), {})])
    assert stand.in_woorden == "nog niet te zeggen (het doel is in woorden)"


@given(st.dictionaries(st.integers(2026, 2031), st.integers(0, 60), min_size=1))
def test_what_is_held_against_a_gap_is_not_to_be_told(klein: Kader, jaren: dict[int, int]) -> None:
    stand = houd(klein, TM_2031, gebouwd(klein, {Ronde(j): n for j, n in sorted(jaren.items())}))
    compleet = min(jaren) == 2026 and len(jaren) == max(jaren) - 2025
    assert (stand.oordeel is not Oordeel.ONBEKEND) == compleet


# What is drawn of it


def meters(kader: Kader, *doelen: Doel) -> tuple[Meter, ...]:
    met = replace(kader, doelen=doelen)
    return look_back(aandeel(met, Ronde(2026), 10, 40), ()).meters


def test_a_meter_is_drawn_where_the_template_asks_one(klein: Kader) -> None:
    doel = Doel("A02-I1", 2031, 30, per_jaar=True)
    assert meters(klein, doel) == ()
    (meter,) = meters(klein, replace(doel, meter=True))
    assert (meter.maat.naam, meter.eenheid, meter.telt_op) == ("Aandeel", "%", False)
    assert [(j.jaar, j.netto, j.cumulatief) for j in meter.jaren] == [(2026, 25, 25)]
    assert meters(klein, replace(TM_2031, meter=False)) == ()


def test_each_year_and_up_to_a_year_are_two_meters(klein: Kader) -> None:
    samen, per_jaar = meters(klein, TM_2031, ELK_JAAR)
    assert (samen.doelen, per_jaar.doelen) == ((TM_2031,), (ELK_JAAR,))
    assert (samen.telt_op, per_jaar.telt_op) == (True, False)


def test_what_adds_up_and_one_part_of_it_are_two_meters(klein: Kader) -> None:
    verkocht = Doel("A01-I1", 2031, 1, 10, meetwaarde="A01-I1-M3", meter=True)
    in_woorden = Doel("A01-I1", 2030, omschrijving="zo veel als kan")
    onbekend = replace(verkocht, meetwaarde="A01-I1-M9")
    samen, apart = meters(klein, TM_2031, verkocht, in_woorden, onbekend)
    assert (samen.doelen, apart.doelen) == ((TM_2031,), (verkocht,))


@pytest.mark.parametrize(
    ("min_", "namen", "waarde"),
    [
        ("−", {"Netto"}, 9),
        ("+", {"Samen"}, 11),
        ("", {"Opgeleverd (bruto)"}, 10),
    ],
)
def test_netto_is_what_is_left_of_plus_and_minus_alone(
    tmp_path: Path, reader: Reader, min_: str, namen: set[str], waarde: int
) -> None:
    tabel = STANDAARD["Meetwaarden"].replace("| som | − \\", f"| som | {min_} \\")
    tabel = tabel.replace("| som | − ", f"| som | {min_} ")
    kader = read_template(schrijf_sjabloon(tmp_path / "s.xlsx", Meetwaarden=tabel), reader).geldig()
    nu = maak_matrix(kader, Ronde(2026), {"NB": woningen(10, 1, 0), "ZW": woningen(0)})
    (meter,) = look_back(nu, ()).meters
    assert {meter.maat.naam} == namen
    assert [j.cumulatief for j in meter.jaren] == [waarde]
    assert meter.is_samengesteld == (len(min_) > 0)
