"""A new template: nothing of another agreement in it, and a cell says what it may hold."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kaderxl.core import catalogue, labels as l
from kaderxl.core.cycle import HALFJAARLIJKS
from kaderxl.core.kader import Combineren, Mailsoort, Partij, Rol, Verplicht
from kaderxl.core.rounds import Ernst, Vraagt
from kaderxl.core.rules import Regelsoort
from kaderxl.reading import Reader
from kaderxl.template.fresh.agreement import Found, NewTemplate, Row, kenmerk_van, met_gemeente
from kaderxl.template.fresh.workbook import COLUMNS, write_template
from kaderxl.template.kinds import SOORTEN
from kaderxl.template.meanings import LONGEST_MESSAGE, LONGEST_TITLE, message, with_message
from kaderxl.template.read import Sjabloon, read_bytes, read_template, shipped_template

PARTIJEN = met_gemeente(
    "Oudeveen",
    [
        Partij("", "Woonstichting De Haard", "corporaties"),
        Partij("", "Huurders Samen", "huurdersorganisaties"),
        Partij("", "Thuiszorg Noord", "zorgpartijen"),
    ],
)
NIEUW = NewTemplate("Oudeveen", "Woonafspraken Oudeveen", 2025, 2028, PARTIJEN, "OUD")


def lees(nieuw: NewTemplate, reader: Reader) -> Sjabloon:
    return read_bytes("nieuw.xlsx", write_template(nieuw), reader)


def codes(sjabloon: Sjabloon) -> list[str]:
    return [b.code for b in sjabloon.bevindingen if b.ernst is not Ernst.MELDING]


def test_it_is_refused_for_its_examples_alone_and_says_so_once(reader: Reader) -> None:
    sjabloon = lees(NIEUW, reader)
    (fout,) = [b for b in sjabloon.bevindingen if b.ernst is Ernst.FOUT]
    assert fout.code == catalogue.VOORBEELD_BLIJFT.code
    assert (fout.plek.blad, fout.plek.cel) == (l.MONITORINGSTABEL, "B2")
    assert "Meetwaarden" in fout.tekst
    assert "Doelen" in fout.tekst
    assert codes(sjabloon) == [fout.code]
    assert sjabloon.kader is not None
    assert sjabloon.kader.indicatoren == ()
    assert [p.naam for p in sjabloon.kader.partijen] == [p.naam for p in PARTIJEN]
    assert sjabloon.kader.looptijd == (2025, 2028)


def test_its_rondes_are_there_to_change_and_ask_no_programme_it_may_not_have(
    reader: Reader,
) -> None:
    kader = lees(NIEUW, reader).kader
    assert kader is not None
    assert [str(fase) for fase in kader.cyclus.fasen] == [*map(str, HALFJAARLIJKS.fasen)]
    assert [f.peildag for f in kader.cyclus.fasen] == [f.peildag for f in HALFJAARLIJKS.fasen]
    assert kader.cyclus.die_vraagt(Vraagt.WIJZIGINGEN)
    assert not kader.cyclus.die_vraagt(Vraagt.JAARPROGRAMMA)


def test_nothing_of_the_shipped_agreement_is_in_any_part_of_it(reader: Reader) -> None:
    kader = read_template(shipped_template(), reader).geldig()
    i = kader.instellingen
    namen = {i.gemeente, i.kader, i.kenmerk, i.identifier, "RUIMTEVOLK", "gm1680", "hoofdstuk 8"}
    namen |= {naam for p in kader.partijen for naam in (p.naam, f">{p.code}<") if naam != ">GEM<"}
    namen |= {a.kaal for a in kader.afspraken} | {i.gedrukt[2] for i in kader.indicatoren}
    with ZipFile(io.BytesIO(write_template(NIEUW))) as boek:
        delen = {naam: boek.read(naam).decode("utf-8", "replace") for naam in boek.namelist()}
    gevonden = {
        (naam, deel)
        for deel, tekst in delen.items()
        for naam in filter(None, namen)
        if re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", tekst, re.IGNORECASE)
    }
    assert gevonden == set()
    assert not [deel for deel, tekst in delen.items() if re.search(r"hoofdstuk \d", tekst, re.I)]


def test_what_serves_a_printed_text_is_last() -> None:
    for blad, kolommen in COLUMNS.items():
        assert set(kolommen) <= set(l.SJABLOON_KOLOMMEN[blad])
        for kolom in {"lezing", "leestekst"} & set(kolommen):
            assert set(kolommen[kolommen.index(kolom) :]) <= {"lezing", "leestekst", "opmerking"}


def test_the_same_agreement_gives_the_same_bytes() -> None:
    assert write_template(NIEUW) == write_template(NIEUW)


def test_the_first_sheet_fits_an_upright_page_also_where_a_program_does_not_shrink_it() -> None:
    leesmij = load_workbook(io.BytesIO(write_template(NIEUW)))["Leesmij"]
    inch = leesmij.column_dimensions["A"].width * 7 / 96
    assert leesmij.page_setup.orientation == "portrait"
    assert inch <= 8.27 - leesmij.page_margins.left - leesmij.page_margins.right


def test_rows_that_are_known_take_the_place_of_the_examples(reader: Reader) -> None:
    rijen: dict[str, list[Row]] = {
        l.MONITORINGSTABEL: [
            {
                "Thema": "Wonen",
                "Afspraak": Found("1a. Bouwen", source="blz. 4, regel 12"),
                "Indicator": "woningen",
                "Jaar": Found("2025 tot 2028", "blz. 5", "tot of tot en met?"),
                "Actiehouder": "corporaties",
            }
        ],
        l.VRAGEN: [{"nr": 1, "over": "1a", "vraag": "Tot of tot en met 2028?"}],
    }
    nieuw = replace(NIEUW, rows=rijen, settings={"bron": Found("Woonafspraken, 2024", "blz. 1")})
    sjabloon = lees(nieuw, reader)
    assert codes(sjabloon) == [catalogue.GROEP_ZONDER_VRAAG.code] * 3
    assert sjabloon.kader is not None
    (indicator,) = sjabloon.kader.indicatoren
    assert (indicator.tekst, indicator.afspraak) == ("woningen", "1a")
    assert sjabloon.kader.vragen[0].vraag == "Tot of tot en met 2028?"
    assert sjabloon.kader.instellingen.bron == "Woonafspraken, 2024"
    blad = load_workbook(io.BytesIO(write_template(nieuw)))[l.MONITORINGSTABEL]
    noten = {cel.coordinate: cel.comment.text for r in blad for cel in r if cel.comment}
    leesmij = load_workbook(io.BytesIO(write_template(nieuw)))["Leesmij"]
    woorden = " ".join(str(cel.value or "") for r in leesmij for cel in r)
    assert ("VOORBEELD" in woorden, "gevuld uit het document" in woorden) == (False, True)
    assert noten == {
        "B2": "Bron: blz. 4, regel 12",
        "D2": "Bron: blz. 5\nKijk dit na: tot of tot en met?",
    }


@pytest.mark.parametrize("kolom", ["Thema", "Afspraak", "Indicator"])
def test_a_row_in_which_one_cell_still_is_an_example_does_not_count(
    kolom: str, reader: Reader
) -> None:
    rij = {
        "Thema": "Wonen",
        "Afspraak": "1. Bouwen",
        "Indicator": "woningen",
        "Jaar": "elk jaar",
        "Actiehouder": "alle partijen",
    }
    rijen = {l.MONITORINGSTABEL: [rij, {**rij, kolom: f"VOORBEELD: {rij[kolom]}"}]}
    sjabloon = lees(replace(NIEUW, rows=rijen), reader)
    assert codes(sjabloon) == [catalogue.VOORBEELD_BLIJFT.code]
    assert sjabloon.kader is not None
    assert len(sjabloon.kader.indicatoren) == 1


def test_a_word_that_only_begins_like_the_mark_is_no_example(reader: Reader) -> None:
    rij = {
        "Afspraak": "1. VOORBEELDEN bezoeken",
        "Indicator": "VOORBEELDWONING bezocht",
        "Jaar": "2026",
        "Actiehouder": "alle partijen",
    }
    sjabloon = lees(replace(NIEUW, rows={l.MONITORINGSTABEL: [rij]}), reader)
    assert codes(sjabloon) == []


def test_an_empty_table_is_a_fout(reader: Reader) -> None:
    sjabloon = lees(replace(NIEUW, rows={l.VRAGEN: []}), reader)
    assert codes(sjabloon) == [catalogue.TABEL_LEEG.code]


def test_every_cell_where_one_chooses_says_what_each_choice_means() -> None:
    boek = load_workbook(io.BytesIO(write_template(NIEUW)))
    gezegd = {
        (blad.title, blad[1][min(r.min_col for r in regel.sqref.ranges) - 1].value): regel
        for blad in boek
        for regel in blad.data_validations.dataValidation
    }
    for blad, kolommen in COLUMNS.items():
        for kolom in kolommen:
            assert (message(blad, kolom) != "") == ((blad, kolom) in gezegd)
    for (blad, kolom), regel in gezegd.items():
        assert regel.prompt == message(blad, kolom)
        assert len(regel.prompt) <= LONGEST_MESSAGE, (blad, kolom)
        assert len(regel.promptTitle) <= LONGEST_TITLE
        assert regel.showInputMessage
        if regel.type == "list":
            assert regel.formula1 in boek.defined_names


@pytest.mark.parametrize(
    ("blad", "kolom", "keuzes"),
    [
        (l.MONITORINGSTABEL, "soort", l.INDICATORSOORTEN),
        (l.MONITORINGSTABEL, "combineren", [*Combineren]),
        (l.MONITORINGSTABEL, "status", l.STATUSSEN),
        (l.MONITORINGSTABEL, "lezing", l.LEZINGEN),
        (l.MEETWAARDEN, "soort", [*SOORTEN]),
        (l.MEETWAARDEN, "combineren", [*Combineren]),
        (l.MEETWAARDEN, "telt als", [*Rol]),
        (l.MEETWAARDEN, "over de jaren", l.OVER_DE_JAREN),
        (l.MEETWAARDEN, "verplicht", [*Verplicht]),
        (l.DOELEN, "telling", l.TELLINGEN),
        (l.DOELEN, "meter", l.JA_OF_NEE),
        (l.REGELS, "soort", [*Regelsoort]),
        (l.MAILTEKSTEN, "soort", [*Mailsoort]),
        (l.LOPEND, "vragen", l.JA_OF_NEE),
    ],
)
def test_the_message_names_every_choice(blad: str, kolom: str, keuzes: list[str]) -> None:
    tekst = message(blad, kolom)
    assert [keuze for keuze in keuzes if not re.search(rf"(?<!\w){re.escape(keuze)}", tekst)] == []


def test_messages_are_of_columns_that_there_are() -> None:
    for blad, kolom in with_message():
        assert kolom in l.SJABLOON_KOLOMMEN[blad]


@pytest.mark.parametrize(
    ("gemeente", "kenmerk"),
    [("Oudeveen", "OUD"), ("Berg aan Zee", "BAZ"), ("'s-Ho", "SH"), ("Ñ", "KADER")],
)
def test_a_municipality_has_a_short_kenmerk(gemeente: str, kenmerk: str) -> None:
    assert kenmerk_van(gemeente) == kenmerk


def test_each_partij_has_a_code_of_its_own() -> None:
    eender = [Partij("", "Wonen Noord", "c"), Partij("", "Wij Noord", "c"), Partij("X", "A", "b")]
    assert [p.code for p in met_gemeente("Oudeveen", eender)] == ["GEM", "WN", "WN2", "X"]


def test_a_municipality_that_was_named_is_there_once() -> None:
    zelf = [Partij("", "Oudeveen", "gemeenten"), Partij("", "De Haard", "c")]
    assert [p.naam for p in met_gemeente("Oudeveen", zelf)] == ["Oudeveen", "De Haard"]


def test_what_few_agreements_have_is_left_out_until_it_is_asked_for(reader: Reader) -> None:
    kader = lees(replace(NIEUW, settings={"stemmen": "ja"}), reader).kader
    assert kader is not None
    assert kader.instellingen.stemmen
    assert not kader.instellingen.geen_bod
    boek = load_workbook(io.BytesIO(write_template(NIEUW)))
    gezegd = {rij[0]: rij[1:3] for rij in boek[l.INSTELLINGEN].iter_rows(values_only=True)}
    for naam in ("stemmen", "geen bod"):
        waarde, uitleg = gezegd[naam]
        assert waarde == "nee"
        assert str(uitleg).endswith("Voorstel: nee; staat het in uw overeenkomst, kies dan ja.")
    assert "leeg: ja" not in str(gezegd["geen bod"])


def test_the_shipped_template_is_no_new_one(reader: Reader) -> None:
    bevindingen = read_template(Path(shipped_template()), reader).bevindingen
    nieuw = {catalogue.VOORBEELD_BLIJFT.code, catalogue.TABEL_LEEG.code}
    assert nieuw.isdisjoint(b.code for b in bevindingen)
