"""What somebody may mean by a cell is named, in a return and in a matrix, and never taken over."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from invullen import (
    RONDE,
    Wijziging,
    als_antwoorden,
    antwoorden,
    bewerk,
    enige,
    ingevuld_blad,
    invullen,
    leeg_blad,
    neem_in,
    vul,
    zet,
    zoek_tabel,
)
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from tekeningen import met_tekening

from kaderxl import adopt, collect, merge
from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Inzending
from kaderxl.core.findings import Regel
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding
from kaderxl.reading import Reader
from kaderxl.template.kinds import JA_NEE

pytestmark = pytest.mark.usefixtures("een_lezer")

PARTIJ, CODE, NR = "DV", "A07-I1", 7
KENMERK = re.compile(r"[A-Z]+-20\d\d[TE]-[A-Z]+-[0-9A-F]{4}-..")
MATRIX = Path("2026-evaluatie", "matrix", "monitoringsmatrix-2026-evaluatie.xlsx")


@pytest.fixture(scope="module")
def klein(kader: Kader) -> Kader:
    over = tuple(i for i in kader.indicatoren if i.code in ("A06-I2", CODE))
    return replace(kader, indicatoren=over)


Neem = Callable[[Wijziging], Inzending]


@pytest.fixture
def neem(klein: Kader, reader: Reader) -> Neem:
    return lambda wijzig: neem_in(reader, klein, bewerk(ingevuld_blad(klein, PARTIJ), wijzig))


def test_an_answer_that_is_struck_through_counts_and_is_asked_about(neem: Neem) -> None:
    def streep(boek: Workbook) -> None:
        zoek_tabel(boek).cel(CODE, "Toelichting").font = Font(strike=True)

    inzending = neem(streep)
    gestreept = enige(inzending.bevindingen, catalogue.DOORGESTREEPT)
    veld = inzending.voorzetten[CODE].velden["Toelichting"]
    assert gestreept.plek == veld.plek
    assert veld.tekst in gestreept.tekst


@pytest.mark.parametrize(
    ("opmaak", "getoond"), [("#,##0,", "1.235"), (";;;", "niets"), ("0.0,,", "1,2")]
)
def test_a_format_that_shows_another_number_is_told_with_both(
    neem: Neem, opmaak: str, getoond: str
) -> None:
    def maak_op(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel(f"{CODE}-M1", "Waarde")
        cel.value, cel.number_format = 1_234_567, opmaak

    inzending = neem(maak_op)
    bevinding = enige(inzending.bevindingen, catalogue.GETALOPMAAK)
    assert inzending.voorzetten[CODE].waarden[f"{CODE}-M1"].waarde == 1_234_567
    assert f"De cel toont {getoond}," in bevinding.tekst
    assert "1.234.567" in bevinding.tekst


def test_a_link_behind_an_answer_is_named(neem: Neem) -> None:
    def verwijs(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel(CODE, "Toelichting")
        cel.value, cel.hyperlink = "Fictief: zie het rapport", "https://fictief.example/rapport"

    inzending = neem(verwijs)
    link = enige(inzending.bevindingen, catalogue.LINK_ACHTER_TEKST)
    assert "https://fictief.example/rapport" in link.tekst
    assert link.plek == inzending.voorzetten[CODE].velden["Toelichting"].plek


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [("Fictief: niet gelukt", catalogue.TEKSTVAK), ("", catalogue.AFBEELDING)],
)
def test_what_lies_over_the_sheet_is_named_with_its_cell(
    klein: Kader, reader: Reader, tekst: str, regel: Regel
) -> None:
    data = met_tekening(ingevuld_blad(klein, PARTIJ), 9, 11, tekst)
    inzending = neem_in(reader, klein, data)
    bevinding = enige(inzending.bevindingen, regel)
    assert (bevinding.plek.blad, bevinding.plek.cel) == ("Invulblad", "K9")
    assert tekst in bevinding.tekst
    assert all(voorzet.compleet for voorzet in inzending.voorzetten.values())


@pytest.mark.parametrize("hoe", ["rij", "kolom", "wit"])
def test_an_answer_that_nobody_sees_counts_and_is_asked_about(neem: Neem, hoe: str) -> None:
    def verberg(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        cel = tabel.cel(CODE, "Toelichting")
        if hoe == "rij":
            tabel.blad.row_dimensions[cel.row].hidden = True
        elif hoe == "kolom":
            tabel.blad.column_dimensions[cel.column_letter].hidden = True
        else:
            cel.font = Font(color="FFFFFFFF")

    inzending = neem(verberg)
    veld = inzending.voorzetten[CODE].velden["Toelichting"]
    gevonden = [b for b in inzending.bevindingen if b.code == catalogue.ANTWOORD_ONZICHTBAAR.code]
    (bevinding,) = (b for b in gevonden if b.plek == veld.plek)
    assert veld.tekst in bevinding.tekst


def test_what_says_something_of_a_person_in_a_link_is_seen(neem: Neem) -> None:
    def verwijs(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel(CODE, "Toelichting")
        cel.value, cel.hyperlink = "Fictief: vraag het haar", "mailto:iemand@fictief.example"

    assert "een e-mailadres" in enige(neem(verwijs).bevindingen, catalogue.PERSOONSGEGEVENS).tekst


def test_a_sheet_as_we_made_it_bears_none_of_these_signs(neem: Neem) -> None:
    assert not neem(lambda boek: None).bevindingen


def overal_anders(boek: Workbook) -> None:
    """Codes with another dash, and a sign that nobody sees in codes, headers, colours, kenmerk."""
    tabel = zoek_tabel(boek)
    for code, rij in tabel.rijen.items():
        zet(tabel.cel(code, "Code"), "\ufeff" + code.replace("-", "\u2011"))
        kleur = tabel.blad.cell(rij, tabel.kolommen["Antwoord"])
        if kleur.value and "-M" not in code:
            kleur.value = f"{str(kleur.value)[:2]}\u00ad{str(kleur.value)[2:]}\u200b"
    for kolom in tabel.kolommen.values():
        kop = tabel.blad.cell(tabel.kopregel, kolom)
        kop.value = f"\u200b{kop.value}"
    for blad in boek.worksheets:
        for cel in (c for rij in blad.iter_rows() for c in rij):
            if isinstance(cel.value, str) and KENMERK.fullmatch(cel.value):
                cel.value = cel.value.replace("-", "\u2013")


def test_signs_that_nobody_sees_change_nothing_in_a_return(neem: Neem) -> None:
    eerst, nu = neem(lambda boek: None), neem(overal_anders)
    assert als_antwoorden(nu).keys() == als_antwoorden(eerst).keys()
    assert all(voorzet.compleet for voorzet in nu.voorzetten.values())
    assert not nu.bevindingen


def test_a_cell_with_only_what_nobody_sees_is_no_answer(neem: Neem) -> None:
    def wis(boek: Workbook) -> None:
        zoek_tabel(boek).cel(CODE, "Toelichting").value = "\u200b"

    assert "Toelichting" not in neem(wis).voorzetten[CODE].velden


@pytest.mark.parametrize(("cel", "antwoord"), [(True, True), (False, False), ("WAAR", True)])
def test_a_truth_where_yes_or_no_is_asked_is_that_answer(
    kader: Kader, reader: Reader, cel: object, antwoord: bool
) -> None:
    gevraagd = next(
        m
        for _, meetwaarden in kader.vragen_aan(PARTIJ, 2026)
        for m in meetwaarden
        if m.soort is JA_NEE
    )
    data = bewerk(ingevuld_blad(kader, PARTIJ), invullen({gevraagd.code: {"Waarde": cel}}))
    inzending = neem_in(reader, kader, data)
    assert inzending.voorzetten[gevraagd.indicator].waarden[gevraagd.code].waarde is antwoord


@pytest.mark.parametrize("staat", ["hidden", "veryHidden"])
@pytest.mark.parametrize("vooraan", [True, False])
def test_a_hidden_copy_of_the_sheet_never_counts_above_the_visible_one(
    neem: Neem, staat: Literal["hidden", "veryHidden"], vooraan: bool
) -> None:
    """Neither where the two differ, nor where the visible one was left empty."""

    def verberg_kopie(boek: Workbook) -> None:
        blad = zoek_tabel(boek).blad
        kopie = boek.copy_worksheet(blad)
        kopie.title, kopie.sheet_state = "Oud", staat
        tabel = zoek_tabel(boek)
        zet(tabel.cel("A06-I2", "Beoordeling"), None)
        zet(tabel.cel(CODE, "Toelichting"), "Fictief: dit is het nu")
        if vooraan:
            boek.move_sheet(kopie, -boek.index(kopie))

    inzending = neem(verberg_kopie)
    assert inzending.voorzetten["A06-I2"].beoordeling is None
    assert inzending.voorzetten[CODE].toelichting == "Fictief: dit is het nu"
    bevinding = enige(inzending.bevindingen, catalogue.VERBORGEN_KOPIE)
    assert "“Oud”" in bevinding.tekst
    assert [b for b in inzending.bevindingen if b.plek.blad == "Oud"] == [bevinding]


def test_the_only_sheet_counts_though_it_is_hidden(neem: Neem) -> None:
    def verberg(boek: Workbook) -> None:
        boek.create_sheet("Leeg")
        zoek_tabel(boek).blad.sheet_state = "hidden"

    inzending = neem(verberg)
    assert all(voorzet.compleet for voorzet in inzending.voorzetten.values())
    assert not inzending.bevindingen


# A matrix


@pytest.fixture(scope="module")
def samengevoegd(kader: Kader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with the matrix of one return."""
    uitvoer = tmp_path_factory.mktemp("tekens") / "output"
    uitvoer.mkdir()
    blad = vul(leeg_blad(kader, PARTIJ), antwoorden(kader, PARTIJ))
    (uitvoer / "DV.xlsx").write_bytes(blad)
    collect(RONDE, [uitvoer], output=uitvoer)
    merge(RONDE, output=uitvoer)
    return uitvoer


