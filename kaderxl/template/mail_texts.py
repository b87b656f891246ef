"""The mails that come with kaderxl or stand in a template, and the fields they may have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..core import catalogue
from ..core import labels as l
from ..core.kader import Kader, Mailsoort, Mailtekst
from ..core.notation import een_regel
from ..reading.tables import Tabel
from .cells import Bladen

VELD = re.compile(r"\{([^{}\n]*)\}")

IN_ONDERWERP = ("partij", "gemeente", "kader", "ronde", "kenmerk", "inleverdatum")
"""What may stand in a subject: nothing of what a partij answered."""
_OVERAL = (*IN_ONDERWERP, "periode", "aantal", "contact", "telefoon", "afzender")
_BLOKKEN = ("ontbreekt", "antwoorden", "bevindingen")
_ERBIJ = {
    Mailsoort.INVULBLAD: (),
    Mailsoort.HERINNERING: ("stand", "ontbreekt", "bijlage"),
    Mailsoort.LAATSTE_HERINNERING: ("stand", "ontbreekt", "bijlage"),
    Mailsoort.TE_LAAT: ("stand", "ontbreekt", "bijlage"),
    Mailsoort.ONTVANGST: ("stand", "antwoorden", "bevindingen", "bijlage", "bestand"),
}

_GROET = """\
Vragen? Mail naar {contact}.
Bellen kan ook: {telefoon}.

Met vriendelijke groet,
gemeente {gemeente}"""

MEEGELEVERD = (
    Mailtekst(
        Mailsoort.INVULBLAD,
        "{kader}: invulblad {ronde} ({kenmerk})",
        f"""\
Beste collega's van {{partij}},

Twee keer per jaar kijken we samen hoe het gaat met de {{kader}}. Nu doen we {{periode}}. \
Daarvoor vragen we u een invulblad in te vullen. Het zit bij deze mail.

Wat: u beoordeelt {{aantal}} en geeft de cijfers die daarbij horen.
Waarom: uit de antwoorden van alle partijen maken we één overzicht. Dat bespreken we in het \
ambtelijk en het bestuurlijk overleg.
Wanneer: graag uiterlijk {{inleverdatum}}.
Hoe lang: het kost u ongeveer een kwartier.

Zo vult u het in:
- Open de bijlage in Excel of LibreOffice en vul de gele cellen in.
- Weet u iets niet? Laat het leeg en schrijf bij Toelichting wat u wel weet. Een half ingevuld \
blad is ook welkom.
- Schrijf geen namen, adressen of verhalen van personen op.
- Sla het bestand op en stuur het terug met een antwoord op deze mail. De naam van het bestand \
maakt niet uit.

{_GROET}""",
    ),
    Mailtekst(
        Mailsoort.HERINNERING,
        "Herinnering: invulblad {ronde} ({kenmerk})",
        f"""\
Beste collega's van {{partij}},

{{stand}}
U hebt nog even de tijd: het kan tot en met {{inleverdatum}}.

Dit mist nog:
{{ontbreekt}}

{{bijlage}} Het kost ongeveer een kwartier. Sla het bestand op en stuur het terug met een \
antwoord op deze mail.

Lukt het niet op tijd, of hebt u hulp nodig? Laat het ons weten, dan zoeken we samen een \
oplossing.

{_GROET}""",
    ),
    Mailtekst(
        Mailsoort.LAATSTE_HERINNERING,
        "Graag uiterlijk {inleverdatum}: invulblad {ronde} ({kenmerk})",
        f"""\
Beste collega's van {{partij}},

{{stand}}
De laatste dag is {{inleverdatum}}. Lukt dat?

Dit mist nog:
{{ontbreekt}}

{{bijlage}} Het kost ongeveer een kwartier. Een half ingevuld blad helpt ons ook: wat er mist, \
bespreken we dan in het overleg.

Gaat het niet lukken? Bel of mail ons even.

{_GROET}""",
    ),
    Mailtekst(
        Mailsoort.TE_LAAT,
        "Wij missen nog uw antwoorden: invulblad {ronde} ({kenmerk})",
        f"""\
