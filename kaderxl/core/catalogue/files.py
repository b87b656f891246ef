"""B2xx: a file."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

BESTAND_ONTBREEKT = fout("""B201 verlies
    Dit bestand of deze map is er niet.
    → Controleer de naam en de plaats.""")
GEEN_GEWOON_BESTAND = fout("""B202 verlies
    Dit is geen gewoon bestand maar {soort}.
    → Zet het bestand zelf in de map en geef dat op.""")
BESTAND_DICHT = fout("""B203 verlies
    Dit bestand kunnen we niet openen: {reden}.
    → Sluit het in andere programma's, of kopieer het naar een map waar u bij kunt.""")
BESTAND_LEEG = fout("""B204 verlies
    Dit bestand is leeg (0 bytes).
    → Vraag de partij het opnieuw te sturen.""")
BESTAND_TE_GROOT = fout("""B205 verlies
    Dit bestand is te groot: {grens} is {maximum}.
    → Vraag de partij een nieuw invulblad te gebruiken, zonder plaatjes en andere bladen.""")
GEEN_WERKBLAD = fout("""B206 verlies
    Dit is {soort}, geen rekenblad.
    → {raad}""")
BESTAND_BESCHADIGD = fout("""B207 verlies
    Dit bestand is beschadigd: {reden}.
    → Vraag de partij het bestand te openen, opnieuw op te slaan als .xlsx en nog eens te
      sturen.""")
BESTAND_VERSLEUTELD = fout("""B208 verlies
    Dit bestand heeft een wachtwoord.
    → Vraag de partij het wachtwoord eraf te halen: Bestand, Info, Werkmap beveiligen, Versleutelen
      met wachtwoord, veld leegmaken, opslaan.""")
LEZEN_DUURT_TE_LANG = fout("""B209 verlies
    Het lezen duurde langer dan {seconden} seconden ({grens}) en is gestopt.
    → Vraag de partij haar antwoorden in een nieuw invulblad te zetten.""")
LEZER_GESTOPT = fout("""B210 verlies
    Bij het lezen van dit bestand stopte de lezer.
    → Vraag de partij haar antwoorden in een nieuw invulblad te zetten.""")
OVERGESLAGEN = melding("""B211
    Overgeslagen: {soort}.
    → U hoeft niets te doen; hier staan geen antwoorden in.""")
BESTAND_VERDACHT = fout("""B212 verlies
    Dit bestand is anders opgebouwd dan het hoort te zijn: {reden}.
    → Vraag de partij haar antwoorden in een nieuw invulblad te zetten.""")
MACROS_GENEGEERD = melding("""B213
    In dit bestand zitten macro's; die zijn niet uitgevoerd.
    → U hoeft niets te doen; alleen de cellen zijn gelezen.""")
OUD_BESTANDSTYPE = melding("""B214 verlies
    In een bestand van dit type ({soort}) zien we geen opmerkingen, foutwaarden, formules, kleuren,
    getalopmaak, strepen, links, tekstvakken en afbeeldingen.
    → Open het bestand en kijk of zulke cellen erin staan; of sla het op als .xlsx en neem dat in.
    → Stond er een opmerking bij een cel? Zet die dan bij Toelichting.""")
ZIP_VERSLEUTELD = fout("""B215 verlies
    Dit bestand zit met een wachtwoord in het zip-bestand.
    → Vraag de afzender om het bestand zelf, of om een zip-bestand zonder wachtwoord.""")
ZIP_LEEG = fout("""B216 verlies
    In dit zip-bestand zit geen enkel bestand.
    → Vraag de afzender het opnieuw te sturen.""")
TE_DIEP_INGEPAKT = fout("""B217 verlies
    Dit is niet geopend: er zitten meer dan {aantal} {soort} in elkaar.
    → Pak het zelf uit en neem de invulbladen daarin in.""")
TE_VEEL_INGEPAKT = fout("""B218 verlies
    De rest hiervan is niet geopend: {grens} is {maximum}.
    → Pak het zelf uit en neem de invulbladen daarin in.""")
MAIL_ZONDER_BIJLAGE = melding("""B219
    Overgeslagen: een e-mail zonder bijlage.
    → Verwacht u een invulblad? Vraag de afzender het als bijlage te sturen.""")
