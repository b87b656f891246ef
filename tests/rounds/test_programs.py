"""A filled-in sheet saved again by other programs: every answer in its place, nothing invented."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from invullen import Antwoorden, antwoorden, codes, oordeel, vul
from programs import (
    ALS_GETOOND,
    ALS_OPGESLAGEN,
    LANGSTE_TEKST,
    PROGRAMMAS,
    javascript,
    libreoffice,
)
from sjablonen import schrijf_sjabloon

from kaderxl import Ronde, collect, generate, merge
from kaderxl.core import catalogue
from kaderxl.core.answers import Inzending, Voorzet, Waarde
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

pytestmark = pytest.mark.extern
RONDE = Ronde(2026)

# What they are given


@dataclass(frozen=True)
class Bron:
    """A sheet as it was generated and filled in, and what kaderxl reads from it."""

    bestand: Path
    sjabloon: Path
    inzending: Inzending


TEKSTEN = [
    "=1+1",
    '=HYPERLINK("http://fictief.example";"klik")',
    "+31 592 Fictief",
    "-",
    "@Fictief",
    "007",
    "1E5",
    "WAAR",
    "12-3-2026",
    "1.234",
    'Fictief; met "aanhaling", komma en\ttab',
    "Fictief, eerste regel\ntweede regel\n\nvierde regel",
    "'s-Fictief",
    "Fictief: café ≥ 5 → € 👍",
    "<b>Fictief</b> &amp; Co",
    "n/a",
    "Fictief. " * 200,
]
"""Texts that some program may take for something else."""


def alles(gegeven: dict[str, dict[str, object]]) -> Antwoorden:
    """The same answers with the odd texts, every colour, and what gives a finding."""
    eigen = [rij for rij in gegeven.values() if "Beoordeling" in rij]
    for rij, tekst in zip(eigen, TEKSTEN, strict=False):
        rij["Toelichting"] = tekst
    eigen[-1].update(oordeel("N.v.t.", None, "Fictief: gaat niet over ons"))
    eigen[-2].update(oordeel("Oranje", None, "Fictief: zonder reden"))
    eigen[-3].update(oordeel("Rood", "b – resultaat niet gerealiseerd", "Fictief: voluit"))
    return gegeven


def echt(gegeven: Antwoorden) -> Antwoorden:
    """What only the sheet of De Volmacht asks."""
    return {
        **gegeven,
        "A01-I1-M1": {"Waarde": 0},
        "A01-I1-M2": {"Waarde": 12_345},
        "A01-I1-M3": {"Waarde": 1_234_567},
        "A01-I2-M1": {"Waarde": "1.234"},
        "A01-I3-M1": {"Waarde": "ca. 12"},
        "A01-I3-M2": {"Waarde": -3},
        "A02-I1-M2": {"Waarde": date(2026, 1, 2)},
        "A02-I2-M2": {"Waarde": "3 maart 2026"},
        "A02-I2-M3": {"Waarde": "=Fictief"},
        "A03-I1-M1": {"Waarde": "Nee"},
        "A03-I1-M2": {"Waarde": None},
        "A04-I1-M2": {"Waarde": date(2026, 12, 31)},
    }


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory: pytest.TempPathFactory, reader: Reader, shipped: Path) -> list[Bron]:
    """De Volmacht by the shipped template, and Noordbouw by one that asks a percentage."""
    map_ = tmp_path_factory.mktemp("bronnen")
    gemaakt: list[Bron] = []
    molendam = schrijf_sjabloon(map_ / "molendam.xlsx")
    for naam, sjabloon, code in (("DV", shipped, "DV"), ("NB", molendam, "NB")):
        kader = read_template(sjabloon, reader).geldig()
        bladen = generate(RONDE, template=sjabloon, output=map_ / naam).invulbladen
        leeg = next(b.bestand for b in bladen if b.partij.code == code)
        gegeven = alles(antwoorden(kader, code))
        gegeven = echt(gegeven) if code == "DV" else {**gegeven, "A02-I2-M1": {"Waarde": 12.5}}
        bestand = map_ / f"{naam}.xlsx"
        bestand.write_bytes(vul(leeg.read_bytes(), gegeven))
        gemaakt.append(Bron(bestand, sjabloon, ingenomen(bestand, sjabloon, map_ / "uit" / naam)))
    return gemaakt


def ingenomen(bestand: Path, sjabloon: Path, uitvoer: Path) -> Inzending:
    """Taken in and merged, as a user does."""
    (een,) = collect(RONDE, [bestand], template=sjabloon, output=uitvoer).inzendingen
    assert een.status == "aangenomen", een
    (inzending,) = merge(RONDE, template=sjabloon, output=uitvoer).matrix.inzendingen
    return inzending


# What comes back

Gelezen = tuple[object, str, str, dict[str, Waarde]]


def gelezen(voorzet: Voorzet, lengte: int | None = None) -> Gelezen:
    """All that a voorzet says, its cells aside; `lengte` is how much of a text is kept."""
    waarden = {code: antwoord.waarde for code, antwoord in voorzet.waarden.items()}
    return voorzet.beoordeling, voorzet.reden, voorzet.toelichting[:lengte].rstrip(), waarden


def tellingen(inzending: Inzending) -> Counter[str]:
    """How often each finding is there, but for the doubts about made-up numbers; that an old kind
    of file keeps less is no difference."""
    gevonden = Counter(codes(inzending.bevindingen)) - Counter([catalogue.OUD_BESTANDSTYPE.code])
    return Counter({code: n for code, n in gevonden.items() if code != catalogue.TWIJFEL.code})


def test_the_sources_hold_every_kind_of_answer(bronnen: list[Bron]) -> None:
    soorten: set[type] = set()
    kleuren: set[object] = set()
    for bron in bronnen:
        for voorzet in bron.inzending.voorzetten.values():
            kleuren.add(voorzet.beoordeling)
            soorten |= {type(a.waarde) for a in voorzet.waarden.values()}
    assert soorten == {int, float, bool, date, str, type(None)}
    assert len(kleuren) == 5
    assert tellingen(bronnen[0].inzending) == Counter(
        [
            catalogue.GETAL_VERWACHT.code,
            catalogue.NEGATIEF.code,
            catalogue.REDEN_ONTBREEKT.code,
            catalogue.AANTAL_GROOT.code,
            catalogue.WAARDE_BIJ_NVT.code,
        ]
    )


@pytest.mark.parametrize("naam", PROGRAMMAS)
def test_saved_again_every_answer_is_in_its_place(
    naam: str, bronnen: list[Bron], tmp_path: Path
) -> None:
    programma, uitgang = PROGRAMMAS[naam]
    for bron in bronnen:
        nieuw = tmp_path / f"{bron.bestand.stem}.{uitgang}"
        programma(bron.bestand, nieuw)
        inzending = ingenomen(nieuw, bron.sjabloon, tmp_path / f"uit-{bron.bestand.stem}")
        lengte = LANGSTE_TEKST.get(naam)
        for code, voorzet in bron.inzending.voorzetten.items():
            assert gelezen(inzending.voorzetten[code]) == gelezen(voorzet, lengte), code
        los = [b for b in inzending.bevindingen if b.code == catalogue.LOSSE_TEKST.code]
        assert los == [], "our own texts came back as loose text"
        assert tellingen(inzending) == tellingen(bron.inzending)
        assert inzending.voorzetten.keys() == bron.inzending.voorzetten.keys()


@pytest.mark.parametrize("wijze", [ALS_GETOOND, ALS_OPGESLAGEN], ids=["as-shown", "as-stored"])
def test_a_csv_of_a_program_set_to_english_gives_no_wrong_value(
    wijze: str, bronnen: list[Bron], tmp_path: Path
) -> None:
    """It writes 12,345 or 01/02/2026: a finding at its cell, and never the other reading."""
    for bron in bronnen:
        nieuw = tmp_path / f"{bron.bestand.stem}.csv"
        libreoffice("en-US", wijze)(bron.bestand, nieuw)
        inzending = ingenomen(nieuw, bron.sjabloon, tmp_path / bron.bestand.stem)
        gemeld = {b.plek.cel for b in inzending.bevindingen}
        for code, voorzet in bron.inzending.voorzetten.items():
            for m, antwoord in voorzet.waarden.items():
                terug = inzending.voorzetten[code].waarden[m]
                if terug.waarde != antwoord.waarde:
                    assert terug.waarde is None, (m, antwoord.waarde, terug)
                    assert terug.veld.plek.cel in gemeld


def test_an_xlsb_with_cells_that_no_reader_knows_is_refused_rather_than_half_read(
    bronnen: list[Bron], tmp_path: Path
) -> None:
    """SheetJS writes short records, which calamine passes over."""
    javascript("sheetjs.cjs", "xlsb")(bronnen[0].bestand, tmp_path / "retour.xlsb")
    (een,) = collect(RONDE, [tmp_path / "retour.xlsb"], output=tmp_path / "output").inzendingen
    assert een.status == "geweigerd"
    assert [b.code for b in een.bevindingen] == [catalogue.BESTAND_VERDACHT.code]
