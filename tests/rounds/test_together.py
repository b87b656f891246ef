"""The returns of one partij together, through files and commands, as the handleiding tells it."""

from __future__ import annotations

import csv
import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import TypedDict

import pytest
from archieven import Klaar, maak_ronde
from click.testing import CliRunner, Result
from invullen import (
    RONDE,
    Antwoorden,
    antwoorden,
    bewerk,
    codes,
    een_lezer_voor_alles,
    enige,
    leeg_blad,
    oordeel,
    vul,
    zoek_tabel,
)
from openpyxl import Workbook, load_workbook
from sjablonen import STANDAARD, schrijf_sjabloon, vervang

from kaderxl import archive, choose, collect, generate, merge, status, verify
from kaderxl.cli import main
from kaderxl.commands.collected import Collected
from kaderxl.commands.taken_in import Ingenomen
from kaderxl.core import catalogue, clock
from kaderxl.core.answers import Inzending
from kaderxl.core.folder import Archiefdossier
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ernst
from kaderxl.mailing.replies import te_verbeteren
from kaderxl.reading import Reader
from kaderxl.returns.workspace import Workspace
from kaderxl.sheets.questions import stel_vragenlijst_op

PARTIJ = "NB"


class Plaats(TypedDict):
    template: Path
    output: Path


@dataclass
class Bak:
    """The municipality of Molendam at work: what comes in, and what the commands say of it."""

    map: Path
    sjabloon: Path
    kader: Kader

    @property
    def plaats(self) -> Plaats:
        return {"template": self.sjabloon, "output": self.map / "output"}

    @property
    def retour(self) -> Path:
        return self.map / "output" / str(RONDE) / "retour"

    def leeg(self, partij: str = PARTIJ) -> bytes:
        """The sheet as `generate` made it."""
        naam = self.kader.partij(partij)
        assert naam is not None
        map_ = self.map / "output" / str(RONDE) / "invulbladen"
        return (map_ / f"Invulblad {naam.naam} {RONDE}.xlsx").read_bytes()

    def herstel(self) -> bytes:
        return (self.map / f"output/{RONDE}/herstel/Herstel Noordbouw {RONDE}.xlsx").read_bytes()

    def stuur(self, **bestanden: bytes) -> dict[str, Ingenomen]:
        """Take files in, in one go; what became of each by its name."""
        paden = []
        for naam, data in bestanden.items():
            pad = self.map / "in" / f"{naam}.xlsx"
            pad.parent.mkdir(exist_ok=True)
            pad.write_bytes(data)
            paden.append(pad)
        return {i.bestand: i for i in collect(RONDE, paden, **self.plaats).inzendingen}

    def telt(self) -> Inzending:
        """What counts of Noordbouw in the matrix."""
        alle = merge(RONDE, **self.plaats).matrix.inzendingen
        (eigen,) = (i for i in alle if i.partij == PARTIJ)
        return eigen

    def waarde(self, code: str) -> object:
        antwoord = self.telt().voorzetten[code.rpartition("-")[0]].waarden.get(code)
        return antwoord.waarde if antwoord else None

    def op_het_scherm(self, *opdracht: str) -> Result:
        plaats = ("--template", self.sjabloon, "--output", self.map / "output")
        woorden = [str(woord) for woord in (*opdracht, "--year", "2026", *plaats)]
        return CliRunner().invoke(main, woorden)


@pytest.fixture
def bak(molendam: Path, klein: Kader, reader: Reader, tmp_path: Path) -> Iterator[Bak]:
    with een_lezer_voor_alles(reader):
        bak = Bak(tmp_path, molendam, klein)
        generate(RONDE, **bak.plaats)
        yield bak


def op(dag: int, maand: int = 3) -> str:
    return f"2027-{maand:02}-{dag:02}T09:00:00Z"


