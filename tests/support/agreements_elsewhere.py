"""FICTIEF: three made-up agreements of other municipalities, laid out in quite different ways, and
what a person reads in each.

They were written down before anything read them, and are never changed to suit what reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

Rij = tuple[str, str, str, str, str]
"""Thema, afspraak, indicator, years and actiehouder, as they are printed."""


@dataclass(frozen=True)
class Overeenkomst:
    """What is in an agreement, as a person would put it in a template."""

    gemeente: str
    looptijd: tuple[int, int]
    partijen: tuple[tuple[str, str], ...]
    rijen: tuple[Rij, ...]


DORPSVEEN_TEKST = """\
FICTIEF VOORBEELD

Prestatieafspraken Dorpsveen 2025-2028

Deze afspraken zijn gemaakt door gemeente Dorpsveen, woningcorporaties Thuis in Veen en
De Haard en huurdersorganisaties HBV Veenlanden en Huurdersraad De Haard. De afspraken
gelden van 2025 tot en met 2028.

1. Voldoende woningen

In Dorpsveen is de vraag naar woningen groot. In 2024 stonden 1.850 mensen ingeschreven.

1a. Nieuwe sociale huurwoningen
De corporaties bouwen samen ten minste 240 sociale huurwoningen tot en met 2028. De gemeente
zorgt dat er op tijd grond is.
Indicatoren:
- aantal opgeleverde sociale huurwoningen (2025-2028; corporaties)
- aantal afgegeven bouwvergunningen voor sociale huur (2025-2028; gemeente)

1b. Middenhuur
De gemeente onderzoekt samen met de corporaties hoeveel middenhuur er nodig is. Het onderzoek
is uiterlijk in 2026 klaar.
Indicatoren:
- onderzoek middenhuur afgerond (uiterlijk in 2026; gemeente, corporaties)

2. Betaalbaar wonen

2a. Betaalbare huren
Minstens 75% van de vrijkomende woningen van De Haard en Thuis in Veen wordt verhuurd onder
de eerste aftoppingsgrens.
Indicatoren:
- percentage verhuringen onder de eerste aftoppingsgrens (2025-2028; corporaties)

2b. Schulden voorkomen
Huurders met een betalingsachterstand krijgen binnen twee weken een gesprek. Wij leggen een
fonds van € 50.000 aan voor wie acuut in de knel komt.
Indicatoren:
- aantal gesprekken met huurders met een achterstand (2025-2028; corporaties)
- uitgaven uit het fonds, in euro's (2026-2028; gemeente)
- ervaringen van huurders met de aanpak (2027; huurdersorganisaties)

3. Prettig wonen

3a. Schone en veilige buurten
Elk jaar kiezen we samen twee buurten die extra aandacht krijgen.
Indicatoren:
- aantal buurten met een plan (2025-2028; gemeente, corporaties en huurdersorganisaties)
- rapportcijfer leefbaarheid uit de bewonersenquête (2026 en 2028; gemeente)

