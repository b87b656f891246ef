"""A pdf, a Word file or a picture in a folder or a zip: filed where it is known whose it is."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import TypedDict

import pytest
from attachments import PDF, PNG, mail
from bus import Bus
from click.testing import CliRunner, Result
from invullen import RONDE, ingevuld_blad, leeg_blad

from kaderxl import NietUitgevoerd, collect, deal_with, generate, merge, remind, status
from kaderxl.cli import main
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.sheets.questions import stel_vragenlijst_op

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]


class Plaats(TypedDict):
    template: Path
    output: Path


class Map:
    """A folder in which the officer puts what came in, and what was kept of it."""

    def __init__(self, map_: Path, sjabloon: Path) -> None:
        self.map, self.plaats = map_ / "in", Plaats(template=sjabloon, output=map_ / "output")
        self.map.mkdir()

    def zet(self, plaats: str, data: bytes) -> None:
        pad = self.map / plaats
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(data)

    def neem(self) -> dict[str, Ingenomen]:
        genomen = collect(RONDE, [self.map], **self.plaats)
        return {i.bestand: i for i in genomen.inzendingen}

    def post(self) -> list[dict[str, str]]:
        lijst = self.plaats["output"] / str(RONDE) / "retour" / "post.csv"
        with lijst.open(encoding="utf-8-sig", newline="") as bestand:
            return [*csv.DictReader(bestand)]

    def bewaard(self, rij: dict[str, str]) -> bytes:
        map_ = self.plaats["output"] / str(RONDE) / "retour" / "post"
        return (map_ / rij["bestand"]).read_bytes()

    def wacht(self) -> list[str]:
        """What `status` says that waits for somebody."""
        gezegd = status(RONDE, **self.plaats).over_eerdere
        return [b.tekst for b in gezegd if b.code == catalogue.POST_WACHT.code]


@pytest.fixture
def map_(tmp_path: Path, sjabloon: Path) -> Map:
    return Map(tmp_path, sjabloon)


def codes(i: Ingenomen) -> list[str]:
    return [b.code for b in i.bevindingen]


def gezipt(leden: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, data in leden.items():
            pakket.writestr(naam, data)
    return uit.getvalue()


@pytest.mark.parametrize(
    "naam", ["Notulen De Volmacht.pdf", "de_volmacht-notulen.pdf", "DE VOLMACHT/a.pdf"]
)
def test_a_name_tells_whose_it_is(map_: Map, kader: Kader, naam: str) -> None:
    map_.zet(naam, PDF)
    for code in ("DV", "WB"):
        map_.zet(f"{code}.xlsx", ingevuld_blad(kader, code))
    bewijs = map_.neem()[naam.rpartition("/")[2]]
    assert (bewijs.status, bewijs.partij, bewijs.afgedaan) == ("bewaard", "De Volmacht", True)
    assert codes(bewijs) == [catalogue.BEWIJS_BEWAARD.code]
    (rij,) = map_.post()
    assert (rij["soort"], rij["partij"]) == ("bewijs", "DV")
    assert map_.bewaard(rij) == PDF
    merge(RONDE, **map_.plaats)
    assert map_.neem()[naam.rpartition("/")[2]].afgedaan
    assert len(map_.post()) == 1


def test_a_kenmerk_in_its_name_tells_whose_it_is(map_: Map, kader: Kader) -> None:
    kenmerk = stel_vragenlijst_op(kader, RONDE, "WB").kenmerk
    map_.zet(f"scan {kenmerk}.png", PNG)
    map_.zet("wb.xlsx", ingevuld_blad(kader, "WB"))
    map_.neem()
    assert [(r["soort"], r["partij"]) for r in map_.post()] == [("bewijs", "WB")]


@pytest.mark.parametrize("waar", ["zip", "subfolder"])
def test_the_one_sheet_that_it_lies_beside_tells_whose_it_is(
    map_: Map, kader: Kader, waar: str
) -> None:
    leden = {"blad.xlsx": ingevuld_blad(kader, "DV"), "notulen.pdf": PDF}
    if waar == "zip":
        map_.zet("retour.zip", gezipt(leden))
    else:
        for naam, data in leden.items():
            map_.zet(f"map/{naam}", data)
    assert codes(map_.neem()["notulen.pdf"]) == [catalogue.BEWIJS_BEWAARD.code]
    assert [(r["soort"], r["partij"]) for r in map_.post()] == [("bewijs", "DV")]


@pytest.mark.parametrize("waar", ["the folder itself", "two in a zip", "two names"])
def test_where_it_cannot_be_told_it_is_kept_and_asked(map_: Map, kader: Kader, waar: str) -> None:
    dv, wb = (ingevuld_blad(kader, code) for code in ("DV", "WB"))
    naam = "scan.pdf"
    if waar == "the folder itself":
        map_.zet("dv.xlsx", dv)
        map_.zet(naam, PDF)
    elif waar == "two in a zip":
        map_.zet("retour.zip", gezipt({"dv.xlsx": dv, "wb.xlsx": wb, naam: PDF}))
    else:
        naam = "De Volmacht en Woonborg.pdf"
        map_.zet(naam, PDF)
    for _ in range(2):
        stuk = map_.neem()[naam]
        assert (stuk.status, stuk.afgedaan) == ("bewaard", False)
        assert codes(stuk) == [catalogue.STUK_VAN_WIE.code]
        (rij,) = map_.post()
        assert map_.bewaard(rij) == PDF
        (wacht,) = map_.wacht()
        assert f"Het bestand “{naam}” wacht nog op u" in wacht


def test_renamed_to_whose_it_is_it_is_filed_and_asked_about_no_more(
    map_: Map, kader: Kader
) -> None:
    map_.zet("dv.xlsx", ingevuld_blad(kader, "DV"))
    map_.zet("scan.pdf", PDF)
    map_.neem()
    (map_.map / "scan.pdf").rename(map_.map / "scan De Volmacht.pdf")
    assert codes(map_.neem()["scan De Volmacht.pdf"]) == [catalogue.BEWIJS_BEWAARD.code]
    assert map_.wacht() == []
    assert [(r["soort"], r["partij"], r["afgedaan"]) for r in map_.post()] == [
        ("schreef", "", "bewijs van De Volmacht"),
        ("bewijs", "DV", ""),
    ]


def test_it_can_be_said_for_whom_it_is(map_: Map) -> None:
    map_.zet("scan.pdf", PDF)
    map_.neem()
    pad = map_.map / "scan.pdf"
    collect(RONDE, [pad], on_behalf="DV", source="zij gaf het mee", **map_.plaats)
    assert map_.wacht() == []
    assert [r["partij"] for r in map_.post() if r["soort"] == "bewijs"] == ["DV"]


def test_who_sent_a_pdf_and_no_sheet_is_not_silent(map_: Map, kader: Kader) -> None:
    generate(RONDE, **map_.plaats)
    map_.zet("Antwoorden De Volmacht.pdf", PDF)
    stuk = map_.neem()["Antwoorden De Volmacht.pdf"]
    assert codes(stuk) == [catalogue.STUK_ZONDER_BLAD.code]
    regel = next(r for r in status(RONDE, **map_.plaats).lines() if "Volmacht" in r)
    assert "schreef op" in regel
    (over,) = (m for m in remind(RONDE, **map_.plaats).mails if m.partij.code == "DV")
    assert [b.code for b in over.bevindingen] == [catalogue.NIET_STIL.code]
    map_.zet("dv.xlsx", ingevuld_blad(kader, "DV"))
    assert codes(map_.neem()["Antwoorden De Volmacht.pdf"]) == [catalogue.BEWIJS_BEWAARD.code]


def test_a_sheet_by_another_name_and_a_visiting_card_are_no_evidence(
    map_: Map, kader: Kader
) -> None:
    map_.zet("blad.pdf", ingevuld_blad(kader, "DV"))
    map_.zet("kaart.vcf", b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")
    map_.zet("leeg.xlsx", leeg_blad(kader, "WB"))
    assert {n: i.status for n, i in map_.neem().items()} == {
        "blad.pdf": "aangenomen",
        "kaart.vcf": "geweigerd",
        "leeg.xlsx": "geweigerd",
    }


# Somebody dealt with it


def scherm(map_: Map, *woorden: str) -> Result:
    plaats = ("--template", map_.plaats["template"], "--output", map_.plaats["output"])
    return CliRunner().invoke(main, ["collect", *woorden, "--year", "2026", *map(str, plaats)])


def test_the_screen_names_the_command_that_says_it_is_dealt_with(map_: Map) -> None:
    map_.zet("scan.pdf", PDF)
    eerst = scherm(map_, str(map_.map))
    assert eerst.exit_code == 1
    opdracht = eerst.output.rpartition("kaderxl collect --year 2026")[2].split()
    assert opdracht[:3] == ["--round", "evaluatie", "--done"]
    gedaan = scherm(map_, "--done", opdracht[3].rstrip("."), "--reason", "reclame")
    assert gedaan.exit_code == 0
    assert "scan.pdf: reclame. Het staat in retour/post.csv." in gedaan.output
    assert map_.wacht() == []
    weer = scherm(map_, str(map_.map), "--all")
    assert weer.exit_code == 0
    assert "Wat u ermee deed: reclame" in weer.output


def test_without_a_word_the_day_is_noted_and_more_can_go_at_once(map_: Map) -> None:
    map_.zet("een.pdf", PDF)
    map_.zet("twee.png", PNG)
    map_.neem()
    namen = [rij["bestand"] for rij in map_.post()]
    gedaan = deal_with(RONDE, [namen[0], namen[1][:8]], **map_.plaats)
    assert [*gedaan.namen] == namen
    assert all(r["afgedaan"].startswith("afgedaan op ") for r in map_.post())


def test_a_mail_and_one_that_did_not_arrive_are_dealt_with_too(
    tmp_path: Path, sjabloon: Path
) -> None:
    bus = Bus(tmp_path, sjabloon)
    bounce = mail(subject="failure notice", text="<wb@partij.example>:\n550 5.1.1 onbekend\n")
    bounce.replace_header("From", "MAILER-DAEMON@mx.example")
    bounce.replace_header("Message-ID", "<2@mx.example>")
    pdf = mail(("antwoord.pdf", PDF))
    pdf.replace_header("From", "jan@elders.example")
    gezegd = {b.code for i in bus.neem(pdf, bounce).inzendingen for b in i.bevindingen}
    assert {catalogue.MAIL_VAN_ONBEKENDE.code, catalogue.NIET_BEZORGD.code} <= gezegd
    (kept,) = (r for r in bus.lijst() if r["soort"] == "schreef")
    plaats = Plaats(template=bus.sjabloon, output=bus.uitvoer)
    deal_with(RONDE, [kept["bestand"][:8], "wb@partij.example"], reason="gebeld", **plaats)
    assert {r["afgedaan"] for r in bus.lijst()} == {"gebeld"}
    assert not bus.neem().needs_attention


@pytest.mark.parametrize("naam", ["er is niets", "", "abc"])
def test_what_does_not_wait_is_named_and_nothing_changes(map_: Map, naam: str) -> None:
    map_.zet("scan.pdf", PDF)
    map_.neem()
    eerst = map_.post()
    with pytest.raises(NietUitgevoerd) as fout:
        deal_with(RONDE, [eerst[0]["bestand"], naam], **map_.plaats)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == catalogue.GEEN_WACHTEND_STUK.code
    assert eerst[0]["bestand"] in bevinding.tekst
    assert map_.post() == eerst
