"""What can be chosen in a cell of a workbook, wherever the words of its list stand."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation


def gekozen_uit(boek: Workbook, keuze: DataValidation) -> list[str]:
    """The words of a list, which stand in cells: in those of a name, or of another sheet."""
    formule = str(keuze.formula1).lstrip("=")
    if formule in boek.defined_names:
        ((blad, bereik),) = boek.defined_names[formule].destinations
    else:
        blad, _, bereik = formule.rpartition("!")
    cellen = boek[blad.strip("'")][bereik.replace("$", "")]
    return [cel.value for (cel,) in cellen] if isinstance(cellen, tuple) else [cellen.value]