def alles(kader: Kader, **anders: object) -> Antwoorden:
    """A complete answer of Noordbouw; `A01_I1_M1=4` is another value there."""
    gegeven = antwoorden(kader, PARTIJ)
    return gegeven | {code.replace("_", "-"): {"Waarde": w} for code, w in anders.items()}


def helft(kader: Kader, *begin: str) -> Antwoorden:
    return {c: rij for c, rij in antwoorden(kader, PARTIJ).items() if c.startswith(begin)}


def test_two_colleagues_with_half_a_sheet_each_make_one_answer(bak: Bak) -> None:
    jan = vul(bak.leeg(), helft(bak.kader, "A01"), op=op(1))
    piet = vul(bak.leeg(), helft(bak.kader, "A02", "A03"), op=op(2))
    uitkomst = bak.stuur(jan=jan, piet=piet)
    assert [i.compleet for i in uitkomst.values()] == [5, 5], "together"
    assert [b.code for i in uitkomst.values() for b in i.bevindingen] == [catalogue.OOK_GETELD.code]
    ook = enige(uitkomst["jan.xlsx"].bevindingen, catalogue.OOK_GETELD)
    assert "waar piet.xlsx niets over zegt" in ook.tekst
    assert all(i.herstel is None for i in uitkomst.values()), "nothing is missing"
    inzending = bak.telt()
    assert [b.bestand for b in inzending.bestanden] == ["jan.xlsx", "piet.xlsx"]
    velden = {v.plek.bestand for w in inzending.voorzetten.values() for v in w.velden.values()}
    assert velden == {"jan.xlsx", "piet.xlsx"}, "each answer names the file it is from"
    regel = next(r for r in status(RONDE, **bak.plaats).lines() if "Noordbouw" in r)
    assert regel.endswith("5 van 5 compleet, uit 2 bestanden: jan.xlsx en piet.xlsx")
    choose(RONDE, "jan.xlsx", counts=False, **bak.plaats)
    assert [b.bestand for b in bak.telt().bestanden] == ["piet.xlsx"]


def test_a_receipt_says_in_which_file_a_remark_is(bak: Bak) -> None:
    jan = vul(bak.leeg(), {**helft(bak.kader, "A01"), "A01-I1-M1": {"Waarde": "12 w"}}, op=op(1))
    piet = vul(bak.leeg(), {**helft(bak.kader, "A03"), "A03-I1-M1": {"Waarde": "2 w"}}, op=op(2))
    bak.stuur(jan=jan, piet=piet)
    punten = te_verbeteren(bak.telt()).punten
    assert sum("(jan.xlsx, cel C7)" in punt for punt in punten) == 1
    assert sum("(piet.xlsx, cel " in punt for punt in punten) > 1
    merged = merge(RONDE, **bak.plaats).as_json()
    (inzending,) = merged["inzendingen"]
    assert [b["bestand"] for b in inzending["bestanden"]] == ["jan.xlsx", "piet.xlsx"]


def test_each_answer_on_herkomst_has_the_hash_of_its_own_file(bak: Bak) -> None:
    jan = vul(bak.leeg(), helft(bak.kader, "A01"), op=op(1))
    piet = vul(bak.leeg(), helft(bak.kader, "A02", "A03"), op=op(2))
    for map_, data in (("a", jan), ("b", piet)):  # two files of one name
        (bak.map / map_).mkdir()
        (bak.map / map_ / "blad.xlsx").write_bytes(data)
        collect(RONDE, [bak.map / map_], **bak.plaats)
    inzending = bak.telt()
    rijen = load_workbook(merge(RONDE, **bak.plaats).bestand)["Herkomst"].iter_rows(
        values_only=True
    )
    gezien = {(str(r[1])[:3], r[4], r[7]) for r in rijen if str(r[1])[:2] == "A0"}
    hash_van = {b.bestand: b.sha256 for b in inzending.bestanden}
    een, ander = hash_van
    assert een.endswith(" blad.xlsx")
    assert gezien == {("A01", een, hash_van[een])} | {
        (begin, ander, hash_van[ander]) for begin in ("A02", "A03")
    }
    assert all((bak.retour / naam).is_file() for naam in hash_van), "by its name in retour"


