"""Whatever is done to a sheet: no value under another code, and nothing of a partij is lost.

Most of it works on the cells as they are read, so that no file is written. `KADERXL_SEEDS`
says how many sheets are shaken up (a nightly run takes thousands).
"""

from __future__ import annotations

import io
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from invullen import RONDE, een_lezer_voor_alles, lees_document, zet
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment

from kaderxl import collect, merge
from kaderxl.core import catalogue
from kaderxl.core.answers import Inzending, RefusedReturn, Return
from kaderxl.core.kader import Kader
from kaderxl.core.labels import INVULBLAD_KOLOMMEN
from kaderxl.core.notation import een_regel, plat
from kaderxl.reading import Document, Reader, Sheet, Value, cell_name
from kaderxl.returns.judge import validate
from kaderxl.returns.recognise import read_return
from kaderxl.sheets.layout import Opdracht
from kaderxl.sheets.sheet import write_input_sheet

pytestmark = pytest.mark.lang

SEEDS = int(os.environ.get("KADERXL_SEEDS", "200"))
PARTIJ = "DV"
KOPPEN = {plat(kop) for kop in INVULBLAD_KOLOMMEN}
NIETS_GELEZEN = {catalogue.NIETS_INGEVULD.code, catalogue.NIETS_OP_ZIJN_PLAATS.code}
ONMISKENBAAR = re.compile(r"Fictief (?:kladje|antwoord) \d+z|[\u4e00-\u9fff]z?", re.IGNORECASE)
# What is read of a row, and the header that it stands under
KOP_VAN = {
    "Waarde": "Antwoord", "Beoordeling": "Antwoord", "Reden": "Reden", "Toelichting": "Toelichting"
}  # fmt: skip


# A sheet in memory


@dataclass(frozen=True)
class Vakje:
    """A cell: what it holds, and whether a partij put it there."""

    waarde: Value = None
    eigen: bool = False
    opmerking: str = ""


LEEG = Vakje()
Raster = list[list[Vakje]]


@dataclass
class Boek:
    """A workbook that people do things to; the first sheet is the one that asks."""

    bladen: dict[str, Raster]
    kans: random.Random
    geteld: int = 0

    @property
    def blad(self) -> Raster:
        return next(iter(self.bladen.values()))

    def woord(self) -> str:
        """A remark that occurs nowhere else, long or as short as a remark can be."""
        self.geteld += 1
        teken = chr(0x4E00 + self.geteld)
        return self.kans.choice([f"Fictief kladje {self.geteld}z", teken, f"{teken}z"])

    def rij(self) -> int:
        return self.kans.randrange(len(self.blad))

    def kolom(self) -> int:
        return self.kans.randrange(max(map(len, self.blad)))

    def zet(self, rij: int, kolom: int, waarde: Value) -> None:
        """A partij types a value."""
        while len(self.blad) <= rij:
            self.blad.append([])
        regel = self.blad[rij]
        regel += [LEEG] * (kolom + 1 - len(regel))
        regel[kolom] = Vakje(waarde, eigen=waarde is not None, opmerking=regel[kolom].opmerking)

    def koppen(self) -> list[tuple[int, int]]:
        """The places that now hold one of our headers."""
        return [
            (r, k)
            for r, regel in enumerate(self.blad)
            for k, vakje in enumerate(regel)
            if vakje.waarde in INVULBLAD_KOLOMMEN
        ]

    def codecellen(self) -> list[tuple[int, int]]:
        return [
            (r, k)
            for r, regel in enumerate(self.blad)
            for k, vakje in enumerate(regel)
            if isinstance(vakje.waarde, str) and vakje.waarde[:1] == "A" and "-I" in vakje.waarde
        ]


def als_document(boek: Boek) -> Document:
    """The cells as a reader hands them on."""
    return Document("0" * 64, "xlsx", tuple(_sheet(n, r) for n, r in boek.bladen.items()))


