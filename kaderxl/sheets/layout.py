"""What an input sheet is made from, where its columns are, and the identity it bears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell as adres

from ..core import labels as l
from ..core.kader import Kader, Partij
from ..core.rounds import Ronde
from ..writing.workbook import Werkboek
from . import texts
from .questions import Vragenlijst
from .remarks import SAMENVATTING_REGELS, Opmerkingen

Invulling = Mapping[str, object]
"""Answers on one row, by column label (Waarde, Beoordeling, Reden, Toelichting)."""

KOPREGEL = 3
KOPREGEL_HERSTEL = KOPREGEL + SAMENVATTING_REGELS
_VOLGORDE = (*l.INVULBLAD_KOLOMMEN[:-1], l.PLANNEN, l.OPMERKING, l.CONTROLE)
_BREEDTES = (12, 15, 25, 26, 27, 11, 22, 15, 12, 13, 21, 42, 42, 44, 22)
BREEDTE = dict(zip(_VOLGORDE, _BREEDTES, strict=True))
ANTWOORDKOLOM = {
    naam: l.INVULBLAD_KOLOMMEN.index(naam)
    for naam in (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)
}
PLANNENKOLOM_HERSTEL = _VOLGORDE.index(l.PLANNEN)


@dataclass(frozen=True, slots=True)
class Opdracht:
    """All that one input sheet is made from. `vorige` gives the earlier answer by code.

    `gemaakt` is the day the file bears, the peildatum of the ronde when it is left out.
    Of the indicatoren (codes) in `bevestigen` only a confirmation is asked that they are done.
    With `opmerkingen` it is a correction workbook: the answers with what is remarked on them.
    Without these the `antwoorden` are what a partij filled in after it was handed out.
    """

    kader: Kader
    ronde: Ronde
    partij: Partij
    vorige: Mapping[str, str]
    antwoorden: Mapping[str, Invulling]
    fictief: bool = False
    opmerkingen: Opmerkingen | None = None
    bevestigen: frozenset[str] = frozenset()
    gemaakt: date | None = None


def schrijf_meta(
    werkboek: Werkboek, opdracht: Opdracht, vragenlijst: Vragenlijst, stempel: str
) -> None:
    """A hidden sheet with the identity again, the stempel, and the choices of the dropdowns."""
    blad = werkboek.add_worksheet(l.META)
    blad.hide()
    kader, partij = opdracht.kader, opdracht.partij
    gegevens = texts.metagegevens(kader, opdracht.ronde, partij, vragenlijst, opdracht.fictief)
    for rij, (naam, waarde) in enumerate([*gegevens.items(), (texts.STEMPEL, stempel)]):
        blad.write_string(rij, 0, naam)
        blad.write_string(rij, 1, waarde)
    for kolom, (naam, keuzes) in enumerate(texts.keuzelijsten(kader).items(), 3):
        for rij, keuze in enumerate(keuzes):
            blad.write_string(rij, kolom, keuze)
        eerste, laatste = (
            adres(rij, kolom, row_abs=True, col_abs=True) for rij in (0, max(len(keuzes) - 1, 0))
        )
        werkboek.define_name(naam, f"={l.META}!{eerste}:{laatste}")


def kolommen(herstel: bool, programma: bool) -> tuple[str, ...]:
    """The columns of a sheet; what is not always there stands before Controle."""
    is_er = {l.OPMERKING: herstel, l.PLANNEN: programma}
    return tuple(naam for naam in _VOLGORDE if is_er.get(naam, True))
