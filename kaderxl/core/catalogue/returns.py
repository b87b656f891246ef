"""I3xx: a return."""

from __future__ import annotations

from ..findings import Regel
from ..rounds import Ernst

_F, _W, _M = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.MELDING


KENMERK_ONTBREEKT = Regel(
    "I301",
    _F,
    "Dit is geen invulblad van ons: er staat geen kenmerk in.",
    "Vraag de partij het toegestuurde invulblad te gebruiken; het kenmerk staat bovenaan.",
    verlies=True,
)
KENMERK_ONGELDIG = Regel(
    "I302",
    _F,
    "Het kenmerk {kenmerk} klopt niet; er is een teken veranderd.",
    "Kijk in het verstuurde invulblad wat het kenmerk was en zet dat terug in een kopie.",
    verlies=True,
)
ANDERE_RONDE = Regel(
    "I303",
    _F,
    "Dit invulblad is van de ronde {ronde}, niet van {gevraagd}.",
    "Neem het in bij die ronde, of vraag de partij het blad van {gevraagd}.",
    verlies=True,
)
ANDER_KADER = Regel(
    "I304",
    _F,
    "Het kenmerk {kenmerk} is niet van deze kaderafspraken ({kader}).",
    "Stuur het bestand terug aan de afzender.",
    verlies=True,
)
PARTIJ_ONBEKEND = Regel(
    "I305",
    _F,
    "Het kenmerk {kenmerk} noemt een partij die we niet kennen.",
    "Kijk op het blad Partijen of de partij er nog staat.",
    verlies=True,
)
KENMERKEN_BOTSEN = Regel(
    "I306",
    _F,
    "In dit bestand staan verschillende kenmerken: {kenmerken}.",
    "Maak van elk invulblad een eigen bestand en neem die in.",
    verlies=True,
)
TABEL_ONTBREEKT = Regel(
    "I307",
    _F,
    "De tabel is niet gevonden: geen regel met de koppen {koppen}.",
    "Vraag de partij de kopregel te laten staan, of zet hem terug in een kopie.",
    verlies=True,
)
KOLOM_WEG = Regel(
    "I308",
    _F,
    "De kolom “{kolom}” is niet gevonden.",
    "Zet de kop “{kolom}” terug boven de juiste kolom in een kopie, en neem die in.{tip}",
    voor_partij="In dit blad staat de kolom er weer. Vul haar opnieuw in.",
    verlies=True,
)
KOLOM_DUBBEL = Regel(
    "I309",
    _F,
    "De kop “{kolom}” staat er twee keer: in {eerste} en hier. We lezen de eerste.",
    "Kijk of er in deze kolom antwoorden staan en zet ze op hun plaats in een kopie.",
    voor_partij="Stond er een antwoord in de tweede kolom? Zet het in dit blad op zijn plaats.",
    verlies=True,
)
CODE_ONBEKEND = Regel(
    "I310",
    _F,
    "De code {code} kennen we niet; op deze regel staat: {antwoord}.",
    "Zet het antwoord bij de juiste code in een kopie, en neem die in.{tip}",
    voor_partij="Zet het antwoord in dit blad op de regel waar het hoort.",
    verlies=True,
)
CODE_DUBBEL = Regel(
    "I311",
    _F,
    "De code {code} staat er twee keer; de eerste keer in cel {eerste}. Hier staat: {antwoord}.",
    "Laat in een kopie één regel met {code} staan, en neem die in. We lezen de eerste.",
    voor_partij="We namen de eerste over. Klopt dat niet? Verbeter het dan in dit blad.",
    verlies=True,
)
ANTWOORD_VERDEROP = Regel(
    "I341",
    _M,
    "Van deze codes staat er eerst een lege regel. We lazen de ingevulde, vanaf deze cel: {codes}.",
    "U hoeft niets te doen.",
)
CODE_HERHAALD = Regel(
    "I327",
    _M,
    "De code {code} staat er nog eens, met hetzelfde als in cel {eerste}: {antwoord}.",
    "U hoeft niets te doen.",
)
VRAAG_VAN_ANDERE_CODE = Regel(
    "I340",
    _F,
    "Naast de code {code} staat een vraag van {hoort}: “{vraag}”. Van deze regel namen we niets "
    "over. Er staat: {antwoord}.",
    "Vraag de partij om code, vraag en antwoord weer bij elkaar te zetten, of doe dat in een kopie "
    "en neem die in.",
    voor_partij="In dit blad horen code en vraag weer bij elkaar. Zet uw antwoord bij de juiste "
    "vraag.",
    verlies=True,
)
CODE_WEG = Regel(
    "I312",
    _F,
    "De regel {code} ontbreekt.",
    "Vraag de partij om haar antwoord op: {vraag}.",
    voor_partij="In dit blad staat de regel er weer. Vul hem in.",
)
AL_ONTVANGEN = Regel("I313", _M, "Dit bestand is al eerder ingenomen.", "U hoeft niets te doen.")
VERVANGEN = Regel(
    "I314",
    _M,
    "Er is een nieuwere inzending van {partij}: {nieuwer} ({waarom}). Die telt; deze blijft "
    "bewaard.",
    "Kijk of de partij dat ook zo bedoelt. Moet deze tellen? Geef dan: kaderxl collect {ronde} "
    "--choose {hash}.",
    verlies=True,
)
ANDERE_VERSIE = Regel(
    "I315",
    _W,
    "Dit invulblad is gemaakt met een andere versie van de vragen.",
    "Kijk hieronder welke vragen ontbreken en vraag die na.",
    voor_partij="In dit blad staan de vragen van nu. Kijk of uw antwoorden nog kloppen.",
)
NIETS_INGEVULD = Regel(
    "I316",
    _F,
    "In dit invulblad is niets ingevuld.",
    "Vraag de partij of zij het juiste bestand heeft gestuurd.",
)
NIETS_OP_ZIJN_PLAATS = Regel(
    "I342",
    _F,
    "In dit invulblad is wel iets ingevuld, maar niets op een plaats waar we een antwoord vragen.",
    "Kijk wat er staat, zet het in een kopie bij de juiste code en neem die in.",
    verlies=True,
)
NIET_GEVRAAGD = Regel(
    "I317",
    _W,
    "De code {code} is deze ronde niet aan {partij} gevraagd; hier staat: {antwoord}.",
    "Bespreek het antwoord; het telt niet mee in de matrix.",
    voor_partij="Hoort het bij een andere vraag? Zet het dan daar. Hier telt het niet mee.",
    verlies=True,
)
OUDER_DAN_ER_IS = Regel(
    "I335",
    _W,
    "Deze inzending is bewaard, maar telt niet mee: van {partij} is er een nieuwere, {nieuwer} "
    "({waarom}).",
    "Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
    verlies=True,
)
BLIJFT_UITGESLOTEN = Regel(
    "I336",
    _W,
    "Deze inzending is bewaard, maar telt niet mee: iemand sloot haar uit ({reden}).",
    "Moet zij toch tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
    verlies=True,
)
PLAN_IN_ANDERE_KOLOM = Regel(
    "I334",
    _W,
    "Op de regel van het jaarprogramma staat in de kolom {kolom}: {tekst}.",
    "Hoort het bij de plannen? Zet het dan in de kolom “Plannen volgend jaar”, op dezelfde regel.",
    verlies=True,
)
LOSSE_TEKST = Regel(
    "I318",
    _M,
    "Buiten de invulcellen staat: {tekst}.",
    "Lees het en zet het zo nodig bij de toelichting van de juiste indicator.",
    voor_partij="Moet het meetellen? Zet het dan bij de toelichting van de juiste indicator.",
    verlies=True,
)
MEER_LOSSE_TEKST = Regel(
    "I350",
    _W,
    "Buiten de invulcellen staan nog {aantal} gevulde cellen, van {eerste} tot en met {laatste}.",
    "Bekijk dit blad in het bestand zelf; dat is bewaard zoals het kwam.",
    voor_partij="Hoort hier iets van bij uw antwoorden? Zet het dan bij Toelichting.",
    verlies=True,
)
ANTWOORD_ZONDER_CODE = Regel(
    "I319",
    _W,
    "Op deze regel staat een antwoord zonder code: {antwoord}.",
    "Zet het antwoord bij de juiste code in een kopie, en neem die in.",
    voor_partij="Zet het antwoord in dit blad op de regel waar het hoort.",
    verlies=True,
)
OPMERKING_GEVONDEN = Regel(
    "I320",
    _M,
    "Bij deze cel staat een opmerking: {tekst}.",
    "Lees haar en zet haar zo nodig bij de toelichting van de juiste indicator.",
    voor_partij="Hoort het bij een antwoord? Zet het dan bij Toelichting.",
    verlies=True,
)
FOUTWAARDE = Regel(
    "I321",
    _F,
    "In deze cel staat de foutwaarde {waarde}.",
    "Vraag de partij de waarde zelf in te vullen in plaats van een formule.",
    voor_partij="Vul de waarde zelf in, zonder formule.",
    verlies=True,
)
FORMULE_GELEZEN = Regel(
    "I323",
    _M,
    "In deze cel staat een formule; haar uitkomst is overgenomen.",
    "U hoeft niets te doen, tenzij de uitkomst vreemd is.",
)
FORMULE_ZONDER_UITKOMST = Regel(
    "I322",
    _F,
    "In deze cel staat een formule zonder uitkomst.",
    "Vraag de partij de waarde zelf in te vullen in plaats van een formule.",
    voor_partij="Vul de waarde zelf in, zonder formule.",
    verlies=True,
)
FORMULES_ERNAAST = Regel(
    "I343",
    _M,
    "In deze kolom staan buiten de invulcellen formules zonder uitkomst: {aantal}. Dit is de "
    "eerste.",
    "Hoort er een antwoord in? Vraag de partij dan de waarde zelf in te vullen.",
    voor_partij="Hoort er een antwoord in? Vul het dan zelf in, zonder formule.",
    verlies=True,
)

