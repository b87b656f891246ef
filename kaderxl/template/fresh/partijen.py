"""Who signed, as somebody names them for a new template: in words, or as a list in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core import catalogue
from ...core.findings import NietUitgevoerd
from ...core.kader import Partij
from ...core.notation import een_regel, lees_jaren
from ...core.text import als_code, leesbaar
from ...reading import Document, Reader, Refused, load
from ...reading.tables import Tabel, vind_tabel
from ..cells import KORTE_CODE

_KOLOMMEN, _NODIG = ("naam", "groep", "e-mail", "code"), ("naam", "groep")


def read_partij(tekst: str) -> Partij | None:
    """`De Haard: corporaties` is a name and its group; None where one of the two is missing."""
    naam, _, groep = een_regel(leesbaar(tekst)).rpartition(":")
    naam, groep = naam.strip(), groep.strip()
    return Partij("", naam, groep) if naam and groep else None


def read_years(tekst: str) -> tuple[int, int] | None:
    """`2025-2028` and `2025 t/m 2028` are a first and a last year; one year is both."""
    jaren, twijfel = lees_jaren(re.sub(r"\btot\b(?! en met)", "t/m", een_regel(tekst)))
    aaneen = bool(jaren) and max(jaren) - min(jaren) < len(jaren)
    return (min(jaren), max(jaren)) if aaneen and not twijfel else None


def read_partijen(path: Path, reader: Reader) -> tuple[Partij, ...]:
    """The rows of a list, in any format that kaderxl reads, under the headers naam and groep.

    e-mail and code may be there too, as on the sheet Partijen of a template. Raises NietUitgevoerd
    when there is no such list in it, or a row has no name or no group.
    """
    data = load(path)
    document = reader.read(path.name, data) if isinstance(data, bytes) else data
    if isinstance(document, Refused):
        raise catalogue.PARTIJENLIJST_ONLEESBAAR.weiger(path, reden=document.bevinding.tekst)
    tabel = next(_tabellen(path, document), None)
    if tabel is None:
        reden = "er is geen tabel in met de koppen naam en groep"
        raise catalogue.PARTIJENLIJST_ONLEESBAAR.weiger(path, reden=f"{reden}.")
    return tuple(_partij(tabel, nummer) for nummer in tabel.rijen())


def _tabellen(path: Path, document: Document) -> Iterator[Tabel]:
    for sheet in document.sheets:
        if tabel := vind_tabel(path.name, sheet, _KOLOMMEN, _NODIG):
            yield tabel


def _partij(tabel: Tabel, nummer: int) -> Partij:
    naam, groep, mail, code = (een_regel(tabel.cel(nummer, k).tekst) for k in _KOLOMMEN)
    if not (naam and groep):
        plek = tabel.plek(tabel.adres(nummer, tabel.kolommen["groep" if naam else "naam"]))
        raise NietUitgevoerd(catalogue.PARTIJ_ZONDER_GROEP.bij(plek))
    kort = als_code(code)
    return Partij(kort if KORTE_CODE.fullmatch(kort) else "", naam, groep, mail)
