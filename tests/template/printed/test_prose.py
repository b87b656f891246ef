"""Numbered afspraken in running text."""

from __future__ import annotations

import pytest

from kaderxl.reading.papers import Line
from kaderxl.template.printed.bullets import lees_bol
from kaderxl.template.printed.found import Blok
from kaderxl.template.printed.prose import genummerd, lees_proza


def lees(tekst: str, alineas: bool = False) -> list[tuple[str, ...]]:
    regels = [Line(r, f"regel {n}") for n, r in enumerate(tekst.split("\n"), 1)]
    return [_kort(blok) for blok in lees_proza(regels, ("De Haard",), alineas).blokken]


def _kort(blok: Blok) -> tuple[str, ...]:
    delen = (blok.indicatoren, blok.jaren, blok.houders)
    return (blok.thema.tekst, blok.afspraak.tekst, *(d[0].tekst if d else "" for d in delen))


@pytest.mark.parametrize(
    ("regel", "nummer"),
    [
        ("1a. Nieuwe woningen", "1a"),
        ("1.1 Nieuwe woningen", "1.1"),
        ("Afspraak A1: Bouwen", "A1"),
        ("12. Wijken", 12),
        ("2b. 90 tot 110 sociale huurwoningen", "2b"),
        ("3. “Schoon” en heel", 3),
        ("90 tot 110 sociale huurwoningen", None),
        ("2026. Daarna volgt een evaluatie", None),
        ("1. en dat is een zin die verder gaat", None),
        ("- 1a. punt", None),
        ("III.1 Wijkschouw", "III.1"),
        ("I.2bis Doorstroming", "I.2bis"),
        ("4ter. Doorstroming", "4ter"),
    ],
)
def test_a_line_that_begins_with_a_number_of_an_afspraak(regel: str, nummer: object) -> None:
    gevonden = genummerd(regel)
    assert (gevonden[0] if gevonden else None) == nummer


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("aantal huizen (2026-2028; De Haard)", ("aantal huizen", "2026-2028", "De Haard")),
        ("aantal huizen (netto)", ("aantal huizen (netto)", "", "")),
        ("aantal huizen – 2027 – gemeente", ("aantal huizen", "2027", "gemeente")),
        ("aantal huizen (2026 gemeente)", ("aantal huizen", "2026", "gemeente")),
        ("huizen (gemeente en De Haard, elk jaar)", ("huizen", "elk jaar", "gemeente en De Haard")),
        ("huizen [De Haard; jaarlijks]", ("huizen", "jaarlijks", "De Haard")),
        ("huizen (gemeente / 2027 t/m 2030)", ("huizen", "2027 t/m 2030", "gemeente")),
        ("huizen (De Haard) [2026-2030]", ("huizen", "2026-2030", "De Haard")),
        ("huizen (beide corporaties, 2026, 2028)", ("huizen", "2026, 2028", "beide corporaties")),
        (
            "huizen (gemeente (trekker), De Haard; 2027)",
            ("huizen", "2027", "gemeente (trekker), De Haard"),
        ),
        ("huizen (zie bijlage (blz. 3))", ("huizen (zie bijlage (blz. 3))", "", "")),
        ("plannen - hard en zacht", ("plannen - hard en zacht", "", "")),
    ],
)
def test_years_and_who_are_taken_off_a_bullet_only_when_that_is_all(
    tekst: str, delen: tuple[str, str, str]
) -> None:
    bol = lees_bol(tekst, "", ("De Haard",))
    assert bol is not None
    assert (bol.tekst.tekst, bol.jaar.tekst, bol.houder.tekst) == delen


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        ("huizen (beide corporaties, elk jaar; samen 180 in 2029)", "samen 180 in 2029"),
        ("huizen (corporaties, 2026 t/m 2029, samen 400)", "samen 400"),
        ("huizen (De Haard 200, Ander 150; 2026-2031)", "De Haard 200, Ander 150"),
        ("huizen (De Haard, zodra het kan)", "zodra het kan"),
    ],
)
def test_what_is_neither_a_year_nor_somebody_is_kept_apart(tekst: str, rest: str) -> None:
    bol = lees_bol(tekst, "", ("De Haard",))
    assert bol is not None
    assert (bol.tekst.tekst, bol.rest.tekst) == ("huizen", rest)


