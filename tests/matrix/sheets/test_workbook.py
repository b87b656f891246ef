"""The matrix as a workbook: the printed table first, live colours, and where all came from."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pytest
from invullen import RONDE, Antwoorden, antwoorden, inzending, oordeel
from kleuren import WOORDEN, Beoordeling
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from kaderxl.core import labels as l
from kaderxl.core.answers import Inzending
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Afgesproken, Besluit, Focuspunt, Matrix, Stemming, Vastgelegd
from kaderxl.core.phrases import regel_voorstel
from kaderxl.core.rounds import Ronde
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.workbook import write_matrix

BLADEN = (
    "Samenvatting Besluitenlijst Monitoringstabel Focuspunten Verschillen Besluitvorming "
    "Stemmingen Toelichtingen Dit_doen_we_al Ontbrekend Bevindingen Grondslag Herkomst Leesmij"
).split()
BLADEN = [naam.replace("_", " ") for naam in BLADEN]
LIJSTEN = BLADEN[1:-1]
TELLER = "I1"
IN_HET_KORT = "Voorstel: voorzichtigste kleur van actiehouders; het AO gaat voor"
CORPORATIES = ("DV", "WB", "WZN")


def maak(kader: Kader, gegeven: dict[str, Antwoorden], **meer: object) -> Matrix:
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    return combine(kader, RONDE, inzendingen, **meer)  # type: ignore[arg-type]


def boek_van(matrix: Matrix, *, formules: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(write_matrix(matrix)), data_only=not formules)


def tabel(boek: Workbook, blad: str = "Monitoringstabel") -> list[dict[str, object]]:
    """The rows of a sheet by its headers, which stand in row 2."""
    koppen, *rijen = boek[blad].iter_rows(min_row=2, values_only=True)
    return [dict(zip(map(str, koppen), rij, strict=True)) for rij in rijen]


def regel(boek: Workbook, code: str, blad: str = "Monitoringstabel") -> dict[str, object]:
    return next(r for r in tabel(boek, blad) if r["Code"] == code)


@pytest.fixture(scope="module")
def matrix(kader: Kader) -> Matrix:
    """Five returns; AH WOON sent nothing, Woonborg made a mistake, the BO decided once."""
    gegeven: dict[str, Antwoorden] = {
        p.code: antwoorden(kader, p.code) for p in kader.partijen if p.code != "AHW"
    }
    gegeven["WB"] = {**gegeven["WB"], "A01-I1-M1": {"Waarde": "ca. 12"}}
    for partij, kleur in zip(CORPORATIES, ("Groen", "Groen", "Rood"), strict=True):
        reden = "b" if kleur == "Rood" else None
        eigen = {"A11-I1": oordeel(kleur, reden, f"Fictief: {partij} over het aanspreekpunt")}
        gegeven[partij] = {**gegeven[partij], **eigen}
    besluiten: dict[int | str, Besluit] = {
        3: Besluit(3, Beoordeling.ORANJE, "meer tijd nodig", date(2027, 3, 30))
    }
    return maak(kader, gegeven, vastgelegd=Vastgelegd(besluiten))


@pytest.fixture(scope="module")
def boek(matrix: Matrix) -> Workbook:
    return boek_van(matrix)


@pytest.fixture(scope="module")
def met_formules(matrix: Matrix) -> Workbook:
    return boek_van(matrix, formules=True)


# The shape


def test_the_sheets(boek: Workbook) -> None:
    assert [b.title for b in boek.worksheets if b.sheet_state == "visible"] == BLADEN


def test_printed_columns_come_first_in_printed_order(boek: Workbook) -> None:
    koppen = [cel.value for cel in boek["Monitoringstabel"][2]]
    assert tuple(koppen[:7]) == l.GEDRUKTE_KOLOMMEN
    assert len(koppen) == len(set(koppen))
    verwacht = ["Doel", "Stand", "De Volmacht", "Verschil", "Voorstel afspraak", "Besluit BO"]
    plaatsen = [koppen.index(kop) for kop in [*verwacht, "Reden besluit", "Datum BO"]]
    assert plaatsen == sorted(plaatsen)


def test_thirty_one_rows_in_printed_order_with_printed_text(boek: Workbook, kader: Kader) -> None:
    rijen = tabel(boek)
    assert [r["Code"] for r in rijen] == [i.code for i in kader.indicatoren]
    assert len(rijen) == 31
    for gevonden, indicator in zip(rijen, kader.indicatoren, strict=True):
        gedrukt = [gevonden[kop] for kop in l.GEDRUKTE_KOLOMMEN[:5]]
        assert gedrukt == [tekst or "(niet gedrukt)" for tekst in indicator.gedrukt[:5]]


def test_inactive_rows_say_so(kader: Kader) -> None:
    boek = boek_van(combine(kader, Ronde(2028), []))
    assert len(tabel(boek)) == 31
    assert regel(boek, "A02-I1")["Voorstel indicator"] == "Niet in 2028"
    assert regel(boek, "A05-I2")["Voorstel indicator"] == "Open vraag"
    assert regel(boek, "A16-I1")["Beoordeling voortgang"] == "Niet in 2028"


def test_no_merged_cells(boek: Workbook) -> None:
    assert [blad.title for blad in boek.worksheets if blad.merged_cells.ranges] == []


@pytest.mark.parametrize("blad", LIJSTEN)
def test_tables_start_under_one_title_row(boek: Workbook, blad: str) -> None:
    titel, koppen, eerste = (
        [c.value for c in rij if c.value is not None and c.coordinate != TELLER]
        for rij in boek[blad].iter_rows(min_row=1, max_row=3)
    )
    tekst, *erachter = titel
    assert erachter in ([], [IN_HET_KORT])
    assert tekst == f"{blad}, evaluatie 2026"
    assert len(koppen) == boek[blad].max_column
    assert eerste
    assert boek[blad]["A2"].value == koppen[0]


def test_no_empty_cells_within_the_table(boek: Workbook) -> None:
    for rij in tabel(boek):
        leeg = {kop for kop, waarde in rij.items() if waarde in (None, "")}
        assert leeg <= {"Notitie"}


def test_title_language_and_first_sheet(matrix: Matrix) -> None:
    with zipfile.ZipFile(io.BytesIO(write_matrix(matrix))) as pakket:
        kern = pakket.read("docProps/core.xml").decode()
    assert "<dc:title>Monitoringsmatrix evaluatie 2026</dc:title>" in kern
    assert "<dc:language>nl-NL</dc:language>" in kern


def test_same_matrix_same_bytes(matrix: Matrix) -> None:
    assert write_matrix(matrix) == write_matrix(matrix)


# Colours


def voorwaarden(blad: Worksheet) -> dict[str, list[tuple[str, str]]]:
    """By range: each condition with its fill."""
    return {
        str(bereik.sqref): [
            (str(r.formula[0]), str(r.dxf.fill.bgColor.rgb)[-6:]) for r in bereik.rules if r.dxf
        ]
        for bereik in blad.conditional_formatting
    }


def test_colours_are_live_on_every_column_that_has_a_colour(met_formules: Workbook) -> None:
    blad = met_formules["Monitoringstabel"]
    gekleurd: set[str] = set()
    for bereik, regels in voorwaarden(blad).items():
        woorden = {formule.split('"')[1] for formule, _ in regels}
        assert {*WOORDEN} <= woorden
        gekleurd |= {re.sub(r"\d", "", c.coordinate) for rij in blad[bereik] for c in rij}
        assert blad[bereik][0][0].row == 3
        assert blad[bereik][-1][0].row == 33
    kolommen = {str(c.value): c.coordinate[:-1] for c in blad[2]}
    namen = ["Beoordeling voortgang", "De Volmacht", "AH WOON", "Verschil"]
    namen += ["Voorstel indicator", "Voorstel afspraak", "Besluit BO"]
    assert {kolommen[naam] for naam in namen} <= gekleurd


def test_each_colour_has_its_own_fill(met_formules: Workbook) -> None:
    regels = next(iter(voorwaarden(met_formules["Monitoringstabel"]).values()))
    vullingen = [kleur for formule, kleur in regels if formule.split('"')[1] != "Niet ingevuld"]
    assert len(set(vullingen)) == len(vullingen)


def test_cells_hold_the_plain_word(boek: Workbook) -> None:
    elf = regel(boek, "A11-I1")
    assert [elf[p] for p in ("De Volmacht", "Woonborg", "Woonzorg Nederland")] == [
        "Groen",
        "Groen",
        "Rood",
    ]
    assert elf["Verschil"] == "Verschil"
    assert elf["Voorstel indicator"] == "Rood"
    assert regel(boek, "A01-I2")["AH WOON"] == "Niet ingevuld"
    assert regel(boek, "A01-I1")["AH WOON"] == l.NIET_GEVRAAGD


# Voortgang and besluit


def test_voortgang_follows_the_besluit_and_has_its_result(
    boek: Workbook, met_formules: Workbook, matrix: Matrix
) -> None:
    """It is the colour of the afspraak: on its other indicatoren it has that word before it."""
    genoemd: set[int] = set()
    for gevonden, formule in zip(tabel(boek), tabel(met_formules), strict=True):
        tekst = str(formule["Beoordeling voortgang"])
        uitkomst = gevonden["Beoordeling voortgang"]
        if not tekst.startswith("="):
            assert uitkomst == gevonden["Voorstel indicator"]
            continue
        code = str(gevonden["Code"])
        nummer = int(code[1:3])
        besluit = matrix.besluiten.get(nummer)
        voorstel = matrix.voorstellen[nummer] or gevonden["Voorstel afspraak"]
        voor = "afspraak: " if nummer in genoemd else ""
        genoemd.add(nummer)
        assert uitkomst == f"{voor}{besluit.kleur if besluit else voorstel}", code
    assert len(genoemd) < len(matrix.rijen)
    drie = regel(boek, "A03-I1")
    assert drie["Beoordeling voortgang"] == "Oranje"
    assert drie["Besluit BO"] == "Oranje"
    assert drie["Reden besluit"] == "meer tijd nodig"
    assert str(drie["Datum BO"]) == "2027-03-30 00:00:00"


# The lists beside it


def test_verschillen_has_what_each_of_the_three_says_under_each_other(boek: Workbook) -> None:
    elf = regel(boek, "A11-I1", "Verschillen")
    blokken = (blok.split("\n") for blok in str(elf[l.WAT_ZIJ_ZEGGEN]).split("\n\n"))
    zeggen = {kop: erbij for kop, *erbij in blokken}
    erbij = zeggen["Rood, resultaat niet gerealiseerd: Woonzorg Nederland"]
    assert erbij[0] == "Fictief: WZN over het aanspreekpunt"
    assert "? ja" in erbij[1], "the value that goes with the colour"
    erbij = zeggen["Groen: De Volmacht en Woonborg"]
    assert "De Volmacht: Fictief: DV over het aanspreekpunt" in erbij
    assert "Woonborg: Fictief: WB over het aanspreekpunt" in erbij
    assert elf["Voorstel"] == "Rood"
    drie = regel(boek, "A03-I1", "Verschillen")
    assert "AH WOON" not in str(drie[l.WAT_ZIJ_ZEGGEN]), "it is not asked"


def test_verschillen_names_what_differs_and_only_that(boek: Workbook, matrix: Matrix) -> None:
    in_lijst = [(r["Code"], r["Wat verschilt"]) for r in tabel(boek, "Verschillen")]
    assert in_lijst == [(v.code, v.wat) for r in matrix.rijen for v in r.verschillen]


def test_ontbrekend_names_who_and_what(boek: Workbook, kader: Kader) -> None:
    rijen = tabel(boek, "Ontbrekend")
    gevraagd = [i.code for i, _ in kader.vragen_aan("AHW", 2026)]
    assert [r["Code"] for r in rijen if r["Partij"] == "AH WOON"] == gevraagd
    assert {r["Wat ontbreekt"] for r in rijen} == {"alles"}


def test_ontbrekend_names_each_part_that_is_missing(kader: Kader) -> None:
    gegeven: Antwoorden = {"A07-I1": oordeel("Oranje"), "A01-I1": {}, "A01-I1-M1": {"Waarde": 1}}
    rijen = tabel(boek_van(maak(kader, {"DV": gegeven})), "Ontbrekend")
    per_code: dict[object, list[object]] = {}
    for r in rijen:
        if r["Partij"] == "De Volmacht":
            per_code.setdefault(r["Code"], []).append(r["Wat ontbreekt"])
    zeven = {"een toelichting", "een reden", "Verduurzaamde woningen"}
    assert set(per_code["A07-I1"]) == zeven
    assert "een beoordeling" in per_code["A01-I1"]
    assert "Sociale huurwoningen gesloopt" in per_code["A01-I1"]
    assert "Sociale huurwoningen opgeleverd (bruto)" not in per_code["A01-I1"]


def test_date_that_ja_asks_for_is_in_ontbrekend(kader: Kader) -> None:
    gegeven: Antwoorden = {"A02-I1": oordeel("Groen"), "A02-I1-M1": {"Waarde": "Ja"}}
    rijen = tabel(boek_van(maak(kader, {"DV": gegeven})), "Ontbrekend")
    eigen = [
        r["Wat ontbreekt"] for r in rijen if (r["Partij"], r["Code"]) == ("De Volmacht", "A02-I1")
    ]
    assert eigen == ["Gereed op"]


def test_bevindingen_gravest_first_with_place(boek: Workbook, matrix: Matrix) -> None:
    rijen = tabel(boek, "Bevindingen")
    assert len(rijen) == len(matrix.bevindingen)
    assert {"V407", "M501", "M502"} <= {str(r["Code"]) for r in rijen}
    eerste = rijen[0]
    assert (eerste["Ernst"], eerste["Bestand"], eerste["Blad"]) == ("fout", "WB.xlsx", "Invulblad")
    assert re.fullmatch(r"[A-Z]\d+", str(eerste["Cel"]))
    ernst = [str(r["Ernst"]) for r in rijen]
    assert ernst == sorted(ernst, key=["fout", "waarschuwing", "melding"].index)


def test_herkomst_has_every_value_with_its_place_and_hash(
    boek: Workbook, matrix: Matrix, kader: Kader
) -> None:
    gevonden = {(r["Partij"], r["Code"], r["Kolom"]): r for r in tabel(boek, "Herkomst")}
    namen = {p.code: p.naam for p in kader.partijen}
    verwacht = 0
    for gegeven in matrix.inzendingen:
        for code, voorzet in gegeven.voorzetten.items():
            velden = [((code, kolom), veld) for kolom, veld in voorzet.velden.items()]
            velden += [((m, "Waarde"), a.veld) for m, a in voorzet.waarden.items()]
            verwacht += len(velden)
            for (eigen, kolom), veld in velden:
                rij = gevonden[namen[gegeven.partij], eigen, kolom]
                plek = (rij["Bestand"], rij["Blad"], rij["Cel"], rij["SHA-256"])
                assert plek == (veld.plek.bestand, veld.plek.blad, veld.plek.cel, gegeven.sha256)
                if isinstance(veld.inhoud, str):
                    assert rij["Ingevuld"] == veld.inhoud
    assert len(gevonden) == verwacht > 250


def test_empty_lists_say_so_in_words(kader: Kader) -> None:
    boek = boek_van(combine(kader, RONDE, []))
    assert boek["Verschillen"]["A3"].value == "De partijen verschillen nergens."
    assert boek["Herkomst"]["A3"].value == "Er is nog niets ontvangen."


# Samenvatting


def tellingen(boek: Workbook) -> dict[str, dict[str, object]]:
    """The counts by thema and word."""
    rijen = list(boek["Samenvatting"].iter_rows(max_col=10, values_only=True))
    kop = next(n for n, rij in enumerate(rijen) if rij[0] == "Afspraken per thema")
    gevonden: dict[str, dict[str, object]] = {}
    for rij in rijen[kop + 1 :]:
        gevonden[str(rij[0])] = dict(zip(map(str, rijen[kop][1:]), rij[1:], strict=True))
        if rij[0] == "Totaal":
            return gevonden
    raise AssertionError("no total")


def sluitend(geteld: dict[str, dict[str, object]]) -> bool:
    """Whether every total is the sum of what it stands under and behind."""
    som = geteld["Totaal"]
    themas = [rij for thema, rij in geteld.items() if thema != "Totaal"]
    per_rij = [
        int(str(rij["Totaal"])) == sum(int(str(w)) for k, w in rij.items() if k != "Totaal")
        for rij in geteld.values()
    ]
    per_kolom = [int(str(som[k])) == sum(int(str(rij[k])) for rij in themas) for k in som]
    return all(per_rij) and all(per_kolom)


def test_counts_are_those_of_the_matrix(boek: Workbook, matrix: Matrix, kader: Kader) -> None:
    geteld = tellingen(boek)
    verwacht: dict[tuple[str, str], int] = {}
    actief = {r.indicator.afspraak for r in matrix.rijen if r.inbreng}
    for afspraak in kader.afspraken:
        besluit = matrix.besluiten.get(afspraak.nummer)
        kleur = besluit.kleur if besluit else matrix.voorstellen[afspraak.nummer]
        woord = str(kleur or "Niet ingevuld") if afspraak.nummer in actief else "Niet in 2026"
        verwacht[afspraak.thema, woord] = verwacht.get((afspraak.thema, woord), 0) + 1
    gevonden = {
        (thema, woord): aantal
        for thema, rij in geteld.items()
        for woord, aantal in rij.items()
        if aantal and "Totaal" not in (thema, woord)
    }
    assert gevonden == verwacht
    assert geteld["Totaal"]["Totaal"] == 19
    assert sluitend(geteld)


def test_counts_add_up_when_a_besluit_is_no_colour(kader: Kader) -> None:
    boek = boek_van(maak(kader, {}, vastgelegd=Vastgelegd({3: Besluit(3, "Paars")})))
    assert sluitend(tellingen(boek))
    assert regel(boek, "A03-I1")["Beoordeling voortgang"] == "Paars"


def test_summary_has_response_and_rule(boek: Workbook) -> None:
    rijen = [(r[0], r[9], r[10]) for r in boek["Samenvatting"].values]
    assert ("De Volmacht", "ja", "21 van 21") in rijen
    assert ("Woonborg", "ja", "20 van 21") in rijen
    assert ("AH WOON", "nog niet", "0 van 13") in rijen
    leesmij = boek["Leesmij"].iter_rows(min_col=2, max_col=2, values_only=True)
    tekst = "\n".join(str(rij[0]) for rij in leesmij)
    for regel_ in regel_voorstel(HOOFDSTUK_8):
        assert regel_ in tekst


# Text stays text, and made-up stays marked

FORMULES = ["=1+1", "+31 592", "-/-", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.nl", "007"]


@pytest.mark.parametrize("tekst", FORMULES)
def test_text_stays_text_everywhere(kader: Kader, tekst: str) -> None:
    """No formula may hold a word of a partij, and every word stands in a cell of text."""
    gegeven: Antwoorden = {
        "A07-I1": oordeel(tekst, tekst, tekst),
        "A07-I1-M1": {"Waarde": tekst},
        "A14-I1": oordeel("Rood", tekst, tekst),
        "A14-I1-M3": {"Waarde": tekst},
    }
    besluiten: dict[int | str, Besluit] = {1: Besluit(1, tekst, tekst, tekst)}
    gevuld = replace(inzending(kader, "DV", gegeven), bestand=tekst, sha256=tekst)
    ander = inzending(kader, "WB", {"A14-I1": oordeel("Groen")})
    afgesproken = {"A14-I1": Afgesproken("A14-I1", tekst, tekst)}
    focuspunten: dict[int | str, Focuspunt] = {1: Focuspunt(1, tekst, tekst, tekst)}
    stemmingen: dict[int | str, Stemming] = {1: Stemming(1, tekst, tekst, {"DV": tekst})}
    vastgelegd = Vastgelegd(
        besluiten, afgesproken, focuspunten, stemmingen, notities={"A01-I1": tekst}
    )
    data = write_matrix(combine(kader, RONDE, [gevuld, ander], vastgelegd))
    assert not [f for f in formules(data) if escape(tekst) in f]
    assert not koppelingen(data)
    cellen = [
        c.value
        for blad in load_workbook(io.BytesIO(data), data_only=True)
        for rij in blad
        for c in rij
    ]
    assert cellen.count(tekst) >= 16


def formules(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        bladen = sorted(n for n in pakket.namelist() if n.startswith("xl/worksheets/sheet"))
        return [f for n in bladen for f in re.findall(r"<f>(.*?)</f>", pakket.read(n).decode())]


def koppelingen(data: bytes) -> bool:
    """Whether anything points out of the workbook; our own links stay within it."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return any(b"relationships/hyperlink" in pakket.read(n) for n in pakket.namelist())


