"""What somebody took on at a meeting: asked, answered, shown and filed in the rondes after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from invullen import een_lezer_voor_alles, zoek_tabel
from openpyxl import load_workbook
from zesjaar import LATER, Dossier, besluit, een_jaar, kopie_van

from kaderxl import archive, calendar, collect, generate, merge, verify
from kaderxl.core import labels as l
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.returns.asked_back import LIJST

EERST, DAARNA = Ronde(2026), Ronde(2027, Fase.TUSSENSTAND)
CODE = "AP-2026E-A01"
BESLUITEN = {1: "Oranje", 2: "Groen", 3: "Groen"}


def matrix_van(dossier: Dossier, ronde: Ronde) -> Path:
    return dossier.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"


@pytest.fixture(scope="module")
def jaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Dossier:
    actie = (1, "twee locaties zoeken", "Noordbouw", date(2027, 5, 1))
    with een_lezer_voor_alles(reader):
        gedaan = een_jaar(tmp_path_factory.mktemp("toegezegd"), BESLUITEN, actie)
        sjabloon = gedaan.sjabloon(2026)
        generate(DAARNA, template=sjabloon, output=gedaan.output, fictional=True)
    return gedaan


@pytest.fixture
def dossier(jaar: Dossier, tmp_path: Path, reader: Reader) -> Iterator[Dossier]:
    with kopie_van(jaar, tmp_path, reader) as kopie:
        yield kopie


def blad_van(dossier: Dossier, naam: str) -> Path:
    return dossier.output / str(DAARNA) / "invulbladen" / f"Invulblad {naam} {DAARNA}.xlsx"


def zeg(dossier: Dossier, map_: Path, tekst: str) -> list[str]:
    """Noordbouw answers; the codes of what `collect` says of it."""
    boek = load_workbook(blad_van(dossier, "Noordbouw"))
    tabel = zoek_tabel(boek)
    tabel.cel(CODE, l.PLANNEN).value = tekst
    bestand = map_ / "terug.xlsx"
    boek.save(bestand)
    gedaan = collect(DAARNA, [bestand], template=dossier.sjabloon(2026), output=dossier.output)
    return [b.code for i in gedaan.inzendingen for b in i.bevindingen]


def test_who_took_it_on_is_asked_and_the_others_are_not(dossier: Dossier) -> None:
    tabel = zoek_tabel(load_workbook(blad_van(dossier, "Noordbouw")))
    vraag = str(tabel.cel(CODE, l.VRAAG).value)
    assert vraag.startswith(
        "1. Meer woningen: twee locaties zoeken (Noordbouw, 1 mei 2027): gedaan, loopt of"
    )
    assert tabel.cel(CODE, l.CONTROLE).value is not None
    assert CODE not in zoek_tabel(load_workbook(blad_van(dossier, "Zuidwonen"))).rijen


def test_the_matrix_shows_what_became_of_it(dossier: Dossier, tmp_path: Path) -> None:
    assert "I480" not in zeg(dossier, tmp_path, "Loopt: wacht op de vergunning")
    merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output)
    blad = load_workbook(matrix_van(dossier, DAARNA))[l.ACTIEPUNTEN]
    (rij,) = (r for r in blad.iter_rows(values_only=True) if r[0] == CODE)
    assert rij[6:9] == ("Noordbouw", "loopt", "wacht op de vergunning")


@pytest.mark.parametrize(("tekst", "code"), [("geen idee", "I480"), ("niet gedaan", "I481")])
def test_an_answer_that_does_not_say_how_it_stands_is_asked_about(
    dossier: Dossier, tmp_path: Path, tekst: str, code: str
) -> None:
    assert code in zeg(dossier, tmp_path, tekst)


def test_what_was_asked_is_kept_in_the_folder_and_the_archive(
    dossier: Dossier, tmp_path: Path
) -> None:
    zeg(dossier, tmp_path, "gedaan")
    merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output)
    assert (dossier.output / str(DAARNA) / "uitgegeven" / LIJST).is_file()
    besluit(dossier, DAARNA, BESLUITEN)
    map_ = archive(DAARNA, template=dossier.sjabloon(2026), output=dossier.output, today=LATER).map
    alleen = Path(shutil.copytree(map_, tmp_path / "elders" / map_.name))
    gezien = verify([alleen])
    assert not gezien.needs_attention, [*gezien.lines()]


@pytest.mark.parametrize(("tekst", "weer"), [("gedaan", False), ("loopt", True)])
def test_it_comes_back_until_it_is_over(
    dossier: Dossier, tmp_path: Path, tekst: str, weer: bool
) -> None:
    zeg(dossier, tmp_path, tekst)
    merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output)
    dan = Ronde(2027)
    generate(dan, template=dossier.sjabloon(2026), output=dossier.output, fictional=True)
    bestand = dossier.output / str(dan) / "invulbladen" / f"Invulblad Noordbouw {dan}.xlsx"
    tabel = zoek_tabel(load_workbook(bestand))
    assert (CODE in tabel.rijen) is weer
    if weer:
        assert str(tabel.cel(CODE, l.VRAAG).value).endswith("Vorige keer: loopt")


def test_its_day_stands_in_the_calendar_until_it_is_over(dossier: Dossier, tmp_path: Path) -> None:
    def titels() -> list[str]:
        agenda = calendar(
            2027,
            template=dossier.sjabloon(2026),
            output=dossier.output,
            today=date(2027, 1, 5),
        )
        return [t.titel for t in agenda.termijnen if t.dag == date(2027, 5, 1)]

    assert titels() == ["Actiepunt: twee locaties zoeken"]
    zeg(dossier, tmp_path, "gedaan")
    merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output)
    assert titels() == []


def test_what_nobody_said_a_word_of_is_on_ontbrekend(dossier: Dossier, tmp_path: Path) -> None:
    def mist() -> bool:
        merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output)
        blad = load_workbook(matrix_van(dossier, DAARNA))[l.ONTBREKEND]
        return CODE in [rij[1] for rij in blad.iter_rows(values_only=True)]

    assert mist()
    zeg(dossier, tmp_path, "loopt")
    assert not mist()
