"""The small csv lists that kaderxl keeps of a ronde: read as Excel may have saved them, too."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.rounds import Plek
from ..core.text import met_formule, zonder_formule
from .files import lezen_lukt_niet

Row = dict[str, str]
_SEPARATORS = ",;\t"
_SAYS_SEPARATOR = re.compile(r"\Asep=.\r?\n")  # as some programs begin a csv


def read_list(file: Path, columns: Sequence[str], key: str) -> tuple[bytes | None, list[Row]]:
    """Its bytes (None where there is no list) and its rows, each with at least these columns.

    Commas or semicolons, UTF-8 or as Windows saves it; a line that was cut off has empty cells.
    Raises NietUitgevoerd when it cannot be read, or its first line does not name the column `key`.
    """
    try:
        data = file.read_bytes() if file.exists() else None
    except OSError as fout:
        raise lezen_lukt_niet(file, fout) from fout
    return data, [] if data is None else rows_in(data, file, columns, key)


def rows_in(data: bytes, file: Path, columns: Sequence[str], key: str) -> list[Row]:
    """The rows in the bytes of a list, as `read_list` has them; it raises the same."""
    text = _SAYS_SEPARATOR.sub("", _decoded(data))
    for separator in _SEPARATORS:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
        if key in (reader.fieldnames or ()):
            return [_row(raw, columns) for raw in reader]
    velden = {"kolom": key, "kolommen": ",".join(columns)}
    raise NietUitgevoerd(catalogue.LIJST_ONLEESBAAR.bij(Plek(str(file)), **velden))


def as_list(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    """The list as kaderxl writes it: UTF-8 with a byte order mark, commas, a line a row.

    Columns that somebody added stay, behind ours. No cell begins as a formula.
    """
    rows = list(rows)
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="")
    writer.writeheader()
    writer.writerows({name: zonder_formule(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _row(raw: Mapping[str | None, str | list[str] | None], columns: Sequence[str]) -> Row:
    cells = {name: met_formule(c) for name, c in raw.items() if name and isinstance(c, str)}
    return {**dict.fromkeys(columns, ""), **cells}


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
