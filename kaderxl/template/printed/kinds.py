"""What kind of answer an indicator asks, where its first words say so."""

from __future__ import annotations

import re

from ...core.notation import een_regel

AANTAL, PERCENTAGE, AANDEEL = "aantal", "percentage", "aantal en percentage"
KWALITATIEF = "kwalitatief"
_SOORTEN = (
    (
        AANDEEL,
        r"(?:het )?aantal en (?:het )?(?:aandeel|percentage)\b|"
        r"(?:het )?(?:aandeel|percentage) en (?:het )?aantal\b",
    ),
    (AANTAL, r"(?:het )?(?:totaal )?aantal(?:len)?\b"),
    (PERCENTAGE, r"(?:het )?(?:percentage|aandeel)\b|.*\bin procenten$|.*\(%\)$"),
    (KWALITATIEF, r"kwalitatief oordeel\b"),
)


def soort_van(indicator: str) -> str:
    """The kind of an indicator, where its first words say it; else ""."""
    tekst = een_regel(indicator).casefold()
    return next((soort for soort, vorm in _SOORTEN if re.match(vorm, tekst)), "")
