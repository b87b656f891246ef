"""One page for the meeting: counts, charts and meter say the same, and each has its words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from invullen import RONDE, Antwoorden, antwoorden, inzending
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from kaderxl.core.kader import Kader
from kaderxl.core.outcome import (
    Besluit,
    Kleurpunt,
    Matrix,
    Meter,
    Meterjaar,
    Meterpost,
    Terugblik,
    Trend,
    Vastgelegd,
)
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.template.kinds import AANTAL

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def matrix(kader: Kader) -> Matrix:
    """Two complete years and a gap; afspraak 3 oranje for the second year, 7 changed."""
    eerste = kader.indicatoren[0]
    jaren = [
        Meterjaar(
            2026,
            (Meterpost("Opgeleverd", 20), Meterpost("Gesloopt", 2), Meterpost("Verkocht", 1)),
            17,
            17,
        ),
        Meterjaar(
            2027,
            (Meterpost("Opgeleverd", 30), Meterpost("Gesloopt", 0), Meterpost("Verkocht", 1)),
            29,
            46,
        ),
        *(Meterjaar(jaar, ()) for jaar in range(2028, 2032)),
    ]
    doelen = tuple(d for d in kader.doelen if d.indicator == eerste.code and not d.partij)
    plannen = (Meterpost("Harde plannen", 56), Meterpost("Zachte plannen", 62))
    meter = Meter(eerste, AANTAL, "woningen", tuple(jaren), doelen, plannen)
    vorige = {3: "Oranje", 7: "Afgerond"}
    trends = {
        n: Trend(n, (Kleurpunt(Ronde(2025), kleur, True), Kleurpunt(RONDE, "?", False)))
        for n, kleur in vorige.items()
    }
    gegeven: dict[str, Antwoorden] = {p: antwoorden(kader, p) for p in ("GEM", "DV", "WB")}
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    besluiten = {3: Besluit(3, "Oranje", "a", date(2027, 3, 12)), 5: Besluit(5, "Rood", "b")}
    vastgelegd = Vastgelegd(besluiten, vastgesteld=date(2027, 3, 12))
    samen = combine(kader, RONDE, inzendingen, vastgelegd)
    return replace(samen, terugblik=Terugblik(trends, (meter,)))


@pytest.fixture(scope="module")
def data(matrix: Matrix) -> bytes:
    return write_matrix(matrix)


@pytest.fixture(scope="module")
def boek(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data), data_only=True)


def reeksen(data: bytes, nummer: int) -> dict[str, list[str]]:
    """The series of a chart by name, each with the cells it points to."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        boom = ElementTree.fromstring(pakket.read(f"xl/charts/chart{nummer}.xml"))
    gevonden = {}
    for reeks in boom.iter(f"{CHART}ser"):
        naam = next(reeks.iter(f"{CHART}v")).text or ""
        verwijzing = reeks.find(f"{CHART}val/{CHART}numRef/{CHART}f")
        assert verwijzing is not None
        gevonden[naam] = (verwijzing.text or "").replace("$", "").split("!")
    return gevonden


def cellen(boek: Workbook, blad: str, bereik: str) -> list[object]:
    links, boven, rechts, onder = range_boundaries(bereik)
    rijen = boek[blad].iter_rows(boven, onder, links, rechts, values_only=True)
    return [waarde for rij in rijen for waarde in rij]


def test_the_thema_chart_shows_the_numbers_of_the_table(
    data: bytes, boek: Workbook, matrix: Matrix
) -> None:
    getekend = reeksen(data, 1)
    assert list(getekend) == [
        "● Groen",
        "▲ Oranje",
        "■ Rood",
        "✔ Afgerond",
        "– N.v.t.",
        "… Niet ingevuld",
    ]
    themas = list(dict.fromkeys(a.thema for a in matrix.kader.afspraken))
    for naam, (blad, bereik) in getekend.items():
        woord = naam.partition(" ")[2]
        verwacht = [
            sum(
                (matrix.woord(a.nummer) or "Niet ingevuld") == woord
                for a in matrix.kader.afspraken
                if a.thema == thema
            )
            for thema in themas
        ]
        assert cellen(boek, blad, bereik) == verwacht, naam


def test_the_meter_keeps_plans_apart_and_leaves_gaps(data: bytes, boek: Workbook) -> None:
    gevonden = {naam: cellen(boek, *plek) for naam, plek in reeksen(data, 2).items()}
    leeg = [None] * 4
    assert gevonden["Opgeleverd, netto opgeteld"] == [17, 46, *leeg, None, None]
    assert gevonden["Plan, nog niet gebouwd"] == [None, None, *leeg, 56, 62]
    assert gevonden["Ondergrens van het doel"] == [120] * 6 + [None, None]
    assert gevonden["Bovengrens van het doel"] == [140] * 6 + [None, None]
    tekst = "\n".join(str(r[0]) for r in boek["Samenvatting"].iter_rows(values_only=True))
    assert "t/m 2031: 120 tot 140" in tekst
    assert "t/m 2040: minstens 180" in tekst


def test_every_chart_has_words_for_who_does_not_see_it(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        tekening = pakket.read("xl/drawings/drawing1.xml").decode()
    woorden = re.findall(r'descr="([^"]+)"', tekening)
    assert len(woorden) == 2
    assert woorden[0].startswith("Staafdiagram van de afspraken per thema en kleur. Beschik")
    assert "Netto opgeteld 2026: 17 en 2027: 46. Plannen: Harde plannen 56 en" in woorden[1]


def test_who_opens_it_sees_status_focuspunten_and_what_changed(boek: Workbook) -> None:
    rijen = list(boek["Samenvatting"].iter_rows(min_col=12, max_col=14, values_only=True))
    focus = next(n for n, r in enumerate(rijen) if r[0] == "Focuspunten")
    punten = rijen[focus + 1 : focus + 9]
    assert (
        "5. Voldoende woningen beschikbaar houden onder de eerste aftoppingsgrens",
        "Rood",
        "1e jaar rood",
    ) in punten
    kleuren = [str(kleur) for _, kleur, _ in punten if kleur != "–"]
    assert kleuren == sorted(kleuren, key=["Rood", "Oranje"].index)
    drie = next(r for r in boek["Focuspunten"].iter_rows(values_only=True) if r[0] == 3)
    assert drie[3:6] == ("Oranje", "Focuspunt", "2e jaar oranje")
    assert any(str(r[0]).startswith("7. Woningen") and r[1] == "Afgerond" for r in rijen)
    assert boek.active is boek["Samenvatting"]
    kop = {r[0]: r[1] for r in boek["Samenvatting"].iter_rows(max_col=2, values_only=True)}
    assert kop["Status"] == "vastgesteld; het BO heeft over 2 van de 19 afspraken besloten"


def test_it_prints_on_one_a4_and_the_table_by_thema(boek: Workbook, data: bytes) -> None:
    blad = boek["Samenvatting"]
    assert (blad.page_setup.orientation, blad.page_setup.paperSize) == ("landscape", 9)
    assert (blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) in ((1, 1), (None, None))
    tabel = boek["Monitoringstabel"]
    assert len(tabel.row_breaks.brk) == 4
    assert tabel.print_title_rows == "$2:$2"
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        bladen = [pakket.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, 11)]
    assert all("Bladzijde &amp;P van &amp;N" in blad for blad in bladen)
