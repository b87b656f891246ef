"""The sheet Besluitenlijst: what the BO decides about and with, in view together, and its marks."""

from __future__ import annotations

import io
from datetime import date

import pytest
from excelmaten import Blad, bladen_van
from excelrekenen import reken
from invullen import RONDE, antwoorden, inzending, oordeel
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kaderxl.core import labels as l
from kaderxl.core.answers import Waarde
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Afgesproken, Besluit, Matrix, Vastgelegd
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets import decision_list as lijst
from kaderxl.matrix.sheets.workbook import write_matrix

KOPPEN = (
    "Nr, Afspraak, Voorstel, Wat verschilt, Besluit BO, Reden besluit, Toelichting besluit, "
    "Datum BO, Nog te doen"
).split(", ")
ADRES = {kop: get_column_letter(n) for n, kop in enumerate(KOPPEN, 1)}
DAG = date(2027, 3, 30)


@pytest.fixture(scope="module")
def matrix(kader: Kader) -> Matrix:
    """Everybody answered; over A11 two partijen differ."""
    gegeven = {p.code: antwoorden(kader, p.code) for p in kader.partijen}
    for partij, kleur in (("DV", "Groen"), ("WB", "Rood")):
        gegeven[partij]["A11-I1"] = oordeel(kleur, "b" if kleur == "Rood" else None, "Fictief")
    return combine(kader, RONDE, [inzending(kader, p, wat) for p, wat in gegeven.items()])


def blad_van(matrix: Matrix) -> Blad:
    return bladen_van(write_matrix(matrix))[l.BESLUITENLIJST]


# In view


def test_it_stands_behind_the_summary_with_a_row_an_afspraak(matrix: Matrix) -> None:
    bladen = bladen_van(write_matrix(matrix))
    assert [*bladen][:2] == [l.SAMENVATTING, l.BESLUITENLIJST]
    rijen = [*bladen[l.BESLUITENLIJST].waarden.iter_rows(min_row=2, values_only=True)]
    assert [*rijen[0]] == KOPPEN
    assert [rij[:2] for rij in rijen[1:]] == [(a.nummer, a.titel) for a in matrix.kader.afspraken]


def test_all_of_it_is_on_one_screen_and_on_one_page(matrix: Matrix) -> None:
    """Nineteen afspraken of two lines at most, and what is left to do beside them."""
    blad = blad_van(matrix)
    assert blad.venster().toont("A1:I21")
    assert (blad.waarden.sheet_view.zoomScale or 0) >= 80
    assert {blad.hoogte(rij) for rij in range(3, 22)} <= {15.0, 30.0}
    assert blad.afgesneden() == []
    assert min(blad.op_papier().values()) >= 9
    assert sum(blad.hoogte(rij) for rij in range(1, 22)) * blad.schaal() < 595 - 1.1 * 72


def test_the_words_that_say_which_row_it_is_stay_in_view(matrix: Matrix) -> None:
    vast = blad_van(matrix).waarden.sheet_view.pane
    assert vast is not None
    assert (vast.state, vast.topLeftCell) == ("frozen", "C3")


def test_what_is_proposed_and_what_differs(matrix: Matrix) -> None:
    ao = Vastgelegd(afgesproken={"A11-I1": Afgesproken("A11-I1", "Oranje")})
    bo = Vastgelegd(besluiten={11: Besluit(11, "Groen", "", DAG)})
    besproken, besloten = (combine(matrix.kader, RONDE, matrix.inzendingen, v) for v in (ao, bo))
    for stand, verwacht in (
        (matrix, ("Rood", "1 open")),
        (besproken, ("Oranje", "1 besproken")),
        (besloten, ("Rood", "1 besloten")),
    ):
        rijen = {r[0]: r for r in blad_van(stand).waarden.iter_rows(min_row=3, values_only=True)}
        assert rijen[11][2:4] == verwacht
        assert rijen[8][3] == "–"


# Filling in

