"""A row of the matrix is what it says: of one that contradicts itself nothing is read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from invullen import codes, enige

from kaderxl.core import catalogue
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding
from kaderxl.matrix.decisions import Gelezen, read_decisions
from kaderxl.reading import Document, Sheet, Value

KOPPEN: list[Value] = ["Afspraak", "Indicator", "Code", "Besluit BO", "Reden besluit", "Nr"]


def lees(kader: Kader, *bladen: Sheet) -> Gelezen:
    document = Document("", "xlsx", bladen)
    gelezen = read_decisions("matrix.xlsx", document, kader, "oud.xlsx")
    assert gelezen is not None
    return gelezen


def rij(kader: Kader, code: str, kleur: Value = None, van: str = "", nr: str = "") -> list[Value]:
    """A row of the table; `van` and `nr` are the codes whose words and number stand on it."""
    indicatoren = {i.code: i for i in kader.indicatoren}
    woorden, nummer = indicatoren[van or code], indicatoren[nr or code].afspraak
    return [woorden.gedrukt[1], woorden.gedrukt[2], code, kleur, None, nummer]


def tabel(*rijen: list[Value], koppen: list[Value] = KOPPEN) -> Sheet:
    return Sheet("Monitoringstabel", 0, 0, [koppen, *rijen])


def test_a_row_with_its_own_words_is_read(kader: Kader) -> None:
    gelezen = lees(kader, tabel(rij(kader, "A03-I1", "Groen"), rij(kader, "A01-I1", "Rood")))
    assert gelezen.bevindingen == ()
    assert {n: b.kleur for n, b in gelezen.vastgelegd.besluiten.items()} == {1: "Rood", 3: "Groen"}


@pytest.mark.parametrize("wat", ["words", "number"])
def test_half_of_the_columns_sorted(kader: Kader, wat: str) -> None:
    """The besluit of afspraak 3 does not become one on afspraak 5, wherever its words stayed."""
    anders = {"van": "A03-I1"} if wat == "words" else {"nr": "A03-I1"}
    gelezen = lees(kader, tabel(rij(kader, "A05-I1", "Rood", **anders)))
    assert gelezen.vastgelegd.besluiten == {}
    assert ("besluiten", 5) in gelezen.ingevuld.betwist
    bevinding = enige(gelezen.bevindingen, catalogue.RIJ_SPREEKT_ZICH_TEGEN)
    assert "“Rood” bij A05-I1, met de woorden van A03-I1" in bevinding.tekst
    assert bevinding.plek.cel == "C2"
    assert gelezen.te_kiezen == (bevinding,), "merge must not replace this matrix"


def test_a_row_is_named_by_the_words_that_are_of_one_row_alone(kader: Kader) -> None:
    """The words of an afspraak are those of all its indicatoren."""
    gelezen = lees(kader, tabel(rij(kader, "A05-I1", "Rood", van="A02-I2")))
    bevinding = enige(gelezen.bevindingen, catalogue.RIJ_SPREEKT_ZICH_TEGEN)
    assert "“Rood” bij A05-I1, met de woorden van A02-I2" in bevinding.tekst


def test_of_many_rows_one_line_says_it(kader: Kader) -> None:
    codes_ = [i.code for i in kader.indicatoren if i.code.endswith("-I1")]
    rijen = (rij(kader, a, "Rood", van=b) for a, b in pairwise(codes_))
    bevindingen = lees(kader, tabel(*rijen)).bevindingen
    assert len(bevindingen) == len(codes_) - 1
    assert len({b.tekst for b in bevindingen}) == 1


def test_words_that_are_nobodys_say_nothing(kader: Kader) -> None:
    """The template was worded otherwise when the matrix was written."""
    anders: list[Value] = ["1. Zo heette zij toen", "eerst", "A01-I1", "Rood", None, 1]
    gelezen = lees(kader, tabel(anders))
    assert gelezen.vastgelegd.besluiten[1].kleur == "Rood"
    assert gelezen.bevindingen == ()


def test_a_row_on_which_nothing_is_filled_in_needs_no_word(kader: Kader) -> None:
    gelezen = lees(kader, tabel(rij(kader, "A05-I1", van="A03-I1")))
    assert gelezen.bevindingen == ()
    assert ("besluiten", 5) in gelezen.ingevuld.betwist, "and it was not emptied by anybody"


@pytest.mark.parametrize(
    ("blad", "kop", "vak"),
    [("Focuspunten", "Actie", "bellen"), ("Besluitvorming", "Moderator ingehuurd", "Ja"),
     ("Jaarprogramma", "Trekker", "DV")],
)  # fmt: skip
def test_so_it_is_on_the_sheets_that_go_by_number(
    kader: Kader, blad: str, kop: str, vak: str
) -> None:
    drie, vijf = (next(a for a in kader.afspraken if a.nummer == n) for n in (3, 5))
    koppen: list[Value] = ["Nr", "Afspraak", kop]
    fout: list[Value] = [vijf.nummer, drie.titel, vak]
    goed: list[Value] = [drie.nummer, drie.titel, vak]
    gelezen = lees(kader, tabel(), Sheet(blad, 0, 0, [koppen, fout]))
    enige(gelezen.bevindingen, catalogue.RIJ_SPREEKT_ZICH_TEGEN)
    assert gelezen.ingevuld.cellen == {}
    gelezen = lees(kader, tabel(), Sheet(blad, 0, 0, [koppen, goed]))
    assert len(gelezen.ingevuld.cellen) == 1


def test_a_difference_is_known_by_its_indicator(kader: Kader) -> None:
    koppen: list[Value] = ["Code", "Afspraak", "Indicator", "Besluit AO", "Toelichting AO"]
    een, ander = (next(i for i in kader.indicatoren if i.code == c) for c in ("A01-I3", "A07-I1"))
    fout: list[Value] = ["A01-I3-M1", ander.gedrukt[1], ander.tekst, 56, None]
    goed: list[Value] = ["A01-I3-M1", een.gedrukt[1], een.tekst, 56, None]
    for regel, aantal in ((fout, 1), (goed, 0)):
        gelezen = lees(kader, tabel(), Sheet("Verschillen", 0, 0, [koppen, regel]))
        assert codes(gelezen.bevindingen) == [catalogue.RIJ_SPREEKT_ZICH_TEGEN.code] * aantal
        assert len(gelezen.vastgelegd.afgesproken) == 1 - aantal


# Columns and cells


def test_two_columns_with_one_heading_that_differ_are_named_and_nothing_is_taken(
    kader: Kader,
) -> None:
    koppen: list[Value] = [*KOPPEN, "Besluit BO"]
    een, twee = rij(kader, "A01-I1", "Groen"), rij(kader, "A03-I1", "Groen")
    gelezen = lees(kader, tabel([*een, "Groen"], [*twee, "Rood"], koppen=koppen))
    bevinding = enige(gelezen.bevindingen, catalogue.KOLOM_DUBBEL_IN_MATRIX)
    assert "“Besluit BO”" in bevinding.tekst
    assert "D3 of G3" in bevinding.tekst
    assert bevinding.plek.cel == "G1"
    assert gelezen.vastgelegd.besluiten.keys() == {1}
    assert gelezen.te_kiezen == (bevinding,)


@pytest.mark.parametrize(
    ("fouten", "formules", "regel"),
    [
        ({(1, 3): "#REF!"}, {}, catalogue.FOUTWAARDE_IN_MATRIX),
        ({}, {(1, 3): False}, catalogue.FORMULE_ZONDER_UITKOMST_IN_MATRIX),
    ],
)
def test_of_a_row_with_an_error_value_or_a_formula_without_result_nothing_is_read(
    kader: Kader,
    fouten: dict[tuple[int, int], str],
    formules: dict[tuple[int, int], bool],
    regel: Regel,
) -> None:
    """A colour that cannot be read does not leave its reason behind for the next one."""
    blad = replace(tabel(rij(kader, "A01-I1")), errors=fouten, formulas=formules)
    blad.rows[1][4] = "b"
    gelezen = lees(kader, blad)
    assert enige(gelezen.bevindingen, regel).plek.cel == "D2"
    assert ("besluiten", 1) in gelezen.ingevuld.betwist
    assert gelezen.ingevuld.cellen == {}
    assert gelezen.te_kiezen, "merge must not replace this matrix"


def test_a_formula_with_a_result_is_not_read_either(kader: Kader) -> None:
    """Another program may reckon another colour than the file keeps."""
    blad = replace(tabel(rij(kader, "A01-I1", "Groen")), formulas={(1, 3): True})
    gelezen = lees(kader, blad)
    assert enige(gelezen.bevindingen, catalogue.FORMULE_IN_MATRIX).plek.cel == "D2"
    assert ("besluiten", 1) in gelezen.ingevuld.betwist
    assert gelezen.te_kiezen, "merge must not replace this matrix"


@pytest.mark.parametrize(
    ("koppen", "rijen", "regel"),
    [
        (["Nr", "Actie"], [["3", "bellen"], ["3", "schrijven"]], catalogue.RIJ_DUBBEL_IN_MATRIX),
        (["Nr", "Actie"], [["3", "bellen"], ["3", "bellen"], ["3", None]], None),
    ],
)
def test_a_second_row_must_say_the_same(
    kader: Kader, koppen: list[Value], rijen: list[list[Value]], regel: Regel | None
) -> None:
    gelezen = lees(kader, tabel(), Sheet("Focuspunten", 0, 0, [koppen, *rijen]))
    if regel is None:
        assert gelezen.bevindingen == ()
        assert gelezen.vastgelegd.focuspunten[3].actie == "bellen"
        return
    bevinding: Bevinding = enige(gelezen.bevindingen, regel)
    assert "“bellen” en “schrijven”" in bevinding.tekst
    assert gelezen.vastgelegd.focuspunten == {}
