"""Municipalities beside one another: dossiers of different templates, one not complete, one of
which the BO has yet to set the ronde, one broken, one with its publication and nothing else."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from archieven import Klaar, stel_vast
from click.testing import Result
from dorpen import ZEEDORP, schrijf_zeedorp
from invullen import RONDE, antwoorden, leeg_blad, vul
from kwartalen import SLUISDORP, schrijf_sluisdorp
from opdrachten import geef, inhoud
from openpyxl import load_workbook
from oudeveen import oudeveen
from schemas import faults
from sjablonen import STANDAARD, met_landelijk, rijen, schrijf_sjabloon

from kaderxl import collect, generate, merge
from kaderxl.core import catalogue, labels as l
from kaderxl.reading import Reader
from kaderxl.template.cycle import eigen_ronde
from kaderxl.template.fresh.workbook import write_template
from kaderxl.template.read import HERE, read_template

pytestmark = pytest.mark.lang
CODES = {
    "A01_I1": "TOEVOEGING-NETTO", "A01_I1_M1": "TOEVOEGING", "A01_I1_M2": "SLOOP",
    "A02_I1": "AANDEEL", "A02_I1_M2": "VOORRAAD",
}  # fmt: skip


def met_code(tabel: str | None, **codes: str) -> str:
    """A table of meetwaarden with a code in the column landelijk, by omschrijving."""
    kop, *regels = rijen(tabel or "")
    wat = kop.index("omschrijving")
    tabel_nu = [[*kop, "landelijk"], *([*r, codes.get(r[wat], "")] for r in regels)]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in tabel_nu)


def doe_ronde(map_: Path, reader: Reader, *zonder: str, set_: bool = True) -> None:
    """A ronde in which everybody but `zonder` answers, and that the BO sets."""
    sjabloon, uitvoer = map_ / HERE, map_ / "output"
    kader = read_template(sjabloon, reader).geldig()
    generate(RONDE, template=sjabloon, output=uitvoer)
    inbox = map_ / "in"
    inbox.mkdir()
    for partij in kader.partijen:
        if partij.code not in zonder and kader.vragen_aan(partij.code, 2026):
            leeg = leeg_blad(kader, partij.code, eigen_ronde(kader, RONDE))
            blad = vul(leeg, antwoorden(kader, partij.code))
            (inbox / f"{partij.code}.xlsx").write_bytes(blad)
    collect(RONDE, [inbox], template=sjabloon, output=uitvoer)
    shutil.rmtree(inbox)
    merge(RONDE, template=sjabloon, output=uitvoer)
    if set_:
        stel_vast(Klaar(sjabloon, uitvoer, kader))


def molendam(map_: Path, naam: str, kenmerk: str) -> Path:
    """A dossier with Molendam's agreement, of a municipality of another name."""
    (map_ / "templates").mkdir(parents=True)
    wie = STANDAARD["Instellingen"].replace("Molendam ", f"{naam} ").replace("MOL ", f"{kenmerk} ")
    schrijf_sjabloon(map_ / HERE, **met_landelijk({"Instellingen": wie}, **CODES))
    return map_


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    land = tmp_path_factory.mktemp("vergelijking") / "land"
    doe_ronde(molendam(land / "molendam", "Molendam", "MOL"), reader)
    # Another agreement, that the BO has yet to set
    oud = land / "noord" / "oudeveen"
    (oud / "templates").mkdir(parents=True)
    nieuw = oudeveen()
    vragen = [dict(rij) for rij in nieuw.rows[l.MEETWAARDEN]]
    for rij in vragen:
        codes = {"Alle woningen": "VOORRAAD", "Woningen": "EFG"}
        rij["landelijk"] = codes.get(str(rij["omschrijving"]), "")
    tabel = [
        {**rij, "Actiehouder": str(rij.get("Actiehouder", "")).replace(" (trekker)", "")}
        for rij in nieuw.rows[l.MONITORINGSTABEL]
    ]
    tabel[0]["landelijk"] = "toevoeging netto"
    rows = {**nieuw.rows, l.MEETWAARDEN: vragen, l.MONITORINGSTABEL: tabel}
    (oud / HERE).write_bytes(write_template(replace(nieuw, rows=rows)))
    doe_ronde(oud, reader, set_=False)
    # One corporatie is late
    zee = land / "zeedorp"
    (zee / "templates").mkdir(parents=True)
    schrijf_zeedorp(
        zee / HERE, Meetwaarden=met_code(ZEEDORP["Meetwaarden"], Opgeleverd="TOEVOEGING")
    )
    doe_ronde(zee, reader, "DUINWONEN")
    # Its only verhuurder is asked: that is no figure of more than one partij
    sluis = land / "sluisdorp"
    (sluis / "templates").mkdir(parents=True)
    huizen = met_code(
        (SLUISDORP["Meetwaarden"] or "").replace("huizen |", "woningen |"), Huizen="TOEVOEGING"
    )
    jaren = (SLUISDORP["Instellingen"] or "").replace("2027", "2026")
    tabel_sluis = (SLUISDORP["Monitoringstabel"] or "").replace("2027", "2026")
    schrijf_sluisdorp(
        sluis / HERE, Meetwaarden=huizen, Instellingen=jaren, Monitoringstabel=tabel_sluis
    )
    doe_ronde(sluis, reader, set_=False)
    (land / "kapot" / "templates").mkdir(parents=True)
    (land / "kapot" / HERE).write_bytes(b"geen werkboek")
    # Of Bosdam there is only what it published
    bos = molendam(land.parent / "bosdam", "Bosdam", "BOS")
    doe_ronde(bos, reader)
    (land / "bosdam").mkdir()
    for pad in (bos / "output" / "2026-evaluatie" / "matrix" / "publicatie").iterdir():
        shutil.copy(pad, land / "bosdam")
    return land


