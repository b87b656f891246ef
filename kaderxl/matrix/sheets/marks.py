"""Which texts in a matrix are kaderxl's own, so that what people add elsewhere is seen.

A hidden sheet holds a short hash of every text that was written; a text without one, outside
the cells that are read, was typed by somebody. Beside them it has where the formulas stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from ...core.notation import een_regel, plat, schrijf_datum
from ...core.rounds import Plek
from ...core.text import als_code
from ...core.traffic_light import Stoplicht
from ...reading import Document, Sheet, Value, cell_name
from ...reading.cells import Place, column_index
from ...reading.tables import Cel
from ..voting import lees_stem

if TYPE_CHECKING:
    from ...writing.workbook import Werkboek

BLAD = "_teksten"
_LENGTE, _PER_CEL = 8, 30  # some programs cut a text of an .xls off at 255 signs
_STUK = re.compile(f".{{1,{_LENGTE}}}", re.DOTALL)
_REEKSEN, _REEKSEN_PER_CEL = 2, 20
"""The column with where formulas stand, beside the name of their sheet."""
_REEKS = re.compile(r"([A-Z]{1,3})(\d{1,7}):(\d{1,7})")
_LAATSTE = 1_048_576
_SYMBOOL = re.compile(r"^[^\w\s] (?=\w)")


def schrijf_merken(werkboek: Werkboek, kop: str) -> None:
    """Add the hidden sheet, with a first line of its own, when everything else is written."""
    merken = sorted({_merk(tekst) for tekst in (kop, *werkboek.texts())})
    blad = werkboek.add_worksheet(BLAD)
    blad.hide()
    blad.write_string(0, 0, kop)
    for rij, begin in enumerate(range(0, len(merken), _PER_CEL), 1):
        blad.write_string(rij, 0, "".join(merken[begin : begin + _PER_CEL]))
    formules = [
        (naam, " ".join(reeksen[begin : begin + _REEKSEN_PER_CEL]))
        for naam, plaatsen in werkboek.formulas().items()
        for reeksen in (_in_reeksen(plaatsen),)
        for begin in range(0, len(reeksen), _REEKSEN_PER_CEL)
    ]
    for rij, (naam, reeks) in enumerate(formules, 1):
        blad.write_string(rij, 1, naam)
        blad.write_string(rij, 2, reeks)


def afgekapt(document: Document) -> bool:
    """Whether a program cut the hidden sheet off: then nobody can tell which texts are ours."""
    bladen = [sheet for sheet in document.sheets if sheet.name == BLAD]
    return any(len(str(rij[0] or "")) % _LENGTE for blad in bladen for rij in blad.rows[1:])


def vreemde_teksten(
    bestand: str,
    document: Document,
    gelezen: Collection[str],
    plekken: Collection[Plek],
    licht: Stoplicht,
) -> Iterator[tuple[Plek, str]]:
    """Every text in a cell that is neither ours nor among what was read; none without the sheet.

    The texts in `plekken` are not looked at, but for the notes on them.
    """
    merken = _merken_in(document)
    bekend = {plat(tekst) for tekst in gelezen}
    if merken:
        for sheet in document.sheets:
            if sheet.name != BLAD:
                yield from _vreemd_op(bestand, sheet, merken, bekend, plekken, licht)


def _vreemd_op(
    bestand: str,
    sheet: Sheet,
    merken: Collection[str],
    bekend: Collection[str],
    plekken: Collection[Plek],
    licht: Stoplicht,
) -> Iterator[tuple[Plek, str]]:
    for nummer, rij in enumerate(sheet.rows, sheet.top):
        for kolom, waarde in enumerate(rij, sheet.left):
            if not isinstance(waarde, str) or not waarde.strip():
                continue
            if (nummer, kolom) in sheet.formulas or plat(waarde) in bekend:
                continue
            # A vote or a besluit was read as the word from the list, however it is written.
            # Some program writes the symbol of a colour before it, which is how the cell shows it.
            zonder = _SYMBOOL.sub("", waarde)
            vormen = lees_stem(waarde, licht) or waarde, als_code(waarde), zonder
            if any(_merk(vorm) in merken for vorm in vormen):
                continue
            plek = Plek(bestand, sheet.name, cell_name(nummer, kolom))
            if plek not in plekken:
                yield plek, waarde.strip()
    for (nummer, kolom), tekst in sorted(sheet.comments.items()):
        yield Plek(bestand, sheet.name, cell_name(nummer, kolom)), tekst


def _merken_in(document: Document) -> frozenset[str]:
    rijen = (rij for sheet in document.sheets if sheet.name == BLAD for rij in sheet.rows)
    teksten = (str(rij[0]) for rij in rijen if rij[0] is not None)
    return frozenset(merk for tekst in teksten for merk in _STUK.findall(tekst))


def _merk(tekst: str) -> str:
    """Eight hexadecimal digits, with an x in front so that no program takes them for a number."""
    return "x" + sha256(een_regel(tekst).encode()).hexdigest()[: _LENGTE - 1]


# -- formulas --------------------------------------------------------------------------------


def overwritten(bestand: str, document: Document) -> Iterator[tuple[Plek, str]]:
    """What somebody typed over a formula of ours.

    Only on a sheet on which every formula that is left stands where it was written: on one of
    which rows or columns moved it cannot be told.
    """
    for sheet in document.sheets:
        geschreven = _formules_van(document, sheet.name)
        if not sheet.formulas or not geschreven >= sheet.formulas.keys():
            continue
        for rij, kolom in sorted(geschreven - sheet.formulas.keys()):
            cel = Cel(_waarde(sheet, rij, kolom), cell_name(rij, kolom))
            if cel:
                tekst = schrijf_datum(cel.waarde) if isinstance(cel.waarde, date) else cel.tekst
                yield Plek(bestand, sheet.name, cel.adres), tekst


def with_formulas(document: Document) -> frozenset[str]:
    """The sheets on which formulas were written, whether those sheets are there still or not."""
    return frozenset(
        str(rij[1])
        for sheet in document.sheets
        if sheet.name == BLAD
        for rij in sheet.rows
        if len(rij) > _REEKSEN and rij[1]
    )


def _waarde(sheet: Sheet, rij: int, kolom: int) -> Value:
    rij, kolom = rij - sheet.top, kolom - sheet.left
    binnen = 0 <= rij < len(sheet.rows) and 0 <= kolom < len(sheet.rows[rij])
    return sheet.rows[rij][kolom] if binnen else None


def _formules_van(document: Document, naam: str) -> set[Place]:
    return {
        plaats
        for sheet in document.sheets
        if sheet.name == BLAD
        for rij in sheet.rows
        if len(rij) > _REEKSEN and rij[1] == naam
        for plaats in _uit_reeksen(str(rij[_REEKSEN]))
    }


def _in_reeksen(plaatsen: Collection[Place]) -> list[str]:
    """`D3:D21` for cells below each other."""
    reeksen: list[list[Place]] = []
    for rij, kolom in sorted(plaatsen, key=lambda plaats: plaats[::-1]):
        if reeksen and reeksen[-1][-1] == (rij - 1, kolom):
            reeksen[-1].append((rij, kolom))
        else:
            reeksen.append([(rij, kolom)])
    return [f"{cell_name(*reeks[0])}:{reeks[-1][0] + 1}" for reeks in reeksen]


def _uit_reeksen(tekst: str) -> Iterator[Place]:
    for letters, van, tot in _REEKS.findall(tekst):
        kolom = column_index(letters)
        yield from ((rij - 1, kolom) for rij in range(int(van), min(int(tot), _LAATSTE) + 1))
