"""A bag of files in memory: the same files give the same bytes, in whatever order they come."""

from __future__ import annotations

import hashlib
from pathlib import Path

import bagit
import pytest
from hypothesis import given, strategies as st

from kaderxl.archives.bag import maak_bag, past_in_lijst
from kaderxl.archives.bag_check import check_bag
from kaderxl.core.text import veilige_naam

INHOUD = {"b/é.txt": b"twee", "a.txt": b"een"}


def test_every_file_is_in_every_list() -> None:
    bag = maak_bag(INHOUD, {"Source-Organization": "Fictief"})
    assert bag["bagit.txt"].startswith(b"BagIt-Version: 1.0\n")
    assert bag["bag-info.txt"] == b"Source-Organization: Fictief\nPayload-Oxum: 7.2\n"
    een, twee = (hashlib.sha256(d).hexdigest() for d in (b"een", b"twee"))
    lijst = f"{een}  data/a.txt\n{twee}  data/b/é.txt\n"
    assert bag["manifest-sha256.txt"].decode() == lijst
    for algoritme in ("sha256", "sha512"):
        genoemd = bag[f"tagmanifest-{algoritme}.txt"].decode().splitlines()
        assert [regel.split("  ")[1] for regel in genoemd] == [
            "bag-info.txt",
            "bagit.txt",
            "manifest-sha256.txt",
            "manifest-sha512.txt",
        ]


def test_the_order_in_which_files_come_does_not_matter() -> None:
    andersom = dict(reversed(INHOUD.items()))
    assert maak_bag(andersom, {}) == maak_bag(INHOUD, {})


def test_a_value_cannot_begin_a_line_of_its_own() -> None:
    bag = maak_bag({}, {"External-Description": "een\nBag-Size: 1"})
    assert b"External-Description: een Bag-Size: 1\n" in bag["bag-info.txt"]


@pytest.mark.parametrize("naam", ["50% klaar.xlsx", "a\nb", "a\rb", "a\udcff"])
def test_a_name_that_readers_read_differently_does_not_fit(naam: str) -> None:
    assert not past_in_lijst(naam)
    assert past_in_lijst(veilige_naam(naam.encode("utf-8", "replace").decode()))


@given(st.text(max_size=30))
def test_a_stored_name_fits_in_a_list(naam: str) -> None:
    opgeslagen = veilige_naam(naam.encode("utf-8", "replace").decode())
    assert past_in_lijst(opgeslagen)


def test_both_judges_accept_every_stored_name(tmp_path: Path) -> None:
    namen = ["a b.xlsx", "Ünïcode ß.ods", "'citaat'.csv", "(1) + & #2.xlsx", "😀.xlsx"]
    for pad, data in maak_bag({f"retour/{veilige_naam(n)}": b"x" for n in namen}, {}).items():
        (tmp_path / pad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pad).write_bytes(data)
    assert check_bag(tmp_path).bevindingen == ()
    assert bagit.Bag(str(tmp_path)).is_valid()
