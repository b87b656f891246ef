"""A matrix is taken over in the ronde that it is of, and a made-up one in a made-up ronde alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from invullen import codes

from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.identity import MATRIX, Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Plek, Ronde
from kaderxl.matrix.belongs import (
    check_as_real,
    check_belongs,
    check_titles,
    day_on,
    is_fictional,
)
from kaderxl.reading import Document, Sheet
from kaderxl.reading.cells import Value

BESTAND, RONDE = Plek("matrix.xlsx"), Ronde(2026)
EIGEN = Kenmerk("MOL", RONDE, MATRIX, "4F2A")


def geweigerd(kijk: Callable[[], None]) -> list[str]:
    try:
        kijk()
    except NietUitgevoerd as niet:
        return codes(niet.bevindingen)
    return []


@pytest.mark.parametrize(
    ("kenmerk", "regel"),
    [
        (EIGEN, None),
        (None, None),
        (replace(EIGEN, kader="ELD"), catalogue.MATRIX_ANDER_KADER),
        (replace(EIGEN, ronde=Ronde(2027)), catalogue.MATRIX_ANDERE_RONDE),
    ],
    ids=["ours", "none", "another kader", "another ronde"],
)
def test_a_matrix_is_of_its_own_kader_and_ronde(
    klein: Kader, kenmerk: Kenmerk | None, regel: Regel | None
) -> None:
    gezegd = geweigerd(lambda: check_belongs(BESTAND, kenmerk, klein, RONDE))
    assert gezegd == ([regel.code] if regel else [])


@pytest.mark.parametrize(
    ("verzonnen", "ronde_verzonnen", "regel"),
    [
        (False, False, None),
        (True, True, None),
        (True, False, catalogue.MATRIX_VERZONNEN),
        (False, True, catalogue.MATRIX_NIET_VERZONNEN),
    ],
)
def test_what_is_made_up_and_what_is_real_do_not_mix(
    verzonnen: bool, ronde_verzonnen: bool, regel: Regel | None
) -> None:
    gezegd = geweigerd(lambda: check_as_real(BESTAND, verzonnen, ronde_verzonnen))
    assert gezegd == ([regel.code] if regel else [])


def blad(naam: str, *rijen: tuple[Value, ...], top: int = 0) -> Sheet:
    return Sheet(naam, top, 0, [list(rij) for rij in rijen])


DAG, NOEMT = ("Vastgesteld in", date(2027, 3, 1)), (l.MATRIXKENMERK, str(EIGEN))


@pytest.mark.parametrize(
    ("sheet", "gelezen"),
    [
        (blad("Samenvatting", DAG), True),
        (blad("Samenvatting (2)", DAG), True),
        (blad("Uitkomst", NOEMT, DAG), True),
        (blad("Uitkomst", DAG), False),
        (blad("Samenvatting", ("Toelichting", DAG[1])), False),
    ],
    ids=["the sheet", "a copy", "renamed", "another sheet", "no label"],
)
def test_a_day_of_the_bo_stands_on_the_sheet_that_is_the_summary(
    sheet: Sheet, gelezen: bool
) -> None:
    cel = day_on(sheet, DAG[0])
    assert (cel and cel.waarde) == (DAG[1] if gelezen else None)


@pytest.mark.parametrize(
    ("sheets", "verzonnen"),
    [
        (
            (
                blad("Samenvatting", (f"{l.FICTIEF}: Molendam", None), (2026, 1)),
                blad("Lijsten", ("Kleur",)),
            ),
            True,
        ),
        ((blad("Lijsten", (2026,)), blad("Samenvatting", (f"{l.FICTIEF}: Molendam",))), True),
        ((blad("Samenvatting", ("Molendam",)),), False),
        ((blad("Samenvatting"), blad("Lijsten", (2026,))), False),
        ((blad("Samenvatting", (f"{l.FICTIEF}: Molendam",), top=3),), False),
    ],
    ids=["says so", "on one sheet", "does not", "no title", "further down"],
)
def test_it_is_made_up_when_a_title_says_so(sheets: tuple[Sheet, ...], verzonnen: bool) -> None:
    assert is_fictional(Document("", "xlsx", sheets)) is verzonnen


@pytest.mark.parametrize(
    ("titels", "regel"),
    [
        (("Molendam, evaluatie 2026",), None),
        (("Molendam",), None),
        ((2026,), None),
        ((), None),
        (("Molendam, evaluatie 2027", "Molendam, evaluatie 2026"), None),
        (("Molendam, evaluatie 2027",), catalogue.MATRIX_ANDERE_RONDE),
        (("Molendam, tussenstand 2026", "Molendam"), catalogue.MATRIX_ANDERE_RONDE),
    ],
)
def test_without_a_kenmerk_its_titles_say_of_which_ronde_it_is(
    klein: Kader, titels: tuple[Value, ...], regel: Regel | None
) -> None:
    document = Document(
        "", "xlsx", (blad("Leeg"), *(blad("Blad", (titel, None), (None, None)) for titel in titels))
    )
    gezegd = geweigerd(lambda: check_titles(BESTAND, document, klein, RONDE))
    assert gezegd == ([regel.code] if regel else [])
