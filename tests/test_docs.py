"""The documentation says what the program does.

`python tests/test_docs.py` writes docs/bevindingen.md anew from the catalogue.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner

from kaderxl.cli import main
from kaderxl.core.catalogue import CATALOGUS

DOCS = Path(__file__).resolve().parent.parent / "docs"
README = DOCS.parent / "README.md"
HANDLEIDING = DOCS / "handleiding.md"
KAMERS = {kamer.name for kamer in (README.parent / "kaderxl").iterdir() if kamer.is_dir()}
GROEPEN = {
    "S": "Het sjabloon",
    "B": "Een bestand",
    "I": "Een inzending",
    "V": "Een antwoord",
    "M": "De matrix",
    "D": "De mappen",
    "A": "Het archief",
}


def bevindingen_als_markdown() -> str:
    regels = [
        "# Bevindingen",
        "",
        "Elke bevinding heeft een code, een ernst, een plaats en een raad. Een **fout** moet",
        "iemand verbeteren; een **waarschuwing** vraagt een blik; een **melding** is om te weten.",
        "Tussen accolades staat wat per geval verschilt. Onder **telt niet** staat ja als iets dat",
        "iemand schreef of stuurde niet (meer) meetelt tot iemand iets doet.",
    ]
    for letter, groep in GROEPEN.items():
        regels += ["", f"## {groep}", "", "| code | ernst | wat er is | wat te doen | telt niet |"]
        regels += ["| --- | --- | --- | --- | --- |"]
        regels += [
            f"| {r.code} | {r.ernst} | {_cel(r.tekst)} | {_cel(r.actie)} | {_ja(r.verlies)} |"
            for r in CATALOGUS
            if r.code.startswith(letter)
        ]
    return "\n".join(regels) + "\n"


def _ja(verlies: bool) -> str:
    return "ja" if verlies else ""


def _cel(tekst: str) -> str:
    """Text for a cell of a Markdown table, without the field for a suggestion."""
    return tekst.replace("{tip}", "").replace("|", r"\|")


def test_every_finding_is_documented_as_it_is() -> None:
    assert (DOCS / "bevindingen.md").read_text("utf-8") == bevindingen_als_markdown()


@pytest.mark.parametrize("opdracht", sorted(main.commands))
def test_every_command_is_in_the_readme(opdracht: str) -> None:
    assert re.search(rf"`{opdracht}\b", README.read_text("utf-8"))


@pytest.mark.parametrize("opdracht", main.commands.values(), ids=str)
def test_every_option_of_a_round_is_in_the_readme(opdracht: Command) -> None:
    tekst = README.read_text("utf-8")
    opties = {naam for optie in opdracht.params for naam in optie.opts if naam.startswith("--")}
    assert all(f"`{naam}" in tekst for naam in opties)


@pytest.mark.parametrize(
    "bestand", [*README.parent.glob("*.md"), HANDLEIDING], ids=lambda b: b.name
)
def test_what_is_linked_to_is_there(bestand: Path) -> None:
    verwijzingen = re.findall(r"\]\((?!http|#)([^)#]+)", bestand.read_text("utf-8"))
    assert [v for v in verwijzingen if not (bestand.parent / v).exists()] == []


@pytest.mark.parametrize("bestand", sorted(README.parent.glob("*.md")), ids=lambda b: b.name)
def test_what_is_named_in_the_repository_is_there(bestand: Path) -> None:
    """A path in code marks, from the root or from the package, without a part to fill in."""
    genoemd = re.findall(r"`((?:\w+/)+[\w.]*)`", bestand.read_text("utf-8"))
    eigen = [n for n in genoemd if n.split("/")[0] in {"docs", "kaderxl", "tests", *KAMERS}]
    wortels = (README.parent, README.parent / "kaderxl")
    assert [n for n in eigen if not any((wortel / n).exists() for wortel in wortels)] == []


@pytest.mark.parametrize("bestand", [README, HANDLEIDING], ids=lambda b: b.name)
def test_every_command_line_shown_is_understood(bestand: Path) -> None:
    regels = re.findall(
        rf"kaderxl ((?:{'|'.join(main.commands)})[^`#|\n]*)",
        bestand.read_text("utf-8"),
    )
    assert regels
    for regel in regels:
        uitvoer = CliRunner().invoke(main, [*regel.split(), "--help"])
        assert uitvoer.exit_code == 0, regel


if __name__ == "__main__":
    (DOCS / "bevindingen.md").write_text(bevindingen_als_markdown(), "utf-8")