3b. Buurtkamers
In 2025 openen we een buurtkamer in Dorpsveen-Zuid.
Indicatoren:
- buurtkamer geopend (2025; Thuis in Veen)
"""
_HUREN, _SCHULD = "2a. Betaalbare huren", "2b. Schulden voorkomen"
_BUURT = "3a. Schone en veilige buurten"
DORPSVEEN = Overeenkomst(
    "Dorpsveen",
    (2025, 2028),
    (
        ("Gemeente Dorpsveen", "gemeente"),
        ("Thuis in Veen", "corporaties"),
        ("De Haard", "corporaties"),
        ("HBV Veenlanden", "huurdersorganisaties"),
        ("Huurdersraad De Haard", "huurdersorganisaties"),
    ),
    (
        (
            "Voldoende woningen",
            "1a. Nieuwe sociale huurwoningen",
            "aantal opgeleverde sociale huurwoningen",
            "2025-2028",
            "corporaties",
        ),
        (
            "Voldoende woningen",
            "1a. Nieuwe sociale huurwoningen",
            "aantal afgegeven bouwvergunningen voor sociale huur",
            "2025-2028",
            "gemeente",
        ),
        (
            "Voldoende woningen",
            "1b. Middenhuur",
            "onderzoek middenhuur afgerond",
            "uiterlijk in 2026",
            "gemeente, corporaties",
        ),
        (
            "Betaalbaar wonen",
            _HUREN,
            "percentage verhuringen onder de eerste aftoppingsgrens",
            "2025-2028",
            "corporaties",
        ),
        (
            "Betaalbaar wonen",
            _SCHULD,
            "aantal gesprekken met huurders met een achterstand",
            "2025-2028",
            "corporaties",
        ),
        (
            "Betaalbaar wonen",
            _SCHULD,
            "uitgaven uit het fonds, in euro's",
            "2026-2028",
            "gemeente",
        ),
        (
            "Betaalbaar wonen",
            _SCHULD,
            "ervaringen van huurders met de aanpak",
            "2027",
            "huurdersorganisaties",
        ),
        (
            "Prettig wonen",
            _BUURT,
            "aantal buurten met een plan",
            "2025-2028",
            "gemeente, corporaties en huurdersorganisaties",
        ),
        (
            "Prettig wonen",
            _BUURT,
            "rapportcijfer leefbaarheid uit de bewonersenquête",
            "2026 en 2028",
            "gemeente",
        ),
        ("Prettig wonen", "3b. Buurtkamers", "buurtkamer geopend", "2025", "Thuis in Veen"),
    ),
)

HOOGERDAM_INLEIDING = (
    "FICTIEF VOORBEELD",
    "Samenwerkingsafspraken wonen gemeente Hoogerdam",
    "Looptijd 2027 tot en met 2030",
    "Ondertekend door de gemeente Hoogerdam, de corporaties Eigen Dak en Waardwonen, en de "
    "huurdersvereniging Huurders Eigen Dak.",
    "Hieronder staat wat wij afspreken en hoe wij dat volgen.",
)
HOOGERDAM_KOPPEN = ("Wie doet het", "Nr.", "Wat spreken we af", "Wat meten we", "Wanneer")
HOOGERDAM_RIJEN: tuple[tuple[str, ...], ...] = (
    # a row with one filled cell is a heading over the whole width; "" is merged with the one above
    ("Bouwen",),
    (
        "Eigen Dak, Waardwonen",
        "1.1",
        "Meer woningen voor ouderen",
        "Aantal nultredenwoningen",
        "elk jaar",
    ),
    (
        "gemeente",
        "",
        "",
        "Aantal bestemmingsplannen dat wonen voor ouderen mogelijk maakt",
        "2027 t/m 2030",
    ),
    ("alle corporaties", "1.2", "Minder leegstand", "Gemiddelde leegstand in dagen", "elk jaar"),
    ("Duurzaam",),
    (
        "alle corporaties",
        "2.1",
        "Woningen van het gas af",
        "Aantal woningen dat van het gas af is",
        "vanaf 2028",
    ),
    ("", "", "", "Investering in euro per jaar", ""),
    ("gemeente / corporaties", "2.2", "Groene tuinen", "Actie Tegel eruit gehouden", "medio 2027"),
    ("Samenleven",),
    ("alle partijen", "3.1", "Zorg in de buurt", "Oordeel over de samenwerking", "2028 en 2030"),
    (
        "Huurders Eigen Dak",
        "3.2",
        "Huurders praten mee",
        "Aantal bijeenkomsten met huurders",
        "jaarlijks",
    ),
)
HOOGERDAM_NOOT = "Afgesproken op 3 december 2026."
HOOGERDAM = Overeenkomst(
    "Hoogerdam",
    (2027, 2030),
    (
        ("Gemeente Hoogerdam", "gemeente"),
        ("Eigen Dak", "corporaties"),
        ("Waardwonen", "corporaties"),
        ("Huurders Eigen Dak", "huurdersvereniging"),
    ),
    (
        ("Bouwen", "1.1 Meer woningen voor ouderen", "Aantal nultredenwoningen", "elk jaar", "Eigen Dak, Waardwonen"),  # noqa: E501
        ("Bouwen", "1.1 Meer woningen voor ouderen", "Aantal bestemmingsplannen dat wonen voor ouderen mogelijk maakt", "2027 t/m 2030", "gemeente"),  # noqa: E501
        ("Bouwen", "1.2 Minder leegstand", "Gemiddelde leegstand in dagen", "elk jaar", "alle corporaties"),  # noqa: E501
        ("Duurzaam", "2.1 Woningen van het gas af", "Aantal woningen dat van het gas af is", "vanaf 2028", "alle corporaties"),  # noqa: E501
        ("Duurzaam", "2.1 Woningen van het gas af", "Investering in euro per jaar", "vanaf 2028", "alle corporaties"),  # noqa: E501
        ("Duurzaam", "2.2 Groene tuinen", "Actie Tegel eruit gehouden", "medio 2027", "gemeente / corporaties"),  # noqa: E501
        ("Samenleven", "3.1 Zorg in de buurt", "Oordeel over de samenwerking", "2028 en 2030", "alle partijen"),  # noqa: E501
        ("Samenleven", "3.2 Huurders praten mee", "Aantal bijeenkomsten met huurders", "jaarlijks", "Huurders Eigen Dak"),  # noqa: E501
    ),
)  # fmt: skip

WATERRIJK_LINKS = """\
FICTIEF VOORBEELD
Woonakkoord Waterrijk 2026-2029

