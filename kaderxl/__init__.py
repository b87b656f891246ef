"""kaderxl: the monitoring of housing agreements, from input sheet to matrix.

    from pathlib import Path
    from kaderxl import Ronde, collect, generate, merge

    ronde = Ronde(2026)
    generate(ronde, output=Path("output"))
    collect(ronde, [Path("inbox")])
    for rij in merge(ronde).matrix.rijen:
        print(rij.indicator.code, rij.voorstel, rij.stand)

Names are loaded when they are first used, so that importing kaderxl costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .commands.adopt import adopt
    from .commands.archive import archive
    from .commands.calendar import calendar
    from .commands.check import check, compare
    from .commands.collect import choose, collect
    from .commands.demo import demo
    from .commands.generate import generate
    from .commands.history import history
    from .commands.mail import acknowledge, mail, remind, send
    from .commands.merge import merge
    from .commands.status import status
    from .commands.verify import verify
    from .core.answers import Inzending
    from .core.findings import NietUitgevoerd
    from .core.kader import Beoordeling, Kader
    from .core.outcome import Matrix
    from .core.rounds import Bevinding, Ernst, Fase, Ronde

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
    "commands.adopt": {"adopt"},
    "commands.archive": {"archive"},
    "commands.calendar": {"calendar"},
    "commands.check": {"check", "compare"},
    "commands.collect": {"choose", "collect"},
    "commands.demo": {"demo"},
    "commands.generate": {"generate"},
    "commands.history": {"history"},
    "commands.mail": {"acknowledge", "mail", "remind", "send"},
    "commands.merge": {"merge"},
    "commands.status": {"status"},
    "commands.verify": {"verify"},
    "core.answers": {"Inzending"},
    "core.findings": {"NietUitgevoerd"},
    "core.kader": {"Beoordeling", "Kader"},
    "core.outcome": {"Matrix"},
    "core.rounds": {"Bevinding", "Ernst", "Fase", "Ronde"},
}


def __getattr__(naam: str) -> Any:
    if naam not in __all__:
        raise AttributeError(f"module 'kaderxl' has no attribute {naam!r}")
    module = next(module for module, namen in _MODULES.items() if naam in namen)
    return getattr(import_module(f".{module}", __name__), naam)
