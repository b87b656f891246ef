"""D6xx: the folders."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

RONDE_NIET_BEGONNEN = fout("""D642
    Van de {ronde} is er nog niets: geen invulbladen en geen inzendingen. Er is niets gemaakt.
    → Controleer het jaar en de ronde. Is dit goed, begin dan met: kaderxl generate.""")
MATRIX_IS_OPEN = fout("""D601
    De matrix is open in een rekenprogramma. Er is niets veranderd.
    → Sla haar op, sluit haar en geef de opdracht opnieuw. Heeft niemand haar meer open, haal dan
      {slot} weg, dat naast haar staat.""")
MATRIX_ONLEESBAAR = fout("""D602
    De matrix die er staat kunnen we niet lezen, dus ook de besluiten niet.
    → Zet het bestand op een andere plek en geef de opdracht opnieuw. Er is niets veranderd.""")
SCHRIJVEN_LUKT_NIET = fout("""D603
    Hier kunnen we niet schrijven: {reden}.
    → Sluit het bestand in andere programma's, of kies een andere map met --output.""")
NIETS_GEVRAAGD = fout("""D604
    In {ronde} is aan niemand iets te vragen.
    → Kies een jaar binnen de looptijd {looptijd}.""")
SJABLOON_FOUT = fout("""D605
    Het sjabloon heeft fouten; daarom is er niets gemaakt.
    → Verbeter ze en controleer met: kaderxl check.""")
INVULBLAD_BLIJFT = waarschuwing("""D606
    Dit invulblad is na het maken veranderd en blijft staan zoals het is.
    → Haal het weg of geef het een andere naam als u een nieuw wilt.""")
KEUZE_ZONDER_BESTAND = fout("""D607
    “{naam}” is geen ingenomen inzending. Er zijn: {namen}.
    → Noem de naam zoals zij in de map retour staat, of het begin ervan.""")
KEUZE_ONDUIDELIJK = fout("""D608
    “{naam}” kan meer dan één inzending zijn: {namen}.
    → Noem de hele naam zoals zij in de map retour staat.""")
HERSTELBLAD_BLIJFT = waarschuwing("""D609
    In het herstelblad dat er al staat heeft iemand geschreven; het blijft zoals het is: {pad}.
    → Neem dat bestand in met kaderxl collect, of haal het weg en neem deze inzending nog eens
      in.""")
PARTIJ_ZONDER_ADRES = fout("""D610
    Van {partij} weten we geen e-mailadres; voor haar is er geen mail gemaakt.
    → Vul in het sjabloon op het blad Partijen bij {partij} de functionele postbus in.""")
INVULBLAD_ONTBREEKT = fout("""D611
    Van {partij} is er nog geen invulblad om mee te sturen.
    → Geef eerst: kaderxl generate.""")
INVULBLAD_VERANDERD = fout("""D612
    Het invulblad van {partij} is anders dan kaderxl het nu maakt; het is niet in een mail gezet.
    → Gebruikte u een ander sjabloon, geef dat dan ook hier met --template. Geef anders opnieuw:
      kaderxl generate. Schreef iemand in het blad, haal het dan eerst weg.""")
AL_VERZONDEN = melding("""D613
    Deze mail aan {partij} is al verzonden op {wanneer}.
    → U hoeft niets te doen. Nog eens sturen kan met --again.""")
MAILINSTELLING_LEEG = fout("""D614
    De instelling “{naam}” is leeg; zonder haar kunnen we niet mailen.
    → Vul haar in op het blad Instellingen van het sjabloon, of verstuur de concepten zelf.""")
WACHTWOORD_ONTBREEKT = fout("""D615
    Er is geen wachtwoord voor {gebruiker}.
    → Zet het in de omgeving als {variabele}, of in de sleutelbos van uw computer met: keyring set
      {sleutelbos} {gebruiker}. Nooit in een bestand.""")
