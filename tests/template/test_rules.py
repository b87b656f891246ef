"""The sheet Regels as it is read: which rule goes for which question, and what changed of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sjablonen import schrijf_sjabloon

from kaderxl.core.kader import Kader, regels_per_meetwaarde
from kaderxl.core.rules import Regelsoort
from kaderxl.reading import Reader
from kaderxl.template.changes import vergelijk
from kaderxl.template.read import read_template

KOP = "| soort | waar | vergelijk met | factor | pas boven | vraag |\n| - | - | - | - | - | - |\n"
OVERAL = "| sprong | | | 3 | 5 | Overal? |\n"
PRECIES = (
    "| Sprong | A01-I1 | | 4 | | Bij wonen? |\n| sprong | A01-I1-M2 | | 2 | 9 | Bij sloop? |\n"
)
BEGIN = """
    | meetwaarde | partij    | waarde | erbij | peildatum     |
    | ---------- | --------- | ------ | ----- | ------------- |
    | A01-I1-M2  | Noordbouw | 3      | sloop | december 2025 |
"""
PROGRAMMA = """
    | jaar | afspraak | activiteiten    |
    | ---- | -------- | --------------- |
    | 2026 | 1        | Locaties zoeken |
"""


@pytest.fixture(scope="module")
def kader(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Kader:
    bestand = tmp_path_factory.mktemp("s") / "s.xlsx"
    tabellen = {"Regels": KOP + PRECIES + OVERAL, "Beginstand": BEGIN, "Jaarprogramma": PROGRAMMA}
    return read_template(schrijf_sjabloon(bestand, **tabellen), reader).geldig()


@pytest.mark.parametrize(
    ("code", "vraag"),
    [("A01-I1-M1", "Bij wonen?"), ("A01-I1-M2", "Bij sloop?"), ("A02-I1-M1", "Overal?")],
)
def test_the_rule_that_names_it_most_precisely_goes_for_it(
    kader: Kader, code: str, vraag: str
) -> None:
    assert [r.vraag for r in regels_per_meetwaarde(kader)[code]] == [vraag]


def test_a_sort_looks_only_at_answers_of_its_kind(kader: Kader) -> None:
    kijkt = {
        soort: {m.soort.naam for m in kader.meetwaarden if soort.past(m)} for soort in Regelsoort
    }
    assert kijkt[Regelsoort.ANDER_JAAR] == {"datum"}
    assert kijkt[Regelsoort.KLAAR_EN_NEE] == kijkt[Regelsoort.TE_LAAT] == {"ja/nee"}
    assert kijkt[Regelsoort.SPRONG] == {"aantal", "percentage"}
    assert kijkt[Regelsoort.HETZELFDE] == {"aantal", "tekst"}, "what begins anew each year"
    assert kijkt[Regelsoort.ONDER_HET_PAD] == {"aantal"}


def test_what_changed_is_told_to_lay_before_the_bo(kader: Kader, molendam: Path) -> None:
    with Reader() as reader:
        zonder = read_template(molendam, reader).geldig()
    gezegd = [w.tekst for w in vergelijk(zonder, kader)]
    assert "De regel “sprong” was “leeg”, wordt “factor 3 pas boven 5 Overal?”." in gezegd
    assert (
        "De beginstand “A01-I1-M2 van Noordbouw” was “leeg”, "
        "wordt “3 woningen, sloop, december 2025”." in gezegd
    )
    assert "Het programma “2026, afspraak 1” was “leeg”, wordt “Locaties zoeken”." in gezegd
    assert vergelijk(kader, kader) == ()
