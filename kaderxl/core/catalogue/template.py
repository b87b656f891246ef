"""S1xx: the template."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

SJABLOON_TE_NIEUW = fout("""S144
    Dit sjabloon is voor een nieuwere kaderxl: het heeft indeling “{waarde}”, en wij kennen die tot
    en met {hoogste}.
    → Gebruik de nieuwere kaderxl. Staat dit hier per ongeluk, zet dan {hoogste} terug.""")
BLAD_ONTBREEKT = fout("""S101
    Het blad “{blad}” ontbreekt.
    → Voeg het blad toe, met de kolommen: {kolommen}.{tip}""")
KOLOM_ONTBREEKT = fout("""S102
    De kolom “{kolom}” ontbreekt.
    → Zet “{kolom}” in de eerste rij van dit blad.{tip}""")
CODE_DUBBEL_SJABLOON = fout("""S103
    De code {code} staat hier voor de tweede keer; eerst in cel {eerste}.
    → Geef elke regel een eigen code.""")
ACTIEHOUDER_ONBEKEND = fout("""S104
    “{naam}” is geen groep en geen partij van het blad Partijen.
    → Schrijf een groep of partij zoals op het blad Partijen, of voeg haar daar toe.{tip}""")
JAAR_ONLEESBAAR = fout("""S105
    In “{tekst}” herkennen we geen jaren.
    → Schrijf bijvoorbeeld: > 2026-2031, of: 2026, 2028.""")
JAAR_TWEE_LEZINGEN = melding("""S106
    “{tekst}” is gelezen als {jaren}; losse jaren is de andere lezing.
    → Leg de vraag voor aan het AO en schrijf dan een streepje of een komma.""")
INDICATOR_ONBEKEND = fout("""S107
    De indicator {code} staat niet op het blad Monitoringstabel.
    → Verbeter de code of haal deze regel weg.{tip}""")
ZONDER_ACTIEHOUDER = fout("""S108
    De indicator {code} heeft geen actiehouder.
    → Vul in de kolom Actiehouder een groep of partij in, of zet de status op open.""")
CODE_HERGEBRUIKT = fout("""S109
    De code {code} hoort bij {hoort}, maar staat bij {staat}.
    → Geef deze regel een nieuwe code; een code verandert nooit van betekenis.""")
KEUZE_ONBEKEND = fout("""S110
    “{waarde}” is geen keuze voor {kolom}.
    → Kies uit: {keuzes}.{tip}""")
INSTELLING_ONTBREEKT = fout("""S111
    De instelling “{naam}” is leeg of ontbreekt.
    → Vul haar in op dit blad.""")
INSTELLING_ONBEKEND = waarschuwing("""S143 verlies
    De instelling “{naam}” kennen we niet; we doen er niets mee.
    → Verbeter de naam, of haal deze regel weg.{tip}""")
JAAR_BUITEN_LOOPTIJD = fout("""S112
    Het jaar {jaar} valt buiten de looptijd {looptijd}.
    → Verbeter het jaar, of de looptijd op het blad Instellingen.""")
GETAL_ONLEESBAAR = fout("""S113
    “{waarde}” is geen getal.
    → Schrijf alleen het getal, bijvoorbeeld 120.""")
NUMMER_ONTBREEKT = fout("""S114
    De afspraak “{tekst}” begint niet met een nummer.
    → Begin de afspraak met haar nummer, bijvoorbeeld: 1. Woningen toevoegen.""")
CODE_ONTBREEKT = fout("""S115
    Deze regel heeft geen code.
    → Geef de regel een eigen code.""")
DOEL_OMGEKEERD = fout("""S116
    Het minimum {minimum} is groter dan het maximum {maximum}.
    → Verbeter het doel.""")
AFSPRAAK_WISSELT = fout("""S117
    Afspraak {nummer} heeft hier een andere titel of een ander thema dan in cel {eerste}.
    → Gebruik bij één nummer steeds dezelfde titel en hetzelfde thema.""")
RIJ_OPEN = melding("""S118 verlies
    De regel {code} staat open: {opmerking}
    → Laat het AO beslissen. Tot die tijd vragen we deze regel aan niemand.""")
NOEMER_ONTBREEKT = fout("""S119
    De indicator {code} heeft een teller of een noemer, maar niet allebei.
    → Voeg de ontbrekende meetwaarde toe of maak “telt als” leeg.""")
NOG_VOORSTEL = melding("""S120
    Op dit blad zijn {aantal} lezingen nog een voorstel.
    → Leg ze voor aan het AO en zet “lezing” daarna op vastgesteld.""")
PARTIJ_DUBBEL = fout("""S121
    De partij “{naam}” staat hier voor de tweede keer; eerst in cel {eerste}.
    → Haal een van de twee regels weg.""")
GEEN_VRAAG = waarschuwing("""S122
    De meetwaarde {code} wordt aan niemand gevraagd.
    → Maak “gevraagd aan” leeg of noem een actiehouder van de indicator.""")
CODE_ONGESCHIKT = fout("""S123
    De code “{waarde}” heeft andere tekens dan hoofdletters, cijfers en streepjes.
    → Schrijf de code met alleen hoofdletters, cijfers en streepjes (een partij: geen
      streepjes).""")

KOP_DUBBEL = fout("""S124 verlies
    De kop “{kolom}” staat er twee keer; we lezen de kolom van cel {eerste}.
    → Haal een van de twee kolommen weg, of geef haar een andere naam.""")

DATUM_ONLEESBAAR = fout("""S125
    “{waarde}” kunnen we niet als datum lezen.
    → Schrijf bijvoorbeeld: {voorbeeld}.""")
GRENS_ONGESCHIKT = fout("""S137
    “{waarde}” is geen heel getal van {laagste} tot en met {hoogste}.
    → Schrijf alleen het getal, of laat de cel leeg; dan geldt wat erachter staat.""")

EENHEID_PAST_NIET = fout("""S145
    De eenheid “{eenheid}” past niet bij de soort {soort}.
    → {raad}""")
GROEP_ZONDER_VRAAG = waarschuwing("""S142
    {partij} wordt niets gevraagd: geen enkele indicator noemt haar of de groep “{groep}”.
    → Controleer de groep, of noem haar in de kolom Actiehouder.{tip}""")
STEMGEWICHT_ONLEESBAAR = fout("""S140
    “{waarde}” kunnen we niet als stemgewicht lezen.
    → Schrijf 1 als elke stem even zwaar telt, of: naam: 2; naam: 1. Nog niets afgesproken? Maak de
      cel leeg.""")
STEMGEWICHT_DUBBEL = waarschuwing("""S141
    Er staat een stemgewicht per partij en ook een per geleding; dan blijft elke stemming onbeslist.
    → Maak een van de twee leeg, zoals de partijen hebben afgesproken.""")
VERVANGT_BESTAANDE = fout("""S126
    De code {code} zegt dat zij {eerder} vervangt, maar {eerder} geldt nog in dezelfde jaren.
    → Haal {eerder} weg, geef haar andere jaren, of maak “vervangt” leeg.""")
CODE_ANDERS_GEBRUIKT = fout("""S127
    De code {code} was “{was}” en is nu “{is_nu}”: dat is iets anders.
    → Geef de nieuwe regel een nieuwe code, en noem in “vervangt” wat zij vervangt.""")
VERVANGT_ONBEKENDE = waarschuwing("""S128
    De code {code} zegt dat zij {eerder} vervangt; die code staat niet in {oud}.
    → Verbeter de code in “vervangt”.""")
MAILADRES_ONLEESBAAR = waarschuwing("""S134
    “{waarde}” is geen e-mailadres dat we kunnen gebruiken.
    → Schrijf één adres, zonder naam en zonder accenten, bijvoorbeeld: wonen@gemeente.nl.""")
MAILSERVER_ONLEESBAAR = fout("""S135
    “{waarde}” is geen naam van een mailserver.
    → Schrijf alleen de naam, bijvoorbeeld: smtp.gemeente.nl. De poort staat apart.""")
HERINNEREN_ONLEESBAAR = fout("""S136
    “{waarde}” zijn geen aantallen dagen.
    → Schrijf hoeveel dagen vóór de inleverdatum u herinnert, bijvoorbeeld: 14 en 3.""")
MAILVELD_ONBEKEND = fout("""S129
    Het veld {{{veld}}} kennen we hier niet.
    → Kies uit: {velden}. Wat een partij antwoordde, komt nooit in een onderwerp.""")
MAILVELD_IN_ZIN = fout("""S130
    Het veld {{{veld}}} is een lijst of een tabel en staat midden in een regel.
    → Zet het veld alleen op een regel.""")
OVERLEG_ZONDER_DAG = waarschuwing("""S131
    Voor dit overleg ({overleg}) kunnen we geen dag bepalen; het komt niet in de agenda.
    → Vul het kwartaal in (eerste kwartaal), een regel (voor 1 april) of de datum.""")
GEEN_WERKDAG = waarschuwing("""S132
    {datum} is geen werkdag, maar er staat een {overleg} op.
    → Controleer de datum. Klopt hij, dan hoeft u niets te doen.""")
OVERLEG_TE_LAAT = waarschuwing("""S133
    Dit {overleg} staat op {datum}; de afspraak is {regel}, dus uiterlijk {uiterlijk}.
    → Verbeter de datum, of bespreek dit met de partijen.""")
LICHT_ONVOLLEDIG = fout("""S150
    Bij de beoordeling “{woord}” ontbreekt: {kolom}.
    → Vul bij “{woord}” de kolom “{kolom}” in.""")
LICHT_ONGESCHIKT = fout("""S151
    “{waarde}” kan niet als {kolom} van een beoordeling.
    → Schrijf {vorm}.""")
LICHT_KLAAR = fout("""S152
    Precies één beoordeling moet zeggen dat iets klaar is; nu zijn dat er {aantal}.
    → Zet bij één beoordeling in de kolom “bijzonder”: klaar.""")
LICHT_GELDT_NIET = fout("""S153
    Meer dan één beoordeling zegt “niet van toepassing”.
    → Zet dat in de kolom “bijzonder” bij hoogstens één beoordeling.""")
LICHT_AANTAL = fout("""S154
    Met deze beoordelingen ({aantal}) kan kaderxl niet werken.
    → Maak er hoogstens {meeste}, met minstens één die niet klaar of niet van toepassing
      betekent.""")
LICHT_GELIJK = fout("""S155
    “{naam}” en “{ander}” zijn niet uit elkaar te houden.
    → Kies een ander woord of synoniem; hoofdletters, spaties en leestekens maken geen verschil.""")
RANG_DUBBEL = fout("""S156
    “{woord}” en “{ander}” hebben dezelfde rang ({rang}); welke is het voorzichtigst?
    → Geef elke beoordeling een eigen rang; 1 is de voorzichtigste.""")
KLAAR_TE_VOORZICHTIG = fout("""S157
    “{woord}” zegt dat iets klaar is of niet geldt, en is toch voorzichtiger dan “{ander}”.
    → Geef “{woord}” het hoogste getal in de kolom “rang”, of maak die cel leeg.""")
REDENLIJST_ONTBREEKT = fout("""S158
    “{woord}” vraagt een reden, maar er zijn geen redenen om uit te kiezen.
    → Zet ze op dit blad in een kolom met de kop “reden bij {woord}”.""")
REDEN_ZONDER_LETTER = fout("""S159
    De reden “{reden}” begint niet met een letter om haar mee te kiezen.
    → Schrijf een letter, een streepje en de reden, bijvoorbeeld: a – vertraagd.""")
REDENLETTER_DUBBEL = fout("""S160
    De letter {letter} staat twee keer in de kolom “{kolom}”.
    → Geef elke reden een eigen letter.""")
REDENEN_ZONDER_WOORD = waarschuwing("""S161
    De redenen onder “{kolom}” vraagt niemand: geen beoordeling “{woord}” vraagt een reden.
    → Verbeter de kop, of zet bij “{woord}” in de kolom “vraagt reden”: ja.""")
CONTRAST_TE_KLEIN = fout("""S162
    “{woord}” is slecht te lezen: het contrast van tekstkleur en vulling is {contrast}.
    → Kies kleuren met een contrast van minstens 4,5, of maak “tekstkleur” leeg.""")
LICHT_ZELFDE = waarschuwing("""S163
    “{woord}” en “{ander}” hebben hetzelfde in de kolom “{wat}”.
    → Geef elke beoordeling een eigen {wat}, zodat niemand ze verwart.""")
STUURTEKEN = fout("""S170
    In deze cel staat een teken dat niemand ziet, en dat een programma of een scherm stuurt:
    {teken}.
    → Typ de tekst opnieuw. Zo'n teken komt vaak mee uit een ander programma.""")
LOOPTIJD_ONGESCHIKT = fout("""S171
    De looptijd {looptijd} kan niet: hij eindigt voor hij begint, of duurt langer dan {meeste} jaar.
    → Vul bij “looptijd van” en “looptijd t/m” de jaren van de overeenkomst in.""")
