"""The rondes one after another, and where a document came from."""

from __future__ import annotations

from datetime import date

import pytest

from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.rounds import Fase, Herkomst, Ronde


def test_answers_speak_of_the_last_day_of_a_quarter() -> None:
    assert Ronde(2027, Fase.TUSSENSTAND).peildatum == date(2027, 9, 30)
    assert Ronde(2026).peildatum == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        ((), "alles.zip"),
        (("blad.xlsx",), "blad.xlsx"),
        (("map/onder/blad.xlsx",), "blad.xlsx"),
        (("map\\onder\\blad.xlsx",), "blad.xlsx"),
        (("mail.eml", "bijlage.zip", "a/b.xlsx"), "b.xlsx"),
        (("map/",), "map"),
        (("/",), "naamloos"),
        (("",), "naamloos"),
    ],
)
def test_a_document_has_its_own_name_and_never_a_path(pad: tuple[str, ...], naam: str) -> None:
    assert Herkomst("post/alles.zip", pad).naam == naam


@pytest.mark.parametrize("veld", ["afzender", "verzonden", "onderwerp", "bericht_id"])
def test_it_came_by_mail_when_anything_of_a_mail_is_known(veld: str) -> None:
    assert not Herkomst("a.xlsx", brief=1, op_schijf="2027").per_mail
    assert Herkomst("a.xlsx", **{veld: "x"}).per_mail  # type: ignore[arg-type]


def test_the_evaluatie_of_a_year_comes_after_its_tussenstand() -> None:
    rondes = [Ronde(jaar, fase) for jaar in (2027, 2026) for fase in HALFJAARLIJKS.fasen]
    assert [*map(str, sorted(rondes))] == [
        "2026-tussenstand",
        "2026-evaluatie",
        "2027-tussenstand",
        "2027-evaluatie",
    ]


def test_the_ronde_before_is_the_one_that_comes_just_before() -> None:
    rondes = sorted(Ronde(jaar, fase) for jaar in (2026, 2027) for fase in HALFJAARLIJKS.fasen)
    assert [HALFJAARLIJKS.vorige(ronde) for ronde in rondes[1:]] == rondes[:-1]
