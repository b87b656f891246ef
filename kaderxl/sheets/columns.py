"""The columns of an input sheet: their order, how wide they are, and where each answer stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..core import labels as l
from .questions import Vraagregel, Vragenlijst

_Breedtes = Mapping[str, float]
# On a common laptop 1,235 pixels of a sheet are in view, and a column takes 7 a width and 5: each
# of these keeps a question, its answer and its check together on the screen.
_GEWOON: _Breedtes = MappingProxyType(
    {
        l.CODE: 8, l.VRAAG: 43, l.ANTWOORD: 13, l.EENHEID: 11, l.REDEN: 21, l.TOELICHTING: 41,
        l.CONTROLE: 24,
    }
)  # fmt: skip
_MET_AKKOORD: _Breedtes = MappingProxyType(
    {
        l.CODE: 8, l.VRAAG: 43, l.AKKOORD: 13, l.ANTWOORD: 13, l.EENHEID: 11, l.REDEN: 18,
        l.TOELICHTING: 33, l.CONTROLE: 23,
    }
)  # fmt: skip
_HERSTEL: _Breedtes = MappingProxyType(
    {
        l.CODE: 8, l.VRAAG: 33, l.OPMERKING: 32, l.ANTWOORD: 13, l.EENHEID: 10, l.REDEN: 15,
        l.TOELICHTING: 28, l.CONTROLE: 22, l.BEKIJKEN: 9,
    }
)  # fmt: skip
_HERSTEL_MET_AKKOORD: _Breedtes = MappingProxyType(
    {
        l.CODE: 8, l.VRAAG: 29, l.OPMERKING: 27, l.AKKOORD: 12, l.ANTWOORD: 13, l.EENHEID: 10,
        l.REDEN: 14, l.TOELICHTING: 24, l.CONTROLE: 20, l.BEKIJKEN: 9,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kolommen:
    """The columns by their header, from left to right, each with its width.

    Both the beoordeling of an indicator and the value of a meetwaarde stand under Antwoord.
    """

    breedtes: _Breedtes

    def plaats(self, kop: str) -> int:
        return [*self.breedtes].index(kop)

    @property
    def antwoord(self) -> int:
        return self.plaats(l.ANTWOORD)

    @property
    def is_smal(self) -> bool:
        """Whether there is more beside the answers than there mostly is."""
        return self.breedtes[l.TOELICHTING] < _MET_AKKOORD[l.TOELICHTING]

    @property
    def akkoord(self) -> int:
        """Where there is none, no formula asks for it."""
        return self.plaats(l.AKKOORD) if l.AKKOORD in self.breedtes else self.antwoord

    @property
    def reden(self) -> int:
        return self.plaats(l.REDEN)

    @property
    def toelichting(self) -> int:
        return self.plaats(l.TOELICHTING)

    @property
    def controle(self) -> int:
        return self.plaats(l.CONTROLE)

    def van(self, vraag: Vraagregel, kolom: str) -> int | None:
        """Where the (Waarde, Beoordeling, Reden or Toelichting) of a row stands; None where it has
        no place for that."""
        if kolom in (l.REDEN, l.TOELICHTING):
            return self.plaats(kolom)
        if kolom == (l.WAARDE if vraag.meetwaarde else l.BEOORDELING):
            return self.antwoord
        return self.akkoord if vraag.trekker and not vraag.meetwaarde else None


def kolommen_van(herstel: bool, vragenlijst: Vragenlijst) -> Kolommen:
    """The columns of an input sheet, or of a correction workbook."""
    if herstel:
        return Kolommen(_HERSTEL_MET_AKKOORD if vragenlijst.akkoorden else _HERSTEL)
    return Kolommen(_MET_AKKOORD if vragenlijst.akkoorden else _GEWOON)
