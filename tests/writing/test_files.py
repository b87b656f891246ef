"""Files arrive whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.writing.files import open_in_program, schrijf_bestand

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
