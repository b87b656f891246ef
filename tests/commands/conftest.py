"""A round of the shipped template."""

from __future__ import annotations

from pathlib import Path

import pytest
from invullen import (
    PARTIJEN,
    ingevuld_blad,
)
from opdrachten import geef, vul_map

from kaderxl.core.kader import Kader


@pytest.fixture(scope="module")
def inbox(kader: Kader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six complete returns."""
    return vul_map(
        tmp_path_factory.mktemp("inbox"), **{p: ingevuld_blad(kader, p) for p in PARTIJEN}
    )


@pytest.fixture(scope="module")
def ingenomen(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder in which the six were collected and merged."""
    uitvoer = tmp_path_factory.mktemp("ingenomen") / "output"
    assert geef("collect", inbox, "--year", "2026", "--output", uitvoer).exit_code == 0
    assert geef("merge", "--year", "2026", "--output", uitvoer).exit_code == 0
    return uitvoer


@pytest.fixture(scope="module")
def invulbladen(molendam: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    uitvoer = tmp_path_factory.mktemp("invulbladen") / "output"
    opties = ("--year", "2026", "--template", molendam, "--output", uitvoer)
    assert geef("generate", *opties).exit_code == 0
    return uitvoer
