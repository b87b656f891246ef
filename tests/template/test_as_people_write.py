"""A template as another municipality writes it: read as it stands, or refused in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from dorpen import ZEEDORP, met_regel, schrijf_zeedorp
from openpyxl import load_workbook

from kaderxl.core import catalogue
from kaderxl.core.kader import Kader, Partij
from kaderxl.core.notation import schrijf_jaren
from kaderxl.core.targets import doel_in_woorden
from kaderxl.reading import Reader
from kaderxl.template.holders import Namen
from kaderxl.template.read import Sjabloon, read_template

Lees = Callable[..., Sjabloon]
M, P, D = "Monitoringstabel", "Partijen", "Doelen"


@pytest.fixture
def lees(tmp_path: Path, reader: Reader) -> Lees:
    return lambda **anders: read_template(schrijf_zeedorp(tmp_path / "zee.xlsx", **anders), reader)


def codes(kader: Kader) -> dict[str, str]:
    return {i.tekst: i.code for i in kader.indicatoren}


def test_it_is_read_as_it_stands(lees: Lees) -> None:
    sjabloon = lees()
    gemeld = {b.code for b in sjabloon.bevindingen}
    assert gemeld == {catalogue.JAAR_TWEE_LEZINGEN.code, catalogue.NOOT_ONDER_TABEL.code}
    kader = sjabloon.geldig()
    assert [(a.nummer, a.thema, a.kaal) for a in kader.afspraken] == [
        ("1a", "Bouwen", "90 tot 110 sociale huurwoningen"),
        ("1b", "Bouwen", "Doorstroming"),
        ("2a", "Betaalbaar", "Betaalbare huren"),
        ("2b", "Betaalbaar", "Zorg"),
    ]
    naam = {p.code: p.naam for p in kader.partijen}
    gelezen = {
        i.tekst: (i.afspraak, schrijf_jaren(i.jaren), [naam[p].split()[-1] for p in i.partijen])
        for i in kader.indicatoren
    }
    assert gelezen == {
        "opgeleverde woningen": ("1a", "2025-2028", ["Haard", "Duinwonen"]),
        "locaties": ("1a", "2025-2028", ["Zeedorp", "Haard", "Duinwonen"]),
        "verhuisde ouderen": ("1b", "2026-2028", ["Zeedorp", "Zeedorp"]),
        "aandeel onder de grens": ("2a", "2025-2027", ["Haard", "Duinwonen"]),
        "tevredenheid": ("2a", "2026", [n.split()[-1] for n in naam.values()]),
        "zorgwoningen": ("2b", "2025-2028", ["Zeedorp", "Kust"]),
    }


def test_what_was_read_from_words_is_said_beside_them(lees: Lees) -> None:
    gelezen = {(z.wat, z.tekst): z.gelezen for z in lees().lezingen}
    assert gelezen["Jaar", "vanaf 2026"] == "2026-2028"
    wie = gelezen["Actiehouder", "gemeente (trekker), corporaties"]
    assert wie.startswith("Gemeente Zeedorp, Woonstichting De Haard en Duinwonen")
    assert "kolom trekker" in wie
    assert gelezen["code", "zorgwoningen"].startswith("A2B-")


def test_a_code_stays_when_rows_come_between_and_move(lees: Lees) -> None:
    eerst = codes(lees().geldig())
    later = codes(
        lees(**met_regel("opgeleverde woningen", "| | | verkoop | 2026 | Duinwonen |")).geldig()
    )
    assert later.pop("verkoop") not in eerst.values()
    assert later == eerst


def test_two_rows_that_say_the_same_have_codes_of_their_own(lees: Lees) -> None:
    kader = lees(**met_regel("tevredenheid", "| | | tevredenheid | 2027 | Duinwonen |")).kader
    assert kader is not None
    eigen = [i.code for i in kader.indicatoren if i.tekst == "tevredenheid"]
    assert len({*eigen}) == 2


def test_a_row_twice_is_said_and_not_taken_for_two(lees: Lees) -> None:
    sjabloon = lees(**met_regel("zorgwoningen", (ZEEDORP[M] or "").splitlines()[-3].strip()))
    (dubbel,) = [b for b in sjabloon.bevindingen if b.code == catalogue.CODE_DUBBEL_SJABLOON.code]
    assert dubbel.plek.cel == "C10"


def test_afspraken_without_numbers_are_counted_and_that_is_said(lees: Lees) -> None:
    sjabloon = lees(**{M: re.sub(r"\d[ab]\. ", "", ZEEDORP[M] or "").replace("* 2b", "* 2")})
    (gemaakt,) = [b for b in sjabloon.bevindingen if b.code == catalogue.NUMMERS_GEMAAKT.code]
    assert "1 = 90 tot 110 sociale huurwoningen, 2 = Doorstroming" in gemaakt.tekst
    assert sjabloon.kader is not None
    assert [a.nummer for a in sjabloon.kader.afspraken] == [1, 2, 3, 4]


def test_a_thema_may_stand_over_the_rows_where_there_is_no_column_for_it(lees: Lees) -> None:
    tabel = """
        | Afspraak | Indicator | Jaar | Wie |
        | --- | --- | --- | --- |
        | Bouwen | | | |
        | 1. Toevoegen | opgeleverde woningen | 2026 | gemeente |
        | 2. Slopen | | | |
        | | aandeel onder de grens | 2027 | gemeente |
        | | tevredenheid | 2027 | gemeente |
        | Zorg | | | |
        | 3. Uitbreiden | 1b | 2027 | gemeente |
    """
    kader = lees(**{M: tabel, D: "| indicator | t/m jaar |\n| --- | --- |"}).geldig()
    assert [(a.nummer, a.thema) for a in kader.afspraken] == [
        (1, "Bouwen"),
        (2, "Bouwen"),
        (3, "Zorg"),
    ]
    assert [i.afspraak for i in kader.indicatoren] == [1, 2, 2, 3]


def test_an_afspraak_without_an_indicator_is_no_heading(lees: Lees) -> None:
    """What looks like one and has a number is asked after, and never passed over."""
    sjabloon = lees(**met_regel("locaties", "| | 1c. Sloop | | | |"))
    assert any(b.plek.cel.startswith(("D", "E")) for b in sjabloon.bevindingen if b.ernst == "fout")


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("alle corporaties", {"WOON", "DUIN"}),
        ("De Haard", {"WOON"}),
        ("gemeente + zorgpartijen", {"GEME", "ZORG"}),
        ("iedereen", {"GEME", "WOON", "DUIN", "HUUR", "ZORG"}),
        ("de gemeente i.s.m. Duinwonen", {"GEME", "DUIN"}),
        ("HO/gemeente", {"HUUR", "GEME"}),
        ("beide corporaties", {"WOON", "DUIN"}),
        ("iedere corporatie en elke zorgpartij", {"WOON", "DUIN", "ZORG"}),
        ("Huurdersraad", {"HUUR"}),
    ],
)
def test_actiehouders_in_the_words_of_people(lees: Lees, tekst: str, namen: set[str]) -> None:
    genoemd = Namen(lees().geldig().partijen).lees(tekst)
    assert genoemd.onbekend == ()
    assert {code[:4] for code in genoemd.codes} == namen


def test_a_name_that_fits_two_is_not_guessed(lees: Lees) -> None:
    tabel = (ZEEDORP[P] or "").replace("Duinwonen             ", "Vereniging De Haard")
    sjabloon = lees(**{P: tabel, **met_regel("locaties", "| | | plan | 2026 | De Haard |")})
    (fout,) = [b for b in sjabloon.bevindingen if "“De Haard”" in b.tekst]
    assert fout.code == catalogue.ACTIEHOUDER_ONBEKEND.code
    assert "“Woonstichting De Haard” of “Vereniging De Haard”?" in fout.actie


def test_a_refusal_names_what_is_accepted_in_the_words_of_the_template(lees: Lees) -> None:
    regels = met_regel("locaties", "| | | plan | ooit | zorgboer |")
    acties = {b.code: b.actie for b in lees(**regels).bevindingen}
    assert "zorgpartijen" in acties[catalogue.ACTIEHOUDER_ONBEKEND.code]
    assert "2025-2028" in acties[catalogue.JAAR_ONLEESBAAR.code]


# -- percentages ----------------------------------------------------------------------------


def met_doel(path: Path, indicator: str, waarde: float, opmaak: str) -> Path:
    """A target typed in Excel, shown in this format."""
    boek = load_workbook(schrijf_zeedorp(path))
    blad = boek[D]
    blad.delete_rows(2, 9)
    blad["A2"].value, blad["B2"].value, blad["C2"].value = indicator, 2027, waarde
    blad.cell(2, 3).number_format = opmaak
    boek.save(path)
    return path


def test_75_percent_typed_in_excel_is_75_percent(tmp_path: Path, reader: Reader) -> None:
    path = met_doel(tmp_path / "z.xlsx", "aandeel onder de grens", 0.75, "0%")
    kader = read_template(path, reader).geldig()
    (doel,) = kader.doelen
    assert doel.minimum == 75
    assert doel_in_woorden(kader, doel.indicator, 2026) == "t/m 2027: minstens 75 %"


def test_a_share_in_a_column_of_percentages_is_asked_after(tmp_path: Path, reader: Reader) -> None:
    path = met_doel(tmp_path / "z.xlsx", "aandeel onder de grens", 0.75, "General")
    bevindingen = read_template(path, reader).bevindingen
    (twijfel,) = [b for b in bevindingen if b.code == catalogue.DOEL_ALS_DEEL.code]
    assert "Bedoelt u 75 %?" in twijfel.tekst


def test_a_percentage_of_what_is_counted_is_refused(tmp_path: Path, reader: Reader) -> None:
    path = met_doel(tmp_path / "z.xlsx", "opgeleverde woningen", 0.75, "0%")
    bevindingen = read_template(path, reader).bevindingen
    (fout,) = [b for b in bevindingen if b.code == catalogue.DOEL_IN_PROCENTEN.code]
    assert "75 %" in fout.tekst
    assert "woningen" in fout.tekst


MET_NR = """
    | Thema | {} | Indicator | Jaar | Wie |
    | --- | --- | --- | --- | --- | --- |
    | Bouwen | {} | opgeleverde woningen | elk jaar | alle corporaties |
    | | {} | locaties | 2026 | gemeente |
    | | {} | verhuisde ouderen | 2026 | gemeente |
    | Zorg | {} | zorgwoningen | 2026 | gemeente |
