"""What our formulas come to in Excel: in two engines that follow it, and against kaderxl's own.

conftest.py does the same for every workbook that any other test makes.
"""

from __future__ import annotations

import io
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import ironcalc
import pytest
import xlsxwriter
from excelregels import FUNCTIES, fouten, over_formule
from excelrekenen import MOTOREN, Waarde, afwijkend, formulecellen, gelijk, reken
from gewichten import met_gewichten
from invullen import RONDE, antwoorden, codes, enige, leeg_blad, lees_document, oordeel, vul, zet
from kleuren import WOORDEN
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from rondes_maken import maak_matrix

from kaderxl.core import catalogue, labels as l
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.kader import Kader, Meetwaarde, Soort
from kaderxl.core.outcome import Matrix, Stemming, Vastgelegd
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.decision_checks import validate_decisions
from kaderxl.matrix.decisions import Gelezen, read_decisions
from kaderxl.matrix.sheets import votes
from kaderxl.matrix.sheets.layout import stemkolom, telkolom
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.matrix.voting import Blok, stemblokken, tel, tel_opties
from kaderxl.reading import Reader
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.kinds import AANTAL, BEDRAG, DATUM, GETAL, JA_NEE, PERCENTAGE, TEKST
from kaderxl.template.norms import in_year
from kaderxl.template.read import shipped_template
from kaderxl.writing.workbook import Werkboek
from kaderxl.years.reference import reference_values

GEWICHTEN = {
    "none": {},
    "one per partij": {"stemgewicht per partij": "1"},
    "partijen": {"stemgewicht per partij": "Gemeente Aa en Hunze: 0,3; DV: 0,1; WB: 0,2; WZN: 1"},
    "one per geleding": {"stemgewicht per geleding": "1"},
    "geledingen": {"stemgewicht per geleding": "gemeente: 1,5; corporaties: 1,1"},
}


# The judges


def boek_met(formules: Sequence[str], waarden: Iterable[object] = ()) -> bytes:
    """A workbook with values in column A and formulas in column B."""
    uitvoer = io.BytesIO()
    with xlsxwriter.Workbook(uitvoer) as boek:
        blad = boek.add_worksheet("Blad")
        for nummer, waarde in enumerate(waarden):
            blad.write(nummer, 0, waarde)
        for nummer, formule in enumerate(formules):
            blad.write_formula(nummer, 1, f"={formule}", None, "?")
    return uitvoer.getvalue()


# From Excel's own documentation of these functions and of its operators.
IN_EXCEL: dict[str, Waarde] = {
    "FALSE>0": True,
    '((A1="Rood"))>0': True,
    '--(A1="Rood")>0': False,
    '(A1="Rood")+(A1="groen")': 1.0,
    '"a"<TRUE': True,
    "A4=0": True,
    'A4=""': True,
    "A5=TRUE": True,
    "A3=TRUE": False,
    "ABS(-2)": 2.0,
    "AND(A5,TRUE)": True,
    "COUNTA(A1:A5)": 4.0,
    'COUNTIF(A1:A5,"GROEN")': 1.0,
    'COUNTIFS(A1:A5,"Groen",A1:A5,"groen")': 1.0,
    "DAY(46096)": 15.0,
    'IF(A1="groen","ja","nee")': "ja",
    'IFERROR(MATCH("x",A1:A5,0),"–")': "–",
    "INDEX(A1:A5,3)": 12.5,
    "INT(A3)": 12.0,
    "ISLOGICAL(A5)": True,
    "ISNUMBER(A5)": False,
    "LEN(A2)": 13.0,
    "LOWER(A1)": "groen",
    'MATCH("groen",A1:A5,0)': 1.0,
    "MAX(A1:A5)": 12.5,
    "MIN(3,1,2)": 1.0,
    "MONTH(46096)": 3.0,
    'REPT("ab",2)': "abab",
    "NOT(ISNUMBER(A1))": True,
    "OR(A5,FALSE)": True,
    "ROUND(2.149,1)": 2.1,
    'SEARCH("O",A1)': 3.0,
    "SUM(A1:A5)": 12.5,
    'SUMPRODUCT(--(A1:A5="groen"))': 1.0,
    "TRIM(A2)": "een twee",
    "YEAR(46096)": 2026.0,
}


