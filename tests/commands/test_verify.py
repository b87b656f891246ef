"""Looking an archive over: every damage is found and the right file is named, whoever made it."""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from archieven import Klaar, boom, maak_ronde
from hypothesis import HealthCheck, given, settings, strategies as st
from invullen import RONDE, codes

from kaderxl.archives.bag import maak_bag
from kaderxl.archives.bag_check import check_bag
from kaderxl.commands.archive import archive
from kaderxl.commands.verify import verify
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.rounds import Bevinding
from kaderxl.reading import Reader

pytestmark = [pytest.mark.lang, pytest.mark.usefixtures("een_lezer")]

MATRIX = f"data/matrix/monitoringsmatrix-{RONDE}"


@pytest.fixture(scope="module")
def goed(tmp_path_factory: pytest.TempPathFactory, reader: Reader, een_lezer: None) -> Path:
    """The archive of a ronde, as it was filed."""
    klaar: Klaar = maak_ronde(tmp_path_factory.mktemp("ronde"), reader, ("GEM", "NB"))
    return archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True).map


@pytest.fixture
def bag(goed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(goed, tmp_path / "archief" / goed.name))


def nagekeken(bag: Path) -> tuple[Bevinding, ...]:
    (archief,) = verify([bag]).archieven
    return archief.bevindingen


def herpak(bag: Path, **anders: bytes | None) -> None:
    """Change files under data/ and make every list anew, as somebody who covers it up would."""
    inhoud = {p.removeprefix("data/"): d for p, d in boom(bag / "data").items()}
    for pad, data in anders.items():
        inhoud[pad] = data or b""
        if data is None:
            del inhoud[pad]
    shutil.rmtree(bag)
    for pad, data in maak_bag(inhoud, {}).items():
        (bag / pad).parent.mkdir(parents=True, exist_ok=True)
        (bag / pad).write_bytes(data)


def test_an_archive_as_filed_is_in_order(goed: Path) -> None:
    (archief,) = verify([goed]).archieven
    assert archief.bevindingen == ()
    assert (archief.ronde, archief.nagerekend) == (RONDE, True)
    assert archief.bestanden == len(boom(goed))


def test_all_archives_of_a_folder_are_looked_over(bag: Path) -> None:
    shutil.copytree(bag, bag.with_name(f"{bag.name}-v2"))
    (bag.parent / ".~half").mkdir()
    assert [a.map.name for a in verify([bag.parent]).archieven] == [bag.name, f"{bag.name}-v2"]
    assert not verify(output=bag.parent.parent).needs_attention


def test_where_nothing_is_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NietUitgevoerd, match="geen archief"):
        verify(output=tmp_path)


# Damage


def omgevallen_bit(data: bytes, kans: random.Random) -> bytes:
    plaats = kans.randrange(len(data))
    return data[:plaats] + bytes([data[plaats] ^ 1 << kans.randrange(8)]) + data[plaats + 1 :]


def ander_teken(data: bytes, kans: random.Random) -> bytes:
    plaats = kans.randrange(len(data))
    teken = bytes([(data[plaats] + kans.randrange(1, 256)) % 256])
    return data[:plaats] + teken + data[plaats + 1 :]


def korter(data: bytes, kans: random.Random) -> bytes:
    return data[: kans.randrange(len(data))]


def langer(data: bytes, kans: random.Random) -> bytes:
    return data + kans.choice((b"\n", b" ", b"x", b"\r\n"))


def verwisseld(data: bytes, kans: random.Random) -> bytes:
    plaats = next(n for n in range(1, len(data)) if data[n] != data[n - 1])
    return (
        data[: plaats - 1]
        + data[plaats : plaats + 1]
        + data[plaats - 1 : plaats]
        + data[plaats + 1 :]
    )


VERANDERINGEN: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    omgevallen_bit,
    ander_teken,
    korter,
    langer,
    verwisseld,
)


def beschadig(bag: Path, kans: random.Random) -> set[str]:
    """Do one thing to a bag; the paths of which one must be named."""
    pad = kans.choice(sorted(boom(bag)))
    bestand = bag / pad
    soort = kans.randrange(10)
    if soort < 6:
        bestand.write_bytes(kans.choice(VERANDERINGEN)(bestand.read_bytes(), kans))
    elif soort == 6:
        bestand.unlink()
    elif soort == 7:
        nieuw = bestand.with_name(f"{kans.choice('abcxyz')}{bestand.name}")
        bestand.rename(nieuw)
    elif soort == 8:
        extra = bestand.with_name(f"extra {kans.randrange(99)}")
        extra.write_bytes(kans.randbytes(20))
        return {extra.relative_to(bag).as_posix()}
    else:
        ander = bag / kans.choice([p for p in sorted(boom(bag)) if p != pad])
        inhoud = bestand.read_bytes(), ander.read_bytes()
        bestand.write_bytes(inhoud[1])
        ander.write_bytes(inhoud[0])
    return {pad}


