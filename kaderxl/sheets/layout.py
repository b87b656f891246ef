"""What an input sheet is made from, where its columns are, and the identity it bears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ..core import labels as l
from ..core.doubts import Ijkpunten
from ..core.kader import EERSTE_PAS, Kader, Partij, Pas
from ..core.rounds import Ronde
from ..writing.named_lists import zet_keuzelijsten
from . import texts
from .columns import Kolommen, kolommen_van
from .questions import Vragenlijst, stel_vragenlijst_op
from .remarks import SAMENVATTING_REGELS, Opmerkingen

if TYPE_CHECKING:
    from ..writing.workbook import Werkboek

Invulling = Mapping[str, object]
"""Answers on one row, by column label (Waarde, Beoordeling, Reden, Toelichting)."""

ANTWOORDEN = (l.WAARDE, l.BEOORDELING, l.REDEN, l.TOELICHTING)
_KOPREGEL = 3


@dataclass(frozen=True, slots=True)
class Opdracht:
    """All that one input sheet is made from. `vorige` gives the earlier answer by code.

    `gemaakt` is the day the file bears, the peildatum of the ronde when it is left out.
    Of the indicatoren (codes) in `bevestigen` only a confirmation is asked that they are done.
    With `opmerkingen` it is a correction workbook: the answers with what is remarked on them.
    Without these the `antwoorden` are what a partij filled in after it was handed out.
    `eerder` are the numbers of before that a new one is held against; `na_toelichting` the
    meetwaarden (codes) whose answer was written after the toelichting beside it. `pas` says which
    of the questions it asks; where that is an akkoord, `vorige` has the voorzet.
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
    eerder: Ijkpunten = field(default_factory=dict)
    na_toelichting: frozenset[str] = frozenset()
    pas: Pas = EERSTE_PAS

    @property
    def vragenlijst(self) -> Vragenlijst:
        vraag = self.partij.code, self.bevestigen, self.pas
        return stel_vragenlijst_op(self.kader, self.ronde, *vraag)


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
    zet_keuzelijsten(werkboek, blad, texts.keuzelijsten(kader, bool(vragenlijst.akkoorden)), 3)


@dataclass(frozen=True, slots=True)
class Indeling:
    """Where everything of the table on the sheet Invulblad stands, rows counted from 0.

    `rij` gives the row of each code; `koppen` what stands over the rows that belong together, by
    the row it stands in.
    """

    kolommen: Kolommen
    kopregel: int
    rij: Mapping[str, int]
    koppen: Mapping[int, str]
    laatste: int

    @property
    def eerste(self) -> int:
        return self.kopregel + 1


def deel_in(vragenlijst: Vragenlijst, *, herstel: bool, fictief: bool = False) -> Indeling:
    """The places on the sheet that asks these questions, or on its correction workbook; `laatste`
    is the last row of the indicatoren, below which comes what is answered in words. What is
    `fictief` has a line that says so."""
    kopregel = _KOPREGEL + fictief + (SAMENVATTING_REGELS if herstel else 0)
    rij: dict[str, int] = {}
    koppen: dict[int, str] = {}
    nummer, boven, laatste = kopregel, "", kopregel
    for programma, vragen in ((False, vragenlijst.regels), (True, vragenlijst.programma)):
        for vraag in vragen:
            kop = texts.tussenkop(vraag.cellen, programma)
            if kop != boven:
                nummer += 1
                koppen[nummer] = boven = kop
            nummer += 1
            rij[vraag.code] = nummer
        laatste = laatste if programma else nummer
    return Indeling(kolommen_van(herstel, vragenlijst), kopregel, rij, koppen, laatste)
