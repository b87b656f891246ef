"""The pages in Chromium, judged by axe-core: on a desk, at 200 %, at 320 pixels, and on paper."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from publicaties import matrix, meter
from test_programs import NODE_MODULES, SCRIPTS, nodig

from kaderxl.matrix_export import matrix_als_html
from kaderxl.model import Kader, Matrix, Terugblik
from kaderxl.publication import write_publication

pytestmark = pytest.mark.extern

Gezien = tuple[dict[str, Any], Path]


def gepubliceerd(van: Matrix) -> bytes:
    return next(d for naam, d in write_publication(van).items() if naam.endswith(".html"))


def met_lange_woorden(van: Matrix) -> Matrix:
    """Words without a space, a gap in the figures, and no trend: all that strains a page."""
    lang = "Meervoudigeonderhoudsvoorzieningen" * 4
    kader = replace(
        van.kader,
        afspraken=tuple(replace(a, titel=f"{a.titel} {lang}") for a in van.kader.afspraken),
        instellingen={**van.kader.instellingen, "kader": lang},
    )
    terugblik = Terugblik(meters=(meter(van.kader, gat=2027),))
    return replace(van, kader=kader, terugblik=terugblik)


PAGINAS: Mapping[str, Callable[[Matrix], bytes]] = {
    "the publication": gepubliceerd,
    "long words": lambda van: gepubliceerd(met_lange_woorden(van)),
    "the internal page": matrix_als_html,
}


@pytest.fixture(scope="module", params=PAGINAS)
def gezien(
    request: pytest.FixtureRequest, kader: Kader, tmp_path_factory: pytest.TempPathFactory
) -> Gezien:
    """What the browser and axe say of the page, and the folder with its pdf."""
    map_ = tmp_path_factory.mktemp("pagina")
    pagina = map_ / "pagina.html"
    pagina.write_bytes(PAGINAS[request.param](matrix(kader)))
    modules = Path(os.environ.get("KADERXL_NODE_MODULES", NODE_MODULES))
    if not (modules / "playwright-core").is_dir():
        pytest.fail("playwright-core is not installed; this test needs it. See .ci/run.")
    opdracht = [nodig("node", "Node.js"), str(SCRIPTS / "browser.cjs")]
    opdracht += [nodig("chromium", "Chromium"), str(map_ / "profiel"), str(pagina)]
    opdracht += [str(map_ / "page.pdf")]
    klaar = subprocess.run(
        opdracht,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "NODE_PATH": str(modules)},
    )
    assert klaar.returncode == 0, klaar.stderr
    return json.loads(klaar.stdout), map_


@pytest.mark.parametrize("blik", ["desktop", "zoomed", "narrow"])
def test_axe_finds_no_violation_and_the_page_fits(gezien: Gezien, blik: str) -> None:
    uitkomst = gezien[0]["views"][blik]
    assert uitkomst["violations"] == []
    assert uitkomst["passes"] > 30
    assert uitkomst["fits"], "the page scrolls sideways"
    # axe leaves to a person what it cannot measure: the contrast of one symbol, or of text in a
    # chart. test_styles reckons those.
    assert {melding.partition(":")[0] for melding in uitkomst["incomplete"]} <= {"color-contrast"}


def test_it_asks_for_nothing_and_reports_nothing(gezien: Gezien) -> None:
    uitkomst, map_ = gezien
    assert uitkomst["requests"] == [(map_ / "pagina.html").as_uri()]
    assert uitkomst["errors"] == []


def test_the_keyboard_comes_everywhere_in_sight(gezien: Gezien) -> None:
    eerste, *verder = gezien[0]["stops"]
    assert eerste["what"] == "Naar de inhoud"
    for halte in (eerste, *verder):
        assert halte["outline"] == "solid"
        assert halte["inSight"]


def test_it_prints_with_its_page_numbers(gezien: Gezien) -> None:
    pdf = gezien[1] / "page.pdf"
    pdftotext = nodig("pdftotext", "poppler-utils")
    tekst = subprocess.run(
        [pdftotext, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    bladzijden = tekst.rstrip("\f").split("\f")
    assert 3 <= len(bladzijden) <= 25
    for nummer, bladzijde in enumerate(bladzijden, 1):
        assert f"Bladzijde {nummer} van {len(bladzijden)}" in bladzijde
        assert "FICTIEF VOORBEELD" in bladzijde
        assert len(bladzijde.split()) > 20, f"page {nummer} is empty"
    for woord in ("Groen", "Oranje", "Rood", "Afgerond", "Stand t/m"):
        assert woord in tekst
