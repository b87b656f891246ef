"""D6xx: the folders."""

from __future__ import annotations

from ..findings import Regel
from ..rounds import Ernst

_F, _W, _M = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.MELDING


RONDE_NIET_BEGONNEN = Regel(
    "D642",
    _F,
    "Van de {ronde} is er nog niets: geen invulbladen en geen inzendingen. Er is niets gemaakt.",
    "Controleer het jaar en de ronde. Is dit goed, begin dan met: kaderxl generate.",
)
MATRIX_IS_OPEN = Regel(
    "D601",
    _F,
    "De matrix is open in een rekenprogramma. Er is niets veranderd.",
    "Sla haar op, sluit haar en geef de opdracht opnieuw. Heeft niemand haar meer open, haal dan "
    "{slot} weg, dat naast haar staat.",
)
MATRIX_ONLEESBAAR = Regel(
    "D602",
    _F,
    "De matrix die er staat kunnen we niet lezen, dus ook de besluiten niet.",
    "Zet het bestand op een andere plek en geef de opdracht opnieuw. Er is niets veranderd.",
)
SCHRIJVEN_LUKT_NIET = Regel(
    "D603",
    _F,
    "Hier kunnen we niet schrijven: {reden}.",
    "Sluit het bestand in andere programma's, of kies een andere map met --output.",
)
NIETS_GEVRAAGD = Regel(
    "D604",
    _F,
    "In {ronde} is aan niemand iets te vragen.",
    "Kies een jaar binnen de looptijd {looptijd}.",
)
SJABLOON_FOUT = Regel(
    "D605",
    _F,
    "Het sjabloon heeft fouten; daarom is er niets gemaakt.",
    "Verbeter ze en controleer met: kaderxl check.",
)
INVULBLAD_BLIJFT = Regel(
    "D606",
    _W,
    "Dit invulblad is na het maken veranderd en blijft staan zoals het is.",
    "Haal het weg of geef het een andere naam als u een nieuw wilt.",
)
KEUZE_ZONDER_BESTAND = Regel(
    "D607",
    _F,
    "“{naam}” is geen ingenomen inzending. Er zijn: {namen}.",
    "Noem de naam zoals zij in de map retour staat, of het begin ervan.",
)
KEUZE_ONDUIDELIJK = Regel(
    "D608",
    _F,
    "“{naam}” kan meer dan één inzending zijn: {namen}.",
    "Noem de hele naam zoals zij in de map retour staat.",
)
HERSTELBLAD_BLIJFT = Regel(
    "D609",
    _W,
    "In het herstelblad dat er al staat heeft iemand geschreven; het blijft zoals het is: {pad}.",
    "Neem dat bestand in met kaderxl collect, of haal het weg en neem deze inzending nog eens in.",
)
PARTIJ_ZONDER_ADRES = Regel(
    "D610",
    _F,
    "Van {partij} weten we geen e-mailadres; voor haar is er geen mail gemaakt.",
    "Vul in het sjabloon op het blad Partijen bij {partij} de functionele postbus in.",
)
INVULBLAD_ONTBREEKT = Regel(
    "D611",
    _F,
    "Van {partij} is er nog geen invulblad om mee te sturen.",
    "Geef eerst: kaderxl generate.",
)
INVULBLAD_VERANDERD = Regel(
    "D612",
    _F,
    "Het invulblad van {partij} is anders dan kaderxl het nu maakt; het is niet in een mail gezet.",
    "Gebruikte u een ander sjabloon, geef dat dan ook hier met --template. Geef anders opnieuw: "
    "kaderxl generate. Schreef iemand in het blad, haal het dan eerst weg.",
)
AL_VERZONDEN = Regel(
    "D613",
    _M,
    "Deze mail aan {partij} is al verzonden op {wanneer}.",
    "U hoeft niets te doen. Nog eens sturen kan met --again.",
)
MAILINSTELLING_LEEG = Regel(
    "D614",
    _F,
    "De instelling “{naam}” is leeg; zonder haar kunnen we niet mailen.",
    "Vul haar in op het blad Instellingen van het sjabloon, of verstuur de concepten zelf.",
)
WACHTWOORD_ONTBREEKT = Regel(
    "D615",
    _F,
    "Er is geen wachtwoord voor {gebruiker}.",
    "Zet het in de omgeving als {variabele}, of in de sleutelbos van uw computer met: "
    "keyring set {sleutelbos} {gebruiker}. Nooit in een bestand.",
)
MAILSERVER_ONBEREIKBAAR = Regel(
    "D616",
    _F,
    "De mailserver {server} is niet te bereiken. Er is niets verzonden.",
    "Controleer de naam en de poort op het blad Instellingen, en of er internet is.",
)
GEEN_TLS = Regel(
    "D617",
    _F,
    "De mailserver {server} biedt geen beveiligde verbinding. Er is niets verzonden.",
    "Vraag uw beheerder om een poort met STARTTLS (587) of SMTPS (465).",
)
CERTIFICAAT_ONJUIST = Regel(
    "D618",
    _F,
    "Het certificaat van de mailserver {server} deugt niet: {reden}. Er is niets verzonden.",
    "Controleer de naam van de mailserver, of vraag uw beheerder.",
)
AANMELDEN_MISLUKT = Regel(
    "D619",
    _F,
    "De mailserver {server} laat ons niet binnen. Er is niets verzonden.",
    "Controleer de instelling “{gebruiker}” en het wachtwoord.",
)
MAIL_GEWEIGERD = Regel(
    "D620",
    _F,
    "De mailserver neemt de mail aan {partij} niet aan: {antwoord}.",
    "Controleer het adres op het blad Partijen en geef de opdracht nog eens.",
)
KOPIE_GEWEIGERD = Regel(
    "D621",
    _W,
    "De mail aan {partij} is verzonden, maar de kopie (cc) niet: {antwoord}.",
    "Controleer de instelling “cc” op het blad Instellingen.",
)
NIET_AAN_TOE = Regel(
    "D622",
    _F,
    "De verbinding viel weg; de mail aan {partij} is niet verzonden.",
    "Geef de opdracht nog eens: wie de mail al heeft, krijgt hem niet weer.",
)
AANKOMST_ONZEKER = Regel(
    "D623",
    _F,
    "De verbinding viel weg tijdens de mail aan {partij}; we weten niet of hij is aangekomen.",
    "Vraag het {partij}. Kwam hij niet aan, geef dan de opdracht met: --again “{partij}”.",
)
FICTIEF_NIET_VERSTUREN = Regel(
    "D624",
    _F,
    "Dit is een voorbeeld met verzonnen antwoorden; dat versturen we niet.",
    "Verstuur de mails van een echte ronde.",
)
GEEN_PARTIJ = Regel(
    "D625",
    _F,
    "“{naam}” is geen partij.",
    "Kies uit: {namen}.",
)
GEEN_RUIMTE = Regel(
    "D630",
    _F,
    "Hier kunnen we niet schrijven: {reden}.",
    "Maak ruimte en geef de opdracht opnieuw; wat er stond, staat er nog.",
)
LEZEN_LUKT_NIET = Regel(
    "D631",
    _F,
    "Dit bestand kunnen we niet lezen: {reden}. Er is niets veranderd.",
    "Sluit het in andere programma's, of vraag uw beheerder om toegang tot de map.",
)
BESTAND_IS_OPEN = Regel(
    "D632",
    _F,
    "Dit bestand is open in een rekenprogramma. Er is niets veranderd.",
    "Sluit het en geef de opdracht opnieuw. Heeft niemand het meer open, haal dan {slot} weg.",
)
KEUZE_ONLEESBAAR = Regel(
    "D633",
    _F,
    "Op regel {regel} van deze lijst staat bij “keuze” niet “telt” of “telt niet”, maar “{keuze}”. "
    "Er is niets veranderd.",
    "Herstel die regel. Laat de lijst verder zoals zij is.",
)
KEUZE_ZONDER_INZENDING = Regel(
    "D634",
    _F,
    "In keuze.csv staat een keuze over “{naam}”, en zo'n inzending is er niet.",
    "Zet het bestand terug in de map retour, of kies opnieuw met kaderxl collect --choose.",
    verlies=True,
)
MAP_BEZET = Regel(
    "D626",
    _F,
    "In deze map is {wie} nog steeds bezig. Er is niets veranderd.",
    "Wacht tot dat klaar is, of stop het, en geef de opdracht opnieuw.",
)
HALVERWEGE = Regel(
    "D627",
    _F,
    "Dit bestand konden we niet vervangen: {reden}. Wel al gedaan: {gedaan}.",
    "Sluit het bestand in andere programma's. De volgende opdracht in deze ronde maakt het af.",
)
VERANDERT_STEEDS = Regel(
    "D628",
    _F,
    "Dit bestand veranderde terwijl we ermee bezig waren, tot drie keer toe. Er is niets "
    "veranderd.",
    "Kijk wie of wat het bestand gebruikt, en geef de opdracht daarna opnieuw.",
)
LIJST_ONLEESBAAR = Regel(
    "D629",
    _F,
    "Deze lijst kunnen we niet lezen: op de eerste regel staat geen kolom “{kolom}”. Er is niets "
    "veranderd.",
    "Zet als eerste regel terug: {kolommen}. Of zet een kopie terug van voordat zij veranderde.",
)
LIJST_TE_NIEUW = Regel(
    "D655",
    _F,
    "Deze lijst is van een nieuwere kaderxl: zij heeft indeling {versie}, en wij kennen die tot en "
    "met {bekend}. Er is niets veranderd.",
    "Gebruik de nieuwere kaderxl, of zet een kopie terug van voordat zij veranderde.",
)
MATRIX_ANDERE_RONDE = Regel(
    "D640",
    _F,
    "Dit is de matrix van de {ronde}, niet van de {gevraagd}.",
    "Geef de opdracht met het jaar en de ronde van dit bestand. Er is niets veranderd.",
)
GEEN_MATRIX = Regel(
    "D641",
    _F,
    "Dit is geen matrix van kaderxl: er is geen tabel met de kolommen {koppen}.",
    "Neem het bestand dat kaderxl merge schreef, en vul daar de gele cellen in.",
)
RONDE_ONLEESBAAR = Regel(
    "D650",
    _W,
    "De {ronde} kunnen we niet lezen: {reden}. Zij telt nergens mee en is een gat in de reeks.",
    "Zet de map terug zoals zij was, of vraag wie haar beheert.",
    verlies=True,
)
ARCHIEF_GAAT_VOOR = Regel(
    "D651",
    _M,
    "De {ronde} is na het archiveren veranderd. We lezen het archief.",
    "Moet de verandering meetellen, archiveer de ronde dan opnieuw.",
)
ANDER_SJABLOON = Regel(
    "D652",
    _W,
    "De {ronde} is niet gearchiveerd en met een ander sjabloon gevraagd. Wat daarvan nu geen plek "
    "heeft telt niet mee; dat is {aantal} keer zo.",
    "Archiveer een ronde voordat u het sjabloon verandert.",
    verlies=True,
)
NOG_GEEN_RONDE = Regel(
    "D653",
    _F,
    "Hier is nog geen ronde met inzendingen of een matrix.",
    "Begin met kaderxl generate, of noem de goede map met --output.",
)
PARQUET_ONTBREEKT = Regel(
    "D654",
    _F,
    "Voor parquet is pyarrow nodig, en dat is hier niet geïnstalleerd.",
    "Geef pip install pyarrow, of kies --csv.",
)
RONDE_NIET_HEEL = Regel(
    "D660",
    _W,
    "Deze map van de {ronde} is niet heel: {reden}. We lezen die ronde uit {bron}.",
    "Zet de map terug uit een goede kopie; wat er aan een archief mist zegt kaderxl verify.",
)
GEEN_CONCEPT = Regel(
    "D670",
    _F,
    "Voor {namen} is er geen mail om te versturen. Er is niets genoteerd.",
    "Kies de mail met --remind of --receipts als u zo'n mail bedoelde, of noem een andere partij.",
)
LIJST_NIET_HEEL = Regel(
    "D671",
    _F,
    "Deze lijst is niet heel: een aanhalingsteken staat er alleen, en wat erachter komt is niet te "
    "lezen. Er is niets veranderd.",
    "Zoek in de lijst het aanhalingsteken dat alleen staat en haal het weg, of zet een kopie terug "
    "van voordat zij veranderde.",
)
NIET_STIL = Regel(
    "D672",
    _W,
    "{partij} schreef op {dag}; zij krijgt daarom geen herinnering.",
    "Lees haar mail (retour/post: {bestand}). Toch herinneren kan met --again “{partij}”.",
)
NIET_BEREIKT = Regel(
    "D673",
    _F,
    "{partij} krijgt geen herinnering: mail aan {adres} kwam niet aan ({reden}).",
    "Zet het goede adres op het blad Partijen en mail opnieuw. Toch aan dit adres kan met --again "
    "“{partij}”.",
)
INZENDING_VERANDERD = Regel(
    "D674",
    _F,
    "“{naam}” is in de map retour veranderd nadat het binnenkwam; zo telt het niet.",
    "Neem het oorspronkelijke bestand of de mail nog eens in en haal dit weg. Moet het tellen "
    "zoals het nu is? Geef dan: kaderxl collect --choose met deze naam, en --reason.",
    verlies=True,
)
INZENDING_WEG = Regel(
    "D675",
    _F,
    "“{naam}” staat in ontvangst.csv, maar is niet meer in de map retour.",
    "Zet het terug, of neem het bestand of de mail nog eens in. Hoort het er niet meer, haal dan "
    "ook zijn regel uit ontvangst.csv.",
    verlies=True,
)
STUK_VERANDERD = Regel(
    "D676",
    _F,
    "“{naam}” in de map retour/post is veranderd of weg, nadat het binnenkwam.",
    "Zet het terug, of neem de mail waarin het zat nog eens in.",
)
