"""What the commands share: options, and how a result becomes words and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .dutch import in_dutch

if TYPE_CHECKING:
    from ..commands.result import Json, Result

T = TypeVar("T")
Optie = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Scherm:
    """Where a result is told: to a person, to a script, or not at all."""

    als_json: bool
    stil: bool

    @property
    def spreekt(self) -> bool:
        return not (self.als_json or self.stil)

    def toon(self, resultaat: Result) -> None:
        if self.als_json:
            self.document(resultaat.as_json())
        elif not self.stil:
            for regel in resultaat.lines():
                click.echo(regel)

    def document(self, sleutels: Json) -> None:
        from ..commands.result import SCHEMA

        click.echo(json.dumps({"schema": SCHEMA, **sleutels}, indent=2))


def scherm() -> Scherm:
    """The screen of the command that runs."""
    gevonden: Scherm = click.get_current_context().obj
    return gevonden


class _Opdracht(click.Command):
    """A command that gives a result, which tells itself; its errors are sentences."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def get_short_help_str(self, limit: int = 45) -> str:
        """All of what it does: a line that is cut off explains nothing."""
        del limit
        return (self.help or "").partition("\n\n")[0]

    def invoke(self, ctx: click.Context) -> None:
        from ..core.findings import NietUitgevoerd
        from ..writing.locking import tell

        vraag = ctx.params
        ctx.obj = Scherm(vraag.pop("als_json"), vraag.pop("stil"))
        if not ctx.obj.stil:
            tell.set(lambda zin: click.echo(zin, err=True))
        if "fase" in vraag:
            from ..core.rounds import Fase, Ronde

            vraag["ronde"] = Ronde(vraag.pop("year"), Fase(vraag.pop("fase")))
        try:
            resultaat: Result | None = super().invoke(ctx)
        except NietUitgevoerd as fout:
            _leg_uit(ctx.obj, fout)
            ctx.exit(2)
        if resultaat is not None:
            ctx.obj.toon(resultaat)
            ctx.exit(int(resultaat.needs_attention))


def _leg_uit(scherm: Scherm, fout: Any) -> None:
    from ..commands.result import finding_line, findings_json

    if scherm.als_json:
        scherm.document({"bevindingen": findings_json(fout.bevindingen)})
    for b in fout.bevindingen:
        waar = f"{b.plek.bestand}: " if b.plek.bestand else ""
        click.echo(f"{waar}{finding_line(b)}", err=True)


class Groep(click.Group):
    """The commands in the order in which they are given here: that of the round."""

    command_class = _Opdracht

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        with in_dutch():
            return super().main(*args, **kwargs)


def _sjabloon(ctx: click.Context, param: click.Parameter, template: Path | None) -> Path | None:
    """The template that was named, else the one in the folder where one works."""
    del ctx, param
    hier = Path("templates") / "monitoringstabel.xlsx"
    return template or (hier if hier.is_file() else None)


BESTAND = click.Path(path_type=Path)
TEMPLATE = click.option(
    "--template",
    type=BESTAND,
    metavar="BESTAND",
    callback=_sjabloon,
    help="Het sjabloon. Anders templates/monitoringstabel.xlsx hier, of het meegeleverde.",
)
OUTPUT = click.option(
    "--output",
    type=BESTAND,
    metavar="MAP",
    default=Path("output"),
    show_default=True,
    help="De map voor alles wat kaderxl maakt.",
)
vlag = partial(click.option, is_flag=True)
UITVOER = (
    vlag("--json", "als_json", help="Alleen één JSON-document als uitvoer."),
    vlag("--quiet", "stil", help="Geen tekst op het scherm."),
)
_JAAR = click.option(
    "--year", type=int, required=True, metavar="JAAR", help="Het jaar, bijvoorbeeld 2026."
)
_FASE = click.option(
    "--round",
    "fase",
    type=click.Choice(["tussenstand", "evaluatie"]),
    default="evaluatie",
    show_default=True,
    help="De ronde van dat jaar.",
)


def met(*opties: Optie) -> Optie:
    """Options as one decorator, shown in this order."""

    def toevoegen(opdracht: Any) -> Any:
        for optie in reversed(opties):
            opdracht = optie(opdracht)
        return opdracht

    return toevoegen


van_alle_rondes = met(TEMPLATE, OUTPUT, *UITVOER)
van_een_ronde = met(_JAAR, _FASE, van_alle_rondes)


def voortgang(werk: Sequence[T], wat: str) -> Iterator[T]:
    """A progress bar on stderr, only for a person who is watching."""
    if not scherm().spreekt or not sys.stderr.isatty():
        yield from werk
        return
    with click.progressbar(werk, label=wat, file=sys.stderr) as balk:
        yield from balk
