"""The pages in Chromium, judged by axe-core: on a desk, at 200 %, at 320 pixels, and on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from adressen import met_adressen
from browser import bekijk, heeft_geen_gebrek
from invullen import RONDE
from programs import nodig
from publicaties import matrix, meter

from kaderxl import check, generate, mail
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix, Terugblik
from kaderxl.matrix.files.page import matrix_page
from kaderxl.matrix.files.publication import write_publication

pytestmark = pytest.mark.extern


def gepubliceerd(van: Matrix) -> bytes:
    return next(d for naam, d in write_publication(van).items() if naam.endswith(".html"))


def met_lange_woorden(van: Matrix) -> Matrix:
    """Words without a space, a gap in the figures, and no trend: all that strains a page."""
    lang = "Meervoudigeonderhoudsvoorzieningen" * 4
    kader = replace(
        van.kader,
        afspraken=tuple(replace(a, titel=f"{a.titel} {lang}") for a in van.kader.afspraken),
        instellingen=replace(van.kader.instellingen, kader=lang),
    )
    terugblik = Terugblik(meters=(meter(van.kader, gat=2027),))
    return replace(van, kader=kader, terugblik=terugblik)


PAGINAS: Mapping[str, Callable[[Matrix], bytes]] = {
    "the publication": gepubliceerd,
    "long words": lambda van: gepubliceerd(met_lange_woorden(van)),
    "the internal page": matrix_page,
}


def test_the_drafts_are_for_everybody_and_can_be_copied(shipped: Path, tmp_path: Path) -> None:
    sjabloon = met_adressen(shipped, tmp_path / "s.xlsx", cc="beleid@gemeente.example")
    generate(RONDE, template=sjabloon, output=tmp_path / "output")
    mail(RONDE, template=sjabloon, output=tmp_path / "output")
    pagina = tmp_path / "output" / str(RONDE) / "mail" / "concepten.html"
    gezien = bekijk(pagina, tmp_path / "pagina.pdf")
    for blik in ("desktop", "zoomed", "narrow"):
        assert gezien["views"][blik]["violations"] == []
        assert gezien["views"][blik]["fits"], "the page scrolls sideways"
    assert gezien["requests"] == [pagina.as_uri()], "it asks for nothing else"
    assert gezien["errors"] == [], "its script is the one its policy names"


@pytest.mark.parametrize("naam", PAGINAS)
def test_a_page_is_for_everybody(naam: str, kader: Kader, tmp_path: Path) -> None:
    """One visit to each page, since a browser takes its time."""
    pagina, pdf = tmp_path / "pagina.html", tmp_path / "pagina.pdf"
    pagina.write_bytes(PAGINAS[naam](matrix(kader)))
    gezien = bekijk(pagina, pdf)
    for blik in ("desktop", "zoomed", "narrow"):
        heeft_geen_gebrek(gezien["views"][blik])
    assert gezien["requests"] == [pagina.as_uri()], "it asks for nothing else"
    assert gezien["errors"] == []
    is_met_het_toetsenbord_te_lezen(gezien["stops"])
    is_gedrukt_met_bladzijden(pdf)


def test_what_check_says_is_for_everybody(shipped: Path, tmp_path: Path) -> None:
    pagina, pdf = tmp_path / "nagekeken.html", tmp_path / "nagekeken.pdf"
    check(shipped, html=pagina)
    gezien = bekijk(pagina, pdf)
    for blik in ("desktop", "zoomed", "narrow"):
        heeft_geen_gebrek(gezien["views"][blik])
    assert gezien["requests"] == [pagina.as_uri()], "it asks for nothing else"
    is_met_het_toetsenbord_te_lezen(gezien["stops"])


def is_met_het_toetsenbord_te_lezen(haltes: list[dict[str, Any]]) -> None:
    assert haltes[0]["what"] == "Naar de inhoud"
    for halte in haltes:
        assert halte["outline"] == "solid"
        assert halte["inSight"]


def is_gedrukt_met_bladzijden(pdf: Path) -> None:
    """A number on every page, what is made up marked on every page, and no page empty."""
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