def test_both_engines_follow_excel_in_every_function_of_ours() -> None:
    gebruikt = {naam for naam in FUNCTIES for formule in IN_EXCEL if f"{naam}(" in formule}
    assert gebruikt == FUNCTIES
    gerekend = reken(boek_met([*IN_EXCEL], ["Groen", "  een   twee ", 12.5, None, True]))
    for (formule, verwacht), waarde in zip(IN_EXCEL.items(), gerekend.values(), strict=True):
        assert gelijk(waarde, verwacht), (formule, waarde)


@pytest.mark.parametrize(
    ("formule", "waarde", "ironcalc_zegt", "formualizer_zegt", "excel"),
    [
        ("TRIM(A1)", "\xa0groen\xa0", "\xa0groen\xa0", "groen", "\xa0groen\xa0"),
        ("A1>=0", -1e-20, True, False, False),
    ],
)
def test_where_the_engines_differ(
    formule: str, waarde: object, ironcalc_zegt: object, formualizer_zegt: object, excel: Waarde
) -> None:
    """TRIM takes away the plain space alone, says Excel; mended there, it can go from `reken`."""
    data = boek_met([formule], [waarde])
    plaatsen = list(formulecellen(data))
    assert [next(motor(data, plaatsen)) for motor in MOTOREN.values()] == [
        ironcalc_zegt,
        formualizer_zegt,
    ]
    assert reken(data) == {("Blad", "B1"): excel}


def test_a_cell_of_nothing_is_empty_to_both_however_it_is_written(tmp_path: Path) -> None:
    """IronCalc alone takes it for a 0; mended there, `zonder_soort_van_niets` can go."""
    met_niets = b'<c r="A1" t="n"></c><c r="B1"'
    data = _in_pakket(boek_met(['A1=""']), b'<c r="B1"', met_niets)
    assert reken(data) == {("Blad", "B1"): True}
    bestand = tmp_path / "boek.xlsx"
    bestand.write_bytes(data)
    model = ironcalc.load_from_xlsx(str(bestand), "en", "UTC")
    assert model.get_cell_value(0, 1, 1) == 0


@pytest.mark.parametrize("formule", ["EENFUNCTIE(1)", "1/0", 'MATCH("x",A1:A2,0)', "A1+"])
def test_what_gives_no_result_goes_by_no_test(formule: str) -> None:
    with pytest.raises(AssertionError, match="has no result"):
        reken(boek_met([formule]))


def test_a_stored_result_that_is_not_excels_is_found() -> None:
    assert afwijkend(boek_met(["1+1"])) == {("Blad", "B1"): ("1+1", "?", 2.0)}


def test_a_workbook_of_ours_with_a_wrong_result_cannot_be_made_in_a_test() -> None:
    boek = Werkboek("Proef", datetime(2026, 1, 1))
    boek.add_worksheet("Blad").write_formula(0, 0, "=1+1", None, 3)
    with pytest.raises(AssertionError):
        boek.bytes()


@pytest.mark.parametrize(
    "formule",
    [
        '((A1="Groen"))>0',
        '((A1="Groen"))>0*1',
        "NOT(A1)<1",
        "0=ISNUMBER(A1)",
        '+(A1="x")>0',
        'IF(A1="x",B1="x",FALSE)=1',
        '(A1="x")="x"',
        "AND(A1)<OR(B1)",
        'SUMPRODUCT(A1:A3="x")',
        "SUM({1,2})",
        "_xlfn.XLOOKUP(A1,B1:B2,C1:C2)",
        "FILTER(A1:A3,B1:B3)",
        "#REF!+1",
        f'"{"x" * 8192}"',
        f"{'IF(1,' * 65}1{')' * 65}",
    ],
)
def test_the_rules_find_what_may_not_be(formule: str) -> None:
    assert over_formule(formule)


