"""What `generate` makes, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from invullen import (
    RONDE,
    Antwoorden,
    achteraan,
    antwoorden,
    bewerk,
    codes,
    ingevuld_blad,
    leeg_blad,
    oordeel,
    vul,
    zoek_tabel,
)
from opdrachten import geef, inhoud, vul_map
from openpyxl import load_workbook

from kaderxl.commands.generate import generate
from kaderxl.commands.mail import mail
from kaderxl.core import catalogue, clock
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Ronde

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]

INVULBLAD_NB = Path("2026-evaluatie", "invulbladen", "Invulblad Noordbouw 2026-evaluatie.xlsx")


def test_generate_makes_a_sheet_for_each_partij(invulbladen: Path, klein: Kader) -> None:
    namen = {p.name for p in (invulbladen / "2026-evaluatie" / "invulbladen").iterdir()}
    assert namen == {f"Invulblad {p.naam} 2026-evaluatie.xlsx" for p in klein.partijen}
    bewaard = invulbladen.glob("2026-evaluatie/uitgegeven/*.json")
    assert inhoud(invulbladen).keys() == {f"2026-evaluatie/invulbladen/{n}" for n in namen} | {
        p.relative_to(invulbladen).as_posix() for p in bewaard
    }


@pytest.mark.parametrize(("vandaag", "te_laat"), [("2027-02-15", 0), ("2027-02-16", 1)])
def test_sheets_that_were_due_already_are_said_to_be(
    vandaag: str, te_laat: int, molendam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the clock of the one who makes them: the sheets themselves are the same on any day."""
    monkeypatch.setattr(clock, "today", lambda: date.fromisoformat(vandaag))
    for gezegd in (generate(RONDE, template=molendam), mail(RONDE, template=molendam)):
        regels = [r for r in gezegd.lines() if "15 februari 2027, is voorbij" in r]
        assert len(regels) == te_laat
        assert all("het blad Instellingen" in regel for regel in regels)


def test_generate_twice_gives_the_same_bytes(invulbladen: Path, molendam: Path) -> None:
    for _ in range(2):
        assert geef("generate", "--year", "2026", "--template", molendam).exit_code == 0
        assert inhoud(Path("output")) == inhoud(invulbladen)


@pytest.mark.parametrize(
    "maak",
    [
        lambda kader: vul(leeg_blad(kader, "NB"), {"A01-I1-M1": {"Waarde": 3}}),
        lambda kader: bewerk(
            leeg_blad(kader, "NB"),
            achteraan(("Code", "A99-I1"), ("Toelichting", "Fictief: extra regel")),
        ),
        lambda kader: ingevuld_blad(kader, "NB")[:2000],
        lambda kader: b"iets anders",
    ],
    ids=["one-answer", "answer-on-an-own-row", "damaged", "other-file"],
)
def test_generate_never_overwrites_what_may_hold_answers(
    klein: Kader, molendam: Path, invulbladen: Path, maak: Callable[[Kader], bytes]
) -> None:
    shutil.copytree(invulbladen, "output")
    blad = Path("output") / INVULBLAD_NB
    data = maak(klein)
    blad.write_bytes(data)
    uitkomst = geef("generate", "--year", "2026", "--template", molendam)
    assert blad.read_bytes() == data
    assert uitkomst.exit_code == 1
    assert catalogue.INVULBLAD_BLIJFT.code in uitkomst.stdout


def test_generate_replaces_an_empty_sheet(klein: Kader, molendam: Path, invulbladen: Path) -> None:
    shutil.copytree(invulbladen, "output")
    blad = Path("output") / INVULBLAD_NB
    blad.write_bytes(bewerk(leeg_blad(klein, "NB")))
    assert geef("generate", "--year", "2026", "--template", molendam).exit_code == 0
    assert blad.read_bytes() == (invulbladen / INVULBLAD_NB).read_bytes()


@pytest.fixture
def met_vorige_ronde(klein: Kader, molendam: Path, werkmap: Path) -> Path:
    """The sheet of Noordbouw for the evaluatie, after it answered in the tussenstand."""
    gegeven: Antwoorden = {"A01-I1": oordeel("Groen"), "A01-I1-M1": {"Waarde": 1234}}
    blad = leeg_blad(klein, "NB", Ronde(2026, Fase.TUSSENSTAND))
    vul_map(werkmap / "in", NB=vul(blad, gegeven))
    opties = ("--year", "2026", "--template", molendam)
    geef("collect", "in", *opties, "--round", "tussenstand")
    assert geef("generate", *opties).exit_code == 0
    return werkmap / "output" / INVULBLAD_NB


def test_previous_ronde_is_shown_in_the_next_sheet(met_vorige_ronde: Path) -> None:
    tabel = zoek_tabel(load_workbook(met_vorige_ronde))
    assert tabel.vorige_keer("A01-I1") == "Groen"
    assert tabel.vorige_keer("A01-I1-M1") == "1.234 woningen"
    assert tabel.vorige_keer("A01-I2") == "–"
    ander = met_vorige_ronde.with_name(INVULBLAD_NB.name.replace("Noordbouw", "Zuidwonen"))
    assert zoek_tabel(load_workbook(ander)).vorige_keer("A01-I1") == "–"


def test_sheet_with_a_previous_ronde_is_a_good_return(
    met_vorige_ronde: Path, klein: Kader, molendam: Path
) -> None:
    """What we showed is no answer and no loose text."""
    vul_map(Path("terug"), NB=vul(met_vorige_ronde.read_bytes(), antwoorden(klein, "NB")))
    uitkomst = geef("collect", "terug", "--year", "2026", "--template", molendam)
    assert uitkomst.exit_code == 0
    assert "5 van 5 compleet" in uitkomst.stdout
    assert "I318" not in uitkomst.stdout


@pytest.mark.parametrize("jaar", ["2025", "2032"])
def test_year_in_which_nothing_is_asked(jaar: str, werkmap: Path) -> None:
    uitkomst = geef("generate", "--year", jaar)
    assert uitkomst.exit_code == 2
    assert catalogue.NIETS_GEVRAAGD.code in uitkomst.stderr
    assert inhoud(werkmap) == {}


def test_template_that_is_not_there(werkmap: Path) -> None:
    uitkomst = geef("generate", "--year", "2026", "--template", "weg.xlsx")
    assert uitkomst.exit_code == 2
    assert catalogue.BESTAND_ONTBREEKT.code in uitkomst.stderr
    assert inhoud(werkmap) == {}


def test_what_cannot_be_done_raises_with_findings(tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd) as fout:
        generate(RONDE, template=tmp_path / "weg.xlsx")
    assert catalogue.SJABLOON_FOUT.code in codes(fout.value.bevindingen)
