"""The whole matrix in files for the archive: all of it, and marked as internal."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from invullen import RONDE, antwoorden, inzending
from paginas import lees_pagina
from publicaties import BO, matrix

from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import (
    Afgesproken,
    Besluit,
    Focuspunt,
    Matrix,
    Programmaregel,
    Stemming,
    Vastgelegd,
)
from kaderxl.core.text import met_formule
from kaderxl.matrix.combine import combine
from kaderxl.matrix.files.export import whole_matrix
from kaderxl.matrix.files.page import matrix_page
from kaderxl.matrix.grounds import kleur_van
from kaderxl.reading import Document, Reader
from kaderxl.writing.forms import write_forms

VASTGELEGD = Vastgelegd(
    besluiten={3: Besluit(3, "Oranje", "a", BO), 4: Besluit(4, "Groen", "", "voorjaar 2027")},
    afgesproken={"A01-I2-M1": Afgesproken("A01-I2-M1", 7, "geteld op de kaart")},
    focuspunten={3: Focuspunt(3, "pand bezoeken", "gemeente", date(2027, 6, 1))},
    stemmingen={3: Stemming(3, "ja", date(2027, 3, 1), {"DV": "Oranje", "WB": "onthouding"})},
    programma={3: Programmaregel(3, "twee panden", "Woonborg", "januari", "juni")},
    notities={"A03-I1": "=let op"},
)


def vormen(matrix: Matrix) -> dict[str, bytes]:
    """The files by what comes after the name of the matrix."""
    files = write_forms(whole_matrix(matrix))
    return {naam.removeprefix(f"monitoringsmatrix-{RONDE}"): data for naam, data in files.items()}


@pytest.fixture(scope="module")
def heel(kader: Kader) -> Matrix:
    """Of everybody but Woonborg, every answer its own; a concept."""
    wie = [p.code for p in kader.partijen if p.code != "WB"]
    inzendingen = [inzending(kader, code, antwoorden(kader, code)) for code in wie]
    return combine(kader, RONDE, inzendingen, VASTGELEGD)


@pytest.fixture(scope="module")
def bladen(heel: Matrix, reader: Reader) -> dict[str, list[dict[str, object]]]:
    document = reader.read("m.ods", vormen(heel)[".ods"])
    assert isinstance(document, Document)
    return {
        blad.name: [dict(zip(map(str, blad.rows[0]), rij, strict=True)) for rij in blad.rows[1:]]
        for blad in document.sheets
    }


@pytest.fixture(scope="module")
def regels(heel: Matrix) -> list[dict[str, str]]:
    data = vormen(heel)[".csv"]
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_the_csv_has_a_row_for_each_indicator(
    regels: list[dict[str, str]], heel: Matrix, kader: Kader
) -> None:
    assert [r["Code"] for r in regels] == [i.code for i in kader.indicatoren]
    assert list(regels[0])[:7] == list(l.GEDRUKTE_KOLOMMEN)
    rijen = {rij.indicator.code: rij for rij in heel.rijen}
    for regel, indicator in zip(regels, kader.indicatoren, strict=True):
        gedrukt = [met_formule(regel[k]) for k in l.GEDRUKTE_KOLOMMEN[:5]]
        assert gedrukt == list(indicator.gedrukt[:5])
        rij = rijen.get(indicator.code)
        assert met_formule(regel["Stand"]) == (rij.stand if rij else "")
        for partij in kader.partijen:
            gegeven = rij and partij.code in rij.inbreng
            kleur = kleur_van(rij.inbreng[partij.code]) if rij and gegeven else l.NIET_GEVRAAGD
            assert regel[partij.naam] == kleur
        besluit = heel.besluiten.get(indicator.afspraak, Besluit(indicator.afspraak))
        assert (regel[l.BESLUIT], regel[l.BESLUIT_REDEN]) == (besluit.kleur, besluit.reden)


def test_the_besluit_goes_before_the_voorstel(regels: list[dict[str, str]], heel: Matrix) -> None:
    per_code = {r["Code"]: r for r in regels}
    drie, een = per_code["A03-I1"], per_code["A01-I1"]
    assert (drie["Beoordeling voortgang"], drie[l.DATUM_BO]) == ("Oranje", BO.isoformat())
    assert een["Beoordeling voortgang"] == str(heel.voorstellen[1])
    assert per_code["A04-I1"][l.DATUM_BO] == "voorjaar 2027"
    assert per_code["A02-I3"]["Voorstel"] == "Niet in 2026"
    assert per_code["A05-I2"]["Voorstel"] == "Open vraag"
    assert per_code["A01-I1"]["Woonborg"] == l.NIET_INGEVULD


def test_every_toelichting_is_there_with_who_said_it(regels: list[dict[str, str]]) -> None:
    een = next(r for r in regels if r["Code"] == "A01-I1")
    assert een["Toelichting"].split("\n") == [
        "De Volmacht (Groen): Fictief: DV over A01-I1, en dat klopt",
        "Woonzorg Nederland (Groen): Fictief: WZN over A01-I1, en dat klopt",
    ]


def test_the_description_fits(regels: list[dict[str, str]], heel: Matrix) -> None:
    over = json.loads(vormen(heel)[".csv-metadata.json"])
    (tabel,) = over["tables"]
    assert tabel["url"] == "monitoringsmatrix-2026-evaluatie.csv"
    kolommen = tabel["tableSchema"]["columns"]
    assert [k["titles"] for k in kolommen] == list(regels[0])
    soorten = {k["titles"]: k["datatype"] for k in kolommen}
    assert soorten[l.DATUM_BO] == "string", "one of them is in words"
    assert "dc:issued" not in over, "a concept has no date"


def test_every_answer_is_in_the_ods_with_its_cell(
    bladen: dict[str, list[dict[str, object]]], heel: Matrix
) -> None:
    gevonden = {(r["Code"], r["Partij"], r["Vraag"]): r for r in bladen["Antwoorden"]}
    namen = {p.code: p.naam for p in heel.kader.partijen}
    aantal = 0
    for rij in heel.rijen:
        for partij, voorzet in rij.inbreng.items():
            regel = gevonden[rij.indicator.code, namen[partij], l.BEOORDELING]
            assert regel["Antwoord"] == kleur_van(voorzet)
            aantal += 1
            if voorzet is None:
                continue
            assert regel["Toelichting"] == voorzet.toelichting
            for m in heel.kader.meetwaarden_van(rij.indicator.code):
                if m.code in voorzet.waarden:
                    antwoord = voorzet.waarden[m.code]
                    regel = gevonden[rij.indicator.code, namen[partij], m.omschrijving]
                    waarde = antwoord.waarde
                    als_woord = {True: "ja", False: "nee"} if isinstance(waarde, bool) else {}
                    assert regel["Antwoord"] == als_woord.get(waarde, waarde)  # type: ignore[call-overload]
                    assert regel["Cel"] == antwoord.veld.plek.cel
                    aantal += 1
    assert aantal == len(bladen["Antwoorden"])


def test_what_people_wrote_in_the_matrix_is_there(
    bladen: dict[str, list[dict[str, object]]],
) -> None:
    assert [*bladen["Afgesproken"][0].values()] == ["A01-I2-M1", 7, "geteld op de kaart"]
    assert [*bladen["Focuspunten"][0].values()][1:3] == ["pand bezoeken", "gemeente"]
    assert [r["Stem"] for r in bladen["Stemmingen"]] == ["Oranje", "onthouding"]
    assert bladen["Jaarprogramma"][0]["Trekker"] == "Woonborg"
    assert bladen["Notities"][0]["Notitie"] == "=let op"
    assert {r["Partij"] for r in bladen["Herkomst"]} >= {"De Volmacht", "AH WOON"}
    assert any(r["Bevinding"] == "M501" for r in bladen["Bevindingen"])


def test_it_says_that_it_is_internal_and_what_its_status_is(
    bladen: dict[str, list[dict[str, object]]], heel: Matrix, kader: Kader
) -> None:
    uitleg = {r["Onderwerp"]: r["Uitleg"] for r in bladen["Leesmij"]}
    assert uitleg["Intern"] == l.INTERN
    assert str(uitleg["Status"]).startswith("concept")
    pagina = lees_pagina(matrix_page(heel))
    assert pagina.een("div", klasse="merk").tekst == l.INTERN
    assert "concept" in pagina.een("header").tekst
    vastgesteld = lees_pagina(matrix_page(matrix(kader)))
    assert "vastgesteld door het bestuurlijk overleg op 21 maart 2030" in (
        vastgesteld.een("header").tekst
    )
    assert l.FICTIEF in vastgesteld.een("div", klasse="merk").tekst


def test_the_page_shows_every_answer_of_every_partij(heel: Matrix) -> None:
    pagina = lees_pagina(matrix_page(heel))
    tabellen = {t.een("caption").tekst.split()[0]: t for t in pagina.alle("table")}
    for rij in heel.rijen:
        if rij.inbreng:
            regels = tabellen[rij.indicator.code].een("tbody").alle("tr")
            assert len(regels) == len(rij.inbreng)
            for regel, voorzet in zip(regels, rij.inbreng.values(), strict=True):
                assert kleur_van(voorzet) in regel.tekst
                assert (voorzet.toelichting if voorzet else "") in regel.tekst
    assert not pagina.alle("script")


def test_the_same_matrix_gives_the_same_bytes(heel: Matrix) -> None:
    assert matrix_page(heel) == matrix_page(replace(heel))
    assert vormen(heel) == vormen(replace(heel))
