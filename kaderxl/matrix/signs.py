"""What somebody may mean by a yellow cell of a matrix beside the word in it; nothing is taken over.

`reading.signs` lists them, for a return and for a matrix alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from ..core import catalogue
from ..core import labels as l
from ..core.kader import Kader
from ..core.rounds import Bevinding, Plek
from ..reading import Document, cell_name
from ..reading.signs import Soort, Teken, find_drawn, find_signs
from ..reading.tables import Tabel
from .sheets.layout import columns_of, stemkolom

_BEVINDING_VAN = {
    Soort.SAMENGEVOEGD: catalogue.SAMENGEVOEGD_IN_MATRIX,
    Soort.GEKLEURD: catalogue.GEKLEURD_IN_MATRIX,
    Soort.DOORGESTREEPT: catalogue.DOORGESTREEPT_IN_MATRIX,
    Soort.OPMAAK: catalogue.GETALOPMAAK_IN_MATRIX,
    Soort.LINK: catalogue.LINK_IN_MATRIX,
    Soort.AFBEELDING: catalogue.AFBEELDING_IN_MATRIX,
    Soort.TEKSTVAK: catalogue.TEKSTVAK_IN_MATRIX,
    Soort.FOUTWAARDE: catalogue.FOUTWAARDE_IN_MATRIX,
    Soort.ZONDER_UITKOMST: catalogue.FORMULE_ZONDER_UITKOMST_IN_MATRIX,
}


def find_matrix_signs(
    bestand: str, document: Document, tabellen: Mapping[str, Tabel], kader: Kader
) -> Iterator[Bevinding]:
    """A finding for each sign on the cells that people fill in (`tabellen`, by kind of sheet), and
    for what is drawn on any sheet."""
    kolommen = columns_of(kader.stoplicht, kader.partijen)
    kleuren = (l.BESLUIT, l.BESLUIT_AO, *map(stemkolom, kader.partijen))
    for naam, tabel in tabellen.items():
        invoer = [kolom.titel for kolom in kolommen.get(naam, ()) if kolom.invoer]
        op_kleur = (t for t in find_signs(tabel, kleuren) if t.soort is Soort.GEKLEURD)
        verder = (t for t in find_signs(tabel, invoer) if t.soort is not Soort.GEKLEURD)
        for teken in chain(op_kleur, verder):
            yield _bevinding(teken, kader)
        yield from map(catalogue.FORMULE_IN_MATRIX.bij, _formules(tabel, invoer))
    for sheet in document.sheets:
        for teken in find_drawn(bestand, sheet):
            yield _bevinding(teken, kader)


def _formules(tabel: Tabel, invoer: Collection[str]) -> Iterator[Plek]:
    """The yellow cells with a formula that has a result."""
    sheet = tabel.sheet
    kolommen = {sheet.left + tabel.kolommen[kop] for kop in invoer if kop in tabel.kolommen}
    onder_de_kop = sheet.top + tabel.kopregel
    for rij, kolom in sorted(sheet.formulas):
        if kolom in kolommen and rij > onder_de_kop and sheet.formulas[rij, kolom]:
            yield tabel.plek(cell_name(rij, kolom))


def _bevinding(teken: Teken, kader: Kader) -> Bevinding:
    keuzes = kader.stoplicht.keuzezin
    return _BEVINDING_VAN[teken.soort].bij(teken.plek, keuzes=keuzes, **teken.velden)
