"""Files arrive whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.writing.files import open_in_program, schrijf_bestand, schrijf_map

# Writing


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    doel = tmp_path / "a" / "b" / "bestand.bin"
    schrijf_bestand(doel, b"x")
    assert doel.read_bytes() == b"x"
    assert [p.name for p in doel.parent.iterdir()] == ["bestand.bin"]


@pytest.mark.parametrize("stap", ["fsync", "replace"])
def test_when_writing_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    doel = tmp_path / "bestand.bin"
    doel.write_bytes(b"oud")

    def vol(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if stap == "fsync":
        monkeypatch.setattr(os, "fsync", vol)
    else:
        monkeypatch.setattr(Path, "replace", vol)
    with pytest.raises(NietUitgevoerd) as fout:
        schrijf_bestand(doel, b"nieuw")
    monkeypatch.undo()
    assert fout.value.bevindingen[0].code == catalogue.GEEN_RUIMTE.code
    assert doel.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [doel]


def test_interrupted_writing_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while writing."""

    def onderbroken(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", onderbroken)
    with pytest.raises(KeyboardInterrupt):
        schrijf_bestand(tmp_path / "bestand.bin", b"nieuw")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("geen map")
    with pytest.raises(NietUitgevoerd) as fout:
        schrijf_bestand(tmp_path / "output" / "bestand.bin", b"x")
    assert fout.value.bevindingen[0].code == catalogue.SCHRIJVEN_LUKT_NIET.code


@pytest.mark.skipif(os.name == "nt", reason="rights of files are a POSIX matter")
def test_a_folder_stands_there_whole_or_not_at_all_wherever_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also at the last flush, when it is in place already: then it was done."""
    fsync, keer = os.fsync, [0, 0]

    def vol(descriptor: int) -> None:
        keer[0] += 1
        if keer[0] >= keer[1]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", vol)
    inhoud, uitkomsten = {"a.txt": b"a", "m/b.txt": b"b"}, []
    for nummer in range(1, 7):
        keer[:] = [0, nummer]
        doel = tmp_path / str(nummer) / "map"
        try:
            schrijf_map(doel, inhoud, lambda _: True)
        except NietUitgevoerd:
            assert [*doel.parent.iterdir()] == []
            uitkomsten.append("niet")
        else:
            assert {p: (doel / p).read_bytes() for p in inhoud} == inhoud
            uitkomsten.append("wel")
    assert uitkomsten == ["niet"] * 4 + ["wel"] * 2


def test_a_written_file_has_ordinary_rights(tmp_path: Path) -> None:
    gewoon = tmp_path / "gewoon"
    gewoon.touch()
    schrijf_bestand(tmp_path / "geschreven", b"x")
    assert (tmp_path / "geschreven").stat().st_mode == gewoon.stat().st_mode


def test_open_in_a_program(tmp_path: Path) -> None:
    bestand = tmp_path / "matrix.xlsx"
    assert not open_in_program(bestand)
    (tmp_path / ".~lock.matrix.xlsx#").touch()
    assert open_in_program(bestand)
