"""The kinds of answers that a template can ask, a module each: add one here and it is known.

`core.meetwaarde.Soort` says what a kind offers; nothing else in kaderxl knows how a value of
some kind is read, said or checked.
"""

from __future__ import annotations

from ...core.meetwaarde import Soort
from .aantal import AANTAL
from .bedrag import BEDRAG
from .datum import DATUM
from .getal import GETAL
from .ja_nee import JA_NEE
from .percentage import PERCENTAGE
from .tekst import TEKST

__all__ = ["AANTAL", "BEDRAG", "DATUM", "GETAL", "JA_NEE", "PERCENTAGE", "SOORTEN", "TEKST"]

SOORTEN: dict[str, Soort] = {
    soort.naam: soort for soort in (AANTAL, PERCENTAGE, DATUM, JA_NEE, TEKST, BEDRAG, GETAL)
}
"""By their word in the template, in the order in which a template offers them."""
