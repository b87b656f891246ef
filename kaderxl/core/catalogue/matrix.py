"""M5xx: the matrix."""

from __future__ import annotations

from ..findings import fout, melding, waarschuwing

PARTIJ_ONTBREEKT = waarschuwing("""M501
    Van {partij} is er geen inzending die telt; {aantal} antwoorden ontbreken.
    → Vraag {partij} om het invulblad.""")
VERSCHIL = melding("""M502
    Bij {code} verschillen de partijen: {wat}.
    → Bespreek het verschil in het AO (blad Verschillen).""")
BESLUIT_ONBEKENDE_AFSPRAAK = fout("""M503 verlies
    In de matrix staat een besluit ({besluit}) bij {code}; die afspraak kennen we niet meer.
    → Zet het besluit bij de juiste afspraak. Het oude bestand blijft bewaard: {bewaard}.""")
BESLUIT_ONBEKEND = fout("""M504
    Het besluit “{besluit}” is geen kleur; het is zo overgenomen.
    → Kies {keuzes}.""")
BESLUITEN_BOTSEN = fout("""M505 verlies
    {wat} staat er twee keer, en verschillend: “{eerst}” en “{tekst}”. Daarvan is niets overgenomen.
    → Laat alleen het juiste besluit staan, op de eerste regel van de afspraak, en geef de opdracht
      weer.""")
CONCEPT_NIET_PUBLIEK = fout("""M530
    De matrix van {ronde} is nog een concept: er staat niet wanneer het BO haar heeft vastgesteld.
    Een concept publiceren we niet.
    → Vul in de matrix de datum in waarop het BO haar vaststelde, als dag, maand en jaar.""")
BESLUIT_GEEN_KLEUR = fout("""M531
    Het besluit over afspraak {nummer} is geen kleur: “{waarde}”.
    → Kies in de matrix {keuzes}, of maak de cel leeg.""")

BESLUIT_ACHTERHAALD = waarschuwing("""M506
    Afspraak {nummer}: besluit {besluit}; sindsdien meldt {partij} bij {code}: {nu} (eerst: {toen}).
    → Het besluit blijft staan. Leg het opnieuw voor aan het BO als dat nodig is.""")
AFSPRAAK_AO_ACHTERHAALD = waarschuwing("""M507
    Bij {code} sprak het AO {afgesproken} af; de partijen zeggen nu allemaal {nu}.
    → Het besluit van het AO blijft staan. Haal het weg op het blad Verschillen als het niet meer
      geldt.""")

TEKST_ONBEKENDE_AFSPRAAK = fout("""M508 verlies
    In de matrix staat bij {sleutel} iets dat we niet kunnen plaatsen: {tekst}.
    → Zet het bij een afspraak die er nog is. Het oude bestand blijft bewaard: {bewaard}.""")
RIJ_DUBBEL_IN_MATRIX = fout("""M509 verlies
    {wat} staat er twee keer, en verschillend: “{eerst}” en “{tekst}”. Daarvan is niets overgenomen.
    → Zet het op één regel en geef de opdracht weer.""")
BESLUIT_ZONDER_REDEN = fout("""M510
    Afspraak {nummer}: het besluit {kleur} heeft een reden nodig.
    → Schrijf de reden op de Monitoringstabel, naast het besluit: {redenen}.""")
BESLUIT_ZONDER_DATUM = waarschuwing("""M511
    Afspraak {nummer}: bij het besluit {kleur} staat geen datum.
    → Schrijf de datum van het BO naast het besluit.""")
DATUM_IN_TOEKOMST = fout("""M512
    {wat}: de datum {datum} ligt in de toekomst.
    → Verbeter de datum; een besluit is er pas na het overleg.""")
DATUM_IN_MATRIX_ONLEESBAAR = fout("""M513
    {wat}: “{waarde}” kunnen we niet als datum lezen. Het is zo overgenomen.
    → Schrijf dag-maand-jaar, bijvoorbeeld 12-3-2027.""")
