"""A small ronde ready to be filed, made once; what tests do to it they do to a copy.

klaar = maak_ronde(tmp_path, reader)     # template, returns, matrix
archive(RONDE, klaar.sjabloon, klaar.output)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invullen import RONDE, antwoorden, leeg_blad, vul
from sjablonen import STANDAARD, schrijf_sjabloon

from kaderxl import archive_figures, archiving, settled
from kaderxl.model import Kader
from kaderxl.pipeline import collect, merge
from kaderxl.reading import Reader
from kaderxl.template import read_template

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
    map_: Path, reader: Reader, partijen: tuple[str, ...] = ("GEM", "NB", "ZW")
) -> Klaar:
    """A template, the returns of these partijen taken in, and the matrix."""
    sjabloon = schrijf_sjabloon(map_ / "sjabloon.xlsx", Instellingen=instellingen())
    klaar = Klaar(sjabloon, map_ / "output", read_template(sjabloon, reader).geldig())
    for partij in partijen:
        neem_in(klaar, partij)
    merge(RONDE, sjabloon, klaar.output)
    return klaar


def neem_in(klaar: Klaar, partij: str, **anders: dict[str, object]) -> None:
    """A filled-in sheet of a partij; `anders` replaces answers (code with underscores)."""
    gegeven = antwoorden(klaar.kader, partij) | {
        code.replace("_", "-"): rij for code, rij in anders.items()
    }
    bestand = klaar.output.parent / f"Invulblad {partij}.xlsx"
    bestand.write_bytes(vul(leeg_blad(klaar.kader, partij), gegeven))
    collect([bestand], RONDE, klaar.sjabloon, klaar.output)


@contextmanager
def vastgesteld(dag: date | None = VASTGESTELD) -> Iterator[None]:
    """As if the BO set the matrix on this day."""

    def gelezen(*args: Any) -> Any:
        uitkomst = settled.read_settled(*args)
        if uitkomst is None:
            return None
        return replace(uitkomst[0], vastgesteld=dag), uitkomst[1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archiving, "read_settled", gelezen)
        patch.setattr(archive_figures, "read_settled", gelezen)
        yield


def boom(map_: Path) -> dict[str, bytes]:
    """Every file under a folder with its content."""
    bestanden = sorted(p for p in map_.rglob("*") if p.is_file())
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in bestanden}
