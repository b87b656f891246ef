"""A vote is counted where weights are set; a tie and a vote without weights stay undecided."""

from __future__ import annotations

import pytest
from gewichten import met_gewichten
from kleuren import Beoordeling

from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Stemming
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.matrix.voting import (
    GEEN_GEWICHT,
    GEEN_STEM_TELT,
    GEEN_STEMMEN,
    NIET_HERKEND,
    STAKEN,
    Uitslag,
    lees_stem,
    stemblokken,
    tel,
)
from kaderxl.template.settings import lees_gewichten

PARTIJEN = ("GEM", "DV", "WB", "WZN", "DD", "AHW")


def uitslag(kader: Kader, stemmen: str, **gewichten: str) -> Uitslag:
    """The outcome of six votes (G, R, O for onthouding, . for none) with these settings."""
    woorden = {"G": "Groen", "R": "Rood", "O": "Onthouding", "?": "misschien"}
    gegeven = {p: woorden[s] for p, s in zip(PARTIJEN, stemmen, strict=True) if s != "."}
    namen = {f"stemgewicht per {naam}": tekst for naam, tekst in gewichten.items()}
    met = met_gewichten(kader, namen)
    return tel(Stemming(1, "Ja", None, gegeven), stemblokken(met, 2026), kader.stoplicht)


@pytest.mark.parametrize(
    ("stemmen", "tekst"),
    [
        ("GGGRRR", STAKEN),
        ("GGGGGR", "Groen"),
        ("GGGGRR", "Groen"),
        ("GOOOOO", "Groen"),
        ("OOOOOO", GEEN_STEM_TELT),
        ("......", GEEN_STEMMEN),
        ("GGRR??", NIET_HERKEND),
        ("GGGGG?", NIET_HERKEND),
    ],
)
def test_each_partij_one_vote(kader: Kader, stemmen: str, tekst: str) -> None:
    uitkomst = uitslag(kader, stemmen, partij="1")
    assert uitkomst.tekst == tekst
    assert uitkomst.kleur == (Beoordeling.GROEN if tekst == "Groen" else None)


@pytest.mark.parametrize("stemmen", ["GGGRRR", "GGGGGG", "G....."])
def test_without_weights_nothing_is_decided_and_it_says_why(kader: Kader, stemmen: str) -> None:
    uitkomst = uitslag(kader, stemmen)
    assert (uitkomst.tekst, uitkomst.kleur) == (GEEN_GEWICHT, None)
    assert uitslag(kader, stemmen, partij="1", geleding="1").tekst == GEEN_GEWICHT


def test_weights_of_their_own(kader: Kader) -> None:
    gewichten = "Gemeente Aa en Hunze: 3; DV: 1; WB: 1; WZN: 1; DD: 1; AHW: 1"
    assert uitslag(kader, "GRRR..", partij=gewichten).tekst == STAKEN
    assert uitslag(kader, "GRR...", partij=gewichten).tekst == "Groen"


def test_tenths_that_add_up_to_the_same_are_the_same(kader: Kader) -> None:
    gewichten = "Gemeente Aa en Hunze: 0,3; DV: 0,1; WB: 0,2"
    assert uitslag(kader, "GRR...", partij=gewichten).tekst == STAKEN
    assert uitslag(kader, "GRRR..", partij=f"{gewichten}; WZN: 0,001").tekst == "Rood"


def test_each_geleding_one_voice(kader: Kader) -> None:
    """Gemeente, three corporaties, two huurdersverenigingen; a divided one counts for nothing."""
    assert uitslag(kader, "GRRRGG", geleding="1").tekst == "Groen"
    assert uitslag(kader, "GRRRR.", geleding="1").tekst == "Rood"
    assert uitslag(kader, "GRRG..", geleding="1").tekst == "Groen"
    assert uitslag(kader, ".RRGGR", geleding="1").tekst == GEEN_STEM_TELT


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("1", {"": 1.0}),
        ("Noord: 0; Zuid: 1", {"noord": 0.0, "zuid": 1.0}),
        ("1,5", {"": 1.5}),
        ("De Volmacht: 2; AH WOON: 1", {"de volmacht": 2.0, "ah woon": 1.0}),
        ("", None),
        ("veel", None),
        ("0", None),
        ("De Volmacht: -1", None),
        ("De Volmacht", None),
    ],
)
def test_how_weights_are_written(tekst: str, gelezen: dict[str, float] | None) -> None:
    assert lees_gewichten(tekst) == gelezen


def test_a_weight_of_nothing_counts_for_nothing(kader: Kader) -> None:
    """A partij may be heard without a vote."""
    gewichten = "Gemeente Aa en Hunze: 0; DV: 1; WB: 1; WZN: 1; DD: 1; AHW: 1"
    assert uitslag(kader, "GRR...", partij=gewichten).tekst == "Rood"
    assert uitslag(kader, "G.....", partij=gewichten).tekst == GEEN_STEM_TELT


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        *((w, "Onthouding") for w in ("Onthouding", "onthouding ", "ONTHOUDEN", "Onthoudt zich")),
        ("groen", "Groen"),
        ("ROOD", "Rood"),
        ("misschien", None),
        ("onthoudt", None),
        ("", None),
    ],
)
def test_a_vote_is_read_as_people_write_it(tekst: str, gelezen: str | None) -> None:
    assert lees_stem(tekst, HOOFDSTUK_8) == gelezen
