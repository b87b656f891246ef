"""One page for the meeting: counts, charts and meter say the same, and each has its words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from excelmaten import bladen_van
from invullen import RONDE, Antwoorden, antwoorden, inzending, oordeel
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from rondes_maken import kleuren

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
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.core.targets import Doelstand, Oordeel, maat_van
from kaderxl.matrix.combine import combine
from kaderxl.matrix.sheets.workbook import write_matrix
from kaderxl.years.trends import look_back

TUSSEN = Ronde(2027, Fase.TUSSENSTAND)
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
    maat = maat_van(kader, doelen[0])
    assert maat is not None
    meter = Meter(eerste, maat, tuple(jaren), doelen, plannen)
    vorige = {3: "Oranje", 7: "Afgerond"}
    trends: dict[int | str, Trend] = {
        n: Trend(n, (Kleurpunt(Ronde(2025), kleur, True), Kleurpunt(RONDE, "?", False)))
        for n, kleur in vorige.items()
    }
    gegeven: dict[str, Antwoorden] = {p: antwoorden(kader, p) for p in ("GEM", "DV", "WB")}
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    besluiten: dict[int | str, Besluit] = {
        3: Besluit(3, "Oranje", "a", date(2027, 3, 12)),
        5: Besluit(5, "Rood", "b"),
    }
    vastgelegd = Vastgelegd(besluiten, vastgesteld=date(2027, 3, 12))
    samen = combine(kader, RONDE, inzendingen, vastgelegd)
    return replace(samen, terugblik=Terugblik(trends, (meter,)))


@pytest.fixture(scope="module")
def data(matrix: Matrix) -> bytes:
    return write_matrix(matrix)


@pytest.fixture(scope="module")
def boek(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data), data_only=True)


def reeksen(data: bytes, nummer: int) -> list[tuple[list[str], list[str]]]:
    """The series of a chart: the cells with its name, and those with its values."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        boom = ElementTree.fromstring(pakket.read(f"xl/charts/chart{nummer}.xml"))
    return [
        (_plek(reeks, f"{CHART}tx/{CHART}strRef/"), _plek(reeks, f"{CHART}val/{CHART}numRef/"))
        for reeks in boom.iter(f"{CHART}ser")
    ]


def _plek(reeks: ElementTree.Element, weg: str) -> list[str]:
    verwijzing = reeks.find(f"{weg}{CHART}f")
    assert verwijzing is not None
    return (verwijzing.text or "").replace("$", "").split("!")


def cellen(boek: Workbook, blad: str, bereik: str) -> list[object]:
    links, boven, rechts, onder = range_boundaries(bereik)
    rijen = boek[blad].iter_rows(boven, onder, links, rechts, values_only=True)
    return [waarde for rij in rijen for waarde in rij]


def test_the_meter_keeps_plans_apart_and_leaves_gaps(data: bytes, boek: Workbook) -> None:
    gevonden = {str(cellen(boek, *naam)[0]): cellen(boek, *w) for naam, w in reeksen(data, 1)}
    leeg = [None] * 4
    assert gevonden == {
        "Samen netto": [17, 46, *leeg],
        "Ondergrens": [120] * 6,
        "Naar rato": [20, 40, 60, 80, 100, 120],
        "Bovengrens": [140] * 6,
    }
    tekst = "\n".join(str(r[0]) for r in boek["Samenvatting"].iter_rows(values_only=True))
    assert "Plan, telt niet mee: Harde plannen: 56 woningen" in tekst
    assert "Naar rato: elk jaar een even groot deel van de ondergrens." in tekst
    assert "t/m 2031: 120 tot 140" in tekst
    assert "t/m 2040: minstens 180" in tekst


