"""What the five changes that people ask for touch: each is made in a copy of kaderxl, and works.

CONTRIBUTING says how many files each touches; these are the files, and no other.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon, vervang
from stoplichten import DRIE

import kaderxl

PAKKET = Path(kaderxl.__file__).parent
HIER = Path(__file__).parents[1]
CONTRIBUTING = HIER / "CONTRIBUTING.md"
SJABLOON = HIER / "templates" / "monitoringstabel.xlsx"

SCHAAL = """
from ...core import catalogue
from ...core.meetwaarde import Gelezen, Soort

TREDEN = ("laag", "midden", "hoog")


class Schaal(Soort):
    naam = eenheid = "schaal"
    raad = "Kies laag, midden of hoog"
    keuzes = TREDEN

    def lees(self, veld, grenzen):
        if veld.tekst in TREDEN:
            return Gelezen(veld.tekst)
        return Gelezen(None, (catalogue.GETAL_VERWACHT.bij(veld.plek, waarde=veld.tekst),))

    def zeg(self, waarde, eenheid):
        return f"trede {waarde}"

    def vorm(self, cel, grenzen):
        return f'OR({cel}="laag",{cel}="midden",{cel}="hoog")'

    def past(self, inhoud, grenzen):
        return inhoud in TREDEN

    def voorbeeld(self, vraag, geval):
        return TREDEN[geval.rang % 3]


SCHAAL = Schaal()
"""
MARKDOWN = """
def files(uitgave):
    regels = []
    for tabel in uitgave.tabellen:
        regels.append("| " + " | ".join(kolom.titel for kolom in tabel.kolommen) + " |")
        regels += ["| " + " | ".join(map(str, rij)) + " |" for rij in tabel.rijen]
    return {f"{uitgave.naam}.md": "\\n".join(regels).encode()}
"""
TEL = """
from dataclasses import dataclass

from ..core.rounds import OUTPUT
from .result import Result


@dataclass(frozen=True)
class Geteld(Result):
    mappen: int

    def lines(self):
        yield f"Er zijn {self.mappen} mappen."

    def as_json(self):
        return {"mappen": self.mappen}


def tel(*, output=OUTPUT):
    return Geteld(sum(pad.is_dir() for pad in output.iterdir()))
