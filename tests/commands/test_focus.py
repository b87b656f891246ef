"""The workbook of the AO between two rondes: what is open, and what the AO says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from invullen import een_lezer_voor_alles, zoek_tabel
from openpyxl import Workbook, load_workbook
from zesjaar import Dossier, een_jaar, kopie_van

from kaderxl import Focus, collect, focus, generate, merge
from kaderxl.core import labels as l
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.sheets.focus import FOCUS, GEZEGD, KOLOMMEN, STAND_AO

EERST, DAARNA = Ronde(2026), Ronde(2027, Fase.TUSSENSTAND)
CODE = "AP-2026E-A01"
DAG = date(2027, 6, 3)


@pytest.fixture(scope="module")
def jaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Dossier:
    """Afspraak 1 has an action, afspraak 2 is a focuspunt without one."""
    actie = (1, "twee locaties zoeken", "Noordbouw", date(2027, 5, 1))
    with een_lezer_voor_alles(reader):
        return een_jaar(
            tmp_path_factory.mktemp("focus"), {1: "Oranje", 2: "Rood", 3: "Groen"}, actie
        )


@pytest.fixture
def dossier(jaar: Dossier, tmp_path: Path, reader: Reader) -> Iterator[Dossier]:
    with kopie_van(jaar, tmp_path, reader) as kopie:
        yield kopie


def doe(dossier: Dossier, bestand: Path | None = None) -> Focus:
    waar = dossier.sjabloon(2026), dossier.output
    return focus(DAARNA, bestand, template=waar[0], output=waar[1], today=DAG)


def rijen_van(bestand: Path) -> dict[str, list[object]]:
    blad = load_workbook(bestand)[FOCUS]
    return {str(r[0]): list(r) for r in blad.iter_rows(min_row=3, values_only=True) if r[0]}


def ingevuld(van: Path, naar: Path, zei: dict[str, tuple[str, str]]) -> Path:
    boek = load_workbook(van)
    blad = boek[FOCUS]
    kop = [c.value for c in blad[2]]
    for rij in blad.iter_rows(min_row=3):
        if wat := zei.get(str(rij[0].value)):
            rij[kop.index(STAND_AO)].value, rij[kop.index(GEZEGD)].value = wat
    boek.save(naar)
    return naar


def test_it_has_what_was_taken_on_and_each_focuspunt_without_it(dossier: Dossier) -> None:
    gemaakt = doe(dossier)
    rijen = rijen_van(gemaakt.bestand)
    assert [*rijen] == [CODE, "FP-02"]
    assert rijen[CODE][2:6][:3] == ["Oranje", "twee locaties zoeken", "Noordbouw"]
    assert rijen["FP-02"][2:4] == ["Rood", "nog niets afgesproken"]
    assert "2 regels voor het overleg op weg naar de tussenstand 2027." in gemaakt.lines()


def test_it_prints_on_one_page(dossier: Dossier) -> None:
    blad = load_workbook(doe(dossier).bestand)[FOCUS]
    assert (blad.page_setup.fitToHeight, blad.page_setup.fitToWidth) in ((1, 1), (None, None))
    inrichting = blad.sheet_properties.pageSetUpPr
    assert inrichting
    assert inrichting.fitToPage


def test_a_laptop_shows_all_of_it() -> None:
    assert sum(7 * kolom.breedte + 5 for kolom in KOLOMMEN) <= 1235


def test_twice_is_the_same_workbook(dossier: Dossier) -> None:
    eerst = doe(dossier).bestand.read_bytes()
    assert doe(dossier).bestand.read_bytes() == eerst


def test_what_the_ao_said_is_kept_and_shown_from_then_on(dossier: Dossier, tmp_path: Path) -> None:
    zei = {CODE: ("loopt", "wacht op de vergunning"), "FP-02": ("", "volgende keer een actie")}
    terug = ingevuld(doe(dossier).bestand, tmp_path / "AO juni.xlsx", zei)
    gezien = doe(dossier, terug)
    assert gezien.gezegd == tuple((code, *wat) for code, wat in zei.items())
    assert not gezien.needs_attention
    bewaard = next(gezien.bestand.parent.glob("*AO juni.xlsx"))
    assert bewaard.read_bytes() == terug.read_bytes()
    assert (
        rijen_van(doe(dossier).bestand)[CODE][6]
        == "AO: loopt: wacht op de vergunning (3 juni 2027)"
    )


def test_the_same_workbook_twice_says_nothing_new(dossier: Dossier, tmp_path: Path) -> None:
    terug = ingevuld(doe(dossier).bestand, tmp_path / "ao.xlsx", {CODE: ("gedaan", "")})
    assert doe(dossier, terug).gezegd
    assert doe(dossier, terug).gezegd == ()


def test_a_later_note_stands_beside_the_first_which_stays(dossier: Dossier, tmp_path: Path) -> None:
    leeg = doe(dossier).bestand.read_bytes()
    (tmp_path / "leeg.xlsx").write_bytes(leeg)
    for naam, stand in (("juni.xlsx", "loopt"), ("september.xlsx", "gedaan")):
        doe(dossier, ingevuld(tmp_path / "leeg.xlsx", tmp_path / naam, {CODE: (stand, "")}))
    lijst = (doe(dossier).bestand.parent / "ao.csv").read_text(encoding="utf-8")
    assert "loopt" in lijst
    assert rijen_van(doe(dossier).bestand)[CODE][6] == "AO: gedaan (3 juni 2027)"


def test_the_next_ronde_shows_it_to_the_partij_and_in_the_matrix(
    dossier: Dossier, tmp_path: Path
) -> None:
    zei = {CODE: ("loopt", "wacht"), "FP-02": ("", "actie zoeken")}
    doe(dossier, ingevuld(doe(dossier).bestand, tmp_path / "ao.xlsx", zei))
    sjabloon, output = dossier.sjabloon(2026), dossier.output
    generate(DAARNA, template=sjabloon, output=output, fictional=True)
    merge(DAARNA, template=sjabloon, output=output)
    boek = load_workbook(
        dossier.output / str(DAARNA) / "matrix" / f"monitoringsmatrix-{DAARNA}.xlsx"
    )
    gezegd = {str(r[0]): r[9] for r in boek[l.ACTIEPUNTEN].iter_rows(values_only=True) if r[0]}
    assert gezegd[CODE] == "loopt: wacht (3 juni 2027)"
    assert gezegd["FP-02"] == "actie zoeken (3 juni 2027)"
    blad = dossier.output / str(DAARNA) / "invulbladen" / f"Invulblad Noordbouw {DAARNA}.xlsx"
    teksten = [c for r in load_workbook(blad)[l.INVULBLAD].iter_rows(values_only=True) for c in r]
    assert any("AO: loopt: wacht (3 juni 2027)" in str(t) for t in teksten)


def test_a_row_of_ones_own_is_kept_and_named(dossier: Dossier, tmp_path: Path) -> None:
    boek = load_workbook(doe(dossier).bestand)
    blad = boek[FOCUS]
    blad.cell(8, 1).value, blad.cell(8, 9).value = "eigen", "ook nog bespreken"
    boek.save(tmp_path / "ao.xlsx")
    gezien = doe(dossier, tmp_path / "ao.xlsx")
    assert [(b.code, b.plek) for b in gezien.bevindingen] == [("M641", ("ao.xlsx", FOCUS, "A8"))]
    assert ("EIGEN", "", "ook nog bespreken") in gezien.gezegd


def test_another_workbook_is_refused_and_nothing_changes(dossier: Dossier, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "anders.xlsx")
    with pytest.raises(NietUitgevoerd) as fout:
        doe(dossier, tmp_path / "anders.xlsx")
    assert [b.code for b in fout.value.bevindingen] == ["M640"]
    assert not (dossier.output / str(DAARNA) / "overleg").exists()


def test_what_was_said_in_earlier_rondes_stands_there_too(dossier: Dossier, tmp_path: Path) -> None:
    """The AO in May, the partij in the tussenstand: both on the page towards the evaluatie."""
    terug = ingevuld(doe(dossier).bestand, tmp_path / "ao.xlsx", {CODE: ("loopt", "")})
    doe(dossier, terug)
    sjabloon, output = dossier.sjabloon(2026), dossier.output
    generate(DAARNA, template=sjabloon, output=output, fictional=True)
    blad = output / str(DAARNA) / "invulbladen" / f"Invulblad Noordbouw {DAARNA}.xlsx"
    boek = load_workbook(blad)
    zoek_tabel(boek).cel(CODE, l.PLANNEN).value = "loopt, wacht op grond"
    boek.save(tmp_path / "nb.xlsx")
    collect(DAARNA, [tmp_path / "nb.xlsx"], template=sjabloon, output=output)
    merge(DAARNA, template=sjabloon, output=output)
    later = focus(Ronde(2027), template=sjabloon, output=output, today=DAG)
    gezegd = rijen_van(later.bestand)[CODE][6]
    assert gezegd == "Noordbouw: loopt, wacht op grond\nAO: loopt (3 juni 2027)"


def test_a_page_that_somebody_filled_in_in_its_place_is_not_written_over(
    dossier: Dossier,
) -> None:
    bestand = doe(dossier).bestand
    ingevuld(bestand, bestand, {CODE: ("loopt", "wacht")})
    geschreven = bestand.read_bytes()
    gezien = doe(dossier)
    assert [b.code for b in gezien.bevindingen] == ["M651"]
    assert bestand.read_bytes() == geschreven
    terug = doe(dossier, bestand)
    assert terug.gezegd == ((CODE, "loopt", "wacht"),)
    assert rijen_van(bestand)[CODE][6] == "AO: loopt: wacht (3 juni 2027)"
    assert geschreven in [b.read_bytes() for b in bestand.parent.iterdir()]


def test_taking_it_back_leaves_what_the_next_run_writes(dossier: Dossier, tmp_path: Path) -> None:
    terug = ingevuld(doe(dossier).bestand, tmp_path / "ao.xlsx", {CODE: ("gedaan", "")})
    direct = doe(dossier, terug).bestand.read_bytes()
    assert doe(dossier).bestand.read_bytes() == direct