@pytest.mark.parametrize(
    "formule",
    [
        '((A1="x")+(B1="x")>0)*2',
        "SUMPRODUCT(--(Lijst=TRIM(A1)))>0",
        'OR(A1="Ja",A1=TRUE)',
        '-(A1="x")=-1',
        'COUNTIF(A1:A3,"x")&" van 3"',
        "IF(ISNUMBER(A1),AND(A1>=0,A1=INT(A1)),FALSE)",
    ],
)
def test_the_rules_let_the_rest_go_by(formule: str) -> None:
    assert over_formule(formule) == ()


def test_the_limits_of_lists_texts_and_names() -> None:
    uitvoer = io.BytesIO()
    with xlsxwriter.Workbook(uitvoer) as boek:
        boek.calc_on_load = False
        blad = boek.add_worksheet("Blad")
        blad.data_validation(
            "A1", {"validate": "list", "source": "=B1:B2", "error_message": "x" * 255}
        )
        blad.write_string(0, 1, "x" * 32_767)
        goed = uitvoer
    assert fouten(goed.getvalue()) == []
    te_ver = goed.getvalue()
    for oud, nieuw in {
        b"x" * 255: b"x" * 256,
        b'name="Blad"': b'name="' + b"B" * 32 + b'"',
    }.items():
        te_ver = _in_pakket(te_ver, oud, nieuw)
    assert len(fouten(te_ver)) == 3, "a message, a text in a cell, a name"


def _in_pakket(data: bytes, oud: bytes, nieuw: bytes) -> bytes:
    uitvoer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as bron, ZipFile(uitvoer, "w") as doel:
        for naam in bron.namelist():
            doel.writestr(naam, bron.read(naam).replace(oud, nieuw, 1))
    return uitvoer.getvalue()


# Filling in, as people do


Cellen = dict[tuple[str, str | int, str], object]
"""What is typed: by sheet, key of the row (code or number) and header."""


@dataclass(frozen=True)
class Blad:
    """The table on a sheet of the matrix: its cells by key of the row and by header."""

    cellen: Mapping[tuple[str | int, str], Cell]

    @classmethod
    def op(cls, boek: Workbook, naam: str) -> Blad:
        koppen, *rijen = boek[naam].iter_rows(min_row=2)
        namen = [str(c.value) for c in koppen]
        sleutel = namen.index(l.CODE if l.CODE in namen else l.NR)
        return cls(
            {
                (rij[sleutel].value, kop): cel  # type: ignore[misc]
                for rij in rijen
                for kop, cel in zip(namen, rij, strict=True)
            }
        )


def vul_matrix(data: bytes, cellen: Cellen) -> bytes:
    """The matrix with these cells typed and saved; no formula in it has a result any more."""
    boek = load_workbook(io.BytesIO(data))
    bladen = {naam: Blad.op(boek, naam) for naam in dict.fromkeys(blad for blad, _, _ in cellen)}
    for (blad, sleutel, kop), waarde in cellen.items():
        zet(bladen[blad].cellen[sleutel, kop], waarde)
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def overgenomen(reader: Reader, matrix: Matrix, data: bytes) -> tuple[Matrix, Gelezen]:
    """The matrix with what is typed in a workbook, as `adopt` makes it anew."""
    gelezen = read_decisions("matrix.xlsx", lees_document(reader, data), matrix.kader, "oud.xlsx")
    assert gelezen is not None
    opnieuw = combine(matrix.kader, matrix.ronde, matrix.inzendingen, gelezen.vastgelegd)
    return replace(opnieuw, terugblik=matrix.terugblik), gelezen


