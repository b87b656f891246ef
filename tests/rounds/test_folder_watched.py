"""The folder of a ronde is all there is of it: what somebody did to it since is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from attachments import PDF, mail
from bus import Bus, van
from click.testing import CliRunner
from invullen import (
    RONDE,
    antwoorden,
    codes,
    ingevuld_blad,
    leeg_blad,
    vul,
)
from openpyxl import load_workbook

from kaderxl import acknowledge, choose, collect, generate, merge, status
from kaderxl.cli import main
from kaderxl.core import catalogue, labels as l
from kaderxl.core.kader import Kader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]


@pytest.fixture
def bus(tmp_path: Path, sjabloon: Path, kader: Kader) -> Bus:
    """A ronde in which one partij answered."""
    bus = Bus(tmp_path, sjabloon)
    bus.neem(van("DV", mail(("a.xlsx", ingevuld_blad(kader, "DV")))))
    return bus


def blad(bus: Bus) -> Path:
    (bestand,) = bus.retour.glob("*.xlsx")
    return bestand


def compleet(bus: Bus, code: str = "DV") -> int:
    uitkomst = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    return next(p.ingevuld for p in uitkomst.partijen if p.partij.code == code)


def over_de_map(bus: Bus) -> list[str]:
    """What `status`, `merge` and `collect` say of the folder; they agree."""
    s = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    m = merge(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    c = collect(RONDE, [bus.post / "niets"], template=bus.sjabloon, output=bus.uitvoer)
    gezegd = codes(s.over_eerdere)
    vragen = [code for code in gezegd if code != catalogue.VAN_WIE_IS_DIT.code]
    assert codes(c.over_eerdere) == vragen
    assert set(gezegd) <= set(codes(m.matrix.bevindingen))
    assert (s.needs_attention, c.needs_attention) == (bool(gezegd), bool(vragen))
    return gezegd


@pytest.fixture(autouse=True)
def lege_map(bus: Bus) -> None:
    (bus.post / "niets").mkdir(exist_ok=True)


def verander(bestand: Path, kader: Kader) -> None:
    ander = {"A01-I1-M1": {"Waarde": 999}}
    bestand.write_bytes(vul(bestand.read_bytes(), ander, op="2027-02-09T09:00:00Z"))


def test_a_folder_that_nobody_touched_says_nothing(bus: Bus) -> None:
    assert over_de_map(bus) == []
    assert compleet(bus) == 21


def test_a_return_that_was_changed_does_not_count_until_a_person_says_so(
    bus: Bus, kader: Kader
) -> None:
    verander(blad(bus), kader)
    assert over_de_map(bus) == [catalogue.INZENDING_VERANDERD.code]
    assert compleet(bus) == 0
    choose(RONDE, blad(bus).name, template=bus.sjabloon, output=bus.uitvoer, reason="telefoon")
    assert over_de_map(bus) == []
    assert compleet(bus) == 21


def test_the_same_mail_again_mends_a_return_that_was_changed(bus: Bus, kader: Kader) -> None:
    oud = blad(bus)
    verander(oud, kader)
    bus.neem()
    assert compleet(bus) == 21
    oud.unlink()
    assert over_de_map(bus) == []


def test_a_return_that_is_gone_is_said_until_it_is_back(bus: Bus, tmp_path: Path) -> None:
    weg = shutil.move(blad(bus), tmp_path / "weg.xlsx")
    assert over_de_map(bus) == [catalogue.INZENDING_WEG.code]
    shutil.move(weg, bus.retour / "12345678 onder een andere naam.xlsx")
    assert compleet(bus) == 21


def test_a_return_under_another_name_with_its_hash_is_not_gone(bus: Bus) -> None:
    blad(bus).rename(blad(bus).with_name(f"{blad(bus).name[:8]} ander.xlsx"))
    assert over_de_map(bus) == []
    assert compleet(bus) == 21


def test_evidence_that_was_changed_is_said(bus: Bus, kader: Kader) -> None:
    bus.neem(van("WB", mail(("b.xlsx", ingevuld_blad(kader, "WB")), ("n.pdf", PDF)), 2))
    (bewijs,) = (bus.retour / "post").iterdir()
    bewijs.write_bytes(b"x")
    s = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    assert codes(s.over_eerdere) == [catalogue.STUK_VERANDERD.code]


def test_litter_in_our_folders_is_nobody_s_answer(bus: Bus) -> None:
    for naam in ("desktop.ini", "Thumbs.db", ".DS_Store", "~$blad.xlsx"):
        (bus.retour / naam).write_bytes(b"x")
        (bus.retour / "post").mkdir(exist_ok=True)
        (bus.retour / "post" / naam).write_bytes(b"x")
    assert over_de_map(bus) == []


# The lists


@pytest.mark.parametrize("naam", ["keuze-LAPTOP-12.csv", "keuze (1).csv", "keuze.xlsx"])
def test_a_copy_of_a_list_is_no_return_and_is_said(bus: Bus, kader: Kader, naam: str) -> None:
    choose(RONDE, blad(bus).name, template=bus.sjabloon, output=bus.uitvoer)
    kopie = bus.retour / naam
    inhoud = (bus.retour / "keuze.csv").read_bytes()
    kopie.write_bytes(inhoud if naam.endswith("csv") else ingevuld_blad(kader, "WB"))
    assert over_de_map(bus) == [catalogue.KOPIE_VAN_LIJST.code]
    assert compleet(bus) == 21


def test_a_return_that_is_called_as_a_list_is_one(bus: Bus, kader: Kader) -> None:
    (bus.retour / "post van Woonborg.xlsx").write_bytes(ingevuld_blad(kader, "WB"))
    assert over_de_map(bus) == []
    assert compleet(bus, "WB") == 21


def test_a_choice_is_known_by_the_hash_when_a_program_spoils_the_name(
    bus: Bus, kader: Kader
) -> None:
    bus.neem(
        van(
            "DV",
            mail(
                (
                    "Coöp é.xlsx",
                    vul(leeg_blad(kader, "DV"), antwoorden(kader, "DV"), op="2027-02-08T09:00:00Z"),
                )
            ),
            5,
            8,
        )
    )
    nieuw = next(p for p in bus.retour.glob("*.xlsx") if "Co" in p.name)
    choose(RONDE, nieuw.name, template=bus.sjabloon, output=bus.uitvoer, counts=False, reason="é")
    keuze = bus.retour / "keuze.csv"
    tekst = keuze.read_text("utf-8-sig").replace(",", ";").encode("cp850")  # Excel, "CSV (MS-DOS)"
    keuze.write_bytes(tekst)
    s = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    assert codes(s.over_eerdere) == []
    assert {b.bestand for p in s.partijen for b in p.bestanden} == {"a.xlsx"}


def test_choices_with_dutch_dates_stay_in_their_order(bus: Bus, kader: Kader) -> None:
    naam = blad(bus).name
    regels = [
        "wanneer;bestand;keuze;reden",
        f"9-2-2027 10:00;{naam};telt;",
        f"8-2-2027 10:00;{naam};telt niet;",
    ]
    (bus.retour / "keuze.csv").write_bytes("\r\n".join(regels).encode("cp1252"))
    assert compleet(bus) == 21


def test_a_choice_about_nothing_is_a_fout(bus: Bus) -> None:
    (bus.retour / "keuze.csv").write_text("wanneer,bestand,keuze,reden\n,weg.xlsx,telt,\n")
    assert over_de_map(bus) == [catalogue.KEUZE_ZONDER_INZENDING.code]


# The matrix is no return


def test_the_matrix_given_to_collect_is_named_as_such(bus: Bus, tmp_path: Path) -> None:
    merge(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    (matrix,) = (bus.uitvoer / str(RONDE) / "matrix").glob("*.xlsx")
    shutil.copy(matrix, tmp_path / "terug.xlsx")
    uitkomst = collect(RONDE, [tmp_path / "terug.xlsx"], template=bus.sjabloon, output=bus.uitvoer)
    (een,) = uitkomst.inzendingen
    assert codes(een.bevindingen) == [catalogue.DIT_IS_DE_MATRIX.code]
    assert "kaderxl adopt" in een.bevindingen[0].actie


# Whose is it


def test_a_sheet_from_the_address_of_another_partij_is_asked_about(bus: Bus, kader: Kader) -> None:
    nieuw = vul(
        leeg_blad(kader, "DV"), {"A01-I1": {"Beoordeling": "Groen"}}, op="2027-02-09T09:00:00Z"
    )
    uitkomst = bus.neem(van("WB", mail(("b.xlsx", nieuw)), 7, 9))
    gezegd = codes(b for i in uitkomst.inzendingen for b in i.bevindingen)
    assert catalogue.VAN_WIE_IS_DIT.code in gezegd
    assert uitkomst.needs_attention
    assert compleet(bus) == 21, "it displaces nothing"
    assert over_de_map(bus) == [catalogue.VAN_WIE_IS_DIT.code]
    (vraag,) = status(RONDE, template=bus.sjabloon, output=bus.uitvoer).over_eerdere
    assert "het adres van Woonborg" in vraag.tekst
    choose(RONDE, "b.xlsx", template=bus.sjabloon, output=bus.uitvoer)
    assert over_de_map(bus) == []
    bus.neem()
    assert over_de_map(bus) == [], "what was answered is not asked again"


def test_what_the_municipality_passes_on_is_not_asked_about(bus: Bus, kader: Kader) -> None:
    brief = mail(("b.xlsx", ingevuld_blad(kader, "WB")))
    brief.replace_header("From", "wonen@gemeente.example")
    brief.replace_header("Message-ID", "<9@gemeente.example>")
    bus.neem(brief)
    assert over_de_map(bus) == []
    assert compleet(bus, "WB") == 21


# On behalf


def namens(bus: Bus, data: bytes, partij: str, bron: str) -> list[str]:
    bestand = bus.post.parent / "zelf.xlsx"
    bestand.write_bytes(data)
    opties = ["--year", "2026", "--template", str(bus.sjabloon), "--output", str(bus.uitvoer)]
    uitkomst = CliRunner().invoke(
        main, ["collect", str(bestand), *opties, "--on-behalf", partij, "--source", bron]
    )
    assert uitkomst.exception is None or isinstance(uitkomst.exception, SystemExit)
    return [str(uitkomst.exit_code), *uitkomst.output.splitlines()]


def bronnen(bus: Bus) -> list[tuple[str, str, str]]:
    return [(r["partij"], r["tekst"], r["bestand"]) for r in bus.lijst() if r["soort"] == "bron"]


def test_answers_by_phone_are_entered_on_behalf_of_the_partij(bus: Bus, kader: Kader) -> None:
    generate(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    assert namens(bus, ingevuld_blad(kader, "WB"), "Woonborg", "telefoon, 12 februari")[0] == "0"
    assert bronnen(bus) == [("WB", "telefoon, 12 februari", "")]
    s = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    regel = next(r for r in s.lines() if "Woonborg" in r)
    assert "21 van 21 compleet; namens haar ingevuld (telefoon, 12 februari)" in regel
    (concept,) = (
        c
        for c in acknowledge(RONDE, template=bus.sjabloon, output=bus.uitvoer).klaar
        if c.partij.code == "WB"
    )
    assert "namens u in, op grond van: telefoon, 12 februari" in concept.tekst
    assert "namens Woonborg ingevuld" in (bus.retour / "ontvangst.csv").read_text("utf-8-sig")
    merge(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    (matrix,) = (bus.uitvoer / str(RONDE) / "matrix").glob("*.xlsx")
    rijen = load_workbook(matrix)[l.HERKOMST].iter_rows(values_only=True)
    assert ("Woonborg", "Bron", "telefoon, 12 februari") in [(r[0], r[2], r[3]) for r in rijen]


@pytest.mark.parametrize("heel", [True, False])
def test_the_mail_that_was_a_source_is_kept_and_answered(
    bus: Bus, kader: Kader, heel: bool
) -> None:
    bus.neem(van("WB", mail(text="Alles groen."), 3))
    (kept,) = (r["bestand"] for r in bus.lijst() if r["soort"] == "schreef")
    namens(bus, ingevuld_blad(kader, "WB"), "WB", kept if heel else kept[:8])
    assert [(p, b) for p, _, b in bronnen(bus)] == [("WB", kept)]
    assert all(r["afgedaan"] for r in bus.lijst() if r["soort"] == "schreef")
    s = status(RONDE, template=bus.sjabloon, output=bus.uitvoer)
    assert "schreef" not in next(r for r in s.lines() if "Woonborg" in r)


def test_a_file_that_was_a_source_is_kept(bus: Bus, kader: Kader, tmp_path: Path) -> None:
    (tmp_path / "antwoorden.docx").write_bytes(b"PK\x03\x04word")
    namens(bus, ingevuld_blad(kader, "WB"), "WB", str(tmp_path / "antwoorden.docx"))
    ((_, tekst, kept),) = bronnen(bus)
    assert tekst == "antwoorden.docx"
    assert (bus.retour / "post" / kept).read_bytes() == b"PK\x03\x04word"


def test_a_sheet_of_another_partij_or_a_source_that_is_not_there_changes_nothing(
    bus: Bus, kader: Kader
) -> None:
    ander = namens(bus, ingevuld_blad(kader, "WB"), "DD", "telefoon")
    assert any(catalogue.NAMENS_EEN_ANDER.code in regel for regel in ander)
    assert namens(bus, ingevuld_blad(kader, "WB"), "WB", "weg.docx")[0] == "2"
    assert namens(bus, ingevuld_blad(kader, "WB"), "Niemand", "telefoon")[0] == "2"
    assert compleet(bus, "WB") == 0
    assert len(list(bus.retour.glob("*.xlsx"))) == 1
