"""What is the same in every new template: the words, lists and rules that kaderxl proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...core import labels as l
from ...core.cycle import HALFJAARLIJKS
from ...core.kader import Combineren, Mailsoort, Rol, Verplicht
from ...core.national import LANDELIJK
from ...core.notation import schrijf_dag
from ...core.rounds import Ronde, Vraagt
from ...core.rules import Regelsoort
from ...core.traffic_light import HOOFDSTUK_8
from ..example_rows import MERK
from ..kinds import SOORTEN
from .agreement import NewTemplate, Row

_JAAR = 2026  # a day comes back each year
# In the order of the traffic light
_BETEKENIS = (
    "loopt zoals afgesproken",
    "loopt, met vertraging of een wijziging",
    "niet gestart, niet gehaald of vervallen",
    "helemaal klaar",
    "niet van toepassing op deze partij of dit jaar",
)
# The same, of the words that ask for one
_REDENEN = (
    ("a – later dan gepland", "b – het resultaat wordt anders"),
    ("a – niet gestart", "b – resultaat niet gehaald", "c – de afspraak vervalt"),
)


def light() -> list[Row]:
    """The rows of the traffic light on Lijsten, with the reasons in a column a word."""
    rows: list[dict[str, object]] = [
        {
            "beoordeling": str(b),
            "betekenis": betekenis,
            "synoniemen": "; ".join(b.synoniemen),
            "symbool": b.symbool,
            "vulling": b.vulling,
            "tekstkleur": b.tekstkleur,
            "rang": b.rang or None,
            "vraagt reden": "ja" if b.vraagt_reden else "nee",
            "vraagt toelichting": "ja" if b.vraagt_toelichting else "nee",
            "bijzonder": b.bijzonder or "",
        }
        for b, betekenis in zip(HOOFDSTUK_8, _BETEKENIS, strict=True)
    ]
    asks = (b for b in HOOFDSTUK_8 if b.vraagt_reden)
    for word, reasons in zip(asks, _REDENEN, strict=True):
        for row, reason in zip(rows, reasons, strict=False):
            row[f"{l.REDEN_BIJ}{word}"] = reason
    return rows  # type: ignore[return-value]


def lists(new: NewTemplate) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """The lists that one chooses from: by name, the header over it and its words."""
    return {
        "Keuze_soort_indicator": ("soort indicator", l.INDICATORSOORTEN),
        "Keuze_soort_meetwaarde": ("soort meetwaarde", (*SOORTEN,)),
        "Keuze_combineren": ("combineren", (*Combineren,)),
        "Keuze_telt_als": ("telt als", (*Rol,)),
        "Keuze_over_de_jaren": ("over de jaren", l.OVER_DE_JAREN),
        "Keuze_verplicht": ("verplicht", (*Verplicht,)),
        "Keuze_status": ("status", l.STATUSSEN),
        "Keuze_lezing": ("lezing", l.LEZINGEN),
        "Keuze_overleg": ("overleg", ("AO", "BO")),
        "Keuze_groep": ("groep", new.groepen),
        "Keuze_mailsoort": ("mailsoort", (*Mailsoort,)),
        "Keuze_telling": ("telling", l.TELLINGEN),
        "Keuze_meter": ("meter", l.JA_OF_NEE),
        "Keuze_soort_regel": ("soort regel", (*Regelsoort,)),
        "Keuze_landelijk": (l.LANDELIJK, (*LANDELIJK,)),
        "Over_landelijk": (
            f"{l.LANDELIJK} (voorstel): wat het is",
            tuple(code.in_woorden for code in LANDELIJK.values()),
        ),
    }


def planning(new: NewTemplate) -> list[Row]:
    """Two meetings of officials and two of those who decide, around the two rondes of a year."""
    wie = ", ".join(new.groepen)
    rows = (
        ("AO", "eerste kwartaal", "evaluatie van het voorgaande jaar bespreken"),
        ("BO", "eerste kwartaal", "evaluatie van het voorgaande jaar vaststellen"),
        ("AO", "vierde kwartaal", "tussenstand bespreken"),
        ("BO", "vierde kwartaal", "tussenstand vaststellen"),
    )
    return [
        {"overleg": soort, "kwartaal": kwartaal, "doel": doel, "genodigden": wie}
        for soort, kwartaal, doel in rows
    ]


def rondes() -> list[Row]:
    """Two a year, as is usual; what an agreement may not have, none of them asks yet."""
    return [
        {
            "ronde": str(fase),
            "afkorting": fase.letter,
            "peildatum": schrijf_dag(Ronde(_JAAR, fase).peildatum).removesuffix(f" {_JAAR}"),
            "in woorden": fase.in_woorden,
            "vraagt ook": ", ".join(sorted(fase.vraagt - {Vraagt.JAARPROGRAMMA})),
        }
        for fase in HALFJAARLIJKS.fasen
    ]


RULES: tuple[Row, ...] = (
    {
        "soort": "sprong",
        "factor": 3,
        "pas boven": 5,
        "vraag": "Dit scheelt meer dan een factor 3 met de vorige keer. Klopt dat?",
    },
    {"soort": "daalt", "vraag": "Dit is minder dan bij de tussenstand van dit jaar. Klopt dat?"},
    {
        "soort": "hetzelfde",
        "pas boven": 5,
        "vraag": "Dit is precies het getal van vorig jaar. Klopt dat?",
    },
    {
        "soort": "allen hetzelfde",
        "pas boven": 5,
        "vraag": "Telde ieder alleen zijn eigen deel? Dit wordt opgeteld.",
    },
    {"soort": "ander jaar", "vraag": "Deze datum ligt in een ander jaar. Klopt dat?"},
    {"soort": "klaar en nee", "vraag": "De kleur zegt klaar, hier staat nee. Klopt dat?"},
    {
        "soort": "te laat",
        "vraag": "De kleur zegt goed, maar het jaar is om en hier staat nee. Klopt dat?",
    },
)
"""What is asked once more, wherever it fits."""

_KOP, _STAP = "kop", "stap"


_TABLE = (
    "neem de tabel van de overeenkomst over, een rij per indicator. De grijze rijen met "
    f"{MERK} laten van elke soort zien hoe het gaat: schrijf er uw eigen rijen overheen, of haal "
    "ze weg. Ze tellen nooit mee."
)
_FOUND = (
    "een rij per indicator, gevuld uit het document dat u gaf. Leg de overeenkomst ernaast: bij "
    "elke cel staat als opmerking waar het stond. Wat de tekst open laat of tweemaal anders zegt "
    f"staat op het blad {l.VRAGEN}."
)


def readme(new: NewTemplate) -> Sequence[tuple[str, str]]:
    """The lines of the sheet Leesmij: what each is, and its text."""
    return (
        ("titel", f"Sjabloon {new.kader}"),
        ("", f"Dit werkboek zegt wat kaderxl van {new.kader} moet weten. U vult het in; daarna "
         "maakt kaderxl er invulbladen van. Nog niets is af: begin gerust, en vraag steeds met "
         "kaderxl check wat er nog mist."),
        (_KOP, "In deze volgorde"),
        (_STAP, f"1. {l.MONITORINGSTABEL}: {_FOUND if new.rows else _TABLE}"),
        (_STAP, f"2. {l.MEETWAARDEN}: wat u bij elke indicator precies vraagt: een getal, een "
         "datum, ja of nee. Een indicator zonder meetwaarde vraagt alleen een kleur."),
        (_STAP, f"3. {l.DOELEN}: het streven, in getallen of in woorden, met het jaar waarin het "
         "gehaald moet zijn."),
        (_STAP, f"4. {l.PARTIJEN}: kijk de partijen en groepen na, en vul het adres van hun "
         "functionele postbus in."),
        (_STAP, f"5. {l.INSTELLINGEN}: vul in wat u weet; erachter staat waar het voor nodig is."),
        (_STAP, "6. Geef kaderxl check in de map van dit sjabloon. U leest wat er mis is, met blad "
         "en cel, en hoe kaderxl uw woorden las."),
        (_KOP, "Wat elke keuze betekent"),
        ("", "Ga in een cel staan: dan ziet u wat u er kunt invullen en wat elke keuze betekent. "
         "De keuzes zelf staan op het blad Lijsten."),
        (_KOP, "De andere bladen"),
        ("", f"{l.PLANNING}: de overleggen, voor de agenda. {l.LIJSTEN}: de keuzes, en het "
         "stoplicht met zijn woorden, kleuren en redenen; pas het aan zoals u het afsprak. "
         f"{l.REGELS}: wanneer we een antwoord nog eens vragen. {l.VRAGEN}: wat de overeenkomst "
         "open laat, en wat het AO daarop antwoordde."),
        ("", f"Mogen leeg blijven: {l.BEGINSTAND} (wat er was vóór de eerste ronde), "
         f"{l.JAARPROGRAMMA} (het programma van een jaar dat geen ronde vaststelde), {l.NORMEN} "
         f"(een bedrag of grens per jaar) en {l.LOPEND} (wat de partijen al doen)."),
        ("", "De kolommen lezing en leestekst, achteraan, zijn alleen nodig als u een gedrukte "
         "tekst letter voor letter overneemt en het AO uw lezing ervan laat vaststellen."),
        (_KOP, "Later veranderen"),
        ("", "Een code verandert nooit van betekenis en wordt nooit opnieuw gebruikt. Is de kolom "
         "code leeg, dan maakt kaderxl haar uit de woorden; vul haar in voordat u die woorden "
         "verandert. Komt een rij in de plaats van een andere, noem die code dan bij vervangt."),
    )  # fmt: skip