def gerekend(data: bytes) -> dict[tuple[str, str | int, str], Waarde]:
    """Every formula of the tables by key and header, and of the first half of Samenvatting."""
    uitkomsten, boek = reken(data), load_workbook(io.BytesIO(data))
    gevonden: dict[tuple[str, str | int, str], Waarde] = {}
    for naam in {blad for blad, _ in uitkomsten} - {l.SAMENVATTING}:
        for (sleutel, kop), cel in Blad.op(boek, naam).cellen.items():
            if (naam, cel.coordinate) in uitkomsten:
                gevonden[naam, sleutel, kop] = uitkomsten[naam, cel.coordinate]
    samenvatting = boek[l.SAMENVATTING]
    tot = next(r for r in range(1, 99) if "aandacht" in str(samenvatting.cell(r, 1).value))
    boven = {
        adres: w
        for (blad, adres), w in uitkomsten.items()
        if blad == l.SAMENVATTING and samenvatting[adres].row < tot
    }
    return gevonden | {(l.SAMENVATTING, adres, ""): w for adres, w in boven.items()}


def volle_matrix(kader: Kader, ronde: Ronde = RONDE) -> Matrix:
    """Every partij answered, and several differ."""
    gegeven = {
        p.code: antwoorden(kader, p.code, ronde.jaar)
        for p in kader.partijen
        if kader.vragen_aan(p.code, ronde.jaar)
    }
    return maak_matrix(kader, ronde, gegeven)


# Votes

OPTIES = WOORDEN
GEWONE_STEMMEN = (
    *OPTIES,
    "Onthouding",
    "groen",
    "ROOD",
    "groen ",
    "  Oranje",
    "● Groen",
    "– n.v.t.",
)
VREEMDE_STEMMEN = (
    "misschien", "Groen!", "nvt", "onthoudt zich", "niet groen", "Groen of Rood", "*", "?roen",
    "Groen\n", "\xa0Rood", 5, 0, True, "–", "=1+1", "≠ Groen", "Ｇroen", " ",
)  # fmt: skip


def stemmen(kans: random.Random, kader: Kader, keuzes: Sequence[object]) -> Cellen:
    """For each afspraak a vote of each partij, or none."""
    return {
        (l.BESLUITVORMING, a.nummer, stemkolom(p)): kans.choice(keuzes)
        for a in kader.afspraken
        for p in kader.partijen
        if kans.random() < 0.8
    }


def verschillen(reader: Reader, matrix: Matrix, cellen: Cellen) -> Iterator[tuple[int | str, str]]:
    """Where the tally on the sheet is not kaderxl's own, and the sheet does not say why."""
    data = vul_matrix(write_matrix(matrix), cellen)
    _, gelezen = overgenomen(reader, matrix, data)
    over = gelezen.bevindingen + tuple(
        validate_decisions(gelezen.vastgelegd, matrix.kader, matrix.ronde)
    )
    uitkomsten, blokken = gerekend(data), stemblokken(matrix.kader, matrix.ronde.jaar)
    for afspraak in matrix.kader.afspraken:
        nummer = afspraak.nummer
        stemming = gelezen.vastgelegd.stemmingen.get(nummer, Stemming(nummer))
        eigen = tel(stemming, blokken, matrix.kader.stoplicht)
        op_blad = {o: uitkomsten[l.BESLUITVORMING, nummer, telkolom(o)] for o in OPTIES}
        uitslag = uitkomsten[l.BESLUITVORMING, nummer, l.UITSLAG]
        gestemd = str(uitkomsten[l.BESLUITVORMING, nummer, l.GESTEMD])
        gelijk_geteld = op_blad == dict(eigen.tellingen) and uitslag == eigen.tekst
        vreemd = (catalogue.STEM_ONBEKEND.code, catalogue.STEM_ANDERS_GESCHREVEN.code)
        genoemd = sum(b.code in vreemd and f"Afspraak {nummer}:" in b.tekst for b in over)
        toont = f", {genoemd} niet herkend" if genoemd else ""
        if not gestemd.endswith(f" van {len(matrix.kader.partijen)}{toont}"):
            yield nummer, f"{gestemd}, but {genoemd} findings"
        if not gelijk_geteld and not genoemd:
            yield nummer, f"{op_blad} {uitslag}, but {eigen}"


