"""All files of a command are put in place, or none; a person's own change is never written over."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.writing.transaction import WORK, ChangedMeanwhile, Transaction


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "oud.txt").write_bytes(b"oud")
    (tmp_path / "weg.txt").write_bytes(b"weg")
    return tmp_path


def inhoud(map_: Path) -> dict[str, bytes]:
    bestanden = (p for p in map_.rglob("*") if p.is_file())
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in bestanden}


def alles(map_: Path) -> Transaction:
    """A new file, one replaced and one taken away."""
    beurt = Transaction(map_, "merge")
    beurt.write(map_ / "a" / "nieuw.txt", b"nieuw", before=None)
    beurt.write(map_ / "oud.txt", b"anders", before=b"oud")
    beurt.remove(map_ / "weg.txt")
    return beurt


NIETS = {"oud.txt": b"oud", "weg.txt": b"weg"}
ALLES = {"a/nieuw.txt": b"nieuw", "oud.txt": b"anders"}


def test_all_of_it_is_there(map_: Path) -> None:
    alles(map_).commit()
    assert inhoud(map_) == ALLES


def test_before_it_is_decided_nothing_is_there(map_: Path) -> None:
    alles(map_)
    assert {p for p in inhoud(map_) if not p.startswith(WORK)} == set(NIETS)
    assert not Transaction(map_).finish()
    assert inhoud(map_) == NIETS


@pytest.mark.parametrize("wie", ["oud.txt", "a/nieuw.txt"])
def test_what_somebody_changed_meanwhile_is_not_written_over(map_: Path, wie: str) -> None:
    beurt = alles(map_)
    (map_ / wie).parent.mkdir(exist_ok=True)
    (map_ / wie).write_bytes(b"van een mens")
    with pytest.raises(ChangedMeanwhile) as veranderd:
        beurt.commit()
    assert veranderd.value.file == map_ / wie
    assert inhoud(map_) == {**NIETS, wie: b"van een mens"}


class Geweigerd:
    """A system that refuses to replace one file, as Windows does while it is open in Excel."""

    def __init__(self, patch: pytest.MonkeyPatch, naam: str) -> None:
        echt = Path.replace

        def replace(bron: Path, doel: Path) -> Path:
            if Path(doel).name == naam:
                raise PermissionError(errno.EACCES, "Permission denied")
            return echt(bron, doel)

        patch.setattr(Path, "replace", replace)


def test_when_the_first_cannot_be_replaced_nothing_is_changed(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beurt = alles(map_)
    Geweigerd(monkeypatch, "nieuw.txt")
    with pytest.raises(NietUitgevoerd) as fout:
        beurt.commit()
    assert [b.code for b in fout.value.bevindingen] == [catalogue.SCHRIJVEN_LUKT_NIET.code]
    assert inhoud(map_) == NIETS


def test_halfway_it_says_what_is_done_and_the_next_command_finishes_it(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beurt = alles(map_)
    with monkeypatch.context() as patch:
        Geweigerd(patch, "oud.txt")
        with pytest.raises(NietUitgevoerd) as fout:
            beurt.commit()
        (bevinding,) = fout.value.bevindingen
        assert bevinding.code == catalogue.HALVERWEGE.code
        assert "a/nieuw.txt" in bevinding.tekst
        assert bevinding.plek.bestand == str(map_ / "oud.txt")
        with pytest.raises(NietUitgevoerd):
            Transaction(map_).finish()  # still open in Excel
    assert Transaction(map_).finish()
    assert inhoud(map_) == ALLES


@pytest.mark.parametrize("wie", ["oud.txt", "eerst.txt"])
@pytest.mark.parametrize("hoe", ["een ander bestand", "in hetzelfde"])
def test_what_is_saved_in_the_last_moment_is_kept(
    map_: Path, monkeypatch: pytest.MonkeyPatch, wie: str, hoe: str
) -> None:
    """Between the last look and the replacing, by a program that makes a new file or does not."""
    (map_ / "eerst.txt").write_bytes(b"eerst")
    beurt = Transaction(map_, "merge")
    beurt.write(map_ / "eerst.txt", b"nieuw", before=b"eerst")
    beurt.write(map_ / "oud.txt", b"anders", before=b"oud")
    echt = os.link

    def gaat_voor(bron: Path, doel: Path) -> None:
        if Path(bron).name == wie:
            if hoe == "een ander bestand":
                (map_ / "bewaar").write_bytes(b"van een mens")
                (map_ / "bewaar").replace(map_ / wie)
            else:
                (map_ / wie).write_bytes(b"van een mens")
        echt(bron, doel)

    monkeypatch.setattr(os, "link", gaat_voor)
    if wie == "eerst.txt":
        with pytest.raises(ChangedMeanwhile):
            beurt.commit()
        assert inhoud(map_) == {**NIETS, "eerst.txt": b"van een mens"}
    else:
        beurt.commit()
        assert inhoud(map_) == {**NIETS, "eerst.txt": b"nieuw", "oud.txt": b"van een mens"}


def test_a_file_that_is_open_in_a_program_stops_it(map_: Path) -> None:
    (map_ / ".~lock.oud.txt#").write_bytes(b"jansen")
    with pytest.raises(NietUitgevoerd) as fout:
        alles(map_).commit()
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == catalogue.BESTAND_IS_OPEN.code
    assert ".~lock.oud.txt#" in bevinding.actie
    assert inhoud(map_) == {**NIETS, ".~lock.oud.txt#": b"jansen"}


def afgebroken(map_: Path, patch: pytest.MonkeyPatch, naam: str) -> None:
    """A process that is gone just before this file is put in place."""

    def weg(*_: object) -> None:
        raise SystemExit

    echt = Path.replace
    patch.setattr(
        Path, "replace", lambda bron, doel: weg() if Path(doel).name == naam else echt(bron, doel)
    )
    with pytest.raises(SystemExit):
        alles(map_).commit()
    patch.undo()


@pytest.mark.parametrize("naam", ["nieuw.txt", "oud.txt"])
def test_what_was_decided_is_finished(
    map_: Path, monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    afgebroken(map_, monkeypatch, naam)
    assert Transaction(map_).finish()
    assert inhoud(map_) == ALLES
    assert not Transaction(map_).finish(), "once is enough"


def test_a_person_who_came_in_between_keeps_what_was_typed(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was in place yet, so nothing of that command is: it can be given again."""
    afgebroken(map_, monkeypatch, "nieuw.txt")
    (map_ / "oud.txt").write_bytes(b"van een mens")
    wat = Transaction(map_).finish()
    assert inhoud(map_) == {**NIETS, "oud.txt": b"van een mens"}
    assert "merge" in wat
    assert "oud.txt" in wat
    assert "niets van gedaan" in wat