Neem_over = Callable[[Callable[[Worksheet, dict[str, int]], None]], tuple[Bevinding, ...]]


@pytest.fixture
def neem_over(samengevoegd: Path, tmp_path: Path) -> Neem_over:
    """What `adopt` says of a copy of the matrix after a change to its sheet Besluitenlijst."""

    def neem_over(
        wijzig: Callable[[Worksheet, dict[str, int]], None],
    ) -> tuple[Bevinding, ...]:
        uitvoer = shutil.copytree(samengevoegd, tmp_path / "output")
        boek = load_workbook(uitvoer / MATRIX)
        blad = boek[l.BESLUITENLIJST]
        wijzig(blad, kolommen_van(blad))
        boek.save(tmp_path / "ao.xlsx")
        dag = date(2027, 3, 20)
        return adopt(RONDE, tmp_path / "ao.xlsx", output=uitvoer, today=dag).bevindingen

    return neem_over


def kolommen_van(blad: Worksheet) -> dict[str, int]:
    return {
        str(cel.value): cel.column
        for rij in blad.iter_rows(max_row=6)
        if any(c.value in (l.CODE, l.NR) for c in rij)
        for cel in rij
        if cel.value is not None
    }


def rij_van(blad: Worksheet, code: str | int) -> int:
    return next(cel.row for rij in blad.iter_rows() for cel in rij if cel.value == code)


