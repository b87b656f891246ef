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

from .asking import a_text, ask, ask_partijen, ask_years, partijen_said, years_said
from .edge import say
from .options import (
    BESTAND,
    DOSSIERS,
    OUTPUT,
    TEMPLATE,
    UITVOER,
    Groep,
    Optie,
    controleer_ruimte,
    ends_in_html,
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
    from ..core.rounds import Bevinding


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


@main.command("new")
@click.argument("map_", type=BESTAND, metavar="MAP")
@click.option("--gemeente", metavar="NAAM", help="De gemeente, zoals Molendam.")
@click.option("--kader", metavar="TITEL", help="Hoe de overeenkomst heet.")
@click.option("--jaren", callback=years_said, metavar="VAN-TM", help="De jaren, zoals 2026-2030.")
@click.option(
    "--partij",
    "partijen",
    callback=partijen_said,
    multiple=True,
    metavar="NAAM:GROEP",
    help="Wie meedoet, en in welke groep; vaker te geven. De gemeente hoort er vanzelf bij.",
)
@click.option(
    "--partijen",
    "partijenlijst",
    type=BESTAND,
    metavar="BESTAND",
    help="Een werkblad of csv met de partijen, onder de koppen naam en groep.",
)
@click.option(
    "--kenmerk", default="", metavar="CODE", help="Korte code van de overeenkomst, zoals MOL."
)
@click.option(
    "--from",
    "document",
    type=BESTAND,
    metavar="BESTAND",
    help="De overeenkomst zelf (.pdf, .docx, .txt of .xlsx): wat wij erin vinden vullen wij in.",
)
@met(*UITVOER)
def new_(
    map_: Path, document: Path | None, gemeente: str | None, kader: str | None, **vraag: Any
) -> Result:
    """Een map maken voor een andere overeenkomst, met een leeg sjabloon."""
    from ..commands.new import agreement, new, read_agreement

    read = read_agreement(document) if document else None
    jaren, partijen = vraag.pop("jaren"), vraag.pop("partijen")
    genoemd = {
        "gemeente": gemeente,
        "kader": kader,
        "looptijd": jaren,
        "partijen": partijen or vraag["partijenlijst"],
        "groep": partijen or vraag["partijenlijst"],
    }
    if read:
        gemeente = gemeente or read.gevonden.gemeente.tekst
        kader, jaren = kader or read.gevonden.titel.tekst, jaren or read.gevonden.looptijd
    gemeente = gemeente or ask("Welke gemeente", "--gemeente", a_text)
    kader = kader or ask("Hoe heet de overeenkomst", "--kader", a_text)
    jaren = jaren or ask_years()
    if not (partijen or vraag["partijenlijst"]):
        partijen = read.partijen if read else ()
        if len(partijen) < 2:  # the municipality alone signs nothing
            partijen = ask_partijen()
    gegeven = {wat for wat, waarde in genoemd.items() if waarde}
    known = agreement(gemeente, kader, jaren, partijen, read=read, gegeven=gegeven, **vraag)
    return new(map_, known, read=read)


@main.command("check")
@click.argument("bestand", type=BESTAND, required=False, metavar="[BESTAND]")
@click.option(
    "--against",
    type=BESTAND,
    metavar="OUD",
    help="Een ouder sjabloon: wat is er sindsdien veranderd.",
)
@click.option(
    "--html",
    type=BESTAND,
    metavar="BESTAND",
    callback=ends_in_html,
    help="Hetzelfde ook als pagina, om in een browser te lezen of af te drukken.",
)
@met(TEMPLATE, DOSSIERS, *UITVOER)
def check_(
    bestand: Path | None, against: Path | None, html: Path | None, template: Path | None
) -> Result:
    """Een sjabloon nakijken: wat is er mis, wat staat er open."""
    from ..commands.check import check, compare

    sjabloon = bestand or template
    return compare(against, sjabloon, html=html) if against else check(sjabloon, html=html)


@main.command("generate")
@van_een_ronde
@DOSSIERS
@vlag("--agree", help="De tweede ronde langs de partijen: wie is akkoord met welke voorzet.")
def generate_(agree: bool, **vraag: Any) -> Result:
    """Voor elke partij een invulblad maken."""
    import kaderxl

    maak = kaderxl.agree if agree else kaderxl.generate
    return maak(**vraag, progress=voortgang)


@main.command("mail")
@van_een_ronde
@DOSSIERS
@vlag("--agree", help="Vraag akkoord met de voorzetten van anderen.")
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
    agree: bool,
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

    if agree + remind + receipts > 1:
        raise click.UsageError("Kies er een: --agree, --remind of --receipts.")
    if send and (zelf or alles_zelf):
        raise click.UsageError("Kies --send, of --sent voor wat u zelf verstuurde.")
    if send and not scherm().spreekt and not akkoord:
        raise click.UsageError("Versturen zonder vraag kan alleen met --yes.")
    if remind:
        mails = mail.remind(**vraag, today=_datum(dag))
    else:
        maak = mail.ask_agreement if agree else mail.acknowledge if receipts else mail.mail
        mails = maak(**vraag)
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
@DOSSIERS
@click.option("--exclude", metavar="INZENDING", help="Deze inzending telt niet meer mee.")
@click.option("--choose", metavar="INZENDING", help="Deze inzending telt, ook als zij ouder is.")
@click.option(
    "--done",
    multiple=True,
    metavar="NAAM",
    help="U deed wat deze bewaarde mail of dit bestand vroeg; kaderxl noemt het niet meer.",
)
@click.option(
    "--reason", "reden", default="", metavar="TEKST", help="Waarom u dat kiest, of wat u deed."
)
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
    done: tuple[str, ...],
    reden: str,
    namens: str,
    bron: str,
    alles: bool,
    **vraag: Any,
) -> Result | None:
    """Teruggestuurde bestanden en mappen innemen en controleren."""
    from ..commands import choose as chosen, collect, dealt_with

    if not (paden or exclude or choose or done):
        raise click.UsageError("Noem een bestand of een map.")
    if bool(namens) != bool(bron.strip()) or (namens and not paden):
        raise click.UsageError(
            "Geef het ingevulde blad, met --on-behalf PARTIJ en --source BRON, allebei."
        )
    controleer_ruimte(paden)
    erbij: list[Bevinding] = []
    for naam, telt in ((exclude, False), (choose, True)):
        if naam:
            gekozen = chosen.choose(name=naam, counts=telt, reason=reden, **vraag)
            erbij += gekozen.bevindingen
            if scherm().spreekt:
                scherm().toon(gekozen)
    if done:
        afgedaan = dealt_with.deal_with(names=done, reason=reden, **vraag)
        if scherm().spreekt:
            scherm().toon(afgedaan)
    if not paden and not scherm().als_json:
        return None
    genomen = collect.collect(
        paths=paden, **vraag, progress=voortgang, on_behalf=namens, source=bron
    )
    if scherm().als_json:  # on a screen it was said already
        genomen = replace(genomen, over_eerdere=(*erbij, *genomen.over_eerdere))
    return replace(genomen, alles=alles)