def test_a_correction_workbook_that_comes_late_undoes_nothing_of_a_newer_return(bak: Bak) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 woningen"), op=op(1)))
    herstel = bak.herstel()
    nieuwer = vul(bak.leeg(), alles(bak.kader, A01_I1_M1=12, A01_I1_M2=99), op=op(5))
    assert catalogue.ANDERS_BEANTWOORD.code in codes(
        bak.stuur(nieuwer=nieuwer)["nieuwer.xlsx"].bevindingen
    )
    laat = vul(herstel, {"A01-I1-M3": {"Waarde": 7}}, op=op(9))
    (ingenomen,) = bak.stuur(laat=laat).values()
    assert catalogue.OUDER_DAN_ER_IS.code not in codes(ingenomen.bevindingen)
    telt = bak.telt().voorzetten["A01-I1"].waarden
    assert [telt[f"A01-I1-M{n}"].waarde for n in (1, 2, 3)] == [12, 99, 7]
    assert telt["A01-I1-M3"].veld.plek.bestand == "laat.xlsx"
    assert telt["A01-I1-M2"].veld.plek.bestand == "nieuwer.xlsx"
    assert ingenomen.compleet == 5


def test_what_two_say_differently_is_named_with_both_places(bak: Bak) -> None:
    bak.stuur(jan=vul(bak.leeg(), alles(bak.kader, A01_I1_M1=4), op=op(1)))
    (piet,) = bak.stuur(piet=vul(bak.leeg(), alles(bak.kader, A01_I1_M1=5), op=op(2))).values()
    botst = enige(piet.bevindingen, catalogue.ANDERS_BEANTWOORD)
    assert (botst.ernst, botst.plek.cel) == (Ernst.WAARSCHUWING, "C7")
    assert (
        "“4” in jan.xlsx, blad Invulblad, cel C7 (opgeslagen op 1-3-2027 om 10:00:00)"
        in botst.tekst
    )
    assert (
        "“5” in piet.xlsx, blad Invulblad, cel C7 (opgeslagen op 2-3-2027 om 10:00:00)"
        in botst.tekst
    )
    assert bak.waarde("A01-I1-M1") == 5
    hash_ = botst.actie.rpartition("--choose ")[2].rstrip(".")
    choose(RONDE, hash_, **bak.plaats)
    assert bak.waarde("A01-I1-M1") == 4
    gekozen = merge(RONDE, **bak.plaats).matrix.bevindingen
    assert catalogue.ANDERS_BEANTWOORD.code not in codes(gekozen), "a person has said which"
    assert catalogue.ANTWOORD_GEWIJZIGD.code in codes(gekozen)


def test_an_older_return_that_comes_in_later_is_told_of_what_differs(bak: Bak) -> None:
    bak.stuur(piet=vul(bak.leeg(), alles(bak.kader, A01_I1_M1=5), op=op(2)))
    (jan,) = bak.stuur(jan=vul(bak.leeg(), alles(bak.kader, A01_I1_M1=4), op=op(1))).values()
    assert "“5” in piet.xlsx" in enige(jan.bevindingen, catalogue.ANDERS_BEANTWOORD).tekst
    assert bak.waarde("A01-I1-M1") == 5


def test_an_answer_that_was_emptied_in_a_correction_workbook_is_taken_back(bak: Bak) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 woningen"), op=op(1)))
    terug: Antwoorden = {"A01-I1-M1": {"Waarde": 12}, "A02-I2": oordeel("Groen", None, None)}
    bak.stuur(herstel=vul(bak.herstel(), terug, op=op(2)))
    inzending = bak.telt()
    assert inzending.voorzetten["A02-I2"].toelichting == ""
    assert [b.bestand for b in inzending.bestanden] == ["herstel.xlsx"]
    gezegd = merge(RONDE, **bak.plaats).matrix.bevindingen
    assert enige(gezegd, catalogue.ANTWOORD_TERUGGENOMEN).plek.bestand == "herstel.xlsx"


