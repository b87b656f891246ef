"""A small ronde ready to be filed, made once; what tests do to it they do to a copy.

klaar = maak_ronde(tmp_path, reader)     # template, returns, matrix
archive(RONDE, klaar.sjabloon, klaar.output)
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from click.testing import Result
from invullen import RONDE, antwoorden, leeg_blad, vul
from opdrachten import geef
from openpyxl import load_workbook
from openpyxl.cell import Cell
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl.commands.collect import collect
from kaderxl.commands.merge import merge
from kaderxl.core import labels as l
from kaderxl.core.kader import Kader
from kaderxl.core.rounds import Ronde
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

GEGEVENS = {
    "bron": "Woonafspraken, fictief",
    "archiefvormer": "https://identifier.overheid.nl/tooi/id/gemeente/gm0000",
    "waardering": "Tijdelijk te bewaren",
    "waardering begrippenlijst": "Waarderingen",
    "bewaartermijn": "10 jaar",
    "beperking gebruik": "Openbaar",
    "beperking gebruik begrippenlijst": "Openbaarheid",
}
VASTGESTELD = date(2027, 3, 25)


@dataclass(frozen=True)
class Klaar:
    sjabloon: Path
    output: Path
    kader: Kader

    def geef(self, *woorden: object) -> Result:
        """A command of this ronde's template and folder."""
        return geef(*woorden, "--template", self.sjabloon, "--output", self.output)

    def kopie(self, map_: Path) -> Klaar:
        """The same ronde, for a test to do with as it likes."""
        output = shutil.copytree(self.output, map_ / "output")
        return Klaar(self.sjabloon, output, self.kader)

    @property
    def archief(self) -> Path:
        return self.output / "archief"

    @property
    def ronde(self) -> Path:
        return self.output / str(RONDE)


def instellingen(**anders: str) -> str:
    """The sheet Instellingen of the small template with what an archive needs."""
    gegevens = GEGEVENS | {naam.replace("_", " "): waarde for naam, waarde in anders.items()}
    rijen = "\n".join(f"| {naam} | {waarde} | |" for naam, waarde in gegevens.items())
    return f"{STANDAARD['Instellingen'].rstrip()}\n{rijen}\n"


def maak_ronde(
    map_: Path,
    reader: Reader,
    partijen: tuple[str, ...] = ("GEM", "NB", "ZW"),
    ronde: Ronde = RONDE,
) -> Klaar:
    """A template, the returns of these partijen taken in, and the matrix."""
    sjabloon = schrijf_sjabloon(map_ / "sjabloon.xlsx", Instellingen=instellingen())
    klaar = Klaar(sjabloon, map_ / "output", read_template(sjabloon, reader).geldig())
    for partij in partijen:
        neem_in(klaar, partij, ronde)
    merge(ronde, template=sjabloon, output=klaar.output)
    return klaar


def neem_in(klaar: Klaar, partij: str, ronde: Ronde = RONDE, **anders: dict[str, object]) -> None:
    """A filled-in sheet of a partij; `anders` replaces answers (code with underscores)."""
    gegeven = antwoorden(klaar.kader, partij) | {
        code.replace("_", "-"): rij for code, rij in anders.items()
    }
    bestand = klaar.output.parent / f"Invulblad {partij}.xlsx"
    bestand.write_bytes(vul(leeg_blad(klaar.kader, partij, ronde), gegeven))
    collect(ronde, [bestand], template=klaar.sjabloon, output=klaar.output)


def stel_vast(klaar: Klaar, dag: date = VASTGESTELD) -> None:
    """What the BO does: the day in its cell of the matrix, which `merge` then takes over."""
    bestand = klaar.ronde / "matrix" / f"monitoringsmatrix-{RONDE}.xlsx"
    boek = load_workbook(bestand)
    (cel,) = (
        cel
        for blad in boek.worksheets
        for rij in blad.iter_rows()
        for cel in rij
        if isinstance(cel, Cell) and cel.value == l.VASTGESTELD_IN
    )
    cel.offset(column=1).value = dag
    boek.save(bestand)
    merge(RONDE, template=klaar.sjabloon, output=klaar.output, today=VASTGESTELD)


def boom(map_: Path) -> dict[str, bytes]:
    """Every file under a folder with its content."""
    bestanden = sorted(p for p in map_.rglob("*") if p.is_file())
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in bestanden}


def decided(template: Path, target: Path) -> None:
    """A copy of a template in which the gemeente decided what an archive needs."""
    book = load_workbook(template)
    for row in book[l.INSTELLINGEN].iter_rows(min_row=2):
        row[1].value = GEGEVENS.get(str(row[0].value), row[1].value)
    book.save(target)
