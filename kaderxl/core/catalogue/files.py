"""B2xx: a file."""

from __future__ import annotations

from ..findings import Regel
from ..rounds import Ernst

_F, _W, _M = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.MELDING


BESTAND_ONTBREEKT = Regel(
    "B201",
    _F,
    "Dit bestand of deze map is er niet.",
    "Controleer de naam en de plaats.",
    verlies=True,
)
GEEN_GEWOON_BESTAND = Regel(
    "B202",
    _F,
    "Dit is geen gewoon bestand maar {soort}.",
    "Zet het bestand zelf in de map en geef dat op.",
    verlies=True,
)
BESTAND_DICHT = Regel(
    "B203",
    _F,
    "Dit bestand kunnen we niet openen: {reden}.",
    "Sluit het in andere programma's, of kopieer het naar een map waar u bij kunt.",
    verlies=True,
)
BESTAND_LEEG = Regel(
    "B204",
    _F,
    "Dit bestand is leeg (0 bytes).",
    "Vraag de partij het opnieuw te sturen.",
    verlies=True,
)
BESTAND_TE_GROOT = Regel(
    "B205",
    _F,
    "Dit bestand is te groot: {grens} is {maximum}.",
    "Vraag de partij een nieuw invulblad te gebruiken, zonder plaatjes en andere bladen.",
    verlies=True,
)
GEEN_WERKBLAD = Regel(
    "B206",
    _F,
    "Dit is {soort}, geen rekenblad.",
    "{raad}",
    verlies=True,
)
BESTAND_BESCHADIGD = Regel(
    "B207",
    _F,
    "Dit bestand is beschadigd: {reden}.",
    "Vraag de partij het bestand te openen, opnieuw op te slaan als .xlsx en nog eens te sturen.",
    verlies=True,
)
BESTAND_VERSLEUTELD = Regel(
    "B208",
    _F,
    "Dit bestand heeft een wachtwoord.",
    "Vraag de partij het wachtwoord eraf te halen: Bestand, Info, Werkmap beveiligen, "
    "Versleutelen met wachtwoord, veld leegmaken, opslaan.",
    verlies=True,
)
LEZEN_DUURT_TE_LANG = Regel(
    "B209",
    _F,
    "Het lezen duurde langer dan {seconden} seconden ({grens}) en is gestopt.",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten.",
    verlies=True,
)
LEZER_GESTOPT = Regel(
    "B210",
    _F,
    "Bij het lezen van dit bestand stopte de lezer.",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten.",
    verlies=True,
)
OVERGESLAGEN = Regel(
    "B211", _M, "Overgeslagen: {soort}.", "U hoeft niets te doen; hier staan geen antwoorden in."
)
BESTAND_VERDACHT = Regel(
    "B212",
    _F,
    "Dit bestand is anders opgebouwd dan het hoort te zijn: {reden}.",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten.",
    verlies=True,
)
MACROS_GENEGEERD = Regel(
    "B213",
    _M,
    "In dit bestand zitten macro's; die zijn niet uitgevoerd.",
    "U hoeft niets te doen; alleen de cellen zijn gelezen.",
)
OUD_BESTANDSTYPE = Regel(
    "B214",
    _M,
    "In een bestand van dit type ({soort}) zien we geen opmerkingen, foutwaarden, formules, "
    "kleuren, getalopmaak, strepen, links, tekstvakken en afbeeldingen.",
    "Open het bestand en kijk of zulke cellen erin staan; of sla het op als .xlsx en neem dat in.",
    voor_partij="Stond er een opmerking bij een cel? Zet die dan bij Toelichting.",
    verlies=True,
)
ZIP_VERSLEUTELD = Regel(
    "B215",
    _F,
    "Dit bestand zit met een wachtwoord in het zip-bestand.",
    "Vraag de afzender om het bestand zelf, of om een zip-bestand zonder wachtwoord.",
    verlies=True,
)
ZIP_LEEG = Regel(
    "B216",
    _F,
    "In dit zip-bestand zit geen enkel bestand.",
    "Vraag de afzender het opnieuw te sturen.",
    verlies=True,
)
TE_DIEP_INGEPAKT = Regel(
    "B217",
    _F,
    "Dit is niet geopend: er zitten meer dan {aantal} {soort} in elkaar.",
    "Pak het zelf uit en neem de invulbladen daarin in.",
    verlies=True,
)
TE_VEEL_INGEPAKT = Regel(
    "B218",
    _F,
    "De rest hiervan is niet geopend: {grens} is {maximum}.",
    "Pak het zelf uit en neem de invulbladen daarin in.",
    verlies=True,
)
MAIL_ZONDER_BIJLAGE = Regel(
    "B219",
    _M,
    "Overgeslagen: een e-mail zonder bijlage.",
    "Verwacht u een invulblad? Vraag de afzender het als bijlage te sturen.",
)
BIJLAGE_ZONDER_INHOUD = Regel(
    "B220",
    _F,
    "De inhoud van deze bijlage zit niet in de e-mail; er staat alleen een verwijzing.",
    "Vraag de afzender het bestand zelf als bijlage te sturen.",
    verlies=True,
)

MAIL_ZONDER_REKENBLAD = Regel(
    "B221",
    _W,
    "Overgeslagen: {soort}, als bijlage bij een e-mail.",
    "Wilde de afzender hiermee antwoorden? Vraag dan om het ingevulde invulblad zelf (.xlsx).",
    verlies=True,
)

NIET_BEOORDEELD = Regel(
    "B222",
    _F,
    "Dit bestand is gelezen, maar bij het beoordelen ging iets mis dat niet mag gebeuren ({wat}).",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten, en meld dit aan wie "
    "kaderxl voor u beheert.",
    verlies=True,
)

MAIL_VERSLEUTELD = Regel(
    "B230",
    _F,
    "Deze e-mail is versleuteld; zonder de sleutel van wie haar kreeg is zij niet te openen.",
    "Open haar in uw mailprogramma en bewaar de bijlage als bestand, of vraag de afzender haar "
    "zonder versleuteling te sturen.",
    verlies=True,
)
BESTAND_MET_RECHTEN = Regel(
    "B231",
    _F,
    "Dit bestand heeft geen wachtwoord maar een label of een beperking van Microsoft "
    "(vertrouwelijkheidslabel, rechtenbeheer); alleen wie daarvoor is aangewezen kan het openen.",
    "Vraag de afzender in Excel bij Start, Gevoeligheid een label zonder versleuteling te kiezen, "
    "of bij Bestand, Info, Werkmap beveiligen, Toegang beperken: Onbeperkte toegang. Open het "
    "anders zelf en sla het op als .xlsx zonder label.",
    verlies=True,
)
MAIL_MET_RECHTEN = Regel(
    "B232",
    _F,
    "Deze e-mail is beveiligd met rechtenbeheer van Microsoft (een bijlage message.rpmsg).",
    "Open haar in uw mailprogramma en bewaar de bijlage als bestand, of vraag de afzender haar "
    "zonder die beveiliging te sturen.",
    verlies=True,
)
MAIL_MET_KOPPELING = Regel(
    "B233",
    _W,
    "In deze e-mail zit geen invulblad maar een koppeling naar {dienst}{naam}.",
    "Haal het bestand daar zelf op en neem het in met kaderxl collect, of vraag de afzender het "
    "als bijlage te sturen.",
    verlies=True,
)
