"""Each partij has files of its own, whatever its name is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from invullen import RONDE, Antwoorden, antwoorden, leeg_blad, vul
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl import collect, generate, mail
from kaderxl.core.kader import Kader
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

pytestmark = pytest.mark.usefixtures("een_lezer")

STOND_ER = ("Noordbouw", "Zuidwonen", "Huurdersbelang")
NAMEN = {"NB": "Huurders Noord/Zuid", "ZW": "Bewoners Oost/Zuid", "HB": "bewoners oost-zuid"}


@pytest.fixture
def sjabloon(tmp_path: Path) -> Path:
    """A template of which three parties would have one file between them."""
    bladen = {}
    for blad in ("Partijen", "Doelen"):
        tabel = STANDAARD[blad]
        for oud, nieuw in zip(STOND_ER, NAMEN.values(), strict=True):
            tabel = tabel.replace(oud, nieuw)
        bladen[blad] = tabel.replace("|        |            |   ", "| x@y.example | |   ")
    return schrijf_sjabloon(tmp_path / "sjabloon.xlsx", **bladen)


@pytest.fixture
def kader(sjabloon: Path, reader: Reader) -> Kader:
    return read_template(sjabloon, reader).geldig()


def op_windows(map_: Path) -> set[str]:
    """The files as Windows would tell them apart."""
    return {unicodedata.normalize("NFC", p.name).casefold() for p in map_.iterdir()}


def test_every_input_sheet_has_its_own_file(sjabloon: Path, tmp_path: Path) -> None:
    gemaakt = generate(RONDE, template=sjabloon, output=tmp_path / "output")
    bestanden = [blad.bestand for blad in gemaakt.invulbladen]
    assert len(op_windows(bestanden[0].parent)) == len(bestanden) == 4
    assert "Invulblad Huurders Noord-Zuid 2026-evaluatie.xlsx" in {b.name for b in bestanden}


def test_every_correction_workbook_has_its_own_file(
    sjabloon: Path, kader: Kader, tmp_path: Path
) -> None:
    for partij in NAMEN:
        eigen: Antwoorden = {**antwoorden(kader, partij), "A03-I1-M1": {"Waarde": "x"}}
        blad = vul(leeg_blad(kader, partij), eigen)
        (tmp_path / f"{partij}.xlsx").write_bytes(blad)
    paden = [tmp_path / f"{partij}.xlsx" for partij in NAMEN]
    collect(RONDE, paden, template=sjabloon, output=tmp_path / "output")
    assert len(op_windows(tmp_path / "output" / str(RONDE) / "herstel")) == len(NAMEN)


def test_every_mail_has_its_own_draft_and_its_own_sheet(sjabloon: Path, tmp_path: Path) -> None:
    generate(RONDE, template=sjabloon, output=tmp_path / "output")
    mails = mail(RONDE, template=sjabloon, output=tmp_path / "output").mails
    concepten = [m.bestand for m in mails if m.bestand]
    assert len({c.name.casefold() for c in concepten}) == len(concepten) == 4
    bijlagen = [b.naam for m in mails if m.concept for b in m.concept.bijlagen]
    assert len({b.casefold() for b in bijlagen}) == 4
