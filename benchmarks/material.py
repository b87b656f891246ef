"""What is measured, made anew by kaderxl itself: templates, made-up returns, recordings."""

from __future__ import annotations

import pickle
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import bare
from openpyxl import load_workbook
from recording import Recording, content, recorded

from kaderxl import Ronde, archive, check, collect, generate, merge
from kaderxl.commands.rounds import open_workspace
from kaderxl.core.rounds import Fase
from kaderxl.sheets.examples import example_answers
from kaderxl.sheets.layout import Invulling, Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.read import shipped_template

RONDE, LAST = Ronde(2026), Ronde(2031)
ARCHIVE = {
    "waardering": "Blijvend te bewaren",
    "waardering begrippenlijst": "Waarderingen",
    "bewaartermijn": "blijvend",
    "beperking gebruik": "Openbaar",
    "beperking gebruik begrippenlijst": "Openbaarheid",
}


@dataclass(frozen=True)
class Material:
    """A template, a synthetic return of each of its partijen, and the matrix these give."""

    folder: Path
    partijen: int
    matrix: Path

    @property
    def template(self) -> Path:
        return self.folder / "template.xlsx"

    @property
    def returns(self) -> Path:
        return self.folder / "returns"


def make_material(folder: Path, partijen: int) -> Material:
    """What it takes to measure collect and merge with this many partijen."""
    material = Material(folder, partijen, folder / "matrix.pickle")
    material.returns.mkdir(parents=True)
    _write_template(material.template, partijen)
    kader = check(material.template).geldig()
    for partij in kader.partijen:
        answers: dict[str, Invulling] = {**example_answers(kader, RONDE, partij.code)}
        sheet = write_input_sheet(Opdracht(kader, RONDE, partij, {}, answers))
        (material.returns / f"{partij.code}.xlsx").write_bytes(sheet)
    collect(RONDE, [material.returns], template=material.template, output=folder / "output")
    with recorded() as recordings:
        merged = merge(RONDE, template=material.template, output=folder / "output")
    _keep(recordings, [merged.bestand], material.matrix)
    return material


@dataclass(frozen=True)
class Years:
    """Two output folders with the returns of one ronde: the first, and the twelfth of twelve."""

    material: Material
    first: Path
    last: Path


def make_years(folder: Path) -> Years:
    """Six years of the shipped template, a tussenstand and an evaluatie in each: answered, merged
    and archived but the last."""
    material = Material(folder, 6, folder / "matrix.pickle")
    _write_template(material.template, 6, ARCHIVE)
    years = Years(material, folder / "first", folder / "last")
    for year in range(RONDE.jaar, LAST.jaar + 1):
        for fase in (Fase.TUSSENSTAND, Fase.EVALUATIE):
            _one_ronde(years, Ronde(year, fase))
    retour = Path(str(RONDE)) / "retour"
    shutil.copytree(years.last / retour, years.first / retour)
    return years


def _one_ronde(years: Years, ronde: Ronde) -> None:
    template, output = years.material.template, years.last
    returns = years.material.returns / str(ronde)
    returns.mkdir(parents=True)
    with open_workspace(ronde, template, output) as work:
        for partij in work.kader.partijen:
            answers: dict[str, Invulling] = {**example_answers(work.kader, ronde, partij.code)}
            before = work.vorige.get(partij.code, {})
            task = Opdracht(work.kader, ronde, partij, before, answers, bevestigen=work.bevestigen)
            (returns / f"{partij.code}.xlsx").write_bytes(write_input_sheet(task))
    collect(ronde, [returns], template=template, output=output)
    if ronde != LAST:
        merge(ronde, template=template, output=output)
        archive(ronde, template=template, output=output, concept=True)


def make_sheets_of_many(folder: Path, gemeenten: int) -> Path:
    """The sheet of one corporatie from each of so many municipalities."""
    kader = check(shipped_template()).geldig()
    folder.mkdir()
    for number in range(gemeenten):
        settings = replace(kader.instellingen, kenmerk=f"G{number:03}", kader=f"Dorp {number}")
        own = replace(kader, instellingen=settings)
        sheet = write_input_sheet(Opdracht(own, RONDE, own.partijen[1], {}, {}))
        (folder / f"G{number:03}.xlsx").write_bytes(sheet)
    return folder


def record_sheets(material: Material) -> Path:
    """A recording of the empty input sheets of all partijen."""
    path = material.folder / "sheets.pickle"
    with recorded() as recordings:
        generated = generate(RONDE, template=material.template, output=material.folder / "output")
    _keep(recordings, [sheet.bestand for sheet in generated.invulbladen], path)
    return path


def _write_template(path: Path, partijen: int, settings: Mapping[str, str] = {}) -> None:
    """The shipped template, with corporaties added until there are enough partijen.

    `settings` fills in what the shipped one leaves open.
    """
    book = load_workbook(shipped_template())
    sheet = book["Partijen"]
    known = sum(row[0].value is not None for row in sheet.iter_rows(min_row=2))
    for number in range(known, partijen):
        for column, value in enumerate((f"C{number:03}", f"Corporatie {number}", "corporaties"), 1):
            sheet.cell(number + 2, column, value)
    for row in book["Instellingen"].iter_rows():
        if str(row[0].value) in settings:
            row[1].value = settings[str(row[0].value)]
    book.save(path)


def _keep(recordings: list[Recording], ours: list[Path], path: Path) -> None:
    """Save recordings that are proved to give the cells and formats of kaderxl's workbooks."""
    trial = path.with_suffix(".xlsx")
    for recording, workbook in zip(recordings, ours, strict=True):
        bare.write(recording, trial)
        if content(trial.read_bytes()) != content(workbook.read_bytes()):
            sys.exit("The bare side does not write what kaderxl writes; nothing was measured.")
    path.write_bytes(pickle.dumps(recordings))