def test_formulas_use_only_what_every_program_knows(matrix: Matrix) -> None:
    namen = {n for f in formules(write_matrix(matrix)) for n in re.findall(r"[A-Z]+(?=\()", f)}
    gewoon = "COUNTIF COUNTIFS IF IFERROR INDEX MATCH OR SUM TRIM"
    van_het_besluit = "AND DAY ISNUMBER LOWER MONTH NOT SUMPRODUCT YEAR"
    assert namen == set(f"{gewoon} {van_het_besluit}".split())


@pytest.mark.parametrize(
    ("besluit", "woorden"),
    [
        (None, "voorstel"),
        (Besluit(1, "Oranje", "a", date(2027, 3, 12)),
         "besluit BO 12-3-2027; reden: a – vertraagde uitvoering"),
        (Besluit(1, "Rood", "wij wachten", None), "besluit BO; reden: wij wachten"),
        (Besluit(1, "Groen", "", "12 maart"), "besluit BO 12 maart"),
    ],
)  # fmt: skip
def test_beside_each_colour_stands_whether_the_bo_set_it_when_and_why(
    kader: Kader, besluit: Besluit | None, woorden: str
) -> None:
    """On paper too; the formula comes to what is stored, as each workbook is reckoned after."""
    gegeven = {"DV": {"A01-I1": oordeel("Oranje", "b", "Fictief")}}
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    vastgelegd = Vastgelegd({1: besluit} if besluit else {})
    boek = boek_van(combine(kader, RONDE, inzendingen, vastgelegd))
    rijen = {r["Code"]: r for r in tabel(boek, "Monitoringstabel")}
    assert rijen["A01-I1"]["Besluit of voorstel"] == f"{woorden}; deze indicator: Oranje"
    assert rijen["A01-I2"]["Besluit of voorstel"] == "deze indicator: Niet ingevuld"
    assert rijen["A02-I3"]["Besluit of voorstel"] == "–"
    assert rijen["A04-I1"]["Besluit of voorstel"] == "–"
    assert str(boek["Monitoringstabel"].print_area).endswith("$H$33")


