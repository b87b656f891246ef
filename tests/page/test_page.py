"""kaderxl.html in Chromium, from a file, offline: it makes what the command line makes."""

from __future__ import annotations

import base64
import csv
import json
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import pytest
from archieven import decided, instellingen
from hostile.build import cell, xlsx_parts, zipped
from hostile.dropped import drop_hostile
from invullen import antwoorden, leeg_blad, vul
from klaarzetten import besluit
from pagina import RECEIVED, Uses, build, same_files
from sjablonen import schrijf_sjabloon

from kaderxl import Ronde, adopt, archive, check, collect, demo, generate, mail, merge, verify
from kaderxl.core.catalogue.archive import (
    ARCHIEFGEGEVEN_ONTBREEKT,
    BESTAND_VERANDERD,
    NIET_VASTGESTELD,
)
from kaderxl.core.catalogue.files import BESTAND_TE_GROOT, BESTAND_VERDACHT
from kaderxl.core.labels import LANGSTE_LEESTIJD
from kaderxl.reading.limits import Limits
from kaderxl.template.read import HERE, shipped_template

pytestmark = [pytest.mark.extern, pytest.mark.lang, pytest.mark.xdist_group("page")]
RONDE = Ronde(2026)


def test_the_demo_is_the_same_byte_for_byte(uses: Uses, tmp_path: Path) -> None:
    demo(output=tmp_path / "hier" / "output")
    pictures = tmp_path / "beelden"
    pictures.mkdir()
    came = uses("demo", pictures)
    assert came["typed"] == ["kaderxl demo"]
    same_files(came["files"], tmp_path / "hier")
    # One click on a finding shows the row as the partij sees it, and where partijen differ.
    assert [cell.split(":")[-1].strip() for cell in came["marked"]] == ["ca. 12"]
    for text in ("is gemarkeerd", "Antwoord", "A07-I1-M1", "Verduurzaamde woningen"):
        assert text in came["row"]
    assert "A14-I1, bij afspraak 14: verschil in Welk dorp of welke wijk?" in came["differences"]
    assert "Fictief voorbeeld 2" in came["differences"]


def test_a_round_in_a_folder_is_the_same_byte_for_byte(
    uses: Uses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder of Edge or Chrome: sheets, mails, returns, a matrix, and what the BO decided."""
    here, given = tmp_path / "hier", tmp_path / "gegeven"
    (given / "retour").mkdir(parents=True)
    (here / HERE).parent.mkdir(parents=True)
    (here / HERE).write_bytes(shipped_template().read_bytes())
    monkeypatch.chdir(here)
    kader = check().geldig()
    sheets = generate(RONDE).invulbladen
    mail(RONDE)
    for sheet in sheets[:3]:
        data = vul(sheet.bestand.read_bytes(), antwoorden(kader, sheet.partij.code))
        (given / "retour" / sheet.bestand.name).write_bytes(data)
    collect(RONDE, sorted((given / "retour").iterdir()))
    made = merge(RONDE)
    besluit(made.bestand, given / "ingevuld.xlsx", 1, "Groen")
    adopt(RONDE, given / "ingevuld.xlsx")
    decided(here / HERE, given / "besloten.xlsx")

    came = uses("ronde", given)
    # The moments of the page, so that what is filed is the same to the last byte.
    (here / "output/2026-evaluatie" / RECEIVED).write_bytes(came["received"].encode())
    (here / HERE).write_bytes((given / "besloten.xlsx").read_bytes())
    merge(RONDE)
    archive(RONDE, concept=True)
    assert not verify().needs_attention
    same_files(came["files"], here)
    assert "Er is nog niets veranderd" in came["preview"]
    assert "Groen" in came["preview"]
    assert not any("besluiten/" in name for name in came["before"])
    assert came["board"] == len(kader.afspraken)
    assert "niet gedaan" not in came["collected"] + came["adopted"]
    assert [words.split()[1] for words in came["typed"]] == [
        "check", "generate", "mail", "collect", "merge", "adopt",
        "archive", "merge", "archive", "archive", "verify", "verify",
    ]  # fmt: skip
    about = came["archive"]
    assert ARCHIEFGEGEVEN_ONTBREEKT.code in about["undecided"]
    assert NIET_VASTGESTELD.code in about["notSet"]
    assert "Als CONCEPT" in about["filed"]
    assert "nagerekend" in about["lookedOver"]
    assert "niet in orde" not in about["lookedOver"]
    assert BESTAND_VERANDERD.code in about["damaged"]
    assert "niet in orde" in about["damaged"]
    assert "kaderxl generate --year 2026" in came["typed"]
    # No partij has an address yet in the shipped template, so there was nothing to mail.
    done = [step.splitlines()[0] for step in came["steps"] if "gedaan" in step]
    assert done == ["2. Invulbladen", "4. Retour", "5. Matrix", "6. Overleg", "7. Archief"]
    assert "De schijf is vol" in came["full"]
    assert "Mozilla Public License" in came["licences"]
    with (here / "output/2026-evaluatie" / RECEIVED).open(encoding="utf-8-sig") as file:
        assert len([*csv.DictReader(file)]) == 3


def test_without_a_folder_a_zip_goes_out_and_is_opened_again(uses: Uses, tmp_path: Path) -> None:
    """On the way a file that takes too long is refused, with its reader; the rest is read."""
    bad = tmp_path / "kwaad"
    bad.mkdir()
    template = schrijf_sjabloon(
        tmp_path / "sjabloon.xlsx", Instellingen=instellingen(**{LANGSTE_LEESTIJD: "2"})
    )
    refused = drop_hostile(bad)
    kader = check(template).geldig()
    good = vul(leeg_blad(kader, "GEM"), antwoorden(kader, "GEM"))
    (bad / "zz goed.xlsx").write_bytes(good)
    (bad / "zz samen.zip").write_bytes(zipped({"onder/kapot.xlsx": b"PK geen rekenblad"}))
    came = uses("zip", tmp_path)
    assert came["files"] == came["before"]
    assert sha256(good).hexdigest() in came["files"].values()
    assert came["year"] == "2026"
    assert "gegeven/zz samen.zip › onder/kapot.xlsx: " in came["collected"]
    for name, codes in refused.items():
        said = [line for line in came["collected"].splitlines() if name in line]
        assert said, name
        assert all(any(regel.code in line for regel in codes) for line in said), said


def test_a_file_that_needs_more_memory_than_the_reader_may_have_is_refused(
    uses: Uses, tmp_path: Path
) -> None:
    """A long text in many cells; the same reader reads on."""
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 4_001))
    wide = zipped(xlsx_parts(f'<row r="1">{cells}</row>', strings=(f"<t>{'x' * 20_000}</t>",)))
    small = zipped(xlsx_parts(f'<row r="1">{cell("A1", "1")}</row>'))
    limits = Limits(characters=1_000_000_000, memory_bytes=150_000_000)
    questions = [base64.b64encode(data).decode() for data in (small, wide, small)]
    asked = {"limits": json.dumps(asdict(limits)), "questions": questions}
    (tmp_path / "vragen.json").write_text(json.dumps(asked))
    first, refused, next_one = uses("reader", tmp_path)["answers"]
    assert json.loads(refused)["refused"][0] in (BESTAND_TE_GROOT.code, BESTAND_VERDACHT.code)
    assert first == next_one
    assert "refused" not in first


def test_the_same_parts_give_the_same_page(page: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "kaderxl.html")
    assert again == page.read_bytes()
    assert len(again) < 20_000_000
