"""Two real processes on one ronde: what is left is what one after the other would leave.

A few pairs each time; two hundred with `KADERXL_ALL=1 python3 start.py test
tests/rounds/test_races.py`.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
import trustme
from afbreken import state
from klaarzetten import zet_klaar
from mailserver import Postbus

from kaderxl.reading import Reader

pytestmark = pytest.mark.lang

TIMES = 200 if os.environ.get("KADERXL_ALL") else 10
JAAR = ("--year", "2026")
OPDRACHTEN = {
    "generate": ("generate", "--year", "2026", "--round", "evaluatie"),
    "mail": ("mail", *JAAR),
    "mail --receipts": ("mail", *JAAR, "--receipts"),
    "collect a": ("collect", "inbox-a", *JAAR),
    "collect b": ("collect", "inbox-b", *JAAR),
    "choose NB": ("collect", "--choose", "NB.xlsx", "--reason", "gekozen", *JAAR),
    "exclude ZW": ("collect", "--exclude", "ZW.xlsx", "--reason", "verkeerd blad", *JAAR),
    "merge": ("merge", *JAAR),
    "adopt x": ("adopt", "x.xlsx", *JAAR),
    "adopt y": ("adopt", "y.xlsx", *JAAR),
    "archive": ("archive", "--concept", *JAAR),
    "history": ("history", "--csv"),
    "calendar": ("calendar",),
}
VERSTUUR = {
    "send": ("mail", *JAAR, "--send", "--yes"),
    "send again": ("mail", *JAAR, "--send", "--yes", "--again", "Noordbouw"),
}
PAREN = list(combinations_with_replacement(OPDRACHTEN, 2))
ALTIJD = [("adopt x", "merge"), ("adopt x", "adopt y"), ("collect a", "collect a")]
Staat = dict[str, str]


@pytest.fixture(scope="module")
def klaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    return zet_klaar(tmp_path_factory.mktemp("klaar"), reader)


def races() -> Iterator[tuple[str, str, float]]:
    """Every pair in turn, always with those that were seen to lose something; seeded."""
    toeval = random.Random(20261129)
    rest = [paar for paar in PAREN if paar not in ALTIJD]
    toeval.shuffle(rest)
    paren = ALTIJD + rest
    for n in range(TIMES):
        yield *paren[n % len(paren)], round(toeval.random() * (n % 4) / 3, 2)


def start(map_: Path, opdracht: str, **omgeving: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kaderxl", *(OPDRACHTEN | VERSTUUR)[opdracht]],
        cwd=map_,
        env={**os.environ, **omgeving},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def na_elkaar(klaar: Path, map_: Path, *opdrachten: str) -> Staat:
    """What is left when one begins after the other has ended."""
    werk = shutil.copytree(klaar, map_)
    for opdracht in opdrachten:
        start(werk, opdracht).communicate()
    return state(werk)


@pytest.mark.parametrize(("een", "ander", "later"), list(races()))
def test_two_at_once_leave_what_one_after_the_other_would(
    klaar: Path, tmp_path: Path, een: str, ander: str, later: float
) -> None:
    mag = [
        na_elkaar(klaar, tmp_path / "een-ander", een, ander),
        na_elkaar(klaar, tmp_path / "ander-een", ander, een),
    ]
    werk = shutil.copytree(klaar, tmp_path / "tegelijk")
    eerste = start(werk, een)
    time.sleep(later)
    tweede = start(werk, ander)
    gezegd = [p.communicate(timeout=120)[0] for p in (eerste, tweede)]
    assert "Traceback" not in "".join(gezegd)
    for proces, woorden in zip((eerste, tweede), gezegd, strict=True):
        assert proces.returncode in (0, 1) or "Er is niets" in woorden, gezegd
    nu = state(werk)
    verschil = [sorted(pad for pad in nu | staat if nu.get(pad) != staat.get(pad)) for staat in mag]
    assert [] in verschil, (verschil, gezegd)


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, str]:
    """An authority, and the file by which a process trusts it."""
    ca, pem = trustme.CA(), tmp_path_factory.mktemp("ca") / "ca.pem"
    ca.cert_pem.write_to_path(str(pem))
    return ca, str(pem)


@pytest.mark.parametrize("later", [0.0, 0.2, 0.5, 1.0] * (3 if TIMES > 10 else 1))
@pytest.mark.parametrize("ander", VERSTUUR)
def test_two_who_send_at_once_send_each_mail_once(
    tmp_path: Path, reader: Reader, ca: tuple[trustme.CA, str], ander: str, later: float
) -> None:
    autoriteit, pem = ca
    with Postbus(autoriteit) as postbus:
        server = {"mailserver": "localhost", "mailserver_poort": str(postbus.poort)}
        werk = zet_klaar(tmp_path, reader, **server)
        eerste = start(werk, "send", SSL_CERT_FILE=pem)
        time.sleep(later)
        tweede = start(werk, ander, SSL_CERT_FILE=pem)
        gezegd = [p.communicate(timeout=120)[0] for p in (eerste, tweede)]
        aan = sorted(adres for adressen, _ in postbus.berichten for adres in adressen)
    allen = [f"{code.lower()}@partij.example" for code in ("GEM", "HB", "NB", "ZW")]
    assert sorted(set(aan)) == allen, gezegd
    # Who asks for one mail once more, after all were sent, gets that one.
    dubbel = [adres for adres in allen if aan.count(adres) > 1]
    assert dubbel in ([], ["nb@partij.example"] if ander == "send again" else []), gezegd
    assert (tweede.returncode, eerste.returncode) == (0, 0), gezegd
    lijst = (werk / "output/2026-evaluatie/mail/verzonden.csv").read_text("utf-8-sig")
    assert lijst.count("verzonden,") == len(aan)