def test_text_longer_than_a_cell_is_cut_and_says_so(kader: Kader) -> None:
    gegeven: dict[str, Antwoorden] = {
        "DV": {"A07-I1": oordeel("Groen", toelichting="Fictief " * 8000)}
    }
    ingevuld = [str(r["Ingevuld"]) for r in tabel(boek_van(maak(kader, gegeven)), "Herkomst")]
    lang = max(ingevuld, key=len)
    assert len(lang) <= 32_767
    assert "afgekapt" in lang


@pytest.mark.parametrize("fictief", [True, False])
def test_fictional_mark_is_on_every_sheet_or_on_none(
    kader: Kader, matrix: Matrix, fictief: bool
) -> None:
    inzendingen: list[Inzending] = [
        replace(i, fictief=fictief and i.partij == "WB") for i in matrix.inzendingen
    ]
    boek = boek_van(combine(kader, RONDE, inzendingen))
    zichtbaar = [blad for blad in boek.worksheets if blad.sheet_state == "visible"]
    gemerkt = [l.FICTIEF in str(blad["A1"].value) for blad in zichtbaar]
    assert gemerkt == [fictief] * len(BLADEN)


# What LibreOffice reckons


@pytest.mark.extern
def test_libreoffice_reckons_the_same(
    matrix: Matrix, herbereken: Callable[[Path, str, Path], Path], tmp_path: Path
) -> None:
    bron = tmp_path / "matrix.xlsx"
    bron.write_bytes(write_matrix(matrix))
    berekend = load_workbook(herbereken(bron, "xlsx", tmp_path / "uit"), data_only=True)
    assert tellingen(berekend) == tellingen(boek_van(matrix))
    voortgang = [r["Beoordeling voortgang"] for r in tabel(boek_van(matrix))]
    assert [r["Beoordeling voortgang"] for r in tabel(berekend)][:31] == voortgang


