"""Who signed, in the words and lists of a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.reading import Reader
from kaderxl.template.fresh.partijen import read_partij, read_partijen, read_years


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("De Haard:corporaties", ("De Haard", "corporaties")),
        (" De  Haard : corporaties ", ("De Haard", "corporaties")),
        ("Zorg: Thuis: zorgpartij", ("Zorg: Thuis", "zorgpartij")),
        ("De Haard", None),
        (":corporaties", None),
        ("De Haard:", None),
        ("", None),
    ],
)
def test_a_name_and_a_group(tekst: str, gelezen: tuple[str, str] | None) -> None:
    partij = read_partij(tekst)
    assert (partij and (partij.naam, partij.groep)) == gelezen


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("2025-2028", (2025, 2028)),
        ("2025 t/m 2028", (2025, 2028)),
        ("2025 tot en met 2028", (2025, 2028)),
        ("2026", (2026, 2026)),
        ("2025, 2028", None),
        ("25-28", None),
        ("later", None),
        ("", None),
    ],
)
def test_years(tekst: str, jaren: tuple[int, int] | None) -> None:
    assert read_years(tekst) == jaren


@pytest.mark.parametrize("scheiding", [";", ","])
def test_a_list_in_a_csv(scheiding: str, tmp_path: Path, reader: Reader) -> None:
    regels = ("naam;groep;e-mail", "De Haard;corporaties;wonen@haard.example", "HS;huurders;")
    bestand = tmp_path / "partijen.csv"
    bestand.write_text("\n".join(regels).replace(";", scheiding), "utf-8")
    haard, huurders = read_partijen(bestand, reader)
    assert (haard.naam, haard.groep, haard.email) == (
        "De Haard", "corporaties", "wonen@haard.example",
    )  # fmt: skip
    assert (huurders.naam, huurders.groep) == ("HS", "huurders")


def test_the_sheet_of_another_template_is_such_a_list(shipped: Path, reader: Reader) -> None:
    partijen = read_partijen(shipped, reader)
    assert [p.code for p in partijen] == ["GEM", "DV", "WB", "WZN", "DD", "AHW"]


def test_a_file_without_a_list_and_a_row_without_a_group(tmp_path: Path, reader: Reader) -> None:
    brief, half = tmp_path / "brief.txt", tmp_path / "half.csv"
    brief.write_text("Beste gemeente")
    half.write_text("naam;groep\nDe Haard;corporaties\nHS;\n")
    for bestand, regel in (
        (brief, catalogue.PARTIJENLIJST_ONLEESBAAR),
        (tmp_path / "weg.csv", catalogue.PARTIJENLIJST_ONLEESBAAR),
        (half, catalogue.PARTIJ_ZONDER_GROEP),
    ):
        with pytest.raises(NietUitgevoerd) as fout:
            read_partijen(bestand, reader)
        assert [b.code for b in fout.value.bevindingen] == [regel.code]
