"""A matrix of somebody else, of another ronde, or made up: refused, and nothing changed."""

from __future__ import annotations

import json
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from archieven import Klaar, boom, instellingen, maak_ronde, neem_in, stel_vast
from click.testing import Result
from invullen import RONDE, oordeel
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl import collect, demo, generate, merge
from kaderxl.commands.rounds import earlier
from kaderxl.core import catalogue, identity, labels as l
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

pytestmark = pytest.mark.usefixtures("een_lezer")

MATRIX = Path("matrix") / f"monitoringsmatrix-{RONDE}.xlsx"


@pytest.fixture
def klaar(tmp_path: Path, reader: Reader) -> Klaar:
    return maak_ronde(tmp_path, reader, ("GEM", "NB"))


def adopt(klaar: Klaar, file: Path, *words: str) -> Result:
    return klaar.geef("adopt", file, "--year", 2026, *words)


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
    outcome = klaar.geef("merge", "--year", 2026)
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


def only_the_table(file: Path, into: Path, titel: str = "") -> Path:
    """As somebody does who copies it into a workbook of her own; no kenmerk goes along."""
    boek = load_workbook(file)
    for naam in [n for n in boek.sheetnames if n != l.BESLUITENLIJST]:
        del boek[naam]
    boek[l.BESLUITENLIJST]["A1"].value = titel or boek[l.BESLUITENLIJST]["A1"].value
    boek.save(into)
    return into


def test_the_table_alone_of_another_ronde_is_known_by_its_title(
    klaar: Klaar, tmp_path: Path
) -> None:
    titel = f"{l.BESLUITENLIJST}, evaluatie 2027"
    refused(klaar, only_the_table(besloten(klaar), tmp_path / "tabel.xlsx", titel), "D640")


def test_the_table_alone_is_taken_over_and_asks_for_somebody(klaar: Klaar, tmp_path: Path) -> None:
    outcome = adopt(klaar, only_the_table(besloten(klaar), tmp_path / "tabel.xlsx"))
    assert (outcome.exit_code, "fout M527" in outcome.stdout) == (1, True), outcome.output


@pytest.mark.parametrize("over", [1, 5])
def test_a_made_up_matrix_of_which_titles_were_changed(
    klaar: Klaar, tmp_path: Path, over: int
) -> None:
    """Until the last sheet says no more what it is."""
    voorbeeld = demo(template=klaar.sjabloon, output=tmp_path / "voorbeeld")
    boek = load_workbook(voorbeeld.merged.bestand)
    for blad in [b for b in boek.worksheets if b.sheet_state == "visible"][:-over]:
        blad["A1"].value = str(blad["A1"].value).removeprefix(l.FICTIEF).lstrip(" .:–-")
    boek.save(tmp_path / "opgeknapt.xlsx")
    refused(klaar, tmp_path / "opgeknapt.xlsx", "D681")


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
