"""The words on every sheet: names of sheets and columns, and the texts around them."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from .model import Fase, Herkomst, Ronde
from .notation import schrijf_dag

# The template
LEESMIJ = "Leesmij"
INSTELLINGEN = "Instellingen"
PARTIJEN = "Partijen"
MONITORINGSTABEL = "Monitoringstabel"
MEETWAARDEN = "Meetwaarden"
DOELEN = "Doelen"
PLANNING = "Planning"
LIJSTEN = "Lijsten"
VRAGEN = "Vragen"

GEDRUKTE_KOLOMMEN = (
    "Thema",
    "Afspraak",
    "Indicator",
    "Jaar",
    "Actiehouder",
    "Beoordeling voortgang",
    "Toelichting",
)
SJABLOON_KOLOMMEN: dict[str, tuple[str, ...]] = {
    INSTELLINGEN: ("instelling", "waarde", "toelichting"),
    PARTIJEN: ("code", "naam", "groep", "e-mail", "actief van", "actief t/m"),
    MONITORINGSTABEL: (
        *GEDRUKTE_KOLOMMEN,
        "code",
        "leestekst",
        "soort",
        "combineren",
        "status",
        "lezing",
        "opmerking",
    ),
    MEETWAARDEN: (
        "code",
        "indicator",
        "omschrijving",
        "soort",
        "eenheid",
        "combineren",
        "telt als",
        "over de jaren",
        "verplicht",
        "gevraagd aan",
        "lezing",
    ),
    DOELEN: (
        "indicator",
        "t/m jaar",
        "minimum",
        "maximum",
        "partij",
        "omschrijving",
        "bron",
        "lezing",
    ),
    PLANNING: ("overleg", "kwartaal", "regel", "doel", "datum"),
    LIJSTEN: ("beoordeling", "betekenis", "reden bij Oranje", "reden bij Rood"),
    VRAGEN: ("nr", "over", "vraag", "bron", "antwoord"),
}
OVER_DE_JAREN = ("optellen", "vervangen")
STATUSSEN = ("vast", "open")
LEZINGEN = ("gedrukt", "voorstel", "vastgesteld")
INDICATORSOORTEN = (
    "aantal",
    "percentage",
    "aantal en percentage",
    "mijlpaal",
    "jaarlijkse mijlpaal",
    "kwalitatief",
)

# The input sheet
INVULBLAD = "Invulblad"
UITLEG = "Uitleg"
META = "_meta"
CODE, WAARDE, BEOORDELING, REDEN, TOELICHTING = (
    "Code",
    "Waarde",
    "Beoordeling",
    "Reden",
    "Toelichting",
)
CONTROLE = "Controle"
VORIGE_RONDE = "Vorige ronde"
INVULBLAD_KOLOMMEN = (
    CODE,
    "Thema",
    "Afspraak",
    "Indicator",
    "Wat vullen we in",
    "Eenheid",
    "Doel",
    VORIGE_RONDE,
    WAARDE,
    BEOORDELING,
    REDEN,
    TOELICHTING,
    CONTROLE,
)
# Only in a correction workbook
OPMERKING = "Opmerking van de gemeente"
OPMERKINGEN = "Opmerkingen"
HERSTELBLAD_KOLOMMEN = (*INVULBLAD_KOLOMMEN[:-1], OPMERKING, CONTROLE)
BEOORDELING_VRAAG = "Hoe verloopt dit?"
COMPLEET = "Compleet"

# The matrix
SAMENVATTING = "Samenvatting"
VERSCHILLEN = "Verschillen"
ONTBREKEND = "Ontbrekend"
BEVINDINGEN = "Bevindingen"
HERKOMST = "Herkomst"
NIET_INGEVULD = "Niet ingevuld"
VERSCHIL = "Verschil"
NIET_GEVRAAGD = "–"
BESLUIT, BESLUIT_REDEN, DATUM_BO = "Besluit BO", "Reden besluit", "Datum BO"

BIJ_DE_TABEL = (
    ". Beoordeling voortgang is de kleur van de hele afspraak. De eerste vijf kolommen staan er "
    "zoals zij gedrukt zijn."
)
FICTIEF = "FICTIEF VOORBEELD: deze antwoorden zijn verzonnen"

REGEL_VOORSTEL = (
    "Indicator: zijn alle voorzetten gelijk, dan is dat het voorstel. Verschillen ze, dan is het "
    "voorstel de voorzichtigste kleur (Rood, dan Oranje, dan Groen, dan Afgerond) en staat er "
    "Verschil.",
    "Afspraak: de voorzichtigste kleur van haar indicatoren van dit jaar; Afgerond alleen als "
    "ze allemaal Afgerond zijn. Zonder indicator dit jaar is er geen voorstel.",
    "N.v.t. telt niet mee zolang een ander wel een kleur geeft. Bij een gezamenlijke indicator "
    "is N.v.t. naast een kleur wel een Verschil.",
    "Wie niets heeft ingevuld staat als Niet ingevuld op het blad Ontbrekend; we raden niet.",
    "Een optelling is er pas als elke actiehouder heeft geantwoord; N.v.t. met een toelichting is "
    "een antwoord. Tot die tijd staat er: deelstand, n van m.",
    "Beoordeling voortgang is de kleur van de hele afspraak en staat bij elk van haar indicatoren; "
    "de kleur van één indicator staat bij Voorstel indicator.",
    "Het besluit van het BO gaat altijd voor. kaderxl neemt geen besluiten.",
)


def naam_van(ronde: Ronde) -> str:
    """`evaluatie 2026` or `tussenstand 2026`."""
    return f"{ronde.fase} {ronde.jaar}"


def ronde_in_woorden(ronde: Ronde) -> str:
    """What the ronde looks at, as a clause in a sentence."""
    if ronde.fase is Fase.EVALUATIE:
        return f"de evaluatie over heel {ronde.jaar}"
    return f"de tussenstand van {ronde.jaar}"


def herkomst(waar: Herkomst) -> str:
    """`Blad.xlsx`, `zip/retour.zip › Blad.xlsx`, `mail van … › Blad.xlsx`."""
    if not waar.pad and not waar.per_mail:
        return waar.naam
    return " › ".join((_mail(waar) if waar.per_mail else _bestand(waar), *waar.pad))


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


def _bestand(waar: Herkomst) -> str:
    """The file and the folder it is in; not the whole path, which names whose computer it is."""
    return PurePath(*PurePath(waar.bestand).parts[-2:]).as_posix()


def deelstand(gegeven: int, gevraagd: int) -> str:
    return f"deelstand, {gegeven} van {gevraagd}"


def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """`1 fout`, `2 fouten`."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"
