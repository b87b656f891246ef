"""Another year than that of chapter 8: four rondes, or one, through every command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kwartalen import KWARTALEN, RONDES, Sluisdorp, antwoorden, schrijf_sluisdorp, teksten
from opdrachten import geef
from openpyxl import load_workbook

from kaderxl import (
    archive,
    calendar,
    check,
    generate,
    history,
    mail,
    merge,
    remind,
    status,
    verify,
)
from kaderxl.core import catalogue, labels as l
from kaderxl.core.cycle import ronde_van
from kaderxl.core.rounds import Ronde

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

BO = dict(zip(KWARTALEN, ("2027-05-10", "2027-08-10", "2027-11-10", "2028-02-20"), strict=True))

ONS = (
    "tussenstand", "evaluatie", "hoofdstuk 8", "kaderafspraken", "moderator", "stemming", "Oranje",
    "Aa en Hunze",
)  # fmt: skip


@pytest.fixture
def dorp(tmp_path: Path) -> Sluisdorp:
    return Sluisdorp(schrijf_sluisdorp(tmp_path / "sjabloon.xlsx"), tmp_path / "output")


def niets_van_ons(tekst: str) -> None:
    assert [w for w in ONS if w.lower() in tekst.lower()] == []


def test_a_whole_year_of_four_rondes(dorp: Sluisdorp) -> None:
    d = dorp
    gezegd = {b.code for b in check(d.sjabloon).bevindingen}
    assert gezegd == {catalogue.INLEVEREN_IN_WEEKEND.code}
    for nummer, kwartaal in enumerate(KWARTALEN):
        ronde, dag = ronde_van(2027, kwartaal), date.fromisoformat(BO[kwartaal])
        bladen = generate(ronde, **d.plaats).invulbladen
        assert str(bladen[0].bestand.parent.parent.name) == f"2027-{kwartaal.replace(' ', '-')}"
        mails = mail(ronde, **d.plaats)
        assert len([m for m in mails.mails if m.concept]) == 3
        d.stuur(ronde, antwoorden(kwartaal), BO[kwartaal])
        stand = status(ronde, **d.plaats, today=dag)
        assert all(r.ingevuld == r.gevraagd for r in stand.partijen)
        assert stand.ronde == ronde
        matrix = d.stel_vast(ronde, dag, "Fictief: bouwen" if nummer == 2 else "")
        assert set(matrix.besluiten) == {"1a", "1b", "2a"}
        boek = d.map(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
        bladnamen = load_workbook(boek, read_only=True).sheetnames
        assert not {l.BESLUITVORMING, l.STEMMINGEN} & {*bladnamen}
        assert (l.JAARPROGRAMMA in bladnamen) == (l.WIJZIGINGEN in bladnamen) == (nummer == 2)
        for pad in (boek, bladen[1].bestand):
            niets_van_ons(teksten(pad))
        archive(ronde, **d.plaats, today=dag)
    assert [p.name for p in sorted((d.output / "archief").iterdir())] == [
        "2027-derde-kwartaal", "2027-eerste-kwartaal", "2027-tweede-kwartaal",
        "2027-vierde-kwartaal",
    ]  # fmt: skip
    for archief in verify(output=d.output).archieven:
        assert archief.nagerekend
        assert archief.bevindingen == ()
    _de_jaren(d)
    _het_volgende_jaar(d)


def _de_jaren(d: Sluisdorp) -> None:
    """In the order of the year; the year is told by its last ronde."""
    gelezen = history(**d.plaats)
    assert [str(r.fase) for r in gelezen.tijdlijn.rondes] == [k.capitalize() for k in KWARTALEN]
    (meter,) = gelezen.tijdlijn.meters
    assert [(j.jaar, j.cumulatief) for j in meter.jaren] == [(2027, 41)]
    (klaar,) = [s for s in gelezen.tijdlijn.doelen if s.doel.tm_jaar == 2027]
    assert str(klaar.oordeel) == "gehaald"
    for pad in gelezen.bestanden:
        tekst = teksten(pad) if pad.suffix == ".xlsx" else pad.read_text("utf-8")
        niets_van_ons(tekst)


def _het_volgende_jaar(d: Sluisdorp) -> None:
    """What was before is the ronde before, and the programme of the third quarter is shown."""
    ronde = ronde_van(2028, "eerste kwartaal")
    generate(ronde, **d.plaats)
    blad = teksten(d.map(ronde) / "invulbladen" / f"Invulblad De Kade {ronde}.xlsx")
    assert "besluit BO: Hapert" in blad
    assert "41 huizen" in blad
    assert "Fictief: bouwen" in blad
    assert "(Vierde kwartaal 2027)" not in blad, "it is the ronde just before"
    assert "Het bestuurlijk overleg" not in blad, "the BO of this one is on no sheet"


def test_one_ronde_a_year_is_a_year_as_well(tmp_path: Path) -> None:
    """Its name is in no option: there is no other."""
    rondes = """
        | ronde       | peildatum   | inleveren | vraagt ook                   |
        | ----------- | ----------- | --------- | ---------------------------- |
        | Jaarbericht | 31 december | 1 maart   | jaarprogramma en wijzigingen |
    """
    d = Sluisdorp(schrijf_sluisdorp(tmp_path / "s.xlsx", Rondes=rondes), tmp_path / "output")
    for jaar in (2027, 2028):
        ronde = generate(Ronde(jaar), **d.plaats).ronde
        assert str(ronde) == f"{jaar}-jaarbericht"
        assert merge(Ronde(jaar), **d.plaats).matrix.ronde == ronde
    boek = load_workbook(d.map(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx")
    assert l.JAARPROGRAMMA in boek.sheetnames
    assert [str(r) for r in history(**d.plaats).tijdlijn.rondes] == [
        "2027-jaarbericht",
        "2028-jaarbericht",
    ]
    titels = [t.titel for t in calendar(2028, today=date(2028, 1, 1), **d.plaats).termijnen]
    assert "Invulblad Jaarbericht 2027 inleveren" in titels
    for pad in (d.output / "historie").iterdir():
        if pad.suffix == ".html":
            niets_van_ons(pad.read_text("utf-8"))


def test_a_reminder_names_the_ronde_as_the_municipality_does(dorp: Sluisdorp) -> None:
    ronde = ronde_van(2027, "derde kwartaal")
    generate(ronde, **dorp.plaats)
    mail(ronde, **dorp.plaats)
    (concept, *_) = remind(ronde, **dorp.plaats, today=date(2027, 10, 18)).klaar
    assert "invulblad Derde kwartaal 2027" in concept.onderwerp
    tekst = (dorp.map(ronde) / "mail" / "Invulblad De Kade 2027-derde-kwartaal.txt").read_text()
    assert "Vier keer per jaar kijken we samen" in " ".join(tekst.split())
    assert "Nu doen we het derde kwartaal van 2027." in " ".join(tekst.split())


def test_a_ronde_that_the_template_has_not_is_refused_before_anything_is_made(
    dorp: Sluisdorp,
) -> None:
    woorden = ("--year", 2027, "--template", dorp.sjabloon, "--output", dorp.output)
    gezegd = geef("generate", "--round", "tussenstand", *woorden)
    assert gezegd.exit_code == 2
    assert "eerste-kwartaal, tweede-kwartaal, derde-kwartaal of vierde-kwartaal" in gezegd.output
    assert not dorp.output.exists()
    assert geef("generate", "--round", "Derde kwartaal", *woorden).exit_code == 0
    assert (dorp.output / "2027-derde-kwartaal").is_dir()


def test_what_was_asked_under_a_name_that_is_gone_is_not_lost_without_a_word(
    dorp: Sluisdorp,
) -> None:
    oud = ronde_van(2027, "eerste kwartaal")
    generate(oud, **dorp.plaats)
    merge(oud, **dorp.plaats)
    nieuw = RONDES.replace("Eerste kwartaal ", "Voorjaarsronde  ")
    schrijf_sluisdorp(dorp.sjabloon, Rondes=nieuw)
    merge(generate(ronde_van(2027, "tweede kwartaal"), **dorp.plaats).ronde, **dorp.plaats)
    (weg,) = [
        b
        for b in history(**dorp.plaats).bevindingen
        if b.code == catalogue.MAP_VAN_ANDERE_RONDE.code
    ]
    assert weg.plek.bestand == "2027-eerste-kwartaal"
