"""kaderxl: the monitoring of housing agreements, from input sheet to matrix.

    from pathlib import Path
    from kaderxl import Ronde, collect, generate, merge

    ronde = Ronde(2026)
    generate(ronde, output=Path("output"))
    collect([Path("inbox")], ronde)
    for rij in merge(ronde).matrix.rijen:
        print(rij.indicator.code, rij.voorstel, rij.stand)

Names are loaded when they are first used, so that importing kaderxl costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .correspondence import acknowledge, calendar, mail, remind, send
    from .errors import NietUitgevoerd
    from .model import (
        Beoordeling,
        Bevinding,
        Ernst,
        Fase,
        Inzending,
        Kader,
        Matrix,
        Ronde,
    )
    from .pipeline import check, choose, collect, demo, generate, merge, status

__all__ = [
    "Beoordeling",
    "Bevinding",
    "Ernst",
    "Fase",
    "Inzending",
    "Kader",
    "Matrix",
    "NietUitgevoerd",
    "Ronde",
    "acknowledge",
    "calendar",
    "check",
    "choose",
    "collect",
    "demo",
    "generate",
    "mail",
    "merge",
    "remind",
    "send",
    "status",
]

_PIPELINE = {"check", "choose", "collect", "demo", "generate", "merge", "status"}
_CORRESPONDENCE = {"acknowledge", "calendar", "mail", "remind", "send"}


def __getattr__(naam: str) -> Any:
    if naam not in __all__:
        raise AttributeError(f"module 'kaderxl' has no attribute {naam!r}")
    module = "pipeline" if naam in _PIPELINE else "model"
    if naam in _CORRESPONDENCE:
        module = "correspondence"
    if naam == "NietUitgevoerd":
        module = "errors"
    return getattr(import_module(f".{module}", __name__), naam)
