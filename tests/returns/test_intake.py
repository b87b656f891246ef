"""From paths to files: folders searched, system files passed over, nothing ever changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kaderxl.core import catalogue
from kaderxl.reading import Reader, Refused
from kaderxl.returns.intake import Brief, Ontvangen, Overgeslagen, list_files, take_in

Neem = Callable[[Path], Ontvangen | Overgeslagen]


@pytest.fixture
def neem(reader: Reader) -> Neem:
    """Take in a file that is one document."""

    def een(bestand: Path) -> Ontvangen | Overgeslagen:
        (document,) = take_in(bestand, reader)
        assert not isinstance(document, Brief)
        return document

    return een


def test_files_and_folders_in_the_order_given(tmp_path: Path) -> None:
    for naam in ("b/2.xlsx", "b/1.xlsx", "b/diep/0.xlsx", "a.xlsx"):
        (tmp_path / naam).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / naam).touch()
    gevonden = list_files([tmp_path / "b", tmp_path / "a.xlsx"])
    namen = [p.relative_to(tmp_path).as_posix() for p in gevonden]
    assert namen == ["b/1.xlsx", "b/2.xlsx", "b/diep/0.xlsx", "a.xlsx"]


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert list_files([tmp_path]) == []


@pytest.mark.parametrize(
    "naam",
    [
        "~$blad.xlsx",
        ".~lock.blad.xlsx#",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "._blad.xlsx",
        "blad.xlsx:Zone.Identifier",
        "blad.xlsx.Zone.Identifier",
        "~WRD0001.tmp",
        "~WRL2345.tmp",
        ".sync_0a1b2c3d.db",
        ".sync_0a1b2c3d.db-wal",
        "._sync_0a1b2c3d.db",
        ".owncloudsync.log",
        ".csync_journal.db",
        "Icon\r",
    ],
)
def test_system_files_are_passed_over_and_counted(neem: Neem, tmp_path: Path, naam: str) -> None:
    (tmp_path / naam).write_bytes(b"x")
    uitkomst = neem(tmp_path / naam)
    assert isinstance(uitkomst, Overgeslagen)
    assert uitkomst.bevinding.code == catalogue.OVERGESLAGEN.code
    assert uitkomst.bevinding.plek.bestand == naam


@pytest.mark.parametrize("naam", [".retour.xlsx", ".mail.eml"])
def test_a_name_that_begins_with_a_point_proves_nothing(
    neem: Neem, tmp_path: Path, naam: str
) -> None:
    (tmp_path / naam).write_bytes(b"x")
    assert isinstance(neem(tmp_path / naam), Ontvangen)


def test_a_folder_that_cannot_be_listed_is_refused_and_keeps_no_other_out(
    neem: Neem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for map_ in ("a", "dicht", "z"):
        (tmp_path / map_).mkdir()
        (tmp_path / map_ / "1.xlsx").touch()
    echt = Path.iterdir

    def iterdir(pad: Path) -> Iterator[Path]:
        if pad.name == "dicht":
            raise PermissionError(13, "nee", str(pad))
        return echt(pad)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    namen = [pad.relative_to(tmp_path).as_posix() for pad in list_files([tmp_path])]
    assert namen == ["a/1.xlsx", "dicht", "z/1.xlsx"]
    uitkomst = neem(tmp_path / "dicht")
    assert isinstance(uitkomst, Ontvangen)
    assert isinstance(uitkomst.inhoud, Refused)
    assert uitkomst.inhoud.bevinding.code == catalogue.BESTAND_DICHT.code


def test_folders_in_folders_to_any_depth(tmp_path: Path) -> None:
    map_ = tmp_path
    for _ in range(1200):
        map_ /= "x"
        map_.mkdir()
    (map_ / "1.xlsx").touch()
    assert list_files([tmp_path / "x"]) == [map_ / "1.xlsx"]
    (map_ / "1.xlsx").unlink()
    os.removedirs(map_)  # what clears the folders of tests away goes no deeper than a thousand


def test_a_file_is_read_whole_and_left_alone(neem: Neem, tmp_path: Path) -> None:
    bestand = tmp_path / "blad.xlsx"
    bestand.write_bytes(b"inhoud")
    voor = bestand.stat()
    uitkomst = neem(bestand)
    assert isinstance(uitkomst, Ontvangen)
    assert (uitkomst.naam, uitkomst.inhoud) == ("blad.xlsx", b"inhoud")
    assert uitkomst.herkomst.bestand == str(bestand)
    assert bestand.read_bytes() == b"inhoud"
    assert bestand.stat().st_mtime_ns == voor.st_mtime_ns


def test_a_file_that_is_not_there(neem: Neem, tmp_path: Path) -> None:
    (pad,) = list_files([tmp_path / "weg.xlsx"])
    uitkomst = neem(pad)
    assert isinstance(uitkomst, Ontvangen)
    assert isinstance(uitkomst.inhoud, Refused)
    assert uitkomst.inhoud.bevinding.code == catalogue.BESTAND_ONTBREEKT.code


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed(neem: Neem, tmp_path: Path) -> None:
    (tmp_path / "buiten").mkdir()
    (tmp_path / "buiten" / "geheim.xlsx").write_bytes(b"x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "map").symlink_to(tmp_path / "buiten")
    (tmp_path / "in" / "rond").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "bestand.xlsx").symlink_to(tmp_path / "buiten" / "geheim.xlsx")
    for pad in list_files([tmp_path / "in"]):
        uitkomst = neem(pad)
        assert isinstance(uitkomst, Ontvangen)
        assert isinstance(uitkomst.inhoud, Refused), pad
