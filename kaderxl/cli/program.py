"""The commands in the order of the round: options, and which function they are; no logic.

Exit 0: done. 1: done, and something needs a person. 2: could not be done, nothing changed.
"""

from __future__ import annotations

import atexit
import gc
import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .edge import say
from .options import (
    BESTAND,
    OUTPUT,
    TEMPLATE,
    UITVOER,
    Groep,
    Optie,
    controleer_ruimte,
    met,
    scherm,
    van_alle_rondes,
    van_een_ronde,
    vlag,
    voortgang,
    zegt_ja,
)

if TYPE_CHECKING:
    from datetime import date

    from ..commands.result import Result


@click.group(
    cls=Groep,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin met: kaderxl demo",
)
@click.version_option(
    package_name="kaderxl", message="kaderxl %(version)s", help="De versie tonen."
)
def main() -> None:
    """Invulbladen maken, inzendingen controleren en de monitoringsmatrix schrijven."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="backslashreplace")  # a screen may lack signs
    # Thousands of cells are no reason to look for cycles, and neither is the end of the process.
    gc.freeze()
    gc.set_threshold(1_000_000)
    atexit.register(gc.freeze)


def opdracht(naam: str, uitleg: str, *opties: Optie, **vast: Any) -> None:
    """A command that is the function of this name in the library; `vast` it gets as well."""

    def voer_uit(**vraag: Any) -> Result:
        import kaderxl

        resultaat: Result = getattr(kaderxl, naam)(**vraag, **vast)
        return resultaat

    main.command(naam, help=uitleg)(met(*opties)(voer_uit))


@main.command("check")
@click.argument("bestand", type=BESTAND, required=False, metavar="[BESTAND]")
@click.option(
    "--against",
    type=BESTAND,
    metavar="OUD",
    help="Een ouder sjabloon: wat is er sindsdien veranderd.",
)
@met(TEMPLATE, *UITVOER)
def check_(bestand: Path | None, against: Path | None, template: Path | None) -> Result:
    """Een sjabloon nakijken: wat is er mis, wat staat er open."""
    from ..commands.check import check, compare

    sjabloon = bestand or template
    resultaat = compare(against, sjabloon) if against else check(sjabloon)
    if resultaat.is_unreadable:
        scherm().toon(resultaat)
        click.get_current_context().exit(2)
    return resultaat


opdracht("generate", "Voor elke partij een invulblad maken.", van_een_ronde, progress=voortgang)


@main.command("mail")
@van_een_ronde
@vlag("--remind", help="Herinner wie nog niets stuurde, of niet alles.")
@vlag("--receipts", help="Schrijf elke inzender wat we hebben begrepen.")
@vlag("--send", help="Verstuur de mails over SMTP, na uw akkoord.")
@vlag("--yes", "akkoord", help="Verstuur zonder het eerst te vragen.")
@click.option(
    "--sent",
    "zelf",
    multiple=True,
    metavar="PARTIJ",
    help="U verstuurde de mail aan deze partij zelf; kaderxl noteert dat.",
)
@vlag("--sent-all", "alles_zelf", help="U verstuurde al deze mails zelf.")
@click.option(
    "--again",
    multiple=True,
    metavar="PARTIJ",
    help="Maak de mail ook voor deze partij, al is hij eerder verstuurd.",
)
@click.option("--date", "dag", metavar="DATUM", help="Reken met deze datum in plaats van vandaag.")
def mail_(
    remind: bool,
    receipts: bool,
    send: bool,
    akkoord: bool,
    zelf: tuple[str, ...],
    alles_zelf: bool,
    dag: str | None,
    **vraag: Any,
) -> Result:
    """Van elk invulblad een mail maken, herinneren, en de ontvangst bevestigen."""
    from ..commands import mail, mail_sent

    if remind and receipts:
        raise click.UsageError("Kies een van de twee: --remind of --receipts.")
    if send and (zelf or alles_zelf):
        raise click.UsageError("Kies --send, of --sent voor wat u zelf verstuurde.")
    if send and not scherm().spreekt and not akkoord:
        raise click.UsageError("Versturen zonder vraag kan alleen met --yes.")
    if remind:
        mails = mail.remind(**vraag, today=_datum(dag))
    else:
        mails = (mail.acknowledge if receipts else mail.mail)(**vraag)
    if zelf or alles_zelf:
        return mail_sent.note_sent(mails, only=None if alles_zelf else zelf)
    if not send:
        return mails
    if not scherm().als_json:
        scherm().toon(mails)
    waarlangs = mail_sent.check_sendable(mails)
    for regel in waarlangs if scherm().spreekt else ():
        say(regel)
    if mails.klaar and not akkoord and not _vraag_akkoord(len(mails.klaar)):
        say("Er is niets verstuurd.")
        click.get_current_context().exit(1)
    return mail_sent.send(mails)


def _vraag_akkoord(aantal: int) -> bool:
    wat = "deze mail" if aantal == 1 else f"deze {aantal} mails"
    return zegt_ja(f"Wilt u {wat} nu versturen?")


def _datum(tekst: str | None) -> date | None:
    from ..core.notation import lees_datum

    dag = lees_datum(tekst) if tekst else None
    if tekst and dag is None:
        raise click.BadParameter(f"“{tekst}” is geen datum. Schrijf bijvoorbeeld 15-2-2027.")
    return dag


@main.command("collect")
@click.argument("paden", type=BESTAND, nargs=-1, metavar="PAD…")
@van_een_ronde
@click.option("--exclude", metavar="INZENDING", help="Deze inzending telt niet meer mee.")
@click.option("--choose", metavar="INZENDING", help="Deze inzending telt, ook als zij ouder is.")
@click.option("--reason", "reden", default="", metavar="TEKST", help="Waarom u dat kiest.")
@click.option(
    "--on-behalf",
    "namens",
    default="",
    metavar="PARTIJ",
    help="U vulde dit blad in namens deze partij.",
)
@click.option(
    "--source",
    "bron",
    default="",
    metavar="BRON",
    help="Waaruit: een mail of ander bestand, of woorden als “telefoon, 12 februari”.",
)
@vlag("--all", "alles", help="Toon ook waar niets mee hoeft te gebeuren.")
def collect_(
    paden: tuple[Path, ...],
    exclude: str | None,
    choose: str | None,
    reden: str,
    namens: str,
    bron: str,
    alles: bool,
    **vraag: Any,
) -> Result | None:
    """Teruggestuurde bestanden en mappen innemen en controleren."""
    from ..commands import collect

    if not (paden or exclude or choose):
        raise click.UsageError("Noem een bestand of een map.")
    if bool(namens) != bool(bron.strip()) or (namens and not paden):
        raise click.UsageError(
            "Geef het ingevulde blad, met --on-behalf PARTIJ en --source BRON, allebei."
        )
    controleer_ruimte(paden)
    for naam, telt in ((exclude, False), (choose, True)):
        if naam:
            gekozen = collect.choose(name=naam, counts=telt, reason=reden, **vraag)
            if scherm().spreekt:
                scherm().toon(gekozen)
    if not paden and not scherm().als_json:
        return None
    genomen = collect.collect(
        paths=paden, **vraag, progress=voortgang, on_behalf=namens, source=bron
    )
    return replace(genomen, alles=alles)


opdracht("status", "Wie heeft gestuurd, en hoe compleet.", van_een_ronde, progress=voortgang)
opdracht(
    "merge",
    "De monitoringsmatrix schrijven uit wat is ingenomen.",
    van_een_ronde,
    progress=voortgang,
)
opdracht(
    "adopt",
    "Overnemen wat er in het overleg in de matrix is ingevuld.",
    click.argument("file", type=BESTAND, metavar="BESTAND"),
    van_een_ronde,
    click.option(
        "--choose",
        multiple=True,
        metavar="WAT",
        help="Hiervan geldt wat in dit bestand staat, zoals 5 of “focuspunt 5”.",
    ),
    progress=voortgang,
)
opdracht(
    "archive",
    "Een ronde afsluiten en alles ervan vastleggen.",
    van_een_ronde,
    vlag("--concept", help="Archiveren zonder dat het BO de matrix vaststelde."),
    progress=voortgang,
)
opdracht(
    "verify",
    "Archieven nakijken: elk bestand, de metadata, en de cijfers nagerekend.",
    click.argument("paths", type=BESTAND, nargs=-1, metavar="[PAD]…"),
    OUTPUT,
    *UITVOER,
    progress=voortgang,
)
opdracht(
    "history",
    "De jaren naast elkaar leggen, uit het archief en de lopende ronde.",
    TEMPLATE,
    OUTPUT,
    vlag("--csv", help="Ook als tabellen in csv."),
    vlag("--parquet", help="Ook als tabellen in parquet; vraagt pyarrow."),
    *UITVOER,
)
opdracht(
    "calendar",
    "De overleggen en inleverdatums als agendabestand (.ics) schrijven.",
    click.option(
        "--year", type=int, metavar="JAAR", help="Alleen dit kalenderjaar; anders de hele looptijd."
    ),
    van_alle_rondes,
)
opdracht("demo", "Een hele ronde met verzonnen antwoorden, in de map output/demo.", van_alle_rondes)
