"""The rondes of a year: in order, by name and by letter, and which one closes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kaderxl.core import phrases as say
from kaderxl.core.cycle import HALFJAARLIJKS, Cyclus, cyclus_van, ronde_van, sleutel_van
from kaderxl.core.identity import Kenmerk, vind_kenmerken
from kaderxl.core.rounds import Fase, Ronde, Vraagt

KWARTALEN = cyclus_van(
    Fase(f"q{n}", letter=f"Q{n}", peildag=(3 * n, 30), erna=n == 4) for n in (3, 1, 4, 2)
)
JAARLIJKS = cyclus_van([Fase("jaarbericht", letter="J", peildag=(6, 30))])


@pytest.mark.parametrize(
    ("naam", "sleutel"),
    [
        ("Eerste kwartaal", "eerste-kwartaal"),
        ("  één ronde / jaar ", "een-ronde-jaar"),
        ("../../elders", "elders"),
        ("…", ""),
    ],
)
def test_a_name_can_be_a_folder(naam: str, sleutel: str) -> None:
    assert sleutel_van(naam) == sleutel


def test_four_rondes_come_in_the_order_of_their_days_and_the_last_closes_the_year() -> None:
    rondes = KWARTALEN.van(2027)
    assert [*map(str, rondes)] == ["2027-q1", "2027-q2", "2027-q3", "2027-q4"]
    assert [r.fase.sluit for r in rondes] == [False, False, False, True]
    assert KWARTALEN.sluitend(2027) == rondes[-1]
    assert sorted({*rondes}) == [*rondes]


def test_the_one_before_and_the_one_after_may_lie_in_another_year() -> None:
    eerste, *_, laatste = KWARTALEN.van(2027)
    assert KWARTALEN.vorige(eerste) == Ronde(2026, laatste.fase)
    assert KWARTALEN.volgende(laatste) == Ronde(2028, eerste.fase)
    (jaar,) = JAARLIJKS.van(2027)
    assert (JAARLIJKS.vorige(jaar), JAARLIJKS.volgende(jaar)) == (
        JAARLIJKS.sluitend(2026),
        JAARLIJKS.sluitend(2028),
    )


def test_who_names_no_ronde_means_the_one_that_closes_the_year() -> None:
    assert HALFJAARLIJKS.eigen(Ronde(2027)) == Ronde(2027, Fase.EVALUATIE)
    assert KWARTALEN.eigen(Ronde(2027)) == KWARTALEN.sluitend(2027)
    assert KWARTALEN.eigen(ronde_van(2027, "Q3")) == KWARTALEN.van(2027)[2]
    assert KWARTALEN.eigen(ronde_van(2027)) == KWARTALEN.sluitend(2027)
    assert KWARTALEN.eigen(ronde_van(2027, "tussenstand")) is None
    assert KWARTALEN.eigen(ronde_van(2027, "Evaluatie")) is None, "named, and not there"
    assert HALFJAARLIJKS.eigen(ronde_van(2027, "evaluatie")) == Ronde(2027)
    assert KWARTALEN.eigen(ronde_van(2027, "../q1")) == KWARTALEN.van(2027)[0]


def test_a_cycle_may_change_in_the_years_between() -> None:
    eerst = [replace(f, tm=2028) for f in KWARTALEN.fasen]
    anders = cyclus_van([*eerst, replace(Fase.EVALUATIE, van=2029)])
    assert [len(anders.van(jaar)) for jaar in (2028, 2029)] == [4, 1]
    assert [str(anders.sluitend(jaar)) for jaar in (2028, 2029)] == ["2028-q4", "2029-evaluatie"]
    (evaluatie,) = anders.van(2029)
    assert anders.vorige(evaluatie) == Ronde(2028, eerst[0].__class__("q4"))


def test_what_a_ronde_asked_is_as_the_cycle_of_then_has_it() -> None:
    nu = ronde_van(2027, "q3")
    toen = cyclus_van([replace(nu.fase, vraagt=frozenset({Vraagt.JAARPROGRAMMA}))])
    assert toen.zoals(nu).fase.vraagt == {Vraagt.JAARPROGRAMMA}
    assert HALFJAARLIJKS.zoals(nu) is nu


def test_a_folder_of_before_the_rondes_changed_is_still_read() -> None:
    assert KWARTALEN.lees(2026, "tussenstand") == Ronde(2026, Fase.TUSSENSTAND)
    assert KWARTALEN.lees(2027, "q2") == KWARTALEN.van(2027)[1]
    assert HALFJAARLIJKS.lees(2027, "q2") is None


def test_a_kenmerk_says_which_ronde_by_its_letter() -> None:
    ronde = KWARTALEN.van(2027)[1]
    kenmerk = Kenmerk("SLU", ronde, "DK", "4F2A")
    assert str(kenmerk).startswith("SLU-2027Q2-DK-")
    (gevonden,) = vind_kenmerken(str(kenmerk), KWARTALEN)
    assert isinstance(gevonden, Kenmerk)
    assert gevonden == kenmerk
    assert gevonden.ronde.peildatum == date(2027, 6, 30)
    assert vind_kenmerken(str(kenmerk), HALFJAARLIJKS) == [str(kenmerk)], "a ronde it has not"


@pytest.mark.parametrize(
    ("ronde", "overleg"),
    [
        (Ronde(2027, Fase.TUSSENSTAND), (2027, 4)),
        (Ronde(2027), (2028, 1)),
        (KWARTALEN.van(2027)[0], (2027, 2)),
        (Ronde(2027, replace(Fase.EVALUATIE, kwartaal=2)), (2028, 2)),
        (Ronde(2027, replace(Fase.EVALUATIE, kwartaal=4)), (2028, 4)),
    ],
    ids=str,
)
def test_the_bo_talks_of_it_in_the_first_quarter_that_comes_or_the_one_that_is_named(
    ronde: Ronde, overleg: tuple[int, int]
) -> None:
    assert ronde.overleg == overleg


@pytest.mark.parametrize(
    ("cyclus", "keren", "tussen", "regels"),
    [
        (HALFJAARLIJKS, "Twee keer per jaar", "een tussenstand", 4),
        (KWARTALEN, "Vier keer per jaar", "een eerdere ronde van het jaar", 4),
        (JAARLIJKS, "Eén keer per jaar", "", 3),
    ],
)
def test_what_is_said_of_a_cycle_is_true_of_it(
    cyclus: Cyclus, keren: str, tussen: str, regels: int
) -> None:
    assert say.hoe_vaak(cyclus, 2027) == keren
    assert say.tussentijds(cyclus) == tussen
    uitleg = say.uitleg_meerjaren(cyclus)
    assert len(uitleg) == regels
    assert "{" not in "".join(uitleg)


def test_our_own_rondes_are_those_of_chapter_8() -> None:
    assert HALFJAARLIJKS.die_vraagt(Vraagt.JAARPROGRAMMA) == (Fase.TUSSENSTAND,)
    assert say.soorten_ronde(HALFJAARLIJKS) == "evaluatie of tussenstand"
    assert say.ronde_in_woorden(Ronde(2027)) == "de evaluatie over heel 2027"
    assert say.ronde_in_woorden(KWARTALEN.van(2027)[0]) == (
        "de ronde q1 van 2027 (stand op 30 maart 2027)"
    )