ANTWOORD_GEWIJZIGD = Regel(
    "I324",
    _M,
    "{partij} heeft {code} ({kolom}) gewijzigd: eerst “{eerst}”, nu “{nu}”.",
    "Kijk of dat zo bedoeld is; het nieuwe antwoord telt.",
    verlies=True,
)
UITGESLOTEN = Regel(
    "I325",
    _M,
    "Deze inzending telt niet mee, omdat iemand dat zo koos: {reden}.",
    "Telt zij toch? Geef dan: kaderxl collect {ronde} --choose {hash}.",
    verlies=True,
)
GEKOZEN = Regel(
    "I326",
    _M,
    "Deze inzending gaat voor, omdat iemand haar koos: {reden}. Van {partij} zijn er meer.",
    "De andere blijven bewaard. Klopt die keuze niet meer? Kies dan opnieuw met kaderxl collect "
    "--choose.",
    verlies=True,
)

TELT_NIET = Regel(
    "I329",
    _W,
    "Deze inzending is bewaard, maar telt niet mee: van {partij} koos iemand {gekozen}.",
    "Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
    verlies=True,
)
NIET_GEKOZEN = Regel(
    "I330",
    _M,
    "Van {partij} koos iemand een andere inzending: {gekozen}. Die telt; deze blijft bewaard.",
    "Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
    verlies=True,
)
TOELICHTING_GEWIJZIGD = Regel(
    "I331",
    _M,
    "{partij} heeft de toelichting bij {code} gewijzigd.",
    "Kijk of dat zo bedoeld is; de nieuwe toelichting telt.",
    verlies=True,
)
CELLEN_SAMENGEVOEGD = Regel(
    "I332",
    _W,
    "De cellen {bereik} zijn samengevoegd. Het antwoord in {eerste} telt alleen voor die ene "
    "regel; andere antwoordcellen eronder: {aantal}.",
    "Vraag de partij de samenvoeging op te heffen en elke regel apart in te vullen.",
    "Hef de samenvoeging op en vul elke regel apart in.",
    verlies=True,
)
ALLEEN_GEKLEURD = Regel(
    "I333",
    _W,
    "Deze cel is gekleurd, maar er staat geen woord; de kleur van een cel lezen we niet.",
    "Vraag de partij het woord te kiezen: {keuzes}.",
    "Kies het woord uit de lijst.",
    verlies=True,
)
AFZENDER_ANDERS = Regel(
    "I328",
    _M,
    "De mail kwam van {afzender}; bij {partij} hoort {adres}.",
    "Kijk of de partij dit zelf heeft gestuurd.",
)
MAIL_VAN_PARTIJ = Regel(
    "I370",
    _W,
    "{partij} schreef op {dag} een mail zonder invulblad{erbij}: {tekst}. Zij is bewaard als "
    "{bestand}.",
    "Lees haar. Staan er antwoorden in? Zet ze in het invulblad van {partij} en neem dat in met: "
    "kaderxl collect BLAD {ronde} --on-behalf “{partij}” --source {bestand}.",
    verlies=True,
)
MAIL_VAN_PARTIJ_GEWEIGERD = Regel(
    "I371",
    _W,
    "{partij} stuurde op {dag} een bestand dat we niet konden innemen. Zij geldt niet als stil.",
    "Doe wat er bij dat bestand staat, en vraag het zo nodig aan {partij}.",
    verlies=True,
)
MAILTEKST_BIJ_BLAD = Regel(
    "I372",
    _W,
    "In de mail bij dit blad schreef de afzender: {tekst}.",
    "Lees het en vergelijk het met de antwoorden. Het staat ook op het blad Herkomst.",
    verlies=True,
)
BEWIJS_BEWAARD = Regel(
    "I373",
    _M,
    "Bewaard bij de inzending van {partij}: {soort}, als {bestand}.",
    "U hoeft niets te doen; kaderxl opent het niet.",
)
NIET_BEZORGD = Regel(
    "I374",
    _F,
    "Een mail aan {adres} kwam niet aan: {reden}. Dat is het adres van {partij}.",
    "Vraag {partij} om het goede adres, zet het op het blad Partijen en mail opnieuw.",
)
NIET_BEZORGD_ANDER = Regel(
    "I375",
    _W,
    "Een mail aan {adres} kwam niet aan: {reden}. Geen partij heeft dat adres.",
    "Staat het bij cc op het blad Instellingen, verbeter het dan daar.",
)
EIGEN_LEEG_BLAD = Regel(
    "I376",
    _M,
    "Overgeslagen: ons eigen lege invulblad, in een automatisch bericht van {partij}.",
    "U hoeft niets te doen; hier staan geen antwoorden in.",
)
DOORGESTREEPT = Regel(
    "I360",
    _W,
    "Dit antwoord is doorgestreept, of een deel ervan: {tekst}. Het telt gewoon mee.",
    "Vraag de partij of het nog geldt. Geldt het niet meer, dan kan zij de cel leegmaken.",
    voor_partij="Geldt het niet meer? Maak de cel dan leeg.",
)
GETALOPMAAK = Regel(
    "I361",
    _W,
    "De cel toont {getoond}, want haar getalopmaak maakt daar iets anders van; gelezen is "
    "{waarde}.",
    "Zet de opmaak van de cel op Standaard, kijk of het getal klopt en typ het anders opnieuw.",
    voor_partij="Kijk of het getal klopt zoals het hier nu staat. Typ het anders opnieuw.",
)
TEKSTVAK = Regel(
    "I362",
    _M,
    "Over het blad ligt een tekstvak met: {tekst}.",
    "Lees het en zet het zo nodig bij de toelichting van de juiste indicator.",
    voor_partij="Moet het meetellen? Zet het dan bij de toelichting van de juiste indicator.",
    verlies=True,
)
LINK_ACHTER_TEKST = Regel(
    "I363",
    _M,
    "Achter “{tekst}” zit een verwijzing naar {adres}; alleen de tekst is gelezen.",
    "Hoort het adres bij het antwoord? Zet het dan in een kopie in de tekst zelf, en neem die in.",
    voor_partij="Hoort het adres bij uw antwoord? Schrijf het dan in de tekst zelf.",
    verlies=True,
)
AFBEELDING = Regel(
    "I364",
    _W,
    "Hier staat een afbeelding, of iets anders dat geen tekst of getal is; dat lezen we niet.",
    "Kijk ernaar in het bestand zelf. Staat er een antwoord op, vraag de partij het te typen.",
    voor_partij="Staat er een antwoord op? Typ het dan in de cel.",
    verlies=True,
)
VERBORGEN_KOPIE = Regel(
    "I365",
    _W,
    "Het blad “{blad}” is verborgen en heeft ook een tabel met antwoorden; het telt niet mee.",
    "Moet dat blad tellen? Maak het in een kopie zichtbaar, haal het andere weg en neem die in.",
    voor_partij="Moest dat blad tellen? Zet uw antwoorden dan in dit blad.",
    verlies=True,
)
DIT_IS_DE_MATRIX = Regel(
    "I377",
    _F,
    "Dit is de matrix, geen invulblad.",
    "Vulde iemand er iets in? Geef dan: kaderxl adopt met dit bestand en {ronde}.",
    verlies=True,
)