def test_two_hundred_damages_are_found_and_named(bag: Path) -> None:
    heel = boom(bag)
    for beurt in range(200):
        genoemd = beschadig(bag, random.Random(f"beurt {beurt}"))
        assert genoemd & {b.plek.bestand for b in check_bag(bag).bevindingen}, beurt
        herstel(bag, heel)
    assert check_bag(bag).bevindingen == ()


def herstel(bag: Path, heel: dict[str, bytes]) -> None:
    """Make a bag again what it was."""
    nu = boom(bag)
    for pad in nu.keys() - heel.keys():
        (bag / pad).unlink()
    for pad, data in heel.items():
        if nu.get(pad) != data:
            (bag / pad).write_bytes(data)


def test_every_bit_of_every_list_counts(bag: Path) -> None:
    for naam in ("tagmanifest-sha256.txt", "bag-info.txt", "bagit.txt"):
        heel = (bag / naam).read_bytes()
        for plaats in range(0, len(heel), 13):
            for bit in range(8):
                stuk = bytes([heel[plaats] ^ 1 << bit])
                (bag / naam).write_bytes(heel[:plaats] + stuk + heel[plaats + 1 :])
                assert [b.plek.bestand for b in check_bag(bag).bevindingen] == [naam]
        (bag / naam).write_bytes(heel)


@pytest.mark.parametrize(
    ("wat", "regel", "plek"),
    [
        (lambda b: (b / "data/Leesmij.txt").unlink(), catalogue.BESTAND_WEG, "data/Leesmij.txt"),
        (lambda b: (b / "data/x").write_bytes(b"x"), catalogue.BESTAND_TE_VEEL, "data/x"),
        (lambda b: (b / "los.txt").write_bytes(b"x"), catalogue.BESTAND_TE_VEEL, "los.txt"),
        (
            lambda b: (b / "data/Leesmij.txt").rename(b / "data/Lees.txt"),
            catalogue.BESTAND_HERNOEMD,
            "data/Leesmij.txt",
        ),
        (lambda b: (b / "bagit.txt").unlink(), catalogue.BESTAND_WEG, "bagit.txt"),
        (
            lambda b: (b / "tagmanifest-sha512.txt").unlink(),
            catalogue.BESTAND_WEG,
            "tagmanifest-sha512.txt",
        ),
        (
            lambda b: (b / "fetch.txt").write_bytes(b"http://voorbeeld.example 1 data/x\n"),
            catalogue.BESTAND_TE_VEEL,
            "fetch.txt",
        ),
    ],
)
def test_each_kind_of_damage_has_its_own_sentence(
    bag: Path, wat: Callable[[Path], object], regel: Regel, plek: str
) -> None:
    wat(bag)
    gevonden = check_bag(bag).bevindingen
    assert [(b.code, b.plek.bestand) for b in gevonden] == [(regel.code, plek)]


def test_what_is_damaged_is_not_reckoned_with(bag: Path) -> None:
    retour = next((bag / "data" / "retour").glob("*.xlsx"))
    retour.write_bytes(retour.read_bytes()[:-1])
    assert codes(nagekeken(bag)) == [
        catalogue.BESTAND_VERANDERD.code,
        catalogue.NIET_NAGEREKEND.code,
    ]


ROMMEL = ("desktop.ini", "data/.DS_Store", "data/retour/Thumbs.db", "data/retour/desktop.ini")


def test_what_a_system_leaves_beside_the_files_is_one_remark_and_changes_nothing(
    bag: Path,
) -> None:
    for pad in ROMMEL:
        (bag / pad).write_bytes(b"x")
    (archief,) = verify([bag]).archieven
    (bevinding,) = archief.bevindingen
    assert bevinding.code == catalogue.HULPBESTANDEN.code
    assert "4 van het systeem" in bevinding.tekst
    assert (archief.in_orde, archief.nagerekend) == (True, True)
    assert not verify([bag]).needs_attention


def test_a_file_too_many_beside_the_returns_leaves_the_figures_to_be_reckoned(bag: Path) -> None:
    (bag / "data" / "notitie.txt").write_bytes(b"x")
    assert codes(nagekeken(bag)) == [catalogue.BESTAND_TE_VEEL.code]
    (bag / "data" / "retour" / "nog een.xlsx").write_bytes(b"x")
    assert catalogue.NIET_NAGEREKEND.code in codes(nagekeken(bag))


