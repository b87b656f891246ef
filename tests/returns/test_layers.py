"""Returns as layers: what counts as the same in a cell, and what is said of the files together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invullen import Antwoorden, codes, maak_return

from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Return, Uitgangspunt, Waarde
from kaderxl.core.kader import Kader
from kaderxl.returns.layers import as_layer, cells_of, compose, renamed
from kaderxl.returns.merging import lay

M1 = ("A01-I1-M1", l.WAARDE)


@pytest.mark.parametrize(
    ("cel", "toen", "nu", "veranderd"),
    [
        (M1, 12, 12.0, False),
        (M1, "12", 12, False),
        (M1, 435, 434.99999999999994, False),
        (M1, date(2026, 3, 12), 46093, False),
        (M1, 12, 13, True),
        (M1, True, 1, True),
        (M1, 12, None, True),
        (("A01-I1", l.TOELICHTING), "Een  regel\r\nen nog een ", "Een regel\nen nog een", False),
        (("A01-I1", l.TOELICHTING), "Een regel", "Eén regel", True),
        (("A01-I1", l.BEOORDELING), "Groen", " groen ", False),
        (("A01-I1", l.BEOORDELING), "Groen", "Rood", True),
        (("A01-I1", l.BEOORDELING), "Paars", "Paars ", False),
        (("A01-I1", l.BEOORDELING), "Paars", "Blauw", True),
        (("A01-I1", l.REDEN), "druk", "heel druk", True),
        (("A01-I1", l.REDEN), "c", "c – vervalt", False),
        (("A01-I1", l.REDEN), "a", "b", True),
    ],
)
def test_what_another_program_writes_otherwise_is_no_change(
    klein: Kader, cel: tuple[str, str], toen: Waarde, nu: Waarde, veranderd: bool
) -> None:
    code, kolom = cel
    terug = replace(
        maak_return(klein, "NB", {code: {kolom: nu}}), uitgangspunt=Uitgangspunt({cel: toen})
    )
    assert as_layer(terug, klein.stoplicht).changes(cel) is veranderd


def test_a_cell_that_cannot_be_read_is_no_cell(klein: Kader) -> None:
    leeg = maak_return(klein, "NB", {})
    plek = cells_of(leeg)[M1].plek
    stuk = replace(leeg, onleesbaar=frozenset({(plek.blad, plek.cel)}))
    assert M1 in as_layer(leeg, klein.stoplicht).shows
    assert M1 not in as_layer(stuk, klein.stoplicht).shows


def samen(kader: Kader, *returns: Return) -> Return:
    layers = [as_layer(r, kader.stoplicht) for r in returns]
    return compose(returns, lay(layers, [[n] for n in range(len(returns))]))


def blad(kader: Kader, naam: str, gegeven: Antwoorden) -> Return:
    return renamed(maak_return(kader, "NB", gegeven), naam)


def test_every_cell_keeps_the_place_that_it_has_in_its_own_file(klein: Kader) -> None:
    een = blad(klein, "een.xlsx", {"A01-I1-M1": {"Waarde": 1}})
    ander = blad(klein, "ander.xlsx", {"A01-I1-M2": {"Waarde": 2}})
    heel = samen(klein, een, ander)
    plekken = {c: v.plek.bestand for c, v in cells_of(heel).items() if v}
    assert plekken == {M1: "een.xlsx", ("A01-I1-M2", l.WAARDE): "ander.xlsx"}
    assert (heel.bestand, heel.sha256) == ("ander.xlsx", ander.sha256)
    leeg = {v.plek.bestand for v in cells_of(heel).values() if not v}
    assert leeg == {"ander.xlsx"}, "what is missing is asked in the newest"


def test_of_an_answer_that_gave_way_nothing_is_said(klein: Kader) -> None:
    een = blad(klein, "een.xlsx", {"A01-I1-M1": {"Waarde": "12 w"}, "A01-I1-M2": {"Waarde": 2}})
    ander = blad(klein, "ander.xlsx", {"A01-I1-M1": {"Waarde": 12}})
    weg = catalogue.FORMULE_GELEZEN.bij(cells_of(een)[M1].plek)
    ernaast = catalogue.LOSSE_TEKST.bij(een.tabel, tekst="Fictief")
    heel = samen(klein, replace(een, bevindingen=(weg, ernaast)), ander)
    assert codes(heel.bevindingen) == [catalogue.LOSSE_TEKST.code]


@pytest.mark.parametrize("bevestigt", [0, 1])
def test_a_colour_is_a_confirmation_when_its_own_sheet_asked_one(
    klein: Kader, bevestigt: int
) -> None:
    """The colour is in the first file, a number of another question in the second."""
    twee = [
        blad(klein, "een.xlsx", {"A01-I1": {"Beoordeling": "Afgerond"}}),
        blad(klein, "ander.xlsx", {"A02-I1-M1": {"Waarde": 2}}),
    ]
    twee[bevestigt] = replace(twee[bevestigt], bevestigingen=frozenset({"A01-I1"}))
    assert bool(samen(klein, *twee).bevestigingen) is (bevestigt == 0)


def test_a_row_is_missing_when_no_file_has_it(klein: Kader) -> None:
    def zonder(inzending: Return, *rijen: str) -> Return:
        regels = {c: r for c, r in inzending.regels.items() if c not in rijen}
        weg = tuple(catalogue.CODE_WEG.bij(inzending.tabel, code=c, vraag="?") for c in rijen)
        return replace(inzending, regels=regels, bevindingen=weg)

    een = zonder(blad(klein, "een.xlsx", {"A01-I1-M1": {"Waarde": 1}}), "A01-I1-M2", "A03-I1")
    ander = zonder(blad(klein, "ander.xlsx", {"A01-I1-M2": {"Waarde": 2}}), "A01-I1-M1", "A03-I1")
    heel = samen(klein, een, ander)
    assert [b.tekst for b in heel.bevindingen] == ["De regel A03-I1 ontbreekt."]
    assert {"A01-I1-M1", "A01-I1-M2"} <= heel.regels.keys()


@pytest.mark.parametrize(
    ("antwoorden", "zag"),
    [
        (("Akkoord", None), "Groen"),
        ((None, "Akkoord"), "Rood"),
        (("Akkoord", "Niet akkoord"), "Rood"),
        ((None, None), "Rood"),
    ],
    ids=["the first answers", "the last answers", "both answer", "neither answers"],
)
def test_a_voorzet_was_seen_as_it_stood_on_the_sheet_that_answers_it(
    klein: Kader, antwoorden: tuple[str | None, str | None], zag: str
) -> None:
    een, ander = (
        replace(
            blad(klein, f"{kleur}.xlsx", {"A01-I2": {"Waarde": antwoord}, ook: {"Waarde": 1}}),
            getoond={"A01-I2": {"A01-I2": kleur}},
        )
        for kleur, antwoord, ook in zip(
            ("Groen", "Rood"), antwoorden, ("A01-I1-M1", "A01-I1-M2"), strict=True
        )
    )
    assert samen(klein, een, ander).getoond == {"A01-I2": {"A01-I2": zag}}
