"""Whose name kaderxl printed on a sheet, beside the kenmerk that says whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from ..core import labels as l
from ..core.kader import Kader
from ..core.notation import plat
from ..core.rounds import Ronde
from ..reading import Document
from ..reading.tables import Tabel
from ..sheets import texts


def names_on(
    document: Document, tables: Sequence[Tabel | None], kader: Kader, ronde: Ronde
) -> frozenset[str]:
    """The codes of the partijen whose title stands above a table or on a sheet without one, or
    whose name is on the hidden sheet.

    A name that is nobody's any more says nothing: the template may have had another.
    """
    titels = {
        plat(texts.titel(p, ronde, akkoord)): p.code
        for p in kader.partijen
        for akkoord in (False, True)
    }
    namen = {plat(p.naam): p.code for p in kader.partijen}
    gevonden = set[str]()
    for sheet, tabel in zip(document.sheets, tables, strict=True):
        for rij in sheet.rows[: tabel.kopregel] if tabel else sheet.rows:
            if rij and isinstance(rij[0], str):
                gevonden.add(titels.get(plat(rij[0]), ""))
            if sheet.name == l.META and rij[:1] == ["partij"] and len(rij) > 1:
                gevonden.add(namen.get(plat(str(rij[1])), ""))
    return frozenset(gevonden - {""})