def test_a_person_who_came_in_halfway_keeps_that_file(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    afgebroken(map_, monkeypatch, "oud.txt")
    (map_ / "oud.txt").write_bytes(b"van een mens")
    wat = Transaction(map_).finish()
    assert inhoud(map_) == {**ALLES, "oud.txt": b"van een mens"}
    assert "niet in oud.txt" in wat


@pytest.mark.parametrize("lijst", [b"", b"{", b"[]", b'{"schema": "anders", "stappen": []}'])
def test_a_damaged_list_is_none(map_: Path, lijst: bytes) -> None:
    (map_ / WORK).mkdir()
    (map_ / WORK / "beurt.json").write_bytes(lijst)
    Transaction(map_).finish()
    assert inhoud(map_) == NIETS


def test_a_list_names_no_file_outside_the_folder(map_: Path) -> None:
    klaar = map_ / WORK / "klaar"
    klaar.mkdir(parents=True)
    (klaar / "0").write_bytes(b"x")
    (map_ / WORK / "beurt.json").write_text(
        '{"schema": "kaderxl-beurt/1", "stappen": [{"target": "../buiten.txt", "ready": "0",'
        ' "before": "?", "after": ""}]}'
    )
    Transaction(map_).finish()
    assert not (map_.parent / "buiten.txt").exists()
