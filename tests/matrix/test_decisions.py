"""A besluit is never lost: what the BO wrote in the matrix is in the next one, or is reported."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from invullen import RONDE, codes, enige, ingevuld_blad
from openpyxl import load_workbook

from kaderxl.commands.collect import collect
from kaderxl.commands.merge import Merged, merge
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.identity import MATRIX as MATRIXCODE, Kenmerk, matrixkenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Besluit
from kaderxl.core.rounds import Bevinding, Fase, Ronde
from kaderxl.matrix.decisions import Gelezen, read_decisions
from kaderxl.reading import Document, Sheet, Value

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

KOPPEN: list[Value] = ["Afspraak", "Code", "Besluit BO", "Reden besluit", "Datum BO"]
MATRIX = Path("2026-evaluatie", "matrix", "monitoringsmatrix-2026-evaluatie.xlsx")


def lees(
    kader: Kader, *rijen: list[Value], koppen: list[Value] = KOPPEN
) -> tuple[dict[int | str, Besluit], list[Bevinding]]:
    """The besluiten in a matrix with these rows, and the findings."""
    blad = Sheet("Monitoringstabel", 0, 0, [["Titel", None, None, None, None], koppen, *rijen])
    gelezen = read_decisions("matrix.xlsx", Document("", "xlsx", (blad,)), kader, "oud.xlsx")
    assert gelezen is not None
    return dict(gelezen.vastgelegd.besluiten), list(gelezen.bevindingen)


def test_besluit_is_read_with_reason_date_and_place(kader: Kader) -> None:
    besluiten, bevindingen = lees(
        kader, ["1. Toevoegen", "A01-I1", "groen", "zie notulen 30 maart", datetime(2027, 3, 30)]
    )
    assert not bevindingen
    (besluit,) = besluiten.values()
    assert (besluit.afspraak, besluit.kleur) == (1, "Groen")
    assert (besluit.reden, besluit.datum) == ("zie notulen 30 maart", date(2027, 3, 30))


def test_each_part_of_a_besluit_has_its_own_cell(kader: Kader) -> None:
    rij: list[Value] = ["1. Toevoegen", "A01-I1", "groen", None, datetime(2027, 3, 30)]
    plekken = lees_bladen(kader, Sheet("Tabel", 0, 0, [KOPPEN, rij])).ingevuld.plekken
    for deel, cel_ in (("kleur", "C2"), ("reden", "D2"), ("datum", "E2")):
        assert plekken["besluiten", 1, deel] == ("matrix.xlsx", "Tabel", cel_)


def test_rows_that_point_to_the_first_hold_no_besluit(kader: Kader) -> None:
    besluiten, bevindingen = lees(
        kader,
        ["1. Toevoegen", "A01-I1", None, None, None],
        ["1. Toevoegen", "A01-I2", "zie A01-I1", "–", "–"],
    )
    assert (besluiten, bevindingen) == ({}, [])


@pytest.mark.parametrize(
    ("kolom", "tekst"),
    [(2, "zie notulen"), (3, "zie notulen"), (3, "zie A03-I1"), (4, "zie agenda")],
)
def test_words_of_the_bo_that_begin_with_zie_are_kept(kader: Kader, kolom: int, tekst: str) -> None:
    rij: list[Value] = ["1. Toevoegen", "A01-I1", "Groen", None, None]
    rij[kolom] = tekst
    besluiten, _ = lees(kader, rij)
    assert 1 in besluiten
    assert tekst in (besluiten[1].kleur, besluiten[1].reden, besluiten[1].datum)


@pytest.mark.parametrize("datum", ["30 maart", "nog te bepalen", "2027", "1/2/2027"])
def test_date_in_words_is_kept_as_written(kader: Kader, datum: str) -> None:
    besluiten, _ = lees(kader, ["1.", "A01-I1", "Groen", None, datum])
    assert besluiten[1].datum == datum


@pytest.mark.parametrize("datum", ["30 maart 2027", "30-3-2027", "2027-03-30"])
def test_date_in_words_with_one_reading_is_a_date(kader: Kader, datum: str) -> None:
    besluiten, _ = lees(kader, ["1.", "A01-I1", "Groen", None, datum])
    assert besluiten[1].datum == date(2027, 3, 30)


@pytest.mark.parametrize(
    ("getal", "datum"),
    [(46_376, date(2026, 12, 20)), (2027, "2027")],
)
def test_a_day_of_which_a_program_kept_the_number_is_that_day(
    kader: Kader, getal: float, datum: object
) -> None:
    """A year is no such number."""
    besluiten, _ = lees(kader, ["1.", "A01-I1", "Groen", None, getal])
    assert besluiten[1].datum == datum


def test_reason_alone_is_a_besluit_too(kader: Kader) -> None:
    besluiten, _ = lees(kader, ["1.", "A01-I1", None, "aangehouden", None])
    assert besluiten[1].reden == "aangehouden"


def test_unknown_colour_is_carried_over_and_reported(kader: Kader) -> None:
    besluiten, bevindingen = lees(kader, ["1.", "A01-I1", "Paars", None, None])
    assert besluiten[1].kleur == "Paars"
    bevinding = enige(bevindingen, catalogue.BESLUIT_ONBEKEND)
    assert "Paars" in bevinding.tekst
    assert bevinding.plek.cel == "C3"


def test_besluit_on_a_code_that_is_gone_names_the_copy(kader: Kader) -> None:
    besluiten, bevindingen = lees(kader, ["99.", "A99-I1", "Rood", "vervallen", None])
    assert besluiten == {}
    bevinding = enige(bevindingen, catalogue.BESLUIT_ONBEKENDE_AFSPRAAK)
    assert "A99-I1" in bevinding.tekst
    assert "Rood" in bevinding.tekst
    assert "oud.xlsx" in bevinding.actie


def test_two_besluiten_on_one_afspraak_are_reported(kader: Kader) -> None:
    besluiten, bevindingen = lees(
        kader,
        ["1.", "A01-I1", "Groen", None, None],
        ["1.", "A01-I2", "Rood", None, None],
    )
    assert besluiten == {}, "nothing is chosen, and nothing is put together"
    bevinding = enige(bevindingen, catalogue.BESLUITEN_BOTSEN)
    assert "“Groen” en “Rood”" in bevinding.tekst
    assert bevinding.plek.cel == "C4"


def test_a_colour_does_not_get_the_reason_of_another_row(kader: Kader) -> None:
    besluiten, bevindingen = lees(
        kader,
        ["1.", "A01-I1", "Groen", None, None],
        ["1.", "A01-I2", "Groen", "mits de bouw start", None],
    )
    assert besluiten == {}
    assert "mits de bouw start" in enige(bevindingen, catalogue.BESLUITEN_BOTSEN).tekst


def test_a_colour_beside_a_reason_on_another_row_is_named(kader: Kader) -> None:
    besluiten, bevindingen = lees(
        kader,
        ["1.", "A01-I1", None, "aangehouden", None],
        ["1.", "A01-I2", "Rood", None, None],
    )
    assert besluiten == {}
    assert "Rood" in enige(bevindingen, catalogue.BESLUITEN_BOTSEN).tekst


def test_the_same_besluit_on_two_rows_is_one(kader: Kader) -> None:
    rij: list[Value] = ["1.", "A01-I1", "Rood", "b", datetime(2027, 3, 30)]
    anders: list[Value] = ["1.", "A01-I2", "rood", "(B)", "30 maart 2027"]
    besluiten, bevindingen = lees(kader, rij, anders)
    assert bevindingen == []
    assert (besluiten[1].kleur, besluiten[1].reden) == ("Rood", "b")


@pytest.mark.parametrize("geschreven", ["b", "B", "(b)", "b.", "b)", " B. "])
def test_a_letter_is_a_reason_however_it_is_written(kader: Kader, geschreven: str) -> None:
    besluiten, _ = lees(kader, ["1.", "A01-I1", "Rood", geschreven, None])
    assert besluiten[1].reden == "b"


@pytest.mark.parametrize(
    "niets", ["nee", "Nog niet", "n.v.t.", "NVT", False, "-", " – ", "--", "?", "n.n.b.", "geen"]
)
def test_words_for_not_yet_are_no_day_of_the_bo(kader: Kader, niets: Value) -> None:
    besluiten, _ = lees(kader, ["1.", "A01-I1", "Groen", None, niets])
    assert besluiten[1].datum is None
    blad = Sheet("Samenvatting", 0, 0, [["Vastgesteld in het BO van", niets]])
    assert lees_bladen(kader, blad).vastgelegd.vastgesteld is None


def test_sorted_rows_and_moved_columns(kader: Kader) -> None:
    """The besluit goes by its code and its header, as everything else."""
    besluiten, bevindingen = lees(
        kader,
        [None, "Rood", "A03-I1", "te laat", "3."],
        [None, "Groen", "A01-I2", None, "1."],
        koppen=["Datum BO", "Besluit BO", "Code", "Reden besluit", "Afspraak"],
    )
    assert {n: b.kleur for n, b in besluiten.items()} == {3: "Rood", 1: "Groen"}
    assert not bevindingen


def test_workbook_without_such_a_table_is_none(kader: Kader) -> None:
    blad = Sheet("Blad1", 0, 0, [["Code", "iets"], ["A01-I1", "Groen"]])
    document = Document("", "xlsx", (blad,))
    assert read_decisions("matrix.xlsx", document, kader, "oud.xlsx") is None


# The other sheets, and the whole


MONITORINGSTABEL = Sheet("Monitoringstabel", 0, 0, [KOPPEN])


def lees_bladen(kader: Kader, *bladen: Sheet) -> Gelezen:
    """What is read of these sheets, beside an empty Monitoringstabel where that is not there."""
    eigen = any(blad.name == MONITORINGSTABEL.name for blad in bladen)
    document = Document("", "xlsx", (*(() if eigen else (MONITORINGSTABEL,)), *bladen))
    gelezen = read_decisions("matrix.xlsx", document, kader, "oud.xlsx")
    assert gelezen is not None
    return gelezen


def verschillen(*rijen: list[Value]) -> Sheet:
    return Sheet("Verschillen", 0, 0, [["Code", "Besluit AO", "Toelichting AO"], *rijen])


@pytest.mark.parametrize(
    ("blad", "koppen", "sleutel", "vakken"),
    [
        ("Monitoringstabel", [*KOPPEN, "Notitie"], "A99-I1", {"Notitie": "navragen"}),
        ("Verschillen", ["Code", "Besluit AO", "Toelichting AO"], "A99-I1", {"Besluit AO": "Rood"}),
        ("Verschillen", ["Code", "Besluit AO", "Toelichting AO"], "A99-I1-M1", {"Besluit AO": 56}),
        ("Verschillen", ["Code", "Besluit AO", "Toelichting AO"], "", {"Toelichting AO": "later"}),
        ("Focuspunten", ["Nr", "Actie", "Wie", "Wanneer"], "99", {"Actie": "bellen"}),
        ("Focuspunten", ["Nr", "Actie", "Wie", "Wanneer"], "", {"Actie": "bellen"}),
        ("Jaarprogramma", ["Nr", "Trekker", "Programma"], "99", {"Programma": "bouwen"}),
    ],
)
def test_what_is_written_at_a_key_that_is_gone_is_told_with_key_text_and_copy(
    kader: Kader, blad: str, koppen: list[Value], sleutel: str, vakken: dict[str, Value]
) -> None:
    eerste = "Code" if "Code" in koppen else "Nr"
    rij = [sleutel if kop == eerste else vakken.get(str(kop)) for kop in koppen]
    gelezen = lees_bladen(kader, Sheet(blad, 0, 0, [koppen, rij]))
    bevinding = enige(gelezen.bevindingen, catalogue.TEKST_ONBEKENDE_AFSPRAAK)
    assert f"bij {sleutel or '(leeg)'} iets" in bevinding.tekst
    (tekst,) = vakken.values()
    assert bevinding.tekst.endswith(f"{tekst}.")
    assert "oud.xlsx" in bevinding.actie
    vastgelegd = gelezen.vastgelegd
    assert not vastgelegd.afgesproken
    assert not vastgelegd.focuspunten
    assert not vastgelegd.programma
    assert not vastgelegd.notities


def test_a_row_of_differences_on_which_nothing_was_settled_says_nothing(kader: Kader) -> None:
    gelezen = lees_bladen(
        kader, verschillen(["A07-I1", None, None], ["A99-I1", None, ""], [None, None, None])
    )
    assert not gelezen.vastgelegd.afgesproken
    assert not gelezen.bevindingen


def test_what_the_ao_settled_is_read_by_what_was_asked(kader: Kader) -> None:
    """A colour as a colour, of a number nothing but that number; words alone are kept too."""
    vraag, tekst = "A01-I3-M1", "A14-I1-M3"
    gelezen = lees_bladen(
        kader,
        verschillen(
            ["A07-I1", "oranje", None],
            [vraag, 56.0, "na navraag"],
            [tekst, "rood", None],
            ["A06-I2", None, "volgende keer"],
        ),
    )
    assert not gelezen.bevindingen
    punten = {c: (p.waarde, p.toelichting) for c, p in gelezen.vastgelegd.afgesproken.items()}
    assert punten == {
        "A07-I1": ("Oranje", ""),
        vraag: (56, "na navraag"),
        tekst: ("rood", ""),
        "A06-I2": (None, "volgende keer"),
    }
    assert gelezen.ingevuld.plekken["afgesproken", "A06-I2", "toelichting"].cel == "C5"


@pytest.mark.parametrize("kolom", range(4))
def test_the_day_of_the_bo_is_read_beside_its_label_in_whatever_column(
    kader: Kader, kolom: int
) -> None:
    rij: list[Value] = [None] * 5
    rij[kolom : kolom + 2] = ["Vastgesteld in het BO van", datetime(2027, 3, 30)]
    for breedte in (5, kolom + 2):
        blad = Sheet("Samenvatting", 0, 0, [["Titel", *[None] * (breedte - 1)], rij[:breedte]])
        assert lees_bladen(kader, blad).vastgelegd.vastgesteld == date(2027, 3, 30)


def test_grounds_of_a_partij_that_has_another_name_now_are_left_out(kader: Kader) -> None:
    """The matrix names partijen; who is called otherwise since is not in it under that name."""
    naam = kader.partijen[1].naam
    grondslag = Sheet(
        "Grondslag",
        0,
        0,
        [
            [l.CODE, "Partij", l.NU, l.TOEN, l.TOEN_BESLUIT],
            ["A01-I1", naam, "Groen", "Rood", "Groen van 30 maart 2027"],
            ["A01-I1", "Zo heette zij eerst", "Groen", "Rood", "Groen van 30 maart 2027"],
            ["A99-I1", naam, "Groen", "Rood", "Groen van 30 maart 2027"],
        ],
    )
    tabel = Sheet(
        "Monitoringstabel",
        0,
        0,
        [KOPPEN, ["1.", "A01-I1", "Groen", None, datetime(2027, 3, 30)]],
    )
    rust_op = lees_bladen(kader, tabel, grondslag).vastgelegd.grondslagen[1]
    assert rust_op.antwoorden == {("A01-I1", kader.partijen[1].code): "Rood"}


@pytest.mark.parametrize(
    ("bij", "rust_op"),
    [("Groen van 30 maart 2027", "Rood"), ("Oranje van 1 maart 2026", "Groen"), (None, "Groen")],
)
def test_a_new_besluit_rests_on_the_answers_of_its_own_workbook(
    kader: Kader, bij: str | None, rust_op: str
) -> None:
    """What was noted with another besluit tells of that one."""
    kop: list[Value] = [l.CODE, "Partij", l.NU, l.TOEN, l.TOEN_BESLUIT]
    rij: list[Value] = ["A01-I1", kader.partijen[1].naam, "Groen", "Rood", bij]
    grondslag = Sheet("Grondslag", 0, 0, [kop, rij])
    besluit: list[Value] = ["1.", "A01-I1", "Groen", None, datetime(2027, 3, 30)]
    tabel = Sheet("Monitoringstabel", 0, 0, [KOPPEN, besluit])
    gevonden = lees_bladen(kader, tabel, grondslag).vastgelegd.grondslagen[1]
    assert gevonden.antwoorden == {("A01-I1", kader.partijen[1].code): rust_op}


def test_the_workbooks_that_were_adopted_are_known_by_the_names_they_are_kept_under(
    kader: Kader,
) -> None:
    """A name begins with eight digits of a hash; what people write beside it is no such name."""
    namen = ["1a2b3c4d Matrix na AO.xlsx", "00000000 bo.xlsx"]
    anders = ["1a2b3c4 kort.xlsx", "1a2b3c4de lang.xlsx", "1A2B3C4D groot.xlsx", "Leesmij", ""]
    rijen: list[list[Value]] = [[naam] for naam in (*anders, *namen)]
    blad = Sheet(l.MATRIX_LEESMIJ, 0, 0, [*rijen, [None], [46_000]])
    assert lees_bladen(kader, blad).vastgelegd.overgenomen == tuple(namen)
    elders = Sheet("Notities", 0, 0, rijen)
    assert lees_bladen(kader, elders).vastgelegd.overgenomen == ()


def test_a_vote_that_is_none_is_kept_as_it_was_written(kader: Kader) -> None:
    namen = [f"Stem {p.naam}" for p in kader.partijen[:3]]
    blad = Sheet(
        "Besluitvorming",
        0,
        0,
        [
            ["Nr", "Moderator ingehuurd", "Stemmen mag vanaf", *namen],
            ["4", "Ja", None, "misschien", "Groen", None],
        ],
    )
    stemmen = lees_bladen(kader, blad).vastgelegd.stemmingen[4].stemmen
    een, twee, _ = (p.code for p in kader.partijen[:3])
    assert stemmen == {een: "misschien", twee: "Groen"}


@pytest.mark.parametrize(
    ("datum", "gezegd"), [(datetime(2027, 3, 30), "Rood / b / 30-3-2027"), (None, "Rood / b"),
                          ("na de zomer", "Rood / b / na de zomer")]
)  # fmt: skip
def test_two_besluiten_that_contradict_each_other_are_told_whole(
    kader: Kader, datum: Value, gezegd: str
) -> None:
    _, bevindingen = lees(
        kader, ["1.", "A01-I1", "Groen", None, None], ["1.", "A01-I2", "Rood", "b", datum]
    )
    assert f"“Groen” en “{gezegd}”" in enige(bevindingen, catalogue.BESLUITEN_BOTSEN).tekst


# The kenmerk


def met_kenmerk(kader: Kader, *teksten: str, blad: str = "Samenvatting") -> Kenmerk | None:
    rijen: list[list[Value]] = [[l.MATRIXKENMERK, tekst] for tekst in teksten]
    return lees_bladen(kader, Sheet(blad, 0, 0, rijen)).kenmerk


def test_the_kenmerk_tells_of_which_ronde_a_matrix_is(kader: Kader) -> None:
    for ronde in (Ronde(2026), Ronde(2027, Fase.TUSSENSTAND)):
        eigen = matrixkenmerk(kader, ronde)
        for tekst in (eigen, f"{eigen.lower()} "):
            kenmerk = met_kenmerk(kader, tekst)
            assert kenmerk is not None
            assert kenmerk.ronde == ronde
        assert met_kenmerk(kader, eigen, blad="Stand voor het BO") == kenmerk


def test_a_kenmerk_of_another_kader_is_what_it_is(kader: Kader) -> None:
    """Also of the same ronde: the neighbours monitor in the same years."""
    buur = Kenmerk("BUUR", RONDE, MATRIXCODE, "4F2A")
    assert met_kenmerk(kader, str(buur)) == buur


def test_a_kenmerk_that_is_none_is_passed_over(kader: Kader) -> None:
    goed = matrixkenmerk(kader, RONDE)
    stuk = goed[:-1] + ("0" if goed[-1] != "0" else "1")
    assert met_kenmerk(kader, stuk) is None
    invulblad = str(Kenmerk(kader.instellingen.kenmerk, RONDE, "DV", "4F2A"))
    assert met_kenmerk(kader, invulblad) is None
    assert met_kenmerk(kader) is None


def test_words_that_a_partij_can_type_are_no_kenmerk_and_no_day(kader: Kader) -> None:
    """They stand in an answer, which is on other sheets and never in the first column."""
    goed = matrixkenmerk(kader, RONDE)
    rijen: list[list[Value]] = [
        ["NB", l.MATRIXKENMERK, goed],
        ["NB", l.VASTGESTELD_IN, datetime(2027, 3, 30)],
        [l.VASTGESTELD_IN, datetime(2027, 3, 30), None],
    ]
    gelezen = lees_bladen(kader, Sheet("Herkomst", 0, 0, rijen))
    assert gelezen.kenmerk is None
    assert not gelezen.vastgelegd.vastgesteld


# The whole way, in a folder


@pytest.fixture(scope="module")
def eerste_matrix(kader: Kader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with the matrix of one return."""
    uitvoer = tmp_path_factory.mktemp("besluiten") / "output"
    bestand = uitvoer.parent / "DV.xlsx"
    bestand.write_bytes(ingevuld_blad(kader, "DV"))
    collect(RONDE, [bestand], output=uitvoer)
    merge(RONDE, output=uitvoer)
    return uitvoer