def test_a_matrix_as_we_made_it_bears_none_of_these_signs(neem_over: Neem_over) -> None:
    gevonden = neem_over(lambda blad, kolommen: None)
    assert [b.code for b in gevonden] == [catalogue.NIETS_VERANDERD.code]


def test_a_besluit_painted_and_not_written_is_asked_about(neem_over: Neem_over) -> None:
    def kleur(blad: Worksheet, kolommen: dict[str, int]) -> None:
        cel = blad.cell(rij_van(blad, NR), kolommen[l.BESLUIT])
        cel.fill = PatternFill("solid", fgColor="00B050")
        plekken.append(cel.coordinate)

    plekken: list[str] = []
    bevinding = enige(neem_over(kleur), catalogue.GEKLEURD_IN_MATRIX)
    assert (bevinding.plek.blad, bevinding.plek.cel) == (l.BESLUITENLIJST, *plekken)
    assert "Groen" in bevinding.actie


@pytest.mark.parametrize(
    ("waarde", "regel", "woord"),
    [
        ("#N/A", catalogue.FOUTWAARDE_IN_MATRIX, "#N/A"),
        ('="Groen"', catalogue.FORMULE_ZONDER_UITKOMST_IN_MATRIX, "zonder uitkomst"),
    ],
)
def test_a_besluit_that_is_an_error_or_has_no_result_is_named(
    neem_over: Neem_over, waarde: str, regel: Regel, woord: str
) -> None:
    def typ(blad: Worksheet, kolommen: dict[str, int]) -> None:
        cel = blad.cell(rij_van(blad, NR), kolommen[l.BESLUIT])
        cel.value = waarde
        plekken.append(cel.coordinate)

    plekken: list[str] = []
    bevinding = enige(neem_over(typ), regel)
    assert [bevinding.plek.cel] == plekken
    assert woord in bevinding.tekst