@pytest.mark.parametrize("hoe", ["a row", "a column", "an error", "a formula", "merged"])
def test_what_no_longer_shows_was_not_emptied(bak: Bak, hoe: str) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w", A01_I1_M2=8), op=op(1)))

    def kapot(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        cel = tabel.cel("A01-I1-M2", "Waarde")
        if hoe == "a row":
            tabel.blad.delete_rows(cel.row)
        elif hoe == "a column":
            tabel.blad.delete_cols(cel.column)
        elif hoe == "an error":
            cel.value, cel.data_type = "#REF!", "e"
        elif hoe == "a formula":
            cel.value = "=1+1"
        else:
            boven = tabel.cel("A01-I1-M1", "Waarde").coordinate
            tabel.blad.merge_cells(f"{boven}:{cel.coordinate}")

    bak.stuur(herstel=bewerk(bak.herstel(), kapot, opgeslagen=op(2)))
    assert bak.waarde("A01-I1-M2") == 8


def test_what_was_excluded_does_not_count_by_a_correction_workbook_that_shows_it(
    bak: Bak,
) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))
    anders: Antwoorden = {
        "A01-I1-M1": {"Waarde": 12},
        "A02-I2": {"Beoordeling": "Oranje", "Reden": "a"},
    }
    bak.stuur(herstel=vul(bak.herstel(), anders, op=op(2)))
    gekozen = choose(RONDE, "eerst.xlsx", counts=False, **bak.plaats)
    inzending = bak.telt()
    velden = {(c, k): v.tekst for c, w in inzending.voorzetten.items()
              for k, v in w.velden.items() if v}  # fmt: skip
    waarden = [
        a.waarde for w in inzending.voorzetten.values() for a in w.waarden.values() if a.veld
    ]
    assert waarden == [12], "what was changed in it counts, and no more"
    assert velden.keys() == {("A02-I2", k) for k in ("Beoordeling", "Reden", "Toelichting")}
    assert inzending.compleet == 1
    assert sum(b.code == catalogue.KEUZE_VERANDERT.code for b in gekozen.bevindingen) > 10
    herhaalt = enige(merge(RONDE, **bak.plaats).matrix.bevindingen, catalogue.HERHAALT_UITGESLOTEN)
    assert (herhaalt.ernst, herhaalt.plek.bestand) == (Ernst.WAARSCHUWING, "herstel.xlsx")
    hash_ = herhaalt.actie.partition("--choose ")[2][:8]
    choose(RONDE, hash_, **bak.plaats)
    assert bak.telt().compleet == 5, "a person may say that all of it counts"
    assert catalogue.HERHAALT_UITGESLOTEN.code not in codes(
        merge(RONDE, **bak.plaats).matrix.bevindingen
    )


def leeg_alles(kader: Kader) -> Antwoorden:
    return {code: dict.fromkeys(rij) for code, rij in alles(kader).items()}


def test_a_correction_workbook_that_was_emptied_takes_everything_back(bak: Bak) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))
    (herstel,) = bak.stuur(herstel=vul(bak.herstel(), leeg_alles(bak.kader), op=op(2))).values()
    assert herstel.status == "aangenomen"
    terug = enige(herstel.bevindingen, catalogue.ALLES_TERUGGENOMEN)
    assert terug.ernst is Ernst.WAARSCHUWING
    assert "Noordbouw nam met dit herstelblad al haar antwoorden terug: " in terug.tekst
    assert catalogue.ANTWOORD_TERUGGENOMEN.code not in codes(herstel.bevindingen), "one line"
    assert not any(v for w in bak.telt().voorzetten.values() for v in w.velden.values())
    choose(RONDE, terug.actie.partition("--exclude ")[2][:8], counts=False, **bak.plaats)
    assert bak.waarde("A01-I1-M2") is not None, "and a person can have them back"


