"""M5xx: the matrix."""

from __future__ import annotations

from ..findings import Regel
from ..rounds import Ernst

_F, _W, _M = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.MELDING


PARTIJ_ONTBREEKT = Regel(
    "M501",
    _W,
    "Van {partij} is er geen inzending die telt; {aantal} antwoorden ontbreken.",
    "Vraag {partij} om het invulblad.",
)
VERSCHIL = Regel(
    "M502",
    _M,
    "Bij {code} verschillen de partijen: {wat}.",
    "Bespreek het verschil in het AO (blad Verschillen).",
)
BESLUIT_ONBEKENDE_AFSPRAAK = Regel(
    "M503",
    _F,
    "In de matrix staat een besluit ({besluit}) bij {code}; die afspraak kennen we niet meer.",
    "Zet het besluit bij de juiste afspraak. Het oude bestand blijft bewaard: {bewaard}.",
    verlies=True,
)
BESLUIT_ONBEKEND = Regel(
    "M504",
    _F,
    "Het besluit “{besluit}” is geen kleur; het is zo overgenomen.",
    "Kies {keuzes}.",
)
BESLUITEN_BOTSEN = Regel(
    "M505",
    _F,
    "Bij afspraak {nummer} staan verschillende besluiten: {besluiten}. We houden {gekozen} aan.",
    "Zet het juiste besluit op de eerste regel van de afspraak. Het andere staat nog in {bewaard}.",
    verlies=True,
)
CONCEPT_NIET_PUBLIEK = Regel(
    "M530",
    _F,
    "De matrix van {ronde} is nog een concept: er staat niet wanneer het BO haar heeft "
    "vastgesteld. Een concept publiceren we niet.",
    "Vul in de matrix de datum in waarop het BO haar vaststelde, als dag, maand en jaar.",
)
BESLUIT_GEEN_KLEUR = Regel(
    "M531",
    _F,
    "Het besluit over afspraak {nummer} is geen kleur: “{waarde}”.",
    "Kies in de matrix {keuzes}, of maak de cel leeg.",
)

BESLUIT_ACHTERHAALD = Regel(
    "M506",
    _W,
    "Afspraak {nummer}: besluit {besluit}; sindsdien meldt {partij} bij {code}: {nu} "
    "(eerst: {toen}).",
    "Het besluit blijft staan. Leg het opnieuw voor aan het BO als dat nodig is.",
)
AFSPRAAK_AO_ACHTERHAALD = Regel(
    "M507",
    _W,
    "Bij {code} sprak het AO {afgesproken} af; de partijen zeggen nu allemaal {nu}.",
    "Het besluit van het AO blijft staan. Haal het weg op het blad Verschillen als het niet meer "
    "geldt.",
)

