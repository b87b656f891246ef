"""A sheet's cells as a table: columns known by the words in its header row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ..core.notation import lees_datum, plat, twee_datums
from ..core.rounds import Plek
from ..core.text import kaal
from ..core.values import als_tekst
from . import Document, Sheet, Value, cell_name


@dataclass(frozen=True, slots=True)
class Cel:
    """A value and the address it stands in."""

    waarde: Value
    adres: str

    @property
    def tekst(self) -> str:
        """The value as text, white space at the ends removed; `` for an empty cell."""
        return als_tekst(self.waarde)

    def __bool__(self) -> bool:
        return bool(self.tekst)


@dataclass(frozen=True, slots=True)
class Tabel:
    """The rows under one header row; `kolommen` maps a header to its place in the sheet.

    `herhaald` has the rows below it that are the header row once more, as for printing.
    """

    bestand: str
    sheet: Sheet
    kopregel: int
    kolommen: dict[str, int]
    dubbel: tuple[tuple[str, int], ...] = ()
    herhaald: frozenset[int] = frozenset()

    def cel(self, rij: int, kolom: str) -> Cel:
        """The cell under `kolom`; empty when the table has no such column."""
        k = self.kolommen.get(kolom)
        if k is None:
            return Cel(None, "")
        return Cel(self.sheet.rows[rij][k], self.adres(rij, k))

    def adres(self, rij: int, kolom: int) -> str:
        return cell_name(self.sheet.top + rij, self.sheet.left + kolom)

    def plek(self, cel: Cel | str) -> Plek:
        return Plek(self.bestand, self.sheet.name, cel if isinstance(cel, str) else cel.adres)

    def kop(self, kolom: str) -> Plek:
        """Where the header of `kolom` stands, or the first cell of the header row."""
        return self.plek(self.adres(self.kopregel, self.kolommen.get(kolom, 0)))

    def rijen(self) -> Iterator[int]:
        """The rows under the header in which something stands under a known header."""
        kolommen = list(self.kolommen.values())
        for nummer in range(self.kopregel + 1, len(self.sheet.rows)):
            rij = self.sheet.rows[nummer]
            if any(gevuld(rij[k]) for k in kolommen) and nummer not in self.herhaald:
                yield nummer


def gevuld(waarde: Value) -> bool:
    """Whether a cell says something: white space, or what nobody sees, says nothing."""
    return waarde is not None and (not isinstance(waarde, str) or bool(kaal(waarde)))


def dag_of_tekst(cel: Cel) -> date | str:
    """A date where the cell holds one, also in words with one reading; else its text."""
    if isinstance(cel.waarde, datetime):
        return cel.waarde.date()
    if isinstance(cel.waarde, date):
        return cel.waarde
    dag = None if twee_datums(cel.tekst) else lees_datum(cel.tekst)
    return dag if isinstance(cel.waarde, str) and dag else cel.tekst


def vind_tabel(
    bestand: str, sheet: Sheet, koppen: Sequence[str], nodig: Sequence[str], minstens: int = 0
) -> Tabel | None:
    """The table whose header row has all of `nodig` and `minstens` of `koppen`, else None.

    Of more such rows the one with the most headers is it, the first of equals. A header that
    stands twice is read where it stands first; the others are `dubbel`.
    """
    kandidaten = [
        Tabel(bestand, sheet, nummer, gevonden, dubbel)
        for nummer, gevonden, dubbel in _koprijen(sheet, koppen, nodig, minstens)
    ]
    if not kandidaten:
        return None
    beste = max(kandidaten, key=lambda tabel: len(tabel.kolommen))
    eronder = (t.kopregel for t in kandidaten if t.kopregel > beste.kopregel)
    return replace(beste, herhaald=frozenset(n for n in eronder if _herhaalt(beste, n)))


def split_hidden_copies(
    document: Document, kinds_of: Callable[[Sheet], Collection[str]]
) -> tuple[Document, tuple[Sheet, ...]]:
    """The document without the hidden sheets of a kind that it has a visible one of; and those."""
    hidden = [
        (sheet, kinds) for sheet in document.sheets if sheet.hidden and (kinds := kinds_of(sheet))
    ]
    if not any(kinds for _, kinds in hidden):
        return document, ()
    seen = {kind for sheet in document.sheets if not sheet.hidden for kind in kinds_of(sheet)}
    copies = [sheet for sheet, kinds in hidden if not seen.isdisjoint(kinds)]
    kept = tuple(sheet for sheet in document.sheets if not any(sheet is copy for copy in copies))
    return replace(document, sheets=kept), tuple(copies)


def _koprijen(
    sheet: Sheet, koppen: Sequence[str], nodig: Sequence[str], minstens: int
) -> Iterator[tuple[int, dict[str, int], tuple[tuple[str, int], ...]]]:
    """The rows that may be the header row: their number, what they have, and what twice."""
    bekend = {plat(kop): kop for kop in koppen}
    noodzakelijk = set(nodig)
    kleinste = max(minstens, len(noodzakelijk))
    al_een = False
    for nummer, rij in enumerate(sheet.rows):
        # Below the first one are the answers: looking there for a header in other hands costs
        # more than all the rest, so there it must be written as we write it.
        if nodig[0] not in rij if al_een else len(rij) - rij.count(None) < kleinste:
            continue
        gevonden: dict[str, int] = {}
        dubbel: list[tuple[str, int]] = []
        for k, waarde in enumerate(rij):
            kop = bekend.get(plat(waarde)) if isinstance(waarde, str) else None
            if kop is not None and gevonden.setdefault(kop, k) != k:
                dubbel.append((kop, k))
        if noodzakelijk <= gevonden.keys() and len(gevonden) >= minstens:
            al_een = True
            yield nummer, gevonden, tuple(dubbel)


def _herhaalt(tabel: Tabel, nummer: int) -> bool:
    """Whether a row has nothing but the headers of the table, each in its own column."""
    return all(
        waarde is None or tabel.kolommen.get(str(waarde)) == plaats
        for plaats, waarde in enumerate(tabel.sheet.rows[nummer])
    )
