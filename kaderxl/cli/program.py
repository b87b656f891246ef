"""Options, printing, progress and exit codes; no logic.

Exit 0: done. 1: done, and something needs a person. 2: could not be done, nothing changed.
"""

from __future__ import annotations

import atexit
import gc
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .dutch import speak_dutch
from .options import (
    BESTAND,
    Groep,
    eindig,
    gemeenschappelijk,
    met,
    output_optie,
    ronde_van,
    sjabloon_van,
    template_optie,
    toon,
    uitvoer_opties,
    voortgang,
)

if TYPE_CHECKING:
    from datetime import date


speak_dutch()


@click.group(
    cls=Groep,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin met: kaderxl demo",
)
@click.version_option(package_name="kaderxl", message="kaderxl %(version)s")
def main() -> None:
    """Invulbladen maken, inzendingen controleren en de monitoringsmatrix schrijven."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="backslashreplace")  # a screen may lack signs
    # Thousands of cells are no reason to look for cycles, and neither is the end of the process.
    gc.freeze()
    gc.set_threshold(1_000_000)
    atexit.register(gc.freeze)


@main.command("check")
@click.argument("bestand", type=BESTAND, required=False, metavar="[BESTAND]")
@click.option(
    "--against",
    type=BESTAND,
    metavar="OUD",
    help="Een ouder sjabloon: wat is er sindsdien veranderd.",
)
@met(template_optie, *uitvoer_opties)
def check_(
    bestand: Path | None,
    against: Path | None,
    template: Path | None,
    als_json: bool,
    stil: bool,
) -> None:
    """Een sjabloon nakijken: wat is er mis, wat staat er open."""
    from ..commands import contract, told
    from ..commands.check import check
    from ..core.findings import heeft_fout

    if against is not None:
        from ..commands.check import compare

        vergeleken = compare(against, sjabloon_van(bestand or template))
        sjabloon = vergeleken.sjabloon
        toon(vergeleken, told.compared, contract.compared, als_json, stil)
    else:
        sjabloon = check(sjabloon_van(bestand or template))
        toon(sjabloon, told.check, contract.check, als_json, stil)
    if any(b.code.startswith("B") for b in sjabloon.bevindingen if b.ernst == "fout"):
        click.get_current_context().exit(2)
    eindig(heeft_fout(sjabloon.bevindingen))


@main.command("generate")
@gemeenschappelijk
def generate_(
    year: int, fase: str, template: Path | None, output: Path, als_json: bool, stil: bool
) -> None:
    """Voor elke partij een invulblad maken."""
    from ..commands import contract, told
    from ..commands.generate import generate

    resultaat = generate(
        ronde_van(year, fase), sjabloon_van(template), output, voortgang(not (als_json or stil))
    )
    toon(resultaat, told.generated, contract.generated, als_json, stil)
    eindig(any(blad.bevinding for blad in resultaat.invulbladen))


@main.command("mail")
@gemeenschappelijk
@click.option("--remind", is_flag=True, help="Herinner wie nog niets stuurde, of niet alles.")
@click.option("--receipts", is_flag=True, help="Schrijf elke inzender wat we hebben begrepen.")
@click.option("--send", is_flag=True, help="Verstuur de mails over SMTP, na uw akkoord.")
@click.option("--yes", "akkoord", is_flag=True, help="Verstuur zonder het eerst te vragen.")
@click.option(
    "--again",
    "opnieuw",
    multiple=True,
    metavar="PARTIJ",
    help="Maak de mail ook voor deze partij, al is hij eerder verstuurd.",
)
@click.option("--date", "dag", metavar="DATUM", help="Reken met deze datum in plaats van vandaag.")
def mail_(
    year: int,
    fase: str,
    template: Path | None,
    output: Path,
    als_json: bool,
    stil: bool,
    remind: bool,
    receipts: bool,
    send: bool,
    akkoord: bool,
    opnieuw: tuple[str, ...],
    dag: str | None,
) -> None:
    """Van elk invulblad een mail maken, herinneren, en de ontvangst bevestigen."""
    from ..commands import contract, mail, told

    if remind and receipts:
        raise click.UsageError("Kies een van de twee: --remind of --receipts.")
    if send and (als_json or stil) and not akkoord:
        raise click.UsageError("Versturen zonder vraag kan alleen met --yes.")
    ronde, sjabloon = ronde_van(year, fase), sjabloon_van(template)
    if remind:
        resultaat = mail.remind(ronde, sjabloon, output, vandaag=_datum(dag), opnieuw=opnieuw)
    elif receipts:
        resultaat = mail.acknowledge(ronde, sjabloon, output, opnieuw=opnieuw)
    else:
        resultaat = mail.mail(ronde, sjabloon, output, opnieuw=opnieuw)
    if not als_json:
        toon(resultaat, told.mails, contract.mails, als_json, stil)
    gegaan = None
    if send:
        mail.check_sendable(resultaat)
        if resultaat.klaar and not akkoord and not _vraag_akkoord(len(resultaat.klaar)):
            click.echo("Er is niets verstuurd.")
            click.get_current_context().exit(1)
        gegaan = mail.send(resultaat)
    if als_json:
        toon(resultaat, told.mails, lambda r: contract.mails(r, gegaan), als_json, stil)
    elif gegaan and not stil:
        click.echo("\n".join(told.verzonden(gegaan)))
    eindig(resultaat.vraagt_aandacht or bool(gegaan and gegaan.vraagt_aandacht))


def _vraag_akkoord(aantal: int) -> bool:
    wat = "deze mail" if aantal == 1 else f"deze {aantal} mails"
    antwoord = click.prompt(f"Wilt u {wat} nu versturen? Typ ja", default="", show_default=False)
    return str(antwoord).strip().lower() == "ja"


def _datum(tekst: str | None) -> date | None:
    from ..core.notation import lees_datum

    dag = lees_datum(tekst) if tekst else None
    if tekst and dag is None:
        raise click.BadParameter(f"“{tekst}” is geen datum. Schrijf bijvoorbeeld 15-2-2027.")
    return dag


@main.command("calendar")
@click.option(
    "--year", type=int, metavar="JAAR", help="Alleen dit kalenderjaar; anders de hele looptijd."
)
@met(template_optie, output_optie, *uitvoer_opties)
def calendar_(
    year: int | None, template: Path | None, output: Path, als_json: bool, stil: bool
) -> None:
    """De overleggen en inleverdatums als agendabestand (.ics) schrijven."""
    from ..commands import contract, told
    from ..commands.calendar import calendar

    resultaat = calendar(year, sjabloon_van(template), output)
    toon(resultaat, told.agenda, contract.agenda, als_json, stil)


@main.command("collect")
@click.argument("paden", type=BESTAND, nargs=-1, metavar="PAD…")
@gemeenschappelijk
@click.option("--exclude", metavar="INZENDING", help="Deze inzending telt niet meer mee.")
@click.option("--choose", metavar="INZENDING", help="Deze inzending telt, ook als zij ouder is.")
@click.option("--reason", "reden", default="", metavar="TEKST", help="Waarom u dat kiest.")
def collect_(
    paden: tuple[Path, ...],
    year: int,
    fase: str,
    template: Path | None,
    output: Path,
    als_json: bool,
    stil: bool,
    exclude: str | None,
    choose: str | None,
    reden: str,
) -> None:
    """Teruggestuurde bestanden en mappen innemen en controleren."""
    from ..commands import collect, contract, told

    if not (paden or exclude or choose):
        raise click.UsageError("Noem een bestand of een map.")
    ronde = ronde_van(year, fase)
    for naam, telt in ((exclude, False), (choose, True)):
        if naam:
            gekozen = collect.choose(
                naam, ronde, output, telt=telt, reden=reden, template=sjabloon_van(template)
            )
            if not (als_json or stil):
                for regel in told.gekozen(gekozen):
                    click.echo(regel)
    if paden or als_json:
        resultaat = collect.collect(
            paden, ronde, sjabloon_van(template), output, voortgang(not (als_json or stil))
        )
        toon(resultaat, told.collected, contract.collected, als_json, stil)
        eindig(resultaat.vraagt_aandacht)


@main.command("status")
@gemeenschappelijk
def status_(
    year: int, fase: str, template: Path | None, output: Path, als_json: bool, stil: bool
) -> None:
    """Wie heeft gestuurd, en hoe compleet."""
    from ..commands import contract, told
    from ..commands.status import status

    resultaat = status(ronde_van(year, fase), sjabloon_van(template), output)
    toon(resultaat, told.status, contract.status, als_json, stil)


@main.command("merge")
@gemeenschappelijk
def merge_(
    year: int, fase: str, template: Path | None, output: Path, als_json: bool, stil: bool
) -> None:
    """De monitoringsmatrix schrijven uit wat is ingenomen."""
    from ..commands import contract, told
    from ..commands.merge import merge

    resultaat = merge(
        ronde_van(year, fase), sjabloon_van(template), output, voortgang(not (als_json or stil))
    )
    toon(resultaat, told.merged, contract.merged, als_json, stil)
    eindig(resultaat.vraagt_aandacht)


@main.command("adopt")
@click.argument("bestand", type=BESTAND, metavar="BESTAND")
@gemeenschappelijk
def adopt_(
    bestand: Path,
    year: int,
    fase: str,
    template: Path | None,
    output: Path,
    als_json: bool,
    stil: bool,
) -> None:
    """Overnemen wat er in het overleg in de matrix is ingevuld."""
    from ..commands import contract, told
    from ..commands.adopt import adopt

    resultaat = adopt(bestand, ronde_van(year, fase), sjabloon_van(template), output)
    toon(resultaat, told.adopted, contract.adopted, als_json, stil)
    eindig(resultaat.vraagt_aandacht)


@main.command("history")
@met(template_optie, output_optie)
@click.option("--csv", is_flag=True, help="Ook als tabellen in csv.")
@click.option("--parquet", is_flag=True, help="Ook als tabellen in parquet; vraagt pyarrow.")
@met(*uitvoer_opties)
def history_(
    template: Path | None, output: Path, csv: bool, parquet: bool, als_json: bool, stil: bool
) -> None:
    """De jaren naast elkaar leggen, uit het archief en de lopende ronde."""
    from ..commands import contract, told
    from ..commands.history import history

    resultaat = history(sjabloon_van(template), output, csv=csv, parquet=parquet)
    toon(resultaat, told.history, contract.history, als_json, stil)
    eindig(resultaat.vraagt_aandacht)


@main.command("archive")
@gemeenschappelijk
@click.option("--concept", is_flag=True, help="Archiveren zonder dat het BO de matrix vaststelde.")
def archive_(
    year: int,
    fase: str,
    template: Path | None,
    output: Path,
    als_json: bool,
    stil: bool,
    concept: bool,
) -> None:
    """Een ronde afsluiten en alles ervan vastleggen."""
    from ..commands import contract, told
    from ..commands.archive import archive

    resultaat = archive(
        ronde_van(year, fase),
        sjabloon_van(template),
        output,
        voortgang(not (als_json or stil)),
        concept=concept,
    )
    toon(resultaat, told.archived, contract.archived, als_json, stil)
    eindig(bool(resultaat.open_fouten))


@main.command("verify")
@click.argument("paden", type=BESTAND, nargs=-1, metavar="[PAD]…")
@met(output_optie, *uitvoer_opties)
def verify_(paden: tuple[Path, ...], output: Path, als_json: bool, stil: bool) -> None:
    """Archieven nakijken: elk bestand, de metadata, en de cijfers nagerekend."""
    from ..commands import contract, told
    from ..commands.verify import verify

    resultaat = verify(paden, output, voortgang(not (als_json or stil)))
    toon(resultaat, told.verified, contract.verified, als_json, stil)
    eindig(resultaat.vraagt_aandacht)


@main.command("demo")
@met(template_optie, output_optie, *uitvoer_opties)
def demo_(template: Path | None, output: Path, als_json: bool, stil: bool) -> None:
    """Een hele ronde met verzonnen antwoorden, in de map output/demo."""
    from ..commands import contract, told
    from ..commands.demo import demo

    resultaat = demo(output, sjabloon_van(template))
    toon(
        resultaat,
        lambda r: told.demo(r, output),
        lambda r: contract.merged(r.adopted.merged),
        als_json,
        stil,
    )