BIJLAGE_ZONDER_INHOUD = fout("""B220 verlies
    De inhoud van deze bijlage zit niet in de e-mail; er staat alleen een verwijzing.
    → Vraag de afzender het bestand zelf als bijlage te sturen.""")

MAIL_ZONDER_REKENBLAD = waarschuwing("""B221 verlies
    Overgeslagen: {soort}, als bijlage bij een e-mail.
    → Wilde de afzender hiermee antwoorden? Vraag dan om het ingevulde invulblad zelf (.xlsx).""")

NIET_BEOORDEELD = fout("""B222 verlies
    Dit bestand is gelezen, maar bij het beoordelen ging iets mis dat niet mag gebeuren ({wat}).
    → Vraag de partij haar antwoorden in een nieuw invulblad te zetten, en meld dit aan wie kaderxl
      voor u beheert.""")

TEKENS_VAN_OUD_PROGRAMMA = melding("""B223
    Dit csv-bestand heeft de tekenset van {waarvan}. De letters met een teken zijn zo gelezen:
    {woorden}.
    → Kijk of deze woorden kloppen. Zo niet, vraag de partij haar blad op te slaan als .xlsx en dat
      te sturen.
    → Sla uw blad liever op als .xlsx: in een csv-bestand kunnen letters als é en ë verkeerd
      overkomen.""")
TEKENS_ONZEKER = waarschuwing("""B224 verlies
    Bij dit csv-bestand is niet zeker of alle letters goed gelezen zijn. Kijk naar: {woorden}.
    → Kloppen deze woorden niet, vraag de partij dan haar blad op te slaan als .xlsx en dat te
      sturen.
    → Sla uw blad op als .xlsx en stuur dat: in een csv-bestand kunnen letters als é en ë verkeerd
      overkomen.""")

MAIL_VERSLEUTELD = fout("""B230 verlies
    Deze e-mail is versleuteld; zonder de sleutel van wie haar kreeg is zij niet te openen.
    → Open haar in uw mailprogramma en bewaar de bijlage als bestand, of vraag de afzender haar
      zonder versleuteling te sturen.""")
BESTAND_MET_RECHTEN = fout("""B231 verlies
    Dit bestand heeft geen wachtwoord maar een label of een beperking van Microsoft
    (vertrouwelijkheidslabel, rechtenbeheer); alleen wie daarvoor is aangewezen kan het openen.
    → Vraag de afzender in Excel bij Start, Gevoeligheid een label zonder versleuteling te kiezen,
      of bij Bestand, Info, Werkmap beveiligen, Toegang beperken: Onbeperkte toegang. Open het
      anders zelf en sla het op als .xlsx zonder label.""")
MAIL_MET_RECHTEN = fout("""B232 verlies
    Deze e-mail is beveiligd met rechtenbeheer van Microsoft (een bijlage message.rpmsg).
    → Open haar in uw mailprogramma en bewaar de bijlage als bestand, of vraag de afzender haar
      zonder die beveiliging te sturen.""")
MAIL_MET_KOPPELING = waarschuwing("""B233 verlies
    In deze e-mail{wie} zit geen invulblad maar een koppeling naar {dienst}: {adres}. Zij is bewaard
    als retour/post/{bestand}.
    → Haal het bestand daar zelf op en neem het in met kaderxl collect, of vraag de afzender het als
      bijlage te sturen. Blijft deze mail daarna open, of hoort zij niet bij deze ronde, geef dan:
      kaderxl collect {ronde} --done {begin}.""")
GEEN_OVEREENKOMST = fout("""B240 verlies
    Dit is {soort}; daar lezen we geen overeenkomst uit.
    → Geef de overeenkomst als pdf, als Word-document (.docx), als tekst (.txt) of als rekenblad
      (.xlsx); een ander bestand slaat u zo op met het programma waarin het is gemaakt.""")
PDF_ZONDER_TEKST = fout("""B241 verlies
    In deze pdf staat geen tekst die we kunnen lezen: het zijn afbeeldingen, zoals van een scanner.
    → Vraag wie de overeenkomst maakte om het Word-document, of laat de tekst herkennen (OCR; veel
      scanners en pdf-programma's kunnen dat) en geef die pdf.""")
