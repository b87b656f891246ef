"""What people do to a sheet before they send it back, and which of their sheets then counts.

What is not here is in test_recognise.py (sorted rows, moved columns, inserted and deleted rows,
another ronde, a blank return), commands/test_merge.py (an older return that arrives later),
commands/test_collect.py (another municipality) or test_counting.py (a corrected return, a choice).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from invullen import (
    RONDE,
    Antwoorden,
    Tabel,
    Wijziging,
    als_antwoorden,
    antwoorden,
    bewerk,
    codes,
    een_lezer_voor_alles,
    enige,
    ingevuld_blad,
    invullen,
    kop,
    lees,
    neem_in,
    oordeel,
    vul,
    zet,
    zoek_tabel,
    zonder_lege,
    zonder_meta,
)
from kleuren import Beoordeling
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Color, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from programs import Converteer

from kaderxl import collect, merge
from kaderxl.commands.result import finding_lines
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue
from kaderxl.core.answers import Inzending, RefusedReturn
from kaderxl.core.findings import heeft_fout
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Bevinding
from kaderxl.reading import Reader
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.read import read_template

PARTIJ = "DV"
INDICATOREN = ("A01-I1", "A02-I1", "A06-I2", "A07-I1", "A12-I1")


@pytest.fixture(scope="module")
def klein(kader: Kader) -> Kader:
    """The agreement with five of its indicators, for small and quick sheets."""
    over = tuple(i for i in kader.indicatoren if i.code in INDICATOREN)
    return replace(kader, indicatoren=over)


@pytest.fixture(scope="module")
def gegeven(klein: Kader) -> dict[str, dict[str, object]]:
    """A complete answer of De Volmacht."""
    return antwoorden(klein, PARTIJ)


Neem = Callable[..., Inzending]


@pytest.fixture
def neem(klein: Kader, reader: Reader) -> Neem:
    """The complete sheet of De Volmacht with other answers, after these changes."""

    def neem(*wijzigingen: Wijziging, anders: Antwoorden | None = None) -> Inzending:
        data = bewerk(ingevuld_blad(klein, PARTIJ), invullen(anders or {}), *wijzigingen)
        return neem_in(reader, klein, data)

    return neem


def onveranderd(inzending: Inzending, gegeven: Antwoorden) -> bool:
    return als_antwoorden(inzending) == zonder_lege(gegeven)


def los(bevindingen: Iterable[Bevinding]) -> list[str]:
    """What is reported as text outside the cells that ask for it."""
    begin = "Buiten de invulcellen staat: "
    return [
        b.tekst.removeprefix(begin).removesuffix(".")
        for b in bevindingen
        if b.code == catalogue.LOSSE_TEKST.code
    ]


# Rows and columns


def filter_op_rood(boek: Workbook) -> None:
    """A filter: what is not Rood is hidden, not gone."""
    tabel = zoek_tabel(boek)
    kolom = tabel.cel("A01-I1", "Beoordeling").column_letter
    tabel.blad.auto_filter.ref = f"A{tabel.kopregel}:M{max(tabel.rijen.values())}"
    tabel.blad.auto_filter.add_filter_column(9, ["Rood"])
    for nummer in tabel.rijen.values():
        tabel.blad.row_dimensions[nummer].hidden = tabel.blad[f"{kolom}{nummer}"].value != "Rood"


def verberg(boek: Workbook) -> None:
    """Rows, columns and the sheet itself hidden."""
    tabel = zoek_tabel(boek)
    for nummer in tabel.rijen.values():
        tabel.blad.row_dimensions[nummer].hidden = True
    for letter in "ABIJK":
        tabel.blad.column_dimensions[letter].hidden = True
    boek.active = boek.index(boek["Uitleg"])
    tabel.blad.sheet_state = "hidden"


def voeg_kolommen_in(boek: Workbook) -> None:
    """An empty column in front, and one between the answers."""
    tabel = zoek_tabel(boek)
    tabel.blad.insert_cols(tabel.kolommen["Reden"])
    tabel.blad.insert_cols(1)


def haal_vaste_kolommen_weg(boek: Workbook) -> None:
    """Somebody found the questions too wide."""
    for kolom in ("Wat vullen we in", "Eenheid", "Controle"):
        tabel = zoek_tabel(boek)
        tabel.blad.delete_cols(tabel.kolommen[kolom])


@pytest.mark.parametrize(
    ("gedaan", "gezegd"),
    [
        (filter_op_rood, {catalogue.ANTWOORD_ONZICHTBAAR.code}),
        (verberg, {catalogue.ANTWOORD_ONZICHTBAAR.code}),
        (voeg_kolommen_in, set()),
    ],
)
def test_rows_filtered_rows_and_columns_hidden_columns_inserted(
    neem: Neem, gegeven: Antwoorden, gedaan: Wijziging, gezegd: set[str]
) -> None:
    """What nobody sees counts, and is named."""
    inzending = neem(gedaan)
    assert onveranderd(inzending, gegeven)
    assert {*codes(inzending.bevindingen)} == gezegd


def test_columns_that_ask_nothing_deleted(neem: Neem, gegeven: Antwoorden) -> None:
    inzending = neem(haal_vaste_kolommen_weg)
    assert onveranderd(inzending, gegeven)
    assert not inzending.bevindingen


def test_a_column_renamed_by_a_letter_is_a_suggestion_and_not_a_guess(
    neem: Neem, gegeven: Antwoorden
) -> None:
    inzending = neem(kop("Toelichting", "Toelichtng"))
    bevinding = enige(inzending.bevindingen, catalogue.KOLOM_WEG)
    assert "Heet die nu “Toelichtng”?" in bevinding.actie
    assert all(not v.toelichting for v in inzending.voorzetten.values())
    teksten = [rij["Toelichting"] for rij in gegeven.values() if rij.get("Toelichting")]
    assert sorted(los(inzending.bevindingen)) == sorted(["Toelichtng", *map(str, teksten)])


@pytest.mark.parametrize("kolom", ["Wat vullen we in", "Eenheid", "Controle"])
def test_a_column_of_ours_renamed_makes_its_cells_no_loose_text(
    klein: Kader, reader: Reader, gegeven: Antwoorden, kolom: str
) -> None:
    partij = klein.partij(PARTIJ)
    assert partij is not None
    data = write_input_sheet(Opdracht(klein, RONDE, partij, {}, gegeven))
    oud, nieuw = f"<t>{kolom}</t>".encode(), f"<t>{kolom} (oud)</t>".encode()
    inzending = neem_in(reader, klein, in_onderdelen(data, lambda _, xml: xml.replace(oud, nieuw)))
    assert onveranderd(inzending, gegeven)
    assert los(inzending.bevindingen) == [f"{kolom} (oud)"]
    assert len(inzending.bevindingen) == 1


def test_a_column_of_their_own_is_reported_cell_by_cell(neem: Neem, gegeven: Antwoorden) -> None:
    def eigen_kolom(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        kolom = tabel.kolommen["Antwoord"]
        tabel.blad.insert_cols(kolom)
        tabel.blad.cell(tabel.kopregel, kolom).value = "Wie zoekt dit uit"
        tabel.blad.cell(tabel.rijen["A07-I1"], kolom).value = "Fictief: afdeling wonen"

    inzending = neem(eigen_kolom)
    assert onveranderd(inzending, gegeven)
    assert los(inzending.bevindingen) == ["Wie zoekt dit uit", "Fictief: afdeling wonen"]


# Sheets and tables


def kopieer(bron: Tabel, blad: object, rij: int, kolom: int, *, vanaf: int = 1) -> None:
    """The cells of a sheet, as values, pasted with their corner at this row and column."""
    for cellen in bron.blad.iter_rows(min_row=vanaf):
        for cel in cellen:
            if isinstance(cel, Cell) and cel.value is not None and cel.data_type != "f":
                naar = blad.cell(cel.row - vanaf + rij, cel.column - 1 + kolom)  # type: ignore[attr-defined]
                naar.number_format = cel.number_format
                zet(naar, cel.value)


def in_een_eigen_werkboek(boek: Workbook) -> None:
    """The sheet among sheets of the partij's own; nothing else of ours is left."""
    bron = zoek_tabel(boek)
    voor, kopie, na = (boek.create_sheet(n) for n in ("Jaarplan", "Gemeente", "Contacten"))
    voor["A1"], voor["B2"], na["C3"] = "Fictief jaarplan", 2026, "Fictieve contacten"
    kopieer(bron, kopie, 1, 1)
    for naam in ("Invulblad", "Uitleg", "_meta"):
        del boek[naam]
    boek.defined_names.clear()


