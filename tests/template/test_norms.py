"""A norm by year: a doel or a question that names one shows what it is in the year of the ronde."""

from __future__ import annotations

from pathlib import Path

import pytest
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ronde
from kaderxl.core.targets import doel_in_woorden
from kaderxl.reading import Reader
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.template.changes import vergelijk
from kaderxl.template.norms import in_year
from kaderxl.template.read import read_template

KOP = "| norm | jaar | waarde | bron |\n| --- | --- | --- | --- |\n"
NORMEN = "| huurgrens | 2026 | € 700,00 | x |\n| huurgrens | 2027 | 715.5 | |\n| grens | 2028 | |"
DOELEN = """
    | indicator | t/m jaar | minimum | maximum | partij | omschrijving | bron | lezing  |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | A02-I2 | 2031 | | | | meestal onder {norm: Huurgrens} | 1 | gedrukt |
"""


@pytest.fixture(scope="module")
def kader(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Kader:
    vragen = vervang("Meetwaarden", "Tevreden huurders", "Huren onder {norm:huurgrens}")
    bestand = tmp_path_factory.mktemp("s") / "s.xlsx"
    schrijf_sjabloon(bestand, Normen=KOP + NORMEN, Doelen=DOELEN, **vragen)
    return read_template(bestand, reader).geldig()


@pytest.mark.parametrize(
    ("jaar", "staat_er"),
    [
        (2026, "meestal onder € 700,00 (huurgrens 2026)"),
        (2027, "meestal onder 715,5 (huurgrens 2027)"),
        (
            2028,
            "meestal onder Huurgrens (de waarde van 2028 is nog niet ingevuld; "
            "in 2027 was het 715,5)",
        ),
        (2025, "meestal onder Huurgrens (de waarde van 2025 is nog niet ingevuld)"),
    ],
)
def test_a_doel_shows_the_value_of_its_year(kader: Kader, jaar: int, staat_er: str) -> None:
    assert doel_in_woorden(in_year(kader, jaar), "A02-I2", jaar) == staat_er


def test_a_question_shows_the_value_of_its_year(kader: Kader) -> None:
    ronde = Ronde(2026)
    (vraag,) = (
        regel.vraag
        for regel in stel_vragenlijst_op(in_year(kader, 2026), ronde, "NB").regels
        if regel.code == "A02-I2-M1"
    )
    assert vraag == "Huren onder € 700,00 (huurgrens 2026)"


def test_where_no_norm_is_named_the_kader_is_itself(kader: Kader, molendam: Path) -> None:
    with Reader() as reader:
        zonder = read_template(molendam, reader).geldig()
    assert in_year(zonder, 2026) is zonder
    assert in_year(kader, 2026) is in_year(kader, 2026), "it is made once"


def test_a_norm_that_changed_is_told(kader: Kader, molendam: Path) -> None:
    with Reader() as reader:
        zonder = read_template(molendam, reader).geldig()
    gezegd = [w.tekst for w in vergelijk(zonder, kader)]
    assert "De norm “huurgrens in 2026” was “leeg”, wordt “€ 700,00”." in gezegd