@pytest.fixture
def uitvoer(eerste_matrix: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(eerste_matrix, tmp_path / "output")


def schrijf_in(bestand: Path, nummer: int, **cellen: str | date) -> None:
    """Fill in cells of a row of Besluitenlijst by header text (an underscore is a space)."""
    boek = load_workbook(bestand)
    blad = boek["Besluitenlijst"]
    koppen = [c.value for c in blad[2]]
    rij = next(r for r in blad.iter_rows(min_row=3) if r[0].value == nummer)
    for naam, waarde in cellen.items():
        blad[rij[koppen.index(naam.replace("_", " "))].coordinate].value = waarde
    boek.save(bestand)


def in_de_lijst(bestand: Path, nummer: int, kop: str) -> object:
    blad = load_workbook(bestand, data_only=True)["Besluitenlijst"]
    koppen = [c.value for c in blad[2]]
    rij = next(r for r in blad.iter_rows(values_only=True) if r[0] == nummer)
    return rij[koppen.index(kop)]


def cel(bestand: Path, code: str, kop: str) -> object:
    blad = load_workbook(bestand, data_only=True)["Monitoringstabel"]
    koppen = [c.value for c in blad[2]]
    rij = next(r for r in blad.iter_rows(values_only=True) if r[koppen.index("Code")] == code)
    return rij[koppen.index(kop)]


def inhoud(map_: Path) -> dict[str, str]:
    return {
        str(p.relative_to(map_)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in map_.rglob("*")
        if p.is_file()
    }


def test_besluit_survives_a_late_return(kader: Kader, uitvoer: Path, tmp_path: Path) -> None:
    matrix = uitvoer / MATRIX
    schrijf_in(matrix, 1, Besluit_BO="Oranje", Reden_besluit="nog even", Datum_BO=date(2027, 3, 30))
    besloten = matrix.read_bytes()
    laat = tmp_path / "WB.xlsx"
    laat.write_bytes(ingevuld_blad(kader, "WB"))
    collect(RONDE, [laat], output=uitvoer)
    uitkomst = merge(RONDE, output=uitvoer)
    besluit = uitkomst.matrix.besluiten[1]
    assert (besluit.kleur, besluit.datum) == ("Oranje", date(2027, 3, 30))
    assert in_de_lijst(matrix, 1, "Besluit BO") == "Oranje"
    assert in_de_lijst(matrix, 1, "Datum BO") == datetime(2027, 3, 30)
    assert cel(matrix, "A01-I1", "Beoordeling voortgang") == "Oranje"
    assert cel(matrix, "A01-I2", "Beoordeling voortgang") == "afspraak: Oranje"
    assert cel(matrix, "A01-I1", "Woonborg") != "Niet ingevuld"
    assert uitkomst.bewaard is not None
    assert uitkomst.bewaard.parent == matrix.parent / "eerder"
    assert uitkomst.bewaard.read_bytes() == besloten


def test_merging_again_changes_nothing(uitvoer: Path) -> None:
    schrijf_in(uitvoer / MATRIX, 1, Besluit_BO="Oranje", Reden_besluit="meer tijd")
    merge(RONDE, output=uitvoer)
    voor = inhoud(uitvoer)
    opnieuw = merge(RONDE, output=uitvoer)
    assert opnieuw.bewaard is None
    assert inhoud(uitvoer) == voor


@pytest.mark.parametrize(
    ("datum", "verwacht"),
    [
        (date(2027, 3, 30), datetime(2027, 3, 30)),
        (datetime(2027, 3, 30), datetime(2027, 3, 30)),
        ("30 maart", "30 maart"),
    ],
)
def test_date_of_the_besluit_stays_what_it_was(
    uitvoer: Path, datum: str | date, verwacht: object
) -> None:
    schrijf_in(uitvoer / MATRIX, 1, Besluit_BO="Groen", Datum_BO=datum)
    for _ in range(2):
        merge(RONDE, output=uitvoer)
        assert in_de_lijst(uitvoer / MATRIX, 1, "Datum BO") == verwacht


def test_unknown_colour_is_still_there_after_merge(uitvoer: Path) -> None:
    schrijf_in(uitvoer / MATRIX, 1, Besluit_BO="Paars")
    uitkomst = merge(RONDE, output=uitvoer)
    assert in_de_lijst(uitvoer / MATRIX, 1, "Besluit BO") == "Paars"
    assert catalogue.BESLUIT_ONBEKEND.code in codes(uitkomst.matrix.bevindingen)
    assert uitkomst.needs_attention


def test_besluit_on_a_lost_code_is_in_the_kept_matrix(uitvoer: Path) -> None:
    matrix = uitvoer / MATRIX
    schrijf_in(matrix, 16, Besluit_BO="Rood", Nr="99")
    oud = matrix.read_bytes()
    uitkomst = merge(RONDE, output=uitvoer)
    bevinding = enige(uitkomst.matrix.bevindingen, catalogue.BESLUIT_ONBEKENDE_AFSPRAAK)
    assert uitkomst.needs_attention
    assert uitkomst.bewaard is not None
    assert uitkomst.bewaard.name in bevinding.actie
    assert uitkomst.bewaard.read_bytes() == oud


def niet_uitgevoerd(uitvoer: Path, regel: Regel) -> None:
    """merge refuses for this reason, and leaves every file as it was."""
    voor = inhoud(uitvoer)
    with pytest.raises(NietUitgevoerd) as fout:
        merge(RONDE, output=uitvoer)
    assert codes(fout.value.bevindingen) == [regel.code]
    assert inhoud(uitvoer) == voor


@pytest.mark.parametrize("bytes_", [b"geen rekenblad", b"PK\x03\x04kapot"])
def test_matrix_that_cannot_be_read_stops_the_merge(uitvoer: Path, bytes_: bytes) -> None:
    (uitvoer / MATRIX).write_bytes(bytes_)
    niet_uitgevoerd(uitvoer, catalogue.MATRIX_ONLEESBAAR)


def test_matrix_without_its_besluit_column_stops_the_merge(uitvoer: Path) -> None:
    boek = load_workbook(uitvoer / MATRIX)
    for c in boek["Besluitenlijst"][2]:
        if c.value == "Besluit BO":
            c.value = "Onze conclusie"
    boek.save(uitvoer / MATRIX)
    niet_uitgevoerd(uitvoer, catalogue.MATRIX_ONLEESBAAR)


@pytest.mark.parametrize(
    "slot",
    [
        lambda naam: f"~${naam}",
        lambda naam: f"~${naam[2:]}",
        lambda naam: f".~lock.{naam}#",
    ],
    ids=["Excel", "Excel-long-name", "LibreOffice"],
)
def test_open_matrix_is_never_overwritten(uitvoer: Path, slot: Callable[[str], str]) -> None:
    matrix = uitvoer / MATRIX
    matrix.with_name(slot(matrix.name)).write_bytes(b"x")
    niet_uitgevoerd(uitvoer, catalogue.MATRIX_IS_OPEN)


@pytest.mark.extern
def test_besluit_survives_libreoffice(
    uitvoer: Path, converteer: Callable[[Path, str, Path], Path], tmp_path: Path
) -> None:
    matrix = uitvoer / MATRIX
    schrijf_in(matrix, 3, Besluit_BO="Rood", Reden_besluit="te laat", Datum_BO=date(2027, 3, 30))
    shutil.copy(converteer(matrix, "xlsx", tmp_path / "lo"), matrix)
    uitkomst: Merged = merge(RONDE, output=uitvoer)
    besluit = uitkomst.matrix.besluiten[3]
    assert (besluit.kleur, besluit.datum) == ("Rood", date(2027, 3, 30))