def test_the_sheet_copied_into_a_workbook_of_their_own(neem: Neem, gegeven: Antwoorden) -> None:
    inzending = neem(in_een_eigen_werkboek)
    assert onveranderd(inzending, gegeven)
    assert {v.plek.blad for w in inzending.voorzetten.values() for v in w.velden.values()} == {
        "Gemeente"
    }
    assert los(inzending.bevindingen) == ["Fictief jaarplan", "2026", "Fictieve contacten"]


def test_a_word_of_ours_on_a_sheet_of_their_own_is_still_theirs(neem: Neem) -> None:
    """Groen is a choice on our hidden sheet, and here an answer in a summary."""

    def vat_samen(boek: Workbook) -> None:
        blad = boek.create_sheet("Samenvatting")
        for rij, tekst in enumerate(["Groen", "Ja", "ronde", "N.v.t."], 1):
            blad.cell(rij, 2).value = tekst

    assert los(neem(vat_samen).bevindingen) == ["Groen", "Ja", "ronde", "N.v.t."]


def test_words_of_ours_more_often_than_they_are_ours_are_theirs(neem: Neem) -> None:
    woorden = ("versie", "Groen", "Rood", "ja")

    def eigen_blad(boek: Workbook) -> None:
        boek.create_sheet("Kladblok").append(woorden)

    assert sorted(los(neem(eigen_blad).bevindingen)) == sorted(woorden)

    def op_de_uitleg(boek: Workbook) -> None:
        boek["Uitleg"]["D40"] = "Rood"

    assert los(neem(op_de_uitleg).bevindingen) == ["Rood"]


