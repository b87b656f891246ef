"""An archive that is not whole, or a folder that only looks like one: said by every command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from archieven import Klaar, boom, maak_ronde
from invullen import een_lezer_voor_alles
from openpyxl import load_workbook

from kaderxl.core import catalogue, labels as l
from kaderxl.reading import Reader

VOLGEND = ("--year", "2027")


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[Klaar]:
    """The ronde of 2026, complete and open, beside an empty folder that has the name of its bag."""
    with een_lezer_voor_alles(reader):
        klaar = maak_ronde(tmp_path_factory.mktemp("leeg archief"), reader)
        klaar.geef("generate", *VOLGEND)
        (klaar.archief / "2026-evaluatie").mkdir(parents=True)
        yield klaar


@pytest.mark.parametrize(
    "opdracht",
    [
        ("generate", *VOLGEND),
        ("status", *VOLGEND),
        ("collect", str(Path(__file__)), *VOLGEND),
        ("mail", *VOLGEND),
        ("merge", *VOLGEND),
        ("history",),
    ],
    ids=lambda woorden: woorden[0],
)
def test_an_empty_folder_of_an_archive_is_named_and_the_open_ronde_is_read(
    klaar: Klaar, opdracht: tuple[str, ...]
) -> None:
    uitkomst = klaar.geef(*opdracht)
    assert uitkomst.exit_code == 1
    assert "D660" in uitkomst.stdout
    assert "de map is leeg" in uitkomst.stdout
    document = json.loads(klaar.geef(*opdracht, "--json").stdout)
    assert catalogue.RONDE_NIET_HEEL.code in [b["code"] for b in document["bevindingen"]]


def test_the_next_ronde_shows_the_answers_of_the_open_one(klaar: Klaar) -> None:
    """As where that folder is not there."""
    klaar.geef("generate", *VOLGEND)
    zonder = boom(klaar.output / "2027-evaluatie" / "invulbladen")
    (klaar.archief / "2026-evaluatie").rmdir()
    try:
        assert klaar.geef("generate", *VOLGEND).exit_code == 0
    finally:
        (klaar.archief / "2026-evaluatie").mkdir()
    assert boom(klaar.output / "2027-evaluatie" / "invulbladen") == zonder
    boek = load_workbook(klaar.output / "2027-evaluatie" / "invulbladen" / next(iter(zonder)))
    teksten = [str(cel.value) for rij in boek[l.INVULBLAD].iter_rows() for cel in rij]
    assert "2026" in " ".join(teksten)