def _sheet(naam: str, raster: Raster) -> Sheet:
    vol = [
        (r, k) for r, rij in enumerate(raster) for k, v in enumerate(rij) if v.waarde is not None
    ]
    opmerkingen = {
        (r, k): v.opmerking
        for r, rij in enumerate(raster)
        for k, v in enumerate(rij)
        if v.opmerking
    }
    if not vol:
        return Sheet(naam, 0, 0, [], comments=opmerkingen)
    top, links = min(r for r, _ in vol), min(k for _, k in vol)
    onder, rechts = max(r for r, _ in vol), max(k for _, k in vol)
    rijen: list[list[Value]] = [
        [raster[r][k].waarde if k < len(raster[r]) else None for k in range(links, rechts + 1)]
        for r in range(top, onder + 1)
    ]
    return Sheet(naam, top, links, rijen, comments=opmerkingen)


# What people do to it; each takes its places from the chance of the book


def rij_weg(b: Boek) -> None:
    if len(b.blad) > 2:
        del b.blad[b.rij()]


def rij_erbij(b: Boek) -> None:
    b.blad.insert(b.rij(), [])


def rij_met_kladje(b: Boek) -> None:
    rij = b.rij()
    b.blad.insert(rij, [])
    b.zet(rij, b.kolom(), b.woord())


def rijen_wisselen(b: Boek) -> None:
    een, twee = b.rij(), b.rij()
    b.blad[een], b.blad[twee] = b.blad[twee], b.blad[een]


def rijen_sorteren(b: Boek) -> None:
    kolom = b.kolom()
    b.blad.sort(key=lambda rij: str(rij[kolom].waarde) if kolom < len(rij) else "")


def rij_dubbel(b: Boek) -> None:
    b.blad.insert(b.rij(), list(b.blad[b.rij()]))


def kolom_weg(b: Boek) -> None:
    kolom = b.kolom()
    for rij in b.blad:
        del rij[kolom : kolom + 1]


def kolom_erbij(b: Boek) -> None:
    kolom = b.kolom()
    for rij in b.blad:
        if kolom <= len(rij):
            rij.insert(kolom, LEEG)


def kolommen_wisselen(b: Boek) -> None:
    een, twee = b.kolom(), b.kolom()
    for rij in b.blad:
        rij.extend([LEEG] * (max(een, twee) + 1 - len(rij)))
        rij[een], rij[twee] = rij[twee], rij[een]


def kolom_dubbel(b: Boek) -> None:
    van, naar = b.kolom(), b.kolom()
    for rij in b.blad:
        rij.insert(min(naar, len(rij)), rij[van] if van < len(rij) else LEEG)


def schuiven(b: Boek) -> None:
    rijen, kolommen = b.kans.randrange(4), b.kans.randrange(4)
    for rij in b.blad:
        rij[:0] = [LEEG] * kolommen
    b.blad[:0] = [[] for _ in range(rijen)]


def kop_anders(b: Boek) -> None:
    if koppen := b.koppen():
        rij, kolom = b.kans.choice(koppen)
        oud = str(b.blad[rij][kolom].waarde)
        anders = [f"{oud}n", oud[:-1], b.woord(), None]
        b.zet(rij, kolom, b.kans.choice([*anders, *INVULBLAD_KOLOMMEN]))


def kop_in_andere_hand(b: Boek) -> None:
    if koppen := b.koppen():
        rij, kolom = b.kans.choice(koppen)
        oud = str(b.blad[rij][kolom].waarde)
        nieuw = b.kans.choice([oud.lower(), oud.upper(), f" {oud}: "])
        b.blad[rij][kolom] = replace(b.blad[rij][kolom], waarde=nieuw)


def code_anders(b: Boek) -> None:
    if cellen := b.codecellen():
        rij, kolom = b.kans.choice(cellen)
        oud = str(b.blad[rij][kolom].waarde)
        ander = b.blad[(plek := b.kans.choice(cellen))[0]][plek[1]].waarde
        b.zet(rij, kolom, b.kans.choice([f"{oud}9", b.woord(), None, ander, f" {oud.lower()} "]))


