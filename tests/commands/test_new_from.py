"""`new --from`: from an agreement as it was printed to a template that a ronde can begin with."""

from __future__ import annotations

import json
from pathlib import Path

import agreements_elsewhere as elders
import drukwerk
import pytest
from documents import Op, alinea, docx, pdf
from opdrachten import geef
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaderxl.core import catalogue, labels as l
from kaderxl.core.findings import Regel
from kaderxl.writing.colours import INVOER

pytestmark = pytest.mark.usefixtures("een_lezer")
ONZE_TEKST = Path(__file__).parents[1] / "support" / "kaderafspraken.txt"


def rijen(blad: Worksheet) -> list[dict[str, object]]:
    kop, *eronder = blad.iter_rows(values_only=True)
    return [dict(zip(map(str, kop), rij, strict=True)) for rij in eronder if any(rij)]


def test_our_text_becomes_our_template(werkmap: Path, shipped: Path) -> None:
    kader = "Kaderafspraken Aa en Hunze 2026-2031"
    uitkomst = geef("new", "onze", "--from", ONZE_TEKST, "--kader", kader)
    assert uitkomst.exit_code == 1, uitkomst.output
    assert "19 afspraken met 30 indicatoren" in uitkomst.stdout
    gemaakt = werkmap / "onze" / "templates" / "monitoringstabel.xlsx"
    onze, hun = (drukwerk.gedrukte_rijen(pad) for pad in (shipped, gemaakt))
    assert hun == onze
    blad = load_workbook(gemaakt)[l.MONITORINGSTABEL]
    open_ = [rij["code"] for rij in rijen(blad) if rij["status"] == "open"]
    assert open_ == ["A05-I2"]
    notitie = blad["C2"].comment
    assert notitie is not None
    assert "kaderafspraken.txt, regel " in notitie.text


