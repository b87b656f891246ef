"""What one process judges twice, and what it does not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from invullen import ingevuld_blad

from kaderxl import Ronde, choose, collect, merge
from kaderxl.core import catalogue
from kaderxl.core.answers import RefusedReturn
from kaderxl.core.folder import Dossier
from kaderxl.core.kader import Kader
from kaderxl.reading import load
from kaderxl.returns import workspace
from kaderxl.returns.recognise import read_return
from kaderxl.template.read import shipped_template

RONDE = Ronde(2026)


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the returns that were recognised, in that order."""
    namen: list[str] = []

    def lees(bestand: str, *overige: object) -> object:
        namen.append(bestand)
        return read_return(bestand, *overige)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace, "read_return", lees)
    monkeypatch.setattr(workspace, "_LAATSTE", type(workspace._LAATSTE)(maxlen=1))
    return namen


@pytest.mark.usefixtures("gelezen")
def test_what_was_judged_is_kept_for_the_same_folder_template_and_ronde_before(
    kader: Kader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "_MEESTE", 2)
    map_, vorige = Dossier(tmp_path, RONDE), {"DV": {"A01-I1": "Groen"}}

    def eerst() -> dict[tuple[str, str], workspace.Judged]:
        return workspace.judged_before(kader, map_, vorige)

    assert eerst() is eerst()
    for ander in (
        (replace(kader), map_, vorige),
        (kader, Dossier(tmp_path, Ronde(2027)), vorige),
        (kader, map_, {"DV": {"A01-I1": "Rood"}}),
    ):
        toen = eerst()
        assert workspace.judged_before(*ander) is not toen
        assert eerst() is not toen, "it holds one"
    geweigerd = RefusedReturn("a.xlsx", "", catalogue.NIETS_INGEVULD.bij(), "")
    eerst().update({(naam, ""): geweigerd for naam in "ab"})
    assert eerst() == {}, "when it is full it begins anew"


@pytest.fixture
def inbox(kader: Kader, tmp_path: Path) -> Path:
    map_ = tmp_path / "in"
    map_.mkdir()
    (map_ / "a.xlsx").write_bytes(ingevuld_blad(kader, "DV"))
    return map_


def test_a_later_command_takes_over_the_verdict_on_the_same_bytes(
    gelezen: list[str], inbox: Path, tmp_path: Path
) -> None:
    collect(RONDE, [inbox], output=tmp_path)
    eerst = merge(RONDE, output=tmp_path).matrix.inzendingen
    assert gelezen == ["a.xlsx"]
    workspace._LAATSTE.clear()
    vers = merge(RONDE, output=tmp_path).matrix.inzendingen
    assert vers == eerst, "a fresh look says the same"
    assert gelezen == ["a.xlsx", "a.xlsx"]


def test_other_bytes_under_the_same_name_are_judged_anew(
    gelezen: list[str], inbox: Path, kader: Kader, tmp_path: Path
) -> None:
    collect(RONDE, [inbox], output=tmp_path)
    (opgeborgen,) = (tmp_path / str(RONDE) / "retour").glob("*.xlsx")
    opgeborgen.write_bytes(ingevuld_blad(kader, "WB"))
    choose(RONDE, opgeborgen.name, output=tmp_path)  # a person says that it may be other bytes
    assert [i.partij for i in merge(RONDE, output=tmp_path).matrix.inzendingen] == ["WB"]
    assert set(gelezen) == {"a.xlsx"}
    assert len(gelezen) >= 2


def test_another_template_judges_for_itself(
    gelezen: list[str], inbox: Path, tmp_path: Path
) -> None:
    collect(RONDE, [inbox], output=tmp_path)
    ander = Path(shutil.copy(shipped_template(), tmp_path / "ander.xlsx"))
    merge(RONDE, template=ander, output=tmp_path)
    assert gelezen == ["a.xlsx", "a.xlsx"]


def test_a_mistake_of_ours_in_one_file_keeps_no_other_out(
    monkeypatch: pytest.MonkeyPatch, inbox: Path, kader: Kader, tmp_path: Path
) -> None:
    (inbox / "b.xlsx").write_bytes(ingevuld_blad(kader, "WB"))

    def lees(bestand: str, *overige: object) -> object:
        if bestand == "a.xlsx":
            raise RecursionError("te diep")
        return read_return(bestand, *overige)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace, "read_return", lees)
    a, b = collect(RONDE, [inbox], output=tmp_path).inzendingen
    assert [f.code for f in a.bevindingen] == [catalogue.NIET_BEOORDEELD.code]
    assert (a.status, b.status) == ("geweigerd", "aangenomen")


def test_what_was_just_filed_is_not_opened_again_to_see_which_counts(
    inbox: Path, kader: Kader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geopend: list[str] = []

    def open_bestand(pad: Path, *overige: object) -> object:
        geopend.append(pad.name.partition(" ")[2])
        return load(pad, *overige)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace, "load", open_bestand)
    collect(RONDE, [inbox], output=tmp_path / "uit")
    assert geopend == []
    (inbox / "b.xlsx").write_bytes(ingevuld_blad(kader, "WB"))
    gevonden = collect(RONDE, [inbox], output=tmp_path / "uit").inzendingen
    assert geopend == ["a.xlsx"], "what was there before may have been changed since"
    assert [i.status for i in gevonden] == ["overgeslagen", "aangenomen"]
