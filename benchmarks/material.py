"""What is measured, made anew by kaderxl itself: templates, made-up returns, recordings."""

from __future__ import annotations

import pickle
import sys
from dataclasses import dataclass
from pathlib import Path

import bare
from openpyxl import load_workbook
from recording import Recording, content, recorded

from kaderxl import Ronde, check, collect, generate, merge
from kaderxl.sheets.examples import example_answers
from kaderxl.sheets.layout import Invulling, Opdracht
from kaderxl.sheets.sheet import write_input_sheet
from kaderxl.template.read import shipped_template

RONDE = Ronde(2026)


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


def record_sheets(material: Material) -> Path:
    """A recording of the empty input sheets of all partijen."""
    path = material.folder / "sheets.pickle"
    with recorded() as recordings:
        generated = generate(RONDE, template=material.template, output=material.folder / "output")
    _keep(recordings, [sheet.bestand for sheet in generated.invulbladen], path)
    return path


def _write_template(path: Path, partijen: int) -> None:
    """The shipped template, with corporaties added until there are enough partijen."""
    book = load_workbook(shipped_template())
    sheet = book["Partijen"]
    known = sum(row[0].value is not None for row in sheet.iter_rows(min_row=2))
    for number in range(known, partijen):
        for column, value in enumerate((f"C{number:03}", f"Corporatie {number}", "corporaties"), 1):
            sheet.cell(number + 2, column, value)
    book.save(path)


def _keep(recordings: list[Recording], ours: list[Path], path: Path) -> None:
    """Save recordings that are proved to give the cells and formats of kaderxl's workbooks."""
    trial = path.with_suffix(".xlsx")
    for recording, workbook in zip(recordings, ours, strict=True):
        bare.write(recording, trial)
        if content(trial.read_bytes()) != content(workbook.read_bytes()):
            sys.exit("The bare side does not write what kaderxl writes; nothing was measured.")
    path.write_bytes(pickle.dumps(recordings))
