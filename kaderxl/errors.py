"""The catalogue of findings: every code, what it says and what to do about it.

Codes are stable: S1xx the template, B2xx a file, I3xx a return, V4xx an answer,
M5xx the matrix, D6xx the folders, A7xx the archive. A finding is made with
`REGEL.bij(plek, **velden)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .places import NERGENS, Bevinding, Ernst, Plek


class NietUitgevoerd(Exception):
    """A command could not be done and changed nothing; `bevindingen` say why."""

    def __init__(self, *bevindingen: Bevinding) -> None:
        super().__init__("\n".join(f"{b.tekst} {b.actie}" for b in bevindingen))
        self.bevindingen = bevindingen


@dataclass(frozen=True, slots=True)
class Regel:
    """One entry of the catalogue; `tekst` and `actie` are format strings.

    `voor_partij` is what the partij reads in its correction workbook in the place of `actie`, which
    then speaks to the municipality; it has no fields.
    """

    code: str
    ernst: Ernst
    tekst: str
    actie: str
    voor_partij: str = ""

    def bij(self, plek: Plek = NERGENS, **velden: object) -> Bevinding:
        """The finding at this place. Raises KeyError when a named field is not given."""
        tekst, actie = self.tekst.format_map(velden), self.actie.format_map(velden)
        return Bevinding(self.code, self.ernst, plek, tekst, actie)


def op_ernst(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """Gravest first; within one ernst the order in which they were found."""
    volgorde = list(Ernst)
    return sorted(bevindingen, key=lambda b: volgorde.index(b.ernst))


def heeft_fout(bevindingen: Iterable[Bevinding]) -> bool:
    return any(b.ernst is Ernst.FOUT for b in bevindingen)


_F, _W, _M = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.MELDING

# S1xx: the template
BLAD_ONTBREEKT = Regel(
    "S101",
    _F,
    "Het blad “{blad}” ontbreekt.",
    "Voeg het blad toe, met de kolommen: {kolommen}.{tip}",
)
KOLOM_ONTBREEKT = Regel(
    "S102", _F, "De kolom “{kolom}” ontbreekt.", "Zet “{kolom}” in de eerste rij van dit blad.{tip}"
)
CODE_DUBBEL_SJABLOON = Regel(
    "S103",
    _F,
    "De code {code} staat hier voor de tweede keer; eerst in cel {eerste}.",
    "Geef elke regel een eigen code.",
)
ACTIEHOUDER_ONBEKEND = Regel(
    "S104",
    _F,
    "“{naam}” is geen groep en geen partij van het blad Partijen.",
    "Schrijf een groep of partij zoals op het blad Partijen, of voeg haar daar toe.{tip}",
)
JAAR_ONLEESBAAR = Regel(
    "S105",
    _F,
    "In “{tekst}” herkennen we geen jaren.",
    "Schrijf bijvoorbeeld: > 2026-2031, of: 2026, 2028.",
)
JAAR_TWEE_LEZINGEN = Regel(
    "S106",
    _M,
    "“{tekst}” is gelezen als {jaren}; losse jaren is de andere lezing.",
    "Leg de vraag voor aan het AO en schrijf dan een streepje of een komma.",
)
INDICATOR_ONBEKEND = Regel(
    "S107",
    _F,
    "De indicator {code} staat niet op het blad Monitoringstabel.",
    "Verbeter de code of haal deze regel weg.{tip}",
)
ZONDER_ACTIEHOUDER = Regel(
    "S108",
    _F,
    "De indicator {code} heeft geen actiehouder.",
    "Vul in de kolom Actiehouder een groep of partij in, of zet de status op open.",
)
CODE_HERGEBRUIKT = Regel(
    "S109",
    _F,
    "De code {code} hoort bij {hoort}, maar staat bij {staat}.",
    "Geef deze regel een nieuwe code; een code verandert nooit van betekenis.",
)
KEUZE_ONBEKEND = Regel(
    "S110", _F, "“{waarde}” is geen keuze voor {kolom}.", "Kies uit: {keuzes}.{tip}"
)
INSTELLING_ONTBREEKT = Regel(
    "S111", _F, "De instelling “{naam}” is leeg of ontbreekt.", "Vul haar in op dit blad."
)
JAAR_BUITEN_LOOPTIJD = Regel(
    "S112",
    _F,
    "Het jaar {jaar} valt buiten de looptijd {looptijd}.",
    "Verbeter het jaar, of de looptijd op het blad Instellingen.",
)
GETAL_ONLEESBAAR = Regel(
    "S113", _F, "“{waarde}” is geen getal.", "Schrijf alleen het getal, bijvoorbeeld 120."
)
NUMMER_ONTBREEKT = Regel(
    "S114",
    _F,
    "De afspraak “{tekst}” begint niet met een nummer.",
    "Begin de afspraak met haar nummer, bijvoorbeeld: 1. Woningen toevoegen.",
)
CODE_ONTBREEKT = Regel("S115", _F, "Deze regel heeft geen code.", "Geef de regel een eigen code.")
DOEL_OMGEKEERD = Regel(
    "S116", _F, "Het minimum {minimum} is groter dan het maximum {maximum}.", "Verbeter het doel."
)
AFSPRAAK_WISSELT = Regel(
    "S117",
    _F,
    "Afspraak {nummer} heeft hier een andere titel of een ander thema dan in cel {eerste}.",
    "Gebruik bij één nummer steeds dezelfde titel en hetzelfde thema.",
)
RIJ_OPEN = Regel(
    "S118",
    _M,
    "De regel {code} staat open: {opmerking}",
    "Laat het AO beslissen. Tot die tijd vragen we deze regel aan niemand.",
)
NOEMER_ONTBREEKT = Regel(
    "S119",
    _F,
    "De indicator {code} heeft een teller of een noemer, maar niet allebei.",
    "Voeg de ontbrekende meetwaarde toe of maak “telt als” leeg.",
)
NOG_VOORSTEL = Regel(
    "S120",
    _M,
    "Op dit blad zijn {aantal} lezingen nog een voorstel.",
    "Leg ze voor aan het AO en zet “lezing” daarna op vastgesteld.",
)
PARTIJ_DUBBEL = Regel(
    "S121",
    _F,
    "De partij “{naam}” staat hier voor de tweede keer; eerst in cel {eerste}.",
    "Haal een van de twee regels weg.",
)
GEEN_VRAAG = Regel(
    "S122",
    _W,
    "De meetwaarde {code} wordt aan niemand gevraagd.",
    "Maak “gevraagd aan” leeg of noem een actiehouder van de indicator.",
)
CODE_ONGESCHIKT = Regel(
    "S123",
    _F,
    "De code “{code}” heeft andere tekens dan hoofdletters, cijfers en streepjes.",
    "Schrijf de code met alleen hoofdletters, cijfers en streepjes (een partij: geen streepjes).",
)

KOP_DUBBEL = Regel(
    "S124",
    _F,
    "De kop “{kolom}” staat er twee keer; we lezen de kolom van cel {eerste}.",
    "Haal een van de twee kolommen weg, of geef haar een andere naam.",
)

DATUM_ONLEESBAAR = Regel(
    "S125",
    _F,
    "“{waarde}” kunnen we niet als datum lezen.",
    "Schrijf bijvoorbeeld: {voorbeeld}.",
)
GRENS_ONGESCHIKT = Regel(
    "S137",
    _F,
    "“{waarde}” is geen heel getal van {laagste} tot en met {hoogste}.",
    "Schrijf alleen het getal, of laat de cel leeg; dan geldt wat erachter staat.",
)

GROEP_ZONDER_VRAAG = Regel(
    "S142",
    _W,
    "{partij} wordt niets gevraagd: geen enkele indicator noemt haar of de groep “{groep}”.",
    "Controleer de groep, of noem haar in de kolom Actiehouder.{tip}",
)
STEMGEWICHT_ONLEESBAAR = Regel(
    "S140",
    _F,
    "“{waarde}” kunnen we niet als stemgewicht lezen.",
    "Schrijf 1 als elke stem even zwaar telt, of: naam: 2; naam: 1. Nog niets afgesproken? Maak "
    "de cel leeg.",
)
STEMGEWICHT_DUBBEL = Regel(
    "S141",
    _W,
    "Er staat een stemgewicht per partij en ook een per geleding; dan blijft elke stemming "
    "onbeslist.",
    "Maak een van de twee leeg, zoals de partijen hebben afgesproken.",
)
VERVANGT_BESTAANDE = Regel(
    "S126",
    _F,
    "De code {code} zegt dat zij {eerder} vervangt, maar {eerder} geldt nog in dezelfde jaren.",
    "Haal {eerder} weg, geef haar andere jaren, of maak “vervangt” leeg.",
)
CODE_ANDERS_GEBRUIKT = Regel(
    "S127",
    _F,
    "De code {code} was “{was}” en is nu “{is_nu}”: dat is iets anders.",
    "Geef de nieuwe regel een nieuwe code, en noem in “vervangt” wat zij vervangt.",
)
VERVANGT_ONBEKENDE = Regel(
    "S128",
    _W,
    "De code {code} zegt dat zij {eerder} vervangt; die code staat niet in {oud}.",
    "Verbeter de code in “vervangt”.",
)
MAILADRES_ONLEESBAAR = Regel(
    "S134",
    _W,
    "“{adres}” is geen e-mailadres dat we kunnen gebruiken.",
    "Schrijf één adres, zonder naam en zonder accenten, bijvoorbeeld: wonen@gemeente.nl.",
)
MAILSERVER_ONLEESBAAR = Regel(
    "S135",
    _F,
    "“{waarde}” is geen naam van een mailserver.",
    "Schrijf alleen de naam, bijvoorbeeld: smtp.gemeente.nl. De poort staat apart.",
)
HERINNEREN_ONLEESBAAR = Regel(
    "S136",
    _F,
    "“{waarde}” zijn geen aantallen dagen.",
    "Schrijf hoeveel dagen vóór de inleverdatum u herinnert, bijvoorbeeld: 14 en 3.",
)
MAILVELD_ONBEKEND = Regel(
    "S129",
    _F,
    "Het veld {{{veld}}} kennen we hier niet.",
    "Kies uit: {velden}. Wat een partij antwoordde, komt nooit in een onderwerp.",
)
MAILVELD_IN_ZIN = Regel(
    "S130",
    _F,
    "Het veld {{{veld}}} is een lijst of een tabel en staat midden in een regel.",
    "Zet het veld alleen op een regel.",
)
OVERLEG_ZONDER_DAG = Regel(
    "S131",
    _W,
    "Voor dit overleg ({overleg}) kunnen we geen dag bepalen; het komt niet in de agenda.",
    "Vul het kwartaal in (eerste kwartaal), een regel (voor 1 april) of de datum.",
)
GEEN_WERKDAG = Regel(
    "S132",
    _W,
    "{datum} is geen werkdag, maar er staat een {overleg} op.",
    "Controleer de datum. Klopt hij, dan hoeft u niets te doen.",
)
OVERLEG_TE_LAAT = Regel(
    "S133",
    _W,
    "Dit {overleg} staat op {datum}; de afspraak is {regel}, dus uiterlijk {uiterlijk}.",
    "Verbeter de datum, of bespreek dit met de partijen.",
)

# B2xx: a file
BESTAND_ONTBREEKT = Regel(
    "B201", _F, "Dit bestand of deze map is er niet.", "Controleer de naam en de plaats."
)
GEEN_GEWOON_BESTAND = Regel(
    "B202",
    _F,
    "Dit is geen gewoon bestand maar {soort}.",
    "Zet het bestand zelf in de map en geef dat op.",
)
BESTAND_DICHT = Regel(
    "B203",
    _F,
    "Dit bestand kunnen we niet openen: {reden}.",
    "Sluit het in andere programma's, of kopieer het naar een map waar u bij kunt.",
)
BESTAND_LEEG = Regel(
    "B204", _F, "Dit bestand is leeg (0 bytes).", "Vraag de partij het opnieuw te sturen."
)
BESTAND_TE_GROOT = Regel(
    "B205",
    _F,
    "Dit bestand is te groot: {grens} is {maximum}.",
    "Vraag de partij een nieuw invulblad te gebruiken, zonder plaatjes en andere bladen.",
)
GEEN_WERKBLAD = Regel(
    "B206",
    _F,
    "Dit is {soort}, geen rekenblad.",
    "{raad}",
)
BESTAND_BESCHADIGD = Regel(
    "B207",
    _F,
    "Dit bestand is beschadigd: {reden}.",
    "Vraag de partij het bestand te openen, opnieuw op te slaan als .xlsx en nog eens te sturen.",
)
BESTAND_VERSLEUTELD = Regel(
    "B208",
    _F,
    "Dit bestand heeft een wachtwoord.",
    "Vraag de partij het wachtwoord eraf te halen: Bestand, Info, Werkmap beveiligen, "
    "Versleutelen met wachtwoord, veld leegmaken, opslaan.",
)
LEZEN_DUURT_TE_LANG = Regel(
    "B209",
    _F,
    "Het lezen duurde langer dan {seconden} seconden ({grens}) en is gestopt.",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten.",
)
LEZER_GESTOPT = Regel(
    "B210",
    _F,
    "Bij het lezen van dit bestand stopte de lezer.",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten.",
)
OVERGESLAGEN = Regel(
    "B211", _M, "Overgeslagen: {soort}.", "U hoeft niets te doen; hier staan geen antwoorden in."
)
BESTAND_VERDACHT = Regel(
    "B212",
    _F,
    "Dit bestand is anders opgebouwd dan het hoort te zijn: {reden}.",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten.",
)
MACROS_GENEGEERD = Regel(
    "B213",
    _M,
    "In dit bestand zitten macro's; die zijn niet uitgevoerd.",
    "U hoeft niets te doen; alleen de cellen zijn gelezen.",
)
OUD_BESTANDSTYPE = Regel(
    "B214",
    _M,
    "In een bestand van dit type ({soort}) zien we geen opmerkingen, foutwaarden, formules, "
    "kleuren en procentopmaak.",
    "Open het bestand en kijk of zulke cellen erin staan; of sla het op als .xlsx en neem dat in.",
    voor_partij="Stond er een opmerking bij een cel? Zet die dan bij Toelichting.",
)
ZIP_VERSLEUTELD = Regel(
    "B215",
    _F,
    "Dit bestand zit met een wachtwoord in het zip-bestand.",
    "Vraag de afzender om het bestand zelf, of om een zip-bestand zonder wachtwoord.",
)
ZIP_LEEG = Regel(
    "B216",
    _F,
    "In dit zip-bestand zit geen enkel bestand.",
    "Vraag de afzender het opnieuw te sturen.",
)
TE_DIEP_INGEPAKT = Regel(
    "B217",
    _F,
    "Dit is niet geopend: er zitten meer dan {aantal} {soort} in elkaar.",
    "Pak het zelf uit en neem de invulbladen daarin in.",
)
TE_VEEL_INGEPAKT = Regel(
    "B218",
    _F,
    "De rest hiervan is niet geopend: {grens} is {maximum}.",
    "Pak het zelf uit en neem de invulbladen daarin in.",
)
MAIL_ZONDER_BIJLAGE = Regel(
    "B219",
    _M,
    "Overgeslagen: een e-mail zonder bijlage.",
    "Verwacht u een invulblad? Vraag de afzender het als bijlage te sturen.",
)
BIJLAGE_ZONDER_INHOUD = Regel(
    "B220",
    _F,
    "De inhoud van deze bijlage zit niet in de e-mail; er staat alleen een verwijzing.",
    "Vraag de afzender het bestand zelf als bijlage te sturen.",
)

MAIL_ZONDER_REKENBLAD = Regel(
    "B221",
    _W,
    "Overgeslagen: {soort}, als bijlage bij een e-mail.",
    "Wilde de afzender hiermee antwoorden? Vraag dan om het ingevulde invulblad zelf (.xlsx).",
)

NIET_BEOORDEELD = Regel(
    "B222",
    _F,
    "Dit bestand is gelezen, maar bij het beoordelen ging iets mis dat niet mag gebeuren ({wat}).",
    "Vraag de partij haar antwoorden in een nieuw invulblad te zetten, en meld dit aan wie "
    "kaderxl voor u beheert.",
)

# I3xx: a return
KENMERK_ONTBREEKT = Regel(
    "I301",
    _F,
    "Dit is geen invulblad van ons: er staat geen kenmerk in.",
    "Vraag de partij het toegestuurde invulblad te gebruiken; het kenmerk staat bovenaan.",
)
KENMERK_ONGELDIG = Regel(
    "I302",
    _F,
    "Het kenmerk {kenmerk} klopt niet; er is een teken veranderd.",
    "Kijk in het verstuurde invulblad wat het kenmerk was en zet dat terug in een kopie.",
)
ANDERE_RONDE = Regel(
    "I303",
    _F,
    "Dit invulblad is van de ronde {ronde}, niet van {gevraagd}.",
    "Neem het in bij die ronde, of vraag de partij het blad van {gevraagd}.",
)
ANDER_KADER = Regel(
    "I304",
    _F,
    "Het kenmerk {kenmerk} is niet van deze kaderafspraken ({kader}).",
    "Stuur het bestand terug aan de afzender.",
)
PARTIJ_ONBEKEND = Regel(
    "I305",
    _F,
    "Het kenmerk {kenmerk} noemt een partij die we niet kennen.",
    "Kijk op het blad Partijen of de partij er nog staat.",
)
KENMERKEN_BOTSEN = Regel(
    "I306",
    _F,
    "In dit bestand staan verschillende kenmerken: {kenmerken}.",
    "Maak van elk invulblad een eigen bestand en neem die in.",
)
TABEL_ONTBREEKT = Regel(
    "I307",
    _F,
    "De tabel is niet gevonden: geen regel met de koppen {koppen}.",
    "Vraag de partij de kopregel te laten staan, of zet hem terug in een kopie.",
)
KOLOM_WEG = Regel(
    "I308",
    _F,
    "De kolom “{kolom}” is niet gevonden.",
    "Zet de kop “{kolom}” terug boven de juiste kolom in een kopie, en neem die in.{tip}",
    voor_partij="In dit blad staat de kolom er weer. Vul haar opnieuw in.",
)
KOLOM_DUBBEL = Regel(
    "I309",
    _F,
    "De kop “{kolom}” staat er twee keer: in {eerste} en hier. We lezen de eerste.",
    "Kijk of er in deze kolom antwoorden staan en zet ze op hun plaats in een kopie.",
    voor_partij="Stond er een antwoord in de tweede kolom? Zet het in dit blad op zijn plaats.",
)
CODE_ONBEKEND = Regel(
    "I310",
    _F,
    "De code {code} kennen we niet; op deze regel staat: {antwoord}.",
    "Zet het antwoord bij de juiste code in een kopie, en neem die in.{tip}",
    voor_partij="Zet het antwoord in dit blad op de regel waar het hoort.",
)
CODE_DUBBEL = Regel(
    "I311",
    _F,
    "De code {code} staat er twee keer; de eerste keer in cel {eerste}. Hier staat: {antwoord}.",
    "Laat in een kopie één regel met {code} staan, en neem die in. We lezen de eerste.",
    voor_partij="We namen de eerste over. Klopt dat niet? Verbeter het dan in dit blad.",
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
    "Naast de code {code} staat een vraag van {hoort}: “{vraag}”.",
    "Vraag de partij om code, vraag en antwoord weer bij elkaar te zetten. Tot dan geldt het "
    "antwoord voor de code.",
    voor_partij="In dit blad horen code en vraag weer bij elkaar. Zet uw antwoord bij de juiste "
    "vraag.",
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
)
NIET_GEVRAAGD = Regel(
    "I317",
    _W,
    "De code {code} is deze ronde niet aan {partij} gevraagd; hier staat: {antwoord}.",
    "Bespreek het antwoord; het telt niet mee in de matrix.",
    voor_partij="Hoort het bij een andere vraag? Zet het dan daar. Anders hoeft u niets te doen.",
)
OUDER_DAN_ER_IS = Regel(
    "I335",
    _W,
    "Deze inzending is bewaard, maar telt niet mee: van {partij} is er een nieuwere, {nieuwer} "
    "({waarom}).",
    "Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
)
BLIJFT_UITGESLOTEN = Regel(
    "I336",
    _W,
    "Deze inzending is bewaard, maar telt niet mee: iemand sloot haar uit ({reden}).",
    "Moet zij toch tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
)
PLAN_IN_ANDERE_KOLOM = Regel(
    "I334",
    _W,
    "Op de regel van het jaarprogramma staat in de kolom {kolom}: {tekst}.",
    "Hoort het bij de plannen? Zet het dan in de kolom “Plannen volgend jaar”, op dezelfde regel.",
)
LOSSE_TEKST = Regel(
    "I318",
    _M,
    "Buiten de invulcellen staat: {tekst}.",
    "Lees het en zet het zo nodig bij de toelichting van de juiste indicator.",
    voor_partij="Moet het meetellen? Zet het dan bij de toelichting van de juiste indicator.",
)
MEER_LOSSE_TEKST = Regel(
    "I350",
    _W,
    "Buiten de invulcellen staan nog {aantal} gevulde cellen, van {eerste} tot en met {laatste}.",
    "Bekijk dit blad in het bestand zelf; dat is bewaard zoals het kwam.",
    voor_partij="Hoort hier iets van bij uw antwoorden? Zet het dan bij Toelichting.",
)
ANTWOORD_ZONDER_CODE = Regel(
    "I319",
    _W,
    "Op deze regel staat een antwoord zonder code: {antwoord}.",
    "Zet het antwoord bij de juiste code in een kopie, en neem die in.",
    voor_partij="Zet het antwoord in dit blad op de regel waar het hoort.",
)
OPMERKING_GEVONDEN = Regel(
    "I320",
    _M,
    "Bij deze cel staat een opmerking: {tekst}.",
    "Lees haar en zet haar zo nodig bij de toelichting van de juiste indicator.",
    voor_partij="Hoort het bij een antwoord? Zet het dan bij Toelichting.",
)
FOUTWAARDE = Regel(
    "I321",
    _F,
    "In deze cel staat de foutwaarde {waarde}.",
    "Vraag de partij de waarde zelf in te vullen in plaats van een formule.",
    voor_partij="Vul de waarde zelf in, zonder formule.",
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
)
FORMULES_ERNAAST = Regel(
    "I343",
    _M,
    "In deze kolom staan buiten de invulcellen formules zonder uitkomst: {aantal}. Dit is de "
    "eerste.",
    "Hoort er een antwoord in? Vraag de partij dan de waarde zelf in te vullen.",
    voor_partij="Hoort er een antwoord in? Vul het dan zelf in, zonder formule.",
)

ANTWOORD_GEWIJZIGD = Regel(
    "I324",
    _M,
    "{partij} heeft {code} ({kolom}) gewijzigd: eerst “{eerst}”, nu “{nu}”.",
    "U hoeft niets te doen; het nieuwe antwoord telt.",
)
UITGESLOTEN = Regel(
    "I325",
    _M,
    "Deze inzending telt niet mee, omdat iemand dat zo koos: {reden}.",
    "Telt zij toch? Geef dan: kaderxl collect {ronde} --choose {hash}.",
)
GEKOZEN = Regel(
    "I326",
    _M,
    "Deze inzending telt, omdat iemand haar koos: {reden}. Van {partij} zijn er meer.",
    "U hoeft niets te doen; de andere blijven bewaard.",
)

TELT_NIET = Regel(
    "I329",
    _W,
    "Deze inzending is bewaard, maar telt niet mee: van {partij} koos iemand {gekozen}.",
    "Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
)
NIET_GEKOZEN = Regel(
    "I330",
    _M,
    "Van {partij} koos iemand een andere inzending: {gekozen}. Die telt; deze blijft bewaard.",
    "Moet deze tellen? Geef dan: kaderxl collect {ronde} --choose {hash}.",
)
TOELICHTING_GEWIJZIGD = Regel(
    "I331",
    _M,
    "{partij} heeft de toelichting bij {code} gewijzigd.",
    "U hoeft niets te doen; de nieuwe toelichting telt.",
)
CELLEN_SAMENGEVOEGD = Regel(
    "I332",
    _W,
    "De cellen {bereik} zijn samengevoegd. Het antwoord in {eerste} telt alleen voor die ene "
    "regel; andere antwoordcellen eronder: {aantal}.",
    "Vraag de partij de samenvoeging op te heffen en elke regel apart in te vullen.",
    "Hef de samenvoeging op en vul elke regel apart in.",
)
ALLEEN_GEKLEURD = Regel(
    "I333",
    _W,
    "Deze cel is gekleurd, maar er staat geen woord; de kleur van een cel lezen we niet.",
    "Vraag de partij het woord te kiezen: Groen, Oranje, Rood, Afgerond of N.v.t.",
    "Kies het woord uit de lijst: Groen, Oranje, Rood, Afgerond of N.v.t.",
)
AFZENDER_ANDERS = Regel(
    "I328",
    _M,
    "De mail kwam van {afzender}; bij {partij} hoort {adres}.",
    "Kijk of de partij dit zelf heeft gestuurd.",
)

# V4xx: an answer
BEOORDELING_ONBEKEND = Regel(
    "V401",
    _F,
    "“{waarde}” is geen beoordeling.",
    "Kies Groen, Oranje, Rood, Afgerond of N.v.t.{tip}",
)
BEOORDELING_ONTBREEKT = Regel(
    "V402",
    _F,
    "Er is nog geen beoordeling van {code}: {vraag}.",
    "Kies Groen, Oranje, Rood, Afgerond of N.v.t.",
)
REDEN_ONTBREEKT = Regel("V403", _F, "{kleur} heeft een reden nodig.", "Kies een reden: {redenen}.")
REDEN_PAST_NIET = Regel(
    "V404", _F, "De reden “{waarde}” hoort niet bij {kleur}.", "Kies een reden: {redenen}."
)
REDEN_OVERBODIG = Regel(
    "V405",
    _W,
    "Bij {kleur} hoort geen reden; er staat “{waarde}”.",
    "Controleer de kleur, of maak de reden leeg.",
)
TOELICHTING_ONTBREEKT = Regel(
    "V406",
    _F,
    "Bij {kleur} hoort een toelichting.",
    "Schrijf in één of twee zinnen wat er aan de hand is.",
)
GETAL_VERWACHT = Regel(
    "V407",
    _F,
    "“{waarde}” kunnen we niet als getal lezen.",
    "Vul alleen het getal in, bijvoorbeeld 12. Een opmerking kan bij Toelichting, op de regel van "
    "de indicator.",
)
TWEE_LEZINGEN = Regel(
    "V408",
    _F,
    "“{waarde}” kan {lezingen} zijn.",
    "Schrijf een komma voor decimalen en geen punt: 12,5 of 1250.",
)
NEGATIEF = Regel("V409", _F, "{waarde} is kleiner dan nul.", "Vul een getal in van 0 of meer.")
PERCENTAGE_BUITEN = Regel(
    "V410", _F, "{waarde} ligt niet tussen 0 en 100.", "Vul een percentage in van 0 tot en met 100."
)
TELLER_TE_GROOT = Regel(
    "V411",
    _F,
    "{teller} is meer dan het totaal, {noemer} (cel {cel_noemer}).",
    "Controleer beide getallen.",
)
DATUM_BUITEN = Regel(
    "V412",
    _F,
    "De datum {waarde} ligt niet tussen {van} en {tm}.",
    "Controleer het jaar van de datum.",
)
DATUM_VERWACHT = Regel(
    "V413",
    _F,
    "“{waarde}” kunnen we niet als datum lezen.",
    "Schrijf dag-maand-jaar, bijvoorbeeld 15-12-2026.",
)
JA_NEE_VERWACHT = Regel("V414", _F, "“{waarde}” is geen ja of nee.", "Kies Ja of Nee.")
WAARDE_ONTBREEKT = Regel("V415", _F, "Hier ontbreekt het antwoord op “{vraag}”.", "{raad}.")
HEEL_GETAL = Regel(
    "V416", _F, "{waarde} is geen heel getal.", "Vul een geheel aantal in, zonder decimalen."
)
PERCENTAGE_KLEIN = Regel(
    "V417",
    _W,
    "{waarde} % is gelezen; misschien is {maal} % bedoeld.",
    "Controleer het percentage; schrijf 12,5 voor twaalf en een half procent.",
)
PROCENTOPMAAK = Regel(
    "V424",
    _W,
    "De cel toont {getoond} %, want zij heeft procentopmaak; gelezen is {waarde}.",
    "Zet de opmaak van de cel op Standaard en typ het getal opnieuw, zonder procentteken.",
    voor_partij="Klopt het getal zoals het hier nu staat? Dan hoeft u niets te doen. "
    "Typ het anders opnieuw, zonder procentteken.",
)
WAARDE_OP_VERKEERDE_REGEL = Regel(
    "V418",
    _W,
    "“{waarde}” staat in de kolom {kolom}, maar op deze regel vragen we dat niet.",
    "Zet het antwoord op de regel en in de kolom waar het hoort.",
)

TWEE_DATUMS = Regel(
    "V419",
    _F,
    "“{waarde}” kan {lezingen} zijn.",
    "Schrijf dag-maand-jaar met streepjes, bijvoorbeeld 15-12-2026.",
)
AANTAL_GROOT = Regel(
    "V421",
    _W,
    "{waarde} is gelezen; dat is meer dan {grens}.",
    "Controleer het getal; klopt het, dan hoeft u niets te doen.",
)

PERSOONSGEGEVENS = Regel(
    "V420",
    _W,
    "In {waarin} staat iets dat lijkt op {wat}.",
    "Haal het weg als het over een persoon gaat; de tekst komt in de matrix.",
)

WAARDE_TOEGELICHT = Regel(
    "V422",
    _W,
    "Hier is nog geen antwoord op “{vraag}”; er staat wel een toelichting.",
    "Wordt het getal bekend, vul het dan in en stuur het blad nog eens. Tot die tijd hoeft u niets "
    "te doen.",
)
WAARDE_BIJ_NVT = Regel(
    "V423",
    _W,
    "Bij {code} is N.v.t. gekozen, maar hier staat “{waarde}”.",
    "Kies een kleur als het wel over u gaat, of maak deze cel leeg.",
)

# M5xx: the matrix
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
)
BESLUIT_ONBEKEND = Regel(
    "M504",
    _F,
    "Het besluit “{besluit}” is geen kleur; het is zo overgenomen.",
    "Kies Groen, Oranje, Rood, Afgerond of N.v.t.",
)
BESLUITEN_BOTSEN = Regel(
    "M505",
    _F,
    "Bij afspraak {nummer} staan verschillende besluiten: {besluiten}. We houden {gekozen} aan.",
    "Zet het juiste besluit op de eerste regel van de afspraak. Het andere staat nog in {bewaard}.",
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
    "Kies in de matrix Groen, Oranje, Rood, Afgerond of N.v.t., of maak de cel leeg.",
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
)
RIJ_DUBBEL_IN_MATRIX = Regel(
    "M509",
    _F,
    "{sleutel} staat er twee keer; we lezen de eerste. Op de tweede regel staat: {tekst}.",
    "Zet het op één regel. Het oude bestand blijft bewaard: {bewaard}.",
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
    "Afspraak {nummer}: de stem “{stem}” van {partij} kennen we niet; zij telt niet mee.",
    "Kies een kleur of Onthouding.{tip}",
)
STEM_ANDERS_GESCHREVEN = Regel(
    "M534",
    _M,
    "Afspraak {nummer}: de stem “{stem}” van {partij} is gelezen als {gelezen}. Op het blad zelf "
    "staat zij als niet herkend en telt zij niet mee.",
    "Klopt dat? In de nieuwe matrix staat het woord uit de lijst, en telt de stem wel.",
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
)
VASTGELEGD_GEWIJZIGD = Regel(
    "M523",
    _M,
    "{wat} is gewijzigd: eerst “{eerst}”, nu “{nu}”.",
    "U hoeft niets te doen; het nieuwe is overgenomen.",
)
VASTGELEGD_BLIJFT = Regel(
    "M524",
    _M,
    "{wat} is leeg in dit bestand, maar stond al in de matrix: “{eerst}”. Dat blijft staan.",
    "Moet het weg? Maak de cel dan leeg in de matrix in de map matrix, en geef kaderxl merge.",
)
BESLUIT_OUDER = Regel(
    "M525",
    _F,
    "Afspraak {nummer}: in dit bestand staat {ander}; in de matrix staat al een later besluit, "
    "{blijft}. Dat blijft staan.",
    "Klopt dat niet? Verander het besluit dan in de matrix zelf.",
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
)

AL_OVERGENOMEN = Regel(
    "M529",
    _M,
    "Dit bestand is al eerder overgenomen. Wat er daarna in de matrix is veranderd, blijft staan.",
    "Wilt u iets terugzetten? Verander het dan in de matrix zelf en geef kaderxl merge.",
)
BLADEN_SPREKEN_TEGEN = Regel(
    "M532",
    _F,
    "Van {soort} zijn er kopieën, en zij verschillen{waar}: {inhoud}. Hiervan is niets "
    "overgenomen.",
    "Verwijder het blad dat niet geldt, of maak de bladen hier gelijk. Geef de opdracht dan weer.",
)
BLAD_GEKOZEN = Regel(
    "M533",
    _W,
    "Van {soort} zijn er kopieën: {bladen}. Alleen op “{gekozen}” staat iets anders dan kaderxl "
    "schreef; dat blad is gelezen.",
    "Klopt dat niet? Verbeter dan de gele cellen in de matrix zelf, en geef kaderxl merge. De "
    "andere bladen staan nog in {bewaard}.",
)

TERUGGEZET = Regel(
    "M540",
    _W,
    "{wat} stond niet meer in de matrix; het is uit dit bestand weer overgenomen: {eerst}.",
    "Hoort het er niet te staan, haal het dan in de matrix weg en geef kaderxl merge.",
)

# D6xx: the folders
RONDE_NIET_BEGONNEN = Regel(
    "D642",
    _F,
    "Van de {ronde} is er nog niets: geen invulbladen en geen inzendingen. Er is niets gemaakt.",
    "Controleer het jaar en de ronde. Is dit goed, begin dan met: kaderxl generate.",
)
MATRIX_IS_OPEN = Regel(
    "D601",
    _F,
    "De matrix is open in een rekenprogramma.",
    "Sla haar op, sluit haar en geef de opdracht opnieuw. Er is niets veranderd.",
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
    "Zet de lijst terug zoals zij was. Weet u niet hoe, bewaar haar dan onder een andere naam in "
    "een andere map en vraag wie kaderxl beheert.",
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
    "De {ronde} kunnen we niet lezen: {reden} Zij telt nergens mee en is een gat in de reeks.",
    "Zet de map terug zoals zij was, of vraag wie haar beheert.",
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

# A7xx: the archive
ARCHIEFGEGEVEN_ONTBREEKT = Regel(
    "A701",
    _F,
    "De instelling “{naam}” is nog leeg: {wat}.",
    "Laat de gemeente dit besluiten en vul het in op het blad Instellingen. Er is niets "
    "gearchiveerd.",
)
ARCHIEFGEGEVEN_ONGESCHIKT = Regel(
    "A702",
    _F,
    "Bij “{naam}” staat “{waarde}”; dat kan hier niet: {reden}.",
    "Verbeter het op het blad Instellingen. Er is niets gearchiveerd.",
)
NIET_VASTGESTELD = Regel(
    "A703",
    _F,
    "Het BO heeft deze matrix nog niet vastgesteld.",
    "Schrijf in de matrix wanneer het BO haar vaststelde en geef kaderxl merge. Toch nu? Geef dan "
    "uitdrukkelijk: kaderxl archive --concept.",
)
MATRIX_NIET_BIJ = Regel(
    "A704",
    _F,
    "De matrix die er staat is niet wat er uit de inzendingen en besluiten volgt.",
    "Geef eerst kaderxl merge en bekijk de matrix. Er is niets gearchiveerd.",
)
MATRIX_ONTBREEKT = Regel(
    "A705",
    _F,
    "Van deze ronde is er nog geen matrix.",
    "Geef eerst: kaderxl merge.",
)
KAN_NIET_IN_ARCHIEF = Regel(
    "A706",
    _F,
    "Dit bestand kan niet in het archief: {reden}.",
    "Verbeter het of haal het uit de map. Er is niets gearchiveerd.",
)
ARCHIEF_BESCHADIGD = Regel(
    "A707",
    _F,
    "Het archief dat er al staat is beschadigd.",
    "Kijk met kaderxl verify wat er is, en zet een goede kopie terug. Er is niets gearchiveerd.",
)
GEEN_ARCHIEF = Regel(
    "A708",
    _F,
    "Hier staat geen archief.",
    "Noem de map van een archief, of de map waar archieven in staan.",
)
BESTAND_VERANDERD = Regel(
    "A711",
    _F,
    "Dit bestand is veranderd: de controlegetallen kloppen niet.",
    "Zet het terug uit een goede kopie van het archief.",
)
BESTAND_WEG = Regel(
    "A712", _F, "Dit bestand ontbreekt.", "Zet het terug uit een goede kopie van het archief."
)
BESTAND_TE_VEEL = Regel(
    "A713",
    _F,
    "Dit bestand hoort niet bij het archief: geen lijst noemt het.",
    "Zoek uit waar het vandaan komt en haal het weg.",
)
BESTAND_HERNOEMD = Regel(
    "A714", _F, "Dit bestand heet nu {nieuw}.", "Geef het zijn eigen naam terug."
)
LIJST_BESCHADIGD = Regel(
    "A715",
    _F,
    "Deze lijst met controlegetallen klopt niet: {reden}.",
    "Zet de lijst terug uit een goede kopie van het archief.",
)
ARCHIEF_TE_GROOT = Regel(
    "A716",
    _F,
    "In deze map staan meer dan {aantal} bestanden; zo groot is geen archief van kaderxl.",
    "Noem de map van één archief.",
)
METADATA_FOUT = Regel(
    "A717",
    _F,
    "Deze metadata volgt MDTO niet: {wat}.",
    "Zet haar terug uit een goede kopie van het archief.",
)
METADATA_ANDERS = Regel(
    "A718",
    _F,
    "De metadata noemt bij {veld} “{waarde}”; van het bestand is dat “{echt}”.",
    "Zet het bestand en zijn metadata terug uit een goede kopie van het archief.",
)
METADATA_ONTBREEKT = Regel(
    "A719",
    _F,
    "Van dit bestand is er geen metadata.",
    "Zet haar terug uit een goede kopie van het archief.",
)
CIJFER_ANDERS = Regel(
    "A720",
    _F,
    "Bij {code} staat als {kolom} “{staat}”; uit de inzendingen volgt “{gerekend}”.",
    "Kijk in de inzendingen in de map retour welke van de twee klopt.",
)
NIET_NAGEREKEND = Regel(
    "A721",
    _W,
    "De cijfers zijn niet nagerekend: {reden}.",
    "Herstel eerst wat hierboven staat, of lees de inzendingen zelf na.",
)

CATALOGUS: tuple[Regel, ...] = tuple(
    sorted((r for r in list(globals().values()) if isinstance(r, Regel)), key=lambda r: r.code)
)
