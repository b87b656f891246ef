"""One folder with all that a municipality ever gets, six good returns among it; and injection."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from hostile.build import cell, ods, ole, text_cell, xlsx_parts, zipped
from hostile.outlook import Msg
from invullen import (
    RONDE,
    Wijziging,
    antwoorden,
    bewerk,
    een_lezer_voor_alles,
    ingevuld_blad,
    leeg_blad,
    vul,
    zet,
    zoek_tabel,
)
from opdrachten import geef, met_sjabloon
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from sjablonen import schrijf_sjabloon

from kaderxl.core import catalogue
from kaderxl.core.identity import Kenmerk
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Limits, Reader
from kaderxl.reading.process import Worker
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.template.read import read_template, shipped_template

pytestmark = pytest.mark.lang

CODES = {regel.code for regel in catalogue.CATALOGUS}


# Fifty odd files


def office(deel: str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<x/>", deel: "<x/>"})


def odf(soort: str, **delen: str) -> bytes:
    type_ = f"application/vnd.oasis.opendocument.{soort}"
    return zipped({"mimetype": type_, "content.xml": "<x/>", **delen})


def mail(*bijlagen: tuple[str, bytes], tekst: str = "Fictief bericht.") -> bytes:
    bericht = EmailMessage()
    bericht["From"], bericht["Subject"] = "jan@fictief.example", "Invulblad"
    bericht["Date"] = "Mon, 01 Feb 2027 10:00:00 +0100"
    bericht.set_content(tekst)
    for naam, data in bijlagen:
        bericht.add_attachment(data, "application", "octet-stream", filename=naam)
    return bericht.as_bytes()


def ander_kenmerk(huidig: Kader, **anders: Any) -> Wijziging:
    """The sheet of De Volmacht with another kenmerk in every cell that has it."""
    eigen = stel_vragenlijst_op(huidig, RONDE, "DV").kenmerk
    delen = {"kader": eigen.kader, "ronde": RONDE, "partij": "DV", "versie": eigen.versie}
    nieuw = Kenmerk(**{**delen, **anders})

    def wijzig(boek: Workbook) -> None:
        for blad in boek.worksheets:
            for rij in blad.iter_rows():
                for cel in rij:
                    if isinstance(cel, Cell) and cel.value == str(eigen):
                        zet(cel, str(nieuw))

    return wijzig


def zonder_kop(boek: Workbook) -> None:
    tabel = zoek_tabel(boek)
    tabel.blad.delete_rows(tabel.kopregel)


def zonder_kenmerk(boek: Workbook) -> None:
    zoek_tabel(boek).blad["B2"] = None
    del boek["_meta"]


def versleutelde_zip(data: bytes) -> bytes:
    """A zip whose entry says that it has a password."""
    kaal = bytearray(zipped({"retour.xlsx": data}))
    for begin in (kaal.find(b"PK\x03\x04") + 6, kaal.rfind(b"PK\x01\x02") + 8):
        kaal[begin] |= 1
    return bytes(kaal)


def nullenbom() -> bytes:
    return zipped(xlsx_parts("") | {"xl/worksheets/sheet1.xml": bytes(110_000_000)})


def vreemde_bestanden(kader: Kader) -> dict[str, tuple[bytes, str]]:
    """Fifty files by name, each with the code of the finding it must get."""
    goed = ingevuld_blad(kader, "DV")
    blad = f'<row r="1">{cell("A1", "1")}{text_cell("B1", "Fictief")}</row>'
    ver_uiteen = f"<row>{cell('A1', '1')}</row><row>{cell('XFD1048576', '1')}</row>"
    entiteit = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    herhaald = (
        '<table:table table:name="B"><table:table-row table:number-rows-repeated="1000000000">'
        '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<manifest:encryption-data/></manifest:manifest>"
    )
    fods = b'<?xml version="1.0"?><x a="application/vnd.oasis.opendocument.spreadsheet"/>'
    xml_2003 = (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    )
    zonder_styles = {n: d for n, d in xlsx_parts(blad).items() if n != "xl/styles.xml"}
    return {
        "leeg.xlsx": (b"", "B204"),
        "brief.docx": (office("word/document.xml"), "I402"),
        "brief.doc": (ole("WordDocument"), "I402"),
        "brief.odt": (odf("text"), "I402"),
        "brief.rtf": (b"{\\rtf1 Fictief}", "I402"),
        "plaatje.odg": (odf("graphics"), "B206"),
        "presentatie.pptx": (office("ppt/presentation.xml"), "I402"),
        "presentatie.ppt": (ole("PowerPoint Document"), "I402"),
        "afdruk.pdf": (b"%PDF-1.7\n%\xe2\xe3", "I402"),
        "afdruk met andere naam.xlsx": (b"%PDF-1.4\n", "I402"),
        "foto.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "I402"),
        "foto.heic": (b"\0\0\0\x18ftypheic", "I402"),
        "schermafdruk.png": (b"\x89PNG\r\n\x1a\n\0\0", "I402"),
        "scan.tif": (b"II*\0" + bytes(20), "I402"),
        "logo.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "I402"),
        "uit het systeem.xls": (b"<html><table><tr><td>1</td></tr></table>", "B206"),
        "uit het oude systeem.xml": (xml_2003, "B206"),
        "plat.fods": (fods, "B206"),
        "tabel.numbers": (office("Index/Document.iwa"), "B206"),
        "gegevens.xml": (b'<?xml version="1.0"?><iets/>', "B206"),
        "snelkoppeling.lnk": (b"L\0\0\0\x01\x14\x02\0" + bytes(60), "B206"),
        "online.url": (b"[InternetShortcut]\r\nURL=https://fictief.example\r\n", "B206"),
        "kaartje.vcf": (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "B206"),
        "opmerkingen.txt": (b"Fictief: zie de bijlage.", "B206"),
        "winmail.dat": (b'x\x9f>"' + bytes(40), "B206"),
        "postvak.mbox": (
            b"From piet Mon Feb  1 10:00:00 2027\nFrom: piet@fictief.example\n\nFictief\n",
            "B219",
        ),
        "ingepakt.7z": (b"7z\xbc\xaf'\x1c\0\x04", "B206"),
        "ingepakt.rar": (b"Rar!\x1a\x07\0", "B206"),
        "rommel.bin": (b"\x01\x02\x03\xfe\xff\x00\x81\x8d" * 9, "B206"),
        "met wachtwoord.xlsx": (ole("EncryptedPackage", "EncryptionInfo"), "B208"),
        "met wachtwoord.ods": (ods("", manifest=manifest), "B208"),
        "met wachtwoord.zip": (versleutelde_zip(goed), "B215"),
        "lege zip.zip": (zipped({}), "B216"),
        "afgebroken.xlsx": (goed[: len(goed) // 2], "B207"),
        "afgebroken.xls": (ole("Workbook"), "B207"),
        "nullen.xlsx": (bytes(4096), "B207"),
        "zonder opmaak.xlsx": (zipped(zonder_styles), "B207"),
        "bom van nullen.xlsx": (nullenbom(), "B205"),
        "bom van afstand.xlsx": (zipped(xlsx_parts(ver_uiteen)), "B205"),
        "bom van herhaling.ods": (ods(herhaald), "B205"),
        "met een entiteit.xlsx": (zipped(xlsx_parts(entiteit)), "B212"),
        "eigen begroting.xlsx": (zipped(xlsx_parts(blad)), "I301"),
        "eigen lijst.csv": (b"naam;aantal\r\nFictief;1\r\nOok fictief;2\r\n", "I301"),
        "vorig jaar.xlsx": (
            bewerk(goed, ander_kenmerk(kader, ronde=Ronde(2026, Fase.TUSSENSTAND))), "I303"),
        "andere gemeente.xlsx": (bewerk(goed, ander_kenmerk(kader, kader="XYZ")), "I304"),
        "onbekende partij.xlsx": (bewerk(goed, ander_kenmerk(kader, partij="NIEUW")), "I305"),
        "zonder kop.xlsx": (bewerk(goed, zonder_kop), "I307"),
        "zonder kenmerk.xlsx": (bewerk(goed, zonder_kenmerk), "I301"),
        "niet ingevuld.xlsx": (leeg_blad(kader, "DV"), "I316"),
        "bericht.eml": (mail(), "B219"),
        "bericht.msg": (Msg(attachments=[]).written(), "B219"),
        "bericht met foto.eml": (mail(("foto.png", b"\x89PNG\r\n\x1a\n\0\0")), "I405"),
        "~$Woonborg.xlsx": (b"slot", "B211"),
        ".DS_Store": (b"\0\0\0\1Bud1", "B211"),
        "Thumbs.db": (ole("Catalog"), "B211"),
        "desktop.ini": (b"[x]", "B211"),
    }  # fmt: skip


GOEDE_PLAATSEN = {
    "GEM": "Kopie van Invulblad (1).xlsx",
    "DV": "post/februari/De Volmacht def2.XLSX",
    "WB": "post/map met spaties/nog een/Woonborg",
    "WZN": "post/retour.zip",
    "DD": "post/bericht van De Deelmacht.eml",
    "AHW": "z/z/z/z/invulblad.pdf",
}


def maak_map(map_: Path, kader: Kader) -> dict[str, str]:
    """The folder; gives for each odd file the code that must be in its line."""
    vreemd = vreemde_bestanden(kader)
    for nummer, (naam, (data, _)) in enumerate(vreemd.items()):
        doel = map_ / ("", "post", "post/februari", "z/z")[nummer % 4] / naam
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(data)
    for partij, plaats in GOEDE_PLAATSEN.items():
        data = ingevuld_blad(kader, partij)
        if plaats.endswith(".zip"):
            data = zipped({"binnen/in.zip": zipped({"Woonzorg.xlsx": data})})
        elif plaats.endswith(".eml"):
            data = mail(("Deelmacht.xlsx", data))
        (map_ / plaats).parent.mkdir(parents=True, exist_ok=True)
        (map_ / plaats).write_bytes(data)
    codes = {naam: code for naam, (_, code) in vreemd.items()}
    (map_ / "verwijzing.xlsx").symlink_to(map_ / GOEDE_PLAATSEN["DV"])
    codes["verwijzing.xlsx"] = "B202"
    if hasattr(os, "mkfifo"):
        os.mkfifo(map_ / "pijp.xlsx")
        codes["pijp.xlsx"] = "B202"
    return codes


def test_fifty_odd_files_keep_six_good_ones_out_of_nothing(
    kader: Kader, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verwacht = maak_map(tmp_path / "in", kader)
    assert len(verwacht) >= 50
    monkeypatch.chdir(met_sjabloon(tmp_path))
    with een_lezer_voor_alles(reader):
        begin = time.monotonic()
        ingenomen = geef("collect", "in", "--year", "2026", "--json")
        duur = time.monotonic() - begin
        samengevoegd = geef("merge", "--year", "2026", "--json")
        op_scherm = geef("collect", "in", "--all", "--year", "2026", "--output", "tweede")
    assert duur < 20
    assert ingenomen.exit_code == 1
    assert ingenomen.stderr == ""
    inzendingen = json.loads(ingenomen.stdout)["inzendingen"]
    goed = [i for i in inzendingen if i["status"] == "aangenomen"]
    assert sorted(i["partij"] for i in goed) == sorted(p.naam for p in kader.partijen)
    gevonden = {(i["partij"], b["code"]) for i in goed for b in i["bevindingen"]}
    assert gevonden == {("De Deelmacht", "I372")}, "who sends a mail also writes something"
    andere = [i for i in inzendingen if i["status"] != "aangenomen"]
    per_naam = {bron_van(i["herkomst"], i["status"]): i for i in andere}
    assert per_naam.keys() == verwacht.keys()
    assert len(andere) == len(verwacht)
    for naam, code in verwacht.items():
        codes = [b["code"] for b in per_naam[naam]["bevindingen"]]
        assert codes[0] == code, (naam, codes)
        assert set(codes) <= CODES
        wordt = {
            "B211": "overgeslagen",
            "B219": "overgeslagen",
            "I402": "bewaard",
            "I405": "bewaard",
        }
        assert per_naam[naam]["status"] == wordt.get(code, "geweigerd")
    matrix = json.loads(samengevoegd.stdout)
    gevraagd = [rij for rij in matrix["indicatoren"] if rij["inbreng"]]
    assert all(v is not None for rij in gevraagd for v in rij["inbreng"].values())
    # For people the same: what to do of each, in one line of what was passed over for one reason.
    assert op_scherm.exit_code == 1
    regels = op_scherm.stdout.splitlines()
    for naam, code in verwacht.items():
        van = "" if code in ("B211", "B219") else f"{per_naam[naam]['herkomst']}: "
        onder = [r[1] for r in pairwise(regels) if r[0].startswith(van)]
        assert any(code in regel for regel in onder), naam
    bewaard = sum(code in ("I402", "I405") for code in verwacht.values())
    rest = f"{bewaard} bewaard, {len(verwacht) - bewaard - 7} geweigerd, 7 overgeslagen"
    assert f"6 aangenomen, {rest}" in op_scherm.stdout


# The run is a child of this one, and not of the tests: a child may begin as large as its parent.
_METER = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "kaderxl", *sys.argv[1:]], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_EENHEID = 1 if sys.platform == "darwin" else 1024
_RUIM_GENOEG = 100_000_000
"""Three times what a run takes, and less than the smallest bomb holds."""


def test_fifty_odd_files_take_little_memory(kader: Kader, tmp_path: Path) -> None:
    """The largest process of the whole run, the command itself or its reader."""
    pytest.importorskip("resource", reason="this system does not measure its processes")
    maak_map(tmp_path / "in", kader)
    meting = subprocess.run(
        [sys.executable, "-c", _METER, "collect", "in", "--year", "2026"],
        cwd=met_sjabloon(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert len(list((tmp_path / "output" / str(RONDE) / "retour").glob("*"))) == 6 + 3
    assert int(meting.stdout) * _EENHEID < _RUIM_GENOEG


def bron_van(herkomst: str, status: str) -> str:
    """The name of the file on disk in the words that say where a document came from."""
    if herkomst.startswith("mail van jan@fictief.example"):
        return "bericht met foto.eml" if status == "bewaard" else "bericht.eml"
    if herkomst.startswith("mail van piet"):
        return "postvak.mbox"
    if herkomst.startswith("mail"):
        return "bericht.msg"
    return herkomst.partition(" › ")[0].rpartition("/")[2]


# A reader that is killed


def traag() -> bytes:
    """A workbook that takes a second or so."""
    return zipped(xlsx_parts(f"<row>{'<c><v>1</v></c>' * 500}</row>" * 800))


def test_killing_the_reader_in_mid_run_costs_the_file_it_was_at(
    kader: Kader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = tmp_path / "in"
    map_.mkdir()
    for plaats, partij in (("1.xlsx", "GEM"), ("3.xlsx", "DV"), ("4.xlsx", "WB")):
        (map_ / plaats).write_bytes(ingevuld_blad(kader, partij))
    (map_ / "2 traag.xlsx").write_bytes(traag())
    gelezen: list[bool] = []
    gedood: list[int] = []
    eigen_antwoord = Worker.answer

    def antwoord(self: Worker, asked: float, seconds: float) -> tuple[bytes | None, bool]:
        """From outside, as a system short of memory does it: while it is at the slow file."""
        uitkomst = eigen_antwoord(self, asked, seconds)
        gelezen.append(True)
        if len(gelezen) == 2:  # the template and 1.xlsx
            gedood.append(self.process.pid)
            threading.Timer(0.1, self.process.kill).start()
        return uitkomst

    monkeypatch.setattr(Worker, "answer", antwoord)
    uitvoer = tmp_path / "output"
    sjabloon = shutil.copy(shipped_template(), tmp_path / "nog niet gelezen.xlsx")
    opties = ("--year", "2026", "--template", sjabloon, "--output", uitvoer, "--json")
    ingenomen = geef("collect", map_, *opties)
    assert ingenomen.exit_code == 1
    assert len(gedood) == 1
    status = {
        i["bestand"]: (i["status"], [b["code"] for b in i["bevindingen"]])
        for i in json.loads(ingenomen.stdout)["inzendingen"]
    }
    assert status == {
        "1.xlsx": ("aangenomen", []),
        "2 traag.xlsx": ("geweigerd", [catalogue.LEZER_GESTOPT.code]),
        "3.xlsx": ("aangenomen", []),
        "4.xlsx": ("aangenomen", []),
    }


# Injection

KWAAD = [
    '=HYPERLINK("http://fictief.example","klik")',
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "x;=1+1",
    "x\n=1+1",
    "{=1+1}",
    "http://fictief.example",
    "internal:Invulblad!A1",
    "\x1b[31mrood\x1b[0m",
    "\x1b]8;;http://fictief.example\x07klik",
    "\x9b31m",
    "regel\r\nfout V499 nep",
    "fictief\u202excod.exe",
    "\u2066\u2069\u200b\ufeff",
    "<script>alert(1)</script>",
    "]]></t></si>",
    "%s %n {0} {tekst}",
]
"""What somebody may try, as an answer, a remark, a name of a file or of a sheet."""
_ONZICHTBAAR = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def voor_xml(tekst: str) -> str:
    """Without what a workbook cannot hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", tekst)


