"""What holds for every command: what it says, its exit code and what it leaves alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from invullen import (
    PARTIJEN,
    RONDE,
    ingevuld_blad,
)
from opdrachten import geef, inhoud, vul_map

from kaderxl.commands.collect import collect
from kaderxl.commands.generate import generate
from kaderxl.commands.merge import merge
from kaderxl.commands.status import status
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]


def test_output_that_is_a_file_is_exit_2(inbox: Path, werkmap: Path) -> None:
    (werkmap / "output").write_text("geen map")
    for opdracht in (("generate",), ("collect", inbox)):
        uitkomst = geef(*opdracht, "--year", "2026")
        assert uitkomst.exit_code == 2, opdracht
        assert catalogue.SCHRIJVEN_LUKT_NIET.code in uitkomst.stderr


def test_nothing_outside_output_is_written_or_changed(
    klein: Kader, molendam: Path, werkmap: Path, tmp_path: Path
) -> None:
    vul_map(werkmap / "in", **{p: ingevuld_blad(klein, p) for p in ("NB", "GEM")})
    (werkmap / "in" / "brief.txt").write_text("Beste gemeente")
    voor = inhoud(werkmap)
    tijden = {p: p.stat().st_mtime_ns for p in (werkmap / "in").iterdir()}
    uitvoer = tmp_path / "elders" / "output"
    opties = ("--year", "2026", "--template", molendam, "--output", uitvoer)
    for opdracht in (("generate",), ("collect", "in"), ("status",), ("merge",), ("merge",)):
        assert geef(*opdracht, *opties).exit_code in (0, 1)
    geef("check")
    assert inhoud(werkmap) == voor
    assert {p: p.stat().st_mtime_ns for p in (werkmap / "in").iterdir()} == tijden
    assert {p.name for p in uitvoer.iterdir()} == {"2026-evaluatie"}
    assert {p.name for p in (uitvoer / "2026-evaluatie").iterdir()} == {
        ".kaderxl",
        "invulbladen",
        "uitgegeven",
        "retour",
        "matrix",
    }


def test_reading_commands_write_nothing(werkmap: Path) -> None:
    for opdracht in (("check",), ("status", "--year", "2026")):
        assert geef(*opdracht).exit_code == 0
    assert inhoud(werkmap) == {}
    assert list(werkmap.iterdir()) == []


@pytest.mark.parametrize(
    "opdracht",
    [("check",), ("generate",), ("collect", "in"), ("status",), ("merge",)],
    ids=lambda o: o[0],
)
def test_quiet_is_silent(opdracht: Sequence[str], klein: Kader, molendam: Path) -> None:
    vul_map(Path("in"), NB=ingevuld_blad(klein, "NB"))
    geef("generate", "--year", "2026", "--template", molendam)
    jaar = () if opdracht == ("check",) else ("--year", "2026")
    uitkomst = geef(*opdracht, *jaar, "--template", molendam, "--quiet")
    assert uitkomst.output == ""
    assert uitkomst.exit_code in (0, 1)


def test_functions_return_values_and_report_progress(inbox: Path, kader: Kader) -> None:
    gezien: list[str] = []

    def voortgang(werk: Sequence[Any], wat: str) -> Iterable[Any]:
        gezien.append(f"{wat}: {len(werk)}")
        return werk

    gemaakt = generate(RONDE, progress=voortgang)
    assert [b.partij.code for b in gemaakt.invulbladen] == list(PARTIJEN)
    assert [b.indicatoren for b in gemaakt.invulbladen] == [20, 21, 21, 21, 13, 13]
    ingenomen = collect(RONDE, [inbox], progress=voortgang)
    assert {i.status for i in ingenomen.inzendingen} == {"aangenomen"}
    samengevoegd = merge(RONDE, progress=voortgang)
    assert samengevoegd.bestand.is_file()
    assert not samengevoegd.needs_attention
    standen = status(RONDE).partijen
    assert [(s.ingevuld, s.gevraagd) for s in standen] == [
        (20, 20), (21, 21), (21, 21), (21, 21), (13, 13), (13, 13),
    ]  # fmt: skip
    assert gezien == [
        "Invulbladen maken: 6",
        "Inzendingen lezen: 6",
        "Inzendingen lezen: 6",
    ]
