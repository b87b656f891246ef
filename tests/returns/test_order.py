"""Which return is newer, and by what that is known."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest

from kaderxl.core.answers import Inzending, Return
from kaderxl.core.rounds import Plek
from kaderxl.returns.order import Filed, Moments, by_arrival, in_order, when

LATER = "2027-06-01T12:00:00+02:00"


def filed(naam: str, stempel: str = "", mail: str = "", schijf: str = "", rang: int = -1) -> Filed:
    bron = Return(f"{naam}.xlsx", naam, "NB", stempel, False, Plek(), {})
    inzending = Inzending(bron.bestand, naam, "NB", stempel, False, {}, (), bron)
    return Filed(inzending, Moments(mail, schijf, LATER), rang)


def namen(groups: Iterable[Iterable[Filed]]) -> list[set[str]]:
    return [{f.inzending.sha256 for f in group} for group in groups]


MAART, APRIL = "2027-03-01T09:00:00Z", "2027-04-01T09:00:00Z"


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (filed("a", MAART), filed("b", APRIL)),
        (filed("b", MAART), filed("a", APRIL)),
        (filed("a", MAART, mail=APRIL), filed("b", APRIL, mail=MAART)),
        (filed("a", mail=MAART, schijf=APRIL), filed("b", mail=APRIL, schijf=MAART)),
        (filed("a", schijf=MAART), filed("b", schijf=APRIL)),
        (filed("a", MAART, mail=MAART), filed("b", MAART, mail=APRIL)),
        (filed("a", MAART, schijf=MAART), filed("b", MAART, schijf=APRIL)),
        (filed("a", MAART), filed("b", schijf=APRIL)),
        (filed("a", "2027-05-01T09:00:00Z", rang=0), filed("b", MAART, rang=1)),
        (filed("a", APRIL), filed("b", MAART, rang=0)),
        (filed("a", "2027-07-01T09:00:00Z", schijf=MAART), filed("b", schijf=APRIL)),
        (filed("a", schijf="2027-03-01T10:00:00"), filed("b", schijf="2027-03-01T09:30:00Z")),
    ],
    ids=[
        "the stamp",
        "never the alphabet",
        "the stamp before the mail",
        "the mail before the disk",
        "the disk",
        "of equal stamps the mail",
        "of equal stamps the disk",
        "the stamp of one and the disk of another",
        "of two that were chosen the last",
        "a choice before all",
        "a stamp from after it came in tells nothing",
        "without a zone it is the Dutch clock",
    ],
)
def test_the_newer_comes_last_whatever_came_in_first(een: Filed, ander: Filed) -> None:
    een_naam, ander_naam = een.inzending.sha256, ander.inzending.sha256
    for volgorde in ((een, ander), (ander, een)):
        assert namen(in_order(volgorde)) == [{een_naam}, {ander_naam}]


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (filed("a"), filed("b")),
        (filed("a", MAART, schijf=APRIL), filed("b", MAART, schijf=APRIL)),
        (filed("a", "onzin"), filed("b", APRIL)),
        (filed("a", "2028-01-01T09:00:00Z"), filed("b", APRIL)),
    ],
    ids=["nothing", "all is equal", "one has no moment", "the only moment of one is ahead"],
)
def test_where_nothing_tells_they_stand_together(een: Filed, ander: Filed) -> None:
    assert namen(in_order([een, ander])) == namen(in_order([ander, een])) == [{"a", "b"}]


def test_the_order_does_not_depend_on_that_of_arrival() -> None:
    alle = [
        filed("a", MAART),
        filed("b", APRIL),
        filed("c", APRIL, mail=APRIL),
        filed("d", schijf=MAART),
        filed("e", MAART, rang=3),
    ]
    for volgorde in permutations(alle):
        assert [[f.inzending.sha256 for f in g] for g in in_order(volgorde)] == [
            [f.inzending.sha256 for f in g] for g in in_order(alle)
        ]


def test_it_is_said_by_what_tells_them_apart() -> None:
    een, ander = filed("a", MAART, mail=MAART), filed("b", MAART, mail=APRIL)
    assert when(een, ander) == "verstuurd op 1-3-2027 om 10:00:00"
    assert when(een, filed("c", APRIL)) == "opgeslagen op 1-3-2027 om 10:00:00"
    assert when(filed("d"), een) == ""
    alleen = filed("e", MAART)
    assert when(alleen, filed("f", MAART, mail=APRIL)) == "opgeslagen op 1-3-2027 om 10:00:00"
    assert when(alleen, filed("f", MAART, MAART, APRIL)) == "opgeslagen op 1-3-2027 om 10:00:00"
    assert when(alleen, filed("g")) == "opgeslagen op 1-3-2027 om 10:00:00"


def test_a_clock_that_is_ahead_is_known() -> None:
    assert filed("a", MAART).ahead is None
    assert filed("a", "2027-06-02T11:00:00Z").ahead is not None
    assert filed("a", "2027-06-02T09:00:00Z").ahead is None, "a day for clocks and time zones"


def test_an_older_archive_is_counted_as_it_was() -> None:
    stamped = [filed("a", APRIL), filed("b", MAART)]
    assert namen(by_arrival(stamped)) == [{"b"}, {"a"}]
    assert namen(by_arrival([*stamped, filed("c")])) == [{"a"}, {"b"}, {"c"}]
