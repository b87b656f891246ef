"""Writes what `kaderxl` offers a program, from its docstrings, as pages: `python docs/api.py`.

A name that does not resolve, or a docstring that cannot be shown, ends it with an error.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pdoc

import kaderxl

TARGET = Path(__file__).resolve().parent.parent / "dist" / "docs"


def main(target: Path = TARGET) -> None:
    """Write the pages into a folder."""
    warnings.simplefilter("error")
    # The package loads a name when it is first asked for; pdoc looks only at what is there.
    vars(kaderxl).update({name: getattr(kaderxl, name) for name in kaderxl.__all__})
    pdoc.render.configure(docformat="markdown", show_source=False)
    pdoc.pdoc("kaderxl", output_directory=target)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
