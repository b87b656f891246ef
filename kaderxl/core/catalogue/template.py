"""S1xx and S2xx: the template."""

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
    → Kies uit: {keuzes}; of “alle partijen”. Ontbreekt zij, voeg haar dan toe op het blad
      Partijen.{tip}""")
JAAR_ONLEESBAAR = fout("""S105
    In “{tekst}” herkennen we geen jaren.
    → Schrijf bijvoorbeeld: {heel}, of: {los}, of: vanaf {van}, of: elk jaar.""")
JAAR_LEEG = fout("""S146
    Hier staat nog geen jaar: de cel is leeg.
    → Schrijf in welke jaren we dit vragen, bijvoorbeeld: {heel}, of: {los}, of: vanaf {van}, of:
      elk jaar.""")
JAAR_TWEE_LEZINGEN = melding("""S106
    “{tekst}” is gelezen als {jaren}, maar er is nog een lezing.
    → Leg de vraag voor aan de partijen, en schrijf dan een streepje (tot en met) of een komma
      (losse jaren).""")
INDICATOR_ONBEKEND = fout("""S107
    De indicator “{tekst}” staat niet op het blad Monitoringstabel.
    → Neem de woorden van een indicator letterlijk over, of haar code (daar staan: {keuzes}), of
      haal deze regel weg.{tip}""")
INDICATOR_LEEG = fout("""S147
    Hier staat nog geen indicator: de cel is leeg.
    → Kies bij welke indicator deze regel hoort (er zijn: {keuzes}), of haal deze regel weg.""")
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
    → Vul haar in op dit blad: {uitleg}.""")
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
    → Begin elke afspraak met haar nummer en een punt, zoals “{voorbeeld}”.""")
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
    → Laat de partijen beslissen. Tot die tijd vragen we deze regel aan niemand.""")
RIJ_OPEN_COMPLEET = waarschuwing("""S262 verlies
    De regel {code} staat op open, maar indicator, jaar en actiehouder zijn er. Nu vragen we haar
    aan niemand.{erbij}
    → Is er niets meer te beslissen, zet dan bij “status”: vast.""")
SOORT_LEEG = waarschuwing("""S263
    Hier is “soort” leeg. We lezen het antwoord als tekst: zonder controle, en zonder optelling.
    → Kies een soort, zoals aantal, percentage of datum. Zijn het woorden, kies dan tekst.""")
SOORT_ZONDER_GETAL = waarschuwing("""S265
    “{tekst}” heeft de soort {soort}, maar op het blad Meetwaarden staat er geen {wat} bij.
    → Zet daar een regel bij {code} met die soort, of kies hier een andere soort.""")
COMBINEREN_LEEG = waarschuwing("""S268
    Hier is “combineren” leeg, en dit getal vragen we aan meer partijen. We lezen het als één
    antwoord van allen samen, en tellen niets op.
    → Kies som om op te tellen, ieder als elke partij over zichzelf antwoordt, of gezamenlijk.""")
NOEMER_ONTBREEKT = fout("""S119
    De indicator {code} heeft een teller of een noemer, maar niet allebei.
    → Voeg de ontbrekende meetwaarde toe of maak “telt als” leeg.""")
VOORBEELD_BLIJFT = fout("""S240 verlies
    We vinden nog {aantal}: {plekken}. Een rij met een cel die met VOORBEELD begint,
    telt niet mee.
    → Schrijf er uw eigen rijen overheen, ook over het woord VOORBEELD, of verwijder ze.""")
LATER_NODIG = melding("""S242
    {wat} is nog leeg. Later nodig voor {waarvoor}.
    → Vul deze cel in zodra u het weet; een ronde kan zonder beginnen.""")
INLEVEREN_IN_WEEKEND = melding("""S148
    De inleverdatum van {ronde} valt in een weekend: {dagen}.
    → Dat mag. Hebt u liever een werkdag, kies dan een andere dag.""")
TABEL_LEEG = fout("""S241
    In de tabel staat nog geen indicator; er is niets te vragen.
    → Neem de tabel van de overeenkomst over, een rij per indicator, met Afspraak, Indicator, Jaar
      en Actiehouder.""")
NOG_VOORSTEL = melding("""S120
    Op dit blad is nog een voorstel: {aantal}.
    → Leg ze voor aan de partijen en zet “lezing” daarna op vastgesteld.""")
PARTIJ_DUBBEL = fout("""S121
    De partij “{naam}” staat hier voor de tweede keer; eerst in cel {eerste}.
    → Haal een van de twee regels weg.""")