@pytest.mark.extern
def test_libreoffice_follows_a_besluit_that_is_filled_in(
    matrix: Matrix, kader: Kader, herbereken: Callable[[Path, str, Path], Path], tmp_path: Path
) -> None:
    boek = boek_van(matrix, formules=True)
    blad = boek["Besluitenlijst"]
    kolom = next(c.column for c in blad[2] if c.value == "Besluit BO")
    assert isinstance(kolom, int)
    assert matrix.voorstellen[1] != Beoordeling.AFGEROND
    blad.cell(3, kolom).value = "Afgerond"
    bron = tmp_path / "besloten.xlsx"
    boek.save(bron)
    berekend = load_workbook(herbereken(bron, "xlsx", tmp_path / "uit"), data_only=True)
    besloten = replace(
        matrix,
        vastgelegd=Vastgelegd({**matrix.besluiten, 1: Besluit(1, Beoordeling.AFGEROND)}),
    )
    assert tellingen(berekend) == tellingen(boek_van(besloten))
    assert [r["Beoordeling voortgang"] for r in tabel(berekend) if str(r["Code"])[:3] == "A01"] == [
        "Afgerond",
        *["afspraak: Afgerond"] * 2,
    ]


# Read by who knows nothing of it


def test_what_is_of_an_afspraak_is_painted_once(met_formules: Workbook) -> None:
    """At its first row; the others say that it is the afspraak's, or hold the word unpainted."""
    blad = met_formules["Monitoringstabel"]
    letters = {str(c.value): c.coordinate[:-1] for c in blad[2]}
    for kop in ("Beoordeling voortgang", "Voorstel afspraak", "Besluit BO"):
        regels = voorwaarden(blad)[f"{letters[kop]}3:{letters[kop]}33"]
        assert all(f"${letters['Telt']}3=1" in formule for formule, _ in regels)


