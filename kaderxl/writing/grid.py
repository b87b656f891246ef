"""The one kind of table that the sheets of the matrix are made of, and how they point at it.

A sheet has a title row, a header row and its rows. A cell of one sheet finds a cell of another
by the code or the number in it, so that a sheet may be sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from .addresses import column_letters
from .colours import INVOER, INVOER_LIJN
from .measures import druk_af_op_a4, hoogte
from .table import Kolom, Kolomsoort, Tabel
from .worksheet import schrijf

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from .workbook import Werkboek

KOPREGEL = 1
EERSTE = KOPREGEL + 1
DATUM = "d-m-yyyy"
_LAPTOP, _KLEINSTE_ZOOM = 1235, 80
"""Pixels of grid on a laptop; and what is wider than this shows is scrolled through."""
_GEWOON: Mapping[str, float] = MappingProxyType({})


_LONGEST_IN_FORMULA = 250  # Excel takes 255 characters between quotes


def als_formule(tekst: str) -> str:
    """A text as a formula has it, whoever wrote it: between quotes, in pieces that every program
    takes."""
    stukken = [
        tekst[n : n + _LONGEST_IN_FORMULA] for n in range(0, len(tekst), _LONGEST_IN_FORMULA)
    ]
    citaten = ['"{}"'.format(stuk.replace('"', '""')) for stuk in stukken or [""]]
    return citaten[0] if len(citaten) == 1 else f"({'&'.join(citaten)})"


@dataclass(frozen=True, slots=True)
class Formule:
    """A formula of ours with its result, for a reader that does not calculate."""

    formule: str
    uitkomst: str | int | float


@dataclass(frozen=True, slots=True)
class Rooster:
    """Where a table stands: its sheet, its columns and how many rows it has."""

    blad: str
    kolommen: tuple[Kolom, ...]
    aantal: int
    _plaatsen: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # From last to first: of two columns with one name the first is meant.
        plaatsen = {k.titel: n for n, k in reversed([*enumerate(self.kolommen)])}
        object.__setattr__(self, "_plaatsen", plaatsen)

    @property
    def laatste(self) -> int:
        """The last row; an empty table has one that says so."""
        return EERSTE + max(self.aantal, 1) - 1

    def plaats(self, naam: str) -> int:
        return self._plaatsen[naam]

    def cel(self, rij: int, naam: str) -> str:
        """`$F7`: for a formula in the same row."""
        return f"${column_letters(self.plaats(naam))}{rij + 1}"

    def breedtes(self, tot: str) -> list[float]:
        """The widths of the columns up to and including this one."""
        return [k.breedte for k in self.kolommen[: self.plaats(tot) + 1]]

    def bereik(self, naam: str, *, met_blad: bool = True) -> str:
        """`Focuspunten!$D$3:$D$21`."""
        letter = column_letters(self.plaats(naam))
        kaal = f"${letter}${EERSTE + 1}:${letter}${self.laatste + 1}"
        return f"{self.blad}!{kaal}" if met_blad else kaal

    def zoek(self, naam: str, sleutelkolom: str, sleutel: str | int) -> str:
        """The cell under `naam` in the row with this key, as part of a formula."""
        waarde = sleutel if isinstance(sleutel, int) else f'"{sleutel}"'
        return f"INDEX({self.bereik(naam)},MATCH({waarde},{self.bereik(sleutelkolom)},0))"


def zoom_voor(breedtes: Iterable[float]) -> int:
    """The percentage at which columns of these widths stand side by side on a common laptop."""
    pixels = sum(int(7 * breedte + 5) for breedte in breedtes)
    return max(_KLEINSTE_ZOOM, min(100, _LAPTOP * 20 // max(pixels, 1) * 5))


def schrijf_rooster(
    werkboek: Werkboek,
    blad: Worksheet,
    rooster: Rooster,
    rijen: Sequence[Sequence[object]],
    leeg: str = "",
    meten: bool = True,
    kan: Sequence[tuple[str, float]] = (),
) -> None:
    """The whole table: header, rows, filter, print set-up; without rows it says so in words.

    `kan` is what a formula may come to say in a row, with the width of its column. A row that is
    not measured (`meten`) Excel makes as high as its texts ask.
    """
    from .quick_xlsx import write_row  # with all that writes a workbook

    for nummer, kolom in enumerate(rooster.kolommen):
        blad.write_string(KOPREGEL, nummer, kolom.kop, werkboek.kop())
        blad.set_column(nummer, nummer, kolom.breedte, None, {"hidden": kolom.verborgen})
    blad.set_row(KOPREGEL, hoogte([(k.kop, k.breedte * 0.9) for k in rooster.kolommen]))
    opmaken = [_opmaak(werkboek, kolom) for kolom in rooster.kolommen]
    # Where people write, a cell may be written over with a format of its own.
    alleen_lezen = not any(kolom.invoer for kolom in rooster.kolommen)
    breedtes = [kolom.breedte for kolom in rooster.kolommen]
    for nummer, rij in enumerate(rijen, EERSTE):
        if not (alleen_lezen and write_row(blad, nummer, rij, opmaken)):
            for plaats, (waarde, opmaak) in enumerate(zip(rij, opmaken, strict=True)):
                zet(blad, nummer, plaats, waarde, opmaak)
        if meten:
            blad.set_row(nummer, hoogte([*zip(map(in_tekst, rij), breedtes, strict=True), *kan]))
    if not rijen:
        schrijf(blad, EERSTE, 0, leeg, werkboek.cel(text_wrap=False))
    blad.freeze_panes(EERSTE, 0)
    blad.set_zoom(zoom_voor(k.breedte for k in rooster.kolommen if not k.verborgen))
    if rijen:
        blad.autofilter(KOPREGEL, 0, rooster.laatste, len(rooster.kolommen) - 1)
    druk_af_op_a4(blad, herhaal=KOPREGEL)


def schrijf_tabel(
    werkboek: Werkboek, blad: Worksheet, tabel: Tabel, leeg: str, meten: bool = True
) -> None:
    """A table to read; `leeg` is what stands there when it has no rows."""
    rooster = Rooster(blad.get_name(), tabel.kolommen, len(tabel.rijen))
    schrijf_rooster(werkboek, blad, rooster, tabel.rijen, leeg, meten)


def _opmaak(werkboek: Werkboek, kolom: Kolom) -> object:
    is_datum = kolom.soort is Kolomsoort.DATUM
    if kolom.invoer:
        is_getal = kolom.soort in (Kolomsoort.GETAL, Kolomsoort.GEHEEL)
        return invoercel(werkboek, DATUM if is_datum else "General" if is_getal else "@")
    uitlijning = {"align": "center"} if kolom.midden else {}
    notatie = {"num_format": DATUM} if is_datum else {}
    return werkboek.cel(**uitlijning, **notatie)


def invoercel(
    werkboek: Werkboek, notatie: str = "@", letters: Mapping[str, float] = _GEWOON
) -> object:
    """A cell that people fill in."""
    invoer: dict[str, object] = {"bg_color": INVOER, "border_color": INVOER_LIJN, **letters}
    return werkboek.cel(**invoer, num_format=notatie, locked=False)


def zet(blad: Worksheet, rij: int, kolom: int, waarde: object, opmaak: object) -> None:
    if isinstance(waarde, Formule):
        blad.write_formula(rij, kolom, f"={waarde.formule}", opmaak, waarde.uitkomst)
    else:
        schrijf(blad, rij, kolom, waarde, opmaak)


def in_tekst(waarde: object) -> str:
    """What is to be seen of a cell."""
    if isinstance(waarde, Formule):
        waarde = waarde.uitkomst
    return "" if waarde is None else str(waarde)


def kies_uit(
    blad: Worksheet, rooster: Rooster, naam: str, keuzes: Sequence[str], rij: int | None = None
) -> None:
    """A dropdown in an input column (of one row, or of all), with a kind word."""
    kolom = rooster.plaats(naam)
    eerste, laatste = (rij, rij) if rij is not None else (EERSTE, rooster.laatste)
    uitleg = {"error_title": "Kies uit de lijst", "error_message": f"Kies {', '.join(keuzes)}."}
    lijst = {"validate": "list", "source": list(keuzes)}
    blad.data_validation(eerste, kolom, laatste, kolom, lijst | uitleg)


def is_een_van(tekst: str, woorden: Iterable[str]) -> str:
    """A formula: whether a text (a cell, a formula) is one of these words; FALSE without words."""
    gelijk = ",".join(f'{tekst}="{woord}"' for woord in woorden)
    return f"OR({gelijk})" if gelijk else "FALSE"