@pytest.fixture
def land(gevuld: Path, tmp_path: Path) -> Path:
    shutil.copytree(gevuld.parent / "bosdam", tmp_path / "bosdam-dossier")
    return Path(shutil.copytree(gevuld, tmp_path / "land"))


def vergelijk(land: Path, *opties: object) -> Result:
    return geef("history", "--dossiers", land, *opties)


@pytest.fixture(scope="module")
def vergeleken(gevuld: Path) -> tuple[Path, Result]:
    """The files of the comparison, and what the command said."""
    gezegd = vergelijk(gevuld, "--csv", "--parquet", "--json")
    return gevuld / "vergelijking", gezegd


def tabel(map_: Path, naam: str) -> list[dict[str, str]]:
    tekst = (map_ / f"vergelijking-{naam}.csv").read_text("utf-8")
    return [*csv.DictReader(io.StringIO(tekst, newline=""))]


def samen(map_: Path) -> dict[str, tuple[str, str, str, str]]:
    """Of each code what its municipalities come to in 2026: m, n, total, why not."""
    return {
        r["landelijk"]: (r["gemeenten"], r["compleet"], r["totaal"], r["waarom niet"])
        for r in tabel(map_, "samen")
        if r["jaar"] == "2026"
    }


def cijfers(map_: Path, code: str) -> dict[str, tuple[str, str]]:
    return {
        r["gemeente"]: (r["waarde"], r["waarom niet"])
        for r in tabel(map_, "cijfers")
        if (r["landelijk"], r["jaar"]) == (code, "2026")
    }


def test_there_is_a_total_where_every_municipality_has_the_figure(
    vergeleken: tuple[Path, Result],
) -> None:
    map_, _ = vergeleken
    assert samen(map_) == {
        "TOEVOEGING": ("4", "2", "", "nog niet compleet"),
        "TOEVOEGING-NETTO": ("3", "3", "-618", ""),
        "SLOOP": ("2", "2", "608", ""),
        "VOORRAAD": ("3", "3", "6954", ""),
        "EFG": ("1", "1", "350", ""),
        "AANDEEL": ("2", "2", "", "hiervan bestaat geen totaal"),
    }
    assert cijfers(map_, "SLOOP") == {"Bosdam": ("304", ""), "Molendam": ("304", "")}
    voorlopig = {r["landelijk"]: r["voorlopig"] for r in tabel(map_, "samen")}
    assert (voorlopig["SLOOP"], voorlopig["VOORRAAD"]) == ("0", "1")