GEVALLEN: list[tuple[str | None, str | None, Waarde, str]] = [
    (None, None, None, lijst.KIES_BESLUIT),
    (None, "a", DAG, lijst.KIES_BESLUIT),
    ("Paars", None, DAG, lijst.KIES_BESLUIT),
    ("Rood", None, DAG, lijst.KIES_REDEN),
    ("oranje ", " ", None, lijst.KIES_REDEN),
    ("Oranje", "c", DAG, lijst.REDEN_PAST_NIET),
    ("Oranje", "C – geplande afspraak vervalt", DAG, lijst.REDEN_PAST_NIET),
    ("Groen", "a", DAG, lijst.REDEN_PAST_NIET),
    ("Rood", "C", None, lijst.VUL_DATUM_IN),
    ("Groen", None, "binnenkort", lijst.VUL_DATUM_IN),
    ("Rood", "c – geplande afspraak vervalt", DAG, lijst.IN_ORDE),
    ("Rood", "Fictief: in eigen woorden", DAG, lijst.IN_ORDE),
    ("Groen", "zie de notulen", DAG, lijst.IN_ORDE),
    ("groen", None, DAG, lijst.IN_ORDE),
]
"""What is typed as besluit, reden and datum, and what is left to do."""


def getypt(matrix: Matrix, gevallen: list[tuple[str | None, str | None, Waarde, str]]) -> bytes:
    """The matrix with these typed from the first afspraak on."""
    boek = load_workbook(io.BytesIO(write_matrix(matrix)))
    blad = boek[l.BESLUITENLIJST]
    for rij, (besluit, reden, datum, _) in enumerate(gevallen, 3):
        for kop, waarde in ((l.BESLUIT, besluit), (l.BESLUIT_REDEN, reden), (l.DATUM_BO, datum)):
            blad[f"{ADRES[kop]}{rij}"] = waarde
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def test_what_is_left_to_do_is_said_as_soon_as_it_is_typed(matrix: Matrix) -> None:
    """Live, and the same once it was taken over."""
    data = getypt(matrix, GEVALLEN)
    uitkomst, verwacht = reken(data), [zegt for *_, zegt in GEVALLEN]
    rijen = range(3, 3 + len(GEVALLEN))
    assert [uitkomst[l.BESLUITENLIJST, f"I{rij}"] for rij in rijen] == verwacht
    assert uitkomst[l.BESLUITENLIJST, "I1"] == "Nog 15 van 19"
    licht = matrix.kader.stoplicht
    vast: dict[int | str, Besluit] = {
        n: Besluit(n, licht.lees(kleur or "") or kleur or "", (reden or "").strip(), datum)
        for n, (kleur, reden, datum, _) in enumerate(GEVALLEN, 1)
    }
    nieuw = blad_van(combine(matrix.kader, RONDE, matrix.inzendingen, Vastgelegd(vast))).waarden
    assert [nieuw[f"I{rij}"].value for rij in rijen] == verwacht


def test_the_table_and_the_summary_follow_what_is_typed(matrix: Matrix) -> None:
    data = getypt(matrix, [("Rood", "c", DAG, "")])
    uitkomst, tabel = reken(data), load_workbook(io.BytesIO(data))[l.MONITORINGSTABEL]
    kolom = {c.value: c.coordinate[:-1] for c in tabel[2]}
    eerste, tweede = (
        {kop: uitkomst[l.MONITORINGSTABEL, f"{kolom[kop]}{rij}"] for kop in
         (l.VOORTGANG, l.BESLUIT, l.BESLUIT_REDEN, l.GEZET)}
        for rij in (3, 4)
    )  # fmt: skip
    gezet = "besluit BO 30-3-2027; reden: c – geplande afspraak vervalt; deze indicator: Groen"
    assert eerste == {
        l.VOORTGANG: "Rood",
        l.BESLUIT: "Rood",
        l.BESLUIT_REDEN: "c",
        l.GEZET: gezet,
    }
    assert (tweede[l.VOORTGANG], tweede[l.GEZET]) == ("afspraak: Rood", "deze indicator: Oranje")
    assert [w for w in uitkomst.values() if "over 1 van de 19" in str(w)]


