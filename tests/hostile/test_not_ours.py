"""A matrix of somebody else, of another ronde, or made up: refused, and nothing changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from archieven import Klaar, boom, instellingen, maak_ronde, neem_in, stel_vast
from click.testing import CliRunner, Result
from invullen import RONDE, een_lezer_voor_alles, oordeel
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl import collect, demo, generate, merge
from kaderxl.cli import main
from kaderxl.commands.rounds import earlier
from kaderxl.core import catalogue, identity
from kaderxl.core import labels as l
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

MATRIX = Path("matrix") / f"monitoringsmatrix-{RONDE}.xlsx"


@pytest.fixture(scope="module", autouse=True)
def een_lezer(reader: Reader) -> Iterator[None]:
    with een_lezer_voor_alles(reader):
        yield


@pytest.fixture
def klaar(tmp_path: Path, reader: Reader) -> Klaar:
    return maak_ronde(tmp_path, reader, ("GEM", "NB"))


def adopt(klaar: Klaar, file: Path, *words: str) -> Result:
    plaats = ("--template", str(klaar.sjabloon), "--output", str(klaar.output))
    year = ("--year", "2026")
    return CliRunner().invoke(
        main, ["adopt", str(file), *year, *plaats, *words], catch_exceptions=False
    )


def refused(klaar: Klaar, file: Path, code: str) -> None:
    before = boom(klaar.output)
    outcome = adopt(klaar, file)
    assert outcome.exit_code == 2, outcome.output
    assert code in outcome.stderr
    changed = {n for n, d in boom(klaar.output).items() if before.get(n) != d}
    assert all(".kaderxl/" in name for name in changed)


def besloten(klaar: Klaar) -> Path:
    """A copy of its matrix in which the BO set everything."""
    stel_vast(klaar)
    return Path(shutil.copy(klaar.ronde / MATRIX, klaar.output.parent / "besloten.xlsx"))


def test_the_matrix_of_another_municipality(klaar: Klaar, tmp_path: Path, reader: Reader) -> None:
    """The same questions in the same year; only its kenmerk says whose it is."""
    buren = tmp_path / "buren"
    buren.mkdir()
    anders = schrijf_sjabloon(
        buren / "sjabloon.xlsx", Instellingen=instellingen().replace("MOL", "BUUR")
    )
    buur = Klaar(anders, buren / "output", read_template(anders, reader).geldig())
    neem_in(buur, "GEM")
    merge(RONDE, template=anders, output=buur.output)
    refused(klaar, besloten(buur), "D680")


def test_the_matrix_of_another_municipality_in_the_place_of_ours(
    klaar: Klaar, tmp_path: Path, reader: Reader
) -> None:
    """Neither `merge` nor the ronde after it takes it for its own."""
    boek = load_workbook(klaar.ronde / MATRIX)
    for rij in boek[l.SAMENVATTING].iter_rows(max_col=2):
        if rij[0].value == l.MATRIXKENMERK:
            rij[1].value = str(identity.Kenmerk("BUUR", RONDE, identity.MATRIX, "4F2A"))
    boek.save(klaar.ronde / MATRIX)
    words = ("--year", "2026", "--template", str(klaar.sjabloon), "--output", str(klaar.output))
    outcome = CliRunner().invoke(main, ["merge", *words], catch_exceptions=False)
    assert (outcome.exit_code, "D680" in outcome.stderr) == (2, True)
    gelezen = earlier(klaar.output, Ronde(2027), klaar.kader, reader)
    assert [b.code for b in gelezen.bevindingen] == [catalogue.RONDE_ONLEESBAAR.code]


def test_the_matrix_of_another_ronde(klaar: Klaar, tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "ander").mkdir()
    ander = maak_ronde(tmp_path / "ander", reader, ("GEM",))
    bestand = besloten(ander)
    boek = load_workbook(bestand)
    for rij in boek[l.SAMENVATTING].iter_rows(max_col=2):
        if rij[0].value == l.MATRIXKENMERK:
            rij[1].value = identity.matrixkenmerk(klaar.kader, Ronde(2027))
    boek.save(bestand)
    refused(klaar, bestand, "D640")


def test_a_made_up_matrix_in_a_real_ronde_and_the_reverse(klaar: Klaar, tmp_path: Path) -> None:
    echt = besloten(klaar)
    voorbeeld = demo(template=klaar.sjabloon, output=tmp_path / "voorbeeld")
    verzonnen = voorbeeld.merged.bestand
    refused(klaar, verzonnen, "D681")
    in_demo = Klaar(klaar.sjabloon, tmp_path / "voorbeeld" / "demo", klaar.kader)
    refused(in_demo, echt, "D682")
    assert adopt(in_demo, verzonnen).exit_code in (0, 1)
    assert adopt(klaar, echt).exit_code in (0, 1)


def test_made_up_returns_in_a_real_ronde_and_the_reverse(klaar: Klaar, tmp_path: Path) -> None:
    """Whatever a ronde has that tells: its input sheets, or only returns."""
    voorbeeld = demo(template=klaar.sjabloon, output=tmp_path / "voorbeeld")
    assert voorbeeld.merged.matrix.fictief
    verzonnen = sorted((tmp_path / "voorbeeld" / "demo" / "inzendingen").glob("*.xlsx"))
    echt = [p for p in sorted((klaar.ronde / "retour").iterdir()) if p.suffix == ".xlsx"]
    assert verzonnen
    assert echt
    kaal, nieuw = tmp_path / "alleen bladen", tmp_path / "niets"
    generate(RONDE, template=klaar.sjabloon, output=kaal)
    for output, bestanden, code in (
        (klaar.output, verzonnen, "I396"),
        (kaal, verzonnen, "I396"),
        (tmp_path / "voorbeeld" / "demo", echt, "I397"),
        (nieuw, [*echt, *verzonnen], "I396"),
    ):
        uitkomst = collect(RONDE, bestanden, template=klaar.sjabloon, output=output)
        geweigerd = [i for i in uitkomst.inzendingen if i.status == "geweigerd"]
        assert {i.bevindingen[0].code for i in geweigerd} == {code}
        goed = [i for i in uitkomst.inzendingen if i.status == "aangenomen"]
        assert len(goed) == (len(echt) if output == nieuw else 0)
        assert uitkomst.needs_attention
    assert not merge(RONDE, template=klaar.sjabloon, output=klaar.output).matrix.fictief


def test_words_in_an_answer_are_never_the_day_of_the_bo(tmp_path: Path, reader: Reader) -> None:
    """Also once the sheet Samenvatting is gone, or somebody gave it another name."""
    klaar = maak_ronde(tmp_path, reader, ("GEM",))
    neem_in(klaar, "NB", A01_I1={**oordeel("Rood", "a", l.VASTGESTELD_IN)})
    neem_in(klaar, "ZW", A01_I1={**oordeel("Rood", "a", l.MATRIXKENMERK)})
    merge(RONDE, template=klaar.sjabloon, output=klaar.output)
    origineel = (klaar.ronde / MATRIX).read_bytes()
    for hoe in ("zoals het is", "blad weg", "andere naam"):
        (klaar.ronde / MATRIX).write_bytes(origineel)
        boek = load_workbook(klaar.ronde / MATRIX)
        for blad in boek.worksheets:
            for rij in blad.iter_rows():
                for cel, naast in pairwise(rij):
                    if cel.value == l.VASTGESTELD_IN and blad.title != l.SAMENVATTING:
                        naast.value = date(2027, 3, 30)
        if hoe == "blad weg":
            del boek[l.SAMENVATTING]
        if hoe == "andere naam":
            boek[l.SAMENVATTING].title = "Voor het BO"
        boek.save(tmp_path / "bewerkt.xlsx")
        uitkomst = adopt(klaar, tmp_path / "bewerkt.xlsx", "--json")
        assert uitkomst.exit_code in (0, 1), uitkomst.output
        assert json.loads(uitkomst.stdout)["begrepen"]["vastgesteld"] is None, hoe
