"""A ronde beside the ones before it: colours and streaks, targets, gaps that stay gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from invullen import Antwoorden, oordeel
from kleuren import WOORDEN
from rondes_maken import kleuren, maak_matrix, woningen
from sjablonen import erbij, schrijf_sjabloon

from kaderxl.core.kader import (
    Combineren,
    Doel,
    Indicator,
    Kader,
    Meetwaarde,
    Rol,
)
from kaderxl.core.labels import NIET_INGEVULD
from kaderxl.core.outcome import Matrix, Meter
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.template.kinds import AANTAL, PERCENTAGE
from kaderxl.template.read import read_template
from kaderxl.years.measures import doorgeteld
from kaderxl.years.trends import look_back

GROEN, ORANJE, ROOD = "Groen", "Oranje", "Rood"


def tussen(jaar: int) -> Ronde:
    return Ronde(jaar, Fase.TUSSENSTAND)


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Kader:
    plan = "| A01-I2-M3 | A01-I2 | Harde plannen | aantal | woningen | gezamenlijk | plan "
    plan += "| vervangen | nee | | vastgesteld |"
    bestand: Path = tmp_path_factory.mktemp("s") / "s.xlsx"
    return read_template(schrijf_sjabloon(bestand, **erbij("Meetwaarden", plan)), reader).geldig()


# Colours


def reeks(kader: Kader, *rondes: tuple[Ronde, str | None]) -> str:
    *eerder, nu = kleuren(kader, dict(rondes))
    return look_back(nu, eerder).trends[1].reeks


def test_a_first_year_oranje_is_no_streak(klein: Kader) -> None:
    assert reeks(klein, (Ronde(2026), ORANJE)) == ""
    assert reeks(klein, (Ronde(2026), GROEN), (Ronde(2027), ORANJE)) == ""


def test_years_in_a_row_are_counted(klein: Kader) -> None:
    rondes = [(Ronde(jaar), ORANJE) for jaar in (2026, 2027, 2028)]
    assert reeks(klein, *rondes[:2]) == "2e jaar oranje"
    assert reeks(klein, *rondes) == "3e jaar oranje"


def test_a_second_year_is_one_whatever_colour_it_was_before(klein: Kader) -> None:
    assert reeks(klein, (Ronde(2026), ORANJE), (Ronde(2027), ROOD)) == "2e jaar oranje of rood"
    wissel = [(Ronde(2026), ROOD), (Ronde(2027), ORANJE), (Ronde(2028), ROOD)]
    assert reeks(klein, *wissel, (Ronde(2029), ROOD)) == "4e jaar rood of oranje"


def test_a_green_year_starts_anew(klein: Kader) -> None:
    wissel = [(Ronde(2026), ROOD), (Ronde(2027), GROEN), (Ronde(2028), ROOD)]
    assert reeks(klein, *wissel) == ""
    assert reeks(klein, *wissel, (Ronde(2029), ROOD)) == "2e jaar rood"


def test_green_has_no_streak(klein: Kader) -> None:
    assert reeks(klein, (Ronde(2026), GROEN), (Ronde(2027), GROEN)) == ""


def test_a_gap_breaks_a_streak(klein: Kader) -> None:
    assert reeks(klein, (Ronde(2026), ORANJE), (Ronde(2028), ORANJE)) == ""
    na_gat = [(Ronde(2026), ORANJE), (Ronde(2028), ORANJE), (Ronde(2029), ORANJE)]
    assert reeks(klein, *na_gat) == "2e jaar oranje"


def test_a_year_counts_by_its_evaluatie(klein: Kader) -> None:
    """A tussenstand adds no year, and the one at hand stands for its own."""
    een_jaar = [(tussen(2026), ORANJE), (Ronde(2026), ORANJE)]
    assert reeks(klein, *een_jaar) == ""
    assert reeks(klein, *een_jaar, (tussen(2027), ORANJE)) == "2e jaar oranje"
    assert reeks(klein, (tussen(2026), ORANJE), (Ronde(2026), GROEN), (Ronde(2027), ORANJE)) == ""
    assert reeks(klein, (tussen(2026), ORANJE), (Ronde(2027), ORANJE)) == ""


def punten(kader: Kader, *rondes: tuple[Ronde, str | None]) -> list[tuple[str, str, bool]]:
    *eerder, nu = kleuren(kader, dict(rondes))
    return [
        (str(p.ronde), str(p.kleur), p.besloten) for p in look_back(nu, eerder).trends[1].punten
    ]


def test_a_year_that_is_missing_is_shown_as_a_gap(klein: Kader) -> None:
    assert punten(klein, (Ronde(2026), GROEN), (Ronde(2028), ROOD)) == [
        ("2026-evaluatie", GROEN, True),
        ("2027-evaluatie", "", False),
        ("2028-evaluatie", ROOD, True),
    ]


def test_a_tussenstand_that_was_not_held_is_no_gap(klein: Kader) -> None:
    assert [p[0] for p in punten(klein, (Ronde(2026), GROEN), (tussen(2027), None))] == [
        "2026-evaluatie",
        "2027-tussenstand",
    ]


def test_the_order_in_which_rondes_are_given_decides_nothing(klein: Kader) -> None:
    rondes = kleuren(klein, {tussen(2026): GROEN, Ronde(2026): ORANJE, Ronde(2027): ORANJE})
    assert look_back(rondes[2], rondes[:2]) == look_back(rondes[2], rondes[1::-1])


def test_without_besluit_the_voorstel_stands_and_says_so(klein: Kader) -> None:
    rood = {"GEM": {"A01-I2": oordeel(ROOD, "a", "Fictief")}}
    nu = maak_matrix(klein, Ronde(2026), rood)
    (punt,) = look_back(nu, ()).trends[1].punten
    assert (punt.kleur, punt.besloten) == (ROOD, False)
    (leeg,) = look_back(nu, ()).trends[3].punten
    assert (leeg.kleur, leeg.besloten) == (NIET_INGEVULD, False)


def test_an_afspraak_that_is_not_asked_that_year_says_so(klein: Kader) -> None:
    alleen_2026 = replace(
        klein,
        indicatoren=tuple(replace(i, jaren=frozenset({2026})) for i in klein.indicatoren),
    )
    eerder, nu = kleuren(alleen_2026, {Ronde(2026): ORANJE, Ronde(2027): None})
    trend = look_back(nu, [eerder]).trends[1]
    assert (trend.punten[-1].kleur, trend.reeks) == ("Niet in 2027", "")


@given(st.lists(st.sampled_from([GROEN, ORANJE, ROOD, None]), min_size=1, max_size=6))
def test_a_streak_is_as_long_as_the_years_at_the_end_that_are_oranje_or_rood(
    klein: Kader, verloop: list[str | None]
) -> None:
    lengte = next((n for n, k in enumerate(reversed(verloop)) if k not in (ORANJE, ROOD)), 6)
    op_rij = verloop[len(verloop) - min(lengte, len(verloop)) :]
    namen = " of ".join(dict.fromkeys(str(k).lower() for k in op_rij))
    verwacht = f"{len(op_rij)}e jaar {namen}" if len(op_rij) > 1 else ""
    assert reeks(klein, *((Ronde(2026 + n), k) for n, k in enumerate(verloop))) == verwacht


# Targets


def meter(*rondes: Matrix) -> Meter:
    (gevonden,) = look_back(rondes[-1], rondes[:-1]).meters
    return gevonden


def jaren(m: Meter) -> list[tuple[int, object, object]]:
    return [(j.jaar, j.netto, j.cumulatief) for j in m.jaren]


def bouwjaar(kader: Kader, ronde: Ronde, nb: Sequence[object], zw: Sequence[object]) -> Matrix:
    return maak_matrix(kader, ronde, {"NB": woningen(*nb), "ZW": woningen(*zw)})


def test_a_meter_shows_what_was_built_pulled_down_and_sold(klein: Kader) -> None:
    m = meter(bouwjaar(klein, Ronde(2026), (10, 2, 0), (5, 0, 1)))
    assert (m.indicator.code, m.eenheid) == ("A01-I1", "woningen")
    (jaar,) = m.jaren
    assert [(p.omschrijving, p.waarde) for p in jaar.delen] == [
        ("Opgeleverd (bruto)", 15),
        ("Gesloopt", 2),
        ("Verkocht", 1),
    ]
    assert (jaar.netto, jaar.cumulatief, jaar.ronde) == (12, 12, Ronde(2026))


def test_a_question_without_a_part_in_the_netto_is_no_part_of_a_year(klein: Kader) -> None:
    apart = tuple(replace(m, rol=None) if m.code == "A01-I1-M3" else m for m in klein.meetwaarden)
    m = meter(bouwjaar(replace(klein, meetwaarden=apart), Ronde(2026), (10, 2, 4), (5, 0, 1)))
    assert [p.omschrijving for p in m.jaren[0].delen] == ["Opgeleverd (bruto)", "Gesloopt"]
    assert m.jaren[0].netto == 13


def test_the_targets_are_those_of_all_partijen(klein: Kader) -> None:
    m = meter(bouwjaar(klein, Ronde(2026), (10,), (5,)))
    assert [(d.tm_jaar, d.minimum, d.maximum, d.partij) for d in m.doelen] == [(2031, 120, 140, "")]


@pytest.mark.parametrize(
    ("minimum", "maximum"), [(120, None), (None, 140), (120, 140), (0, None), (None, 0)]
)
def test_a_target_is_a_number_also_when_it_has_one_side_only(
    klein: Kader, minimum: float | None, maximum: float | None
) -> None:
    kader = replace(klein, doelen=(Doel("A01-I1", 2031, minimum, maximum),))
    m = meter(bouwjaar(kader, Ronde(2026), (10,), (5,)))
    assert [(d.minimum, d.maximum) for d in m.doelen] == [(minimum, maximum)]


def test_without_a_target_in_numbers_there_is_no_meter(klein: Kader) -> None:
    alleen_eigen = tuple(d for d in klein.doelen if d.partij)
    in_woorden = Doel("A01-I1", 2031, omschrijving="zo veel als kan")
    for doelen in ((), alleen_eigen, (in_woorden,), (Doel("A03-I1", 2031, 3),)):
        nu = maak_matrix(replace(klein, doelen=doelen), Ronde(2026), {})
        assert look_back(nu, ()).meters == ()


def test_years_add_up_and_an_evaluatie_wins_from_its_tussenstand(klein: Kader) -> None:
    rondes = [
        bouwjaar(klein, tussen(2026), (4,), (1,)),
        bouwjaar(klein, Ronde(2026), (10,), (5,)),
        bouwjaar(klein, tussen(2027), (3,), (2,)),
    ]
    assert jaren(meter(*rondes)) == [(2026, 15, 15), (2027, 5, 20)]


def test_a_total_is_unknown_from_the_first_gap_on(klein: Kader) -> None:
    rondes = [bouwjaar(klein, Ronde(jaar), (10,), (5,)) for jaar in (2026, 2028, 2029)]
    assert jaren(meter(*rondes)) == [
        (2026, 15, 15),
        (2027, None, None),
        (2028, 15, None),
        (2029, 15, None),
    ]
    assert meter(*rondes).jaren[1].ronde is None


def test_a_dossier_that_starts_late_has_no_total(klein: Kader) -> None:
    assert jaren(meter(bouwjaar(klein, Ronde(2027), (10,), (5,)))) == [
        (2026, None, None),
        (2027, 15, None),
    ]


def test_a_past_year_with_a_tussenstand_only_is_not_complete(klein: Kader) -> None:
    rondes = [bouwjaar(klein, r, (10,), (5,)) for r in (tussen(2026), Ronde(2027))]
    m = meter(*rondes)
    assert jaren(m) == [(2026, 15, None), (2027, 15, None)]
    assert m.jaren[0].ronde == tussen(2026)


@pytest.mark.parametrize("zw", [None, woningen("ca. 5"), woningen(5, None)])
def test_a_year_in_which_a_partij_is_missing_is_a_gap(klein: Kader, zw: Antwoorden | None) -> None:
    gegeven = {"NB": woningen(10)} | ({"ZW": zw} if zw else {})
    eerste = maak_matrix(klein, Ronde(2026), gegeven)
    volgende = bouwjaar(klein, Ronde(2027), (10,), (5,))
    assert jaren(meter(eerste, volgende)) == [(2026, None, None), (2027, 15, None)]


def test_a_year_of_nothing_but_nvt_counts_as_nothing_built(klein: Kader) -> None:
    """A motivated N.v.t. of everybody is an answer: 0, and the total goes on."""
    nvt: Antwoorden = {"A01-I1": oordeel("N.v.t.", toelichting="Fictief: geen bezit")}
    rondes = [
        bouwjaar(klein, Ronde(2026), (10,), (5,)),
        maak_matrix(klein, Ronde(2027), {"NB": nvt, "ZW": nvt}),
        bouwjaar(klein, Ronde(2028), (1,), (2,)),
    ]
    assert jaren(meter(*rondes)) == [(2026, 15, 15), (2027, 0, 15), (2028, 3, 18)]


@pytest.mark.parametrize(
    "anders", [{"combineren": Combineren.IEDER}, {"soort": PERCENTAGE}], ids=str
)
def test_what_is_no_sum_is_not_zero_because_nobody_has_one(
    klein: Kader, anders: dict[str, object]
) -> None:
    meetwaarden = tuple(
        replace(m, **anders) if m.code == "A01-I1-M1" else m  # type: ignore[arg-type]
        for m in klein.meetwaarden
    )
    nvt: Antwoorden = {"A01-I1": oordeel("N.v.t.", toelichting="Fictief: geen bezit")}
    kader = replace(klein, meetwaarden=meetwaarden)
    m = meter(maak_matrix(kader, Ronde(2026), {"NB": nvt, "ZW": nvt}))
    assert [(p.omschrijving, p.waarde) for p in m.jaren[0].delen] == [
        ("Opgeleverd (bruto)", None),
        ("Gesloopt", 0),
        ("Verkocht", 0),
    ]


def test_plans_stand_apart_from_what_was_delivered(klein: Kader) -> None:
    plan: Antwoorden = {"A01-I2": oordeel(GROEN), "A01-I2-M1": {"Waarde": "Nee"}}
    gegeven: dict[str, Antwoorden] = {
        "GEM": plan,
        "HB": plan,
        "NB": {**woningen(10), **plan, "A01-I2-M3": {"Waarde": 56}},
        "ZW": {**woningen(5), **plan},
    }
    m = meter(maak_matrix(klein, Ronde(2026), gegeven))
    assert [(p.omschrijving, p.waarde) for p in m.plannen] == [("Harde plannen", 56)]
    assert jaren(m) == [(2026, 15, 15)]


def test_the_plans_are_those_of_the_newest_ronde(klein: Kader) -> None:
    """Of years ago they are no plans any more."""

    def plannen(jaar: int, aantal: int) -> Matrix:
        plan: Antwoorden = {"A01-I2": oordeel(GROEN), "A01-I2-M3": {"Waarde": aantal}}
        gegeven = {p: {**woningen(5), **plan} for p in ("NB", "ZW")}
        return maak_matrix(altijd, Ronde(jaar), {**gegeven, "GEM": plan, "HB": plan})

    ook_later = (replace(i, jaren=i.jaren | {2027}) for i in klein.indicatoren)
    altijd = replace(klein, indicatoren=tuple(ook_later))
    m = meter(plannen(2026, 56), plannen(2027, 40))
    assert [(p.omschrijving, p.waarde) for p in m.plannen] == [("Harde plannen", 40)]


def test_a_year_in_which_nothing_is_asked_is_left_out(klein: Kader) -> None:
    om_het_jaar = tuple(
        replace(i, jaren=frozenset({2026, 2028})) if i.code == "A01-I1" else i
        for i in klein.indicatoren
    )
    kader = replace(klein, indicatoren=om_het_jaar)
    rondes = [bouwjaar(kader, Ronde(jaar), (10,), (5,)) for jaar in (2026, 2027, 2028)]
    assert jaren(meter(*rondes)) == [(2026, 15, 15), (2028, 15, 30)]


def test_a_year_without_a_ronde_is_a_gap_only_where_something_was_asked(klein: Kader) -> None:
    om_het_jaar = tuple(
        replace(i, jaren=frozenset({2026, 2028})) if i.code == "A01-I1" else i
        for i in klein.indicatoren
    )
    kader = replace(klein, indicatoren=om_het_jaar)
    rondes = [bouwjaar(kader, Ronde(jaar), (10,), (5,)) for jaar in (2026, 2028)]
    assert jaren(meter(*rondes)) == [(2026, 15, 15), (2028, 15, 30)]


def test_a_row_that_is_open_adds_nothing_and_its_year_is_no_gap(klein: Kader) -> None:
    """It waits for a decision of the AO; whether the year was held or not."""
    open_ = tuple(replace(i, open=i.code == "A01-I1") for i in klein.indicatoren)
    later = replace(klein, indicatoren=open_)
    rondes = [
        bouwjaar(klein, Ronde(2026), (10,), (5,)),
        maak_matrix(later, Ronde(2027), {}),
        bouwjaar(klein, Ronde(2028), (1,), (0,)),
    ]
    assert jaren(meter(*rondes)) == [(2026, 15, 15), (2028, 1, 16)]


def test_a_year_of_confirmations_adds_nothing_and_is_no_gap(klein: Kader) -> None:
    klaar: dict[str, Antwoorden] = {p: {"A01-I1": oordeel("Afgerond")} for p in ("NB", "ZW")}
    rondes = [
        bouwjaar(klein, Ronde(2026), (10,), (5,)),
        maak_matrix(klein, Ronde(2027), klaar, bevestigd=frozenset({"A01-I1"})),
        bouwjaar(klein, Ronde(2028), (1,), (0,)),
    ]
    assert jaren(meter(*rondes)) == [(2026, 15, 15), (2028, 1, 16)]


# A changed template


def gesplitst(kader: Kader) -> Kader:
    """A01-I1 becomes A01-I3 with two parts and A01-I4 with one, each with its own target."""
    oud = next(i for i in kader.indicatoren if i.code == "A01-I1")
    nieuw = [
        replace(oud, code=f"A01-I{n}", tekst=f"deel {n}", vervangt=("A01-I1",)) for n in (3, 4)
    ]
    som = Combineren.SOM

    def waarde(code: str, naam: str, rol: Rol, vervangt: str) -> Meetwaarde:
        m = Meetwaarde(code, code[:6], naam, AANTAL, "woningen", som, rol)
        return replace(m, vervangt=(vervangt,))

    return replace(
        kader,
        indicatoren=tuple(
            replace(i, jaren=frozenset({2026, 2027})) if i is oud else i for i in kader.indicatoren
        )
        + tuple(nieuw),
        meetwaarden=(
            *kader.meetwaarden,
            waarde("A01-I3-M1", "Sociaal gebouwd", Rol.PLUS, "A01-I1-M1"),
            waarde("A01-I3-M2", "Gesloopte woningen", Rol.MIN, "A01-I1-M2"),
            waarde("A01-I4-M1", "Middenhuur gebouwd", Rol.PLUS, "A01-I1-M1"),
        ),
        doelen=(Doel("A01-I3", 2031, 90, 100), Doel("A01-I4", 2031, 30, 40)),
    )


@pytest.fixture
def na_de_splitsing(klein: Kader) -> Meter:
    nieuw = gesplitst(klein)
    deel: Antwoorden = {
        "A01-I3": oordeel(GROEN),
        "A01-I3-M1": {"Waarde": 4},
        "A01-I3-M2": {"Waarde": 1},
        "A01-I4": oordeel(GROEN),
        "A01-I4-M1": {"Waarde": 2},
    }
    return meter(
        bouwjaar(klein, Ronde(2026), (10, 2), (5,)),
        bouwjaar(klein, Ronde(2027), (10,), (5,)),
        maak_matrix(nieuw, Ronde(2028), {"NB": deel, "ZW": deel}),
    )


def test_the_total_goes_on_over_a_split(na_de_splitsing: Meter) -> None:
    assert jaren(na_de_splitsing) == [(2026, 13, 13), (2027, 15, 28), (2028, 10, 38)]


def test_the_targets_of_the_parts_are_one_target(na_de_splitsing: Meter) -> None:
    assert [(d.tm_jaar, d.minimum, d.maximum) for d in na_de_splitsing.doelen] == [(2031, 120, 140)]
    assert na_de_splitsing.indicator.tekst == "deel 3 en deel 4"


def test_what_was_renamed_has_its_new_name_in_every_year(na_de_splitsing: Meter) -> None:
    """What was split keeps, for the years before, the name it had."""
    namen = [[p.omschrijving for p in j.delen] for j in na_de_splitsing.jaren]
    assert namen[0] == ["Opgeleverd (bruto)", "Gesloopte woningen", "Verkocht"]
    assert namen[2] == ["Sociaal gebouwd", "Gesloopte woningen", "Middenhuur gebouwd"]


def test_a_year_keeps_its_number_when_the_template_gives_what_was_asked_a_part_in_it(
    klein: Kader,
) -> None:
    """What was complete when it was published stays so."""
    zonder_rol = tuple(replace(m, rol=None) for m in klein.meetwaarden)
    eerst = bouwjaar(replace(klein, meetwaarden=zonder_rol), Ronde(2026), (10,), (5,))
    assert jaren(meter(eerst, bouwjaar(klein, Ronde(2027), (10,), (5,)))) == [
        (2026, 15, 15),
        (2027, 15, 30),
    ]


# Totals


@given(st.lists(st.none() | st.integers(0, 999)))
def test_running_totals_stop_at_the_first_gap(waarden: list[int | None]) -> None:
    totalen = list(doorgeteld(waarden))
    tot = waarden.index(None) if None in waarden else len(waarden)
    assert totalen[:tot] == [sum(w or 0 for w in waarden[: n + 1]) for n in range(tot)]
    assert set(totalen[tot:]) <= {None}


def test_every_colour_of_the_traffic_light_is_a_word_of_a_trend(klein: Kader) -> None:
    for kleur in WOORDEN:
        (matrix,) = kleuren(klein, {Ronde(2026): str(kleur)})
        assert look_back(matrix, ()).trends[1].punten[0].kleur == kleur


def test_indicators_keep_their_own_code(na_de_splitsing: Meter) -> None:
    assert isinstance(na_de_splitsing.indicator, Indicator)
    assert na_de_splitsing.indicator.code == "A01-I3"
