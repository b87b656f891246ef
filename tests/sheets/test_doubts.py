"""The column Controle asks what the judge asks: live, in whatever program reckons the formula."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from excelrekenen import reken
from invullen import Antwoorden, antwoorden, maak_return, oordeel, vul, zoek_tabel
from levend import vullingen
from openpyxl import load_workbook
from rondes_maken import woningen
from simulatie import FOUTEN, dossier
from sjablonen import schrijf_sjabloon

from kaderxl.core import labels as l
from kaderxl.core.doubts import Ijkpunt
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.returns.correction import stel_op
from kaderxl.returns.doubts import find_doubts
from kaderxl.returns.judge import validate
from kaderxl.sheets import texts
from kaderxl.sheets.checks import Controle
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.kinds import TEKST
from kaderxl.template.read import read_template
from kaderxl.writing.colours import LET_OP_VULLING

RONDE = Ronde(2027, Fase.TUSSENSTAND)
VEEL = 'Dit is veel. Zeg “klopt” of verbeter het; "echt" waar?'
BRUTO, SLOOP = "A01-I1-M1", "A01-I1-M2"


def controle(data: bytes) -> dict[str, str]:
    """What the column Controle says in Excel, by code."""
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    gerekend = reken(data)
    return {code: str(gerekend[l.INVULBLAD, tabel.adres(code, l.CONTROLE)]) for code in tabel.rijen}


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Kader:
    regels = f"""
        | soort | waar | vergelijk met | factor | pas boven | vraag |
        | --- | --- | --- | --- | --- | --- |
        | hoogstens | A01-I1-M1 |  | 500 |  | {VEEL} |
        | klaar en nee |  |  |  |  | Klaar, en toch nee? |
    """
    bestand: Path = tmp_path_factory.mktemp("s") / "s.xlsx"
    return read_template(schrijf_sjabloon(bestand, Regels=regels), reader).geldig()


def blad(kader: Kader, gegeven: Antwoorden) -> dict[str, str]:
    partij = kader.partij("NB")
    assert partij is not None
    return controle(vul(write_input_sheet(Opdracht(kader, RONDE, partij, {}, {})), gegeven))


def test_a_doubtful_answer_is_asked_about_where_it_stands(klein: Kader) -> None:
    gezegd = blad(klein, woningen(9999))
    assert gezegd[BRUTO] == VEEL
    assert gezegd["A01-I1"] == Controle.INGEVULD, "a question is no refusal"
    assert blad(klein, woningen(500))[BRUTO] == "Ingevuld"


def test_the_line_on_top_says_that_something_is_asked(klein: Kader) -> None:
    partij = klein.partij("NB")
    assert partij is not None
    leeg = write_input_sheet(Opdracht(klein, RONDE, partij, {}, {}))
    alles = antwoorden(klein, "NB", 2027)

    def boven(bruto: int) -> str:
        data = vul(leeg, alles | {BRUTO: {"Waarde": bruto}, "A01-I1": oordeel("Groen")})
        tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
        kolom = tabel.cel(BRUTO, l.WAARDE).column_letter
        return str(reken(data)[l.INVULBLAD, f"{kolom}2"])

    assert boven(9999) == texts.NOG_EEN_VRAAG
    assert boven(99) == texts.ALLES_INGEVULD


@pytest.mark.parametrize(
    ("toelichting", "gevraagd"), [("Klopt, want een wijk", False), ("Dit klopt niet", True)]
)
def test_the_word_of_the_partij_ends_it(klein: Kader, toelichting: str, gevraagd: bool) -> None:
    gegeven = {**woningen(9999), "A01-I1": oordeel("Groen", None, toelichting)}
    assert (blad(klein, gegeven)[BRUTO] == VEEL) is gevraagd


def test_in_a_correction_workbook_another_value_is_asked_about_anew(klein: Kader) -> None:
    """Until the toelichting is written anew as well."""
    gegeven = {**woningen(9999, "veel"), "A01-I1": oordeel("Groen", None, "Klopt, want een wijk")}
    opdracht = stel_op(maak_return(klein, "NB", gegeven, RONDE), klein, RONDE, {})
    assert opdracht is not None, "“veel” is to be mended"
    herstel = write_input_sheet(opdracht)

    def met(**wijzigingen: object) -> str:
        waarden: dict[str, dict[str, object]] = {}
        if "bruto" in wijzigingen:
            waarden[BRUTO] = {"Waarde": wijzigingen["bruto"]}
        if "toelichting" in wijzigingen:
            waarden["A01-I1"] = {"Toelichting": wijzigingen["toelichting"]}
        return controle(vul(herstel, waarden))[BRUTO]

    assert met() == "Ingevuld"
    assert met(bruto=8888) == VEEL
    assert met(bruto=8888, toelichting="Klopt, want nog een wijk") == "Ingevuld"
    assert met(bruto=12) == "Ingevuld"


@pytest.mark.parametrize(
    "verbeterd",
    [
        {},
        {"A01-I2": oordeel("Groen")},
        {"A01-I2-M1": {"Waarde": "Ja"}},
        {"A01-I2": oordeel("Afgerond", None, "Klopt, want het vervalt")},
    ],
    ids=["nothing yet", "the colour", "the answer", "by a word of its own"],
)
def test_the_answer_and_the_colour_that_it_does_not_go_with_are_marked_until_one_is_mended(
    klein: Kader, verbeterd: Antwoorden
) -> None:
    ronde, gegeven = Ronde(2026), antwoorden(klein, "NB")
    gegeven |= {"A01-I2": oordeel("Afgerond"), "A01-I2-M1": {"Waarde": "Nee"}}
    opdracht = stel_op(maak_return(klein, "NB", gegeven, ronde), klein, ronde, {})
    assert opdracht is not None
    data = vul(write_input_sheet(opdracht), verbeterd)
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    beide = tabel.adres("A01-I2", l.BEOORDELING), tabel.adres("A01-I2-M1", l.WAARDE)
    gemerkt = [vulling == LET_OP_VULLING[1:] for vulling in vullingen(data, beide).values()]
    assert gemerkt == [not verbeterd] * 2
    gezegd = [str(tabel.cel(c, l.OPMERKING).value) for c in ("A01-I2", "A01-I2-M1")]
    assert gezegd[0] == "Klopt dit? Zie de opmerking bij A01-I2-M1.", "never colour alone"
    assert "Klaar, en toch nee?" in gezegd[1]


@pytest.mark.parametrize("seed", [1, 2, 4, 5])
def test_it_asks_what_the_judge_asks(kader: Kader, seed: int) -> None:
    """Of the shipped rules, on sheets with an error in them."""
    toeval = random.Random(seed)
    bladen = [*islice(dossier(kader, seed), 12, 30)]
    een = toeval.choice([b for b in bladen if b.partij in ("DV", "WB", "GEM")])
    for fout in toeval.choices([*FOUTEN.values()], k=6):
        een = replace(een, antwoorden=fout(een, toeval) or een.antwoorden)
    partij = kader.partij(een.partij)
    assert partij is not None
    leeg = write_input_sheet(Opdracht(kader, een.ronde, partij, {}, {}, eerder=een.eerder))
    gezegd = controle(vul(leeg, een.antwoorden))
    gelezen = validate(maak_return(kader, een.partij, een.antwoorden, een.ronde), kader, een.ronde)
    vragen = [regel.vraag for regel in kader.regels]
    verwacht: dict[str, str] = {}
    code_op = {a.veld.plek: c for v in gelezen.voorzetten.values() for c, a in v.waarden.items()}
    for b in find_doubts(gelezen, kader, een.ronde, een.eerder):
        verwacht.setdefault(code_op[b.plek], next(v for v in vragen if v in b.tekst))
    teksten = {m.code for m in kader.meetwaarden if m.soort is TEKST}
    verwacht = {c: v for c, v in verwacht.items() if c not in teksten}
    assert {c: v for c, v in gezegd.items() if v in vragen} == verwacht
    assert verwacht, "this seed shows nothing"


def test_a_text_of_last_year_is_asked_about_where_it_is_shown(kader: Kader) -> None:
    """A formula holds no word of a partij: it looks at the cell beside it."""
    partij, namen = kader.partij("DD"), "A12-I1-M2"
    assert partij is not None
    eerder = {namen: (Ijkpunt(Ronde(2026), 'Fictief "Tuin"; Feest'),)}
    vorige = {namen: 'Fictief "Tuin"; Feest'}
    gegeven: Antwoorden = {
        "A12-I1": oordeel("Groen"),
        namen: {"Waarde": 'fictief "tuin"; feest'},
    }
    vraag = next(r.vraag for r in kader.regels if r.soort == "hetzelfde")
    for getoond, gevraagd in ((vorige, True), ({}, False)):
        opdracht = Opdracht(kader, RONDE, partij, getoond, {}, eerder=eerder)
        assert (controle(vul(write_input_sheet(opdracht), gegeven))[namen] == vraag) is gevraagd
