"""Damaged returns, all the way from bytes to matrix: only the catalogue speaks.

Everything is seeded; `KADERXL_SEEDS` says how many damaged files are made.
"""

from __future__ import annotations

import io
import json
import os
import random
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html import escape
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile import biff
from hostile.build import ods
from invullen import (
    RONDE,
    bewerk,
    een_lezer_voor_alles,
    ingevuld_blad,
    lees_document,
    zoek_tabel,
)
from openpyxl import Workbook
from openpyxl.comments import Comment
from programs import Converteer

from kaderxl.cli import main
from kaderxl.core.answers import RefusedReturn
from kaderxl.core.catalogue import CATALOGUS
from kaderxl.core.catalogue.files import LEZER_GESTOPT, NIET_BEOORDEELD
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Bevinding
from kaderxl.reading import Reader, Refused, Unpacked, Value
from kaderxl.reading.process import Worker
from kaderxl.returns.judge import validate
from kaderxl.returns.recognise import read_return

pytestmark = pytest.mark.lang

SEEDS = int(os.environ.get("KADERXL_SEEDS", "250"))
# One of them says that a mistake is ours: no file may ever come to that.
CODES = {regel.code for regel in CATALOGUS} - {NIET_BEOORDEELD.code}


@pytest.fixture(scope="module")
def klein(kader: Kader) -> Kader:
    drie = ("A01-I1", "A02-I1", "A06-I2")
    return replace(kader, indicatoren=tuple(i for i in kader.indicatoren if i.code in drie))


def met_notities(boek: Workbook) -> None:
    tabel = zoek_tabel(boek)
    tabel.cel("A01-I1", "Toelichting").comment = Comment("Fictief: klopt dit?", "Iemand")
    tabel.cel("A01-I1-M1", "Waarde").value = "=1+1"


def als_csv(rijen: list[list[Value]]) -> bytes:
    def tekst(waarde: Value) -> str:
        if isinstance(waarde, float):
            return f"{waarde:g}"
        return "" if waarde is None else str(waarde).replace("\n", " ")

    return "\r\n".join(";".join(f'"{tekst(w)}"' for w in rij) for rij in rijen).encode()


def als_ods(rijen: list[list[Value]]) -> bytes:
    def cel(waarde: Value) -> str:
        if isinstance(waarde, float):
            soort = f'office:value-type="float" office:value="{waarde}"'
        elif isinstance(waarde, date):
            soort = f'office:value-type="date" office:date-value="{waarde}"'
        else:
            soort = 'office:value-type="string"'
        tekst = "" if waarde is None else f"<text:p>{escape(str(waarde))}</text:p>"
        return f"<table:table-cell {soort}>{tekst}</table:table-cell>"

    body = "".join(f"<table:table-row>{''.join(map(cel, rij))}</table:table-row>" for rij in rijen)
    return ods(f'<table:table table:name="Invulblad">{body}</table:table>')


@pytest.fixture(scope="module")
def bronnen(klein: Kader, reader: Reader) -> dict[str, bytes]:
    """One return in every form that can be made here, each of them good."""
    xlsx = ingevuld_blad(klein, "DV")
    rijen = lees_document(reader, xlsx).sheets[0].rows
    return {
        "blad.xlsx": xlsx,
        "met notities.xlsx": bewerk(xlsx, met_notities),
        "blad.ods": als_ods(rijen),
        "blad.xls": biff.of_rows(rijen),
        "blad.csv": als_csv(rijen),
        "post.zip": ingepakt({"map/retour.xlsx": xlsx}),
    }


# Damage


def bytes_om(data: bytes, kans: random.Random) -> bytes:
    nieuw = bytearray(data)
    for _ in range(kans.randint(1, 8)):
        nieuw[kans.randrange(len(nieuw))] = kans.randrange(256)
    return bytes(nieuw)


def stuk_eraf(data: bytes, kans: random.Random) -> bytes:
    return data[: kans.randrange(len(data))]


def stuk_eruit(data: bytes, kans: random.Random) -> bytes:
    van, tot = sorted(kans.randrange(len(data)) for _ in range(2))
    return data[:van] + data[tot:]


