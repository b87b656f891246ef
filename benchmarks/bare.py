"""The other side: what kaderxl does to workbooks, by calamine and xlsxwriter and nothing else.

    python benchmarks/bare.py RECORDING OUTPUT [RETURNS] [--file] [--pandas]

Reads every cell of every workbook in the folder RETURNS, when it is named, copies it (`--file`),
and writes each recorded workbook into the folder OUTPUT; with `--pandas` it reads as most scripts
do, by pandas and openpyxl. RECORDING may be `-`: then nothing is written. Prints two numbers of
seconds of the processor: loading the recording, which a script that knows its own cells would not
need, and all that came after.
"""

from __future__ import annotations

import pickle
import shutil
import sys
from pathlib import Path
from time import process_time
from typing import Any

from xlsxwriter.workbook import Workbook


def read(path: Path) -> None:
    """Every cell of every sheet."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def read_by_pandas(path: Path) -> None:
    """The same, as it is usually done."""
    import pandas

    pandas.read_excel(path, sheet_name=None, header=None, engine="openpyxl")


def write(recording: dict[str, list[Any]], path: Path) -> None:
    """One workbook, cell by cell."""
    book = Workbook(path, {"in_memory": True})
    formats: dict[int | None, Any] = dict(enumerate(map(book.add_format, recording["formats"])))
    formats[None] = None
    sheets = [book.add_worksheet(name) for name in recording["sheets"]]
    made = {
        "formats": formats,
        "sheets": sheets,
        "charts": [book.add_chart(options) for options in recording["charts"]],
    }
    for sheet, method, row, column, value, form, *rest in recording["cells"]:
        if method == "write_rich_string":
            sheets[sheet].write_rich_string(row, column, *(_made(part, made) for part in rest))
        else:
            getattr(sheets[sheet], method)(row, column, value, formats[form], *rest)
    for target, method, args, kwargs in recording["calls"]:
        called = _made(target, made) if target else book
        getattr(called, method)(*(_made(a, made) for a in args), **kwargs)
    book.close()


def _made(argument: Any, made: dict[str, Any]) -> Any:
    if isinstance(argument, tuple):
        kind, number = argument
        return made[kind][number]
    if isinstance(argument, dict):
        return {key: _made(value, made) for key, value in argument.items()}
    return argument


def main() -> None:
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    recording, output, *returns = map(Path, words)
    take_in = read_by_pandas if "--pandas" in sys.argv else read
    start = process_time()
    recordings = pickle.loads(recording.read_bytes()) if words[0] != "-" else []
    loaded = process_time()
    for folder in returns:
        for path in folder.iterdir():
            take_in(path)
            if "--file" in sys.argv:
                shutil.copy(path, output)
    for number, book in enumerate(recordings):
        write(book, output / f"{number}.xlsx")
    print(loaded - start, process_time() - loaded)


if __name__ == "__main__":
    main()
