"""The mails that come with kaderxl or stand in a template, and the fields they may have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..core import catalogue, labels as l
from ..core.kader import Kader, Mailsoort, Mailtekst
from ..core.notation import een_regel
from .cells import Bladen, Rij

VELD = re.compile(r"\{([^{}\n]*)\}")

IN_ONDERWERP = ("partij", "gemeente", "kader", "ronde", "kenmerk", "inleverdatum")
"""What may stand in a subject: nothing of what a partij answered."""
_OVERAL = (*IN_ONDERWERP, "periode", "keren", "aantal", "contact", "telefoon", "afzender")
_BLOKKEN = ("ontbreekt", "antwoorden", "bevindingen")
_ERBIJ = {
    Mailsoort.INVULBLAD: (),
    Mailsoort.HERINNERING: ("stand", "ontbreekt", "bijlage"),
    Mailsoort.LAATSTE_HERINNERING: ("stand", "ontbreekt", "bijlage"),
    Mailsoort.TE_LAAT: ("stand", "ontbreekt", "bijlage"),
    Mailsoort.ONTVANGST: ("stand", "antwoorden", "bevindingen", "bijlage", "bestand"),
    Mailsoort.AKKOORD: (),
}

_GROET = """\
Vragen? Mail naar {contact}.
Bellen kan ook: {telefoon}.

Met vriendelijke groet,
gemeente {gemeente}"""


def _mail(soort: Mailsoort, onderwerp: str, tekst: str) -> Mailtekst:
    """A mail with what all have: what it is about, to whom, and from whom."""
    voluit = f"Beste collega's van {{partij}},\n\n{tekst}\n\n{_GROET}"
    return Mailtekst(soort, f"{onderwerp}: invulblad {{ronde}} ({{kenmerk}})", voluit)


def _herinnering(
    soort: Mailsoort, onderwerp: str, wanneer: str, sturen: str, slot: str
) -> Mailtekst:
    tekst = (
        f"{{stand}}\n{wanneer}\n\nDit mist nog:\n{{ontbreekt}}\n\n{{bijlage}} {sturen}\n\n{slot}"
    )
    return _mail(soort, onderwerp, tekst)


MEEGELEVERD = (
    _mail(
        Mailsoort.INVULBLAD,
        "{kader}",
        """\
{keren} kijken we samen hoe het gaat met de {kader}. Nu doen we {periode}. \
Daarvoor vragen we u een invulblad in te vullen. Het zit bij deze mail.

Wat: u beoordeelt {aantal} en geeft de cijfers die daarbij horen.
Waarom: uit de antwoorden van alle partijen maken we één overzicht. Dat bespreken we in het \
ambtelijk en het bestuurlijk overleg.
Wanneer: graag uiterlijk {inleverdatum}.
Hoe lang: het kost u ongeveer een kwartier.

Zo vult u het in:
- Open de bijlage in Excel of LibreOffice. Staat er Beveiligde weergave, kies dan Bewerken \
inschakelen. Plakt u uit Word, dubbelklik dan eerst in de cel; afdrukken past op liggend A4.
- Vul de gele cellen in.
- Weet u iets niet? Laat het leeg en schrijf bij Toelichting wat u wel weet. Een half ingevuld \
blad is ook welkom.
- Schrijf geen namen, adressen of verhalen van personen op.
- Sla het bestand op en stuur het terug met een antwoord op deze mail. De naam van het bestand \
maakt niet uit.""",
    ),
    _herinnering(
        Mailsoort.HERINNERING,
        "Herinnering",
        "U hebt nog even de tijd: het kan tot en met {inleverdatum}.",
        "Het kost ongeveer een kwartier. Sla het bestand op en stuur het terug met een antwoord op "
        "deze mail.",
        "Lukt het niet op tijd, of hebt u hulp nodig? Laat het ons weten, dan zoeken we samen een "
        "oplossing.",
    ),
    _herinnering(
        Mailsoort.LAATSTE_HERINNERING,
        "Graag uiterlijk {inleverdatum}",
        "De laatste dag is {inleverdatum}. Lukt dat?",
        "Het kost ongeveer een kwartier. Een half ingevuld blad helpt ons ook: wat er mist, "
        "bespreken we dan in het overleg.",
        "Gaat het niet lukken? Bel of mail ons even.",
    ),
    _herinnering(
        Mailsoort.TE_LAAT,
        "Wij missen nog uw antwoorden",
        "De laatste dag was {inleverdatum}. We maken nu het overzicht voor het overleg en nemen uw "
        "antwoorden er graag in mee.",
        "Stuur terug wat u hebt, ook als het niet af is. Zonder uw antwoorden staat er in het "
        "overzicht: Niet ingevuld.",
        "Is er iets waardoor het niet lukt? Bel of mail ons, dan lossen we het samen op.",
    ),
    _mail(
        Mailsoort.ONTVANGST,
        "Ontvangen",
        """\