def delen(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def ingepakt(inhoud: dict[str, bytes]) -> bytes:
    """A zip that is sound, whatever is in it."""
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(uitvoer, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, deel in inhoud.items():
            zip_.writestr(naam, deel)
    return uitvoer.getvalue()


def deel_om(data: bytes, kans: random.Random) -> bytes:
    """Bytes within a part, under a right checksum."""
    if not data.startswith(b"PK"):
        return bytes_om(data, kans)
    inhoud = delen(data)
    naam = kans.choice([n for n in inhoud if inhoud[n]])
    return ingepakt(inhoud | {naam: bytes_om(inhoud[naam], kans)})


def deel_af(data: bytes, kans: random.Random) -> bytes:
    if not data.startswith(b"PK"):
        return stuk_eraf(data, kans)
    inhoud = delen(data)
    naam = kans.choice([n for n in inhoud if inhoud[n]])
    return ingepakt(inhoud | {naam: stuk_eraf(inhoud[naam], kans)})


def delen_verwisseld(data: bytes, kans: random.Random) -> bytes:
    if not data.startswith(b"PK"):
        return stuk_eruit(data, kans)
    inhoud = delen(data)
    een, twee = (kans.choice(list(inhoud)) for _ in range(2))
    return ingepakt(inhoud | {een: inhoud[twee], twee: inhoud[een]})


def deel_weg(data: bytes, kans: random.Random) -> bytes:
    if not data.startswith(b"PK"):
        return stuk_eruit(data, kans)
    inhoud = delen(data)
    del inhoud[kans.choice(list(inhoud))]
    return ingepakt(inhoud)


def woord_om(data: bytes, kans: random.Random) -> bytes:
    """A number or a name in the XML of a part that is another one now."""
    if not data.startswith(b"PK"):
        return bytes_om(data, kans)
    inhoud = delen(data)
    naam = kans.choice([n for n in inhoud if inhoud[n]])
    oud, nieuw = kans.choice(
        [
            (b'"1"', b'"99999999999"'),
            (b"<v>", b"<v>-"),
            (b"<v>", b"<v>1e999"),
            (b't="s"', b't="e"'),
            (b"sheet1", b"sheet2"),
            (b"/main", b"/niets"),
            (b"<row ", b'<row r="1048577" '),
            (b"><", b">\xff<"),
            (b"rId1", b"rId2"),
            (b"string", b"float"),
            (b"<c r=", b'<c t="d" r='),
        ]
    )
    return ingepakt(inhoud | {naam: inhoud[naam].replace(oud, nieuw, kans.randint(1, 50))})


SCHADE: list[Callable[[bytes, random.Random], bytes]] = [
    bytes_om, stuk_eraf, stuk_eruit, deel_om, deel_af, delen_verwisseld, deel_weg, woord_om,
]  # fmt: skip


def beschadigd(bronnen: dict[str, bytes], seed: int) -> tuple[str, bytes]:
    kans = random.Random(seed)
    naam = kans.choice(list(bronnen))
    data = kans.choice(SCHADE)(bronnen[naam], kans)
    return f"{seed} {naam}", data


# What comes of it


def alle_bevindingen(reader: Reader, kader: Kader, naam: str, data: bytes) -> Iterator[Bevinding]:
    """From bytes to findings, as `collect` does it."""
    genomen = reader.begin_take(naam, data)()
    if isinstance(genomen, Refused):
        yield genomen.bevinding
    elif isinstance(genomen, Unpacked):
        for lid in genomen.documents:
            if isinstance(lid.content, Bevinding):
                yield lid.content
            elif isinstance(lid.content, bytes):
                yield from alle_bevindingen(reader, kader, lid.herkomst.naam, lid.content)
    else:
        gelezen = read_return(naam, genomen, kader, RONDE)
        if isinstance(gelezen, RefusedReturn):
            yield from (gelezen.bevinding, *gelezen.ook)
        else:
            yield from validate(gelezen, kader, RONDE).bevindingen


def test_the_sources_are_good_returns(
    bronnen: dict[str, bytes], klein: Kader, reader: Reader
) -> None:
    for naam, data in bronnen.items():
        gevonden = {b.code for b in alle_bevindingen(reader, klein, naam, data)}
        verwacht = {"I320", "I322"} if naam == "met notities.xlsx" else set()
        assert gevonden == verwacht | ({"V422"} if verwacht else set()), naam


def test_damage_of_every_kind_gives_only_findings_of_the_catalogue(
    bronnen: dict[str, bytes], klein: Kader, reader: Reader
) -> None:
    begin = time.monotonic()
    for seed in range(SEEDS):
        naam, data = beschadigd(bronnen, seed)
        for bevinding in alle_bevindingen(reader, klein, naam, data):
            assert bevinding.code in CODES, seed
            assert bevinding.tekst, seed
            assert bevinding.code != LEZER_GESTOPT.code, f"seed {seed} took the reader down"
    assert time.monotonic() - begin < 60 + SEEDS


@pytest.mark.extern
def test_damage_to_an_old_workbook_of_libreoffice_gives_only_findings_of_the_catalogue(
    bronnen: dict[str, bytes],
    klein: Kader,
    reader: Reader,
    converteer: Converteer,
    tmp_path: Path,
) -> None:
    """Three libraries walk through its records, and none of them was made for damage."""
    bron = tmp_path / "bron.xlsx"
    bron.write_bytes(bronnen["met notities.xlsx"])
    goed = converteer(bron, "xls", tmp_path / "oud").read_bytes()
    gevonden = {b.code for b in alle_bevindingen(reader, klein, "blad.xls", goed)}
    assert gevonden == {"I320", "I323"}
    for seed in range(SEEDS):
        kans = random.Random(seed)
        data = kans.choice([bytes_om, bytes_om, stuk_eraf, stuk_eruit])(goed, kans)
        for bevinding in alle_bevindingen(reader, klein, "blad.xls", data):
            assert bevinding.code in CODES, seed
            assert bevinding.code != LEZER_GESTOPT.code, f"seed {seed} took the reader down"


def test_a_reader_that_keeps_dying_costs_only_the_file_it_was_at(
    bronnen: dict[str, bytes], klein: Kader
) -> None:
    """Somebody kills it over and over; what it was reading is refused, the rest is read."""
    with Reader() as reader:

        def dood() -> None:
            for _ in range(4):
                time.sleep(0.1)
                if isinstance(reader._worker, Worker):
                    reader._worker.process.kill()

        moordenaar = threading.Thread(target=dood)
        moordenaar.start()
        gevonden: list[str] = []
        for seed in count():
            naam, data = beschadigd(bronnen, seed)
            gevonden += [b.code for b in alle_bevindingen(reader, klein, naam, data)]
            if not moordenaar.is_alive():
                break
        moordenaar.join()
        assert set(gevonden) <= CODES
        goed = list(alle_bevindingen(reader, klein, "blad.xlsx", bronnen["blad.xlsx"]))
        assert goed == []


def test_a_folder_of_damaged_files_is_collected_and_merged(
    bronnen: dict[str, bytes], kader: Kader, reader: Reader, tmp_path: Path
) -> None:
    """One good return among them is in the matrix; nothing raises, and --json is whole."""
    map_ = tmp_path / "in"
    map_.mkdir()
    goed = ingevuld_blad(kader, "WB")
    (map_ / "goed.xlsx").write_bytes(goed)
    namen = {"goed.xlsx"}
    for seed in range(1000, 1030):
        naam, data = beschadigd(bronnen, seed)
        (map_ / naam).write_bytes(data)
        namen.add(naam)
    opties = ["--year", "2026", "--output", str(tmp_path / "output"), "--json"]
    with een_lezer_voor_alles(reader):
        ingenomen = CliRunner().invoke(main, ["collect", str(map_), *opties])
        samengevoegd = CliRunner().invoke(main, ["merge", *opties])
    assert (ingenomen.exit_code, samengevoegd.exit_code) == (1, 1)
    inzendingen = json.loads(ingenomen.stdout)["inzendingen"]
    assert {i["herkomst"].partition(" › ")[0].rpartition("/")[2] for i in inzendingen} == namen
    codes = {b["code"] for i in inzendingen for b in i["bevindingen"]}
    assert codes <= CODES
    matrix = json.loads(samengevoegd.stdout)
    assert any(rij["inbreng"].get("Woonborg") for rij in matrix["indicatoren"])
