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
MAILTEKSTEN = "Mailteksten"
LOPEND = "Dit doen we al"  # of the matrix too
BEGINSTAND = "Beginstand"
NORMEN = "Normen"
REGELS = "Regels"
JAARPROGRAMMA = "Jaarprogramma"
RONDES = "Rondes"
ACTIEPUNTEN = "Actiepunten"  # of the matrix too

VERVANGT = "vervangt"
LANDELIJK = "landelijk"
GEDRUKTE_KOLOMMEN = _namen(
    "Thema, Afspraak, Indicator, Jaar, Actiehouder, Beoordeling voortgang, Toelichting"
)
SJABLOON_KOLOMMEN: dict[str, tuple[str, ...]] = {
    INSTELLINGEN: _namen("instelling, waarde, toelichting"),
    PARTIJEN: _namen("code, naam, groep, e-mail, actief van, actief t/m, vervangt"),
    MONITORINGSTABEL: (
        *GEDRUKTE_KOLOMMEN,
        *_namen("code, leestekst, soort, combineren, status, lezing, opmerking, vervangt, trekker"),
        LANDELIJK,
    ),
    MEETWAARDEN: _namen(
        "code, indicator, omschrijving, soort, eenheid, combineren, telt als, over de jaren, "
        "verplicht, gevraagd aan, lezing, vervangt, landelijk"
    ),
    DOELEN: _namen(
        "indicator, t/m jaar, minimum, maximum, partij, omschrijving, bron, lezing, telling, "
        "meetwaarde, meter"
    ),
    PLANNING: _namen(
        "overleg, kwartaal, regel, doel, datum, begin, eind, plaats, genodigden, lezing"
    ),
    LIJSTEN: _namen(
        "beoordeling, betekenis, synoniemen, symbool, vulling, tekstkleur, rang, vraagt reden, "
        "vraagt toelichting, bijzonder"
    ),
    VRAGEN: _namen("nr, over, vraag, bron, antwoord"),
    MAILTEKSTEN: _namen("soort, onderwerp, tekst"),
    BEGINSTAND: _namen("meetwaarde, partij, waarde, erbij, peildatum, bron, lezing"),
    NORMEN: _namen("norm, jaar, waarde, bron"),
    REGELS: _namen("soort, waar, vergelijk met, factor, pas boven, vraag, lezing"),
    JAARPROGRAMMA: _namen("jaar, afspraak, activiteiten, trekker, begin, einde, bron"),
    RONDES: _namen(
        "ronde, afkorting, peildatum, inleveren, overleg, in woorden, vraagt ook, actief van, "
        "actief t/m"
    ),
    LOPEND: _namen("code, thema, tekst, datum, vragen, gevraagd aan, bron, lezing, opmerking"),
}
MAG_ONTBREKEN = frozenset({MAILTEKSTEN, BEGINSTAND, NORMEN, REGELS, JAARPROGRAMMA, RONDES, LOPEND})
"""The sheets that a template may do without."""
REDEN_BIJ = "reden bij "
"""Before a word of the light: the header over its reasons, on the sheet Lijsten."""
OVER_DE_JAREN = ("optellen", "vervangen")
TELLINGEN = ("opgeteld", "per jaar")
JA_OF_NEE = ("ja", "nee")
LOOPT, GESTOPT, KLAAR = LOPEND_WOORDEN = ("loopt", "gestopt", "klaar")
STATUSSEN = ("vast", "open")
ONTBREEKT_IN_DE_TEKST = "In de tekst ontbreekt"
"""How the opmerking begins of a row that was made from a text: then what is missing, and a stop."""
LEZINGEN = ("gedrukt", "voorstel", "vastgesteld")
JAARLIJKSE_MIJLPAAL, KWALITATIEF = "jaarlijkse mijlpaal", "kwalitatief"
INDICATORSOORTEN = (
    *_namen("aantal, percentage, aantal en percentage, mijlpaal"),
    JAARLIJKSE_MIJLPAAL,
    KWALITATIEF,
)

