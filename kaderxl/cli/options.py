"""What the commands share: options, printing, progress and exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..core.rounds import Ronde


T = TypeVar("T")


class _Opdracht(click.Command):
    """A command whose errors are sentences, with exit code 2."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def invoke(self, ctx: click.Context) -> Any:
        from ..core.findings import NietUitgevoerd
        from ..writing.locking import tell

        if not ctx.params.get("stil"):
            tell.set(lambda zin: click.echo(zin, err=True))
        try:
            return super().invoke(ctx)
        except NietUitgevoerd as fout:
            from ..commands.contract import bevinding as als_json
            from ..commands.told import bevinding

            if ctx.params.get("als_json"):
                click.echo(json.dumps({"bevindingen": [als_json(b) for b in fout.bevindingen]}))
            for b in fout.bevindingen:
                waar = f"{b.plek.bestand}: " if b.plek.bestand else ""
                click.echo(f"{waar}{bevinding(b)}", err=True)
            ctx.exit(2)


class Groep(click.Group):
    command_class = _Opdracht


BESTAND = click.Path(path_type=Path)
template_optie = click.option(
    "--template",
    type=BESTAND,
    metavar="BESTAND",
    help="Het sjabloon. Anders templates/monitoringstabel.xlsx hier, of het meegeleverde.",
)
output_optie = click.option(
    "--output",
    type=BESTAND,
    metavar="MAP",
    default=Path("output"),
    show_default=True,
    help="De map voor alles wat kaderxl maakt.",
)
uitvoer_opties = (
    click.option("--json", "als_json", is_flag=True, help="Alleen één JSON-document als uitvoer."),
    click.option("--quiet", "stil", is_flag=True, help="Geen tekst op het scherm."),
)


_jaar_optie = click.option(
    "--year", type=int, required=True, metavar="JAAR", help="Het jaar, bijvoorbeeld 2026."
)
_fase_optie = click.option(
    "--round",
    "fase",
    type=click.Choice(["tussenstand", "evaluatie"]),
    default="evaluatie",
    show_default=True,
    help="De ronde van dat jaar.",
)


def met(*opties: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Options as one decorator, shown in this order."""

    def toevoegen(opdracht: Any) -> Any:
        for optie in reversed(opties):
            opdracht = optie(opdracht)
        return opdracht

    return toevoegen


gemeenschappelijk = met(_jaar_optie, _fase_optie, template_optie, output_optie, *uitvoer_opties)


def ronde_van(year: int, fase: str) -> Ronde:
    from ..core.rounds import Fase, Ronde

    return Ronde(year, Fase(fase))


def sjabloon_van(template: Path | None) -> Path | None:
    hier = Path("templates") / "monitoringstabel.xlsx"
    return template or (hier if hier.is_file() else None)


def toon(
    resultaat: T,
    regels: Callable[[T], Iterable[str]],
    als_dict: Callable[[T], dict[str, Any]],
    als_json: bool,
    stil: bool,
) -> None:
    if als_json:
        click.echo(json.dumps(als_dict(resultaat), indent=2))
    elif not stil:
        for regel in regels(resultaat):
            click.echo(regel)


def voortgang(zichtbaar: bool) -> Callable[[Sequence[T], str], Iterator[T]]:
    """A progress bar on stderr, only for a person who is watching."""

    def loop(werk: Sequence[T], wat: str) -> Iterator[T]:
        if not zichtbaar or not sys.stderr.isatty():
            yield from werk
            return
        with click.progressbar(werk, label=wat, file=sys.stderr) as balk:
            yield from balk

    return loop


def eindig(aandacht: bool) -> None:
    if aandacht:
        click.get_current_context().exit(1)
