"""What is said of a value in words: a ronde, a place of origin, a target, a number of things."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import PurePath

from . import labels as l
from .action_points import Actiepunt, Stand
from .cycle import Cyclus
from .kader import Indicator
from .notation import begint_met, een_regel, schrijf_dag, schrijf_datum, schrijf_opsomming
from .numbering import Nummer, in_code
from .own_names import ONZE_NAMEN, EigenNamen
from .rounds import Herkomst, Ronde
from .traffic_light import Stoplicht

JAARPROGRAMMA = "JP-"
STAP = " › "
"""Between a zip or a mail and what is in it."""


_SOORT_OVEREENKOMST = re.compile(
    r"(akkoord|kader|convenant|programma|pact|plan|contract|verbond)\b"
    r"|(?:afspraken|overeenkomst|deal|agenda|visie|regeling|aanpak|samenwerking)\b",
    re.IGNORECASE,
)
"""What an agreement is called: of the first group it is `het`."""

TOEZEGGING = "DD-"
"""Before the code of each running commitment."""


def programmacode(afspraak: Nummer) -> str:
    """The code of the row of an afspraak (number) in the jaarprogramma."""
    return f"{JAARPROGRAMMA}{in_code(afspraak)}"


def lees_loopt(tekst: str) -> tuple[str, str]:
    """What a partij says of a running commitment: loopt, gestopt or klaar, "" for none, and why."""
    return begint_met(tekst, l.LOPEND_WOORDEN)


def voorstelcode(nummer: int) -> str:
    """The code of a row on which a partij proposes to change the agreement."""
    return f"VS-{nummer}"


def voorstelvraag(jaar: int) -> str:
    """What is asked on such a row."""
    return (
        f"Moet er in {jaar} een afspraak, indicator of doel bij, anders of weg? Schrijf wat, bij "
        "welke afspraak, en waarom"
    )


def programmavraag(jaar: int) -> str:
    """What is asked on a row of the jaarprogramma."""
    return f"Wat gaat u doen in {jaar}?"


def actiepunt(t: Actiepunt) -> str:
    """`wijk bespreken (Noord, 1 maart 2027)`."""
    dag = schrijf_dag(t.wanneer) if isinstance(t.wanneer, date) else str(t.wanneer or "")
    erbij = ", ".join(filter(None, (een_regel(t.wie), dag)))
    return f"{een_regel(t.wat)}{f' ({erbij})' if erbij else ''}"


def actievraag(t: Actiepunt) -> str:
    """What is asked of something that was taken on."""
    niet = Stand.NIET_GEDAAN
    return f"{actiepunt(t)}: {schrijf_opsomming([*Stand], 'of')}? Bij {niet}: schrijf waarom"


def lidwoord(naam: str) -> str:
    """The article before the name of an agreement: `het` Woonakkoord, `de` Kaderafspraken; "" where
    the name begins with one."""
    if re.match(r"(?:de|het|een)\b", naam, re.IGNORECASE):
        return ""
    soort = _SOORT_OVEREENKOMST.search(naam)
    return "het" if soort and soort[1] else "de"


def naam_van(ronde: Ronde) -> str:
    """`evaluatie 2026` or `tussenstand 2026`."""
    return f"{ronde.fase} {ronde.jaar}"


def de_ronde(ronde: Ronde) -> str:
    """`de evaluatie 2026`."""
    return f"{ronde.fase.met_lidwoord} {ronde.jaar}"


def als_opties(ronde: Ronde) -> str:
    """The options that name a ronde to a command."""
    return f"--year {ronde.jaar} --round {ronde.fase.sleutel}"


def niet_in(jaar: int) -> str:
    """The word of an afspraak of which nothing is asked in a year."""
    return f"Niet in {jaar}"


def doorgeschoven(indicator: Indicator, jaar: int) -> str:
    """`doorgeschoven uit 2026, 2e jaar`; "" in a year for which it is printed."""
    uit = indicator.voorbij(jaar)
    return f"{l.DOORGESCHOVEN} uit {uit}, {jaar - uit + 1}e jaar" if uit else ""


def beoordeling_vraag(indicator: Indicator, jaar: int) -> str:
    """What is asked of an indicator in a year, and whether it came back."""
    vraag = l.JAARLIJKSE_VRAAG.format(jaar) if indicator.is_jaarlijks else l.BEOORDELING_VRAAG
    door = doorgeschoven(indicator, jaar)
    ook = f" {l.OORDEEL_VRAAG}" if indicator.is_oordeel else ""
    return f"{vraag}{ook}{f' ({door})' if door else ''}"


def tot_en_met(ronde: Ronde) -> str:
    """`t/m 2027`, or `t/m tussenstand 2027` for a year that is not over."""
    return f"t/m {ronde.jaar if ronde.fase.is_heel else naam_van(ronde)}"


def ronde_in_woorden(ronde: Ronde) -> str:
    """What the ronde looks at, as a clause in a sentence; where the template does not say it, with
    the day that the answers speak of."""
    if ronde.fase.in_woorden:
        return ronde.fase.in_woorden.replace("{jaar}", str(ronde.jaar))
    return f"{ronde.fase.met_lidwoord} van {ronde.jaar} (stand op {schrijf_dag(ronde.peildatum)})"


def uitleg_meerjaren(cyclus: Cyclus, namen: EigenNamen = ONZE_NAMEN) -> list[str]:
    """How to read the years side by side; where there is one a year it is plain which counts."""
    sluit = schrijf_opsomming([f.met_lidwoord for f in cyclus.fasen if f.sluit])
    velden = {"sluit": sluit, "eerder": tussentijds(cyclus).capitalize()}
    return [
        namen.zeg(regel).format(**velden)
        for regel in l.UITLEG_MEERJAREN
        if velden["eerder"] or "{eerder}" not in regel
    ]


def hoe_vaak(cyclus: Cyclus, jaar: int) -> str:
    """`Twee keer per jaar`, as a sentence begins."""
    keren = len(cyclus.van(jaar))
    woorden = dict(enumerate(("Eén", "Twee", "Drie", "Vier", "Vijf", "Zes"), 1))
    return f"{woorden.get(keren, str(keren))} keer per jaar"


def soorten_ronde(cyclus: Cyclus) -> str:
    """`evaluatie of tussenstand`."""
    return schrijf_opsomming([str(f) for f in reversed(cyclus.fasen)], "of")


def tussentijds(cyclus: Cyclus) -> str:
    """A ronde of a year that is not over: `een tussenstand`; "" where there is none."""
    namen = [str(f) for f in cyclus.tussentijds]
    return f"een {namen[0]}" if len(namen) == 1 else "een eerdere ronde van het jaar" * bool(namen)


def herkomst(waar: Herkomst) -> str:
    """`Blad.xlsx`, `zip/retour.zip › Blad.xlsx`, `mail van … › Blad.xlsx`."""
    if not waar.pad and not waar.per_mail:
        return waar.naam
    return STAP.join((_mail(waar) if waar.per_mail else _bestand(waar), *waar.pad))


def herkomst_voluit(waar: Herkomst) -> str:
    """The same with all that is known of the mail: the file it is in, its subject and id."""
    mail = (_bestand(waar), waar.onderwerp, waar.bericht_id) if waar.per_mail else ()
    erbij = ", ".join(filter(None, mail))
    return f"{herkomst(waar)} ({erbij})" if erbij else herkomst(waar)


def _mail(waar: Herkomst) -> str:
    delen = ["mail"]
    if waar.afzender:
        delen.append(f"van {waar.afzender}")
    if waar.verzonden:
        delen.append(f"van {schrijf_dag(datetime.fromisoformat(waar.verzonden).astimezone())}")
    return " ".join(delen)


def moment(stempel: str) -> str:
    """A stamp in UTC by the Dutch clock, the same on every machine: `op 3-2-2027 om 10:00:05`."""
    from zoneinfo import ZoneInfo  # only two returns of one partij are told apart by it

    try:
        utc = datetime.fromisoformat(stempel).replace(tzinfo=UTC)
        hier = utc.astimezone(ZoneInfo("Europe/Amsterdam"))
    except (ValueError, OverflowError):
        return "op een onbekend moment"
    return f"op {schrijf_datum(hier)} om {hier:%H:%M:%S}"


def in_utc(dag: date, tijd: time) -> datetime:
    """An hour by the Dutch clock, the same on every machine."""
    from zoneinfo import ZoneInfo

    hier = datetime.combine(dag, tijd, tzinfo=ZoneInfo("Europe/Amsterdam"))
    return hier.astimezone(UTC)


def _bestand(waar: Herkomst) -> str:
    """The file and the folder it is in; not the whole path, which names whose computer it is."""
    return PurePath(*PurePath(waar.bestand).parts[-2:]).as_posix()


def deelstand(gegeven: int, gevraagd: int) -> str:
    return f"deelstand, {gegeven} van {gevraagd}"


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """`1 fout`, `2 fouten`."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def bevestiging_vraag(licht: Stoplicht) -> str:
    """What is asked of an indicator that was done in the ronde before."""
    return str(licht.klaar).lower().join(l.BEVESTIGING_VRAAG)


