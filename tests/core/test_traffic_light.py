"""The words of the light, as people write them, and what follows from each."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from kleuren import Beoordeling

from kaderxl.core import colour
from kaderxl.core.colour import Bijzonder
from kaderxl.core.encoding import decode, encode
from kaderxl.core.phrases import bevestiging_vraag, regel_voorstel
from kaderxl.core.traffic_light import HOOFDSTUK_8, Stoplicht, verenigd


@pytest.mark.parametrize(
    ("geschreven", "kleur"),
    [
        ("Groen", Beoordeling.GROEN),
        ("groen ", Beoordeling.GROEN),
        ("GROEN", Beoordeling.GROEN),
        ("Groen!", Beoordeling.GROEN),
        ("● Groen", Beoordeling.GROEN),
        ("\u00a0Groen", Beoordeling.GROEN),
        ("▲ oranje", Beoordeling.ORANJE),
        ("Rood.", Beoordeling.ROOD),
        ("✔ Afgerond", Beoordeling.AFGEROND),
        ("N.v.t.", Beoordeling.NVT),
        ("n.v.t", Beoordeling.NVT),
        ("nvt", Beoordeling.NVT),
        ("NVT", Beoordeling.NVT),
        ("– N.v.t.", Beoordeling.NVT),
        ("Niet van toepassing", Beoordeling.NVT),
    ],
)
def test_a_colour_is_known_as_people_write_it(geschreven: str, kleur: str) -> None:
    assert HOOFDSTUK_8.lees(geschreven) == kleur


@pytest.mark.parametrize("geschreven", ["", "green", "geel", "Oranje/Rood", "rood (a)", "G", 1])
def test_another_word_is_no_colour(geschreven: object) -> None:
    assert HOOFDSTUK_8.lees(geschreven) is None


def test_a_question_mark_is_doubt_and_not_an_answer() -> None:
    assert HOOFDSTUK_8.lees("Groen?") is None
    assert HOOFDSTUK_8.lees("≠ Groen") is None


DRIE = Stoplicht(
    (
        colour.Beoordeling("Loopt", synoniemen=("op schema",), symbool="★", rang=2),
        colour.Beoordeling("Hapert", symbool="☂", rang=1, vraagt_reden=True),
        colour.Beoordeling("Klaar", symbool="☑", bijzonder=Bijzonder.KLAAR),
    )
)


@pytest.mark.parametrize("geschreven", ["loopt", "★ Loopt", "OP SCHEMA.", " ★  op schema "])
def test_a_light_of_ones_own_is_read_by_its_own_words_and_signs(geschreven: str) -> None:
    assert DRIE.lees(geschreven) is DRIE.kleuren[0]
    assert DRIE.lees("Groen") is None


def test_caution_follows_the_rank_and_what_is_done_comes_last() -> None:
    assert DRIE.op_voorzichtigheid == ("Hapert", "Loopt", "Klaar")
    assert DRIE.voorzichtigste([DRIE.kleuren[2], DRIE.kleuren[0]]) == "Loopt"
    assert DRIE.voorzichtigste([]) is None
    assert DRIE.focus == ("Hapert",)
    assert DRIE.geldt_niet is None
    assert DRIE.keuzes == "Loopt, Hapert of Klaar"
    assert DRIE.keuzezin == "Loopt, Hapert of Klaar"
    assert HOOFDSTUK_8.keuzezin == "Groen, Oranje, Rood, Afgerond of N.v.t"


def test_a_colour_is_its_word_wherever_it_goes() -> None:
    kleur = DRIE.kleuren[1]
    telling: dict[str, int] = {kleur: 1}
    assert telling["Hapert"] == 1
    assert json.dumps([kleur]) == '["Hapert"]'
    assert type(str(kleur)) is str
    for zelfde in (copy.deepcopy(kleur), pickle.loads(pickle.dumps(kleur))):
        assert (zelfde, zelfde.rang, zelfde.vraagt_reden) == ("Hapert", 1, True)
    with pytest.raises(AttributeError):
        kleur.rang = 3  # type: ignore[misc]


@pytest.mark.parametrize("licht", [DRIE, HOOFDSTUK_8], ids=["three", "chapter-8"])
def test_what_is_remembered_of_a_light_is_all_of_it(licht: Stoplicht) -> None:
    weer = decode(encode(licht))
    assert weer == licht
    assert weer != Stoplicht((*licht.kleuren[:-1], colour.Beoordeling(str(licht.kleuren[-1]))))


def test_of_lights_side_by_side_the_newest_says_how_a_word_looks() -> None:
    anders = Stoplicht((colour.Beoordeling("Hapert", symbool="✗"), *HOOFDSTUK_8))
    samen = verenigd([DRIE, anders])
    assert samen.kleuren == ("Hapert", *HOOFDSTUK_8, "Loopt", "Klaar")
    assert samen.kleuren[0].symbool == "✗"


def test_what_is_said_of_the_rule_has_the_words_of_the_light() -> None:
    regels = "\n".join(regel_voorstel(DRIE))
    assert "(Hapert, dan Loopt, dan Klaar)" in regels
    assert "Klaar alleen als ze allemaal Klaar zijn" in regels
    assert "antwoord" in regels
    assert "None" not in regels
    assert bevestiging_vraag(DRIE).startswith("Is dit nog steeds klaar?")
    assert Beoordeling.NVT in "\n".join(regel_voorstel(HOOFDSTUK_8))