def in_een_verborgen_rij(blad: Worksheet, cel: Cell) -> None:
    blad.row_dimensions[cel.row].hidden = True


def in_een_verborgen_kolom(blad: Worksheet, cel: Cell) -> None:
    blad.column_dimensions[cel.column_letter].hidden = True


def in_de_kleur_van_het_papier(blad: Worksheet, cel: Cell) -> None:
    del blad
    cel.font = Font(color=cel.fill.fgColor.rgb if cel.fill.fill_type else "FFFFFFFF")


def op_een_verborgen_blad(blad: Worksheet, cel: Cell) -> None:
    del cel
    blad.sheet_state = "hidden"


@pytest.mark.parametrize(
    "verberg",
    [
        in_een_verborgen_rij,
        in_een_verborgen_kolom,
        in_de_kleur_van_het_papier,
        op_een_verborgen_blad,
    ],
)
def test_a_besluit_that_nobody_sees_is_taken_over_and_named(
    neem_over: Neem_over, verberg: Callable[[Worksheet, Cell], None]
) -> None:
    def besluit(blad: Worksheet, kolommen: dict[str, int]) -> None:
        cel = blad.cell(rij_van(blad, NR), kolommen[l.BESLUIT])
        assert isinstance(cel, Cell)
        cel.value = "Groen"
        verberg(blad, cel)
        plekken.append(cel.coordinate)

    plekken: list[str] = []
    bevinding = enige(neem_over(besluit), catalogue.ONZICHTBAAR_IN_MATRIX)
    assert [bevinding.plek.cel] == plekken
    assert "“Groen”" in bevinding.tekst


def test_a_day_of_the_bo_that_nobody_sees_is_named(samengevoegd: Path, tmp_path: Path) -> None:
    uitvoer = shutil.copytree(samengevoegd, tmp_path / "output")
    boek = load_workbook(uitvoer / MATRIX)
    blad = boek[l.SAMENVATTING]
    dag = next(
        naast
        for rij in blad.iter_rows(max_col=2)
        for cel, naast in [rij]
        if cel.value == l.VASTGESTELD_IN
    )
    dag.value, dag.font = date(2027, 3, 18), Font(color="FFFFFFFF")
    boek.save(tmp_path / "ao.xlsx")
    gevonden = adopt(
        RONDE, tmp_path / "ao.xlsx", output=uitvoer, today=date(2027, 3, 20)
    ).bevindingen
    bevinding = enige(gevonden, catalogue.ONZICHTBAAR_IN_MATRIX)
    assert bevinding.plek.cel == dag.coordinate
    assert "18-3-2027" in bevinding.tekst


def test_a_besluit_that_shows_another_word_is_told_with_both(neem_over: Neem_over) -> None:
    def typ(blad: Worksheet, kolommen: dict[str, int]) -> None:
        cel = blad.cell(rij_van(blad, NR), kolommen[l.BESLUIT])
        cel.value, cel.number_format = "Groen", '0;0;0;"Rood"'

    tekst = enige(neem_over(typ), catalogue.GETALOPMAAK_IN_MATRIX).tekst
    assert "toont Rood" in tekst
    assert "gelezen is Groen" in tekst


def test_a_note_beside_a_code_with_another_dash_is_of_that_code(
    samengevoegd: Path, tmp_path: Path
) -> None:
    uitvoer = shutil.copytree(samengevoegd, tmp_path / "output")
    boek = load_workbook(uitvoer / MATRIX)
    lijst = boek[l.BESLUITENLIJST]
    kolommen, rij = kolommen_van(lijst), rij_van(lijst, NR)
    lijst.cell(rij, kolommen[l.BESLUIT]).value = "Gro\u00aden"
    lijst.cell(rij, kolommen[l.DATUM_BO]).value = date(2027, 3, 12)
    blad = boek[l.MONITORINGSTABEL]
    kolommen, rij = kolommen_van(blad), rij_van(blad, CODE)
    blad.cell(rij, kolommen[l.NOTITIE]).value = "Fictief: navragen"
    blad.cell(rij, kolommen[l.CODE]).value = CODE.replace("-", "\u2013")
    boek.save(tmp_path / "ao.xlsx")
    uitkomst = adopt(RONDE, tmp_path / "ao.xlsx", output=uitvoer, today=date(2027, 3, 20))
    assert not uitkomst.bevindingen
    vastgelegd = uitkomst.merged.matrix.vastgelegd
    assert vastgelegd.besluiten[NR].kleur == "Groen"
    assert vastgelegd.notities == {CODE: "Fictief: navragen"}