def test_much_taken_back_is_one_line_on_top_with_what_was_given_since(bak: Bak) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))
    heel = bak.herstel()
    weg = {code: rij for code, rij in leeg_alles(bak.kader).items() if code != "A02-I2"}
    leeg = vul(heel, weg, op=op(2))
    (herstel,) = bak.stuur(herstel=leeg).values()
    veel = enige(herstel.bevindingen, catalogue.VEEL_TERUGGENOMEN)
    assert "Noordbouw trok met dit bestand " in veel.tekst
    assert "later weer" not in veel.tekst
    per_cel = [b for b in herstel.bevindingen if b.code == catalogue.ANTWOORD_TERUGGENOMEN.code]
    assert len(per_cel) > 3, "in --json each"
    regels = [*Collected(RONDE, (herstel,)).lines()]
    assert "I435" in regels[1]
    assert not [r for r in regels if "I399" in r or "V402" in r]
    voluit = [*Collected(RONDE, (herstel,), alles=True).lines()]
    assert [r for r in voluit if "I399" in r]
    assert [r for r in voluit if "V402" in r]
    bak.stuur(weer=vul(bak.herstel(), {"A01-I1-M2": {"Waarde": 9}}, op=op(3)))
    over = merge(RONDE, **bak.plaats).matrix.bevindingen
    (nog,) = {b.tekst for b in over if b.code == catalogue.VEEL_TERUGGENOMEN.code}
    assert nog.endswith("; 1 daarvan gaf zij later weer, in een nieuwer bestand.")


def test_a_fresh_sheet_or_one_that_shows_nothing_takes_nothing_back(bak: Bak) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))

    def fouten(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for code, rij in alles(bak.kader).items():
            for kolom in rij:
                cel = tabel.cel(code, kolom)
                cel.value, cel.data_type = "#REF!", "e"

    def kolommen_weg(boek: Workbook) -> None:
        tabel = zoek_tabel(boek)
        for kolom in ("Toelichting", "Reden", "Beoordeling", "Waarde"):
            tabel.blad.delete_cols(tabel.cel("A01-I1", kolom).column)

    stuk = (bewerk(bak.herstel(), hoe, opgeslagen=op(2)) for hoe in (fouten, kolommen_weg))
    for blad in (bak.leeg(), *stuk):
        (uitkomst,) = bak.stuur(blad=blad).values()
        assert uitkomst.status == "geweigerd", uitkomst
    assert bak.waarde("A01-I1-M2") is not None


# What was printed while it was out


@pytest.mark.parametrize(
    ("blad", "oud", "nieuw"),
    [
        ("Partijen", "Gemeente Molendam", "Gemeente Molenland"),
        ("Instellingen", "15 februari", "1 maart"),
        ("Instellingen", "wonen@molendam.example", "post@molendam.example"),
        ("Monitoringstabel", "oordeel over de huren", "oordeel over alle huren"),
        ("Doelen", "| 140 ", "| 150 "),
    ],
    ids=[
        "another partij renamed",
        "a deadline moved",
        "a contact changed",
        "a question",
        "a target",
    ],
)
def test_what_we_printed_then_is_no_word_of_the_partij(
    bak: Bak, blad: str, oud: str, nieuw: str
) -> None:
    """Also of a correction workbook that was out meanwhile."""
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))
    verbeterd = vul(bak.herstel(), {"A01-I1-M1": {"Waarde": 12}}, op=op(2))
    bak.sjabloon = schrijf_sjabloon(bak.map / "nieuw.xlsx", **vervang(blad, oud, nieuw))
    (ingenomen,) = bak.stuur(herstel=verbeterd).values()
    van_de_vragen = {catalogue.ANDERE_VERSIE.code}
    assert {*codes(ingenomen.bevindingen)} <= van_de_vragen, ingenomen.bevindingen
    assert (ingenomen.status, ingenomen.compleet) == ("aangenomen", 5)
    matrix = merge(RONDE, **bak.plaats).matrix
    assert catalogue.LOSSE_TEKST.code not in codes(matrix.bevindingen)