GEEN_VRAAG = waarschuwing("""S122
    De meetwaarde {code} wordt aan niemand gevraagd.
    → Maak “gevraagd aan” leeg of noem een actiehouder van de indicator.""")
CODE_ONGESCHIKT = fout("""S123
    De code “{waarde}” heeft andere tekens dan letters, cijfers en streepjes.
    → Schrijf de code met alleen letters, cijfers en streepjes (een partij en het kenmerk: zonder
      streepjes, hoogstens 16 tekens). Waar de kolom “code” leeg is, maakt kaderxl er zelf een.""")

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
TIJD_ONLEESBAAR = fout("""S220
    “{waarde}” kunnen we niet als tijd lezen.
    → Schrijf bijvoorbeeld: 13.30. Is het uur nog niet bekend, laat de cel dan leeg.""")
EIND_ZONDER_BEGIN = fout("""S221
    Dit overleg eindigt om {eind}, en begint niet daarvoor.
    → Vul bij “begin” een uur in dat vóór {eind} ligt, of maak “eind” leeg.""")
GENODIGDE_ONBEKEND = waarschuwing("""S222
    “{naam}” is geen groep en geen partij van het blad Partijen.
    → Verbeter de naam, als u een groep of partij bedoelt.{tip}""")
OVERLEG_TWEE_KEER = waarschuwing("""S223
    Op {datum} staat een {overleg} voor de tweede keer; eerst in cel {eerste}.
    → Verbeter een van de twee datums, of haal een regel weg.""")
TOEZEGGING_CODE = fout("""S228
    De code {code} is geen code voor dit blad.
    → Begin de code met {begin}, bijvoorbeeld {begin}31.""")
ALLES_GEWEEST = fout("""S224
    Wat in {jaar} in de agenda hoort, is al geweest.
    → Kies een ander jaar, of laat --year weg.""")
DOEL_MEETWAARDE = fout("""S225
    Bij dit doel staat de meetwaarde “{code}”; {indicator} heeft geen getal dat zo heet.
    → Kies een code of omschrijving van het blad Meetwaarden die bij {indicator} hoort{keuzes}, of
      maak de cel leeg.{tip}""")
DOEL_ZONDER_CIJFER = waarschuwing("""S226
    Dit doel van {indicator} is een getal, maar niet te zien is aan welk cijfer het wordt getoetst.
    → Zet in de kolom “meetwaarde” de code van het cijfer waar het doel over gaat.""")
DOEL_ZONDER_MEETWAARDE = waarschuwing("""S264
    Dit doel van {indicator} is een getal, maar we vragen bij {indicator} geen getal om het aan te
    toetsen.
    → Zet op het blad Meetwaarden een regel bij {indicator} met een soort die telt: aantal,
      percentage, bedrag of getal. Staat zij er al, vul dan haar soort in.""")
DOEL_ZONDER_JAAR = fout("""S260 verlies
    Bij dit doel is “t/m jaar” leeg; dan is het nergens te zien en wordt het niet getoetst.
    → Vul het laatste jaar van het doel in, bijvoorbeeld {jaar}. Geldt het elk jaar, kies dan bij
      “telling”: per jaar.""")
DOEL_NA_LOOPTIJD = waarschuwing("""S261
    Dit doel loopt tot en met {jaar}, na de looptijd {looptijd}; in dat jaar vragen we er niet naar.
    → Verbeter het jaar, of de looptijd op het blad Instellingen. Staat het zo in de overeenkomst,
      kies dan bij “lezing”: gedrukt.""")
DOEL_TE_HOOG = waarschuwing("""S267
    Dit doel is {getal}, en “{cijfer}” loopt tot en met {hoogste}.
    → Verbeter het getal.""")
METER_ZONDER_GETAL = waarschuwing("""S227
    Bij dit doel van {indicator} staat dat er een meter komt, maar er is geen getal om te tekenen.
    → Vul een minimum of maximum in voor alle partijen samen, of zet bij “meter”: nee.""")
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
TREKKER_PAST_NIET = fout("""S205
    {code}: “{naam}” kan hier geen trekker zijn. Dat is één partij uit de kolom Actiehouder.
    → Kies {keuzes}, of maak de cel leeg: dan antwoordt elke actiehouder zelf.""")
TREKKER_BIJ_EIGEN_DEEL = fout("""S206
    {code} heeft een trekker, maar {wat} heeft als “combineren” {combineren}: daar antwoordt elke
    partij over haar eigen deel, en kan niemand een voorzet voor een ander doen.
    → Maak “trekker” leeg, of zet “combineren” op gezamenlijk als het één antwoord van allen is.""")
