"""The scaffold of every page: text that can be read, and parts that can be found."""

from __future__ import annotations

import re

import pytest
from contrasten import contrast
from paginas import Element, lees_pagina

from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.writing.colours import FICTIEF_TEKST, FICTIEF_VULLING, palet
from kaderxl.writing.markup import Markup, element
from kaderxl.writing.page import colour_class, colour_word, css, page, section, table

PALET = palet(HOOFDSTUK_8)
CSS = css(PALET)
KLEUR = dict(re.findall(r"--([\w-]+): (#[0-9a-fA-F]{6})", CSS.partition("}")[0]))


def pagina(*inhoud: Markup, merk: str = "") -> Element:
    return lees_pagina(
        page(
            *inhoud,
            titel="<Titel>",
            bovenkop="Gemeente",
            kop="Kop",
            onderkop="Onder",
            inleiding="Inleiding",
            palet=PALET,
            voet=("Voet",),
            merk=merk,
        )
    )


@pytest.mark.parametrize(
    ("tekst", "achter", "minstens"),
    [
        (KLEUR["inkt"], KLEUR["vlak"], 7),
        (KLEUR["zacht"], KLEUR["vlak"], 4.5),
        (KLEUR["zacht"], KLEUR["wit"], 4.5),
        (KLEUR["koppeling"], KLEUR["vlak"], 4.5),
        ("#ffffff", KLEUR["diep"], 4.5),
        ("#cfe6db", KLEUR["diep"], 4.5),
        (FICTIEF_TEKST, FICTIEF_VULLING, 4.5),
        # the chart: its words, and what has to be told apart from what is behind it
        ("#0b4a35", KLEUR["streven"], 4.5),
        ("#4b5a55", KLEUR["wit"], 4.5),
        (KLEUR["diep"], KLEUR["wit"], 3),
        (KLEUR["diep"], KLEUR["streven"], 3),
        (KLEUR["streven-lijn"], KLEUR["wit"], 3),
        # the focus: one of its two rings shows on every background
        ("#1a1a1a", KLEUR["vlak"], 3),
        ("#ffd84d", KLEUR["diep"], 3),
    ],
)
def test_what_is_written_and_drawn_can_be_seen(tekst: str, achter: str, minstens: float) -> None:
    assert tekst.lower() in CSS.lower()
    assert contrast(tekst, achter) >= minstens


@pytest.mark.parametrize("woord", ["N.v.t.", "Niet ingevuld"])
def test_a_patch_that_is_nearly_white_has_an_edge(woord: str) -> None:
    (rand,) = re.findall(rf"\.{colour_class(woord, PALET)} {{.* --rand: (#\w+);", CSS)
    assert contrast(rand, KLEUR["wit"]) >= 3


def test_the_tab_has_the_title_and_the_mark_comes_first() -> None:
    heel = pagina(section("een", "Een kop", element("p", "tekst")), merk="Let op")
    assert heel.een("title").tekst == "<Titel>"
    assert heel.een("header").tekst.startswith("Let op")
    assert heel.een("section").kenmerken["aria-labelledby"] == heel.een("h2").kenmerken["id"]
    assert [deel.naam for deel in heel.een("body").kinderen if isinstance(deel, Element)] == [
        "a",
        "header",
        "main",
        "footer",
    ]


def test_a_word_has_its_symbol_and_another_word_stays_a_word() -> None:
    (woord,) = lees_pagina(colour_word("Oranje", PALET).encode()).kinderen
    assert isinstance(woord, Element)
    assert woord.tekst == "▲ Oranje"
    assert woord.een("span").kenmerken["aria-hidden"] == "true"
    assert colour_word("<Paars>", PALET) == "&lt;Paars&gt;"
    onbekend, leeg, groen = (
        colour_class(woord, PALET) for woord in ("Paars", "Niet ingevuld", "Groen")
    )
    assert onbekend == leeg != groen


def test_a_table_scrolls_by_itself_and_says_which_it_is() -> None:
    heel = pagina(
        table("t", "Bijschrift", ("A", "B"), [["een", "2"], ["twee", "a\nb"]], frozenset({1}))
    )
    vak = heel.een("div", klasse="rol")
    assert vak.kenmerken["tabindex"] == "0"
    assert vak.kenmerken["aria-labelledby"] == heel.een("caption").kenmerken["id"]
    assert [c.kenmerken["class"] for c in heel.alle("td")] == ["getal", "getal"]
    zonder = pagina(table("t", "B", ("A", "B"), [["een", "a\nb"]]))
    assert zonder.een("td").kenmerken["class"] == "regels"
