"""A sheet of a template while it is edited: its cells by row and header, and nothing else moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING

from ..core.notation import plat
from ..core.text import als_rijcode, leesbaar
from ..core.values import Waarde
from .printed_rows import eigen_kop

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EERSTE_RIJEN = 20
Cellen = Mapping[str, Waarde]


class Tabelblad:
    """The table under the header `sleutel`; what stands around it stays as it is."""

    def __init__(self, blad: Worksheet, sleutel: str) -> None:
        self.blad, self.kopregel = blad, 1
        for rij in range(1, _EERSTE_RIJEN):
            cellen = enumerate(blad[rij], 1)
            koppen = {
                plat(eigen_kop(cel.value) or ""): nummer  # type: ignore[arg-type]
                for nummer, cel in reversed([*cellen])
            }
            if sleutel in koppen:
                self.kopregel = rij
                break
        self.kolommen = {kop: nummer for kop, nummer in koppen.items() if kop}

    def rijen(self) -> Iterator[int]:
        """The rows with something in them."""
        for rij in range(self.kopregel + 1, self.blad.max_row + 1):
            if any(cel.value not in (None, "") for cel in self.blad[rij]):
                yield rij

    def waarde(self, rij: int, kop: str) -> Waarde:
        nummer = self.kolommen.get(plat(kop))
        waarde: Waarde = self.blad.cell(rij, nummer).value if nummer else None  # type: ignore[assignment]
        return waarde

    def lees(self, rij: int, kop: str) -> str:
        waarde = self.waarde(rij, kop)
        return "" if waarde is None else str(waarde).strip()

    def met(self, kop: str, waarde: str) -> list[int]:
        """The rows that have this under a header."""
        code = als_rijcode(waarde)
        return [rij for rij in self.rijen() if als_rijcode(self.lees(rij, kop)) == code]

    def zet(self, rij: int, kop: str, waarde: Waarde) -> None:
        """Text stays text, whatever it begins with; a header that is not there yet is added."""
        if plat(kop) not in self.kolommen:
            nieuw = max(self.kolommen.values()) + 1
            self.kolommen[plat(kop)] = nieuw
            self._zoals(self.kopregel, nieuw - 1, self.kopregel, nieuw)
            self.blad.cell(self.kopregel, nieuw).value = kop
        cel = self.blad.cell(rij, self.kolommen[plat(kop)])
        cel.value = leesbaar(waarde) if isinstance(waarde, str) else waarde
        if isinstance(waarde, str) and waarde:
            cel.data_type = "s"

    def voeg_toe(self, cellen: Cellen, zoals: int | None = None) -> None:
        """A row below the last, formatted as it, or as another."""
        laatste = max(self.rijen(), default=self.kopregel)
        for kolom in range(1, self.blad.max_column + 1):
            self._zoals(zoals or laatste, kolom, laatste + 1, kolom)
        for kop, waarde in cellen.items():
            if waarde not in (None, ""):
                self.zet(laatste + 1, kop, waarde)
        if self.blad.auto_filter.ref:
            heel = re.sub(r"\d+$", str(laatste + 1), self.blad.auto_filter.ref)
            self.blad.auto_filter.ref = heel

    def kopie(self, rij: int, cellen: Cellen) -> None:
        """The same row once more, but for these cells."""
        eigen = {kop: self.waarde(rij, kop) for kop in self.kolommen}
        anders = {plat(kop): waarde for kop, waarde in cellen.items()}
        self.voeg_toe({**eigen, **anders}, zoals=rij)

    def verwijder(self, rij: int) -> None:
        """Take a row out; those below it keep their height."""
        hoogtes = {r: maat.height for r, maat in self.blad.row_dimensions.items()}
        self.blad.delete_rows(rij)
        for onder in range(rij, max(hoogtes, default=0) + 1):
            self.blad.row_dimensions[onder].height = hoogtes.get(onder + 1)

    def _zoals(self, van: int, in_kolom: int, rij: int, kolom: int) -> None:
        voorbeeld, cel = self.blad.cell(van, in_kolom), self.blad.cell(rij, kolom)
        for vorm in ("font", "fill", "border", "alignment", "number_format", "protection"):
            setattr(cel, vorm, copy(getattr(voorbeeld, vorm)))
