"""The sheet Rondes: read as people write it, and each fault named with its cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from invullen import codes
from sjablonen import schrijf_sjabloon

from kaderxl.core import catalogue, labels as l, phrases as say
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.findings import Regel
from kaderxl.core.rounds import Fase, Ronde, Vraagt
from kaderxl.reading import Reader
from kaderxl.template.planning import inleverdag
from kaderxl.template.read import Sjabloon, read_template

KOP = """
    | ronde | afkorting | peildatum | inleveren | overleg | vraagt ook | actief van | actief t/m |
    | ----- | --------- | --------- | --------- | ------- | ---------- | ---------- | ---------- |
"""
Lees = Callable[..., Sjabloon]


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Lees:
    def lees(*rijen: str, **anders: str) -> Sjabloon:
        rondes = KOP + "\n".join(rijen)
        pad = schrijf_sjabloon(tmp_path / "sjabloon.xlsx", **anders, Rondes=rondes)
        return read_template(pad, reader)

    return lees


def test_without_the_sheet_the_year_is_that_of_chapter_8(klein: object, lees: Lees) -> None:
    assert klein.cyclus is HALFJAARLIJKS  # type: ignore[attr-defined]
    assert lees().geldig().cyclus is HALFJAARLIJKS, "a sheet with headers alone says nothing"


def test_days_are_read_as_people_write_them(lees: Lees) -> None:
    gelezen = lees(
        "| Najaar | n | 1-10 | 1 nov | BO eerste kwartaal | Wijzigingen | | |",
        "| 2e helft | | 31-12-2027 | 15 februari | | | | |",
    )
    kader = gelezen.geldig()
    najaar, helft = kader.cyclus.van(2027)
    assert [str(najaar), str(helft)] == ["2027-najaar", "2027-2e-helft"]
    assert [najaar.fase.letter, helft.fase.letter] == ["N", "EH"]
    assert najaar.peildatum == date(2027, 10, 1)
    assert inleverdag(kader, najaar) == date(2027, 11, 1)
    assert inleverdag(kader, helft) == date(2028, 2, 15), "before its peildatum: the year after"
    assert najaar.overleg == (2028, 1)
    assert najaar.fase.vraagt == {Vraagt.WIJZIGINGEN}
    assert [z.gelezen for z in gelezen.lezingen if z.wat == "ronde"] == [
        "1 oktober (afkorting N), inleveren 1 november van hetzelfde jaar",
        "31 december (afkorting EH), inleveren 15 februari van het jaar erna",
    ]


def test_what_is_empty_in_a_ronde_of_ours_is_as_ever(lees: Lees) -> None:
    kader = lees("| Evaluatie | | | | | | | |").geldig()
    (evaluatie,) = kader.cyclus.van(2027)
    assert evaluatie == Ronde(2027, Fase.EVALUATIE)
    assert inleverdag(kader, evaluatie) == date(2028, 2, 15), "of the sheet Instellingen"


@pytest.mark.parametrize(
    ("regel", "rijen", "cel"),
    [
        (catalogue.RONDE_ZONDER_NAAM, ["| … | X | 31 maart | | | | | |"], "A2"),
        (catalogue.RONDE_ZONDER_NAAM, ["| ronde v2 | X | 31 maart | | | | | |"], "A2"),
        (catalogue.RONDE_ZONDER_PEILDATUM, ["| najaar | | | | | | | |"], "C2"),
        (catalogue.DATUM_ONLEESBAAR, ["| najaar | | 31 april | | | | | |"], "C2"),
        (catalogue.DATUM_ONLEESBAAR, ["| najaar | | 29 februari | | | | | |"], "C2"),
        (catalogue.DATUM_ONLEESBAAR, ["| najaar | | 1 mei | ooit | | | | |"], "D2"),
        (catalogue.RONDE_AFKORTING, ["| najaar | 1N | 1 mei | | | | | |"], "B2"),
        (catalogue.RONDE_AFKORTING, ["| najaar | NAJR | 1 mei | | | | | |"], "B2"),
        (catalogue.RONDE_AFKORTING, ["| 2027 | | 1 mei | | | | | |"], "B2"),
        (catalogue.KEUZE_ONBEKEND, ["| najaar | | 1 mei | | zomer | | | |"], "E2"),
        (catalogue.KEUZE_ONBEKEND, ["| najaar | | 1 mei | | | jaarprogrma | | |"], "F2"),
        (
            catalogue.RONDE_DUBBEL,
            ["| najaar | N | 1 mei | | | | | |", "| Najaar! | M | 1 juni | | | | | |"],
            "A3",
        ),
        (
            catalogue.RONDE_DUBBEL,
            ["| najaar | | 1 mei | | | | | |", "| november | | 1 juni | | | | | |"],
            "B3",
        ),
        (
            catalogue.RONDE_DUBBEL,
            ["| najaar | | 1 mei | | | | | |", "| herfst | | 1 mei | | | | | |"],
            "C3",
        ),
        (catalogue.JAAR_ZONDER_RONDE, ["| najaar | | 1 mei | | | | 2027 | |"], "A1"),
    ],
)
def test_a_fault_names_its_cell(lees: Lees, regel: Regel, rijen: list[str], cel: str) -> None:
    gevonden = [b.plek for b in lees(*rijen).bevindingen if b.code == regel.code]
    assert (l.RONDES, cel) in [(p.blad, p.cel) for p in gevonden]


def test_an_evaluatie_in_november_is_not_said_to_be_of_all_of_the_year(lees: Lees) -> None:
    kader = lees("| evaluatie | | 1 november | | | | | |").geldig()
    (ronde,) = kader.cyclus.van(2027)
    assert say.ronde_in_woorden(ronde) == "de evaluatie van 2027 (stand op 1 november 2027)"


def test_what_no_ronde_asks_though_the_template_says_to_ask_is_named(lees: Lees) -> None:
    al = """
        | code | tekst | vragen | gevraagd aan |
        | ---- | ----- | ------ | ------------ |
        | DD-01 | Tuinfonds | ja | corporaties |
    """
    rij = "| najaar | | 1 mei | | | {} | | |"
    zonder = lees(rij.format(""), **{l.LOPEND: al})
    assert catalogue.TOEZEGGING_ZONDER_RONDE.code in codes(zonder.bevindingen)
    wel = lees(rij.format("dit doen we al"), **{l.LOPEND: al})
    assert catalogue.TOEZEGGING_ZONDER_RONDE.code not in codes(wel.bevindingen)


def test_two_rondes_may_have_one_day_in_other_years(lees: Lees) -> None:
    kader = lees(
        "| najaar | N | 1 mei | | | | | 2027 |", "| herfst | H | 1 mei | | | | 2028 | |"
    ).geldig()
    assert [str(kader.cyclus.sluitend(j)) for j in (2027, 2028)] == ["2027-najaar", "2028-herfst"]