def test_besluiten_merged_or_struck_through_are_asked_about(neem_over: Neem_over) -> None:
    def streep(blad: Worksheet, kolommen: dict[str, int]) -> None:
        rij, kolom = rij_van(blad, NR), kolommen[l.BESLUIT]
        blad.cell(rij, kolom).value = "Groen"
        blad.cell(rij, kolom).font = Font(strike=True)
        blad.merge_cells(start_row=rij, end_row=rij + 1, start_column=kolom, end_column=kolom)

    bevindingen = neem_over(streep)
    assert "Groen" in enige(bevindingen, catalogue.DOORGESTREEPT_IN_MATRIX).tekst
    assert "samengevoegd" in enige(bevindingen, catalogue.SAMENGEVOEGD_IN_MATRIX).tekst


def test_a_link_in_a_note_is_named(neem_over: Neem_over) -> None:
    def leg(blad: Worksheet, kolommen: dict[str, int]) -> None:
        cel = blad.cell(rij_van(blad, NR), kolommen[l.TOELICHTING_BESLUIT])
        cel.value = "zie het verslag"
        cel.hyperlink = "https://fictief.example/verslag"

    assert "fictief.example/verslag" in enige(neem_over(leg), catalogue.LINK_IN_MATRIX).tekst


def test_a_text_box_over_the_matrix_is_named(samengevoegd: Path, tmp_path: Path) -> None:
    uitvoer = shutil.copytree(samengevoegd, tmp_path / "output")
    data = met_tekening((uitvoer / MATRIX).read_bytes(), 3, 2, "Fictief: besluit is Rood", 2)
    (tmp_path / "ao.xlsx").write_bytes(data)
    dag = date(2027, 3, 20)
    bevindingen = adopt(RONDE, tmp_path / "ao.xlsx", output=uitvoer, today=dag).bevindingen
    bevinding = enige(bevindingen, catalogue.TEKSTVAK_IN_MATRIX)
    assert bevinding.plek.cel == "B3"
    assert "Fictief: besluit is Rood" in bevinding.tekst


def test_a_hidden_copy_in_a_matrix_is_not_read(samengevoegd: Path, tmp_path: Path) -> None:
    uitvoer = shutil.copytree(samengevoegd, tmp_path / "output")
    boek = load_workbook(uitvoer / MATRIX)
    blad = boek[l.BESLUITENLIJST]
    kopie = boek.copy_worksheet(blad)
    kopie.title, kopie.sheet_state = "Concept", "hidden"
    kopie.cell(rij_van(kopie, NR), kolommen_van(kopie)[l.BESLUIT]).value = "Rood"
    boek.move_sheet(kopie, -boek.index(kopie))
    boek.save(tmp_path / "ao.xlsx")
    uitkomst = adopt(RONDE, tmp_path / "ao.xlsx", output=uitvoer, today=date(2027, 3, 20))
    bevinding = enige(uitkomst.bevindingen, catalogue.VERBORGEN_KOPIE_IN_MATRIX)
    assert "“Concept”" in bevinding.tekst
    assert not uitkomst.merged.matrix.vastgelegd.besluiten


def test_of_a_matrix_whose_marks_were_cut_off_one_thing_is_said(
    samengevoegd: Path, tmp_path: Path
) -> None:
    """As a program does that keeps 255 signs of a text: else each of our texts was somebody's."""
    uitvoer = shutil.copytree(samengevoegd, tmp_path / "output")
    boek = load_workbook(uitvoer / MATRIX)
    for rij in boek["_teksten"].iter_rows(min_row=2):
        rij[0].value = str(rij[0].value)[:-1]
    boek.save(tmp_path / "ao.xlsx")
    dag = date(2027, 3, 20)
    gevonden = adopt(RONDE, tmp_path / "ao.xlsx", output=uitvoer, today=dag).bevindingen
    gezegd = {catalogue.MERKEN_AFGEKAPT.code, catalogue.NIETS_VERANDERD.code}
    assert {b.code for b in gevonden} == gezegd
    assert len(gevonden) == 2


def test_no_mark_is_longer_than_what_a_program_keeps_of_a_text(samengevoegd: Path) -> None:
    boek = load_workbook(samengevoegd / MATRIX)
    assert all(len(str(rij[0].value)) <= 255 for rij in boek["_teksten"].iter_rows())
