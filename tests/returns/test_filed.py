"""Returns are filed exactly as received, with a line each, all of them or none."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd
from kaderxl.core.folder import Dossier
from kaderxl.core.rounds import Ronde
from kaderxl.returns.filed import Keuzes, Retour, nagezien
from kaderxl.returns.order import Moments
from kaderxl.writing.transaction import Transaction


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path / "output", Ronde(2026))


def hash_van(data: bytes) -> str:
    return sha256(data).hexdigest()


def berg_op(dossier: Dossier, naam: str, data: bytes = b"inhoud", hash_: str = "") -> bool:
    """What one `collect` of one file does."""
    retour, beurt = Retour(dossier), Transaction(dossier.map)
    nieuw = retour.berg_op(beurt, naam, hash_ or hash_van(data), data)
    retour.leg_vast(beurt)
    return nieuw


def ontvangst(dossier: Dossier) -> list[dict[str, str]]:
    with (dossier.retour / "ontvangst.csv").open(encoding="utf-8-sig", newline="") as regels:
        return list(csv.DictReader(regels))


NAMEN = [
    "Invulblad De Volmacht.xlsx",
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "/",
    "een:twee?.xlsx",
    "naam; met = teken.xlsx",
]


@pytest.mark.parametrize(
    "naam",
    [*NAMEN, "x" * 245 + ".xlsx", "€" * 83 + ".xlsx", "🏠" * 62 + ".xlsx", "=cmd.xlsx", "CON.xlsx"],
    ids=range(len(NAMEN) + 5),
)
def test_every_name_can_be_filed(dossier: Dossier, naam: str) -> None:
    assert berg_op(dossier, naam)
    (bestand,) = Retour(dossier).bestanden()
    assert bestand.parent == dossier.retour
    assert bestand.read_bytes() == b"inhoud"
    assert len(bestand.name.encode()) <= 255
    if naam.endswith(".xlsx"):
        assert bestand.suffix == ".xlsx"


def test_a_return_is_filed_bit_for_bit(dossier: Dossier) -> None:
    data = bytes(range(256)) * 100
    assert berg_op(dossier, "blad.xlsx", data)
    (bestand,) = Retour(dossier).bestanden()
    assert bestand.name == f"{hash_van(data)[:8]} blad.xlsx"
    assert bestand.read_bytes() == data


@pytest.mark.parametrize("naam", ["blad.xlsx", "kopie van blad.xlsx"])
def test_the_same_return_twice_is_filed_once(dossier: Dossier, naam: str) -> None:
    assert berg_op(dossier, "blad.xlsx")
    assert not berg_op(dossier, naam)
    assert len(Retour(dossier).bestanden()) == 1
    assert len(ontvangst(dossier)) == 1


def test_two_returns_whose_hashes_begin_alike_are_both_kept(dossier: Dossier) -> None:
    for n, staart in enumerate(("0" * 56, "1" * 56, "0" * 8 + "2" * 48)):
        assert berg_op(dossier, "blad.xlsx", str(n).encode(), "a" * 8 + staart)
    retour = Retour(dossier)
    gevonden = Retour(dossier).bestanden()
    assert [p.read_bytes() for p in gevonden] == [b"0", b"1", b"2"]
    assert {retour.oorspronkelijke_naam(p) for p in gevonden} == {"blad.xlsx"}
    assert [regel["bestand"] for regel in ontvangst(dossier)] == [p.name for p in gevonden]
    assert not berg_op(dossier, "blad.xlsx", b"1", "a" * 8 + "1" * 56)


def test_the_same_return_is_known_when_the_list_is_gone(dossier: Dossier) -> None:
    """The folder is the whole state, and returns are known by their contents."""
    assert berg_op(dossier, "blad.xlsx")
    (dossier.retour / "ontvangst.csv").unlink()
    assert not berg_op(dossier, "kopie van blad.xlsx")
    assert len(Retour(dossier).bestanden()) == 1


def test_a_return_that_was_taken_away_can_come_back(dossier: Dossier) -> None:
    assert berg_op(dossier, "blad.xlsx")
    Retour(dossier).bestanden()[0].unlink()
    assert berg_op(dossier, "blad.xlsx")
    assert len(Retour(dossier).bestanden()) == 1


@pytest.mark.parametrize(
    ("doe", "gezegd"),
    [
        (lambda p: None, []),
        (lambda p: p.unlink(), [catalogue.INZENDING_WEG.code]),
        (lambda p: p.rename(p.with_name(p.name[:9] + "anders.xlsx")), []),
        (lambda p: p.rename(p.with_name("anders.xlsx")), [catalogue.INZENDING_WEG.code]),
        (
            lambda p: p.rename(p.with_name(p.name[:9] + "anders.xlsx")).write_bytes(b"anders"),
            [catalogue.INZENDING_WEG.code],
        ),
        (lambda p: p.write_bytes(b"anders"), [catalogue.INZENDING_VERANDERD.code]),
    ],
    ids=["as filed", "gone", "renamed", "renamed without hash", "renamed and changed", "changed"],
)
def test_a_return_is_gone_when_no_name_with_its_hash_has_its_bytes(
    dossier: Dossier, doe: Callable[[Path], object], gezegd: list[str]
) -> None:
    berg_op(dossier, "blad.xlsx")
    doe(Retour(dossier).bestanden()[0])
    assert [b.code for b in nagezien(Retour(dossier))] == gezegd


@pytest.mark.parametrize(
    ("naam", "inhoud", "lijst"),
    [
        ("ontvangst-LAPTOP.csv", b"# kaderxl/1", "ontvangst.csv"),
        ("Keuze (1).CSV", b"wanneer;bestand", "keuze.csv"),
        ("post - kopie.csv", "ontvangen;van".encode("utf-16"), "post.csv"),
        ("ontvangst van Noordbouw.csv", b"Code;Waarde", ""),
        ("keuze.xlsx", b"PK", "keuze.csv"),
        ("keuze van Noordbouw.xlsx", b"PK", ""),
        ("blad.csv", b"wanneer;bestand", ""),
    ],
)
def test_a_copy_of_a_list_is_named_and_a_return_with_such_a_name_is_none(
    dossier: Dossier, naam: str, inhoud: bytes, lijst: str
) -> None:
    berg_op(dossier, "blad.xlsx")
    (dossier.retour / naam).write_bytes(inhoud)
    genoemd = [b.tekst for b in nagezien(Retour(dossier))]
    assert [lijst in tekst for tekst in genoemd] == ([True] if lijst else [])


def test_returns_come_in_order_of_arrival(dossier: Dossier) -> None:
    namen = ["z.xlsx", "a.xlsx", "m.xlsx"]
    for naam in namen:
        assert berg_op(dossier, naam, naam.encode())
    assert [p.name[9:] for p in Retour(dossier).bestanden()] == namen
    assert [r["oorspronkelijke naam"] for r in ontvangst(dossier)] == namen
    (dossier.retour / "zelf erbij gezet.xlsx").write_bytes(b"x")
    assert Retour(dossier).bestanden()[-1].name == "zelf erbij gezet.xlsx"


def test_list_of_arrivals_says_when_what_and_its_hash(dossier: Dossier) -> None:
    berg_op(dossier, "map/blad.xlsx", b"x")
    (regel,) = ontvangst(dossier)
    assert regel["sha256"] == hash_van(b"x")
    assert (dossier.retour / regel["bestand"]).read_bytes() == b"x"
    assert regel["oorspronkelijke naam"] == "map/blad.xlsx"
    assert regel["ontvangen"][:2] == "20"
    assert (dossier.retour / "ontvangst.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t="])
def test_list_of_arrivals_holds_no_formula(dossier: Dossier, begin: str) -> None:
    berg_op(dossier, f'{begin}HYPERLINK("http://x";"a,b").xlsx')
    (regel,) = ontvangst(dossier)
    assert not any(str(waarde).lstrip()[:1] in tuple("=+-@") for waarde in regel.values())


def test_list_of_arrivals_holds_no_formula_for_a_dutch_excel(dossier: Dossier) -> None:
    """There a semicolon begins a new cell, whatever the commas say."""
    berg_op(dossier, "blad;=HYPERLINK(A1).xlsx")
    regels = (dossier.retour / "ontvangst.csv").read_text("utf-8-sig").splitlines()
    cellen = [cel for rij in csv.reader(regels, delimiter=";") for cel in rij]
    assert not any(cel[:1] in tuple("=+-@") for cel in cellen)


def test_empty_folder_has_no_returns(dossier: Dossier) -> None:
    assert Retour(dossier).bestanden() == []
    assert not dossier.uitvoer.exists(), "looking makes nothing"


def test_lock_files_are_no_returns(dossier: Dossier) -> None:
    berg_op(dossier, "blad.xlsx")
    for naam in ("~$blad.xlsx", ".~lock.blad.xlsx#", ".DS_Store"):
        (dossier.retour / naam).write_bytes(b"x")
    assert len(Retour(dossier).bestanden()) == 1


# The moments of a return


MOMENTEN = Moments("2027-02-03T09:00:00Z", "2027-02-02T10:00:00.123456+01:00")


def met_momenten(dossier: Dossier) -> Path:
    """A return of which these are known; gives the list."""
    retour, beurt = Retour(dossier), Transaction(dossier.map)
    retour.berg_op(beurt, "blad.xlsx", hash_van(b"x"), b"x", "mail", MOMENTEN)
    retour.leg_vast(beurt)
    return dossier.retour / "ontvangst.csv"


def bekend(dossier: Dossier) -> Moments:
    retour = Retour(dossier)
    return retour.momenten(retour.bestanden()[0])


@pytest.mark.parametrize(
    "bewaard",
    [
        lambda tekst: tekst.encode("utf-8-sig"),
        lambda tekst: tekst.replace(",", ";").encode("utf-8-sig"),
        lambda tekst: ("sep=;\r\n" + tekst.replace(",", ";")).encode("cp1252"),
        lambda tekst: tekst.replace(",", "\t").encode("utf-16"),
    ],
    ids=["as we write it", "by a Dutch program", "with its separator", "in UTF-16"],
)
def test_when_a_return_was_sent_and_written_is_kept_however_the_list_is_saved(
    dossier: Dossier, bewaard: Callable[[str], bytes]
) -> None:
    lijst = met_momenten(dossier)
    lijst.write_bytes(bewaard(lijst.read_text("utf-8-sig")))
    verzonden, op_schijf = MOMENTEN.verzonden, MOMENTEN.op_schijf
    assert bekend(dossier) == Moments(verzonden, op_schijf, ontvangst_van(dossier))
    assert not Retour(dossier).oud


def ontvangst_van(dossier: Dossier) -> str:
    return Retour(dossier).regels[0]["ontvangen"]


def test_of_a_list_of_before_this_arrival_is_all_that_is_known(dossier: Dossier) -> None:
    lijst = met_momenten(dossier)
    kop, regel = lijst.read_text("utf-8-sig").splitlines()
    oud = [",".join(r.split(",")[:5]) + "," for r in (kop, regel)]
    lijst.write_text("".join(f"{r}\n" for r in oud), "utf-8-sig")
    assert Retour(dossier).oud
    moment = ontvangst_van(dossier)
    assert bekend(dossier) == Moments("", moment, moment)
    assert berg_op(dossier, "nog een.xlsx", b"y"), "which writes the list anew"
    assert bekend(dossier) == Moments("", moment, moment)
    assert not Retour(dossier).oud


def test_of_what_somebody_put_in_the_folder_the_time_of_the_file_is_known(dossier: Dossier) -> None:
    dossier.retour.mkdir(parents=True)
    los = dossier.retour / "los.xlsx"
    los.write_bytes(b"x")
    os.utime(los, (1_800_000_000, 1_800_000_000))
    for _ in range(2):
        assert datetime.fromisoformat(bekend(dossier).op_schijf).timestamp() == 1_800_000_000
        Retour(dossier).leg_vast(Transaction(dossier.map))
    lijst = Retour(dossier).lijst()
    assert lijst is not None
    assert b"los.xlsx" in lijst


# Choices


def kies(dossier: Dossier, naam: str, telt: bool) -> None:
    Keuzes(dossier).kies(Transaction(dossier.map), naam, telt, "")


@pytest.fixture
def gekozen(dossier: Dossier) -> Path:
    """Two returns, of which the second was chosen last; gives the list."""
    for naam in ("een.xlsx", "twee.xlsx"):
        berg_op(dossier, naam, naam.encode())
        kies(dossier, naam, True)
    return dossier.retour / "keuze.csv"


def wie_telt(dossier: Dossier) -> str:
    keuzes = Keuzes(dossier)
    return max(Retour(dossier).bestanden(), key=lambda p: keuzes.rang(p.name)).name[9:]


@pytest.mark.parametrize("keuze", ["misschien", "", "teltt", "1"])
def test_a_choice_that_cannot_be_read_is_never_forgotten(
    dossier: Dossier, gekozen: Path, keuze: str
) -> None:
    inhoud = gekozen.read_text("utf-8-sig")
    gekozen.write_text(inhoud.replace("twee.xlsx,telt", f"twee.xlsx,{keuze}"), "utf-8-sig")
    with pytest.raises(NietUitgevoerd) as fout:
        Keuzes(dossier)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == catalogue.KEUZE_ONLEESBAAR.code
    assert "regel 3" in bevinding.tekst


@pytest.mark.parametrize("keuze", ["Telt", " telt ", "TELT"])
def test_a_choice_is_read_as_people_write_it(dossier: Dossier, gekozen: Path, keuze: str) -> None:
    inhoud = gekozen.read_text("utf-8-sig")
    gekozen.write_text(inhoud.replace("twee.xlsx,telt", f"twee.xlsx,{keuze}"), "utf-8-sig")
    assert wie_telt(dossier) == "twee.xlsx"


def test_the_latest_choice_counts_wherever_somebody_sorted_it(
    dossier: Dossier, gekozen: Path
) -> None:
    kop, een, twee = gekozen.read_text("utf-8-sig").splitlines()
    eerder = f"2020{een[4:]}"
    gekozen.write_text("\n".join([kop, twee, eerder, ""]), "utf-8-sig")
    assert wie_telt(dossier) == "twee.xlsx"


def test_a_choice_about_a_return_that_is_not_there_is_said(dossier: Dossier, gekozen: Path) -> None:
    assert list(Keuzes(dossier).over_niets()) == []
    (weg,) = dossier.retour.glob("* twee.xlsx")
    weg.unlink()
    (bevinding,) = Keuzes(dossier).over_niets()
    assert bevinding.code == catalogue.KEUZE_ZONDER_INZENDING.code
    assert weg.name in bevinding.tekst


def test_an_emptied_list_is_not_taken_for_none(dossier: Dossier, gekozen: Path) -> None:
    gekozen.write_bytes(b"")
    with pytest.raises(NietUitgevoerd):
        Keuzes(dossier)


def test_the_same_choice_again_is_no_new_line(dossier: Dossier, gekozen: Path) -> None:
    voor = gekozen.read_bytes()
    kies(dossier, "twee.xlsx", True)
    assert gekozen.read_bytes() == voor


@pytest.mark.parametrize(("tekens", "gevonden"), [(3, False), (4, True), (5, True), (8, True)])
def test_the_first_four_digits_of_a_hash_are_enough_to_choose(
    dossier: Dossier, tekens: int, gevonden: bool
) -> None:
    berg_op(dossier, "blad.xlsx")
    begin = hash_van(b"inhoud")[:tekens]
    if gevonden:
        kies(dossier, begin, True)
        assert wie_telt(dossier) == "blad.xlsx"
    else:
        with pytest.raises(NietUitgevoerd) as fout:
            kies(dossier, begin, True)
        assert fout.value.bevindingen[0].code == catalogue.KEUZE_ZONDER_BESTAND.code


def test_of_more_choices_about_one_return_the_last_holds(dossier: Dossier) -> None:
    berg_op(dossier, "blad.xlsx")
    for telt, reden in ((True, "eerst"), (False, "toen"), (True, "nu")):
        Keuzes(dossier).kies(Transaction(dossier.map), "blad.xlsx", telt, reden)
        (bestand,) = Retour(dossier).bestanden()
        keuze = Keuzes(dossier).van(bestand.name)
        assert keuze is not None
        assert (keuze.telt, keuze.reden) == (telt, reden)
