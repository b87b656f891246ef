"""The matrix in the forms in which it is filed: as set, and in formats that outlive programs."""

from __future__ import annotations

import csv
import io

from .dossier import zonder_formule
from .matrix_workbook import write_matrix
from .model import Matrix, Matrixrij

CODE, STAND, VOORSTEL = "Code", "Stand", "Voorstel indicator"
_KOLOMMEN = ("Afspraak", "Indicator", CODE, STAND, VOORSTEL)


def vormen_van(matrix: Matrix) -> dict[str, bytes]:
    """The files of the matrix by name. The .xlsx is what `merge` writes."""
    naam = f"monitoringsmatrix-{matrix.ronde}"
    return {f"{naam}.xlsx": write_matrix(matrix), f"{naam}.csv": _als_csv(matrix)}


def _als_csv(matrix: Matrix) -> bytes:
    """RFC 4180, UTF-8: one row an indicator."""
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst)
    schrijver.writerow(_KOLOMMEN)
    titels = {a.nummer: a.titel for a in matrix.kader.afspraken}
    for rij in matrix.rijen:
        schrijver.writerow([zonder_formule(cel) for cel in _cellen(rij, titels)])
    return tekst.getvalue().encode()


def _cellen(rij: Matrixrij, titels: dict[int, str]) -> tuple[str, ...]:
    i = rij.indicator
    return titels[i.afspraak], i.tekst, i.code, rij.stand, str(rij.voorstel or "")
