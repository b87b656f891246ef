"""kaderxl: the monitoring of housing agreements, from input sheet to matrix.

    from pathlib import Path
    from kaderxl import Ronde, collect, generate, merge

    ronde = Ronde(2026)
    generate(ronde, output=Path("output"))
    collect(ronde, [Path("inbox")])
    for rij in merge(ronde).matrix.rijen:
        print(rij.indicator.code, rij.voorstel, rij.stand)

A command is a function of the ronde, where it is of one, and of what it works on; the rest has a
name: `template` (None: that of the folder in which one works), the folder `output`, and where it
takes long `progress`, which may wrap the work list. It gives a Result, or raises NietUitgevoerd and
has changed nothing.

Names are loaded when they are first used, so that importing kaderxl costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers know it; what is imported here every process waits for

if TYPE_CHECKING:
    from typing import Any

    from .commands.adopt import Adopted, adopt
    from .commands.agree import agree
    from .commands.archive import Archived, archive
    from .commands.bundle import Bundled, Gebundeld, bundle, split_bundle
    from .commands.calendar import Calendar, calendar
    from .commands.check import Checked, Compared, check, compare
    from .commands.choose import Chosen, choose
    from .commands.collect import collect
    from .commands.collected import Collected
    from .commands.dealt_with import DealtWith, deal_with
    from .commands.demo import Demo, demo
    from .commands.focus import Focus, focus
    from .commands.generate import Generated, Invulblad, generate
    from .commands.history import History, history
    from .commands.mail import acknowledge, ask_agreement, mail, remind
    from .commands.mail_sent import note_sent, send
    from .commands.mails import Mail, Mails, Sent
    from .commands.merge import Merged, merge
    from .commands.new import Made, new
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
    from .template.fresh.agreement import NewTemplate

    __version__: str

__all__ = [
    "Adopted",
    "Archived",
    "Beoordeling",
    "Bevinding",
    "Bundled",
    "Calendar",
    "Checked",
    "Chosen",
    "Collected",
    "Compared",
    "DealtWith",
    "Demo",
    "Ernst",
    "Fase",
    "Focus",
    "Gebundeld",
    "Generated",
    "History",
    "Ingenomen",
    "Invulblad",
    "Inzending",
    "Kader",
    "Made",
    "Mail",
    "Mails",
    "Matrix",
    "Matrixrij",
    "Merged",
    "Nagekeken",
    "NewTemplate",
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
    "agree",
    "archive",
    "ask_agreement",
    "bundle",
    "calendar",
    "check",
    "choose",
    "collect",
    "compare",
    "deal_with",
    "demo",
    "focus",
    "generate",
    "history",
    "mail",
    "merge",
    "new",
    "note_sent",
    "remind",
    "send",
    "split_bundle",
    "status",
    "verify",
]

_NAMES = {
    "commands.adopt": "Adopted adopt",
    "commands.agree": "agree",
    "commands.archive": "Archived archive",
    "commands.bundle": "Bundled Gebundeld bundle split_bundle",
    "commands.calendar": "Calendar calendar",
    "commands.check": "Checked Compared check compare",
    "commands.choose": "Chosen choose",
    "commands.collect": "collect",
    "commands.collected": "Collected",
    "commands.dealt_with": "DealtWith deal_with",
    "commands.demo": "Demo demo",
    "commands.focus": "Focus focus",
    "commands.generate": "Generated Invulblad generate",
    "commands.history": "History history",
    "commands.mail": "acknowledge ask_agreement mail remind",
    "commands.mail_sent": "note_sent send",
    "commands.mails": "Mail Mails Sent",
    "commands.merge": "Merged merge",
    "commands.new": "Made new",
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
    "template.fresh.agreement": "NewTemplate",
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
