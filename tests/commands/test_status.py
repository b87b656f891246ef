"""What `status` says of a ronde."""

from __future__ import annotations

from pathlib import Path

import pytest
from opdrachten import geef

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]


def test_a_whole_round_is_exit_0(ingenomen: Path) -> None:
    uitkomst = geef("status", "--year", "2026", "--output", ingenomen)
    assert uitkomst.exit_code == 0
    assert "6 van 6 partijen" in uitkomst.stdout
