"""Writes what `kaderxl` offers a program, from its docstrings, as pages: `python docs/api.py`.

A name that does not resolve, or a docstring that cannot be shown, ends it with an error.
"""

from __future__ import annotations

import sys
import warnings
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import pdoc

import kaderxl

TARGET = Path(__file__).resolve().parent.parent / "dist" / "docs"


def main(target: Path = TARGET) -> None:
    """Write the pages into a folder."""
    warnings.simplefilter("error")
    # The package loads a name when it is first asked for; pdoc looks only at what is there.
    face = {name: getattr(kaderxl, name) for name in kaderxl.__all__}
    vars(kaderxl).update(face)
    for value in filter(is_dataclass, face.values()):
        _resolve_inherited(value)
    pdoc.render.configure(docformat="markdown", show_source=False)
    pdoc.pdoc("kaderxl", output_directory=target)


def _resolve_inherited(value: Any) -> None:
    """A dataclass takes the types of its base along as words, which only mean something there."""
    with suppress(NameError):  # a name that is imported for type checkers alone pdoc finds itself
        hints, own = get_type_hints(value), value.__init__.__annotations__
        own.update({name: hints[name] for name in own if name in hints})


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