def test_what_is_not_complete_or_of_one_partij_is_no_figure(
    vergeleken: tuple[Path, Result],
) -> None:
    assert cijfers(vergeleken[0], "TOEVOEGING") == {
        "Bosdam": ("302", ""),
        "Molendam": ("302", ""),
        "Sluisdorp": ("", "van één partij"),
        "Zeedorp": ("", "nog geen cijfer van allen samen"),
    }


def test_what_one_partij_answered_is_in_none_of_the_files(vergeleken: tuple[Path, Result]) -> None:
    """Nor its name: what is compared is of a municipality as a whole."""
    map_, _ = vergeleken
    teksten = [p.read_bytes() for p in map_.iterdir() if p.suffix in (".csv", ".html", ".parquet")]
    boek = load_workbook(map_ / "vergelijking.xlsx")
    teksten.append(repr([[*blad.iter_rows(values_only=True)] for blad in boek]).encode())
    for woord in ("Fictief", "Noordbouw", "Zuidwonen", "De Kade", "Huurdersbelang"):
        assert not any(woord.encode() in tekst for tekst in teksten), woord


def test_a_publication_says_what_the_dossier_behind_it_does(
    vergeleken: tuple[Path, Result], land: Path
) -> None:
    """The same once more with the dossier of Bosdam in its place."""
    map_, _ = vergeleken
    shutil.rmtree(land / "bosdam")
    shutil.copytree(land.parent / "bosdam-dossier", land / "bosdam", dirs_exist_ok=True)
    vergelijk(land, "--csv")
    assert tabel(land / "vergelijking", "cijfers") == tabel(map_, "cijfers")


def test_what_could_not_be_read_is_named_and_stops_nothing(
    vergeleken: tuple[Path, Result],
) -> None:
    map_, gezegd = vergeleken
    assert gezegd.exit_code == 1
    document = json.loads(gezegd.stdout)
    assert faults("dossiers", document) == []
    assert {d["dossier"]: d["code"] for d in document["dossiers"]}["kapot"] == 2
    bronnen = {r["bron"]: (r["soort"], r["gemeente"], r["cijfers"]) for r in tabel(map_, "bronnen")}
    assert bronnen == {
        "bosdam/monitoringsmatrix-2026-evaluatie-landelijk.csv": ("publicatie", "Bosdam", "5"),
        "kapot": ("dossier", "", "0"),
        "molendam": ("dossier", "Molendam", "5"),
        "noord/oudeveen": ("dossier", "Oudeveen", "3"),
        "sluisdorp": ("dossier", "Sluisdorp", "1"),
        "zeedorp": ("dossier", "Zeedorp", "1"),
    }
    pagina = (map_ / "vergelijking.html").read_text("utf-8")
    for naam in ("Bosdam", "Molendam", "Oudeveen", "Sluisdorp", "Zeedorp", "kapot"):
        assert f"<h4>{naam}</h4>" in pagina
    assert document["vergelijking"]["tabellen"]["samen"][0]["landelijk"] == "TOEVOEGING"


def test_each_dossier_gets_its_own_years_as_before(land: Path, tmp_path: Path) -> None:
    alleen = Path(shutil.copytree(land / "molendam", tmp_path / "alleen"))
    vergelijk(land)
    geef("history", "--template", alleen / HERE, "--output", alleen / "output")
    assert inhoud(land / "molendam" / "output") == inhoud(alleen / "output")


def test_the_same_dossiers_give_the_same_files(land: Path) -> None:
    def gemaakt() -> dict[str, str]:
        vergelijk(land, "--csv", "--parquet")
        return {n: h for n, h in inhoud(land / "vergelijking").items() if not n.startswith(".")}

    assert gemaakt() == gemaakt()