Beste collega's van {{partij}},

{{stand}}
De laatste dag was {{inleverdatum}}. We maken nu het overzicht voor het overleg en \
nemen uw antwoorden er graag in mee.

Dit mist nog:
{{ontbreekt}}

{{bijlage}} Stuur terug wat u hebt, ook als het niet af is. Zonder uw antwoorden staat er in het \
overzicht: Niet ingevuld.

Is er iets waardoor het niet lukt? Bel of mail ons, dan lossen we het samen op.

{_GROET}""",
    ),
    Mailtekst(
        Mailsoort.ONTVANGST,
        "Ontvangen: invulblad {ronde} ({kenmerk})",
        f"""\
Beste collega's van {{partij}},

Dank u wel voor uw invulblad voor {{periode}}. {{stand}}
{{bijlage}}

Hier ging iets mis, of twijfelen we (met de cel in het bestand dat u stuurde):
{{bevindingen}}

{{antwoorden}}

Klopt er iets niet? Verbeter het in uw invulblad en stuur het nog eens; de nieuwste telt.

{_GROET}""",
    ),
)


def tekst_voor(kader: Kader, soort: Mailsoort) -> Mailtekst:
    """The words of the municipality for this kind of mail, else those that come with kaderxl."""
    return next(t for t in (*kader.mailteksten, *MEEGELEVERD) if t.soort is soort)


def velden_van(soort: Mailsoort) -> tuple[str, ...]:
    """The fields that the text of this kind of mail may have."""
    return (*_OVERAL, *_ERBIJ[soort])


def onbekende_velden(tekst: str, bekend: Iterable[str]) -> list[str]:
    """The fields in a text that are none of `bekend`, as they were written."""
    return [veld for veld in VELD.findall(tekst) if veldnaam(veld) not in bekend]


def velden_in_een_zin(tekst: str) -> list[str]:
    """The fields with a list or table that do not stand on a line of their own."""
    regels = [regel.strip() for regel in tekst.splitlines()]
    in_zin = [VELD.findall(regel) for regel in regels if not VELD.fullmatch(regel)]
    return [veld for velden in in_zin for veld in velden if veldnaam(veld) in _BLOKKEN]


def veldnaam(veld: str) -> str:
    return een_regel(veld).casefold()


def lees_mailteksten(bladen: Bladen) -> tuple[Mailtekst, ...]:
    """The texts of the municipality; a kind it leaves out keeps the one that comes with kaderxl."""
    tabel = bladen.tabellen.get(l.MAILTEKSTEN)
    if tabel is None:
        return ()
    gelezen = [_mailtekst(bladen, tabel, rij) for rij in tabel.rijen()]
    return tuple(t for t in gelezen if t is not None)


def _mailtekst(bladen: Bladen, tabel: Tabel, rij: int) -> Mailtekst | None:
    naam = tabel.cel(rij, "soort")
    gekozen = bladen.uit_lijst(tabel, naam, "soort", [s.value for s in Mailsoort], "")
    if not gekozen:
        return None
    soort = Mailsoort(gekozen)
    onderwerp, tekst = tabel.cel(rij, "onderwerp"), tabel.cel(rij, "tekst")
    for cel, bekend in ((onderwerp, IN_ONDERWERP), (tekst, velden_van(soort))):
        for veld in onbekende_velden(cel.tekst, bekend):
            velden = ", ".join(f"{{{v}}}" for v in bekend)
            bladen.meld(catalogue.MAILVELD_ONBEKEND, tabel.plek(cel), veld=veld, velden=velden)
    for veld in velden_in_een_zin(tekst.tekst):
        bladen.meld(catalogue.MAILVELD_IN_ZIN, tabel.plek(tekst), veld=veld)
    meegeleverd = next(t for t in MEEGELEVERD if t.soort is soort)
    return Mailtekst(
        soort,
        een_regel(onderwerp.tekst) or meegeleverd.onderwerp,
        tekst.tekst or meegeleverd.tekst,
    )
