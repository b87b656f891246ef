"""Who is asked what in which pass: together all that is asked, and nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaderxl.core.kader import Combineren, Kader, Pas
from kaderxl.core.voorzetten import in_pas, op_voorzet, trekker_van

JAREN = range(2026, 2032)


@pytest.fixture(scope="module")
def met_trekkers(kader: Kader) -> Kader:
    """The last actiehouder of what is of all gives the voorzet."""
    indicatoren = tuple(
        replace(i, trekker=i.partijen[-1])
        if i.combineren is Combineren.GEZAMENLIJK and i.partijen
        else i
        for i in kader.indicatoren
    )
    return replace(kader, indicatoren=indicatoren)


@pytest.mark.parametrize("jaar", JAREN)
def test_the_two_passes_ask_together_what_is_asked(met_trekkers: Kader, jaar: int) -> None:
    for partij in met_trekkers.partijen:
        anderen = op_voorzet(met_trekkers, partij.code, jaar)
        eerste = in_pas(met_trekkers, partij.code, jaar)
        tweede = in_pas(met_trekkers, partij.code, jaar, Pas(frozenset(anderen), eerste=False))
        assert {i.code for i, _ in tweede} == anderen.keys()
        samen = sorted((*eerste, *tweede), key=lambda paar: paar[0].code)
        assert samen == sorted(
            met_trekkers.vragen_aan(partij.code, jaar), key=lambda paar: paar[0].code
        )


@pytest.mark.parametrize("jaar", JAREN)
def test_of_each_voorzet_the_trekker_alone_is_asked_first(met_trekkers: Kader, jaar: int) -> None:
    for indicator in met_trekkers.actief(jaar):
        trekker = trekker_van(met_trekkers, indicator, jaar)
        eerst = [
            p.code
            for p in met_trekkers.partijen
            if indicator.code in {i.code for i, _ in in_pas(met_trekkers, p.code, jaar)}
        ]
        houders = met_trekkers.actiehouders(indicator, jaar)
        assert eerst == ([trekker] if trekker else list(houders))


def test_in_a_year_a_trekker_takes_no_part_everybody_answers(met_trekkers: Kader) -> None:
    weg = tuple(replace(p, actief_tm=2026) if p.code == "AHW" else p for p in met_trekkers.partijen)
    zonder = replace(met_trekkers, partijen=weg)
    indicator = next(i for i in zonder.indicatoren if i.code == "A01-I2")
    assert [trekker_van(zonder, indicator, jaar) for jaar in (2026, 2027)] == ["AHW", ""]
    assert "A01-I2" in {i.code for i, _ in in_pas(zonder, "DV", 2027)}
