"""Closing a ronde: all of it in one bag, whole or not at all, and the same on every machine."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import bagit
import pytest
from archieven import VASTGESTELD, Klaar, boom, instellingen, maak_ronde, neem_in, stel_vast
from invullen import RONDE, codes
from openpyxl import load_workbook
from openpyxl.comments import Comment
from sjablonen import schrijf_sjabloon

from kaderxl.archives.bag_check import check_bag
from kaderxl.archives.mdto_check import toets, waarden
from kaderxl.archives.package import pak_in
from kaderxl.archives.papers import Stukken
from kaderxl.commands import archive as archiving
from kaderxl.commands.archive import Archived, archive
from kaderxl.commands.collect import collect
from kaderxl.commands.merge import merge
from kaderxl.commands.verify import verify
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.reading import Reader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

MATRIX = f"monitoringsmatrix-{RONDE}"


@pytest.fixture(scope="module")
def origineel(tmp_path_factory: pytest.TempPathFactory, reader: Reader, een_lezer: None) -> Klaar:
    return maak_ronde(tmp_path_factory.mktemp("ronde"), reader)


@pytest.fixture
def klaar(origineel: Klaar, tmp_path: Path) -> Klaar:
    """A copy of the ronde, not yet filed."""
    shutil.copytree(origineel.output, tmp_path / "output")
    shutil.copy(origineel.sjabloon, tmp_path)
    return Klaar(tmp_path / origineel.sjabloon.name, tmp_path / "output", origineel.kader)


def archiveer(klaar: Klaar, *, concept: bool = False) -> Archived:
    return archive(
        RONDE, template=klaar.sjabloon, output=klaar.output, concept=concept, today=VASTGESTELD
    )


def geweigerd(klaar: Klaar, *, concept: bool = False) -> list[str]:
    """The codes with which nothing was filed."""
    voor = boom(klaar.output)
    with pytest.raises(NietUitgevoerd) as fout:
        archiveer(klaar, concept=concept)
    assert boom(klaar.output) == voor
    return codes(fout.value.bevindingen)


# What is filed


@pytest.fixture(scope="module")
def gearchiveerd(
    origineel: Klaar, tmp_path_factory: pytest.TempPathFactory, een_lezer: None
) -> Archived:
    output = tmp_path_factory.mktemp("gearchiveerd") / "output"
    shutil.copytree(origineel.output, output)
    ronde = output / str(RONDE)
    (ronde / "mail").mkdir()
    regels = (
        "wanneer,partij,soort,stand,message-id\r\n2027-01-10,NB,uitnodiging,verzonden,<a@b>\r\n"
    )
    regels += "2027-01-09,ZW,uitnodiging,begonnen,<c@d>\r\n"
    (ronde / "mail" / "verzonden.csv").write_text(regels, "utf-8-sig", newline="")
    for map_ in ("besluiten", "publicatie"):
        (ronde / "matrix" / map_).mkdir()
        (ronde / "matrix" / map_ / "bewijs.xlsx").write_bytes(b"PK onveranderd")
        (ronde / "matrix" / map_ / "~$bewijs.xlsx").write_bytes(b"slot")
    stel_vast(Klaar(origineel.sjabloon, output, origineel.kader))
    return archiveer(Klaar(origineel.sjabloon, output, origineel.kader))


def test_everything_has_its_place(gearchiveerd: Archived, origineel: Klaar) -> None:
    data = boom(gearchiveerd.map / "data")
    inhoud = {pad for pad in data if not pad.startswith("mdto/")}
    vormen = ("ods", "csv", "csv-metadata.json", "html")
    retour = {f"retour/{p.name}" for p in (origineel.ronde / "retour").iterdir()}
    ronde = gearchiveerd.map.parents[1] / str(RONDE)
    assert inhoud == {
        "Leesmij.txt",
        "sjabloon/monitoringstabel.xlsx",
        f"matrix/{MATRIX}.xlsx",
        *(f"matrix/{MATRIX}.{soort}" for soort in vormen),
        "matrix/besluiten/bewijs.xlsx",
        "matrix/publicatie/bewijs.xlsx",
        *(f"matrix/publicatie/{MATRIX}.{soort}" for soort in vormen),
        *(
            f"matrix/publicatie/{MATRIX}-{deel}.csv"
            for deel in ("cijfers", "doel", "doelen", "verloop")
        ),
        "mail/verzonden.csv",
        *retour,
    }
    assert data["sjabloon/monitoringstabel.xlsx"] == origineel.sjabloon.read_bytes()
    assert data[f"matrix/{MATRIX}.xlsx"] == (ronde / "matrix" / f"{MATRIX}.xlsx").read_bytes()
    for bestand in (origineel.ronde / "retour").glob("*.xlsx"):
        assert data[f"retour/{bestand.name}"] == bestand.read_bytes()


def test_the_lists_hold_no_personal_data(gearchiveerd: Archived) -> None:
    def rijen(pad: str) -> list[list[str]]:
        with (gearchiveerd.map / "data" / pad).open(encoding="utf-8-sig", newline="") as regels:
            return list(csv.reader(regels))

    kop, *ontvangen = rijen("retour/ontvangst.csv")
    assert kop == ["ontvangen", "sha256", "bestand", "verzonden", "op schijf", "kaderxl/1"]
    assert len(ontvangen) == 3
    assert rijen("mail/verzonden.csv") == [
        ["wanneer", "partij", "soort", "kaderxl/1"],
        ["2027-01-10", "NB", "uitnodiging", ""],
    ]


def test_the_bagit_library_accepts_it(gearchiveerd: Archived) -> None:
    opdracht = [sys.executable, "-m", "bagit", "--validate", str(gearchiveerd.map)]
    assert subprocess.run(opdracht, capture_output=True, check=False).returncode == 0
    bag = bagit.Bag(str(gearchiveerd.map))
    assert bag.version_info == (1, 0)
    assert set(bag.algorithms) == {"sha256", "sha512"}
    assert bag.info["Bagging-Date"] == VASTGESTELD.isoformat()


def test_the_whole_and_each_file_have_metadata(gearchiveerd: Archived) -> None:
    data = boom(gearchiveerd.map / "data")
    mdto = {pad: inhoud for pad, inhoud in data.items() if pad.startswith("mdto/")}
    anders = {f"mdto/{pad}.mdto.xml" for pad in data if not pad.startswith("mdto/")}
    assert mdto.keys() == {"mdto/dossier.mdto.xml", *anders}
    assert {toets(inhoud) for inhoud in mdto.values()} == {()}
    geheel = waarden(mdto["mdto/dossier.mdto.xml"])
    assert geheel["informatieobject/waardering/begripLabel"] == ("Tijdelijk te bewaren",)
    assert geheel["informatieobject/bewaartermijn/termijnLooptijd"] == ("P10Y",)
    assert geheel["informatieobject/archiefvormer/verwijzingNaam"] == ("Gemeente Molendam",)
    matrix = waarden(mdto[f"mdto/matrix/{MATRIX}.xlsx.mdto.xml"])
    assert matrix["bestand/bestandsformaat/begripCode"] == ("fmt/214",)
    assert matrix["bestand/checksum/checksumDatum"] == ("2027-03-25T00:00:00",)


def test_the_leesmij_explains_it_without_kaderxl(gearchiveerd: Archived) -> None:
    tekst = (gearchiveerd.map / "data" / "Leesmij.txt").read_text("utf-8")
    assert "Vastgesteld door het BO op 25 maart 2027." in tekst
    assert "CONCEPT" not in tekst
    for woord in ("retour/", "matrix/besluiten/", "mail/verzonden.csv", "sha256sum", "RFC 8493"):
        assert woord in tekst
    assert max(map(len, tekst.splitlines())) <= 100


# What must be there first


@pytest.mark.parametrize(
    "naam",
    [
        "archiefvormer",
        "waardering",
        "waardering begrippenlijst",
        "bewaartermijn",
        "beperking gebruik",
        "beperking gebruik begrippenlijst",
    ],
)
def test_what_only_the_gemeente_decides_is_asked(klaar: Klaar, naam: str) -> None:
    schrijf_sjabloon(klaar.sjabloon, Instellingen=instellingen(**{naam: ""}))
    voor = boom(klaar.output)
    with pytest.raises(NietUitgevoerd, match=f"“{naam}” is nog leeg") as fout:
        archiveer(klaar)
    assert [b.plek.blad for b in fout.value.bevindingen] == ["Instellingen"]
    assert boom(klaar.output) == voor


@pytest.mark.parametrize(
    ("waardering", "termijn", "goed"),
    [
        ("Blijvend te bewaren", "blijvend", True),
        ("Tijdelijk te bewaren", "20 jaar", True),
        ("Tijdelijk te bewaren", "blijvend", False),
        ("Blijvend te bewaren", "10 jaar", False),
        ("Tijdelijk te bewaren", "'10", False),
        ("Tijdelijk te bewaren", "een poos", False),
    ],
)
def test_a_term_fits_the_waardering(
    klaar: Klaar, waardering: str, termijn: str, goed: bool
) -> None:
    tabel = instellingen(waardering=waardering, bewaartermijn=termijn)
    schrijf_sjabloon(klaar.sjabloon, Instellingen=tabel)
    if goed:
        assert archiveer(klaar, concept=True).nieuw
    else:
        assert geweigerd(klaar, concept=True) == [catalogue.ARCHIEFGEGEVEN_ONGESCHIKT.code]


def test_what_the_bo_has_not_set_must_be_asked_for(klaar: Klaar) -> None:
    assert geweigerd(klaar) == [catalogue.NIET_VASTGESTELD.code]
    gemaakt = archiveer(klaar, concept=True)
    assert gemaakt.concept
    data = boom(gemaakt.map)
    assert b"CONCEPT: het BO heeft deze matrix niet vastgesteld." in data["data/Leesmij.txt"]
    assert b", concept" in data["bag-info.txt"]
    geheel = waarden(data["data/mdto/dossier.mdto.xml"])
    assert geheel["informatieobject/naam"][0].endswith(", concept")
    assert b"Bagging-Date: 2026-12-31" in data["bag-info.txt"]


def test_the_matrix_must_be_there_and_be_what_follows(klaar: Klaar) -> None:
    neem_in(klaar, "HB")
    assert geweigerd(klaar, concept=True) == [catalogue.MATRIX_NIET_BIJ.code]
    (klaar.ronde / "matrix" / f"{MATRIX}.xlsx").write_bytes(b"geen werkboek")
    assert geweigerd(klaar, concept=True) == [catalogue.MATRIX_ONLEESBAAR.code]
    (klaar.ronde / "matrix" / f"~${MATRIX}.xlsx").write_bytes(b"slot")
    assert geweigerd(klaar, concept=True) == [catalogue.MATRIX_IS_OPEN.code]
    shutil.rmtree(klaar.ronde / "matrix")
    assert geweigerd(klaar, concept=True) == [catalogue.MATRIX_ONTBREEKT.code]


def test_a_name_that_not_every_list_can_hold_is_refused(klaar: Klaar) -> None:
    bewijs = klaar.ronde / "matrix" / "besluiten" / "50% klaar.xlsx"
    bewijs.parent.mkdir()
    bewijs.write_bytes(b"PK")
    assert geweigerd(klaar, concept=True) == [catalogue.KAN_NIET_IN_ARCHIEF.code]


# Again, and a correction


def test_the_same_papers_are_there_already(klaar: Klaar) -> None:
    eerste = archiveer(klaar, concept=True)
    voor = {p: p.stat().st_mtime_ns for p in klaar.archief.rglob("*")}
    tweede = archiveer(klaar, concept=True)
    assert (eerste.nieuw, tweede.nieuw) == (True, False)
    assert tweede.map == eerste.map
    assert {p: p.stat().st_mtime_ns for p in klaar.archief.rglob("*")} == voor


def test_a_late_correction_stands_beside_what_was_filed(klaar: Klaar) -> None:
    eerste = archiveer(klaar, concept=True)
    voor = boom(eerste.map)
    neem_in(klaar, "NB", A01_I1_M1={"Waarde": 12345})
    merge(RONDE, template=klaar.sjabloon, output=klaar.output)
    tweede = archiveer(klaar, concept=True)
    assert (tweede.versie, tweede.map.name) == (2, f"{RONDE}-v2")
    assert boom(eerste.map) == voor
    assert b"Dit is versie 2" in boom(tweede.map)["data/Leesmij.txt"]
    nagekeken = verify(output=klaar.output)
    assert [a.map.name for a in nagekeken.archieven] == [str(RONDE), f"{RONDE}-v2"]
    assert not nagekeken.needs_attention
    assert not archiveer(klaar, concept=True).nieuw


def test_when_the_bo_sets_it_the_concept_stays_beside_it(klaar: Klaar) -> None:
    archiveer(klaar, concept=True)
    stel_vast(klaar)
    assert archiveer(klaar).versie == 2
    assert not archiveer(klaar, concept=True).concept


def test_nothing_is_filed_on_top_of_a_damaged_archive(klaar: Klaar) -> None:
    leesmij = archiveer(klaar, concept=True).map / "data" / "Leesmij.txt"
    leesmij.write_bytes(b"iets anders")
    assert geweigerd(klaar, concept=True) == [
        catalogue.ARCHIEF_BESCHADIGD.code,
        catalogue.BESTAND_VERANDERD.code,
    ]


def test_what_is_filed_is_never_taken_in_again(klaar: Klaar) -> None:
    gemaakt = archiveer(klaar, concept=True)
    for pad in (klaar.output, gemaakt.map):
        assert collect(RONDE, [pad], template=klaar.sjabloon, output=klaar.output).inzendingen == ()
    assert not archiveer(klaar, concept=True).nieuw


# The same everywhere


def _archiveer_elders(
    klaar: Klaar, map_: Path, voor: list[str], **omgeving: str
) -> dict[str, bytes]:
    """The archive as another machine makes it: a clone of the papers, and its own surroundings."""
    map_.mkdir()
    shutil.copytree(klaar.output, map_ / "output")
    shutil.copy(klaar.sjabloon, map_)
    opdracht = [*voor, sys.executable, "-m", "kaderxl", "archive", "--year", "2026", "--concept"]
    opdracht += ["--template", klaar.sjabloon.name, "--output", "output"]
    omgeving = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **omgeving}
    gedaan = subprocess.run(opdracht, cwd=map_, env=omgeving, capture_output=True, check=False)
    assert gedaan.returncode == 0, gedaan.stderr
    return boom(map_ / "output" / "archief")


LATER = 'exec faketime "2046-07-01" "$@"'


@pytest.mark.extern
def test_two_machines_make_identical_trees(origineel: Klaar, tmp_path: Path) -> None:
    hier = _archiveer_elders(
        origineel, tmp_path / "hier", [], TZ="Europe/Amsterdam", HOME="/root", USER="jan",
        LANG="nl_NL.UTF-8", PYTHONHASHSEED="1",
    )  # fmt: skip
    elders = _archiveer_elders(
        origineel, tmp_path / "elders", ["sh", "-c", f"umask 077; {LATER}", "-"],
        TZ="Pacific/Kiritimati", HOME=str(tmp_path), USER="piet", LANG="C", PYTHONHASHSEED="2",
    )  # fmt: skip
    assert hier == elders
    assert len(hier) > 10


# Stopped at any write


class Stoppen:
    """Lets the n-th write to the archive fail: a folder, a file, its bytes, a flush, the rename."""

    def __init__(self, patch: pytest.MonkeyPatch, bij: int, fout: BaseException) -> None:
        self.telt, self.bij, self.fout = 0, bij, fout
        for houder, naam in ((Path, "mkdir"), (Path, "rename"), (Path, "open"), (os, "fsync")):
            patch.setattr(houder, naam, self._tel(getattr(houder, naam), naam))

    def _tel(self, doe: Callable[..., Any], naam: str) -> Callable[..., Any]:
        def geteld(*args: Any, **kwargs: Any) -> Any:
            if naam == "open" and "x" not in str(args[1:]):
                return doe(*args, **kwargs)
            self._stap()
            if naam == "fsync":
                return None  # a real one for each of hundreds of files takes half a minute
            uitkomst = doe(*args, **kwargs)
            if naam == "open":
                schrijf = uitkomst.write

                def half(data: bytes) -> int:
                    schrijf(data[: len(data) // 2])
                    self._stap()
                    return int(schrijf(data[len(data) // 2 :]))

                return _Bestand(uitkomst, half)
            return uitkomst

        return geteld

    def _stap(self) -> None:
        self.telt += 1
        if self.telt == self.bij:
            raise self.fout


class _Bestand:
    """A file whose write is another's."""

    def __init__(self, bestand: Any, write: Callable[[bytes], int]) -> None:
        self.bestand, self.write = bestand, write
        self.flush, self.fileno = bestand.flush, bestand.fileno

    def __enter__(self) -> _Bestand:
        return self

    def __exit__(self, *fout: object) -> None:
        self.bestand.close()


