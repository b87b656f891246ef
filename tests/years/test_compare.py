"""Municipalities side by side, as figures alone: what is added up, and what never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kaderxl.core import catalogue
from kaderxl.years.compare import Bron, Samen, Vergelijking, compare, in_woorden
from kaderxl.years.shared import Gedeeld, read_shared, shared_table

DAG = date(2027, 3, 25)
SLOOP = Gedeeld(
    "Aadorp",
    "Afspraken",
    "SLOOP",
    "Gesloopt",
    "woningen",
    True,
    2026,
    "2026-evaluatie",
    True,
    DAG,
    3,
)


def van(gemeente: str, **anders: object) -> Bron:
    """A dossier with this one figure."""
    cijfer = replace(SLOOP, gemeente=gemeente, **anders)  # type: ignore[arg-type]
    return Bron(gemeente.lower(), (cijfer,))


def enige(vergelijking: Vergelijking) -> Samen:
    (samen,) = vergelijking.samen
    return samen


def test_all_of_a_whole_year_come_to_a_total() -> None:
    samen = enige(compare([van("Aadorp"), van("Beedorp", waarde=0.5)]))
    assert (samen.hoeveel, samen.totaal, samen.voorlopig) == ("2 van 2", 3.5, 0)


@pytest.mark.parametrize(
    ("anders", "waarom"),
    [
        ({"waarde": None, "waarom": "nog geen cijfer van allen samen"}, "nog niet compleet"),
        ({"heel": False}, "nog niet compleet"),
        ({"telt_op": False}, "hiervan bestaat geen totaal"),
        ({"fictief": True}, "verzonnen en echte cijfers"),
    ],
)
def test_one_that_cannot_be_added_leaves_no_total(anders: dict[str, object], waarom: str) -> None:
    samen = enige(compare([van("Aadorp"), van("Beedorp", **anders)]))
    assert (samen.totaal, samen.waarom) == (None, waarom)


def test_another_unit_is_another_figure_and_another_way_of_writing_it_is_not() -> None:
    bronnen = [van("Aadorp"), van("Beedorp", eenheid="Woningen"), van("Ceedorp", eenheid="m²")]
    assert [(s.eenheid, s.totaal) for s in compare(bronnen).samen] == [("m²", 3), ("woningen", 6)]


def test_what_the_bo_has_yet_to_set_counts_and_is_named() -> None:
    vergelijking = compare([van("Aadorp"), van("Beedorp", vastgesteld=None)])
    assert (enige(vergelijking).totaal, enige(vergelijking).voorlopig) == (6, 1)
    (cijfer,) = vergelijking.gemeenten[1].cijfers.values()
    assert in_woorden(cijfer) == "3 (voorlopig)"


def test_a_part_of_a_year_says_so() -> None:
    assert in_woorden(replace(SLOOP, heel=False, ronde="2026-tussenstand")) == "3 (tussenstand)"


def test_a_dossier_goes_before_a_publication_and_a_whole_year_before_a_part() -> None:
    oud = replace(SLOOP, waarde=9, vastgesteld=date(2027, 1, 1), heel=False)
    bronnen = [
        Bron("p1", (replace(SLOOP, waarde=7),), is_publicatie=True),
        Bron("p2", (oud,), is_publicatie=True),
    ]
    assert enige(compare(bronnen)).totaal == 7
    vergelijking = compare([*bronnen, van("Aadorp")])
    assert (enige(vergelijking).totaal, vergelijking.bevindingen) == (3, ())


def test_two_dossiers_of_one_municipality_that_differ_count_for_nothing() -> None:
    vergelijking = compare([van("Aadorp"), van("AADORP", waarde=4), van("Beedorp")])
    assert (enige(vergelijking).hoeveel, enige(vergelijking).totaal) == ("1 van 2", None)
    (verschil,) = vergelijking.bevindingen
    assert verschil.code == catalogue.GEMEENTE_TWEE_BRONNEN.code


def test_a_year_of_which_a_municipality_published_nothing_is_not_complete() -> None:
    later = replace(SLOOP, jaar=2027, ronde="2027-evaluatie")
    bron = Bron("b", (replace(SLOOP, gemeente="Beedorp"),), is_publicatie=True)
    vergelijking = compare([Bron("a", (SLOOP, later)), bron])
    assert [(s.jaar, s.hoeveel) for s in vergelijking.samen] == [
        (2026, "2 van 2"),
        (2027, "1 van 2"),
    ]
    # Who has a dossier knows whether it was asked
    vergelijking = compare([Bron("a", (SLOOP, later)), replace(bron, is_publicatie=False)])
    assert [s.hoeveel for s in vergelijking.samen] == ["2 van 2", "1 van 1"]


def test_a_year_in_which_nobody_had_a_ronde_is_no_year() -> None:
    gat = replace(SLOOP, jaar=2025, ronde="", heel=False, waarde=None, vastgesteld=None)
    assert compare([Bron("a", (gat, SLOOP))]).jaren == (2026,)


def test_codes_come_in_the_order_of_the_list_and_own_ones_behind_them() -> None:
    bron = Bron("a", tuple(replace(SLOOP, landelijk=c) for c in ("ADRES", "EFG", "SLOOP")))
    assert [s.landelijk for s in compare([bron]).samen] == ["SLOOP", "EFG", "ADRES"]


def als_csv(waarde: object) -> str:
    """A value as a csv has it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "" if waarde is None else str(waarde)


def test_a_row_is_read_back_as_it_was_also_from_text() -> None:
    gat = replace(SLOOP, ronde="", heel=False, waarde=None, vastgesteld=None, waarom="geen ronde")
    tabel = shared_table([SLOOP, gat, replace(SLOOP, waarde=2.5, fictief=True)])
    for rij, cijfer in zip(tabel.rijen, (SLOOP, gat), strict=False):
        cellen = dict(zip([k.titel for k in tabel.kolommen], rij, strict=True))
        assert read_shared(cellen) == cijfer
        tekst = {kop: als_csv(waarde) for kop, waarde in cellen.items()}
        assert read_shared(tekst) == cijfer


@pytest.mark.parametrize(
    "fout", [{"waarde": "1.234,5"}, {"waarde": "nan"}, {"jaar": "x"}, {"jaar": ""},
             {"gemeente": ""}, {"vastgesteld": "gisteren"}],
)  # fmt: skip
def test_what_cannot_be_a_row_is_none(fout: dict[str, str]) -> None:
    tabel = shared_table([SLOOP])
    cellen = {k.titel: str(w) for k, w in zip(tabel.kolommen, tabel.rijen[0], strict=True)}
    assert read_shared(cellen) is not None
    assert read_shared({**cellen, **fout}) is None
