"""A worked row of each kind, for a template without rows: what it says is made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...core import labels as l
from ..example_rows import als_voorbeeld as voorbeeld
from .agreement import GEMEENTE, NewTemplate, Row

_BOUWEN, _HUREN = voorbeeld("1a. Meer huurwoningen"), voorbeeld("1b. Huren blijft betaalbaar")
_SAMEN = voorbeeld("2. Samen optrekken")
_OPGELEVERD, _AANDEEL = voorbeeld("opgeleverde woningen"), voorbeeld("aandeel betaalbare woningen")
_TEVREDEN, _VISIE = voorbeeld("tevredenheid van huurders"), voorbeeld("woonvisie vastgesteld")
_OVERLEG, _OORDEEL = voorbeeld("overleg gehouden"), voorbeeld("hoe de samenwerking verloopt")


def example_rows(new: NewTemplate) -> Mapping[str, Sequence[Row]]:
    """By sheet; they name groups and years of the agreement itself."""
    return {
        l.MONITORINGSTABEL: _table(new),
        l.MEETWAARDEN: [dict(zip(_ASKED, row, strict=True)) for row in _MEETWAARDEN],
        l.DOELEN: _targets(new),
    }


def _table(new: NewTemplate) -> list[Row]:
    heel, allen = f"{new.van}-{new.tm}", "alle partijen"
    ander = next((g for g in new.groepen if g != GEMEENTE), GEMEENTE)
    gemeente = GEMEENTE if GEMEENTE in new.groepen else allen
    rows = (
        ("Bouwen", _BOUWEN, _OPGELEVERD, heel, ander, "aantal", "som"),
        ("Bouwen", _HUREN, _AANDEEL, heel, ander, "aantal en percentage", "som"),
        ("Bouwen", _HUREN, _TEVREDEN, heel, ander, "percentage", "ieder"),
        ("Samen", _SAMEN, _VISIE, str(new.van), gemeente, "mijlpaal", "enkel"),
        ("Samen", _SAMEN, _OVERLEG, "elk jaar", allen, "jaarlijkse mijlpaal", "gezamenlijk"),
        ("Samen", _SAMEN, _OORDEEL, "elk jaar", allen, "kwalitatief", "ieder"),
    )
    columns = ("Thema", "Afspraak", "Indicator", "Jaar", "Actiehouder", "soort", "combineren")
    return [dict(zip(columns, row, strict=True)) for row in rows]


_ASKED = (
    "indicator", "omschrijving", "soort", "eenheid", "combineren", "telt als", "over de jaren",
    "verplicht",
)  # fmt: skip
_MEETWAARDEN = (
    (_OPGELEVERD, "Opgeleverd", "aantal", "woningen", "som", "+", "optellen", "ja"),
    (_OPGELEVERD, "Gesloopt", "aantal", "woningen", "som", "−", "optellen", "ja"),
    (_OPGELEVERD, "In aanbouw", "aantal", "woningen", "som", "plan", "vervangen", "nee"),
    (_OPGELEVERD, "Uitgegeven", "bedrag", "", "som", "", "optellen", "nee"),
    (_AANDEEL, "Betaalbare woningen", "aantal", "woningen", "som", "teller", "vervangen", "ja"),
    (_AANDEEL, "Alle woningen", "aantal", "woningen", "som", "noemer", "vervangen", "ja"),
    (_TEVREDEN, "Tevreden huurders", "percentage", "", "ieder", "", "vervangen", "ja"),
    (_TEVREDEN, "Rapportcijfer", "getal", "", "ieder", "", "vervangen", "nee"),
    (_VISIE, "Vastgesteld?", "ja/nee", "", "enkel", "", "vervangen", "ja"),
    (_VISIE, "Vastgesteld op", "datum", "", "enkel", "", "vervangen", "bij ja"),
    (_OVERLEG, "Gehouden?", "ja/nee", "", "gezamenlijk", "", "vervangen", "ja"),
    (_OVERLEG, "Waarover?", "tekst", "", "unie", "", "vervangen", "nee"),
)


def _targets(new: NewTemplate) -> list[Row]:
    return [
        {
            "indicator": _OPGELEVERD,
            "t/m jaar": new.tm,
            "minimum": 100,
            "maximum": 120,
            "telling": "opgeteld",
            "omschrijving": voorbeeld("netto"),
            "bron": voorbeeld("de titel van afspraak 1a"),
        },
        {
            "indicator": _TEVREDEN,
            "t/m jaar": new.tm,
            "minimum": 75,
            "telling": "per jaar",
        },
        {
            "indicator": _VISIE,
            "t/m jaar": new.van,
            "omschrijving": voorbeeld(f"klaar in {new.van}"),
        },
    ]