def test_of_a_sheet_full_of_other_things_the_first_thousand_are_named_and_the_rest_counted(
    neem: Neem, gegeven: Antwoorden
) -> None:
    def eigen_blad(boek: Workbook) -> None:
        blad = boek.create_sheet("Alle adressen")
        for nummer in range(600):
            blad.append([f"straat {nummer}", nummer, "x"])

    inzending = neem(eigen_blad)
    assert onveranderd(inzending, gegeven)
    assert len(los(inzending.bevindingen)) == 1000
    rest = enige(inzending.bevindingen, catalogue.MEER_LOSSE_TEKST)
    assert rest.plek.blad == "Alle adressen"
    assert "800 gevulde cellen, van B334 tot en met C600" in rest.tekst


@pytest.mark.parametrize(("rij", "kolom"), [(1, 4), (30, 1), (12, 27)])
def test_the_table_pasted_elsewhere(neem: Neem, gegeven: Antwoorden, rij: int, kolom: int) -> None:
    def plak(boek: Workbook) -> None:
        bron = zoek_tabel(boek)
        kopieer(bron, boek.create_sheet("Blad1"), rij, kolom, vanaf=bron.kopregel)
        del boek["Invulblad"]

    inzending = neem(plak)
    assert onveranderd(inzending, gegeven)
    assert not inzending.bevindingen


def test_the_table_alone_pasted_without_a_kenmerk_is_refused(klein: Kader, reader: Reader) -> None:
    """A table says what is answered, and not by whom: that is asked, not guessed."""

    def plak(boek: Workbook) -> None:
        bron = zoek_tabel(boek)
        kopieer(bron, boek.create_sheet("Blad1"), 1, 1, vanaf=bron.kopregel)
        del boek["Invulblad"]

    gelezen = lees(reader, klein, bewerk(ingevuld_blad(klein, PARTIJ), plak, zonder_meta))
    assert isinstance(gelezen, RefusedReturn)
    assert gelezen.bevinding.code == catalogue.KENMERK_ONTBREEKT.code


def test_the_table_pasted_twice_on_one_sheet_counts_once(neem: Neem, gegeven: Antwoorden) -> None:
    def plak(boek: Workbook) -> None:
        bron = zoek_tabel(boek)
        laatste = max(bron.rijen.values())
        for nummer in [bron.kopregel, *bron.rijen.values()]:
            for kolom in range(1, 13):
                cel = bron.blad.cell(nummer, kolom)
                doel = bron.blad.cell(nummer + laatste, kolom)
                assert isinstance(doel, Cell)
                doel.number_format = cel.number_format
                zet(doel, cel.value)

    inzending = neem(plak)
    assert onveranderd(inzending, gegeven)
    assert not [b for b in inzending.bevindingen if b.code == catalogue.CODE_DUBBEL.code]


