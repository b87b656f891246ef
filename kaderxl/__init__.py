"""kaderxl: the monitoring of housing agreements, from input sheet to matrix.

    from pathlib import Path
    from kaderxl import Ronde, collect, generate, merge

    ronde = Ronde(2026)
    generate(ronde, output=Path("output"))
    collect(ronde, [Path("inbox")])
    for rij in merge(ronde).matrix.rijen:
        print(rij.indicator.code, rij.voorstel, rij.stand)

A command is a function of the ronde, where it is of one, and of what it works on; the rest has a
name: `template` (None: the shipped one), the folder `output`, and where it takes long `progress`,
which may wrap the work list. It gives a Result, or raises NietUitgevoerd and has changed nothing.

Names are loaded when they are first used, so that importing kaderxl costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers know it; what is imported here every process waits for

if TYPE_CHECKING:
    from typing import Any

    from .commands.adopt import Adopted, adopt
    from .commands.archive import Archived, archive
    from .commands.calendar import Calendar, calendar
    from .commands.check import Checked, Compared, check, compare
    from .commands.collect import Chosen, Collected, choose, collect
    from .commands.demo import Demo, demo
    from .commands.generate import Generated, Invulblad, generate
    from .commands.history import History, history
    from .commands.mail import acknowledge, mail, remind
    from .commands.mail_sent import note_sent, send
    from .commands.mails import Mail, Mails, Sent
    from .commands.merge import Merged, merge
    from .commands.result import Result
    from .commands.status import PartijStatus, Status, status
    from .commands.taken_in import Ingenomen
    from .commands.verify import Nagekeken, Verified, verify
    from .core.answers import Inzending
    from .core.colour import Beoordeling
    from .core.findings import NietUitgevoerd
    from .core.kader import Kader
    from .core.outcome import Matrix, Matrixrij
    from .core.rounds import Bevinding, Ernst, Fase, Plek, Ronde
    from .returns.ahead import Progress

    __version__: str

__all__ = [
    "Adopted",
    "Archived",
    "Beoordeling",
    "Bevinding",
    "Calendar",
    "Checked",
    "Chosen",
    "Collected",
    "Compared",
    "Demo",
    "Ernst",
    "Fase",
    "Generated",
    "History",
    "Ingenomen",
    "Invulblad",
    "Inzending",
    "Kader",
    "Mail",
    "Mails",
    "Matrix",
    "Matrixrij",
    "Merged",
    "Nagekeken",
    "NietUitgevoerd",
    "PartijStatus",
    "Plek",
    "Progress",
    "Result",
    "Ronde",
    "Sent",
    "Status",
    "Verified",
    "__version__",
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
    "note_sent",
    "remind",
    "send",
    "status",
    "verify",
]

_NAMES = {
    "commands.adopt": "Adopted adopt",
    "commands.archive": "Archived archive",
    "commands.calendar": "Calendar calendar",
    "commands.check": "Checked Compared check compare",
    "commands.collect": "Chosen Collected choose collect",
    "commands.demo": "Demo demo",
    "commands.generate": "Generated Invulblad generate",
    "commands.history": "History history",
    "commands.mail": "acknowledge mail remind",
    "commands.mail_sent": "note_sent send",
    "commands.mails": "Mail Mails Sent",
    "commands.merge": "Merged merge",
    "commands.result": "Result",
    "commands.status": "PartijStatus Status status",
    "commands.taken_in": "Ingenomen",
    "commands.verify": "Nagekeken Verified verify",
    "core.answers": "Inzending",
    "core.findings": "NietUitgevoerd",
    "core.colour": "Beoordeling",
    "core.kader": "Kader",
    "core.outcome": "Matrix Matrixrij",
    "core.rounds": "Bevinding Ernst Fase Plek Ronde",
    "returns.ahead": "Progress",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("kaderxl")
    if name not in _MODULES:
        raise AttributeError(f"module 'kaderxl' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