TEKST_ONBEKENDE_AFSPRAAK = Regel(
    "M508",
    _F,
    "In de matrix staat bij {sleutel} iets dat we niet kunnen plaatsen: {tekst}.",
    "Zet het bij een afspraak die er nog is. Het oude bestand blijft bewaard: {bewaard}.",
    verlies=True,
)
RIJ_DUBBEL_IN_MATRIX = Regel(
    "M509",
    _F,
    "{sleutel} staat er twee keer; we lezen de eerste. Op de tweede regel staat: {tekst}.",
    "Zet het op één regel. Het oude bestand blijft bewaard: {bewaard}.",
    verlies=True,
)
BESLUIT_ZONDER_REDEN = Regel(
    "M510",
    _F,
    "Afspraak {nummer}: het besluit {kleur} heeft een reden nodig.",
    "Schrijf de reden op de Monitoringstabel, naast het besluit: {redenen}.",
)
BESLUIT_ZONDER_DATUM = Regel(
    "M511",
    _W,
    "Afspraak {nummer}: bij het besluit {kleur} staat geen datum.",
    "Schrijf de datum van het BO naast het besluit.",
)
DATUM_IN_TOEKOMST = Regel(
    "M512",
    _F,
    "{wat}: de datum {datum} ligt in de toekomst.",
    "Verbeter de datum; een besluit is er pas na het overleg.",
)
DATUM_IN_MATRIX_ONLEESBAAR = Regel(
    "M513",
    _F,
    "{wat}: “{waarde}” kunnen we niet als datum lezen. Het is zo overgenomen.",
    "Schrijf dag-maand-jaar, bijvoorbeeld 12-3-2027.",
)
REDEN_ZONDER_BESLUIT = Regel(
    "M514",
    _W,
    "Afspraak {nummer}: er staat wel een reden of datum ({tekst}), maar geen besluit.",
    "Kies een kleur, of maak de cellen leeg.",
)
STEM_ONBEKEND = Regel(
    "M515",
    _F,
    "Afspraak {nummer}: de stem “{stem}” van {partij} kennen we niet; zo lang is er geen uitslag.",
    "Kies een kleur of Onthouding.{tip}",
    verlies=True,
)
STEM_ANDERS_GESCHREVEN = Regel(
    "M534",
    _M,
    "Afspraak {nummer}: de stem “{stem}” van {partij} is gelezen als {gelezen}; Excel zelf las "
    "haar niet.",
    "Klopt dat niet, verbeter de stem dan. In de nieuwe matrix staat het woord uit de lijst.",
)
STEMMING_TEGEN_BESLUIT = Regel(
    "M516",
    _F,
    "Afspraak {nummer}: de stemming wijst {uitslag} aan, maar het besluit is {besluit}.",
    "Verbeter het besluit of de stemmen; kaderxl kiest niet.",
)
STEMMING_ZONDER_BESLUIT = Regel(
    "M517",
    _W,
    "Afspraak {nummer}: de stemming wijst {uitslag} aan, maar er staat nog geen besluit.",
    "Vul het besluit in op de Monitoringstabel.",
)
STEMMING_ONBESLIST = Regel(
    "M518",
    _W,
    "Afspraak {nummer}: er is gestemd, maar het blijft onbeslist. {uitslag}.",
    "Bespreek in het AO hoe het verder gaat; kaderxl kiest niet.",
)
STEMMING_TE_VROEG = Regel(
    "M519",
    _W,
    "Afspraak {nummer}: er is gestemd, maar {waarom}.",
    "Hoofdstuk 8: eerst een moderator, en pas stemmen na de afgesproken periode.",
)
EINDE_VOOR_BEGIN = Regel(
    "M520",
    _W,
    "Jaarprogramma, afspraak {nummer}: het einde ({einde}) ligt voor het begin ({begin}).",
    "Verbeter een van de twee datums.",
)
AFSPRAAK_AO_ONLEESBAAR = Regel(
    "M521",
    _F,
    "Bij {code} sprak het AO “{waarde}” af; dat is geen {soort}. Het is zo overgenomen.",
    "{raad}",
)
BLAD_WEG_UIT_MATRIX = Regel(
    "M522",
    _W,
    "In dit bestand ontbreekt het blad {blad}, of de kopregel ervan.",
    "Wat daar stond, staat nog in {bewaard}. Zet het blad terug als er iets mist.",
    verlies=True,
)
VASTGELEGD_GEWIJZIGD = Regel(
    "M523",
    _W,
    "{wat} is gewijzigd: eerst “{eerst}”, nu “{nu}”.",
    "Klopt het nieuwe niet, zet dan in de matrix terug wat er stond en geef kaderxl merge.",
    verlies=True,
)
VASTGELEGD_BLIJFT = Regel(
    "M524",
    _M,
    "{wat} is leeg in dit bestand, maar stond al in de matrix: “{eerst}”. Dat blijft staan.",
    "Moet het weg? Maak de cel dan leeg in de matrix in de map matrix, en geef kaderxl merge.",
    verlies=True,
)
BESLUIT_OUDER = Regel(
    "M525",
    _F,
    "Afspraak {nummer}: in dit bestand staat {ander}; in de matrix staat al een later besluit, "
    "{blijft}. Dat blijft staan.",
    "Klopt dat niet? Verander het besluit dan in de matrix zelf.",
    verlies=True,
)
NIET_ALLES_BESLOTEN = Regel(
    "M526",
    _M,
    "De matrix is vastgesteld in het BO van {datum}, maar {aantal} hebben geen besluit.",
    "Hun kleur is een voorstel; in de publicatie staat dat er geen besluit is.",
)
MATRIX_ZONDER_KENMERK = Regel(
    "M527",
    _W,
    "In dit bestand staat geen kenmerk van een matrix; we weten niet zeker bij welke ronde het "
    "hoort.",
    "Kijk of dit de matrix van {ronde} is.",
)

TEKST_BUITEN_DE_CELLEN = Regel(
    "M528",
    _M,
    "Buiten de gele cellen van de matrix staat: {tekst}. Dat is niet overgenomen.",
    "Moet het blijven? Zet het in een gele cel, zoals Notitie. Het staat nog in {bewaard}.",
    verlies=True,
)

AL_OVERGENOMEN = Regel(
    "M529",
    _M,
    "Dit bestand is al eerder overgenomen. Wat er daarna in de matrix is veranderd, blijft staan.",
    "Wilt u iets terugzetten? Verander het dan in de matrix zelf en geef kaderxl merge.",
    verlies=True,
)
BLADEN_SPREKEN_TEGEN = Regel(
    "M532",
    _F,
    "Van {soort} zijn er kopieën, en zij verschillen{waar}: {inhoud}. Hiervan is niets "
    "overgenomen.",
    "Verwijder het blad dat niet geldt, of maak de bladen hier gelijk. Geef de opdracht dan weer.",
    verlies=True,
)
BLAD_GEKOZEN = Regel(
    "M533",
    _W,
    "Van {soort} zijn er kopieën: {bladen}. Alleen op “{gekozen}” staat iets anders dan kaderxl "
    "schreef; dat blad is gelezen.",
    "Klopt dat niet? Verbeter dan de gele cellen in de matrix zelf, en geef kaderxl merge. De "
    "andere bladen staan nog in {bewaard}.",
    verlies=True,
)

