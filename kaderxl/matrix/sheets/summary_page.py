"""The page that Samenvatting is: its columns, and the rows that run over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range

from ...writing.grid import zet, zoom_voor
from ...writing.measures import druk_af_op_a4, tekstbreedte
from .layout import Vel

if TYPE_CHECKING:
    from xlsxwriter.format import Format

LABEL, DATUMBREED, AANTAL, KLEUR, WAAROM = 22.7, 11.5, 8.6, 11.4, 53
"""The widths on the page: with them its letters are ten points on A4."""


_GEWONE_RIJ, _HOOGTE_A4 = 15, 555  # points
_BREEDST = 120  # for a title that is a story
VERVOLG = " (gaat op papier verder op bladzijde 2)"


class Bladzijde:
    """A label, a day or a count, more counts, a colour, and what there is to say of it."""

    def __init__(self, vel: Vel) -> None:
        self.werkboek, self.blad, self.matrix = vel.werkboek, vel.blad, vel.matrix
        self.vel, self.woorden = vel, vel.woorden
        self.licht = vel.matrix.kader.stoplicht
        # Beside thema these words and two more counts; then the totals, and the last column
        self.kleur = len(self.woorden) + 3
        self.laatste = self.kleur + 1
        self.gewoon, self.vet = self.werkboek.opmaak(), self.werkboek.opmaak(bold=True)
        self.midden = self.werkboek.cel(align="center", text_wrap=False, shrink=True)
        self.los = self.werkboek.opmaak(align="center", shrink=True)
        self.hoogtes: dict[int, float] = {}

    def richt_in(self) -> None:
        """The columns: a title runs on until that of the colours."""
        aantallen = [AANTAL] * (self.kleur - 2)
        breedtes = [LABEL, DATUMBREED, *aantallen, KLEUR, WAAROM]
        ruimte = sum(7 * breedte + 5 for breedte in breedtes[1:-2])
        titels = ((tekstbreedte(a.titel) - ruimte) / 7 for a in self.matrix.kader.afspraken)
        self.label = breedtes[0] = min(max(LABEL, *titels), _BREEDST)
        for kolom, breedte in enumerate(breedtes):
            self.blad.set_column(kolom, kolom, breedte)
        self.blad.set_column(self.laatste + 1, self.laatste + 1, 1)
        self.blad.set_column(self.laatste + 2, self.laatste + 2, LABEL)
        self.blad.hide_gridlines(2)
        self.blad.set_zoom(zoom_voor([*breedtes, 1, LABEL]))

    def druk_af(self, onder: int) -> None:
        """On one A4; on more where so much asks attention that its letters would be too small."""
        druk_af_op_a4(self.blad)
        self.blad.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.6)
        self.blad.fit_to_pages(1, int(self.past_tot(onder)))
        self.blad.print_area(0, 0, onder - 1, self.laatste)

    def past_tot(self, rij: int) -> bool:
        """Whether the rows above this one stand on one page."""
        return sum(self.hoogtes.get(n, _GEWONE_RIJ) for n in range(rij)) <= _HOOGTE_A4

    def vervolg(self, rij: int, kop: str) -> None:
        """Say in a header row that what is under it goes on on the next page, and repeat it."""
        self.blad.write_string(rij, 0, f"{kop}{VERVOLG}", self._balk())
        self.blad.repeat_rows(rij)

    def hoog(self, rij: int, punten: float) -> None:
        self.hoogtes[rij] = punten
        self.blad.set_row(rij, punten)

    def _balk(self) -> Format:
        return self.werkboek.kop(text_wrap=False, border=0)

    def balk(self, rij: int, koppen: Mapping[int, str]) -> None:
        """A header row over the whole width."""
        opmaak = self._balk()
        for kolom in range(self.laatste + 1):
            zet(self.blad, rij, kolom, koppen.get(kolom), opmaak)

    def regel(self, rij: int, tekst: object, kleur: object, erbij: object) -> None:
        """A text that runs on until its colour, and what there is to say of it."""
        zet(self.blad, rij, 0, tekst, self.gewoon)
        zet(self.blad, rij, self.kleur, kleur, self.los)
        zet(self.blad, rij, self.laatste, erbij, self.werkboek.opmaak(text_wrap=True))

    def verberg(self, rij: int, laatste: int, woord: str) -> None:
        """Show nothing of the cells with this word, which is there for who hears the sheet."""
        self.werkboek.toon_niet(self.blad, xl_range(rij, 0, laatste, self.laatste), woord)

    def kleur_woorden(self, rij: int, laatste: int, kolom: int, woorden: Iterable[str]) -> None:
        self.werkboek.kleur_woorden(self.blad, xl_range(rij, kolom, laatste, kolom), woorden)
