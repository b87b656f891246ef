"""The library as a stranger meets it: one order of parameters, results by name, no traces left."""

from __future__ import annotations

import gc
import inspect
import locale
import logging
import os
import signal
import socket
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import pandas
import pytest
from archieven import instellingen
from opdrachten import proces
from sjablonen import schrijf_sjabloon
from stranger import a_whole_ronde, what_is_wrong

import kaderxl
from kaderxl import Result
from kaderxl.core import catalogue

FUNCTIONS = {
    naam: getattr(kaderxl, naam) for naam in kaderxl.__all__ if naam.islower() and naam[0] != "_"
}
NAMED = ["template", "output", "progress"]
SUBJECTS = {"ronde", "paths", "file", "name", "names", "year", "mails", "against"}
SUBJECTS |= {"folder", "agreement"}
OPTIONS = {
    "concept",
    "fictional",
    "today",
    "again",
    "choose",
    "only",
    "on_behalf",
    "source",
    "elsewhere",
    "counts",
    "reason",
    "csv",
    "html",
    "parquet",
    "read",
}


def parameters(function: Callable[..., Any], *kinds: Any) -> list[str]:
    return [n for n, p in inspect.signature(function).parameters.items() if p.kind in kinds]


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_one_order_of_parameters(name: str) -> None:
    """What it works on, the ronde first; by name the three that are everywhere, then its own."""
    subjects = parameters(FUNCTIONS[name], inspect.Parameter.POSITIONAL_OR_KEYWORD)
    named = parameters(FUNCTIONS[name], inspect.Parameter.KEYWORD_ONLY)
    if name in {"check", "compare"}:  # the template is what they work on
        assert subjects.pop() == "template"
    assert set(subjects) <= SUBJECTS
    assert "ronde" not in subjects[1:]
    shared = [n for n in NAMED if n in named]
    assert named[: len(shared)] == shared
    assert set(named[len(shared) :]) <= OPTIONS


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_what_a_function_gives_has_a_name(name: str) -> None:
    gives = inspect.signature(FUNCTIONS[name]).return_annotation
    assert gives in kaderxl.__all__
    assert issubclass(getattr(kaderxl, gives), Result)


def test_every_name_is_there_and_so_is_the_version() -> None:
    assert all(getattr(kaderxl, name) is not None for name in kaderxl.__all__)
    assert kaderxl.__version__ == version("kaderxl")


def surroundings() -> dict[str, object]:
    """What a program may have set for itself, all through its process."""
    assert pandas, "what a library of others sets when it is imported is not ours"
    return {
        # Of what was frozen before, some may be let go; nothing more is frozen.
        "gc": (gc.get_threshold(), gc.isenabled(), gc.get_freeze_count() > 0),
        "signals": {s: signal.getsignal(s) for s in signal.valid_signals()},
        "locale": locale.setlocale(locale.LC_ALL),
        "folder": Path.cwd(),
        "environment": dict(os.environ),
        "logging": (logging.root.level, list(logging.root.handlers), logging.root.disabled),
        "warnings": list(warnings.filters),
        "hooks": (sys.excepthook, sys.unraisablehook, list(sys.path), sys.getrecursionlimit()),
        "sockets": socket.getdefaulttimeout(),
        "click": [vars(m).get("_") for m in (click.core, click.exceptions, click.formatting)],
    }


@pytest.mark.lang
def test_a_whole_ronde_leaves_the_process_as_it_was(tmp_path: Path) -> None:
    """Before, afterwards, and whenever it tells how far it is."""
    template = schrijf_sjabloon(tmp_path / "s.xlsx", Instellingen=instellingen())
    before = surroundings()
    meanwhile: list[dict[str, object]] = []

    def look(work: Sequence[Path], what: str) -> Iterable[Path]:
        assert what
        for item in work:
            meanwhile.append(surroundings())
            yield item

    results = a_whole_ronde(template, tmp_path / "output", look)
    assert surroundings() == before
    assert len(meanwhile) > 3
    assert all(during == before for during in meanwhile)
    assert all([*result.lines()] and result.as_json() for result in results)
    (why,) = what_is_wrong(template, tmp_path / "output")
    assert why.code == catalogue.NIETS_GEVRAAGD.code


NAMEN = "check, collect, demo, generate, merge, status, Kader, Matrix, NietUitgevoerd, Ronde"


@pytest.mark.parametrize(
    "eerst",
    [
        "import kaderxl.cli",
        "import kaderxl.commands.collect, kaderxl.matrix.combine, kaderxl.template.read",
    ],
)
def test_the_library_can_be_imported_in_any_order(eerst: str) -> None:
    code = (
        f"{eerst}\nimport kaderxl\nfrom kaderxl import {NAMEN}\nfrom kaderxl import *\n"
        "import types\n"
        "for naam in kaderxl.__all__:\n"
        "    assert not isinstance(getattr(kaderxl, naam), types.ModuleType), naam\n"
        "assert kaderxl.merge.__module__ == 'kaderxl.commands.merge'\n"
    )
    klaar = proces("-c", code)
    assert klaar.returncode == 0, klaar.stderr.decode()


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="bestaatniet"):
        _ = kaderxl.bestaatniet
