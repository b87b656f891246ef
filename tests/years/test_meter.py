"""The meter of a target on a page: a sentence, a chart with its legend, and the numbers of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from invullen import Antwoorden
from paginas import Element, lees_pagina
from rondes_maken import maak_matrix, woningen

from kaderxl.core.kader import Doel, Kader
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.years.meter import meters_section
from kaderxl.years.targets import hold_targets
from kaderxl.years.trends import look_back

SAMEN = Doel("A01-I1", 2029, 120, 140)
ELK_JAAR = Doel("A01-I1", 2027, 5, per_jaar=True)
TUSSEN_2027 = Ronde(2027, Fase.TUSSENSTAND)
KOPPEN = ["Jaar", "Opgeleverd (bruto)", "Gesloopt", "Verkocht", "Netto"]
GEEN = "nog geen cijfer"


def gebouwd(bruto: int, sloop: int = 0, verkocht: int = 0) -> dict[str, Antwoorden]:
    return {"NB": woningen(bruto, sloop, verkocht), "ZW": woningen(0)}


def figuren(
    kader: Kader, doelen: Sequence[Doel], per_ronde: Mapping[Ronde, dict[str, Antwoorden]]
) -> list[Element]:
    met = replace(kader, doelen=tuple(doelen))
    *eerder, nu = (maak_matrix(met, ronde, gegeven) for ronde, gegeven in per_ronde.items())
    standen = [s for eigen in hold_targets(nu, eerder).values() for s in eigen]
    deel = meters_section(look_back(nu, eerder).meters, nu.ronde, standen)
    return lees_pagina(str(deel).encode()).alle("figure")


def regels(figuur: Element) -> list[list[str]]:
    return [[cel.tekst for cel in rij.alle("th", "td")] for rij in figuur.een("table").alle("tr")]


def legenda(figuur: Element) -> list[str]:
    return [regel.tekst for regel in figuur.een("ul").alle("li")]


def tekens(figuur: Element, klasse: str) -> list[str]:
    grafiek = figuur.een("svg", klasse="breed")
    return [t.tekst for t in grafiek.alle("text", klasse=klasse)]


def test_without_a_target_nothing_is_drawn(klein: Kader) -> None:
    assert figuren(klein, (), {Ronde(2026): gebouwd(10)}) == []
    assert str(meters_section((), Ronde(2026))) == ""


def test_each_year_stands_with_what_it_is_made_of_and_what_it_comes_to(klein: Kader) -> None:
    rondes = {Ronde(2026): gebouwd(10, 2, 1), Ronde(2027): gebouwd(3)}
    samen, per_jaar = figuren(klein, (SAMEN, ELK_JAAR), rondes)
    jaren = [["2026", "10", "2", "1", "7"], ["2027", "3", "0", "0", "3"]]
    assert regels(samen) == [[*KOPPEN, "Opgeteld"], [*jaren[0], "7"], [*jaren[1], "10"]]
    assert regels(per_jaar) == [KOPPEN, *jaren]
    assert samen.een("figcaption").tekst == (
        "Opgeleverde woningen, opgeteld over de jaren"
        "Stand t/m 2027: 10 woningen. Het streven: 120 tot 140 woningen t/m 2029: niet op koers."
    )
    assert per_jaar.een("figcaption").tekst == (
        "Opgeleverde woningen: netto, per jaar"
        "Stand in 2027: 3 woningen. "
        "Het streven: minstens 5 woningen elk jaar t/m 2027: niet gehaald."
    )
    ids = [e.kenmerken["id"] for f in (samen, per_jaar) for e in f.alle("title", "desc")]
    assert len(ids) == len({*ids}) == 8, "what a screen reader finds by it is one thing"


def test_of_one_question_its_number_stands_there_once(klein: Kader) -> None:
    verkocht = replace(ELK_JAAR, meetwaarde="A01-I1-M3", meter=True)
    (figuur,) = figuren(klein, (verkocht,), {Ronde(2026): gebouwd(10, 2, 1)})
    assert regels(figuur) == [["Jaar", "Verkocht"], ["2026", "1"]]


@pytest.mark.parametrize(
    ("per_ronde", "erbij", "laatste"),
    [
        ({Ronde(2026): gebouwd(10), Ronde(2027): gebouwd(7)}, [], ["2027", "7", "17"]),
        (
            {Ronde(2026): gebouwd(10), TUSSEN_2027: gebouwd(7)},
            ["T tussenstand: het jaar is nog niet om"],
            ["2027 (tussenstand)", "7", "17"],
        ),
        (
            {Ronde(2026): gebouwd(10), Ronde(2027): {"NB": woningen(7)}},
            ["? nog geen cijfer van alle partijen"],
            ["2027", GEEN, GEEN],
        ),
        (
            {Ronde(2026): gebouwd(10), TUSSEN_2027: {"NB": woningen(7)}},
            ["? nog geen cijfer van alle partijen"],
            ["2027 (tussenstand)", GEEN, GEEN],
        ),
    ],
    ids=["whole", "half", "gap", "half-and-gap"],
)
def test_the_legend_says_of_each_year_what_it_is(
    klein: Kader,
    per_ronde: dict[Ronde, dict[str, Antwoorden]],
    erbij: list[str],
    laatste: list[str],
) -> None:
    """What is not whole is drawn otherwise; a year that is still to come has no sign at all."""
    (figuur,) = figuren(klein, (SAMEN,), per_ronde)
    assert sorted(legenda(figuur)) == sorted(["opgeteld, in woningen", "het streven", *erbij])
    jaar, netto, opgeteld = laatste
    assert [regels(figuur)[-1][i] for i in (0, -2, -1)] == [jaar, netto, opgeteld]
    gat = any(t.startswith("?") for t in erbij)
    assert tekens(figuur, "waarde") == ["10", *([] if gat else ["17"])]
    grafiek = figuur.een("svg", klasse="breed")
    half = any(t.startswith("T ") for t in erbij)
    assert len(grafiek.alle("rect", klasse="half")) == half
    zin = figuur.een("figcaption").een("span").tekst
    assert zin.startswith(f"Stand t/m {'tussenstand ' if half else ''}{2026 if gat else 2027}: ")


def test_of_a_gap_the_sentence_says_that_there_is_no_figure(klein: Kader) -> None:
    (figuur,) = figuren(klein, (SAMEN,), {Ronde(2026): {"NB": woningen(10)}})
    zin = figuur.een("figcaption").een("span").tekst
    assert zin.startswith("Er is nog geen volledig cijfer. Het streven: 120 tot 140")
    assert regels(figuur)[1] == ["2026", *[GEEN] * 5]
