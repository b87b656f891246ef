"""Files arrive whole or not at all, under names that are safe, and exactly as received."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.folder import Dossier
from kaderxl.core.rounds import Ronde
from kaderxl.core.text import veilige_naam, zichtbaar
from kaderxl.writing.files import is_open_in_programma, schrijf_bestand


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path / "output", Ronde(2026))


# The folders


def test_folders_are_those_of_the_contract(dossier: Dossier) -> None:
    basis = dossier.uitvoer / "2026-evaluatie"
    assert dossier.retour == basis / "retour"
    assert dossier.matrix == basis / "matrix" / "monitoringsmatrix-2026-evaluatie.xlsx"
    assert dossier.invulblad("AH WOON").parent == basis / "invulbladen"
    assert dossier.bewaarde_matrix("ab" * 32).parent == basis / "matrix" / "eerder"


def test_name_of_a_partij_is_never_a_path(dossier: Dossier) -> None:
    blad = dossier.invulblad("../../Wonen: Zuid / Noord?")
    assert blad.parent == dossier.map / "invulbladen"
    assert not set(blad.name) & set('/\\:?*"<>|')


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
    assert fout.value.bevindingen[0].code == catalogue.SCHRIJVEN_LUKT_NIET.code
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


# Names

NAMEN = [
    ("Invulblad De Volmacht.xlsx", "Invulblad De Volmacht.xlsx"),
    ("../../etc/passwd", "passwd"),
    ("..\\..\\boot.ini", "boot.ini"),
    ("/", "naamloos"),
    ("..", "naamloos"),
    ("", "naamloos"),
    ("a\x00b\nc\x1b[31m.xlsx", "abc[31m.xlsx"),
    ("blad\u202excod.xlsx", "bladxcod.xlsx"),
    ('a<b>c:d"e|f?g*h.xlsx', "a_b_c_d_e_f_g_h.xlsx"),
    ("cafe\u0301.xlsx", "café.xlsx"),
    ("punt. ", "punt"),
    ("🏠 wonen.xlsx", "🏠 wonen.xlsx"),
]


@pytest.mark.parametrize(("naam", "veilig"), NAMEN, ids=range(len(NAMEN)))
def test_safe_names(naam: str, veilig: str) -> None:
    assert veilige_naam(naam) == veilig


def test_visible_text_has_no_control_characters() -> None:
    assert zichtbaar("a\x1b[31m\u202eb\n") == "a\\u001b[31m\\u202eb\\u000a"
    assert zichtbaar("Café €12 – 🏠") == "Café €12 – 🏠"


def test_open_in_a_program(tmp_path: Path) -> None:
    bestand = tmp_path / "matrix.xlsx"
    assert not is_open_in_programma(bestand)
    (tmp_path / ".~lock.matrix.xlsx#").touch()
    assert is_open_in_programma(bestand)
