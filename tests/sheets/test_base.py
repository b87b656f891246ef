"""What stood in a sheet is kept under its stempel, and is what the sheet itself says."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from invullen import RONDE
from openpyxl import load_workbook

from kaderxl.core.kader import Kader
from kaderxl.sheets.base import HandedOutSheets, stempel_van, stempel_zonder_antwoorden
from kaderxl.sheets.layout import Invulling, Opdracht
from kaderxl.sheets.printed import print_sheet
from kaderxl.sheets.questions import stel_vragenlijst_op
from kaderxl.sheets.remarks import Opmerkingen
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.writing.transaction import Transaction


def opdracht(kader: Kader, *, herstel: bool = False, **antwoorden: Invulling) -> Opdracht:
    """The sheet of Noordbouw; `A01_I1_M1={"Waarde": 4}` is an answer in it."""
    partij = kader.partij("NB")
    assert partij is not None
    gegeven = {code.replace("_", "-"): rij for code, rij in antwoorden.items()}
    geen = Opmerkingen(5, 0, 0, {}, frozenset(), (), datetime(2027, 3, 1))
    opmerkingen = geen if herstel else None
    return Opdracht(kader, RONDE, partij, {"A01-I1": "Groen"}, gegeven, False, opmerkingen)


def keep(map_: Path, werk: Opdracht) -> HandedOutSheets:
    """Kept by one command; what another finds."""
    beurt = Transaction(map_)
    HandedOutSheets(map_ / "uitgegeven").keep(beurt, werk)
    beurt.commit()
    return HandedOutSheets(map_ / "uitgegeven")


def test_a_workbook_bears_the_stempel_under_which_it_is_kept(klein: Kader, tmp_path: Path) -> None:
    werk = opdracht(klein, herstel=True, A01_I1_M1={"Waarde": 4})
    meta = load_workbook(io.BytesIO(write_input_sheet(werk)))["_meta"]
    gedragen = {str(rij[0]): rij[1] for rij in meta.iter_rows(values_only=True) if rij[0]}
    assert gedragen["stempel"] == stempel_van(werk)
    assert keep(tmp_path, werk).find(stempel_van(werk)) is not None


def test_answers_come_back_as_the_cells_hold_them(klein: Kader, tmp_path: Path) -> None:
    werk = opdracht(
        klein,
        herstel=True,
        A01_I1={"Beoordeling": "Groen", "Reden": None, "Toelichting": "x" * 33_000},
        A01_I1_M1={"Waarde": 4.5},
        A01_I2_M1={"Waarde": True},
        A01_I2_M2={"Waarde": date(2026, 12, 31)},
        A02_I1_M1={"Waarde": date(1850, 6, 1)},
    )
    base = keep(tmp_path, werk).find(stempel_van(werk))
    assert base is not None
    lang = str(base.answers.pop(("A01-I1", "Toelichting")))  # type: ignore[attr-defined]
    assert 30_000 < len(lang) <= 32_767, "what a cell cannot hold is not in it"
    assert base.answers == {
        ("A01-I1", "Beoordeling"): "Groen",
        ("A01-I1-M1", "Waarde"): 4.5,
        ("A01-I2-M1", "Waarde"): True,
        ("A01-I2-M2", "Waarde"): date(2026, 12, 31),
        ("A02-I1-M1", "Waarde"): "1850-06-01",
    }


def test_what_is_printed_comes_back_whole(klein: Kader, tmp_path: Path) -> None:
    werk = opdracht(klein)
    vragenlijst = stel_vragenlijst_op(klein, RONDE, "NB")
    nu = print_sheet(klein, RONDE, werk.partij, vragenlijst, werk.vorige)
    base = keep(tmp_path, werk).find(stempel_van(werk))
    assert base is not None
    toen = base.printed
    assert (toen.earlier, toen.around, toen.uitleg, toen.meta) == (
        nu.earlier, nu.around, nu.uitleg, nu.meta,
    )  # fmt: skip
    assert toen.questions.all_rows == nu.questions.all_rows


def test_a_sheet_that_goes_out_empty_has_one_stempel_whatever_is_filled_in(klein: Kader) -> None:
    leeg, gevuld = opdracht(klein), opdracht(klein, A01_I1_M1={"Waarde": 4})
    nu = print_sheet(
        klein, RONDE, leeg.partij, stel_vragenlijst_op(klein, RONDE, "NB"), leeg.vorige
    )
    assert stempel_van(leeg) == stempel_van(gevuld) == stempel_zonder_antwoorden(nu)
    assert stempel_van(opdracht(klein, herstel=True, A01_I1_M1={"Waarde": 4})) != stempel_van(leeg)


@pytest.mark.parametrize("soort", ["invulblad", "vragen"])
@pytest.mark.parametrize("hoe", ["gone", "damaged", "changed"])
def test_what_is_not_whole_is_not_found(klein: Kader, tmp_path: Path, soort: str, hoe: str) -> None:
    werk = opdracht(klein)
    sheets = keep(tmp_path, werk)
    (bestand,) = (tmp_path / "uitgegeven").glob(f"{soort}-*.json")
    if hoe == "gone":
        bestand.unlink()
    elif hoe == "damaged":
        bestand.write_bytes(bestand.read_bytes()[:100])
    else:
        bestand.write_text(bestand.read_text("utf-8").replace("Noordbouw", "Zuidbouw")
                           .replace("Bouwen", "Slopen"), "utf-8")  # fmt: skip
    assert sheets.find(stempel_van(werk)) is None
    assert sheets.find("") is None
    assert sheets.find("../../elders") is None
