"""A milestone that was not finished in its year: asked, answered, decided and filed in the next."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from archieven import instellingen
from invullen import een_lezer_voor_alles, zoek_tabel
from openpyxl import load_workbook
from sjablonen import STANDAARD, erbij, schrijf_sjabloon
from zesjaar import LATER, WAARDEN, Dossier, besluit, doe_ronde, een_jaar, kopie_van

from kaderxl import archive, generate, merge, verify
from kaderxl.commands.rounds import open_workspace
from kaderxl.core import catalogue, labels as l
from kaderxl.core.rounds import Fase, Ronde
from kaderxl.reading import Reader
from kaderxl.returns.rolled_on import LIJST

MIJLPAAL, VRAAG = "A01-I2", f"{l.BEOORDELING_VRAAG} (doorgeschoven uit 2026, 2e jaar)"
EERST, DAARNA = Ronde(2026), Ronde(2027)
ORANJE = {1: "Oranje", 2: "Groen", 3: "Groen"}


@pytest.fixture(scope="module")
def jaar(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Dossier:
    """2026 answered, decided and archived; afspraak 1 is Oranje."""
    with een_lezer_voor_alles(reader):
        return een_jaar(tmp_path_factory.mktemp("doorgeschoven"), ORANJE)


@pytest.fixture
def dossier(jaar: Dossier, tmp_path: Path, reader: Reader) -> Iterator[Dossier]:
    with kopie_van(jaar, tmp_path, reader) as kopie:
        yield kopie


def vraag_in(dossier: Dossier, ronde: Ronde) -> str | None:
    """What the sheet of Noordbouw asks about the milestone."""
    invulbladen = dossier.output / str(ronde) / "invulbladen"
    tabel = zoek_tabel(load_workbook(invulbladen / f"Invulblad Noordbouw {ronde}.xlsx"))
    if MIJLPAAL not in tabel.rijen:
        return None
    return str(tabel.cel(MIJLPAAL, l.VRAAG).value).splitlines()[0].partition(": ")[2]


def stel_uit(dossier: Dossier, ronde: Ronde = DAARNA) -> None:
    generate(ronde, template=dossier.sjabloon(2026), output=dossier.output, fictional=True)


def berg_op(dossier: Dossier, ronde: Ronde = DAARNA) -> Path:
    return archive(ronde, template=dossier.sjabloon(2026), output=dossier.output, today=LATER).map


def test_the_sheet_asks_it_again_with_its_values(dossier: Dossier) -> None:
    stel_uit(dossier)
    assert vraag_in(dossier, DAARNA) == VRAAG
    blad = dossier.output / str(DAARNA) / "invulbladen" / f"Invulblad Noordbouw {DAARNA}.xlsx"
    tabel = zoek_tabel(load_workbook(blad))
    assert {f"{MIJLPAAL}-M1", f"{MIJLPAAL}-M2"} <= tabel.rijen.keys()


def test_its_target_still_stands(dossier: Dossier) -> None:
    rij = "| A01-I2 | 2026 | | | | gereed in 2026 | 1 | gedrukt |"
    sjabloon = schrijf_sjabloon(
        dossier.output.parent / "doel.xlsx", Instellingen=instellingen(), **erbij("Doelen", rij)
    )
    generate(DAARNA, template=sjabloon, output=dossier.output, fictional=True)
    blad = dossier.output / str(DAARNA) / "invulbladen" / f"Invulblad Noordbouw {DAARNA}.xlsx"
    vraag = str(zoek_tabel(load_workbook(blad)).cel(MIJLPAAL, l.VRAAG).value)
    assert "Doel: gereed in 2026" in vraag.splitlines()


def test_generate_says_what_came_back(dossier: Dossier) -> None:
    gemaakt = generate(DAARNA, template=dossier.sjabloon(2026), output=dossier.output)
    assert [i.code for i in gemaakt.doorgeschoven] == [MIJLPAAL]
    assert "A01-I2 (inventarisatie locaties): doorgeschoven uit 2026, 2e jaar" in gemaakt.lines()
    assert gemaakt.as_json()["doorgeschoven"] == [{"code": MIJLPAAL, "uit": 2026}]


def test_a_focuspunt_that_the_template_drops_is_named(dossier: Dossier, tmp_path: Path) -> None:
    zonder = STANDAARD["Monitoringstabel"].replace("1. Meer woningen", "4. Meer woningen")
    sjabloon = schrijf_sjabloon(
        tmp_path / "nieuw.xlsx",
        Instellingen=instellingen(),
        Monitoringstabel=zonder.replace("A01-I", "A04-I"),
        Meetwaarden=STANDAARD["Meetwaarden"].replace("A01-I", "A04-I"),
        Doelen=STANDAARD["Doelen"].replace("A01-I", "A04-I"),
    )
    gemaakt = generate(DAARNA, template=sjabloon, output=dossier.output)
    (gevonden,) = [b for b in gemaakt.over_eerdere if b.code == catalogue.NIET_MEER_GEVRAAGD.code]
    assert "Afspraak 1 is niet afgesloten (evaluatie 2026: Oranje)" in gevonden.tekst


def test_the_tussenstand_asks_it_and_plans_it(dossier: Dossier) -> None:
    tussen = Ronde(2027, Fase.TUSSENSTAND)
    stel_uit(dossier, tussen)
    assert vraag_in(dossier, tussen) == VRAAG


def test_the_matrix_has_it_as_any_other_row(dossier: Dossier) -> None:
    doe_ronde(dossier, DAARNA, WAARDEN[2027])
    matrix = merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output).matrix
    (rij,) = (r for r in matrix.rijen if r.indicator.code == MIJLPAAL)
    assert (rij.gegeven, str(rij.voorstel)) == (4, "Oranje")
    assert matrix.is_doorgeschoven(rij)
    boek = load_workbook(
        dossier.output / str(DAARNA) / "matrix" / f"monitoringsmatrix-{DAARNA}.xlsx"
    )
    teksten = [c for blad in boek for r in blad.iter_rows(values_only=True) for c in r]
    assert any(str(t).startswith("Doorgeschoven uit 2026, 2e jaar\n") for t in teksten)
    assert "> 2026" in teksten  # as it is printed


def test_the_archive_says_itself_what_was_asked(dossier: Dossier, tmp_path: Path) -> None:
    doe_ronde(dossier, DAARNA, WAARDEN[2027])
    besluit(dossier, DAARNA, ORANJE)
    map_ = berg_op(dossier)
    assert (map_ / "data" / "uitgegeven" / LIJST).is_file()
    alleen = Path(shutil.copytree(map_, tmp_path / "elders" / map_.name))
    gezien = verify([alleen])
    assert not gezien.needs_attention, [*gezien.lines()]


def test_a_later_ronde_reads_it_from_the_archive(dossier: Dossier) -> None:
    doe_ronde(dossier, DAARNA, WAARDEN[2027])
    besluit(dossier, DAARNA, ORANJE)
    berg_op(dossier)
    for ronde in (EERST, DAARNA):
        shutil.rmtree(dossier.output / str(ronde))
    stel_uit(dossier, Ronde(2028))
    assert vraag_in(dossier, Ronde(2028)) == VRAAG.replace("2e", "3e")


@pytest.mark.parametrize("kleur", ["Afgerond", "Groen"])
def test_what_was_answered_stays_asked_whatever_the_bo_decides_since(
    dossier: Dossier, kleur: str
) -> None:
    """The BO of 2026 comes back on its besluit while answers of 2027 are in: none is lost."""
    doe_ronde(dossier, DAARNA, WAARDEN[2027])
    shutil.rmtree(dossier.output / "archief")
    besluit(dossier, EERST, ORANJE | {1: kleur})
    matrix = merge(DAARNA, template=dossier.sjabloon(2026), output=dossier.output).matrix
    assert MIJLPAAL in {r.indicator.code for r in matrix.rijen if r.gegeven}


def test_before_an_answer_is_in_the_sheet_follows_the_besluit(dossier: Dossier) -> None:
    stel_uit(dossier)
    shutil.rmtree(dossier.output / "archief")
    besluit(dossier, EERST, ORANJE | {1: "Afgerond"})
    stel_uit(dossier)
    assert vraag_in(dossier, DAARNA) is None


def test_a_ronde_with_nothing_before_it_keeps_no_list(dossier: Dossier) -> None:
    assert not (dossier.output / str(EERST) / "uitgegeven" / LIJST).exists()
    (map_,) = (dossier.output / "archief").iterdir()
    assert not (map_ / "data" / "uitgegeven" / LIJST).exists()


def test_the_list_may_be_gone_as_long_as_the_rondes_before_it_are_there(dossier: Dossier) -> None:
    stel_uit(dossier)
    (dossier.output / str(DAARNA) / "uitgegeven" / LIJST).unlink()
    doe_ronde(dossier, DAARNA, WAARDEN[2027])
    with open_workspace(DAARNA, dossier.sjabloon(2026), dossier.output) as werk:
        assert werk.kader.doorgeschoven == {MIJLPAAL}
