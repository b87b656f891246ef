"""Every command says of whom the agreement is, and takes no other for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from archieven import instellingen
from opdrachten import geef, met_sjabloon
from sjablonen import schrijf_sjabloon

from kaderxl import NietUitgevoerd, Ronde, generate
from kaderxl.core import catalogue, labels as l

pytestmark = pytest.mark.usefixtures("een_lezer")

JAAR = ("--year", "2026")
OPDRACHTEN = [
    ("check",),
    ("generate", *JAAR),
    ("generate", "--agree", *JAAR),
    ("mail", *JAAR),
    ("mail", "--remind", *JAAR),
    ("mail", "--receipts", *JAAR),
    ("collect", __file__, *JAAR),
    ("status", *JAAR),
    ("merge", *JAAR),
    ("adopt", "x.xlsx", *JAAR),
    ("archive", *JAAR),
    ("focus", *JAAR),
    ("history",),
    ("calendar",),
]


@pytest.fixture
def leeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which there is no template."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("opdracht", OPDRACHTEN, ids=lambda o: o[0])
def test_outside_a_folder_with_a_template_each_asks_for_one(
    opdracht: tuple[str, ...], leeg: Path
) -> None:
    uitkomst = geef(*opdracht)
    assert uitkomst.exit_code == 2
    assert uitkomst.stdout == ""
    assert catalogue.GEEN_SJABLOON_HIER.code in uitkomst.stderr
    assert "--template" in uitkomst.stderr
    assert "kaderxl new" in uitkomst.stderr
    assert list(leeg.iterdir()) == []
    with_json = geef(*opdracht, "--json")
    (bevinding,) = json.loads(with_json.stdout)["bevindingen"]
    assert bevinding["code"] == catalogue.GEEN_SJABLOON_HIER.code


def test_a_program_is_asked_the_same(leeg: Path) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        generate(Ronde(2026), output=leeg / "output")
    assert [b.code for b in fout.value.bevindingen] == [catalogue.GEEN_SJABLOON_HIER.code]
    met_sjabloon(leeg)
    assert len(generate(Ronde(2026), output=leeg / "output").invulbladen) == 6


def test_the_first_line_says_of_whom_it_is(leeg: Path) -> None:
    schrijf_sjabloon(leeg / "s.xlsx", Instellingen=instellingen())
    (leeg / "templates").mkdir()
    shutil.copy(leeg / "s.xlsx", leeg / "templates" / "monitoringstabel.xlsx")
    hier = "Gemeente Molendam: Woonafspraken Molendam (templates/monitoringstabel.xlsx)"
    for opdracht in (("generate", *JAAR), ("status", *JAAR), ("merge", *JAAR), ("calendar",)):
        regels = geef(*opdracht).stdout.splitlines()
        assert regels[0] == hier
        assert regels.count(hier) == 1
    genoemd = geef("generate", *JAAR, "--template", "s.xlsx", "--output", "ander").stdout
    assert genoemd.splitlines()[0] == "Gemeente Molendam: Woonafspraken Molendam (s.xlsx)"
    nagekeken = geef("check").stdout.splitlines()
    assert nagekeken[0] == "Sjabloon monitoringstabel.xlsx"
    assert "Woonafspraken Molendam" in nagekeken[1]
    assert geef("archive", *JAAR, "--concept").stdout.splitlines()[0] == hier
    assert geef("verify").stdout.splitlines()[0] == (
        "Gemeente Molendam: Woonafspraken Molendam (uit het archief)"
    )


def test_neither_json_nor_quiet_has_a_line_before_it(leeg: Path) -> None:
    met_sjabloon(leeg)
    assert json.loads(geef("generate", *JAAR, "--json").stdout)["ronde"] == "2026-evaluatie"
    assert geef("generate", *JAAR, "--quiet").output == ""


@pytest.mark.lang
def test_the_demo_works_anywhere_and_says_whose_example_it_is(leeg: Path) -> None:
    fictief, *regels = geef("demo").stdout.splitlines()
    assert fictief == l.FICTIEF
    assert regels[0].startswith("Gemeente Aa en Hunze: Kaderafspraken Aa en Hunze 2026-2031")
    assert regels[0].endswith("(het voorbeeld bij kaderxl)")
    assert (leeg / "output" / "demo").is_dir()


def test_template_in_templates_here_is_used(leeg: Path) -> None:
    (leeg / "templates").mkdir()
    schrijf_sjabloon(leeg / "templates" / "monitoringstabel.xlsx")
    assert "Woonafspraken Molendam" in geef("check").stdout
    assert geef("generate", "--year", "2026").exit_code == 0
    assert len(list(Path("output/2026-evaluatie/invulbladen").iterdir())) == 4
