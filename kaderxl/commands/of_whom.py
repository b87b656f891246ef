"""Of whom the agreement is that a command works on: its template, and who is told so."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

from ..core import catalogue
from ..core.findings import NietUitgevoerd
from ..core.text import zichtbaar
from ..reading import Reader
from ..template.read import HERE, Sjabloon, read_template, shipped_template

told: ContextVar[Callable[[str], None]] = ContextVar("told", default=lambda _: None)
"""Who hears, in a line, of whom the agreement is; in a program of somebody else nobody does."""


def template_here(template: Path | None) -> Path:
    """The template that was named, else the one of the folder in which one works.

    Raises NietUitgevoerd where there is neither: another agreement is never taken for it.
    """
    if template is not None:
        return template
    return HERE if HERE.is_file() else _none_here()


def _none_here() -> Path:
    raise NietUitgevoerd(catalogue.GEEN_SJABLOON_HIER.bij(naam=HERE.as_posix()))


def read_template_here(template: Path | None, reader: Reader) -> Sjabloon:
    """That template as it was read. Raises NietUitgevoerd as `template_here` does."""
    path = template_here(template)
    sjabloon = read_template(path, reader)
    tell_of_whom(sjabloon, "het voorbeeld bij kaderxl" if path == shipped_template() else str(path))
    return sjabloon


def tell_of_whom(sjabloon: Sjabloon, where: str) -> None:
    """Tell who listens, where it can be read; `where` is where that was found."""
    if sjabloon.kader is not None:
        i = sjabloon.kader.instellingen
        told.get()(zichtbaar(f"{i.uitgever}: {i.kader} ({where})"))