"""
ZONDER = {
    "Meetwaarden": "| indicator | omschrijving | soort |",
    "Doelen": "| indicator | t/m jaar |",
}


@pytest.mark.parametrize("ervoor", [True, False])
def test_a_number_in_a_column_beside_the_title_is_its_number(lees: Lees, ervoor: bool) -> None:
    paren = [
        ("Nr.", "Afspraak"), ("1a", "90 tot 110 huizen"), ("", ""), ("1b", "Doorstroming"),
        ("2", "2 zorglocaties"),
    ]  # fmt: skip
    cellen = (" | ".join(paar if ervoor else paar[::-1]) for paar in paren)
    gelezen = lees(Monitoringstabel=MET_NR.format(*cellen), **ZONDER)
    kader = gelezen.geldig()
    assert [(str(i.afspraak), i.tekst) for i in kader.indicatoren] == [
        ("1a", "opgeleverde woningen"),
        ("1a", "locaties"),
        ("1b", "verhuisde ouderen"),
        ("2", "zorgwoningen"),
    ]
    assert kader.afspraken[0].titel == "1a. 90 tot 110 huizen"
    assert [(z.tekst, z.gelezen) for z in gelezen.lezingen if z.wat == "Nr"] == [
        ("1a | 90 tot 110 huizen", "1a. 90 tot 110 huizen"),
        ("1b | Doorstroming", "1b. Doorstroming"),
        ("2 | 2 zorglocaties", "2. 2 zorglocaties"),
    ]


@pytest.mark.parametrize(
    "nummers",
    [
        ["1 | Bouwen", "2 | ", "3 | Doorstroming", "4 | Zorg"],
        ["1 | Bouwen", "2 | Bouwen", "3 | Doorstroming", "4 | Zorg"],
        ["a.b.c | Bouwen", " | ", "3 | Doorstroming", "4 | Zorg"],
    ],
)
def test_a_column_that_counts_rows_numbers_no_afspraken(lees: Lees, nummers: list[str]) -> None:
    gelezen = lees(Monitoringstabel=MET_NR.format("Nr | Afspraak", *nummers), **ZONDER)
    assert [a.titel for a in gelezen.geldig().afspraken] == ["Bouwen", "Doorstroming", "Zorg"]
    assert [z for z in gelezen.lezingen if z.wat == "Nr"] == []


def test_a_title_that_has_its_number_keeps_that(lees: Lees) -> None:
    nummers = ["1 | 1. Bouwen", " | ", "2 | 2. Doorstroming", "3 | Zorg"]
    kader = lees(Monitoringstabel=MET_NR.format("Nr | Afspraak", *nummers), **ZONDER).geldig()
    assert [a.titel for a in kader.afspraken] == ["1. Bouwen", "2. Doorstroming", "3. Zorg"]


MET_TREKKER = """
    | Thema | Afspraak | Indicator | Jaar | Actiehouder | combineren | trekker |
    | --- | --- | --- | --- | --- | --- | --- |
    | Bouwen | 1. Bouwen | locaties | 2026 | {} | {} | {} |