def kladje(b: Boek) -> None:
    b.zet(b.rij() + b.kans.randrange(3), b.kolom() + b.kans.randrange(3), b.woord())


def getal_op_een_vreemde_plek(b: Boek) -> None:
    b.geteld += 1
    b.zet(b.rij(), b.kolom(), 500_000 + b.geteld)


def opmerking(b: Boek) -> None:
    rij, kolom = b.rij(), b.kolom()
    regel = b.blad[rij]
    regel += [LEEG] * (kolom + 1 - len(regel))
    regel[kolom] = replace(regel[kolom], opmerking=b.woord())


def cel_leeg(b: Boek) -> None:
    rij, kolom = b.rij(), b.kolom()
    if kolom < len(b.blad[rij]):
        b.blad[rij][kolom] = LEEG


def cellen_wisselen(b: Boek) -> None:
    plekken = [(b.rij(), b.kolom()) for _ in range(2)]
    for rij, kolom in plekken:
        regel = b.blad[rij]
        regel += [LEEG] * (kolom + 1 - len(regel))
    (r1, k1), (r2, k2) = plekken
    b.blad[r1][k1], b.blad[r2][k2] = b.blad[r2][k2], b.blad[r1][k1]


def blad_erbij(b: Boek) -> None:
    naam = f"Blad {len(b.bladen)}"
    b.bladen[naam] = [[], [LEEG, Vakje(b.woord(), eigen=True)], [Vakje(b.woord(), eigen=True)]]


def blad_gekopieerd(b: Boek) -> None:
    b.bladen[f"Blad {len(b.bladen)}"] = [list(rij) for rij in b.blad]


def andere_bladen_weg(b: Boek) -> None:
    for naam in list(b.bladen)[1:]:
        del b.bladen[naam]


def bladen_andersom(b: Boek) -> None:
    b.bladen = dict(reversed(b.bladen.items()))


MUTATIES: list[Callable[[Boek], None]] = [
    rij_weg, rij_erbij, rij_met_kladje, rijen_wisselen, rijen_sorteren, rij_dubbel,
    kolom_weg, kolom_erbij, kolommen_wisselen, kolom_dubbel, schuiven,
    kop_anders, kop_in_andere_hand, code_anders, kladje, getal_op_een_vreemde_plek, opmerking,
    cel_leeg, cellen_wisselen, blad_erbij, blad_gekopieerd, andere_bladen_weg, bladen_andersom,
]  # fmt: skip


# Where everything ended up


def koprij_en_plaatsen(sheet: Sheet, rij: int) -> Iterator[dict[int, str]]:
    """For every row above this one that has a header Code: which header is in which column."""
    for boven in sheet.rows[: rij - sheet.top]:
        koppen = {k + sheet.left: plat(w) for k, w in enumerate(boven) if isinstance(w, str)}
        if "code" in koppen.values():
            yield koppen


def staan_bij_hun_code(document: Document, gelezen: Return) -> None:
    """Every value found under a code stands on a row whose Code cell says that code."""
    cellen: dict[tuple[str, str], tuple[Sheet, int, int, Value]] = {}
    for sheet in document.sheets:
        for r, rij in enumerate(sheet.rows, sheet.top):
            for k, waarde in enumerate(rij, sheet.left):
                cellen[sheet.name, cell_name(r, k)] = (sheet, r, k, waarde)
    for code, regel in gelezen.regels.items():
        for kolom, veld in zip(KOP_VAN, regel.velden, strict=True):
            if not veld:
                continue
            sheet, r, k, waarde = cellen[veld.plek.blad, veld.plek.cel]
            assert als_tekst(waarde) == als_tekst(veld.inhoud)
            op_de_rij = sheet.rows[r - sheet.top]
            assert any(
                koppen.get(k) == plat(KOP_VAN[kolom])
                and any(
                    kop == "code" and str(op_de_rij[c - sheet.left]).strip().upper() == code
                    for c, kop in koppen.items()
                )
                for koppen in koprij_en_plaatsen(sheet, r)
            ), f"{waarde!r} is read as {kolom} of {code}, and stands at {veld.plek.cel}"


