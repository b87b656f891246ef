"""Files arrive whole or not at all, under names that are safe, and exactly as received."""

from __future__ import annotations

import csv
import errno
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kaderxl import errors
from kaderxl.dossier import (
    Dossier,
    Retour,
    is_open_in_programma,
    schrijf_bestand,
    veilige_naam,
    zichtbaar,
)
from kaderxl.errors import NietUitgevoerd
from kaderxl.model import Ronde


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path / "output", Ronde(2026))


def hash_van(data: bytes) -> str:
    return sha256(data).hexdigest()


def berg_op(dossier: Dossier, naam: str, data: bytes = b"inhoud") -> bool:
    return Retour(dossier).berg_op(naam, hash_van(data), data)


def ontvangst(dossier: Dossier) -> list[dict[str, str]]:
    with (dossier.retour / "ontvangst.csv").open(encoding="utf-8-sig", newline="") as regels:
        return list(csv.DictReader(regels))


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
    assert fout.value.bevindingen[0].code == errors.SCHRIJVEN_LUKT_NIET.code
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
    assert fout.value.bevindingen[0].code == errors.SCHRIJVEN_LUKT_NIET.code


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


@pytest.mark.parametrize(
    "naam",
    [naam for naam, _ in NAMEN]
    + ["x" * 245 + ".xlsx", "€" * 83 + ".xlsx", "🏠" * 62 + ".xlsx", "=cmd.xlsx", "CON.xlsx"],
    ids=range(len(NAMEN) + 5),
)
def test_every_name_can_be_filed(dossier: Dossier, naam: str) -> None:
    assert berg_op(dossier, naam)
    (bestand,) = Retour(dossier).bestanden()
    assert bestand.parent == dossier.retour
    assert bestand.read_bytes() == b"inhoud"
    assert len(bestand.name.encode()) <= 255
    if naam.endswith(".xlsx"):
        assert bestand.suffix == ".xlsx"


def test_visible_text_has_no_control_characters() -> None:
    assert zichtbaar("a\x1b[31m\u202eb\n") == "a\\u001b[31m\\u202eb\\u000a"
    assert zichtbaar("Café €12 – 🏠") == "Café €12 – 🏠"


# Returns


def test_a_return_is_filed_bit_for_bit(dossier: Dossier) -> None:
    data = bytes(range(256)) * 100
    assert berg_op(dossier, "blad.xlsx", data)
    (bestand,) = Retour(dossier).bestanden()
    assert bestand.name == f"{hash_van(data)[:8]} blad.xlsx"
    assert bestand.read_bytes() == data


@pytest.mark.parametrize("naam", ["blad.xlsx", "kopie van blad.xlsx"])
def test_the_same_return_twice_is_filed_once(dossier: Dossier, naam: str) -> None:
    assert berg_op(dossier, "blad.xlsx")
    assert not berg_op(dossier, naam)
    assert len(Retour(dossier).bestanden()) == 1
    assert len(ontvangst(dossier)) == 1


def test_two_returns_whose_hashes_begin_alike_are_both_kept(dossier: Dossier) -> None:
    retour = Retour(dossier)
    for n, staart in enumerate(("0" * 56, "1" * 56, "0" * 8 + "2" * 48)):
        assert retour.berg_op("blad.xlsx", "a" * 8 + staart, str(n).encode())
    gevonden = Retour(dossier).bestanden()
    assert [p.read_bytes() for p in gevonden] == [b"0", b"1", b"2"]
    assert {retour.oorspronkelijke_naam(p) for p in gevonden} == {"blad.xlsx"}
    assert [regel["bestand"] for regel in ontvangst(dossier)] == [p.name for p in gevonden]
    assert not Retour(dossier).berg_op("blad.xlsx", "a" * 8 + "1" * 56, b"1")


def test_the_same_return_is_known_when_the_list_is_gone(dossier: Dossier) -> None:
    """The folder is the whole state, and returns are known by their contents."""
    assert berg_op(dossier, "blad.xlsx")
    (dossier.retour / "ontvangst.csv").unlink()
    assert not berg_op(dossier, "kopie van blad.xlsx")
    assert len(Retour(dossier).bestanden()) == 1


def test_a_return_that_was_taken_away_can_come_back(dossier: Dossier) -> None:
    assert berg_op(dossier, "blad.xlsx")
    Retour(dossier).bestanden()[0].unlink()
    assert berg_op(dossier, "blad.xlsx")
    assert len(Retour(dossier).bestanden()) == 1


def test_returns_come_in_order_of_arrival(dossier: Dossier) -> None:
    namen = ["z.xlsx", "a.xlsx", "m.xlsx"]
    for naam in namen:
        assert berg_op(dossier, naam, naam.encode())
    assert [p.name[9:] for p in Retour(dossier).bestanden()] == namen
    assert [r["oorspronkelijke naam"] for r in ontvangst(dossier)] == namen
    (dossier.retour / "zelf erbij gezet.xlsx").write_bytes(b"x")
    assert Retour(dossier).bestanden()[-1].name == "zelf erbij gezet.xlsx"


def test_list_of_arrivals_says_when_what_and_its_hash(dossier: Dossier) -> None:
    berg_op(dossier, "map/blad.xlsx", b"x")
    (regel,) = ontvangst(dossier)
    assert regel["sha256"] == hash_van(b"x")
    assert (dossier.retour / regel["bestand"]).read_bytes() == b"x"
    assert regel["oorspronkelijke naam"] == "map/blad.xlsx"
    assert regel["ontvangen"][:2] == "20"
    assert (dossier.retour / "ontvangst.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t="])
def test_list_of_arrivals_holds_no_formula(dossier: Dossier, begin: str) -> None:
    berg_op(dossier, f'{begin}HYPERLINK("http://x";"a,b").xlsx')
    (regel,) = ontvangst(dossier)
    assert not any(str(waarde).lstrip()[:1] in tuple("=+-@") for waarde in regel.values())


def test_list_of_arrivals_holds_no_formula_for_a_dutch_excel(dossier: Dossier) -> None:
    """There a semicolon begins a new cell, whatever the commas say."""
    berg_op(dossier, "blad;=HYPERLINK(A1).xlsx")
    regels = (dossier.retour / "ontvangst.csv").read_text("utf-8-sig").splitlines()
    cellen = [cel for rij in csv.reader(regels, delimiter=";") for cel in rij]
    assert not any(cel[:1] in tuple("=+-@") for cel in cellen)


def test_empty_folder_has_no_returns(dossier: Dossier) -> None:
    assert Retour(dossier).bestanden() == []
    assert not dossier.uitvoer.exists(), "looking makes nothing"


def test_lock_files_are_no_returns(dossier: Dossier) -> None:
    berg_op(dossier, "blad.xlsx")
    for naam in ("~$blad.xlsx", ".~lock.blad.xlsx#", ".DS_Store"):
        (dossier.retour / naam).write_bytes(b"x")
    assert len(Retour(dossier).bestanden()) == 1


def test_open_in_a_program(tmp_path: Path) -> None:
    bestand = tmp_path / "matrix.xlsx"
    assert not is_open_in_programma(bestand)
    (tmp_path / ".~lock.matrix.xlsx#").touch()
    assert is_open_in_programma(bestand)