Dank u wel voor uw invulblad voor {periode}. {stand}
{bijlage}

Hier ging iets mis, of twijfelen we (met de cel in het bestand dat u stuurde):
{bevindingen}

{antwoorden}

Klopt er iets niet? Verbeter het in uw invulblad en stuur het nog eens; de nieuwste telt.""",
    ),
    _mail(
        Mailsoort.AKKOORD,
        "Bent u akkoord?",
        """\
Voor {periode} deed een andere partij bij {aantal} een voorzet. Ze staan, ingevuld, in het \
akkoordblad bij deze mail. We vragen u of u het ermee eens bent.

Zo doet u dat:
- Open de bijlage in Excel of LibreOffice (staat er Beveiligde weergave, kies dan Bewerken \
inschakelen) en lees de voorzet onder de vraag.
- Bent u het eens? Kies Akkoord. Dat is alles.
- Vindt u iets anders? Kies Niet akkoord, geef uw eigen kleur en schrijf waarom. Is een waarde \
anders, vul die dan in.
- Sla het bestand op en stuur het terug met een antwoord op deze mail.

Kiest u niets, dan is dat geen akkoord: in het overzicht staat dan dat u nog niet reageerde. Zijn \
we het niet eens, dan bespreken we het in het ambtelijk overleg.""",
    ),
)


def tekst_voor(kader: Kader, soort: Mailsoort) -> Mailtekst:
    """The words of the municipality for this kind of mail, else those that come with kaderxl."""
    woorden = next(t for t in (*kader.mailteksten, *MEEGELEVERD) if t.soort is soort)
    if woorden not in MEEGELEVERD:
        return woorden
    return replace(woorden, tekst=kader.instellingen.zeg(woorden.tekst))


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
    return tuple(filter(None, map(_mailtekst, bladen.rijen(l.MAILTEKSTEN))))


def _mailtekst(rij: Rij) -> Mailtekst | None:
    gekozen = rij.uit_lijst("soort", [*Mailsoort], "")
    if not gekozen:
        return None
    soort = Mailsoort(gekozen)
    onderwerp, tekst = rij.tekst("onderwerp"), rij.tekst("tekst")
    for kolom, bekend in (("onderwerp", IN_ONDERWERP), ("tekst", velden_van(soort))):
        for veld in onbekende_velden(rij.tekst(kolom), bekend):
            velden = ", ".join(f"{{{v}}}" for v in bekend)
            rij.meld(catalogue.MAILVELD_ONBEKEND, kolom, veld=veld, velden=velden)
    for veld in velden_in_een_zin(tekst):
        rij.meld(catalogue.MAILVELD_IN_ZIN, "tekst", veld=veld)
    meegeleverd = next(t for t in MEEGELEVERD if t.soort is soort)
    onderwerp = een_regel(onderwerp) or meegeleverd.onderwerp
    return Mailtekst(soort, onderwerp, tekst or meegeleverd.tekst)