def kwaadaardig(boek: Workbook) -> None:
    """The texts in every place where a partij can put one."""
    tabel = zoek_tabel(boek)
    kladblok = boek.create_sheet("=1+1 \u202e blad")
    teksten = [voor_xml(tekst) for tekst in KWAAD]
    codes = list(tabel.rijen)
    for kolom, volgorde in (
        ("Toelichting", codes),
        ("Waarde", codes[1:]),
        ("Beoordeling", codes[::-1]),
        ("Reden", codes[::-1]),
    ):
        for code, tekst in zip(volgorde, teksten, strict=False):
            zet(tabel.cel(code, kolom), tekst)
    onder = max(tabel.rijen.values())
    for nummer, tekst in enumerate(teksten, 1):
        los = kladblok.cell(nummer, 2)
        assert isinstance(los, Cell)
        zet(los, tekst)
        kladblok.cell(nummer, 3).comment = Comment(tekst, tekst)
        for kolom in ("Code", "Toelichting"):
            cel = tabel.blad.cell(onder + nummer, tabel.kolommen[kolom])
            assert isinstance(cel, Cell)
            zet(cel, tekst)


BOZE_NAMEN = [
    "=1+1;=cmd|'c'!A1.xlsx",
    "@SUM(A1).xlsx",
    "-fout.xlsx",
    "\x1b[31mrood\n.xlsx",
    "fictief\u202excod.xlsx",
    "🏠" * 40 + ".xlsx",
    "x" * 250,
]


