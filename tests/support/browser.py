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
    return in_chromium("browser.cjs", pagina.parent / "profiel", pagina, pdf)


def in_chromium(script: str, profile: Path, *words: object, seconds: int = 180) -> dict[str, Any]:
    """What a script of ours that drives Chromium says, as JSON."""
    driven = (nodig("chromium", "Chromium"), "playwright-core")
    return _in_browser(*driven, script, profile, *words, seconds=seconds)


def in_firefox(script: str, profile: Path, *words: object, seconds: int = 180) -> dict[str, Any]:
    """The same of one that drives Firefox."""
    driven = (nodig("firefox-esr", "Firefox"), "puppeteer-core")
    return _in_browser(*driven, script, profile, *words, seconds=seconds)


def _in_browser(
    browser: str, driver: str, script: str, profile: Path, *words: object, seconds: int
) -> dict[str, Any]:
    modules = Path(os.environ.get("KADERXL_NODE_MODULES", NODE_MODULES))
    if not (modules / driver).is_dir():
        pytest.fail(f"{driver} is not installed; this test needs it. See .ci/run.")
    opdracht = [nodig("node", "Node.js"), str(SCRIPTS / script), browser]
    klaar = subprocess.run(
        [*opdracht, str(profile), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=seconds,
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


def als_pdf(pagina: Path) -> bytes:
    """A page as Chromium prints it."""
    pdf = pagina.with_suffix(".pdf")
    woorden = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    profiel = f"--user-data-dir={pagina.parent / 'profiel'}"
    opdracht = [nodig("chromium", "Chromium"), *woorden, profiel, f"--print-to-pdf={pdf}"]
    subprocess.run([*opdracht, pagina.as_uri()], capture_output=True, timeout=180, check=True)
    return pdf.read_bytes()
