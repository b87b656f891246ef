"""Lights of three words and of five through whole rondes: no other word comes out anywhere.

Of every workbook that is made here conftest reckons each formula with two engines.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict

import pytest
from archieven import instellingen
from excelrekenen import Waarde, reken
from invullen import Antwoorden, antwoorden, codes, enige, oordeel, vul
from kleuren import WOORDEN
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from paginas import lees_pagina
from sjablonen import schrijf_sjabloon
from stoplichten import DRIE, VIJF

from kaderxl import adopt, archive, check, collect, generate, history, merge, verify
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue, labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Ronde
from kaderxl.matrix.sheets.layout import stemkolom, telkolom
from kaderxl.sheets.checks import Controle

pytestmark = pytest.mark.usefixtures("een_lezer")

RONDE, VOLGENDE = Ronde(2026), Ronde(2027)
BO = date(2027, 3, 25)
GEWICHT = {"stemgewicht_per_partij": "1"}
Plek = tuple[str, str | int, str]
"""A sheet of the matrix, the code or number of a row, and a header."""


class Plaats(TypedDict):
    template: Path
    output: Path


@dataclass(frozen=True)
class Licht:
    """A light, and which of its words people use here; `mis` with the letter of a reason."""

    lijsten: str
    goed: str
    ook_goed: str
    mis: tuple[str, str]
    klaar: str
    redenen: str


LICHTEN = {
    "three": Licht(DRIE, "Loopt", "op schema", ("Hapert", "g"), "Klaar", "p – personeel; g – geld"),
    "five": Licht(
        VIJF,
        "Op schema",
        "loopt",
        ("In gevaar", "m"),
        "Voltooid",
        "m – mensen; g – geld; k – kennis",
    ),
}


@dataclass(frozen=True)
class Gemeente:
    """A municipality with a light of its own, and what kaderxl made there."""

    licht: Licht
    sjabloon: Path
    output: Path

    @property
    def kader(self) -> Kader:
        return check(self.sjabloon).geldig()

    @property
    def plaats(self) -> Plaats:
        return {"template": self.sjabloon, "output": self.output}

    def bestand(self, ronde: Ronde) -> Path:
        return self.output / str(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"

    def stuur(self, ronde: Ronde, partij: str, gegeven: Antwoorden, dag: str) -> Ingenomen:
        bestand = self.output.parent / f"{ronde} {partij} {dag}.xlsx"
        (blad,) = (
            b
            for b in (self.output / str(ronde) / "invulbladen").glob("*.xlsx")
            if self.kader.partij(partij).naam in b.name  # type: ignore[union-attr]
        )
        bestand.write_bytes(vul(blad.read_bytes(), gegeven, op=f"{dag}T09:00:00Z"))
        (ingenomen,) = collect(ronde, [bestand], **self.plaats).inzendingen
        return ingenomen

    def antwoorden(self, ronde: Ronde, partij: str) -> dict[str, dict[str, object]]:
        """All that is asked, in the words of this light."""
        mis, reden = self.licht.mis
        vertaald = {
            "Groen": oordeel(self.licht.goed, None, "Fictief: het gaat goed"),
            "Oranje": oordeel(mis, reden, "Fictief: het gaat niet"),
            "Rood": oordeel(f" {mis.upper()} ", reden.upper(), "Fictief: het gaat echt niet"),
            "Afgerond": oordeel(self.licht.klaar, None, "Fictief: het is klaar"),
        }
        gegeven = antwoorden(self.kader, partij, ronde.jaar)
        return {c: vertaald.get(str(r.get("Beoordeling")), r) for c, r in gegeven.items()}


@pytest.fixture(params=[*LICHTEN.values()], ids=[*LICHTEN])
def gemeente(request: pytest.FixtureRequest, tmp_path: Path) -> Gemeente:
    licht: Licht = request.param
    sjabloon = schrijf_sjabloon(
        tmp_path / "sjabloon.xlsx", Lijsten=licht.lijsten, Instellingen=instellingen(**GEWICHT)
    )
    return Gemeente(licht, sjabloon, tmp_path / "output")


# Filling in and reading a matrix


def cel(boek: Workbook, plek: Plek) -> Cell:
    blad, sleutel, kop = plek
    koppen = [c.value for c in boek[blad][2]]
    kolom = koppen.index(l.CODE if isinstance(sleutel, str) else l.NR)
    rij = next(r for r in boek[blad].iter_rows(min_row=3) if r[kolom].value == sleutel)
    gevonden = rij[koppen.index(kop)]
    assert isinstance(gevonden, Cell)
    return gevonden


def ingevuld(bestand: Path, cellen: Mapping[Plek, object], dag: date = BO) -> bytes:
    """The matrix with these cells typed, and the day on which the BO set it."""
    boek = load_workbook(bestand)
    for plek, waarde in cellen.items():
        cel(boek, plek).value = waarde  # type: ignore[assignment]
    label = next(c for r in boek[l.SAMENVATTING] for c in r if c.value == l.VASTGESTELD_IN)
    label.offset(column=1).value = datetime.combine(dag, datetime.min.time())
    uitvoer = io.BytesIO()
    boek.save(uitvoer)
    return uitvoer.getvalue()


def gerekend(data: bytes, *plekken: Plek) -> list[Waarde]:
    """What cells come to by both engines."""
    boek, uitkomsten = load_workbook(io.BytesIO(data)), reken(data)
    return [uitkomsten[blad, cel(boek, (blad, *rest)).coordinate] for blad, *rest in plekken]  # type: ignore[arg-type]


def niets_van_hoofdstuk_8(tekst: str) -> None:
    assert [w for w in WOORDEN if w in tekst and w not in VIJF + DRIE] == []


def teksten(data: bytes) -> str:
    boek = load_workbook(io.BytesIO(data))
    return "\n".join(str(c.value) for b in boek for r in b.iter_rows() for c in r if c.value)


# The round


def besluiten(g: Gemeente) -> dict[Plek, object]:
    mis, reden = g.licht.mis
    dag = datetime.combine(BO, datetime.min.time())
    keuzes = {
        1: (g.licht.ook_goed.upper(), None),
        2: (mis, reden),
        3: (g.licht.klaar, None),
    }
    return {
        (l.BESLUITENLIJST, nummer, kolom): waarde
        for nummer, (kleur, waarom) in keuzes.items()
        for kolom, waarde in ((l.BESLUIT, kleur), (l.BESLUIT_REDEN, waarom), (l.DATUM_BO, dag))
    }


def stemmen(g: Gemeente) -> dict[Plek, object]:
    """All but one vote for what goes badly, on afspraak 2; of afspraak 1 the votes are equal."""
    mis, goed = g.licht.mis[0], g.licht.goed
    eerste, *rest = g.kader.partijen
    half = len(g.kader.partijen) // 2
    over_twee = {stemkolom(p): mis for p in rest} | {stemkolom(eerste): f" {goed.lower()}"}
    over_een = {
        stemkolom(p): mis if n < half else goed for n, p in enumerate(g.kader.partijen[: 2 * half])
    }
    blad = l.BESLUITVORMING
    return {
        (blad, nummer, kolom): stem
        for nummer, keuzes in ((1, over_een), (2, over_twee))
        for kolom, stem in ({l.MODERATOR: "Ja", l.VANAF: datetime(2027, 2, 1)} | keuzes).items()
    }


def test_a_whole_round_in_words_of_ones_own(gemeente: Gemeente) -> None:
    g = gemeente
    gezegd = {catalogue.LATER_NODIG.code, catalogue.INLEVEREN_IN_WEEKEND.code}
    assert {*codes(check(g.sjabloon).bevindingen)} == gezegd
    generate(RONDE, **g.plaats)
    _neem_in_met_een_fout(g)
    matrix = merge(RONDE, **g.plaats).matrix
    niets_van_hoofdstuk_8(teksten(g.bestand(RONDE).read_bytes()))
    _voorstellen_zijn_de_voorzichtigste(g, matrix)

    data = ingevuld(g.bestand(RONDE), besluiten(g) | stemmen(g))
    _rekent_als_kaderxl(g, data)
    naar_het_bo = g.output.parent / "na het bo.xlsx"
    naar_het_bo.write_bytes(data)
    overgenomen = adopt(RONDE, naar_het_bo, today=BO, **g.plaats)
    assert catalogue.BESLUIT_ONBEKEND.code not in codes(overgenomen.bevindingen)
    besloten = merge(RONDE, **g.plaats).matrix
    mis, klaar = g.licht.mis[0], g.licht.klaar
    assert {n: b.kleur for n, b in besloten.besluiten.items()} == {
        1: g.licht.goed,
        2: mis,
        3: klaar,
    }
    _publicatie_spreekt_deze_taal(g)

    archive(RONDE, **g.plaats, today=BO)
    (nagekeken,) = verify(output=g.output).archieven
    assert nagekeken.nagerekend
    assert nagekeken.bevindingen == ()
    _de_jaren_naast_elkaar(g)


def _neem_in_met_een_fout(g: Gemeente) -> None:
    """One partij has a word of no light, a reason of no list, and none at all."""
    for partij in ("GEM", "NB"):
        assert not g.stuur(RONDE, partij, g.antwoorden(RONDE, partij), "2027-02-01").bevindingen
    mis, _ = g.licht.mis
    fout = g.antwoorden(RONDE, "ZW") | {
        "A01-I1": oordeel("Paars"),
        "A02-I1": oordeel(mis, None, "Fictief"),
        "A02-I2": oordeel(mis, "z", None),
    }
    gevonden = g.stuur(RONDE, "ZW", fout, "2027-02-02")
    assert gevonden.status == "aangenomen"
    onbekend = enige(gevonden.bevindingen, catalogue.BEOORDELING_ONBEKEND)
    assert f"Kies {g.kader.stoplicht.keuzezin}." in onbekend.actie
    zonder = enige(gevonden.bevindingen, catalogue.REDEN_ONTBREEKT)
    assert zonder.actie == f"Kies een reden: {g.licht.redenen}."
    enige(gevonden.bevindingen, catalogue.REDEN_PAST_NIET)
    enige(gevonden.bevindingen, catalogue.TOELICHTING_ONTBREEKT)
    assert gevonden.herstel is not None
    herstel = teksten(gevonden.herstel.read_bytes())
    assert Controle.KIES_KLEUR in herstel
    assert f"Kies {g.kader.stoplicht.keuzes}" in herstel or g.licht.redenen in herstel
    goed = g.stuur(RONDE, "ZW", g.antwoorden(RONDE, "ZW"), "2027-02-03")
    assert goed.compleet == goed.gevraagd


def _voorstellen_zijn_de_voorzichtigste(g: Gemeente, matrix: Matrix) -> None:
    """On the sheet they are the same: conftest reckoned it."""
    for rij in matrix.rijen:
        gegeven = [v.beoordeling for v in rij.inbreng.values() if v and v.beoordeling]
        if gegeven:
            rang = min((b.klaar, b.rang) for b in gegeven)
            assert rij.voorstel is not None
            assert (rij.voorstel.klaar, rij.voorstel.rang) == rang
    assert g.licht.mis[0] in matrix.voorstellen.values()


def _rekent_als_kaderxl(g: Gemeente, data: bytes) -> None:
    """Votes, their outcome, the colour of each afspraak, and the counts of the summary."""
    mis, _ = g.licht.mis
    aantal = len(g.kader.partijen)
    blad = l.BESLUITVORMING
    uitslagen = gerekend(data, (blad, 1, l.UITSLAG), (blad, 2, l.UITSLAG), (blad, 3, l.UITSLAG))
    assert [str(u)[:9] for u in uitslagen] == ["Onbeslist", mis[:9], "–"]
    geteld = gerekend(data, *((blad, 2, telkolom(str(w))) for w in g.kader.stoplicht))
    verwacht = {mis: aantal - 1.0, g.licht.goed: 1.0}
    assert geteld == [verwacht.get(str(w), 0.0) for w in g.kader.stoplicht]
    voortgang = gerekend(
        data, *((l.MONITORINGSTABEL, c, l.VOORTGANG) for c in ("A02-I1", "A03-I1"))
    )
    assert voortgang == [mis, g.licht.klaar]
    merken = gerekend(data, *((l.FOCUSPUNTEN, n, l.FOCUSPUNT) for n in (2, 3)))
    assert merken == [l.FOCUSPUNT, "–"]
    uitkomsten = reken(data)
    status = [w for (b, _), w in uitkomsten.items() if b == l.SAMENVATTING]
    # `op schema` is a synonym, which no formula knows: kaderxl does, and writes the word.
    herkend = 3 if g.licht.ook_goed == g.licht.goed.lower() else 2
    assert f"vastgesteld; het BO heeft over {herkend} van de 3 afspraken besloten" in status


def _publicatie_spreekt_deze_taal(g: Gemeente) -> None:
    (bestand,) = (g.output / str(RONDE)).rglob("publicatie/*.html")
    data = bestand.read_bytes()
    niets_van_hoofdstuk_8(data.decode())
    pagina = lees_pagina(data)
    licht = g.kader.stoplicht
    banden = [b.tekst for kaart in pagina.alle("li", klasse="kaart") for b in kaart.alle("div")][:3]
    for kleur in licht:
        if kleur in (g.licht.goed, g.licht.mis[0], g.licht.klaar):
            assert any(f"{kleur.symbool} {kleur}" in band for band in banden)
            assert f"--vul: {kleur.vulling}; --op: {kleur.tekstkleur};" in data.decode()
    tegels = [t.tekst for t in pagina.alle("ul", klasse="telling")[0].alle("li")]
    assert len(tegels) == sum(not kleur.geldt_niet for kleur in licht)


# The year after, with another light


def _de_jaren_naast_elkaar(g: Gemeente) -> None:
    """The next year has the other light; what was decided in the first keeps its word."""
    ander = next(licht for licht in LICHTEN.values() if licht.lijsten != g.licht.lijsten)
    sjabloon = schrijf_sjabloon(
        g.output.parent / "volgend.xlsx",
        Lijsten=ander.lijsten,
        Instellingen=instellingen(**GEWICHT),
    )
    nu = Gemeente(ander, sjabloon, g.output)
    generate(VOLGENDE, **nu.plaats)
    (blad, *_) = (g.output / str(VOLGENDE) / "invulbladen").glob("*Noordbouw*.xlsx")
    vragen = teksten(blad.read_bytes())
    assert f"besluit BO: {g.licht.mis[0]}" in vragen
    assert f"Is dit nog steeds {ander.klaar.lower()}?" in vragen, "it was done the year before"
    bevestigd = {"A03-I1": oordeel(ander.klaar), "A02-I1": oordeel(ander.goed)}
    ingenomen = nu.stuur(VOLGENDE, "NB", bevestigd, "2028-02-01")
    assert catalogue.BEOORDELING_ONBEKEND.code not in codes(ingenomen.bevindingen)
    matrix = merge(VOLGENDE, **nu.plaats).matrix
    assert [str(k) for k in matrix.alle_kleuren][: len(nu.kader.stoplicht.kleuren)] == [
        str(k) for k in nu.kader.stoplicht
    ]
    boek = load_workbook(nu.bestand(VOLGENDE))
    veranderd = [c.value for r in boek[l.SAMENVATTING] for c in r]
    assert g.licht.mis[0] in veranderd, "the word of the year before stands beside that of now"

    uitkomst = history(template=sjabloon, output=g.output)
    for bestand in uitkomst.bestanden:
        if bestand.suffix == ".html":
            pagina = lees_pagina(bestand.read_bytes())
            woorden = {w.tekst for w in pagina.alle("span", klasse="kleur")}
            oud = {str(k): k.symbool for k in g.kader.stoplicht}
            besloten = (g.licht.goed, g.licht.mis[0], g.licht.klaar)
            assert woorden == {f"{oud[w]} {w}" for w in besloten}
            niets_van_hoofdstuk_8(bestand.read_text("utf-8"))
        elif bestand.suffix == ".xlsx":
            tekst = teksten(bestand.read_bytes())
            niets_van_hoofdstuk_8(tekst)
            assert f"{ander.goed} (voorstel)" in tekst
    assert {b.suffix for b in uitkomst.bestanden} >= {".html", ".xlsx"}