def test_where_a_voorstel_stands_the_rule_that_made_it_stands_too(boek: Workbook) -> None:
    for blad in ("Besluitenlijst", "Monitoringstabel", "Focuspunten", "Verschillen"):
        assert IN_HET_KORT in [cel.value for cel in boek[blad][1]]


def test_on_verschillen_who_stands_where_is_bold(matrix: Matrix) -> None:
    """And each block stands apart, so that it can be read from a screen on the wall."""
    blad = load_workbook(io.BytesIO(write_matrix(matrix)), rich_text=True)["Verschillen"]
    koppen = [cel.value for cel in blad[2]]
    kolom = koppen.index(l.WAT_ZIJ_ZEGGEN) + 1
    namen = [p.naam for p in matrix.kader.partijen]
    cellen = [rij[0] for rij in blad.iter_rows(min_row=3, min_col=kolom, max_col=kolom)]
    assert len(cellen) > 1
    for cel in cellen:
        delen = cel.value if isinstance(cel.value, CellRichText) else [str(cel.value)]
        vet = [d.text if isinstance(d, TextBlock) else d * bool(cel.font.b) for d in delen
               if not isinstance(d, TextBlock) or d.font.b]  # fmt: skip
        blokken = str(cel.value).split("\n\n")
        regels = [*filter(None, "".join(vet).split("\n"))]
        assert {blok.partition("\n")[0] for blok in blokken} <= {*regels}
        assert all(any(naam in regel for naam in namen) for regel in regels)
