"""Makes the pictures of the sheets: `python3 start.py pictures`. Asks for LibreOffice and Poppler.

Each sheet as a laptop shows it on opening, and some as they are printed. What stands in them is
made up. LibreOffice breaks lines in other places than Excel does, so a picture is no measure.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from excelmaten import BREEDTE, HOOGTE, bladen_van  # noqa: E402
from kwartalen import schrijf_sluisdorp  # noqa: E402
from openpyxl.utils.cell import get_column_letter  # noqa: E402
from oudeveen import schrijf_oudeveen  # noqa: E402

from kaderxl.template.read import HERE  # noqa: E402

IMAGES = ROOT / "docs" / "images"
_LETTERS, _NUMBERS = 20, 27  # pixels over the columns and beside the rows
_WIDER = 1.06  # LibreOffice draws a column of a width wider than Excel does
_SETUP = re.compile(
    r"<(printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks)\b"
    r"(?:[^>]*/>|.*?</\1>)",
    re.DOTALL,
)
_PAGE = (
    '<printOptions headings="1"/>'
    '<pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/>'
    '<pageSetup paperWidth="1000mm" paperHeight="700mm" scale="{}" orientation="landscape"/>'
)
_BEHIND_IT = re.compile(
    "<(?:ignoredErrors|drawing|legacyDrawing|tableParts|extLst)\\b|</worksheet>"
)
_PRINTED = re.compile(
    r'<definedName name="_xlnm\.Print_\w+" localSheetId="(\d+)"[^>]*>[^<]*</definedName>'
)
_NAME = '<definedName name="_xlnm.Print_Area" localSheetId="{}">\'{}\'!{}</definedName>'


@dataclass(frozen=True)
class Picture:
    """A sheet of a workbook, found by the pattern of its name among the files of the demo of an
    agreement: the one that comes with kaderxl, or a made-up one."""

    name: str
    workbook: str
    sheet: str
    on_paper: bool = False
    agreement: str = ""


_AGREEMENTS = {"": None, "oudeveen": schrijf_oudeveen, "sluisdorp": schrijf_sluisdorp}
_SHEETS, _MATRIX = "invulbladen/Invulblad De Volmacht*", "matrix/monitoringsmatrix*"
PICTURES = (
    Picture("invulblad", _SHEETS, "Invulblad"),
    Picture("herstelblad", "herstel/Herstel De Volmacht*", "Invulblad"),
    Picture("samenvatting", _MATRIX, "Samenvatting", on_paper=True),
    Picture("besluitenlijst", _MATRIX, "Besluitenlijst"),
    Picture("besluitenlijst-op-papier", _MATRIX, "Besluitenlijst", on_paper=True),
    Picture("matrix", _MATRIX, "Monitoringstabel"),
    Picture("matrix-op-papier", _MATRIX, "Monitoringstabel", on_paper=True),
    Picture("verschillen", _MATRIX, "Verschillen"),
    Picture("verschillen-op-papier", _MATRIX, "Verschillen", on_paper=True),
    Picture("invulblad-op-papier", _SHEETS, "Invulblad", on_paper=True),
    Picture("uitleg", _SHEETS, "Uitleg"),
    Picture("focuspunten", _MATRIX, "Focuspunten"),
    Picture("focuspunten-op-papier", _MATRIX, "Focuspunten", on_paper=True),
    Picture("besluitvorming", _MATRIX, "Besluitvorming"),
    Picture("stemmingen", _MATRIX, "Stemmingen"),
    Picture("toelichtingen", _MATRIX, "Toelichtingen"),
    Picture("dit-doen-we-al", _MATRIX, "Dit doen we al"),
    Picture("ontbrekend", _MATRIX, "Ontbrekend"),
    Picture(
        "oudeveen-invulblad", "invulbladen/Invulblad Woonst*", "Invulblad", agreement="oudeveen"
    ),
    Picture("oudeveen-samenvatting", _MATRIX, "Samenvatting", True, "oudeveen"),
    Picture(
        "sluisdorp-invulblad", "invulbladen/Invulblad De Kade*", "Invulblad", agreement="sluisdorp"
    ),
    Picture("sluisdorp-samenvatting", _MATRIX, "Samenvatting", True, "sluisdorp"),
)


def main(target: Path = IMAGES) -> None:
    """Run the demo of each agreement in a folder that goes, and make its pictures."""
    for agreement, write in _AGREEMENTS.items():
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            if write:
                (folder / HERE).parent.mkdir()
                write(folder / HERE)
            _run(sys.executable, "-m", "kaderxl", "demo", folder=folder)
            (matrix,) = folder.glob(f"output/demo/*/{_MATRIX}.xlsx")
            for picture in (p for p in PICTURES if p.agreement == agreement):
                (workbook,) = matrix.parents[1].glob(picture.workbook)
                _draw(workbook, picture, target / picture.name, folder)
                print(target / f"{picture.name}.png")


def _draw(workbook: Path, picture: Picture, image: Path, folder: Path) -> None:
    alone = folder / "sheet.xlsx"
    _only(workbook, picture, alone)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", alone.name, folder=folder)
    window = ["-x", 0, "-y", 0, "-W", int(BREEDTE * _WIDER) + _NUMBERS, "-H", HOOGTE + _LETTERS]
    crop = [] if picture.on_paper else window
    paper = alone.with_suffix(".pdf")
    _run("pdftocairo", "-png", "-singlefile", "-r", 96, *crop, paper, image, folder=folder)


def _run(*words: object, folder: Path) -> None:
    subprocess.run(
        [str(word) for word in words], cwd=folder, check=True, capture_output=True, timeout=300
    )


def _only(workbook: Path, picture: Picture, alone: Path) -> None:
    """A copy of which this sheet alone is printed: on its paper, or what the window shows of it."""
    with ZipFile(workbook) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    book = parts["xl/workbook.xml"].decode()
    number = re.findall(r'<sheet name="([^"]*)"', book).index(picture.sheet)
    own = str(number) if picture.on_paper else ""
    book = _PRINTED.sub(lambda name: name[0] if name[1] == own else "", book)
    book = re.sub(' state="hidden"', "", book)
    others = f'<sheet name="(?!{re.escape(picture.sheet)}")[^"]*"'
    book = re.sub(others, lambda sheet: f'{sheet[0]} state="hidden"', book)
    book = re.sub(r' (?:activeTab|firstSheet)="\d+"', "", book)
    book = book.replace("<workbookView", f'<workbookView activeTab="{number}"')
    if not picture.on_paper:
        area, zoom = _window(workbook, picture.sheet)
        names = f"<definedNames>{_NAME.format(number, picture.sheet, area)}"
        book = book.replace("<definedNames/>", "").replace("<definedNames>", names)
        part = f"xl/worksheets/sheet{number + 1}.xml"
        sheet = _SETUP.sub("", parts[part].decode()).replace('fitToPage="1"', "")
        page = _PAGE.format(zoom)
        parts[part] = _BEHIND_IT.sub(lambda end: page + end[0], sheet, count=1).encode()
    parts["xl/workbook.xml"] = book.encode()
    with ZipFile(alone, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)


def _window(workbook: Path, sheet: str) -> tuple[str, int]:
    """The cells of which any part is in the window, and the zoom."""
    blad = bladen_van(workbook.read_bytes())[sheet]
    window = blad.venster()
    last = f"${get_column_letter(max(window.kolommen) + 1)}${max(window.rijen) + 1}"
    return f"$A$1:{last}", int(blad.waarden.sheet_view.zoomScale or 100)


if __name__ == "__main__":
    main()