def test_a_partij_is_its_code(bak: Bak) -> None:
    """Renamed while its sheets are out: nothing is lost, and nothing of ours is its word."""
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))
    verbeterd = vul(bak.herstel(), {"A01-I1-M1": {"Waarde": 12}}, op=op(2))
    nieuw = {blad: tabel.replace("Noordbouw", "Oostbouw") for blad, tabel in STANDAARD.items()}
    bak.sjabloon = schrijf_sjabloon(bak.map / "nieuw.xlsx", **nieuw)
    (ingenomen,) = bak.stuur(herstel=verbeterd).values()
    assert (ingenomen.partij, ingenomen.compleet, ingenomen.bevindingen) == ("Oostbouw", 5, ())
    eerst = merge(RONDE, **bak.plaats)
    assert [b.code for b in eerst.matrix.bevindingen if b.plek.bestand] == [
        catalogue.VERVANGEN.code,
        catalogue.ANTWOORD_GEWIJZIGD.code,
    ]
    assert merge(RONDE, **bak.plaats).bewaard is None, "twice is the same as once"


def test_a_stempel_that_was_changed_by_hand_is_none(bak: Bak) -> None:
    """What is kept is changed as well: then it is no longer what bears that stempel."""
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w"), op=op(1)))
    herstel = vul(bak.herstel(), {"A01-I1-M2": {"Waarde": None}}, op=op(2))
    for bestand in (bak.map / "output" / str(RONDE) / "uitgegeven").glob("invulblad-*.json"):
        bestand.write_text(bestand.read_text("utf-8").replace("12 w", "13 w"), "utf-8")
    (ingenomen,) = bak.stuur(herstel=herstel).values()
    assert catalogue.HERSTELBLAD_ZONDER_STEMPEL.code in codes(ingenomen.bevindingen)
    assert bak.waarde("A01-I1-M2") is not None, "what was emptied cannot be told"


def zonder_stempel(boek: Workbook) -> None:
    for rij in boek["_meta"].iter_rows():
        for cel in rij:
            if cel.value == "stempel":
                boek["_meta"].delete_rows(cel.row)


def test_of_a_sheet_without_its_stempel_an_empty_cell_says_nothing(bak: Bak) -> None:
    bak.stuur(eerst=vul(bak.leeg(), alles(bak.kader, A01_I1_M1="12 w", A01_I1_M2=8), op=op(1)))
    leeg: Antwoorden = {"A01-I1-M1": {"Waarde": 12}, "A01-I1-M2": {"Waarde": None}}
    herstel = vul(bak.herstel(), leeg, zonder_stempel, op=op(2))
    (ingenomen,) = bak.stuur(herstel=herstel).values()
    lost = enige(ingenomen.bevindingen, catalogue.HERSTELBLAD_ZONDER_STEMPEL)
    assert lost.ernst is Ernst.WAARSCHUWING
    assert bak.waarde("A01-I1-M2") == 8
    los = vul(bak.leeg(), {"A01-I1-M2": {"Waarde": 9}}, zonder_stempel, op=op(3))
    (ingenomen,) = bak.stuur(los=los).values()
    assert enige(ingenomen.bevindingen, catalogue.ZONDER_STEMPEL).ernst is Ernst.MELDING
    assert bak.waarde("A01-I1-M2") == 9


def test_a_single_sheet_without_its_stempel_is_read_as_ever(bak: Bak) -> None:
    (ingenomen,) = bak.stuur(een=vul(bak.leeg(), alles(bak.kader), zonder_stempel)).values()
    assert ingenomen.bevindingen == ()