@pytest.mark.parametrize("gewichten", GEWICHTEN.values(), ids=GEWICHTEN)
def test_the_tally_on_the_sheet_is_kaderxls_own(
    kader: Kader, reader: Reader, gewichten: dict[str, str]
) -> None:
    matrix = maak_matrix(met_gewichten(kader, gewichten), RONDE, {})
    cellen = stemmen(random.Random(13), kader, GEWONE_STEMMEN)
    assert list(verschillen(reader, matrix, cellen)) == []


@pytest.mark.lang
@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("gewichten", GEWICHTEN.values(), ids=GEWICHTEN)
def test_whatever_is_voted_the_tally_is_the_same_or_the_sheet_says_why(
    kader: Kader, reader: Reader, gewichten: dict[str, str], seed: int
) -> None:
    kans = random.Random(seed)
    matrix = maak_matrix(met_gewichten(kader, gewichten), RONDE, {})
    keuzes = (*GEWONE_STEMMEN, *VREEMDE_STEMMEN) if seed % 2 else GEWONE_STEMMEN
    cellen = stemmen(kans, kader, keuzes)
    assert list(verschillen(reader, matrix, cellen)) == []


def test_a_tie_in_tenths_is_a_tie_on_the_sheet_and_in_kaderxl(kader: Kader, reader: Reader) -> None:
    gewogen = met_gewichten(kader, GEWICHTEN["partijen"])
    matrix = maak_matrix(gewogen, RONDE, {})
    cellen: Cellen = {
        (l.BESLUITVORMING, 3, f"Stem {p.naam}"): "Groen" if p.code in ("DV", "WB") else "Rood"
        for p in kader.partijen
        if p.code in ("DV", "WB", "GEM")
    }
    data = vul_matrix(write_matrix(matrix), cellen)
    assert gerekend(data)[l.BESLUITVORMING, 3, l.UITSLAG] == "Onbeslist: de stemmen staken"
    assert list(verschillen(reader, matrix, cellen)) == []


def test_a_vote_that_only_kaderxl_reads_is_said_and_counts_in_the_next_matrix(
    kader: Kader, reader: Reader
) -> None:
    matrix = maak_matrix(met_gewichten(kader, GEWICHTEN["one per partij"]), RONDE, {})
    cellen: Cellen = {
        (l.BESLUITVORMING, 3, "Stem Woonborg"): "nvt",
        (l.BESLUITVORMING, 3, "Stem De Volmacht"): "● Groen",
    }
    data = vul_matrix(write_matrix(matrix), cellen)
    assert gerekend(data)[l.BESLUITVORMING, 3, l.GESTEMD] == "2 van 6, 1 niet herkend"
    nieuw, gelezen = overgenomen(reader, matrix, data)
    bevinding = enige(gelezen.bevindingen, catalogue.STEM_ANDERS_GESCHREVEN)
    assert "“nvt” van Woonborg is gelezen als N.v.t." in bevinding.tekst
    assert catalogue.TEKST_BUITEN_DE_CELLEN.code not in codes(gelezen.bevindingen)
    assert gelezen.vastgelegd.stemmingen[3].stemmen == {"WB": "N.v.t.", "DV": "Groen"}
    assert gerekend(write_matrix(nieuw))[l.BESLUITVORMING, 3, l.GESTEMD] == "2 van 6"