MAILSERVER_ONBEREIKBAAR = fout("""D616
    De mailserver {server} is niet te bereiken. Er is niets verzonden.
    → Controleer de naam en de poort op het blad Instellingen, en of er internet is.""")
GEEN_TLS = fout("""D617
    De mailserver {server} biedt geen beveiligde verbinding. Er is niets verzonden.
    → Vraag uw beheerder om een poort met STARTTLS (587) of SMTPS (465).""")
CERTIFICAAT_ONJUIST = fout("""D618
    Het certificaat van de mailserver {server} deugt niet: {reden}. Er is niets verzonden.
    → Controleer de naam van de mailserver, of vraag uw beheerder.""")
AANMELDEN_MISLUKT = fout("""D619
    De mailserver {server} laat ons niet binnen. Er is niets verzonden.
    → Controleer de instelling “{gebruiker}” en het wachtwoord.""")
MAIL_GEWEIGERD = fout("""D620
    De mailserver neemt de mail aan {partij} niet aan: {antwoord}.
    → Controleer het adres op het blad Partijen en geef de opdracht nog eens.""")
KOPIE_GEWEIGERD = waarschuwing("""D621
    De mail aan {partij} is verzonden, maar de kopie (cc) niet: {antwoord}.
    → Controleer de instelling “cc” op het blad Instellingen.""")
NIET_AAN_TOE = fout("""D622
    De verbinding viel weg; de mail aan {partij} is niet verzonden.
    → Geef de opdracht nog eens: wie de mail al heeft, krijgt hem niet weer.""")
AANKOMST_ONZEKER = fout("""D623
    De verbinding viel weg tijdens de mail aan {partij}; we weten niet of hij is aangekomen.
    → Vraag het {partij}. Kwam hij niet aan, geef dan de opdracht met: --again “{partij}”.""")
FICTIEF_NIET_VERSTUREN = fout("""D624
    Dit is een voorbeeld met verzonnen antwoorden; dat versturen we niet.
    → Verstuur de mails van een echte ronde.""")
GEEN_PARTIJ = fout("""D625
    “{naam}” is geen partij.
    → Kies uit: {namen}.""")
GEEN_RUIMTE = fout("""D630
    Hier kunnen we niet schrijven: {reden}.
    → Maak ruimte en geef de opdracht opnieuw; wat er stond, staat er nog.""")
LEZEN_LUKT_NIET = fout("""D631
    Dit bestand kunnen we niet lezen: {reden}. Er is niets veranderd.
    → Sluit het in andere programma's, of vraag uw beheerder om toegang tot de map.""")
BESTAND_IS_OPEN = fout("""D632
    Dit bestand is open in een rekenprogramma. Er is niets veranderd.
    → Sluit het en geef de opdracht opnieuw. Heeft niemand het meer open, haal dan {slot} weg.""")
KEUZE_ONLEESBAAR = fout("""D633
    Op regel {regel} van deze lijst staat bij “keuze” niet “telt” of “telt niet”, maar “{keuze}”. Er
    is niets veranderd.
    → Herstel die regel. Laat de lijst verder zoals zij is.""")
KEUZE_ZONDER_INZENDING = fout("""D634 verlies
    In keuze.csv staat een keuze over “{naam}”, en zo'n inzending is er niet.
    → Zet het bestand terug in de map retour, of kies opnieuw met kaderxl collect --choose.""")
MAP_BEZET = fout("""D626
    In deze map is {wie} nog steeds bezig. Er is niets veranderd.
    → Wacht tot dat klaar is, of stop het, en geef de opdracht opnieuw.""")
HALVERWEGE = fout("""D627
    Dit bestand konden we niet vervangen: {reden}. Wel al gedaan: {gedaan}.
    → Sluit het bestand in andere programma's. De volgende opdracht in deze ronde maakt het af.""")
