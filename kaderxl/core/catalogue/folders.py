"""D6xx: the folders."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

RONDE_NIET_BEGONNEN = fout("""D642
    Van de ronde {ronde} is er nog niets: geen invulbladen en geen inzendingen. Er is niets gemaakt.
    → Controleer het jaar en de ronde. Is dit goed, begin dan met: kaderxl generate.""")
MATRIX_IS_OPEN = fout("""D601
    De matrix is open in een rekenprogramma. Er is niets veranderd.
    → Sla haar op, sluit haar en geef de opdracht opnieuw. Heeft niemand haar meer open, haal dan
      {slot} weg, dat naast haar staat.""")
MATRIX_ONLEESBAAR = fout("""D602
    De matrix die er staat kunnen we niet lezen, of de kolommen met de besluiten ontbreken erin.
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
INVULBLAD_ANDER_SJABLOON = waarschuwing("""D710
    Dit invulblad is niet gemaakt van het sjabloon {sjabloon}, maar van een ander; er staat iets in,
    dus het blijft staan zoals het is.
    → Neem het in met kaderxl collect, haal het weg en geef de opdracht opnieuw. Hoort het bij een
      ander sjabloon, geef dat dan met --template.""")
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
AKKOORDBLAD_ONTBREEKT = fout("""D705
    Van {partij} is er geen akkoordblad zoals kaderxl het nu maakt; het is niet in een mail gezet.
    → Geef eerst: kaderxl generate --agree. Schreef iemand in het blad dat er ligt, neem het dan
      eerst in met kaderxl collect, of haal het weg.""")
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
    Dit is de matrix van de ronde {ronde}, niet van {gevraagd}.
    → Geef de opdracht met het jaar en de ronde van dit bestand. Er is niets veranderd.""")
GEEN_MATRIX = fout("""D641
    Dit is geen matrix van kaderxl, of zij is niet heel: er is geen tabel met de kolommen {koppen}.
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
    Deze map van de ronde {ronde} is niet heel: {reden}. We lezen die ronde uit {bron}.
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
    {partij} schreef op {dag}: {tekst}. Zij krijgt daarom geen herinnering.
    → Lees haar mail (retour/post/{bestand}). Toch herinneren kan met --again “{partij}”. Is er
      niets mee te doen? Geef: kaderxl collect {ronde} --done {begin}.""")
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
DEELS_GEDAAN = fout("""D690
    Een deel was toen al gedaan. {gedaan}
    → Geef de opdracht opnieuw: wat er al staat blijft, en de rest wordt dan gedaan.""")
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
    Dit is een matrix van andere afspraken: haar kenmerk is {kenmerk}, en dat van de
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
POST_WACHT = waarschuwing("""D678 verlies
    {wat} wacht nog op u, bewaard als retour/post/{bestand}.
    → Lees het en neem zo nodig het blad in dat erbij hoort. Wacht het daarna nog, geef dan: kaderxl
      collect {ronde} --done {begin}.""")
GEEN_WACHTEND_STUK = fout("""D683
    “{naam}” is niets dat op u wacht. Er {wachten}.
    → Noem de naam zoals zij in retour/post staat, of het begin ervan.""")
WACHTEND_ONDUIDELIJK = fout("""D684
    “{naam}” kan meer dan één bestand zijn: {namen}.
    → Noem de hele naam zoals zij in retour/post staat.""")
ANDER_SJABLOON_DAN_UITGEGEVEN = waarschuwing("""D687
    Het sjabloon {sjabloon} vraagt iets anders dan de invulbladen die in deze ronde zijn uitgegeven.
    {wat}.
    → Is dit het goede sjabloon? Geef anders --template met het sjabloon van deze ronde. Veranderde
      u het met opzet, dan blijft wat is beantwoord gewoon gelden.""")
INVULBLAD_VERVANGEN = melding("""D685
    Dit bestand stond er onder een naam die de partij niet meer heeft. Er was niets in ingevuld; het
    is weggehaald.
    → Verstuurde u het al? Wat ervan terugkomt, telt gewoon.""")
CONCEPT_VAN_VROEGER = waarschuwing("""D693
    Dit concept staat in de map mail onder een naam die geen partij van nu heeft.
    → Verstuur het niet. Geef kaderxl mail: dan komt er een nieuw, en gaat dit weg.""")
INVULBLAD_VAN_NIEMAND = waarschuwing("""D686
    Dit bestand heeft niet de naam van een partij van nu, en er kan iets in zijn ingevuld. Het
    blijft staan.
    → Neem het in met kaderxl collect, en haal het daarna weg.""")
VERZENDING_BIJGEWERKT = melding("""D688
    Na merge is genoteerd dat een mail met een invulblad is verstuurd. Dat staat nu ook op het blad
    Herkomst van de matrix; verder veranderde er niets.
    → U hoeft niets te doen. De matrix die er stond, ligt in matrix/eerder.""")
KOPIE_VAN_LIJST = fout("""D677 verlies
    “{naam}” in de map retour is een kopie van onze lijst {lijst}, van twee mensen tegelijk of van
    een rekenprogramma. Wat er anders in staat geldt niet.
    → Staat er iets in dat in {lijst} ontbreekt, doe dat dan opnieuw. Haal de kopie daarna weg.""")
RONDE_ONBEKEND = fout("""D691
    Het sjabloon heeft in {jaar} geen ronde “{ronde}”.
    → Kies na --round: {keuzes}. Hoe de rondes heten staat op het blad Rondes van het sjabloon.""")
MAP_VAN_ANDERE_RONDE = waarschuwing("""D692 verlies
    Deze map heet naar een ronde die het sjabloon niet heeft. Wat erin staat telt nergens mee.
    → Heette een ronde vroeger zo, zet haar dan weer op het blad Rondes, met “actief t/m” erbij.""")
NIET_MEER_GEVRAAGD = waarschuwing("""D700
    Afspraak {nummer} is niet afgesloten ({toen}: {kleur}), en in de ronde {ronde} krijgt niemand er
    een vraag over.
    → Staat haar indicator nog in het sjabloon, en doet haar actiehouder nog mee? Is zij klaar of
      vervallen, leg dat dan vast in de matrix: {klaar}, of de reden die zegt dat zij vervalt.""")
GEEN_SJABLOON_HIER = fout("""D723
    In deze map staat geen sjabloon ({naam}); we weten niet om welke overeenkomst het gaat. Er is
    niets gemaakt.
    → Ga naar de map van uw overeenkomst, of geef --template met het sjabloon. Is er nog geen, maak
      dan een map met: kaderxl new. Eerst zien wat het doet? Dat kan overal met: kaderxl demo.""")
PLEK_IS_BEZET = fout("""D720
    Hier staat al iets: {wat}. Daar schrijven we niet overheen; er is niets gemaakt.
    → Kies een andere map, of geef wat er staat eerst een andere naam.{tip}""")
PARTIJENLIJST_ONLEESBAAR = fout("""D721
    Deze lijst van partijen kunnen we niet lezen: {reden}
    → Maak een werkblad of csv met een kop “naam” en een kop “groep”, en daaronder een rij per
      partij.""")
GEEN_AFSPRAKEN = fout("""D724 verlies
    In dit document vinden we geen monitoringstabel en geen genummerde afspraken.
    → Zet de tabel in een rekenblad, met boven de kolommen Afspraak, Indicator, Jaar en Actiehouder,
      en geef dat; of laat --from weg en vul het lege sjabloon in.""")
PARTIJ_ZONDER_GROEP = fout("""D722
    Op deze rij staat geen naam of geen groep.
    → Vul allebei in: elke partij hoort bij een groep, ook als zij daarin alleen is.""")
GEEN_DOSSIERS = fout("""D730
    In deze map is geen dossier: een map met een sjabloon, {sjabloon}, erin.
    → Noem de map waarin de mappen van de gemeenten staan. Een nieuwe maakt u met kaderxl new.""")
DOSSIER_GESTOPT = fout("""D731
    De opdracht in dit dossier stopte onverwacht, ook toen zij alleen aan de beurt was.
    → Geef haar in deze map nog eens, zonder --dossiers; dan ziet u wat er gebeurt.""")
HOORT_NERGENS = waarschuwing("""D732
    Van dit bestand is niet te zien bij welk dossier het hoort: {waarom}. Het is nergens ingenomen.
    → Kijk erin, en neem het in bij het dossier waar het hoort: kaderxl collect, in die map.""")
GEMEENTE_TWEE_BRONNEN = waarschuwing("""D733 verlies
    Van {gemeente} staat {code} in {jaar} er met twee cijfers: in {waar}. Geen van beide telt mee.
    → Laat de bron staan die klopt, en haal de andere weg.""")
PUBLICATIE_ONLEESBAAR = waarschuwing("""D734 verlies
    In deze publicatie konden we {wat} niet lezen: {reden}. Dat telt niet mee in de vergelijking.
    → Neem het bestand zoals de gemeente het publiceerde.""")
BUNDEL_LEEG = fout("""D750
    Hier is geen enkel invulblad gevonden. Er is niets gemaakt.
    → Noem de bestanden, de map of de mails waarin de invulbladen zitten die u ontving.""")
BUNDEL_GEEN_BLAD = waarschuwing("""D751 verlies
    Dit bestand doet niet mee: {waarom}.
    → Hoort het erbij? Neem dan het invulblad zoals u het ontving, een .xlsx.""")
BUNDEL_TWEE_BLADEN = waarschuwing("""D752 verlies
    Van {wie} zijn er {aantal} verschillende bladen met één kenmerk, {kenmerk}: {namen}. Geen van
    die bladen doet mee.
    → Laat er één staan, en geef de opdracht opnieuw.""")
BUNDEL_TWEE_PARTIJEN = fout("""D753
    Deze bladen van {wie} zijn van meer dan één partij: {namen}. Er is niets gemaakt.
    → Neem alleen de bladen van één partij.""")
GEEN_BUNDEL = fout("""D754
    Dit is geen bundel van kaderxl: {reden}. Er is niets gemaakt.
    → Neem het bestand dat kaderxl bundle maakte, en dat u invulde.""")
BUNDEL_BLAD_WEG = waarschuwing("""D755 verlies
    Het blad van {wie} is er niet bij. Wat bij deze gemeente staat, {aantal} keer, gaat nergens
    heen.
    → Geef de opdracht opnieuw met dat invulblad erbij, en met een andere map.""")
BUNDEL_BLAD_ERBIJ = waarschuwing("""D756
    Dit blad, van {wie}, staat niet in de bundel. Er is niets in ingevuld.
    → Vul het zelf in, of maak een nieuwe bundel met dit blad erbij.""")
BUNDEL_BLAD_ANDERS = waarschuwing("""D762 verlies
    In dit blad, van {wie}, staat iets anders dan toen de bundel werd gemaakt. Er is niets in
    ingevuld.
    → Neem het blad zoals het toen was. Hebt u dat niet meer, vul dit blad dan zelf verder in.""")
BUNDEL_RIJ_WEG = waarschuwing("""D757 verlies
    De regel {code} is weg uit de bundel: {vraag}. Op de bladen blijft die vraag zoals zij was.
    → Vul haar zo nodig zelf in op de bladen.""")
BUNDEL_TWEE_KEER = waarschuwing("""D758 verlies
    De regel {code} staat er vaker, met een ander antwoord voor {wie}. Geen van beide is ingevuld.
    → Laat er één staan en geef de opdracht opnieuw, of vul het zelf in op het blad.""")
BUNDEL_ANDERS = waarschuwing("""D759 verlies
    Hier staat “{tekst}”, en in de kolom van {wie} iets anders. Wat in die kolom staat is ingevuld.
    → Is dat niet wat u bedoelt? Verander het op het blad van deze gemeente.""")
BUNDEL_NIET_GEVRAAGD = waarschuwing("""D760 verlies
    Dit vraagt {wie} niet; het staat op geen blad: {tekst}.
    → Moet het mee? Zet het dan bij een vraag die deze gemeente wel stelt.""")
BUNDEL_NIET_GELUKT = fout("""D761 verlies
    Dit blad, van {wie}, konden we niet goed invullen: {reden}. Het zit er niet bij.
    → Vul het zelf in, of vraag deze gemeente om een nieuw blad.""")