# The input sheet
INVULBLAD = "Invulblad"
UITLEG = "Uitleg"
META = "_meta"
VRAAG, EENHEID = "Wat vullen we in", "Eenheid"
CODE, WAARDE, BEOORDELING = "Code", "Waarde", "Beoordeling"
ANTWOORD, AKKOORD = "Antwoord", "Akkoord?"
"""What a partij sees over its beoordelingen and its values, and over what it says to a voorzet."""
REDEN, TOELICHTING = "Reden", "Toelichting"
CONTROLE = "Controle"
VORIGE_RONDE = "Vorige ronde"
VOORZET, VOORZET_OF_VORIGE = "Voorzet", "Voorzet of vorige ronde"
EERDER = (VORIGE_RONDE, VOORZET, VOORZET_OF_VORIGE)
"""What stood over the answers of before, when these had a column; what was asked tells which."""
VASTE_CELLEN = _namen(
    f"{CODE}, Thema, Afspraak, Indicator, {VRAAG}, {EENHEID}, Doel, {VORIGE_RONDE}"
)
"""What is printed with a question. It stood in these columns before it came to stand together."""
INVULBLAD_KOLOMMEN = _namen(
    f"{CODE}, {VRAAG}, {ANTWOORD}, {EENHEID}, {REDEN}, {TOELICHTING}, {CONTROLE}"
)
# Only in a correction workbook
OPMERKING, BEKIJKEN = "Opmerking van de gemeente", "Bekijken"
OPMERKINGEN = "Opmerkingen"
# What is answered in words; it had a column of its own before, and that another name
PLANNEN, PLANNEN_EERDER = "Plannen en acties", "Plannen volgend jaar"
ALLE_KOLOMMEN = (
    *INVULBLAD_KOLOMMEN, AKKOORD, OPMERKING, BEKIJKEN,
    *VASTE_CELLEN, *EERDER[1:], WAARDE, BEOORDELING, PLANNEN, PLANNEN_EERDER,
)  # fmt: skip
"""Every column that a sheet has, or had."""
BEOORDELING_VRAAG, JAARLIJKSE_VRAAG = "Hoe verloopt dit?", "Hoe verloopt dit in {}?"
OORDEEL_VRAAG = "Schrijf ook waarom"
BEVESTIGING_VRAAG = ("Is dit nog steeds ", "? Zo niet: kies een andere kleur en schrijf waarom")
AKKOORD_VRAAG = ("Akkoord met de voorzet van ", "? Zo niet: kies uw eigen kleur en schrijf waarom")
NOG_STEEDS = " dat dit nog steeds "
"""In the question after an akkoord with a confirmation."""
DOORGESCHOVEN = "doorgeschoven"

