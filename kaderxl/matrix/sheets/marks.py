"""Which texts in a matrix are kaderxl's own, so that what people add elsewhere is seen.

A hidden sheet holds a short hash of every text that was written; a text without one, outside
the cells that are read, was typed by somebody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from hashlib import sha256

from ...core.notation import een_regel, plat
from ...core.rounds import Plek
from ...core.text import als_code
from ...core.traffic_light import Stoplicht
from ...reading import Document, Sheet, cell_name
from ...writing.workbook import Werkboek
from ..voting import lees_stem

BLAD = "_teksten"
_LENGTE, _PER_CEL = 8, 30  # some programs cut a text of an .xls off at 255 signs
_STUK = re.compile(f".{{1,{_LENGTE}}}", re.DOTALL)


def schrijf_merken(werkboek: Werkboek, kop: str) -> None:
    """Add the hidden sheet, with a first line of its own, when everything else is written."""
    merken = sorted({_merk(tekst) for tekst in (kop, *werkboek.texts())})
    blad = werkboek.add_worksheet(BLAD)
    blad.hide()
    blad.write_string(0, 0, kop)
    for rij, begin in enumerate(range(0, len(merken), _PER_CEL), 1):
        blad.write_string(rij, 0, "".join(merken[begin : begin + _PER_CEL]))


def afgekapt(document: Document) -> bool:
    """Whether a program cut the hidden sheet off: then nobody can tell which texts are ours."""
    bladen = [sheet for sheet in document.sheets if sheet.name == BLAD]
    return any(len(str(w)) % _LENGTE for b in bladen for rij in b.rows[1:] for w in rij if w)


def vreemde_teksten(
    bestand: str, document: Document, gelezen: Collection[str], licht: Stoplicht
) -> Iterator[tuple[Plek, str]]:
    """Every text in a cell that is neither ours nor among what was read; none without the sheet."""
    merken = _merken_in(document)
    bekend = {plat(tekst) for tekst in gelezen}
    if merken:
        for sheet in document.sheets:
            if sheet.name != BLAD:
                yield from _vreemd_op(bestand, sheet, merken, bekend, licht)


def _vreemd_op(
    bestand: str,
    sheet: Sheet,
    merken: Collection[str],
    bekend: Collection[str],
    licht: Stoplicht,
) -> Iterator[tuple[Plek, str]]:
    for nummer, rij in enumerate(sheet.rows, sheet.top):
        for kolom, waarde in enumerate(rij, sheet.left):
            if not isinstance(waarde, str) or not waarde.strip():
                continue
            if (nummer, kolom) in sheet.formulas or plat(waarde) in bekend:
                continue
            # A vote or a besluit was read as the word from the list, however it is written.
            vormen = lees_stem(waarde, licht) or waarde, als_code(waarde)
            if not any(_merk(vorm) in merken for vorm in vormen):
                yield Plek(bestand, sheet.name, cell_name(nummer, kolom)), waarde.strip()
    for (nummer, kolom), tekst in sorted(sheet.comments.items()):
        yield Plek(bestand, sheet.name, cell_name(nummer, kolom)), tekst


def _merken_in(document: Document) -> frozenset[str]:
    rijen = (rij for sheet in document.sheets if sheet.name == BLAD for rij in sheet.rows)
    teksten = (str(waarde) for rij in rijen for waarde in rij if waarde is not None)
    return frozenset(merk for tekst in teksten for merk in _STUK.findall(tekst))


def _merk(tekst: str) -> str:
    """Eight hexadecimal digits, with an x in front so that no program takes them for a number."""
    return "x" + sha256(een_regel(tekst).encode()).hexdigest()[: _LENGTE - 1]
