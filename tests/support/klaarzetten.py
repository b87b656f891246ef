"""A folder in which every command of a ronde has something to do, for tests of real processes.

De Molendam's small template, with what an archive and a mail need; returns to take in, returns
that were taken in, a matrix, and two copies of it in which people decided different things.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from archieven import instellingen
from invullen import RONDE, antwoorden, leeg_blad, vul
from openpyxl import load_workbook
from sjablonen import schrijf_sjabloon

from kaderxl import collect, generate, merge
from kaderxl.core import labels as l
from kaderxl.reading import Reader
from kaderxl.template.read import read_template

MATRIX = Path("output", "2026-evaluatie", "matrix", "monitoringsmatrix-2026-evaluatie.xlsx")
PARTIJEN = ("GEM", "NB", "ZW")


def zet_klaar(map_: Path, reader: Reader, **mail: str) -> Path:
    """Make it in `map_`: `templates/`, `output/`, `inbox-a/`, `inbox-b/`, `x.xlsx`, `y.xlsx`."""
    (map_ / "templates").mkdir()
    sjabloon = schrijf_sjabloon(
        map_ / "templates" / "monitoringstabel.xlsx",
        Instellingen=instellingen(afzender="wonen@gemeente.example", **mail),
    )
    _met_adressen(sjabloon)
    kader, output = read_template(sjabloon, reader).geldig(), map_ / "output"
    generate(RONDE, template=sjabloon, output=output)
    for partij, bak in (("NB", "eerst"), ("ZW", "eerst"), ("GEM", "inbox-a"), ("NB", "inbox-b")):
        dag = "2027-02-0{}T09:00:00Z".format(1 if bak == "eerst" else 3)
        blad = vul(leeg_blad(kader, partij), antwoorden(kader, partij), op=dag)
        (map_ / bak).mkdir(exist_ok=True)
        naam = f"{partij} later.xlsx" if bak == "inbox-b" else f"{partij}.xlsx"
        (map_ / bak / naam).write_bytes(blad)
    collect(RONDE, [map_ / "eerst"], template=sjabloon, output=output)
    shutil.rmtree(map_ / "eerst")
    merge(RONDE, template=sjabloon, output=output)
    besluit(map_ / MATRIX, map_ / "x.xlsx", 1, "Groen")
    besluit(map_ / MATRIX, map_ / "y.xlsx", 2, "Oranje")
    return map_


def besluit(bron: Path, doel: Path, nummer: int, kleur: str) -> None:
    """A copy of a matrix in which the BO set one afspraak."""
    boek = load_workbook(bron)
    blad = boek[l.BESLUITENLIJST]
    koppen = [cel.value for cel in blad[2]]
    rij = next(r for r in blad.iter_rows(min_row=3) if r[koppen.index(l.NR)].value == nummer)
    rij[koppen.index(l.BESLUIT)].value = kleur
    if kleur != "Groen":
        rij[koppen.index(l.BESLUIT_REDEN)].value = "a"
    boek.save(doel)


def _met_adressen(sjabloon: Path) -> None:
    boek = load_workbook(sjabloon)
    for rij in boek[l.PARTIJEN].iter_rows(min_row=2):
        rij[3].value = f"{str(rij[0].value).lower()}@partij.example"
    boek.save(sjabloon)