REDEN_ZONDER_BESLUIT = waarschuwing("""M514
    Afspraak {nummer}: er staat wel een reden of datum ({tekst}), maar geen besluit.
    → Kies een kleur, of maak de cellen leeg.""")
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
    → Vul het besluit in op de Monitoringstabel.""")
STEMMING_ONBESLIST = waarschuwing("""M518
    Afspraak {nummer}: er is gestemd, maar het blijft onbeslist. {uitslag}.
    → Bespreek in het AO hoe het verder gaat; kaderxl kiest niet.""")
STEMMING_TE_VROEG = waarschuwing("""M519
    Afspraak {nummer}: er is gestemd, maar {waarom}.
    → Hoofdstuk 8: eerst een moderator, en pas stemmen na de afgesproken periode.""")
EINDE_VOOR_BEGIN = waarschuwing("""M520
    Jaarprogramma, afspraak {nummer}: het einde ({einde}) ligt voor het begin ({begin}).
    → Verbeter een van de twee datums.""")
AFSPRAAK_AO_ONLEESBAAR = fout("""M521
    Bij {code} sprak het AO “{waarde}” af; dat is geen {soort}. Het is zo overgenomen.
    → {raad}""")
BLAD_WEG_UIT_MATRIX = waarschuwing("""M522 verlies
    In dit bestand ontbreekt het blad {blad}, of de kopregel ervan.
    → Wat daar stond, staat nog in {bewaard}. Zet het blad terug als er iets mist.""")
VASTGELEGD_GEWIJZIGD = waarschuwing("""M523 verlies
    {wat} is gewijzigd: eerst “{eerst}”, nu “{nu}”.
    → Klopt het nieuwe niet, zet dan in de matrix terug wat er stond en geef kaderxl merge.""")
VASTGELEGD_BLIJFT = melding("""M524 verlies
    {wat} is leeg in dit bestand, maar stond al in de matrix: “{eerst}”. Dat blijft staan.
    → Moet het weg? Geef kaderxl adopt met dit bestand en --choose “{keuze}”, of maak de cel leeg in
      de matrix in de map matrix en geef kaderxl merge.""")
BESLUIT_OUDER = fout("""M525 verlies
    Afspraak {nummer}: in dit bestand staat {ander}; in de matrix staat al een later besluit,
    {blijft}. Dat blijft staan.
    → Klopt dat niet? Verander het besluit dan in de matrix zelf.""")
NIET_ALLES_BESLOTEN = melding("""M526
    De matrix is vastgesteld in het BO van {datum}, maar {aantal} hebben geen besluit.
    → Hun kleur is een voorstel; in de publicatie staat dat er geen besluit is.""")
MATRIX_ZONDER_KENMERK = waarschuwing("""M527
    In dit bestand staat geen kenmerk van een matrix; we weten niet zeker bij welke ronde het hoort.
    → Kijk of dit de matrix van {ronde} is.""")

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
    → Zet een besluit in de gele cel “Besluit BO” van de Monitoringstabel. Het staat nog in
      {bewaard}.""")
OVER_FORMULE = waarschuwing("""M548 verlies
    Hier staat “{tekst}”, over een formule heen. Het is niet overgenomen.
    → In de nieuwe matrix staat de formule er weer. Moet dit blijven? Zet het in een gele cel, zoals
      Notitie. Het staat nog in {bewaard}.""")
STEMPEL_ONBEKEND = waarschuwing("""M549
    Aan dit bestand is niet te zien van welke matrix het een kopie is. {vergeleken}
    → Kijk na of alles wat hierboven staat klopt, en of er niets mist.""")
DATUM_VER_WEG = waarschuwing("""M550
    {wat}: {datum} ligt ver van {jaar}.
    → Kijk of het jaar klopt.""")
PUBLICATIE_INGETROKKEN = waarschuwing("""M551
    Er staat geen datum meer waarop het BO de matrix vaststelde. Wat daarvan was gepubliceerd is
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