# What several files of one partij say together
OOK_GETELD = Regel(
    "I381",
    _M,
    "Ook deze inzending van {partij} telt: {aantal}, waar {ander} niets over zegt.",
    "Moet zij niet tellen? Geef dan: kaderxl collect {ronde} --exclude {hash}.",
)
ANDERS_BEANTWOORD = Regel(
    "I382",
    _W,
    "{partij} heeft {code} ({kolom}) twee keer beantwoord, los van elkaar: “{eerst}” in {waar}, en "
    "“{nu}” in {hier}. Het laatste telt.",
    "Vraag de partij welk antwoord klopt. Moet het andere gelden? Geef dan: kaderxl collect "
    "{ronde} --choose {hash}.",
    verlies=True,
)
TOELICHTING_ANDERS = Regel(
    "I383",
    _W,
    "{partij} heeft bij {code} twee keer iets anders geschreven ({kolom}), los van elkaar: in "
    "{waar}, en in {hier}. Het laatste telt.",
    "Lees beide en vraag de partij wat er moet staan. Moet het andere gelden? Geef dan: kaderxl "
    "collect {ronde} --choose {hash}.",
    verlies=True,
)
HOORT_BIJ_ANDERE_KLEUR = Regel(
    "I384",
    _W,
    "{partij} gaf {code} een andere kleur: eerst {eerst}, nu {nu}. Wat bij {eerst} stond in de "
    "kolom {kolom}, telt niet meer; het staat in {waar}.",
    "Vraag de partij of er bij {nu} iets bij hoort.",
    verlies=True,
)
GESCHREVEN_BIJ_ANDERE_KLEUR = Regel(
    "I385",
    _W,
    "Wat {partij} bij {code} schreef ({kolom}) in {hier}, stond naast {eerst}; intussen telt {nu}, "
    "uit {waar}.",
    "Vraag de partij of dit bij {nu} hoort.",
)
VOLGORDE_ONBEKEND = Regel(
    "I386",
    _F,
    "{partij} heeft {code} ({kolom}) verschillend beantwoord: in {hier} en in {waar}. Aan niets is "
    "te zien welk antwoord het laatst is; geen van beide telt.",
    "Vraag de partij welk klopt en kies dat bestand: kaderxl collect {ronde} --choose {hash}, of "
    "de andere: --choose {andere}.",
    verlies=True,
)
MOMENT_IN_TOEKOMST = Regel(
    "I387",
    _W,
    "Deze inzending zegt dat zij is opgeslagen of verstuurd {moment}; zij kwam eerder binnen, "
    "{ontvangen}. De klok van die computer loopt voor. We gingen uit van {anders}.",
    "Kijk of de goede inzending voorgaat. Zo niet, geef dan: kaderxl collect {ronde} --choose en "
    "het begin van haar naam in retour.",
)
ZONDER_STEMPEL = Regel(
    "I388",
    _M,
    "Aan deze inzending van {partij} is niet te zien uit welk invulblad zij komt, zoals bij een "
    "csv of een overgetypt blad. Een lege cel verandert daarom niets aan wat er al was.",
    "Wilde de partij een antwoord weghalen? Vraag het na.",
)
HERSTELBLAD_ZONDER_STEMPEL = Regel(
    "I389",
    _W,
    "Dit is een herstelblad van {partij}, maar er is niet meer te zien welke antwoorden er al in "
    "stonden. Een antwoord dat de partij leeg maakte, telt daarom nog.",
    "Vraag de partij of zij antwoorden heeft weggehaald, en welke.",
    verlies=True,
)
ZEGT_NIETS_ANDERS = Regel(
    "I390",
    _M,
    "Deze inzending van {partij} voegt niets toe aan {ander}.",
    "Moet deze voorgaan? Geef dan: kaderxl collect {ronde} --choose {hash}.",
)
DEELS_GEKOZEN = Regel(
    "I391",
    _W,
    "Van deze inzending van {partij} telt maar een deel: {aantal}. Voor de rest gaat {gekozen} "
    "voor, omdat iemand die koos.",
    "Moet deze voorgaan? Geef dan: kaderxl collect {ronde} --choose {hash}.",
    verlies=True,
)
VAN_WIE_IS_DIT = Regel(
    "I378",
    _F,
    "Van wie is dit? Het kenmerk zegt {partij}, maar {reden}. Deze inzending is bewaard en telt "
    "nog niet.",
    "Vraag het de afzender. Is zij van {partij}? Geef dan: kaderxl collect {ronde} --choose "
    "{hash}. Is zij dat niet: --exclude {hash}.",
    verlies=True,
)
NAMENS_EEN_ANDER = Regel(
    "I379",
    _F,
    "Dit is het invulblad van {eigen}, niet van {partij}.",
    "Vul de antwoorden in op het blad van {partij} en neem dat in.",
    verlies=True,
)
