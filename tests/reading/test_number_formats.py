"""What number formats make people see, where it is another number than the cell holds."""

from __future__ import annotations

import pytest

from kaderxl.reading.number_formats import deceives, shown_as, shows_another


@pytest.mark.parametrize(
    ("opmaak", "getal", "getoond"),
    [
        ("#,##0,", 1_234_567, "1.235"),
        ("0.0,,", 1_234_567, "1,2"),
        ("0,.0", 1_500, "1,5"),
        ('0.0,," mln"', 1_234_567, "1,2 mln"),
        (";;;", 12, ""),
        ('"ja";"nee"', 12, "ja"),
        ('0"000"', 12, "12000"),
        ("0;0", -12, "12"),
        ("0;-0;;@", 0, ""),
        ("0;[Red]0", -12, "12"),
        ("[>=1000]#,##0,;0", 5_000, "5"),
    ],
)
def test_a_format_that_shows_another_number(opmaak: str, getal: float, getoond: str) -> None:
    assert shown_as(opmaak, getal) == getoond
    assert deceives(opmaak)


@pytest.mark.parametrize(
    ("opmaak", "getal"),
    [
        ("General", 12.5),
        ("0", 12.4),  # rounded is no other number
        ("#,##0", 1_234_567),
        ("#,##0.00", 1_234.5),
        ('"€ "#,##0.00', 1_234.5),
        ('_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', -1_234.5),
        ('0" woningen"', 12),
        ('0" m2"', 12),
        ("0;-0;0", -12),
        ("0;(0)", -12),
        ("0.00E+00", 1_234),
        ("# ?/?", 0.5),
        ("d-m-yyyy", 46_000),
        ("0%", 0.5),  # told of elsewhere
        ("@", 12),
        ('"● "@', 12),
        ("[>=1000]#,##0,;0", 12),
        ("#,##0,", 0),
        ('0;-0;"-"', 0),
        ("", 12),
    ],
)
def test_a_format_that_shows_the_number_itself(opmaak: str, getal: float) -> None:
    assert shown_as(opmaak, getal) is None


def test_a_format_longer_than_excel_takes_says_nothing() -> None:
    assert shown_as("[" * 1_000_000, 12) is None


@pytest.mark.parametrize(
    ("getoond", "getal", "ander"),
    [
        ("1,235", 1_234_567.0, True),
        ("1.2", 1_234_567.0, True),
        ("", 5.0, True),
        ("1.234.567", 1_234_567.0, False),
        ("1,234,567", 1_234_567.0, False),
        ("12", 12.4, False),
        ("€ 12,40", 12.4, False),
        ("12 m2", 12.0, False),
        ("0", 0.0, False),
        ("1.23E+06", 1_234_567.0, False),
        ("1/2", 0.5, False),
        ("2-6-2026", 46_175.0, False),
        ("12:30", 0.52, False),
    ],
)
def test_a_text_that_is_another_number_than_the_cell_holds(
    getoond: str, getal: float, ander: bool
) -> None:
    assert shows_another(getoond, getal) is ander


@pytest.mark.parametrize(
    ("opmaak", "getoond"),
    [
        (";;;", ""),
        ('0;0;0;"Rood"', "Rood"),
        ('"niet "@', "niet Groen"),
        ("@@", "GroenGroen"),
        ('General;General;General;"Oran"\\j\\e', "Oranje"),
    ],
)
def test_a_format_that_shows_another_text(opmaak: str, getoond: str) -> None:
    assert shown_as(opmaak, "Groen") == getoond
    assert deceives(opmaak)


@pytest.mark.parametrize(
    "opmaak",
    ["@", "General", '"● "@', "0;0;0;@", "_-* #,##0_-;-0;0;_-@_-", "0.00", "dd-mm-yyyy", "0;0;0",
     "General;General;General;General", "#,##0,"],
)  # fmt: skip
def test_a_format_that_shows_the_text_itself(opmaak: str) -> None:
    assert shown_as(opmaak, "Groen") is None