def net_anders(data: bytes, nummer: int) -> bytes:
    """The same workbook in other bytes, so that each of them is a return of its own."""
    uitvoer = io.BytesIO(data)
    with zipfile.ZipFile(uitvoer, "a") as zip_:
        zip_.comment = str(nummer).encode()
    return uitvoer.getvalue()


@pytest.fixture(scope="module")
def kwaad(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Result]]:
    """A round with an evil return under evil names; the folder, and what every command said."""
    map_ = tmp_path_factory.mktemp("kwaad")
    sjabloon = schrijf_sjabloon(map_ / "molendam.xlsx")
    kader = read_template(sjabloon, reader).geldig()
    (map_ / "in" / "sub").mkdir(parents=True)
    blad = vul(leeg_blad(kader, "NB"), antwoorden(kader, "NB"), kwaadaardig)
    for nummer, naam in enumerate(BOZE_NAMEN):
        (map_ / "in" / naam).write_bytes(net_anders(blad, nummer))
    for naam in ("=1+1.txt", "\x1b[2Jleeg.xlsx", "\u202etxt.exe"):
        (map_ / "in" / "sub" / naam).write_bytes(b"Fictief")
    zip_ = zipped({"../../../=1+1\x1b.xlsx": ingevuld_blad(kader, "ZW")})
    (map_ / "in" / "post.zip").write_bytes(zip_)
    post = mail(("=1+1.xlsx", ingevuld_blad(kader, "GEM")))
    post = post.replace(b"Subject: Invulblad", b"Subject: =1+1;=2+2").replace(b"jan@", b"=jan@")
    (map_ / "in" / "=post.eml").write_bytes(post)
    opties = ("--year", "2026", "--output", map_ / "output", "--template", sjabloon)
    with een_lezer_voor_alles(reader):
        gezegd = [
            geef("collect", map_ / "in", *opties),
            geef("collect", map_ / "in", *opties, "--json"),
            geef("collect", "--exclude", "@SUM(A1).xlsx", "--reason", KWAAD[0], *opties),
            geef("status", *opties),
            geef("merge", *opties),
            geef("merge", *opties, "--json"),
            geef("generate", *opties),
        ]
    return map_, gezegd


