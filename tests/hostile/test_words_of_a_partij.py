"""What a partij types among its answers is an answer, whatever else the words could mean."""

from __future__ import annotations

import pytest
from invullen import RONDE, antwoorden, leeg_blad, lees, oordeel, vul

from kaderxl.core import labels as l
from kaderxl.core.answers import Return
from kaderxl.core.identity import MATRIX, Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Reader
from kaderxl.sheets.texts import STEMPEL

WORDS = [
    str(Kenmerk("AEH", Ronde(2025), "DV", "4F2A")),
    str(Kenmerk("AEH", RONDE, "WB", "4F2A")),
    str(Kenmerk("BUUR", RONDE, MATRIX, "4F2A")),
    f"zie {Kenmerk('AEH', Ronde(2025), 'DV', '4F2A')}",
    "AEH-2026E-DV-4F2A-00",
    l.FICTIEF,
    STEMPEL,
    l.VASTGESTELD_IN,
    l.MATRIXKENMERK,
]


@pytest.mark.parametrize("words", WORDS)
def test_words_of_ours_in_an_answer_are_an_answer(kader: Kader, reader: Reader, words: str) -> None:
    gegeven = {**antwoorden(kader, "DV"), "A07-I1": oordeel("Rood", "a", words)}
    gelezen = lees(reader, kader, vul(leeg_blad(kader, "DV"), gegeven))
    assert isinstance(gelezen, Return)
    assert gelezen.partij == "DV"
    assert not gelezen.fictief
    assert gelezen.regels["A07-I1"].toelichting.tekst == words
    assert gelezen.uitgangspunt.stempel