def test_the_axis_begins_at_nothing_and_the_bounds_do_not_look_alike(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        boom = ElementTree.fromstring(pakket.read("xl/charts/chart1.xml"))
    assen = (m.get("val") for as_ in boom.iter(f"{CHART}valAx") for m in as_.iter(f"{CHART}min"))
    assert [*assen] == ["0"]
    lijnen = next(boom.iter(f"{CHART}lineChart"))
    assert len({m.get("val") for m in lijnen.iter(f"{CHART}symbol")}) == 3
    assert len({m.get("val") for m in lijnen.iter() if m.tag.endswith("prstDash")}) == 3
    assert [m.get("val") for m in lijnen.iter(f"{CHART}showSerName")].count("1") == 3


def test_a_year_over_a_column_is_a_number(boek: Workbook) -> None:
    rij = next(r for r in boek["Samenvatting"].values if str(r[0]).startswith("Doelmeter A01"))
    assert rij[1:7] == (2026, 2027, 2028, 2029, 2030, 2031)


def test_every_chart_has_words_for_who_does_not_see_it(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        tekening = pakket.read("xl/drawings/drawing1.xml").decode()
    (woorden,) = re.findall(r'descr="([^"]+)"', tekening)
    assert (
        "Netto opgeteld 2026: 17 en 2027: 46. Naar rato t/m 2027: 40. Plannen: Harde plannen 56 en"
        in woorden
    )


def over_elkaar(boek: Workbook) -> list[tuple[object, object, object]]:
    """What runs over the page: the text, its colour, what there is to say of it."""
    return [(r[0], r[9], r[10]) for r in boek["Samenvatting"].values]


def test_who_opens_it_sees_status_what_is_red_and_why_and_what_changed(boek: Workbook) -> None:
    rijen = over_elkaar(boek)
    begin = next(n for n, r in enumerate(rijen) if "waar het aandacht vraagt" in str(r[0]))
    vijf = "5. Voldoende woningen beschikbaar houden onder de eerste aftoppingsgrens"
    waarom = "1e jaar: resultaat niet gerealiseerd; wie: corporaties"
    assert (vijf, "Rood", waarom) in rijen[begin + 1 :]
    drie = "3. Kansen benutten in transformatie en leegstaand (gemeentelijk) vastgoed"
    waarom = "2e jaar: vertraagde uitvoering; wie: gemeente en corporaties"
    assert (drie, "Oranje", waarom) in rijen[begin + 1 :]
    slot = next(n for n, r in enumerate(rijen) if str(r[0]).startswith("Samen "))
    kleuren = [str(kleur) for _, kleur, _ in rijen[begin + 1 : slot] if kleur != "–"]
    assert rijen[slot][0] == (
        f"Samen {len(kleuren)} focuspunten; meer erover staat op het blad Focuspunten"
    )
    assert kleuren == sorted(kleuren, key=["Rood", "Oranje"].index)
    rij = next(r for r in boek["Focuspunten"].iter_rows(values_only=True) if r[0] == 3)
    assert rij[2:6] == ("Oranje", "besluit BO", "gemeente en corporaties", "2e jaar oranje")
    assert any(str(r[0]).startswith("7. Woningen") and r[1] == "Afgerond" for r in rijen)
    assert boek.active is boek["Samenvatting"]
    kop = {r[0]: r[1] for r in boek["Samenvatting"].iter_rows(max_col=2, values_only=True)}
    assert kop["Status"] == "vastgesteld; het BO heeft over 2 van de 19 afspraken besloten"
    assert str(kop["Wie nog niet"]).startswith("Woonzorg Nederland (niets ontvangen), De Deelmacht")
    assert "en AH WOON (niets ontvangen)" in kop.values()
    assert kop["Open vragen"] == "31 over de overeenkomst zelf, voor het AO (sjabloon, blad Vragen)"
    assert str(kop["Ontbreekt nog"]).endswith(
        "van partijen; wie en wat staat op het blad Ontbrekend"
    )


def test_it_is_read_from_one_page_and_its_first_part_from_one_window(data: bytes) -> None:
    blad = bladen_van(data)["Samenvatting"]
    assert not [str(cel) for cel in blad.afgesneden()]
    assert min(blad.op_papier().values()) >= 10
    laatste = next(r for r in range(1, 60) if str(blad.waarden.cell(r, 1).value).startswith("Rood"))
    assert blad.venster().toont(f"A1:K{laatste + 3}")


@pytest.mark.parametrize(
    ("titel", "begin"),
    [
        ("A1. Nieuwbouw", "A1. Nieuwbouw, t/m"),
        ("1. Een titel die een hele regel is", "Afspraak 1, t/m"),
    ],
)
def test_a_doel_is_told_by_its_afspraak_and_not_by_a_code(
    matrix: Matrix, titel: str, begin: str
) -> None:
    doel = next(d for d in matrix.kader.doelen if d.in_getallen and not d.partij)
    eerste, *andere = matrix.kader.afspraken
    kader = replace(matrix.kader, afspraken=(replace(eerste, titel=titel), *andere))
    doelen = {doel.indicator: (Doelstand(doel, Oordeel.OP_KOERS),)}
    terug = replace(matrix.terugblik, doelen=doelen)
    blad = bladen_van(write_matrix(replace(matrix, kader=kader, terugblik=terug)))["Samenvatting"]
    teksten = [str(cel) for rij in blad.waarden.iter_rows(values_only=True) for cel in rij]
    assert any(tekst.startswith(begin) for tekst in teksten)
    assert not any(tekst.startswith(doel.indicator) for tekst in teksten)


@pytest.mark.parametrize(("rood", "bladzijden"), [(4, 1), (19, 2)])
def test_where_more_asks_attention_than_a_page_holds_it_says_so(
    kader: Kader, rood: int, bladzijden: int
) -> None:
    besluiten: dict[int | str, Besluit] = {
        a.nummer: Besluit(a.nummer, "Rood", "b") if n < rood else Besluit(a.nummer, "Groen")
        for n, a in enumerate(kader.afspraken)
    }
    samen = combine(kader, RONDE, [], Vastgelegd(besluiten))
    blad = bladen_van(write_matrix(samen))["Samenvatting"]
    assert min(blad.op_papier().values()) >= 10
    koppen = [str(r[0]) for r in blad.waarden.iter_rows(values_only=True)]
    kop = next(n for n, tekst in enumerate(koppen, 1) if "waar het aandacht vraagt" in tekst)
    assert ("bladzijde 2" in koppen[kop - 1]) is (bladzijden > 1)
    herhaald = blad.waarden.print_title_rows
    assert herhaald == (f"${kop}:${kop}" if bladzijden > 1 else None)
    past_op_een = blad.waarden.page_setup.fitToHeight in (1, None)
    assert past_op_een is (bladzijden == 1)


@pytest.mark.parametrize(("lengte", "past"), [(150, True), (3000, False)])
def test_a_long_title_makes_the_column_wider_within_reason(
    matrix: Matrix, lengte: int, past: bool
) -> None:
    eerste, *andere = matrix.kader.afspraken
    lang = replace(eerste, titel="1. " + "woorden " * (lengte // 8))
    anders = replace(matrix, kader=replace(matrix.kader, afspraken=(lang, *andere)))
    blad = bladen_van(write_matrix(anders))["Samenvatting"]
    assert blad.breedte(1) <= 900
    assert (blad.afgesneden() == []) is past


def test_it_points_to_every_sheet(data: bytes, boek: Workbook) -> None:
    blad = load_workbook(io.BytesIO(data))["Samenvatting"]
    wijzers = [cel.hyperlink.location for rij in blad for cel in rij if cel.hyperlink]
    zichtbaar = [b.title for b in boek.worksheets if b.sheet_state == "visible"]
    assert wijzers == [f"'{naam}'!A1" for naam in zichtbaar if naam != "Samenvatting"]


def test_where_one_fills_in_the_tab_is_yellow(boek: Workbook) -> None:
    geel = {b.title for b in boek if b.sheet_properties.tabColor and b.title != "Samenvatting"}
    assert geel >= {"Monitoringstabel", "Focuspunten", "Verschillen"}
    assert not geel & {"Herkomst", "Bevindingen", "Toelichtingen", "Leesmij"}


@pytest.mark.parametrize(
    ("eerder", "kop", "toen"),
    [
        ({Ronde(2026): "Groen", TUSSEN: "Oranje"}, "tussenstand 2027", "Oranje"),
        ({Ronde(2026): "Groen"}, "evaluatie 2026", "Groen"),
        ({Ronde(2026, Fase.TUSSENSTAND): "Groen"}, "tussenstand 2026", "Groen"),
        ({}, "vorige ronde", None),
    ],
)
def test_the_ronde_before_is_the_last_that_was_held(
    kader: Kader, eerder: dict[Ronde, str | None], kop: str, toen: str | None
) -> None:
    *toen_af, nu = kleuren(kader, {**eerder, Ronde(2027): "Rood"})
    boek = load_workbook(io.BytesIO(write_matrix(replace(nu, terugblik=look_back(nu, toen_af)))))
    rijen = over_elkaar(boek)
    (plaats,) = (n for n, r in enumerate(rijen) if str(r[0]).startswith("Veranderd sinds"))
    assert rijen[plaats][0] == f"Veranderd sinds de {kop}"
    veranderd = [(van, naar) for wat, van, naar in rijen[plaats:] if str(wat).startswith("1. Toe")]
    assert veranderd == ([(toen, "Rood")] if toen else [])


def test_it_prints_on_one_a4_and_the_table_by_thema(
    kader: Kader, boek: Workbook, data: bytes
) -> None:
    rustig = write_matrix(combine(kader, RONDE, []))
    blad = load_workbook(io.BytesIO(rustig))["Samenvatting"]
    assert (blad.page_setup.orientation, blad.page_setup.paperSize) == ("landscape", 9)
    assert (blad.page_setup.fitToWidth, blad.page_setup.fitToHeight) in ((1, 1), (None, None))
    assert min(bladen_van(rustig)["Samenvatting"].op_papier().values()) >= 10
    tabel = boek["Monitoringstabel"]
    assert len(tabel.row_breaks.brk) == 4
    assert tabel.print_title_rows == "$2:$2"
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        bladen = [pakket.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, 11)]
    assert all("Bladzijde &amp;P van &amp;N" in blad for blad in bladen)


@pytest.mark.parametrize(
    ("besloten", "vastgesteld", "zegt"),
    [
        (False, None, "1 van 1 indicator nog te bespreken"),
        (False, date(2027, 3, 12), "1 van 1 indicator zonder afspraak in het AO"),
        (True, date(2027, 3, 12), "over 1 indicator; alle besproken of besloten"),
    ],
)
def test_what_is_settled_is_not_said_to_be_open(
    kader: Kader, besloten: bool, vastgesteld: date | None, zegt: str
) -> None:
    """A colour on which the BO decided asks no talk of the AO, nor does a ronde that is closed."""
    gegeven: dict[str, Antwoorden] = {
        "DV": {"A11-I1": oordeel("Groen")},
        "WB": {"A11-I1": oordeel("Rood", "b", "Fictief")},
    }
    besluiten: dict[int | str, Besluit] = {11: Besluit(11, "Rood", "b")} if besloten else {}
    inzendingen = [inzending(kader, p, wat) for p, wat in gegeven.items()]
    samen = combine(kader, RONDE, inzendingen, Vastgelegd(besluiten, vastgesteld=vastgesteld))
    blad = load_workbook(io.BytesIO(write_matrix(samen)), data_only=True)["Samenvatting"]
    kop = {r[0]: r[1] for r in blad.iter_rows(max_col=2, values_only=True)}
    assert kop["Verschillen"] == zegt
    assert ("M502" in {b.code for b in samen.bevindingen}) is not besloten


def test_the_list_of_what_asks_attention_ends_in_a_line_and_no_dash_is_seen(data: bytes) -> None:
    """Also where more or fewer come to stand in it; what is free after that is not shown."""
    blad = load_workbook(io.BytesIO(data))["Samenvatting"]
    rijen = [str(rij[0].value) for rij in blad.iter_rows()]
    slot = [n for n, tekst in enumerate(rijen, 1) if '"Samen "&' in tekst]
    assert len(slot) >= 8, "each row of the list can end it"
    verborgen = [
        str(bereik.sqref)
        for bereik in blad.conditional_formatting
        for regel in bereik.rules
        if regel.dxf and regel.dxf.numFmt and regel.dxf.numFmt.formatCode == ";;;"
    ]
    assert verborgen == [f"A{slot[0]}:K{slot[-1]}"]