@pytest.mark.parametrize("fout", [OSError(28, "vol"), KeyboardInterrupt()], ids=["vol", "ctrl-c"])
def test_stopped_at_any_write_nothing_half_is_filed(
    klaar: Klaar, monkeypatch: pytest.MonkeyPatch, fout: BaseException
) -> None:
    gepakt: list[Stukken] = []

    def berg_niets_op(stukken: Stukken, map_: Path, _: object) -> archiving.Archived:
        gepakt.append(stukken)
        return archiving.Archived(RONDE, map_, 1, False, True, 0)

    with monkeypatch.context() as patch:
        patch.setattr(archiving, "_berg_op", berg_niets_op)
        archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    (alles,) = gepakt
    stukken = replace(alles, bestanden=dict([*alles.bestanden.items()][:2]))
    goed, papieren = pak_in(stukken, 1), boom(klaar.ronde)

    def heel(map_: Path) -> bool:
        return not check_bag(map_).bevindingen and bool(bagit.Bag(str(map_)).is_valid())

    for bij in range(1, 500):
        shutil.rmtree(klaar.archief, ignore_errors=True)
        with monkeypatch.context() as patch, suppress(NietUitgevoerd, KeyboardInterrupt):
            stoppen = Stoppen(patch, bij, fout)
            archiving._berg_op(stukken, klaar.archief, heel)
        if stoppen.telt < bij:
            break
        # Only the flush of the folder around it comes after the rename.
        filed = {p.split("/", 1)[1]: data for p, data in boom(klaar.archief).items()}
        assert filed in ({}, goed), bij
    assert boom(klaar.archief / str(RONDE)) == goed
    assert bij > len(goed) * 3
    assert boom(klaar.ronde) == papieren


