"""The tests themselves: named alike in every process, and strict about our own code."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

HIER = Path(__file__).parent


@pytest.mark.lang
def test_every_process_finds_the_same_tests() -> None:
    """In another second, and with sets in another order."""
    eerste, tweede = (_gevonden(volgorde) for volgorde in ("1", "2"))
    assert len(eerste) > 2000
    assert eerste == tweede


def _gevonden(volgorde: str) -> list[str]:
    klaar = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"],
        cwd=HIER.parent,
        env=os.environ | {"PYTHONHASHSEED": volgorde},
        capture_output=True,
        text=True,
        check=True,
    )
    return [regel for regel in klaar.stdout.splitlines() if "::" in regel]


@pytest.mark.parametrize("module", ["kaderxl", "kaderxl.reading.open", "hostile.build", "invullen"])
def test_a_warning_about_our_code_is_an_error(module: str) -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn_explicit("oud", DeprecationWarning, "x.py", 1, module)


@pytest.mark.parametrize("module", ["bagit", "xlsxwriter.worksheet", "kaderxlsx"])
def test_what_is_old_in_the_code_of_others_is_not(module: str) -> None:
    with warnings.catch_warnings(record=True) as gezien:
        warnings.warn_explicit("oud", DeprecationWarning, "x.py", 1, module)
    assert len(gezien) == 1


def test_what_a_user_would_see_is_an_error_wherever_it_comes_from() -> None:
    with pytest.raises(UserWarning, match="let op"):
        warnings.warn_explicit("let op", UserWarning, "x.py", 1, "openpyxl")
