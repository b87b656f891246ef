"""Hostile text wherever a partij, a file name or a person at the meeting can put one.

A whole ronde of it, through the real commands; then every file that is there, and every word that
was said, is held against what each kind of output may never have.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from archieven import Klaar, instellingen, stel_vast
from click.testing import CliRunner
from invullen import RONDE, antwoorden, een_lezer_voor_alles, leeg_blad, oordeel, vul
from klaarzetten import _met_adressen
from lxml import etree
from sjablonen import schrijf_sjabloon
from vijandig import brief, vijandig_sjabloon, vul_alles

from kaderxl.cli import main
from kaderxl.core.text import stuurteken
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

HOSTILE = (
    "=HYPERLINK(\"http://kwaad.example\",\"x\")", "+1;=cmd|' /C calc'!A0", "@SUM(1)",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><b>", "&lt;b&gt;",
    "om\u202egekeerd\u202c", "\u2066los\u2069", "bel_x0007_ en _x001B_[31mrood",
    "regel\r\nBcc: x@y.example",
    "]]>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "{partij} {0} %s %(a)s",
    "a\u2028b",
    "\U000e0041", "http://kwaad.example/?a=b", "'; DROP", "\\\\server\\deel",
)  # fmt: skip
# A cell that begins with = would be a formula of its own.
TEKST = " | ".join(("tekst", *HOSTILE))
NAAM = "=1+1;\u202e<b>&\x07.xlsx"
YEAR = ("--year", "2026")
MATRIX = Path("matrix") / f"monitoringsmatrix-{RONDE}.xlsx"


@pytest.fixture(scope="module")
def ronde(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[tuple[Klaar, str]]:
    """The folder of it, and all that the commands said on either stream, one as a document."""
    map_ = tmp_path_factory.mktemp("uitvoer")
    sjabloon = schrijf_sjabloon(
        map_ / "sjabloon.xlsx", Instellingen=instellingen(afzender="w@gemeente.example")
    )
    _met_adressen(sjabloon)
    with een_lezer_voor_alles(reader):
        velden = vijandig_sjabloon(sjabloon)
    assert len(velden) > 12, velden
    klaar = Klaar(sjabloon, map_ / "output", read_template(sjabloon, reader).geldig())
    gezegd = []

    def geef(*words: str) -> None:
        plaats: tuple[str, ...] = ("--output", str(klaar.output))
        if words[0] != "verify":
            plaats = ("--template", str(sjabloon), *plaats)
        for json_ in ((), ("--json",)):
            outcome = CliRunner().invoke(main, [*words, *plaats, *json_], catch_exceptions=False)
            assert outcome.exit_code in (0, 1), outcome.output
            if json_:
                json.loads(outcome.stdout)
            gezegd.append(outcome.output)

    with een_lezer_voor_alles(reader):
        geef("generate", *YEAR)
        for partij in ("GEM", "NB", "ZW"):
            gegeven = antwoorden(klaar.kader, partij)
            for code in gegeven:
                if "-M" not in code:
                    gegeven[code] = {**oordeel("Rood", "a", TEKST)}
                else:
                    gegeven[code] |= {"Toelichting": TEKST}
            if "A01-I1-M1" in gegeven:
                gegeven["A01-I1-M1"] = {"Waarde": f"ca. 12 {TEKST}"}
            bestand = map_ / f"{partij} {NAAM}"
            bestand.write_bytes(vul(leeg_blad(klaar.kader, partij), gegeven))
            geef("collect", str(bestand), *YEAR)
        alles = map_ / f"alles {NAAM}"
        alles.write_bytes(leeg_blad(klaar.kader, "HB"))
        assert vul_alles(alles, TEKST) > 3
        geef("collect", str(alles), *YEAR)
        post = map_ / "post.eml"
        post.write_bytes(brief(alles.read_bytes(), TEKST, NAAM, "hb@partij.example"))
        geef("collect", str(post), *YEAR)
        geef("mail", *YEAR)
        geef("mail", "--receipts", *YEAR)
        geef("mail", "--remind", "--date", "1-2-2027", *YEAR)
        geef("status", *YEAR)
        geef("merge", *YEAR)
        kopie = map_ / f"kopie {NAAM}"
        kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
        assert vul_alles(kopie, TEKST, keuzes=False) > 5
        geef("adopt", str(kopie), *YEAR)
        stel_vast(klaar, date.today())
        geef("merge", *YEAR)
        geef("archive", *YEAR)
        geef("verify")
        geef("history", "--csv")
        geef("calendar")
        geef("generate", "--year", "2027")
        kopie.write_bytes((klaar.ronde / MATRIX).read_bytes())
        vul_alles(kopie, f"{TEKST} meer".replace("\r\n", " "))
        geef("adopt", str(kopie), *YEAR)
        yield klaar, "\n".join(gezegd)


def files(klaar: Klaar, suffix: str) -> list[Path]:
    """What kaderxl wrote itself: what others made or saved since is kept as it came."""
    alle = sorted(p for p in klaar.output.rglob(f"*{suffix}") if p.is_file())
    return [p for p in alle if ".kaderxl" not in p.parts and "uitgegeven" not in p.parts
            and (p.parent.name != "retour" or p.suffix == ".csv")
            and p.parent.name not in ("sjabloon", "post", "besluiten", "eerder")]  # fmt: skip


def texts_of(xml: bytes) -> str:
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.getroottree().docinfo.internalDTD is None
    return "".join(root.itertext())


def test_all_kinds_of_output_are_there(ronde: tuple[Klaar, str]) -> None:
    for suffix in (".xlsx", ".ods", ".csv", ".html", ".ics", ".eml", ".txt", ".xml", ".json"):
        assert files(ronde[0], suffix), suffix


def test_workbooks_have_no_formula_link_or_steering_sign_of_anybody(
    ronde: tuple[Klaar, str],
) -> None:
    for file in files(ronde[0], ".xlsx"):
        with zipfile.ZipFile(file) as book:
            for part in book.namelist():
                data = book.read(part)
                if part.endswith((".xml", ".rels")):
                    text = texts_of(data)
                    assert not stuurteken(text), (file, part)
                    assert not re.search(r"(?<!_x005F)_x00(0[0-8BCE-F]|1[0-9A-F])_", text), (
                        file,
                        part,
                    )
                assert b"TargetMode" not in data, (file, part)
                for link in re.findall(rb"<hyperlink [^>]*>", data):
                    assert b"r:id" not in link, (file, part)
                    assert b"kwaad" not in link, (file, part)
                    assert re.search(rb" location=\"'[^'!]+'!A1\"", link), "to a sheet of ours"
                for whole in re.findall(rb"<f>(.*?)</f>", data, re.DOTALL):
                    formula = re.sub(rb'"(?:[^"]|"")*"', b"", whole)  # its texts
                    assert b"kwaad" not in formula, (file, part)
                    assert b"cmd" not in formula, (file, part)


def test_open_tables_have_no_formula_or_link_of_anybody(ronde: tuple[Klaar, str]) -> None:
    for file in files(ronde[0], ".ods"):
        with zipfile.ZipFile(file) as book:
            for part in (p for p in book.namelist() if p.endswith(".xml")):
                data = book.read(part)
                assert not stuurteken(texts_of(data)), (file, part)
                assert b"table:formula" not in data
                assert b"xlink:href" not in data or part == "META-INF/manifest.xml"


def test_csv_has_no_formula_and_no_steering_sign(ronde: tuple[Klaar, str]) -> None:
    for file in files(ronde[0], ".csv"):
        text = file.read_bytes().decode("utf-8-sig")
        assert not stuurteken(text), file
        for separator in ",;":
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                bad = [c for c in row if re.match(r"[\s\"]*[=+@]|[\s\"]*-(?!\d)", c)]
                assert bad == [], file


def test_pages_have_no_script_link_or_picture_of_anybody(ronde: tuple[Klaar, str]) -> None:
    pages = files(ronde[0], ".html")
    for file in pages:
        text = file.read_text("utf-8")
        assert not stuurteken(text), file
        root = etree.HTML(text)
        assert not root.xpath("//img[@onerror]")
        for script in root.xpath("//script"):
            assert "alert(1)" not in "".join(script.itertext())
        for where in root.xpath("//@href | //@src"):
            # It may be in the subject of a mail, or in the name of a file beside the page.
            assert "kwaad.example" not in urlsplit(where).netloc, where
            assert urlsplit(where).scheme in ("", "mailto", "data"), where
        assert not [a for a in root.xpath("//@*[starts-with(name(), 'on')]") if "alert" in a]


def test_mails_have_the_headers_we_gave_and_no_other(ronde: tuple[Klaar, str]) -> None:
    for file in files(ronde[0], ".eml"):
        mail = message_from_bytes(file.read_bytes(), policy=default)
        assert mail["Bcc"] is None
        (aan,) = mail["To"].addresses
        assert re.fullmatch(r"\w+@partij\.example", aan.addr_spec), file
        for part in mail.walk():
            assert not part.defects, file
            if part.get_content_maintype() == "text":
                text = part.get_content()
                assert not stuurteken(text), file
                if part.get_content_subtype() == "html":
                    assert not etree.HTML(text).xpath(
                        "//script | //img | //a[contains(@href,'kwaad')]"
                    )
    for file in (f for f in files(ronde[0], ".txt") if f.parent.name == "mail"):
        assert not stuurteken(file.read_text("utf-8-sig")), file


def test_metadata_and_calendars_are_what_they_are(ronde: tuple[Klaar, str]) -> None:
    for file in files(ronde[0], ".xml"):
        assert not stuurteken(texts_of(file.read_bytes())), file
    for file in files(ronde[0], ".ics"):
        text = file.read_bytes().decode()
        assert not stuurteken(text.replace("\r", "")), file
        assert all(re.match(r"[A-Z-]+[;:]| ", line) for line in text.split("\r\n") if line), file
    (info,) = ronde[0].output.rglob("bag-info.txt")
    assert not stuurteken(info.read_text("utf-8"))


def test_on_the_screen_no_sign_steers(ronde: tuple[Klaar, str]) -> None:
    assert [regel for regel in ronde[1].split("\n") if stuurteken(regel)] == []
    assert "\\u202e" in ronde[1], "it was shown"


def test_no_file_is_written_outside_its_place(ronde: tuple[Klaar, str]) -> None:
    klaar = ronde[0]
    beside = {p.name for p in klaar.output.parent.iterdir()}
    assert {n for n in beside if not n.endswith((".xlsx", ".eml"))} == {"output"}
    for path in klaar.output.rglob("*"):
        assert not path.is_symlink()
        assert not stuurteken(path.name), path