# Which is the newest


def als_mail(data: bytes, dag: int, naam: str = "blad.csv") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "jan@noordbouw.example", "Invulblad"
    mail["Date"] = f"Mon, {dag:02} Mar 2027 10:00:00 +0100"
    mail.add_attachment(data, "application", "octet-stream", filename=naam)
    return mail.as_bytes()


def als_csv(kader: Kader, waarde: int) -> bytes:
    """The table retyped, which bears no moment and no stempel."""
    partij = kader.partij(PARTIJ)
    assert partij is not None
    kenmerk = str(stel_vragenlijst_op(kader, RONDE, PARTIJ).kenmerk)
    koppen = "Code;Thema;Afspraak;Indicator;Waarde;Beoordeling;Reden;Toelichting"
    return f"{kenmerk};;;;;;;\n{koppen}\nA01-I1-M1;;;;{waarde};;;\n".encode()


@pytest.mark.parametrize("eerst", [1, 2])
def test_the_date_of_the_mail_decides_where_a_file_has_no_moment(bak: Bak, eerst: int) -> None:
    (bak.map / "in").mkdir()
    for nummer in (eerst, 3 - eerst):
        bestand = bak.map / "in" / f"{nummer}.eml"
        bestand.write_bytes(als_mail(als_csv(bak.kader, nummer), dag=nummer))
        collect(RONDE, [bestand], **bak.plaats)
    assert bak.waarde("A01-I1-M1") == 2


@pytest.mark.parametrize("eerst", [1, 2])
def test_the_time_in_a_zip_decides_where_nothing_else_does(bak: Bak, eerst: int) -> None:
    (bak.map / "in").mkdir()
    for nummer in (eerst, 3 - eerst):
        with zipfile.ZipFile(bak.map / "in" / f"{nummer}.zip", "w") as pakket:
            lid = zipfile.ZipInfo(f"blad {3 - nummer}.csv", (2027, 3, nummer, 9, 0, 0))
            pakket.writestr(lid, als_csv(bak.kader, nummer))
        collect(RONDE, [bak.map / "in" / f"{nummer}.zip"], **bak.plaats)
    assert bak.waarde("A01-I1-M1") == 2


def test_where_nothing_tells_it_is_asked_and_neither_counts(bak: Bak) -> None:
    (bak.map / "in").mkdir()
    bestanden = [bak.map / "in" / f"{n}.csv" for n in (1, 2)]
    for nummer, bestand in enumerate(bestanden, 1):
        bestand.write_bytes(als_csv(bak.kader, nummer))
        os.utime(bestand, (1_800_000_000, 1_800_000_000))
    resultaat = collect(RONDE, bestanden, **bak.plaats)
    assert resultaat.needs_attention
    vragen = [b for i in resultaat.inzendingen for b in i.bevindingen
              if b.code == catalogue.VOLGORDE_ONBEKEND.code]  # fmt: skip
    (vraag,) = vragen
    assert "1.csv" in vraag.tekst
    assert "2.csv" in vraag.tekst
    assert bak.waarde("A01-I1-M1") is None
    assert merge(RONDE, **bak.plaats).needs_attention
    andere = vraag.actie.rpartition("--choose ")[2].rstrip(".")
    choose(RONDE, andere, **bak.plaats)
    assert bak.waarde("A01-I1-M1") in (1, 2)
    assert catalogue.VOLGORDE_ONBEKEND.code not in codes(
        merge(RONDE, **bak.plaats).matrix.bevindingen
    )