def van_de_partij(boek: Boek, gevraagd: set[str]) -> Counter[str]:
    """Every text that a partij put somewhere; what a copy of a row repeats counts once."""
    teksten: Counter[str] = Counter()
    gezien: set[tuple[str, str]] = set()
    for raster in boek.bladen.values():
        for rij in raster:
            teksten.update(v.opmerking for v in rij if v.opmerking)
            code = next((c for v in rij if (c := als_code(v.waarde)) in gevraagd), "")
            teksten.update(
                tekst
                for vakje in rij
                if vakje.eigen
                and (tekst := als_tekst(vakje.waarde))
                and tekst.upper() not in gevraagd
                and plat(tekst) not in KOPPEN
                and (not code or (code, tekst) not in gezien)
            )
            gezien |= {(code, als_tekst(vakje.waarde)) for vakje in rij}
    return teksten


def als_code(waarde: Value) -> str:
    return str(waarde).strip().upper()


def als_tekst(waarde: Value) -> str:
    """A value as it is shown in the matrix: 12 for 12.0, WAAR for a truth."""
    if isinstance(waarde, bool):
        return "WAAR" if waarde else "ONWAAR"
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    return "" if waarde is None else een_regel(waarde)


def is_even_vaak_te_zien(document: Document, teksten: Iterable[str]) -> None:
    """Each text that cannot be mistaken is there exactly as often as it was written."""
    geschreven = Counter(
        gevonden
        for sheet in document.sheets
        for tekst in (*(w for rij in sheet.rows for w in rij), *sheet.comments.values())
        for gevonden in onmiskenbaar(str(tekst))
    )
    gezien = Counter(gevonden for tekst in teksten for gevonden in onmiskenbaar(tekst))
    assert gezien == geschreven, f"lost {geschreven - gezien}, too often {gezien - geschreven}"


def te_zien(inzending: Inzending) -> Iterator[str]:
    """The answers, and the findings without those that quote an answer once more."""
    yield from in_de_matrix(inzending)
    gelezen = inzending.bron.bevindingen
    yield from (b.tekst for b in gelezen)
    for b in inzending.bevindingen[len(gelezen) :]:
        if b.code == catalogue.WAARDE_OP_VERKEERDE_REGEL.code:
            yield b.tekst


def onmiskenbaar(tekst: str) -> list[str]:
    return [t.casefold() for t in ONMISKENBAAR.findall(tekst)]


def staat_ergens(partij: Counter[str], herkomst: Iterable[str], bevindingen: Iterable[str]) -> None:
    """Each text of the partij is an answer with its origin, or else it is in a finding."""
    antwoorden_ = Counter(map(een_regel, herkomst))
    gemeld = [een_regel(b).casefold() for b in bevindingen]
    for tekst, aantal in (partij - antwoorden_).items():
        genoemd = sum(b.count(tekst.casefold()) for b in gemeld)
        assert genoemd >= aantal, f"{tekst!r} was written and is nowhere"


# The sheet before anything is done to it


@pytest.fixture(scope="module")
def leeg(kader: Kader, reader: Reader) -> dict[str, Raster]:
    """The sheet of De Volmacht as generated, every cell ours."""
    partij = kader.partij(PARTIJ)
    assert partij is not None
    data = write_input_sheet(Opdracht(kader, RONDE, partij, {}, {}))
    return {
        s.name: [[LEEG] * s.left + [Vakje(w) for w in rij] for rij in [*[[]] * s.top, *s.rows]]
        for s in lees_document(reader, data).sheets
    }


