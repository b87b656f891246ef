"""Which answer counts in a cell, by what each sender changed; as small tables."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kaderxl.core import labels as l
from kaderxl.core.answers import Cel
from kaderxl.returns.merging import Laid, Layer, Step, beside_another_colour, lay

W, K, R, T = ("M1", l.WAARDE), ("I1", l.BEOORDELING), ("I1", l.REDEN), ("I1", l.TOELICHTING)


def fresh(**cells: str) -> Layer:
    """A sheet that was handed out empty: `w` is a number, `k`, `r` and `t` one judgement."""
    return Layer(_cells(cells))


def correction(base: Mapping[str, str], **cells: str) -> Layer:
    """One that was handed out with answers; what is not named was left as it was."""
    return Layer(_cells({**base, **cells}), _cells(base))


def _cells(given: Mapping[str, str]) -> dict[Cel, str]:
    return {{"w": W, "k": K, "r": R, "t": T}[naam]: tekst for naam, tekst in given.items()}


def one_after_another(*layers: Layer) -> Laid:
    return lay(layers, [[n] for n in range(len(layers))])


def values(laid: Laid) -> dict[Cel, str]:
    return {cel: step.value for cel, step in laid.steps.items()}


@pytest.mark.parametrize(
    ("layers", "counts"),
    [
        ([fresh(w="1")], Step("1", 0, 0)),
        ([fresh(w="1"), fresh(w="")], Step("1", 0, 0)),
        ([fresh(w=""), fresh(w="1")], Step("1", 1, 1)),
        ([fresh(w="1"), fresh(w="2")], Step("2", 1, 1, over=0, knew=False)),
        ([fresh(w="1"), fresh(w="1")], Step("1", by=1, said=0)),
        ([fresh(w="1"), correction({"w": "1"}, w="2")], Step("2", 1, 1, over=0)),
        ([fresh(w="1"), correction({"w": "1"})], Step("1", by=1, said=0)),
        ([fresh(w="1"), correction({"w": "1"}, w="")], Step("", 1, 1, over=0)),
        ([fresh(w="1"), fresh(w="2"), correction({"w": "1"})], Step("2", 1, 1, over=0, knew=False)),
        (
            [fresh(w="1"), fresh(w="2"), correction({"w": "1"}, w="3")],
            Step("3", 2, 2, over=1, knew=False),
        ),
        (
            [fresh(w="1"), correction({"w": "1"}, w=""), fresh(w="")],
            Step("", 1, 1, over=0),
        ),
        ([fresh(w="1"), correction({"w": "1"}, w=""), fresh(w="4")], Step("4", 2, 2, over=1)),
    ],
    ids=[
        "one",
        "a blank in a fresh sheet replaces nothing",
        "and what comes later fills it",
        "two who did not know of each other",
        "two who say the same",
        "who corrects what was there",
        "who leaves it as it was stands by it",
        "who empties what was there takes it back",
        "a late correction workbook undoes nothing that it did not touch",
        "and where it did, it did not know",
        "what was taken back stays away",
        "and can be answered again",
    ],
)
def test_the_newest_change_counts(layers: list[Layer], counts: Step) -> None:
    assert one_after_another(*layers).steps[W] == counts


def test_what_only_a_base_tells_counts_as_long_as_nobody_says_otherwise() -> None:
    """As when the return that a correction workbook was made of was never taken in here."""
    assert one_after_another(correction({"w": "1"})).steps[W] == Step("1", 0, 0)


@pytest.mark.parametrize(
    ("now", "counts"),
    [
        ({}, {}),
        ({"w": "2"}, {W: "2"}),
        ({"t": "Anders"}, {T: "Anders"}),
        ({"k": "Groen"}, {K: "Groen", R: "a", T: "Oud"}),
        ({"w": ""}, {W: ""}),
    ],
    ids=["left as it was", "a number", "a text", "a colour with what is beside it", "emptied"],
)
def test_of_what_was_excluded_only_what_was_changed_counts(
    now: dict[str, str], counts: dict[Cel, str]
) -> None:
    base = {"w": "1", "k": "Rood", "r": "a", "t": "Oud"}
    layers = [correction(base, **now)]
    laid = lay(layers, [[0]], excluded=[fresh(**base)])
    assert values(laid) == counts
    assert laid.left_out == dict.fromkeys(_cells(base).keys() - counts.keys(), 0)
    chosen = lay(layers, [[0]], excluded=[fresh(**base)], chosen=[0])
    assert values(chosen) == _cells(base | now)
    also = lay([fresh(w="1"), *layers], [[0], [1]], excluded=[fresh(**base)])
    assert values(also)[W] == now.get("w", "1"), "another says it as well"


def test_answers_of_two_lie_together() -> None:
    laid = one_after_another(fresh(w="1", k=""), fresh(w="", k="Groen"))
    assert values(laid) == {W: "1", K: "Groen"}
    assert laid.of == {0, 1}


def test_a_row_that_a_sheet_does_not_have_was_not_emptied() -> None:
    zonder_rij = Layer(shows={}, base={W: "1"})
    assert one_after_another(fresh(w="1"), zonder_rij).steps[W] == Step("1", 0, 0)


# A colour and what is written beside it


def test_what_was_written_beside_another_colour_does_not_go_with_this_one() -> None:
    laid = one_after_another(
        fresh(k="Rood", r="a", t="Het ligt stil"), fresh(k="Groen", r="", t="")
    )
    assert values(laid) == {K: "Groen", R: "", T: ""}
    assert laid.steps[T] == Step("", 1, 1, over=0, along=True)


def test_beside_the_same_colour_it_lies_together() -> None:
    laid = one_after_another(fresh(k="Rood", r="a", t=""), fresh(k="Rood", r="", t="Het ligt stil"))
    assert values(laid) == {K: "Rood", R: "a", T: "Het ligt stil"}


def test_without_a_colour_it_lies_together() -> None:
    laid = one_after_another(fresh(k="", t="Het ligt stil"), fresh(k="Rood", t=""))
    assert values(laid) == {K: "Rood", T: "Het ligt stil"}


def test_who_changes_the_colour_alone_keeps_what_stood_beside_it() -> None:
    base = {"k": "Rood", "r": "a", "t": "Het ligt stil"}
    laid = one_after_another(fresh(**base), correction(base, k="Oranje"))
    assert values(laid) == {K: "Oranje", R: "a", T: "Het ligt stil"}
    assert {step.by for step in laid.steps.values()} == {1}


def test_a_colour_from_a_late_correction_workbook_brings_its_own_row() -> None:
    base = {"k": "Rood", "r": "a", "t": "Oud"}
    newer = fresh(k="Oranje", r="b", t="Nieuw")
    laid = one_after_another(fresh(**base), newer, correction(base, k="Afgerond", r=""))
    assert values(laid) == {K: "Afgerond", R: "", T: "Oud"}


def test_a_reden_that_was_written_beside_another_colour_is_named() -> None:
    base = {"k": "Oranje", "r": "a", "t": ""}
    layers = [fresh(**base), fresh(k="Rood", r="c", t=""), correction(base, t="Later")]
    laid = one_after_another(*layers)
    assert values(laid) == {K: "Rood", R: "c", T: "Later"}
    ((cel, step, now),) = beside_another_colour(layers, laid)
    assert (cel, step.by, now.by) == (T, 2, 1)


# Nothing tells which is newer


def test_of_two_that_differ_and_are_equally_old_neither_counts() -> None:
    laid = lay([fresh(w="0"), fresh(w="1"), fresh(w="2")], [[0], [1, 2]])
    assert laid.steps[W] == Step("0", 0, 0)
    assert laid.unclear == {W: (1, 2)}


def test_of_two_that_are_equally_old_what_only_one_says_counts() -> None:
    laid = lay([fresh(w="1", k=""), fresh(w="", k="Groen")], [[0, 1]])
    assert values(laid) == {W: "1", K: "Groen"}
    assert not laid.unclear


@pytest.mark.parametrize("nu", ["2", ""])
@pytest.mark.parametrize("group", [[0, 1], [1, 0]])
def test_who_started_from_the_other_came_after_it(group: list[int], nu: str) -> None:
    laid = lay([fresh(w="1"), correction({"w": "1"}, w=nu)], [group])
    assert laid.steps[W] == Step(nu, 1, 1, over=0)
    assert not laid.unclear


def test_a_newer_one_settles_it() -> None:
    laid = lay([fresh(w="1"), fresh(w="2"), fresh(w="3")], [[0, 1], [2]])
    assert values(laid) == {W: "3"}
    assert not laid.unclear


def test_where_the_colour_is_not_known_nothing_beside_it_is_taken() -> None:
    een, ander = fresh(k="Rood", r="a", t="Een"), fresh(k="Groen", r="", t="")
    laid = lay([fresh(k="Oranje", r="b", t="Eerst"), een, ander], [[0], [1, 2]])
    assert values(laid) == {K: "Oranje", R: "b", T: "Eerst"}
    assert laid.unclear.keys() == {K, R, T}


def test_a_reaction_to_a_voorzet_and_what_stands_beside_it_are_one_answer() -> None:
    """Who says akkoord on a fresh sheet does not keep the colour it had given instead."""
    zegt, kleur, waarde = ("A", l.WAARDE), ("A", l.BEOORDELING), ("A-M1", l.WAARDE)
    lead = {kleur: zegt, waarde: zegt}
    eerst = Layer({zegt: "Niet akkoord", kleur: "Rood", waarde: "3"}, leads=lead)
    dan = Layer({zegt: "Akkoord", kleur: "", waarde: ""}, leads=lead)
    samen = lay([eerst, dan], [[0], [1]])
    assert {cel: step.value for cel, step in samen.steps.items()} == {
        zegt: "Akkoord",
        kleur: "",
        waarde: "",
    }
    assert samen.steps[kleur].along
    anders = Layer({zegt: "Niet akkoord", kleur: "Oranje", waarde: ""}, leads=lead)
    nu = lay([eerst, anders], [[0], [1]]).steps
    assert (nu[kleur].value, nu[waarde].value) == ("Oranje", ""), "also with the same word"
    blanco = Layer({zegt: "", kleur: "", waarde: ""}, leads=lead)
    stil = lay([eerst, blanco], [[0], [1]]).steps
    assert (stil[zegt].value, stil[kleur].value, stil[waarde].value) == (
        "Niet akkoord",
        "Rood",
        "3",
    )
