"""What stands in a return beside its answers: every such cell becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import errors
from . import labels as l
from .model import Bevinding, Plek
from .reading import Document, Sheet, Value, cell_name
from .sheet_texts import EigenTeksten
from .tables import Tabel

ANTWOORDKOLOMMEN = (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)


def find_leftovers(
    bestand: str, document: Document, tabellen: Iterable[Tabel], eigen: EigenTeksten
) -> Iterator[Bevinding]:
    """A finding for each cell that is neither an answer nor kaderxl's own text.

    Also for comments, for error values, and for formulas where an answer should stand.
    """
    per_blad = {id(tabel.sheet): tabel for tabel in tabellen}
    for sheet in document.sheets:
        tabel = per_blad.get(id(sheet))
        if tabel is None:
            yield from _ander_blad(bestand, sheet, eigen)
        else:
            yield from _rond_de_tabel(tabel, eigen)
            yield from _formules_en_fouten(tabel)
        for (rij, kolom), tekst in sorted(sheet.comments.items()):
            plek = Plek(bestand, sheet.name, cell_name(rij, kolom))
            yield errors.OPMERKING_GEVONDEN.bij(plek, tekst=tekst)


def _ander_blad(bestand: str, sheet: Sheet, eigen: EigenTeksten) -> Iterator[Bevinding]:
    for nummer, rij in enumerate(sheet.rows, sheet.top):
        for kolom, waarde in enumerate(rij, sheet.left):
            if _staat_er(waarde) and not eigen.op_ander_blad(str(waarde)):
                plek = Plek(bestand, sheet.name, cell_name(nummer, kolom))
                yield errors.LOSSE_TEKST.bij(plek, tekst=waarde)
    for (nummer, kolom), fout in sorted(sheet.errors.items()):
        plek = Plek(bestand, sheet.name, cell_name(nummer, kolom))
        yield errors.FOUTWAARDE.bij(plek, waarde=fout)


def _rond_de_tabel(tabel: Tabel, eigen: EigenTeksten) -> Iterator[Bevinding]:
    kop_van = {plaats: kop for kop, plaats in tabel.kolommen.items()}
    dubbel = {plaats for _, plaats in tabel.dubbel}
    for nummer, rij in enumerate(tabel.sheet.rows):
        for kolom, waarde in enumerate(rij):
            if not _staat_er(waarde):
                continue
            kop = kop_van.get(kolom, "")
            tekst = str(waarde)
            if nummer == tabel.kopregel:
                eigen_cel = bool(kop) or kolom in dubbel
            elif nummer < tabel.kopregel or not kop:
                eigen_cel = eigen.om_de_tabel(tekst)
            elif kop in ANTWOORDKOLOMMEN or kop == l.CODE:
                eigen_cel = True
            else:
                eigen_cel = eigen.in_kolom(kop, tekst)
            if not eigen_cel:
                plek = tabel.plek(tabel.adres(nummer, kolom))
                yield errors.LOSSE_TEKST.bij(plek, tekst=waarde)


def _formules_en_fouten(tabel: Tabel) -> Iterator[Bevinding]:
    """Formulas and error values; the column Controle and the lines above hold our own."""
    sheet = tabel.sheet
    eerste = sheet.top + tabel.kopregel
    controle = (
        tabel.kolommen.get(l.CONTROLE, -1) + sheet.left if l.CONTROLE in tabel.kolommen else -1
    )
    antwoorden = {tabel.kolommen[k] + sheet.left for k in ANTWOORDKOLOMMEN if k in tabel.kolommen}
    for (rij, kolom), fout in sorted(sheet.errors.items()):
        if rij > eerste and kolom != controle:
            yield errors.FOUTWAARDE.bij(tabel.plek(cell_name(rij, kolom)), waarde=fout)
    for (rij, kolom), met_uitkomst in sorted(sheet.formulas.items()):
        if rij <= eerste or kolom == controle or (rij, kolom) in sheet.errors:
            continue
        plek = tabel.plek(cell_name(rij, kolom))
        if not met_uitkomst:
            yield errors.FORMULE_ZONDER_UITKOMST.bij(plek)
        elif kolom in antwoorden:
            yield errors.FORMULE_GELEZEN.bij(plek)


def _staat_er(waarde: Value) -> bool:
    return waarde is not None and (not isinstance(waarde, str) or bool(waarde.strip()))