TREKKER_WORDT_NIET_GEVRAAGD = fout("""S207
    {meetwaarde} wordt niet aan {naam} gevraagd, de trekker van {code}: dan is er geen voorzet voor.
    → Zet {naam} erbij in “gevraagd aan”, of kies een andere trekker.""")
TREKKER_NIET_ACTIEF = melding("""S208
    {naam}, de trekker van {code}, doet niet mee in {jaren}.
    → In die jaren antwoordt elke actiehouder zelf. Is dat niet de bedoeling, kies dan een andere
      trekker.""")
LOOPTIJD_ONGESCHIKT = fout("""S171
    De looptijd {looptijd} kan niet: hij eindigt voor hij begint, of duurt langer dan {meeste} jaar.
    → Vul bij “looptijd van” en “looptijd t/m” de jaren van de overeenkomst in.""")
INSTELLING_GEEN_JA_NEE = fout("""S180
    “{waarde}” is geen ja en geen nee.
    → Schrijf ja of nee.""")
PARTIJ_IN_GEEN_GROEP = waarschuwing("""S270 verlies
    {naam} heeft geen groep. Wat aan een groep is gevraagd, vragen we haar niet.
    → Vul in de kolom “groep” in wat zij is, zoals corporatie of huurdersorganisatie.""")
EIGEN_NAAM_ONGESCHIKT = fout("""S269
    “{waarde}” kunnen we niet als naam gebruiken: er staat geen de of het voor, zij is langer dan 25
    tekens, of iets anders heet al zo.
    → Schrijf bijvoorbeeld: de stuurgroep wonen (SW), of: het jaarplan. Heet het gewoon zoals bij
      ons? Maak de cel leeg.""")
DOEL_IN_PROCENTEN = fout("""S232
    Hier staat {getal} %, maar “{cijfer}” wordt geteld in {eenheid}.
    → Typ het getal zonder procentteken (opmaak van de cel: Standaard), of noem in de kolom
      “meetwaarde” het percentage waar het doel over gaat.""")
DOEL_ALS_DEEL = waarschuwing("""S233
    Dit doel is {getal} %, minder dan één procent. Bedoelt u {maal} %?
    → Schrijf {maal} als u {maal} % bedoelt, of {getal} % met het procentteken.""")
SOM_VAN_PERCENTAGES = waarschuwing("""S234
    Bij {code} staat “som”, en een percentage tellen we nooit op.
    → Kies ieder of gezamenlijk, of vraag een teller en een noemer (kolom “telt als”).""")
RESTANT = waarschuwing("""S235
    Hier staat nog “{woord}”, terwijl dit sjabloon van {gemeente} is ({aantal} op dit blad).
    → Schrijf er wat voor {gemeente} geldt, of maak de cel leeg.""")
NOOT_ONDER_TABEL = waarschuwing("""S230 verlies
    Onder de tabel staat “{tekst}”; dat lezen we als noot, en niet als regel.
    → Is het een afspraak, vul dan ook Indicator, Jaar en Actiehouder in.""")
NUMMERS_GEMAAKT = waarschuwing("""S231
    De afspraken hebben geen nummers; kaderxl telt ze: {nummers}.
    → Komt er later een afspraak tussen, dan schuiven deze nummers op, en met hen de besluiten. Zet
      voor de eerste ronde voor elke titel een nummer met een punt erachter, zoals “1. Bouwen”.""")
RONDE_ZONDER_NAAM = fout("""S250
    “{naam}” is geen naam voor een ronde: er moet een map zo kunnen heten.
    → Schrijf een naam met letters of cijfers, zoals evaluatie of eerste kwartaal.""")
RONDE_ZONDER_PEILDATUM = fout("""S251
    De ronde “{ronde}” heeft geen peildatum.
    → Vul de dag en de maand in waarover de antwoorden gaan, bijvoorbeeld: 31 maart.""")
RONDE_DUBBEL = fout("""S252
    De rondes “{eerder}” en “{ronde}” hebben dezelfde {kolom}; dan zijn zij niet uit elkaar te
    houden.
    → Geef elke ronde een eigen naam, een eigen afkorting en een eigen peildatum.""")
RONDE_AFKORTING = fout("""S253
    “{waarde}” kan geen afkorting van een ronde zijn.
    → Schrijf één tot drie tekens: een letter, en daarna letters of cijfers. Bijvoorbeeld: K1.""")
