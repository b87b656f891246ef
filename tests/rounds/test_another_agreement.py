"""A whole year of an agreement quite unlike the shipped one, through every command."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from opdrachten import geef
from oudeveen import oudeveen, schrijf_oudeveen

from kaderxl import check
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ernst
from kaderxl.core.targets import doel_in_woorden
from kaderxl.reading import Reader
from kaderxl.template.fresh.workbook import write_template
from kaderxl.template.read import HERE, read_bytes

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

JAAR = ("--year", "2025")


@pytest.fixture(scope="module")
def kader(reader: Reader) -> Kader:
    return read_bytes("oudeveen.xlsx", write_template(oudeveen()), reader).geldig()


def test_it_is_read_as_it_was_written(kader: Kader, tmp_path: Path) -> None:
    nagekeken = check(schrijf_oudeveen(tmp_path / "s.xlsx"))
    anders = [b for b in nagekeken.bevindingen if b.ernst is not Ernst.MELDING]
    # Three of its indicators have a kind, and no number of that kind: check says it of each.
    assert [(b.code, b.plek.cel) for b in anders] == [
        (catalogue.SOORT_ZONDER_GETAL.code, cel) for cel in ("F19", "F22", "F26")
    ]
    assert [str(a.nummer) for a in kader.afspraken] == (
        "1a 1b 1c 2a 2b 3a 3b 3c 4a 4b 5a 5b 6a 6b".split()
    )
    assert len(kader.indicatoren) == 25
    assert {p.groep for p in kader.partijen} == {
        "gemeente", "corporatie", "huurdersorganisatie", "zorgpartij",
    }  # fmt: skip
    zorg = next(p.code for p in kader.partijen if p.groep == "zorgpartij")
    assert len(kader.vragen_aan(zorg, 2025)) == 6


@pytest.mark.parametrize(
    ("indicator", "doel"),
    [
        ("opgeleverde sociale huurwoningen", "t/m 2028: 90 tot 110 woningen (netto)"),
        ("aandeel woningen onder de aftoppingsgrens", "elk jaar t/m 2028: minstens 75 %"),
        ("huurverhoging", "elk jaar t/m 2028: hoogstens 5 %"),
        ("besteed aan isolatie", "t/m 2027: minstens € 1.500.000"),
        ("tevredenheid van huurders", "t/m 2028: minstens 7,5 rapportcijfer"),
    ],
)
def test_a_target_has_its_unit(indicator: str, doel: str, kader: Kader) -> None:
    code = next(i.code for i in kader.indicatoren if i.tekst == indicator)
    assert doel_in_woorden(kader, code, 2025) == doel


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo did a ronde of this agreement."""
    folder = tmp_path_factory.mktemp("oudeveen")
    schrijf_oudeveen(folder / HERE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        gedaan = geef("demo")
    assert gedaan.exit_code == 0, gedaan.output
    assert gedaan.stdout.splitlines()[1] == f"Gemeente Oudeveen: {oudeveen().kader} ({HERE})"
    return folder


def test_every_command_of_a_year_does_its_work(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(map_)
    monkeypatch.setattr("kaderxl.commands.archive.in_the_future", lambda *_: ())

    def doe(*woorden: object) -> Result:
        uitkomst = geef(*woorden, "--output", "output/demo")
        assert uitkomst.exit_code in (0, 1), uitkomst.output
        eerst = uitkomst.stdout.splitlines()[:2]
        assert [r for r in eerst if r.startswith(f"Gemeente Oudeveen: {oudeveen().kader}")]
        assert "Aa en Hunze" not in uitkomst.output
        return uitkomst

    assert "6 concepten" in doe("mail", *JAAR).stdout
    doe("mail", "--receipts", *JAAR)
    doe("mail", "--remind", "--date", "20-1-2026", *JAAR)
    doe("collect", "output/demo/inzendingen", *JAAR)
    doe("status", *JAAR)
    doe("merge", *JAAR)
    doe("archive", *JAAR)
    assert (map_ / "output/demo/archief/2025-evaluatie/data/sjabloon").is_dir()
    doe("verify")
    doe("history", "--csv")
    doe("calendar")
    doe("generate", "--year", "2026", "--round", "tussenstand")
    doe("focus", "--year", "2026", "--round", "tussenstand")
    matrix = next((map_ / "output/demo").rglob("publicatie/*.html")).read_text("utf-8")
    assert "1a. 90 tot 110 sociale huurwoningen erbij" in matrix
    assert "Aa en Hunze" not in matrix