@pytest.mark.parametrize("tekens", ["- -", "a) b)", "1) 2)", "(a) (b)", "• •", "1. 2."])
def test_a_letter_or_a_number_does_as_a_bullet(tekens: str) -> None:
    een, twee = tekens.split(" ")
    tekst = f"A1 Bouwen\n{een} Aantal huizen (gemeente, 2026)\n{twee} Aandeel huur (De Haard, 2027)"
    assert lees(tekst) == [
        ("", "A1 Bouwen", "Aantal huizen", "2026", "gemeente"),
        ("", "A1 Bouwen", "Aandeel huur", "2027", "De Haard"),
    ]


@pytest.mark.parametrize(
    ("erna", "hoort"),
    [
        ("Over deze afspraak praten wij elk half jaar.", ""),
        ("Wij praten daarover met alle partijen die\ndat willen, in november.", ""),
        ("van het hele dorp", "van het hele dorp"),
        ("Dorpsveen", "Dorpsveen"),
    ],
)
def test_a_sentence_right_behind_the_last_bullet_is_none_of_it(erna: str, hoort: str) -> None:
    bol = "- aantal huizen (gemeente, 2026)"
    (rij,) = lees(f"A1 Bouwen\n{bol}\n{erna}\n")
    assert rij[2].endswith(hoort or "aantal huizen")
    assert ("praten" in " ".join(rij)) is False


def test_what_is_said_once_for_all_indicators_goes_for_each() -> None:
    tekst = (
        "WONEN\n\n1. Bouwen\nWij bouwen.\nIndicatoren:\n- aantal huur\n- aantal koop\n\n"
        "Actiehouders: gemeente, De Haard\nPlanning: 2026-2028\n\n2. Slopen\nIndicator: sloop klaar"
    )
    wie, wanneer = "gemeente, De Haard", "2026-2028"
    assert lees(tekst) == [
        ("WONEN", "1. Bouwen", "aantal huur", wanneer, wie),
        ("WONEN", "1. Bouwen", "aantal koop", wanneer, wie),
        ("WONEN", "2. Slopen", "sloop klaar", "", ""),
    ]


def test_bullets_that_measure_nothing_are_no_indicators() -> None:
    tekst = (
        "1a. Bouwen\n- wij praten\n- wij plannen\nIndicatoren:\n- aantal huizen (2026; gemeente)"
    )
    assert lees(tekst) == [("", "1a. Bouwen", "aantal huizen", "2026", "gemeente")]


def test_an_indicator_under_another_numbering_is_not_lost() -> None:
    tekst = (
        "1a. Bouwen\nIndicatoren:\n- huizen (2026; gemeente)\n\n1b. Slopen\nIndicatoren:\n"
        "- sloop (2026; gemeente)\n\n2. Zorg\nIndicatoren:\n- zorg (2027; De Haard)"
    )
    assert [rij[1:3] for rij in lees(tekst)] == [
        *(("1a. Bouwen", "huizen"), ("1b. Slopen", "sloop"), ("2. Zorg", "zorg"))
    ]


def test_an_indicator_under_no_afspraak_is_told() -> None:
    tekst = "Wonen\n- huizen (2026; gemeente)\n\nAfspraak 1: Zorg\nIndicator: zorg"
    regels = [Line(r, f"regel {n}") for n, r in enumerate(tekst.split("\n"), 1)]
    vondst = lees_proza(regels, ("De Haard",))
    assert [stuk.tekst for stuk in vondst.los] == ["huizen"]


def test_an_afspraak_without_an_indicator_is_there_and_open() -> None:
    tekst = "Afspraak 1: Bouwen\nWij bouwen.\n\nAfspraak 2: Zorg\nWij zorgen."
    assert lees(tekst) == [
        ("", "Afspraak 1: Bouwen", "", "", ""),
        ("", "Afspraak 2: Zorg", "", "", ""),
    ]


def test_paragraphs_of_a_word_document_are_not_joined() -> None:
    tekst = "1.1 Bouwen\nIndicatoren\naantal huizen\naantal vergunningen\nWie: gemeente"
    assert lees(tekst, alineas=True) == [
        ("", "1.1 Bouwen", "aantal huizen", "", "gemeente"),
        ("", "1.1 Bouwen", "aantal vergunningen", "", "gemeente"),
    ]