def test_a_clock_that_is_ahead_does_not_decide_and_is_said(
    bak: Bak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "stamp", lambda: "2027-03-10T12:00:00+01:00")
    voor = vul(bak.leeg(), alles(bak.kader, A01_I1_M1=1), op=op(1, maand=6))
    na = vul(bak.leeg(), alles(bak.kader, A01_I1_M1=2), op=op(2))
    for naam, data, op_schijf in (("voor", voor, "2027-03-01"), ("na", na, "2027-03-02")):
        pad = bak.map / f"{naam}.xlsx"
        pad.write_bytes(data)
        moment = datetime.fromisoformat(f"{op_schijf}T10:00:00+01:00").timestamp()
        os.utime(pad, (moment, moment))
        collect(RONDE, [pad], **bak.plaats)
    assert bak.waarde("A01-I1-M1") == 2
    gezegd = merge(RONDE, **bak.plaats).matrix.bevindingen
    ahead = enige(gezegd, catalogue.MOMENT_IN_TOEKOMST)
    assert ahead.plek.bestand == "voor.xlsx"
    assert "opgeslagen of verstuurd op 1-6-2027 om 11:00:00" in ahead.tekst
    assert "op schijf gezet op 1-3-2027 om 10:00:00" in ahead.tekst


# Afterwards


@pytest.fixture
def klaar(bak: Bak, reader: Reader) -> Klaar:
    """A ronde in which Noordbouw answered in three files; what was emptied in the last is gone."""
    (bak.map / "rond").mkdir()
    klaar = maak_ronde(bak.map / "rond", reader, ("GEM", "ZW"))
    bak.sjabloon, bak.map = klaar.sjabloon, klaar.output.parent
    jan, piet = helft(bak.kader, "A01"), helft(bak.kader, "A02", "A03")
    leeg = leeg_blad(klaar.kader, PARTIJ)
    bak.stuur(jan=vul(leeg, {**jan, "A01-I1-M1": {"Waarde": "12 w"}}, op=op(1)))
    bak.stuur(piet=vul(leeg, piet, op=op(2)))
    terug: Antwoorden = {
        "A01-I1-M1": {"Waarde": None},
        "A01-I1": {"Toelichting": "Fictief: nog niet bekend"},
    }
    bak.stuur(herstel=vul(bak.herstel(), terug, op=op(3)))
    merge(RONDE, **bak.plaats)
    return klaar


def test_an_archive_keeps_what_the_answers_were_read_against_and_verifies(klaar: Klaar) -> None:
    archief = archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    uitgegeven = klaar.ronde / "uitgegeven"
    bewaard = archief.map / "data" / "uitgegeven"
    bladen = {p.name for p in uitgegeven.iterdir() if not p.name.startswith("matrix-")}
    assert {p.name for p in bewaard.iterdir()} == bladen
    assert verify(output=klaar.output).as_json()["archieven"][0]["bevindingen"] == []
    for eigen in bewaard.glob("invulblad-*.json"):
        eigen.write_text(eigen.read_text("utf-8").replace("12 w", "13 w"), "utf-8")
    gezegd = verify(output=klaar.output).as_json()["archieven"][0]["bevindingen"]
    assert catalogue.NIET_NAGEREKEND.code in {b["code"] for b in gezegd}


def test_an_archive_of_before_this_is_counted_as_it_was(klaar: Klaar) -> None:
    """There the newest counted whole: what it left empty was empty."""
    archief = archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    lijst = archief.map / "data" / "retour" / "ontvangst.csv"
    rijen = list(csv.reader(lijst.read_text("utf-8-sig").splitlines()))
    oud = "".join(f"{','.join([*rij[:3], rij[-1]])}\r\n" for rij in rijen)
    lijst.write_text(oud, "utf-8-sig")
    shutil.rmtree(archief.map / "data" / "uitgegeven")
    with Reader() as reader:
        werk = Workspace(klaar.kader, Archiefdossier(archief.map, RONDE), reader)
        (eigen,) = (i for i in werk.counted().inzendingen if i.partij == PARTIJ)
    assert [b.bestand for b in eigen.bestanden] == ["herstel.xlsx"]
