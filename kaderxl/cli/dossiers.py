"""A command in every dossier of a folder: the same words, a process for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from ..commands.dossiers import (
    InAllDossiers,
    Kaderdossier,
    Uitkomst,
    find_dossiers,
    in_all,
    refused,
)
from ..core.findings import NietUitgevoerd
from ..writing.files import count_anew
from .edge import said_by_the_system
from .options import Scherm, controleer_ruimte, voortgang

if TYPE_CHECKING:
    from ..commands.result import Result

_VAN_EEN_DOSSIER = ("template", "output", "bestand", "against", "paths", "html")
_OPTIE = {"bestand": "BESTAND", "paths": "PAD"}


def invoke_in_all(ctx: click.Context, folder: Path) -> Result:
    """What the command of `ctx` comes to in every dossier in a folder.

    Raises NietUitgevoerd when there is none, and UsageError for what one dossier alone has.
    """
    for naam in _VAN_EEN_DOSSIER:
        gegeven = ctx.get_parameter_source(naam) not in (None, ParameterSource.DEFAULT)
        if gegeven and ctx.params.get(naam):
            optie = _OPTIE.get(naam, f"--{naam}")
            raise click.UsageError(f"Kies --dossiers of {optie}: elk dossier heeft zijn eigen.")
    assert ctx.command.name is not None, "it was called by its name"
    if ctx.command.name == "history":
        return _history(ctx, folder)
    dossiers = find_dossiers(folder)
    if paden := ctx.params.get("paden"):
        return _collect(ctx, dossiers, paden)
    return in_all(dossiers, _InEen(ctx.command.name, ctx.params), voortgang)


def _history(ctx: click.Context, folder: Path) -> Result:
    """The years of each of them, and what they share beside one another."""
    from ..commands.comparison import compare_all, find_publications

    publicaties = find_publications(folder)
    try:
        dossiers = find_dossiers(folder)
    except NietUitgevoerd:
        if not publicaties:
            raise
        dossiers = ()
    werk = _InEen("history", ctx.params)
    gedaan = in_all(dossiers, werk, voortgang) if dossiers else InAllDossiers(())
    vormen = {vorm: ctx.params[vorm] for vorm in ("csv", "parquet")}
    return compare_all(folder, gedaan, publicaties, **vormen)


def _collect(ctx: click.Context, dossiers: Sequence[Kaderdossier], paden: Sequence[Path]) -> Result:
    """One inbox for all of them: each gets its own."""
    from ..commands.inbox import NaarDossiers, sort_inbox

    controleer_ruimte(paden)
    verdeeld = sort_inbox(paden, dossiers, voortgang)
    eigen = {
        d.naam: {"paden": verdeeld.files[d], "elsewhere": verdeeld.elsewhere[d]}
        for d in verdeeld.files
    }
    work = _InEen("collect", ctx.params, eigen)
    gedaan = in_all([*verdeeld.files], work, voortgang) if eigen else InAllDossiers(())
    return NaarDossiers(gedaan, verdeeld.nobodys)


@dataclass(frozen=True, slots=True)
class _InEen:
    """A command, as its words say, in one dossier; `eigen` is what only some are asked."""

    command: str
    vraag: Mapping[str, Any]
    eigen: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __call__(self, dossier: Kaderdossier) -> Uitkomst:
        from .program import main

        command = main.commands[self.command]
        plaats = {"template": dossier.sjabloon, "output": dossier.uitvoer}
        assert command.callback is not None, "a command does something"
        er_is = {p.name for p in command.params}
        vraag = {**self.vraag, **self.eigen.get(dossier.naam, {})}
        vraag |= {naam: pad for naam, pad in plaats.items() if naam in er_is}
        count_anew()
        with click.Context(command, obj=Scherm(als_json=False, stil=True)) as ctx:
            try:
                with said_by_the_system():
                    resultaat: Result = ctx.invoke(command.callback, **vraag)
            except NietUitgevoerd as fout:
                return refused(dossier, fout)
            except click.UsageError as fout:
                return Uitkomst(dossier.naam, 2, (fout.format_message(),), {})
        return Uitkomst(
            dossier.naam, resultaat.exit_code, (*resultaat.lines(),), resultaat.as_json()
        )
