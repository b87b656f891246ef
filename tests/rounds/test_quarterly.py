"""Another year than that of chapter 8: four rondes, or one, through every command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict

import pytest
from invullen import Antwoorden, oordeel, vul
from kwartalen import RONDES, schrijf_sluisdorp
from opdrachten import geef
from openpyxl import load_workbook

from kaderxl import (
    adopt,
    archive,
    calendar,
    check,
    collect,
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
from kaderxl.core.kader import Kader
from kaderxl.core.outcome import Matrix
from kaderxl.core.rounds import Ronde

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

KWARTALEN = ("eerste kwartaal", "tweede kwartaal", "derde kwartaal", "vierde kwartaal")
BO = dict(zip(KWARTALEN, ("2027-05-10", "2027-08-10", "2027-11-10", "2028-02-20"), strict=True))
HUIZEN = dict(zip(KWARTALEN, (5, 12, 30, 41), strict=True))
ONS = (
    "tussenstand", "evaluatie", "hoofdstuk 8", "kaderafspraken", "moderator", "stemming", "Oranje",
    "Aa en Hunze",
)  # fmt: skip


class Plaats(TypedDict):
    template: Path
    output: Path


@dataclass(frozen=True)
class Sluisdorp:
    """The municipality of four rondes a year, and what kaderxl made there."""

    sjabloon: Path
    output: Path

    @property
    def plaats(self) -> Plaats:
        return {"template": self.sjabloon, "output": self.output}

    @property
    def kader(self) -> Kader:
        return check(self.sjabloon).geldig()

    def map(self, ronde: Ronde) -> Path:
        return self.output / str(ronde)

    def stuur(self, ronde: Ronde, gegeven: Mapping[str, Antwoorden], dag: str) -> None:
        """Fill in the sheet of each partij (code) as it was handed out, and take it in."""
        for code, antwoorden in gegeven.items():
            partij = self.kader.partij(code)
            assert partij is not None
            blad = self.map(ronde) / "invulbladen" / f"Invulblad {partij.naam} {ronde}.xlsx"
            bestand = self.output.parent / f"{code} {ronde}.xlsx"
            bestand.write_bytes(vul(blad.read_bytes(), antwoorden, op=f"{dag}T09:00:00Z"))
            (inzending,) = collect(ronde, [bestand], **self.plaats).inzendingen
            assert inzending.status == "aangenomen", inzending.bevindingen

    def stel_vast(self, ronde: Ronde, dag: date, programma: str = "") -> Matrix:
        """The BO sets what is proposed, on a copy of the matrix."""
        bron = self.map(ronde) / "matrix" / f"monitoringsmatrix-{ronde}.xlsx"
        matrix = merge(ronde, **self.plaats).matrix
        boek = load_workbook(bron)
        moment = datetime.combine(dag, datetime.min.time())
        blad = boek[l.BESLUITENLIJST]
        koppen = [cel.value for cel in blad[2]]
        for rij in blad.iter_rows(min_row=3):
            kleur = matrix.voorstellen.get(str(rij[koppen.index(l.NR)].value))
            if kleur:
                rij[koppen.index(l.BESLUIT)].value = str(kleur)
                rij[koppen.index(l.BESLUIT_REDEN)].value = "g" if kleur.vraagt_reden else None
                rij[koppen.index(l.DATUM_BO)].value = moment
        for cel in [c for r in boek[l.SAMENVATTING] for c in r if c.value == l.VASTGESTELD_IN]:
            cel.offset(column=1).value = moment
        if programma:
            blad = boek[l.JAARPROGRAMMA]
            blad.cell(3, [cel.value for cel in blad[2]].index(l.PROGRAMMA) + 1).value = programma
        kopie = self.output.parent / f"na het bo {ronde}.xlsx"
        boek.save(kopie)
        return adopt(ronde, kopie, today=dag, **self.plaats).merged.matrix


@pytest.fixture
def dorp(tmp_path: Path) -> Sluisdorp:
    return Sluisdorp(schrijf_sluisdorp(tmp_path / "sjabloon.xlsx"), tmp_path / "output")


def antwoorden(kwartaal: str) -> dict[str, Antwoorden]:
    """Complete answers of 2027; the houses stand for all of the year so far."""
    cijfer: dict[str, dict[str, object]] = {"K2": oordeel("Loopt"), "K2-A": {"Waarde": 7.4}}
    klaar = kwartaal == KWARTALEN[-1]
    loket: dict[str, dict[str, object]] = {"K3": oordeel("Klaar" if klaar else "Loopt")}
    loket |= {"K3-A": {"Waarde": "Ja" if klaar else "Nee"}}
    kade: dict[str, dict[str, object]] = {"K1": oordeel("Hapert", "g", "Fictief: te laat begonnen")}
    kade |= {"K1-A": {"Waarde": HUIZEN[kwartaal]}}
    return {"GS": loket, "DK": kade | cijfer, "ZD": cijfer | loket}


def teksten(pad: Path) -> str:
    boek = load_workbook(pad)
    return "\n".join(str(c.value) for b in boek for r in b.iter_rows() for c in r if c.value)


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
