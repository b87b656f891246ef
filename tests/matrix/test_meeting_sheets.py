"""A copy of a sheet, as people keep the state before a meeting: nothing typed on either is lost."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from archieven import Klaar, boom, maak_ronde
from invullen import codes, enige
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kaderxl.archives.bag import maak_bag
from kaderxl.commands.adopt import Adopted, adopt
from kaderxl.commands.archive import archive
from kaderxl.commands.history import history
from kaderxl.commands.merge import Merged, merge
from kaderxl.commands.verify import verify
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.rounds import Bevinding, Fase, Ronde
from kaderxl.reading import Reader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

RONDE = Ronde(2026, Fase.TUSSENSTAND)
MATRIX = f"matrix/monitoringsmatrix-{RONDE}.xlsx"
Plaats = tuple[str, str | int, str]
"""A sheet, the code or number of a row (a label on Samenvatting), and a header."""
Cellen = Mapping[Plaats, object]

DAG, LATER = datetime(2026, 12, 1), datetime(2026, 12, 8)
BESLOTEN: Cellen = {
    ("Besluitenlijst", 1, "Besluit BO"): "Groen",
    ("Besluitenlijst", 1, "Datum BO"): DAG,
    ("Monitoringstabel", "A02-I1", "Notitie"): "navragen",
    ("Verschillen", "A01-I2", "Besluit AO"): "Oranje",
    ("Focuspunten", 1, "Actie"): "locaties bellen",
    ("Besluitvorming", 1, "Stem Noordbouw"): "Groen",
    ("Jaarprogramma", 1, "Programma"): "bouwen",
    ("Samenvatting", l.VASTGESTELD_IN, ""): DAG,
}
ANDERS: Cellen = {
    ("Besluitenlijst", 1, "Besluit BO"): "Afgerond",
    ("Besluitenlijst", 1, "Datum BO"): LATER,
    ("Monitoringstabel", "A02-I1", "Notitie"): "laten rusten",
    ("Verschillen", "A01-I2", "Besluit AO"): "Groen",
    ("Focuspunten", 1, "Actie"): "locaties schrijven",
    ("Besluitvorming", 1, "Stem Noordbouw"): "Rood",
    ("Jaarprogramma", 1, "Programma"): "slopen",
    ("Samenvatting", l.VASTGESTELD_IN, ""): LATER,
}
BLADEN = tuple(dict.fromkeys(blad for blad, _, _ in BESLOTEN))
DINGEN = len(BLADEN)


@pytest.fixture(scope="module")
def samengevoegd(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Klaar:
    """A tussenstand with two returns that differ, and its matrix."""
    return maak_ronde(tmp_path_factory.mktemp("kopie"), reader, ("GEM", "NB"), RONDE)


@pytest.fixture
def klaar(samengevoegd: Klaar, tmp_path: Path) -> Klaar:
    return samengevoegd.kopie(tmp_path)


def matrix_in(klaar: Klaar) -> Path:
    return klaar.output / str(RONDE) / MATRIX


def neem_over(klaar: Klaar, bestand: Path) -> Adopted:
    return adopt(RONDE, bestand, template=klaar.sjabloon, output=klaar.output, today=LATER.date())


def voeg_samen(klaar: Klaar) -> Merged:
    return merge(RONDE, template=klaar.sjabloon, output=klaar.output)


# What people do to the workbook


def cel(blad: Worksheet, sleutel: str | int, kop: str) -> Cell:
    """A cell by the code or number of its row and its header; without a header, beside a label."""
    if not kop:
        (label,) = (c for rij in blad.iter_rows() for c in rij if c.value == sleutel)
        gevonden = blad.cell(label.row, label.column + 1)
    else:
        koppen = [c.value for c in blad[2]]
        eerste = koppen.index("Nr" if isinstance(sleutel, int) else "Code")
        rij = next(r for r in blad.iter_rows(min_row=3) if r[eerste].value == sleutel)
        gevonden = rij[koppen.index(kop)]
    assert isinstance(gevonden, Cell)
    return gevonden


def typ(boek: Workbook, cellen: Cellen, achter: str = "") -> None:
    """Fill in cells; `achter` is what the names of the sheets end with."""
    for (blad, sleutel, kop), waarde in cellen.items():
        cel(boek[blad + achter], sleutel, kop).value = waarde  # type: ignore[assignment]


def kopieer(boek: Workbook, *bladen: str, vooraan: bool = False, naam: str = " (2)") -> None:
    """Copy sheets as Excel does: `Verschillen (2)`, behind the original or before it."""
    for blad in bladen:
        kopie = boek.copy_worksheet(boek[blad])
        kopie.title = f"{blad}{naam}"
        plaats = boek.index(boek[blad]) + (not vooraan)
        boek.move_sheet(kopie, plaats - boek.index(kopie))


def lees(bestand: Path, plaatsen: Cellen = BESLOTEN) -> dict[Plaats, object]:
    """What stands in these cells, the empty ones left out."""
    boek = load_workbook(bestand, data_only=True)
    gelezen = {(b, s, k): cel(boek[b], s, k).value for b, s, k in plaatsen}
    return {plaats: waarde for plaats, waarde in gelezen.items() if waarde is not None}


def over_kopieen(bevindingen: tuple[Bevinding, ...]) -> list[str]:
    regels = {catalogue.BLAD_GEKOZEN.code, catalogue.BLADEN_SPREKEN_TEGEN.code}
    return [code for code in codes(bevindingen) if code in regels]


# Each sheet, before and behind, decided in either


@pytest.mark.parametrize("opdracht", ["adopt", "merge"])
@pytest.mark.parametrize("vooraan", [True, False], ids=["before", "behind"])
@pytest.mark.parametrize("waar", ["original", "copy", "both", "differently"])
def test_every_sheet_copied(
    klaar: Klaar, tmp_path: Path, opdracht: str, *, vooraan: bool, waar: str
) -> None:
    matrix = matrix_in(klaar)
    boek = load_workbook(matrix)
    kopieer(boek, *BLADEN, l.GRONDSLAG, vooraan=vooraan)
    if waar != "copy":
        typ(boek, BESLOTEN)
    if waar != "original":
        typ(boek, ANDERS if waar == "differently" else BESLOTEN, " (2)")
    bestand = tmp_path / "na.xlsx" if opdracht == "adopt" else matrix
    boek.save(bestand)
    voor = boom(klaar.output)
    if (waar, opdracht) == ("differently", "merge"):
        with pytest.raises(NietUitgevoerd) as fout:
            voeg_samen(klaar)
        assert (
            over_kopieen(fout.value.bevindingen) == [catalogue.BLADEN_SPREKEN_TEGEN.code] * DINGEN
        )
        assert boom(klaar.output) == voor
        return
    if opdracht == "adopt":
        bevindingen = neem_over(klaar, bestand).bevindingen
    else:
        bevindingen = voeg_samen(klaar).matrix.bevindingen
    gezegd = {
        "original": [catalogue.BLAD_GEKOZEN.code] * len(BLADEN),
        "copy": [catalogue.BLAD_GEKOZEN.code] * len(BLADEN),
        "both": [],
        "differently": [catalogue.BLADEN_SPREKEN_TEGEN.code] * DINGEN,
    }
    assert over_kopieen(bevindingen) == gezegd[waar]
    assert lees(matrix) == ({} if waar == "differently" else BESLOTEN)
    assert catalogue.TEKST_BUITEN_DE_CELLEN.code not in codes(bevindingen)


@pytest.mark.parametrize("blad", BLADEN)
@pytest.mark.parametrize("zichtbaar", ["visible", "hidden", "veryHidden"])
def test_one_sheet_copied_and_decided_on_the_copy(
    klaar: Klaar,
    tmp_path: Path,
    blad: str,
    zichtbaar: Literal["visible", "hidden", "veryHidden"],
) -> None:
    eigen = {plaats: waarde for plaats, waarde in BESLOTEN.items() if plaats[0] == blad}
    boek = load_workbook(matrix_in(klaar))
    kopieer(boek, blad)
    typ(boek, eigen, " (2)")
    boek[f"{blad} (2)"].sheet_state = zichtbaar
    boek.save(tmp_path / "na.xlsx")
    uitkomst = neem_over(klaar, tmp_path / "na.xlsx")
    if zichtbaar != "visible":  # what nobody sees counts for nothing, and is named
        weg = enige(uitkomst.bevindingen, catalogue.VERBORGEN_KOPIE_IN_MATRIX)
        assert f"“{blad} (2)”" in weg.tekst
        assert lees(matrix_in(klaar)) == {}
        return
    assert lees(matrix_in(klaar)) == eigen
    gekozen = enige(uitkomst.bevindingen, catalogue.BLAD_GEKOZEN)
    assert f"“{blad} (2)” staat iets anders" in gekozen.tekst
    assert uitkomst.bewijs.name in gekozen.actie


def test_what_differs_is_named_with_the_cells_of_both(klaar: Klaar, tmp_path: Path) -> None:
    boek = load_workbook(matrix_in(klaar))
    kopieer(boek, "Besluitenlijst", "Focuspunten")
    typ(boek, {("Besluitenlijst", 1, "Besluit BO"): "Groen"})
    typ(boek, {("Besluitenlijst", 1, "Besluit BO"): "Rood"}, " (2)")
    typ(boek, {("Besluitenlijst", 1, "Reden besluit"): "c"}, " (2)")
    typ(boek, {("Focuspunten", 1, "Wie"): "gemeente"})
    typ(boek, {("Focuspunten", 2, "Wie"): "Noordbouw"}, " (2)")
    adres = cel(boek["Besluitenlijst"], 1, "Besluit BO").coordinate
    reden = cel(boek["Besluitenlijst"], 1, "Reden besluit").coordinate
    boek.save(tmp_path / "na.xlsx")
    uitkomst = neem_over(klaar, tmp_path / "na.xlsx")
    assert uitkomst.needs_attention
    besluit, *focuspunten = (
        b for b in uitkomst.bevindingen if b.code == catalogue.BLADEN_SPREKEN_TEGEN.code
    )
    assert besluit.plek == ("na.xlsx", "Besluitenlijst", adres)
    assert (
        f"bij 1: “Besluitenlijst” ({adres} Groen, {reden} leeg) en "
        f"“Besluitenlijst (2)” ({adres} Rood, {reden} c)"
    ) in besluit.tekst
    assert ["gemeente" in b.tekst for b in focuspunten] == [True, False]
    assert uitkomst.merged.matrix.vastgelegd.focuspunten == {}
    # an answer that was asked for once is asked for until somebody gives it
    opnieuw = neem_over(klaar, tmp_path / "na.xlsx")
    assert codes(opnieuw.bevindingen).count(catalogue.BLADEN_SPREKEN_TEGEN.code) == 3
    del boek["Besluitenlijst"], boek["Focuspunten (2)"]
    boek.save(tmp_path / "gekozen.xlsx")
    vastgelegd = neem_over(klaar, tmp_path / "gekozen.xlsx").merged.matrix.vastgelegd
    assert (vastgelegd.besluiten[1].kleur, vastgelegd.besluiten[1].reden) == ("Rood", "c")
    assert {n: p.wie for n, p in vastgelegd.focuspunten.items()} == {1: "gemeente"}


# Against what the matrix bears


def besluit(kleur: str, nummer: int = 1) -> Cellen:
    return {
        ("Besluitenlijst", nummer, "Besluit BO"): kleur,
        ("Besluitenlijst", nummer, "Datum BO"): DAG,
    }


def met(bron: Path, doel: Path, op_origineel: Cellen, op_kopie: Cellen) -> Path:
    """A workbook with a copy of Besluitenlijst, filled in on both."""
    boek = load_workbook(bron)
    kopieer(boek, "Besluitenlijst", vooraan=True)
    typ(boek, op_origineel)
    typ(boek, op_kopie, " (2)")
    boek.save(doel)
    return doel


def kleuren(uitkomst: Adopted) -> dict[int | str, str]:
    return {n: b.kleur for n, b in uitkomst.merged.matrix.besluiten.items()}


def test_a_copy_of_what_the_matrix_bears_gives_way_to_what_is_new(
    klaar: Klaar, tmp_path: Path
) -> None:
    eerst = met(matrix_in(klaar), tmp_path / "een.xlsx", besluit("Groen"), {})
    neem_over(klaar, eerst)
    verder = met(matrix_in(klaar), tmp_path / "twee.xlsx", besluit("Afgerond", 2), {})
    uitkomst = neem_over(klaar, verder)
    assert kleuren(uitkomst) == {1: "Groen", 2: "Afgerond"}
    assert over_kopieen(uitkomst.bevindingen) == [catalogue.BLAD_GEKOZEN.code]


def test_where_both_are_new_the_rest_is_taken_and_what_differs_stays_as_it_was(
    klaar: Klaar, tmp_path: Path
) -> None:
    neem_over(klaar, met(matrix_in(klaar), tmp_path / "een.xlsx", besluit("Groen"), {}))
    beide = besluit("Groen", 2)
    verder = met(
        matrix_in(klaar),
        tmp_path / "twee.xlsx",
        {**besluit("Rood"), **beide},
        {**besluit("Afgerond"), **beide},
    )
    uitkomst = neem_over(klaar, verder)
    assert kleuren(uitkomst) == {1: "Groen", 2: "Groen"}
    assert over_kopieen(uitkomst.bevindingen) == [catalogue.BLADEN_SPREKEN_TEGEN.code]
    assert catalogue.VASTGELEGD_BLIJFT.code not in codes(uitkomst.bevindingen)
    assert catalogue.VASTGELEGD_GEWIJZIGD.code not in codes(uitkomst.bevindingen)


def test_an_older_copy_takes_nothing_back(klaar: Klaar, tmp_path: Path) -> None:
    """The original is what the matrix bears, the copy what it bore before."""
    neem_over(klaar, met(matrix_in(klaar), tmp_path / "een.xlsx", besluit("Groen"), {}))
    neem_over(klaar, met(matrix_in(klaar), tmp_path / "twee.xlsx", besluit("Rood"), {}))
    oud_en_nieuw = met(matrix_in(klaar), tmp_path / "drie.xlsx", {}, besluit("Groen"))
    uitkomst = neem_over(klaar, oud_en_nieuw)
    assert kleuren(uitkomst) == {1: "Rood"}
    assert over_kopieen(uitkomst.bevindingen) == [catalogue.BLADEN_SPREKEN_TEGEN.code]


def test_what_was_not_chosen_does_not_come_back(klaar: Klaar, tmp_path: Path) -> None:
    """Going on in the file with both sheets, after the choice was made in another."""
    beide = met(matrix_in(klaar), tmp_path / "een.xlsx", besluit("Rood"), besluit("Afgerond"))
    neem_over(klaar, beide)
    boek = load_workbook(beide)
    del boek["Besluitenlijst (2)"]
    boek.save(tmp_path / "gekozen.xlsx")
    assert kleuren(neem_over(klaar, tmp_path / "gekozen.xlsx")) == {1: "Rood"}
    boek = load_workbook(beide)
    typ(boek, {("Focuspunten", 1, "Actie"): "bellen"})
    boek.save(tmp_path / "verder.xlsx")
    uitkomst = neem_over(klaar, tmp_path / "verder.xlsx")
    assert kleuren(uitkomst) == {1: "Rood"}
    assert uitkomst.merged.matrix.vastgelegd.focuspunten[1].actie == "bellen"
    assert over_kopieen(uitkomst.bevindingen) == [catalogue.BLADEN_SPREKEN_TEGEN.code]


def test_a_besluit_taken_out_of_one_of_two_sheets_of_the_matrix_is_asked_about(
    klaar: Klaar, tmp_path: Path
) -> None:
    gezet = {**besluit("Groen"), **besluit("Groen", 2)}
    neem_over(klaar, met(matrix_in(klaar), tmp_path / "een.xlsx", gezet, {}))
    weg = dict.fromkeys(besluit("Groen"))
    met(matrix_in(klaar), matrix_in(klaar), weg, {})
    with pytest.raises(NietUitgevoerd) as fout:
        voeg_samen(klaar)
    bevinding = enige(fout.value.bevindingen, catalogue.BLADEN_SPREKEN_TEGEN)
    assert "leeg" in bevinding.tekst


def test_a_basis_of_a_besluit_that_two_sheets_contradict_is_asked_about(klaar: Klaar) -> None:
    boek = load_workbook(matrix_in(klaar))
    kopieer(boek, l.GRONDSLAG)
    blad = boek[f"{l.GRONDSLAG} (2)"]
    cel(blad, "A01-I1", l.NU).value = "Rood, a"
    boek.save(matrix_in(klaar))
    with pytest.raises(NietUitgevoerd) as fout:
        voeg_samen(klaar)
    assert "Rood, a" in enige(fout.value.bevindingen, catalogue.BLADEN_SPREKEN_TEGEN).tekst


# The other commands that read a matrix


def test_no_command_takes_a_matrix_that_contradicts_itself_for_an_empty_one(klaar: Klaar) -> None:
    met(matrix_in(klaar), matrix_in(klaar), besluit("Rood"), besluit("Groen"))
    voor = boom(klaar.output)
    for vorm in (lambda: neem_over(klaar, matrix_in(klaar)), lambda: archief(klaar)):
        with pytest.raises(NietUitgevoerd) as fout:
            vorm()
        assert codes(fout.value.bevindingen) == [catalogue.BLADEN_SPREKEN_TEGEN.code]
        assert boom(klaar.output) == voor
    with pytest.raises(NietUitgevoerd) as fout:
        history(template=klaar.sjabloon, output=klaar.output)
    onleesbaar = enige(fout.value.bevindingen, catalogue.RONDE_ONLEESBAAR)
    assert "“Besluitenlijst (2)”" in onleesbaar.tekst


def archief(klaar: Klaar) -> Path:
    return archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True).map


def test_an_archived_matrix_that_contradicts_itself_is_not_reckoned_again(klaar: Klaar) -> None:
    bag = archief(klaar)
    assert verify([bag]).archieven[0].bevindingen == ()
    matrix = bag / "data" / MATRIX
    met(matrix, matrix, besluit("Rood"), besluit("Groen"))
    inhoud = {p.removeprefix("data/"): d for p, d in boom(bag / "data").items()}
    shutil.rmtree(bag)
    for pad, data in maak_bag(inhoud, {}).items():
        (bag / pad).parent.mkdir(parents=True, exist_ok=True)
        (bag / pad).write_bytes(data)
    (nagekeken,) = verify([bag]).archieven
    assert catalogue.NIET_NAGEREKEND.code in codes(nagekeken.bevindingen)
    assert not nagekeken.nagerekend


def test_the_command_says_what_to_do_and_ends_with_2(klaar: Klaar) -> None:
    met(matrix_in(klaar), matrix_in(klaar), besluit("Rood"), besluit("Groen"))
    uitkomst = klaar.geef("merge", "--year", 2026, "--round", "tussenstand")
    assert uitkomst.exit_code == 2
    assert "Verwijder het blad dat niet geldt" in uitkomst.output + uitkomst.stderr
