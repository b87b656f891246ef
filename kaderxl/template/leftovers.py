"""What is left in a template of the agreement that it was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core import catalogue, phrases as say
from ..core.notation import plat
from ..core.rounds import Bevinding, Plek
from ..core.settings import Instellingen
from ..reading import Document, cell_name


def leftovers(
    bestand: str, document: Document, eigen: Instellingen, ander: Instellingen
) -> Iterator[Bevinding]:
    """Of each sheet the first cell that speaks of another municipality, where this is not of it."""
    if not eigen.gemeente or plat(ander.gemeente) in plat(eigen.gemeente):
        return
    namen = [re.escape(naam) for naam in (ander.gemeente, ander.identifier) if naam]
    woorden = re.compile(rf"(?<!\w)(?:{'|'.join(namen)})(?!\w)", re.IGNORECASE)
    for sheet in document.sheets:
        cellen = [
            (cell_name(sheet.top + r, sheet.left + k), treffer[0])
            for r, rij in enumerate(sheet.rows)
            for k, waarde in enumerate(rij)
            if isinstance(waarde, str) and (treffer := woorden.search(waarde))
        ]
        if cellen:
            aantal = say.aantal(len(cellen), "cel", "cellen")
            velden = {"woord": cellen[0][1], "gemeente": eigen.gemeente, "aantal": aantal}
            yield catalogue.RESTANT.bij(Plek(bestand, sheet.name, cellen[0][0]), **velden)
