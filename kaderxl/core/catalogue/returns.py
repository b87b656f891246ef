"""I3xx and I4xx: a return."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

KENMERK_ONTBREEKT = fout("""I301 verlies
    Dit is geen invulblad van ons: er staat geen kenmerk in.
    → Vraag de partij het toegestuurde invulblad te gebruiken; het kenmerk staat bovenaan.""")
KENMERK_ONGELDIG = fout("""I302 verlies
    Het kenmerk {kenmerk} klopt niet; er is een teken veranderd.
    → Kijk in het verstuurde invulblad wat het kenmerk was en zet dat terug in een kopie.""")
ANDERE_RONDE = fout("""I303 verlies
    Dit invulblad is van de ronde {ronde}, niet van {gevraagd}.
    → Neem het in bij die ronde, of vraag de partij het blad van {gevraagd}.""")
ANDER_KADER = fout("""I304 verlies
    Het kenmerk {kenmerk} is niet van deze afspraken ({kader}).
    → Stuur het bestand terug aan de afzender.""")
PARTIJ_ONBEKEND = fout("""I305 verlies
    Het kenmerk {kenmerk} noemt een partij die we niet kennen.
    → Kijk op het blad Partijen of de partij er nog staat.""")
KENMERKEN_BOTSEN = fout("""I306 verlies
    In dit bestand staan verschillende kenmerken: {kenmerken}.
    → Maak van elk invulblad een eigen bestand en neem die in.""")
TABEL_ONTBREEKT = fout("""I307 verlies
    De tabel is niet gevonden: geen regel met de koppen {koppen}.
    → Vraag de partij de kopregel te laten staan, of zet hem terug in een kopie.""")
KOLOM_WEG = fout("""I308 verlies
    De kolom “{kolom}” is niet gevonden.
    → Zet de kop “{kolom}” terug boven de juiste kolom in een kopie, en neem die in.{tip}
    → In dit blad staat de kolom er weer. Vul haar opnieuw in.""")
KOLOM_DUBBEL = fout("""I309 verlies
    De kop “{kolom}” staat er twee keer: in {eerste} en hier. We lezen de eerste.
    → Kijk of er in deze kolom antwoorden staan en zet ze op hun plaats in een kopie.
    → Stond er een antwoord in de tweede kolom? Zet het in dit blad op zijn plaats.""")
CODE_ONBEKEND = fout("""I310 verlies
    De code {code} kennen we niet; op deze regel staat: {antwoord}.
    → Zet het antwoord bij de juiste code in een kopie, en neem die in.{tip}
    → Zet het antwoord in dit blad op de regel waar het hoort.""")
CODE_DUBBEL = fout("""I311 verlies
    De code {code} staat er twee keer; de eerste keer in cel {eerste}. Hier staat: {antwoord}.
    → Laat in een kopie één regel met {code} staan, en neem die in. We lezen de eerste.
    → We namen de eerste over. Klopt dat niet? Verbeter het dan in dit blad.""")
ANTWOORD_VERDEROP = melding("""I341
    Van deze codes staat er eerst een lege regel. We lazen de ingevulde, vanaf deze cel: {codes}.
    → U hoeft niets te doen.""")
CODE_HERHAALD = melding("""I327
    De code {code} staat er nog eens, met hetzelfde als in cel {eerste}: {antwoord}.
    → U hoeft niets te doen.""")
VRAAG_VAN_ANDERE_CODE = fout("""I340 verlies
    Naast de code {code} staat een vraag van {hoort}: “{vraag}”. Van deze regel namen we niets over.
    Er staat: {antwoord}.
    → Vraag de partij om code, vraag en antwoord weer bij elkaar te zetten, of doe dat in een kopie
      en neem die in.
    → In dit blad horen code en vraag weer bij elkaar. Zet uw antwoord bij de juiste vraag.""")
CODE_WEG = fout("""I312
    De regel {code} ontbreekt.
    → Vraag de partij om haar antwoord op: {vraag}.
    → In dit blad staat de regel er weer. Vul hem in.""")
AL_ONTVANGEN = melding("""I313
    Dit bestand is al eerder ingenomen.
    → U hoeft niets te doen.""")
VERVANGEN = melding("""I314 verlies
    Er is een nieuwere inzending van {partij}: {nieuwer} ({waarom}). Die telt; deze blijft bewaard.
    → Kijk of de partij dat ook zo bedoelt. Moet deze tellen? Geef dan: kaderxl collect {ronde}
      --choose {hash}.""")
ANDERE_VERSIE = waarschuwing("""I315
    Dit invulblad is gemaakt met een andere versie van de vragen.
    → Kijk hieronder welke vragen ontbreken en vraag die na.
    → In dit blad staan de vragen van nu. Kijk of uw antwoorden nog kloppen.""")
NIETS_INGEVULD = fout("""I316
    In dit invulblad is niets ingevuld.
    → Vraag de partij of zij het juiste bestand heeft gestuurd.""")
NIETS_OP_ZIJN_PLAATS = fout("""I342 verlies
    In dit invulblad is wel iets ingevuld, maar niets op een plaats waar we een antwoord vragen.
    → Kijk wat er staat, zet het in een kopie bij de juiste code en neem die in.""")
NIET_GEVRAAGD = waarschuwing("""I317 verlies
    De code {code} is deze ronde niet aan {partij} gevraagd; hier staat: {antwoord}.
    → Bespreek het antwoord; het telt niet mee in de matrix.
    → Hoort het bij een andere vraag? Zet het dan daar. Hier telt het niet mee.""")
OUDER_DAN_ER_IS = waarschuwing("""I335 verlies
    Deze inzending is bewaard, maar telt niet mee: van {partij} is er een nieuwere, {nieuwer}
    ({waarom}).
    → Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