def test_names_in_another_unicode_form_are_the_same_names(bag: Path) -> None:
    """As a copy over a Mac writes them."""
    retour = next((bag / "data" / "retour").glob("*.xlsx"))
    inhoud = retour.read_bytes()
    lijst = (bag / "data" / "retour" / "ontvangst.csv").read_bytes()
    nieuw = retour.name.replace(".xlsx", " café.xlsx")
    herpak(
        bag,
        **{
            f"retour/{retour.name}": None,
            f"retour/{nieuw}": inhoud,
            "retour/ontvangst.csv": lijst.replace(retour.name.encode(), nieuw.encode()),
        },
    )
    eerst = codes(nagekeken(bag))
    er_staat = bag / "data" / "retour" / nieuw
    er_staat.rename(er_staat.with_name(unicodedata.normalize("NFD", nieuw)))
    assert not er_staat.exists()
    assert codes(nagekeken(bag)) == eerst
    assert catalogue.BESTAND_WEG.code not in eerst
    assert catalogue.NIET_NAGEREKEND.code not in eerst


def test_a_file_that_stands_there_in_two_forms_is_one_too_many(bag: Path) -> None:
    herpak(bag, **{"café.txt": b"x"})
    (bag / "data" / unicodedata.normalize("NFD", "café.txt")).write_bytes(b"y")
    te_veel = [b for b in check_bag(bag).bevindingen if b.code == catalogue.BESTAND_TE_VEEL.code]
    assert len(te_veel) == len(check_bag(bag).bevindingen) == 1


# Covered up: the lists are made anew, so only meaning can tell


def test_a_changed_figure_is_reckoned_again(bag: Path) -> None:
    pad = f"{MATRIX}.csv"
    tabel = (bag / pad).read_bytes()
    eerst, dan = b"9-9-2026", b"8-8-2028"
    assert eerst in tabel
    herpak(bag, **{pad.removeprefix("data/"): tabel.replace(eerst, dan, 1)})
    bevindingen = nagekeken(bag)
    cijfers = [b for b in bevindingen if b.code == catalogue.CIJFER_ANDERS.code]
    assert [b.plek.bestand for b in cijfers] == [pad]
    assert all(stand.decode() in cijfers[0].tekst for stand in (eerst, dan))
    # The metadata still says what the file was.
    assert {b.code for b in bevindingen} == {
        catalogue.CIJFER_ANDERS.code,
        catalogue.METADATA_ANDERS.code,
    }


def test_a_changed_answer_of_a_partij_is_seen_as_well(bag: Path) -> None:
    pad = f"{MATRIX}.csv"
    kop, *regels = csv.reader(io.StringIO((bag / pad).read_text("utf-8-sig"), newline=""))
    kolom = kop.index("Noordbouw")
    regels[0][kolom] = "Rood" if regels[0][kolom] != "Rood" else "Groen"
    uit = io.StringIO()
    csv.writer(uit).writerows([kop, *regels])
    herpak(bag, **{pad.removeprefix("data/"): uit.getvalue().encode("utf-8-sig")})
    cijfers = [b for b in nagekeken(bag) if b.code == catalogue.CIJFER_ANDERS.code]
    assert [("Noordbouw" in b.tekst, b.plek.bestand) for b in cijfers] == [(True, pad)]


def test_a_return_that_was_left_out_is_missed_in_the_figures(bag: Path) -> None:
    retour = next((bag / "data" / "retour").glob("*Noordbouw*"), None)
    retour = retour or sorted((bag / "data" / "retour").glob("*.xlsx"))[0]
    naam = retour.name
    herpak(bag, **{f"retour/{naam}": None, f"mdto/retour/{naam}.mdto.xml": None})
    assert catalogue.CIJFER_ANDERS.code in codes(nagekeken(bag))


def test_metadata_that_says_otherwise_is_named_with_its_field(bag: Path) -> None:
    pad = "mdto/Leesmij.txt.mdto.xml"
    mdto = (bag / "data" / pad).read_bytes()
    herpak(bag, **{pad: mdto.replace(b"x-fmt/111", b"fmt/214").replace(b"<omvang>", b"<omvang>1")})
    bevindingen = nagekeken(bag)
    assert {b.plek.bestand for b in bevindingen} == {"data/Leesmij.txt"}
    assert [b.tekst.split("“")[0] for b in bevindingen] == [
        "De metadata noemt bij omvang ",
        "De metadata noemt bij bestandsformaat ",
    ]