def test_no_answer_or_name_steers_the_terminal(kwaad: tuple[Path, list[Result]]) -> None:
    _, gezegd = kwaad
    for uitkomst in gezegd:
        assert uitkomst.exit_code in (0, 1), uitkomst.output
        gevonden = _ONZICHTBAAR.findall(uitkomst.output)
        assert not gevonden, gevonden
        assert not any(regel.startswith("fout V499") for regel in uitkomst.output.splitlines())


def test_no_answer_or_name_is_a_formula_in_a_workbook(kwaad: tuple[Path, list[Result]]) -> None:
    """The only formulas are ours, and none of them holds a word that somebody else wrote."""
    map_, _ = kwaad
    gemaakt = [
        *(map_ / "output").rglob("monitoringsmatrix*.xlsx"),
        *(map_ / "output").rglob("invulbladen/*.xlsx"),
        *(map_ / "output").rglob("herstel/*.xlsx"),
    ]
    assert len(gemaakt) >= 5
    for werkboek in gemaakt:
        with zipfile.ZipFile(werkboek) as zip_:
            namen = zip_.namelist()
            formules = [
                formule
                for naam in namen
                if naam.startswith("xl/worksheets/sheet")
                for formule in re.findall(rb"<f[ >].*?</f>", zip_.read(naam))
            ]
            verwijzingen = b"".join(zip_.read(n) for n in namen if n.endswith(".rels"))
        assert b"External" not in verwijzingen, "no link leads out of a workbook of ours"
        assert not any("externalLink" in naam for naam in namen)
        for formule in formules:
            assert not re.search(rb"HYPERLINK|cmd|fictief|1\+1|@SUM", formule, re.I), formule
        load_workbook(werkboek).close()


