"""Long texts on the sheets that a partij gets: nothing that is printed is cut off, and what has to
be filled in is in view on opening."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime

import pytest
from excelmaten import bladen_van
from invullen import RONDE, codes, lees_document, vul, zoek_tabel
from letters import Stuk, breedte
from levend import afgesneden_in_controle
from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter
from sjablonen import met_trekker, schrijf_sjabloon, vervang

from kaderxl.core import catalogue, labels as l
from kaderxl.core.answers import Return
from kaderxl.core.kader import EERSTE_PAS, Kader, Pas
from kaderxl.reading import Reader
from kaderxl.returns.recognise import read_return
from kaderxl.sheets import texts
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.remarks import Opmerkingen
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.read import read_template

ANTWOORD = {"A01-I1": {l.BEOORDELING: "Groen"}}
LENGTES = (260, 1000)
SOORTEN = ("invulblad", "akkoordblad", "herstelblad", "herstelblad met akkoord")
_WOORDEN = "Fictief: wij bouwen samen met de corporaties duurzame appartementen in de dorpen, en "


def lang(lengte: int, begin: str = "") -> str:
    """A text of so many signs."""
    return (begin + _WOORDEN * (lengte // len(_WOORDEN) + 1))[: lengte - 1].rstrip() + "."


@pytest.fixture(scope="module")
def kader_met(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Callable[[int], Kader]:
    """Molendam with texts of that length in all that its officer wrote; one indicator is given a
    voorzet by the other corporatie."""
    gemaakt: dict[int, Kader] = {}

    def maak(lengte: int) -> Kader:
        if lengte not in gemaakt:
            tabel = met_trekker(A01_I2="Zuidwonen")["Monitoringstabel"]
            for kort in ("1. Meer woningen", "opgeleverde woningen", "inventarisatie locaties"):
                tabel = tabel.replace(kort, lang(lengte, f"{kort} "))
            tabellen = {
                "Monitoringstabel": tabel,
                **vervang("Doelen", "netto", lang(lengte, "netto ")),
                **vervang("Meetwaarden", "Gesloopt", lang(lengte, "Gesloopt ")),
            }
            plaats = tmp_path_factory.mktemp("lang") / "sjabloon.xlsx"
            gemaakt[lengte] = read_template(schrijf_sjabloon(plaats, **tabellen), reader).geldig()
        return gemaakt[lengte]

    return maak


def opdracht(kader: Kader, soort: str, lengte: int = 60) -> Opdracht:
    """The sheet of Noordbouw, with texts of that length in what was said before."""
    partij = kader.partij("NB")
    assert partij is not None
    codes = [i.code for i in kader.indicatoren] + [m.code for m in kader.meetwaarden]
    vorige = {code: lang(lengte, f"{code} ") for code in codes}
    opmerkingen: Opmerkingen | None = None
    antwoorden: dict[str, dict[str, object]] = {}
    if soort.startswith("herstelblad"):
        antwoorden = {c: {l.TOELICHTING: lang(lengte, f"{c}: ")} for c in ("A01-I1", "A02-I1")}
        onbekend = catalogue.BEOORDELING_ONBEKEND.bij(waarde=lang(lengte), keuzes="", tip="")
        per_regel = {"A01-I1": (onbekend,), "A02-I1": (onbekend,)}
        gemerkt = frozenset({(("A01-I1", l.BEOORDELING),), (("A02-I1", l.BEOORDELING),)})
        moment = datetime(2027, 3, 1)
        opmerkingen = Opmerkingen(5, 2, 0, per_regel, gemerkt, (), moment)
    akkoord = Pas(frozenset({"A01-I2"}), frozenset(), soort != "akkoordblad")
    pas = akkoord if "akkoord" in soort else EERSTE_PAS
    return Opdracht(kader, RONDE, partij, vorige, antwoorden, False, opmerkingen, pas=pas)


@pytest.mark.parametrize("lengte", LENGTES)
@pytest.mark.parametrize("soort", SOORTEN)
def test_nothing_is_cut_off(soort: str, lengte: int, kader_met: Callable[[int], Kader]) -> None:
    bladen = bladen_van(write_input_sheet(opdracht(kader_met(lengte), soort, lengte)))
    fouten = {n: [*map(str, b.afgesneden())] for n, b in bladen.items() if b.is_zichtbaar}
    assert {n: f for n, f in fouten.items() if f} == {}


@pytest.mark.parametrize("soort", SOORTEN)
def test_whatever_controle_may_come_to_say_it_is_seen_whole(
    soort: str, kader_met: Callable[[int], Kader]
) -> None:
    data = write_input_sheet(opdracht(kader_met(60), soort))
    assert [*map(str, afgesneden_in_controle(data))] == []


@pytest.mark.parametrize("soort", SOORTEN)
def test_it_opens_on_a_question_with_its_answer_and_its_check(
    soort: str, kader_met: Callable[[int], Kader]
) -> None:
    data = write_input_sheet(opdracht(kader_met(60), soort))
    tabel = zoek_tabel(load_workbook(io.BytesIO(data)))
    eerste = "A01-I2" if soort == "akkoordblad" else "A01-I1"
    venster = bladen_van(data)[l.INVULBLAD].venster()
    buiten = [
        kop
        for kop, kolom in tabel.kolommen.items()
        if not venster.toont(f"{get_column_letter(kolom)}{tabel.rijen[eerste]}")
    ]
    assert buiten == []


@pytest.mark.parametrize("soort", SOORTEN)
def test_whatever_is_counted_above_the_table_it_is_seen_whole(
    soort: str, kader_met: Callable[[int], Kader]
) -> None:
    blad = bladen_van(write_input_sheet(opdracht(kader_met(60), soort)))[l.INVULBLAD]
    stand, balk, volgende = (cel for cel in blad.waarden[2][2:] if cel.value)
    zegt = {
        stand: (
            texts.ALLES_INGEVULD,
            texts.ALLES_VERBETERD,
            texts.NOG_EEN_VRAAG,
            texts.nog_te_doen(99, 99, False),
        ),
        balk: (texts.balk(10, 99), texts.balk(0, 99)),
        volgende: (f"{texts.VOLGENDE}A10-I10-M1",),
    }
    einden = balk.column, volgende.column, volgende.column + 1
    for (cel, teksten), tot in zip(zegt.items(), einden, strict=True):
        ruimte = sum(blad.breedte(k) for k in range(cel.column, tot)) - 5
        for tekst in teksten:
            assert breedte([Stuk(tekst, float(cel.font.sz), bool(cel.font.b))]) <= ruimte, tekst


@pytest.mark.parametrize("lengte", LENGTES)
@pytest.mark.parametrize("soort", SOORTEN)
def test_what_was_shortened_comes_back_as_ours(
    soort: str, lengte: int, kader_met: Callable[[int], Kader], reader: Reader
) -> None:
    kader = kader_met(lengte)
    werk = opdracht(kader, soort, lengte)
    antwoord = {"A01-I2": {l.WAARDE: "Akkoord"}} if "akkoord" in soort else ANTWOORD
    data = vul(write_input_sheet(werk), antwoord)
    document = lees_document(reader, data)
    terug = read_return("retour.xlsx", document, kader, RONDE, {"NB": werk.vorige})
    assert isinstance(terug, Return)
    assert catalogue.LOSSE_TEKST.code not in codes(terug.bevindingen)
    for rijen in terug.getoond.values():
        assert rijen["A01-I2"] == werk.vorige["A01-I2"], "the voorzet that was agreed to is whole"


def test_what_a_row_cannot_show_stands_whole_on_uitleg(kader_met: Callable[[int], Kader]) -> None:
    werk = opdracht(kader_met(1000), "herstelblad", 1000)
    boek = load_workbook(io.BytesIO(write_input_sheet(werk)))
    vraag = str(boek[l.INVULBLAD].cell(zoek_tabel(boek).rijen["A01-I1"], 2).value)
    assert vraag.endswith("lees verder op het blad Uitleg, bij A01-I1")
    uitleg = [rij[1] for rij in boek[l.UITLEG].iter_rows(values_only=True)]
    assert f"A01-I1: Vorige keer: {werk.vorige['A01-I1']}" in uitleg