"""


@pytest.mark.parametrize(
    ("houders", "combineren", "kolom", "trekker", "gezegd"),
    [
        ("gemeente (trekker), corporaties", "", "", "Gemeente Zeedorp", "trekker: Gemeente"),
        ("gemeente, trekker; corporaties", "", "", "Gemeente Zeedorp", "trekker: Gemeente"),
        ("corporaties en De Haard (penvoerder)", "", "", "Woonstichting De Haard", "trekker: Woon"),
        ("corporaties (trekker), gemeente", "", "", "", "kiest u in de kolom trekker"),
        ("gemeente (trekker), Duinwonen (trekker)", "", "", "", "kiest u in de kolom trekker"),
        ("gemeente (trekker), corporaties", "som", "", "", "kiest u in de kolom trekker"),
        ("gemeente (trekker), corporaties", "", "Duinwonen", "Duinwonen", "Gemeente Zeedorp, W"),
        ("gemeente (trekker)", "", "", "", ""),
    ],
)
def test_who_is_called_trekker_among_the_actiehouders_is_trekker(
    lees: Lees, houders: str, combineren: str, kolom: str, trekker: str, gezegd: str
) -> None:
    """Where the template has that column, and one partij can speak for all."""
    gelezen = lees(Monitoringstabel=MET_TREKKER.format(houders, combineren, kolom), **ZONDER)
    kader = gelezen.geldig()
    (indicator,) = kader.indicatoren
    namen = {p.code: p.naam for p in kader.partijen} | {"": ""}
    assert namen[indicator.trekker] == trekker
    (zin,) = [z.gelezen for z in gelezen.lezingen if z.wat == "Actiehouder"]
    assert gezegd in zin


BERKELMEER = (
    Partij("VEEN", "Woonbedrijf Het Veen", "corporaties"),
    Partij("HPL", "Huurdersplatform Het Veen", "huurders"),
    Partij("SAM", "Huurdersvereniging Samen Sterk", "huurders"),
)


@pytest.mark.parametrize(
    ("groep", "tekst"),
    [
        ("corporatie", "corporaties"),
        ("corporatie", "alle corporaties"),
        ("corporaties", "de corporatie"),
        ("zorgpartij", "zorgpartijen"),
        ("huurdersverenigingen", "huurdersvereniging"),
    ],
)
def test_a_group_is_known_in_the_singular_and_in_the_plural(groep: str, tekst: str) -> None:
    partijen = (Partij("A", "Noord", groep), Partij("B", "Zuid", "anderen"))
    genoemd = Namen(partijen).lees(tekst)
    assert (genoemd.codes, genoemd.onbekend, genoemd.letterlijk) == (("A",), (), False)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("HV Samen Sterk", "SAM"), ("Huurdersplatform", "HPL"), ("Woonbedrijf", "VEEN")],
)
def test_a_part_of_one_name_alone_says_who(tekst: str, code: str) -> None:
    assert Namen(BERKELMEER).lees(tekst).codes == (code,)


@pytest.mark.parametrize("tekst", ["Het Veen", "veen"])
def test_a_part_of_two_names_is_asked_after_though_it_is_a_code_as_well(tekst: str) -> None:
    genoemd = Namen(BERKELMEER).lees(tekst)
    assert (genoemd.codes, len(genoemd.onbekend)) == ((), 1)


def test_of_two_groups_that_may_be_meant_none_is_guessed() -> None:
    partijen = (Partij("A", "Noord", "huurders"), Partij("B", "Zuid", "huurderen"))
    assert Namen(partijen).lees("huurder").onbekend == ("huurder",)