def test_when_all_is_decided_it_says_so(kader: Kader) -> None:
    besluiten = {a.nummer: Besluit(a.nummer, "Groen", "", DAG) for a in kader.afspraken}
    blad = blad_van(combine(kader, RONDE, [], Vastgelegd(besluiten)))
    assert blad.waarden["I1"].value == lijst.ALLES_BESLOTEN


def test_of_an_afspraak_that_is_not_in_this_year_nothing_is_asked(kader: Kader) -> None:
    ronde = Ronde(2028)
    niet = {a.nummer for a in kader.afspraken} - {
        i.afspraak for i in kader.actief(2028) if not i.open
    }
    assert niet
    blad = blad_van(combine(kader, ronde, []))
    rijen = {r[0]: r for r in blad.waarden.iter_rows(min_row=3, values_only=True)}
    assert {n for n, r in rijen.items() if r[-1] == "–"} == niet
    samen = len(rijen) - len(niet)
    assert blad.waarden["I1"].value == f"Nog {samen} van {samen}"


def test_the_cells_offer_what_can_be_chosen(matrix: Matrix) -> None:
    blad = blad_van(matrix).waarden
    keuzes = {str(k.sqref)[0]: k for k in blad.data_validations.dataValidation}
    besluit, reden, dag = (keuzes[ADRES[k]] for k in (l.BESLUIT, l.BESLUIT_REDEN, l.DATUM_BO))
    assert {str(k.sqref)[1:] for k in keuzes.values()} == {"3:E21", "3:F21", "3:H21"}
    assert besluit.type == "list"
    assert reden.formula1 == 'IF($E3="Oranje",Keuze_oranje,IF($E3="Rood",Keuze_rood,Keuze_geen))'
    assert not reden.showErrorMessage, "the letter alone, and words of one's own"
    assert (dag.type, dag.operator or "between") == ("date", "between")
    vrij = {c.coordinate[0] for rij in blad.iter_rows(min_row=3) for c in rij
            if not c.protection.locked}  # fmt: skip
    assert vrij == {ADRES[k] for k in (*KOPPEN[4:8],)}
    assert blad.protection.sheet
    assert not blad.protection.objects, "comments may be made, and are read"


def test_the_cell_that_lacks_something_is_marked(matrix: Matrix) -> None:
    blad = blad_van(matrix).waarden
    regels = {
        str(bereik.sqref): [r.formula[0] for r in bereik.rules]
        for bereik in blad.conditional_formatting
    }
    for kop, woord in (
        (l.BESLUIT, lijst.KIES_BESLUIT),
        (l.BESLUIT_REDEN, lijst.KIES_REDEN),
        (l.BESLUIT_REDEN, lijst.REDEN_PAST_NIET),
        (l.DATUM_BO, lijst.VUL_DATUM_IN),
    ):
        eigen = regels[f"{ADRES[kop]}3:{ADRES[kop]}21"]
        assert any(f'$I3="{woord}"' in formule for formule in eigen), (kop, woord)


# What follows from it


def test_the_focuspunten_are_numbered_by_what_is_decided_now(matrix: Matrix) -> None:
    """The most cautious first, wherever their rows stand; the summary names them in that order."""
    data = getypt(
        matrix, [("Groen", None, DAG, ""), ("Oranje", "a", DAG, ""), ("Rood", "a", DAG, "")]
    )
    uitkomst, boek = reken(data), load_workbook(io.BytesIO(data))
    koppen = [c.value for c in boek[l.FOCUSPUNTEN][2]]
    kleur, nummer = (get_column_letter(koppen.index(k) + 1) for k in (l.VOORTGANG, "Volgnummer"))
    rijen = range(3, 22)
    punten = {
        uitkomst[l.FOCUSPUNTEN, f"{nummer}{rij}"]: uitkomst[l.FOCUSPUNTEN, f"{kleur}{rij}"]
        for rij in rijen
    }
    genummerd = {n: woord for n, woord in punten.items() if n != "–"}
    assert [*sorted(genummerd)] == [*range(1, len(genummerd) + 1)]
    op_nummer = [woord for _, woord in sorted(genummerd.items())]
    assert op_nummer == sorted(op_nummer, reverse=True), "Rood before Oranje"
    assert {"Rood", "Oranje"} == {*op_nummer}
