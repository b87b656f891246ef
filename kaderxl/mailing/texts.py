"""The words of each mail: those that come with kaderxl, and fields filled in.

A municipality may change them on the sheet Mailteksten of the template. A line with a field that
has no value is left out, a paragraph with a list or table that is empty too; a line that begins
with `- ` is an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from ..core.kader import Kader, Mailsoort, Mailtekst
from ..core.notation import een_regel
from .body import Alinea, Blok, Lijst, Overzicht

Waarde = str | Lijst | Overzicht
_VELD = re.compile(r"\{([^{}\n]*)\}")
_PUNT = re.compile(r"\s*-\s+")

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
    return [veld for veld in _VELD.findall(tekst) if _naam(veld) not in bekend]


def velden_in_een_zin(tekst: str) -> list[str]:
    """The fields with a list or table that do not stand on a line of their own."""
    regels = [regel.strip() for regel in tekst.splitlines()]
    in_zin = [_VELD.findall(regel) for regel in regels if not _VELD.fullmatch(regel)]
    return [veld for velden in in_zin for veld in velden if _naam(veld) in _BLOKKEN]


def vul_onderwerp(tekst: str, velden: Mapping[str, Waarde]) -> str:
    """One line; a field without a value leaves nothing behind."""
    return een_regel(_VELD.sub(lambda treffer: str(velden.get(_naam(treffer[1]), "")), tekst))


def vul_tekst(tekst: str, velden: Mapping[str, Waarde]) -> tuple[Blok, ...]:
    """The text as blocks, every field replaced by its value."""
    alineas = re.split(r"\n[^\S\n]*\n\s*", "\n".join(tekst.strip().splitlines()))
    return tuple(blok for alinea in alineas for blok in _blokken(alinea.split("\n"), velden))


def _blokken(regels: list[str], velden: Mapping[str, Waarde]) -> Iterator[Blok]:
    """A paragraph; nothing when a list or a table in it is empty."""
    gevuld = [_gevuld(regel, velden) for regel in regels]
    if any(isinstance(deel, (Lijst, Overzicht)) and not deel for deel in gevuld):
        return
    over = [deel for deel in gevuld if deel]
    for soort, groep in groupby(over, key=_soort):
        delen = list(groep)
        teksten = tuple(deel for deel in delen if isinstance(deel, str))
        if soort == "punt":
            yield Lijst(tuple(_PUNT.sub("", punt, count=1) for punt in teksten))
        elif soort == "regel":
            yield Alinea(teksten)
        else:
            yield from (deel for deel in delen if not isinstance(deel, str))


def _soort(deel: Waarde) -> str:
    if not isinstance(deel, str):
        return "blok"
    return "punt" if _PUNT.match(deel) else "regel"


def _gevuld(regel: str, velden: Mapping[str, Waarde]) -> Waarde:
    """A line with its fields filled in, `` when one has no value, or the block it stands for."""
    alleen = _VELD.fullmatch(regel.strip())
    if alleen:
        return velden.get(_naam(alleen[1]), "")
    waarden = [velden.get(_naam(veld), "") for veld in _VELD.findall(regel)]
    if not all(waarden):
        return ""
    return _VELD.sub(lambda treffer: str(velden[_naam(treffer[1])]), regel).rstrip()


def _naam(veld: str) -> str:
    return een_regel(veld).casefold()