def test_metadata_against_the_rules_is_named(bag: Path) -> None:
    pad = "mdto/dossier.mdto.xml"
    mdto = (bag / "data" / pad).read_bytes()
    herpak(bag, **{pad: mdto.replace(b"<taal>nl</taal>", b"<taal></taal>")})
    (bevinding,) = nagekeken(bag)
    assert bevinding.code == catalogue.METADATA_FOUT.code
    assert "informatieobject/taal is leeg" in bevinding.tekst


def test_metadata_that_is_not_there_is_missed(bag: Path) -> None:
    herpak(bag, **{"mdto/Leesmij.txt.mdto.xml": None, "mdto/dossier.mdto.xml": None})
    assert [(b.code, b.plek.bestand) for b in nagekeken(bag)] == [
        (catalogue.METADATA_ONTBREEKT.code, "data/"),
        (catalogue.METADATA_ONTBREEKT.code, "data/Leesmij.txt"),
    ]


# Made by others, and made to harm


@pytest.mark.parametrize("algoritmen", [["md5"], ["sha256", "sha512"], ["sha1", "sha384"]])
def test_a_bag_of_another_program_is_held_against_its_own_lists(
    tmp_path: Path, algoritmen: list[str]
) -> None:
    map_ = tmp_path / "vreemd"
    (map_ / "diep").mkdir(parents=True)
    (map_ / "diep" / "brief.txt").write_bytes(b"Fictief")
    bagit.make_bag(str(map_), checksums=algoritmen)
    assert check_bag(map_).bevindingen == ()
    assert {b.code for b in nagekeken(map_)} == {
        catalogue.METADATA_ONTBREEKT.code,
        catalogue.NIET_NAGEREKEND.code,
    }
    (map_ / "data" / "diep" / "brief.txt").write_bytes(b"Anders!")
    assert [b.plek.bestand for b in check_bag(map_).bevindingen] == ["data/diep/brief.txt"]


@pytest.mark.parametrize(
    "pad",
    [
        "../buiten.txt",
        "data/../../buiten.txt",
        "/etc/passwd",
        "data//x",
        "~/x",
        "data/a\\..\\b",
        "C:/x",
    ],
)
def test_a_list_cannot_point_out_of_the_bag(bag: Path, pad: str) -> None:
    (bag.parent / "buiten.txt").write_bytes(b"van een ander")
    for naam in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        with (bag / naam).open("a", encoding="utf-8") as lijst:
            lijst.write(f"{'0' * 64}  {pad}\n")
    assert {b.plek.bestand for b in check_bag(bag).bevindingen} == {
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("soort", ["verwijzing", "pijp", "aansluiting"])
def test_what_is_no_regular_file_is_not_opened(bag: Path, soort: str) -> None:
    bestand = bag / "data" / "Leesmij.txt"
    bestand.unlink()
    if soort == "verwijzing":
        bestand.symlink_to("/dev/zero")
    elif soort == "pijp":
        os.mkfifo(bestand)
    else:
        with socket.socket(socket.AF_UNIX) as aansluiting:
            hier = Path.cwd()
            os.chdir(bestand.parent)  # the name of a socket must be short
            try:
                aansluiting.bind(bestand.name)
            finally:
                os.chdir(hier)
    assert [b.plek.bestand for b in nagekeken(bag)] == ["data/Leesmij.txt"]


@given(
    st.sampled_from(["manifest-sha256.txt", "tagmanifest-sha512.txt", "bagit.txt", "bag-info.txt"]),
    st.one_of(
        st.binary(max_size=60), st.text(max_size=60).map(lambda t: t.encode("utf-8", "replace"))
    ),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_content_of_a_list_is_too_much(goed: Path, naam: str, inhoud: bytes) -> None:
    heel = (goed / naam).read_bytes()
    try:
        (goed / naam).write_bytes(inhoud)
        assert naam in {b.plek.bestand for b in check_bag(goed).bevindingen}
    finally:
        (goed / naam).write_bytes(heel)


@pytest.mark.parametrize(
    "pad",
    [
        "retour/ontvangst.csv",
        "retour/keuze.csv",
        "sjabloon/monitoringstabel.xlsx",
        f"matrix/monitoringsmatrix-{RONDE}.xlsx",
        f"matrix/monitoringsmatrix-{RONDE}.csv",
        "mdto/dossier.mdto.xml",
    ],
)
@pytest.mark.parametrize("inhoud", [b"\0\xff\n" * 20, b"a,b\n" + b'"' + b"x" * 200_000])
def test_a_bag_with_right_lists_and_wild_content_gives_findings(
    bag: Path, pad: str, inhoud: bytes
) -> None:
    herpak(bag, **{pad: inhoud})
    assert nagekeken(bag)
