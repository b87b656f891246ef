"""What is known of an agreement when its template is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...core.kader import Partij
from ...core.notation import plat
from ...core.values import Waarde

GEMEENTE = "gemeente"
"""The group of the municipality, and the first word of its name as a partij."""
_CODE_GEMEENTE = "GEM"
_KLEIN = frozenset("de het en van der den voor aan in op te".split())
_LANGSTE_KENMERK = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A cell that was read somewhere: `source` says where, `doubt` why somebody must look at it.

    Both are sentences for a person, in Dutch; "" for none.
    """

    value: Waarde
    source: str = ""
    doubt: str = ""


Row = Mapping[str, Waarde | Found]
"""A row of a sheet: its cells by the header above them. What is left out is empty."""


@dataclass(frozen=True, slots=True)
class NewTemplate:
    """An agreement as far as it is known; `van` and `tm` are its years, both included.

    `partijen` has all who signed, the municipality too, each with a code. `rows` has the rows of
    a sheet (its name) where those are known, and `settings` more of the sheet Instellingen, by the
    name of the setting.
    """

    gemeente: str
    kader: str
    van: int
    tm: int
    partijen: tuple[Partij, ...]
    kenmerk: str = ""
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    settings: Mapping[str, Waarde | Found] = field(default_factory=dict)

    @property
    def groepen(self) -> tuple[str, ...]:
        """Each group once, in the order of the partijen."""
        return tuple(dict.fromkeys(p.groep for p in self.partijen if p.groep))


def kenmerk_van(gemeente: str) -> str:
    """A short code for a municipality: `MOL` for Molendam, `OAS` for Oud aan Stroom."""
    return _letters(gemeente, klein=True)[:_LANGSTE_KENMERK] or "KADER"


def met_gemeente(gemeente: str, partijen: Iterable[Partij]) -> tuple[Partij, ...]:
    """The partijen with the municipality among them: first, where nobody named it."""
    genoemd = tuple(partijen)
    naam = f"Gemeente {gemeente}"
    zelf = {plat(naam), plat(gemeente)}
    if any(plat(p.groep) == GEMEENTE or plat(p.naam) in zelf for p in genoemd):
        return met_codes(genoemd)
    return met_codes((Partij(_CODE_GEMEENTE, naam, GEMEENTE), *genoemd))


def met_codes(partijen: Iterable[Partij]) -> tuple[Partij, ...]:
    """The same, each with a code of its own: out of its name where it has none."""
    return tuple(_met_codes([*partijen]))


def _met_codes(partijen: Sequence[Partij]) -> Iterator[Partij]:
    bezet = {p.code for p in partijen if p.code}
    for p in partijen:
        code = p.code or _vrij(_code_van(p), bezet)
        bezet.add(code)
        yield Partij(code, p.naam, p.groep, p.email, p.actief_van, p.actief_tm, p.vervangt)


def _code_van(partij: Partij) -> str:
    is_gemeente = plat(partij.groep) == GEMEENTE
    return _CODE_GEMEENTE if is_gemeente else _letters(partij.naam)[:8] or "P"


def _vrij(code: str, bezet: set[str]) -> str:
    """A code that no other has: with a digit behind it if need be."""
    keuzes = (code, *(f"{code}{n}" for n in range(2, len(bezet) + 3)))
    return next(keuze for keuze in keuzes if keuze not in bezet)


def _letters(naam: str, *, klein: bool = False) -> str:
    """The first letters of the words of a name, or of a single word its first three; small words
    count only where `klein`."""
    alle: list[str] = re.findall(r"[A-Za-z0-9]+", naam)
    woorden = [w for w in alle if klein or plat(w) not in _KLEIN]
    if len(woorden) == 1:
        return woorden[0][:3].upper()
    return "".join(w[0] for w in woorden).upper()