def test_after_a_stop_the_command_files_it(klaar: Klaar, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        Stoppen(patch, 30, OSError(28, "vol"))
        assert geweigerd(klaar, concept=True) == [catalogue.GEEN_RUIMTE.code]
    assert archiveer(klaar, concept=True).nieuw
    assert not verify(output=klaar.output).needs_attention


def test_what_a_killed_run_left_is_cleared(klaar: Klaar) -> None:
    rest = klaar.archief / f".~{RONDE}-999" / "data"
    rest.mkdir(parents=True)
    (rest / "half").write_bytes(b"x")
    archiveer(klaar, concept=True)
    assert [p.name for p in klaar.archief.iterdir()] == [str(RONDE)]


def test_a_disk_that_keeps_something_else_is_noticed(
    klaar: Klaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiving, "_is_goed", lambda map_, reader: False)
    assert geweigerd(klaar, concept=True) == [catalogue.SCHRIJVEN_LUKT_NIET.code]


# Persons


def test_who_saved_or_sent_a_return_reaches_no_matrix_and_no_metadata(
    tmp_path: Path, reader: Reader
) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    boek = load_workbook(tmp_path / "Invulblad GEM.xlsx")
    boek.properties.creator = boek.properties.lastModifiedBy = "Zoekmij Zoekmijsen"
    boek.worksheets[0]["B2"].comment = Comment("kijk even", "Zoekmij Zoekmijsen")
    bijlage = BytesIO()
    boek.save(bijlage)
    mail = EmailMessage()
    mail["From"] = "Zoekmij Zoekmijsen <zoekmij@fictief.example>"
    mail.set_content("Groet, Zoekmij Zoekmijsen")
    mail.add_attachment(bijlage.getvalue(), "application", "x", filename="blad.xlsx")
    (tmp_path / "antwoord.eml").write_bytes(mail.as_bytes())
    collect(RONDE, [tmp_path / "antwoord.eml"], template=klaar.sjabloon, output=klaar.output)
    assert b"zoekmij@" in (klaar.ronde / "retour" / "ontvangst.csv").read_bytes()
    merge(RONDE, template=klaar.sjabloon, output=klaar.output)
    (retour,) = (klaar.ronde / "retour").glob("*blad.xlsx")
    gemaakt = boom(archiveer(klaar, concept=True).map)
    met_naam = [p for p, data in gemaakt.items() if b"zoekmij" in _uitgepakt(data).lower()]
    assert met_naam == [f"data/retour/{retour.name}"]


def _uitgepakt(data: bytes) -> bytes:
    """A file with the parts in it, when it is a zip."""
    if not data.startswith(b"PK\x03\x04"):
        return data
    with zipfile.ZipFile(BytesIO(data)) as pakket:
        return b"".join(pakket.read(deel) for deel in pakket.namelist())


def test_nothing_is_filed_while_something_is_wrong_in_the_decisions(klaar: Klaar) -> None:
    bestand = klaar.ronde / "matrix" / f"{MATRIX}.xlsx"
    boek = load_workbook(bestand)
    koppen = [cel.value for cel in boek["Besluitenlijst"][2]]
    boek["Besluitenlijst"].cell(3, koppen.index("Besluit BO") + 1).value = "Rood"
    boek.save(bestand)
    merge(RONDE, template=klaar.sjabloon, output=klaar.output)
    with pytest.raises(NietUitgevoerd) as fout:
        archiveer(klaar, concept=True)
    assert codes(fout.value.bevindingen) == [catalogue.BESLUIT_ZONDER_REDEN.code]
    assert not (klaar.output / "archief").exists()


def test_what_the_matrix_was_before_is_not_filed_and_makes_no_other_version(klaar: Klaar) -> None:
    """A note that was taken out again is in no archive."""
    eerste = archiveer(klaar, concept=True)
    bestand = klaar.ronde / "matrix" / f"{MATRIX}.xlsx"
    for notitie in ("bel de bewoner", None):
        boek = load_workbook(bestand)
        koppen = [cel.value for cel in boek["Monitoringstabel"][2]]
        boek["Monitoringstabel"].cell(3, koppen.index("Notitie") + 1).value = notitie
        boek.save(bestand)
        merge(RONDE, template=klaar.sjabloon, output=klaar.output)
    assert len(list((klaar.ronde / "uitgegeven").glob("matrix-*.json"))) == 2
    weer = archiveer(klaar, concept=True)
    assert (weer.nieuw, weer.map) == (False, eerste.map)
    assert not any(b"bel de bewoner" in data for data in boom(weer.map).values())
