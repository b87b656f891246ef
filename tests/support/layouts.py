"""FICTIEF: nine more agreements of nobody, each laid out otherwise, with what a person reads in it.

What was read of them before anything was mended for them: of the first five 33 of 95 cells, of the
last four, after that, 44 of 65. What was missing was open, and asked; two columns that ran together
were the one thing that was read wrong.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import openpyxl
from agreements_elsewhere import Rij
from documents import Cel, Op, Streep, alinea, docx, pdf, tabel

_KOPPEN = """<w:styles xmlns:w><w:style w:styleId="K1"><w:name w:val="heading 1"/>{0}</w:style>
<w:style w:styleId="K2"><w:name w:val="heading 2"/>{1}</w:style></w:styles>"""
_NUMMERS = """<w:numbering xmlns:w><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1">
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


@dataclass(frozen=True)
class Opmaak:
    """An agreement in one form; `naam` says what is special."""

    naam: str
    maak: Callable[[], bytes]
    rijen: tuple[Rij, ...]
    partijen: int


def _rijen(tekst: str) -> tuple[Rij, ...]:
    delen = (regel.split(" | ") for regel in tekst.strip("\n").split("\n"))
    return tuple((a.strip(), b, c, d, e) for a, b, c, d, e in delen)


def _kop(tekst: str, niveau: int = 1) -> str:
    return alinea(tekst, f'<w:pStyle w:val="K{niveau}"/>')


