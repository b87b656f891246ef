"""The matrix in the forms in which it is filed: as set, and in formats that outlive programs."""

from __future__ import annotations

from ..core.outcome import Matrix
from ..matrix_export import matrix_als_csv, matrix_als_html, matrix_als_ods
from ..matrix_workbook import write_matrix

CODE, STAND, VOORSTEL = "Code", "Stand", "Voorstel indicator"


def vormen_van(matrix: Matrix) -> dict[str, bytes]:
    """The files of the matrix by name. The .xlsx is what `merge` writes."""
    naam = f"monitoringsmatrix-{matrix.ronde}"
    tabel, beschrijving = matrix_als_csv(matrix)
    return {
        f"{naam}.xlsx": write_matrix(matrix),
        f"{naam}.ods": matrix_als_ods(matrix),
        f"{naam}.csv": tabel,
        f"{naam}.csv-metadata.json": beschrijving,
        f"{naam}.html": matrix_als_html(matrix),
    }
