"""The rondes side by side: what each year says of every number, and who answered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invullen import Antwoorden, antwoorden, oordeel
from rondes_maken import maak_matrix, woningen

from kaderxl.core import labels as l
from kaderxl.core.kader import Combineren, Indicator, Kader, Meetwaarde, Partij, Rol
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.template.kinds import AANTAL, PERCENTAGE
from kaderxl.years.timeline import Jaarpunt, Reeks, lay_side_by_side

Jaar = tuple[int, object, object]


def bouw(kader: Kader, jaar: int, **per_partij: Antwoorden) -> Matrix:
    return maak_matrix(kader, Ronde(jaar), per_partij)


def reeks(code: str, *rondes: Matrix, naam: str = "") -> Reeks:
    """The series of a code; of an indicator the figure of that name."""
    (gevonden,) = (
        r
        for r in lay_side_by_side(rondes).reeksen
        if code in r.codes and naam in ("", r.omschrijving)
    )
    return gevonden


def jaren(van: Reeks) -> list[Jaar]:
    return [(p.jaar, p.waarde, p.cumulatief) for p in van.punten]


def punt(van: Reeks, jaar: int) -> Jaarpunt:
    return next(p for p in van.punten if p.jaar == jaar)


def wijzig(kader: Kader, code: str, **velden: object) -> Kader:
    """The kader with another meetwaarde under that code."""
    assert code in {m.code for m in kader.meetwaarden}
    return replace(
        kader,
        meetwaarden=tuple(
            replace(m, **velden) if m.code == code else m  # type: ignore[arg-type]
            for m in kader.meetwaarden
        ),
    )


def wijzig_alle(kader: Kader, **velden: object) -> Kader:
    alle = tuple(replace(m, **velden) for m in kader.meetwaarden)  # type: ignore[arg-type]
    return replace(kader, meetwaarden=alle)


# Which years


def test_one_ronde_is_a_timeline_of_its_year(klein: Kader) -> None:
    tijdlijn = lay_side_by_side([bouw(klein, 2026, NB=woningen(10))])
    assert list(tijdlijn.jaren) == [2026]
    assert tijdlijn.rondes == (Ronde(2026),)


def test_the_newest_year_is_there_and_so_is_every_year_before(klein: Kader) -> None:
    """From the start of the looptijd on, also when the first ronde is a later one."""
    rondes = [bouw(klein, jaar, NB=woningen(10)) for jaar in (2027, 2029)]
    assert list(lay_side_by_side(rondes).jaren) == [2026, 2027, 2028, 2029]
    assert [p.jaar for p in reeks("A01-I1-M1", *rondes).punten] == [2026, 2027, 2028, 2029]


@pytest.mark.parametrize("jaar", range(2026, 2032))
def test_the_shipped_template_has_a_timeline_from_any_first_ronde_on(
    kader: Kader, jaar: int
) -> None:
    """Also where an indicator is asked in none of the rondes that were held."""
    partij = kader.partijen[0].code
    matrix = maak_matrix(kader, Ronde(jaar), {partij: antwoorden(kader, partij, jaar)})
    tijdlijn = lay_side_by_side([matrix])
    assert {r.indicator.code for r in tijdlijn.reeksen} == {
        i.code for i in kader.indicatoren if not i.open and kader.meetwaarden_van(i.code)
    }


def test_an_indicator_that_no_ronde_asked_has_empty_years(klein: Kader) -> None:
    """A01-I2 is of 2026 only, A02-I2 of 2026 and 2028; there was a ronde in 2027 alone."""
    ronde = bouw(klein, 2027, NB=woningen(10))
    for code, gevraagd in (("A01-I2-M1", True), ("A02-I2-M1", True)):
        toen, nu = reeks(code, ronde).punten
        assert (toen.gevraagd, toen.tekst, toen.waarde) == (gevraagd, l.GEEN_RONDE, None)
        assert (nu.gevraagd, nu.tekst, nu.waarde) == (False, "", None)


def test_a_year_without_a_ronde_in_which_nothing_was_asked_is_no_gap(klein: Kader) -> None:
    """Otherwise the running total stops there for ever."""
    om_het_jaar = tuple(
        replace(i, jaren=frozenset({2026, 2028})) if i.code == "A01-I1" else i
        for i in klein.indicatoren
    )
    kader = replace(klein, indicatoren=om_het_jaar)
    rondes = [bouw(kader, j, NB=woningen(10), ZW=woningen(5)) for j in (2026, 2028)]
    assert jaren(reeks("A01-I1-M1", *rondes)) == [
        (2026, 15, 15),
        (2027, None, None),
        (2028, 15, 30),
    ]
    (meter,) = lay_side_by_side(rondes).meters
    assert [(j.jaar, j.cumulatief) for j in meter.jaren] == [(2026, 15), (2028, 30)]


def test_the_series_stand_in_order_of_code(klein: Kader) -> None:
    andersom = replace(klein, indicatoren=klein.indicatoren[::-1])
    codes = [r.indicator.code for r in lay_side_by_side([bouw(andersom, 2026)]).reeksen]
    assert codes == sorted(codes)
    assert len({*codes}) > 2


def test_an_open_row_adds_nothing_to_a_series(klein: Kader) -> None:
    """It waits for a decision of the AO: nobody is asked."""
    open_ = replace(
        klein,
        indicatoren=tuple(replace(i, open=i.code == "A01-I1") for i in klein.indicatoren),
    )
    eerste = bouw(klein, 2026, NB=woningen(10), ZW=woningen(5))
    later = reeks("A01-I1-M1", eerste, bouw(open_, 2027))
    assert [(p.gevraagd, p.waarde, p.tekst) for p in later.punten][1] == (False, None, "")


# Who answered


def test_a_partij_that_sent_nothing_in_a_ronde_is_told_as_such(klein: Kader) -> None:
    rondes = [bouw(klein, 2026, NB=woningen(10)), bouw(klein, 2027, ZW=woningen(5))]
    woorden = {
        (r.ronde.jaar, r.partij): (r.ontvangen, r.compleet, r.in_woorden)
        for r in lay_side_by_side(rondes).respons
    }
    assert woorden[2026, "Noordbouw"] == (True, 1, "1 van 5 compleet")
    assert woorden[2026, "Zuidwonen"] == (False, 0, "niets ontvangen")
    assert woorden[2027, "Noordbouw"] == (False, 0, "niets ontvangen")
    assert woorden[2027, "Huurdersbelang"] == (False, 0, "niets ontvangen")


def namen(rondes: list[Matrix]) -> dict[int, list[str]]:
    gevonden: dict[int, list[str]] = {}
    for r in lay_side_by_side(rondes).respons:
        gevonden.setdefault(r.ronde.jaar, []).append(r.partij)
    return gevonden


def anders(kader: Kader, code: str, *erbij: Partij, **velden: object) -> Kader:
    """The kader with a partij changed and others beside it, of the groups it has."""
    partijen = tuple(replace(p, **velden) if p.code == code else p for p in kader.partijen)  # type: ignore[arg-type]
    nieuw = {p.code for p in erbij}
    indicatoren = tuple(
        replace(i, partijen=(*i.partijen, *sorted(nieuw))) if code in i.partijen else i
        for i in kader.indicatoren
    )
    return replace(kader, partijen=(*erbij, *partijen), indicatoren=indicatoren)


def test_a_partij_that_was_renamed_is_one_row_of_the_response(klein: Kader) -> None:
    later = anders(klein, "NB", naam="Oostbouw")
    gevonden = namen([bouw(klein, 2026), bouw(later, 2027)])
    assert gevonden[2026][1] == gevonden[2027][1] == "Oostbouw (eerder Noordbouw)"
    assert gevonden[2026][0] == "Gemeente Molendam"


def test_one_that_took_the_place_of_another_is_one_row_with_it(klein: Kader) -> None:
    nieuw = Partij("OB", "Oostbouw", "corporaties", actief_van=2027, vervangt=("NB",))
    later = anders(klein, "NB", nieuw, actief_tm=2026)
    gevonden = namen([bouw(klein, 2026), bouw(later, 2027)])
    assert "Oostbouw (eerder Noordbouw)" in gevonden[2026]
    assert "Oostbouw (eerder Noordbouw)" in gevonden[2027]
    assert len(gevonden[2027]) == len(gevonden[2026])


def test_of_a_merger_each_keeps_a_row_of_its_own(klein: Kader) -> None:
    nieuw = Partij("OB", "Oostbouw", "corporaties", actief_van=2027, vervangt=("NB", "ZW"))
    later = anders(anders(klein, "NB", nieuw, actief_tm=2026), "ZW", actief_tm=2026)
    gevonden = namen([bouw(klein, 2026), bouw(later, 2027)])
    assert {"Noordbouw", "Zuidwonen"} < {*gevonden[2026]}
    assert "Oostbouw" in gevonden[2027]


def test_who_joins_or_leaves_has_a_row_for_the_years_it_was_there(klein: Kader) -> None:
    erbij = Partij("OB", "Oostbouw", "corporaties", actief_van=2027)
    later = anders(klein, "NB", erbij, actief_tm=2026)
    gevonden = namen([bouw(klein, 2026), bouw(later, 2027)])
    assert ("Noordbouw" in gevonden[2026], "Noordbouw" in gevonden[2027]) == (True, False)
    assert ("Oostbouw" in gevonden[2026], "Oostbouw" in gevonden[2027]) == (False, True)


def test_a_name_that_passed_to_another_partij_makes_them_no_one_row(klein: Kader) -> None:
    later = anders(klein, "NB", actief_tm=2026)
    later = replace(
        later, partijen=(*later.partijen, Partij("N2", "Noordbouw", "gemeente", actief_van=2027))
    )
    indicatoren = tuple(replace(i, partijen=(*i.partijen, "N2")) for i in later.indicatoren)
    rondes = [bouw(klein, 2026), bouw(replace(later, indicatoren=indicatoren), 2027)]
    gevonden = namen(rondes)
    assert "Noordbouw" in gevonden[2026]
    assert "Noordbouw, N2" in gevonden[2027]


# Numbers that are not complete


@pytest.mark.parametrize(
    "zw",
    [woningen(None), woningen(5, None), woningen(5, 0, None), woningen("ca. 5"), None],
    ids=["no-plus", "no-first-min", "no-last-min", "unreadable", "nothing-sent"],
)
def test_a_netto_waits_for_every_part_and_the_next_year_goes_on(
    klein: Kader, zw: Antwoorden | None
) -> None:
    eerste = bouw(klein, 2026, NB=woningen(10), **({"ZW": zw} if zw else {}))
    tweede = bouw(klein, 2027, NB=woningen(9, 1), ZW=woningen(4, 0, 2))
    netto = reeks("A01-I1", eerste, tweede, naam="Netto")
    assert jaren(netto) == [(2026, None, None), (2027, 10, None)]
    assert punt(netto, 2026).tekst == "deelstand, 1 van 2"


def test_a_netto_is_the_sum_of_its_parts_in_every_year(klein: Kader) -> None:
    rondes = [
        bouw(klein, 2026, NB=woningen(10, 1, 2), ZW=woningen(5)),
        bouw(klein, 2027, NB=woningen(4), ZW=woningen(3, 9)),
    ]
    netto = reeks("A01-I1", *rondes, naam="Netto")
    assert (netto.eenheid, netto.telt_op) == ("woningen", True)
    assert jaren(netto) == [(2026, 12, 12), (2027, -2, 10)]
    assert [p.tekst for p in netto.punten] == ["12 woningen", "-2 woningen"]


def test_a_sum_of_which_all_is_nvt_is_nothing_built_and_no_gap(klein: Kader) -> None:
    nvt: Antwoorden = {"A01-I1": oordeel("N.v.t.", toelichting="Fictief: geen bezit")}
    rondes = [
        bouw(klein, 2026, NB=woningen(10), ZW=woningen(5)),
        bouw(klein, 2027, NB=nvt, ZW=nvt),
        bouw(klein, 2028, NB=woningen(1), ZW=nvt),
    ]
    verwacht = [(2026, 15, 15), (2027, 0, 15), (2028, 1, 16)]
    assert jaren(reeks("A01-I1-M1", *rondes)) == verwacht
    assert jaren(reeks("A01-I1", *rondes, naam="Netto")) == verwacht


def test_of_a_year_that_had_no_netto_it_is_what_its_parts_come_to(klein: Kader) -> None:
    """They were asked all along, and have a part in it since."""
    toen = bouw(wijzig_alle(klein, rol=None), 2026, NB=woningen(10), ZW=woningen(5))
    netto = reeks("A01-I1", toen, bouw(klein, 2027), naam="Netto")
    assert (punt(netto, 2026).waarde, punt(netto, 2026).tekst) == (15, "15 woningen")


# A question that came later


def test_a_question_that_came_later_counts_from_then_on(klein: Kader) -> None:
    """The years before are not asked, so they are no gap either."""
    nieuw = Meetwaarde("A01-I1-M4", "A01-I1", "Gerenoveerd", AANTAL, "woningen")
    later = replace(
        klein, meetwaarden=(*klein.meetwaarden, replace(nieuw, combineren=Combineren.SOM))
    )
    ook: Antwoorden = {**woningen(5), "A01-I1-M4": {"Waarde": 7}}
    rondes = [
        bouw(klein, 2026, NB=woningen(10), ZW=woningen(5)),
        bouw(later, 2027, NB=ook, ZW=ook),
        bouw(later, 2028, NB=ook, ZW=ook),
    ]
    erbij = reeks("A01-I1-M4", *rondes)
    assert [p.gevraagd for p in erbij.punten] == [False, True, True]
    assert jaren(erbij) == [(2026, None, None), (2027, 14, 14), (2028, 14, 28)]
    assert punt(erbij, 2026).tekst == ""


# What adds up over the years, and what does not


@pytest.mark.parametrize(
    ("anders", "telt_op"),
    [
        ({}, True),
        ({"stroom": False}, False),
        ({"combineren": Combineren.IEDER}, False),
        ({"combineren": Combineren.GEZAMENLIJK}, True),
        ({"soort": PERCENTAGE, "combineren": Combineren.GEZAMENLIJK}, False),
    ],
    ids=["flow", "stock", "each-its-own", "one-for-all", "percentage"],
)
def test_only_a_number_of_all_together_that_flows_has_a_running_total(
    klein: Kader, anders: dict[str, object], telt_op: bool
) -> None:
    kader = wijzig(klein, "A01-I1-M1", **anders)
    rondes = [bouw(kader, j, NB=woningen(10), ZW=woningen(10)) for j in (2026, 2027)]
    van = reeks("A01-I1-M1", *rondes)
    assert van.telt_op is telt_op
    assert [p.cumulatief is not None for p in van.punten] == [telt_op, telt_op]


def huren(teller: int, noemer: int, code: str = "A02-I1") -> Antwoorden:
    return {
        code: oordeel("Groen"),
        f"{code}-M1": {"Waarde": teller},
        f"{code}-M2": {"Waarde": noemer},
    }


def test_a_share_is_that_of_its_year_and_is_never_added_up(klein: Kader) -> None:
    rondes = [
        bouw(klein, 2026, NB=huren(1, 10), ZW=huren(3, 10)),
        bouw(klein, 2027, NB=huren(5, 10), ZW=huren(5, 10)),
    ]
    aandeel = reeks("A02-I1", *rondes, naam="Aandeel")
    assert (aandeel.eenheid, aandeel.telt_op) == ("%", False)
    assert jaren(aandeel) == [(2026, 20, None), (2027, 50, None)]
    assert [p.tekst for p in aandeel.punten] == ["20 % (4 van 20)", "50 % (10 van 20)"]


# After a split


def gesplitst(kader: Kader, code: str) -> Kader:
    """The indicator goes on as -I8 and -I9, with the same questions each."""
    oud = next(i for i in kader.indicatoren if i.code == code)
    vragen = kader.meetwaarden_van(code)
    delen = [f"{code[:-1]}{n}" for n in (8, 9)]

    def deel(naar: str) -> Indicator:
        return replace(oud, code=naar, tekst=f"deel {naar[-1]}", vervangt=(code,))

    return replace(
        kader,
        indicatoren=(*(i for i in kader.indicatoren if i is not oud), *map(deel, delen)),
        meetwaarden=(
            *(m for m in kader.meetwaarden if m not in vragen),
            *(
                replace(m, code=f"{naar}{m.code[6:]}", indicator=naar, vervangt=(m.code,))
                for naar in delen
                for m in vragen
            ),
        ),
        doelen=(),
    )


def op_deel(naar: str, bruto: int, sloop: int = 0) -> Antwoorden:
    waarden = {"M1": bruto, "M2": sloop, "M3": 0}
    return {naar: oordeel("Groen"), **{f"{naar}-{m}": {"Waarde": w} for m, w in waarden.items()}}


def test_the_codes_of_before_a_merger_stand_in_order(klein: Kader) -> None:
    eerder = ("A01-I1-M1", "A01-I1-M2")
    samen = replace(klein.meetwaarden[0], code="A01-I1-M9", vervangt=eerder)
    weg = tuple(m for m in klein.meetwaarden if m.code not in eerder)
    later = replace(klein, meetwaarden=(samen, *weg))
    assert reeks("A01-I1-M9", bouw(klein, 2026), bouw(later, 2027)).voorheen == eerder


def test_numbers_of_the_parts_of_a_split_are_one_number_and_are_told_apart(klein: Kader) -> None:
    later = gesplitst(klein, "A01-I1")
    samen: Antwoorden = {**op_deel("A01-I8", 3, 1), **op_deel("A01-I9", 2)}
    rondes = [
        bouw(klein, 2026, NB=woningen(10), ZW=woningen(5)),
        bouw(later, 2027, NB=samen, ZW=samen),
    ]
    bruto = reeks("A01-I8-M1", *rondes)
    assert (bruto.codes, bruto.voorheen) == (("A01-I8-M1", "A01-I9-M1"), ("A01-I1-M1",))
    assert bruto.indicator.tekst == "deel 8 en deel 9"
    assert jaren(bruto) == [(2026, 15, 15), (2027, 10, 25)]
    assert punt(bruto, 2026).tekst == "15 woningen"
    assert punt(bruto, 2027).tekst == "10 woningen (A01-I8-M1: 6 woningen; A01-I9-M1: 4 woningen)"
    netto = reeks("A01-I8", *rondes, naam="Netto")
    assert jaren(netto) == [(2026, 15, 15), (2027, 8, 23)]
    assert punt(netto, 2027).tekst == "8 woningen (A01-I8: 4 woningen; A01-I9: 4 woningen)"


def test_shares_of_the_parts_of_a_split_stand_side_by_side(klein: Kader) -> None:
    """40 % and 50 % are no 90 %."""
    later = gesplitst(klein, "A02-I1")
    delen: Antwoorden = {**huren(4, 10, "A02-I8"), **huren(5, 10, "A02-I9")}
    ronde = bouw(later, 2026, NB=delen, ZW=delen)
    aandeel = reeks("A02-I8", ronde, naam="Aandeel")
    assert jaren(aandeel) == [(2026, None, None)]
    assert punt(aandeel, 2026).tekst == ("A02-I8: 40 % (8 van 20); A02-I9: 50 % (10 van 20)")


def test_of_a_split_of_which_one_part_is_not_complete_there_is_no_number(klein: Kader) -> None:
    later = gesplitst(klein, "A01-I1")
    heel: Antwoorden = {**op_deel("A01-I8", 3), **op_deel("A01-I9", 2)}
    half = op_deel("A01-I8", 3)
    bruto = reeks("A01-I8-M1", bouw(later, 2026, NB=heel, ZW=half))
    assert jaren(bruto) == [(2026, None, None)]
    assert punt(bruto, 2026).tekst == "A01-I8-M1: 6 woningen; A01-I9-M1: deelstand, 1 van 2"


def test_an_indicator_with_one_part_only_is_its_own_netto(klein: Kader) -> None:
    """Of the parts of a split one may count the new homes alone."""
    later = gesplitst(klein, "A01-I1")
    zonder = tuple(m for m in later.meetwaarden if m.code not in ("A01-I9-M2", "A01-I9-M3"))
    later = replace(later, meetwaarden=zonder)
    assert {m.rol for m in later.meetwaarden_van("A01-I9")} == {Rol.PLUS}
    samen: Antwoorden = {
        **op_deel("A01-I8", 3, 1),
        "A01-I9": oordeel("Groen"),
        "A01-I9-M1": {"Waarde": 2},
    }
    netto = reeks("A01-I8", bouw(later, 2026, NB=samen, ZW=samen), naam="Netto")
    assert jaren(netto) == [(2026, 8, 8)]


# Two rondes of one year


def test_the_evaluatie_speaks_for_its_year(klein: Kader) -> None:
    tussen = maak_matrix(klein, Ronde(2026, Fase.TUSSENSTAND), {"NB": woningen(4)})
    rondes = [tussen, bouw(klein, 2026, NB=woningen(10), ZW=woningen(5))]
    bruto = reeks("A01-I1-M1", *rondes)
    assert jaren(bruto) == [(2026, 15, 15)]
    assert punt(bruto, 2026).ronde == Ronde(2026)