def antwoord(boek: Boek) -> Value:
    """Something that a partij may type in any cell, right or wrong."""
    boek.geteld += 1
    n = boek.geteld
    soorten: list[Value] = [
        f"Fictief antwoord {n}z", float(1000 + n), 0.5 + n, float(n), date(2021, 1, 1 + n % 28),
        "Ja", "nee", "Groen", "oranje ", "ROOD", "N.v.t.", "Paars", "a", "b – ander", "c",
        f"ca. {n} woningen", f"1.{n:03}", f"12.{n}", f"{n} %", f"=1+{n}",
        f"{n % 28 + 1} maart 2026", True, datetime(2026, 3, 1, n % 23, 15),
        time(n % 23, 30), "  ", "-", "n/a",
    ]  # fmt: skip
    return boek.kans.choice(soorten)


def vul_in(leeg: dict[str, Raster], kans: random.Random, alleen_tekst: bool = False) -> Boek:
    boek = Boek({naam: [list(rij) for rij in raster] for naam, raster in leeg.items()}, kans)
    kopregel = next(
        n for n, rij in enumerate(boek.blad) if rij and rij[0].waarde == INVULBLAD_KOLOMMEN[0]
    )
    plaatsen = [INVULBLAD_KOLOMMEN.index(kop) for kop in dict.fromkeys(KOP_VAN.values())]
    hoeveel = kans.random()
    for rij in range(kopregel + 1, len(boek.blad)):
        for kolom in plaatsen:
            if kans.random() < hoeveel:
                waarde = antwoord(boek)
                if isinstance(waarde, str) or not alleen_tekst:
                    boek.zet(rij, kolom, waarde)
    return boek


@pytest.fixture(scope="module")
def gevraagd(kader: Kader) -> set[str]:
    """Every code that De Volmacht is asked."""
    return {
        code for i, ms in kader.vragen_aan(PARTIJ, 2026) for code in (i.code, *(m.code for m in ms))
    }


Proef = Callable[[int], bool]


@pytest.fixture(scope="module")
def proef(kader: Kader, leeg: dict[str, Raster], gevraagd: set[str]) -> Proef:
    """Shake up a sheet by this seed, and hold what is read against what was written."""

    def proef(seed: int) -> bool:
        kans = random.Random(seed)
        boek = vul_in(leeg, kans)
        for mutatie in kans.choices(MUTATIES, k=kans.randrange(9)):
            mutatie(boek)
        document = als_document(boek)
        gelezen = read_return("retour.xlsx", document, kader, RONDE)
        partij = van_de_partij(boek, gevraagd)
        if isinstance(gelezen, RefusedReturn):
            if gelezen.bevinding.code in NIETS_GELEZEN:
                gemeld = [b.tekst for b in gelezen.ook]
                staat_ergens(partij, (), gemeld)
                is_even_vaak_te_zien(document, gemeld)
            return False
        staan_bij_hun_code(document, gelezen)
        inzending = validate(gelezen, kader, RONDE)
        staat_ergens(partij, in_de_matrix(inzending), (b.tekst for b in inzending.bevindingen))
        is_even_vaak_te_zien(document, te_zien(inzending))
        return True

    return proef


def in_de_matrix(inzending: Inzending) -> Iterator[str]:
    """What the sheet Herkomst holds."""
    for voorzet in inzending.voorzetten.values():
        for veld in (*voorzet.velden.values(), *(a.veld for a in voorzet.waarden.values())):
            yield als_tekst(veld.inhoud)


# The tests


def test_shaken_by_seed_nothing_is_lost_and_nothing_moves_to_another_code(proef: Proef) -> None:
    mislukt: list[str] = []
    aangenomen = 0
    for seed in range(SEEDS):
        try:
            aangenomen += proef(seed)
        except AssertionError as fout:
            mislukt.append(f"seed {seed}: {str(fout).splitlines()[0]}")
    assert not mislukt, f"{len(mislukt)} of {SEEDS}\n" + "\n".join(mislukt[:20])
    assert aangenomen > SEEDS // 3, "most of them must be returns, or this proves nothing"


@settings(max_examples=25)
@given(seed=st.integers(0, 2**64))
def test_any_other_seed_gives_the_same(proef: Proef, seed: int) -> None:
    proef(seed)


