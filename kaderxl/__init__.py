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
    from .archiving import archive
    from .chronicle import history
    from .comparing import compare
    from .core.answers import Inzending
    from .core.findings import NietUitgevoerd
    from .core.kader import Beoordeling, Kader
    from .core.outcome import Matrix
    from .core.rounds import Bevinding, Ernst, Fase, Ronde
    from .correspondence import acknowledge, calendar, mail, remind, send
    from .overleg import adopt, merge
    from .pipeline import check, choose, collect, generate, status
    from .verifying import verify
    from .voorbeeldronde import demo

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
    "adopt",
    "archive",
    "calendar",
    "check",
    "choose",
    "collect",
    "compare",
    "demo",
    "generate",
    "history",
    "mail",
    "merge",
    "remind",
    "send",
    "status",
    "verify",
]

_MODULES = {
    "archiving": {"archive"},
    "chronicle": {"history"},
    "comparing": {"compare"},
    "core.answers": {"Inzending"},
    "core.findings": {"NietUitgevoerd"},
    "core.kader": {"Beoordeling", "Kader"},
    "core.outcome": {"Matrix"},
    "core.rounds": {"Bevinding", "Ernst", "Fase", "Ronde"},
    "correspondence": {"acknowledge", "calendar", "mail", "remind", "send"},
    "overleg": {"adopt", "merge"},
    "pipeline": {"check", "choose", "collect", "generate", "status"},
    "verifying": {"verify"},
    "voorbeeldronde": {"demo"},
}


def __getattr__(naam: str) -> Any:
    if naam not in __all__:
        raise AttributeError(f"module 'kaderxl' has no attribute {naam!r}")
    module = next(module for module, namen in _MODULES.items() if naam in namen)
    return getattr(import_module(f".{module}", __name__), naam)