def test_the_header_row_repeated_halfway_is_no_answer(neem: Neem, gegeven: Antwoorden) -> None:
    """Somebody wanted it on every printed page."""

    def herhaal(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        nummer = tabel.rijen["A07-I1"]
        tabel.blad.insert_rows(nummer)
        for kop_, kolom in tabel.kolommen.items():
            tabel.blad.cell(nummer, kolom).value = kop_

    inzending = neem(herhaal)
    assert onveranderd(inzending, gegeven)
    assert not inzending.bevindingen


def test_a_summary_of_their_own_above_the_table_is_not_the_table(
    neem: Neem, gegeven: Antwoorden
) -> None:
    def vat_samen(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        tabel.blad.insert_rows(tabel.kopregel, 3)
        koppen = ("Code", "Thema", "Indicator", "Beoordeling", "Toelichting")
        eigen = ("A07-I1", "Wonen", "Fictief", "Rood", "Fictief: kort gezegd")
        for rij, teksten in enumerate((koppen, eigen), tabel.kopregel):
            for kolom, tekst in enumerate(teksten, 1):
                tabel.blad.cell(rij, kolom).value = tekst

    inzending = neem(vat_samen)
    assert onveranderd(inzending, gegeven)
    assert "Fictief: kort gezegd" in los(inzending.bevindingen)


def test_merged_cells_over_answers_are_the_answer_of_their_first_row(
    neem: Neem, gegeven: Antwoorden
) -> None:
    """A merge keeps the cell on top; the row below it has no answer, and that is said."""

    def voeg_samen(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        van, tot = tabel.adres("A06-I2", "Beoordeling"), tabel.adres("A07-I1", "Beoordeling")
        tabel.blad.merge_cells(f"{van}:{tot}")
        bereiken.append(f"{van}:{tot}")

    bereiken: list[str] = []
    inzending = neem(voeg_samen)
    samengevoegd = enige(inzending.bevindingen, catalogue.CELLEN_SAMENGEVOEGD)
    assert samengevoegd.plek.cel == bereiken[0].partition(":")[0]
    assert f"De cellen {bereiken[0]} zijn samengevoegd" in samengevoegd.tekst
    eerste, tweede = (inzending.voorzetten[c] for c in ("A06-I2", "A07-I1"))
    assert str(eerste.beoordeling) == gegeven["A06-I2"]["Beoordeling"]
    assert tweede.beoordeling is None
    assert "A07-I1" in enige(inzending.bevindingen, catalogue.BEOORDELING_ONTBREEKT).tekst
    assert tweede.waarden["A07-I1-M1"].waarde == gegeven["A07-I1-M1"]["Waarde"]


# Colours

BIJNA_GROEN = ["groen ", "GROEN", "Groen!", "● Groen", "groen.", " Groen\n", "“Groen”"]


@pytest.mark.parametrize("geschreven", BIJNA_GROEN)
def test_a_colour_in_another_hand_is_that_colour(neem: Neem, geschreven: str) -> None:
    inzending = neem(anders={"A07-I1": oordeel(geschreven, None, "Fictief")})
    assert inzending.voorzetten["A07-I1"].beoordeling == Beoordeling.GROEN
    assert not inzending.bevindingen


@pytest.mark.parametrize("geschreven", ["Green", "Grün", "vert", "🟢", "Geel", "Groen/Oranje"])
def test_a_colour_in_another_language_is_a_finding(neem: Neem, geschreven: str) -> None:
    inzending = neem(anders={"A07-I1": oordeel(geschreven, None, "Fictief")})
    assert inzending.voorzetten["A07-I1"].beoordeling is None
    assert f"“{geschreven}”" in enige(inzending.bevindingen, catalogue.BEOORDELING_ONBEKEND).tekst


@pytest.mark.parametrize(
    "kleur",
    ["00B050", "FFC000", "FF0000", Color(theme=9)],
    ids=["groen", "oranje", "rood", "thema"],
)
def test_a_colour_as_a_fill_only_is_not_read(neem: Neem, kleur: str | Color) -> None:
    def kleur_in(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel("A07-I1", "Beoordeling")
        cel.value = None
        cel.fill = PatternFill("solid", fgColor=kleur)

    inzending = neem(kleur_in)
    assert inzending.voorzetten["A07-I1"].beoordeling is None
    ontbreekt = enige(inzending.bevindingen, catalogue.BEOORDELING_ONTBREEKT)
    assert "A07-I1" in ontbreekt.tekst
    assert enige(inzending.bevindingen, catalogue.ALLEEN_GEKLEURD).plek == ontbreekt.plek


def test_an_empty_cell_that_is_not_painted_is_just_empty(neem: Neem) -> None:
    inzending = neem(anders={"A07-I1": {"Beoordeling": None}})
    assert catalogue.BEOORDELING_ONTBREEKT.code in {b.code for b in inzending.bevindingen}
    assert catalogue.ALLEEN_GEKLEURD.code not in {b.code for b in inzending.bevindingen}


# Dates and numbers

DATUM, DAG = "A02-I1-M2", date(2026, 3, 12)


def typ(code: str, waarde: object, notatie: str = "General") -> Wijziging:
    """A value in a cell whose number format is no longer ours."""

    def wijzig(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel(code, "Waarde")
        cel.number_format = notatie
        zet(cel, waarde)

    return wijzig


@pytest.mark.parametrize(
    ("waarde", "notatie"),
    [
        ("12 maart 2026", "@"),
        ("12 mrt. 2026", "@"),
        ("12-3-2026", "@"),
        ("12/03/26", "@"),
        ("2026-03-12", "@"),
        ("2026/03/12", "@"),
        (46093, "General"),
        (46093.0, "0"),
        (datetime(2026, 3, 12), "dddd d mmmm yyyy"),
        (datetime(2026, 3, 12), "mmm-yy"),
    ],
)
def test_a_date_as_text_in_dutch_or_as_a_serial_number(
    neem: Neem, waarde: object, notatie: str
) -> None:
    inzending = neem(typ(DATUM, waarde, notatie))
    assert inzending.voorzetten["A02-I1"].waarden[DATUM].waarde == DAG
    assert not inzending.bevindingen


@pytest.mark.parametrize("waarde", ["begin maart", "maart 2026", "12.3", "31 februari 2026"])
def test_a_date_that_is_no_day_is_a_finding(neem: Neem, waarde: str) -> None:
    inzending = neem(typ(DATUM, waarde, "@"))
    antwoord = inzending.voorzetten["A02-I1"].waarden[DATUM]
    assert (antwoord.waarde, antwoord.veld.tekst) == (None, waarde)
    assert codes(inzending.bevindingen) == [catalogue.DATUM_VERWACHT.code]


def in_1904(boek: Workbook) -> None:
    """The other calendar of old Macs; openpyxl counts the days anew."""
    boek.epoch = CALENDAR_MAC_1904


def test_dates_in_the_calendar_system_of_1904(neem: Neem, gegeven: Antwoorden) -> None:
    inzending = neem(in_1904)
    assert onveranderd(inzending, gegeven)
    assert not inzending.bevindingen


def test_a_bare_day_number_in_the_calendar_system_of_1904_is_no_other_day(neem: Neem) -> None:
    """44631 is 12 March 2026 there, and 11 March 2022 everywhere else."""
    inzending = neem(in_1904, typ(DATUM, 44631))
    antwoord = inzending.voorzetten["A02-I1"].waarden[DATUM]
    if antwoord.waarde != DAG:
        assert antwoord.waarde is None
        assert antwoord.veld.plek.cel in {b.plek.cel for b in inzending.bevindingen}


def test_a_number_typed_with_a_percent_sign_is_asked_about(neem: Neem) -> None:
    """Excel makes 1 of 100%, in a cell that shows 100%."""
    inzending = neem(typ("A07-I1-M1", 1, "0%"))
    bevinding = enige(inzending.bevindingen, catalogue.PROCENTOPMAAK)
    antwoord = inzending.voorzetten["A07-I1"].waarden["A07-I1-M1"]
    assert (antwoord.waarde, antwoord.veld.plek) == (1, bevinding.plek)
    assert bevinding.tekst.startswith("De cel toont 100 %")


@pytest.mark.parametrize(
    ("waarde", "getal"),
    [("12", 12), (" 12 ", 12), ("1.234", 1234), ("1 234", 1234), ("12,0", 12), ("'12", None)],
)
def test_a_number_as_text(neem: Neem, waarde: str, getal: int | None) -> None:
    inzending = neem(typ("A07-I1-M1", waarde, "@"))
    antwoord = inzending.voorzetten["A07-I1"].waarden["A07-I1-M1"]
    assert antwoord.waarde == getal
    assert (getal is None) == (catalogue.GETAL_VERWACHT.code in codes(inzending.bevindingen))


@pytest.mark.parametrize("getal", [12, 12.0])
def test_a_number_in_a_cell_that_became_a_date_is_a_finding_or_that_number(
    neem: Neem, getal: float
) -> None:
    """A program that once took an answer for a date shows 12 as 12-1-1900."""
    inzending = neem(typ("A07-I1-M1", getal, "d-m-yyyy"))
    antwoord = inzending.voorzetten["A07-I1"].waarden["A07-I1-M1"]
    gemeld = {b.plek.cel for b in inzending.bevindingen}
    assert antwoord.waarde == 12 or antwoord.veld.plek.cel in gemeld


# Formulas and error values


def met_uitkomst(data: bytes, formule: str, uitkomst: str) -> bytes:
    """The workbook with the result that a program would have stored with the formula."""
    begin = f"<f>{formule}</f>".encode()
    leeg = re.compile(re.escape(begin) + rb"(?:<v ?/>|<v></v>)")
    vol = begin + f"<v>{uitkomst}</v>".encode()
    return in_onderdelen(data, lambda _, xml: leeg.sub(vol, xml))


def data_van(data: bytes) -> bytes:
    """The parts of a workbook behind one another."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return b"".join(map(pakket.read, pakket.namelist()))


def in_onderdelen(data: bytes, vervang: Callable[[str, bytes], bytes], **erbij: bytes) -> bytes:
    """The workbook with its parts replaced, and parts added."""
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as oud, zipfile.ZipFile(uitvoer, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, vervang(naam, oud.read(naam)), zipfile.ZIP_DEFLATED)
        for naam, xml in erbij.items():
            nieuw.writestr(naam, xml, zipfile.ZIP_DEFLATED)
    return uitvoer.getvalue()


def formule(boek: Workbook) -> None:
    cel = zoek_tabel(boek).cel("A07-I1-M1", "Waarde")
    cel.value = "=6*7"


def test_a_formula_with_a_stored_result_is_that_result(klein: Kader, reader: Reader) -> None:
    data = met_uitkomst(bewerk(ingevuld_blad(klein, PARTIJ), formule), "6*7", "42")
    inzending = neem_in(reader, klein, data)
    antwoord = inzending.voorzetten["A07-I1"].waarden["A07-I1-M1"]
    assert antwoord.waarde == 42
    assert enige(inzending.bevindingen, catalogue.FORMULE_GELEZEN).plek == antwoord.veld.plek


def test_a_formula_without_a_stored_result_is_a_finding_at_its_cell(neem: Neem) -> None:
    plaats: list[str] = []

    def onthoud(boek: Workbook) -> None:
        plaats.append(zoek_tabel(boek).adres("A07-I1-M1", "Waarde"))

    inzending = neem(formule, onthoud)
    assert "A07-I1-M1" not in inzending.voorzetten["A07-I1"].waarden
    assert [enige(inzending.bevindingen, catalogue.FORMULE_ZONDER_UITKOMST).plek.cel] == plaats


def test_a_nought_that_a_program_left_in_our_own_formulas_is_nobody_s_word(
    klein: Kader, reader: Reader, gegeven: Antwoorden
) -> None:
    """As LibreOffice does with an xls that it saves once more."""
    niet_gerekend = re.compile(rb"(</f>)(?:<v ?/>|<v></v>)")
    data = bewerk(ingevuld_blad(klein, PARTIJ))
    assert len(niet_gerekend.findall(data_van(data))) > len(gegeven)
    nul = in_onderdelen(data, lambda _, xml: niet_gerekend.sub(rb"\1<v>0</v>", xml))
    inzending = neem_in(reader, klein, nul)
    assert onveranderd(inzending, gegeven)
    assert inzending.bevindingen == ()


@pytest.mark.extern
@pytest.mark.parametrize("weg", [("xls", "xls"), ("ods", "xls"), ("xls", "ods"), ("ods", "xlsx")])
def test_saved_again_and_again_by_libreoffice_it_says_one_thing_at_most(
    klein: Kader,
    reader: Reader,
    gegeven: Antwoorden,
    converteer: Converteer,
    tmp_path: Path,
    weg: tuple[str, str],
) -> None:
    bestand = tmp_path / "blad.xlsx"
    bestand.write_bytes(ingevuld_blad(klein, PARTIJ))
    for nummer, formaat in enumerate(weg):
        bestand = converteer(bestand, formaat, tmp_path / str(nummer))
    inzending = neem_in(reader, klein, bestand.read_bytes())
    assert onveranderd(inzending, gegeven)
    assert len([*finding_lines(inzending.bevindingen)]) <= 1, inzending.bevindingen


def test_what_a_partij_types_over_our_formula_or_makes_of_it_is_its_word(
    klein: Kader, reader: Reader
) -> None:
    plaatsen: list[str] = []

    def schrijf(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        nul, formule = (tabel.cel(code, "Controle") for code in ("A07-I1-M1", "A07-I1"))
        nul.value, formule.value = 0, "=6*7"
        plaatsen.extend((nul.coordinate, formule.coordinate))

    data = met_uitkomst(bewerk(ingevuld_blad(klein, PARTIJ), schrijf), "6*7", "42")
    los = [
        b for b in neem_in(reader, klein, data).bevindingen if b.code == catalogue.LOSSE_TEKST.code
    ]
    assert {b.plek.cel for b in los} == {*plaatsen}


@pytest.mark.parametrize("kolom", ["Controle (oud)", "in the margin"])
def test_formulas_without_a_result_beside_the_answers_are_one_remark_for_a_column(
    neem: Neem, gegeven: Antwoorden, kolom: str
) -> None:
    """No answer can be hidden there, so nobody is asked to fill in sixty cells."""
    eerste: list[str] = []

    def zet_formules(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        plaats = tabel.kolommen["Controle"]
        if kolom.startswith("Controle"):
            tabel.blad.cell(tabel.kopregel, plaats).value = kolom
        else:
            plaats += 2
        for nummer in tabel.rijen.values():
            tabel.blad.cell(nummer, plaats).value = "=1+1"
        eerste.append(tabel.blad.cell(min(tabel.rijen.values()), plaats).coordinate)

    inzending = neem(zet_formules)
    assert onveranderd(inzending, gegeven)
    assert not heeft_fout(inzending.bevindingen)
    bevinding = enige(inzending.bevindingen, catalogue.FORMULES_ERNAAST)
    assert [bevinding.plek.cel] == eerste
    assert f"zonder uitkomst: {len(gegeven)}." in bevinding.tekst


@pytest.mark.parametrize(
    ("fout", "code", "kolom"),
    [
        ("#REF!", "A07-I1-M1", "Waarde"),
        ("#DIV/0!", "A07-I1", "Beoordeling"),
        ("#N/A", "A07-I1", "Toelichting"),
        ("#NAME?", "A07-I1", "Code"),
    ],
)
def test_an_error_value_is_a_finding_at_its_cell(
    neem: Neem, fout: str, code: str, kolom: str
) -> None:
    plaats: list[str] = []

    def zet_fout(boek: Workbook) -> None:
        cel = zoek_tabel(boek).cel(code, kolom)
        cel.value, cel.data_type = fout, "e"
        plaats.append(cel.coordinate)

    bevinding = enige(neem(zet_fout).bevindingen, catalogue.FOUTWAARDE)
    assert [bevinding.plek.cel] == plaats
    assert fout in bevinding.tekst


@pytest.mark.parametrize("plaats", ["above", "on another sheet"])
@pytest.mark.parametrize("wat", ["error", "formula"])
def test_what_a_partij_put_beside_the_table_is_named_though_it_shows_no_value(
    neem: Neem, plaats: str, wat: str
) -> None:
    def zet_erbij(boek: Workbook) -> None:
        blad = zoek_tabel(boek).blad if plaats == "above" else boek.create_sheet("Kladblok")
        cel = blad["N1"]
        assert isinstance(cel, Cell)
        cel.value = "#REF!" if wat == "error" else "=6*7"
        if wat == "error":
            cel.data_type = "e"

    gemeld = {b.plek.cel for b in neem(zet_erbij).bevindingen}
    assert gemeld == {"N1"}


# Remarks


@pytest.mark.parametrize(
    ("kolom", "verder"),
    [
        ("Code", {}),
        ("Wat vullen we in", {}),
        ("Controle", {}),
        ("Code", {"Wat vullen we in": "Fictief: en dit ook"}),
    ],
)
def test_a_remark_in_an_extra_row_below_the_table_is_a_finding(
    neem: Neem, gegeven: Antwoorden, kolom: str, verder: dict[str, str]
) -> None:
    """Also one that begins in the first column, as people write below a table."""
    opmerking = "Fictief: met vriendelijke groet"

    def schrijf(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for kop_, tekst in {kolom: opmerking, **verder}.items():
            tabel.blad.cell(max(tabel.rijen.values()) + 2, tabel.kolommen[kop_]).value = tekst

    inzending = neem(schrijf)
    assert onveranderd(inzending, gegeven)
    for tekst in (opmerking, *verder.values()):
        assert any(tekst in b.tekst for b in inzending.bevindingen), tekst


def test_a_remark_in_the_code_cell_of_an_answer_is_a_finding(neem: Neem) -> None:
    def schrijf(boek: Workbook) -> None:
        zoek_tabel(boek).cel("A07-I1", "Code").value = "A07-I1 (Fictief: zie brief)"

    bevinding = enige(neem(schrijf).bevindingen, catalogue.CODE_ONBEKEND)
    assert "zie brief" in bevinding.tekst.casefold()


def test_a_remark_in_a_cell_of_ours_is_a_finding(neem: Neem, gegeven: Antwoorden) -> None:
    def schrijf(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for kolom in ("Eenheid", "Wat vullen we in"):
            cel = tabel.cel("A07-I1", kolom)
            cel.value = f"{cel.value} (Fictief: {kolom}?)"
        tabel.cel("A07-I1", "Controle").value = "Fictief: dit klopt niet"
        tabel.blad["A1"] = f"{tabel.blad['A1'].value} (Fictief: namens ons)"

    inzending = neem(schrijf)
    assert onveranderd(inzending, gegeven)
    assert len(los(inzending.bevindingen)) == 4


def test_a_note_at_a_cell_is_a_finding_with_its_text(neem: Neem, gegeven: Antwoorden) -> None:
    plaatsen: list[str] = []

    def schrijf(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        voor = [tabel.cel("A07-I1", "Toelichting"), tabel.cel("A01-I1", "Code")]
        for nummer, cel in enumerate(voor):
            cel.comment = Comment(f"Fictief: notitie {nummer}", "Iemand")
            plaatsen.append(cel.coordinate)
        boek["Uitleg"]["A1"].comment = Comment("Fictief: op de uitleg", "Iemand")

    inzending = neem(schrijf)
    assert onveranderd(inzending, gegeven)
    gevonden = [b for b in inzending.bevindingen if b.code == catalogue.OPMERKING_GEVONDEN.code]
    assert {(b.plek.blad, b.plek.cel) for b in gevonden} == {
        ("Invulblad", plaatsen[0]),
        ("Invulblad", plaatsen[1]),
        ("Uitleg", "A1"),
    }
    for tekst in ("Fictief: notitie 0", "Fictief: notitie 1", "Fictief: op de uitleg"):
        assert any(tekst in b.tekst for b in gevonden)


def test_a_conversation_at_a_cell_is_a_finding_with_its_text(
    klein: Kader, reader: Reader, gegeven: Antwoorden
) -> None:
    """What newer programs call a comment, and keep in another part than the notes."""
    soort = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    verwijzingen = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="g1" Type="{soort}" Target="../gesprek.xml"/></Relationships>'
    )
    gesprek = (
        '<ThreadedComments><threadedComment ref="L9"><text>Fictief: klopt dit?</text>'
        '</threadedComment><threadedComment ref="L9"><text>Fictief: ja</text></threadedComment>'
        "</ThreadedComments>"
    )
    data = bewerk(ingevuld_blad(klein, PARTIJ))
    with zipfile.ZipFile(io.BytesIO(data)) as delen:
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in delen.namelist()
    erbij = {
        "xl/worksheets/_rels/sheet1.xml.rels": verwijzingen.encode(),
        "xl/gesprek.xml": gesprek.encode(),
    }
    inzending = neem_in(reader, klein, in_onderdelen(data, lambda _, xml: xml, **erbij))
    assert onveranderd(inzending, gegeven)
    bevinding = enige(inzending.bevindingen, catalogue.OPMERKING_GEVONDEN)
    assert bevinding.plek.cel == "L9"
    assert "Fictief: klopt dit?" in bevinding.tekst
    assert "Fictief: ja" in bevinding.tekst


# Versions


@pytest.fixture(scope="module")
def molen(molendam: Path, reader: Reader) -> Kader:
    return read_template(molendam, reader).geldig()


@dataclass(frozen=True)
class Postvak:
    """A folder of returns to Molendam, and what becomes of them."""

    sjabloon: Path
    map_: Path

    def leg_neer(self, naam: str, data: bytes) -> None:
        doel = self.map_ / "in" / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(data)

    def neem_in(self) -> dict[str, Ingenomen]:
        uitkomst = collect(
            RONDE, [self.map_ / "in"], template=self.sjabloon, output=self.map_ / "output"
        )
        return {i.bestand: i for i in uitkomst.inzendingen}

    def matrix(self) -> Matrix:
        return merge(RONDE, template=self.sjabloon, output=self.map_ / "output").matrix

    def bewaard(self) -> set[bytes]:
        retour = self.map_ / "output" / str(RONDE) / "retour"
        return {p.read_bytes() for p in retour.glob("*.xlsx")}


@pytest.fixture
def postvak(molendam: Path, reader: Reader, tmp_path: Path) -> Iterator[Postvak]:
    with een_lezer_voor_alles(reader):
        yield Postvak(molendam, tmp_path)


def test_the_same_file_twice_in_one_folder_is_filed_once(postvak: Postvak, molen: Kader) -> None:
    data = ingevuld_blad(molen, "NB")
    postvak.leg_neer("Noordbouw.xlsx", data)
    postvak.leg_neer("Kopie van Noordbouw (1).xlsx", data)
    uitkomst = postvak.neem_in()
    assert sorted(i.status for i in uitkomst.values()) == ["aangenomen", "overgeslagen"]
    (tweede,) = (i for i in uitkomst.values() if i.status == "overgeslagen")
    assert codes(tweede.bevindingen) == [catalogue.AL_ONTVANGEN.code]
    assert postvak.bewaard() == {data}
    assert [i.partij for i in postvak.matrix().inzendingen] == ["NB"]


def test_two_files_that_claim_one_partij_with_different_answers_are_both_named(
    postvak: Postvak, molen: Kader
) -> None:
    """The newest counts; the other stays, and each answer in which they differ is listed."""
    gegeven = antwoorden(molen, "NB")
    eerst = ingevuld_blad(molen, "NB")
    nu = vul(eerst, {"A01-I1-M1": {"Waarde": 77}}, op="2027-02-09T09:00:00Z")
    postvak.leg_neer("van Jan.xlsx", eerst)
    postvak.leg_neer("van Piet.xlsx", nu)
    assert {i.status for i in postvak.neem_in().values()} == {"aangenomen"}
    assert postvak.bewaard() == {eerst, nu}
    matrix = postvak.matrix()
    (inzending,) = matrix.inzendingen
    assert inzending.bestand == "van Piet.xlsx"
    assert enige(matrix.bevindingen, catalogue.VERVANGEN).plek.bestand == "van Jan.xlsx"
    gewijzigd = enige(matrix.bevindingen, catalogue.ANDERS_BEANTWOORD)
    assert f"“{gegeven['A01-I1-M1']['Waarde']}” in van Jan.xlsx" in gewijzigd.tekst
    assert "“77” in van Piet.xlsx" in gewijzigd.tekst


def test_another_partijs_kenmerk_in_this_partijs_mail(postvak: Postvak, molen: Kader) -> None:
    """The kenmerk says whose answers these are; whose mail it was is shown beside it."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "jan@noordbouw.example", "Invulblad Noordbouw"
    mail["Date"] = "Mon, 01 Feb 2027 10:00:00 +0100"
    mail.set_content("Hierbij ons invulblad.")
    data = ingevuld_blad(molen, "ZW")
    mail.add_attachment(data, "application", "octet-stream", filename="Noordbouw 2026.xlsx")
    postvak.leg_neer("noordbouw.eml", mail.as_bytes())
    (een,) = postvak.neem_in().values()
    assert (een.status, een.partij) == ("aangenomen", "Zuidwonen")
    assert "jan@noordbouw.example" in een.herkomst
    matrix = postvak.matrix()
    assert [i.partij for i in matrix.inzendingen] == ["ZW"]
    mist = [b.tekst for b in matrix.bevindingen if b.code == catalogue.PARTIJ_ONTBREEKT.code]
    assert any("Noordbouw" in tekst for tekst in mist)


def test_a_sheet_from_an_older_template(molen: Kader, reader: Reader) -> None:
    """Codes that no longer exist, and new ones that it lacks; all the rest is read."""
    gegeven = antwoorden(molen, "NB")
    nieuwer = replace(
        molen,
        indicatoren=tuple(
            replace(i, code="A02-I9") if i.code == "A02-I2" else i for i in molen.indicatoren
        ),
        meetwaarden=tuple(
            replace(m, code="A02-I9-M1", indicator="A02-I9") if m.indicator == "A02-I2" else m
            for m in molen.meetwaarden
        ),
    )
    inzending = neem_in(reader, nieuwer, ingevuld_blad(molen, "NB"))
    over = {c: rij for c, rij in gegeven.items() if not c.startswith("A02-I2")}
    assert als_antwoorden(inzending) == zonder_lege(over)
    tellingen = Counter(codes(inzending.bevindingen))
    assert tellingen == {
        catalogue.ANDERE_VERSIE.code: 1,
        catalogue.CODE_ONBEKEND.code: 2,
        catalogue.CODE_WEG.code: 2,
    }
    onbekend = [b.tekst for b in inzending.bevindingen if b.code == catalogue.CODE_ONBEKEND.code]
    for code in ("A02-I2", "A02-I2-M1"):
        for waarde in zonder_lege(gegeven)[code].values():
            assert any(code in tekst and str(waarde) in tekst for tekst in onbekend)