# The matrix
SAMENVATTING = "Samenvatting"
VERSCHILLEN = "Verschillen"
ONTBREKEND = "Ontbrekend"
BEVINDINGEN = "Bevindingen"
HERKOMST = "Herkomst"
NIET_INGEVULD = "Niet ingevuld"
NIET_GEREAGEERD, NOG_GEEN_VOORZET = "Nog niet gereageerd", "Nog geen voorzet"
VERSCHIL = "Verschil"
GEEN_RONDE = "geen ronde"
NIET_GEVRAAGD = "–"
GRONDSLAG = "Grondslag"
TOELICHTINGEN = "Toelichtingen"
LEES_VERDER = f"… lees verder op het blad {TOELICHTINGEN}, bij {{}}"
"""Where a cell has no room for all that was written: the code or afspraak to look for there."""
BESLUITENLIJST = "Besluitenlijst"
FOCUSPUNTEN = "Focuspunten"
BESLUITVORMING = "Besluitvorming"
WIJZIGINGEN, STEMMINGEN = "Wijzigingen", "Stemmingen"
BESPROKEN, BO_BESLOOT = "Besproken", "BO besloot"
FOCUSPUNT = "Focuspunt"
NR, AFSPRAAK = "Nr", "Afspraak"
VOORTGANG = "Beoordeling voortgang"
VOORSTEL_INDICATOR, VOORSTEL_AFSPRAAK = "Voorstel indicator", "Voorstel afspraak"
BESLUIT, BESLUIT_REDEN, DATUM_BO = "Besluit BO", "Reden besluit", "Datum BO"
GEZET = "Besluit of voorstel"
DOEL, DOEL_GEHAALD = "Doel", "Doel gehaald?"
REDENEN, PLANNEN_PARTIJEN = "Reden en toelichting", "Plannen van de partijen"
ACTIEHOUDERS = "Actiehouders"
REDENEN_PARTIJEN, WAAROM = "Redenen van de partijen", "Hoe lang en waarom"
NOTITIE, TELT = "Notitie", "Telt"
VOORSTEL, NOG_TE_DOEN = "Voorstel", "Nog te doen"
WAT_VERSCHILT, AFGESPROKEN = "Wat verschilt", "Afgesproken"
WAT_ZIJ_ZEGGEN = "Wat de partijen zeggen"
BESLUIT_AO, TOELICHTING_AO, SINDSDIEN = "Besluit AO", "Toelichting AO", "Sindsdien"
KOPPEN_OVERLEG = (BESLUIT, DATUM_BO, BESLUIT_AO, TOELICHTING_AO)
"""The headers that name an overleg."""
ACTIE, WIE, WANNEER = "Actie", "Wie", "Wanneer"
MODERATOR, VANAF = "Moderator ingehuurd", "Stemmen mag vanaf"
MODERATOR_HEET = "moderator"
GESTEMD, UITSLAG = "Gestemd", "Uitslag"
PROGRAMMA, TREKKER, BEGIN, EINDE = "Programma", "Trekker", "Begin", "Einde"
NU, TOEN, TOEN_BESLUIT = "Antwoord nu", "Antwoord bij het besluit", "Besluit toen"
VASTGESTELD_IN = "Vastgesteld in het BO van"
GEEN_BOD = "Geen bod, bevestigd in het BO van"
VOORSTEL_VAN, VOORGESTELD = "Voorstel van", "Wat is voorgesteld"
SOORT_WIJZIGING, WAARBIJ = "Soort wijziging", "Bij code, nummer of thema"
AFSPRAAK_WORDT, INDICATOR_WORDT = "Afspraak wordt", "Indicator wordt"
JAAR_WORDT, ACTIEHOUDER_WORDT, GAAT_DOOR_OP = "Jaren", "Actiehouder wordt", "Vervangt code"
VRAAG_ERBIJ, SOORT_ANTWOORD, IN_EENHEID = "Wat we vragen", "Soort antwoord", "In welke eenheid"
DOEL_TM, DOEL_MINSTENS, DOEL_HOOGSTENS = "Doel t/m jaar", "Doel minstens", "Doel hoogstens"
TOELICHTING_BESLUIT, ZO_GELEZEN = "Toelichting besluit", "Zo gelezen"
STEMVRAAG, OPTIE = "Vraag", "Optie {}"
WIE_MODEREERT, OVERLEG_TOT = "Wie modereert", "Overleg tot en met"
WAT_BESLOTEN = "Wat is besloten"
MATRIXKENMERK = "Kenmerk van deze matrix"

MATRIX_LEESMIJ = "Leesmij"
MATRIXBLADEN = (
    SAMENVATTING, BESLUITENLIJST, MONITORINGSTABEL, FOCUSPUNTEN, VERSCHILLEN, BESLUITVORMING,
    STEMMINGEN, WIJZIGINGEN, TOELICHTINGEN, ACTIEPUNTEN, LOPEND, ONTBREKEND, BEVINDINGEN,
    GRONDSLAG, HERKOMST, MATRIX_LEESMIJ,
)  # fmt: skip

# The years side by side
OVERZICHT = "Overzicht"
MEERJAREN = "Meerjarenoverzicht"
UITLEG_MEERJAREN = (
    "Een kleur is het besluit van het BO. Is er geen besluit, dan staat er het voorstel, met dat "
    "woord erbij en zonder kleur.",
    "Een jaar waarvan geen ronde is gevonden staat er als “geen ronde”. Daarna is een optelling "
    "niet bekend: er wordt niets ingevuld of geschat.",
    "Van elk jaar telt {sluit}. {eerder} telt alleen zolang zij de nieuwste ronde is.",
    "Wat is gesplitst of samengevoegd, is één reeks: het totaal loopt door.",
)

FICTIEF = "FICTIEF VOORBEELD: deze antwoorden zijn verzonnen"
INTERN = "Intern: hier staan antwoorden van partijen in; niet publiceren"

REGEL_STEMMEN = (
    "De optie met de meeste stemmen wint. Staken de stemmen, of zijn er nog geen stemgewichten "
    "afgesproken (blad Instellingen van het sjabloon), dan staat er Onbeslist.",
    "Staat er bij Gestemd “niet herkend”, kies die stem dan uit de lijst; zo lang is er geen "
    "uitslag.",
    "De uitslag is geen besluit: dat vult u zelf in op de Besluitenlijst.",
)