def test_the_tidy_tables_are_for_reckoning(vergeleken: tuple[Path, Result]) -> None:
    map_, _ = vergeleken
    frame = pd.read_parquet(map_ / "vergelijking-cijfers.parquet")
    sloop = frame[frame["landelijk"] == "SLOOP"]
    assert sloop["waarde"].sum() == 608
    blad = load_workbook(map_ / "vergelijking.xlsx")["Totalen"]
    (rij,) = (r for r in blad.iter_rows(3, values_only=True) if r[0] == "VOORRAAD")
    assert 6954 in rij


# -- publications ----------------------------------------------------------------------------


def publicatie(land: Path) -> Path:
    (pad,) = (land / "bosdam").glob("*-landelijk.csv")
    return pad


def verander(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_bytes().decode()
    assert oud in tekst
    pad.write_bytes(tekst.replace(oud, nieuw).encode())


def bevindingen(gezegd: Result) -> dict[str, str]:
    return {b["code"]: b["tekst"] for b in json.loads(gezegd.stdout)["bevindingen"]}


def test_publications_alone_can_be_compared(land: Path) -> None:
    for dossier in ("molendam", "noord", "zeedorp", "sluisdorp", "kapot"):
        shutil.rmtree(land / dossier)
    gezegd = vergelijk(land, "--csv")
    assert gezegd.exit_code == 0
    assert samen(land / "vergelijking")["SLOOP"] == ("1", "1", "304", "")


def test_a_row_that_is_no_figure_is_named_and_the_others_count(land: Path) -> None:
    verander(publicatie(land), ",304,", ",driehonderd,")
    gezegd = vergelijk(land, "--csv", "--json")
    assert "regel 4" in bevindingen(gezegd)[catalogue.PUBLICATIE_ONLEESBAAR.code]
    assert cijfers(land / "vergelijking", "SLOOP") == {"Molendam": ("304", "")}
    assert "Bosdam" in cijfers(land / "vergelijking", "VOORRAAD")


def test_another_file_of_that_name_is_named(land: Path) -> None:
    publicatie(land).write_text("naam,adres\r\nx,y\r\n", "utf-8")
    gezegd = vergelijk(land, "--json")
    assert "de kolommen" in bevindingen(gezegd)[catalogue.PUBLICATIE_ONLEESBAAR.code]


def test_two_publications_that_differ_count_for_nothing(land: Path) -> None:
    ander = publicatie(land).with_name("kopie-landelijk.csv")
    shutil.copy(publicatie(land), ander)
    assert vergelijk(land, "--csv").exit_code == 1  # kapot; and a copy says the same
    assert cijfers(land / "vergelijking", "SLOOP")["Bosdam"] == ("304", "")
    verander(ander, ",304,", ",305,")
    gezegd = vergelijk(land, "--csv", "--json")
    assert "SLOOP in 2026" in bevindingen(gezegd)[catalogue.GEMEENTE_TWEE_BRONNEN.code]
    assert cijfers(land / "vergelijking", "SLOOP")["Bosdam"] == ("", "de bronnen verschillen")
    assert samen(land / "vergelijking")["SLOOP"] == ("2", "1", "", "nog niet compleet")


def test_a_publication_can_write_no_formula_and_no_markup(land: Path) -> None:
    verander(publicatie(land), "Bosdam,", "'=1+1<b>,")
    vergelijk(land, "--csv")
    map_ = land / "vergelijking"
    assert "'=1+1<b>" in cijfers(map_, "SLOOP")
    assert "=1+1&lt;b" in (map_ / "vergelijking.html").read_text("utf-8")
    for blad in load_workbook(map_ / "vergelijking.xlsx"):
        assert not [c for rij in blad.iter_rows() for c in rij if c.data_type == "f"]


def test_without_a_code_anywhere_it_is_said(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "land" / "kaal" / "templates").mkdir(parents=True)
    schrijf_sjabloon(tmp_path / "land" / "kaal" / HERE)
    doe_ronde(tmp_path / "land" / "kaal", reader, set_=False)
    gezegd = vergelijk(tmp_path / "land")
    assert "er staat niets in de kolom landelijk" in gezegd.stdout
    assert not (tmp_path / "land" / "vergelijking").exists()