VERANDERT_STEEDS = fout("""D628
    Dit bestand veranderde terwijl we ermee bezig waren, tot drie keer toe. Er is niets veranderd.
    → Kijk wie of wat het bestand gebruikt, en geef de opdracht daarna opnieuw.""")
LIJST_ONLEESBAAR = fout("""D629
    Deze lijst kunnen we niet lezen: op de eerste regel staat geen kolom “{kolom}”. Er is niets
    veranderd.
    → Zet als eerste regel terug: {kolommen}. Of zet een kopie terug van voordat zij veranderde.""")
LIJST_TE_NIEUW = fout("""D655
    Deze lijst is van een nieuwere kaderxl: zij heeft indeling {versie}, en wij kennen die tot en
    met {bekend}. Er is niets veranderd.
    → Gebruik de nieuwere kaderxl, of zet een kopie terug van voordat zij veranderde.""")
MATRIX_ANDERE_RONDE = fout("""D640
    Dit is de matrix van de {ronde}, niet van de {gevraagd}.
    → Geef de opdracht met het jaar en de ronde van dit bestand. Er is niets veranderd.""")
GEEN_MATRIX = fout("""D641
    Dit is geen matrix van kaderxl: er is geen tabel met de kolommen {koppen}.
    → Neem het bestand dat kaderxl merge schreef, en vul daar de gele cellen in.""")
RONDE_ONLEESBAAR = waarschuwing("""D650 verlies
    De {ronde} kunnen we niet lezen: {reden}. Zij telt nergens mee en is een gat in de reeks.
    → Zet de map terug zoals zij was, of vraag wie haar beheert.""")
ARCHIEF_GAAT_VOOR = melding("""D651
    De {ronde} is na het archiveren veranderd. We lezen het archief.
    → Moet de verandering meetellen, archiveer de ronde dan opnieuw.""")
ANDER_SJABLOON = waarschuwing("""D652 verlies
    De {ronde} is niet gearchiveerd en met een ander sjabloon gevraagd. Wat daarvan nu geen plek
    heeft telt niet mee; dat is {aantal} keer zo.
    → Archiveer een ronde voordat u het sjabloon verandert.""")
NOG_GEEN_RONDE = fout("""D653
    Hier is nog geen ronde met inzendingen of een matrix.
    → Begin met kaderxl generate, of noem de goede map met --output.""")
PARQUET_ONTBREEKT = fout("""D654
    Voor parquet is pyarrow nodig, en dat is hier niet geïnstalleerd.
    → Geef pip install pyarrow, of kies --csv.""")
RONDE_NIET_HEEL = waarschuwing("""D660
    Deze map van de {ronde} is niet heel: {reden}. We lezen die ronde uit {bron}.
    → Zet de map terug uit een goede kopie; wat er aan een archief mist zegt kaderxl verify.""")
GEEN_CONCEPT = fout("""D670
    Voor {namen} is er geen mail om te versturen. Er is niets genoteerd.
    → Kies de mail met --remind of --receipts als u zo'n mail bedoelde, of noem een andere
      partij.""")
LIJST_NIET_HEEL = fout("""D671
    Deze lijst is niet heel: een aanhalingsteken staat er alleen, en wat erachter komt is niet te
    lezen. Er is niets veranderd.
    → Zoek in de lijst het aanhalingsteken dat alleen staat en haal het weg, of zet een kopie terug
      van voordat zij veranderde.""")
NIET_STIL = waarschuwing("""D672
    {partij} schreef op {dag}; zij krijgt daarom geen herinnering.
    → Lees haar mail (retour/post: {bestand}). Toch herinneren kan met --again “{partij}”.""")
NIET_BEREIKT = fout("""D673
    {partij} krijgt geen herinnering: mail aan {adres} kwam niet aan ({reden}).
    → Zet het goede adres op het blad Partijen en mail opnieuw. Toch aan dit adres kan met --again
      “{partij}”.""")
