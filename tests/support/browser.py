"""A page as Chromium shows it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from programs import NODE_MODULES, SCRIPTS, nodig


def bekijk(pagina: Path, pdf: Path) -> dict[str, Any]:
    """What Chromium and axe say of a page."""
    modules = Path(os.environ.get("KADERXL_NODE_MODULES", NODE_MODULES))
    if not (modules / "playwright-core").is_dir():
        pytest.fail("playwright-core is not installed; this test needs it. See .ci/run.")
    opdracht = [nodig("node", "Node.js"), str(SCRIPTS / "browser.cjs")]
    opdracht += [nodig("chromium", "Chromium"), str(pagina.parent / "profiel")]
    klaar = subprocess.run(
        [*opdracht, str(pagina), str(pdf)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "NODE_PATH": str(modules)},
    )
    assert klaar.returncode == 0, klaar.stderr
    gezien: dict[str, Any] = json.loads(klaar.stdout)
    return gezien


def heeft_geen_gebrek(blik: dict[str, Any]) -> None:
    assert blik["violations"] == []
    assert blik["passes"] > 30
    assert blik["fits"], "the page scrolls sideways"
    # axe leaves to a person what it cannot measure: the contrast of one symbol, or of text in a
    # chart. test_html_page and test_styles reckon those.
    assert {melding.partition(":")[0] for melding in blik["incomplete"]} <= {"color-contrast"}
