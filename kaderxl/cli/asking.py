"""What a command has to know and nobody said: asked of the person at the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from .edge import say
from .options import scherm

if TYPE_CHECKING:
    from ..core.kader import Partij

T = TypeVar("T")
_YEARS = "Schrijf het eerste en het laatste jaar, zoals 2026-2030."
_PARTIJ = (
    "Schrijf een naam en een groep met een dubbele punt ertussen, zoals De Haard: corporaties."
)


def ask(question: str, option: str, read: Callable[[str], T | None], help_: str = "") -> T:
    """What `read` makes of the answer; asked again as long as that is nothing.

    Raises click.UsageError, naming the option, where nobody is there to answer.
    """
    while True:
        if (answer := _answer(question)) is None:
            raise click.UsageError(f"Geef ook {option}, of beantwoord de vragen op het scherm.")
        if (made := read(answer)) is not None:
            return made
        say(help_ or "Hier is een antwoord nodig.")


def ask_partijen() -> list[Partij]:
    """Partijen with their groups, until somebody leaves one empty."""
    from ..template.fresh.partijen import read_partij

    found: list[Partij] = []
    question = "Partij en groep, zoals De Haard: corporaties (leeg: geen meer)"
    while answer := _answer(question):
        if partij := read_partij(answer):
            found.append(partij)
        else:
            say(_PARTIJ)
    if not found:
        raise click.UsageError("Geef ook --partij of --partijen: wie doen er mee?")
    return found


def a_text(answer: str) -> str | None:
    return " ".join(answer.split()) or None


def years_said(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[int, int] | None:
    """The first and the last year of an agreement, as an option has them."""
    from ..template.fresh.partijen import read_years

    if value is None:
        return None
    if years := read_years(value):
        return years
    raise click.BadParameter(f"“{value}”. {_YEARS}", ctx, param)


def partijen_said(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> list[Partij]:
    """Partijen with their groups, as an option has them."""
    from ..template.fresh.partijen import read_partij

    read = {text: read_partij(text) for text in value}
    for text, partij in read.items():
        if partij is None:
            raise click.BadParameter(f"“{text}”. {_PARTIJ}", ctx, param)
    return [partij for partij in read.values() if partij]


def ask_years() -> tuple[int, int]:
    from ..template.fresh.partijen import read_years

    return ask("Van welk jaar tot en met welk jaar", "--jaren", read_years, _YEARS)


def _answer(question: str) -> str | None:
    """The words of a line; None where there is nobody, or nothing more to read."""
    if not scherm().spreekt or sys.stdin is None:
        return None
    say(f"{question}: ", end=False)
    line = sys.stdin.readline()
    if not line:
        say("")
    return line.strip() if line else None
