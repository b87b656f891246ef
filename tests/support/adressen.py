"""The shipped template with an address for each partij."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from kaderxl.core import labels as l


def adres(code: str) -> str:
    return f"{code.lower()}@partij.example"


def met_adressen(shipped: Path, bestand: Path, *zonder: str, **instellingen: str | int) -> Path:
    """The shipped template with an address for each partij and these settings."""
    boek = load_workbook(shipped)
    for rij in boek[l.PARTIJEN].iter_rows(min_row=2):
        code = str(rij[0].value)
        rij[3].value = None if code in zonder else adres(code)
    waarden = {"afzender": "wonen@gemeente.example", "telefoon": "14 0592"}
    for rij in boek[l.INSTELLINGEN].iter_rows(min_row=2):
        naam = str(rij[0].value)
        nieuw = ({**waarden, **instellingen}).get(naam.replace(" ", "_"))
        if nieuw is not None:
            rij[1].value = nieuw
    boek.save(bestand)
    return bestand
