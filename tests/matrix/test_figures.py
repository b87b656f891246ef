"""Figures: sums only when complete, shares from sums, lists united, nothing guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invullen import RONDE, Antwoorden, inzending, oordeel

from kaderxl.core.kader import Combineren, Kader, Soort
from kaderxl.core.notation import met_eenheid
from kaderxl.core.outcome import Matrixrij, Stand
from kaderxl.core.phrases import deelstand
from kaderxl.core.values import Waarde
from kaderxl.matrix.combine import combine
from kaderxl.template.kinds import DATUM, JA_NEE, PERCENTAGE, SOORTEN, TEKST

GROEN = oordeel("Groen")
NVT = oordeel("N.v.t.", toelichting="Fictief: geen bezit")


def rij(kader: Kader, code: str, gegeven: dict[str, Antwoorden]) -> Matrixrij:
    """The row of one indicator, from answers by partij."""
    inzendingen = [inzending(kader, partij, wat) for partij, wat in gegeven.items()]
    return next(r for r in combine(kader, RONDE, inzendingen).rijen if r.indicator.code == code)


def groen(code: str, **waarden: object) -> Antwoorden:
    """Groen for an indicator, with its meetwaarden by M1, M2 and so on."""
    return {code: GROEN, **{f"{code}-{m}": {"Waarde": w} for m, w in waarden.items()}}


def stand(van: Matrixrij, naam: str) -> Stand:
    return next(s for s in van.standen if naam in (s.code, s.omschrijving))


# som


def test_a_sum_needs_every_actiehouder(kader: Kader) -> None:
    gegeven = {"DV": groen("A07-I1", M1=3), "WB": groen("A07-I1", M1=4)}
    onvolledig = rij(kader, "A07-I1", gegeven)
    assert onvolledig.stand == "deelstand, 2 van 3"
    assert onvolledig.standen[0].waarde is None
    assert not onvolledig.volledig
    volledig = rij(kader, "A07-I1", {**gegeven, "WZN": groen("A07-I1", M1=5)})
    assert volledig.stand == "12 woningen"
    assert volledig.standen[0].waarde == 12
    assert volledig.volledig


def test_zero_is_a_number_in_a_sum(kader: Kader) -> None:
    gegeven = {p: groen("A07-I1", M1=0) for p in ("DV", "WB", "WZN")}
    assert rij(kader, "A07-I1", gegeven).standen[0].waarde == 0


def test_nvt_with_a_toelichting_counts_as_answered(kader: Kader) -> None:
    gegeven: dict[str, Antwoorden] = {
        "DV": groen("A07-I1", M1=3),
        "WB": groen("A07-I1", M1=4),
        "WZN": {"A07-I1": NVT},
    }
    assert rij(kader, "A07-I1", gegeven).standen[0].waarde == 7
    gegeven["WZN"] = {"A07-I1": oordeel("N.v.t.")}
    assert rij(kader, "A07-I1", gegeven).stand == "deelstand, 2 van 3"


def test_an_unreadable_number_is_no_answer_and_no_zero(kader: Kader) -> None:
    gegeven = {p: groen("A07-I1", M1=w) for p, w in (("DV", 3), ("WB", 4), ("WZN", "ca. 12"))}
    assert rij(kader, "A07-I1", gegeven).stand == "deelstand, 2 van 3"


def test_an_unreadable_number_beside_nvt_is_no_answer_either(kader: Kader) -> None:
    gegeven: dict[str, Antwoorden] = {p: groen("A07-I1", M1=3) for p in ("DV", "WB")}
    gegeven["WZN"] = {"A07-I1": NVT, "A07-I1-M1": {"Waarde": "ca. 12"}}
    assert rij(kader, "A07-I1", gegeven).stand == "deelstand, 2 van 3"


def test_only_who_is_asked_counts_for_a_meetwaarde(kader: Kader) -> None:
    """A17 is of gemeente and corporaties, its number is asked of the corporaties."""
    gegeven = {p: groen("A17-I1", M1=2) for p in ("DV", "WB", "WZN")}
    assert rij(kader, "A17-I1", gegeven).standen[0].waarde == 6


def test_nobody_answered(kader: Kader) -> None:
    leeg = rij(kader, "A07-I1", {})
    assert leeg.stand == deelstand(0, 3)
    assert leeg.standen[0].waarde is None


def test_everyone_nvt_gives_no_number(kader: Kader) -> None:
    uitkomst = rij(kader, "A07-I1", {p: {"A07-I1": NVT} for p in ("DV", "WB", "WZN")})
    assert uitkomst.standen[0].waarde is None
    assert "n.v.t." in uitkomst.stand


# netto


def test_netto_is_bruto_less_sloop_less_verkoop(kader: Kader) -> None:
    gegeven = {
        "DV": groen("A01-I1", M1=10, M2=2, M3=1),
        "WB": groen("A01-I1", M1=0, M2=0, M3=0),
        "WZN": groen("A01-I1", M1=0, M2=0, M3=0),
    }
    uitkomst = rij(kader, "A01-I1", gegeven)
    assert stand(uitkomst, "Netto").waarde == 7
    assert stand(uitkomst, "A01-I1-M1").waarde == 10
    assert "Netto: 7 woningen" in uitkomst.stand


def test_netto_may_be_negative(kader: Kader) -> None:
    gegeven = {p: groen("A01-I1", M1=0, M2=2, M3=1) for p in ("DV", "WB", "WZN")}
    netto = stand(rij(kader, "A01-I1", gegeven), "Netto")
    assert netto.waarde == -9
    assert netto.tekst == "-9 woningen"


def test_netto_waits_for_each_of_its_parts(kader: Kader) -> None:
    gegeven = {p: groen("A01-I1", M1=10, M2=2, M3=1) for p in ("DV", "WB", "WZN")}
    gegeven["WZN"] = groen("A01-I1", M1=10, M2=2)
    uitkomst = rij(kader, "A01-I1", gegeven)
    assert stand(uitkomst, "Netto").waarde is None
    assert stand(uitkomst, "Netto").tekst == "deelstand, 2 van 3"
    assert stand(uitkomst, "A01-I1-M1").waarde == 30


@pytest.mark.parametrize(
    ("ingevuld", "tekst"),
    [((3, 2, 3), "2"), ((2, 1, 3), "1"), ((1, 2, 3), "1"), ((3, 3, 0), "0"), ((2, 0, 1), "0")],
)
def test_netto_is_as_far_as_its_least_complete_part(
    kader: Kader, ingevuld: tuple[int, int, int], tekst: str
) -> None:
    """Who read `2 van 3` beside a part of which there is one would wait for the wrong partij."""
    gegeven = {
        partij: groen(
            "A01-I1",
            **{f"M{n}": 1 for n, hoeveel in enumerate(ingevuld, 1) if plaats < hoeveel},
        )
        for plaats, partij in enumerate(("DV", "WB", "WZN"))
    }
    netto = stand(rij(kader, "A01-I1", gegeven), "Netto")
    assert (netto.tekst, netto.waarde) == (f"deelstand, {tekst} van 3", None)


# aandeel


def test_shares_are_summed_and_never_averaged(kader: Kader) -> None:
    gegeven = {
        "DV": groen("A05-I1", M1=1, M2=2),
        "WB": groen("A05-I1", M1=90, M2=100),
        "WZN": groen("A05-I1", M1=0, M2=98),
    }
    aandeel = stand(rij(kader, "A05-I1", gegeven), "Aandeel")
    assert aandeel.waarde == 45.5  # the mean of 50, 90 and 0 would be 46,7
    assert aandeel.tekst == "45,5 % (91 van 200)"


def test_share_of_nothing_is_no_number(kader: Kader) -> None:
    gegeven = {p: groen("A05-I1", M1=0, M2=0) for p in ("DV", "WB", "WZN")}
    aandeel = stand(rij(kader, "A05-I1", gegeven), "Aandeel")
    assert aandeel.waarde is None
    assert aandeel.volledig


def test_share_waits_for_every_noemer(kader: Kader) -> None:
    gegeven = {p: groen("A05-I1", M1=1, M2=2) for p in ("DV", "WB")}
    gegeven["WZN"] = groen("A05-I1", M1=1)
    aandeel = stand(rij(kader, "A05-I1", gegeven), "Aandeel")
    assert aandeel.waarde is None
    assert "deelstand, 2 van 3" in aandeel.tekst


# gezamenlijk, enkel, ieder, unie


def test_one_shared_answer(kader: Kader) -> None:
    zes = ("GEM", "DV", "WB", "WZN", "DD", "AHW")
    gelijk = rij(kader, "A01-I2", {p: groen("A01-I2", M1=5) for p in zes})
    assert (gelijk.standen[0].waarde, gelijk.standen[0].tekst) == (5, "5 locaties")
    assert gelijk.volledig
    assert not gelijk.verschillen


def test_shared_answers_that_differ_stand_side_by_side(kader: Kader) -> None:
    gegeven = {"GEM": groen("A01-I2", M1=5), "DV": groen("A01-I2", M1=8)}
    uitkomst = rij(kader, "A01-I2", gegeven)
    assert uitkomst.standen[0].waarde is None
    (verschil,) = uitkomst.verschillen
    assert (verschil.code, verschil.wat) == (
        "A01-I2-M1",
        "Aangewezen locaties (5 tot 8, 3 uit elkaar)",
    )
    assert "Gemeente Aa en Hunze 5 locaties; De Volmacht 8 locaties" in uitkomst.stand


def test_shared_answer_of_some_says_how_many_answered(kader: Kader) -> None:
    uitkomst = rij(kader, "A01-I2", {"GEM": groen("A01-I2", M1=5)})
    assert "1 van 6" in uitkomst.stand
    assert not uitkomst.volledig
    assert not uitkomst.verschillen


@pytest.mark.parametrize(("een", "ander", "verschil"), [("ja", "Nee", True), ("ja", "Ja", False)])
def test_shared_ja_and_nee(kader: Kader, een: str, ander: str, verschil: bool) -> None:
    gegeven = {"GEM": groen("A03-I1", M1=een), "DV": groen("A03-I1", M1=ander)}
    wat = [v.wat for v in rij(kader, "A03-I1", gegeven).verschillen]
    assert [w.endswith("(ja tegenover nee)") for w in wat] == [True] * verschil


def test_shared_text_is_compared_without_case_and_spaces(kader: Kader) -> None:
    gegeven = {p: groen("A14-I1", M1="ja", M3=w) for p, w in (("GEM", "Rolde"), ("DV", " rolde."))}
    assert not rij(kader, "A14-I1", gegeven).verschillen


def test_enkel_is_the_answer_of_the_one(kader: Kader) -> None:
    uitkomst = rij(kader, "A10-I1", {"GEM": groen("A10-I1", M1=2, M2=8)})
    assert stand(uitkomst, "Aandeel").waarde == 25
    assert uitkomst.volledig


def test_ieder_stays_with_the_partij(kader: Kader) -> None:
    gegeven = {"GEM": groen("A12-I1", M1=2), "DV": groen("A12-I1", M1=3)}
    uitkomst = rij(kader, "A12-I1", gegeven)
    projecten = stand(uitkomst, "A12-I1-M1")
    assert projecten.waarde is None
    assert projecten.tekst == (
        "Gemeente Aa en Hunze 2 projecten; De Volmacht 3 projecten (deelstand, 2 van 6)"
    )
    assert not uitkomst.verschillen
    zes = rij(kader, "A12-I1", {p.code: groen("A12-I1", M1=2) for p in kader.partijen})
    assert "van 6" not in stand(zes, "A12-I1-M1").tekst


def test_unie_unites_lists_on_name(kader: Kader) -> None:
    gegeven = {
        "GEM": groen("A12-I1", M1=2, M2="Buurtbus; De Spil"),
        "DV": groen("A12-I1", M1=2, M2="de spil ;Moestuin\nBuurtbus"),
    }
    assert stand(rij(kader, "A12-I1", gegeven), "A12-I1-M2").tekst == "Buurtbus; De Spil; Moestuin"


@pytest.mark.parametrize("soort", [s for s in SOORTEN.values() if s is not TEKST])
def test_what_is_no_text_is_not_united_but_stands_beside_the_other(
    kader: Kader, soort: Soort
) -> None:
    """Two numbers of two partijen are a difference, each with its unit."""
    waarden: dict[Soort, tuple[Waarde, Waarde]] = {
        DATUM: (date(2026, 3, 1), date(2026, 4, 1)),
        JA_NEE: ("Ja", "Nee"),
    }
    een, ander = waarden.get(soort, (5, 7))
    anders = tuple(
        replace(m, soort=soort, combineren=Combineren.UNIE, eenheid="dingen")
        if m.code == "A12-I1-M2"
        else m
        for m in kader.meetwaarden
    )
    gegeven = {"GEM": groen("A12-I1", M1=2, M2=een), "DV": groen("A12-I1", M1=2, M2=ander)}
    uitkomst = rij(replace(kader, meetwaarden=anders), "A12-I1", gegeven)
    dit = stand(uitkomst, "A12-I1-M2")
    assert [v.code for v in uitkomst.verschillen] == ["A12-I1-M2"]
    assert dit.waarde is None
    assert dit.tekst.startswith("Gemeente Aa en Hunze ")
    assert "; De Volmacht " in dit.tekst
    assert dit.tekst.count("dingen") == 2 * soort.zeg(een, "dingen").count("dingen")


def test_open_row_has_no_figures(kader: Kader) -> None:
    uitkomst = rij(kader, "A05-I2", {})
    assert uitkomst.standen == ()
    assert uitkomst.inbreng == {}
    assert uitkomst.voorstel is None


def test_percentages_of_several_partijen_are_never_one_number(kader: Kader) -> None:
    """Whatever its way of combining, a percentage is not added up and not averaged."""
    for manier in Combineren:
        anders = replace(
            kader,
            meetwaarden=tuple(
                replace(m, soort=PERCENTAGE, combineren=manier) for m in kader.meetwaarden
            ),
        )
        gegeven = {p: groen("A07-I1", M1=w) for p, w in (("DV", 10), ("WB", 20), ("WZN", 60))}
        assert rij(anders, "A07-I1", gegeven).standen[0].waarde is None, manier


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(1234, "1.234 woningen"), (12.5, "12,5 woningen"), (True, "ja"), (None, ""), ("x", "x")],
)
def test_values_in_words(waarde: str | float | bool | None, tekst: str) -> None:
    assert met_eenheid(waarde, "woningen") == tekst
