"""Before the first ronde the template tells: what there was, and the programme of the year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from invullen import Antwoorden, oordeel
from rondes_maken import maak_matrix, woningen
from sjablonen import erbij, schrijf_sjabloon

from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Programmaregel, Vastgelegd
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.template.read import read_template
from kaderxl.years.beginning import beginstand_van, programme_of
from kaderxl.years.rollover import earlier_answers
from kaderxl.years.trends import look_back

PLAN = (
    "| A01-I2-M3 | A01-I2 | Harde plannen | aantal | woningen | gezamenlijk | plan "
    "| vervangen | nee | | vastgesteld |"
)
BEGIN = """
    | meetwaarde | partij    | waarde | erbij          | peildatum     |
    | ---------- | --------- | ------ | -------------- | ------------- |
    | A01-I2-M3  |           | 56     | netto 53       | december 2025 |
    | A01-I1-M1  |           | 30     |                | december 2025 |
    | A01-I1-M2  | Noordbouw | 3      |                | december 2025 |
"""
PROGRAMMA = """
    | jaar | afspraak | activiteiten      | trekker  |
    | ---- | -------- | ----------------- | -------- |
    | 2026 | 1        | Locaties zoeken   | gemeente |
    | 2026 | 1        | Dorpen bezoeken   |          |
    | 2027 | 1        | Bouwen            |          |
"""


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Kader:
    bestand: Path = tmp_path_factory.mktemp("s") / "s.xlsx"
    tabellen = erbij("Meetwaarden", PLAN) | {"Beginstand": BEGIN, "Jaarprogramma": PROGRAMMA}
    return read_template(schrijf_sjabloon(bestand, **tabellen), reader).geldig()


def test_a_first_sheet_shows_where_it_began(klein: Kader) -> None:
    eerste = earlier_answers(klein, Ronde(2026), ())
    assert eerste["HB"]["A01-I2-M3"] == "56 woningen, netto 53 (beginstand december 2025)"
    assert eerste["NB"]["A01-I1-M2"] == "3 woningen (beginstand december 2025)"


def test_what_is_told_of_all_together_is_shown_as_nobodys_own(klein: Kader) -> None:
    """30 woningen of a sum are of the corporaties together; how many of whom nobody said."""
    eerste = earlier_answers(klein, Ronde(2026), ())
    assert not [p for p in ("NB", "ZW") if "A01-I1-M1" in eerste[p]]
    som = next(m for m in klein.meetwaarden if m.code == "A01-I1-M1")
    van_allen = beginstand_van(klein, som)
    assert van_allen
    assert van_allen.waarde == 30
    assert beginstand_van(klein, som, "NB") is None
    assert "A01-I1-M2" not in eerste["ZW"]


def test_once_there_is_a_ronde_that_is_the_one_before(klein: Kader) -> None:
    tussen = maak_matrix(klein, Ronde(2026, Fase.TUSSENSTAND), {"NB": woningen(4)})
    daarna = earlier_answers(klein, Ronde(2026), (tussen,))["NB"]
    assert daarna["A01-I1-M1"] == "4 woningen"
    assert "beginstand" not in "".join(daarna.values())


def test_the_programme_of_the_first_year_needs_no_tussenstand(klein: Kader) -> None:
    eerste = earlier_answers(klein, Ronde(2026), ())["ZW"]
    programma = "jaarprogramma: Locaties zoeken; Dorpen bezoeken (trekker: gemeente)"
    assert eerste["A01-I1"] == eerste["A01-I2"] == programma
    tussen = maak_matrix(klein, Ronde(2026, Fase.TUSSENSTAND), {"ZW": woningen(4)})
    daarna = earlier_answers(klein, Ronde(2026), (tussen,))["ZW"]
    assert programma in daarna["A01-I1"]


def test_what_the_tussenstand_set_goes_before_the_sheet(klein: Kader) -> None:
    gezet = Vastgelegd(programma={1: Programmaregel(1, "Bouwen in Oost"), 2: Programmaregel(2)})
    tussen = maak_matrix(klein, Ronde(2026, Fase.TUSSENSTAND), {})
    met = programme_of(klein, 2027, (replace(tussen, vastgelegd=gezet),))
    assert {n: p.activiteiten for n, p in met.items()} == {1: "Bouwen in Oost"}
    zonder = programme_of(klein, 2027, (tussen,))
    assert {n: p.activiteiten for n, p in zonder.items()} == {1: "Bouwen"}


def test_the_meter_begins_with_the_plans_of_then_until_some_are_told(klein: Kader) -> None:
    plan: Antwoorden = {"A01-I2": oordeel("Groen"), "A01-I2-M1": {"Waarde": "Nee"}}
    partijen: dict[str, Antwoorden] = {"GEM": plan, "HB": plan, "NB": {**woningen(1), **plan}}
    zonder = maak_matrix(klein, Ronde(2026), {**partijen, "ZW": {**woningen(2), **plan}})
    (meter,) = look_back(zonder, ()).meters
    posten = [(p.omschrijving, p.waarde) for p in meter.plannen]
    assert posten == [("Harde plannen (beginstand december 2025)", 56)]
    assert meter.jaren[0].netto == 3, "a plan is not built"
    plan = {**plan, "A01-I2-M3": {"Waarde": 40}}
    gemeld = maak_matrix(klein, Ronde(2026), dict.fromkeys(("GEM", "HB", "NB", "ZW"), plan))
    (meter,) = look_back(gemeld, ()).meters
    assert [(p.omschrijving, p.waarde) for p in meter.plannen] == [("Harde plannen", 40)]
    later = replace(zonder, ronde=Ronde(2027))
    (meter,) = look_back(later, (gemeld,)).meters
    assert [(p.omschrijving, p.waarde) for p in meter.plannen] == [("Harde plannen", None)]