def test_what_was_written_is_in_the_matrix_as_text(kwaad: tuple[Path, list[Result]]) -> None:
    map_, _ = kwaad
    (bestand,) = (map_ / "output").rglob("matrix/monitoringsmatrix*.xlsx")
    boek = load_workbook(bestand)
    teksten = {
        cel.value: cel.data_type
        for naam in ("Herkomst", "Bevindingen")
        for rij in boek[naam].iter_rows()
        for cel in rij
        if isinstance(cel.value, str)
    }
    assert set(teksten.values()) == {"s"}
    for tekst in KWAAD[:6]:
        assert any(voor_xml(tekst).strip() in gelezen for gelezen in teksten), tekst


def test_no_answer_or_name_is_a_formula_in_a_list(kwaad: tuple[Path, list[Result]]) -> None:
    map_, _ = kwaad
    lijsten = list((map_ / "output").rglob("*.csv"))
    assert {p.name for p in lijsten} == {"ontvangst.csv", "post.csv", "keuze.csv"}
    for lijst in lijsten:
        ruw = lijst.read_bytes().decode("utf-8-sig")
        assert not _ONZICHTBAAR.search(ruw.replace("\r\n", "\n"))
        for scheiding in ",;\t":
            for rij in csv.reader(io.StringIO(ruw, newline=""), delimiter=scheiding):
                for vakje in rij:
                    assert vakje.lstrip(" \t\r\n\"'")[:1] not in tuple("=+@") or vakje.startswith(
                        "'"
                    ), vakje


