"""Two years told through: tussenstand, BO in December, evaluatie, and the tussenstand after it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path

import pytest
from invullen import Antwoorden, codes, enige, oordeel, vul, zoek_tabel
from openpyxl import Workbook, load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl.commands.adopt import adopt
from kaderxl.commands.collect import collect
from kaderxl.commands.generate import generate
from kaderxl.commands.merge import merge
from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import heeft_fout
from kaderxl.core.rounds import Fase, Ronde

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

T26, E26, T27 = Ronde(2026, Fase.TUSSENSTAND), Ronde(2026), Ronde(2027, Fase.TUSSENSTAND)
PLANNEN = "Plannen en acties"
GROEN = oordeel("Groen")
AANTALLEN: Antwoorden = {
    "A01-I1-M1": {"Waarde": 30},
    "A01-I1-M2": {"Waarde": 2},
    "A01-I1-M3": {"Waarde": 0},
    "A02-I1-M1": {"Waarde": 40},
    "A02-I1-M2": {"Waarde": 80},
    "A03-I1-M1": {"Waarde": 3},
}


class Gemeente:
    """A municipality at work in one folder; every file is watched."""

    def __init__(self, map_: Path) -> None:
        self.sjabloon = schrijf_sjabloon(map_ / "sjabloon.xlsx")
        self.uitvoer = map_ / "output"
        self.gezien: dict[Path, str] = {}

    def blad(self, ronde: Ronde, partij: str) -> Path:
        return self.uitvoer / str(ronde) / "invulbladen" / f"Invulblad {partij} {ronde}.xlsx"

    def matrix(self, ronde: Ronde) -> Path:
        return self.uitvoer / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"

    def ronde(self, ronde: Ronde, antwoorden: dict[str, Antwoorden], op: str) -> None:
        """Generate, let each partij fill in, collect and merge."""
        generate(ronde, template=self.sjabloon, output=self.uitvoer)
        inbox = self.uitvoer.parent / f"inbox {ronde}"
        inbox.mkdir()
        for partij, gegeven in antwoorden.items():
            data = self.blad(ronde, partij).read_bytes()
            (inbox / f"{partij}.xlsx").write_bytes(vul(data, gegeven, op=op))
        uitkomst = collect(ronde, [inbox], template=self.sjabloon, output=self.uitvoer)
        assert {i.status for i in uitkomst.inzendingen} == {"aangenomen"}
        merge(ronde, template=self.sjabloon, output=self.uitvoer)
        self.niets_weg()

    def overleg(
        self, ronde: Ronde, cellen: dict[tuple[str, object, str], object], dag: date
    ) -> None:
        """The BO fills in the matrix, sets it, and it is adopted."""
        boek = load_workbook(self.matrix(ronde))
        for (blad, sleutel, kop), waarde in cellen.items():
            cel(boek, blad, sleutel, kop).value = waarde  # type: ignore[attr-defined]
        samenvatting = boek["Samenvatting"]
        label = next(c for r in samenvatting for c in r if c.value == "Vastgesteld in het BO van")
        samenvatting.cell(label.row, label.column + 1).value = datetime(*dag.timetuple()[:3])
        ingevuld = self.uitvoer.parent / f"Matrix BO {ronde}.xlsx"
        boek.save(ingevuld)
        uitkomst = adopt(ronde, ingevuld, template=self.sjabloon, output=self.uitvoer, today=dag)
        assert not heeft_fout(uitkomst.bevindingen), codes(uitkomst.bevindingen)
        assert uitkomst.merged.publicatie
        self.niets_weg()

    def niets_weg(self) -> None:
        """Of every content there ever was, some file still holds it."""
        nu = {
            p: hashlib.sha256(p.read_bytes()).hexdigest()
            for p in self.uitvoer.parent.rglob("*")
            if p.is_file()
        }
        inhoud = set(nu.values())
        weg = {p.name for p, h in self.gezien.items() if h not in inhoud}
        # what kaderxl writes anew from the same facts: lists, and what is published of them
        assert {n for n in weg if n.endswith(".xlsx")} == set()
        self.gezien |= nu


def cel(boek: Workbook, blad: str, sleutel: object, kop: str) -> object:
    koppen = [c.value for c in boek[blad][2]]
    kolom = koppen.index("Nr") if isinstance(sleutel, int) else koppen.index("Code")
    return next(r for r in boek[blad].iter_rows(min_row=3) if r[kolom].value == sleutel)[
        koppen.index(kop)
    ]


def test_two_years(tmp_path: Path) -> None:
    g = Gemeente(tmp_path)

    # Q4 2026: the tussenstand, with plans for 2027
    alle = {"A01-I1": GROEN, "A02-I1": GROEN, "A02-I2": GROEN, "A03-I1": GROEN, **AANTALLEN}
    locaties: Antwoorden = {"A01-I2": GROEN, "A01-I2-M1": {"Waarde": "Nee"}}
    g.ronde(
        T26,
        {
            "Noordbouw": {**alle, **locaties, "JP-01": {PLANNEN: "Fictief: start in de Esch"}},
            "Zuidwonen": {**alle, **locaties},
        },
        "2026-10-15T09:00:00Z",
    )
    boek = load_workbook(g.matrix(T26), data_only=True)
    plannen = str(cel(boek, "Jaarprogramma", 1, l.PLANNEN_PARTIJEN).value)  # type: ignore[attr-defined]
    assert "Noordbouw: Fictief: start in de Esch" in plannen.split("\n")
    herkomst = [r[:4] for r in boek["Herkomst"].iter_rows(values_only=True)]
    assert ("Noordbouw", "JP-01", PLANNEN, "Fictief: start in de Esch") in herkomst

    # The BO of December sets the jaarprogramma of 2027
    g.overleg(
        T26,
        {
            ("Jaarprogramma", 1, "Programma"): "Esch bouwrijp maken",
            ("Jaarprogramma", 1, "Trekker"): "Noordbouw",
            ("Jaarprogramma", 1, "Begin"): datetime(2027, 2, 1),
            ("Besluitenlijst", 2, "Besluit BO"): "Oranje",
            ("Besluitenlijst", 2, "Reden besluit"): "a – vertraagd",
            ("Besluitenlijst", 2, "Datum BO"): datetime(2026, 12, 14),
        },
        date(2026, 12, 14),
    )

    # Q1 2027: the evaluatie of 2026 shows what was said and decided in December
    g.ronde(
        E26,
        {"Noordbouw": {**alle, **locaties}, "Zuidwonen": {**alle, **locaties}},
        "2027-02-01T09:00:00Z",
    )
    blad = zoek_tabel(load_workbook(g.blad(E26, "Noordbouw")))
    assert PLANNEN not in blad.kolommen
    assert "Groen" in blad.vorige_keer("A02-I1")
    assert "besluit BO: Oranje" in blad.vorige_keer("A02-I1")
    g.overleg(
        E26,
        {
            ("Besluitenlijst", 2, "Besluit BO"): "Oranje",
            ("Besluitenlijst", 2, "Reden besluit"): "b – ander resultaat",
            ("Besluitenlijst", 2, "Datum BO"): datetime(2027, 3, 30),
            ("Besluitenlijst", 3, "Besluit BO"): "Afgerond",
            ("Besluitenlijst", 3, "Datum BO"): datetime(2027, 3, 30),
        },
        date(2027, 3, 30),
    )

    # Q4 2027: programme and focuspunt stand beside the question; what is done is only confirmed
    oranje = oordeel("Oranje", "a", "Fictief: het loopt later")
    g.ronde(
        T27,
        {
            "Noordbouw": {
                **{c: a for c, a in AANTALLEN.items() if not c.startswith("A03")},
                "A01-I1": GROEN,
                "A02-I1": oranje,
                "A03-I1": oordeel("Afgerond"),
            }
        },
        "2027-10-15T09:00:00Z",
    )
    blad = zoek_tabel(load_workbook(g.blad(T27, "Noordbouw")))
    assert "jaarprogramma: Esch bouwrijp maken (trekker: Noordbouw)" in blad.vorige_keer("A01-I1")
    assert "focuspunt" in blad.vorige_keer("A02-I1")
    assert "A03-I1-M1" not in blad.rijen
    boek = load_workbook(g.matrix(T27), data_only=True)
    assert cel(boek, "Focuspunten", 2, "Hoe lang").value == "2e jaar oranje"  # type: ignore[attr-defined]
    namen = {p.name for p in g.uitvoer.iterdir()}
    assert namen == {str(T26), str(E26), str(T27), ".kaderxl"}


def tussenstand(
    g: Gemeente, gegeven: Antwoorden, naam: str, op: str = "2026-10-15T09:00:00Z"
) -> Path:
    generate(T26, template=g.sjabloon, output=g.uitvoer)
    bestand = g.uitvoer.parent / naam
    bestand.write_bytes(vul(g.blad(T26, "Noordbouw").read_bytes(), gegeven, op=op))
    return bestand


def test_what_stands_beside_the_plans_is_reported(tmp_path: Path) -> None:
    g = Gemeente(tmp_path)
    gegeven: Antwoorden = {
        "A01-I1": GROEN,
        "JP-01": {PLANNEN: "op de goede regel", "Reden": "ook nog iets"},
    }
    (i,) = collect(
        T26, [tussenstand(g, gegeven, "a.xlsx")], template=g.sjabloon, output=g.uitvoer
    ).inzendingen
    ernaast = enige(i.bevindingen, catalogue.PLAN_IN_ANDERE_KOLOM)
    assert "kolom Reden: ook nog iets" in ernaast.tekst
    assert not [b for b in i.bevindingen if "goede regel" in b.tekst]


def test_only_plans_is_an_answer_too_and_a_changed_plan_is_named(tmp_path: Path) -> None:
    g = Gemeente(tmp_path)
    eerst = tussenstand(g, {"JP-02": {PLANNEN: "Fictief: eerste plan"}}, "een.xlsx")
    dan = tussenstand(
        g, {"JP-02": {PLANNEN: "Fictief: tweede plan"}}, "twee.xlsx", "2026-10-16T09:00:00Z"
    )
    uitkomst = collect(T26, [eerst, dan], template=g.sjabloon, output=g.uitvoer)
    assert [i.status for i in uitkomst.inzendingen] == ["aangenomen", "aangenomen"]
    matrix = merge(T26, template=g.sjabloon, output=g.uitvoer).matrix
    (inzending,) = matrix.inzendingen
    assert {n: v.tekst for n, v in inzending.programma.items()} == {"JP-02": "Fictief: tweede plan"}
    anders = enige(matrix.bevindingen, catalogue.TOELICHTING_ANDERS)
    assert "JP-02" in anders.tekst
    assert "eerste plan" not in anders.tekst


def test_the_correction_workbook_has_the_plans(tmp_path: Path) -> None:
    g = Gemeente(tmp_path)
    gegeven: Antwoorden = {
        "A01-I1": oordeel("Paars"),
        "JP-01": {PLANNEN: "Fictief: bel 06-12345678"},
    }
    (i,) = collect(
        T26, [tussenstand(g, gegeven, "a.xlsx")], template=g.sjabloon, output=g.uitvoer
    ).inzendingen
    assert i.herstel is not None
    tabel = zoek_tabel(load_workbook(i.herstel))
    assert tabel.cel("JP-01", PLANNEN).value == "Fictief: bel 06-12345678"
    assert "telefoonnummer" in str(tabel.cel("JP-01", "Opmerking van de gemeente").value)
    # sent back it is a normal return, with the same plans
    (terug,) = collect(T26, [i.herstel], template=g.sjabloon, output=g.uitvoer).inzendingen
    assert terug.status == "aangenomen"
    (inzending,) = merge(T26, template=g.sjabloon, output=g.uitvoer).matrix.inzendingen
    assert inzending.programma["JP-01"].tekst == "Fictief: bel 06-12345678"
    assert catalogue.LOSSE_TEKST.code not in codes(terug.bevindingen)
