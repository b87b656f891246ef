"""The row of a sheet that a finding is about, as who filled it in sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ..core import labels as l
from ..core.notation import plat, schrijf_datum, schrijf_getal
from ..core.values import als_tekst
from ..reading import Place, Reader, Refused, Sheet, Value, column_name, load
from ..reading.cells import column_index

GIVEN = Path("/gegeven")
"""Where the page puts what a person hands over, a numbered folder each time."""
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_FILLED_IN = {plat(kop) for kop in (l.ANTWOORD, l.AKKOORD, l.REDEN, l.TOELICHTING)}
_FOLDERS = ("retour", "herstel", "invulbladen", "matrix", "matrix/besluiten")
_MOST_COLUMNS = 16
_AROUND = 1


def look(name: str, sha256: str, sheet: str, cell: str, ronde: str) -> str:
    """The row of `cell` and those beside it, under their header, as JSON.

    `name` is the file as a finding has it, and `sha256` its hash or ""; `ronde` the folder of the
    ronde. With `refused`, a sentence, when there is no such row to be seen.
    """
    found = _CELL.match(cell)
    file = _held(name, sha256, Path(ronde))
    if found is None or file is None:
        return json.dumps({"refused": "Dit bestand is hier niet, of er hoort geen cel bij."})
    with Reader() as reader:
        data = load(file)
        read = data if isinstance(data, Refused) else reader.read(file.name, data)
    if isinstance(read, Refused):
        return json.dumps({"refused": read.bevinding.tekst})
    place = int(found[2]) - 1, column_index(found[1])
    of_that_name = [s for s in read.sheets if s.name == sheet] or list(read.sheets[:1])
    for seen in of_that_name:
        if seen.top <= place[0] < seen.top + len(seen.rows):
            return json.dumps({"path": file.as_posix(), "sheet": seen.name, **_part(seen, place)})
    return json.dumps({"refused": "In dit bestand is die regel leeg."})


def _held(name: str, sha256: str, ronde: Path) -> Path | None:
    """The file that a finding calls `name`: as it was handed over, filed or made."""
    if name and Path(name).is_file():
        return Path(name)
    bare = Path(name).name
    kept = [p for folder in _FOLDERS for p in _files(ronde / folder)]
    given = sorted(GIVEN.iterdir(), key=lambda p: int(p.name)) if GIVEN.is_dir() else []
    kept += [p for folder in reversed(given) for p in folder.rglob("*") if p.is_file()]
    alike = [p for p in kept if sha256 and p.name.startswith(f"{sha256[:8]} ")]
    alike = alike or [p for p in kept if bare and bare in (p.name, p.name[9:])]
    return alike[0] if alike else None


def _files(folder: Path) -> list[Path]:
    """Those in a folder, the newest first."""
    files = [p for p in folder.iterdir() if p.is_file()] if folder.is_dir() else []
    return sorted(files, key=lambda p: -p.stat().st_mtime_ns)


def _part(sheet: Sheet, place: Place) -> dict[str, Any]:
    row, col = place[0] - sheet.top, place[1] - sheet.left
    head = _head(sheet.rows[:row])
    heads = sheet.rows[head] if head is not None else []
    over = _heading(sheet.rows, row, head)
    beside = range(max(row - _AROUND, 0), min(row + _AROUND + 1, len(sheet.rows)))
    shown = [n for n in beside if n != head]
    columns = _columns([heads, *(sheet.rows[n] for n in shown)], col)
    return {
        "row": place[0] + 1,
        "column": column_name(place[1]),
        "columns": [column_name(c + sheet.left) for c in columns],
        "heads": [_text(heads[c]) if c < len(heads) else "" for c in columns],
        "filled_in": [c < len(heads) and plat(_text(heads[c])) in _FILLED_IN for c in columns],
        "heading": over,
        "rows": [
            {"number": n + sheet.top + 1, "cells": [_shown(sheet, n, c) for c in columns]}
            for n in shown
        ],
        "note": sheet.comments.get(place, ""),
    }


def _head(above: Sequence[Sequence[Value]]) -> int | None:
    """The row with the most words: of equals the first, as answers stand under their header."""
    words = [sum(isinstance(v, str) and bool(v.strip()) for v in row) for row in above]
    most = max(words, default=0)
    return words.index(most) if most > 1 else None


def _heading(rows: Sequence[Sequence[Value]], row: int, head: int | None) -> str:
    """What stands alone on a row over this one, as the title of an afspraak does."""
    for n in range(row - 1, -1 if head is None else head, -1):
        words = [v for v in rows[n] if v is not None]
        if len(words) == 1 and isinstance(words[0], str):
            return words[0]
    return ""


def _columns(rows: Iterable[Sequence[Value]], col: int) -> list[int]:
    filled = {c for row in rows for c, value in enumerate(row) if value is not None}
    first = sorted(filled | {col})[:_MOST_COLUMNS]
    return first if col in first else [*first[:-1], col]


def _shown(sheet: Sheet, row: int, col: int) -> str:
    place = row + sheet.top, col + sheet.left
    value = sheet.rows[row][col] if 0 <= col < len(sheet.rows[row]) else None
    if place in sheet.percents and isinstance(value, (int, float)):
        return f"{schrijf_getal(round(value * 100, 6))}%"
    return sheet.errors.get(place) or sheet.signs.shown.get(place) or _text(value)


def _text(value: Value) -> str:
    if isinstance(value, date):
        return schrijf_datum(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return schrijf_getal(round(value, 10))
    return als_tekst(value)
