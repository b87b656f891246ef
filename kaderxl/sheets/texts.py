"""Every text that an input sheet carries of its own."""

from __future__ import annotations

from collections.abc import Mapping

from ..core import phrases as say
from ..core.kader import Kader, Partij
from ..core.rounds import Ronde
from ..template.kinds import JA_NEE
from .checks import keuze_van, keuzelijst
from .questions import Programmavraag, Vraagregel, Vragenlijst

KENMERK = "Kenmerk"
STEMPEL = "stempel"
AANWIJZING = "Vul de gele cellen in. Eerste keer? Lees het blad Uitleg."
ALLES_INGEVULD = "Alles is ingevuld. Dank u wel!"


def nog_te_doen(nog: int, van: int) -> str:
    """The live line at the top of the sheet."""
    return f"Nog {nog} van {van} in te vullen" if nog else ALLES_INGEVULD


def titel(partij: Partij, ronde: Ronde) -> str:
    return f"{partij.naam}: {say.naam_van(ronde)}"


def vaste_cellen(vraag: Vraagregel | Programmavraag, vorige: Mapping[str, str]) -> tuple[str, ...]:
    """The eight cells before the answers on a row of the table."""
    return (*vraag.cellen, vorige.get(vraag.code, "–"))


def metagegevens(
    kader: Kader, ronde: Ronde, partij: Partij, vragenlijst: Vragenlijst, fictief: bool
) -> dict[str, str]:
    """The identity again, on the hidden sheet."""
    return {
        "kenmerk": str(vragenlijst.kenmerk),
        "kader": kader.instellingen.kader,
        "ronde": str(ronde),
        "partij": partij.naam,
        "versie": vragenlijst.kenmerk.versie,
        "fictief": "ja" if fictief else "nee",
    }


def keuzelijsten(kader: Kader) -> dict[str, list[str]]:
    """The choices of the dropdowns, by the name of their range."""
    lijsten = {"Keuze_beoordeling": [*map(str, kader.stoplicht)], "Keuze_ja_nee": [*JA_NEE.keuzes]}
    for kleur in kader.stoplicht.met_reden:
        keuzes = [keuze_van(letter, tekst) for letter, tekst in kleur.redenen.items()]
        lijsten[keuzelijst(kleur)] = keuzes
    lijsten["Keuze_geen"] = ["(geen reden nodig)"]
    return lijsten