Partijen: gemeente Waterrijk, de
corporatie Oeverwonen en de
huurdersvereniging Oeverhuurders.

BESCHIKBAARHEID

Afspraak A1: Bouwen aan het water
Oeverwonen bouwt tot en met 2029
minimaal 60 woningen aan de
Havenkade. De gemeente past het
omgevingsplan aan.
Hoe meten we dit?
\u2022 aantal gebouwde woningen aan
de Havenkade
Wie: Oeverwonen
Wanneer: 2026-2029
\u2022 omgevingsplan aangepast
Wie: gemeente
Wanneer: uiterlijk 1 juli 2027

Afspraak A2: Woningruil
Huurders van een grote woning
kunnen ruilen met een kleinere.
Hoe meten we dit?
\u2022 aantal geslaagde ruilen per jaar
Wie: Oeverwonen en gemeente
Wanneer: 2027-2029
"""
WATERRIJK_RECHTS = """\
BETAALBAARHEID

Afspraak B1: Lage woonlasten
De huren stijgen in geen enkel jaar
meer dan de inflatie.
Hoe meten we dit?
\u2022 huurverhoging in procenten
Wie: Oeverwonen
Wanneer: elk jaar
\u2022 oordeel van huurders over hun
woonlasten
Wie: Oeverhuurders
Wanneer: 2027 en 2029

WONEN EN ZORG

Afspraak C1: Samen onder een dak
We starten een proef met een
gemengd wooncomplex van jong en
oud.
Hoe meten we dit?
\u2022 proef gestart
Wie: gemeente, Oeverwonen
Wanneer: 2026
\u2022 evaluatie van de proef
Wie: gemeente
Wanneer: 2028
"""
WATERRIJK = Overeenkomst(
    "Waterrijk",
    (2026, 2029),
    (
        ("Gemeente Waterrijk", "gemeente"),
        ("Oeverwonen", "corporatie"),
        ("Oeverhuurders", "huurdersvereniging"),
    ),
    (
        ("BESCHIKBAARHEID", "Afspraak A1: Bouwen aan het water", "aantal gebouwde woningen aan de Havenkade", "2026-2029", "Oeverwonen"),  # noqa: E501
        ("BESCHIKBAARHEID", "Afspraak A1: Bouwen aan het water", "omgevingsplan aangepast", "uiterlijk 1 juli 2027", "gemeente"),  # noqa: E501
        ("BESCHIKBAARHEID", "Afspraak A2: Woningruil", "aantal geslaagde ruilen per jaar", "2027-2029", "Oeverwonen en gemeente"),  # noqa: E501
        ("BETAALBAARHEID", "Afspraak B1: Lage woonlasten", "huurverhoging in procenten", "elk jaar", "Oeverwonen"),  # noqa: E501
        ("BETAALBAARHEID", "Afspraak B1: Lage woonlasten", "oordeel van huurders over hun woonlasten", "2027 en 2029", "Oeverhuurders"),  # noqa: E501
        ("WONEN EN ZORG", "Afspraak C1: Samen onder een dak", "proef gestart", "2026", "gemeente, Oeverwonen"),  # noqa: E501
        ("WONEN EN ZORG", "Afspraak C1: Samen onder een dak", "evaluatie van de proef", "2028", "gemeente"),  # noqa: E501
    ),
)  # fmt: skip