BLIJFT_UITGESLOTEN = waarschuwing("""I336 verlies
    Deze inzending is bewaard, maar telt niet mee: iemand sloot haar uit ({reden}).
    → Moet zij toch tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
PLAN_IN_ANDERE_KOLOM = waarschuwing("""I334 verlies
    Op een regel met plannen voor een jaar staat in de kolom {kolom}: {tekst}.
    → Hoort het bij de plannen? Zet het dan in de kolom “Toelichting”, op dezelfde
      regel.""")
STAND_ONLEESBAAR = waarschuwing("""I480
    Bij wat u op u nam ({wat}) staat niet hoe het ervoor staat: {tekst}.
    → Laat het antwoord beginnen met gedaan, loopt of niet gedaan. Tot die tijd vragen we het
      terug.""")
NIET_GEDAAN_WAAROM = waarschuwing("""I481
    Niet gedaan, maar er staat niet waarom: {wat}.
    → Schrijf er in dezelfde cel achter waarom. Tot die tijd vragen we het terug.""")
LOSSE_TEKST = melding("""I318 verlies
    Buiten de invulcellen staat: {tekst}.
    → Lees het en zet het zo nodig bij de toelichting van de juiste indicator.
    → Moet het meetellen? Zet het dan bij de toelichting van de juiste indicator.""")
MEER_LOSSE_TEKST = waarschuwing("""I350 verlies
    Buiten de invulcellen staan nog {aantal} gevulde cellen, van {eerste} tot en met {laatste}.
    → Bekijk dit blad in het bestand zelf; dat is bewaard zoals het kwam.
    → Hoort hier iets van bij uw antwoorden? Zet het dan bij Toelichting.""")
ANTWOORD_ZONDER_CODE = waarschuwing("""I319 verlies
    Op deze regel staat een antwoord zonder code: {antwoord}.
    → Zet het antwoord bij de juiste code in een kopie, en neem die in.
    → Zet het antwoord in dit blad op de regel waar het hoort.""")
OPMERKING_GEVONDEN = melding("""I320 verlies
    Bij deze cel staat een opmerking: {tekst}.
    → Lees haar en zet haar zo nodig bij de toelichting van de juiste indicator.
    → Hoort het bij een antwoord? Zet het dan bij Toelichting.""")
FOUTWAARDE = fout("""I321 verlies
    In deze cel staat de foutwaarde {waarde}.
    → Vraag de partij de waarde zelf in te vullen in plaats van een formule.
    → Vul de waarde zelf in, zonder formule.""")
FORMULE_GELEZEN = melding("""I323
    In deze cel staat een formule; haar uitkomst is overgenomen.
    → U hoeft niets te doen, tenzij de uitkomst vreemd is.""")
FORMULE_ZONDER_UITKOMST = fout("""I322 verlies
    In deze cel staat een formule zonder uitkomst.
    → Vraag de partij de waarde zelf in te vullen in plaats van een formule.
    → Vul de waarde zelf in, zonder formule.""")
FORMULES_ERNAAST = melding("""I343 verlies
    In deze kolom staan buiten de invulcellen formules zonder uitkomst: {aantal}. Dit is de eerste.
    → Hoort er een antwoord in? Vraag de partij dan de waarde zelf in te vullen.
    → Hoort er een antwoord in? Vul het dan zelf in, zonder formule.""")

ANTWOORD_GEWIJZIGD = melding("""I324 verlies
    {partij} heeft {code} ({kolom}) gewijzigd: eerst “{eerst}”, nu “{nu}”.
    → Kijk of dat zo bedoeld is; het nieuwe antwoord telt.""")
UITGESLOTEN = melding("""I325 verlies
    Deze inzending telt niet mee, omdat iemand dat zo koos: {reden}.
    → Telt zij toch? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
GEKOZEN = melding("""I326 verlies
    Deze inzending gaat voor, omdat iemand haar koos: {reden}. Van {partij} zijn er meer.
    → De andere blijven bewaard. Klopt die keuze niet meer? Kies dan opnieuw met kaderxl collect
      --choose.""")

TELT_NIET = waarschuwing("""I329 verlies
    Deze inzending is bewaard, maar telt niet mee: van {partij} koos iemand {gekozen}.
    → Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
NIET_GEKOZEN = melding("""I330 verlies
    Van {partij} koos iemand een andere inzending: {gekozen}. Die telt; deze blijft bewaard.
    → Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
TOELICHTING_GEWIJZIGD = melding("""I331 verlies
    {partij} heeft de toelichting bij {code} gewijzigd.
    → Kijk of dat zo bedoeld is; de nieuwe toelichting telt.""")
CELLEN_SAMENGEVOEGD = waarschuwing("""I332 verlies
    De cellen {bereik} zijn samengevoegd. Het antwoord in {eerste} telt alleen voor die ene regel;
    andere antwoordcellen eronder: {aantal}.
    → Vraag de partij de samenvoeging op te heffen en elke regel apart in te vullen.
    → Hef de samenvoeging op en vul elke regel apart in.""")
ALLEEN_GEKLEURD = waarschuwing("""I333 verlies
    Deze cel is gekleurd, maar er staat geen woord; de kleur van een cel lezen we niet.
    → Vraag de partij het woord te kiezen: {keuzes}.
    → Kies het woord uit de lijst.""")
AFZENDER_ANDERS = melding("""I328
    De mail kwam van {afzender}; bij {partij} hoort {adres}.
    → Kijk of de partij dit zelf heeft gestuurd.""")
AFZENDER_NOEMT_ANDER = waarschuwing("""I415
    De mail kwam van {afzender} en noemt {ander}; het kenmerk op dit blad is van {partij}.
    → Kijk van wie dit blad is. Is het van een ander, geef dan: kaderxl collect {ronde}
      --exclude {hash}.""")
MAIL_VAN_PARTIJ = waarschuwing("""I370 verlies
    {partij} schreef op {dag} een mail zonder invulblad{erbij}: {tekst}. Zij is bewaard als
    {bestand}.
    → Lees haar. Staan er antwoorden in? Zet ze in het invulblad van {partij} en neem dat in
      met: kaderxl collect BLAD {ronde} --on-behalf {code} --source {begin}. Is er niets mee te
      doen? Geef: kaderxl collect {ronde} --done {begin}.""")
MAIL_VAN_PARTIJ_GEWEIGERD = waarschuwing("""I371 verlies
    {partij} stuurde op {dag} een bestand dat we niet konden innemen. Zij geldt niet als stil.
    → Doe wat er bij dat bestand staat, en vraag het zo nodig aan {partij}. Is er niets mee te
      doen? Geef: kaderxl collect {ronde} --done {begin}.""")
MAILTEKST_BIJ_BLAD = waarschuwing("""I372 verlies
    In de mail bij dit blad schreef de afzender: {tekst}.
    → Lees het en vergelijk het met de antwoorden. Het staat ook op het blad Herkomst.""")
BEWIJS_BEWAARD = melding("""I373
    Bewaard bij de inzending van {partij}: {soort}, als {bestand}.
    → U hoeft niets te doen; kaderxl opent het niet.""")
NIET_BEZORGD = fout("""I374
    Een mail aan {adres} kwam niet aan: {reden}. Dat is het adres van {partij}.
    → Vraag {partij} om het goede adres, zet het op het blad Partijen en mail opnieuw. Is het al
      opgelost? Geef: kaderxl collect {ronde} --done {adres}.""")
NIET_BEZORGD_ANDER = waarschuwing("""I375
    Een mail aan {adres} kwam niet aan: {reden}. Geen partij heeft dat adres.
    → Staat het bij cc op het blad Instellingen, verbeter het dan daar. Is er niets mee te doen?
      Geef: kaderxl collect {ronde} --done {adres}.""")
EIGEN_LEEG_BLAD = melding("""I376
    Overgeslagen: ons eigen lege invulblad, in een automatisch bericht van {partij}.
    → U hoeft niets te doen; hier staan geen antwoorden in.""")
DOORGESTREEPT = waarschuwing("""I360
    Dit antwoord is doorgestreept, of een deel ervan: {tekst}. Het telt gewoon mee.
    → Vraag de partij of het nog geldt. Geldt het niet meer, dan kan zij de cel leegmaken.
    → Geldt het niet meer? Maak de cel dan leeg.""")
GETALOPMAAK = waarschuwing("""I361
    De cel toont {getoond}, want haar getalopmaak maakt daar iets anders van; gelezen is {waarde}.
    → Zet de opmaak van de cel op Standaard, kijk of het getal klopt en typ het anders opnieuw.
    → Kijk of het getal klopt zoals het hier nu staat. Typ het anders opnieuw.""")
TEKSTVAK = melding("""I362 verlies
    Over het blad ligt een tekstvak met: {tekst}.
    → Lees het en zet het zo nodig bij de toelichting van de juiste indicator.
    → Moet het meetellen? Zet het dan bij de toelichting van de juiste indicator.""")
LINK_ACHTER_TEKST = melding("""I363 verlies
    Achter “{tekst}” zit een verwijzing naar {adres}; alleen de tekst is gelezen.
    → Hoort het adres bij het antwoord? Zet het dan in een kopie in de tekst zelf, en neem die in.
    → Hoort het adres bij uw antwoord? Schrijf het dan in de tekst zelf.""")
AFBEELDING = waarschuwing("""I364 verlies
    Hier staat een afbeelding, of iets anders dat geen tekst of getal is; dat lezen we niet.
    → Kijk ernaar in het bestand zelf. Staat er een antwoord op, vraag de partij het te typen.
    → Staat er een antwoord op? Typ het dan in de cel.""")
VERBORGEN_KOPIE = waarschuwing("""I365 verlies
    Het blad “{blad}” is verborgen en heeft ook een tabel met antwoorden; het telt niet mee.
    → Moet dat blad tellen? Maak het in een kopie zichtbaar, haal het andere weg en neem die in.
    → Moest dat blad tellen? Zet uw antwoorden dan in dit blad.""")
ANTWOORD_ONZICHTBAAR = waarschuwing("""I366
    Hier staat “{tekst}”, en wie het bestand opent ziet dat niet: {waarom}. Het telt gewoon mee.
    → Vraag de partij of dit antwoord klopt. Geldt het niet, dan kan zij de cel leegmaken.
    → Maak het zichtbaar. Geldt het niet? Maak de cel dan leeg.""")
DIT_IS_DE_MATRIX = fout("""I377 verlies
    Dit is de matrix, geen invulblad.
    → Vulde iemand er iets in? Geef dan: kaderxl adopt met dit bestand en {ronde}.""")

# What several files of one partij say together
OOK_GETELD = melding("""I381
    Ook deze inzending van {partij} telt: {aantal}, waar {ander} niets over zegt.
    → Moet zij niet tellen? Geef dan: kaderxl collect {ronde} --exclude {hash}.""")
ANDERS_BEANTWOORD = waarschuwing("""I382 verlies
    {partij} heeft {code} ({kolom}) in twee bestanden verschillend beantwoord: “{eerst}” in {waar},
    en “{nu}” in {hier}. Het laatste telt.
    → Verbeterde de partij haar antwoord, dan klopt dat; vraag het anders na. Moet het andere
      gelden? Geef dan: kaderxl collect {ronde} --choose {hash}.
    → Klopt het laatste niet? Laat ons dan weten welk antwoord geldt.""")
TOELICHTING_ANDERS = waarschuwing("""I383 verlies
    {partij} heeft bij {code} ({kolom}) in twee bestanden iets anders geschreven: in {waar}, en in
    {hier}. Het laatste telt.
    → Lees beide, en vraag de partij zo nodig wat er moet staan. Moet het andere gelden? Geef dan:
      kaderxl collect {ronde} --choose {hash}.
    → Klopt het laatste niet? Laat ons dan weten wat er moet staan.""")
HOORT_BIJ_ANDERE_KLEUR = waarschuwing("""I384 verlies
    {partij} gaf {code} een andere kleur: eerst {eerst}, nu {nu}. Wat bij {eerst} stond in de kolom
    {kolom}, telt niet meer; het staat in {waar}.
    → Vraag de partij of er bij {nu} iets bij hoort.
    → Hoort er bij deze kleur ook iets? Schrijf het er dan bij.""")
GESCHREVEN_BIJ_ANDERE_KLEUR = waarschuwing("""I385
    Wat {partij} bij {code} schreef ({kolom}) in {hier}, stond naast {eerst}; intussen telt {nu},
    uit {waar}.
    → Vraag de partij of dit bij {nu} hoort.
    → Hoort dit niet bij deze kleur? Verbeter het dan.""")
VOLGORDE_ONBEKEND = fout("""I386 verlies
    {partij} heeft {code} ({kolom}) verschillend beantwoord: in {hier} en in {waar}. Aan niets is te
    zien welk antwoord het laatst is; geen van beide telt.
    → Vraag de partij welk klopt en kies dat bestand: kaderxl collect {ronde} --choose {hash}, of de
      andere: --choose {andere}.
    → Laat ons weten welk antwoord klopt.""")
MOMENT_IN_TOEKOMST = waarschuwing("""I387
    Deze inzending zegt dat zij is opgeslagen of verstuurd {moment}; zij kwam eerder binnen,
    {ontvangen}. De klok van die computer loopt voor. We hielden aan: {anders}.
    → Kijk of de goede inzending voorgaat. Zo niet, geef dan: kaderxl collect {ronde} --choose en
      het begin van haar naam in retour.""")
ZONDER_STEMPEL = melding("""I388
    Aan deze inzending van {partij} is niet te zien uit welk invulblad zij komt, zoals bij een csv
    of een overgetypt blad. Een lege cel verandert daarom niets aan wat er al was.
    → Wilde de partij een antwoord weghalen? Vraag het na.""")
HERSTELBLAD_ZONDER_STEMPEL = waarschuwing("""I389 verlies
    Dit is een herstelblad van {partij}, maar er is niet meer te zien welke antwoorden er al in
    stonden. Een antwoord dat de partij leeg maakte, telt daarom nog.
    → Vraag de partij of zij antwoorden heeft weggehaald, en welke.""")
ZEGT_NIETS_ANDERS = melding("""I390
    Deze inzending van {partij} voegt niets toe aan {ander}.
    → Moet deze voorgaan? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
DEELS_GEKOZEN = waarschuwing("""I391 verlies
    Van deze inzending van {partij} telt maar een deel: {aantal}. Voor de rest gaat {gekozen} voor,
    omdat iemand die koos.
    → Moet deze voorgaan? Geef dan: kaderxl collect {ronde} --choose {hash}.""")
VAN_WIE_IS_DIT = fout("""I378 verlies
    Van wie is dit? Het kenmerk zegt {partij}, maar {reden}. Deze inzending is bewaard en telt nog
    niet.
    → Vraag het de afzender. Is zij van {partij}? Geef dan: kaderxl collect {ronde} --choose {hash}.
      Is zij dat niet: --exclude {hash}.""")
NAMENS_EEN_ANDER = fout("""I379 verlies
    Dit is het invulblad van {eigen}, niet van {partij}.
    → Vul de antwoorden in op het blad van {partij} en neem dat in.""")
ZOVEEL_MEER = fout("""I395 verlies
    Er zijn op dit blad nog {aantal} bevindingen {code}; die staan hier niet een voor een.
    → Open het ingezonden bestand. Horen die regels er niet, vraag de partij haar antwoorden dan in
      een nieuw invulblad te zetten.""")
VERZONNEN_INZENDING = fout("""I396
    In dit invulblad staan verzonnen antwoorden (een voorbeeld), en deze ronde is echt. Er is niets
    van overgenomen.
    → Neem het in met --output en de map van het voorbeeld.""")
ECHTE_INZENDING = fout("""I397 verlies
    Deze ronde is een voorbeeld met verzonnen antwoorden, en dit invulblad is dat niet. Er is niets
    van overgenomen.
    → Neem het in met --output en de map van de echte ronde.""")
KEUZE_VERANDERT = melding("""I398 verlies
    Door deze keuze geldt bij {code} ({kolom}) nu “{nu}”; eerst was het “{eerst}”.
    → Een keuze geldt voor een hele inzending. Klopt dit antwoord niet, vraag de partij er dan naar.
      Geef daarna: kaderxl merge {ronde}.""")
ALLES_TERUGGENOMEN = waarschuwing("""I400 verlies
    {partij} nam met dit herstelblad al haar antwoorden terug: {aantal}. Er geldt nu niets meer.
    → Vraag de partij of dat de bedoeling was. Zo niet, geef dan: kaderxl collect {ronde}
      --exclude {hash}.
    → Was dat niet de bedoeling? Laat het ons dan weten.""")
VEEL_TERUGGENOMEN = waarschuwing("""I435 verlies
    {partij} trok met dit bestand {aantal} in{later}.
    → Was dat niet de bedoeling, vraag de partij dan ze er weer in te zetten. Moet dit bestand niet
      tellen, geef dan: kaderxl collect {ronde} --exclude {hash}.
    → Was dat niet de bedoeling? Vul ze dan weer in.""")
HERHAALT_UITGESLOTEN = waarschuwing("""I401 verlies
    Dit herstelblad van {partij} toont {herhaald} van een inzending die iemand uitsloot. Zij liet
    die zoals ze waren; ze tellen niet mee.
    → Gelden ze toch? Geef dan: kaderxl collect {ronde} --choose {hash}. Dan telt alles wat er in
      dit herstelblad staat.""")
STUK_VAN_WIE = waarschuwing("""I402 verlies
    Van wie is dit? Het is {soort}, en aan de naam of de map is niet te zien van welke partij. Het
    is bewaard als {bestand}.
    → Zet de naam van de partij in de naam van het bestand of de map, en neem het weer in. Staan
      er antwoorden in? Zet ze in haar invulblad en neem dat in met: kaderxl collect BLAD
      {ronde} --on-behalf PARTIJ --source {begin}. Is er niets mee te doen? Geef: kaderxl
      collect {ronde} --done {begin}.""")
STUK_ZONDER_BLAD = waarschuwing("""I403 verlies
    Van {partij} kwam {soort}, en nog geen invulblad. Het is bewaard als {bestand}.
    → Bekijk het. Staan er antwoorden in? Zet ze in het invulblad van {partij} en neem dat in
      met: kaderxl collect BLAD {ronde} --on-behalf {code} --source {begin}. Is er niets mee te
      doen? Geef: kaderxl collect {ronde} --done {begin}.""")
STUK_AFGEDAAN = melding("""I404
    Dit is {soort}, bewaard als {bestand}. Wat u ermee deed: {wat}.
    → U hoeft niets te doen.""")
MAIL_VAN_ONBEKENDE = waarschuwing("""I405 verlies
    {wie} stuurde op {dag} {soorten}, zonder invulblad; van welke partij weten we niet. De mail is
    bewaard als {bestand}.
    → Bekijk haar. Staan er antwoorden in? Zet ze in het invulblad van de partij en neem dat in
      met: kaderxl collect BLAD {ronde} --on-behalf PARTIJ --source {begin}. Is er niets mee te
      doen? Geef: kaderxl collect {ronde} --done {begin}.""")
ANTWOORD_TERUGGENOMEN = waarschuwing("""I399 verlies
    {partij} nam het antwoord bij {code} ({kolom}) terug: deze cel is leeggemaakt.
    → Was dat niet de bedoeling, vraag de partij het antwoord er weer in te zetten.
    → Was dat niet de bedoeling? Vul het antwoord dan weer in.""")
OORDEEL_ZONDER_WOORDEN = fout("""I420
    Bij {code} vragen we een oordeel in woorden: {kleur} alleen zegt te weinig.
    → Schrijf bij Toelichting in één of twee zinnen waarom.""")
OOK_BEANTWOORD = melding("""I410
    Dit blad is compleet. Wat eerder kwam geldt hiermee ook als beantwoord: {mails}.
    → Staat daarin iets dat niet in dit blad staat? Vraag het de partij. U vindt het in
      retour/post.""")
MAIL_AFGEDAAN = melding("""I411
    Deze mail is bewaard als retour/post/{bestand}, en {hoe}.
    → Zij vraagt niets meer van u.""")
LOOPT_NOG = fout("""I421
    {code} staat op {kleur}, terwijl het nog loopt t/m {tm}.
    → Klopt dat? Schrijf dan bij Toelichting waarom er niets meer te doen is. Loopt het nog, kies
    dan een andere kleur.""")
ELK_JAAR_OPNIEUW = fout("""I422
    {code} doet u elk jaar opnieuw, t/m {tm}; {kleur} zegt dat er ook daarna niets meer te doen is.
    → Is het dit jaar gedaan, kies dan {goed}. Houdt het op, schrijf dan bij Toelichting waarom.""")
TWIJFEL = waarschuwing("""I430
    Een vraag over {wat}: {vraag}{eerder}
    → Vraag het na als de partij er niets over schreef. Haar “klopt, want …” bij Toelichting is een
      antwoord; de waarde telt tot die tijd zoals zij er staat.
    → Zo ja: schrijf bij Toelichting, op de regel van de indicator, “klopt, want …” en de reden. Zo
      nee: verbeter het.""")
ALLEN_HETZELFDE = waarschuwing("""I431
    Een vraag over {wat}, dat van {partijen} hetzelfde is: {vraag}
    → Vraag na of elke partij alleen haar eigen deel telde; dit wordt opgeteld. “Klopt, want …” bij
      Toelichting is een antwoord.
    → Telde u alleen uw eigen deel? Schrijf dan bij Toelichting, op de regel van de indicator:
      klopt, want … en de reden. Anders verbetert u het.""")
AKKOORD_ONTBREEKT = fout("""I450
    Bij {code} ({vraag}) staat nog niet of u akkoord bent met de voorzet.
    → Kies Akkoord of Niet akkoord. Niets kiezen is geen akkoord.""")
AKKOORD_ONLEESBAAR = fout("""I451 verlies
    “{waarde}” is geen Akkoord en geen Niet akkoord.
    → Kies Akkoord of Niet akkoord.""")
AKKOORD_MET_EIGEN_ANTWOORD = fout("""I452 verlies
    Bij {code} staat Akkoord, en ook een eigen antwoord. Het eigen antwoord is gelezen, en het telt
    niet als akkoord.
    → Bent u akkoord met de voorzet? Maak dan de andere gele cellen hier leeg. Zo niet, kies Niet
      akkoord.""")
EIGEN_ANTWOORD_ZONDER_KEUZE = fout("""I453
    Bij {code} staat een eigen antwoord, en niet of u akkoord bent met de voorzet.
    → Kies Niet akkoord. Bent u wel akkoord, maak dan de andere gele cellen hier leeg en kies
      Akkoord.""")
NIET_AKKOORD_ZONDER_UITLEG = fout("""I454
    Bij {code} staat Niet akkoord, en niet waarom.
    → Schrijf bij Toelichting wat er volgens u niet klopt.""")
HOORT_BIJ_ANDERE_REACTIE = melding("""I455 verlies
    {partij} reageerde bij {code} opnieuw op de voorzet: {nu}. Wat eerder in de kolom {kolom} stond,
    telt niet meer; het staat in {waar}.
    → Klopt dat niet? Vraag {partij} wat geldt.""")
LOOPT_ONLEESBAAR = waarschuwing("""I470
    Bij “{wat}” staat “{waarde}”; dat is niet loopt, gestopt of klaar.
    → Vraag de partij wat zij bedoelt. In de matrix staat het zoals zij het schreef.
    → Begin met loopt, gestopt of klaar; daarachter is ruimte voor uitleg.""")
GESTOPT_ZONDER_REDEN = waarschuwing("""I471
    Bij “{wat}” staat {woord}, zonder waarom.
    → Vraag de partij waarom.
    → Schrijf er in een paar woorden achter waarom.""")
