"""The rows of an input sheet for the jaarprogramma: plans, in a column of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell as adres
from xlsxwriter.worksheet import Worksheet

from ..core import labels as l
from ..writing.colours import INVOER, INVOER_LIJN, LET_OP_TEKST, LET_OP_VULLING, ZACHT_GRIJS
from ..writing.workbook import Werkboek, hoogte
from ..writing.worksheet import getrimd, schrijf
from .checks import Controle
from .questions import Programmavraag
from .texts import programmacellen

Antwoord = Callable[[str, str], object]
"""What was answered, by code and column label."""


@dataclass(frozen=True, slots=True)
class Programmarijen:
    """Where the rows go, and what goes in them. `opmerking` gives what is remarked on a row."""

    eerste: int
    kolommen: Sequence[str]
    breedtes: Mapping[str, float]
    vragen: Sequence[Programmavraag]
    vorige: Mapping[str, str]
    antwoord: Antwoord
    opmerking: Callable[[str], str] | None = None


def schrijf_programma(werkboek: Werkboek, blad: Worksheet, rijen: Programmarijen) -> None:
    """A row for each afspraak that runs next year; nothing has to be filled in."""
    for rij, vraag in enumerate(rijen.vragen, rijen.eerste):
        _schrijf_rij(werkboek, blad, rijen, rij, vraag)


def _schrijf_rij(
    werkboek: Werkboek, blad: Worksheet, rijen: Programmarijen, rij: int, vraag: Programmavraag
) -> None:
    vast = programmacellen(vraag, rijen.vorige)
    teksten = dict(zip(rijen.kolommen, vast, strict=False))
    plan = rijen.antwoord(vraag.code, l.PLANNEN)
    opmerking = rijen.opmerking(vraag.code) if rijen.opmerking else ""
    formule, uitkomst = _controle(adres(rij, rijen.kolommen.index(l.PLANNEN)), plan)
    for kolom, naam in enumerate(rijen.kolommen):
        if naam == l.PLANNEN:
            merk = {"bg_color": INVOER, "border_color": INVOER_LIJN, "locked": False}
            schrijf(blad, rij, kolom, plan, werkboek.cel(num_format="@", **merk))
        elif naam == l.OPMERKING:
            let_op = {"bg_color": LET_OP_VULLING, "font_color": LET_OP_TEKST} if opmerking else {}
            schrijf(blad, rij, kolom, opmerking, werkboek.cel(**let_op))
        elif naam == l.CONTROLE:
            blad.write_formula(rij, kolom, formule, werkboek.cel(italic=True), uitkomst)
        elif naam in teksten:
            schrijf(blad, rij, kolom, teksten[naam], werkboek.cel())
        else:
            blad.write_blank(rij, kolom, None, werkboek.cel(bg_color=ZACHT_GRIJS))
    gemeten = teksten | {l.PLANNEN: str(plan or ""), l.OPMERKING: opmerking}
    blad.set_row(rij, hoogte((tekst, rijen.breedtes[naam]) for naam, tekst in gemeten.items()))


def _controle(cel: str, plan: object) -> tuple[str, str]:
    uitkomst = Controle.INGEVULD if getrimd(plan) else Controle.MAG_LEEG
    return f'=IF(TRIM({cel})="","{Controle.MAG_LEEG}","{Controle.INGEVULD}")', uitkomst
