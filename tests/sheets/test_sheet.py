"""The workbook of one partij: what it asks, how it looks, and that its checks are right."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from sjablonen import schrijf_sjabloon, vervang

from kaderxl.core import labels as l
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.identity import Kenmerk, vind_kenmerken
from kaderxl.core.kader import Kader, Meetwaarde, Rol, Soort, Verplicht
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.traffic_light import HOOFDSTUK_8
from kaderxl.reading import Document, Reader
from kaderxl.sheets.examples import example_answers
from kaderxl.sheets.layout import Opdracht, deel_in
from kaderxl.sheets.questions import Vragen, Vragenlijst, stel_vragenlijst_op
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.kinds import AANTAL, BEDRAG, DATUM, GETAL, JA_NEE, PERCENTAGE, SOORTEN, TEKST
from kaderxl.template.read import read_template
from kaderxl.writing.colours import INVOER

RONDE = Ronde(2026)
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LETTER = {naam: chr(ord("A") + n) for n, naam in enumerate(l.INVULBLAD_KOLOMMEN)}
LETTER |= dict.fromkeys((l.WAARDE, l.BEOORDELING), LETTER[l.ANTWOORD])
ZONDER_VRAGEN = Vragenlijst(Kenmerk("MOL", RONDE, "NB", "0000"), Vragen(()))
KOP = deel_in(ZONDER_VRAGEN, herstel=False).kopregel + 1
EERSTE = KOP + 2
"""The first row with a question: above it stands the afspraak."""
Invullingen = dict[str, dict[str, object]]


def maak(
    kader: Kader,
    partij: str,
    ronde: Ronde = RONDE,
    antwoorden: Mapping[str, Mapping[str, object]] | None = None,
    vorige: Mapping[str, str] | None = None,
    fictief: bool = False,
) -> bytes:
    wie = kader.partij(partij)
    assert wie is not None
    return write_input_sheet(Opdracht(kader, ronde, wie, vorige or {}, antwoorden or {}, fictief))


def openen(data: bytes, *, uitkomsten: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=uitkomsten)


def tabel(blad: Worksheet) -> dict[str, dict[str, Any]]:
    """The rows under the header by code, each by header."""
    koppen = [str(cel.value) for cel in blad[KOP]]
    return {
        str(rij[0]): dict(zip(koppen, rij, strict=True))
        for rij in blad.iter_rows(min_row=EERSTE, values_only=True)
        if rij[0]
    }


def rij_van(blad: Worksheet, code: str) -> int:
    return next(c.row for (c,) in blad.iter_rows(min_row=EERSTE, max_col=1) if c.value == code)


def onderdeel(data: bytes, naam: str) -> ET.Element:
    with ZipFile(io.BytesIO(data)) as zip_:
        return ET.fromstring(zip_.read(naam))


def keuzes_op(blad: Worksheet, cel: str) -> DataValidation:
    regels: list[DataValidation] = list(blad.data_validations.dataValidation)
    (regel,) = [v for v in regels if cel in v.sqref]
    return regel


def alle_tekst(blad: Worksheet) -> str:
    return "\n".join(str(c.value) for rij in blad.iter_rows() for c in rij if c.value is not None)


@pytest.fixture(scope="module")
def volmacht(kader: Kader) -> bytes:
    """An empty sheet of a corporation, of the shipped template."""
    return maak(kader, "DV")


@pytest.fixture(scope="module")
def boek(volmacht: bytes) -> Workbook:
    return openen(volmacht)


@pytest.fixture(scope="module")
def blad(boek: Workbook) -> Worksheet:
    return boek[l.INVULBLAD]


# -- what is asked -----------------------------------------------------------------------------


def test_it_has_three_sheets_of_which_one_is_hidden(boek: Workbook) -> None:
    assert {b.title: b.sheet_state for b in boek.worksheets} == {
        l.INVULBLAD: "visible",
        l.UITLEG: "visible",
        l.META: "hidden",
    }


def test_the_header_row(blad: Worksheet) -> None:
    koppen = [cel.value for cel in blad[KOP]]
    nodig = ("Code|Wat vullen we in|Antwoord|Eenheid|Reden|Toelichting|Controle").split("|")
    assert koppen == nodig


@pytest.mark.parametrize(
    ("partij", "aantal"),
    [("DV", 21), ("WB", 21), ("WZN", 21), ("GEM", 20), ("DD", 13), ("AHW", 13)],
)
def test_only_the_own_indicators_of_the_year(kader: Kader, partij: str, aantal: int) -> None:
    codes = list(tabel(openen(maak(kader, partij))[l.INVULBLAD]))
    indicatoren = [code for code in codes if "-M" not in code]
    assert len(indicatoren) == aantal
    assert "A05-I2" not in indicatoren, "an open row is asked of nobody"
    for indicator in kader.indicatoren:
        eigen = partij in indicator.partijen and 2026 in indicator.jaren
        assert (indicator.code in indicatoren) == eigen


def test_another_year_asks_other_rows(kader: Kader) -> None:
    codes = set(tabel(openen(maak(kader, "DV", Ronde(2027)))[l.INVULBLAD]))
    assert "A02-I3" in codes
    assert "A02-I1" not in codes


def test_each_indicator_is_followed_by_its_own_values(kader: Kader, blad: Worksheet) -> None:
    codes = list(tabel(blad))
    verwacht = [
        code
        for indicator, meetwaarden in kader.vragen_aan("DV", 2026)
        for code in (indicator.code, *(m.code for m in meetwaarden))
    ]
    assert codes == verwacht
    assert codes[:4] == ["A01-I1", "A01-I1-M1", "A01-I1-M2", "A01-I1-M3"]


def test_a_value_is_only_asked_of_whom_the_template_names(kader: Kader) -> None:
    assert "A17-I1-M1" in tabel(openen(maak(kader, "DV"))[l.INVULBLAD])
    gemeente = tabel(openen(maak(kader, "GEM"))[l.INVULBLAD])
    assert "A17-I1" in gemeente
    assert "A17-I1-M1" not in gemeente


def test_a_row_says_what_is_asked(blad: Worksheet) -> None:
    rij = tabel(blad)["A01-I1-M2"]
    kop = str(blad[f"{LETTER[l.VRAAG]}{EERSTE - 1}"].value)
    assert kop.startswith("1. Toevoegen van netto 180")
    assert kop.endswith("(Beschikbaarheid)")
    assert str(tabel(blad)["A01-I1"][l.VRAAG]).startswith("aantal opgeleverde woningen: Hoe")
    assert rij["Wat vullen we in"] == "Sociale huurwoningen gesloopt"
    assert rij["Eenheid"] == "woningen"


def test_the_target_is_everyones_and_the_own(kader: Kader) -> None:
    volmacht, woonborg = (
        str(tabel(openen(maak(kader, partij))[l.INVULBLAD])["A01-I1"][l.VRAAG])
        for partij in ("DV", "WB")
    )
    assert "Doel: " in volmacht
    assert "120 tot 140" in volmacht
    assert "120 tot 140" in woonborg
    assert ("135" in volmacht, "135" in woonborg) == (True, False)


def test_what_may_stay_empty_says_so(blad: Worksheet) -> None:
    assert "(mag leeg)" in str(tabel(blad)["A01-I2-M2"]["Wat vullen we in"])
    assert "(mag leeg)" not in str(tabel(blad)["A01-I2-M1"]["Wat vullen we in"])


def test_the_earlier_answer_stands_below_the_question(kader: Kader) -> None:
    data = maak(kader, "DV", vorige={"A01-I1": "Oranje", "A01-I1-M1": "12 woningen"})
    rijen = tabel(openen(data)[l.INVULBLAD])
    assert str(rijen["A01-I1"][l.VRAAG]).endswith("\nVorige keer: Oranje")
    assert str(rijen["A01-I1-M1"][l.VRAAG]).endswith("\nVorige keer: 12 woningen")
    assert rijen["A01-I1-M2"][l.VRAAG] == "Sociale huurwoningen gesloopt"


def test_above_the_table_stand_partij_ronde_and_kenmerk(kader: Kader, blad: Worksheet) -> None:
    boven = "\n".join(str(c.value) for rij in blad["A1:M3"] for c in rij if c.value)
    assert "De Volmacht" in boven
    assert "evaluatie 2026" in boven
    assert "Kaderafspraken Aa en Hunze 2026-2031" in boven
    kenmerk = stel_vragenlijst_op(kader, RONDE, "DV").kenmerk
    assert vind_kenmerken(boven, HALFJAARLIJKS) == [kenmerk]
    assert blad["B2"].value == str(kenmerk)


def test_the_kenmerk_changes_with_the_questions_only(kader: Kader) -> None:
    eerst = stel_vragenlijst_op(kader, RONDE, "DV").kenmerk
    anders = replace(
        kader,
        meetwaarden=tuple(
            replace(m, omschrijving="Iets anders") if m.code == "A01-I1-M1" else m
            for m in kader.meetwaarden
        ),
    )
    zelfde = replace(kader, vragen=(), planning=())
    assert stel_vragenlijst_op(zelfde, RONDE, "DV").kenmerk == eerst
    assert stel_vragenlijst_op(anders, RONDE, "DV").kenmerk != eerst
    assert stel_vragenlijst_op(anders, RONDE, "DD").kenmerk.versie == (
        stel_vragenlijst_op(kader, RONDE, "DD").kenmerk.versie
    )


def test_the_hidden_sheet_repeats_who_and_what(boek: Workbook, blad: Worksheet) -> None:
    meta = {a.value: b.value for a, b in boek[l.META]["A1:B6"]}
    assert meta["kenmerk"] == blad["B2"].value
    assert meta["ronde"] == "2026-evaluatie"
    assert meta["partij"] == "De Volmacht"
    assert meta["fictief"] == "nee"


# -- filling in --------------------------------------------------------------------------------


def invoercellen(kader: Kader, blad: Worksheet) -> set[str]:
    cellen: set[str] = set()
    for indicator, meetwaarden in kader.vragen_aan("DV", 2026):
        rij = rij_van(blad, indicator.code)
        cellen |= {f"{LETTER[k]}{rij}" for k in (l.BEOORDELING, l.REDEN, l.TOELICHTING)}
        cellen |= {f"{LETTER[l.WAARDE]}{rij_van(blad, m.code)}" for m in meetwaarden}
    return cellen


def test_exactly_the_input_cells_are_unlocked_and_look_so(kader: Kader, blad: Worksheet) -> None:
    invoer = invoercellen(kader, blad)
    open_ = {c.coordinate for rij in blad.iter_rows() for c in rij if not c.protection.locked}
    assert open_ == invoer
    moet = {cel for cel in invoer if blad[cel].fill.fgColor.rgb == f"FF{INVOER[1:]}"}
    randen = {blad[cel].border.left.color.rgb for cel in invoer}
    assert {blad[cel].fill.fgColor.rgb for cel in invoer - moet} == {"FFFFFFFF"}
    alle = {c.coordinate: c for r in blad.iter_rows() for c in r}
    anders = [c for plaats, c in alle.items() if plaats not in invoer]
    assert len(randen) == 1
    assert not randen & {c.border.left.color.rgb for c in anders if c.border.left.color}
    assert f"FF{INVOER[1:]}" not in {c.fill.fgColor.rgb for c in anders}
    assert f"{LETTER[l.ANTWOORD]}{rij_van(blad, 'A01-I1')}" in moet
    assert f"{LETTER[l.REDEN]}{rij_van(blad, 'A01-I1')}" not in moet, "not with each colour"


def test_the_sheet_is_protected_without_a_password(volmacht: bytes) -> None:
    bescherming = onderdeel(volmacht, "xl/worksheets/sheet1.xml").find("m:sheetProtection", NS)
    assert bescherming is not None
    assert bescherming.get("sheet") == "1"
    assert not {"password", "hashValue", "saltValue"} & set(bescherming.keys())
    assert bescherming.get("formatRows") == "0", "a partij may make a row higher"


def test_the_cursor_stands_in_the_first_cell_to_fill(boek: Workbook, blad: Worksheet) -> None:
    assert boek.active is blad
    assert [s.activeCell for s in blad.sheet_view.selection if s.pane == "bottomRight"] == [
        f"{LETTER[l.BEOORDELING]}{EERSTE}"
    ]


def test_the_colour_is_chosen_from_a_list(boek: Workbook, blad: Worksheet) -> None:
    lijst = keuzes_op(blad, f"{LETTER[l.ANTWOORD]}{EERSTE}")
    assert lijst.type == "list"
    assert _genoemd(boek, lijst.formula1) == ["Groen", "Oranje", "Rood", "Afgerond", "N.v.t."]


def test_the_list_of_reasons_follows_the_colour(boek: Workbook, blad: Worksheet) -> None:
    lijst = keuzes_op(blad, f"{LETTER[l.REDEN]}{EERSTE}")
    formule = str(lijst.formula1)
    assert re.fullmatch(
        rf'IF\(\$C{EERSTE}="Oranje",(\w+),IF\(\$C{EERSTE}="Rood",(\w+),(\w+)\)\)', formule
    )
    oranje, rood, geen = re.findall(r"Keuze_\w+", formule)
    assert [k[:4] for k in _genoemd(boek, oranje)] == ["a – ", "b – "]
    assert [k[:4] for k in _genoemd(boek, rood)] == ["a – ", "b – ", "c – "]
    assert len(_genoemd(boek, geen)) == 1


def test_the_letter_alone_is_not_refused_while_typing(blad: Worksheet) -> None:
    assert not keuzes_op(blad, f"{LETTER[l.REDEN]}{EERSTE}").showErrorMessage
    assert keuzes_op(blad, f"{LETTER[l.ANTWOORD]}{EERSTE}").showErrorMessage


def _genoemd(boek: Workbook, naam: str | None) -> list[str]:
    ((blad, bereik),) = boek.defined_names[str(naam).lstrip("=")].destinations
    cellen = boek[blad][bereik]
    return [c.value for (c,) in cellen] if isinstance(cellen, tuple) else [cellen.value]


@pytest.mark.parametrize(
    ("code", "type_", "notatie"),
    [
        ("A01-I1-M1", "whole", "#,##0"),
        ("A02-I1-M1", "list", "@"),
        ("A02-I1-M2", "date", "d-m-yyyy"),
        ("A02-I2-M3", None, "@"),
    ],
)
def test_a_value_has_its_own_kind(
    blad: Worksheet, code: str, type_: str | None, notatie: str
) -> None:
    cel = f"{LETTER[l.ANTWOORD]}{rij_van(blad, code)}"
    assert blad[cel].number_format == notatie
    regels = [v.type for v in blad.data_validations.dataValidation if cel in v.sqref]
    assert regels == ([type_] if type_ else [])


def test_a_percentage_lies_between_0_and_100(klein: Kader) -> None:
    blad = openen(maak(klein, "NB"))[l.INVULBLAD]
    regel = keuzes_op(blad, f"{LETTER[l.ANTWOORD]}{rij_van(blad, 'A02-I2-M1')}")
    assert (regel.type, regel.formula1, regel.formula2) == ("decimal", "0", "100")


def test_a_refusal_while_typing_is_a_dutch_sentence(blad: Worksheet) -> None:
    for regel in blad.data_validations.dataValidation:
        if regel.type and regel.showErrorMessage:
            assert regel.error
            assert regel.error.endswith(".")
            assert regel.errorTitle


def test_the_colours_are_live(blad: Worksheet) -> None:
    gevonden: dict[str, tuple[str, str, str]] = {}
    for bereik in blad.conditional_formatting:
        for regel in bereik.rules:
            woord = re.search(r'TRIM\(C\d+\)="([^"]+)"$', regel.formula[0])
            if woord and regel.dxf is not None:
                assert str(bereik.sqref).startswith(f"C{KOP + 1}:")
                assert regel.dxf.fill is not None
                assert regel.dxf.font is not None
                gevonden[woord[1]] = (
                    regel.dxf.fill.bgColor.rgb[2:],
                    regel.dxf.font.color.rgb[2:],
                    regel.dxf.numFmt.formatCode,
                )
    assert gevonden == {
        str(b): (b.vulling[1:], b.tekstkleur[1:], f'"{b.symbool} "@') for b in HOOFDSTUK_8
    }


def test_what_is_missing_or_nonsense_is_marked(blad: Worksheet) -> None:
    gemarkeerd = {
        str(bereik.sqref)[0]
        for bereik in blad.conditional_formatting
        for regel in bereik.rules
        if regel.dxf is not None and regel.dxf.fill and regel.dxf.fill.bgColor.rgb == "FFFDE3E3"
    }
    assert gemarkeerd == {LETTER[k] for k in (l.ANTWOORD, l.REDEN)}


# -- print and screen --------------------------------------------------------------------------


def test_the_header_stays_in_sight_and_is_printed_on_every_page(blad: Worksheet) -> None:
    assert blad.freeze_panes == f"C{KOP + 1}"
    assert blad.print_title_rows == f"${KOP}:${KOP}"
    assert (blad.page_setup.orientation, blad.page_setup.paperSize) == ("landscape", 9)
    assert (blad.page_setup.fitToWidth or 1, blad.page_setup.fitToHeight) == (1, 0)
    assert not blad.merged_cells.ranges


def test_it_says_its_language_and_title(volmacht: bytes) -> None:
    with ZipFile(io.BytesIO(volmacht)) as zip_:
        kern = zip_.read("docProps/core.xml").decode()
    assert "<dc:language>nl-NL</dc:language>" in kern
    assert "<dc:title>Invulblad De Volmacht, evaluatie 2026</dc:title>" in kern


def test_rows_can_grow_with_what_is_typed(volmacht: bytes) -> None:
    rijen = onderdeel(volmacht, "xl/worksheets/sheet1.xml").iterfind(".//m:row", NS)
    assert not [rij.get("r") for rij in rijen if rij.get("customHeight")]


def test_the_same_opdracht_gives_the_same_bytes(kader: Kader) -> None:
    antwoorden: Invullingen = {
        "A01-I1": {l.BEOORDELING: "Groen"},
        "A01-I1-M1": {l.WAARDE: 12},
    }
    assert maak(kader, "DV", antwoorden=antwoorden) == maak(kader, "DV", antwoorden=antwoorden)
    assert maak(kader, "DV") != maak(kader, "DV", antwoorden=antwoorden)


def test_made_up_answers_are_marked_on_every_visible_sheet(kader: Kader) -> None:
    for fictief in (True, False):
        boek = openen(maak(kader, "DV", fictief=fictief))
        for naam in (l.INVULBLAD, l.UITLEG):
            assert (l.FICTIEF in alle_tekst(boek[naam])) is fictief


def test_it_is_read_back_as_it_was_written(kader: Kader, reader: Reader) -> None:
    data = maak(kader, "DV", antwoorden={"A01-I1-M1": {l.WAARDE: 12}})
    document = reader.read("blad.xlsx", data)
    assert isinstance(document, Document)
    assert [s.name for s in document.sheets] == [l.INVULBLAD, l.UITLEG, l.META]


# -- Uitleg ------------------------------------------------------------------------------------


def uitleg(kader: Kader, partij: str, ronde: Ronde = RONDE) -> str:
    return alle_tekst(openen(maak(kader, partij, ronde))[l.UITLEG])


def test_uitleg_says_who_what_and_how(kader: Kader) -> None:
    tekst = uitleg(kader, "DV")
    for deel in ("De Volmacht", "corporaties", "21 indicatoren", "Schrijf geen namen"):
        assert deel in tekst
    for kleur in kader.stoplicht:
        assert kleur.betekenis in tekst
        for reden in kleur.redenen.values():
            assert reden in tekst
    assert "Komt u er niet uit?" in tekst


@pytest.mark.parametrize(
    ("ronde", "datum"),
    [
        (Ronde(2026), "15 februari 2027"),
        (Ronde(2026, Fase.TUSSENSTAND), "1 november 2026"),
    ],
)
def test_uitleg_says_by_when(kader: Kader, ronde: Ronde, datum: str) -> None:
    assert f"uiterlijk {datum}" in uitleg(kader, "DV", ronde)


def test_without_a_deadline_uitleg_says_that_it_will_be_told(kader: Kader) -> None:
    instellingen = replace(kader.instellingen, inleveren_evaluatie="")
    tekst = uitleg(replace(kader, instellingen=instellingen), "DV")
    assert "laat u weten wanneer" in tekst
    assert "uiterlijk" not in tekst


@pytest.mark.parametrize("dag", [date(2026, 2, 15), datetime(2026, 2, 15)])
def test_a_deadline_that_the_spreadsheet_made_a_date_is_kept(
    tmp_path: Path, reader: Reader, dag: date
) -> None:
    """Excel turns a typed `15 februari` into a date of this year."""
    bestand = schrijf_sjabloon(tmp_path / "s.xlsx")
    sjabloon = openpyxl.load_workbook(bestand)
    (cel,) = [c for (c,) in sjabloon["Instellingen"]["B2:B20"] if c.value == "15 februari"]
    cel.value = dag
    sjabloon.save(bestand)
    tekst = uitleg(read_template(bestand, reader).geldig(), "NB")
    assert "uiterlijk 15 februari 2027" in tekst


def test_a_deadline_that_is_not_understood_is_not_passed_over(
    tmp_path: Path, reader: Reader
) -> None:
    bestand = schrijf_sjabloon(
        tmp_path / "s.xlsx", **vervang("Instellingen", "15 februari", "half februari")
    )
    assert [b.plek.cel for b in read_template(bestand, reader).bevindingen] == ["B9"]


def test_uitleg_names_where_to_ask(klein: Kader, kader: Kader) -> None:
    assert "wonen@molendam.example" in uitleg(klein, "NB")
    assert "()" not in uitleg(kader, "DV")


# -- text stays text ---------------------------------------------------------------------------

GEVAARLIJK = (
    "=1+1",
    '=HYPERLINK("http://x.example","klik")',
    "+31 592",
    "-5%",
    "@SUM(A1)",
    "https://x.example",
)


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_text_that_looks_like_a_formula_arrives_as_text(klein: Kader, tekst: str) -> None:
    gemeen = replace(
        klein,
        instellingen=replace(klein.instellingen, kader=tekst, gemeente=tekst, contact=tekst),
        partijen=tuple(replace(p, naam=tekst, groep=tekst) for p in klein.partijen),
        indicatoren=tuple(replace(i, tekst=tekst) for i in klein.indicatoren),
        meetwaarden=tuple(replace(m, omschrijving=tekst, eenheid=tekst) for m in klein.meetwaarden),
    )
    antwoorden = {
        "A01-I1": {l.BEOORDELING: tekst, l.REDEN: tekst, l.TOELICHTING: tekst},
        "A01-I1-M1": {l.WAARDE: tekst},
    }
    vorige = {"A01-I1": tekst, "A01-I1-M1": tekst}
    data = maak(gemeen, "NB", antwoorden=antwoorden, vorige=vorige)
    rijen = tabel(openen(data, uitkomsten=True)[l.INVULBLAD])
    eigen, waarde = rijen["A01-I1"], rijen["A01-I1-M1"]
    assert str(eigen[l.VRAAG]).startswith(f"{tekst}: ")
    assert str(eigen[l.VRAAG]).endswith(f"Vorige keer: {tekst}")
    assert [eigen[k] for k in (l.ANTWOORD, l.REDEN, l.TOELICHTING)] == [tekst] * 3
    assert waarde[l.ANTWOORD] == tekst
    blad = openen(data)[l.INVULBLAD]
    boven = {c for c in _cellen_met_formule(data) if int(re.sub(r"\D", "", c)) < KOP}
    assert len(boven) == 3
    controles = {f"{LETTER[l.CONTROLE]}{rij_van(blad, code)}" for code in rijen}
    assert _cellen_met_formule(data) == boven | controles
    with ZipFile(io.BytesIO(data)) as zip_:
        namen = zip_.namelist()
        assert not [n for n in namen if "sheet1.xml.rels" in n or "externalLinks" in n]


def _cellen_met_formule(data: bytes) -> set[str]:
    """The cells with a formula on any sheet; ours are the live line and the column Controle."""
    gevonden: set[str] = set()
    for nummer in (1, 2, 3):
        cellen = onderdeel(data, f"xl/worksheets/sheet{nummer}.xml").iterfind(".//m:c", NS)
        gevonden |= {c.get("r", "") for c in cellen if c.find("m:f", NS) is not None}
    return gevonden


def test_a_very_long_answer_is_cut_and_says_so(klein: Kader) -> None:
    data = maak(klein, "NB", antwoorden={"A01-I1": {l.TOELICHTING: "x" * 40_000}})
    tekst = str(tabel(openen(data)[l.INVULBLAD])["A01-I1"]["Toelichting"])
    assert len(tekst) <= 32_767
    assert "afgekapt" in tekst


# -- the column Controle and the live line -----------------------------------------------------


@dataclass(frozen=True)
class Geval:
    """One indicator: its answer, its values, and what Controle must say of it."""

    controle: str
    oordeel: tuple[object, object, object]
    waarden: tuple[tuple[Soort, object, Rol | None, Verplicht], ...] = field(default=())
    soort: str = "aantal"
    tm: int = 2031


def w(
    soort: Soort, waarde: object, rol: Rol | None = None, verplicht: Verplicht = Verplicht.JA
) -> tuple[Soort, object, Rol | None, Verplicht]:
    return soort, waarde, rol, verplicht


GROEN = ("Groen", None, None)
ONDER = "Vul hieronder nog in"
GEVALLEN = [
    Geval("Nog invullen", (None, None, None)),
    Geval("Nog invullen", (None, "a", "Wat tekst")),
    Geval("Ingevuld", GROEN),
    Geval("Ingevuld", ("Afgerond", None, None), tm=2026),
    Geval("Klaar? Schrijf waarom", ("Afgerond", None, " ")),
    Geval("Ingevuld", ("Afgerond", None, "Fictief: er is niets meer te doen")),
    Geval("Schrijf een toelichting", GROEN, soort=l.KWALITATIEF),
    Geval("Schrijf een toelichting", ("Afgerond", None, None), soort=l.KWALITATIEF),
    Geval("Ingevuld", ("Groen", None, "Fictief: dit gaat goed"), soort=l.KWALITATIEF),
    Geval("Kies een kleur", ("Geel", None, None)),
    Geval("Kies een reden", ("Oranje", None, "Er is vertraging")),
    Geval("Deze reden past niet", ("Oranje", "c", "Er is vertraging")),
    Geval("Deze reden past niet", ("Oranje", "c – vervalt", "Vertraging")),
    Geval("Ingevuld", ("Oranje", "a", "Er is vertraging")),
    Geval("Ingevuld", ("Oranje", "A", "Er is vertraging")),
    Geval("Ingevuld", ("Oranje", "b – ander resultaat", "Er is vertraging")),
    Geval("Schrijf een toelichting", ("Oranje", "a", None)),
    Geval("Schrijf een toelichting", ("Rood", "c", "   ")),
    Geval("Ingevuld", ("Rood", "c – vervalt", "Het gaat niet door")),
    Geval("Kies een reden", ("Rood", None, None)),
    Geval("Schrijf een toelichting", ("N.v.t.", None, None)),
    Geval("Ingevuld", ("N.v.t.", None, "Geen bezit"), (w(AANTAL, None),)),
    Geval("Ingevuld", GROEN, (w(AANTAL, 0),)),
    Geval(ONDER, GROEN, (w(AANTAL, None),)),
    Geval("Ingevuld", GROEN, (w(AANTAL, None, verplicht=Verplicht.NEE),)),
    Geval(ONDER, GROEN, (w(AANTAL, "ca. 12"),)),
    Geval(ONDER, GROEN, (w(AANTAL, "12 woningen"),)),
    Geval(ONDER, GROEN, (w(AANTAL, -1),)),
    Geval(ONDER, GROEN, (w(AANTAL, 12.5),)),
    Geval("Ingevuld", GROEN, (w(PERCENTAGE, 100),)),
    Geval(ONDER, GROEN, (w(PERCENTAGE, 100.5),)),
    Geval("Ingevuld", GROEN, (w(DATUM, date(2026, 12, 15)),)),
    Geval("Ingevuld", GROEN, (w(DATUM, date(2021, 1, 1)),)),
    Geval(ONDER, GROEN, (w(DATUM, date(2020, 12, 31)),)),
    Geval(ONDER, GROEN, (w(DATUM, date(2062, 1, 1)),)),
    Geval(ONDER, GROEN, (w(DATUM, "volgend jaar"),)),
    Geval("Ingevuld", GROEN, (w(DATUM, "15 december 2026"),)),
    Geval("Ingevuld", GROEN, (w(DATUM, " 15-12-2026"),)),
    Geval(ONDER, GROEN, (w(DATUM, "1/2/2026"),)),
    Geval(ONDER, GROEN, (w(DATUM, "15 december 2062"),)),
    Geval("Ingevuld", GROEN, (w(AANTAL, "1.234"),)),
    Geval(ONDER, GROEN, (w(AANTAL, "12.5"),)),
    Geval("Ingevuld", GROEN, (w(PERCENTAGE, "12,5 %"),)),
    Geval("Ingevuld", GROEN, (w(BEDRAG, 1234.5),)),
    Geval("Ingevuld", GROEN, (w(BEDRAG, 0.1 + 0.2),)),
    Geval("Ingevuld", GROEN, (w(BEDRAG, "€ 1.234,50"),)),
    Geval("Ingevuld", GROEN, (w(BEDRAG, "1.234,50 euro"),)),
    Geval("Ingevuld", GROEN, (w(BEDRAG, "12,-"),)),
    Geval(ONDER, GROEN, (w(BEDRAG, 1.005),)),
    Geval(ONDER, GROEN, (w(BEDRAG, -1),)),
    Geval(ONDER, GROEN, (w(BEDRAG, "12.50"),)),
    Geval(ONDER, GROEN, (w(BEDRAG, "2 ton"),)),
    Geval("Ingevuld", GROEN, (w(GETAL, 7.4),)),
    Geval("Ingevuld", GROEN, (w(GETAL, "7,4"),)),
    Geval(ONDER, GROEN, (w(GETAL, "7.4"),)),
    Geval(ONDER, GROEN, (w(GETAL, -0.1),)),
    Geval("Ingevuld", GROEN, (w(JA_NEE, "Nee"),)),
    Geval(ONDER, GROEN, (w(JA_NEE, "misschien"),)),
    Geval(
        "Ingevuld",
        GROEN,
        (w(JA_NEE, "Nee"), w(DATUM, None, verplicht=Verplicht.BIJ_JA)),
    ),
    Geval(ONDER, GROEN, (w(JA_NEE, "Ja"), w(DATUM, None, verplicht=Verplicht.BIJ_JA))),
    Geval("Ingevuld", GROEN, (w(TEKST, "=1+1"),)),
    Geval(ONDER, GROEN, (w(AANTAL, 21, Rol.TELLER), w(AANTAL, 20, Rol.NOEMER))),
    Geval("Ingevuld", GROEN, (w(AANTAL, 20, Rol.TELLER), w(AANTAL, 20, Rol.NOEMER))),
    Geval(ONDER, GROEN, (w(AANTAL, 5, Rol.TELLER), w(AANTAL, None, Rol.NOEMER))),
    Geval(ONDER, GROEN, (w(AANTAL, "21", Rol.TELLER), w(AANTAL, 20, Rol.NOEMER))),
]
# Forms in which people type or paste them; what counts is that both verdicts are the same.
ANDERS_GETYPT = [
    Geval("", ("groen", None, None)),
    Geval("", (" Oranje ", " a ", "Vertraging")),
    Geval("", ("Oranje", "(a)", "Vertraging")),
    Geval("", ("Oranje", "vertraagd", "Vertraging")),
    Geval("", ("Oranje", "*", "Vertraging")),
    Geval("", ("G*", None, None)),
    Geval("", (" N.v.t. ", None, "Geen bezit"), (w(AANTAL, None),)),
    Geval("", GROEN, (w(JA_NEE, "ja"),)),
    Geval("", GROEN, (w(AANTAL, " "),)),
    Geval("", GROEN, (w(TEKST, " "),)),
]


def ingevuld(klein: Kader, gevallen: list[Geval]) -> bytes:
    """A sheet with one indicator per case."""
    voorbeeld = klein.indicatoren[0]
    meetwaarden: list[Meetwaarde] = []
    antwoorden: Invullingen = {}
    codes = [f"A01-I{n}" for n in range(1, len(gevallen) + 1)]
    for code, geval in zip(codes, gevallen, strict=True):
        kolommen = (l.BEOORDELING, l.REDEN, l.TOELICHTING)
        antwoorden[code] = dict(zip(kolommen, geval.oordeel, strict=True))
        for m, (soort, waarde, rol, verplicht) in enumerate(geval.waarden, 1):
            eigen = f"{code}-M{m}"
            meetwaarden.append(
                Meetwaarde(eigen, code, "Vraag", soort, rol=rol, verplicht=verplicht)
            )
            antwoorden[eigen] = {l.WAARDE: waarde}
    kader = replace(
        klein,
        indicatoren=tuple(
            replace(voorbeeld, code=code, soort=g.soort, jaren=frozenset(range(2026, g.tm + 1)))
            for code, g in zip(codes, gevallen, strict=True)
        ),
        meetwaarden=tuple(meetwaarden),
        doelen=(),
    )
    return maak(kader, "NB", antwoorden=antwoorden)


def uitkomsten(data: bytes) -> tuple[dict[str, Any], Any]:
    """What is stored in the column Controle, by code, and in the live line."""
    blad = openen(data, uitkomsten=True)[l.INVULBLAD]
    return {code: rij[l.CONTROLE] for code, rij in tabel(blad).items()}, blad[
        f"{LETTER[l.ANTWOORD]}2"
    ].value


def per_geval(gevallen: list[Geval], controles: dict[str, Any]) -> list[tuple[Geval, Any]]:
    return [(g, controles[f"A01-I{n}"]) for n, g in enumerate(gevallen, 1)]


def test_controle_says_what_is_missing_before_anything_is_reckoned(klein: Kader) -> None:
    controles, regel = uitkomsten(ingevuld(klein, GEVALLEN))
    assert [(g, c) for g, c in per_geval(GEVALLEN, controles) if c != g.controle] == []
    compleet = sum(g.controle == "Ingevuld" for g in GEVALLEN)
    assert regel == f"Nog {len(GEVALLEN) - compleet} van {len(GEVALLEN)} in te vullen"


def test_the_live_line_of_an_empty_and_of_a_full_sheet(klein: Kader, volmacht: bytes) -> None:
    assert uitkomsten(volmacht)[1] == "Nog 21 van 21 in te vullen"
    vol = [g for g in GEVALLEN if g.controle == "Ingevuld"]
    assert uitkomsten(ingevuld(klein, vol))[1] == "Klaar! Sla op en stuur het terug."


@pytest.mark.parametrize(
    "waarde", [datetime(2026, 12, 15), datetime(2062, 1, 1, 10, 30), True, 46371]
)
def test_any_value_a_cell_can_hold_can_be_put_back(klein: Kader, waarde: object) -> None:
    soorten = [Geval("?", GROEN, (w(soort, waarde),)) for soort in SOORTEN.values()]
    assert len(uitkomsten(ingevuld(klein, soorten))[0]) == 2 * len(soorten)


def met_andere_uitkomsten(data: bytes) -> bytes:
    """The workbook with a wrong stored result in every formula of Invulblad."""
    uit = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as bron, ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam == "xl/worksheets/sheet1.xml":
                inhoud, aantal = re.subn(rb"(</f><v>)[^<]*(</v>)", rb"\1oud\2", inhoud)
                assert aantal
            doel.writestr(naam, inhoud)
    return uit.getvalue()


@pytest.mark.extern
@pytest.mark.parametrize(
    "gevallen", [GEVALLEN, ANDERS_GETYPT], ids=["chosen from the lists", "typed otherwise"]
)
def test_libreoffice_reckons_what_is_stored(
    klein: Kader,
    tmp_path: Path,
    herbereken: Callable[[Path, str, Path], Path],
    gevallen: list[Geval],
) -> None:
    data = ingevuld(klein, gevallen)
    bestand = tmp_path / "blad.xlsx"
    bestand.write_bytes(met_andere_uitkomsten(data))
    berekend, regel = uitkomsten(herbereken(bestand, "xlsx", tmp_path / "uit").read_bytes())
    opgeslagen, opgeslagen_regel = uitkomsten(data)
    assert "oud" not in berekend.values()
    assert {k: (v, berekend[k]) for k, v in opgeslagen.items() if berekend[k] != v} == {}
    assert regel == opgeslagen_regel


@pytest.mark.extern
def test_libreoffice_says_what_controle_must_say(
    klein: Kader, tmp_path: Path, herbereken: Callable[[Path, str, Path], Path]
) -> None:
    bestand = tmp_path / "blad.xlsx"
    bestand.write_bytes(met_andere_uitkomsten(ingevuld(klein, GEVALLEN)))
    berekend, _ = uitkomsten(herbereken(bestand, "xlsx", tmp_path / "uit").read_bytes())
    assert [(g, c) for g, c in per_geval(GEVALLEN, berekend) if c != g.controle] == []


@pytest.mark.extern
def test_a_filled_sheet_of_the_demo_is_stored_as_libreoffice_reckons_it(
    kader: Kader, tmp_path: Path, herbereken: Callable[[Path, str, Path], Path]
) -> None:
    data = maak(kader, "DV", antwoorden=example_answers(kader, RONDE, "DV"))
    bestand = tmp_path / "blad.xlsx"
    bestand.write_bytes(met_andere_uitkomsten(data))
    assert uitkomsten(herbereken(bestand, "xlsx", tmp_path / "uit").read_bytes()) == (
        uitkomsten(data)
    )