JAAR_ZONDER_RONDE = waarschuwing("""S254
    Op het blad Rondes staat geen ronde voor {jaren}.
    → Wordt er dan niets gevraagd, dan klopt het. Pas anders “actief van” en “actief t/m” aan.""")
TOEZEGGING_ZONDER_RONDE = waarschuwing("""S255
    Op het blad “Dit doen we al” staat dat we naar iets vragen, en geen enkele ronde vraagt ernaar.
    → Zet “dit doen we al” in de kolom “vraagt ook”, bij de ronde die het vraagt.""")
LANDELIJK_ONBEKEND = waarschuwing("""S272
    De landelijke code “{code}” staat niet in de lijst.
    → Kies uit: {keuzes}. Sprak u met andere gemeenten een eigen code af, dan kan zij zo
      blijven.{tip}""")
LANDELIJK_DUBBEL = waarschuwing("""S273
    De landelijke code {code} staat hier en bij {eerder}, in dezelfde jaren.
    → Laat haar bij één van de twee staan. Tot die tijd telt geen van beide mee in een
      vergelijking.""")
LANDELIJK_PAST_NIET = waarschuwing("""S274
    De landelijke code {code} is voor {verwacht}; hier vragen we {gevraagd}.
    → Kies een andere code, of haal haar weg. Wat in iets anders is geteld, tellen we nooit bij
      elkaar op.""")
NORM_ONBEKEND = fout("""S190
    De norm “{norm}” staat niet op het blad Normen.
    → Zet haar daar neer, met een jaar en een waarde, of verbeter de naam.{tip}""")
NORM_ZONDER_WAARDE = waarschuwing("""S191
    Van de norm “{norm}” is nog geen waarde ingevuld voor: {jaren}.
    → Zet elk jaar de waarde van dat jaar op het blad Normen. Tot die tijd zeggen de bladen dat zij
      nog niet is ingevuld; een ander jaar laten we er nooit voor gelden.""")
NORM_DUBBEL = fout("""S192
    De norm “{norm}” staat twee keer met het jaar {jaar}.
    → Laat één van de twee regels staan.""")
NORM_ZONDER_JAAR = fout("""S193
    Op deze regel ontbreekt de naam of het jaar van de norm.
    → Vul allebei in, bijvoorbeeld: eerste aftoppingsgrens, 2027.""")
MEETWAARDE_ONBEKEND = fout("""S194
    De meetwaarde {code} staat niet op het blad Meetwaarden.
    → Verbeter de code of haal deze regel weg.{tip}""")
BEGINSTAND_ONLEESBAAR = fout("""S195
    “{waarde}” is geen antwoord op “{vraag}” (soort {soort}).
    → Schrijf alleen de waarde; woorden erbij horen in de kolom “erbij”.""")
BEGINSTAND_DUBBEL = fout("""S196
    Van de meetwaarde {code} staat de beginstand er twee keer voor dezelfde partij.
    → Laat één van de twee regels staan.""")
AFSPRAAK_ONBEKEND = fout("""S197
    Afspraak {nummer} staat niet op het blad Monitoringstabel.
    → Schrijf het nummer van een afspraak: {nummers}.""")
REGEL_CODE_ONBEKEND = fout("""S198
    De code {code} staat niet op de bladen Monitoringstabel en Meetwaarden.
    → Verbeter de code. Laat “waar” leeg als de regel overal geldt waar hij past.{tip}""")
REGEL_ZONDER_FACTOR = fout("""S199
    Een regel “{soort}” heeft een factor nodig die groter is dan {laagste}.
    → Vul in de kolom “factor” een getal in; het blad Leesmij zegt wat het per soort betekent.""")
REGEL_PAST_NERGENS = waarschuwing("""S200 verlies
    De regel “{soort}” past bij geen enkele meetwaarde van {waar}; hij doet niets.
    → Noem een meetwaarde van de goede soort (een getal, een datum of ja/nee), of haal de regel
      weg.""")
REGEL_ZONDER_VRAAG = fout("""S201
    De regel “{soort}” heeft geen vraag, of een van meer dan {langste} tekens.
    → Schrijf in de kolom “vraag” kort wat u de partij vraagt, en eindig met: Klopt dat?""")
REGEL_DUBBEL = fout("""S202
    Er staat al een regel “{soort}” voor hetzelfde.
    → Laat één van de twee regels staan.""")
REGEL_VERGELIJKT_NIETS = fout("""S203
    Een regel “{soort}” legt twee meetwaarden naast elkaar, en die staan hier niet allebei.
    → Vul bij “waar” en bij “vergelijk met” de code van een meetwaarde in.""")
