"""What `merge` makes of the returns of a ronde, and which of them count."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from invullen import (
    PARTIJEN,
    RONDE,
    als_antwoorden,
    antwoorden,
    enige,
    leeg_blad,
    oordeel,
    vul,
    zonder_lege,
)
from opdrachten import geef, inhoud, vul_map

from kaderxl.commands.merge import merge
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]

MATRIX = Path("2026-evaluatie", "matrix", "monitoringsmatrix-2026-evaluatie.xlsx")


def test_matrix_that_is_open_is_exit_2(ingenomen: Path, werkmap: Path) -> None:
    shutil.copytree(ingenomen, "output")
    matrix = werkmap / "output" / MATRIX
    matrix.with_name(f".~lock.{matrix.name}#").touch()
    voor = inhoud(werkmap)
    uitkomst = geef("merge", "--year", "2026")
    assert uitkomst.exit_code == 2
    assert catalogue.MATRIX_IS_OPEN.code in uitkomst.stderr
    assert inhoud(werkmap) == voor


def test_every_answer_is_in_the_matrix_in_its_place(ingenomen: Path, kader: Kader) -> None:
    matrix = merge(RONDE, output=ingenomen).matrix
    for inzending in matrix.inzendingen:
        verwacht = zonder_lege(antwoorden(kader, inzending.partij))
        assert als_antwoorden(inzending) == verwacht
    assert [i.partij for i in matrix.inzendingen] == list(PARTIJEN)
    assert all(r.volledig for r in matrix.rijen)


def test_any_order_twice_over_gives_the_same_matrix(inbox: Path, ingenomen: Path) -> None:
    volgorde = ("WB", "AHW", "GEM", "DD", "WZN", "DV")
    bestanden = [inbox / f"{p}.xlsx" for p in volgorde]
    for _ in range(2):
        assert geef("collect", *bestanden, "--year", "2026").exit_code == 0
        assert geef("merge", "--year", "2026").exit_code == 0
        assert (Path("output") / MATRIX).read_bytes() == (ingenomen / MATRIX).read_bytes()
    assert not (Path("output") / MATRIX).parent.joinpath("eerder").exists()


def test_missing_partij_is_exit_1_and_named(inbox: Path) -> None:
    geef("collect", inbox / "DV.xlsx", "--year", "2026")
    uitkomst = geef("merge", "--year", "2026")
    assert uitkomst.exit_code == 1
    for naam in ("Woonborg", "AH WOON", "Gemeente Aa en Hunze"):
        assert f"Van {naam} is er geen inzending die telt" in uitkomst.stdout
    assert (Path("output") / MATRIX).is_file()


def test_file_put_in_retour_by_hand_counts_and_a_bad_one_is_named(
    inbox: Path, ingenomen: Path
) -> None:
    retour = Path("output/2026-evaluatie/retour")
    retour.mkdir(parents=True)
    shutil.copy(inbox / "DV.xlsx", retour)
    (retour / "kapot.xlsx").write_bytes(b"PK kapot")
    samengevoegd = merge(RONDE)
    assert [i.partij for i in samengevoegd.matrix.inzendingen] == ["DV"]
    assert "kapot.xlsx" in {b.plek.bestand for b in samengevoegd.matrix.bevindingen}
    assert samengevoegd.needs_attention


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_newest_stamp_counts_whatever_came_in_first(
    klein: Kader, molendam: Path, omgekeerd: bool
) -> None:
    oud, nieuw = (
        vul(
            leeg_blad(klein, "NB"), {"A01-I1": oordeel("Groen"), "A01-I1-M1": {"Waarde": n}}, op=dag
        )
        for n, dag in ((1, "2027-02-01T09:00:00Z"), (2, "2027-02-03T09:00:00Z"))
    )
    vul_map(Path("in"), oud=oud, nieuw=nieuw)
    namen = ["in/nieuw.xlsx", "in/oud.xlsx"] if omgekeerd else ["in/oud.xlsx", "in/nieuw.xlsx"]
    geef("collect", *namen, "--year", "2026", "--template", molendam)
    matrix = merge(RONDE, template=molendam).matrix
    (inzending,) = matrix.inzendingen
    assert inzending.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde == 2
    bevinding = enige(matrix.bevindingen, catalogue.VERVANGEN)
    assert bevinding.plek.bestand == "oud.xlsx"
    assert "nieuw.xlsx" in bevinding.tekst
    assert len(list(Path("output/2026-evaluatie/retour").glob("*.xlsx"))) == 2


@pytest.mark.parametrize("laatste", [1, 2])
def test_with_equal_stamps_the_last_on_disk_counts_whatever_arrives_first(
    klein: Kader, molendam: Path, laatste: int
) -> None:
    versies = {f"v{n}": vul(leeg_blad(klein, "NB"), {"A01-I1-M1": {"Waarde": n}}) for n in (1, 2)}
    vul_map(Path("in"), **versies)
    for n in (laatste, 3 - laatste):
        wanneer = 1_700_000_000 + 60 * (n == laatste)
        os.utime(f"in/v{n}.xlsx", (wanneer, wanneer))
        geef("collect", f"in/v{n}.xlsx", "--year", "2026", "--template", molendam)
    (inzending,) = merge(RONDE, template=molendam).matrix.inzendingen
    assert inzending.voorzetten["A01-I1"].waarden["A01-I1-M1"].waarde == laatste
