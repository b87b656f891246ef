"""A matrix from before there was a Besluitenlijst, with besluiten typed on Monitoringstabel itself.

`made_before/` has one as it was written then, what was kept of it when it was handed out, and what
was published of it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from archieven import Klaar, maak_ronde
from invullen import codes, enige
from openpyxl import Workbook, load_workbook

from kaderxl.commands.adopt import Adopted, adopt
from kaderxl.commands.merge import Merged, merge
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.outcome import Besluit
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.settled import Cellen, cells_of, from_content
from kaderxl.reading import Reader

pytestmark = pytest.mark.usefixtures("een_lezer")

RONDE = Ronde(2026, Fase.TUSSENSTAND)
TOEN = Path(__file__).parent / "made_before"
MATRIX = TOEN / f"monitoringsmatrix-{RONDE}.xlsx"
(BASIS,) = TOEN.glob("matrix-*.json")
VANDAAG, LATER = date(2026, 12, 20), datetime(2026, 12, 18)


@pytest.fixture(scope="module")
def begonnen(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Klaar:
    """The ronde it was of, with a matrix of now in which nothing is settled."""
    return maak_ronde(tmp_path_factory.mktemp("toen"), reader, ("GEM", "NB"), RONDE)


@pytest.fixture
def klaar(begonnen: Klaar, tmp_path: Path) -> Klaar:
    return begonnen.kopie(tmp_path)


def matrix_in(klaar: Klaar) -> Path:
    return klaar.output / str(RONDE) / "matrix" / MATRIX.name


def voeg_samen(klaar: Klaar) -> Merged:
    return merge(RONDE, template=klaar.sjabloon, output=klaar.output, today=VANDAAG)


def neem_over(klaar: Klaar, bestand: Path) -> Adopted:
    return adopt(RONDE, bestand, template=klaar.sjabloon, output=klaar.output, today=VANDAAG)


def toen() -> Cellen:
    """All that was settled in it."""
    cellen = from_content(json.loads(BASIS.read_bytes())["inhoud"])
    assert cellen
    return cellen


def bewaar_basis(klaar: Klaar) -> None:
    shutil.copy(BASIS, klaar.output / str(RONDE) / "uitgegeven")


def typ(boek: Workbook, code: str, **cellen: object) -> None:
    blad = boek[l.MONITORINGSTABEL]
    koppen = [c.value for c in blad[2]]
    rij = next(r for r in blad.iter_rows(min_row=3) if r[koppen.index(l.CODE)].value == code)
    for kop, waarde in cellen.items():
        rij[koppen.index(kop.replace("_", " "))].value = waarde  # type: ignore[assignment]


def test_it_holds_every_kind_of_thing_that_people_settle() -> None:
    assert {veld for veld, _, _ in toen()} == {
        "besluiten", "afgesproken", "focuspunten", "stemmingen", "programma", "notities",
        "wijzigingen", "stempunten", "vastgesteld",
    }  # fmt: skip
    assert l.BESLUITENLIJST not in load_workbook(MATRIX, read_only=True).sheetnames


@pytest.mark.parametrize("met_basis", [True, False])
def test_in_its_place_it_is_made_anew_with_all_that_was_settled(
    klaar: Klaar, *, met_basis: bool
) -> None:
    shutil.copy(MATRIX, matrix_in(klaar))
    if met_basis:
        bewaar_basis(klaar)
    for _ in range(2):
        uitkomst = voeg_samen(klaar)
        assert cells_of(uitkomst.matrix.vastgelegd) == toen()
        assert uitkomst.veranderd == ()
    lijst = load_workbook(matrix_in(klaar), data_only=True)[l.BESLUITENLIJST]
    koppen = [c.value for c in lijst[2]]
    besluiten = [koppen.index(kop) for kop in (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO)]
    rijen = [[r[k] for k in besluiten] for r in lijst.iter_rows(min_row=3, values_only=True)]
    dag = datetime(2026, 12, 14)
    assert rijen == [["Oranje", "a", dag], ["Rood", "Fictief: de grond is weg", dag], [None] * 3]
    assert uitkomst.publicatie is not None
    gepubliceerd = (uitkomst.publicatie / f"monitoringsmatrix-{RONDE}.csv").read_text("utf-8")
    assert gepubliceerd == (TOEN / f"monitoringsmatrix-{RONDE}.csv").read_text("utf-8")


@pytest.mark.parametrize("met_basis", [True, False])
def test_handed_in_what_was_settled_in_it_is_taken_over(klaar: Klaar, *, met_basis: bool) -> None:
    if met_basis:
        bewaar_basis(klaar)
        shutil.copy(MATRIX, matrix_in(klaar))
    boek = load_workbook(MATRIX)
    typ(boek, "A01-I1", Besluit_BO="groen", Reden_besluit=None, Datum_BO=LATER)
    typ(boek, "A03-I1", Besluit_BO="Afgerond", Datum_BO=LATER, Notitie="Fictief: klaar")
    boek.save(klaar.output / "na.xlsx")
    uitkomst = neem_over(klaar, klaar.output / "na.xlsx")
    besluiten = uitkomst.merged.matrix.besluiten
    assert besluiten[1] == Besluit(1, "Groen", "", LATER.date())
    assert besluiten[3] == Besluit(3, "Afgerond", "", LATER.date())
    overig = {p: w for p, w in toen().items() if p[:2] != ("besluiten", 1)}
    assert overig.items() <= cells_of(uitkomst.merged.matrix.vastgelegd).items()
    assert catalogue.TEKST_BUITEN_DE_CELLEN.code not in codes(uitkomst.bevindingen)
    assert cells_of(voeg_samen(klaar).matrix.vastgelegd) == cells_of(
        uitkomst.merged.matrix.vastgelegd
    )


def test_an_old_copy_and_a_new_one_of_the_same_matrix_lie_together(klaar: Klaar) -> None:
    shutil.copy(MATRIX, matrix_in(klaar))
    bewaar_basis(klaar)
    voeg_samen(klaar)
    nieuw, oud = load_workbook(matrix_in(klaar)), load_workbook(MATRIX)
    rij = next(r for r in nieuw[l.BESLUITENLIJST].iter_rows(min_row=3) if r[0].value == 3)
    koppen = [c.value for c in nieuw[l.BESLUITENLIJST][2]]
    rij[koppen.index(l.BESLUIT)].value = "Groen"
    typ(oud, "A01-I1", Besluit_BO="Rood", Reden_besluit="b")
    for naam, boek in (("nieuw.xlsx", nieuw), ("oud.xlsx", oud)):
        boek.save(klaar.output / naam)
        uitkomst = neem_over(klaar, klaar.output / naam)
    kleuren = {n: b.kleur for n, b in uitkomst.merged.matrix.besluiten.items()}
    assert kleuren == {1: "Rood", 2: "Rood", 3: "Groen"}


MIS: Mapping[str, object] = {"Besluit_BO": "Rood", "Reden_besluit": "b", "Datum_BO": LATER}


@pytest.mark.parametrize("kop", MIS)
def test_what_is_typed_on_the_table_of_now_is_named_with_where_it_goes(
    klaar: Klaar, kop: str
) -> None:
    boek = load_workbook(matrix_in(klaar))
    typ(boek, "A02-I2", **{kop: MIS[kop]})
    boek.save(klaar.output / "na.xlsx")
    bevinding = enige(
        neem_over(klaar, klaar.output / "na.xlsx").bevindingen, catalogue.BESLUIT_OP_DE_TABEL
    )
    koppen = [c.value for c in boek[l.MONITORINGSTABEL][2]]
    kolom = koppen.index(kop.replace("_", " ")) + 1
    assert bevinding.plek.cel == boek[l.MONITORINGSTABEL].cell(6, kolom).coordinate
    assert "Besluitenlijst, bij afspraak 2" in bevinding.actie
    shutil.copy(klaar.output / "na.xlsx", matrix_in(klaar))
    with pytest.raises(NietUitgevoerd) as fout:
        voeg_samen(klaar)
    assert codes(fout.value.bevindingen) == [catalogue.BESLUIT_OP_DE_TABEL.code]


def test_a_matrix_whose_list_of_besluiten_was_taken_out_is_not_read_as_one_of_then(
    klaar: Klaar,
) -> None:
    boek = load_workbook(matrix_in(klaar))
    del boek[l.BESLUITENLIJST]
    boek.save(klaar.output / "na.xlsx")
    with pytest.raises(NietUitgevoerd) as fout:
        neem_over(klaar, klaar.output / "na.xlsx")
    assert codes(fout.value.bevindingen) == [catalogue.GEEN_MATRIX.code]
    shutil.copy(klaar.output / "na.xlsx", matrix_in(klaar))
    with pytest.raises(NietUitgevoerd) as fout:
        voeg_samen(klaar)
    assert codes(fout.value.bevindingen) == [catalogue.MATRIX_ONLEESBAAR.code]