INZENDING_VERANDERD = fout("""D674 verlies
    “{naam}” is in de map retour veranderd nadat het binnenkwam; zo telt het niet.
    → Neem het oorspronkelijke bestand of de mail nog eens in en haal dit weg. Moet het tellen zoals
      het nu is? Geef dan: kaderxl collect --choose met deze naam, en --reason.""")
INZENDING_WEG = fout("""D675 verlies
    “{naam}” staat in ontvangst.csv, maar is niet meer in de map retour.
    → Zet het terug, of neem het bestand of de mail nog eens in. Hoort het er niet meer, haal dan
      ook zijn regel uit ontvangst.csv.""")
STUK_VERANDERD = fout("""D676
    “{naam}” in de map retour/post is veranderd of weg, nadat het binnenkwam.
    → Zet het terug, of neem de mail waarin het zat nog eens in.""")
SYSTEEM_WEIGERT = fout("""D661
    Dit lukte niet: {reden}.
    → Los dat op en geef de opdracht opnieuw.""")
GEEN_GEHEUGEN = fout("""D662
    Deze computer heeft hiervoor te weinig geheugen vrij.
    → Sluit andere programma's en geef de opdracht opnieuw.""")
MAP_TE_RUIM = fout("""D663
    Dit is de hele schijf, of een map met alles van u erin. Er is niets ingenomen.
    → Noem de map waarin de inzendingen staan.""")
MAILSERVER_NU_NIET = fout("""D664
    De mailserver {server} wil nu even niet: {antwoord}. Er is niets verzonden.
    → Probeer het later opnieuw; aan het sjabloon en het wachtwoord ligt het niet.""")
MAILSERVER_WEIGERT = fout("""D665
    De mailserver {server} helpt ons niet: {antwoord}. Er is niets verzonden.
    → Controleer de naam en de poort op het blad Instellingen, of vraag uw beheerder.""")
MAIL_NU_NIET = fout("""D666
    De mailserver neemt de mail aan {partij} nu niet aan: {antwoord}.
    → Geef de opdracht later nog eens; met het adres hoeft niets mis te zijn.""")
AFZENDER_GEWEIGERD = fout("""D667
    De mailserver laat {afzender} niet als afzender toe: {antwoord}. De mail aan {partij} is niet
    verzonden.
    → Controleer de instellingen “afzender” en “mailgebruiker”, of vraag uw beheerder.""")
MATRIX_ANDER_KADER = fout("""D680
    Dit is een matrix van andere kaderafspraken: haar kenmerk is {kenmerk}, en dat van de
    {kader} begint met {eigen}. Er is niets veranderd.
    → Kijk van welke gemeente het bestand is. Neem de matrix van deze ronde.""")
MATRIX_VERZONNEN = fout("""D681
    Dit is een matrix met verzonnen antwoorden (een voorbeeld), en deze ronde is echt. Er is niets
    veranderd.
    → Neem de matrix die kaderxl merge in deze ronde schreef.""")
MATRIX_NIET_VERZONNEN = fout("""D682
    Deze ronde is een voorbeeld met verzonnen antwoorden, en deze matrix is dat niet. Er is niets
    veranderd.
    → Geef de opdracht met --output en de map van de echte ronde.""")
MAIL_WACHT = waarschuwing("""D678 verlies
    Een mail van {wie} van {dag}{over} wacht nog op u. Zij is bewaard als retour/post/{bestand}.
    → Lees haar en neem zo nodig het blad in dat erbij hoort. Is zij daarna nog niet beantwoord, zet
      dan in retour/post.csv op haar regel bij afgedaan wat u deed.""")
KOPIE_VAN_LIJST = fout("""D677 verlies
    “{naam}” in de map retour is een kopie van onze lijst {lijst}, van twee mensen tegelijk of van
    een rekenprogramma. Wat er anders in staat geldt niet.
    → Staat er iets in dat in {lijst} ontbreekt, doe dat dan opnieuw. Haal de kopie daarna weg.""")
