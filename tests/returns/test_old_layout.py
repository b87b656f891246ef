"""Sheets from before question, doel and last answer came to stand in one cell: they are read as
they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invullen import Antwoorden, lees_document

from kaderxl.core.answers import Return
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.values import als_tekst
from kaderxl.reading import Reader
from kaderxl.returns.recognise import Find, read_return
from kaderxl.sheets.base import HandedOutSheets
from kaderxl.template.read import read_template
from kaderxl.years.rollover import earlier_answers

HIER = Path(__file__).with_name("oude_indeling")
GEGEVEN: dict[str, Antwoorden] = json.loads((HIER / "antwoorden.json").read_text("utf-8"))
EVALUATIE, TUSSENSTAND = Ronde(2026), Ronde(2026, Fase.TUSSENSTAND)
RONDE = {naam: TUSSENSTAND if naam.startswith("tussen") else EVALUATIE for naam in GEGEVEN}


@pytest.fixture(scope="module")
def kader(reader: Reader) -> Kader:
    return read_template(HIER / "sjabloon.xlsx", reader).geldig()


def lees(reader: Reader, kader: Kader, naam: str, find: Find) -> Return:
    document = lees_document(reader, (HIER / naam).read_bytes(), naam)
    ronde = RONDE[naam]
    gelezen = read_return(naam, document, kader, ronde, earlier_answers(kader, ronde, ()), find)
    assert isinstance(gelezen, Return), gelezen
    return gelezen


def antwoorden(gelezen: Return) -> dict[str, dict[str, str]]:
    gevonden = {
        code: {kop: veld.tekst for kop, veld in regel._asdict().items() if kop != "code" and veld}
        for code, regel in gelezen.regels.items()
    } | {
        code: {"plannen en acties": veld.tekst} for code, veld in gelezen.programma.items() if veld
    }
    return {code: rij for code, rij in gevonden.items() if rij}


def verwacht(naam: str) -> dict[str, dict[str, str]]:
    gegeven = {
        code: {kop.lower(): als_tekst(w) for kop, w in rij.items() if w is not None}
        for code, rij in GEGEVEN[naam].items()
    }
    return {code: rij for code, rij in gegeven.items() if rij}


@pytest.mark.parametrize("naam", GEGEVEN)
def test_the_same_answers_and_not_a_word_of_ours_taken_for_theirs(
    reader: Reader, kader: Kader, naam: str
) -> None:
    uitgegeven = HandedOutSheets(HIER / str(RONDE[naam]) / "uitgegeven")
    gelezen = lees(reader, kader, naam, uitgegeven.find)
    assert antwoorden(gelezen) == verwacht(naam)
    assert gelezen.uitgangspunt.bekend
    assert [*gelezen.bevindingen] == []


@pytest.mark.parametrize("naam", GEGEVEN)
def test_the_same_answers_when_what_was_handed_out_is_lost(
    reader: Reader, kader: Kader, naam: str
) -> None:
    assert antwoorden(lees(reader, kader, naam, lambda _: None)) == verwacht(naam)
