"""What the commands share: options, and how a result becomes words and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .dutch import in_dutch
from .edge import (
    NoOutput,
    Stopped,
    give_up_on_output,
    not_by_click,
    not_said,
    said_by_the_system,
    say,
    stopped,
    warn,
)

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
                say(regel)

    def document(self, sleutels: Json) -> None:
        from ..commands.result import SCHEMA

        say(json.dumps({"schema": SCHEMA, **sleutels}, indent=2))


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
        from ..writing.locking import tell

        vraag = ctx.params
        ctx.obj = Scherm(vraag.pop("als_json"), vraag.pop("stil"))
        if not ctx.obj.stil:
            tell.set(warn)
        if "fase" in vraag:
            from ..core.rounds import Fase, Ronde

            vraag["ronde"] = Ronde(vraag.pop("year"), Fase(vraag.pop("fase")))
        ctx.exit(self._voer_uit(ctx))

    def _voer_uit(self, ctx: click.Context) -> int:
        """Its exit code, once it has said what it came to."""
        from ..core.findings import NietUitgevoerd

        code = 0
        try:
            with said_by_the_system():
                resultaat: Result | None = super().invoke(ctx)
            if resultaat is not None:
                code = int(resultaat.needs_attention)
                ctx.obj.toon(resultaat)
        except NietUitgevoerd as fout:
            with suppress(NoOutput):
                _leg_uit(ctx.obj, fout)
            return 2
        except NoOutput as fout:
            return code if not fout.reason else not_said(fout.reason)
        return code


def _leg_uit(scherm: Scherm, fout: Any) -> None:
    from ..commands.result import finding_line, findings_json

    if scherm.als_json:
        scherm.document({"bevindingen": findings_json(fout.bevindingen)})
    for b in fout.bevindingen:
        waar = f"{b.plek.bestand}: " if b.plek.bestand else ""
        warn(f"{waar}{finding_line(b)}")


class Groep(click.Group):
    """The commands in the order in which they are given here: that of the round."""

    command_class = _Opdracht

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with not_by_click():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with not_by_click():
            return super().invoke(ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            with in_dutch():
                return super().main(*args, **kwargs)
        except Stopped as einde:
            sys.exit(stopped(einde.by))
        except OSError as fout:  # --help, on a disk that is full
            sys.exit(not_said(give_up_on_output(fout)))


def _sjabloon(ctx: click.Context, param: click.Parameter, template: Path | None) -> Path | None:
    """The template that was named, else the one in the folder where one works."""
    del ctx, param
    hier = Path("templates") / "monitoringstabel.xlsx"
    return template or (hier if hier.is_file() else None)


class _Pad(click.Path):
    """A path that somebody wrote; nothing, as an unset variable gives, is not this folder."""

    def convert(self, value: Any, param: Any, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("hier staat niets. Schrijf een punt als u deze map bedoelt.", param, ctx)
        return super().convert(value, param, ctx)


BESTAND = _Pad(readable=False, path_type=Path)  # whether it may be read is said by who reads
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


def zegt_ja(vraag: str) -> bool:
    """Whether the person at the screen agrees; no answer is no."""
    say(f"{vraag} Typ ja: ", end=False)
    antwoord = sys.stdin.readline() if sys.stdin else ""
    return antwoord.strip().lower() == "ja"


def controleer_ruimte(paden: Sequence[Path]) -> None:
    """Ask before everything on a disk, or of a person, is looked through.

    Raises NietUitgevoerd when nobody is there to ask, or the answer is no.
    """
    thuis = Path.home().resolve()
    ruim = [pad for pad in paden if thuis.is_relative_to(hier := pad.resolve()) or _is_wortel(hier)]
    if not ruim:
        return
    iemand = scherm().spreekt and sys.stdin is not None and sys.stdin.isatty()
    namen = ", ".join(map(str, ruim))
    if not iemand or not zegt_ja(f"Wilt u alles in {namen} laten doorzoeken?"):
        from ..core import catalogue
        from ..core.findings import NietUitgevoerd
        from ..core.rounds import Plek

        raise NietUitgevoerd(*(catalogue.MAP_TE_RUIM.bij(Plek(str(pad))) for pad in ruim))


def _is_wortel(map_: Path) -> bool:
    return map_ == Path(map_.anchor)


def voortgang(werk: Sequence[T], wat: str) -> Iterator[T]:
    """A progress bar on stderr, only for a person who is watching."""
    if not scherm().spreekt or sys.stderr is None or not sys.stderr.isatty():
        yield from werk
        return
    with click.progressbar(werk, label=wat, file=sys.stderr) as balk:
        yield from balk
