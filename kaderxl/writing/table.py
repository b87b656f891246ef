"""A table on its way to a file that outlives programs: columns that say what they hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from ..core.answers import Waarde
from .colours import Palet


class Kolomsoort(StrEnum):
    """What a column holds, as CSV on the Web names it."""

    TEKST = "string"
    GETAL = "decimal"
    GEHEEL = "integer"
    DATUM = "date"
    JA_NEE = "boolean"


_TYPEN: dict[Kolomsoort, type | tuple[type, ...]] = {
    Kolomsoort.TEKST: object,
    Kolomsoort.GETAL: (int, float),
    Kolomsoort.GEHEEL: int,
    Kolomsoort.DATUM: date,
    Kolomsoort.JA_NEE: bool,
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its header, what it means, its width in characters.

    Over it stands `kop`, where an agreement calls it otherwise than the `titel` by which it goes.
    A `kleur` column holds words that have a colour. On a sheet people fill in an `invoer` column,
    and a `verborgen` one holds what other cells reckon with.
    """

    titel: str
    uitleg: str = ""
    soort: Kolomsoort = Kolomsoort.TEKST
    breedte: float = 14
    kleur: bool = False
    invoer: bool = False
    midden: bool = False
    verborgen: bool = False
    eigen_kop: str = ""

    @property
    def kop(self) -> str:
        """What stands over it."""
        return self.eigen_kop or self.titel

    def breed(self, breedte: float) -> Kolom:
        """The same column, as wide as this."""
        return replace(self, breedte=breedte)

    @property
    def naam(self) -> str:
        """The header as programs like it: `datum_besluit`."""
        kaal = unicodedata.normalize("NFKD", self.titel).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "_", kaal.lower()).strip("_") or "kolom"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A named table, one value a column in each row; `sleutel` is the columns that tell rows
    apart."""

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Waarde, ...], ...]
    sleutel: tuple[str, ...] = ()

    def soort(self, nummer: int) -> Kolomsoort:
        """What a column really holds: one value that is something else makes it text."""
        soort = self.kolommen[nummer].soort
        waarden = (rij[nummer] for rij in self.rijen)
        past = all(w is None or w == "" or _is(soort, w) for w in waarden)
        return soort if past else Kolomsoort.TEKST


def _is(soort: Kolomsoort, waarde: Waarde) -> bool:
    if isinstance(waarde, bool):
        return soort in (Kolomsoort.TEKST, Kolomsoort.JA_NEE)
    return isinstance(waarde, _TYPEN[soort])


@dataclass(frozen=True, slots=True)
class Uitgave:
    """Tables that go out together, in whatever form; `uitleg` is what one has to know of them.

    A form of one file is called `naam` and has all `tabellen`; one of a file a table has those of
    `los`, by the name of the file without its extension. `moment` is the day a file bears;
    `palet` how the words in a column with colours look.
    """

    naam: str
    titel: str
    uitgever: str
    moment: date
    tabellen: tuple[Tabel, ...]
    los: Mapping[str, Tabel]
    uitleg: tuple[tuple[str, str], ...] = ()
    vastgesteld: date | None = None
    palet: Palet = field(default_factory=dict)


def leesmij(titel: str, regels: tuple[tuple[str, str], ...], tabellen: tuple[Tabel, ...]) -> Tabel:
    """The table that explains the others: what it is, then every column of each."""
    kolommen = (
        Kolom("Onderwerp", "Waarover de uitleg gaat.", breedte=34),
        Kolom("Uitleg", "De uitleg.", breedte=90),
    )
    over = (
        (f"{tabel.naam}: {kolom.kop}", kolom.uitleg)
        for tabel in tabellen
        for kolom in tabel.kolommen
    )
    return Tabel("Leesmij", titel, kolommen, (*regels, *over))
