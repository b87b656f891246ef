"""Which codes speak of the same thing: renamed, split and merged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from kaderxl.core.kader import Indicator, Kader, Partij
from kaderxl.core.settings import Instellingen
from kaderxl.years.lineage import indicatorlijnen, meetwaardelijnen, partijlijnen


def met_indicatoren(kader: Kader, **vervangt: tuple[str, ...]) -> Kader:
    """A kader with these indicatoren and what they replace."""
    mal = kader.indicatoren[0]
    eigen = tuple(replace(mal, code=c, vervangt=v) for c, v in vervangt.items())
    return replace(kader, indicatoren=eigen, meetwaarden=())


def lijn(kaders: list[Kader], code: str) -> str:
    return " ".join(sorted(indicatorlijnen(kaders)[code]))


def test_a_code_that_replaces_nothing_stands_alone(klein: Kader) -> None:
    assert all(codes == {code} for code, codes in indicatorlijnen([klein]).items())


def test_a_renamed_code_is_one_line_with_the_old_one(klein: Kader) -> None:
    kaders = [met_indicatoren(klein, A=()), met_indicatoren(klein, B=("A",))]
    assert lijn(kaders, "A") == lijn(kaders, "B") == "A B"


def test_the_parts_of_a_split_are_one_line(klein: Kader) -> None:
    kaders = [met_indicatoren(klein, A=()), met_indicatoren(klein, B=("A",), C=("A",))]
    assert lijn(kaders, "B") == "A B C"


def test_what_was_merged_is_one_line_also_years_later(klein: Kader) -> None:
    kaders = [
        met_indicatoren(klein, A=(), B=(), X=()),
        met_indicatoren(klein, C=("A", "B"), X=()),
        met_indicatoren(klein, D=("C",), X=()),
    ]
    assert lijn(kaders, "A") == "A B C D"
    assert lijn(kaders, "X") == "X"


def test_a_predecessor_that_no_kader_has_belongs_to_the_line(klein: Kader) -> None:
    assert lijn([met_indicatoren(klein, B=("A",))], "B") == "A B"


def test_a_meetwaarde_that_went_on_elsewhere_binds_its_indicatoren(klein: Kader) -> None:
    verhuisd = tuple(
        replace(m, vervangt=("A01-I1-M2",)) if m.code == "A03-I1-M1" else m
        for m in klein.meetwaarden
    )
    later = replace(klein, meetwaarden=verhuisd)
    assert indicatorlijnen([klein, later])["A03-I1"] == {"A01-I1", "A03-I1"}
    assert meetwaardelijnen([klein, later])["A01-I1-M2"] == {"A01-I1-M2", "A03-I1-M1"}


@pytest.mark.parametrize("soort", ["partij", "indicator", "meetwaarde"])
def test_a_predecessor_that_no_kader_is_left_of_is_of_its_line_and_of_no_other(
    klein: Kader, soort: str
) -> None:
    """The first year of an agreement may carry on codes of the one before it."""
    kaders = {
        "partij": replace(
            klein, partijen=tuple(replace(p, vervangt=(f"X-{p.code}",)) for p in klein.partijen)
        ),
        "indicator": replace(
            klein,
            indicatoren=tuple(replace(i, vervangt=(f"X-{i.code}",)) for i in klein.indicatoren),
        ),
        "meetwaarde": replace(
            klein,
            meetwaarden=tuple(replace(m, vervangt=(f"X-{m.code}",)) for m in klein.meetwaarden),
        ),
    }
    kader = [kaders[soort]]
    lijnen = {**partijlijnen(kader), **meetwaardelijnen(kader)}
    lijnen |= indicatorlijnen(kader)
    eigen = {
        "partij": [p.code for p in klein.partijen],
        "indicator": [i.code for i in klein.indicatoren],
        "meetwaarde": [m.code for m in klein.meetwaarden],
    }
    for wat, codes in eigen.items():
        for code in codes:
            assert lijnen[code] == ({code, f"X-{code}"} if wat == soort else {code})


def test_partijen_that_merge_are_one_line(klein: Kader) -> None:
    fusie = replace(klein, partijen=(Partij("FU", "Fusie", "corporaties", vervangt=("NB", "ZW")),))
    assert partijlijnen([klein, fusie])["NB"] == {"NB", "ZW", "FU"}
    assert partijlijnen([klein, fusie])["GEM"] == {"GEM"}


_CODES = st.sampled_from("ABCDEF")


@given(
    st.lists(st.tuples(_CODES, st.lists(_CODES, max_size=2)), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_the_order_of_kaders_and_codes_decides_nothing(
    paren: list[tuple[str, list[str]]], willekeur: object
) -> None:
    mal = Indicator("", 1, "", frozenset(), ())
    leeg = Kader(Instellingen(), (), (), (), ())

    def lijnen(volgorde: list[tuple[str, list[str]]]) -> dict[str, frozenset[str]]:
        kaders = [
            replace(leeg, indicatoren=(replace(mal, code=c, vervangt=tuple(v)),))
            for c, v in volgorde
        ]
        return dict(indicatorlijnen(kaders))

    geschud = list(paren)
    willekeur.shuffle(geschud)  # type: ignore[attr-defined]
    assert lijnen(geschud) == lijnen(paren)
    assert all(code in codes for code, codes in lijnen(paren).items())