opdracht(
    "status",
    "Wie heeft gestuurd, en hoe compleet.",
    van_een_ronde,
    DOSSIERS,
    progress=voortgang,
)
opdracht(
    "merge",
    "De monitoringsmatrix schrijven uit wat is ingenomen.",
    van_een_ronde,
    DOSSIERS,
    progress=voortgang,
)
opdracht(
    "adopt",
    "Overnemen wat er in het overleg in de matrix is ingevuld, ook een wijziging van de afspraken.",
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
    DOSSIERS,
    vlag("--concept", help="Archiveren zonder dat het BO de matrix vaststelde."),
    progress=voortgang,
)
opdracht(
    "focus",
    "Tussen twee rondes: het werkboek voor het AO maken, en ingevuld terugnemen.",
    click.argument("file", type=BESTAND, required=False, metavar="[BESTAND]"),
    van_een_ronde,
)
opdracht(
    "verify",
    "Archieven nakijken: elk bestand, de metadata, en de cijfers nagerekend.",
    click.argument("paths", type=BESTAND, nargs=-1, metavar="[PAD]…"),
    OUTPUT,
    DOSSIERS,
    *UITVOER,
    progress=voortgang,
)
opdracht(
    "history",
    "De jaren naast elkaar leggen, uit het archief en de lopende ronde; van meer dossiers ook de "
    "gemeenten.",
    TEMPLATE,
    OUTPUT,
    DOSSIERS,
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


@main.command("bundle")
@click.argument("paden", type=BESTAND, nargs=-1, metavar="PAD…")
@click.option(
    "--output",
    type=BESTAND,
    required=True,
    metavar="PAD",
    help="Het werkboek om in te vullen; met --split de map voor de ingevulde bladen.",
)
@click.option(
    "--split",
    "bundel",
    type=BESTAND,
    metavar="BESTAND",
    help="Maak van dit ingevulde werkboek weer een blad voor elke gemeente.",
)
@met(*UITVOER)
def bundle_(paden: tuple[Path, ...], output: Path, bundel: Path | None) -> Result:
    """De invulbladen die u van veel gemeenten kreeg, in één werkboek beantwoorden."""
    from ..commands import bundle

    if not paden:
        raise click.UsageError("Noem de invulbladen, of de map waarin zij staan.")
    controleer_ruimte(paden)
    if bundel is None:
        return bundle.bundle(paden, output=output, progress=voortgang)
    return bundle.split_bundle(bundel, paden, output=output, progress=voortgang)


opdracht("demo", "Een hele ronde met verzonnen antwoorden, in de map output/demo.", van_alle_rondes)
