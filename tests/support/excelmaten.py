"""What Excel shows of a sheet: in its window on opening, in each cell, and on paper.

Reckoned from the file, by the sizes that Excel uses itself. A picture made by another program says
little: its lines are lower, so that text stands in it that Excel cuts off.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from letters import Stuk, breedte, regels
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

BREEDTE, HOOGTE = 1235, 600
"""Pixels of grid on the common laptop."""
_RAND = 5  # pixels of a column where no text comes
_INSPRINGING = 9  # pixels for each step
_GEWONE_BREEDTE, _GEWONE_HOOGTE, _HOOGSTE_RIJ = 64, 15.0, 409.5
_PAPIER = {8: (842, 1191), 9: (595, 842)}  # A3 and A4, upright, in points


@dataclass(frozen=True)
class Venster:
    """The rows and columns that stand whole in a window."""

    rijen: frozenset[int]
    kolommen: frozenset[int]

    def toont(self, bereik: str) -> bool:
        """Whether a cell (`B4`) or a range is in it from corner to corner."""
        links, boven, rechts, onder = _hoeken(bereik)
        return self.kolommen >= {*range(links, rechts + 1)} and self.rijen >= {
            *range(boven, onder + 1)
        }


@dataclass(frozen=True)
class Afgesneden:
    """A text of which a part can't be seen: what it takes and what it has, in points or pixels."""

    adres: str
    nodig: float
    ruimte: float
    tekst: str

    def __str__(self) -> str:
        return f"{self.adres}: {self.nodig:.0f} > {self.ruimte:.0f}: {self.tekst[:60]!r}"


