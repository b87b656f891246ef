"""What the commands share: options, and how a result becomes words and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from .dutch import in_dutch
from .edge import (
    NoOutput,
    give_up_on_output,
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
    """Where a result is told: to a person, to a script, or not at all.

    `van_wie` has the line that says of whom the agreement is, until it was told.
    """

    als_json: bool
    stil: bool
    van_wie: list[str] = field(default_factory=list)

    @property
    def spreekt(self) -> bool:
        return not (self.als_json or self.stil)

    def toon(self, resultaat: Result) -> None:
        if self.als_json:
            self.document(resultaat.as_json())
        elif not self.stil:
            for regel in self._met_van_wie(resultaat.lines()):
                say(regel)

    def _met_van_wie(self, regels: Iterator[str]) -> Iterator[str]:
        """The lines under that one, once; that all of it is made up is said before everything."""
        from ..core.labels import FICTIEF

        eerste = next(regels, None)
        if eerste == FICTIEF:
            yield eerste
        yield from self.van_wie
        self.van_wie.clear()
        if eerste is not None and eerste != FICTIEF:
            yield eerste
        yield from regels

    def hoort(self, van_wie: str) -> None:
        """Keep of whom the agreement is, once, for above what it came to."""
        if van_wie not in self.van_wie:
            self.van_wie.append(van_wie)

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
        from ..commands.of_whom import told
        from ..writing.locking import tell

        vraag = ctx.params
        ctx.obj = Scherm(vraag.pop("als_json"), vraag.pop("stil"))
        dossiers = vraag.pop("dossiers", None)
        if not ctx.obj.stil:
            tell.set(warn)
        told.set(ctx.obj.hoort)
        if "fase" in vraag:
            from ..core.cycle import ronde_van

            vraag["ronde"] = ronde_van(vraag.pop("year"), vraag.pop("fase"))
        ctx.exit(self._voer_uit(ctx, dossiers))

    def _voer_uit(self, ctx: click.Context, dossiers: Path | None) -> int:
        """Its exit code, once it has said what it came to; in all `dossiers` where there are."""
        from ..core.catalogue import DEELS_GEDAAN
        from ..core.findings import NietUitgevoerd
        from ..writing.files import count_anew

        count_anew()
        code = 0
        try:
            with said_by_the_system():
                resultaat: Result | None
                if dossiers is None:
                    resultaat = super().invoke(ctx)
                else:
                    from .dossiers import invoke_in_all

                    resultaat = invoke_in_all(ctx, dossiers)
            if resultaat is not None:
                code = resultaat.exit_code
                ctx.obj.toon(resultaat)
        except NietUitgevoerd as fout:
            with suppress(NoOutput):
                _leg_uit(ctx.obj, fout)
            return 1 if any(b.code == DEELS_GEDAAN.code for b in fout.bevindingen) else 2
        except NoOutput as fout:
            return code if not fout.reason else not_said(fout.reason)
        return code


def _leg_uit(scherm: Scherm, fout: Any) -> None:
    from ..commands.result import findings_json, refusal_lines

    if scherm.als_json:
        scherm.document({"bevindingen": findings_json(fout.bevindingen)})
    for regel in refusal_lines(fout.bevindingen):
        warn(regel)


class Groep(click.Group):
    """The commands in the order in which they are given here: that of the round."""

    command_class = _Opdracht

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run and exit; click itself, which makes 1 of a Ctrl-C, only says how it ended."""
        try:
            with in_dutch():
                try:
                    code = super().main(*args, **{**kwargs, "standalone_mode": False})
                except click.ClickException as fout:
                    fout.show()
                    code = fout.exit_code
        except click.Abort as einde:
            code = stopped(einde.__cause__ or einde)
        except OSError as fout:  # --help, on a disk that is full
            code = not_said(give_up_on_output(fout))
        sys.exit(code)


def _sjabloon(ctx: click.Context, param: click.Parameter, template: Path | None) -> Path | None:
    """The template that was named, else the one in the folder where one works."""
    from ..template.read import HERE

    del ctx, param
    return template or (HERE if HERE.is_file() else None)


class _Pad(click.Path):
    """A path that somebody wrote; nothing, as an unset variable gives, is not this folder."""

    def convert(self, value: Any, param: Any, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("hier staat niets. Schrijf een punt als u deze map bedoelt.", param, ctx)
        return super().convert(value, param, ctx)


def ends_in_html(ctx: click.Context, param: click.Parameter, page: Path | None) -> Path | None:
    """A page is called a page: a name that was meant for something else is no place for it."""
    if page is not None and page.suffix.lower() not in (".html", ".htm"):
        raise click.BadParameter("geef een naam die op .html eindigt.", ctx, param)
    return page


BESTAND = _Pad(readable=False, path_type=Path)  # whether it may be read is said by who reads
TEMPLATE = click.option(
    "--template",
    type=BESTAND,
    metavar="BESTAND",
    callback=_sjabloon,
    help="Het sjabloon. Anders templates/monitoringstabel.xlsx in deze map.",
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
    metavar="RONDE",
    help="De ronde van dat jaar, met haar naam uit het sjabloon: tussenstand, evaluatie. "
    "Anders de ronde die het jaar afsluit.",
)


def met(*opties: Optie) -> Optie:
    """Options as one decorator, shown in this order."""

    def toevoegen(opdracht: Any) -> Any:
        for optie in reversed(opties):
            opdracht = optie(opdracht)
        return opdracht

    return toevoegen


DOSSIERS = click.option(
    "--dossiers",
    type=BESTAND,
    metavar="MAP",
    help="Doe het in elk dossier in deze map: elke map met een sjabloon in templates.",
)
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