BEWIJS_NIET_IN_MATRIX = Regel(
    "M541",
    _F,
    "In de map besluiten ligt wat eerder is overgenomen, en deze matrix is van daarvoor: {namen}.",
    "Geef kaderxl adopt met elk van die bestanden. Wat al in de matrix staat blijft staan.",
    verlies=True,
)
TERUGGEZET = Regel(
    "M540",
    _W,
    "{wat} stond niet meer in de matrix; het is uit dit bestand weer overgenomen: {eerst}.",
    "Hoort het er niet te staan, haal het dan in de matrix weg en geef kaderxl merge.",
)
SAMENGEVOEGD_IN_MATRIX = Regel(
    "M560",
    _W,
    "De cellen {bereik} zijn samengevoegd. Wat in {eerste} staat telt alleen voor die ene regel; "
    "andere gele cellen eronder: {aantal}.",
    "Hef de samenvoeging op en vul elke regel apart in.",
    verlies=True,
)
GEKLEURD_IN_MATRIX = Regel(
    "M561",
    _W,
    "Deze cel is gekleurd, maar er staat geen woord; de kleur van een cel lezen we niet.",
    "Bedoelt u er iets mee? Schrijf dan het woord: {keuzes}.",
    verlies=True,
)
DOORGESTREEPT_IN_MATRIX = Regel(
    "M562",
    _W,
    "Dit is doorgestreept, of een deel ervan: {tekst}. Het is gelezen alsof er geen streep stond.",
    "Geldt het niet meer? Maak de cel dan leeg in de matrix in de map matrix, en geef kaderxl "
    "merge.",
)
GETALOPMAAK_IN_MATRIX = Regel(
    "M563",
    _W,
    "De cel toont {getoond}, want haar getalopmaak maakt daar iets anders van; gelezen is "
    "{waarde}.",
    "Zet de opmaak van de cel op Standaard, kijk of het getal klopt en typ het anders opnieuw.",
)
TEKSTVAK_IN_MATRIX = Regel(
    "M564",
    _W,
    "Over het blad ligt een tekstvak met: {tekst}. Dat is niet overgenomen.",
    "Moet het blijven? Zet het in een gele cel, zoals Notitie.",
    verlies=True,
)
LINK_IN_MATRIX = Regel(
    "M565",
    _M,
    "Achter “{tekst}” zit een verwijzing naar {adres}; alleen de tekst is gelezen.",
    "Hoort het adres erbij? Schrijf het dan in de tekst zelf.",
    verlies=True,
)
AFBEELDING_IN_MATRIX = Regel(
    "M566",
    _W,
    "Hier staat een afbeelding, of iets anders dat geen tekst of getal is; dat lezen we niet.",
    "Staat er iets op dat moet blijven? Schrijf het dan in een gele cel.",
    verlies=True,
)
FOUTWAARDE_IN_MATRIX = Regel(
    "M567",
    _F,
    "In deze gele cel staat de foutwaarde {waarde}; er is niets uit gelezen.",
    "Typ de waarde zelf, zonder formule.",
    verlies=True,
)
FORMULE_ZONDER_UITKOMST_IN_MATRIX = Regel(
    "M568",
    _F,
    "In deze gele cel staat een formule zonder uitkomst; er is niets uit gelezen.",
    "Typ de waarde zelf, zonder formule.",
    verlies=True,
)
PERSOONSGEGEVENS_IN_MATRIX = Regel(
    "M570",
    _W,
    "In {waarin} staat iets dat lijkt op {wat}.",
    "Haal het weg als het over een persoon gaat: de matrix wordt gedeeld, gepubliceerd en bewaard.",
)
MERKEN_AFGEKAPT = Regel(
    "M572",
    _W,
    "Het programma waarin dit bestand is opgeslagen kapte onze verborgen tekens af; we zien niet "
    "of iemand iets buiten de gele cellen schreef.",
    "Kijk dat na in het bestand zelf ({bewaard}), of werk in de .xlsx die kaderxl schreef.",
    verlies=True,
)
VERBORGEN_KOPIE_IN_MATRIX = Regel(
    "M571",
    _W,
    "Het blad “{blad}” is verborgen, en van dat blad is er ook een dat u wel ziet; er is niets van "
    "gelezen.",
    "Moet het tellen? Maak het zichtbaar, en haal het andere weg.",
    verlies=True,
)
