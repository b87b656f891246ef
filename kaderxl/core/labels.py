"""The words on every sheet: names of sheets and columns, and the texts around them."""

from __future__ import annotations


def _namen(op_een_rij: str) -> tuple[str, ...]:
    return tuple(op_een_rij.split(", "))


# The template
LEESMIJ = "Leesmij"
INSTELLINGEN = "Instellingen"
GROOTSTE_BESTAND, MEESTE_CELLEN = "grootste bestand (MB)", "meeste gevulde cellen"
LANGSTE_LEESTIJD = "langste leestijd (seconden)"
PARTIJEN = "Partijen"
MONITORINGSTABEL = "Monitoringstabel"
MEETWAARDEN = "Meetwaarden"
DOELEN = "Doelen"
PLANNING = "Planning"
LIJSTEN = "Lijsten"
VRAGEN = "Vragen"
MAILTEKSTEN = "Mailteksten"  # may be absent

VERVANGT = "vervangt"
GEDRUKTE_KOLOMMEN = _namen(
    "Thema, Afspraak, Indicator, Jaar, Actiehouder, Beoordeling voortgang, Toelichting"
)
SJABLOON_KOLOMMEN: dict[str, tuple[str, ...]] = {
    INSTELLINGEN: _namen("instelling, waarde, toelichting"),
    PARTIJEN: _namen("code, naam, groep, e-mail, actief van, actief t/m, vervangt"),
    MONITORINGSTABEL: (
        *GEDRUKTE_KOLOMMEN,
        *_namen("code, leestekst, soort, combineren, status, lezing, opmerking, vervangt"),
    ),
    MEETWAARDEN: _namen(
        "code, indicator, omschrijving, soort, eenheid, combineren, telt als, over de jaren, "
        "verplicht, gevraagd aan, lezing, vervangt"
    ),
    DOELEN: _namen("indicator, t/m jaar, minimum, maximum, partij, omschrijving, bron, lezing"),
    PLANNING: _namen("overleg, kwartaal, regel, doel, datum"),
    LIJSTEN: _namen(
        "beoordeling, betekenis, synoniemen, symbool, vulling, tekstkleur, rang, vraagt reden, "
        "vraagt toelichting, bijzonder"
    ),
    VRAGEN: _namen("nr, over, vraag, bron, antwoord"),
    MAILTEKSTEN: _namen("soort, onderwerp, tekst"),
}
REDEN_BIJ = "reden bij "
"""Before a word of the light: the header over its reasons, on the sheet Lijsten."""
OVER_DE_JAREN = ("optellen", "vervangen")
STATUSSEN = ("vast", "open")
LEZINGEN = ("gedrukt", "voorstel", "vastgesteld")
INDICATORSOORTEN = _namen(
    "aantal, percentage, aantal en percentage, mijlpaal, jaarlijkse mijlpaal, kwalitatief"
)

# The input sheet
INVULBLAD = "Invulblad"
UITLEG = "Uitleg"
META = "_meta"
VRAAG = "Wat vullen we in"
CODE, WAARDE, BEOORDELING = "Code", "Waarde", "Beoordeling"
REDEN, TOELICHTING = "Reden", "Toelichting"
CONTROLE = "Controle"
VORIGE_RONDE = "Vorige ronde"
INVULBLAD_KOLOMMEN = _namen(
    f"{CODE}, Thema, Afspraak, Indicator, {VRAAG}, Eenheid, Doel, {VORIGE_RONDE}, {WAARDE}, "
    f"{BEOORDELING}, {REDEN}, {TOELICHTING}, {CONTROLE}"
)
# Only in a correction workbook
OPMERKING = "Opmerking van de gemeente"
OPMERKINGEN = "Opmerkingen"
HERSTELBLAD_KOLOMMEN = (*INVULBLAD_KOLOMMEN[:-1], OPMERKING, CONTROLE)
# Only in a tussenstand
PLANNEN = "Plannen volgend jaar"
ALLE_KOLOMMEN = (*HERSTELBLAD_KOLOMMEN, PLANNEN)
BEOORDELING_VRAAG = "Hoe verloopt dit?"
BEVESTIGING_VRAAG = ("Is dit nog steeds ", "? Zo niet: kies een andere kleur en schrijf waarom")
COMPLEET = "Compleet"

