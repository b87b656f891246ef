"""What was agreed and does not go together is said where it stands, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sjablonen import STANDAARD, erbij, schrijf_sjabloon, vervang

from kaderxl.core import catalogue, labels as l
from kaderxl.core.targets import doel_in_woorden
from kaderxl.reading import Reader
from kaderxl.template.read import Sjabloon, read_template

M, D = l.MONITORINGSTABEL, l.MEETWAARDEN
KOP = "| indicator | t/m jaar | minimum | maximum | meetwaarde | telling | lezing |"
Lees = Callable[..., Sjabloon]


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Lees:
    return lambda **t: read_template(schrijf_sjabloon(tmp_path / "s.xlsx", **t), reader)


def codes(sjabloon: Sjabloon) -> list[str]:
    return [b.code for b in sjabloon.bevindingen]


def open_rij(jaar: str, houder: str, opmerking: str) -> dict[str, str]:
    cellen = ("Bouwen", "1. Meer woningen", "nog een", jaar, houder, "", "", "A01-I3")
    return erbij(M, f"| {' | '.join((*cellen, '', '', '', 'open', '', opmerking))} |")


def test_a_doel_without_a_year_is_a_fout(lees: Lees) -> None:
    """It would be shown nowhere, and be held against nothing."""
    sjabloon = lees(Doelen=f"{KOP}\n| A01-I1 | | 120 | | | | |")
    (fout,) = sjabloon.bevindingen
    assert (fout.code, fout.plek.cel) == (catalogue.DOEL_ZONDER_JAAR.code, "B2")
    assert "bijvoorbeeld 2031" in fout.actie


@pytest.mark.parametrize(
    ("jaar", "lezing", "gezegd"),
    [
        ("2031", "", []),
        ("2040", "", [catalogue.DOEL_NA_LOOPTIJD.code]),
        # what the agreement itself prints may lie beyond its years
        ("2040", "gedrukt", []),
        ("2025", "gedrukt", [catalogue.JAAR_BUITEN_LOOPTIJD.code]),
    ],
)
def test_the_year_of_a_doel_lies_in_the_looptijd(
    lees: Lees, jaar: str, lezing: str, gezegd: list[str]
) -> None:
    assert codes(lees(Doelen=f"{KOP}\n| A01-I1 | {jaar} | 120 | | | | {lezing} |")) == gezegd


def test_an_open_row_that_is_filled_in_says_so(lees: Lees) -> None:
    """Not what was missing when it was made."""
    was = f"{l.ONTBREEKT_IN_DE_TEKST} het jaar."
    (heel,) = lees(**open_rij("elk jaar", "corporaties", was)).bevindingen
    assert heel.code == catalogue.RIJ_OPEN_COMPLEET.code
    assert "ontbreekt" not in heel.tekst
    assert "vast" in heel.actie
    (vraag,) = lees(**open_rij("2027", "corporaties", "Zie het AO.")).bevindingen
    assert vraag.tekst.endswith("Zie het AO.")


def test_an_open_row_says_what_is_missing_now(lees: Lees) -> None:
    was = f"{l.ONTBREEKT_IN_DE_TEKST} het jaar en de actiehouder. Is dit er één?"
    (half,) = lees(**open_rij("elk jaar", "", was)).bevindingen
    assert half.code == catalogue.RIJ_OPEN.code
    assert "er ontbreekt nog: de actiehouder. Is dit er één?" in half.tekst


def test_a_kind_that_was_left_open_is_named_and_what_follows_is_told_rightly(lees: Lees) -> None:
    """There is no figure to name a code of: it is the kind that is missing."""
    tabel = STANDAARD[D].replace("| percentage | % |", "| | |")
    doel = f"{KOP}\n| A02-I2 | 2028 | 72 | | | | |"
    verwacht = [catalogue.SOORT_LEEG.code, catalogue.DOEL_ZONDER_MEETWAARDE.code]
    assert codes(lees(Meetwaarden=tabel, Doelen=doel)) == verwacht


@pytest.mark.parametrize(
    ("soort", "mist"),
    [("aantal", "getal"), ("percentage", "percentage"), ("aantal en percentage", "getal")],
)
def test_an_indicator_that_is_a_number_asks_one(lees: Lees, soort: str, mist: str) -> None:
    (gezegd,) = lees(**vervang(M, "| mijlpaal |", f"| {soort} |")).bevindingen
    assert gezegd.code == catalogue.SOORT_ZONDER_GETAL.code
    assert f"geen {mist} bij" in gezegd.tekst


def test_what_is_told_in_the_soort_of_an_indicator_is_what_is_asked(lees: Lees) -> None:
    """A percentage is no aantal; a share that is reckoned is a percentage."""
    (gezegd,) = lees(**vervang(M, "| kwalitatief |", "| aantal |")).bevindingen
    assert gezegd.code == catalogue.SOORT_ZONDER_GETAL.code
    assert codes(lees(**vervang(M, "| kwalitatief |", "| percentage |"))) == []
    assert codes(lees(**vervang(M, "| aantal en percentage |", "| percentage |"))) == []


def test_how_answers_are_taken_together_is_asked_where_there_are_more(lees: Lees) -> None:
    """What one partij is asked alone needs no choice, and words are never added up."""
    leeg = STANDAARD[D].replace("| projecten | ieder |", "| projecten | |")
    assert codes(lees(Meetwaarden=leeg)) == [catalogue.COMBINEREN_LEEG.code]
    een = erbij(D, "| A03-I2-M3 | A03-I2 | Gasten | aantal | gasten | | | optellen | ja | | |")
    assert codes(lees(**een)) == []
    woorden = STANDAARD[D].replace("| tekst | | unie |", "| tekst | | |")
    assert codes(lees(Meetwaarden=woorden)) == []


@pytest.mark.parametrize(
    ("naam", "getal", "gezegd"),
    [
        ("Rapportcijfer van de huurders", 70, [catalogue.DOEL_TE_HOOG.code]),
        ("Rapportcijfer van de huurders", 7, []),
        ("Woningen", 70, []),
    ],
)
def test_a_rapportcijfer_is_at_most_ten(
    lees: Lees, naam: str, getal: int, gezegd: list[str]
) -> None:
    tabel = STANDAARD[D].replace("| Projecten | aantal | projecten |", f"| {naam} | getal | |")
    doel = f"{KOP}\n| A03-I1 | 2031 | {getal} | | | | |"
    assert codes(lees(Meetwaarden=tabel, Doelen=doel)) == gezegd


@pytest.mark.parametrize(
    ("geschreven", "maximum"), [("€ 12,50", 12.5), ("€ 1.250,-", 1250), ("12,50 euro", 12.5)]
)
def test_a_doel_may_be_an_amount_as_people_write_it(
    lees: Lees, geschreven: str, maximum: float
) -> None:
    tabel = STANDAARD[D].replace("| Projecten | aantal | projecten |", "| Huur | bedrag | |")
    doel = f"{KOP.replace('minimum', 'maximum', 1)}\n| A03-I1 | 2031 | {geschreven} |"
    sjabloon = lees(Meetwaarden=tabel, Doelen=doel.replace("| maximum | maximum |", "| maximum |"))
    assert codes(sjabloon) == []
    assert [d.maximum for d in sjabloon.geldig().doelen] == [maximum]


def test_a_doel_of_each_year_is_of_the_years_in_which_it_is_asked(lees: Lees) -> None:
    """It is asked in 2026 and 2028; the other is asked every year."""
    rijen = (
        "| A02-I2 | 2028 | 72 | | A02-I2-M1 | per jaar | |",
        "| A01-I1 | 2031 | 5 | | | per jaar | |",
    )
    kader = lees(Doelen="\n".join((KOP, *rijen))).geldig()
    assert [d.in_jaren for d in kader.doelen] == [(2026, 2028), ()]
    assert doel_in_woorden(kader, "A02-I2", 2026) == "in 2026 en 2028: minstens 72 %"
    assert doel_in_woorden(kader, "A01-I1", 2026) == "elk jaar t/m 2031: minstens 5 woningen"


def test_a_setting_that_is_not_understood_stops_no_other_check(lees: Lees) -> None:
    """But the years of the agreement do: all that is said of years would follow from them."""
    fout = vervang(l.DOELEN, "| 2031     | 120", "|          | 120")
    dag = vervang(l.INSTELLINGEN, "| 15 februari ", "| februari ")
    assert codes(lees(**dag, **fout)) == [
        catalogue.DATUM_ONLEESBAAR.code,
        catalogue.DOEL_ZONDER_JAAR.code,
    ]
    looptijd = vervang(l.INSTELLINGEN, "| 2031 ", "| ooit ")
    assert codes(lees(**looptijd, **fout))[0] == catalogue.GETAL_ONLEESBAAR.code
    assert lees(**looptijd).kader is None


def test_a_rule_in_the_place_of_a_date_is_told_where_it_belongs(lees: Lees) -> None:
    fout = vervang(l.PLANNING, "vaststellen  |       |", "vaststellen  | voor 15 maart |")
    (bevinding,) = lees(**fout).bevindingen
    assert bevinding.code == catalogue.DATUM_ONLEESBAAR.code
    assert "kolom “regel”" in bevinding.actie
