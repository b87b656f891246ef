"""Other programs that tests need: where they are, and that they are there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

Converteer = Callable[[Path, str, Path], Path]
"""converteer(file, format, target folder) -> the converted file."""


SCRIPTS = Path(__file__).resolve().parents[1] / "programs"

NODE_MODULES = Path(__file__).resolve().parents[2] / ".programs" / "node_modules"


def nodig(programma: str, pakket: str) -> str:
    gevonden = shutil.which(programma)
    if gevonden is None:
        pytest.fail(f"{pakket} ({programma}) is not installed; this test needs it. See .ci/run.")
    return gevonden


Programma = Callable[[Path, Path], None]
"""programma(file, new file): open and save."""


def draai(*opdracht: str, doel: Path, omgeving: dict[str, str] | None = None) -> None:
    klaar = subprocess.run(
        opdracht,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **(omgeving or {})},
    )
    assert doel.is_file(), f"{opdracht[0]} made no {doel.name}: {klaar.stdout} {klaar.stderr}"


_NEDERLANDS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def libreoffice(taal: str = "nl", soort: str = "") -> Programma:
    """LibreOffice as it is in this country; `soort` says more of the kind of file."""

    def programma(van: Path, naar: Path) -> None:
        soffice = nodig("soffice", "LibreOffice")
        profiel = naar.parent / f"profiel-{taal}"
        if not profiel.exists():
            (profiel / "user").mkdir(parents=True)
            instelling = profiel / "user" / "registrymodifications.xcu"
            instelling.write_text(_NEDERLANDS.format(taal), encoding="utf-8")
        opdracht = [soffice, f"-env:UserInstallation={profiel.as_uri()}", "--headless"]
        opdracht += ["--norestore", "--convert-to", f"{naar.suffix[1:]}{soort}"]
        opdracht += ["--outdir", str(naar.parent), str(van)]
        draai(*opdracht, doel=naar)

    return programma


def gnumeric(soort: str) -> Programma:
    def programma(van: Path, naar: Path) -> None:
        ssconvert = nodig("ssconvert", "Gnumeric")
        draai(ssconvert, f"--export-type={soort}", str(van), str(naar), doel=naar)

    return programma


def javascript(script: str, *woorden: str) -> Programma:
    def programma(van: Path, naar: Path) -> None:
        node = nodig("node", "Node.js")
        modules = Path(os.environ.get("KADERXL_NODE_MODULES", NODE_MODULES))
        if not modules.is_dir():
            pytest.fail("SheetJS and ExcelJS are not installed; this test needs them. See .ci/run.")
        opdracht = (node, str(SCRIPTS / script), str(van), str(naar), *woorden)
        draai(*opdracht, doel=naar, omgeving={"NODE_PATH": str(modules)})

    return programma


def openpyxl(van: Path, naar: Path) -> None:
    load_workbook(van).save(naar)


# Semicolons, quotes, UTF-8; the cells as they are shown, or what is stored in them.
_CSV = ":Text - txt - csv (StarCalc):59,34,76"
ALS_GETOOND, ALS_OPGESLAGEN = _CSV, f"{_CSV},1,,0,false,false,false"

PROGRAMMAS: dict[str, tuple[Programma, str]] = {
    "LibreOffice xlsx": (libreoffice(), "xlsx"),
    "LibreOffice ods": (libreoffice(), "ods"),
    "LibreOffice xls": (libreoffice(), "xls"),
    "LibreOffice csv as shown": (libreoffice("nl", ALS_GETOOND), "csv"),
    "LibreOffice csv as stored": (libreoffice("nl", ALS_OPGESLAGEN), "csv"),
    "Gnumeric xlsx": (gnumeric("Gnumeric_Excel:xlsx2"), "xlsx"),
    "Gnumeric ods": (gnumeric("Gnumeric_OpenCalc:odf"), "ods"),
    "Gnumeric xls": (gnumeric("Gnumeric_Excel:excel_biff8"), "xls"),
    "SheetJS xlsx": (javascript("sheetjs.cjs", "xlsx"), "xlsx"),
    "SheetJS ods": (javascript("sheetjs.cjs", "ods"), "ods"),
    "SheetJS xls": (javascript("sheetjs.cjs", "biff8"), "xls"),
    "ExcelJS": (javascript("exceljs.cjs"), "xlsx"),
    "openpyxl": (openpyxl, "xlsx"),
}

# SheetJS cuts a text off there when it writes this kind of file.
LANGSTE_TEKST = {"SheetJS xls": 255}
