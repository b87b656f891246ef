"""What each choice of a template means, as the cell says it where one chooses.

The message of a cell has room for 255 signs in Excel, and its title for 32.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..core import labels as l

LONGEST_MESSAGE, LONGEST_TITLE = 255, 32

LISTS: Mapping[tuple[str, str], str] = {
    (l.PARTIJEN, "groep"): "Keuze_groep",
    (l.MONITORINGSTABEL, "soort"): "Keuze_soort_indicator",
    (l.MONITORINGSTABEL, "combineren"): "Keuze_combineren",
    (l.MONITORINGSTABEL, "status"): "Keuze_status",
    (l.MONITORINGSTABEL, "lezing"): "Keuze_lezing",
    (l.MONITORINGSTABEL, "trekker"): "Keuze_partij",
    (l.MONITORINGSTABEL, l.LANDELIJK): "Keuze_landelijk",
    (l.MEETWAARDEN, "indicator"): "Keuze_indicator",
    (l.MEETWAARDEN, "soort"): "Keuze_soort_meetwaarde",
    (l.MEETWAARDEN, "combineren"): "Keuze_combineren",
    (l.MEETWAARDEN, "telt als"): "Keuze_telt_als",
    (l.MEETWAARDEN, "over de jaren"): "Keuze_over_de_jaren",
    (l.MEETWAARDEN, "verplicht"): "Keuze_verplicht",
    (l.MEETWAARDEN, "lezing"): "Keuze_lezing",
    (l.MEETWAARDEN, l.LANDELIJK): "Keuze_landelijk",
    (l.DOELEN, "indicator"): "Keuze_indicator",
    (l.DOELEN, "partij"): "Keuze_partij",
    (l.DOELEN, "telling"): "Keuze_telling",
    (l.DOELEN, "meter"): "Keuze_meter",
    (l.DOELEN, "lezing"): "Keuze_lezing",
    (l.BEGINSTAND, "partij"): "Keuze_partij",
    (l.BEGINSTAND, "lezing"): "Keuze_lezing",
    (l.REGELS, "soort"): "Keuze_soort_regel",
    (l.REGELS, "lezing"): "Keuze_lezing",
    (l.PLANNING, "overleg"): "Keuze_overleg",
    (l.PLANNING, "lezing"): "Keuze_lezing",
    (l.MAILTEKSTEN, "soort"): "Keuze_mailsoort",
    (l.LOPEND, "vragen"): "Keuze_meter",
    (l.LOPEND, "lezing"): "Keuze_lezing",
}
"""The list behind each column in which one chooses, by sheet and header."""

GROWING = frozenset({"Keuze_groep", "Keuze_overleg", "Keuze_landelijk"})
"""The lists that people add words to."""
OPEN = GROWING | {"Keuze_partij", "Keuze_indicator"}
"""Where another word than one of the list can be right: it is asked, and not refused."""

_ABOUT_LISTS: Mapping[str, str] = {
    "Keuze_groep": "Partijen met dezelfde rol, zoals corporaties. In de kolom Actiehouder noemt u "
    "een groep of een partij. Een nieuwe groep mag: typ haar hier, en zet haar op het blad Lijsten "
    "onder groep.",
    "Keuze_partij": "De naam van een partij, zoals op het blad Partijen.",
    "Keuze_indicator": "De indicator waar deze regel bij hoort: zijn tekst, of zijn code als twee "
    "indicatoren dezelfde tekst hebben.",
    "Keuze_soort_indicator": "aantal, percentage, aantal en percentage: er hoort een cijfer bij. "
    "mijlpaal: één keer klaar. jaarlijkse mijlpaal: elk jaar opnieuw. kwalitatief: een oordeel in "
    "woorden, altijd met toelichting.",
    "Keuze_combineren": "som: opgeteld. ieder: elke partij haar eigen antwoord, naast elkaar. "
    "gezamenlijk: één antwoord voor allen; een verschil gaat naar het AO. unie: lijsten "
    "samengevoegd. enkel: één partij antwoordt. Leeg: gezamenlijk.",
    "Keuze_telt_als": "+ en −: samen een netto. teller en noemer: samen een percentage. plan: "
    "staat op de doelmeter naast wat klaar is. Leeg: een cijfer op zichzelf.",
    "Keuze_over_de_jaren": "optellen: wat er dit jaar bij kwam; alle jaren samen zijn het totaal. "
    "vervangen: een stand; het nieuwste jaar geldt. Leeg: optellen.",
    "Keuze_verplicht": "ja: zonder dit is een blad niet compleet. nee: mag leeg. bij ja: alleen "
    "als de ja/nee-vraag van deze indicator met ja is beantwoord. Leeg: ja.",
    "Keuze_status": "vast: wordt gevraagd. open: nog niet duidelijk; we tellen en tonen hem, en "
    "vragen hem aan niemand. Leeg: vast.",
    "Keuze_lezing": "Mag leeg. gedrukt: zo staat het in de overeenkomst. voorstel: zo lezen wij "
    "het; het AO kijkt ernaar. vastgesteld: het AO is akkoord.",
    "Keuze_soort_meetwaarde": "aantal: een heel getal. getal: ook met decimalen, zoals een "
    "rapportcijfer. bedrag: euro’s. percentage: typ 75 voor 75 %. datum: een dag. ja/nee: een van "
    "de twee. tekst: woorden.",
    "Keuze_telling": "opgeteld: het doel geldt voor alle jaren samen, t/m dat jaar. per jaar: elk "
    "jaar opnieuw. Leeg: opgeteld.",
    "Keuze_meter": "Komt er een doelmeter bij? ja of nee. Leeg: alleen bij wat over de jaren "
    "optelt.",
    "Keuze_soort_regel": "Wanneer vragen we: klopt dat? sprong, daalt, hetzelfde, verwisseld: "
    "vergeleken met de vorige keer. hoogstens, deel van: te groot. ander jaar: een datum. klaar en "
    "nee, te laat, onder het pad: past niet bij de kleur. allen hetzelfde.",
    "Keuze_overleg": "AO, BO, of een ander overleg. Een nieuw overleg mag: typ het hier, en zet "
    "het op het blad Lijsten onder overleg.",
    "Keuze_landelijk": "Mag leeg. Hoe ook andere gemeenten dit cijfer noemen: dan is het met hun "
    "cijfer te vergelijken, en beantwoordt een corporatie het één keer. De lijst, een voorstel, "
    "staat met uitleg op het blad Lijsten. Een eigen code mag.",
    "Keuze_mailsoort": "Van welke mail dit de woorden zijn: invulblad, herinnering, laatste "
    "herinnering, te laat, ontvangst of akkoord. Ontbreekt een mail, dan schrijft kaderxl haar "
    "zelf.",
}
_ABOUT_COLUMNS: Mapping[tuple[str, str], str] = {
    (l.LOPEND, "vragen"): "Vragen we in de tussenstand of dit nog loopt? ja of nee. Leeg: nee.",
    (l.MONITORINGSTABEL, "trekker"): "De actiehouder die de voorzet doet; de anderen zeggen daarna "
    "of zij akkoord zijn. Leeg: elke actiehouder antwoordt zelf.",
    (l.MONITORINGSTABEL, "Afspraak"): "Zoals gedrukt, met haar nummer: 1., 1a, A1 … Staan er meer "
    "indicatoren bij één afspraak, dan mag de cel eronder leeg blijven.",
    (l.MONITORINGSTABEL, "Jaar"): "Bijvoorbeeld: 2026-2028; 2026, 2028; vanaf 2026; elk jaar.",
    (
        l.MONITORINGSTABEL,
        "Actiehouder",
    ): "Groepen of partijen van het blad Partijen, met komma’s of “en”; of: alle partijen.",
    (
        l.MONITORINGSTABEL,
        "code",
    ): "Mag leeg: kaderxl maakt dan een code uit de woorden van de regel. "
    "Vul haar in voordat u die woorden verandert.",
    (
        l.MEETWAARDEN,
        "code",
    ): "Mag leeg: kaderxl maakt dan een code uit de woorden van de regel. Vul "
    "haar in voordat u die woorden verandert.",
    (l.MEETWAARDEN, "omschrijving"): "De vraag zoals zij op het invulblad komt, kort.",
    (
        l.MEETWAARDEN,
        "eenheid",
    ): "Waarin: woningen, m², uur … Van een percentage en een bedrag weten we het al.",
    (
        l.MEETWAARDEN,
        "gevraagd aan",
    ): "Leeg: alle actiehouders van de indicator. Anders: de groepen of "
    "partijen aan wie we dit vragen.",
    (
        l.DOELEN,
        "minimum",
    ): "Het getal waar het minstens op uit moet komen. Van een percentage: 75 of "
    "75 %. Leeg: geen ondergrens. Is het een vast getal, typ het dan ook bij maximum.",
    (l.DOELEN, "maximum"): "Het getal waar het hoogstens op uit mag komen. Leeg: geen bovengrens.",
    (
        l.DOELEN,
        "meetwaarde",
    ): "Alleen nodig als de indicator meer dan één cijfer heeft: de omschrijving "
    "(of code) van het cijfer waar dit doel over gaat.",
    (
        l.PARTIJEN,
        "e-mail",
    ): "Een functionele postbus, geen adres van een persoon. Meer dan één mag, "
    "met een komma ertussen.",
    (l.RONDES, "peildatum"): "De dag waarvan de partijen de stand geven, elk jaar: 30 september.",
    (l.RONDES, "inleveren"): "De dag waarop het blad terug moet zijn, elk jaar: 20 oktober.",
    (
        l.RONDES,
        "overleg",
    ): "In welk kwartaal het BO deze ronde bespreekt. Leeg: het eerste kwartaal na de peildatum.",
    (l.RONDES, "in woorden"): "Hoe mail en uitleg de ronde noemen; voor {jaar} komt het jaar.",
    (l.RONDES, "vraagt ook"): "Wat er in deze ronde bij komt, met komma’s ertussen: jaarprogramma, "
    "wijzigingen, dit doen we al. Noemt geen enkele ronde het, dan is het er nergens.",
    (
        l.PARTIJEN,
        "code",
    ): "Een korte code van letters en cijfers. Niet meer veranderen: zij staat in "
    "het kenmerk van elk invulblad.",
}


def message(sheet: str, column: str) -> str:
    """What a cell in this column says when one is in it; "" for nothing."""
    own = _ABOUT_COLUMNS.get((sheet, column))
    return own or _ABOUT_LISTS.get(LISTS.get((sheet, column), ""), "")


def with_message() -> tuple[tuple[str, str], ...]:
    """Every column (with its sheet) that has something to say."""
    return tuple(dict.fromkeys((*LISTS, *_ABOUT_COLUMNS)))