def test_no_name_leaves_the_folder(kwaad: tuple[Path, list[Result]]) -> None:
    map_, _ = kwaad
    eigen = ("in", "molendam.xlsx")
    buiten = [
        p for p in map_.rglob("*") if p.is_file() and p.relative_to(map_).parts[0] not in eigen
    ]
    assert {p.relative_to(map_).parts[:2] for p in buiten} == {("output", str(RONDE))}
    for bestand in buiten:
        assert not _ONZICHTBAAR.search(bestand.name)
        assert len(bestand.name.encode()) <= 255


@pytest.mark.parametrize("naam", ["x" * 250, "Fictief: definitief?.xlsx", "a\u202eb.xlsx"])
def test_a_return_is_chosen_by_the_name_it_came_with(
    kader: Kader, reader: Reader, tmp_path: Path, naam: str
) -> None:
    """Also when it had to be stored under a name that is safe."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / naam).write_bytes(ingevuld_blad(kader, "DV"))
    opties = ("--year", "2026", "--output", tmp_path / "output")
    with een_lezer_voor_alles(reader):
        assert geef("collect", tmp_path / "in", *opties).exit_code == 0
        assert geef("collect", "--exclude", naam, *opties).exit_code == 0


def test_a_reader_with_little_room_refuses_and_goes_on(kader: Kader) -> None:
    """The memory of a run is bounded: one file that asks for more costs itself alone."""
    goed = ingevuld_blad(kader, "DV")
    with Reader(Limits(cells=2_000, box=20_000, characters=200_000)) as krap:
        te_groot = krap.read("a", zipped(xlsx_parts(f"<row>{'<c><v>1</v></c>' * 900}</row>" * 9)))
        assert getattr(te_groot, "bevinding").code == catalogue.BESTAND_TE_GROOT.code  # noqa: B009
        assert not hasattr(krap.read("b", goed), "bevinding")
