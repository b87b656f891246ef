"""A matrix filled in by the AO and the BO and saved again by other programs: all in its place."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from archieven import Klaar, maak_ronde
from openpyxl import load_workbook
from openpyxl.cell import Cell
from programs import LANGSTE_TEKST, PROGRAMMAS

from kaderxl import Ronde, adopt
from kaderxl.core import catalogue, labels as l
from kaderxl.core.rounds import Fase
from kaderxl.matrix.settled import Cellen, cells_of
from kaderxl.reading import Reader

pytestmark = [pytest.mark.extern, pytest.mark.usefixtures("een_lezer")]

RONDE = Ronde(2026, Fase.TUSSENSTAND)
BO, VANDAAG = datetime(2026, 12, 14), date(2026, 12, 20)
INGEVULD: dict[tuple[str, str | int, str], str | float | datetime] = {
    (l.BESLUITENLIJST, 1, l.BESLUIT): "Oranje",
    (l.BESLUITENLIJST, 1, l.BESLUIT_REDEN): "a – vertraagd",
    (l.BESLUITENLIJST, 1, l.DATUM_BO): BO,
    (l.BESLUITENLIJST, 2, l.BESLUIT): "Rood",
    (l.BESLUITENLIJST, 2, l.BESLUIT_REDEN): "b",
    (l.BESLUITENLIJST, 2, l.TOELICHTING_BESLUIT): "Fictief: de grond is weg",
    (l.BESLUITENLIJST, 2, l.DATUM_BO): BO,
    (l.MONITORINGSTABEL, "A03-I2", l.NOTITIE): "=Fictief: navragen",
    (l.VERSCHILLEN, "A01-I2", l.BESLUIT_AO): "Oranje",
    (l.VERSCHILLEN, "A01-I2", l.TOELICHTING_AO): "Fictief: café ≥ 5 → €",
    (l.VERSCHILLEN, "A01-I2-M2", l.BESLUIT_AO): datetime(2026, 10, 1),
    (l.FOCUSPUNTEN, 2, l.ACTIE): "Fictief: bellen",
    (l.FOCUSPUNTEN, 2, l.WANNEER): datetime(2027, 2, 1),
    (l.BESLUITVORMING, 3, l.MODERATOR): "Ja",
    (l.BESLUITVORMING, 3, l.VANAF): datetime(2026, 11, 1),
    (l.BESLUITVORMING, 3, "Stem Noordbouw"): "Groen",
    (l.BESLUITVORMING, 3, "Stem Zuidwonen"): "Onthouding",
    (l.STEMMINGEN, "ST-1", l.STEMVRAAG): "Fictief: waar bouwen?",
    (l.STEMMINGEN, "ST-1", l.OPTIE.format("A")): "Noord",
    (l.STEMMINGEN, "ST-1", l.OPTIE.format("B")): "Zuid",
    (l.STEMMINGEN, "ST-1", "Stem Noordbouw"): "A",
    (l.STEMMINGEN, "ST-1", l.WAT_BESLOTEN): "Noord",
    (l.STEMMINGEN, "ST-1", l.DATUM_BO): BO,
    (l.JAARPROGRAMMA, 1, l.PROGRAMMA): "Fictief: bouwen\nen verder bouwen",
    (l.JAARPROGRAMMA, 1, l.BEGIN): datetime(2027, 1, 1),
    (l.JAARPROGRAMMA, 1, l.FOCUSPUNT): "Ja",
    (l.JAARPROGRAMMA, 1, l.BESLUIT): "akkoord",
    (l.WIJZIGINGEN, "W-1", l.TOELICHTING_AO): "Fictief: later",
    (l.WIJZIGINGEN, "W-1", l.DOEL_MINSTENS): 12.5,
}
"""By sheet, the code or number of the row, and header."""
OVER_HET_BESTAND = frozenset(
    regel.code
    for regel in (
        catalogue.BESLUIT_OP_DE_TABEL,
        catalogue.KLEUR_ERNAAST,
        catalogue.OVER_FORMULE,
        catalogue.TEKST_BUITEN_DE_CELLEN,
        catalogue.FORMULE_IN_MATRIX,
        catalogue.RIJ_SPREEKT_ZICH_TEGEN,
        catalogue.BLAD_WEG_UIT_MATRIX,
        catalogue.STEMPEL_ONBEKEND,
        catalogue.MATRIX_ZONDER_KENMERK,
        catalogue.RIJEN_VERHUISD,
    )
)
"""What would say that the program moved or changed what we wrote."""
WERKBOEKEN = {naam: p for naam, p in PROGRAMMAS.items() if p[1] != "csv"}


@pytest.fixture(scope="module")
def begonnen(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Klaar:
    return maak_ronde(tmp_path_factory.mktemp("programmas"), reader, ("GEM", "NB"), RONDE)


@pytest.fixture(scope="module")
def ingevuld(begonnen: Klaar) -> bytes:
    """The matrix with all of that typed in it."""
    boek = load_workbook(
        begonnen.output / str(RONDE) / "matrix" / f"monitoringsmatrix-{RONDE}.xlsx"
    )
    for (blad, sleutel, kop), waarde in INGEVULD.items():
        koppen = [c.value for c in boek[blad][2]]
        eerste = koppen.index(l.CODE if blad in (l.MONITORINGSTABEL, l.VERSCHILLEN) else l.NR)
        rij = next(r for r in boek[blad].iter_rows(min_row=3) if r[eerste].value == sleutel)
        cel = rij[koppen.index(kop)]
        assert isinstance(cel, Cell)
        cel.value = waarde
        if isinstance(waarde, str):
            cel.data_type = "s"  # a text, whatever it begins with
    samenvatting: Any = boek[l.SAMENVATTING]
    samenvatting._charts = []  # ExcelJS opens those of kaderxl, but not openpyxl's of them
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def overgenomen(klaar: Klaar, bestand: Path) -> tuple[Cellen, list[str]]:
    """What the matrix has after `adopt`, and what was said of the file."""
    uitkomst = adopt(RONDE, bestand, template=klaar.sjabloon, output=klaar.output, today=VANDAAG)
    gezegd = [f"{b.plek.blad}!{b.plek.cel} {b.tekst}" for b in uitkomst.bevindingen
              if b.code in OVER_HET_BESTAND]  # fmt: skip
    return cells_of(uitkomst.merged.matrix.vastgelegd), gezegd


@pytest.mark.parametrize("naam", WERKBOEKEN)
def test_saved_again_all_that_was_settled_is_in_its_place(
    naam: str, begonnen: Klaar, ingevuld: bytes, tmp_path: Path
) -> None:
    bron = tmp_path / "na het BO.xlsx"
    bron.write_bytes(ingevuld)
    recht, programma = begonnen.kopie(tmp_path / "recht"), begonnen.kopie(tmp_path / "weer")
    verwacht, _ = overgenomen(recht, bron)
    assert len(verwacht) == len(INGEVULD)
    opslaan, uitgang = WERKBOEKEN[naam]
    opnieuw = tmp_path / "opnieuw" / f"na het BO.{uitgang}"
    opnieuw.parent.mkdir()
    opslaan(bron, opnieuw)
    cellen, gezegd = overgenomen(programma, opnieuw)
    assert cellen == verwacht
    # What a program cuts off is no text of ours any more, and is named.
    assert [tekst for tekst in gezegd if len(tekst) < LANGSTE_TEKST.get(naam, len(tekst) + 1)] == []
