"""What kaderxl asks of xlsxwriter, written down, so that a bare script can ask the same."""

from __future__ import annotations

import functools
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from inspect import isfunction
from io import BytesIO
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kaderxl.writing.quick_xlsx import QuickSheet

Recording = dict[str, list[Any]]
"""A workbook as lists of plain values: formats, sheets, charts, cells and other calls.

A tuple stands for what was made before: ("formats", 3) is the fourth format.
"""

_MADE_BY = {"add_format": "formats", "add_worksheet": "sheets", "add_chart": "charts"}
_CELL = re.compile(rb"<c [^>]*?(?:/>|>.*?</c>)", re.DOTALL)


@contextmanager
def recorded() -> Iterator[list[Recording]]:
    """Record every workbook that is made while this is open, in the order they were begun."""
    recorder = _Recorder()
    originals = [
        (kind, name, method)
        for kind in (Workbook, Worksheet, QuickSheet, Chart, ChartBar)
        for name, method in vars(kind).items()
        if isfunction(method) and (name == "__init__" or not name.startswith("_"))
    ]
    for kind, name, method in originals:
        setattr(kind, name, recorder.wrap(name, method))
    try:
        yield recorder.recordings
    finally:
        for kind, name, method in originals:
            setattr(kind, name, method)


class _Recorder:
    def __init__(self) -> None:
        self.recordings: list[Recording] = []
        self._busy = False

    def wrap(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        """The method, noted when it is not called by another one of xlsxwriter's own."""

        @functools.wraps(method)
        def outermost(target: Any, *args: Any, **kwargs: Any) -> Any:
            if self._busy:
                return method(target, *args, **kwargs)
            plain = _plain(args)  # before the call, which may change what it is given
            self._busy = True
            try:
                result = method(target, *args, **kwargs)
            finally:
                self._busy = False
            self._note(name, target, plain, _plain(kwargs), result)
            return result

        return outermost

    def _note(
        self, name: str, target: Any, args: list[Any], kwargs: dict[str, Any], result: Any
    ) -> None:
        if name == "__init__":
            if isinstance(target, Workbook):
                target.recording = {"formats": [], "sheets": [], "charts": [], "cells": []}
                target.recording["calls"] = []
                target.made = None
                self.recordings.append(target.recording)
            return
        recording = target.recording
        if name in _MADE_BY:
            kind = _MADE_BY[name]
            result.recording, result.made = recording, (kind, len(recording[kind]))
            recording[kind].append(args[0])
        elif name == "write_row_at_once":  # ours alone: a row at once
            row, values, forms = args
            recording["cells"] += [
                (
                    target.made[1],
                    "write_string" if isinstance(value, str) else "write_number",
                    row,
                    column,
                    value,
                    form[1],
                )
                for column, (value, form) in enumerate(zip(values, forms, strict=True))
            ]
        elif name == "write_rich_string":
            row, column, *parts = args
            recording["cells"].append((target.made[1], name, row, column, None, None, *parts))
        elif name.startswith("write_"):
            row, column, value, *rest = [*args, *kwargs.values()]
            form, *rest = rest or [None]
            number = form[1] if form else None
            recording["cells"].append((target.made[1], name, row, column, value, number, *rest))
        elif name != "close":
            recording["calls"].append((target.made, name, args, kwargs))


def _plain(value: Any) -> Any:
    """The value without anything of kaderxl in it."""
    if isinstance(value, (Format, Chart)):
        return value.made
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def content(workbook: bytes) -> dict[str, object]:
    """What two workbooks must share to be the same work: texts, formats, charts, all cells."""
    found: dict[str, object] = {}
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                found[name] = _CELL.findall(archive.read(name))
            elif name.startswith(("xl/charts/", "xl/styles.xml", "xl/sharedStrings.xml")):
                found[name] = archive.read(name)
    return found
