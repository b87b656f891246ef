"""The small csv lists that kaderxl keeps of a ronde: read as Excel may have saved them, too."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..core import catalogue
from ..core.text import leesbaar, met_formule, zonder_formule
from .files import is_there, lukt_niet
from .transaction import Transaction

Row = dict[str, str]
_SEPARATORS = ",;\t"
VERSION = 1
# A header with nothing under it: Excel leaves it alone.
_BEARS = re.compile(r"kaderxl/([1-9]\d{0,5})")
_SAYS_SEPARATOR = re.compile(r"\Asep=.\r?\n")  # as some programs begin a csv


def read_list(file: Path, columns: Sequence[str], key: str) -> tuple[bytes | None, list[Row]]:
    """Its bytes (None where there is no list) and its rows, each with at least these columns.

    Commas or semicolons, UTF-8 or as Windows saves it; a line that was cut off has empty cells.
    Raises NietUitgevoerd when it cannot be read, its first line does not name the column `key`, or
    it bears a version that is newer than VERSION; one without a version is of the first.
    """
    try:
        data = file.read_bytes() if is_there(file) else None
    except OSError as fout:
        raise lukt_niet(file, fout, catalogue.LEZEN_LUKT_NIET) from fout
    return data, [] if data is None else rows_in(data, file, columns, key)


def keep_list(beurt: Transaction, file: Path, rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Write a list with the next commit where that changes it; none where it has no rows and is
    not there. Its key is its first column; raises what `read_list` raises."""
    was, _ = read_list(file, columns, columns[0])
    kept = list(rows)
    data = as_list(kept, columns)
    if data != was and (kept or was is not None):
        beurt.write(file, data, before=was)


def rows_in(data: bytes, file: Path, columns: Sequence[str], key: str) -> list[Row]:
    """The rows in the bytes of a list, as `read_list` has them; it raises the same."""
    text = _SAYS_SEPARATOR.sub("", _decoded(data))
    for separator in _SEPARATORS:
        names, *lines = split_rows(text, separator) or [[]]
        if key in names:
            _check_version(names, file)
            if text.count('"') % 2 and any("\n" in cell for line in lines[-1:] for cell in line):
                raise catalogue.LIJST_NIET_HEEL.weiger(file)  # lines vanished in one cell
            cells_of = (_apart(cells, separator) for cells in lines if cells)
            return [_row(dict(zip(names, cells, strict=False)), columns) for cells in cells_of]
    raise catalogue.LIJST_ONLEESBAAR.weiger(file, kolom=key, kolommen=",".join(columns))


def _apart(cells: list[str], separator: str) -> list[str]:
    """The cells of a line that a spreadsheet took for a single one: a Dutch Excel opens commas as
    one column, and saves each line of it between quotes."""
    first, *rest = cells
    return cells if rest or separator not in first else split_rows(first, separator)[0]


def split_rows(text: str, separator: str = ",") -> list[list[str]]:
    """The cells of a csv, however long one is: the module of the language has a limit for all."""
    usual = csv.field_size_limit(max(len(text), csv.field_size_limit()))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    finally:
        csv.field_size_limit(usual)


def _check_version(names: Iterable[str], file: Path) -> None:
    versions = [int(borne[1]) for name in names if (borne := _BEARS.fullmatch(name))]
    if max(versions, default=VERSION) > VERSION:
        raise catalogue.LIJST_TE_NIEUW.weiger(file, versie=max(versions), bekend=VERSION)


def as_list(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    """The list as kaderxl writes it: UTF-8 with a byte order mark, commas, a line a row.

    Columns that somebody added stay, behind ours and the version. No cell begins as a formula.
    """
    rows = list(rows)
    ours = [*columns, f"kaderxl/{VERSION}"]
    names = list(dict.fromkeys([*ours, *(name for row in rows for name in row)]))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="")
    writer.writeheader()
    writer.writerows(
        {name: zonder_formule(leesbaar(cell)) for name, cell in row.items()} for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _row(raw: Mapping[str, str], columns: Sequence[str]) -> Row:
    cells = {
        name: met_formule(cell) for name, cell in raw.items() if name and not _BEARS.fullmatch(name)
    }
    return {**dict.fromkeys(columns, ""), **cells}


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
