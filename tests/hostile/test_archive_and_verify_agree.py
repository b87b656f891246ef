"""What `archive` calls filed, `verify` calls in order; and what a bag says of itself is checked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from hashlib import new
from pathlib import Path

import pytest
from archieven import boom, maak_ronde
from invullen import RONDE, antwoorden, leeg_blad, oordeel, vul
from opdrachten import geef

from kaderxl.archives import look_over as looking
from kaderxl.archives.bag import maak_bag
from kaderxl.commands.archive import archive
from kaderxl.commands.verify import verify
from kaderxl.core import catalogue
from kaderxl.core.findings import NietUitgevoerd, Regel
from kaderxl.core.rounds import NERGENS
from kaderxl.reading import Reader

pytestmark = pytest.mark.usefixtures("een_lezer")

JAAR = ("--year", "2026")


def met_lange_tekst(werkboek: bytes, tekst: str) -> bytes:
    """The same workbook with this text where it says LANG, longer than any library writes it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(werkboek)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.namelist():
            nieuw.writestr(deel, oud.read(deel).replace(b"LANG", tekst.encode()))
    return uit.getvalue()


@pytest.mark.parametrize("tekens", [32_767, 131_073, 400_000])
def test_a_very_long_answer_is_filed_and_found_in_order(
    tmp_path: Path, reader: Reader, tekens: int
) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    lang = oordeel("Rood", "a", "LANG")
    blad = vul(leeg_blad(klaar.kader, "NB"), antwoorden(klaar.kader, "NB") | {"A01-I1": lang})
    (tmp_path / "lang.xlsx").write_bytes(met_lange_tekst(blad, "woord " * (tekens // 6)))
    klaar.geef("collect", str(tmp_path / "lang.xlsx"), *JAAR)
    assert klaar.geef("merge", *JAAR).exit_code == 1
    gedaan = klaar.geef("archive", "--concept", *JAAR)
    assert gedaan.exit_code == 0, gedaan.output
    gevonden = geef("verify", "--output", klaar.output)
    assert gevonden.exit_code == 0, gevonden.output


def test_what_verify_would_find_is_not_filed(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    anders = catalogue.NIET_NAGEREKEND.bij(NERGENS, reden="dat is een proef")
    monkeypatch.setattr(looking, "check_figures", lambda *_: [anders])
    with pytest.raises(NietUitgevoerd) as fout:
        archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True)
    codes = [b.code for b in fout.value.bevindingen]
    assert codes == [catalogue.ARCHIEF_NIET_IN_ORDE.code, anders.code]
    assert list(klaar.archief.iterdir()) == []


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory, reader: Reader, een_lezer: None) -> Path:
    klaar = maak_ronde(tmp_path_factory.mktemp("bag"), reader, ("GEM",))
    return archive(RONDE, template=klaar.sjabloon, output=klaar.output, concept=True).map


def lied(pattern: bytes, by: bytes) -> Callable[[bytes], bytes]:
    def change(info: bytes) -> bytes:
        changed, times = re.subn(pattern, by, info)
        assert times == 1
        return changed

    return change


@pytest.mark.parametrize(
    ("pad", "change", "regel"),
    [
        (
            "bag-info.txt",
            lied(rb"Payload-Oxum: (\d+)", rb"Payload-Oxum: 1\1"),
            catalogue.BAGGEGEVEN_ANDERS,
        ),
        (
            "bag-info.txt",
            lied(rb"Payload-Oxum: (\d+)\.\d+", rb"Payload-Oxum: \1.1"),
            catalogue.BAGGEGEVEN_ANDERS,
        ),
        ("bag-info.txt", lied(rb"Identifier: ", rb"Identifier: X"), catalogue.BAGGEGEVEN_ANDERS),
        (
            "mdto/Leesmij.txt.mdto.xml",
            lied(rb"Leesmij.txt</identificatieKenmerk>", rb"Leesmij.tzt</identificatieKenmerk>"),
            catalogue.METADATA_ANDERS,
        ),
    ],
    ids=["size", "number", "identifier", "a file"],
)
def test_what_a_bag_says_of_itself_is_held_against_it(
    filed: Path,
    tmp_path: Path,
    pad: str,
    change: Callable[[bytes], bytes],
    regel: Regel,
) -> None:
    """Every list made anew by who changed it, so that all hashes are right."""
    inhoud = {p.removeprefix("data/"): d for p, d in boom(filed).items() if p.startswith("data/")}
    if pad in inhoud:
        inhoud[pad] = change(inhoud[pad])
    info = (filed / "bag-info.txt").read_bytes()
    if pad == "bag-info.txt":
        info = change(info)
    bag = tmp_path / filed.name
    for naam, data in opnieuw(inhoud, info).items():
        (bag / naam).parent.mkdir(parents=True, exist_ok=True)
        (bag / naam).write_bytes(data)
    (archief,) = verify([bag]).archieven
    assert [b.code for b in archief.bevindingen] == [regel.code]


def opnieuw(inhoud: dict[str, bytes], info: bytes) -> dict[str, bytes]:
    """The bag of these files and this bag-info.txt, with right lists."""
    bag = {**maak_bag(inhoud, {}), "bag-info.txt": info}
    for algoritme in ("sha256", "sha512"):
        bladen = {n: d for n, d in bag.items() if not n.startswith(("data/", "tagmanifest-"))}
        bag[f"tagmanifest-{algoritme}.txt"] = "".join(
            f"{new(algoritme, d).hexdigest()}  {n}\n" for n, d in sorted(bladen.items())
        ).encode()
    return bag
