"""A template that changes while a ronde is out: a partij renamed, another template by mistake."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
from adressen import met_adressen
from invullen import RONDE, codes, enige, leeg_blad, vul
from opdrachten import geef, met_sjabloon
from sjablonen import STANDAARD, schrijf_sjabloon, vervang

from kaderxl import Generated, collect, generate, mail, merge, note_sent, remind
from kaderxl.core import catalogue
from kaderxl.core.kader import Kader
from kaderxl.template.read import HERE

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer", "werkmap")]


class Plaats(TypedDict):
    template: Path
    output: Path


@pytest.fixture
def plaats(molendam: Path, tmp_path: Path) -> Plaats:
    sjabloon = met_adressen(molendam, tmp_path / "sjabloon.xlsx")
    return Plaats(template=sjabloon, output=tmp_path / "output")


@pytest.fixture
def hernoemd(tmp_path: Path) -> Path:
    """The same template, in which Noordbouw is called Oostbouw."""
    nieuw = {blad: tabel.replace("Noordbouw", "Oostbouw") for blad, tabel in STANDAARD.items()}
    kaal = schrijf_sjabloon(tmp_path / "kaal.xlsx", **nieuw)
    return met_adressen(kaal, tmp_path / "hernoemd.xlsx")


def namen(plaats: Plaats, *mappen: str) -> set[str]:
    ronde = plaats["output"] / str(RONDE)
    return {p.name for map_ in mappen for p in (ronde / map_).iterdir()}


def met_naam(plaats: Plaats, naam: str) -> set[str]:
    return {n for n in namen(plaats, "invulbladen", "mail") if naam in n}


def hergenereer(plaats: Plaats, sjabloon: Path) -> Generated:
    plaats["template"] = sjabloon
    return generate(RONDE, **plaats)


@pytest.mark.parametrize("verstuurd", [False, True])
def test_sheets_and_drafts_of_the_old_name_give_way(
    plaats: Plaats, hernoemd: Path, *, verstuurd: bool
) -> None:
    generate(RONDE, **plaats)
    mails = mail(RONDE, **plaats)
    remind(RONDE, **plaats)
    assert len(met_naam(plaats, "Noordbouw")) == 5
    if verstuurd:
        note_sent(mails)
    gezegd = hergenereer(plaats, hernoemd).over_eerdere
    weg = enige(gezegd, catalogue.INVULBLAD_VERVANGEN)
    oud = [b.plek.bestand for b in gezegd if b.code == catalogue.CONCEPT_VAN_VROEGER.code]
    nog_niet = ("Herinnering",) if verstuurd else ("Invulblad", "Herinnering")
    assert oud == [f"{soort} Noordbouw {RONDE}.eml" for soort in nog_niet]
    assert weg.plek.bestand == f"Invulblad Noordbouw {RONDE}.xlsx"
    mail(RONDE, **plaats)
    assert met_naam(plaats, "Noordbouw") == set()
    pagina = (plaats["output"] / str(RONDE) / "mail" / "concepten.html").read_text("utf-8")
    assert "Noordbouw" not in pagina
    assert "Oostbouw" in pagina
    assert hergenereer(plaats, hernoemd).over_eerdere == ()


def test_a_sheet_in_which_somebody_wrote_stays_and_is_named(
    plaats: Plaats, hernoemd: Path, klein: Kader
) -> None:
    generate(RONDE, **plaats)
    blad = plaats["output"] / str(RONDE) / "invulbladen" / f"Invulblad Noordbouw {RONDE}.xlsx"
    blad.write_bytes(vul(leeg_blad(klein, "NB"), {"A01-I1-M1": {"Waarde": 3}}))
    blijft = enige(hergenereer(plaats, hernoemd).over_eerdere, catalogue.INVULBLAD_VAN_NIEMAND)
    assert blijft.plek.bestand == blad.name
    assert blad.is_file()
    (ingenomen,) = collect(RONDE, [_kopie(blad)], **plaats).inzendingen
    assert ingenomen.partij == "Oostbouw", "what somebody wrote in it counts"


def _kopie(blad: Path) -> Path:
    doel = Path("opgestuurd.xlsx")
    doel.write_bytes(blad.read_bytes())
    return doel


def test_a_rename_is_one_line_and_an_equal_change_of_many_is_one_with_a_count(
    molendam: Path, hernoemd: Path, tmp_path: Path
) -> None:
    regels = geef("check", hernoemd, "--against", molendam).stdout.splitlines()
    assert [r for r in regels if "Oostbouw" in r] == [
        "  - Partij NB (“Noordbouw”): naam was “Noordbouw”, wordt “Oostbouw”."
    ]
    tabel = STANDAARD["Monitoringstabel"]
    anders = schrijf_sjabloon(
        tmp_path / "anders.xlsx", Monitoringstabel=tabel.replace("2026-2031", "2026-2030")
    )
    regels = geef("check", anders, "--against", molendam).stdout.splitlines()
    (jaren,) = (r for r in regels if "2026-2030" in r)
    assert "keer): jaren was “2026-2031”, wordt “2026-2030”." in jaren
    assert "A01-I1" in jaren


def test_merge_says_of_another_template_which_it_is_and_what_it_asks(
    plaats: Plaats, klein: Kader, tmp_path: Path
) -> None:
    generate(RONDE, **plaats)
    blad = tmp_path / "nb.xlsx"
    blad.write_bytes(vul(leeg_blad(klein, "NB"), {"A01-I1-M1": {"Waarde": 3}}))
    collect(RONDE, [blad], **plaats)
    assert merge(RONDE, **plaats).ander_sjabloon == ()
    ander = schrijf_sjabloon(
        tmp_path / "ander.xlsx",
        **vervang("Monitoringstabel", "oordeel over de huren", "oordeel over alle huren"),
    )
    merged = merge(RONDE, template=ander, output=plaats["output"])
    gezegd = enige(merged.ander_sjabloon, catalogue.ANDER_SJABLOON_DAN_UITGEGEVEN)
    assert str(ander) in gezegd.tekst
    assert "Regels met andere woorden: " in gezegd.tekst
    assert merged.needs_attention
    assert catalogue.ANDER_SJABLOON_DAN_UITGEGEVEN.code not in codes(merged.matrix.bevindingen)


def test_merge_without_a_template_says_that_it_takes_the_one_of_this_folder(
    plaats: Plaats, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(met_sjabloon(tmp_path))
    generate(RONDE, **plaats)
    gezegd = geef("merge", "--year", "2026", "--output", plaats["output"])
    assert "D687" in gezegd.stdout
    assert f"Het sjabloon {HERE} vraagt iets anders" in gezegd.stdout
    assert "zonder invulblad: " in gezegd.stdout.casefold()


def test_a_rename_or_another_contact_is_no_other_question(plaats: Plaats, hernoemd: Path) -> None:
    generate(RONDE, **plaats)
    plaats["template"] = hernoemd
    assert merge(RONDE, **plaats).ander_sjabloon == ()