def test_an_agreement_of_elsewhere_can_be_asked_at_once(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (werkmap / "afspraken.txt").write_text(elders.DORPSVEEN_TEKST, "utf-8")
    uitkomst = geef("new", "dorpsveen", "--from", "afspraken.txt", "--json")
    assert uitkomst.exit_code == 1, uitkomst.output
    gelezen = json.loads(uitkomst.stdout)["gelezen"]
    assert gelezen == {
        "bestand": "afspraken.txt",
        "afspraken": 6,
        "indicatoren": 10,
        "open": 0,
        "vragen": 8,
        "bevindingen": [],
    }
    monkeypatch.chdir(werkmap / "dorpsveen")
    nagekeken = geef("check")
    assert nagekeken.exit_code == 0, nagekeken.output
    assert "€ 50.000" in nagekeken.stdout  # asked, and no target
    boek = load_workbook("templates/monitoringstabel.xlsx")
    doelen = [(r["indicator"], r["t/m jaar"], r["minimum"]) for r in rijen(boek[l.DOELEN])]
    assert doelen == [("A1B-I1", 2026, None), ("A1A-I1", 2028, 240)]
    assert geef("generate", "--year", "2026").exit_code == 0
    assert len([*Path("output/2026-evaluatie/invulbladen").glob("*.xlsx")]) == 5


def test_what_is_told_goes_before_what_is_found(werkmap: Path) -> None:
    (werkmap / "afspraken.pdf").write_bytes(drukwerk.waterrijk_pdf())
    eigen = ("--gemeente", "Oever", "--kader", "Akkoord", "--jaren", "2026-2030")
    uitkomst = geef("new", ".", "--from", "afspraken.pdf", *eigen, "--partij", "Wonen:corporatie")
    assert "Gemaakt voor Akkoord, 2 partijen" in uitkomst.stdout


def test_what_is_missing_in_a_row_is_for_check_to_say(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekst = elders.DORPSVEEN_TEKST.replace("(2025; Thuis in Veen)", "(binnenkort; Bouwbedrijf X)")
    (werkmap / "a.txt").write_text(tekst, "utf-8")
    assert geef("new", ".", "--from", "a.txt").exit_code == 1
    nagekeken = geef("check")
    assert nagekeken.exit_code == 1
    assert catalogue.JAAR_LEEG.code in nagekeken.stdout
    assert "In welke jaren vragen we “buurtkamer geopend (binnenkort" in nagekeken.stdout


@pytest.mark.parametrize(
    ("data", "regel", "raad"),
    [
        (pdf([[]]), catalogue.PDF_ZONDER_TEKST, "tekst herkennen (OCR"),
        (b"%PDF-1.4 kapot", catalogue.BESTAND_BESCHADIGD, "sla het opnieuw op"),
        (b"", catalogue.BESTAND_LEEG, "Vraag het document nog eens"),
        (b"\x89PNG\r\n\x1a\n00", catalogue.GEEN_OVEREENKOMST, "als pdf, als Word-document"),
        (docx(alinea("Over het weer")), catalogue.GEEN_AFSPRAKEN, "laat --from weg"),
        (b"\n \n", catalogue.GEEN_AFSPRAKEN, "laat --from weg"),
        (pdf([[Op(50, 50, "x")]] * 501), catalogue.BESTAND_TE_GROOT, "alleen de bladzijden"),
    ],
    ids=["scan", "broken", "empty", "picture", "no afspraken", "white", "long"],
)
def test_what_cannot_be_read_says_what_to_do_and_makes_nothing(
    werkmap: Path, data: bytes, regel: Regel, raad: str
) -> None:
    (werkmap / "overeenkomst").write_bytes(data)
    uitkomst = geef("new", "nieuw", "--from", "overeenkomst")
    assert uitkomst.exit_code == 2
    assert regel.code in uitkomst.stderr
    assert raad in uitkomst.stderr
    assert "partij" not in uitkomst.stderr.split(regel.code)[1]
    assert not (werkmap / "nieuw").exists()


def test_a_file_that_is_not_there_says_so(werkmap: Path) -> None:
    uitkomst = geef("new", "nieuw", "--from", "weg.pdf")
    assert uitkomst.exit_code == 2
    assert catalogue.BESTAND_ONTBREEKT.code in uitkomst.stderr


BERKELMEER = """\
WOONAKKOORD BERKELMEER 2026 - 2029 (fictief)

Partijen: de gemeente Berkelmeer, Stichting Onderdak, Woonbedrijf Het Veen en Huurdersplatform
Het Veen.

DEEL A - VOLDOENDE WONINGEN
A1  Nieuwbouw
    - aantal opgeleverde woningen (Onderdak, elk jaar; samen 180 in 2029)
    - aantal kavels (gemeente)
A2  Flexwonen
    - aantal flexwoningen, minstens 40 voor eind 2028 (Het Veen, 2027)

DEEL B - BETAALBAAR
B1  Huren
    Wij spreken elkaar over de huren.
"""


def test_a_text_with_bullets_keeps_its_numbers_and_shows_what_to_look_at(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (werkmap / "akkoord.txt").write_text(BERKELMEER, "utf-8")
    assert geef("new", "berkel", "--from", "akkoord.txt").exit_code == 1
    monkeypatch.chdir(werkmap / "berkel")
    boek = load_workbook("templates/monitoringstabel.xlsx")
    tabel, partijen = boek[l.MONITORINGSTABEL], boek[l.PARTIJEN]
    assert [r["code"] for r in rijen(tabel)] == ["A1-I1", "A1-I2", "A2-I1", "B1-I1"]
    geel = {
        cel.coordinate: cel.comment.text
        for blad in (tabel, partijen)
        for rij in blad
        for cel in rij
        if cel.comment and "Kijk dit na" in cel.comment.text
    }
    assert [*geel] == ["D3", "E4", "C5", "D5", "E5", "C3"]
    assert {tabel[c].fill.fgColor.rgb for c in ("D3", "E4")} == {f"FF{INVOER[1:]}"}
    assert "Woonbedrijf Het Veen" in geel["E4"]
    assert "Huurdersplatform Het Veen" in geel["E4"]
    assert [r["naam"] for r in rijen(partijen) if not r["groep"]] == ["Stichting Onderdak"]
    nagekeken = geef("check").output
    assert catalogue.NUMMERS_GEMAAKT.code not in nagekeken
    assert "A1-I1: doel" in nagekeken
    assert "Bij welke groep hoort “Stichting Onderdak”?" in nagekeken


def test_what_was_filled_in_or_said_is_asked_no_more(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (werkmap / "akkoord.txt").write_text(BERKELMEER, "utf-8")
    eigen = ("--partij", "Onderdak:corporaties", "--partij", "Het Veen:corporaties")
    geef("new", "berkel", "--from", "akkoord.txt", *eigen)
    monkeypatch.chdir(werkmap / "berkel")
    pad = "templates/monitoringstabel.xlsx"
    boek = load_workbook(pad)
    assert "groep" not in {r["over"] for r in rijen(boek[l.VRAGEN])}
    vraag = "In welke jaren vragen we “aantal kavels”?"
    assert vraag in geef("check").output
    boek[l.MONITORINGSTABEL]["D3"] = "2027"
    boek.save(pad)
    assert vraag not in geef("check").output