@pytest.mark.usefixtures("ongekeurd")
@pytest.mark.parametrize("gewichten", ["one per partij", "one per geleding"])
def test_the_tally_as_it_was_is_found_by_the_rules_and_by_both_engines(
    kader: Kader, gewichten: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def achter(rij: votes._Stemrij, optie: str, blok: Blok) -> str:
        voor = "+".join(f'({rij.leescel[code]}="{optie}")' for code in blok.partijen)
        return f"(({voor})>0)"

    monkeypatch.setattr(votes._Stemrij, "_achter", achter)
    data = write_matrix(maak_matrix(met_gewichten(kader, GEWICHTEN[gewichten]), RONDE, {}))
    per_blad = Counter(blad for blad, _ in {tuple(fout.split()[:2]) for fout in fouten(data)})
    vrij = 5 * 4  # the rows for votes about anything, and their options
    assert sorted(per_blad.values()) == [vrij, len(kader.afspraken) * len(OPTIES)]
    geteld = {plaats[1][0] for plaats in afwijkend(data)}
    assert geteld >= set("LMNOP"), "the five columns of the tally"


VRAAG: Cellen = {
    (l.STEMMINGEN, f"ST-{n}", kop): tekst
    for n in range(1, 6)
    for kop, tekst in (("Vraag", "Hoe verder?"), ("Optie A", "door  gaan"), ("Optie C", "stoppen"))
}
OPTIESTEMMEN = ("A", "c", " C ", "Door gaan", "STOPPEN", "onthouding", "B", "misschien", "D")


@pytest.mark.parametrize("gewichten", GEWICHTEN.values(), ids=GEWICHTEN)
def test_a_vote_about_anything_is_counted_on_the_sheet_as_by_kaderxl(
    kader: Kader, reader: Reader, gewichten: dict[str, str]
) -> None:
    """An option that was not typed is none, whoever votes for its letter."""
    matrix, kans = maak_matrix(met_gewichten(kader, gewichten), RONDE, {}), random.Random(5)
    stemmen_: Cellen = {
        (l.STEMMINGEN, f"ST-{n}", stemkolom(p)): kans.choice(OPTIESTEMMEN[: 4 + n])
        for n in range(1, 6)
        for p in kader.partijen
        if kans.random() < 0.8
    }
    data = vul_matrix(write_matrix(matrix), {**VRAAG, **stemmen_})
    nieuw, gelezen = overgenomen(reader, matrix, data)
    op_blad, blokken = gerekend(data), stemblokken(matrix.kader, matrix.ronde.jaar)
    uitslagen = set()
    for code, punt in gelezen.vastgelegd.stempunten.items():
        eigen = tel_opties(punt, blokken)
        uitslagen.add(eigen.tekst)
        assert op_blad[l.STEMMINGEN, code, l.UITSLAG] == eigen.tekst
        for optie, telling in eigen.tellingen.items():
            assert op_blad[l.STEMMINGEN, code, telkolom(optie)] == telling
    assert len(uitslagen) > (2 if gewichten else 0)
    assert afwijkend(write_matrix(nieuw)) == {}


# The matrix


AFSPRAKEN_AO: dict[Soort, tuple[object, ...]] = {
    AANTAL: (12, 0, "ca. 12"),
    PERCENTAGE: (12.5, "tien"),
    BEDRAG: (1234.5, 0, "twee ton"),
    GETAL: (7.4, "ruim een zeven"),
    DATUM: (datetime(2026, 12, 15), "na de zomer"),
    JA_NEE: ("Ja", "Nee"),
    TEKST: ("zoals besproken",),
}
KLEUREN_AO = (*OPTIES, "oranje", "paars", "007", " ")


def ingevuld(kans: random.Random, matrix: Matrix) -> Cellen:
    """What an AO and a BO may type all over the matrix, or leave empty."""
    kader = matrix.kader
    soort_van = {m.code: m for m in kader.meetwaarden}
    cellen: Cellen = {}
    for afspraak in kader.afspraken:
        if kans.random() < 0.6:
            besluit = kans.choice((*OPTIES, "rood", "GROEN", "Paars"))
            cellen[l.BESLUITENLIJST, afspraak.nummer, l.BESLUIT] = besluit
        if kans.random() < 0.3:
            cellen[l.FOCUSPUNTEN, afspraak.nummer, l.ACTIE] = "Fictief: bellen"
    for rij in matrix.rijen:
        for verschil in rij.verschillen:
            if kans.random() < 0.6:
                keuze = _afgesproken(kans, soort_van.get(verschil.code))
                cellen[l.VERSCHILLEN, verschil.code, l.BESLUIT_AO] = keuze
    return cellen | stemmen(kans, kader, GEWONE_STEMMEN)


def _afgesproken(kans: random.Random, meetwaarde: Meetwaarde | None) -> object:
    return kans.choice(AFSPRAKEN_AO[meetwaarde.soort] if meetwaarde else KLEUREN_AO)


def zonder_hoofdletters(waarde: Waarde) -> Waarde:
    return waarde.lower() if isinstance(waarde, str) else waarde


def live_en_anders(reader: Reader, matrix: Matrix, seed: int) -> dict[object, object]:
    """Where the matrix that is filled in shows something else than the one made of it.

    An afspraak that became a focuspunt comes in Jaarprogramma when the matrix is made anew.
    """
    data = vul_matrix(write_matrix(matrix), ingevuld(random.Random(seed), matrix))
    live, nieuw = gerekend(data), gerekend(write_matrix(overgenomen(reader, matrix, data)[0]))
    assert {p for p in live.keys() ^ nieuw.keys() if p[0] != l.JAARPROGRAMMA} == set()
    return {
        plaats: (waarde, nieuw[plaats])
        for plaats, waarde in live.items()
        if plaats in nieuw
        and plaats[2] != "Volgnummer"  # the rows of Focuspunten go in another order
        and not gelijk(zonder_hoofdletters(waarde), zonder_hoofdletters(nieuw[plaats]))
    }


@pytest.mark.parametrize("fase", HALFJAARLIJKS.fasen, ids=str)
def test_a_matrix_that_is_filled_in_shows_what_kaderxl_makes_of_it(
    kader: Kader, reader: Reader, fase: Fase
) -> None:
    gewogen = met_gewichten(kader, GEWICHTEN["geledingen"])
    assert live_en_anders(reader, volle_matrix(gewogen, Ronde(2026, fase)), 7) == {}


@pytest.mark.lang
@pytest.mark.parametrize("seed", range(30))
def test_however_a_matrix_is_filled_in_it_shows_what_kaderxl_makes_of_it(
    kader: Kader, reader: Reader, seed: int
) -> None:
    kans = random.Random(seed)
    gewogen = met_gewichten(kader, kans.choice(list(GEWICHTEN.values())))
    ronde = Ronde(kans.choice((2026, 2028, 2031)), kans.choice(HALFJAARLIJKS.fasen))
    assert live_en_anders(reader, volle_matrix(gewogen, ronde), seed) == {}


@pytest.mark.parametrize("besluit", ["groen ", "● Groen", " GROEN"])
def test_a_besluit_is_read_on_the_sheet_as_by_kaderxl(
    kader: Kader, reader: Reader, besluit: str
) -> None:
    matrix = maak_matrix(kader, RONDE, {"GEM": {"A01-I2": oordeel("Rood", "a", "Fictief")}})
    cellen: Cellen = {(l.BESLUITENLIJST, 1, l.BESLUIT): besluit}
    data = vul_matrix(write_matrix(matrix), cellen)
    assert gerekend(data)[l.MONITORINGSTABEL, "A01-I1", l.VOORTGANG] == "Groen"
    assert overgenomen(reader, matrix, data)[0].woord(1) == "Groen"


# The input sheets

OORDELEN = (None, *OPTIES, "groen", " Oranje ", "paars", "G*", 5, True, " ", "\n")
REDENEN = (None, "a", "c", " B ", "(a)", "vertraagd", "*", 1, " ")
TOELICHTINGEN = (None, "Fictief", " ", "\xa0", 0, False, "=1+1")
WAARDEN = (
    None, 0, 1, 12, -1, 12.5, 100, 100.5, 1e15, "ca. 12", "veel", "ja ", "Ja", "Nee", True, False,
    datetime(2026, 12, 15), datetime(2062, 1, 1, 10, 30), " ", "\t", "=1+1",
)  # fmt: skip


def typ(kans: random.Random, kader: Kader, partij: str, jaar: int) -> dict[str, dict[str, object]]:
    """Something in every cell that is asked, right or wrong, or nothing."""
    gegeven: dict[str, dict[str, object]] = {}
    for indicator, meetwaarden in kader.vragen_aan(partij, jaar):
        keuzes = (OORDELEN, REDENEN, TOELICHTINGEN)
        gegeven[indicator.code] = dict(
            zip((l.BEOORDELING, l.REDEN, l.TOELICHTING), map(kans.choice, keuzes), strict=True)
        )
        gegeven |= {m.code: {l.WAARDE: kans.choice(WAARDEN)} for m in meetwaarden}
    return gegeven


def blad_en_anders(kader: Kader, partij: str, ronde: Ronde, seed: int) -> dict[object, object]:
    """Where a sheet somebody fills in says something else than kaderxl stores for those answers."""
    gegeven = typ(random.Random(seed), kader, partij, ronde.jaar)
    live = reken(vul(leeg_blad(kader, partij, ronde), gegeven))
    eigen = next(p for p in kader.partijen if p.code == partij)
    eerder = reference_values(kader, ronde, ()).get(partij, {})
    opdracht = Opdracht(in_year(kader, ronde.jaar), ronde, eigen, {}, gegeven, eerder=eerder)
    opgeslagen = formulecellen(write_input_sheet(opdracht))
    return {
        plaats: (opgeslagen[plaats], waarde)
        for plaats, waarde in live.items()
        if waarde != opgeslagen[plaats].opgeslagen
    }


@pytest.mark.parametrize("fase", HALFJAARLIJKS.fasen, ids=str)
def test_what_is_typed_in_a_sheet_is_judged_as_kaderxl_does(kader: Kader, fase: Fase) -> None:
    for seed in range(3):
        assert blad_en_anders(kader, "DV", Ronde(2026, fase), seed) == {}


@pytest.mark.lang
@pytest.mark.parametrize("seed", range(80))
def test_whatever_is_typed_in_a_sheet_is_judged_as_kaderxl_does(kader: Kader, seed: int) -> None:
    kans = random.Random(seed)
    ronde = Ronde(kans.choice(range(2026, 2032)), kans.choice(HALFJAARLIJKS.fasen))
    partijen = [p.code for p in kader.partijen if kader.vragen_aan(p.code, ronde.jaar)]
    assert blad_en_anders(kader, kans.choice(partijen), ronde, seed) == {}


# All of them


@pytest.mark.lang
@pytest.mark.parametrize("fase", HALFJAARLIJKS.fasen, ids=str)
@pytest.mark.parametrize("jaar", range(2026, 2032))
def test_every_ronde_has_its_workbooks_empty_and_full(kader: Kader, jaar: int, fase: Fase) -> None:
    ronde = Ronde(jaar, fase)
    boeken = [write_matrix(combine(kader, ronde, [])), write_matrix(volle_matrix(kader, ronde))]
    for partij in kader.partijen:
        if kader.vragen_aan(partij.code, jaar):
            leeg = Opdracht(kader, ronde, partij, {}, {})
            vol = replace(leeg, antwoorden=antwoorden(kader, partij.code, jaar))
            boeken += [write_input_sheet(leeg), write_input_sheet(vol)]
    for data in boeken:
        assert formulecellen(data)
        assert fouten(data) == []
        assert afwijkend(data) == {}


def test_the_template_holds_no_formula_and_breaks_no_limit() -> None:
    data = shipped_template().read_bytes()
    assert formulecellen(data) == {}
    assert fouten(data) == []


@pytest.mark.parametrize("gewichten", GEWICHTEN.values(), ids=GEWICHTEN)
def test_an_empty_matrix_with_votes_is_stored_as_excel_reckons(
    kader: Kader, gewichten: dict[str, str]
) -> None:
    stemming = Stemming(
        3, "Ja", None, {"GEM": "Groen", "DV": "groen ", "WB": "wie weet", "DD": "nvt"}
    )
    vastgelegd = Vastgelegd(stemmingen={3: stemming})
    data = write_matrix(combine(met_gewichten(kader, gewichten), RONDE, [], vastgelegd))
    assert afwijkend(data) == {}
    assert fouten(data) == []
