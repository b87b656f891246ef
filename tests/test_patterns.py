"""The regular expressions in the code: right in every Python that runs it, and never slow."""

from __future__ import annotations

import ast
import contextlib
import importlib
import re
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaderxl.reading.cells import Refusal
from kaderxl.reading.formats.marks import Styles
from kaderxl.reading.formats.sheetscan import Strings, scan_sheet, scan_strings
from kaderxl.reading.formats.unseen import Inks, hidden_lines
from kaderxl.reading.kinds import by_text

PROJECT = Path(__file__).parents[1]
BESTANDEN = [
    bestand
    for map_ in ("kaderxl", "tests", "benchmarks")
    for bestand in (PROJECT / map_).rglob("*.py")
    if bestand.name != Path(__file__).name
]
PARSER: Any = importlib.import_module("re._parser")
INGEVOEGD = "(?:xy|z)"
"""What stands for a value in an f-string: more than one character can be."""
BLAD = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
)
GEEN_OPMAAK = Styles(frozenset(), frozenset())


def _teksten(bestand: Path) -> Iterator[tuple[int, str | bytes]]:
    """Every text in a module with its line, whatever it is for."""
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.JoinedStr):
            delen = [d.value if isinstance(d, ast.Constant) else INGEVOEGD for d in knoop.values]
            yield knoop.lineno, "".join(map(str, delen))
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str | bytes):
            yield knoop.lineno, knoop.value


def _houdt_een_groep_vast(tekst: str | bytes) -> bool:
    """Whether a pattern repeats a group possessively, as in (ab)++, or holds one atomically.

    `re` before Python 3.11.5 goes past what matched there, and finds what is not in the text.
    """
    for vlaggen in (0, re.VERBOSE):
        try:
            with warnings.catch_warnings(action="ignore"):
                stappen = _stappen(PARSER.parse(tekst, vlaggen))
        except (re.error, OverflowError, RecursionError):
            continue
        for soort, inhoud in stappen:
            if soort == "ATOMIC_GROUP" or (soort == "POSSESSIVE_REPEAT" and _is_groep(inhoud[2])):
                return True
    return False


def _stappen(boom: Any) -> Iterator[tuple[str, Any]]:
    """All steps of a pattern, those within others too: their kind, and what they hold."""
    if isinstance(boom, PARSER.SubPattern):
        for soort, inhoud in boom:
            yield str(soort), inhoud
            yield from _stappen(inhoud)
    elif isinstance(boom, list | tuple):
        for deel in boom:
            yield from _stappen(deel)


def _is_groep(herhaald: Any) -> bool:
    return [str(soort) for soort, _ in herhaald] not in (
        ["LITERAL"],
        ["NOT_LITERAL"],
        ["IN"],
        ["ANY"],
    )


def test_no_pattern_needs_more_than_an_early_python_can() -> None:
    assert [
        f"{bestand.relative_to(PROJECT)}:{regel}"
        for bestand in BESTANDEN
        for regel, tekst in _teksten(bestand)
        if _houdt_een_groep_vast(tekst)
    ] == []


@pytest.mark.parametrize(
    "patroon",
    ["(?:ab)*+", "(a|b)?+", "x(?:[^<]++|<(?!c))*+", "(?>a+)b", "(?:ab){2}+", rb"(ab)++", "(ab) *+"],
)
def test_what_an_early_python_cannot_is_seen(patroon: str | bytes) -> None:
    assert _houdt_een_groep_vast(patroon)


@pytest.mark.parametrize("patroon", ["[ab]*+", "a++b", ".?+", rb"\d{1,3}+", "(?:ab)*", r"\(a\)*+"])
def test_what_every_python_can_is_left_alone(patroon: str | bytes) -> None:
    assert not _houdt_een_groep_vast(patroon)


@pytest.mark.parametrize(
    "cellen",
    [
        '<c r="A1">' * 100_000,
        '<c r="A1"><f>' * 100_000,
        '<c r="A1"><v>1' * 100_000,
        '<c r="A1">' + "<x>" * 300_000,
        '<c r="A1">' + " " * 1_000_000 + "x</c>",
        '<c r="A1">' + "<is></is><extLst>" * 50_000 + "</c>",
        '<c r="A1"><is></is>' + "<extLst></extLst>" * 50_000 + "x</c>",
    ],
    ids=["cell", "formula", "value", "tags", "spaces", "inline", "extension"],
)
def test_a_sheet_made_to_be_slow_is_gone_over_once(cellen: str) -> None:
    with _binnen_seconden(), pytest.raises(Refusal):
        scan_sheet(BLAD % cellen.encode(), Strings([], set()), GEEN_OPMAAK)


def test_shared_texts_made_to_be_slow_are_gone_over_once() -> None:
    with _binnen_seconden():
        assert scan_strings(b"<si><t/>" + b"<rPh>" * 200_000 + b"</si>", Inks(None)).blank == {0}


@pytest.mark.parametrize(
    "rijen",
    [
        '<row r="1" ' * 100_000,
        "<row " + 'x="1" ' * 200_000,
        '<row r="1" ht="1">' + " " * 1_000_000,
        '<row ht="1"><c r="A' * 100_000,
        '<col min="1" ' + " " * 1_000_000 + 'width="1"',
        "<row " + "hidden" * 200_000,
    ],
)
def test_rows_made_to_be_slow_are_gone_over_once(rijen: str) -> None:
    with _binnen_seconden():
        assert len(hidden_lines(rijen.encode()).rows) <= 1


@pytest.mark.parametrize("regel", ["a: b\n", "a: b\n c\n", "a:\n" + " \n" * 9, "a" * 99 + "\n"])
def test_a_text_made_to_look_like_a_mail_is_gone_over_once(regel: str) -> None:
    with _binnen_seconden():
        assert by_text(regel * 10_000) is None


@contextlib.contextmanager
def _binnen_seconden() -> Iterator[None]:
    """What takes minutes when a text is gone over again from every place in it does not."""
    begin = time.process_time()
    yield
    assert time.process_time() - begin < 5