@pytest.mark.parametrize("mutatie", MUTATIES, ids=lambda m: m.__name__)
def test_each_change_by_itself_keeps_everything(
    mutatie: Callable[[Boek], None],
    kader: Kader,
    leeg: dict[str, Raster],
    gevraagd: set[str],
) -> None:
    for seed in range(2):
        boek = vul_in(leeg, random.Random(seed))
        mutatie(boek)
        document = als_document(boek)
        gelezen = read_return("retour.xlsx", document, kader, RONDE)
        if isinstance(gelezen, RefusedReturn):
            continue
        staan_bij_hun_code(document, gelezen)
        inzending = validate(gelezen, kader, RONDE)
        bevindingen = [b.tekst for b in inzending.bevindingen]
        staat_ergens(van_de_partij(boek, gevraagd), in_de_matrix(inzending), bevindingen)


def test_a_second_row_that_says_the_same_in_another_column_is_a_finding(
    kader: Kader, leeg: dict[str, Raster]
) -> None:
    boek = Boek(
        {naam: [list(rij) for rij in raster] for naam, raster in leeg.items()}, random.Random(1)
    )
    rij = next(n for n, r in enumerate(boek.blad) if r and r[0].waarde == "A06-I2")
    boek.blad.insert(rij, list(boek.blad[rij]))
    boek.zet(rij, INVULBLAD_KOLOMMEN.index("Antwoord"), "Groen")
    boek.zet(rij + 1, INVULBLAD_KOLOMMEN.index("Toelichting"), "Groen")
    gelezen = read_return("retour.xlsx", als_document(boek), kader, RONDE)
    assert isinstance(gelezen, Return)
    assert catalogue.CODE_DUBBEL.code in {b.code for b in gelezen.bevindingen}


def naar_bestand(boek: Boek) -> bytes:
    werkboek = Workbook()
    for nummer, (naam, raster) in enumerate(boek.bladen.items()):
        blad = werkboek.create_sheet(naam, nummer)
        for r, rij in enumerate(raster, 1):
            for k, vakje in enumerate(rij, 1):
                cel = blad.cell(r, k)
                assert isinstance(cel, Cell)
                if vakje.waarde is not None:
                    zet(cel, vakje.waarde)
                if vakje.opmerking:
                    cel.comment = Comment(vakje.opmerking, "Iemand")
    del werkboek["Sheet"]
    uitvoer = io.BytesIO()
    werkboek.save(uitvoer)
    return uitvoer.getvalue()


@pytest.mark.parametrize("seed", range(max(3, SEEDS // 500)))
def test_in_the_matrix_on_disk_is_all_that_was_written(
    seed: int,
    leeg: dict[str, Raster],
    gevraagd: set[str],
    reader: Reader,
    tmp_path: Path,
) -> None:
    """The whole way, through files: Herkomst and Bevindingen together hold every text."""
    boek = vul_in(leeg, random.Random(seed), alleen_tekst=True)
    for mutatie in (rijen_wisselen, kladje, opmerking, blad_erbij, schuiven, kolom_erbij):
        mutatie(boek)
    (tmp_path / "retour.xlsx").write_bytes(naar_bestand(boek))
    with een_lezer_voor_alles(reader):
        (een,) = collect(RONDE, [tmp_path / "retour.xlsx"], output=tmp_path / "uit").inzendingen
        assert een.status == "aangenomen"
        matrix = load_workbook(merge(RONDE, output=tmp_path / "uit").bestand, read_only=True)
    herkomst, bevindingen = (list(kolom(matrix, *w)) for w in UIT_DE_MATRIX)
    staat_ergens(van_de_partij(boek, gevraagd), herkomst, bevindingen)


UIT_DE_MATRIX = (("Herkomst", "Ingevuld"), ("Bevindingen", "Wat is er"))


def kolom(boek: Workbook, blad: str, kop: str) -> Iterator[str]:
    """The texts under a header."""
    rijen = boek[blad].iter_rows(values_only=True)
    plaats = next(rij.index(kop) for rij in rijen if kop in rij)
    yield from (str(rij[plaats]) for rij in rijen)
