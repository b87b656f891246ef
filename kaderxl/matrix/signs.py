"""What somebody may mean by a yellow cell of a matrix beside the word in it; nothing is taken over.

`reading.signs` lists them, for a return and for a matrix alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..core import catalogue, labels as l
from ..core.kader import Kader
from ..core.rounds import Bevinding, Plek
from ..reading import Document, cell_name
from ..reading.signs import Soort, Teken, find_drawn, find_signs
from ..reading.tables import Tabel
from .meeting_sheets import Bladen, input_headers
from .settled import Ingevuld, kort
from .sheets.layout import stemkolom

_BEVINDING_VAN = {
    Soort.SAMENGEVOEGD: catalogue.SAMENGEVOEGD_IN_MATRIX,
    Soort.DOORGESTREEPT: catalogue.DOORGESTREEPT_IN_MATRIX,
    Soort.OPMAAK: catalogue.GETALOPMAAK_IN_MATRIX,
    Soort.LINK: catalogue.LINK_IN_MATRIX,
    Soort.AFBEELDING: catalogue.AFBEELDING_IN_MATRIX,
    Soort.TEKSTVAK: catalogue.TEKSTVAK_IN_MATRIX,
    Soort.FOUTWAARDE: catalogue.FOUTWAARDE_IN_MATRIX,
    Soort.ZONDER_UITKOMST: catalogue.FORMULE_ZONDER_UITKOMST_IN_MATRIX,
}


def find_matrix_signs(
    bestand: str,
    document: Document,
    bladen: Bladen,
    ingevuld: Ingevuld,
    kader: Kader,
) -> Iterator[Bevinding]:
    """A finding for each sign on the cells that people fill in (`bladen`), for
    what they filled in where nobody sees it, and for what is drawn on any sheet."""
    kleuren = (l.BESLUIT, l.BESLUIT_AO, *map(stemkolom, kader.partijen))
    for naam, tabel in bladen.tabellen.items():
        invoer = input_headers(kader, naam, bladen.besluitblad)
        eigen = [kop for kop in kleuren if kop in invoer]
        op_kleur = (t for t in find_signs(tabel, eigen) if t.soort is Soort.GEKLEURD)
        verder = (t for t in find_signs(tabel, invoer) if t.soort in _BEVINDING_VAN)
        for teken in op_kleur:
            keuzes = kader.stoplicht.keuzezin
            yield catalogue.GEKLEURD_IN_MATRIX.bij(teken.plek, keuzes=keuzes)
        yield from map(_bevinding, verder)
        yield from map(catalogue.FORMULE_IN_MATRIX.bij, _formules(tabel, invoer))
    yield from _ongezien(document, ingevuld)
    for sheet in document.sheets:
        for teken in find_drawn(bestand, sheet):
            yield _bevinding(teken)


def _ongezien(document: Document, ingevuld: Ingevuld) -> Iterator[Bevinding]:
    """What counts and is not seen, wherever it stands: the day of the BO is in no table."""
    verborgen = {sheet.name for sheet in document.sheets if sheet.hidden}
    redenen = {
        (sheet.name, cell_name(*cel)): waarom
        for sheet in document.sheets
        for cel, waarom in sheet.signs.unseen.items()
    }
    for plaats, waarde in ingevuld.cellen.items():
        plek = ingevuld.plekken[plaats]
        waarom = redenen.get((plek.blad, plek.cel), "")
        if plek.blad in verborgen:
            waarom = "haar blad is verborgen"
        if waarom:
            yield catalogue.ONZICHTBAAR_IN_MATRIX.bij(plek, tekst=kort(waarde), waarom=waarom)


def _formules(tabel: Tabel, invoer: Collection[str]) -> Iterator[Plek]:
    """The yellow cells with a formula that has a result."""
    sheet = tabel.sheet
    kolommen = {sheet.left + tabel.kolommen[kop] for kop in invoer if kop in tabel.kolommen}
    onder_de_kop = sheet.top + tabel.kopregel
    for rij, kolom in sorted(sheet.formulas):
        if kolom in kolommen and rij > onder_de_kop and sheet.formulas[rij, kolom]:
            yield tabel.plek(cell_name(rij, kolom))


def _bevinding(teken: Teken) -> Bevinding:
    return _BEVINDING_VAN[teken.soort].bij(teken.plek, **teken.velden)
