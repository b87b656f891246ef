"""The forms in which tables go out: a form is a module with `files`, named here and nowhere else.

A workbook and a page are composed by hand, with `grid.schrijf_tabel` and `page.table_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import csv, ods, parquet
from .table import Uitgave

Vorm = Callable[[Uitgave], Mapping[str, bytes]]
"""The files of what goes out, by name."""

VORMEN: dict[str, Vorm] = {"ods": ods.files, "csv": csv.files}
"""What comes with every matrix in the archive and every publication."""
OP_VERZOEK: dict[str, Vorm] = {"parquet": parquet.files}


def write_forms(uitgave: Uitgave, *namen: str) -> dict[str, bytes]:
    """The files in these forms; in all of VORMEN when none is named."""
    vormen = VORMEN | OP_VERZOEK
    return {
        bestand: data for naam in namen or VORMEN for bestand, data in vormen[naam](uitgave).items()
    }
