"""Lists to choose from that formulas know by a name, such as the reasons that go with a colour."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..core.colour import Beoordeling
from .addresses import cell_address

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from .workbook import Werkboek

_GEEN_NAAM = re.compile(r"\W+")


def keuzelijst(kleur: Beoordeling) -> str:
    """The name of the range with the reasons of a colour."""
    naam = _GEEN_NAAM.sub("_", kleur.lower())
    return f"Keuze_{naam.strip('_')}"


def keuze_van(letter: str, reden: str) -> str:
    """A reden as the dropdown offers it."""
    return f"{letter} – {reden}"


def in_lijst(tekst: str, lijst: str) -> str:
    """Whether a text is in a named range; unlike MATCH it takes no sign for a wildcard."""
    return f"SUMPRODUCT(--({lijst}={tekst}))>0"


def schrijf_keuzelijsten(werkboek: Werkboek, lijsten: Mapping[str, Sequence[str]]) -> None:
    """These lists among those that people choose from, each under its name."""
    for naam, keuzes in lijsten.items():
        werkboek.name_choices(naam, keuzes)


def zet_keuzelijsten(
    werkboek: Werkboek, blad: Worksheet, lijsten: Mapping[str, Sequence[str]], vanaf: int = 0
) -> None:
    """These lists on a sheet, a column each from column `vanaf` on, each under its name."""
    for kolom, (naam, keuzes) in enumerate(lijsten.items(), vanaf):
        for rij, keuze in enumerate(keuzes):
            blad.write_string(rij, kolom, keuze)
        einden = (cell_address(r, kolom, True, True) for r in (0, max(len(keuzes) - 1, 0)))
        bereik = ":".join(dict.fromkeys(einden))
        werkboek.define_name(naam, f"={blad.get_name()}!{bereik}")
