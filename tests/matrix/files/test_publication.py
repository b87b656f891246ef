"""The publication: four kinds of file that say the same, and nothing that is not public."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from invullen import RONDE as EERSTE, antwoorden, inzending
from paginas import Element, lees_pagina
from publicaties import BO, RONDE, besluiten, matrix, meter

from kaderxl.core import labels as l
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.kader import Kader
from kaderxl.core.notation import schrijf_getal
from kaderxl.core.outcome import Besluit, Matrix, Terugblik, Vastgelegd
from kaderxl.core.text import met_formule
from kaderxl.matrix.combine import combine
from kaderxl.matrix.files.publication import write_publication
from kaderxl.reading import Document, Reader

Bestanden = Mapping[str, bytes]
NAAM = f"monitoringsmatrix-{RONDE}"
GEMEEN = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><b>",
    '=HYPERLINK("http://x.example";"klik")',
    "'=1+1",
    "-- {css} %s {0}",
    "regel\nover; =1",
]


@pytest.fixture(scope="module")
def bestanden(kader: Kader) -> Bestanden:
    return write_publication(matrix(kader))


@pytest.fixture(scope="module")
def pagina(bestanden: Bestanden) -> Element:
    return lees_pagina(bestanden[f"{NAAM}.html"])


def tabel(bestanden: Bestanden, achter: str = "") -> list[dict[str, str]]:
    tekst = bestanden[f"{NAAM}{achter}.csv"].decode("utf-8")
    return list(csv.DictReader(io.StringIO(tekst, newline="")))


def bladen(bestanden: Bestanden, reader: Reader, naam: str = NAAM) -> dict[str, list[list[object]]]:
    document = reader.read("x.ods", bestanden[f"{naam}.ods"])
    assert isinstance(document, Document)
    return {blad.name: [list(rij) for rij in blad.rows] for blad in document.sheets}


def alle_tekst(bestanden: Bestanden) -> str:
    """Everything in the files, those inside the .ods unpacked, thousands without a point."""
    delen = []
    for naam, data in bestanden.items():
        if naam.endswith(".ods"):
            with zipfile.ZipFile(io.BytesIO(data)) as pakket:
                delen += [pakket.read(deel).decode("utf-8") for deel in pakket.namelist()]
        else:
            delen.append(data.decode("utf-8"))
    return re.sub(r"(?<=\d)\.(?=\d{3})", "", "\n".join(delen))


def test_the_files_have_the_names_people_expect(bestanden: Bestanden) -> None:
    assert sorted(bestanden) == [
        f"{NAAM}-cijfers.csv",
        f"{NAAM}-doel.csv",
        f"{NAAM}-focuspunten.csv",
        f"{NAAM}-landelijk.csv",
        f"{NAAM}-verloop.csv",
        f"{NAAM}.csv",
        f"{NAAM}.csv-metadata.json",
        f"{NAAM}.html",
        f"{NAAM}.ods",
    ]


def test_the_same_matrix_gives_the_same_bytes(bestanden: Bestanden, kader: Kader) -> None:
    assert write_publication(matrix(kader)) == bestanden


def test_a_concept_gives_no_files(kader: Kader) -> None:
    concept = replace(matrix(kader), vastgelegd=Vastgelegd(besluiten(kader)))
    with pytest.raises(NietUitgevoerd):
        write_publication(concept)


# What is public


@pytest.fixture(scope="module")
def eigen(kader: Kader) -> Matrix:
    """2026: every partij answered everything, every text and number its own; no besluit yet."""
    inzendingen = []
    for rang, partij in enumerate(kader.partijen, 1):
        gegeven = antwoorden(kader, partij.code)
        for nummer, (code, rij) in enumerate(gegeven.items()):
            if type(rij.get("Waarde")) is int:
                noemer = 10**7 if code == "A05-I1-M2" else 0
                rij["Waarde"] = noemer + 10**6 * rang + 1009 * (nummer + 1)
        inzendingen.append(inzending(kader, partij.code, gegeven))
    return combine(kader, EERSTE, inzendingen, Vastgelegd(vastgesteld=date(2027, 3, 25)))


def test_no_answer_of_one_partij_is_in_any_file(kader: Kader, eigen: Matrix) -> None:
    tekst = alle_tekst(write_publication(eigen))
    getallen, teksten = set(), set()
    for een in eigen.inzendingen:
        for voorzet in een.voorzetten.values():
            teksten.add(voorzet.toelichting)
            for antwoord in voorzet.waarden.values():
                if type(antwoord.waarde) is int:
                    getallen.add(str(antwoord.waarde))
                elif isinstance(antwoord.waarde, str):
                    teksten.add(antwoord.waarde)
    assert len(getallen) > 70
    assert len(teksten) > 100
    assert [g for g in getallen if re.search(rf"(?<!\d){g}(?!\d)", tekst)] == []
    assert [t for t in teksten if t in tekst] == []
    corporaties = [p.naam for p in kader.partijen if p.groep != "gemeente"]
    assert [naam for naam in corporaties if naam in tekst] == []
    totaal = next(r for r in eigen.rijen if r.indicator.code == "A01-I1").standen[0].waarde
    assert str(totaal) in tekst, "the total of all together is there"


def test_no_voorstel_shows(eigen: Matrix) -> None:
    assert set(eigen.voorstellen.values()) != {None}
    naam = f"monitoringsmatrix-{EERSTE}"
    bestanden = write_publication(eigen)
    pagina = lees_pagina(bestanden[f"{naam}.html"])
    kaarten = pagina.alle("li", klasse="kaart")
    assert all("Nog geen besluit" in kaart.alle("div", klasse="vak")[0].tekst for kaart in kaarten)
    tegels = [tegel.tekst for tegel in pagina.een("ul", klasse="telling").alle("li")]
    assert [tegel.split()[0] for tegel in tegels] == ["0", "0", "0", "0", "19"]
    regels = csv.DictReader(io.StringIO(bestanden[f"{naam}.csv"].decode(), newline=""))
    assert {r["Beoordeling"] for r in regels} == {"Nog geen besluit"}


def test_what_the_bo_set_is_the_same_in_every_file(
    bestanden: Bestanden, pagina: Element, kader: Kader, reader: Reader
) -> None:
    gezet = besluiten(kader)
    woorden = [
        gezet[a.nummer].kleur if a.nummer in gezet else "Nog geen besluit" for a in kader.afspraken
    ]
    assert [r["Beoordeling"] for r in tabel(bestanden)] == woorden
    kop, *rijen = bladen(bestanden, reader)["Afspraken"]
    assert [rij[kop.index("Beoordeling")] for rij in rijen] == woorden
    kaarten = pagina.alle("li", klasse="kaart")
    assert [
        woord
        for kaart, woord in zip(kaarten, woorden, strict=True)
        if woord not in kaart.alle("div", klasse="vak")[0].tekst
    ] == []
    cellen = [rij.alle("td") for rij in pagina.alle("table")[-1].alle("tbody")[0].alle("tr")]
    assert [rij[-3].tekst.strip("●▲■✔ ") for rij in cellen] == woorden
    drie = tabel(bestanden)[2]
    assert (drie["Reden"], drie["Datum besluit"]) == ("vertraagde uitvoering", BO.isoformat())
    assert "vertraagde uitvoering" in kaarten[2].tekst
    assert "21 maart 2030" in kaarten[2].tekst


def test_the_numbers_of_the_chart_are_those_of_the_tables(
    bestanden: Bestanden, pagina: Element, kader: Kader
) -> None:
    verwacht = [schrijf_getal(j.cumulatief or 0) for j in meter(kader).jaren]
    breed = pagina.alle("svg", klasse="breed")[0]
    assert [t.tekst for t in breed.alle("text", klasse="waarde")] == verwacht
    rijen = pagina.een("figure").alle("tbody")[0].alle("tr")
    assert [rij.alle("td")[-1].tekst for rij in rijen] == verwacht
    opgeteld = [r for r in tabel(bestanden, "-doel") if r["Onderdeel"] == "Opgeteld"]
    assert [r["Waarde"] for r in opgeteld] == verwacht
    plan = [r for r in tabel(bestanden, "-doel") if r["Soort"] == "plan"]
    in_tabel = pagina.een("div", klasse="plannen").een("tbody").alle("td")
    assert [cel.tekst for cel in in_tabel] == [r["Waarde"] or "nog geen cijfer" for r in plan]
    getekend = pagina.alle("svg", klasse="breed")[1].alle("text", klasse="waarde")
    assert [t.tekst for t in getekend] == [r["Waarde"] for r in plan if r["Waarde"]]


def test_a_year_that_is_not_complete_is_a_gap(kader: Kader) -> None:
    met_gat = replace(matrix(kader), terugblik=Terugblik(meters=(meter(kader, gat=2028),)))
    bestanden = write_publication(met_gat)
    figuur = lees_pagina(bestanden[f"{NAAM}.html"]).een("figure")
    breed = figuur.alle("svg", klasse="breed")[0]
    assert len(breed.alle("rect", klasse="gat")) == 2
    assert len(breed.alle("rect", klasse="staaf")) == 2
    assert "Stand t/m 2027: 56 woningen." in figuur.een("figcaption").tekst
    assert "nog geen cijfer" in figuur.alle("table")[0].tekst
    opgeteld = [r for r in tabel(bestanden, "-doel") if r["Onderdeel"] == "Opgeteld"]
    assert [r["Waarde"] for r in opgeteld] == ["20", "56", "", ""]


def test_a_made_up_one_says_so_in_every_format(
    bestanden: Bestanden, pagina: Element, reader: Reader, kader: Kader
) -> None:
    assert l.FICTIEF in pagina.een("head").een("title").tekst
    assert pagina.een("div", klasse="merk").tekst == l.FICTIEF
    assert f'content: "{l.FICTIEF}"' in pagina.een("style").tekst, "under every printed page"
    assert bladen(bestanden, reader)["Leesmij"][1] == ["Let op", l.FICTIEF]
    for achter in ("", "-cijfers", "-verloop", "-doel"):
        assert {r["Status"] for r in tabel(bestanden, achter)} == {l.FICTIEF}
    assert l.FICTIEF in json.loads(bestanden[f"{NAAM}.csv-metadata.json"])["dc:title"]
    assert l.FICTIEF not in alle_tekst(write_publication(matrix(kader, fictief=False)))


def test_the_spreadsheet_and_the_csv_files_hold_the_same(
    bestanden: Bestanden, reader: Reader
) -> None:
    gelezen = bladen(bestanden, reader)
    assert list(gelezen) == [
        "Leesmij", "Afspraken", "Cijfers", "Verloop", "Doel", "Focuspunten", "Landelijk",
    ]  # fmt: skip
    for blad in ("Afspraken", "Cijfers", "Verloop", "Doel", "Focuspunten"):
        kop, *rijen = gelezen[blad]
        regels = tabel(bestanden, "" if blad == "Afspraken" else f"-{blad.lower()}")
        assert list(regels[0]) == kop
        assert [[_in_csv(cel) for cel in rij] for rij in rijen] == [
            [met_formule(cel) for cel in regel.values()] for regel in regels
        ]


def _in_csv(cel: object) -> str:
    if isinstance(cel, date):
        return cel.isoformat()
    return str(int(cel)) if isinstance(cel, float) and cel.is_integer() else str(cel or "")


def test_the_description_fits_the_csv_files(bestanden: Bestanden) -> None:
    over = json.loads(bestanden[f"{NAAM}.csv-metadata.json"])
    assert over["dc:publisher"] == "Gemeente Aa en Hunze"
    assert over["dc:issued"] == {"@value": "2030-03-21"}
    for beschreven in over["tables"]:
        regels = list(csv.reader(io.StringIO(bestanden[beschreven["url"]].decode(), newline="")))
        schema = beschreven["tableSchema"]
        assert regels[0] == [kolom["titles"] for kolom in schema["columns"]]
        assert all(kolom["dc:description"] for kolom in schema["columns"])
        namen = [kolom["name"] for kolom in schema["columns"]]
        plaatsen = [namen.index(naam) for naam in schema["primaryKey"]]
        sleutels = [tuple(rij[p] for p in plaatsen) for rij in regels[1:]]
        assert len(set(sleutels)) == len(sleutels), beschreven["url"]
        for kolom, soort in enumerate(k["datatype"] for k in schema["columns"]):
            for rij in regels[1:]:
                if rij[kolom] and soort == "date":
                    assert date.fromisoformat(rij[kolom])
                elif rij[kolom] and soort in ("integer", "decimal"):
                    assert re.fullmatch(r"-?\d+(\.\d+)?", rij[kolom])


# The page


def test_the_page_has_headings_in_order_and_landmarks(pagina: Element) -> None:
    assert pagina.een("html").kenmerken["lang"] == "nl"
    niveaus = [int(kop.naam[1]) for kop in pagina.alle("h1", "h2", "h3", "h4", "h5", "h6")]
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(nu <= vorig + 1 for vorig, nu in pairwise(niveaus))
    for landmark in ("header", "main", "footer"):
        assert len(pagina.alle(landmark)) == 1
    assert pagina.alle("a")[0].kenmerken["href"] == "#inhoud"


def test_tables_are_tables(pagina: Element) -> None:
    for deze in pagina.alle("table"):
        assert deze.een("caption").tekst
        assert {kop.kenmerken["scope"] for kop in deze.een("thead").alle("th")} == {"col"}
        breedte = len(deze.een("thead").alle("th"))
        for rij in deze.een("tbody").alle("tr"):
            (eerste,) = rij.alle("th")
            assert eerste.kenmerken["scope"] == "row"
            assert len(rij.alle("td")) == breedte - 1
            assert all(cel.tekst.strip() for cel in rij.alle("td"))


def test_every_name_is_there_once_and_every_link_arrives(pagina: Element) -> None:
    namen = [e.kenmerken["id"] for e in pagina.alle() if "id" in e.kenmerken]
    assert len(set(namen)) == len(namen)
    doelen = [a.kenmerken["href"].removeprefix("#") for a in pagina.alle("a")]
    assert len(doelen) == 1 + 19
    assert set(doelen) <= set(namen)
    for e in pagina.alle():
        verwezen = (
            f"{e.kenmerken.get('aria-labelledby', '')} {e.kenmerken.get('aria-describedby', '')}"
        )
        assert set(verwezen.split()) <= set(namen)


def test_the_page_brings_everything_itself(pagina: Element, bestanden: Bestanden) -> None:
    assert not pagina.alle("script", "img", "iframe", "object", "embed", "form", "base")
    assert [e.kenmerken["href"] for e in pagina.alle("link")] == ["data:,"]
    tekst = bestanden[f"{NAAM}.html"].decode()
    assert "http:" not in tekst
    assert "https:" not in tekst
    assert "url(" not in pagina.een("style").tekst
    assert "@import" not in pagina.een("style").tekst


def test_a_colour_never_stands_alone(pagina: Element) -> None:
    """Beside or behind each coloured patch are its words."""
    for vak in pagina.alle("div", klasse="vak") + pagina.alle("a", klasse="vak"):
        assert re.search(r"Groen|Oranje|Rood|Afgerond|Nog geen besluit", vak.tekst)
    for punt in pagina.alle("ol", klasse="verloop")[0].alle("li"):
        assert re.match(r"evaluatie 20\d\d: (Groen|Oranje|Rood|Afgerond|geen besluit)", punt.tekst)


def test_nobodys_words_become_markup_or_a_formula(kader: Kader, reader: Reader) -> None:
    gemeen = iter(GEMEEN * 9)
    vijandig = replace(
        kader,
        instellingen=replace(kader.instellingen, gemeente=GEMEEN[1], kader=GEMEEN[0]),
        afspraken=tuple(
            replace(a, titel=f"{next(gemeen)}", thema=f"{next(gemeen)[:20]}")
            for a in kader.afspraken
        ),
    )
    gezet: dict[int | str, Besluit] = {
        n: Besluit(n, "Rood", GEMEEN[n % len(GEMEEN)], BO) for n in range(1, 20)
    }
    heel = matrix(kader)
    heel = replace(heel, kader=vijandig, vastgelegd=Vastgelegd(gezet, vastgesteld=BO))
    bestanden = write_publication(heel)
    pagina = lees_pagina(bestanden[f"{NAAM}.html"])
    assert not pagina.alle("script", "img", "b")
    assert not [e for e in pagina.alle() if any(k.startswith("on") for k in e.kenmerken)]
    redenen = [k.alle("p")[0].tekst for k in pagina.alle("li", klasse="kaart")]
    assert sorted(redenen) == sorted(f"Reden: {b.reden}" for b in gezet.values())
    (kop, *rijen) = bladen(bestanden, reader)["Afspraken"]
    titels = [rij[kop.index("Afspraak")] for rij in rijen]
    assert titels == [a.titel for a in vijandig.afspraken]
    for regel, titel in zip(tabel(bestanden), titels, strict=True):
        assert met_formule(regel["Afspraak"]) == titel
        assert not regel["Afspraak"].startswith(tuple("=+-@"))
    assert json.loads(bestanden[f"{NAAM}.csv-metadata.json"])["dc:publisher"].endswith(GEMEEN[1])
