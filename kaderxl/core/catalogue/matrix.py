"""M5xx and M6xx: the matrix."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

PARTIJ_ONTBREEKT = waarschuwing("""M501
    Van {partij} is er geen inzending die telt; {aantal} antwoorden ontbreken.
    → Vraag {partij} om het invulblad.""")
VERSCHIL = melding("""M502
    Bij {code} verschillen de partijen: {wat}.
    → Bespreek het verschil in het overleg (blad Verschillen).""")
BESLUIT_ONBEKENDE_AFSPRAAK = fout("""M503 verlies
    In de matrix staat een besluit ({besluit}) bij {code}; die afspraak kennen we niet meer.
    → Zet het besluit bij de juiste afspraak. Het oude bestand blijft bewaard: {bewaard}.""")
BESLUIT_ONBEKEND = fout("""M504
    Het besluit “{besluit}” is geen kleur; het is zo overgenomen.
    → Kies {keuzes}.""")
BESLUITEN_BOTSEN = fout("""M505 verlies
    {wat} staat er twee keer, en verschillend: “{eerst}” en “{tekst}”. Daarvan is niets overgenomen.
    → Laat alleen het juiste besluit staan, op één regel, en geef de opdracht weer.""")
CONCEPT_NIET_PUBLIEK = fout("""M530
    De matrix van {ronde} is nog een concept: er staat niet wanneer zij is vastgesteld.
    Een concept publiceren we niet.
    → Vul in de matrix de datum in waarop dat is gebeurd, als dag, maand en jaar.""")
BESLUIT_GEEN_KLEUR = fout("""M531
    Het besluit over afspraak {nummer} is geen kleur: “{waarde}”.
    → Kies in de matrix {keuzes}, of maak de cel leeg.""")

BESLUIT_ACHTERHAALD = waarschuwing("""M506
    Afspraak {nummer}: besluit {besluit}; sindsdien meldt {partij} bij {code}: {nu} (eerst: {toen}).
    → Het besluit blijft staan. Leg het opnieuw voor aan het overleg als dat nodig is.""")
AFSPRAAK_AO_ACHTERHAALD = waarschuwing("""M507
    Bij {code} is {afgesproken} afgesproken; de partijen zeggen nu allemaal {nu}.
    → Wat is afgesproken blijft staan. Haal het weg op het blad Verschillen als het niet meer
      geldt.""")
AFSPRAAK_AO_RUST_ANDERS = waarschuwing("""M605
    {code}, {afgesproken}; sindsdien meldt {partij}: {nu} (eerst: {toen}).
    → Wat is afgesproken blijft staan. Past het niet meer, bespreek het dan opnieuw en vul het in op
      het blad Verschillen.""")
OUDERE_VOORZET = waarschuwing("""M606
    {code}: {partij} zei “{reactie}” bij een eerdere voorzet van {trekker}: {toen}. Nu zegt
    {trekker}: {nu}.
    → Akkoord met een eerdere voorzet telt niet voor deze. Vraag het opnieuw: kaderxl generate
      --agree {ronde}.""")
VOORZET_ONTBREEKT = waarschuwing("""M607
    Van {trekker} is er nog geen volledige voorzet bij {codes}. Daarover is nog niemand iets
    gevraagd.
    → Vraag {trekker} om de voorzet, en geef de opdracht daarna opnieuw.""")
GEEN_TREKKER = fout("""M608
    In het sjabloon heeft geen enkele indicator van {jaar} een trekker; dan is er geen voorzet om
    akkoord mee te zijn.
    → Vul op het blad Monitoringstabel de kolom “trekker” in.""")
GEEN_VOORZET = fout("""M609
    Er is nog geen enkele volledige voorzet binnen; er is niemand iets te vragen.
    → Vraag de trekkers om hun invulblad. Neem het in met kaderxl collect, en geef dan deze
      opdracht.""")

TEKST_ONBEKENDE_AFSPRAAK = fout("""M508 verlies
    In de matrix staat bij {sleutel} iets dat we niet kunnen plaatsen: {tekst}.
    → Zet het bij een afspraak die er nog is. Is het iets nieuws? Dat stelt u voor op het blad
      Wijzigingen, in een ronde die dat blad heeft. Het oude bestand blijft bewaard: {bewaard}.""")
RIJ_DUBBEL_IN_MATRIX = fout("""M509 verlies
    {wat} staat er twee keer, en verschillend: “{eerst}” en “{tekst}”. Daarvan is niets overgenomen.
    → Zet het op één regel en geef de opdracht weer.""")
BESLUIT_ZONDER_REDEN = fout("""M510
    Afspraak {nummer}: het besluit {kleur} heeft een reden nodig.
    → Vul de reden in op het blad Besluitenlijst, naast het besluit: {redenen}.""")
BESLUIT_ZONDER_DATUM = waarschuwing("""M511
    Afspraak {nummer}: bij het besluit {kleur} staat geen datum.
    → Vul op het blad Besluitenlijst de datum van het besluit in, naast het besluit.""")
DATUM_IN_TOEKOMST = fout("""M512
    {wat}: de datum {datum} ligt in de toekomst.
    → Verbeter de datum; een besluit is er pas na het overleg.""")
DATUM_IN_MATRIX_ONLEESBAAR = fout("""M513
    {wat}: “{waarde}” kunnen we niet als datum lezen. Het is zo overgenomen.
    → Schrijf dag-maand-jaar, bijvoorbeeld 12-3-2027.""")
REDEN_ZONDER_BESLUIT = waarschuwing("""M514
    Afspraak {nummer}: er staat wel een reden, toelichting of datum ({tekst}), maar geen besluit.
    → Kies op het blad Besluitenlijst een kleur, of maak de cellen leeg.""")
STEM_ONBEKEND = fout("""M515 verlies
    Afspraak {nummer}: de stem “{stem}” van {partij} kennen we niet; zo lang is er geen uitslag.
    → Kies een kleur of Onthouding.{tip}""")
STEM_ANDERS_GESCHREVEN = melding("""M534
    Afspraak {nummer}: de stem “{stem}” van {partij} is gelezen als {gelezen}; Excel zelf las haar
    niet.
    → Klopt dat niet, verbeter de stem dan. In de nieuwe matrix staat het woord uit de lijst.""")
STEMMING_TEGEN_BESLUIT = fout("""M516
    Afspraak {nummer}: de stemming wijst {uitslag} aan, maar het besluit is {besluit}.
    → Verbeter het besluit of de stemmen; kaderxl kiest niet.""")
STEMMING_ZONDER_BESLUIT = waarschuwing("""M517
    Afspraak {nummer}: de stemming wijst {uitslag} aan, maar er staat nog geen besluit.
    → Vul het besluit in op het blad Besluitenlijst.""")
STEMMING_ONBESLIST = waarschuwing("""M518
    Afspraak {nummer}: er is gestemd, maar het blijft onbeslist. {uitslag}.
    → Bespreek in het overleg hoe het verder gaat; kaderxl kiest niet.""")
STEMMING_TE_VROEG = waarschuwing("""M519
    Afspraak {nummer}: er is gestemd, maar {waarom}.
    → {raad}""")
EINDE_VOOR_BEGIN = waarschuwing("""M520
    Programma, afspraak {nummer}: het einde ({einde}) ligt voor het begin ({begin}).
    → Verbeter een van de twee datums.""")
AFSPRAAK_AO_ONLEESBAAR = fout("""M521
    Bij {code} is “{waarde}” afgesproken; dat is geen {soort}. Het is zo overgenomen.
    → {raad}""")
BLAD_WEG_UIT_MATRIX = waarschuwing("""M522 verlies
    In dit bestand ontbreekt het blad {blad}, of de kopregel ervan.
    → Wat daar stond, staat nog in {bewaard}. Zet het blad terug als er iets mist.""")
VASTGELEGD_GEWIJZIGD = waarschuwing("""M523 verlies
    {wat} is gewijzigd: eerst “{eerst}”, nu “{nu}”.
    → Klopt het nieuwe niet, zet dan in de matrix terug wat er stond en geef kaderxl merge.""")
VASTGELEGD_BLIJFT = melding("""M524 verlies
    {wat} {zijn} leeg in dit bestand, maar stond al in de matrix: “{eerst}”. Dat blijft staan.
    → Moet het weg? Geef kaderxl adopt met dit bestand en --choose “{keuze}”, of maak de cel leeg in
      de matrix in de map matrix en geef kaderxl merge.""")
BESLUIT_OUDER = fout("""M525 verlies
    Afspraak {nummer}: in dit bestand staat {ander}; in de matrix staat al een later besluit,
    {blijft}. Dat blijft staan.
    → Klopt dat niet? Verander het besluit dan in de matrix zelf.""")
NIET_ALLES_BESLOTEN = melding("""M526
    De matrix is vastgesteld op {datum}, maar {aantal} geen besluit.
    → Hun kleur is een voorstel; in de publicatie staat dat er geen besluit is.""")
MATRIX_ZONDER_KENMERK = fout("""M527
    In dit bestand staat geen kenmerk van een matrix; we weten niet bij welke gemeente en bij
    welke ronde het hoort.
    → Kijk of dit de matrix van {ronde} is. Is zij dat niet, haal dan in de matrix weg wat hierboven
      staat, en geef kaderxl merge.""")

TEKST_BUITEN_DE_CELLEN = melding("""M528 verlies
    Buiten de gele cellen van de matrix staat: {tekst}. Dat is niet overgenomen.
    → Moet het blijven? Zet het in een gele cel, zoals Notitie. Het staat nog in {bewaard}.""")

AL_OVERGENOMEN = melding("""M529 verlies
    Dit bestand is al eerder overgenomen. Wat er daarna in de matrix is veranderd, blijft staan.
    → Wilt u toch iets uit dit bestand? Zeg wat met --choose, bijvoorbeeld --choose 5 voor het
      besluit bij afspraak 5.""")
BLADEN_SPREKEN_TEGEN = fout("""M532 verlies
    Van {soort} zijn er kopieën, en zij verschillen{waar}: {inhoud}. Hiervan is niets overgenomen.
    → Verwijder het blad dat niet geldt, of maak de bladen hier gelijk. Geef de opdracht dan
      weer.""")
BLAD_GEKOZEN = waarschuwing("""M533 verlies
    Van {soort} zijn er kopieën: {bladen}. Alleen op “{gekozen}” staat iets anders dan kaderxl
    schreef; dat blad is gelezen.
    → Klopt dat niet? Verbeter dan de gele cellen in de matrix zelf, en geef kaderxl merge. De
      andere bladen staan nog in {bewaard}.""")

BEWIJS_NIET_IN_MATRIX = fout("""M541 verlies
    In de map besluiten ligt wat eerder is overgenomen, en deze matrix is van daarvoor: {namen}.
    → Geef kaderxl adopt met elk van die bestanden. Wat al in de matrix staat blijft staan.""")
TERUGGEZET = waarschuwing("""M540
    {wat} stond niet meer in de matrix; het is uit dit bestand weer overgenomen: {eerst}.
    → Hoort het er niet te staan, haal het dan in de matrix weg en geef kaderxl merge.""")
SAMENGEVOEGD_IN_MATRIX = waarschuwing("""M560 verlies
    De cellen {bereik} zijn samengevoegd. Wat in {eerste} staat telt alleen voor die ene regel;
    andere gele cellen eronder: {aantal}.
    → Hef de samenvoeging op en vul elke regel apart in.""")
GEKLEURD_IN_MATRIX = waarschuwing("""M561 verlies
    Deze cel is gekleurd, maar er staat geen woord; de kleur van een cel lezen we niet.
    → Bedoelt u er iets mee? Schrijf dan het woord: {keuzes}.""")
DOORGESTREEPT_IN_MATRIX = waarschuwing("""M562
    Dit is doorgestreept, of een deel ervan: {tekst}. Het is gelezen alsof er geen streep stond.
    → Geldt het niet meer? Maak de cel dan leeg in de matrix in de map matrix, en geef kaderxl
      merge.""")
GETALOPMAAK_IN_MATRIX = waarschuwing("""M563
    De cel toont {getoond}, want haar getalopmaak maakt daar iets anders van; gelezen is {waarde}.
    → Zet de opmaak van de cel op Standaard, kijk of het getal klopt en typ het anders opnieuw.""")
TEKSTVAK_IN_MATRIX = waarschuwing("""M564 verlies
    Over het blad ligt een tekstvak met: {tekst}. Dat is niet overgenomen.
    → Moet het blijven? Zet het in een gele cel, zoals Notitie.""")
LINK_IN_MATRIX = melding("""M565 verlies
    Achter “{tekst}” zit een verwijzing naar {adres}; alleen de tekst is gelezen.
    → Hoort het adres erbij? Schrijf het dan in de tekst zelf.""")
AFBEELDING_IN_MATRIX = waarschuwing("""M566 verlies
    Hier staat een afbeelding, of iets anders dat geen tekst of getal is; dat lezen we niet.
    → Staat er iets op dat moet blijven? Schrijf het dan in een gele cel.""")
FOUTWAARDE_IN_MATRIX = fout("""M567 verlies
    In deze gele cel staat de foutwaarde {waarde}; er is niets uit gelezen.
    → Typ de waarde zelf, zonder formule.""")
FORMULE_ZONDER_UITKOMST_IN_MATRIX = fout("""M568 verlies
    In deze gele cel staat een formule zonder uitkomst; er is niets uit gelezen.
    → Typ de waarde zelf, zonder formule.""")
PERSOONSGEGEVENS_IN_MATRIX = waarschuwing("""M570
    {waarin}: hier staat iets dat lijkt op {wat}.
    → Haal het weg als het over een persoon gaat: de matrix wordt gedeeld, gepubliceerd en
      bewaard.""")
MERKEN_AFGEKAPT = waarschuwing("""M572 verlies
    Het programma waarin dit bestand is opgeslagen kapte onze verborgen tekens af; we zien niet of
    iemand iets buiten de gele cellen schreef.
    → Kijk dat na in het bestand zelf ({bewaard}), of werk in de .xlsx die kaderxl schreef.""")
GEEN_KLEUR_BLIJFT = fout("""M573 verlies
    {wat}: in dit bestand staat “{tekst}”, en dat is geen kleur. In de matrix staat “{blijft}”; dat
    blijft staan.
    → Is er iets anders besloten? Kies {keuzes}. Moet het besluit weg? Maak de cel dan leeg in de
      matrix in de map matrix en geef kaderxl merge.""")
RIJEN_VERHUISD = fout("""M575 verlies
    Bij {aantal} regels staat wat eerst bij een andere regel stond, zoals bij {hier}: dat stond bij
    {daar}. Van die regels is niets overgenomen.
    → Zijn alleen de gele kolommen gesorteerd? Zet alles weer bij elkaar, of begin met een nieuwe
      kopie. Klopt het zo? Geef de opdracht dan weer, met {keuzes}.""")
RIJEN_VERHUISD_IN_MATRIX = waarschuwing("""M576
    In de matrix staat bij {aantal} regels wat eerst bij een andere regel stond, zoals bij {hier}:
    dat stond bij {daar}. Het staat er nu zo.
    → Zijn alleen de gele kolommen gesorteerd? Zet dan terug wat er stond; dat ligt in
      matrix/eerder.""")
NOG_TE_KIEZEN = fout("""M574 verlies
    {wat} is twee keer veranderd, en er is nog niet gekozen: in {bestand} staat “{komt}”, in de
    matrix staat “{staat}”.
    → Geldt wat in de matrix staat? Geef kaderxl adopt met de matrix zelf en --choose “{keuze}”.
      Geldt het andere? Geef kaderxl adopt met dat bestand uit matrix/besluiten en --choose
      “{keuze}”.""")
VERBORGEN_KOPIE_IN_MATRIX = waarschuwing("""M571 verlies
    Het blad “{blad}” is verborgen, en van dat blad is er ook een dat u wel ziet; er is niets van
    gelezen.
    → Moet het tellen? Maak het zichtbaar, en haal het andere weg.""")
TWEE_WIJZIGINGEN = waarschuwing("""M542 verlies
    {wat} is twee keer veranderd: in dit bestand staat “{komt}”, in de matrix staat
    “{staat}”{waar}. Toen dit bestand werd gemaakt stond er “{stond}”. Hiervan is niets overgenomen.
    → Wat in de matrix staat blijft staan. Geldt wat in dit bestand staat? Geef de opdracht dan
      weer, met --choose “{keuze}”.""")
KEUZE_NIET_IN_BESTAND = fout("""M543
    “{keuze}” staat niet in dit bestand.
    → Schrijf --choose zoals de bevinding het noemt. Het kan: {mogelijk}.""")
RIJ_SPREEKT_ZICH_TEGEN = fout("""M544 verlies
    Op deze regel {wat}. Van de regel is niets overgenomen.
    → Is maar een deel van de kolommen gesorteerd? Zet alles weer bij elkaar, of begin met een
      nieuwe kopie van de matrix. Geef de opdracht dan weer.""")
KOLOM_DUBBEL_IN_MATRIX = fout("""M545 verlies
    De kolom “{kop}” staat er twee keer, en verschillend: {cellen}. Van die regels is niets
    overgenomen.
    → Verwijder de kolom die niet geldt en geef de opdracht weer.""")
KLEUR_ERNAAST = waarschuwing("""M547 verlies
    Hier staat “{tekst}”, over een formule heen. Bedoelt u dit als besluit? Het is niet overgenomen.
    → Zet een besluit op het blad Besluitenlijst, in een gele cel onder Besluit. Het staat nog in
      {bewaard}.""")
OVER_FORMULE = waarschuwing("""M548 verlies
    Hier staat “{tekst}”, over een formule heen. Het is niet overgenomen.
    → In de nieuwe matrix staat de formule er weer. Moet dit blijven? Zet het in een gele cel, zoals
      Notitie. Het staat nog in {bewaard}.""")
BESLUIT_OP_DE_TABEL = fout("""M582 verlies
    Hier staat “{tekst}”, waar de tabel laat zien wat op de Besluitenlijst staat. Het is niet
    overgenomen.
    → Zet het op het blad Besluitenlijst, bij afspraak {nummer}, en maak deze cel leeg. Geef de
      opdracht dan weer.""")
STEMPEL_ONBEKEND = waarschuwing("""M549
    Aan dit bestand is niet te zien van welke matrix het een kopie is. {vergeleken}
    → Kijk na of alles wat hierboven staat klopt, en of er niets mist.""")
DATUM_VER_WEG = waarschuwing("""M550
    {wat}: {datum} ligt ver van {jaar}.
    → Kijk of het jaar klopt.""")
PUBLICATIE_INGETROKKEN = waarschuwing("""M551
    Er staat geen datum meer waarop de matrix is vastgesteld. Wat daarvan was gepubliceerd is
    weggehaald uit {map}.
    → Staat het ook op een website? Haal het daar dan ook weg.""")
PUBLICATIE_STAAT_NOG = waarschuwing("""M552
    In {map} staat nog wat eerder is gepubliceerd; dat is niet bijgewerkt.
    → Verbeter wat hierboven staat en geef kaderxl merge, of haal die bestanden weg.""")
ZELF_BEWAARD = melding("""M553 verlies
    Dit bestand is een matrix zoals kaderxl die zelf bewaarde ({waar}). Er is niets overgenomen.
    → Wilt u er toch iets uit? Zeg wat met --choose, bijvoorbeeld --choose 5 voor het besluit bij
      afspraak 5.""")
NIETS_VERANDERD = melding("""M554
    In de gele cellen van dit bestand is niets veranderd sinds kaderxl het schreef.
    → Had het moeten veranderen? Kijk dan of dit het goede bestand is.""")
BO_IN_TOEKOMST = fout("""M555
    In de toekomst ligt: {wat}. Zolang wordt er niets gepubliceerd en niets gearchiveerd.
    → Verbeter de datum, of wacht tot het overleg is geweest en geef kaderxl merge.""")
FORMULE_IN_MATRIX = fout("""M580 verlies
    In deze gele cel staat een formule; er is niets uit gelezen, want wat zij toont kan een ander
    programma anders uitrekenen.
    → Typ wat er is besloten, zonder formule.""")
ONZICHTBAAR_IN_MATRIX = waarschuwing("""M581
    Hier staat “{tekst}”, en wie het bestand opent ziet dat niet: {waarom}. Het is gelezen zoals het
    er staat.
    → Maak het zichtbaar en kijk of het klopt. Hoort het er niet? Maak de cel dan leeg in de matrix
      in de map matrix, en geef kaderxl merge.""")

RIJ_ZONDER_NUMMER = fout("""M610 verlies
    Op deze regel staat wel iets ({tekst}), maar in de kolom Nr geen nummer dat we kennen ({nr}). Er
    is niets van overgenomen.
    → Zet in de kolom Nr een nummer dat op het blad nog vrij is, bijvoorbeeld {voorbeeld}. Het oude
      bestand blijft bewaard: {bewaard}.""")
VOORSTEL_ONAF = waarschuwing("""M611
    Voorstel {code} kan zo nog niet in het sjabloon komen: {wat}.
    → Vul het aan op het blad Wijzigingen, voordat erover wordt besloten.""")
AANGENOMEN_ONAF = fout("""M612
    Voorstel {code} is aangenomen, maar kan zo niet in het sjabloon komen: {wat}. Er is geen nieuw
    sjabloon geschreven.
    → Vul het aan op het blad Wijzigingen, zoals het is besloten.""")
VOORSTELBESLUIT_ONBEKEND = fout("""M613
    Voorstel {code}: “{besluit}” kennen we niet als besluit; er verandert niets.
    → Kies aangenomen, afgewezen of aangehouden.""")
VOORSTEL_ZONDER_DATUM = fout("""M614
    Voorstel {code} is {besluit}, maar er staat niet op welke dag.
    → Schrijf de datum naast het besluit.""")
VOORSTEL_NIET_BESLIST = melding("""M615
    Over voorstel {code} is nog niets besloten; het verandert niets.
    → Kies aangenomen, afgewezen of aangehouden zodra erover is besloten.""")
NIEUW_SJABLOON_FOUT = fout("""M616
    Met wat is aangenomen klopt het sjabloon niet meer: {wat} Er is geen nieuw sjabloon geschreven.
    → Verbeter het voorstel op het blad Wijzigingen.""")
SJABLOON_NIET_TE_BEWERKEN = fout("""M617
    Van {bestand} kunnen we geen nieuwe versie maken: {reden}.
    → Sla het sjabloon op als .xlsx en geef kaderxl merge met --template en dat bestand.""")
OUDER_NIEUW_SJABLOON = waarschuwing("""M618
    In {map} staat ook een sjabloon van eerdere besluiten: {namen}. Dat geldt niet meer.
    → Gebruik het sjabloon dat hierboven staat.""")
BESLUIT_NIET_IN_SJABLOON = waarschuwing("""M619
    In {ronde} is aangenomen: {codes}. Dit sjabloon weet daar niet van.
    → Geef de opdracht weer, met --template en het sjabloon dat in {map} staat.""")
OPTIE_ONBEKEND = fout("""M620 verlies
    Stemming {code}: de stem “{stem}” van {partij} is geen van de opties; zo lang is er geen
    uitslag.
    → Kies {keuzes} of Onthouding.""")
STEMPUNT_ZONDER_OPTIES = fout("""M621
    Stemming {code}: er is gestemd, maar er staan geen twee opties.
    → Typ op het blad Stemmingen de vraag en de opties.""")
STEMPUNT_TE_VROEG = waarschuwing("""M622
    Stemming {code}: er is gestemd, maar {waarom}.
    → {raad}""")
STEMPUNT_ONBESLIST = waarschuwing("""M623
    Stemming {code}: er is gestemd, maar het blijft onbeslist. {uitslag}.
    → Bespreek hoe het verder gaat; kaderxl kiest niet.""")
STEMPUNT_ZONDER_BESLUIT = waarschuwing("""M624
    Stemming {code}: de stemming wijst {uitslag} aan, maar er staat nog niet wat er is besloten.
    → Vul in bij “Wat is besloten”, met de datum.""")
STEMPUNT_TEGEN_BESLUIT = fout("""M625
    Stemming {code}: de stemming wijst {uitslag} aan, maar besloten is “{besluit}”.
    → Verbeter het besluit of de stemmen; kaderxl kiest niet.""")
PARTIJ_STELT_VOOR = melding("""M626
    {partij} stelt een wijziging van de afspraken voor ({code}): {tekst}
    → Bespreek het in het overleg, en schrijf op het blad Wijzigingen uit wat het zou worden.""")
GEEN_FOCUS = fout("""M640
    Dit is niet het werkboek voor het overleg: de kolommen ervan staan er niet.
    → Geef het werkboek dat kaderxl focus maakte, zoals het is ingevuld.""")
FOCUS_ONBEKEND = waarschuwing("""M641
    De code {code} staat niet in het werkboek voor het overleg. Er is bij gezegd: {tekst}.
    → Kijk bij welke regel het hoort en zet het daar. Het blijft bewaard zoals het er staat.""")
WIE_ONBEKEND = melding("""M650
    Bij de actie van afspraak {nummer} staat bij Wie “{wie}”; dat is geen partij die kaderxl kent.
    → Zet er de naam van een partij of een groep bij. Anders vraagt kaderxl de actie terug aan alle
      partijen van de afspraak.""")
FOCUS_BLIJFT = waarschuwing("""M651
    In dit werkboek voor het overleg is iets ingevuld dat kaderxl nog niet kent. Het blijft staan.
    → Geef het terug: kaderxl focus met dit bestand. Daarna schrijft kaderxl het opnieuw.""")