def _punt(tekst: str) -> str:
    return alinea(tekst, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')


def _cellen(*rijen: str) -> str:
    return tabel([[Cel(cel) for cel in rij.replace("/", "\n").split(" | ")] for rij in rijen])


def _tabel_per_thema() -> bytes:
    kop = "Afspraak | Trekker | Planning | Resultaat"
    return docx(
        alinea("Prestatieafspraken gemeente Berkenrode 2026-2027")
        + alinea("De gemeente Berkenrode, woonstichting Berkhuis en huurdersplatform De Berk.")
        + _kop("Thema 1: Bouwen")
        + alinea("We willen meer bouwen.")
        + _cellen(
            kop,
            "1.1 Flexwoningen aan de Molenweg. | Berkhuis | 2026 | 40 woningen opgeleverd",
            "1.2 Locaties. | gemeente | doorlopend | locatielijst vastgesteld/aantal locaties",
        )
        + _kop("Thema 2: Duurzaamheid")
        + _cellen(
            kop,
            "2.1 Isoleren. | Berkhuis | 2026-2027 | aantal woningen met label C",
            "2.2 Energiecoach. | gemeente, De Berk | 2e kwartaal 2026 | energiecoach gestart",
        ),
        styles=_KOPPEN.format("", ""),
    )


_ZANDHOVEN = """Raamovereenkomst Wonen Zandhoven 2025 - 2030

Ondergetekenden
1. De gemeente Zandhoven, vertegenwoordigd door de wethouder;
2. Stichting Zandwonen, vertegenwoordigd door de bestuurder;

I. BETAALBAARHEID

Afspraak 1 - Huren onder de grens
Van de vrijkomende woningen blijft 80% betaalbaar.
Indicator 1: percentage woningen onder de grens
Indicator 2: aantal huisuitzettingen
Actiehouder: Zandwonen
Looptijd: 2025 t/m 2030

Afspraak 2 - Vroegsignalering
De gemeente en Zandwonen signaleren schulden eerder.
Indicator: aantal opgepakte signalen
Actiehouders: gemeente en Zandwonen
Looptijd: vanaf 2026

II. LEEFBAARHEID

Afspraak 3 - Buurtbudget
Elke buurt krijgt een budget van € 2.500 per jaar.
Indicator: aantal buurten dat het gebruikt
Actiehouder: Zandwonen
Looptijd: 2025-2027
"""


def _zonder_lijnen() -> bytes:
    """No white between the rows, and one that goes on over the page."""
    rijen = [
        ("Nr", "Afspraak", "Indicator", "Jaar", "Wie"),
        ("1", "Meer woningen voor", "Aantal opgeleverde", "2026-", "corporaties"),
        ("", "starters in de kernen", "starterswoningen", "2029", ""),
        ("2", "Doorstroming", "Aantal senioren dat", "2027-", "corporaties,"),
        ("", "", "verhuist", "2029", "gemeente"),
        ("3", "Zonnepanelen op alle", "Percentage daken met", "2026-", "corporaties"),
        ("", "geschikte daken", "panelen", "2029", ""),
        ("4", "Samen met bewoners", "Oordeel van de", "2027,", "huurders-"),
        ("", "", "huurdersraden", "2029", "organisaties"),
    ]
    titel = Op(50, 40, "Woonafspraken 2026-2029 gemeente Hazelaar", 12)
    wie = Op(50, 55, "gemeente Hazelaar, corporaties Hazelwonen en Nieuw Dak", 8)

    def blad(eigen: Sequence[Sequence[str]], boven: float) -> list[Op | Streep]:
        plekken = (50, 75, 200, 330, 390)
        return [
            Op(x, boven + 12 * n, tekst, 9)
            for n, rij in enumerate(eigen)
            for x, tekst in zip(plekken, rij, strict=True)
            if tekst
        ]

    return pdf([[titel, wie, *blad(rijen[:6], 90)], blad(rijen[6:], 60)])


def _kaarten() -> bytes:
    return docx(
        alinea("Meerjarenafspraken Lindehof 2027-2030")
        + alinea("Partijen: gemeente Lindehof, corporatie Lindewonen, huurdersvereniging De Linde")
        + alinea("WONEN EN ZORG")
        + _cellen(
            "Afspraak 1 | Zorgwoningen",
            "Wat doen we | We bouwen zorgwoningen.",
            "Indicator | aantal zorgwoningen",
            "Wie | Lindewonen",
            "Wanneer | 2027-2030",
        )
        + alinea("")
        + _cellen(
            "Afspraak 2 | Mantelzorg",
            "Indicator | regeling vastgesteld/aantal aanvragen",
            "Wie | gemeente",
            "Wanneer | 2028",
        )
    )


def _blad_per_thema() -> bytes:
    boek = openpyxl.Workbook()
    voor = boek.worksheets[0]
    voor.title = "Vooraf"
    voor.append(["Monitor prestatieafspraken Eikenveld 2026-2028"])
    voor.append(["gemeente Eikenveld, corporatie Eikwonen, huurdersvereniging De Eikel"])
    kop = ["Nr.", "Omschrijving afspraak", "Prestatie-indicator", "Jaar van uitvoering", "Trekker"]
    bladen: dict[str, list[list[str | int]]] = {
        "Beschikbaarheid": [
            ["A1", "Nieuwbouw", "Aantal nieuwe woningen", 2026, "Eikwonen"],
            ["A1", "Nieuwbouw", "Aantal vergunningen", "2026-2028", "gemeente"],
        ],
        "Leefbaarheid": [["B1", "Groen", "Aantal bomen", "elk jaar", "gemeente"]],
    }
    for naam, rijen in bladen.items():
        blad = boek.create_sheet(naam)
        for rij in ([None], kop, *rijen):
            blad.append(rij)
    stroom = io.BytesIO()
    boek.save(stroom)
    return stroom.getvalue()


def _met_lijnen() -> bytes:
    """A thema merged over two rows, and a head on each page."""
    kop = ("Thema", "Prestatieafspraak", "Indicatoren", "Planning", "Verantwoordelijk")
    eerste: list[tuple[str | None, ...]] = [
        kop,
        ("Wonen voor\niedereen", "1. Meer sociale huur in\nnieuwe wijken", "Aantal sociale\nhuurwoningen in\naanbouw", "2026-2030", "Duinwonen,\nZeeblik"),  # noqa: E501
        (None, "2. Sneller bouwen", "Doorlooptijd van\nvergunningen", "elk jaar", "gemeente"),
        ("Gezond en\nveilig", "3. Schimmel aanpakken", "Aantal woningen met\nschimmel", "2026, 2028", "corporaties"),  # noqa: E501
    ]  # fmt: skip
    tweede: list[tuple[str | None, ...]] = [
        kop,
        ("Gezond en\nveilig", "4. Veilige flats", "Flats gekeurd", "uiterlijk in 2028", "Zeeblik"),
    ]
    titel = Op(30, 40, "Woonakkoord Duinzicht 2026-2030, gemeente Duinzicht", 12)
    wie = Op(30, 55, "gemeente Duinzicht, woningcorporaties Duinwonen en Zeeblik", 8)
    return pdf([[titel, wie, *_getekend(eerste, 80)], _getekend(tweede, 60)])


def _getekend(rijen: Sequence[Sequence[str | None]], boven: float) -> list[Op | Streep]:
    """None is merged with the cell above."""
    x, deel = (30, 110, 250, 390, 450, 560), list[Op | Streep]()
    for rij in rijen:
        hoog = 4 + 12 * max(len(cel.split("\n")) for cel in rij if cel)
        for k, cel in enumerate(rij):
            if cel is not None:
                regels = enumerate(cel.split("\n"))
                deel += [Op(x[k] + 3, boven + 10 + 12 * n, tekst, 8) for n, tekst in regels]
                deel.append(Streep(x[k], boven, x[k + 1], boven))
        deel += [Streep(kant, boven, kant, boven + hoog) for kant in x]
        boven += hoog
    return [*deel, Streep(x[0], boven, x[-1], boven)]


def _genummerde_koppen() -> bytes:
    nummer = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return docx(
        alinea("Prestatieafspraken Veldhof 2026-2029")
        + alinea("De gemeente Veldhof, woningcorporatie Veldwonen en huurdersorganisatie HO Veld.")
        + _kop("Beschikbaarheid")
        + _kop("Nieuwbouw", 2)
        + alinea("Veldwonen bouwt.")
        + alinea("Zo meten we dat:")
        + _punt("aantal nieuwe woningen (Veldwonen, 2026-2029)")
        + _punt("aantal bouwplannen (gemeente, 2026)")
        + _kop("Leefbaarheid")
        + _kop("Schone wijken", 2)
        + alinea("Zo meten we dat:")
        + _punt("oordeel van bewoners (HO Veld, 2028)"),
        numbering=_NUMMERS,
        styles=_KOPPEN.format(nummer.format(0), nummer.format(1)),
    )


_BOSRAND = """# Samenwerkingsafspraken Bosrand 2026-2028

Gemeente Bosrand, corporatie Boswonen en huurdersraad De Eik.

| Nr | Thema | Afspraak | Indicator | Wie | Wanneer |
|----|-------|----------|-----------|-----|---------|
| 1 | Bouwen | Tiny houses | Aantal tiny houses | Boswonen | 2026-2028 |
| 2 | Zorg | Valpreventie | Aantal cursussen | gemeente, De Eik | 2027 |
"""


def _jaren_als_kolommen() -> bytes:
    return docx(
        alinea("Prestatieafspraken gemeente Grensstad 2026-2028")
        + alinea("gemeente Grensstad, corporatie Grenswonen, huurdersvereniging Over de Grens")
        + _cellen(
            "Acties | Meetbaar resultaat | 2026 | 2027 | 2028 | Wie",
            "1. Bouwen in Noord | aantal woningen | x | x |  | Grenswonen",
            "2. Splitsen | regeling klaar |  | x |  | gemeente",
            "3. Slopen | aantal gesloopt | 10 | 20 |  | gemeente",
        )
    )


OPMAKEN = (
    Opmaak("a table for each thema", _tabel_per_thema, _rijen("""
Bouwen | 1.1 Flexwoningen aan de Molenweg. | 40 woningen opgeleverd | 2026 | Berkhuis
Bouwen | 1.2 Locaties. | locatielijst vastgesteld | doorlopend | gemeente
Bouwen | 1.2 Locaties. | aantal locaties | doorlopend | gemeente
Duurzaamheid | 2.1 Isoleren. | aantal woningen met label C | 2026-2027 | Berkhuis
Duurzaamheid | 2.2 Energiecoach. | energiecoach gestart | 2e kwartaal 2026 | gemeente, De Berk
"""), 3),
    Opmaak("words with a colon", _ZANDHOVEN.encode, _rijen("""
BETAALBAARHEID | Afspraak 1 - Huren onder de grens | percentage woningen onder de grens | 2025 t/m 2030 | Zandwonen
BETAALBAARHEID | Afspraak 1 - Huren onder de grens | aantal huisuitzettingen | 2025 t/m 2030 | Zandwonen
BETAALBAARHEID | Afspraak 2 - Vroegsignalering | aantal opgepakte signalen | vanaf 2026 | gemeente en Zandwonen
LEEFBAARHEID | Afspraak 3 - Buurtbudget | aantal buurten dat het gebruikt | 2025-2027 | Zandwonen
"""), 2),  # noqa: E501
    Opmaak("no lines, no white", _zonder_lijnen, _rijen("""
 | 1 Meer woningen voor starters in de kernen | Aantal opgeleverde starterswoningen | 2026-2029 | corporaties
 | 2 Doorstroming | Aantal senioren dat verhuist | 2027-2029 | corporaties, gemeente
 | 3 Zonnepanelen op alle geschikte daken | Percentage daken met panelen | 2026-2029 | corporaties
 | 4 Samen met bewoners | Oordeel van de huurdersraden | 2027, 2029 | huurdersorganisaties
"""), 3),  # noqa: E501
    Opmaak("cards", _kaarten, _rijen("""
WONEN EN ZORG | Afspraak 1: Zorgwoningen | aantal zorgwoningen | 2027-2030 | Lindewonen
WONEN EN ZORG | Afspraak 2: Mantelzorg | regeling vastgesteld | 2028 | gemeente
WONEN EN ZORG | Afspraak 2: Mantelzorg | aantal aanvragen | 2028 | gemeente
"""), 3),
    Opmaak("a sheet for each thema", _blad_per_thema, _rijen("""
Beschikbaarheid | A1 Nieuwbouw | Aantal nieuwe woningen | 2026 | Eikwonen
Beschikbaarheid | A1 Nieuwbouw | Aantal vergunningen | 2026-2028 | gemeente
Leefbaarheid | B1 Groen | Aantal bomen | elk jaar | gemeente
"""), 3),
    Opmaak("lines and merged cells", _met_lijnen, _rijen("""
Wonen voor iedereen | 1. Meer sociale huur in nieuwe wijken | Aantal sociale huurwoningen in aanbouw | 2026-2030 | Duinwonen, Zeeblik
Wonen voor iedereen | 2. Sneller bouwen | Doorlooptijd van vergunningen | elk jaar | gemeente
Gezond en veilig | 3. Schimmel aanpakken | Aantal woningen met schimmel | 2026, 2028 | corporaties
Gezond en veilig | 4. Veilige flats | Flats gekeurd | uiterlijk in 2028 | Zeeblik
"""), 3),  # noqa: E501
    Opmaak("numbered headings", _genummerde_koppen, _rijen("""
Beschikbaarheid | 1.1 Nieuwbouw | aantal nieuwe woningen | 2026-2029 | Veldwonen
Beschikbaarheid | 1.1 Nieuwbouw | aantal bouwplannen | 2026 | gemeente
Leefbaarheid | 2.1 Schone wijken | oordeel van bewoners | 2028 | HO Veld
"""), 3),
    Opmaak("marked up text", _BOSRAND.encode, _rijen("""
Bouwen | 1 Tiny houses | Aantal tiny houses | 2026-2028 | Boswonen
Zorg | 2 Valpreventie | Aantal cursussen | 2027 | gemeente, De Eik
"""), 3),
    Opmaak("a column for each year", _jaren_als_kolommen, _rijen("""
 | 1. Bouwen in Noord | aantal woningen | 2026, 2027 | Grenswonen
 | 2. Splitsen | regeling klaar | 2027 | gemeente
 | 3. Slopen | aantal gesloopt |  | gemeente
"""), 3),
)  # fmt: skip
