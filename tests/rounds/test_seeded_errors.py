"""Errors that people make, seeded in simulated sheets: nearly all are asked about, and hardly
anything is asked of an honest sheet. What a question looks like is in tests/returns/test_doubts."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, count, islice

import pytest
from simulatie import FOUTEN, Score, dossier, meet

from kaderxl.core.kader import Kader


def _meet(kader: Kader, bladen: int) -> Score:
    alle = chain.from_iterable(dossier(kader, seed) for seed in count())
    score = meet(islice(alle, bladen), seed=7)
    print(score)
    assert score.bladen == bladen
    return score


def test_nearly_every_error_is_asked_about_and_little_else(kader: Kader) -> None:
    """Two years of one dossier."""
    score = _meet(kader, 24)
    assert score.deel >= 0.9, score
    assert score.per_blad <= 1, score


@pytest.mark.lang
def test_of_a_thousand_sheets_too(kader: Kader) -> None:
    score = _meet(kader, 1000)
    assert all(score.gezaaid[soort] >= 100 for soort in FOUTEN), score
    assert score.deel >= 0.9, score
    assert min(score.gezien[s] / score.gezaaid[s] for s in FOUTEN) >= 0.85, score
    assert score.per_blad <= 1, score


def test_without_the_rules_most_of_it_goes_by_unseen(kader: Kader) -> None:
    """So it is the rules that see it, and no other check."""
    zonder = replace(kader, regels=())
    alle = chain.from_iterable(dossier(zonder, seed) for seed in count())
    assert meet(islice(alle, 24), seed=7).deel < 0.5