def akkoord_vraag(trekker: str, bevestiging: Stoplicht | None = None) -> str:
    """What is asked of a voorzet of a trekker (its name); with a light where that only confirms
    that something still is done."""
    begin, eind = l.AKKOORD_VRAAG
    wat = f"{l.NOG_STEEDS}{str(bevestiging.klaar).lower()} is" if bevestiging else ""
    return f"{begin}{trekker}{wat}{eind}"


VOORSTEL_IN_HET_KORT = "Voorstel: voorzichtigste kleur van actiehouders; het AO gaat voor"
"""The rule in one line, to stand beside what it proposes; `regel_voorstel` has all of it."""


def regel_voorstel(licht: Stoplicht, namen: EigenNamen = ONZE_NAMEN) -> tuple[str, ...]:
    """How the voorstel comes about, with the words of this light."""
    klaar, niet = licht.klaar, licht.geldt_niet
    volgorde = ", dan ".join(b for b in licht.op_voorzichtigheid if not b.geldt_niet)
    telt_niet = (
        f"{niet} telt niet mee zolang een ander wel een kleur geeft. Gaat het over iets van allen "
        f"samen, dan is {niet} naast een kleur wel een Verschil."
    )
    ook = f" {niet} met een toelichting is een antwoord." if niet else "."
    return (
        "Indicator: zijn alle voorzetten gelijk, dan is dat het voorstel. Verschillen ze, dan is "
        f"het voorstel de voorzichtigste kleur ({volgorde}). Gaat het over iets van allen samen, "
        "dan staat er ook Verschil. Waar elke partij over haar eigen deel antwoordt, mag de kleur "
        "per partij anders zijn: daar hoeft niemand het eens te worden.",
        f"Afspraak: de voorzichtigste kleur van haar indicatoren van dit jaar; {klaar} alleen als "
        f"ze allemaal {klaar} zijn. Zonder indicator dit jaar is er geen voorstel.",
        *((telt_niet,) if niet else ()),
        "Wie niets heeft ingevuld staat als Niet ingevuld op het blad Ontbrekend; we raden niet.",
        f"Een optelling is er pas als elke actiehouder heeft geantwoord{';' if niet else ''}{ook} "
        "Tot die tijd staat er: deelstand, n van m.",
        "Beoordeling voortgang is de kleur van de hele afspraak en staat bij elk van haar "
        "indicatoren; de kleur van één indicator staat bij Voorstel indicator.",
        namen.zeg("Het besluit van het BO gaat altijd voor.") + " kaderxl neemt geen besluiten.",
    )
