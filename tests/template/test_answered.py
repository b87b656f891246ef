"""A question that the rest of the template has answered is asked no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaderxl.core import labels as l
from kaderxl.core.kader import Partij
from kaderxl.reading import Reader
from kaderxl.template.answered import DOEL, OVER_GROEP, OVER_SAMEN, OVER_SOORT, met_cellen
from kaderxl.template.fresh.agreement import NewTemplate, Row, met_gemeente
from kaderxl.template.fresh.workbook import write_template
from kaderxl.template.read import read_bytes

PARTIJEN = met_gemeente("Veen", [Partij("", "Stichting Onderdak", "")])
NIEUW = NewTemplate("Veen", "Woonakkoord Veen", 2026, 2029, PARTIJEN, "VEEN")
RIJ: Row = {
    "Afspraak": "1. Bouwen", "Indicator": "huizen", "Jaar": None, "Actiehouder": "gemeente",
    "status": "open", "code": "A01-I1",
}  # fmt: skip


def open_(
    reader: Reader, over: str, rij: Row = RIJ, nieuw: NewTemplate = NIEUW, **bladen: Row
) -> bool:
    rijen: dict[str, list[Row]] = {
        l.MONITORINGSTABEL: [rij],
        l.VRAGEN: [{"nr": 1, "over": over, "vraag": "Wanneer?"}],
        **{blad: [eigen] for blad, eigen in bladen.items()},
    }
    kader = read_bytes("s.xlsx", write_template(replace(nieuw, rows=rijen)), reader).kader
    assert kader is not None
    return bool(kader.vragen)


def test_a_question_about_cells_is_there_until_all_are_filled(reader: Reader) -> None:
    over = met_cellen("afspraak 1", "A01-I1", ("Jaar", "Actiehouder"))
    assert over == "afspraak 1 (A01-I1: Jaar, Actiehouder)"
    assert open_(reader, over)
    assert not open_(reader, over, {**RIJ, "Jaar": "2027"})
    assert open_(reader, over, {**RIJ, "Jaar": "2027", "code": "A01-I2"})  # another row


def test_a_target_and_what_is_asked_once_for_all(reader: Reader) -> None:
    over = met_cellen("afspraak 1", "A01-I1", (DOEL,))
    assert open_(reader, over)
    assert not open_(reader, over, Doelen={"indicator": "A01-I1", "t/m jaar": 2029, "minimum": 5})
    assert open_(reader, OVER_SOORT)
    assert not open_(reader, OVER_SOORT, {**RIJ, "soort": "aantal"})
    meet: Row = {"indicator": "A01-I1", "omschrijving": "Huizen", "soort": "aantal"}
    assert open_(reader, OVER_SAMEN, Meetwaarden=meet)
    assert not open_(reader, OVER_SAMEN, Meetwaarden={**meet, "combineren": "som"})
    assert open_(reader, OVER_GROEP)
    heel = met_gemeente("Veen", [Partij("", "Onderdak", "corporaties")])
    assert not open_(reader, OVER_GROEP, nieuw=replace(NIEUW, partijen=heel))


@pytest.mark.parametrize("over", ["", "afspraak 1", "afspraak 1 (tot 2028)", "1 (A01-I1: kleur)"])
def test_another_question_is_only_answered_on_its_own_sheet(over: str, reader: Reader) -> None:
    assert open_(reader, over, {**RIJ, "Jaar": "2027"})
