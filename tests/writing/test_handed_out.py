"""What was handed out is known again by its stempel, and only whole."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kaderxl.writing.handed_out import HandedOut, stamp_of
from kaderxl.writing.transaction import Transaction

INHOUD: dict[str, object] = {
    "antwoorden": {"A01-I1": {"Beoordeling": "Groen"}},
    "teksten": ["één", "twee"],
}


def bewaar(map_: Path, soort: str, inhoud: dict[str, object]) -> str:
    beurt = Transaction(map_, "generate")
    stempel = HandedOut(map_ / "uitgegeven").keep(beurt, soort, inhoud)
    beurt.commit()
    return stempel


def test_what_was_kept_is_found_by_its_stempel_by_whoever_comes_later(tmp_path: Path) -> None:
    stempel = bewaar(tmp_path, "invulblad", INHOUD)
    later = HandedOut(tmp_path / "uitgegeven")
    assert later.find("invulblad", stempel) == INHOUD
    assert later.find("matrix", stempel) is None
    assert [*later.all("invulblad")] == [(stempel, INHOUD)]


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    een, twee = bewaar(tmp_path, "matrix", INHOUD), bewaar(tmp_path, "matrix", INHOUD)
    assert een == twee
    assert len([*(tmp_path / "uitgegeven").iterdir()]) == 1


@pytest.mark.parametrize("stempel", ["", "..", "../../x", "0" * 12, "0" * 11, "ZZZZZZZZZZZZ"])
def test_a_stempel_of_nothing_that_was_handed_out_finds_nothing(
    tmp_path: Path, stempel: str
) -> None:
    bewaar(tmp_path, "invulblad", INHOUD)
    assert HandedOut(tmp_path / "uitgegeven").find("invulblad", stempel) is None


@pytest.mark.parametrize(
    "schade",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"inhoud": 1}', b'{"inhoud": {}}', b"[" * 9999],
)
def test_what_was_damaged_or_changed_by_hand_counts_as_gone(tmp_path: Path, schade: bytes) -> None:
    stempel = bewaar(tmp_path, "invulblad", INHOUD)
    (tmp_path / "uitgegeven" / f"invulblad-{stempel}.json").write_bytes(schade)
    over = HandedOut(tmp_path / "uitgegeven")
    assert over.find("invulblad", stempel) is None
    assert [*over.all("invulblad")] == []


def test_nothing_is_there_before_the_command_is_done(tmp_path: Path) -> None:
    HandedOut(tmp_path / "uitgegeven").keep(Transaction(tmp_path), "matrix", INHOUD)
    assert not (tmp_path / "uitgegeven").exists()


TEKST = st.text(st.characters(), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEKST,
    lambda kind: st.lists(kind, max_size=3) | st.dictionaries(TEKST, kind, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(TEKST, JSON, max_size=4))
def test_any_content_comes_back_as_it_was(inhoud: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as map_:
        stempel = bewaar(Path(map_), "invulblad", inhoud)
        assert HandedOut(Path(map_) / "uitgegeven").find("invulblad", stempel) == inhoud
        assert stempel == stamp_of("invulblad", dict(reversed(inhoud.items())))