"""
OPDRACHT = 'opdracht("tel", "De mappen tellen.", OUTPUT, *UITVOER)\n'


@dataclass(frozen=True)
class Wijziging:
    """New modules, and in modules that are there what comes before a piece of their text."""

    nieuw: Mapping[str, str]
    erin: Mapping[str, Mapping[str, str]]

    @property
    def bestanden(self) -> set[str]:
        return {*self.nieuw, *self.erin}

    def maak_in(self, pakket: Path) -> None:
        for naam, tekst in self.nieuw.items():
            (pakket / naam).write_text(tekst, encoding="utf-8")
        for naam, stukken in self.erin.items():
            tekst = (pakket / naam).read_text(encoding="utf-8")
            for plaats, stuk in stukken.items():
                assert tekst.count(plaats) == 1, f"{naam}: {plaats}"
                tekst = tekst.replace(plaats, stuk + plaats)
            (pakket / naam).write_text(tekst, encoding="utf-8")


WIJZIGINGEN = {
    "a kind of answer": Wijziging(
        {"template/kinds/schaal.py": SCHAAL},
        {
            "template/kinds/__init__.py": {
                "from .tekst import": "from .schaal import SCHAAL\n",
                "AANTAL, PERCENTAGE,": "SCHAAL, ",
            }
        },
    ),
    "a format to write": Wijziging(
        {"writing/markdown.py": MARKDOWN},
        {
            "writing/forms.py": {
                "from .table import": "from . import markdown\n",
                '"csv": csv.files}': '"markdown": markdown.files, ',
            }
        },
    ),
    "a command": Wijziging(
        {"commands/tel.py": TEL},
        {
            "__init__.py": {'    "commands.verify"': '    "commands.tel": "Geteld tel",\n'},
            "cli/program.py": {'opdracht("demo"': OPDRACHT},
        },
    ),
    "another traffic light": Wijziging({}, {}),
    "a setting": Wijziging(
        {},
        {
            "core/settings.py": {
                "    sjabloonformaat: int": '    spreekuur: str = instelling("wanneer men belt")\n'
            }
        },
    ),
}


@dataclass(frozen=True)
class Kopie:
    """kaderxl with one change, in a process of its own."""

    map: Path

    def draai(self, *argumenten: str | Path) -> str:
        klaar = subprocess.run(
            [sys.executable, *map(str, argumenten)],
            cwd=self.map,
            env=_niet_gemeten() | {"PYTHONPATH": str(self.map), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        return klaar.stdout

    def kaderxl(self, *argumenten: str | Path) -> str:
        return self.draai("-m", "kaderxl", *argumenten)


def _niet_gemeten() -> dict[str, str]:
    """The lines of a copy are not ours to count."""
    return {k: w for k, w in os.environ.items() if not k.startswith("COVERAGE_")}


@pytest.fixture
def kopie(tmp_path: Path, request: pytest.FixtureRequest) -> Kopie:
    """A copy with the change that the test names; nothing else in it differs from what we have."""
    wijziging = WIJZIGINGEN[request.param]
    shutil.copytree(PAKKET, tmp_path / "kaderxl", ignore=shutil.ignore_patterns("__pycache__"))
    wijziging.maak_in(tmp_path / "kaderxl")
    return Kopie(tmp_path)


def met(soort: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("kopie", [soort], indirect=True)


@met("a kind of answer")
def test_a_kind_of_answer(kopie: Kopie) -> None:
    sjabloon = kopie.map / "sjabloon.xlsx"
    schrijf_sjabloon(
        sjabloon,
        **vervang("Meetwaarden", "| Projecten | aantal | projecten |", "| Sfeer | schaal | |"),
    )
    assert json.loads(kopie.kaderxl("check", sjabloon, "--json"))["bevindingen"] == []
    kopie.kaderxl(
        "generate", "--year", "2026", "--template", sjabloon, "--output", kopie.map / "uit"
    )
    (blad,) = kopie.map.glob("uit/*/invulbladen/*Noordbouw*.xlsx")
    (rij,) = [r for r in load_workbook(blad)["Invulblad"].values if r[0] == "A03-I1-M1"]
    assert "Sfeer" in rij
    assert "schaal" in rij


@met("a format to write")
def test_a_format_to_write(kopie: Kopie) -> None:
    kopie.kaderxl("demo", "--template", SJABLOON, "--output", kopie.map / "uit")
    (publicatie,) = kopie.map.glob("uit/**/publicatie/*.md")
    tekst = publicatie.read_text(encoding="utf-8")
    assert "| Thema | " in tekst
    assert "Groen" in tekst


@met("a command")
def test_a_command(kopie: Kopie) -> None:
    (kopie.map / "uit" / "2026-evaluatie").mkdir(parents=True)
    uitvoer = kopie.map / "uit"
    assert kopie.kaderxl("tel", "--output", uitvoer) == "Er zijn 1 mappen.\n"
    assert json.loads(kopie.kaderxl("tel", "--output", uitvoer, "--json"))["mappen"] == 1
    assert "De mappen tellen." in kopie.kaderxl("--help")
    programma = (
        "from pathlib import Path\nfrom kaderxl import tel\nprint(tel(output=Path('uit')).mappen)"
    )
    assert kopie.draai("-c", programma) == "1\n"


@met("another traffic light")
def test_another_traffic_light(kopie: Kopie) -> None:
    sjabloon = kopie.map / "sjabloon.xlsx"
    schrijf_sjabloon(sjabloon, Lijsten=DRIE)
    assert json.loads(kopie.kaderxl("check", sjabloon, "--json"))["bevindingen"] == []
    kopie.kaderxl(
        "generate", "--year", "2026", "--template", sjabloon, "--output", kopie.map / "uit"
    )
    (blad,) = kopie.map.glob("uit/*/invulbladen/*Noordbouw*.xlsx")
    woorden = {str(w) for ws in load_workbook(blad) for rij in ws.values for w in rij if w}
    assert not woorden & {"Groen", "Oranje", "Rood", "Afgerond"}


@met("a setting")
def test_a_setting(kopie: Kopie) -> None:
    sjabloon = kopie.map / "sjabloon.xlsx"
    rij = "| contact               | wonen@molendam.example       |             |"
    schrijf_sjabloon(sjabloon, **vervang("Instellingen", rij, f"{rij}\n| spreekuur | dinsdag | |"))
    assert json.loads(kopie.kaderxl("check", sjabloon, "--json"))["bevindingen"] == []
    programma = (
        "from pathlib import Path\nfrom kaderxl.reading import Reader\n"
        "from kaderxl.template.read import read_template\n"
        "with Reader() as lezer:\n"
        f"    print(read_template(Path({str(sjabloon)!r}), lezer).geldig().instellingen.spreekuur)"
    )
    assert kopie.draai("-c", programma) == "dinsdag\n"


def test_contributing_counts_the_files_of_each() -> None:
    """A row a change: `| a command | 3 | … |`, with the files by name."""
    rijen = re.findall(
        r"(?m)^\| (an?[^|]+) \| (\d+) \| ([^|]*) \|", CONTRIBUTING.read_text("utf-8")
    )
    gezegd = {
        wat: (int(aantal), sorted(re.findall(r"`([^`]+)`", hier))) for wat, aantal, hier in rijen
    }
    assert gezegd == {
        wat: (len(w.bestanden), sorted([*map(naamloos, w.nieuw), *w.erin]))
        for wat, w in WIJZIGINGEN.items()
    }


def naamloos(bestand: str) -> str:
    return re.sub(r"\w+\.py$", "<name>.py", bestand)