# The matrix
SAMENVATTING = "Samenvatting"
VERSCHILLEN = "Verschillen"
ONTBREKEND = "Ontbrekend"
BEVINDINGEN = "Bevindingen"
HERKOMST = "Herkomst"
NIET_INGEVULD = "Niet ingevuld"
VERSCHIL = "Verschil"
GEEN_RONDE = "geen ronde"
NIET_GEVRAAGD = "–"
GRONDSLAG = "Grondslag"
FOCUSPUNTEN = "Focuspunten"
BESLUITVORMING = "Besluitvorming"
JAARPROGRAMMA = "Jaarprogramma"
BESPROKEN = "Besproken"
FOCUSPUNT = "Focuspunt"
NR, AFSPRAAK = "Nr", "Afspraak"
VOORTGANG = "Beoordeling voortgang"
VOORSTEL_INDICATOR, VOORSTEL_AFSPRAAK = "Voorstel indicator", "Voorstel afspraak"
BESLUIT, BESLUIT_REDEN, DATUM_BO = "Besluit BO", "Reden besluit", "Datum BO"
NOTITIE, TELT = "Notitie", "Telt"
WAT_VERSCHILT, AFGESPROKEN = "Wat verschilt", "Afgesproken"
BESLUIT_AO, TOELICHTING_AO = "Besluit AO", "Toelichting AO"
ACTIE, WIE, WANNEER = "Actie", "Wie", "Wanneer"
MODERATOR, VANAF = "Moderator ingehuurd", "Stemmen mag vanaf"
GESTEMD, UITSLAG = "Gestemd", "Uitslag"
PROGRAMMA, TREKKER, BEGIN, EINDE = "Programma", "Trekker", "Begin", "Einde"
NU, TOEN, TOEN_BESLUIT = "Antwoord nu", "Antwoord bij het besluit", "Besluit toen"
VASTGESTELD_IN = "Vastgesteld in het BO van"
MATRIXKENMERK = "Kenmerk van deze matrix"

MATRIX_LEESMIJ = "Leesmij"

# The years side by side
OVERZICHT = "Overzicht"
MEERJAREN = "Meerjarenoverzicht"
UITLEG_MEERJAREN = (
    "Een kleur is het besluit van het BO. Is er geen besluit, dan staat er het voorstel, met dat "
    "woord erbij en zonder kleur.",
    "Een jaar waarvan geen ronde is gevonden staat er als “geen ronde”. Daarna is een optelling "
    "niet bekend: er wordt niets ingevuld of geschat.",
    "Van elk jaar telt de evaluatie. Een tussenstand telt alleen zolang zij de nieuwste ronde is.",
    "Wat is gesplitst of samengevoegd, is één reeks: het totaal loopt door.",
)

FICTIEF = "FICTIEF VOORBEELD: deze antwoorden zijn verzonnen"
INTERN = "Intern: hier staan antwoorden van partijen in; niet publiceren"

REGEL_STEMMEN = (
    "Lukt overeenstemming niet, dan begeleidt een onafhankelijke moderator het gesprek. Pas als "
    "dat binnen de afgesproken periode niet helpt, kan er worden gestemd (hoofdstuk 8).",
    "De optie met de meeste stemmen wint. Staken de stemmen, of zijn er nog geen stemgewichten "
    "afgesproken (blad Instellingen van het sjabloon), dan staat er Onbeslist.",
    "Staat er bij Gestemd “niet herkend”, kies die stem dan uit de lijst; zo lang is er geen "
    "uitslag.",
    "De uitslag is geen besluit: dat vult u zelf in op de Monitoringstabel.",
)
