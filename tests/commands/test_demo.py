"""The demo: a whole round at once that shows every case, and says everywhere it is made up."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from kleuren import WOORDEN, Beoordeling
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl import Ronde
from kaderxl.cli import main
from kaderxl.commands.demo import demo
from kaderxl.commands.merge import Merged, merge
from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ernst
from kaderxl.sheets.examples import example_answers, late_partij
from kaderxl.template.kinds import TEKST
from kaderxl.writing import choices

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]


@pytest.fixture(scope="module")
def gedraaid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a demo, and what it said."""
    uitvoer = tmp_path_factory.mktemp("demo") / "output"
    uitkomst = CliRunner().invoke(main, ["demo", "--output", str(uitvoer)], catch_exceptions=False)
    assert uitkomst.exit_code == 0
    return uitvoer / "demo", uitkomst.stdout


@pytest.fixture(scope="module")
def samengevoegd(gedraaid: tuple[Path, str]) -> Merged:
    return merge(Ronde(2026), output=gedraaid[0])


def inhoud(map_: Path) -> dict[str, str]:
    return {
        str(p.relative_to(map_)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in map_.rglob("*.xlsx")
    }


def test_demo_shows_every_colour_and_every_case(samengevoegd: Merged) -> None:
    matrix = samengevoegd.matrix
    gegeven = {v.beoordeling for r in matrix.rijen for v in r.inbreng.values() if v}
    assert gegeven >= set(WOORDEN)
    assert set(matrix.voorstellen.values()) >= set(WOORDEN) - {Beoordeling.NVT}
    assert any(v.wat == "kleur" for r in matrix.rijen for v in r.verschillen)
    assert any("deelstand" in r.stand for r in matrix.rijen)
    assert any(s.waarde is not None for r in matrix.rijen for s in r.standen)
    assert any(b.ernst is Ernst.FOUT for b in matrix.bevindingen)
    assert len(matrix.inzendingen) == 5
    assert matrix.fictief


def test_demo_ends_with_a_summary_and_paths_that_exist(gedraaid: tuple[Path, str]) -> None:
    map_, tekst = gedraaid
    assert tekst.startswith(l.FICTIEF)
    assert "AH WOON" in tekst
    assert "nog niets ontvangen" in tekst
    paden = [
        regel.split(maxsplit=0)[0] for regel in tekst.split("Open nu:")[1].splitlines() if regel
    ]
    assert len(paden) == 5
    for regel in paden:
        pad = Path(regel[regel.index(str(map_)) :])
        assert pad.exists(), regel


def test_every_sheet_of_every_workbook_says_it_is_made_up(gedraaid: tuple[Path, str]) -> None:
    bestanden = sorted(gedraaid[0].rglob("*.xlsx"))
    # One partij wrote a word for a number, two are behind on their own doel and chose Groen.
    assert len(bestanden) == 6 + 5 + 5 + 3 + 4
    for bestand in bestanden:
        for blad in load_workbook(io.BytesIO(bestand.read_bytes()), read_only=True):
            waarden = {str(w) for rij in blad.iter_rows(values_only=True) for w in rij if w}
            gemerkt = any(l.FICTIEF in w for w in waarden)
            if blad.title == l.META:
                gemerkt = gemerkt or {"fictief", "ja"} <= waarden
            # A hidden list has only the words that one chooses from, and nobody's answer.
            gemerkt = gemerkt or blad.title == choices.SHEET
            assert gemerkt, f"{bestand.name}: {blad.title}"


def test_demo_twice_gives_the_same(gedraaid: tuple[Path, str], samengevoegd: Merged) -> None:
    assert samengevoegd.bewaard is None, "the fixture found nothing to change"
    map_ = gedraaid[0]
    voor = inhoud(map_)
    uitkomst = CliRunner().invoke(main, ["demo", "--output", str(map_.parent), "--quiet"])
    assert (uitkomst.exit_code, uitkomst.output) == (0, "")
    assert inhoud(map_) == voor


def test_demo_stays_in_its_own_folder(gedraaid: tuple[Path, str]) -> None:
    assert [p.name for p in gedraaid[0].parent.iterdir()] == ["demo"]
    assert {p.name for p in gedraaid[0].iterdir()} == {
        ".kaderxl",
        "2026-evaluatie",
        "inzendingen",
        "overleg",
    }


def test_demo_on_another_template(tmp_path: Path) -> None:
    sjabloon = schrijf_sjabloon(tmp_path / "molendam.xlsx")
    uitkomst = demo(output=tmp_path / "output", template=sjabloon)
    assert uitkomst.merged.matrix.fictief
    assert len(uitkomst.collected.inzendingen) == 3
    assert {i.status for i in uitkomst.collected.inzendingen} == {"aangenomen"}


@pytest.mark.parametrize("jaar", range(2026, 2032))
def test_made_up_words_of_real_organisations_say_so(kader: Kader, jaar: int) -> None:
    ronde = Ronde(jaar)
    assert late_partij(kader, ronde) in {p.code for p in kader.partijen}
    teksten: set[Any] = set()
    for partij in kader.partijen:
        gegeven = example_answers(kader, ronde, partij.code)
        assert gegeven == example_answers(kader, ronde, partij.code)
        teksten |= {rij.get("Toelichting") for rij in gegeven.values()}
        soorten = {m.code: m.soort for m in kader.meetwaarden}
        teksten |= {
            rij.get("Waarde") for code, rij in gegeven.items() if soorten.get(code) is TEKST
        }
    assert all("Fictief" in str(tekst) for tekst in teksten - {None})