@dataclass(frozen=True)
class Blad:
    """A sheet with what its cells show, and which of them hold a formula."""

    waarden: Worksheet
    formules: frozenset[str] = field(repr=False)
    _hoogtes: dict[int, float] = field(default_factory=dict, repr=False, compare=False)

    @property
    def naam(self) -> str:
        return str(self.waarden.title)

    @property
    def is_zichtbaar(self) -> bool:
        return self.waarden.sheet_state == "visible"

    # Sizes

    @cached_property
    def _kolombreedtes(self) -> dict[int, int]:
        breedtes: dict[int, int] = {}
        for maat in self.waarden.column_dimensions.values():
            if maat.min is not None and (maat.customWidth or maat.hidden):
                pixels = 0 if maat.hidden else int((256 * maat.width + 128 // 7) / 256 * 7)
                breedtes |= dict.fromkeys(range(maat.min, (maat.max or maat.min) + 1), pixels)
        return breedtes

    def breedte(self, kolom: int) -> int:
        """Pixels at 100 %; 0 when it is hidden."""
        gewoon = self.waarden.sheet_format.defaultColWidth
        pixels = int(gewoon * 7) if gewoon else _GEWONE_BREEDTE
        return self._kolombreedtes.get(kolom, pixels)

    def hoogte(self, rij: int) -> float:
        """Points; 0 when it is hidden, folded away or filtered out."""
        if rij not in self._hoogtes:
            maat = self.waarden.row_dimensions[rij]
            vast = 0.0 if maat.hidden else maat.height
            self._hoogtes[rij] = self._passende_hoogte(rij) if vast is None else float(vast)
        return self._hoogtes[rij]

    def _passende_hoogte(self, rij: int) -> float:
        """As Excel fits a row without a height, on opening; not to what a formula says."""
        hoog = self.waarden.sheet_format.defaultRowHeight or _GEWONE_HOOGTE
        for cel in self.waarden[rij]:
            if cel.coordinate not in self._samen and cel.coordinate not in self.formules:
                nodig = self._nodige_hoogte(cel, self.breedte(cel.column or 1))
                hoog = max(hoog, nodig)
        return min(float(hoog), _HOOGSTE_RIJ)

    @cached_property
    def _samen(self) -> dict[str, str]:
        """Every cell of a merged range with that range."""
        return {
            f"{get_column_letter(kolom)}{rij}": samen.coord
            for samen in self.waarden.merged_cells.ranges
            for rij, kolom in samen.cells
        }

    # The window

    def venster(self, breed: float = BREEDTE, hoog: float = HOOGTE) -> Venster:
        """What stands whole in the window on opening."""
        zicht = self.waarden.sheet_view
        schaal, vast = (zicht.zoomScale or 100) / 100, zicht.pane
        boven, links = coordinate_to_tuple(zicht.topLeftCell or "A1")
        vaste_rijen = vaste_kolommen = 0
        rest = boven, links
        if vast is not None and vast.state in ("frozen", "frozenSplit"):
            vaste_rijen, vaste_kolommen = int(vast.ySplit or 0), int(vast.xSplit or 0)
            rest = coordinate_to_tuple(vast.topLeftCell or "A1")
        rijen = _in_beeld(
            lambda rij: self.hoogte(rij) * 4 / 3, boven, vaste_rijen, rest[0], hoog / schaal
        )
        kolommen = _in_beeld(self.breedte, links, vaste_kolommen, rest[1], breed / schaal)
        return Venster(frozenset(rijen), frozenset(kolommen))

    # The texts

    def gevuld(self) -> Iterator[Any]:
        """The cells in which something can be seen."""
        for rij in self.waarden.iter_rows():
            for cel in rij:
                if cel.value in (None, ""):
                    continue
                assert cel.column is not None
                assert cel.row is not None
                if self.breedte(cel.column) and self.hoogte(cel.row):
                    yield cel

    def afgesneden(self) -> list[Afgesneden]:
        """The filled cells of which something can't be seen, neither on the screen nor on paper."""
        return [fout for cel in self.gevuld() if (fout := self.snijdt_af(cel))]

    def snijdt_af(self, cel: Any) -> Afgesneden | None:
        """What of a cell can't be seen, None when all of it can."""
        if cel.alignment.text_rotation or cel.alignment.shrink_to_fit:
            return None
        adres = cel.coordinate
        links, boven, rechts, onder = _hoeken(self._samen.get(adres, adres))
        breed = sum(self.breedte(k) for k in range(links, rechts + 1))
        hoog = sum(self.hoogte(r) for r in range(boven, onder + 1))
        stukken = _stukken(cel)
        tekst = "".join(stuk.tekst for stuk in stukken)
        nodig = self._nodige_hoogte(cel, breed)
        if nodig > hoog + 0.01:
            return Afgesneden(cel.coordinate, nodig, hoog, tekst)
        if not _breekt_af(cel):
            ruim = breed + (self._ernaast(cel) if links == rechts and _is_tekst(cel) else 0)
            breedst = breedte(stukken) + _inspringing(cel)
            if breedst > ruim - _RAND:
                return Afgesneden(cel.coordinate, breedst, ruim - _RAND, tekst)
        return None

    def _nodige_hoogte(self, cel: Any, breed: float) -> float:
        stukken = _stukken(cel)
        if not stukken or cel.alignment.text_rotation:
            return 0.0
        if not _breekt_af(cel):
            return max(stuk.regelhoogte for stuk in stukken)
        return sum(regels(stukken, max(breed - _RAND - _inspringing(cel), 1)))

    def _ernaast(self, cel: Any) -> float:
        """The pixels of the empty cells that a text may run into."""
        kant = cel.alignment.horizontal
        if kant in ("fill", "justify", "distributed"):
            return 0.0
        ruim = 0.0
        stappen = {"right": (-1,), "center": (1, -1)}.get(kant or "", (1,))
        for stap in stappen:
            kolom = cel.column + stap
            while 1 <= kolom <= cel.column + 60 and self._is_leeg(cel.row, kolom):
                ruim += self.breedte(kolom)
                kolom += stap
        return ruim

    @cached_property
    def _laatste_kolom(self) -> int:
        return int(self.waarden.max_column)

    def _is_leeg(self, rij: int, kolom: int) -> bool:
        """A formula that says nothing is in the way as well."""
        if kolom > self._laatste_kolom:
            return True  # to ask for the cell would make it
        cel = self.waarden.cell(rij, kolom)
        return (
            cel.value is None
            and cel.coordinate not in self.formules
            and cel.coordinate not in self._samen
        )

    # Paper

    def schaal(self) -> float:
        """How large it is printed: 1 is as it is."""
        opmaak = self.waarden.page_setup
        passend = self.waarden.sheet_properties.pageSetUpPr
        if passend is None or not passend.fitToPage:
            return (opmaak.scale or 100) / 100
        breed, hoog = self._papier()
        links, boven, rechts, onder = self._afgedrukt()
        schaal = 1.0
        if opmaak.fitToWidth != 0:
            inhoud = sum(self.breedte(k) for k in range(links, rechts + 1)) * 0.75
            schaal = min(schaal, breed * (opmaak.fitToWidth or 1) / inhoud)
        if opmaak.fitToHeight != 0:
            inhoud = sum(self.hoogte(r) for r in range(boven, onder + 1))
            schaal = min(schaal, hoog * (opmaak.fitToHeight or 1) / inhoud)
        return int(schaal * 100) / 100  # Excel takes whole percents

    def _papier(self) -> tuple[float, float]:
        """What the margins leave, in points."""
        opmaak, rand = self.waarden.page_setup, self.waarden.page_margins
        breed, hoog = _PAPIER[int(opmaak.paperSize or 9)]
        if opmaak.orientation == "landscape":
            breed, hoog = hoog, breed
        return breed - (rand.left + rand.right) * 72, hoog - (rand.top + rand.bottom) * 72

    def _afgedrukt(self) -> tuple[int, int, int, int]:
        bereik = str(self.waarden.print_area or self.waarden.dimensions)
        return _hoeken(bereik.rpartition("!")[2])

    def op_papier(self) -> dict[str, float]:
        """By cell that is printed the points of its smallest letter."""
        links, boven, rechts, onder = self._afgedrukt()
        schaal = self.schaal()
        return {
            cel.coordinate: min(stuk.grootte for stuk in _stukken(cel)) * schaal
            for cel in self.gevuld()
            if links <= cel.column <= rechts and boven <= cel.row <= onder
        }


def bladen_van(data: bytes) -> dict[str, Blad]:
    """The sheets of a workbook by their names; hidden ones as well."""
    waarden = load_workbook(io.BytesIO(data), data_only=True, rich_text=True)
    formules = load_workbook(io.BytesIO(data))
    return {
        blad.title: Blad(
            blad,
            frozenset(
                cel.coordinate
                for rij in formules[blad.title].iter_rows()
                for cel in rij
                if cel.data_type == "f"
            ),
        )
        for blad in waarden.worksheets
    }


def _hoeken(bereik: str) -> tuple[int, int, int, int]:
    links, boven, rechts, onder = range_boundaries(bereik.replace("$", ""))
    return int(links or 1), int(boven or 1), int(rechts or 1), int(onder or 1)


def _in_beeld(maat: Any, begin: int, vast: int, daarna: int, ruimte: float) -> Iterator[int]:
    """The rows or columns of which the whole is within `ruimte`."""
    gebruikt = 0.0
    for nummer in (*range(begin, begin + vast), *range(daarna, daarna + 5000)):
        gebruikt += maat(nummer)
        if gebruikt > ruimte:
            return
        if maat(nummer):
            yield nummer


def _is_tekst(cel: Any) -> bool:
    return isinstance(cel.value, (str, CellRichText))


def _breekt_af(cel: Any) -> bool:
    return _is_tekst(cel) and bool(
        cel.alignment.wrap_text or cel.alignment.vertical in ("justify", "distributed")
    )


def _inspringing(cel: Any) -> float:
    return float(cel.alignment.indent or 0) * _INSPRINGING


def _stukken(cel: Any) -> list[Stuk]:
    """What is to be seen of a cell, in its letters."""
    grootte, vet = float(cel.font.sz or 11), bool(cel.font.b)
    if isinstance(cel.value, CellRichText):
        return [
            Stuk(deel.text, float(deel.font.sz or grootte), bool(deel.font.b))
            if isinstance(deel, TextBlock)
            else Stuk(str(deel), grootte, vet)
            for deel in cel.value
        ]
    tekst = _getoond(cel.value, str(cel.number_format))
    return [Stuk(tekst, grootte, vet)] if tekst else []


def _getoond(waarde: object, notatie: str) -> str:
    """Roughly as the number format has it: what counts is how wide it is."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.strftime("%d-%m-%Y")
    if isinstance(waarde, bool) or not isinstance(waarde, (int, float)):
        voor = notatie.removesuffix("@").strip('"') if notatie.endswith('"@') else ""
        return f"{voor}{waarde}"
    if "#,##0" in notatie:
        return f"{waarde:,.2f}" if ".00" in notatie else f"{waarde:,.0f}"
    return f"{waarde:g}" + "%" * notatie.endswith("%")
