"""A proposal that says too little, and a vote about anything, held against chapter 8."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from gewichten import met_gewichten
from invullen import RONDE, codes

from kaderxl.core import catalogue
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Vastgelegd
from kaderxl.core.proposals import Stempunt, Wijzigingsvoorstel
from kaderxl.matrix.decision_checks import in_the_future, validate_decisions
from kaderxl.matrix.voting import besloten_in_woorden, lees_optie, stemblokken, tel_opties

DAG, VANDAAG = date(2026, 12, 10), date(2026, 12, 20)
DOEL = Wijzigingsvoorstel("W-1", "ander doel", "A01-I1", tm_jaar=2031, minimum=130)
AANGENOMEN = replace(DOEL, besluit="Aangenomen", datum=DAG)
PUNT = Stempunt(
    "ST-1", "Hoe verder?", "door gaan", "stoppen", moderator="bureau", tot=date(2026, 12, 1),
    uitkomst="A", datum=DAG, stemmen={"GEM": "A", "DV": "Door gaan", "WB": "B"},
)  # fmt: skip


def controleer(kader: Kader, vastgelegd: Vastgelegd) -> list[str]:
    met = met_gewichten(kader, {"stemgewicht per partij": "1"})
    return codes(validate_decisions(vastgelegd, met, RONDE, VANDAAG))


@pytest.mark.parametrize(
    ("v", "regel"),
    [
        (DOEL, catalogue.VOORSTEL_NIET_BESLIST),
        (replace(DOEL, minimum=None), catalogue.VOORSTEL_ONAF),
        (replace(AANGENOMEN, minimum=None), catalogue.AANGENOMEN_ONAF),
        (replace(AANGENOMEN, besluit="ja"), catalogue.VOORSTELBESLUIT_ONBEKEND),
        (replace(AANGENOMEN, datum=None), catalogue.VOORSTEL_ZONDER_DATUM),
        (replace(AANGENOMEN, datum=date(2027, 1, 9)), catalogue.DATUM_IN_TOEKOMST),
        (replace(AANGENOMEN, datum="na de zomer"), catalogue.DATUM_IN_MATRIX_ONLEESBAAR),
    ],
)
def test_a_proposal_says_what_it_lacks(kader: Kader, v: Wijzigingsvoorstel, regel: Regel) -> None:
    assert regel.code in controleer(kader, Vastgelegd(wijzigingen={"W-1": v}))


def test_what_is_whole_and_what_was_refused_need_no_word(kader: Kader) -> None:
    afgewezen = Wijzigingsvoorstel("W-2", "vervalt", besluit="afgewezen", datum=DAG)
    beide = Vastgelegd(wijzigingen={"W-1": AANGENOMEN, "W-2": afgewezen})
    assert controleer(kader, beide) == []


def test_what_was_adopted_cannot_lean_on_what_was_not(kader: Kader) -> None:
    over = {"indicator": "bomen", "jaar": "2028", "actiehouder": "gemeente"}
    nieuw = Wijzigingsvoorstel("W-1", "nieuwe afspraak", "Groen", "Groene wijken", **over)
    eronder = Wijzigingsvoorstel("W-2", "nieuwe indicator", "W-1", **over)
    eronder = replace(eronder, besluit="aangenomen", datum=DAG)
    samen = Vastgelegd(wijzigingen={"W-1": nieuw, "W-2": eronder})
    assert catalogue.AANGENOMEN_ONAF.code in controleer(kader, samen)
    nieuw = replace(nieuw, besluit="aangenomen", datum=DAG)
    assert controleer(kader, replace(samen, wijzigingen={"W-1": nieuw, "W-2": eronder})) == []


@pytest.mark.parametrize(
    ("punt", "regel"),
    [
        (replace(PUNT, vraag=""), catalogue.STEMPUNT_ZONDER_OPTIES),
        (replace(PUNT, optie_b=""), catalogue.STEMPUNT_ZONDER_OPTIES),
        (replace(PUNT, stemmen={"GEM": "C"}), catalogue.OPTIE_ONBEKEND),
        (replace(PUNT, stemmen={"GEM": "weet niet"}), catalogue.OPTIE_ONBEKEND),
        (replace(PUNT, moderator=""), catalogue.STEMPUNT_TE_VROEG),
        (replace(PUNT, moderator="nee"), catalogue.STEMPUNT_TE_VROEG),
        (replace(PUNT, tot=None), catalogue.STEMPUNT_TE_VROEG),
        (replace(PUNT, tot=date(2027, 3, 1)), catalogue.STEMPUNT_TE_VROEG),
        (replace(PUNT, tot=date(2027, 3, 1), datum=None), catalogue.STEMPUNT_TE_VROEG),
        (replace(PUNT, tot=date(2026, 12, 11)), catalogue.STEMPUNT_TE_VROEG),
        (replace(PUNT, stemmen={"GEM": "A", "DV": "B"}), catalogue.STEMPUNT_ONBESLIST),
        (replace(PUNT, uitkomst=""), catalogue.STEMPUNT_ZONDER_BESLUIT),
        (replace(PUNT, uitkomst="stoppen"), catalogue.STEMPUNT_TEGEN_BESLUIT),
    ],
)
def test_a_vote_about_anything_has_the_rules_of_a_vote(
    kader: Kader, punt: Stempunt, regel: Regel
) -> None:
    assert regel.code in controleer(kader, Vastgelegd(stempunten={"ST-1": punt}))


@pytest.mark.parametrize(
    "punt",
    [PUNT, replace(PUNT, stemmen={}, tot=None), replace(PUNT, uitkomst="ander plan")],
)
def test_a_vote_that_went_well_needs_no_word(kader: Kader, punt: Stempunt) -> None:
    assert controleer(kader, Vastgelegd(stempunten={"ST-1": punt})) == []


def test_without_weights_no_option_wins(kader: Kader) -> None:
    uitslag = tel_opties(PUNT, stemblokken(kader, 2026))
    assert (uitslag.optie, uitslag.tekst.partition(":")[0]) == ("", "Onbeslist")


def test_an_option_is_read_by_its_letter_and_by_its_text_when_it_is_there() -> None:
    opties = PUNT.opties
    gelezen = [lees_optie(t, opties) for t in ("b", " Stoppen ", "ONTHOUDING", "C", "stop")]
    assert gelezen == ["B", "B", "Onthouding", None, None]
    assert besloten_in_woorden(PUNT) == "door gaan"
    assert besloten_in_woorden(replace(PUNT, uitkomst="anders")) == "anders"


def test_nothing_is_published_before_any_of_these_days(kader: Kader) -> None:
    later = date(2027, 1, 9)
    v = Vastgelegd(
        wijzigingen={"W-1": replace(AANGENOMEN, datum=later)},
        stempunten={"ST-1": replace(PUNT, datum=later)},
        geen_bod=later,
    )
    (bevinding,) = in_the_future(v, VANDAAG)
    assert all(naam in bevinding.tekst for naam in ("W-1", "ST-1", "geen bod"))
    assert in_the_future(v, later) == ()
