"""What `check` says of sheets that are due on a Saturday or a Sunday."""

from __future__ import annotations

from pathlib import Path

import pytest
from dorpen import ZEEDORP, schrijf_zeedorp

from kaderxl.commands.check import check
from kaderxl.core import catalogue


@pytest.mark.parametrize(
    ("dag", "gezegd"),
    [
        ("28 februari", ["zaterdag 28 februari 2026, zondag 28 februari 2027"]),
        ("1 maart", ["zondag 1 maart 2026"]),
        ("", []),
    ],
)
def test_a_day_in_a_weekend_is_named_with_its_cell(
    tmp_path: Path, dag: str, gezegd: list[str]
) -> None:
    blad = f"{str(ZEEDORP['Instellingen']).rstrip()}\n| inleveren evaluatie | {dag} |\n"
    van = check(schrijf_zeedorp(tmp_path / "s.xlsx", Instellingen=blad)).bevindingen
    gevonden = [b for b in van if b.code == catalogue.INLEVEREN_IN_WEEKEND.code]
    assert len(gevonden) == len(gezegd)
    for bevinding, dagen in zip(gevonden, gezegd, strict=True):
        assert dagen in bevinding.tekst
        assert bevinding.tekst.startswith("De inleverdatum van de evaluatie")
        assert (bevinding.plek.blad, bevinding.plek.cel) == ("Instellingen", "B7")
